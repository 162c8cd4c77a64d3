//! `/{locale}/rules`: the open rule book, in full and without any script.

use guide::{COMPLETE, address, show, words};
use rules::{Condition, Predicate, Test};

use crate::helpers::TestApp;

/// A text as it stands in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

async fn read(app: &TestApp, address: &str) -> String {
    let answer = app.get(address).await;
    assert_eq!(answer.status, 200, "{address}");
    answer.text().to_owned()
}

/// A condition and all its parts.
fn all<'a>(conditions: &'a [Condition], found: &mut Vec<&'a Condition>) {
    for condition in conditions {
        found.push(condition);
        all(condition.parts(), found);
    }
}

fn amounts(test: &Predicate, found: &mut Vec<u8>) {
    match test {
        Predicate::And(parts) | Predicate::Or(parts) => {
            parts.iter().for_each(|part| amounts(part, found));
        }
        Predicate::AtLeast { amount, .. } => found.push(*amount),
        _ => {}
    }
}

#[tokio::test]
async fn the_index_leads_to_every_pathway_and_to_the_data() {
    let app = TestApp::new();
    for tag in COMPLETE {
        let page = read(&app, &format!("/{tag}/rules")).await;
        for pathway in &guide::book().pathways {
            assert!(page.contains(&format!("href=\"/{tag}/rules/{}\"", pathway.id)), "{tag}");
            assert!(page.contains(&escaped(words(tag).get(pathway.name))), "{}", pathway.id);
        }
        assert!(page.contains(&guide::book().version));
        assert!(page.contains("href=\"/api/v1/pathways\""));
    }
}

#[tokio::test]
async fn every_pathway_has_its_conditions_with_law_doubt_and_day() {
    let app = TestApp::new();
    let book = guide::book();
    for tag in COMPLETE {
        for pathway in &book.pathways {
            let page = read(&app, &format!("/{tag}/rules/{}", pathway.id)).await;
            let mut conditions = Vec::new();
            all(&pathway.conditions, &mut conditions);
            for condition in conditions {
                let id = &condition.id;
                let after = format!("id=\"{id}\"");
                let (_, after) = page.split_once(&after).unwrap_or_else(|| panic!("{tag} {id}"));
                let (checked, _) = after.split_once("</span>").unwrap();
                let day = show::date(words(tag), condition.checked_on);
                assert!(checked.contains(&day), "{tag} {id}: {checked}");
                let title = words(tag).get(condition.title);
                let title = title.split_once('{').map_or(title, |(before, _)| before);
                assert!(page.contains(&escaped(title)), "{tag} {id}: {title}");
                let doubt = condition.doubt.map_or("", |doubt| words(tag).get(doubt));
                assert!(page.contains(&escaped(doubt)), "{tag} {id}: {doubt}");
                for one in &condition.law {
                    let (text, url) = (show::citation(book, one), show::citation_url(book, one));
                    let link = format!("<a href=\"{url}\" rel=\"external\">{}</a>", escaped(&text));
                    assert!(page.contains(&link), "{tag} {id}: {link}");
                }
            }
            assert!(page.contains(&book.version), "{tag} {}", pathway.id);
            for target in [
                format!("/{tag}/rules"),
                format!("/{tag}/pathways/{}", pathway.id),
                format!("/{tag}/guide/status"),
                "/api/v1/pathways".to_owned(),
            ] {
                assert!(page.contains(&format!("href=\"{target}\"")), "{target}");
            }
        }
    }
}

