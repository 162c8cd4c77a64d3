//! A site that may show the guide and the finder of occupations inside its own pages.

use std::str::FromStr;

use axum::http::Uri;

/// An origin, as written in a Content-Security-Policy: `https://www.example.org`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embedder(String);

/// The text is no origin, or one that anybody on the way could pretend to be.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error(
    "must be an origin like https://www.example.org, without a path (http only on this machine)"
)]
pub struct EmbedderError;

impl Embedder {
    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.0
    }
}

impl FromStr for Embedder {
    type Err = EmbedderError;

    fn from_str(text: &str) -> Result<Self, EmbedderError> {
        let uri: Uri = text.parse().map_err(|_| EmbedderError)?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(EmbedderError);
        };
        let local = matches!(uri.host(), Some("127.0.0.1" | "localhost"));
        let safe = scheme == "https" || scheme == "http" && local;
        // Anything else (";", "'", "*", a user name) would change the meaning of the policy.
        let plain = |b: u8| b.is_ascii_alphanumeric() || b".:-".contains(&b);
        let bare = text == format!("{scheme}://{authority}");
        if !safe || !bare || !authority.as_str().bytes().all(plain) {
            return Err(EmbedderError);
        }
        Ok(Self(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::Embedder;

    #[test]
    fn origins_alone_are_taken() {
        for (text, taken) in [
            ("https://www.example.org", true),
            ("https://example.org:8443", true),
            ("http://127.0.0.1:4000", true),
            ("http://localhost:4000", true),
            ("http://www.example.org", false),
            ("https://www.example.org/", false),
            ("https://www.example.org/page", false),
            ("https://*.example.org", false),
            ("https://a;script-src", false),
            ("https://user@example.org", false),
            ("*", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Embedder>().is_ok(), taken, "{text:?}");
        }
    }
}
