//! The binary itself: how it starts, what it says when it cannot, how it stops.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::helpers::write_site;

fn binary(site: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_revierlotse"));
    command.env_clear().arg("serve").arg("--site").arg(site).args(["--port", "0"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn site() -> TempDir {
    let site = tempfile::tempdir().unwrap();
    write_site(site.path());
    site
}

/// Ends the process should the test fail before it is told to stop.
struct Guard(Child);

impl Drop for Guard {
    fn drop(&mut self) {
        let _gone = self.0.kill();
    }
}

/// The line on standard error of a start that fails as it should; one that succeeds is ended.
fn complaint(command: &mut Command) -> String {
    let mut guard = Guard(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap());
    let mut first = String::new();
    BufReader::new(guard.0.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert_eq!(first, "", "it started");
    let mut text = String::new();
    guard.0.stderr.take().unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(guard.0.wait().unwrap().code(), Some(1), "{text}");
    assert!(text.starts_with("revierlotse: "), "{text}");
    assert!(!text.contains("panicked") && !text.contains("Error {"), "{text}");
    text
}

#[test]
fn it_says_where_it_listens_and_stops_when_told() {
    for signal in ["TERM", "INT"] {
        let site = site();
        let mut guard = Guard(binary(site.path()).spawn().unwrap());
        let mut log = BufReader::new(guard.0.stdout.take().unwrap()).lines();
        let first: Value = serde_json::from_str(&log.next().unwrap().unwrap()).unwrap();
        assert_eq!(first["message"], "listening");

        let mut stream = TcpStream::connect(first["address"].as_str().unwrap()).unwrap();
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.ends_with("ok"), "{answer}");

        let id = guard.0.id().to_string();
        let sent = Command::new("kill").args(["-s", signal, &id]).status().unwrap();
        assert!(sent.success());
        assert!(guard.0.wait().unwrap().success());
        let last: Value = serde_json::from_str(&log.last().unwrap().unwrap()).unwrap();
        assert_eq!(last["message"], "stopped", "{signal}");
    }
}

#[test]
fn a_taken_port_is_named_with_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let site = site();
    for by_env in [false, true] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_revierlotse"));
        command.env_clear().arg("serve").arg("--site").arg(site.path());
        if by_env {
            command.env("REVIERLOTSE_PORT", &port);
        } else {
            command.args(["--port", &port]);
        }
        let text = complaint(&mut command);
        assert!(text.contains(&format!("port {port} on 127.0.0.1 is already in use")), "{text}");
        assert!(text.contains("--port"), "{text}");
    }
}

/// Something gone wrong in a packed site.
type Damage = fn(&Path);

#[test]
fn a_site_that_cannot_be_served_is_named() {
    let missing = site();
    let text = complaint(&mut binary(&missing.path().join("gone")));
    assert!(text.contains("gone") && text.contains("--site"), "{text}");

    let damages: [(Damage, &str); 6] = [
        (|site| fs::remove_file(site.join("assets.json")).unwrap(), "cannot read"),
        (|site| fs::write(site.join("assets.json"), "{").unwrap(), "is not the list"),
        (|site| fs::write(site.join("assets.json"), "{\"files\":{}}").unwrap(), "words.de.bin"),
        (|site| rewrite(site, "\"main.css\"", "\"other.css\""), "does not list main.css"),
        (|site| fs::remove_file(site.join("pkg/guide.1b2c3d4e.wasm")).unwrap(), "guide.1b2c3d4e"),
        (|site| rewrite(site, "main.4e5f6a7b.css", "../assets.json"), "../assets.json"),
    ];
    for (damage, words) in damages {
        let site = site();
        damage(site.path());
        let text = complaint(&mut binary(site.path()));
        assert!(text.contains(words) && text.contains("assets.json"), "{words}: {text}");
        assert!(text.contains("build the site"), "{text}");
    }
}

fn rewrite(site: &Path, from: &str, to: &str) {
    let path = site.join("assets.json");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from));
    fs::write(path, text.replace(from, to)).unwrap();
}

#[test]
fn a_wrong_operator_file_is_named_with_its_key() {
    let site = site();
    let path = site.path().join("operator.toml");
    let good = "name = 'V'\naddress_lines = ['Weg 1']\nemail = 'a@b.example'\n";
    for (text, key) in [
        (format!("{good}telefon = '0201'\n"), "telefon"),
        (good.replace("name = 'V'\n", ""), "name"),
        (good.replace("'V'", "' '"), "name"),
        (good.replace("['Weg 1']", "[]"), "address_lines"),
        (good.replace("['Weg 1']", "['Weg 1', '']"), "address_lines"),
        (good.replace("a@b.example", "nobody"), "email"),
        (format!("{good}phone = \"a\\nb\"\n"), "phone"),
        (format!("{good}security_contact = 'http://plain.example'\n"), "security_contact"),
        ("name = ".to_owned(), "operator.toml"),
    ] {
        fs::write(&path, &text).unwrap();
        let said = complaint(binary(site.path()).arg("--operator").arg(&path));
        assert!(said.contains("operator.toml") && said.contains(key), "{text}\n{said}");
    }
    fs::remove_file(&path).unwrap();
    let said = complaint(binary(site.path()).arg("--operator").arg(&path));
    assert!(
        said.contains("cannot read the operator file") && said.contains("--operator"),
        "{said}"
    );
}

#[test]
fn a_data_folder_that_is_a_file_is_named() {
    let site = site();
    let path = site.path().join("assets.json");
    let said = complaint(binary(site.path()).arg("--data").arg(&path));
    assert!(said.contains("is not a folder") && said.contains("--data"), "{said}");
}

#[test]
fn wrong_options_are_refused_with_their_name() {
    let site = site();
    for (option, value) in
        [("--port", "70000"), ("--address", "localhost"), ("--dev-reload", "ws://x;y/")]
    {
        let output = Command::new(env!("CARGO_BIN_EXE_revierlotse"))
            .env_clear()
            .args(["serve", "--site"])
            .arg(site.path())
            .args([option, value])
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(option) && said.contains(value), "{said}");
    }
}
