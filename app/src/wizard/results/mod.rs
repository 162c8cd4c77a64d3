//! The result: every encoded route with its verdict, nothing left out.

mod groups;
mod side;
mod tally;
mod vacancy;

#[cfg(feature = "ssr")]
pub(crate) use groups::distance;

use super::card::later_note;
use super::env::Env;
use super::links;
use super::near;
use super::notices::Notices;
use super::screen::{Place, Screen};
use super::trace;
use super::untranslated::Untranslated;
use crate::icons::Icon;
use groups::groups;
use guide::places::PlaceCard;
use guide::{Answers, Finding, NearMiss, Verdict, outcome, result, seeks, show, ui};
use leptos::prelude::*;
use rules::Key;
use side::side;
use tally::tally;

/// What the answers come to: found once for all parts of the screen.
struct Found<'a> {
    env: Env,
    answers: &'a Answers,
    /// One finding per pathway, in the book's order.
    all: Vec<Finding<'a>>,
    /// The routes a change would open: index into the book's pathways, and how.
    near: Vec<(usize, Vec<NearMiss>)>,
}

impl<'a> Found<'a> {
    fn of(env: Env, answers: &'a Answers) -> Self {
        let all = env.findings(answers);
        let near = near::all(&env, answers, &all);
        Self { env, answers, all, near }
    }

    fn count(&self, verdict: Verdict) -> usize {
        self.all.iter().filter(|finding| finding.verdict == verdict).count()
    }
}

/// The headline of these answers' result.
#[cfg(feature = "ssr")]
pub(super) fn headline(env: &Env, answers: &Answers) -> String {
    match outcome(&env.case(answers)) {
        Some(outcome) => env.lang.t(outcome.title).to_owned(),
        None => headline_of(env, answers, &env.findings(answers)),
    }
}

/// The answer as a headline: a reader who stops after it knows what matters.
fn headline_of(env: &Env, answers: &Answers, findings: &[Finding]) -> String {
    if seeks(env.book, answers) {
        let (key, count) = match vacancy::possible(findings).count() {
            0 => (result::VACANCY_NONE, String::new()),
            1 => (result::VACANCY_ONE, String::new()),
            some => (result::VACANCY_SOME, number(env, some)),
        };
        return env.lang.fill(key, &[("count", &count)]);
    }
    let count = |verdict| findings.iter().filter(|finding| finding.verdict == verdict).count();
    let text = |key| env.lang.t(key).to_owned();
    match (count(Verdict::Fits), count(Verdict::AuthorityDecides), count(Verdict::Open)) {
        (1, ..) => text(result::RESULTS_FITS_ONE),
        (some @ 2.., ..) => {
            env.lang.fill(result::RESULTS_FITS_SOME, &[("count", &number(env, some))])
        }
        (_, 1.., _) => text(result::RESULTS_AUTHORITY),
        (_, _, 1..) => text(result::RESULTS_OPEN),
        _ => text(result::RESULTS_NO),
    }
}

/// Small numbers as words.
fn number(env: &Env, count: usize) -> String {
    const WORDS: [Key; 11] = [
        result::COUNT_2,
        result::COUNT_3,
        result::COUNT_4,
        result::COUNT_5,
        result::COUNT_6,
        result::COUNT_7,
        result::COUNT_8,
        result::COUNT_9,
        result::COUNT_10,
        result::COUNT_11,
        result::COUNT_12,
    ];
    let word = count.checked_sub(2).and_then(|at| WORDS.get(at));
    word.map_or_else(|| count.to_string(), |key| env.lang.t(*key).to_owned())
}

/// The screen of the result.
#[component]
pub(super) fn Results(env: Env, place: Place, card: Option<PlaceCard>) -> impl IntoView {
    let t = |key| env.lang.t(key);
    let answers = place.read.answers.clone();
    let case = env.case(&answers);
    let day = show::day(env.lang.words, case.filing);
    let line = show::in_a_line(env.book, env.lang.words, &answers);
    let lead = match line.as_str() {
        "" => env.lang.fill(result::RESULTS_LEAD_EMPTY, &[("day", &day)]),
        line => env.lang.fill(result::RESULTS_LEAD, &[("answers", line), ("day", &day)]),
    };
    let back = answers.iter().last().map(|(fact, _)| Screen::Question(fact));
    let back =
        back.map_or(format!("/{}/", env.lang.tag), |screen| links::to(&env, screen, &answers));
    let outcome = outcome(&case);
    let found = outcome.is_none().then(|| Found::of(env, &answers));
    let found = found.as_ref();
    let headline = match (outcome, found) {
        (Some(outcome), _) => t(outcome.title).to_owned(),
        (None, found) => headline_of(&env, &answers, found.map_or(&[][..], |found| &found.all)),
    };
    let body = outcome.map(|outcome| {
        let law = outcome.law.iter();
        let law = law.map(|one| (show::citation(env.book, one), show::citation_url(env.book, one)));
        view! {
            <p class="text">{t(outcome.text)}</p>
            <p class="tiny muted mt-3"><trace::Law citations=law.collect()/></p>
        }
    });
    let note = found.and_then(|found| later_note(&env, &answers, &found.all));
    view! {
        <div class="wrap">
            <div class="text pt-4">
                <a class="back" href=back>
                    <Icon name="left" directed=true/>
                    {t(result::BACK_TO_QUESTIONS)}
                </a>
                <Untranslated env/>
                <Notices env read=place.read.clone()/>
                <h1 tabindex="-1">{headline}</h1>
                <p class="lead mt-3">{lead}</p>
                <p class="small">
                    <a href=links::to(&env, Screen::Check, &answers)>{t(result::CHANGE_ANSWERS)}</a>
                </p>
                {found.and_then(further)}
            </div>
            {found.map(tally)}
        </div>
        <div class="wrap cols">
            <div>
                {note.map(|text| view! {
                    <div class="note note--warn"><Icon name="cal"/><p>{text}</p></div>
                })}
                {body}
                {found.map(groups)}
            </div>
            {side(&env, &answers, found, card)}
        </div>
    }
}

/// The question that still changes something, if one is left.
fn further(found: &Found) -> Option<impl IntoView + use<>> {
    let (env, answers) = (found.env, found.answers);
    let fact = super::flow::further(&env, answers, &found.all)?;
    let question = env.lang.t(env.fact(fact)?.title);
    let label = env.lang.fill(result::NEXT_QUESTION, &[("question", question)]);
    // One filled button per page: with a card below, the card's.
    let cards = found.count(Verdict::Fits) + found.count(Verdict::AuthorityDecides) > 0;
    let class = if cards { "btn btn--2" } else { "btn" };
    let href = links::to(&env, Screen::Question(fact), answers);
    Some(view! { <p class="mt-4"><a class=class href=href>{label}</a></p> })
}

/// What no route here is about; no result may claim more than was checked.
#[component]
fn Scope(env: Env) -> impl IntoView {
    let count = env.book.pathways.len().to_string();
    view! {
        <section class="group" aria-labelledby="scope">
            <h2 id="scope">{env.lang.t(result::SCOPE_TITLE)}</h2>
            <p class="text">{env.lang.fill(result::SCOPE_TEXT, &[("count", &count)])}</p>
            <p class="small"><a href=links::advice(&env)>{env.lang.t(ui::FIND_ADVICE)}</a></p>
        </section>
    }
}
