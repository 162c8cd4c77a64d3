//! Every condition with the value given, the verdict and the law.

use super::env::Env;
use super::links;
use super::screen::Screen;
use super::verdict::{VerdictSign, as_verdict};
use guide::{Answer, Answers, Given, Need, Score, Trace, Truth, result, score, show};
use leptos::prelude::*;
use rules::{Condition, Confidence, Test};

/// A condition, ready to be shown, with what a page says below it.
struct Line<V> {
    truth: Truth,
    title: String,
    join: Option<String>,
    how: Vec<How>,
    unmet: Option<String>,
    doubt: Option<String>,
    law: Vec<(String, String)>,
    below: V,
    parts: Vec<Line<V>>,
}

/// Where one value comes from, and the link that changes it.
struct How {
    text: String,
    link: Option<(String, String)>,
}

/// The conditions of a pathway as a tree. Empty answers show the rule without anybody's values.
pub(crate) fn trace_tree(
    env: &Env,
    answers: &Answers,
    conditions: &[Trace],
) -> impl IntoView + use<> {
    tree(*env, lines(env, answers, conditions, &|_| ()), answers.is_empty())
}

/// As [`trace_tree`] without anybody's values; `below` says more about each condition.
#[cfg(feature = "ssr")]
pub(crate) fn rule_tree<V: IntoView + 'static, B: Fn(&Condition) -> V>(
    env: Env,
    pathway: usize,
    below: B,
) -> impl IntoView + use<V, B> {
    let answers = Answers::default();
    let findings = env.findings(&answers);
    let finding = findings.get(pathway);
    let lines = finding.map(|finding| lines(&env, &answers, &finding.conditions, &below));
    tree(env, lines.unwrap_or_default(), true)
}

fn tree<V: IntoView + 'static>(
    env: Env,
    lines: Vec<Line<V>>,
    plain: bool,
) -> impl IntoView + use<V> {
    let items: Vec<_> = lines.into_iter().map(|line| level_1(&env, line, plain)).collect();
    view! { <div class="trace"><ul>{items}</ul></div> }
}

fn lines<V>(
    env: &Env,
    answers: &Answers,
    traces: &[Trace],
    below: &impl Fn(&Condition) -> V,
) -> Vec<Line<V>> {
    traces.iter().map(|trace| line(env, answers, trace, below)).collect()
}

fn line<V>(
    env: &Env,
    answers: &Answers,
    trace: &Trace,
    below: &impl Fn(&Condition) -> V,
) -> Line<V> {
    let condition = trace.condition;
    let join = match &condition.test {
        Test::Any(_) => Some(env.lang.t(result::ONE_IS_ENOUGH).to_owned()),
        Test::All(_) => Some(env.lang.t(result::ALL_NEEDED).to_owned()),
        Test::Score { least, .. } => {
            Some(env.lang.fill(result::POINTS_NEEDED, &[("least", &least.to_string())]))
        }
        Test::Facts(_) | Test::Authority => None,
    };
    let case = env.case(answers);
    let tested = trace.facts().into_iter();
    let values = tested.filter_map(|fact| how(env, answers, fact, case.given(fact)));
    let mut parts = lines(env, answers, &trace.parts, below);
    if let Test::Score { points, .. } = &condition.test {
        for (part, (points, _)) in parts.iter_mut().zip(points) {
            let key = if *points == 1 { result::POINTS_ONE } else { result::POINTS_SOME };
            let points = env.lang.fill(key, &[("points", &points.to_string())]);
            part.title = format!("{}: {points}", part.title);
        }
    }
    let unmet = (trace.truth == Truth::No || trace.truth == Truth::Authority)
        .then(|| reason(env, answers, trace))
        .flatten();
    Line {
        truth: trace.truth,
        title: title(env, trace),
        join,
        how: values.chain(score(trace).map(|score| counted(env, score))).collect(),
        unmet,
        doubt: doubt(env, condition),
        law: law(env, condition),
        below: below(condition),
        parts,
    }
}

fn counted(env: &Env, score: Score) -> How {
    let (sure, possible) = (score.sure.to_string(), score.possible.to_string());
    let key = if score.sure == score.possible { result::POINTS_HAVE } else { result::POINTS_RANGE };
    let text = env.lang.fill(key, &[("sure", &sure), ("possible", &possible)]);
    How { text, link: None }
}

/// The condition in plain words, its amount filled in.
pub(crate) fn title(env: &Env, trace: &Trace) -> String {
    let need = trace.need.map(|need| need_text(env, need)).unwrap_or_default();
    env.lang.fill(trace.condition.title, &[("need", &need)])
}

fn need_text(env: &Env, need: Need) -> String {
    let year = need.year.to_string();
    match need.cents {
        Some(cents) => {
            let amount = show::money(env.lang.words, cents);
            env.lang.fill(result::NEED_IN_YEAR, &[("amount", &amount), ("year", &year)])
        }
        None => env.lang.fill(result::NEED_UNPUBLISHED, &[("year", &year)]),
    }
}

/// What is wrong, in plain words; the deepest condition that says so speaks.
pub(super) fn reason(env: &Env, answers: &Answers, trace: &Trace) -> Option<String> {
    let offered = trace.need.and_then(|need| match answers.get(need.fact) {
        Some(Answer::Money(cents)) => need.cents.map(|needed| needed - cents),
        _ => None,
    });
    let gap = offered.map(|cents| show::money(env.lang.words, cents)).unwrap_or_default();
    let own = trace.condition.unmet.map(|key| env.lang.fill(key, &[("gap", &gap)]));
    let deeper = || match trace.condition.test {
        // Where every part is needed the failing part says it more exactly.
        Test::All(_) => {
            let mut failing = trace.parts.iter().filter(|part| part.truth == trace.truth);
            failing.find_map(|part| reason(env, answers, part))
        }
        _ => None,
    };
    deeper().or(own)
}