#[tokio::test]
async fn amounts_stand_there_by_year_and_the_next_year_as_not_published() {
    let app = TestApp::new();
    let book = guide::book();
    let mut asked = 0;
    for (tag, unpublished) in [("de", "noch nicht veröffentlicht"), ("en", "not published yet")] {
        for pathway in &book.pathways {
            let page = read(&app, &format!("/{tag}/rules/{}", pathway.id)).await;
            let mut conditions = Vec::new();
            all(&pathway.conditions, &mut conditions);
            let mut found = Vec::new();
            for condition in conditions {
                if let Test::Facts(test) = &condition.test {
                    amounts(test, &mut found);
                }
            }
            assert_eq!(page.contains("<table"), !found.is_empty(), "{}", pathway.id);
            for at in found {
                asked += 1;
                let series = &book.series[usize::from(book.amounts[usize::from(at)].series)];
                for (year, _) in &series.years {
                    let cents = book.amount(at, *year).unwrap();
                    let cell = show::money(words(tag), cents);
                    let cell = format!("<td data-l=\"{year}\" class=\"nb\">{cell}</td>");
                    assert!(page.contains(&cell), "{tag} {} {cell}", pathway.id);
                }
                let next = series.years.last().unwrap().0 + 1;
                assert!(page.contains(&format!("<th scope=\"col\">{next}</th>")));
                let open = format!("<td data-l=\"{next}\" class=\"muted\">{unpublished}</td>");
                assert!(page.contains(&open), "{tag} {} {open}", pathway.id);
            }
        }
    }
    assert!(asked > 0);
}

#[tokio::test]
async fn every_case_of_a_pathway_is_told() {
    let app = TestApp::new();
    let book = guide::book();
    for tag in COMPLETE {
        for (at, pathway) in (0u8..).zip(&book.pathways) {
            let page = read(&app, &format!("/{tag}/rules/{}", pathway.id)).await;
            let mut count = 0;
            for case in guide::cases() {
                let Some(expected) = case.expect.iter().find(|one| one.pathway == at) else {
                    continue;
                };
                count += 1;
                let heading = format!("<h3 lang=\"en\">{}</h3>", escaped(&case.name));
                assert!(page.contains(&heading), "{tag} {}: {heading}", pathway.id);
                let source = format!("<span lang=\"de\">{}</span>", escaped(&case.source));
                assert!(page.contains(&source), "{tag} {}: {source}", pathway.id);
                for because in &expected.because {
                    let id = &pathway.conditions[usize::from(*because)].id;
                    assert!(page.contains(&format!("<a href=\"#{id}\">")), "{tag} {id}");
                }
            }
            assert_eq!(page.matches("<article").count(), count, "{tag} {}", pathway.id);
            assert!(page.contains(&format!("({count})</h2>")), "{tag} {}", pathway.id);
            let folded = page.matches("<details class=\"more\"").count();
            let verdicts: std::collections::BTreeSet<_> = guide::cases()
                .iter()
                .flat_map(|case| &case.expect)
                .filter(|one| one.pathway == at)
                .map(|one| &one.verdict)
                .collect();
            assert_eq!(folded, verdicts.len(), "{tag} {}", pathway.id);
        }
    }
}

/// The text between two marks.
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let (_, after) = page.split_once(start).unwrap_or_else(|| panic!("no {start}"));
    after.split_once(end).unwrap().0
}

#[tokio::test]
async fn what_counts_is_told_in_the_words_of_the_questions() {
    let app = TestApp::new();
    let page = read(&app, "/en/rules/bluecard-regular").await.replace('\u{a0}', " ");
    for told in [
        "What counts: Nationality: none of the 31 countries under § 1 Abs. 1 Nr. 1 FreizügG/EU",
        "; and Title: not “Residence card for family of EU citizens",
        "What counts: Licence: “Yes, granted” or “Promised in writing”",
        "What counts: Salary: at least the amount under § 18g Abs. 1 Satz 1 AufenthG",
        "The authority weighs this up.",
        "One of these is enough:",
        "All of these are needed:",
    ] {
        assert!(page.contains(told), "{told}");
    }
    let day = |id: &str| between(&page, &format!("id=\"bluecard-regular.{id}\""), "</span>");
    assert!(day("salary").contains(">Compared with the law on "), "{}", day("salary"));
    assert!(day("residence").contains(">Last checked on "), "{}", day("residence"));

    let countries = between(&page, "id=\"staaten\"", "</section>");
    assert!(countries.contains("__41.html\" rel=\"external\">§ 41 Abs. 1 AufenthV</a>"));
    assert!(countries.contains("Australia, Canada, Israel, Japan, New Zealand"), "{countries}");
    let offer = guide::book().facts.iter().find(|fact| fact.id == "offer").unwrap();
    let presumed = words("en").get(offer.presumed.as_ref().unwrap().text);
    assert!(between(&page, "id=\"annahmen\"", "</section>").contains(&escaped(presumed)));
}

