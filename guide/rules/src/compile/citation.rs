//! Citations as lawyers write them: `§ 18g Abs. 1 Satz 2 Nr. 1 AufenthG`.

use crate::{Citation, Law};

/// Parses a citation; the law's code stands at the end and must be known.
///
/// # Errors
/// A sentence that says what is wrong.
pub(super) fn parse(text: &str, laws: &[Law]) -> Result<Citation, String> {
    let found = laws.iter().enumerate().filter(|(_, law)| ends_with_word(text, &law.code));
    // "AufenthG" ends no other code, but a longer code that ends alike would win.
    let (at, law) = found
        .max_by_key(|(_, law)| law.code.len())
        .ok_or_else(|| format!("`{text}` ends with no law of sources.toml"))?;
    let number = u8::try_from(at).map_err(|_| "more than 256 laws".to_owned())?;
    let rest = text.strip_suffix(&law.code).unwrap_or_default().trim();
    if !law.url.contains("{section}") {
        return Ok(Citation { law: number, section: String::new(), place: rest.to_owned() });
    }
    if rest.starts_with("Anlage") {
        return Ok(Citation { law: number, section: String::new(), place: rest.to_owned() });
    }
    let rest = rest.strip_prefix('§').ok_or_else(|| format!("`{text}` needs a §"))?.trim();
    let (section, place) = rest.split_once(' ').unwrap_or((rest, ""));
    let plain = section.strip_suffix(|last: char| last.is_ascii_lowercase()).unwrap_or(section);
    if plain.is_empty() || !plain.chars().all(|sign| sign.is_ascii_digit()) {
        return Err(format!("`{section}` in `{text}` is no section number"));
    }
    known_words(text, place)?;
    Ok(Citation { law: number, section: section.to_owned(), place: place.to_owned() })
}

fn ends_with_word(text: &str, code: &str) -> bool {
    text == code || text.strip_suffix(code).is_some_and(|rest| rest.ends_with(' '))
}

/// The place is pairs of a word and a number, so that a slip of the pen is noticed.
fn known_words(text: &str, place: &str) -> Result<(), String> {
    let mut words = place.split_whitespace();
    while let Some(word) = words.next() {
        if !matches!(word, "Abs." | "Satz" | "Nr." | "Buchst." | "Halbsatz" | "Alt.") {
            return Err(format!("`{word}` in `{text}`: use Abs., Satz, Nr., Buchst., Halbsatz"));
        }
        let number =
            words.next().ok_or_else(|| format!("`{word}` without a number in `{text}`"))?;
        if !number.chars().all(char::is_alphanumeric) {
            return Err(format!("`{number}` in `{text}` is no number"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laws() -> Vec<Law> {
        let law = |code: &str, url: &str| Law { code: code.into(), url: url.into() };
        vec![
            law("AufenthG", "https://example.org/__{section}.html"),
            law("Richtlinie", "https://x"),
        ]
    }

    #[test]
    fn reads_section_and_place() {
        let read = parse("§ 18g Abs. 1 Satz 2 Nr. 1 AufenthG", &laws()).unwrap();
        assert_eq!((read.section.as_str(), read.place.as_str()), ("18g", "Abs. 1 Satz 2 Nr. 1"));
    }

    #[test]
    fn a_source_without_sections_keeps_its_article() {
        assert_eq!(parse("Art. 4 Richtlinie", &laws()).unwrap().place, "Art. 4");
    }

    #[test]
    fn refuses_slips() {
        for slip in [
            "18g AufenthG",
            "§ 18g BGB",
            "§ Abs. 1 AufenthG",
            "§ 18g Abs AufenthG",
            "§ 18g Absatz 1 AufenthG",
            "§ 18g Abs. AufenthG",
            "§ 18gAufenthG",
        ] {
            assert!(parse(slip, &laws()).is_err(), "{slip}");
        }
    }
}
