//! Occupations as cards: the first one open, the others in a line.

use super::{Local, MOST, Setting};
use crate::Lang;
use guide::find;
use leptos::either::Either;
use leptos::prelude::*;
use lookup::{Found, Level, Occupation, Occupations, Regulated, Responsible, Sector};
use rules::Key;

/// A row of a card: label, value, and a line below it.
pub(crate) type Row = (Key, String, Option<String>);

/// The cards as HTML.
pub(super) fn list(setting: &Setting, all: &Occupations, found: &[Found]) -> String {
    let cards = found.iter().take(MOST).enumerate().map(|(at, found)| {
        let one = found.occupation;
        let body = if at == 0 {
            Either::Left(open(setting, all, one))
        } else {
            Either::Right(line(setting, all, one))
        };
        card(setting, one, body)
    });
    cards.collect_view().to_html()
}

fn card<V: IntoView>(setting: &Setting, one: &Occupation, body: V) -> impl IntoView + use<V> {
    let Setting { lang, carried, .. } = setting;
    let (name, other, tag) = names(lang, one);
    let query = if carried.is_empty() { String::new() } else { format!("?{carried}") };
    let href = format!("/{}/occupations/{}{query}", lang.tag, one.id);
    view! {
        <article class="card pathway">
            {pills(lang, one)}
            <h3><a href=href>{name}</a></h3>
            <p class="muted" lang=tag>{other}</p>
            {body}
        </article>
    }
}

/// The name in the page's language, and the other one with its language.
pub(crate) fn names(lang: &Lang, one: &Occupation) -> (String, String, &'static str) {
    let (de, en) = (one.name.de.clone(), one.name.en.clone());
    if lang.tag == "en" { (en, de, "de") } else { (de, en, "en") }
}

/// Branch, level, and whether it is regulated or short of people.
pub(crate) fn pills(lang: &Lang, one: &Occupation) -> impl IntoView + use<> {
    let plain = |text| view! { <span class="pill pill--plain">{text}</span> };
    let regulated = match one.regulated {
        Regulated::No => find::REGULATED_NO,
        Regulated::Yes => find::REGULATED_YES,
        Regulated::Partly => find::REGULATED_PARTLY,
    };
    let listed = one.shortage && one.level == Level::Degree;
    let shortage = listed.then(|| plain(lang.t(find::SHORTAGE_PILL)));
    view! {
        <p class="pills mt-2">
            {plain(lang.t(sector(one.sector)))}
            {plain(lang.t(level(one.level)))}
            {plain(lang.t(regulated))}
            {shortage}
        </p>
    }
}

fn open(setting: &Setting, all: &Occupations, one: &Occupation) -> impl IntoView + use<> {
    let Setting { lang, local, carried } = setting;
    let (name, ..) = names(lang, one);
    let note = one.note.as_ref().map(|note| note.of(lang.tag).to_owned());
    let rows = rows_view(lang, rows(lang, all, one, local.as_ref()));
    let named = lang.fill(find::TAKE_NAMED, &[("name", &name)]);
    view! {
        {note.map(|note| view! { <p>{note}</p> })}
        {rows}
        <div class="actions">
            <a class="btn" href=take(lang, one, carried) aria-label=named>{lang.t(find::TAKE)}</a>
        </div>
    }
}

/// Where an occupation is taken into the guide.
pub(crate) fn take(lang: &Lang, one: &Occupation, carried: &str) -> String {
    let and = if carried.is_empty() { "" } else { "&" };
    format!("/{}/occupations/take?occupation={}{and}{carried}", lang.tag, one.id)
}

fn line(setting: &Setting, all: &Occupations, one: &Occupation) -> impl IntoView + use<> {
    let (value, _) = recognition(&setting.lang, all, one, setting.local.as_ref());
    view! { <p>{setting.lang.t(find::RECOGNITION)}": "{value}</p> }
}

