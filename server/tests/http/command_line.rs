//! `revierlotse evaluate`: the API's replies without a server.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::{Value, json};

use crate::{evaluate::post, helpers::TestApp};

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_revierlotse"));
    command.env_clear().arg("evaluate");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn evaluate(file: &Path) -> Output {
    command().args(["--day", "2026-11-23"]).arg(file).output().unwrap()
}

fn piped(text: &[u8]) -> Output {
    let mut child = command().arg("-").stdin(Stdio::piped()).spawn().unwrap();
    // It stops reading what is too long.
    let _closed = child.stdin.take().unwrap().write_all(text);
    child.wait_with_output().unwrap()
}

/// Writes a file with this name and evaluates it.
fn written(name: &str, text: impl AsRef<[u8]>) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    evaluate(&path)
}

fn accepted(output: &Output) -> &str {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), &*said), (Some(0), ""));
    assert!(output.stdout.ends_with(b"}\n"));
    str::from_utf8(&output.stdout).unwrap()
}

/// What is said of a refusal; nothing is on standard output.
fn refused(output: &Output, code: i32) -> &str {
    let said = str::from_utf8(&output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(output.stdout.is_empty());
    assert!(said.starts_with("revierlotse: ") && said.ends_with('\n'), "{said}");
    assert!(!said.contains("panicked") && !said.contains("Error {"), "{said}");
    said
}

const ANSWERS: &str = r#"{"answers": {"status": "abroad", "nationality": "IN", "degree": "german",
    "job": "graduate", "salary": 50700.5, "contract": "six-months", "regulated": "unknown"}}"#;

#[tokio::test]
async fn it_prints_what_the_api_sends() {
    let app = TestApp::new();
    for body in [ANSWERS, "{}", r#"{"answers": {"filing-day": "2025-06-01"}}"#] {
        let sent = post(&app, body).await;
        assert_eq!(sent.status, 200);
        assert_eq!(accepted(&written("answers.json", body)), sent.text());
    }
}

#[test]
fn toml_and_json_say_the_same() {
    let json = json!({ "answers": {
        "status": "abroad", "nationality": "IN", "salary": 50700.5, "filing-day": "2025-06-01",
    } });
    let json = written("answers.json", json.to_string());
    for (salary, day) in [("50700.5", "2025-06-01"), ("'50700.50'", "'2025-06-01'")] {
        let text = format!(
            "# a comment\n[answers]\nstatus = 'abroad'\nnationality = 'IN'\nsalary = {salary}\n\
             filing-day = {day}\n"
        );
        for name in ["answers.toml", "ANSWERS.TOML"] {
            assert_eq!(accepted(&written(name, &text)), accepted(&json), "{text}");
        }
    }
    assert_eq!(accepted(&written("a.toml", "")), accepted(&written("a.json", "{}")));
}

#[test]
fn standard_input_is_json() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.json");
    let text = r#"{"answers": {"filing-day": "2026-11-23", "status": "abroad"}}"#;
    fs::write(&path, text).unwrap();
    assert_eq!(accepted(&piped(text.as_bytes())), accepted(&evaluate(&path)));
    refused(&piped(b"[answers]\nstatus = 'abroad'\n"), 2);
}

#[test]
fn the_day_is_today_unless_the_answers_name_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.json");
    for (text, filing) in [
        ("{}", "2024-02-29"),
        (r#"{"answers": {"filing-day": null}}"#, "2024-02-29"),
        (r#"{"answers": {"filing-day": "2025-06-01"}}"#, "2025-06-01"),
    ] {
        fs::write(&path, text).unwrap();
        let output = command().arg("--day=2024-02-29").arg(&path).output().unwrap();
        let reply: Value = serde_json::from_str(accepted(&output)).unwrap();
        assert_eq!(reply["filing_day"], filing, "{text}");
    }
    for day in ["2025-02-29", "29.2.2024", "today", ""] {
        let output = command().arg(format!("--day={day}")).arg(&path).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("--day") && said.contains("2026-11-22"), "{said}");
    }
}

#[tokio::test]
async fn mistakes_are_those_of_the_api_one_per_line() {
    let app = TestApp::new();
    for body in [
        r#"{"answers": {"shoe/size": 42, "salary": "much"}}"#,
        r#"{"answers": {"status": "eu-passport", "nationality": "IN"}}"#,
        r#"{"answers": {"salary": 47000, "salary": 48000}}"#,
        "{",
        "[]",
    ] {
        let problem: Value = serde_json::from_slice(&post(&app, body).await.body).unwrap();
        let line = |one: &Value, (what, how)| {
            let part = |name| one[name].as_str().unwrap();
            format!("{}: {}\n", part(what), part(how))
        };
        let errors = problem["errors"].as_array().unwrap().iter();
        let errors: String = errors.map(|one| line(one, ("pointer", "detail"))).collect();
        let expected = format!("revierlotse: {}{errors}", line(&problem, ("title", "detail")));
        assert_eq!(refused(&written("answers.json", body), 2), expected);
    }
}

#[test]
fn mistakes_in_toml_are_named_by_line_or_fact() {
    for (text, words) in [
        ("[answers]\nstatus = 'mars'\n", "/answers/status: allowed are abroad, "),
        ("[answers]\nregulated = false\n", "/answers/regulated: allowed are no, yes, unknown"),
        ("[answers]\nsalary = inf\n", "/answers/salary: euros a year"),
        ("[answers]\nsalary = 1\nsalary = 2\n", "line 3"),
        ("[answers]\nstatus = \n", "line 2"),
        ("status = 'abroad'\n", "[answers]"),
        ("answers = 1\n", "[answers]"),
        ("[answers]\n[other]\n", "[answers]"),
    ] {
        let output = written("answers.toml", text);
        let said = refused(&output, 2);
        assert!(said.contains(words), "{text}: {said}");
    }
}

#[test]
fn files_of_any_content_are_refused_in_words() {
    for (name, text) in [
        ("a.json", vec![0xff, 0xfe]),
        ("a.toml", vec![b'#', 0xff]),
        ("a.json", b"\0".to_vec()),
        ("a.toml", b"a = \"\0\"".to_vec()),
        ("a.json", vec![b'['; 60_000]),
        ("a.toml", [b"a = ".to_vec(), vec![b'['; 60_000]].concat()),
        ("a.json", "{\"answers\":".repeat(5_000).into_bytes()),
        ("a.toml", format!("[{}]", "a.".repeat(20_000) + "a").into_bytes()),
        ("a.json", format!("{{\"answers\": {{\"{}\": 1}}}}", "k".repeat(1 << 20)).into_bytes()),
        ("a.toml", format!("[answers]\n{} = 1", "k".repeat(1 << 20)).into_bytes()),
    ] {
        let output = written(name, &text);
        let said = refused(&output, 2);
        assert!(said.len() < 1_000, "{said}");
        assert_eq!(said.contains("65536"), text.len() > 65_536, "{said}");
    }
    assert!(refused(&piped(&vec![b' '; 1 << 20]), 2).contains("65536"));
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    for path in [folder.path().join("gone.json"), folder.path().to_owned()] {
        let output = evaluate(&path);
        let said = refused(&output, 1);
        assert!(said.contains(&path.display().to_string()), "{said}");
        assert!(said.contains("cannot read the answers") && said.contains(".toml"), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}
