//! `/api/v1/evaluate`: what follows from answers, and which are refused.

use serde_json::{Value, json};

use crate::{
    catalogue::named,
    helpers::{Answer, TestApp},
};

pub(crate) async fn post(app: &TestApp, body: &str) -> Answer {
    let headers = [("content-type", "application/json")];
    app.send("POST", "/api/v1/evaluate", &headers, body.to_owned()).await
}

/// The reply to answers that are accepted.
pub(crate) async fn evaluation(app: &TestApp, answers: Value) -> Value {
    let answer = post(app, &json!({ "answers": answers }).to_string()).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    serde_json::from_slice(&answer.body).unwrap()
}

/// Pointers and details of a refusal.
async fn mistakes(app: &TestApp, body: &str, status: u16) -> Vec<(String, String)> {
    let answer = post(app, body).await;
    answer.assert_problem(status);
    let problem: Value = serde_json::from_slice(&answer.body).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let errors = problem["errors"].as_array().unwrap().iter();
    errors.map(|one| (text(&one["pointer"]), text(&one["detail"]))).collect()
}

fn finding<'a>(reply: &'a Value, pathway: &str) -> &'a Value {
    let findings = reply["findings"].as_array().unwrap();
    findings.iter().find(|one| one["pathway"] == pathway).unwrap()
}

#[tokio::test]
async fn free_movement_fits_a_polish_cook() {
    let app = TestApp::new();
    let answers = json!({ "status": "abroad", "nationality": "PL", "regulated": "no" });
    let reply = evaluation(&app, answers).await;
    assert_eq!(finding(&reply, "eu-free-movement")["verdict"], "fits");
    assert_eq!(finding(&reply, "bluecard-regular")["verdict"], "no");
    assert_eq!(reply["filing_day"], "2026-11-23");
    assert_eq!(reply["outcome"], Value::Null);
}

#[tokio::test]
async fn the_next_question_is_a_fact_that_was_not_answered() {
    let app = TestApp::new();
    let mut answers = json!({});
    for _ in 0..3 {
        let reply = evaluation(&app, answers.clone()).await;
        let next = reply["next_question"].as_str().unwrap();
        assert!(guide::book().fact(next).is_some() && answers.get(next).is_none(), "{next}");
        answers[next] = json!("unknown");
    }
}

#[tokio::test]
async fn a_condition_says_where_its_facts_come_from() {
    let app = TestApp::new();
    for (salary, value, from) in
        [(json!(50_700.5), json!("50700.50"), "answer"), (json!("unknown"), Value::Null, "missing")]
    {
        let reply = evaluation(&app, json!({ "job": "graduate", "salary": salary })).await;
        let card = finding(&reply, "bluecard-regular");
        let condition = named(&card["conditions"], "bluecard-regular.salary");
        let expected = json!([{ "fact": "salary", "value": value, "from": from }]);
        assert_eq!(condition["facts"], expected);
        assert_eq!(condition["law"][0]["text"], "§ 18g Abs. 1 Satz 1 AufenthG");
    }
}

#[tokio::test]
async fn the_blue_card_counts_every_cent_as_number_and_as_text() {
    let app = TestApp::new();
    for (salary, state) in [
        (json!(50700), "met"),
        (json!("50700"), "met"),
        (json!(50_700.00), "met"),
        (json!("50700.00"), "met"),
        (json!(50_699.99), "not-met"),
        (json!("50699.99"), "not-met"),
        (json!("unknown"), "unknown"),
        (Value::Null, "unknown"),
    ] {
        let answers = json!({ "job": "graduate", "salary": salary });
        let reply = evaluation(&app, answers).await;
        let card = finding(&reply, "bluecard-regular");
        let condition = named(&card["conditions"], "bluecard-regular.salary");
        assert_eq!(condition["state"], state, "{salary}");
        let need = json!({ "amount": "bluecard-regular", "year": 2026, "euros": "50700.00" });
        assert_eq!(condition["need"], need);
    }
}

#[tokio::test]
async fn the_filing_day_is_a_fact_like_others_and_nothing_else() {
    let app = TestApp::new();
    let reply = evaluation(&app, json!({ "filing-day": "2025-03-01" })).await;
    assert_eq!(reply["filing_day"], "2025-03-01");
    let reply = evaluation(&app, json!({ "filing-day": null })).await;
    assert_eq!(reply["filing_day"], "2026-11-23");
    post(&app, "{\"filing-day\": \"2025-03-01\"}").await.assert_problem(400);
    post(&app, "{\"answers\": {}, \"filing_day\": \"2025-03-01\"}").await.assert_problem(400);
    for day in ["2023-12-31", "2026-02-30", "1.3.2025", "2025-03-01T00:00:00"] {
        let body = json!({ "answers": { "filing-day": day } }).to_string();
        let found = mistakes(&app, &body, 422).await;
        assert_eq!(found[0].0, "/answers/filing-day", "{day}");
        assert!(found[0].1.contains("from 2024-01-01 to 2035-12-31"), "{found:?}");
    }
}

