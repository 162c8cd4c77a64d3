//! The open rule book: every rule with its law, its amounts and the cases it is tested with.

mod amounts;
mod cases;
mod words;

use super::site::Site;
use super::{pathways, plain, points};
use crate::icons::Icon;
use crate::wizard::{Env, Law, first_question, rule_tree};
use amounts::Amounts;
use cases::Cases;
use guide::{Answers, page, result, show};
use leptos::prelude::*;
use rules::{Citation, Condition, Confidence, Pathway, Predicate, Test};
pub(super) use words::{each, fact};

/// All pathways with the size of their rules.
pub(super) fn index(site: &Site, env: Env) -> String {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let size = |at, pathway: &Pathway| {
        let conditions = pathway.conditions.len().to_string();
        let cases = cases::of(at).count().to_string();
        let day = show::date(env.lang.words, pathway.checked_on);
        let values = [("conditions", &*conditions), ("cases", &*cases), ("day", &*day)];
        env.lang.fill(page::RULES_COUNT, &values)
    };
    let body = view! {
        <div class="wrap section">
            <h1>{t(page::RULES_TITLE)}</h1>
            <p class="lead mt-3 mb-2">{t(page::RULES_LEAD)}</p>
            <p class="small muted mb-5">{version(&env)}</p>
            {pathways::list(&env, "rules", &size)}
            <p class="mt-5 alone"><a href=API>{t(page::RULES_API)}</a></p>
        </div>
    };
    plain(site, env, &format!("/{tag}/rules"), t(page::RULES_TITLE), body)
}

/// The same as data.
const API: &str = "/api/v1/pathways";

/// The rule of one pathway; `None` if no pathway has this id.
pub(super) fn page(site: &Site, env: Env, id: &str) -> Option<String> {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let at = env.book.pathways.iter().position(|pathway| pathway.id == id)?;
    let pathway = env.book.pathways.get(at)?;
    let name = t(pathway.name);
    let below = |condition: &Condition| below(&env, condition);
    let checked = show::date(env.lang.words, pathway.checked_on);
    let first = first_question(&env, &Answers::default());
    let body = view! {
        <div class="wrap cols">
            <div>
                <a class="back" href=format!("/{tag}/rules")><Icon name="left" directed=true/>{t(page::RULES_TITLE)}</a>
                <h1 class="mt-2 mb-3">{name}</h1>
                <p class="lead">{t(pathway.summary)}</p>
                <section class="group" aria-labelledby="bedingungen">
                    <h2 id="bedingungen">{t(page::RULES_CONDITIONS)}</h2>
                    <p>{t(page::RULES_CONDITIONS_TEXT)}</p>
                    <div class="card">{rule_tree(env, at, below)}</div>
                </section>
                <Amounts env pathway/>
                <Lists env pathway/>
                <Presumed env pathway/>
                <Cases env at/>
            </div>
            <aside class="side" aria-label=t(page::RULES_MORE)>
                <section aria-labelledby="grundlage">
                    <h2 id="grundlage">{t(page::RULES_BASIS)}</h2>
                    <p><Law citations=cited(&env, &pathway.law)/></p>
                    <p class="tiny muted mt-3">{env.lang.fill(result::CHECKED_ON, &[("day", &checked)])}</p>
                    <p class="tiny muted mt-2">{version(&env)}</p>
                </section>
                <section aria-labelledby="mehr">
                    <h2 id="mehr">{t(page::RULES_MORE)}</h2>
                    <ul class="links">
                        <li><a href=format!("/{tag}/pathways/{id}")>{t(page::RULES_TO_PATHWAY)}</a></li>
                        {points::counts(pathway).then(|| view! { <li><a href=format!("/{tag}/points")>{t(result::POINTS_LINK)}</a></li> })}
                        <li><a href=first>{t(result::PATHWAY_START)}</a></li>
                        <li><a href=API>{t(page::RULES_API)}</a></li>
                    </ul>
                </section>
            </aside>
        </div>
    };
    let title = env.lang.fill(page::RULES_PAGE_TITLE, &[("pathway", name)]);
    Some(plain(site, env, &format!("/{tag}/rules/{id}"), &title, body))
}

