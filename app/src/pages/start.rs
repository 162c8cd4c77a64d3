//! The start page.

use super::shell::{Head, document};
use super::site::Site;
use super::{head, render};
use crate::icons::Icon;
use crate::wizard::{Env, VerdictSign, distance, first_question, fixed_need};
use guide::{Verdict, address, page, show, ui};
use leptos::prelude::*;
use rules::Day;

/// The sample answer is a real one: these answers, evaluated like everybody's.
const SAMPLE: &str = "status=abroad&nationality=IN&regulated=no&degree=foreign\
    &comparability=comparable&training=none&job=graduate&salary=51000&isco=21&age=under-45\
    &contract=six-months&filing-day=2026-11-22";

/// The answer of whoever looks for work.
const MYSELF: &str = "entrance=myself";

/// The answer of whoever has a job and nobody for it yet.
const VACANCY: &str = "entrance=nobody";

/// The address of the first question for whoever enters with these answers.
fn entrance(env: &Env, query: &str) -> String {
    first_question(env, &address::read(env.book, query).answers)
}

/// The page.
pub(super) fn page(site: &Site, env: Env) -> String {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let [first, myself, vacancy] = ["", MYSELF, VACANCY].map(|query| entrance(&env, query));
    let tick = |text| view! { <li><Icon name="tick"/>{t(text)}</li> };
    let unproofed =
        env.lang.maybe(ui::UNPROOFED).map(|text| view! { <p class="small muted mt-3">{text}</p> });
    let body = view! {
        <div class="hero">
            <div class="wrap hero-grid">
                <div>
                    <h1>{t(page::START_TITLE)}</h1>
                    <p class="lead">{t(page::START_LEAD)}</p>
                    {unproofed}
                    <nav class="enter" aria-label=t(page::START_ENTER)>
                        <a class="first" href=first>
                            <b>{t(page::START_PERSON)}</b>
                            <small>{t(page::START_PERSON_HINT)}</small>
                            <Icon name="right" directed=true/>
                        </a>
                        <a href=myself>
                            <b>{t(page::START_MYSELF)}</b>
                            <small>{t(page::START_MYSELF_HINT)}</small>
                            <Icon name="right" directed=true/>
                        </a>
                        <a href=vacancy>
                            <b>{t(page::START_VACANCY)}</b>
                            <small>{t(page::START_VACANCY_HINT)}</small>
                            <Icon name="right" directed=true/>
                        </a>
                        <a class="lean" href=format!("/{tag}/pathways")>
                            <b>{t(page::START_PATHWAYS)}</b>
                            <small>{t(page::START_PATHWAYS_HINT)}</small>
                            <Icon name="right" directed=true/>
                        </a>
                        <a class="lean" href=format!("/{tag}/help")>
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
        <Changes env/>
        <section class="section wrap" aria-labelledby="wissen">
            <h2 id="wissen">{t(page::ARTICLES_TITLE)}</h2>
            {super::reading::topics(&env)}
        </section>
        <section class="wrap pb-8" aria-labelledby="plz-h">
            <div class="panel">
                <h2 class="mb-2" id="plz-h">{t(ui::OFFICE_TITLE)}</h2>
                <super::help::PostcodeForm env typed=String::new() wrong=false/>
            </div>
        </section>
    };
    let head = Head { everywhere: true, ..head(&env, &format!("/{tag}/"), t(page::START_TITLE)) };
    render::html(|| document(site, env, head, body))
}

/// The next year whose amounts are not published, if it has not begun.
#[component]
fn Changes(env: Env) -> impl IntoView {
    let published = env.book.series.iter().filter_map(|series| series.years.last());
    let day = Day(published.map(|(year, _)| year + 1).min()?, 1, 1);
    (day.0 > env.today.year()).then(|| {
        view! {
            <section class="section wrap" aria-labelledby="neu">
                <h2 id="neu">{env.lang.t(page::CHANGES_TITLE)}</h2>
                <ul class="dates">
                    <li>
                        <time datetime=format!("{:04}-01-01", day.0)>{show::date(env.lang.words, day)}</time>
                        <div><p>{env.lang.t(page::CHANGES_AMOUNTS)}</p></div>
                    </li>
                </ul>
            </section>
        }
    })
}

/// Routes that the sample shows at the most.
const SHOWN: usize = 4;

/// A real answer in small: routes that fit, and one that does not.
#[component]
fn Sample(env: Env) -> impl IntoView {
    let t = |key| env.lang.t(key);
    let answers = address::read(env.book, SAMPLE).answers;
    let findings = env.findings(&answers);
    let fits = |finding: &&guide::Finding| finding.verdict == Verdict::Fits;
    let no = findings.iter().filter(|finding| finding.verdict == Verdict::No);
    let no = no.min_by_key(|finding| distance(finding));
    let rows = findings
        .iter()
        .filter(fits)
        .take(SHOWN - 1)
        .chain(no)
        .map(|finding| {
            let needed = fixed_need(finding).and_then(|need| need.cents).map(|cents| {
                let money = show::money(env.lang.words, cents);
                env.lang.fill(ui::NEEDED, &[("need", &money)])
            });
            let note = match finding.verdict {
                Verdict::Fits => {
                    needed.unwrap_or_else(|| t(finding.pathway.card.salary.value).to_owned())
                }
                _ => t(page::SAMPLE_NO).to_owned(),
            };
            let name = t(finding.pathway.name);
            view! {
                <li class="result">
                    <VerdictSign verdict=finding.verdict/>
                    <span><b>{name}</b><br/>{note}</span>
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

    /// An amount that holds from another age on must not be named as this person's.
    #[test]
    fn the_sample_names_no_amount_that_the_person_does_not_need() {
        let lang = crate::Lang::named("de").unwrap();
        let env = Env { lang, book: guide::book(), today: jiff::civil::date(2026, 11, 22) };
        let html = render::html(|| view! { <Sample env/> });
        assert!(html.contains("50.700"), "{html}");
        assert!(!html.contains("55.770"), "{html}");
    }
}
