//! Whether replies are what the description of the API says. [`crate::helpers::TestApp`] asks this
//! of every reply of `/api/`.

use std::{sync::OnceLock, thread};

use serde_json::Value;

use crate::helpers::{Answer, TestApp};

/// The description as served. Fetched in a thread of its own: what that logs is not this test's.
pub(crate) fn document() -> &'static Value {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    let fetch = || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let answer = runtime.block_on(async { TestApp::new().get("/openapi.json").await });
        serde_json::from_slice(&answer.body).unwrap()
    };
    DOCUMENT.get_or_init(|| thread::spawn(fetch).join().unwrap())
}

/// Fails the test if a reply with this content differs from what is described for its operation;
/// refusals of all other addresses must be problems.
pub(crate) fn check(method: &str, address: &str, answer: &Answer) {
    let path = address.split('?').next().unwrap_or_default();
    let kind = answer.header("content-type");
    if path.ends_with("/openapi.json") || !kind.ends_with("json") {
        return;
    }
    let value = serde_json::from_slice(&answer.body).unwrap();
    let operation = &document()["paths"][path][method.to_ascii_lowercase()];
    let status = answer.status.as_u16().to_string();
    let mut schema = &operation["responses"][status]["content"][kind]["schema"];
    if schema.is_null() {
        assert_eq!(kind, "application/problem+json", "{method} {address} is not described");
        schema = &document()["components"]["schemas"]["Problem"];
    }
    if let Err(fault) = validate(schema, &value, "") {
        panic!("{method} {address}: {fault}");
    }
}

/// Whether `value` is as `schema` says, and has no property it does not name; the error says where
/// not.
pub(crate) fn validate(schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let mut named = false;
    for (keyword, says) in schema.as_object().ok_or("a schema is no object")? {
        let holds = match keyword.as_str() {
            "$ref" => {
                let pointer = says.as_str().unwrap().trim_start_matches('#');
                validate(
                    document().pointer(pointer).ok_or("a reference leads nowhere")?,
                    value,
                    at,
                )?;
                true
            }
            "type" => match says {
                Value::Array(types) => types.iter().any(|one| is(one, value)),
                one => is(one, value),
            },
            "enum" => says.as_array().unwrap().contains(value),
            "oneOf" => {
                let fits = |one: &&Value| validate(one, value, at).is_ok();
                says.as_array().unwrap().iter().filter(fits).count() == 1
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    validate(says, item, &format!("{at}/{index}"))?;
                }
                true
            }
            "required" => {
                let lacks = |name: &&Value| value.get(name.as_str().unwrap()).is_none();
                if let Some(name) = says.as_array().unwrap().iter().find(lacks) {
                    return Err(format!("{at} lacks {name}"));
                }
                true
            }
            "properties" => {
                named = true;
                for (name, schema) in says.as_object().unwrap() {
                    if let Some(part) = value.get(name) {
                        validate(schema, part, &format!("{at}/{name}"))?;
                    }
                }
                true
            }
            "additionalProperties" if says.is_object() => {
                for (name, part) in value.as_object().into_iter().flatten() {
                    validate(says, part, &format!("{at}/{name}"))?;
                }
                true
            }
            "minimum" => value.as_f64().is_none_or(|value| value >= says.as_f64().unwrap()),
            "maxProperties" => {
                let most = says.as_u64().unwrap();
                value.as_object().is_none_or(|all| all.len() as u64 <= most)
            }
            "additionalProperties" | "propertyNames" | "description" | "format" => true,
            other => return Err(format!("the keyword {other} is not known here")),
        };
        if !holds {
            return Err(format!("{at} is not of {keyword} {says}: {value}"));
        }
    }
    let properties = &schema["properties"];
    let strange = value
        .as_object()
        .into_iter()
        .flatten()
        .find(|(name, _)| named && properties.get(name).is_none());
    strange.map_or(Ok(()), |(name, _)| Err(format!("{at}/{name} is not described")))
}

fn is(kind: &Value, value: &Value) -> bool {
    match kind.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other} is no type of JSON"),
    }
}

#[test]
fn differences_are_found() {
    let schema = serde_json::json!({ "type": "object", "required": ["a"], "properties": {
        "a": { "type": ["string", "null"], "enum": ["x", null] },
        "b": { "type": "array", "items": { "oneOf": [{ "type": "null" }, { "type": "integer" }] } },
        "c": { "type": "object", "additionalProperties": { "type": "string" } },
        "d": { "$ref": "#/components/schemas/Reference" },
    } });
    for (text, fault) in [
        (r#"{"a": "x", "b": [1, null], "c": {"de": "y"}}"#, None),
        (r#"{"a": null}"#, None),
        (r#"{"a": null, "d": {"text": "t", "url": "u"}}"#, None),
        (r#"{"b": []}"#, Some("\"a\"")),
        (r#"{"a": 1}"#, Some("/a ")),
        (r#"{"a": "z"}"#, Some("/a ")),
        (r#"{"a": "x", "b": [1.5]}"#, Some("/b/0 ")),
        (r#"{"a": "x", "c": {"de": 1}}"#, Some("/c/de ")),
        (r#"{"a": "x", "d": {"text": "t"}}"#, Some("/d lacks \"url\"")),
        (r#"{"a": "x", "e": 1}"#, Some("/e is not described")),
        ("[]", Some("lacks")),
        ("1", Some("lacks")),
    ] {
        let found = validate(&schema, &serde_json::from_str(text).unwrap(), "");
        match (found, fault) {
            (Ok(()), None) => {}
            (Err(found), Some(fault)) => assert!(found.contains(fault), "{text}: {found}"),
            (found, _) => panic!("{text}: {found:?}"),
        }
    }
}
