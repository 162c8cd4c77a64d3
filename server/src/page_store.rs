//! Pages without answers in the address, rendered and compressed once a day.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use axum::http::{HeaderMap, HeaderValue, header};
use bytes::Bytes;
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use crate::encoding::{Effort, Encoding};

/// More than there are such pages in all languages; addresses nobody linked cannot fill memory.
const CAPACITY: usize = 128;

/// The pages of one day. Asking for another day empties it, so that midnight needs no timer.
#[derive(Default)]
pub(crate) struct PageStore {
    day: RwLock<Option<Day>>,
}

struct Day {
    date: Date,
    pages: HashMap<String, Arc<StoredPage>>,
}

/// One page in every coding.
pub(crate) struct StoredPage {
    pub(crate) locale: &'static str,
    variants: [Variant; 3],
}

/// One coding of a page.
pub(crate) struct Variant {
    pub(crate) encoding: Encoding,
    pub(crate) bytes: Bytes,
    pub(crate) etag: HeaderValue,
}

impl PageStore {
    /// The page at `path` as it reads on `date`.
    pub(crate) fn get(&self, path: &str, date: Date) -> Option<Arc<StoredPage>> {
        let day = self.day.read().unwrap_or_else(PoisonError::into_inner);
        day.as_ref().filter(|day| day.date == date)?.pages.get(path).cloned()
    }

    /// Keeps a page for `date`; when the store is full the page is returned without being kept.
    pub(crate) fn put(&self, path: &str, date: Date, page: StoredPage) -> Arc<StoredPage> {
        let page = Arc::new(page);
        let mut day = self.day.write().unwrap_or_else(PoisonError::into_inner);
        if day.as_ref().is_none_or(|day| day.date != date) {
            *day = Some(Day { date, pages: HashMap::new() });
        }
        if let Some(day) = day.as_mut().filter(|day| day.pages.len() < CAPACITY) {
            day.pages.insert(path.to_owned(), Arc::clone(&page));
        }
        page
    }
}

impl StoredPage {
    /// Compresses `html` thoroughly, for all who ask for it today.
    pub(crate) fn new(html: String, locale: &'static str) -> Self {
        let html = Bytes::from(html);
        let variants = Encoding::ALL.map(|wanted| {
            let (encoding, bytes) = wanted.encode(html.clone(), Effort::Kept);
            let etag = etag(&bytes);
            Variant { encoding, bytes, etag }
        });
        Self { locale, variants }
    }

    /// The page in `encoding`.
    pub(crate) fn variant(&self, encoding: Encoding) -> &Variant {
        let [brotli, gzip, identity] = &self.variants;
        match encoding {
            Encoding::Brotli => brotli,
            Encoding::Gzip => gzip,
            Encoding::Identity => identity,
        }
    }
}

/// A strong validator: hash of the bytes sent, so it differs between codings.
fn etag(bytes: &[u8]) -> HeaderValue {
    let half = Sha256::digest(bytes).first_chunk().copied().map(u128::from_be_bytes);
    let quoted = format!("\"{:032x}\"", half.unwrap_or_default());
    HeaderValue::from_str(&quoted).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

/// Whether `If-None-Match` names this page (weak comparison, RFC 9110 § 13.1.2).
pub(crate) fn is_known(headers: &HeaderMap, etag: &HeaderValue) -> bool {
    headers.get_all(header::IF_NONE_MATCH).iter().any(|value| {
        let mut tags = value.as_bytes().split(|byte| *byte == b',').map(<[u8]>::trim_ascii);
        tags.any(|tag| tag == b"*" || tag.strip_prefix(b"W/").unwrap_or(tag) == etag.as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn page(text: &str) -> StoredPage {
        StoredPage::new(text.to_owned(), "de")
    }

    #[test]
    fn a_page_of_yesterday_is_never_shown() {
        let store = PageStore::default();
        let (monday, tuesday) = (date(2026, 11, 23), date(2026, 11, 24));
        store.put("/de/", monday, page("Montag"));
        assert!(store.get("/de/", tuesday).is_none());
        store.put("/de/", tuesday, page("Dienstag"));
        let kept = store.get("/de/", tuesday).unwrap();
        assert_eq!(kept.variant(Encoding::Identity).bytes, "Dienstag");
        assert!(store.get("/de/", monday).is_none());
    }

    #[test]
    fn a_full_store_keeps_what_it_has_and_takes_no_more() {
        let store = PageStore::default();
        let day = date(2026, 11, 23);
        for n in 0..CAPACITY {
            store.put(&format!("/de/{n}"), day, page("x"));
        }
        let unkept = store.put("/de/zuviel", day, page("zuviel"));
        assert_eq!(unkept.variant(Encoding::Identity).bytes, "zuviel");
        assert!(store.get("/de/zuviel", day).is_none());
        assert!(store.get("/de/0", day).is_some());
    }

    #[test]
    fn codings_differ_in_their_validator_and_equal_pages_do_not() {
        let (one, same) = (page("text"), page("text"));
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
