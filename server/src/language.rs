//! Which language to answer in when the address does not say.

use axum::http::{HeaderMap, header};

/// Used when a reader's browser asks for nothing we have.
const DEFAULT: &str = "de";

/// The locale of the first path segment, if it is one of `supported`.
pub(crate) fn of_path<'a>(path: &str, supported: &'a [String]) -> Option<&'a str> {
    let first = path.strip_prefix('/')?.split('/').next()?;
    supported.iter().map(String::as_str).find(|tag| *tag == first)
}

/// The supported locale `Accept-Language` likes best; German when it names none of them.
///
/// Only languages are negotiated: to a form of one, `de-simple`, only a link leads.
pub(crate) fn negotiate<'a>(headers: &HeaderMap, supported: &'a [String]) -> &'a str {
    let mut best: Option<(&str, f32)> = None;
    for value in headers.get_all(header::ACCEPT_LANGUAGE) {
        for (range, weight) in value.to_str().unwrap_or_default().split(',').map(weighted) {
            let primary = range.split('-').next().unwrap_or_default();
            let Some(tag) = supported.iter().find(|tag| tag.eq_ignore_ascii_case(primary)) else {
                continue;
            };
            if weight > best.map_or(0.0, |(_, weight)| weight) {
                best = Some((tag, weight));
            }
        }
    }
    best.map_or_else(|| default(supported), |(tag, _)| tag)
}

fn default(supported: &[String]) -> &str {
    let known = supported.iter().find(|tag| *tag == DEFAULT).or(supported.first());
    known.map_or(DEFAULT, String::as_str)
}

/// Splits `value;q=0.8` of an `Accept-…` header; 1 without a weight, 0 for an unreadable one.
pub(crate) fn weighted(item: &str) -> (&str, f32) {
    let mut parts = item.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let weight = parts.find_map(|part| {
        let (key, value) = part.split_once('=')?;
        key.trim().eq_ignore_ascii_case("q").then(|| value.trim().parse().unwrap_or(0.0))
    });
    let weight: f32 = weight.unwrap_or(1.0);
    (name, if weight.is_nan() { 0.0 } else { weight.clamp(0.0, 1.0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_weight_wins_and_the_first_of_equals() {
        let supported = ["de".to_owned(), "de-simple".to_owned(), "en".to_owned()];
        for (wanted, expected) in [
            ("", "de"),
            ("en", "en"),
            ("en-GB,de;q=0.9", "en"),
            ("de;q=0.5, en;q=0.8", "en"),
            ("fr, tr;q=0.9", "de"),
            ("fr, EN;q=0.1", "en"),
            ("en;q=0", "de"),
            ("*", "de"),
            ("en;q=NaN, de;q=0.1", "de"),
            ("en;q=abc", "de"),
            ("en,de", "en"),
            ("de-simple", "de"),
            ("de-SIMPLE, en;q=0.9", "de"),
            ("en-simple;q=0.5, de-simple;q=0.4", "en"),
            (";;;,,,=q", "de"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, wanted.parse().unwrap());
            assert_eq!(negotiate(&headers, &supported), expected, "{wanted:?}");
        }
        assert_eq!(negotiate(&HeaderMap::new(), &supported), "de");
    }

    #[test]
    fn only_a_whole_first_segment_is_a_locale() {
        let supported = ["de".to_owned(), "de-simple".to_owned(), "en".to_owned()];
        for (path, expected) in [
            ("/de", Some("de")),
            ("/en/", Some("en")),
            ("/en/pruefen", Some("en")),
            ("/de-simple/", Some("de-simple")),
            ("/de-simpler/", None),
            ("/entry", None),
            ("/DE/", None),
            ("/", None),
            ("", None),
            ("//de/", None),
        ] {
            assert_eq!(of_path(path, &supported), expected, "{path:?}");
        }
    }
}
