//! What other pay would open, and what changes with the days to come.

use super::card::word;
use super::env::Env;
use super::links;
use super::screen::Screen;
use super::verdict::VerdictSign;
use guide::{Answers, Entry, Ladder, Occasion, Rung, calendar, ladders, result, show};
use jiff::civil::Date;
use leptos::either::Either;
use leptos::prelude::*;
use rules::Confidence;

/// The pay at which routes open, this year and next.
#[component]
pub(super) fn SalaryLadder(env: Env, answers: Answers) -> impl IntoView {
    let t = |key| env.lang.t(key);
    let ladders = ladders(&env.case(&answers));
    let years = ladders.iter().map(|ladder| year(&env, &answers, ladder)).collect_view();
    (!ladders.is_empty()).then(|| {
        view! {
            <section class="group" aria-labelledby="ladder">
                <h2 id="ladder">{t(result::LADDER_TITLE)}</h2>
                <p>{t(result::LADDER_TEXT)}</p>
                {years}
            </section>
        }
    })
}

fn year(env: &Env, answers: &Answers, ladder: &Ladder) -> impl IntoView + use<> {
    let year = ladder.year.to_string();
    let body = match &ladder.rungs {
        None => Either::Left(
            view! { <p class="small">{env.lang.fill(result::UNPUBLISHED, &[("year", &year)])}</p> },
        ),
        Some(rungs) => {
            let rows = rungs.iter().map(|rung| row(env, answers, rung)).collect_view();
            Either::Right(view! { <dl class="ladder">{rows}</dl> })
        }
    };
    view! { <h3>{year}</h3>{body} }
}

fn row(env: &Env, answers: &Answers, rung: &Rung) -> impl IntoView + use<> {
    let from = show::money(env.lang.words, rung.cents);
    let opens = rung.opens.iter().filter_map(|(at, verdict)| {
        let name = env.lang.t(env.book.pathways.get(*at)?.name);
        let href = links::to(env, Screen::Pathway(*at), answers);
        let verdict = *verdict;
        Some(view! {
            <li>
                <VerdictSign verdict/>
                <span><a href=href>{name}</a>" "<small>{word(env, verdict)}</small></span>
            </li>
        })
    });
    let opens = opens.collect_view();
    view! {
        <div>
            <dt>{env.lang.fill(result::LADDER_FROM, &[("amount", &from)])}</dt>
            <dd><ul class="plain">{opens}</ul></dd>
        </div>
    }
}

/// The days on which something changes for these answers; left out where nothing does.
#[component]
pub(super) fn ChangeCalendar(env: Env, answers: Answers) -> impl IntoView {
    let t = |key| env.lang.t(key);
    let entries = calendar(&env.case(&answers), env.today);
    let tells =
        |entry: &Entry| !entry.flips.is_empty() || matches!(entry.occasion, Occasion::Coming(_));
    let rows = entries.iter().map(|entry| day(&env, &answers, entry)).collect_view();
    entries.iter().any(tells).then(|| {
        view! {
            <section class="group" aria-labelledby="calendar">
                <h2 id="calendar">{t(result::CALENDAR_TITLE)}</h2>
                <p>{t(result::CALENDAR_TEXT)}</p>
                <ul class="dates">{rows}</ul>
            </section>
        }
    })
}

fn day(env: &Env, answers: &Answers, entry: &Entry) -> impl IntoView + use<> {
    let t = |key| env.lang.t(key).to_owned();
    let year = entry.day.year().to_string();
    let (title, text) = match entry.occasion {
        Occasion::Today => (t(result::CALENDAR_TODAY), None),
        Occasion::Filing => (t(result::CALENDAR_FILING), None),
        Occasion::Amounts { published } => {
            let title = env.lang.fill(result::CALENDAR_AMOUNTS, &[("year", &year)]);
            let text = (!published).then(|| env.lang.fill(result::UNPUBLISHED, &[("year", &year)]));
            (title, text)
        }
        Occasion::Coming(coming) => {
            let doubt = match coming.confidence {
                Confidence::Sourced => "",
                Confidence::Known => env.lang.t(result::DOUBT_KNOWN),
                Confidence::Uncertain => env.lang.t(result::DOUBT_UNCERTAIN),
            };
            (t(coming.title), Some(format!("{doubt}{}", t(coming.text))))
        }
    };
    let flips = entry.flips.iter().filter_map(|(at, was, is)| {
        let name = env.lang.t(env.book.pathways.get(*at)?.name);
        let values = [("was", word(env, *was)), ("is", word(env, *is))];
        let change = env.lang.fill(result::CALENDAR_FLIP, &values);
        let href = links::to(env, Screen::Pathway(*at), answers);
        let verdict = *is;
        Some(view! {
            <li><VerdictSign verdict/><span><a href=href>{name}</a>" "<small>{change}</small></span></li>
        })
    });
    let flips = flips.collect_view();
    let none = (entry.flips.is_empty() && entry.occasion != Occasion::Today)
        .then(|| view! { <p class="small muted">{t(result::CALENDAR_SAME)}</p> });
    view! {
        <li>
            <time datetime=iso(entry.day)>{show::day(env.lang.words, entry.day)}</time>
            <div>
                <p><b>{title}</b></p>
                {text.map(|text| view! { <p class="small">{text}</p> })}
                <ul class="plain">{flips}</ul>
                {none}
            </div>
        </li>
    }
}

fn iso(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}
