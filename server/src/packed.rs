//! Text that is the same for everyone for a while: compressed once, sent often.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use bytes::Bytes;
use sha2::{Digest as _, Sha256};

use crate::encoding::{Effort, Encoding};

/// One text in every coding.
pub(crate) struct Packed {
    variants: [Variant; 3],
}

/// One coding of a text.
pub(crate) struct Variant {
    pub(crate) encoding: Encoding,
    pub(crate) bytes: Bytes,
    pub(crate) etag: HeaderValue,
}

impl Packed {
    /// Compresses `text` thoroughly.
    pub(crate) fn new(text: String) -> Self {
        let text = Bytes::from(text);
        let variants = Encoding::ALL.map(|wanted| {
            let (encoding, bytes) = wanted.encode(text.clone(), Effort::Kept);
            let etag = etag(&bytes);
            Variant { encoding, bytes, etag }
        });
        Self { variants }
    }

    /// The text in `encoding`.
    pub(crate) fn variant(&self, encoding: Encoding) -> &Variant {
        let [brotli, gzip, identity] = &self.variants;
        match encoding {
            Encoding::Brotli => brotli,
            Encoding::Gzip => gzip,
            Encoding::Identity => identity,
        }
    }

    /// 200 with the text in the coding the client likes best, or 304 if it has that already.
    /// `kind` is the content type, `keep` the value of `Cache-Control`.
    pub(crate) fn respond(
        &self,
        asked: &HeaderMap,
        kind: &'static str,
        keep: &'static str,
    ) -> Response {
        let variant = self.variant(Encoding::preferred(asked));
        let mut response = if is_known(asked, &variant.etag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            let mut response = variant.bytes.clone().into_response();
            let sent = response.headers_mut();
            sent.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
            if let Some(coding) = variant.encoding.header() {
                sent.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
            }
            response
        };
        let sent = response.headers_mut();
        sent.insert(header::ETAG, variant.etag.clone());
        sent.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
        sent.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        response
    }
}

/// A strong validator: hash of the bytes sent, so it differs between codings.
fn etag(bytes: &[u8]) -> HeaderValue {
    let half = Sha256::digest(bytes).first_chunk().copied().map(u128::from_be_bytes);
    let quoted = format!("\"{:032x}\"", half.unwrap_or_default());
    HeaderValue::from_str(&quoted).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

/// Whether `If-None-Match` names this text (weak comparison, RFC 9110 § 13.1.2).
fn is_known(headers: &HeaderMap, etag: &HeaderValue) -> bool {
    headers.get_all(header::IF_NONE_MATCH).iter().any(|value| {
        let mut tags = value.as_bytes().split(|byte| *byte == b',').map(<[u8]>::trim_ascii);
        tags.any(|tag| tag == b"*" || tag.strip_prefix(b"W/").unwrap_or(tag) == etag.as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codings_differ_in_their_validator_and_equal_texts_do_not() {
        let [one, same] = ["text", "text"].map(|text| Packed::new(text.to_owned()));
        let tags = Encoding::ALL.map(|e| one.variant(e).etag.clone());
        let [br, gzip, plain] = &tags;
        assert!(br != gzip && gzip != plain && br != plain);
        assert_eq!(tags, Encoding::ALL.map(|e| same.variant(e).etag.clone()));
    }

    #[test]
    fn if_none_match_lists_weak_tags_and_the_star_are_understood() {
        let etag = HeaderValue::from_static("\"ab\"");
        for (value, known) in [
            ("\"ab\"", true),
            ("W/\"ab\"", true),
            ("\"cd\", \"ab\"", true),
            ("*", true),
            ("\"cd\"", false),
            ("ab", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, value.parse().unwrap());
            assert_eq!(is_known(&headers, &etag), known, "{value:?}");
        }
    }
}
