//! Server functions: decode, ask the use case, answer. No logic.
#![expect(
    missing_docs,
    reason = "the macro makes a struct of the arguments, which are documented on the function"
)]
#![cfg_attr(
    feature = "ssr",
    expect(
        clippy::unused_async,
        reason = "a server function is async even if it waits for nothing"
    )
)]

use guide::places::PlaceCard;
use leptos::server;
use leptos::server_fn::codec::{Postcard, PostcardEncoding};
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// Why a call brought nothing. No details: they would only help somebody who probes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unavailable;

impl FromServerFnError for Unavailable {
    type Encoder = PostcardEncoding;

    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self
    }
}

/// Who is responsible where somebody lives: postcode → municipality, area, Ausländerbehörde.
///
/// `town` is the municipality's id where the postcode is shared; `locale` a language tag.
///
/// # Errors
/// [`Unavailable`] when the server cannot be reached or did not understand.
#[server(prefix = "/api/fn", endpoint = "find_place", input = Postcard, output = Postcard)]
pub async fn find_place(
    locale: String,
    postcode: u32,
    town: Option<String>,
) -> Result<PlaceCard, Unavailable> {
    Ok(guide::places::look_up(guide::all_places(), &locale, postcode, town.as_deref()))
}
