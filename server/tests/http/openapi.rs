//! The description of the API: whole, and its examples true.

use serde_json::Value;

use crate::{
    catalogue::get,
    evaluate::post,
    helpers::TestApp,
    schema::{document, validate},
};

#[tokio::test]
async fn both_addresses_give_the_same_document() {
    let app = TestApp::new();
    let [one, other] = ["/openapi.json", "/api/v1/openapi.json"];
    assert_eq!(app.get(one).await.body, app.get(other).await.body);
}

#[test]
fn it_is_openapi_3_1_and_describes_every_operation() {
    let described = document();
    assert!(described["openapi"].as_str().unwrap().starts_with("3.1."));
    let operations: Vec<_> = described["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| {
            item.as_object().unwrap().keys().map(move |method| format!("{method} {path}"))
        })
        .collect();
    let expected = [
        "post /api/v1/evaluate",
        "get /api/v1/openapi.json",
        "get /api/v1/pathways",
        "get /api/v1/questions",
    ];
    assert_eq!(operations, expected);
    for status in ["200", "400", "413", "415", "422"] {
        let response = &described["paths"]["/api/v1/evaluate"]["post"]["responses"][status];
        let kind = if status == "200" { "application/json" } else { "application/problem+json" };
        assert!(response["content"][kind]["schema"].is_object(), "{status}");
    }
}

/// Calls `visit` with every object inside a value.
fn each_object<'a>(value: &'a Value, visit: &mut impl FnMut(&'a serde_json::Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            visit(object);
            object.values().for_each(|part| each_object(part, visit));
        }
        Value::Array(items) => items.iter().for_each(|item| each_object(item, visit)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_property_is_explained() {
    let described = document();
    each_object(described, &mut |object| {
        if let Some(Value::String(reference)) = object.get("$ref") {
            assert!(described.pointer(&reference[1..]).is_some(), "{reference}");
        }
    });
    for (name, schema) in described["components"]["schemas"].as_object().unwrap() {
        for (property, part) in schema["properties"].as_object().into_iter().flatten() {
            // What may be null stands beside null, and its description with it.
            let one = if part["oneOf"].is_array() { &part["oneOf"][0] } else { part };
            assert!(one["description"].is_string(), "{name}.{property}");
        }
    }
}

#[test]
fn every_fact_can_be_answered_as_described() {
    let request = &document()["components"]["schemas"]["EvaluationRequest"];
    let answers = &request["properties"]["answers"];
    assert_eq!(answers["additionalProperties"], false);
    let described: Vec<_> = answers["properties"].as_object().unwrap().keys().collect();
    let mut expected: Vec<_> = guide::book().facts.iter().map(|fact| &fact.id).collect();
    expected.sort();
    assert_eq!(described, expected);
}

/// Content with a schema, and its only example.
fn examples() -> Vec<(&'static Value, &'static Value)> {
    let mut found = Vec::new();
    each_object(&document()["paths"], &mut |object| {
        if let (Some(schema), Some(examples)) = (object.get("schema"), object.get("examples")) {
            found.push((schema, &examples["example"]["value"]));
        }
    });
    found
}

#[test]
fn every_content_has_an_example_of_its_schema() {
    let examples = examples();
    assert_eq!(examples.len(), 8);
    for (schema, example) in examples {
        validate(schema, example, "").unwrap();
    }
}

fn example(path: &str, place: &str) -> &'static Value {
    let content = document()["paths"][path].pointer(place).unwrap();
    &content["examples"]["example"]["value"]
}

#[tokio::test]
async fn the_examples_are_what_is_really_answered() {
    let app = TestApp::new();
    let evaluate = "/api/v1/evaluate";
    let request = example(evaluate, "/post/requestBody/content/application~1json");
    let shown = example(evaluate, "/post/responses/200/content/application~1json");
    let mut real: Value =
        serde_json::from_slice(&post(&app, &request.to_string()).await.body).unwrap();
    real["findings"].as_array_mut().unwrap().truncate(1);
    assert_eq!(*shown, real);
    let problem = "application~1problem+json";
    for (status, body) in
        [(400, "[]"), (422, r#"{"answers": {"salary": "much", "shoe-size": 42}}"#)]
    {
        let shown = example(evaluate, &format!("/post/responses/{status}/content/{problem}"));
        let real: Value = serde_json::from_slice(&post(&app, body).await.body).unwrap();
        assert_eq!(*shown, real);
    }
    for (address, list) in [("/api/v1/pathways", "pathways"), ("/api/v1/questions", "facts")] {
        let shown = example(address, "/get/responses/200/content/application~1json");
        let mut real = get(&app, address).await;
        real[list].as_array_mut().unwrap().truncate(1);
        assert_eq!(*shown, real);
    }
}
