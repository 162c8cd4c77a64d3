//! The version of a rule base.
#![cfg(feature = "compile")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod folder;

use folder::compiled;

/// The version follows what decides, not the words.
#[test]
fn the_version_changes_with_the_rules() {
    let version = |changes: &[_]| compiled("version", changes).unwrap().book.version;
    let now = version(&[]);
    assert_eq!(version(&[]), now);
    assert_eq!(
        version(&[("words/de/rules.toml", "visa = \"Visum\"", "visa = \"Sichtvermerk\"")]),
        now
    );
    for change in [
        ("amounts.toml", "\"101400\"", "\"101401\""),
        ("amounts.toml", "percent = \"50\"", "percent = \"51\""),
        ("pathways/bluecard-regular.toml", "job is graduate", "job in (graduate, skilled)"),
        ("geo/lists.toml", "\"TR\", \"XK\"]", "\"TR\"]"),
        ("outcomes.toml", "status is eu-passport", "status in (eu-passport, asylum)"),
        ("sources.toml", "number = 1", "number = 2"),
    ] {
        assert_ne!(version(&[change]), now, "{change:?}");
    }
}