/// Who recognises it, and for whom that holds.
fn recognition(
    lang: &Lang,
    all: &Occupations,
    one: &Occupation,
    local: Option<&Local>,
) -> (String, Option<String>) {
    let Some(body) = all.body(one) else { return Default::default() };
    let name = || body.name.of(lang.tag).to_owned();
    match (&body.responsible, local) {
        (Responsible::Hwk, Some(local)) => {
            let place = lang.fill(find::IN_CHARGE_FOR, &[("place", &local.place)]);
            (local.chamber.clone(), Some(place))
        }
        (Responsible::Hwk, None) => (name(), Some(lang.t(find::IN_CHARGE_PLACE).to_owned())),
        (Responsible::Office(_) | Responsible::Unnamed, _) => {
            (name(), body.doubt.as_ref().map(|doubt| doubt.of(lang.tag).to_owned()))
        }
    }
}

/// The facts of an occupation, always the same in the same order.
pub(crate) fn rows(
    lang: &Lang,
    all: &Occupations,
    one: &Occupation,
    local: Option<&Local>,
) -> Vec<Row> {
    let text = |both: &lookup::Both| both.of(lang.tag).to_owned();
    let t = |key| lang.t(key).to_owned();
    let (office, below) = recognition(lang, all, one, local);
    let mut rows = vec![(find::RECOGNITION, office, below)];
    // Where nobody recognises anything there is nothing to pay or to wait for.
    if let Some(body) = all.body(one).filter(|body| body.id != "none") {
        let known = |value: &Option<lookup::Both>| value.as_ref().map_or(t(find::NO_FIGURE), text);
        rows.push((find::COST, known(&body.cost), None));
        let from = body.duration.is_some().then(|| t(find::DURATION_FROM));
        rows.push((find::DURATION, known(&body.duration), from));
    }
    let listed = match (one.shortage, one.level) {
        (false, _) => find::NO,
        (true, Level::Degree) => find::YES,
        // The list names academic professions: without a degree it helps nobody.
        (true, _) => find::WITH_DEGREE,
    };
    rows.push((find::SHORTAGE, t(listed), Some(t(find::MAPPED))));
    if let Some(check) = all.checks(one).next() {
        rows.push((find::CHECK, text(&check.question), Some(text(&check.why))));
    }
    rows
}

/// Rows as a list of terms and values.
pub(crate) fn rows_view(lang: &Lang, rows: Vec<Row>) -> impl IntoView + use<> {
    let lang = *lang;
    let row = move |(label, value, below): Row| {
        let below = below.map(|text| view! { <small>{text}</small> });
        view! { <div><dt>{lang.t(label)}</dt><dd>{value}{below}</dd></div> }
    };
    view! { <dl class="rows">{rows.into_iter().map(row).collect_view()}</dl> }
}

fn sector(sector: Sector) -> Key {
    match sector {
        Sector::Craft => find::SECTOR_CRAFT,
        Sector::Industry => find::SECTOR_INDUSTRY,
        Sector::Commerce => find::SECTOR_COMMERCE,
        Sector::Hospitality => find::SECTOR_HOSPITALITY,
        Sector::Transport => find::SECTOR_TRANSPORT,
        Sector::Construction => find::SECTOR_CONSTRUCTION,
        Sector::It => find::SECTOR_IT,
        Sector::Care => find::SECTOR_CARE,
        Sector::Health => find::SECTOR_HEALTH,
        Sector::Education => find::SECTOR_EDUCATION,
        Sector::Engineering => find::SECTOR_ENGINEERING,
        Sector::Science => find::SECTOR_SCIENCE,
        Sector::Office => find::SECTOR_OFFICE,
        Sector::Agriculture => find::SECTOR_AGRICULTURE,
        Sector::Service => find::SECTOR_SERVICE,
    }
}

fn level(level: Level) -> Key {
    match level {
        Level::Helper => find::LEVEL_HELPER,
        Level::Assistant => find::LEVEL_ASSISTANT,
        Level::Training => find::LEVEL_TRAINING,
        Level::Further => find::LEVEL_FURTHER,
        Level::Degree => find::LEVEL_DEGREE,
    }
}
