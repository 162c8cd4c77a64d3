//! Places and offices from their files.

use super::predicate::index;
use super::{Problem, complete, source, values};
use crate::{Area, AreaText, Confidence, District, Municipality, Office, Places};
use std::collections::BTreeSet;

/// The texts of all languages, and which have been asked for.
struct Texts<'a> {
    files: &'a source::Geo,
    used: BTreeSet<String>,
}

impl Texts<'_> {
    /// One text per complete language, or none at all; reported if only some languages have it.
    fn maybe(&mut self, name: &str, problems: &mut Vec<Problem>) -> Vec<String> {
        let found: Vec<String> =
            self.files.words.iter().filter_map(|words| words.get(name).cloned()).collect();
        if !found.is_empty() && found.len() != self.files.words.len() {
            report(problems, name, "is missing in a language".into());
        }
        self.used.insert(name.to_owned());
        found
    }

    /// One text per language; reported if there is none.
    fn need(&mut self, name: &str, problems: &mut Vec<Problem>) -> Vec<String> {
        let found = self.maybe(name, problems);
        if found.is_empty() {
            report(problems, name, "has no text".into());
        }
        found
    }
}

/// Compiles places and offices; mistakes go to `problems`.
pub(super) fn compile(files: &source::Geo, problems: &mut Vec<Problem>) -> Places {
    let mut texts = Texts { files, used: BTreeSet::new() };
    let offices: Vec<Office> =
        files.offices.office.iter().map(|written| office(written, &mut texts, problems)).collect();
    let mut districts = Vec::new();
    for written in &files.places.district {
        let place = format!("district {}", written.id);
        let mut at = |id: &String| position(&offices, id, &place, problems);
        let (immigration_office, employment_agency) =
            (at(&written.immigration_office), at(&written.employment_agency));
        let (ihk, hwk) = (at(&written.chamber_ihk), at(&written.chamber_hwk));
        let area = match written.area.as_str() {
            "centre" => Area::Centre,
            "revier" => Area::Revier,
            other => {
                report(problems, &place, format!("area `{other}`: centre or revier"));
                Area::Outside
            }
        };
        let (id, name) = (written.id.clone(), written.name.clone());
        districts.push(District {
            id,
            name,
            area,
            immigration_office,
            employment_agency,
            ihk,
            hwk,
        });
    }
    let mut municipalities = Vec::new();
    for written in &files.places.municipality {
        let place = format!("municipality {}", written.id);
        let district = districts.iter().position(|district| district.id == written.district);
        let district = match district.map(index) {
            Some(Ok(at)) => at,
            _ => {
                report(problems, &place, format!("there is no district `{}`", written.district));
                u8::MAX
            }
        };
        let immigration_office =
            written.immigration_office.as_ref().map(|id| position(&offices, id, &place, problems));
        let mut postcodes = Vec::new();
        for text in &written.postcodes {
            match text.parse() {
                Ok(number) if text.len() == 5 => postcodes.push(number),
                _ => report(problems, &place, format!("`{text}` is no postcode")),
            }
        }
        if written.postcodes.is_empty() {
            // Nobody who types a postcode would ever find it.
            report(problems, &place, "needs at least one postcode".into());
        }
        let (id, name) = (written.id.clone(), written.name.clone());
        let doubt = texts.maybe(&format!("municipality.{id}.doubt"), problems);
        municipalities.push(Municipality {
            id,
            name,
            district,
            postcodes,
            immigration_office,
            doubt,
        });
    }
    let areas = areas(&mut texts, problems);
    for name in files.words.iter().flat_map(std::collections::BTreeMap::keys) {
        if !texts.used.contains(name) {
            report(problems, "words geo.toml", format!("nothing uses `{name}`"));
        }
    }
    let locales = complete().map(ToOwned::to_owned).collect();
    Places { locales, areas, districts, municipalities, offices }
}

fn areas(texts: &mut Texts, problems: &mut Vec<Problem>) -> Vec<[AreaText; 3]> {
    let parts = ["centre", "revier", "outside"].map(|area| {
        let title = texts.need(&format!("area.{area}.title"), problems);
        (title, texts.need(&format!("area.{area}.text"), problems))
    });
    let of = |at: usize, list: &Vec<String>| list.get(at).cloned().unwrap_or_default();
    let all = |at| {
        parts.each_ref().map(|(title, text)| AreaText { title: of(at, title), text: of(at, text) })
    };
    (0..texts.files.words.len()).map(all).collect()
}

fn office(written: &source::Office, texts: &mut Texts, problems: &mut Vec<Problem>) -> Office {
    let place = format!("office {}", written.id);
    let confidence = values::confidence(&written.confidence).unwrap_or_else(|| {
        report(problems, &place, "confidence is S, K or U".into());
        Confidence::Uncertain
    });
    let checked_on = values::day(&written.checked_on).unwrap_or_else(|| {
        report(problems, &place, "checked_on is no day of the calendar".into());
        crate::Day::default()
    });
    let doubt = format!("office.{}.doubt", written.id);
    let doubt = match confidence {
        Confidence::Sourced => texts.maybe(&doubt, problems),
        Confidence::Known | Confidence::Uncertain => texts.need(&doubt, problems),
    };
    Office {
        id: written.id.clone(),
        kind: written.kind,
        name: written.name.clone(),
        street: written.street.clone(),
        postcode: written.postcode.clone(),
        town: written.town.clone(),
        website: written.website.clone(),
        email: written.email.clone(),
        role: texts.need(&format!("office.{}.role", written.id), problems),
        doubt,
        source: written.source.clone(),
        source_url: written.source_url.clone(),
        confidence,
        checked_on,
    }
}

fn position(offices: &[Office], id: &str, place: &str, problems: &mut Vec<Problem>) -> u8 {
    match offices.iter().position(|office| office.id == id).map(index) {
        Some(Ok(at)) => at,
        _ => {
            report(problems, place, format!("there is no office `{id}`"));
            u8::MAX
        }
    }
}

fn report(problems: &mut Vec<Problem>, place: &str, what: String) {
    problems.push(Problem { place: place.to_owned(), what });
}