/// The link of a case leads to the verdict that the rule book says is expected.
#[tokio::test]
async fn a_case_can_be_seen_in_the_guide() {
    let app = TestApp::new();
    let page = read(&app, "/en/rules/bluecard-regular").await;
    let case = "2024: one cent below the amount";
    let (_, after) = page.split_once(&format!("<h3 lang=\"en\">{case}</h3>")).unwrap();
    let (article, _) = after.split_once("</article>").unwrap();
    assert!(article.contains("Application on 2\u{a0}March 2024"), "{article}");
    assert!(article.contains("\">€45,299.99 a year</dd>"), "{article}");
    assert!(!article.contains("thin\">€45,299.99"), "its own answer is bold: {article}");
    assert!(article.contains("<dd class=\"thin\">India</dd>"), "the usual one is not: {article}");
    assert!(article.contains("href=\"#bluecard-regular.salary\""), "{article}");
    let (_, link) = article.split_once("<a href=\"/en/pathways/").unwrap();
    let (link, _) = link.split_once('"').unwrap();
    let (id, query) = link.split_once('?').unwrap();
    let query = query.replace("&amp;", "&");
    assert_eq!(id, "bluecard-regular");
    let known = address::read(guide::book(), &query);
    assert!(known.ignored.is_empty(), "{:?}", known.ignored);
    let screen = read(&app, &format!("/en/pathways/{id}?{query}")).await;
    assert!(screen.contains("Does not fit this person"), "{screen}");
}

#[tokio::test]
async fn rules_are_pages_without_script_that_may_be_found() {
    let app = TestApp::new();
    for tag in COMPLETE {
        let pages = guide::book().pathways.iter().map(|one| format!("/{tag}/rules/{}", one.id));
        for address in pages.chain([format!("/{tag}/rules")]) {
            let page = read(&app, &address).await;
            for unwanted in ["<script", "<leptos-island", "modulepreload", "noindex"] {
                assert!(!page.contains(unwanted), "{address}: {unwanted}");
            }
            for other in COMPLETE {
                let same = address.replacen(tag, other, 1);
                let link = format!("rel=\"alternate\" hreflang=\"{other}\" href=\"{same}\"");
                assert!(page.contains(&link), "{address}: {link}");
            }
        }
    }
}

#[tokio::test]
async fn a_rule_nobody_wrote_is_not_found() {
    let app = TestApp::new();
    for tag in COMPLETE {
        for id in ["gibt-es-nicht", "", "bluecard-regular/", "Bluecard-Regular"] {
            app.get(&format!("/{tag}/rules/{id}")).await.assert_failure_page(404, tag);
        }
    }
}

#[tokio::test]
async fn the_footer_and_each_pathway_lead_to_the_rules() {
    let app = TestApp::new();
    for tag in COMPLETE {
        let start = read(&app, &format!("/{tag}/")).await;
        let (_, footer) = start.split_once("<footer").unwrap();
        assert!(footer.contains(&format!("href=\"/{tag}/rules\"")), "{tag}");
        for pathway in &guide::book().pathways {
            let page = read(&app, &format!("/{tag}/pathways/{}", pathway.id)).await;
            let link = format!("href=\"/{tag}/rules/{}\"", pathway.id);
            assert!(page.contains(&link), "{tag} {}", pathway.id);
        }
    }
}
