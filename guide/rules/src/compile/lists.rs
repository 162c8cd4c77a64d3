//! Countries and the lists of them.

use super::book::{day, report, unique};
use super::condition::citations;
use super::keys::Keys;
use super::{Problem, source, values};
use crate::{Country, CountryList, Law};

/// Lists of countries that have a name; mistakes go to `problems`.
pub(super) fn lists(
    written: &source::Lists,
    known: &[Country],
    laws: &[Law],
    problems: &mut Vec<Problem>,
) -> Vec<CountryList> {
    let mut all = Vec::new();
    for list in &written.list {
        let place = format!("list {}", list.id);
        day(&list.checked_on, &place, problems);
        let mut countries = Vec::new();
        for text in &list.countries {
            match values::country(text) {
                Some(code) if known.iter().any(|one| one.code == code) => countries.push(code),
                Some(_) => report(problems, &place, format!("there is no country `{text}`")),
                None => report(problems, &place, format!("`{text}` is no country code")),
            }
        }
        countries.sort_unstable();
        let confidence = values::confidence(&list.confidence).unwrap_or_else(|| {
            report(problems, &place, "confidence is S, K or U");
            crate::Confidence::Uncertain
        });
        let law = citations(laws, problems, &place, &list.law);
        all.push(CountryList { id: list.id.clone(), countries, law, confidence });
    }
    unique("lists", all.iter().map(|one| &one.id), problems);
    all
}

/// All countries that have a name.
pub(super) fn countries(keys: &mut Keys) -> Vec<Country> {
    let mut all = Vec::new();
    for code in keys.below("country.") {
        if let (Some(code), Some(name)) =
            (values::country(&code), keys.maybe(&format!("country.{code}")))
        {
            all.push(Country { code, name });
        }
    }
    all
}
