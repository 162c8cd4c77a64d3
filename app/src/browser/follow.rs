//! Address, history, focus and title in step with the island.

use super::guard::sound;
use super::page::here;
use crate::functions::find_place;
use crate::wizard::{
    Draft, Env, Place, Shown, Step, answered, parse, screen, submit, switch_language, title,
};
use guide::Answer;
use guide::places::PlaceCard;
use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::any::Any;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{FormData, HtmlAnchorElement, HtmlElement, HtmlFormElement};

type Screens = RwSignal<Shown>;

/// Follows the back and forward buttons; draws each change and sets title, focus, language links.
pub(crate) fn follow(env: Env, shown: Screens) {
    Effect::new(move |earlier: Option<(usize, Option<Box<dyn Any>>)>| {
        let Shown { place, card, step, .. } = shown.get();
        let Some((before, old)) = earlier else {
            // On load the server's screen, title, focus and scroll position are right.
            let loaded = here().map(|(path, query)| address(&path, &query));
            shown.update_untracked(|shown| shown.address = loaded.unwrap_or_default());
            listen(env, shown);
            return (step, None);
        };
        drop(old);
        let reading = heading_has_focus();
        let mounted = mount(env, place.clone(), card);
        if before != step {
            arrive(&env, &place);
        } else if reading {
            // Only the office came in later: whoever read from the heading still does.
            focus("#inhalt h1");
        }
        (step, mounted)
    });
}

/// Puts a screen in place of what is there.
fn mount(env: Env, place: Place, card: Option<PlaceCard>) -> Option<Box<dyn Any>> {
    let document = web_sys::window()?.document()?;
    let parent = document.get_element_by_id("guide")?.dyn_into::<HtmlElement>().ok()?;
    parent.set_inner_html("");
    Some(Box::new(mount_to(parent, move || screen(env, place, card))))
}

fn listen(env: Env, shown: Screens) {
    let back = Closure::<dyn Fn()>::new(move || {
        let Some((path, query)) = here() else { return };
        // A jump to a fragment is no way back: the screen stays, with all that was typed.
        if shown.with_untracked(|shown| shown.address == address(&path, &query)) {
            return;
        }
        let place = parse(&env, &path, &query);
        match place.filter(|_| sound()) {
            Some(place) => show(env, shown, place, None),
            None => reload(),
        }
    });
    if let Some(window) = web_sys::window() {
        let function = back.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback("popstate", function);
    }
    // Lives as long as the page.
    back.forget();
}

fn heading_has_focus() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let active = document.and_then(|document| document.active_element());
    active.is_some_and(|element| element.tag_name() == "H1")
}

fn focus(selector: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let target = document.and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        let _ = target.focus();
    }
}

fn address(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Shows a place; if its postcode has not been looked up yet, the office follows when it is known.
fn show(env: Env, shown: Screens, place: Place, found: Option<PlaceCard>) {
    let wanted = postcode(&env, &place);
    let known = found.or_else(|| {
        shown.with_untracked(|shown| {
            let same = wanted.is_some() && wanted == postcode(&env, &shown.place);
            shown.card.clone().filter(|_| same)
        })
    });
    let fetch = known.is_none().then_some(wanted).flatten();
    let address = here().map(|(path, query)| address(&path, &query)).unwrap_or_default();
    shown.update(|shown| {
        *shown = Shown { place, card: known, step: shown.step + 1, address };
    });
    let step = shown.with_untracked(|shown| shown.step);
    if let Some((code, town)) = fetch {
        spawn_local(async move {
            if let Ok(card) = find_place(env.lang.tag.to_owned(), code, town).await {
                // A later screen has its own wish.
                if shown.with_untracked(|shown| shown.step == step) {
                    shown.update(|shown| shown.card = Some(card));
                }
            }
        });
    }
}

fn postcode(env: &Env, place: &Place) -> Option<(u32, Option<String>)> {
    match place.read.answers.named(env.book, "place") {
        Some(Answer::Place(code, town)) => Some((*code, town.clone())),
        _ => None,
    }
}

/// Goes to an address of the guide without loading a document; loads it if it is none.
fn go(env: Env, shown: Screens, address: &str, found: Option<PlaceCard>) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let Some(window) = web_sys::window() else { return };
    let pushed = || {
        let place = parse(&env, path, query)?;
        let history = window.history().ok()?;
        history.push_state_with_url(&JsValue::NULL, "", Some(address)).ok()?;
        Some(place)
    };
    match pushed() {
        Some(place) => show(env, shown, place, found),
        None => {
            let _ = window.location().set_href(address);
        }
    }
}

