//! The start page.

use super::plain;
use super::site::Site;
use crate::icons::{Icon, VerdictSign};
use crate::wizard::Env;
use guide::{Verdict, address, page, show, ui};
use leptos::prelude::*;

/// The sample answer is a real one: these answers, evaluated like everybody's.
const SAMPLE: &str = "status=abroad&nationality=IN&regulated=no&degree=foreign\
    &comparability=comparable&training=none&job=graduate&salary=51000&contract=six-months\
    &filing-day=2026-11-22";

/// The page.
pub(super) fn page(site: &Site, env: Env) -> String {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let first = env.book.facts.first().map_or("", |fact| fact.id.as_str());
    let tick = |text| view! { <li><Icon name="tick"/>{t(text)}</li> };
    let body = view! {
        <div class="hero">
            <div class="wrap hero-grid">
                <div>
                    <h1>{t(page::START_TITLE)}</h1>
                    <p class="lead">{t(page::START_LEAD)}</p>
                    <nav class="enter" aria-label=t(page::START_ENTER)>
                        <a class="first" href=format!("/{tag}/guide/{first}")>
                            <b>{t(page::START_PERSON)}</b>
                            <small>{t(page::START_PERSON_HINT)}</small>
                            <Icon name="right" directed=true/>
                        </a>
                        <a href=format!("/{tag}/pathways")>
                            <b>{t(page::START_PATHWAYS)}</b>
                            <small>{t(page::START_PATHWAYS_HINT)}</small>
                            <Icon name="right" directed=true/>
                        </a>
                        <a href=format!("/{tag}/help")>
                            <b>{t(page::START_HELP)}</b>
                            <small>{t(page::START_HELP_HINT)}</small>
                            <Icon name="right" directed=true/>
                        </a>
                    </nav>
                    <ul class="trust">
                        {tick(page::TRUST_LOGIN)}
                        {tick(page::TRUST_SOURCE)}
                        {tick(page::TRUST_FREE)}
                    </ul>
                </div>
                <Sample env/>
            </div>
        </div>
        <section class="section wrap" aria-labelledby="neu">
            <h2 id="neu">{t(page::CHANGES_TITLE)}</h2>
            <ul class="dates">
                <li>
                    <time datetime="2027-01-01">{t(page::CHANGES_JANUARY)}</time>
                    <div><p>{t(page::CHANGES_JANUARY_TEXT)}</p></div>
                </li>
            </ul>
        </section>
        <section class="wrap pb-8" aria-labelledby="plz-h">
            <div class="panel">
                <h2 class="mb-2" id="plz-h">{t(ui::OFFICE_TITLE)}</h2>
                <super::help::PostcodeForm env typed=String::new() wrong=false/>
            </div>
        </section>
    };
    plain(site, env, &format!("/{tag}/"), t(page::START_TITLE), body)
}

/// A real answer in small.
#[component]
fn Sample(env: Env) -> impl IntoView {
    let t = |key| env.lang.t(key);
    let answers = address::read(env.book, SAMPLE).answers;
    let rows = env
        .findings(&answers)
        .into_iter()
        .map(|finding| {
            let note = match (finding.verdict, finding.needs().first()) {
                (Verdict::Fits, Some(need)) => need.cents.map(|cents| {
                    let money = show::money(env.lang.words, cents);
                    env.lang.fill(ui::NEEDED, &[("need", &money)])
                }),
                (Verdict::Fits, None) => None,
                _ => Some(t(page::SAMPLE_NO).to_owned()),
            };
            let name = t(finding.pathway.name);
            view! {
                <li class="result">
                    <VerdictSign verdict=finding.verdict/>
                    <span><b>{name}</b>{note.map(|note| view! { <br/>{note} })}</span>
                </li>
            }
        })
        .collect_view();
    let href = format!("/{}/guide/results?{}", env.lang.tag, address::write(env.book, &answers));
    view! {
        <aside class="card card--lift" aria-labelledby="bsp">
            <p class="kicker">{t(page::SAMPLE_KICKER)}</p>
            <h2 class="big" id="bsp">{t(page::SAMPLE_TITLE)}</h2>
            <ul class="my-4">{rows}</ul>
            <p class="small"><a href=href>{t(page::SAMPLE_LINK)}</a></p>
        </aside>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use guide::next_question;

    /// The sample must be a finished case in which some route fits, or the start page shows a riddle.
    #[test]
    fn the_sample_is_a_finished_case() {
        let read = address::read(guide::book(), SAMPLE);
        assert_eq!(read.ignored, []);
        let lang = crate::Lang::named("de").unwrap();
        let env = Env { lang, book: guide::book(), today: jiff::civil::date(2026, 11, 22) };
        let findings = env.findings(&read.answers);
        assert_eq!(next_question(&env.case(&read.answers), &findings), None);
        assert!(findings.iter().any(|finding| finding.verdict == Verdict::Fits));
    }
}
