//! Rules for style sheets: directions are logical, colours are tokens.

use std::path::Path;

use super::Problem;

/// The one file with colours in it.
const TOKENS: &str = "tokens.css";

/// Properties with a side in their name count by their parts; these are whole names.
const OFFSETS: &[&str] = &["left", "right", "top", "bottom"];
/// Values that name a side.
const SIDED: &[&str] = &["text-align", "float", "clear", "caption-side"];
const FUNCTIONS: &[&str] =
    &["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];
const NAMES: &[&str] = &[
    "black", "white", "red", "green", "blue", "yellow", "orange", "purple", "gray", "grey",
    "silver", "navy", "teal", "maroon",
];

/// The rules for one style sheet.
pub(super) fn check(path: &str, source: &str) -> Vec<Problem> {
    if Path::new(path).extension().is_none_or(|kind| kind != "css") {
        return Vec::new();
    }
    let tokens = path.rsplit('/').next() == Some(TOKENS);
    let mut problems = Vec::new();
    for (line, name, value) in declarations(source) {
        if is_physical(&name) || names_side(&name, &value) {
            problems.push(Problem::at(path, line, format!("physical direction: {name}: {value}")));
        }
        if !tokens && has_colour(&value) {
            problems.push(Problem::at(path, line, format!("raw colour: {name}: {value}")));
        }
    }
    problems
}

/// Line, name and value of every declaration. What ends in `{` is a selector or an at-rule.
fn declarations(source: &str) -> Vec<(usize, String, String)> {
    let source = without_comments(source);
    let mut found = Vec::new();
    let (mut line, mut begin, mut text) = (1, 1, String::new());
    for c in source.chars() {
        match c {
            '{' => text.clear(),
            '}' | ';' => {
                if let Some((name, value)) = text.split_once(':') {
                    let name = name.trim().to_lowercase();
                    found.push((begin, name, value.trim().to_lowercase()));
                }
                text.clear();
            }
            _ => {
                if text.trim().is_empty() {
                    begin = line;
                }
                text.push(c);
            }
        }
        if c == '\n' {
            line += 1;
        }
    }
    found
}

/// Comments become nothing but their line ends, so that lines keep their numbers.
fn without_comments(source: &str) -> String {
    let mut kept = String::new();
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        kept.extend(comment.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    kept + rest
}

fn is_physical(name: &str) -> bool {
    if name.starts_with("--") {
        return false;
    }
    let mut parts = name.split('-');
    let family = parts.next().unwrap_or_default();
    if matches!(family, "margin" | "padding" | "border" | "scroll") {
        return parts.any(|part| OFFSETS.contains(&part));
    }
    OFFSETS.contains(&name)
}

fn names_side(name: &str, value: &str) -> bool {
    SIDED.contains(&name) && value.split_whitespace().any(|word| matches!(word, "left" | "right"))
}

fn has_colour(value: &str) -> bool {
    let value = without_urls(value);
    let words = || value.split(|c: char| !(c.is_alphanumeric() || "-_#".contains(c)));
    let is_hex = |word: &str| {
        word.strip_prefix('#').is_some_and(|digits| {
            matches!(digits.len(), 3 | 4 | 6 | 8) && digits.bytes().all(|b| b.is_ascii_hexdigit())
        })
    };
    let starts_word = |at: usize| {
        let before = value.get(..at).and_then(|text| text.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || c == '-')
    };
    let has_function = |name: &&str| value.match_indices(*name).any(|(at, _)| starts_word(at));
    words().any(|word| is_hex(word) || NAMES.contains(&word)) || FUNCTIONS.iter().any(has_function)
}

fn without_urls(value: &str) -> String {
    let mut kept = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("url(") {
        kept.push_str(before);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(source: &str) -> Vec<String> {
        check("style/part.css", source).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn physical_directions() {
        for bad in [
            "margin-left: 1px",
            "padding-top: 0",
            "border-left-color: var(--x)",
            "border-top-left-radius: 2px",
            "left: 0",
            "bottom: 0",
            "text-align: right",
            "float: left",
        ] {
            assert_eq!(problems(&format!("a {{ {bad}; }}")).len(), 1, "{bad}");
        }
        for good in [
            "margin-inline-start: 1px",
            "border-block-end: 0",
            "inset-inline: 0",
            "text-align: start",
            "border-start-start-radius: 2px",
            "--left: 1px",
            "transition: top 1s",
        ] {
            assert_eq!(problems(&format!("a {{ {good} }}")), [""; 0], "{good}");
        }
    }

    #[test]
    fn raw_colours() {
        for bad in ["#fff", "#0a0b0c80", "rgb(0 0 0)", "1px solid red", "oklch(50% 0 0)", "WHITE"] {
            let source = format!("a {{ color: {bad} }}");
            assert_eq!(problems(&source).len(), 1, "{bad}");
            assert_eq!(check("style/tokens.css", &source), [], "{bad}");
        }
        for good in [
            "var(--red)",
            "transparent",
            "currentcolor",
            "CanvasText",
            "color-mix(in srgb, var(--a), var(--b))",
            "url(#abc)",
            "url(data:image/svg+xml,fill=%23fff)",
        ] {
            assert_eq!(problems(&format!("a {{ color: {good} }}")), [""; 0], "{good}");
        }
    }

    #[test]
    fn places_and_selectors() {
        let source = "/* left: 0;\n */\na:hover,\n#fff { gap: 0;\n\n  left: 0 }\n";
        assert_eq!(problems(source), ["style/part.css:6: physical direction: left: 0"]);
        let nested = "@media (width > 1px) { a { &:focus { right: 0 } } }";
        assert_eq!(problems(nested).len(), 1);
    }
}