/// Title, reading position and focus as after loading a document.
fn arrive(env: &Env, place: &Place) {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    document.set_title(&title(env, place));
    if let Some((path, query)) = here() {
        let here = address(&path, &query);
        if let Ok(links) = document.query_selector_all("a[data-switch]") {
            for at in 0..links.length() {
                if let Some(link) =
                    links.get(at).and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok())
                {
                    let tag = link.hreflang();
                    link.set_href(&switch_language(&here, &tag));
                }
            }
        }
    }
    let wrong = place.draft.as_ref().is_some_and(|draft: &Draft| !draft.mistakes.is_empty());
    let selector = if wrong { ".summary" } else { "#inhalt h1" };
    let settle = Closure::once_into_js(move || {
        focus(selector);
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        announce();
    });
    // The new heading is in the page after the next frame at the latest.
    let _ = window.request_animation_frame(settle.unchecked_ref());
}

/// Says the new title politely, for readers whose focus stayed elsewhere.
fn announce() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let Some(live) = document.get_element_by_id("live") {
        live.set_text_content(Some(&document.title()));
    }
}

/// Links of the guide change the screen; everything else is the browser's.
pub(crate) fn on_click(env: Env, shown: Screens) -> impl Fn(MouseEvent) + 'static {
    move |event| {
        let plain = event.button() == 0
            && !event.meta_key()
            && !event.ctrl_key()
            && !event.shift_key()
            && !event.alt_key();
        if !plain || !sound() || event.default_prevented() {
            return;
        }
        let Some(link) = link(&event) else { return };
        let path = link.pathname();
        let query = link.search();
        let same_origin = web_sys::window()
            .and_then(|window| window.location().host().ok())
            .is_some_and(|host| host == link.host());
        // A jump within the page keeps the address and has a fragment.
        let jump = !link.hash().is_empty();
        let ours = parse(&env, &path, query.trim_start_matches('?')).is_some();
        if same_origin && ours && !jump && link.target().is_empty() {
            event.prevent_default();
            go(env, shown, &format!("{path}{query}"), None);
        }
    }
}

fn link(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    target.closest("a[href]").ok()??.dyn_into().ok()
}

/// The question's form goes on without loading a document.
pub(crate) fn on_submit(env: Env, shown: Screens) -> impl Fn(SubmitEvent) + 'static {
    move |event| {
        if !sound() {
            return;
        }
        let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        let Some(step) = form.and_then(|form| submit(&env, &fields(&form)?)) else { return };
        event.prevent_default();
        take(env, shown, step, None);
    }
}

fn take(env: Env, shown: Screens, step: Step, found: Option<PlaceCard>) {
    match step {
        Step::Go { to, from } => {
            // The way back leads to the question as it was answered.
            let history = web_sys::window().and_then(|window| window.history().ok());
            let kept = history
                .map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&from)));
            if let Some(Ok(())) = kept {
                go(env, shown, &to, found);
            }
        }
        Step::Again(place) => show_draft(shown, place),
        Step::LookUp { place, postcode, town } => spawn_local(async move {
            match find_place(env.lang.tag.to_owned(), postcode, town).await {
                Ok(card) => {
                    let next = answered(&env, place, postcode, &card);
                    take(env, shown, next, Some(card));
                }
                // Without the server's answer the plain form can still try, and says what is wrong.
                Err(_) => native_submit(),
            }
        }),
    }
}

fn show_draft(shown: Screens, place: Place) {
    shown.update(|shown| {
        shown.place = place;
        shown.step += 1;
    });
}

fn native_submit() {
    let document = web_sys::window().and_then(|window| window.document());
    let form = document.and_then(|document| document.query_selector(".guide form").ok().flatten());
    if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
        let _ = form.submit();
    }
}

/// What the form would send.
fn fields(form: &HtmlFormElement) -> Option<Vec<(String, String)>> {
    let data = FormData::new_with_form(form).ok()?;
    let mut all = Vec::new();
    for entry in js_sys::try_iter(&data).ok()?? {
        let pair = js_sys::Array::from(&entry.ok()?);
        all.push((pair.get(0).as_string()?, pair.get(1).as_string()?));
    }
    Some(all)
}
