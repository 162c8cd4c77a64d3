//! Damaged copies of the content folder.

use rules::compile::{Content, Problems, content};
use std::fs;
use std::path::{Path, PathBuf};

/// The real content folder.
fn whole() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A copy of the content folder in which each text stands changed, compiled; where no text is named,
/// the file is new. `name` keeps tests that run at the same time apart.
pub(crate) fn compiled(name: &str, changes: &[(&str, &str, &str)]) -> Result<Content, Problems> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    copy(&whole(), &folder);
    for (file, old, new) in changes {
        let path = folder.join(file);
        if old.is_empty() {
            assert!(!path.exists(), "{file} is there");
            fs::write(&path, new).unwrap();
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{file} does not contain {old}");
        fs::write(&path, text.replacen(old, new, 1)).unwrap();
    }
    let found = content(&folder);
    fs::remove_dir_all(&folder).unwrap();
    found
}
