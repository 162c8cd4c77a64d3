//! The island at work: address, history and screen in step.

use super::arrive::{arrive, at_heading, put};
use super::dom;
use super::guard::sound;
use super::page;
use super::rest::{find, rest};
use crate::wizard::{
    Env, Place, Screen, Step, answered, draw_question, form_address, parse, submit,
};
use guide::Answer;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlFormElement, MouseEvent};

/// What a form sends.
type Fields = Vec<(String, String)>;
/// A postcode and, where it is shared, the municipality.
type Postcode = (u32, Option<String>);

/// What is known of the screen that is shown.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    /// Counts the screens: whatever comes in later asks whether it still belongs here.
    step: usize,
    /// The address it stands at, as the history has it.
    address: String,
    /// The place card and the postcode it is for.
    card: Option<(Postcode, Vec<u8>)>,
}

/// The island's state; cheap to copy into handlers.
#[derive(Clone, Copy)]
pub(crate) struct Guiding {
    env: Env,
    shown: StoredValue<Shown>,
}

impl Guiding {
    /// Takes over the server's screen; `None` leaves the page as plain links and forms.
    pub(crate) fn start() -> Option<Self> {
        let page::Start { env, place, card } = page::start()?;
        let address = dom::address(dom::here()?);
        let card = postcode(&env, &place).zip(card);
        let shown = StoredValue::new(Shown { step: 0, address, card });
        let guiding = Self { env, shown };
        guiding.follow_history();
        guiding.follow_taps();
        Some(guiding)
    }

    /// Back and forward lead to the screens of their addresses.
    fn follow_history(self) {
        let back = Closure::<dyn Fn()>::new(move || {
            let Some(here) = dom::here() else { return };
            // A jump to a fragment is no way back: the screen stays, with all that was typed.
            if self.shown.with_value(|shown| shown.address == dom::address(here.clone())) {
                return;
            }
            match parse(&self.env, &here.0, &here.1).filter(|_| sound()) {
                Some(place) => self.show(place),
                None => dom::reload(),
            }
        });
        if let Some(window) = web_sys::window() {
            let function = back.as_ref().unchecked_ref();
            let _ = window.add_event_listener_with_callback("popstate", function);
        }
        // Lives as long as the page.
        back.forget();
    }

