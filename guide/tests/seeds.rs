//! What the fuzz targets start from and what they once found holds at every test run.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../fuzz/src/lib.rs"]
#[expect(unreachable_pub, reason = "the targets call it from another crate")]
mod checks;

use std::fs;
use std::path::Path;

/// Tries every file of a folder of seeds; how many there are.
fn tried(target: &str, check: fn(&[u8])) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|file| check(&fs::read(file).unwrap())).count()
}

#[test]
fn addresses() {
    assert!(tried("address", checks::address) > 0);
}

#[test]
fn forms() {
    assert!(tried("typed", checks::typed) > 0);
}

#[test]
fn situations() {
    assert!(tried("evaluate", checks::evaluate) > 0);
}
