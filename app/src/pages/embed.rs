//! How another site shows the guide in its own pages, and how programs ask it.

use super::plain;
use super::site::Site;
use crate::wizard::Env;
use guide::page;
use leptos::prelude::*;

/// What a site puts into its page; the address is filled in by the reader.
const FRAME: &str = r#"<iframe id="revierlotse" title="Revierlotse"
  src="https://{address}/{tag}/occupations"
  width="100%" height="900"></iframe>"#;

/// What makes the frame as high as its page.
const HEIGHT: &str = r#"const frame = document.getElementById("revierlotse");
addEventListener("message", (event) => {
  if (event.source === frame.contentWindow && event.data.revierlotse) {
    frame.height = event.data.revierlotse;
  }
});"#;

/// The page.
pub(super) fn page(site: &Site, env: Env) -> String {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let code = |text: String, label| {
        view! { <pre class="code mt-3" tabindex="0" role="region" aria-label=t(label)><code>{text}</code></pre> }
    };
    let body = view! {
        <div class="wrap section">
            <div class="text">
                <h1>{t(page::EMBED_TITLE)}</h1>
                <p class="lead mt-3">{t(page::EMBED_LEAD)}</p>
                <section class="group">
                    <h2>{t(page::EMBED_FRAME)}</h2>
                    <p>{t(page::EMBED_FRAME_TEXT)}</p>
                    {code(FRAME.replace("{tag}", tag).replace("{address}", t(page::EMBED_ADDRESS)), page::EMBED_FRAME)}
                    <p class="mt-3">{t(page::EMBED_PAGES)}</p>
                </section>
                <section class="group">
                    <h2>{t(page::EMBED_HEIGHT)}</h2>
                    <p>{t(page::EMBED_HEIGHT_TEXT)}</p>
                    {code(HEIGHT.to_owned(), page::EMBED_HEIGHT)}
                </section>
                <section class="group">
                    <h2>{t(page::EMBED_DATA)}</h2>
                    <p>{t(page::EMBED_DATA_TEXT)}</p>
                </section>
                <section class="group">
                    <h2>{t(page::EMBED_API)}</h2>
                    <p>{t(page::EMBED_API_TEXT)} " " <a href="/openapi.json">"/openapi.json"</a></p>
                </section>
            </div>
        </div>
    };
    plain(site, env, &format!("/{tag}/embed"), t(page::EMBED_TITLE), body)
}