#[tokio::test]
async fn every_wrong_answer_is_pointed_to() {
    let app = TestApp::new();
    let body = json!({ "answers": {
        "shoe/size~": 42, "status": "mars", "salary": "much", "nationality": "in",
        "regulated": true, "degree": ["german"], "job": { "kind": "graduate" }, "contract": 0,
    } });
    let found = mistakes(&app, &body.to_string(), 422).await;
    let mut pointers: Vec<_> = found.iter().map(|(pointer, _)| pointer.as_str()).collect();
    pointers.sort_unstable();
    let expected = ["contract", "degree", "job", "nationality", "regulated", "salary"];
    let expected = expected.map(|id| format!("/answers/{id}"));
    assert_eq!(&pointers[..6], expected);
    assert_eq!(&pointers[6..], ["/answers/shoe~1size~0", "/answers/status"]);
    let detail = |id: &str| {
        let pointer = format!("/answers/{id}");
        found.iter().find(|(at, _)| *at == pointer).unwrap().1.as_str()
    };
    assert_eq!(detail("shoe~1size~0"), "there is no fact of this name");
    assert!(detail("status").starts_with("allowed are abroad, title, "), "{}", detail("status"));
    assert!(detail("status").ends_with(", unknown"));
    assert!(detail("salary").starts_with("euros a year from 1000.00 to 10000000.00"));
}

#[tokio::test]
async fn money_outside_its_range_is_refused() {
    let app = TestApp::new();
    for salary in ["999.99", "10000000.01", "-50700", "50700.001", "1e400", "1e9", "-0", "1E-9"] {
        let answer = post(&app, &format!("{{\"answers\": {{\"salary\": {salary}}}}}")).await;
        let expected = if salary == "1e400" { 400 } else { 422 };
        answer.assert_problem(expected);
    }
}

#[tokio::test]
async fn a_fact_given_twice_is_refused_whatever_its_values() {
    let app = TestApp::new();
    for (first, second) in [("47000", "47000"), ("47000", "60000"), ("47000", "null")] {
        let body = format!("{{\"answers\": {{\"salary\": {first}, \"salary\": {second}}}}}");
        let found = mistakes(&app, &body, 422).await;
        let expected = ("/answers/salary".to_owned(), "is given more than once".to_owned());
        assert_eq!(found, [expected], "{body}");
    }
    let twice = "{\"answers\": {\"salary\": 47000}, \"answers\": {}}";
    post(&app, twice).await.assert_problem(400);
}

#[tokio::test]
async fn answers_that_contradict_each_other_are_named() {
    let app = TestApp::new();
    let body = json!({ "answers": { "status": "eu-passport", "nationality": "IN" } });
    let found = mistakes(&app, &body.to_string(), 422).await;
    let what = "does not go with the other answers";
    assert_eq!(found, [("/answers/status".to_owned(), what.to_owned())]);
    let body = json!({ "answers": { "status": "abroad", "title": "blue-card" } });
    let found = mistakes(&app, &body.to_string(), 422).await;
    assert_eq!(found, [("/answers/title".to_owned(), what.to_owned())]);
}

#[tokio::test]
async fn more_answers_than_there_can_be_facts_are_not_looked_at() {
    let app = TestApp::new();
    for (count, pointers) in [(256, 256), (257, 1), (5000, 1)] {
        let answers: Vec<String> = (0..count).map(|at| format!("\"{at}\":1")).collect();
        let body = format!("{{\"answers\": {{{}}}}}", answers.join(","));
        let found = mistakes(&app, &body, 422).await;
        assert_eq!(found.len(), pointers, "{count}");
        assert_eq!(found[0].0 == "/answers", count > 256, "{count}");
    }
}

#[tokio::test]
async fn a_body_of_another_shape_is_refused_without_an_echo() {
    let app = TestApp::new();
    for body in [
        "[]",
        "[{}]",
        "[{\"status\": \"geheim\"}]",
        "null",
        "1",
        "\"geheim\"",
        "{\"answers\": []}",
        "{\"answers\": null}",
        "{\"answers\": \"geheim\"}",
        "{\"geheim\": {}}",
        "{\"answers\": {}, \"geheim\": 1}",
        "{\"answers\": {\"status\": geheim}}",
        "{\"answers\": {}} geheim",
        "{\"answers\": {\"\u{0}geheim\": 1}}",
        "\u{feff}{\"answers\": {}}",
    ] {
        let answer = post(&app, body).await;
        answer.assert_problem(400);
        assert!(!answer.text().contains("geheim"), "{}", answer.text());
    }
    assert_eq!(post(&app, " \r\n\t{}").await.status, 200);
}
