//! Whether a text is as long and as plain as it should be.

/// What a text may be.
pub(super) struct Length {
    /// Fewest and most words.
    words: (usize, usize),
    /// Most words of a sentence, on average and ever.
    sentence: (usize, usize),
}

impl Length {
    pub(super) const USUAL: Self = Self { words: (300, 600), sentence: (16, 28) };
    /// Leichte Sprache (DIN SPEC 33429): short sentences, one statement each.
    pub(super) const SIMPLE: Self = Self { words: (150, 350), sentence: (10, 14) };
}

/// What is wrong with a text, a paragraph or item per line.
pub(super) fn check(text: &str, length: &Length) -> Vec<String> {
    let mut wrong = Vec::new();
    let all = text.split_whitespace().count();
    let (least, most) = length.words;
    if all < least || all > most {
        wrong.push(format!("has {all} words instead of {least} to {most}"));
    }
    let sentences: Vec<(usize, &str)> = text
        .lines()
        .flat_map(sentences)
        .map(|sentence| (sentence.split_whitespace().count(), sentence))
        .filter(|(words, _)| *words > 0)
        .collect();
    let (average, longest) = length.sentence;
    let sum: usize = sentences.iter().map(|(words, _)| words).sum();
    if sum > average * sentences.len() {
        let mean = sum / sentences.len().max(1);
        wrong.push(format!("has sentences of {mean} words or more on average, not {average}"));
    }
    for (words, sentence) in sentences.iter().filter(|(words, _)| *words > longest) {
        wrong.push(format!("has a sentence of {words} words, more than {longest}: {sentence}"));
    }
    wrong
}

/// Sentences of a line: a mark, a space, and then no small letter.
fn sentences(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in line.match_indices(['.', '?', '!', ':', ';']) {
        let after = at + mark.len();
        let rest = line.get(after..).unwrap_or_default();
        let before = line.get(start..at).unwrap_or_default();
        // "§ 18a Abs. 1" and "z. B." go on, as does "2. Dezember", but not "§ 21. Dann".
        let last = before.rsplit([' ', '\u{a0}', '(']).next().unwrap_or_default();
        let number = !last.is_empty() && last.chars().all(|sign| sign.is_ascii_digit());
        let dated = number && MONTHS.iter().any(|month| rest.trim_start().starts_with(month));
        let short = SHORT.contains(&last) || dated;
        if rest.starts_with(' ') && !short {
            found.push(line.get(start..after).unwrap_or_default());
            start = after;
        }
    }
    found.push(line.get(start..).unwrap_or_default());
    found
}

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// Words that end in a full stop within a sentence.
const SHORT: [&str; 14] =
    ["Abs", "Nr", "z", "B", "bzw", "ca", "Art", "Buchst", "d", "h", "St", "e", "g", "i"];

#[cfg(test)]
mod tests {
    use super::{Length, check, sentences};

    #[test]
    fn sentences_end_where_readers_pause() {
        for (line, count) in [
            ("Eins. Zwei? Drei", 3),
            ("Nach § 18a Abs. 1 AufenthG gilt das.", 1),
            ("Am 2. Dezember, z. B. abends.", 1),
            ("Das steht in § 21. Dann geht es weiter.", 2),
            ("So geht es: Erst fragen.", 2),
        ] {
            assert_eq!(sentences(line).len(), count, "{line}");
        }
    }

    #[test]
    fn long_texts_and_sentences_are_told() {
        let length = Length { words: (2, 6), sentence: (3, 4) };
        assert_eq!(check("Das ist gut.", &length), Vec::<String>::new());
        for (text, told) in [
            ("Gut.", "has 1 words instead of 2 to 6"),
            ("Eins. Zwei. Drei. Vier. Fünf. Sechs. Sieben.", "has 7 words"),
            ("Eins zwei drei vier. Fünf sechs drei.", "has sentences of 3 words or more"),
            ("Eins zwei drei vier fünf. A.", "has a sentence of 5 words, more than 4"),
        ] {
            let wrong = check(text, &length);
            assert!(wrong.iter().any(|what| what.starts_with(told)), "{text}: {wrong:?}");
        }
    }
}
