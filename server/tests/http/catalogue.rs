//! `/api/v1/pathways` and `/api/v1/questions`: what they say and how long it may be kept.

use std::collections::HashSet;

use guide::{Answers, Case, Truth, address};
use jiff::civil::date;
use serde_json::{Value, json};

use crate::{
    evaluate::{evaluation, post},
    helpers::TestApp,
};

const ADDRESSES: [&str; 4] =
    ["/api/v1/pathways", "/api/v1/questions", "/api/v1/openapi.json", "/openapi.json"];

pub(crate) async fn get(app: &TestApp, address: &str) -> Value {
    let answer = app.get(address).await;
    assert_eq!(answer.status, 200, "{address}");
    serde_json::from_slice(&answer.body).unwrap()
}

/// The entry of a list with this id.
pub(crate) fn named<'a>(list: &'a Value, id: &str) -> &'a Value {
    let found = list.as_array().unwrap().iter().find(|one| one["id"] == id);
    found.unwrap_or_else(|| panic!("{id} is missing"))
}

#[tokio::test]
async fn they_are_kept_for_an_hour_and_not_sent_again_unchanged() {
    let app = TestApp::new();
    for address in ADDRESSES {
        let mut tags = HashSet::new();
        for coding in ["identity", "br", "gzip"] {
            let first = app.get_with(address, &[("accept-encoding", coding)]).await;
            assert_eq!(first.status, 200);
            assert_eq!(first.header("content-type"), "application/json");
            let sent = if coding == "identity" { "" } else { coding };
            assert_eq!(first.header("content-encoding"), sent, "{address}");
            let etag = first.header("etag").to_owned();
            assert!(etag.starts_with('"') && etag.len() == 34, "{etag}");
            assert!(tags.insert(etag.clone()), "{address}: two codings with one validator");

            let headers = [("accept-encoding", coding), ("if-none-match", etag.as_str())];
            let again = app.get_with(address, &headers).await;
            assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{address} {coding}");
            for answer in [&first, &again] {
                assert_eq!(answer.header("etag"), etag);
                assert_eq!(answer.header("cache-control"), "public, max-age=3600", "{address}");
                assert_eq!(answer.header("vary"), "Accept-Encoding", "{address}");
            }
        }
    }
}

#[tokio::test]
async fn the_codings_hold_the_same_text() {
    let app = TestApp::new();
    for address in ADDRESSES {
        let whole = app.get(address).await;
        let packed = app.get_with(address, &[("accept-encoding", "br")]).await;
        let mut text = Vec::new();
        brotli::BrotliDecompress(&mut &*packed.body, &mut text).unwrap();
        assert_eq!(text, whole.body, "{address}");
        assert!(packed.body.len() * 2 < whole.body.len(), "{address}");
    }
}

#[tokio::test]
async fn they_are_read_and_not_written() {
    let app = TestApp::new();
    for address in ADDRESSES {
        for method in ["POST", "PUT", "DELETE"] {
            let answer = app.send(method, address, &[], "").await;
            assert_eq!(answer.status, 405, "{method} {address}");
            assert_eq!(answer.header("allow"), "GET,HEAD", "{method} {address}");
        }
        let head = app.send("HEAD", address, &[], "").await;
        let get = app.get(address).await;
        assert_eq!(head.header("content-length"), get.body.len().to_string(), "{address}");
    }
}

#[tokio::test]
async fn every_reply_names_the_version_of_the_rule_base() {
    let app = TestApp::new();
    let version = &guide::book().version;
    assert!(!version.is_empty());
    for address in ["/api/v1/pathways", "/api/v1/questions"] {
        assert_eq!(get(&app, address).await["version"], **version, "{address}");
    }
    assert_eq!(evaluation(&app, json!({})).await["version"], **version);
}

#[tokio::test]
async fn a_pathway_says_what_its_law_and_amounts_are() {
    let app = TestApp::new();
    let all = get(&app, "/api/v1/pathways").await;
    assert_eq!(all["languages"], json!(["de", "en"]));
    assert_eq!(all["pathways"].as_array().unwrap().len(), guide::book().pathways.len());
    named(&all["pathways"], "eu-free-movement");
    named(&all["pathways"], "skilled-vocational-18a");

    let card = named(&all["pathways"], "bluecard-regular");
    for language in ["de", "en"] {
        assert!(!card["name"][language].as_str().unwrap().is_empty());
        assert!(!card["summary"][language].as_str().unwrap().is_empty());
    }
    let law = &card["law"][0];
    assert_eq!(law["text"], "§ 18g Abs. 1 Satz 1 AufenthG");
    assert_eq!(law["url"], "https://www.gesetze-im-internet.de/aufenthg_2004/__18g.html");
    let years = &named(&card["amounts"], "bluecard-regular")["years"];
    let of_2026 = years.as_array().unwrap().iter().find(|one| one["year"] == 2026).unwrap();
    assert_eq!(of_2026["euros"], "50700.00");
    let fee = named(&card["fees"], "visa");
    assert_eq!(fee["euros"], "75.00");
    assert!(fee["due_when"].as_str().unwrap().starts_with("status in ("));

    let salary = named(&card["conditions"], "bluecard-regular.salary");
    assert_eq!(salary["decided_by"], "facts");
    assert_eq!(salary["test"], "salary at least bluecard-regular");
    assert_eq!(salary["facts"], json!(["salary"]));
    assert_eq!(salary["amounts"], json!(["bluecard-regular"]));
    assert_eq!(salary["confidence"], "sourced");

    let mut all = Vec::new();
    conditions(card, &mut all);
    let foreign = "degree is foreign and comparability is comparable";
    let foreign = all.iter().find(|one| one["test"] == foreign).unwrap();
    assert_eq!(foreign["facts"], json!(["degree", "comparability"]));
    let whole = all.iter().find(|one| one["conditions"].as_array().unwrap().contains(foreign));
    assert_eq!(whole.unwrap()["decided_by"], "any");
}

