//! A finder's field: each keystroke shows what fits. The data are fetched when the field is first
//! used; until then, and without them, the form asks the server.

use super::dom::{self, find};
use super::guard::sound;
use crate::Lang;
use crate::finder::{self, Drawn, Local, Setting};
use lookup::{Index, Occupations};
use rules::Words;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::OnceLock;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, HtmlInputElement};

#[wasm_bindgen]
extern "C" {
    /// Fetches a file of data by its name; the loader hands it over.
    pub type Data;

    #[wasm_bindgen(method, js_name = call)]
    fn fetch(this: &Data, context: &JsValue, name: &str) -> js_sys::Promise;
}

static WORDS: OnceLock<Words> = OnceLock::new();

thread_local! {
    static DATA: RefCell<Option<Data>> = const { RefCell::new(None) };
}

/// Takes the words of the page's language and the way to the data; `false` if the bytes are no words.
pub fn prepare(words: &[u8], data: Data) -> bool {
    DATA.set(Some(data));
    Words::load(words).is_some_and(|words| WORDS.set(words).is_ok())
}

/// What is looked through, once it has come.
enum Source {
    Occupations(Occupations),
    Everything(Index),
}

/// The field and what belongs to it.
struct Finding {
    setting: Setting,
    occupations: bool,
    source: RefCell<Option<Source>>,
    /// Whether the data are on their way.
    asked: RefCell<bool>,
}

/// Follows the field; without field or words the form stays as it is.
pub(crate) fn start() {
    let (Some(words), Some(hits)) = (WORDS.get(), find::<HtmlElement>("#hits")) else { return };
    let data = |name: &str| hits.get_attribute(&format!("data-{name}")).unwrap_or_default();
    let lang = Lang { tag: words.locale.as_str(), words };
    let local = Local { chamber: data("chamber"), place: data("place") };
    let local = (!local.chamber.is_empty()).then_some(local);
    let setting = Setting { lang, local, carried: data("carried") };
    let occupations = data("what") == "occupations";
    let (source, asked) = (RefCell::new(None), RefCell::new(false));
    let finding = Rc::new(Finding { setting, occupations, source, asked });
    let Some(field) = find::<HtmlInputElement>("#q") else { return };
    for name in ["input", "focus"] {
        let finding = finding.clone();
        let listener = Closure::<dyn Fn()>::new(move || finding.clone().typed());
        let function = listener.as_ref().unchecked_ref();
        let _ = field.add_event_listener_with_callback(name, function);
        // Lives as long as the page.
        listener.forget();
    }
}

impl Finding {
    /// Shows what fits the field's text, as soon as the data are there.
    fn typed(self: Rc<Self>) {
        if !sound() {
            return;
        }
        if self.source.borrow().is_some() {
            self.show();
        } else if !self.asked.replace(true) {
            spawn_local(async move {
                let loaded = self.load().await;
                // What failed is asked for again with the next keystroke.
                self.asked.replace(loaded.is_some());
                if let Some(source) = loaded {
                    self.source.replace(Some(source));
                    self.show();
                }
            });
        }
    }

    async fn load(&self) -> Option<Source> {
        let name = if self.occupations { "occupations" } else { "index" };
        let promise = DATA.with_borrow(|data| Some(data.as_ref()?.fetch(&JsValue::NULL, name)));
        let bytes = JsFuture::from(promise?).await.ok()?;
        let bytes = bytes.dyn_into::<js_sys::Uint8Array>().ok()?.to_vec();
        Some(if self.occupations {
            Source::Occupations(Occupations::load(&bytes)?)
        } else {
            Source::Everything(Index::load(&bytes)?)
        })
    }

    fn show(&self) {
        let Some(typed) = find::<HtmlInputElement>("#q").map(|field| field.value()) else { return };
        let Drawn { count, html } = match &*self.source.borrow() {
            Some(Source::Occupations(all)) => finder::occupations(&self.setting, all, &typed),
            Some(Source::Everything(index)) => finder::everything(&self.setting, index, &typed),
            None => return,
        };
        if let (Some(line), Some(hits)) =
            (find::<HtmlElement>("#count"), find::<HtmlElement>("#hits"))
        {
            hits.set_inner_html(&html);
            line.set_text_content(Some(&count));
        }
        remember(&typed);
    }
}

/// The address follows the field, so that reloading and coming back show the same.
fn remember(typed: &str) {
    let Some((path, query)) = dom::here() else { return };
    let mut pairs = guide::address::pairs(&query);
    pairs.retain(|(name, _)| name != "q");
    pairs.insert(0, ("q".to_owned(), typed.to_owned()));
    let _ = dom::remember(&dom::address((path, guide::address::query(&pairs))), true);
}
