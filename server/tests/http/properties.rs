//! Whatever is sent to `/api/v1/evaluate`, it is answered, and never as a fault of ours.

use std::sync::OnceLock;

use proptest::{collection, prelude::*, sample};
use serde_json::{Map, Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::{
    evaluate::post,
    helpers::{Answer, TestApp},
};

/// Sends a body; the reply is checked against the description on its way. Only findings and
/// refusals of the body may come back.
fn sent(body: Vec<u8>) -> Answer {
    static SHARED: OnceLock<(Runtime, TestApp)> = OnceLock::new();
    let (runtime, app) = SHARED.get_or_init(|| {
        (Builder::new_current_thread().enable_all().build().unwrap(), TestApp::new())
    });
    let headers = [("content-type", "application/json")];
    let answer = runtime.block_on(app.send("POST", "/api/v1/evaluate", &headers, body));
    match answer.status.as_u16() {
        200 => assert_eq!(answer.header("content-type"), "application/json"),
        status @ (400 | 413 | 422) => answer.assert_problem(status),
        other => panic!("{other}: {}", answer.text()),
    }
    answer
}

/// Any JSON, with numbers, texts and depths that are hard to hold.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!("\u{0}")),
    ];
    leaf.prop_recursive(8, 64, 8, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            collection::vec((any::<String>(), inner), 0..8)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

/// A fact of the book and a value that may be one of its own.
fn answer() -> impl Strategy<Value = (String, Value)> {
    (sample::select(&guide::book().facts[..]), any::<sample::Index>(), any::<u32>(), json())
        .prop_flat_map(|(fact, at, number, other)| {
            let country = &guide::book().countries[at.index(guide::book().countries.len())];
            let country: String = country.code.iter().copied().map(char::from).collect();
            let mut values = vec![
                json!("unknown"),
                json!(number),
                json!(f64::from(number) / 100.0),
                json!(country),
                json!(format!("{}-{:02}-{:02}", 2020 + number % 20, number % 14, number % 33)),
                other,
            ];
            if !fact.options.is_empty() {
                let own = json!(fact.options[at.index(fact.options.len())].id);
                values.extend([own.clone(), own.clone(), own]);
            }
            (Just(fact.id.clone()), sample::select(values))
        })
}

fn body(answers: &[(String, Value)]) -> Vec<u8> {
    let pairs: Vec<String> =
        answers.iter().map(|(id, value)| format!("{}:{value}", json!(id))).collect();
    format!("{{\"answers\":{{{}}}}}", pairs.join(",")).into_bytes()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_bytes(bytes in collection::vec(any::<u8>(), 0..512)) {
        sent(bytes);
    }

    #[test]
    fn any_json(value in json()) {
        sent(value.to_string().into_bytes());
    }

    #[test]
    fn any_json_as_answers(value in json()) {
        sent(json!({ "answers": value }).to_string().into_bytes());
    }

    /// Also: a fact that comes twice is never accepted.
    #[test]
    fn any_answers_of_the_book(answers in collection::vec(answer(), 0..24)) {
        let reply = sent(body(&answers));
        let distinct: Map<String, Value> = answers.iter().cloned().collect();
        if distinct.len() < answers.len() {
            prop_assert_eq!(reply.status.as_u16(), 422);
        }
    }

    /// A text cut or changed in one place is no fault of ours either.
    #[test]
    fn any_damage(
        answers in collection::vec(answer(), 0..8),
        at in any::<sample::Index>(),
        byte in any::<u8>(),
        cut in any::<bool>(),
    ) {
        let mut text = body(&answers);
        let at = at.index(text.len());
        if cut { text.truncate(at) } else { text[at] = byte }
        sent(text);
    }

    #[test]
    fn any_depth_and_length(depth in 0_usize..70_000, open in sample::select(vec!["[", "{\"a\":"])) {
        let text = format!("{{\"answers\":{{\"salary\":{}", open.repeat(depth));
        prop_assert!(matches!(sent(text.into_bytes()).status.as_u16(), 400 | 413));
    }

    #[test]
    fn any_number(digits in "-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,5})?") {
        sent(format!("{{\"answers\":{{\"salary\":{digits}}}}}").into_bytes());
    }
}

#[tokio::test]
async fn a_key_of_a_megabyte_is_too_long() {
    let app = TestApp::new();
    let body = format!("{{\"answers\": {{\"{}\": 1}}}}", "k".repeat(1 << 20));
    post(&app, &body).await.assert_problem(413);
    let body = format!("{{\"answers\": {{\"{}\": 1}}}}", "k".repeat(60_000));
    let answer = post(&app, &body).await;
    answer.assert_problem(422);
    assert!(answer.body.len() < 1_000, "the key is echoed whole");
}
