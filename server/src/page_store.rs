//! Pages without answers in the address, rendered and compressed once a day.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use jiff::civil::Date;

use crate::packed::Packed;

/// More than there are such pages in all languages; addresses nobody linked cannot fill memory.
const CAPACITY: usize = 512;

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
    pub(crate) packed: Packed,
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
        Self { locale, packed: Packed::new(html) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::encoding::Encoding;

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
        assert_eq!(kept.packed.variant(Encoding::Identity).bytes, "Dienstag");
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
        assert_eq!(unkept.packed.variant(Encoding::Identity).bytes, "zuviel");
        assert!(store.get("/de/zuviel", day).is_none());
        assert!(store.get("/de/0", day).is_some());
    }
}