fn how(env: &Env, answers: &Answers, at: u8, given: Given) -> Option<How> {
    let fact = env.fact(at)?;
    let href = links::to(env, Screen::Question(at), answers);
    let named = |key| env.lang.fill(key, &[("fact", env.lang.t(fact.short))]);
    Some(match given {
        Given::NotApplicable => return None,
        Given::Answered(answer) => {
            let value = show::answer(env.book, env.lang.words, at, answer);
            let text = env.lang.fill(result::GIVEN, &[("value", &value)]);
            How { text, link: Some((href, env.lang.t(fact.change).to_owned())) }
        }
        Given::Presumed(value) => {
            let value = fact.presumed.as_ref().map_or_else(
                || show::option(env.book, env.lang.words, at, value),
                |presumed| env.lang.t(presumed.text).to_owned(),
            );
            let text = env.lang.fill(result::PRESUMED, &[("value", &value)]);
            How { text, link: Some((href, named(result::PRESUMED_CHANGE))) }
        }
        Given::Missing => How {
            text: env.lang.t(result::MISSING).to_owned(),
            link: Some((href, named(result::ANSWER_LINK))),
        },
    })
}

/// Why a condition is not certain, if it is not.
pub(crate) fn doubt(env: &Env, condition: &Condition) -> Option<String> {
    let why = env.lang.t(condition.doubt?);
    let kind = match condition.confidence {
        Confidence::Sourced => return None,
        Confidence::Known => result::DOUBT_KNOWN,
        Confidence::Uncertain => result::DOUBT_UNCERTAIN,
    };
    Some(format!("{}{}{why}", env.lang.t(result::DOUBT), env.lang.t(kind)))
}

/// Citations with their official addresses.
pub(super) fn law(env: &Env, condition: &Condition) -> Vec<(String, String)> {
    let cite = |one| (show::citation(env.book, one), show::citation_url(env.book, one));
    condition.law.iter().map(cite).collect()
}

/// Citations as links, joined by commas.
#[component]
pub(crate) fn Law(citations: Vec<(String, String)>) -> impl IntoView {
    citations
        .into_iter()
        .enumerate()
        .map(|(at, (text, url))| {
            let comma = if at > 0 { ", " } else { "" };
            view! { {comma} <a href=url rel="external">{text}</a> }
        })
        .collect_view()
}

fn state(env: &Env, truth: Truth) -> &'static str {
    env.lang.t(match truth {
        Truth::Yes => result::MET,
        Truth::No => result::UNMET,
        Truth::Unknown | Truth::Favourable => result::UNKNOWN_STATE,
        Truth::Authority => result::WEIGHING,
    })
}

/// The condition itself, without its parts.
fn head<V: IntoView + 'static>(env: &Env, line: Line<V>, plain: bool) -> impl IntoView + use<V> {
    let sign = (!plain).then(|| view! { <VerdictSign verdict=as_verdict(line.truth)/> });
    let hidden = (!plain).then(|| format!("{}: ", state(env, line.truth)));
    let how = (!plain).then(|| {
        let told = line.how.into_iter().map(|how| {
            let link = how.link.map(|(href, text)| view! { " " <a href=href>{text}</a> });
            view! { <br/><span class="how">{how.text}{link}</span> }
        });
        told.collect_view()
    });
    let unmet = line.unmet.filter(|_| !plain).map(|text| view! { <br/>{text} });
    let join = line.join.map(|text| view! { <br/><span class="how">{text}</span> });
    let doubt = line.doubt.map(|text| view! { <br/><span class="doubt">{text}</span> });
    view! {
        {sign}
        <p>
            <b><span class="hide">{hidden}</span>{line.title}</b>
            {unmet}
            {how}
            {join}
            {doubt}
            <br/>
            <span class="law"><Law citations=line.law/></span>
            {line.below}
        </p>
    }
}

/// A condition with its parts. A view type that contains itself cannot be written down, and an
/// erased one costs 10 kB, so each level has its own type; the compiler of the rule base refuses
/// conditions nested deeper than [`rules::DEEPEST`].
fn item<B: IntoView + 'static, V: IntoView, F: Fn(&Env, Line<B>, bool) -> V>(
    env: &Env,
    mut line: Line<B>,
    plain: bool,
    part: F,
) -> impl IntoView + use<B, V, F> {
    let parts: Vec<V> =
        std::mem::take(&mut line.parts).into_iter().map(|one| part(env, one, plain)).collect();
    let parts = (!parts.is_empty()).then(|| view! { <ul>{parts}</ul> });
    let class = plain.then_some("plain-rule");
    view! { <li class=class>{head(env, line, plain)}{parts}</li> }
}

fn level_1<V: IntoView + 'static>(env: &Env, line: Line<V>, plain: bool) -> impl IntoView + use<V> {
    item(env, line, plain, level_2)
}

fn level_2<V: IntoView + 'static>(env: &Env, line: Line<V>, plain: bool) -> impl IntoView + use<V> {
    item(env, line, plain, level_3)
}

fn level_3<V: IntoView + 'static>(env: &Env, line: Line<V>, plain: bool) -> impl IntoView + use<V> {
    item(env, line, plain, level_4)
}

fn level_4<V: IntoView + 'static>(env: &Env, line: Line<V>, plain: bool) -> impl IntoView + use<V> {
    let class = plain.then_some("plain-rule");
    view! { <li class=class>{head(env, line, plain)}</li> }
}