fn version(env: &Env) -> String {
    let day = show::date(env.lang.words, env.book.checked_on);
    env.lang.fill(page::RULES_VERSION, &[("version", &env.book.version), ("day", &day)])
}

/// Citations with their official addresses.
pub(super) fn cited(env: &Env, law: &[Citation]) -> Vec<(String, String)> {
    let cite = |one| (show::citation(env.book, one), show::citation_url(env.book, one));
    law.iter().map(cite).collect()
}

/// When a condition was last compared with its source, in the line of its law, and what decides it.
/// The id is the condition's, so that one can link to it.
fn below(env: &Env, condition: &Condition) -> impl IntoView + use<> {
    let counts = match &condition.test {
        Test::Facts(test) => {
            Some(env.lang.fill(page::RULES_COUNTS, &[("test", &words::of(env, test))]))
        }
        Test::Authority => Some(env.lang.t(page::RULES_WEIGHING).to_owned()),
        Test::All(_) | Test::Any(_) | Test::Score { .. } => None,
    };
    let checked = match condition.confidence {
        Confidence::Sourced => page::RULES_SOURCED,
        Confidence::Known | Confidence::Uncertain => page::RULES_CHECKED,
    };
    let day = show::date(env.lang.words, condition.checked_on);
    let id = condition.id.clone();
    view! {
        " "
        <span class="how" id=id>{env.lang.fill(checked, &[("day", &day)])}</span>
        {counts.map(|text| view! { <br/><span class="how">{text}</span> })}
    }
}

/// Calls `see` with every test of facts that the conditions hold, at any depth.
pub(super) fn each_test<'a>(conditions: &'a [Condition], see: &mut impl FnMut(&'a Predicate)) {
    for condition in conditions {
        match &condition.test {
            Test::All(parts) | Test::Any(parts) | Test::Score { rows: parts, .. } => {
                each_test(parts, see);
            }
            Test::Facts(test) => words::each(test, see),
            Test::Authority => {}
        }
    }
}

/// The lists of states that the conditions name, in full.
#[component]
fn Lists(env: Env, pathway: &'static Pathway) -> impl IntoView {
    let mut named = Vec::new();
    each_test(&pathway.conditions, &mut |test| {
        if let Predicate::From { list, .. } = test
            && !named.contains(list)
        {
            named.push(*list);
        }
    });
    let t = |key| env.lang.t(key);
    let lists: Vec<_> = named
        .into_iter()
        .filter_map(|at| env.book.lists.get(usize::from(at)))
        .map(|list| {
            let doubt = match list.confidence {
                Confidence::Sourced => None,
                Confidence::Known => Some(result::DOUBT_KNOWN),
                Confidence::Uncertain => Some(result::DOUBT_UNCERTAIN),
            };
            let doubt = doubt.map(|kind| {
                view! { <p class="tiny doubt">{t(result::DOUBT)}{t(kind)}</p> }
            });
            view! {
                <h3 class="mt-4 mb-2"><Law citations=cited(&env, &list.law)/></h3>
                <p class="small">{words::states(&env, &list.countries)}</p>
                {doubt}
            }
        })
        .collect();
    (!lists.is_empty()).then(|| {
        view! {
            <section class="group" aria-labelledby="staaten">
                <h2 id="staaten">{t(page::RULES_LISTS)}</h2>
                <p>{t(page::RULES_LISTS_TEXT)}</p>
                {lists}
            </section>
        }
    })
}

/// What is taken as given of the facts that the conditions test.
#[component]
fn Presumed(env: Env, pathway: &'static Pathway) -> impl IntoView {
    let mut tested = std::collections::BTreeSet::new();
    each_test(&pathway.conditions, &mut |test| tested.extend(words::fact(test)));
    let t = |key| env.lang.t(key);
    let facts = tested.into_iter().filter_map(|at| env.fact(at));
    let rows: Vec<_> = facts
        .filter_map(|fact| Some((t(fact.short), t(fact.presumed.as_ref()?.text))))
        .map(|(fact, text)| view! { <div><dt>{fact}</dt><dd>{text}</dd></div> })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="group" aria-labelledby="annahmen">
                <h2 id="annahmen">{t(page::RULES_PRESUMED)}</h2>
                <p>{t(page::RULES_PRESUMED_TEXT)}</p>
                <dl class="rows">{rows}</dl>
            </section>
        }
    })
}