/// A condition and all its parts.
fn conditions<'a>(of: &'a Value, all: &mut Vec<&'a Value>) {
    for one in of["conditions"].as_array().unwrap() {
        all.push(one);
        conditions(one, all);
    }
}

#[tokio::test]
async fn every_condition_is_decided_somehow_and_uses_the_vocabulary() {
    let app = TestApp::new();
    let catalogue = get(&app, "/api/v1/pathways").await;
    let questions = get(&app, "/api/v1/questions").await;
    let facts: HashSet<_> =
        questions["facts"].as_array().unwrap().iter().map(|fact| &fact["id"]).collect();
    for pathway in catalogue["pathways"].as_array().unwrap() {
        let mut all = Vec::new();
        conditions(pathway, &mut all);
        assert!(!all.is_empty());
        for one in all {
            let by_facts = one["decided_by"] == "facts";
            let by_parts = ["all", "any", "score"].iter().any(|way| one["decided_by"] == *way);
            assert_eq!(one["least_points"].is_null(), one["decided_by"] != "score", "{one}");
            assert_eq!(one["test"].is_string(), by_facts, "{one}");
            assert_eq!(one["facts"].as_array().unwrap().is_empty(), !by_facts, "{one}");
            assert_eq!(one["conditions"].as_array().unwrap().is_empty(), !by_parts, "{one}");
            assert_eq!(one["doubt"].is_null(), one["confidence"] == "sourced", "{one}");
            assert!(one["facts"].as_array().unwrap().iter().all(|fact| facts.contains(fact)));
            for amount in one["amounts"].as_array().unwrap() {
                named(&pathway["amounts"], amount.as_str().unwrap());
            }
        }
    }
}

#[tokio::test]
async fn a_question_says_what_is_allowed_and_when_it_exists() {
    let app = TestApp::new();
    let all = get(&app, "/api/v1/questions").await;
    assert_eq!(all["unknown"], "unknown");
    let ids: Vec<_> = all["facts"].as_array().unwrap().iter().map(|fact| &fact["id"]).collect();
    let expected: Vec<_> = guide::book().facts.iter().map(|fact| &fact.id).collect();
    assert_eq!(ids, expected);

    let status = named(&all["facts"], "status");
    assert_eq!((&status["kind"], &status["exists_when"]), (&json!("choice"), &Value::Null));
    assert!(!named(&status["values"], "abroad")["label"]["en"].as_str().unwrap().is_empty());
    assert_eq!(status["format"]["unit"], Value::Null);
    let nationality = named(&all["facts"], "nationality");
    assert_eq!(nationality["format"]["unit"], "ISO 3166-1 alpha-2 and XK");
    assert_eq!(named(&nationality["values"], "XK")["label"]["de"], "Kosovo");
    let salary = &named(&all["facts"], "salary")["format"];
    assert_eq!(salary["unit"], "euro per year");
    assert_eq!((&salary["least"], &salary["most"]), (&json!("1000.00"), &json!("10000000.00")));
    let day = &named(&all["facts"], "filing-day")["format"];
    assert_eq!((&day["least"], &day["most"]), (&json!("2024-01-01"), &json!("2035-12-31")));
    assert_eq!(named(&all["facts"], "title")["exists_when"], "status is title");
    let history = &named(&all["facts"], "asylum-history")["presumed"];
    assert_eq!(history["value"], "never");
    assert!(history["unless"].as_str().unwrap().contains("status is tolerated"));
    assert!(all["contradictions"].as_array().unwrap().contains(&json!({
        "when": "status is eu-passport and nationality not from eu-eea-ch and nationality is not GB",
        "fact": "status",
    })));
}

#[tokio::test]
async fn every_allowed_value_is_understood_and_no_other() {
    let app = TestApp::new();
    let all = get(&app, "/api/v1/questions").await;
    let book = guide::book();
    for fact in all["facts"].as_array().unwrap() {
        let id = fact["id"].as_str().unwrap();
        let understood = |value: &Value| {
            let answer = address::parse(book, book.fact(id).unwrap(), value.as_str().unwrap());
            assert!(answer.is_some(), "{id} {value}");
        };
        let values = fact["values"].as_array().unwrap();
        values.iter().for_each(|value| understood(&value["id"]));
        [&fact["format"]["least"], &fact["format"]["most"]]
            .into_iter()
            .filter(|bound| !bound.is_null())
            .for_each(understood);
        let unknown = json!({ "answers": { id: all["unknown"] } }).to_string();
        // What exists only where a presumption is denied belongs to no empty answers.
        let when = book.facts.iter().find(|one| one.id == id).and_then(|one| one.when.as_ref());
        let case = Case { book, answers: &Answers::default(), filing: date(2026, 11, 22) };
        let exists = when.is_none_or(|when| case.holds(when) != Truth::No);
        let expected = if exists { 200 } else { 422 };
        assert_eq!(post(&app, &unknown).await.status, expected, "{id}");
        let strange = json!({ "answers": { id: "gibt-es-nicht" } }).to_string();
        assert_eq!(post(&app, &strange).await.status, 422, "{id}");
    }
}