    /// Taps and sent forms, wherever in the guide. Leptos attaches no listeners where it may draw
    /// HTML (feature `ssr` of tachys).
    fn follow_taps(self) {
        let Some(island) = dom::find::<web_sys::HtmlElement>("#guide") else { return };
        let click = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| self.click(&event));
        let submit = Closure::<dyn Fn(Event)>::new(move |event: Event| self.submit(&event));
        let listen = |name, function: &JsValue| {
            let _ = island.add_event_listener_with_callback(name, function.unchecked_ref());
        };
        listen("click", click.as_ref());
        listen("submit", submit.as_ref());
        // Live as long as the page.
        click.forget();
        submit.forget();
    }

    /// Links of the guide change the screen; everything else is the browser's.
    fn click(self, event: &MouseEvent) {
        let plain = event.button() == 0
            && !event.meta_key()
            && !event.ctrl_key()
            && !event.shift_key()
            && !event.alt_key();
        if !plain || !sound() || event.default_prevented() {
            return;
        }
        let Some(link) = dom::link(event) else { return };
        let host = web_sys::window().and_then(|window| window.location().host().ok());
        // A jump within the page keeps the address and has a fragment.
        let inside =
            host == Some(link.host()) && link.hash().is_empty() && link.target().is_empty();
        let (path, query) = (link.pathname(), link.search());
        if inside && parse(&self.env, &path, query.trim_start_matches('?')).is_some() {
            event.prevent_default();
            self.go(&(path + &query));
        }
    }

    /// The question's form goes on without loading a document.
    fn submit(self, event: &Event) {
        if !sound() {
            return;
        }
        let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        let Some(fields) = form.and_then(|form| dom::fields(&form)) else { return };
        if let Some(step) = submit(&self.env, &fields) {
            event.prevent_default();
            self.take(step, fields);
        }
    }

    fn take(self, step: Step, fields: Fields) {
        match step {
            // The way back leads to the question as it was answered.
            Step::Go { to, from } => match dom::remember(&from, true) {
                Some(()) => self.go(&to),
                None => dom::load(&to),
            },
            Step::Again(place) => self.again(place, &fields, None),
            Step::LookUp { place, postcode, town } => spawn_local(async move {
                let card = find(self.env.lang.tag, postcode, town.clone()).await;
                let found = card.as_ref().and_then(|bytes| postcard::from_bytes(bytes).ok());
                match (found, card) {
                    (Some(found), Some(card)) => {
                        match answered(&self.env, place, postcode, &found) {
                            Step::Again(place) => self.again(place, &fields, Some(card)),
                            next => {
                                self.keep(&next, card);
                                self.take(next, fields);
                            }
                        }
                    }
                    // Without an answer the plain form can still try, and says what is wrong.
                    _ => dom::native_submit(),
                }
            }),
        }
    }

    /// Shows the question again, with what was typed and what is wrong.
    fn again(self, place: Place, fields: &Fields, card: Option<Vec<u8>>) {
        self.shown.update_value(|shown| shown.step += 1);
        let sent = (form_address(&self.env), guide::address::query(fields));
        self.draw(place, sent, card);
    }

    /// Keeps the card for the screen that an answered postcode leads to.
    fn keep(self, next: &Step, card: Vec<u8>) {
        let Step::Go { to, .. } = next else { return };
        let (path, query) = to.split_once('?').unwrap_or((to, ""));
        let code = parse(&self.env, path, query).and_then(|place| postcode(&self.env, &place));
        self.shown.update_value(|shown| shown.card = code.zip(Some(card)));
    }

    /// Goes to an address of the guide without loading a document; loads it if it is none.
    fn go(self, address: &str) {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let place = parse(&self.env, path, query);
        match place.filter(|_| dom::remember(address, false).is_some()) {
            Some(place) => self.show(place),
            None => dom::load(address),
        }
    }

    /// Shows the place of the address that stands there now.
    fn show(self, place: Place) {
        let Some(here) = dom::here() else { return };
        let wanted = postcode(&self.env, &place);
        let known = self.shown.with_value(|shown| shown.card.clone());
        let known = known.filter(|(code, _)| Some(code) == wanted.as_ref()).map(|(_, card)| card);
        self.shown.update_value(|shown| {
            shown.step += 1;
            shown.address = dom::address(here.clone());
        });
        self.draw(place, here, known);
    }

    /// Draws a place: at once where the first bundle can, else by the second one from its address.
    fn draw(self, place: Place, address: (String, String), card: Option<Vec<u8>>) {
        let question = matches!(place.screen, Screen::Question(_));
        let wanted = postcode(&self.env, &place).filter(|_| !question && card.is_none());
        if draw_question(self.env, place).and_then(|html| put(&html)).is_some() {
            return arrive(&self.env);
        }
        let step = self.shown.with_value(|shown| shown.step);
        spawn_local(async move {
            if self.put_other(step, &address, card).await.is_none() {
                return;
            }
            arrive(&self.env);
            let Some((code, town)) = wanted else { return };
            let Some(card) = find(self.env.lang.tag, code, town.clone()).await else { return };
            let reading = at_heading();
            self.shown.update_value(|shown| shown.card = Some(((code, town), card.clone())));
            if self.put_other(step, &address, Some(card)).await.is_some() && reading {
                // Only the office came in: whoever read from the heading still does.
                dom::focus("#inhalt h1");
            }
        });
    }

    /// Draws the screen of an address by the second bundle, unless a later one is wanted already.
    /// Where that fails the document is loaded, which shows the same.
    async fn put_other(
        self,
        step: usize,
        address: &(String, String),
        card: Option<Vec<u8>>,
    ) -> Option<()> {
        let rest = rest().await;
        if self.shown.with_value(|shown| shown.step != step) {
            return None;
        }
        let (path, query) = address;
        let draw = || rest?.draw(path, query, &dom::page_data("today")?, card).ok()?;
        let done = draw().and_then(|html| put(&html));
        if done.is_none() {
            dom::load(&dom::address(address.clone()));
        }
        done
    }
}

fn postcode(env: &Env, place: &Place) -> Option<Postcode> {
    match place.read.answers.named(env.book, "place") {
        Some(Answer::Place(code, town)) => Some((*code, town.clone())),
        _ => None,
    }
}
