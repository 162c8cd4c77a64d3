//! Occupations, who recognises them and what firms check.

use super::{check_ids, files, name, parsed, report};
use crate::{
    Body, Both, Check, Level, Occupation, Occupations, Regulated, Responsible, Sector, Trade,
};
use rules::Fact;
use rules::compile::{Content, Problem};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    occupation: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    de: String,
    de_f: Option<String>,
    en: String,
    #[serde(default)]
    also_de: Vec<String>,
    #[serde(default)]
    also_en: Vec<String>,
    sector: Sector,
    level: Level,
    craft: Option<Trade>,
    isco: String,
    regulated: Regulated,
    law: Option<String>,
    body: String,
    check: Vec<String>,
    note_de: Option<String>,
    note_en: Option<String>,
    confidence: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mapping {
    shortage: Vec<String>,
    field: BTreeMap<String, Vec<String>>,
    body: Vec<WrittenBody>,
    check: Vec<WrittenCheck>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenBody {
    id: String,
    /// `hwk`, or the id of an office.
    office: Option<String>,
    name: Both,
    role: Both,
    cost: Option<Both>,
    duration: Option<Both>,
    doubt: Option<Both>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCheck {
    id: String,
    question: Both,
    why: Both,
}

/// Compiles `mapping.toml` and the files of `occupations/`; those named `lookups-…` are tests.
pub(super) fn compile(folder: &Path, rules: &Content, problems: &mut Vec<Problem>) -> Occupations {
    let mapping: Mapping = parsed(&folder.join("mapping.toml"), problems).unwrap_or_default();
    check_mapping(&mapping, rules, problems);
    let mut all = Vec::new();
    for path in files(&folder.join("occupations"), ".toml", problems) {
        let file = name(&path);
        if file.starts_with("lookups-") {
            continue;
        }
        let Some(File { occupation }) = parsed(&path, problems) else { continue };
        for written in occupation {
            let place = format!("{file}: {}", written.id);
            all.push(one(written, &mapping, rules, &place, problems));
        }
    }
    check_ids("occupations", all.iter().map(|one| one.id.as_str()), problems);
    all.sort_by(|a, b| (a.sector, &a.name.de).cmp(&(b.sector, &b.name.de)));
    let bodies = mapping.body.into_iter().map(|written| Body {
        responsible: match written.office.as_deref() {
            Some("hwk") => Responsible::Hwk,
            Some(id) => Responsible::Office(id.to_owned()),
            None => Responsible::Unnamed,
        },
        id: written.id,
        name: written.name,
        role: written.role,
        cost: written.cost,
        duration: written.duration,
        doubt: written.doubt,
    });
    let checks = mapping.check.into_iter().map(|written| {
        let WrittenCheck { id, question, why } = written;
        Check { id, question, why }
    });
    let (bodies, checks) = (bodies.collect(), checks.collect());
    Occupations::new(all, bodies, checks)
}

fn check_mapping(mapping: &Mapping, rules: &Content, problems: &mut Vec<Problem>) {
    let place = "mapping.toml";
    check_ids(place, mapping.body.iter().map(|body| body.id.as_str()), problems);
    check_ids(place, mapping.check.iter().map(|check| check.id.as_str()), problems);
    for office in mapping.body.iter().filter_map(|body| body.office.as_deref()) {
        let known = office == "hwk" || rules.places.offices.iter().any(|one| one.id == office);
        if !known {
            report(problems, place, format!("there is no office `{office}`"));
        }
    }
    for (fact, values) in [
        ("isco", mapping.shortage.iter().collect::<Vec<_>>()),
        ("field", mapping.field.keys().collect()),
    ] {
        let known = fact_of(rules, fact).map(|fact| &fact.options);
        for value in values {
            if !known.is_some_and(|known| known.iter().any(|one| one.id == *value)) {
                report(problems, place, format!("the fact {fact} has no value `{value}`"));
            }
        }
    }
}

fn fact_of<'a>(rules: &'a Content, id: &str) -> Option<&'a Fact> {
    rules.book.facts.iter().find(|fact| fact.id == id)
}

fn one(
    written: Written,
    mapping: &Mapping,
    rules: &Content,
    place: &str,
    problems: &mut Vec<Problem>,
) -> Occupation {
    let mut wrong = |what: String| report(problems, place, what);
    let isco = match written.isco.parse() {
        Ok(code) if written.isco.len() == 4 => code,
        _ => {
            wrong(format!("`{}` is no ISCO-08 unit group of four digits", written.isco));
            0
        }
    };
    let Some(body) = mapping.body.iter().position(|body| body.id == written.body) else {
        wrong(format!("there is no body `{}`", written.body));
        return blank(written, isco);
    };
    let mut checks = Vec::new();
    for id in &written.check {
        match mapping.check.iter().position(|check| check.id == *id).map(u8::try_from) {
            Some(Ok(at)) => checks.push(at),
            _ => wrong(format!("there is no check `{id}`")),
        }
    }
    if written.check.is_empty() {
        wrong("has nothing to check".to_owned());
    }
    if written.regulated == Regulated::No && written.law.is_some() {
        wrong("is not regulated and names a law that does".to_owned());
    }
    if !matches!(written.confidence.as_deref(), None | Some("S")) {
        wrong("confidence is S or left out".to_owned());
    }
    if written.note_de.is_some() != written.note_en.is_some() {
        wrong("has a note in one language only".to_owned());
    }
    // The group with the most digits that the code starts with.
    let values = fact_of(rules, "isco").map(|fact| fact.options.as_slice()).unwrap_or_default();
    let groups = values.iter().map(|value| value.id.as_str());
    let group = groups.filter(|group| written.isco.starts_with(group)).max_by_key(|g| g.len());
    let group = group.unwrap_or("other").to_owned();
    let named = |(_, codes): &(&String, &Vec<String>)| codes.contains(&written.isco);
    let field = mapping.field.iter().find(named).map(|(value, _)| value.clone());
    Occupation {
        shortage: mapping.shortage.contains(&group),
        group,
        field,
        body: u8::try_from(body).unwrap_or(u8::MAX),
        checks,
        ..blank(written, isco)
    }
}

/// What needs no looking up.
fn blank(written: Written, isco: u16) -> Occupation {
    let note = written.note_de.zip(written.note_en).map(|(de, en)| Both { de, en });
    Occupation {
        id: written.id,
        name: Both { de: written.de, en: written.en },
        female: written.de_f,
        also: Both { de: written.also_de.join("\n"), en: written.also_en.join("\n") },
        sector: written.sector,
        level: written.level,
        trade: written.craft,
        isco,
        group: String::new(),
        shortage: false,
        field: None,
        regulated: written.regulated,
        law: written.law,
        body: 0,
        checks: Vec::new(),
        note,
        sourced: written.confidence.is_some(),
    }
}
