//! Rules for any text file: length, machine paths, registries, what was put off.

use std::path::Path;

use super::Problem;

/// Lines from which a source file is a smell, and lines at which it stops.
const LONG: usize = 400;
const TOO_LONG: usize = 600;

const SOURCES: &[&str] = &["rs", "ts", "css", "mjs"];
const LOCKS: &[&str] = &["Cargo.lock", "package-lock.json"];

/// Folders of somebody's own machine. In two halves, or this file would break its own rule.
const FOLDERS: &[&str] =
    &[concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/Us", "ers/"), concat!("/wo", "rk/")];
/// Words that only a private registry or mirror brings into a file.
const REGISTRIES: &[&str] = &[
    concat!("artif", "actory"),
    concat!("jf", "rog"),
    concat!("verda", "ccio"),
    concat!("replace", "-with"),
    concat!("registry", "="),
    concat!("registry", " ="),
    concat!("index-", "url"),
];
/// Work that was put off; the list of it belongs elsewhere.
const PUT_OFF: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("for", " now")];
const ALLOW: &[&str] = &[concat!("#[al", "low("), concat!("#![al", "low(")];

/// A warning for a source file that is long but not too long.
pub(super) fn long(path: &str, source: &str) -> Option<String> {
    let lines = source.lines().count();
    (is_source(path) && lines > LONG && lines <= TOO_LONG)
        .then(|| format!("{lines} lines; split it before it reaches {TOO_LONG}"))
}

/// The rules for one file.
pub(super) fn check(path: &str, source: &str) -> Vec<Problem> {
    if LOCKS.iter().any(|lock| Path::new(path).ends_with(lock)) {
        return Vec::new();
    }
    let mut problems = Vec::new();
    let lines = source.lines().count();
    if is_source(path) && lines > TOO_LONG {
        problems.push(Problem::of(path, format!("{lines} lines; {TOO_LONG} is the end")));
    }
    for (at, line) in source.lines().enumerate() {
        let mut add = |what: String| problems.push(Problem::at(path, at + 1, what));
        for folder in FOLDERS.iter().filter(|folder| names_folder(line, folder)) {
            add(format!("names a folder of one machine: {folder}"));
        }
        let lower = line.to_lowercase();
        for word in REGISTRIES.iter().filter(|word| lower.contains(**word)) {
            add(format!("names a private registry: {word}"));
        }
        if !is_content(path) {
            for word in PUT_OFF.iter().filter(|word| has_word(line, word)) {
                add(format!("puts something off: {word}"));
            }
        }
        if has_kind(path, "rs") && ALLOW.iter().any(|allow| line.contains(allow)) {
            add("silences a lint; use #[expect(…, reason = …)]".to_owned());
        }
    }
    problems
}

/// `style` attributes in views: the policy the pages are sent with forbids them.
pub(super) fn style_attributes(path: &str, source: &str) -> Vec<Problem> {
    if !has_kind(path, "rs") {
        return Vec::new();
    }
    let is_attribute = |line: &str| {
        ["style=", "style:"].iter().any(|name| {
            line.match_indices(name).any(|(at, _)| {
                let before = line.get(..at).unwrap_or_default();
                before.trim().is_empty() || before.ends_with(' ')
            })
        })
    };
    let lines = source.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    lines
        .filter(|(_, line)| is_attribute(line))
        .map(|(at, _)| Problem::at(path, at + 1, "writes a style attribute; use a class"))
        .collect()
}

fn is_source(path: &str) -> bool {
    SOURCES.iter().any(|kind| has_kind(path, kind))
}

fn has_kind(path: &str, kind: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == kind)
}

/// Texts for people may say what they like.
fn is_content(path: &str) -> bool {
    Path::new(path).components().any(|part| part.as_os_str() == "content")
}

/// An absolute path begins here; in an address or a longer path the same letters mean nothing.
fn names_folder(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || "._-}~$*/".contains(c))
    })
}

fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, found)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let after = line.get(at + found.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whats(path: &str, source: &str) -> Vec<String> {
        check(path, source).into_iter().map(|problem| problem.what).collect()
    }

    #[test]
    fn length() {
        let lines = |count: usize| "x\n".repeat(count);
        assert_eq!(long("a.rs", &lines(400)), None);
        assert!(long("a.rs", &lines(401)).is_some());
        assert_eq!(whats("a.css", &lines(600)), [""; 0]);
        assert_eq!(whats("a.css", &lines(601)).len(), 1);
        assert_eq!(whats("a.toml", &lines(601)), [""; 0]);
    }

    #[test]
    fn machine_paths() {
        for folder in FOLDERS {
            assert_eq!(whats("a.md", &format!("see `{folder}x`")).len(), 1, "{folder}");
            assert_eq!(whats("a.md", &format!("{folder}x")).len(), 1, "{folder}");
            assert_eq!(whats("a.md", &format!("https://example.org{folder}x")), [""; 0]);
            assert_eq!(whats("package-lock.json", &format!("\"{folder}x\"")), [""; 0]);
        }
    }

    #[test]
    fn registries() {
        for word in REGISTRIES {
            assert_eq!(whats(".npmrc", &format!("{}x", word.to_uppercase())).len(), 1, "{word}");
        }
    }

    #[test]
    fn what_was_put_off() {
        for word in PUT_OFF {
            assert_eq!(whats("a.rs", &format!("// {word}: more")).len(), 1, "{word}");
            assert_eq!(whats("guide/content/words/en/a.toml", word), [""; 0]);
        }
        assert_eq!(whats("a.rs", concat!("let mas", "TO", "DOn = 1;")), [""; 0]);
    }

    #[test]
    fn silenced_lints() {
        for allow in ALLOW {
            assert_eq!(whats("a.rs", &format!("{allow}dead_code)]")).len(), 1, "{allow}");
            assert_eq!(whats("a.md", &format!("{allow}dead_code)]")), [""; 0]);
        }
    }

    #[test]
    fn attributes_in_views() {
        let count = |source: &str| style_attributes("app/src/a.rs", source).len();
        assert_eq!(count("view! { <p style=\"color: red\"/> }"), 1);
        assert_eq!(count("    style:width=move || width()"), 1);
        assert_eq!(count("let style = 1;"), 0);
        assert_eq!(count("// a style= attribute"), 0);
        assert_eq!(count("<link rel=\"stylesheet\" class=\"style\">"), 0);
    }

    #[test]
    fn this_file_keeps_its_own_rules() {
        assert_eq!(check("xtask/src/tidy/text.rs", include_str!("text.rs")), []);
    }
}
