//! The second bundle, as the first one sees it.

use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Fetches the second bundle; the loader hands it over. Called again it answers at once.
    #[derive(Clone)]
    pub type Load;

    #[wasm_bindgen(method, js_name = call)]
    fn fetch(this: &Load) -> js_sys::Promise;

    /// The second bundle's functions; see the crate `frontend-results`.
    pub(super) type Rest;

    #[wasm_bindgen(method, catch)]
    pub(super) fn draw(
        this: &Rest,
        path: &str,
        query: &str,
        today: &str,
        card: Option<Vec<u8>>,
    ) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(method)]
    fn find(this: &Rest, locale: &str, postcode: u32, town: Option<String>) -> js_sys::Promise;
}

thread_local! {
    static LOAD: RefCell<Option<Load>> = const { RefCell::new(None) };
}

/// Keeps what fetches the second bundle.
pub fn set_rest(load: Load) {
    LOAD.with(|kept| kept.replace(Some(load)));
}

/// The second bundle, as soon as it is there; `None` if it cannot be fetched.
pub(super) async fn rest() -> Option<Rest> {
    let load = LOAD.with(|kept| kept.borrow().clone())?;
    JsFuture::from(load.fetch()).await.ok().map(JsCast::unchecked_into)
}

/// Who is responsible for a postcode, as the packed place card; `None` if nobody could be asked.
pub(super) async fn find(locale: &str, postcode: u32, town: Option<String>) -> Option<Vec<u8>> {
    let found = JsFuture::from(rest().await?.find(locale, postcode, town)).await.ok()?;
    found.dyn_into::<js_sys::Uint8Array>().ok().map(|bytes| bytes.to_vec())
}
