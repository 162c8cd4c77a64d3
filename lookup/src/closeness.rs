//! How near a typed word comes to a word that is known.

use crate::stem;
use strsim::osa_distance;

/// From 0 (nothing in common) to 100 (the same word). Both in plain form, see [`crate::plain`].
///
/// In this order: the same word · another form of it · its beginning, as it is being typed · a part
/// of a compound · one or two slips (a letter too many, missing, wrong, or swapped with the next).
pub fn closeness(typed: &str, word: &str) -> u8 {
    if typed == word {
        return 100;
    }
    let (short, long) = (typed.chars().count(), word.chars().count());
    if short.min(long) < 2 {
        return 0;
    }
    if short > 2 && stem(typed) == stem(word) {
        return 97;
    }
    if word.starts_with(typed) {
        // The more of the word stands there, the likelier it is meant.
        return 70 + share(short, long, 18);
    }
    compound(typed, word, short, long).max(slips(typed, word, short, long))
}

/// One of the two as a part of the other. German compounds carry what they are at the end: a
/// "Betriebselektriker" is an Elektriker.
fn compound(typed: &str, word: &str, short: usize, long: usize) -> u8 {
    let (typed_stem, word_stem) = (stem(typed), stem(word));
    if short >= 4 && word.ends_with(typed) {
        66 + share(short, long, 4)
    } else if short >= 4
        && (word.contains(typed) || word.contains(typed_stem) && typed_stem.len() >= 4)
    {
        58 + share(short, long, 4)
    } else if long >= 5 && typed.starts_with(word) {
        60 + share(long, short, 8)
    } else if long >= 5 && typed.contains(word) || word_stem.len() >= 5 && typed.contains(word_stem)
    {
        52 + share(long, short, 7)
    } else {
        0
    }
}

/// `most` in the proportion of a part to its whole.
fn share(part: usize, whole: usize, most: usize) -> u8 {
    u8::try_from(part * most / whole.max(1)).unwrap_or_default()
}

/// One slip is forgiven from four letters on, two from seven.
fn slips(typed: &str, word: &str, short: usize, long: usize) -> u8 {
    let forgiven = match short {
        0..4 => return 0,
        4..7 => 1,
        _ => 2,
    };
    if short.abs_diff(long) <= forgiven {
        let distance = osa_distance(typed, word);
        if distance <= forgiven {
            return if distance == 1 { 76 } else { 62 };
        }
    }
    // A slip in a word of which only the beginning stands there.
    if short >= 5 && long > short {
        let start = |count: usize| word.chars().take(count).collect::<String>();
        if (short - 1..=short + 1).any(|count| osa_distance(typed, &start(count)) == 1) {
            return 54;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::closeness;

    /// Each row: what is typed, then words in the order in which they should come.
    #[test]
    fn better_matches_come_first() {
        for (typed, words) in [
            ("maler", ["maler", "malers", "malergeselle"].as_slice()),
            ("elektr", &["elektriker", "elektroniker", "betriebselektriker"]),
            ("fahrer", &["fahrer", "lkwfahrer", "fahrrad"]),
            ("schweiser", &["schweisser", "schreiner"]),
        ] {
            let scores: Vec<u8> = words.iter().map(|word| closeness(typed, word)).collect();
            assert!(scores.is_sorted_by(|a, b| a > b), "{typed}: {words:?} {scores:?}");
        }
    }

    #[test]
    fn slips_are_forgiven_and_other_words_are_not() {
        for (typed, word) in [
            ("elektricker", "elektriker"),
            ("mechatronicker", "mechatroniker"),
            ("zimermann", "zimmermann"),
            ("fleishcer", "fleischer"),
            ("elecktr", "elektriker"),
        ] {
            assert!(closeness(typed, word) > 0, "{typed} {word}");
        }
        for (typed, word) in [
            ("koch", "loschen"),
            ("maler", "lehrer"),
            ("it", "kit"),
            ("abc", "abd"),
            ("baker", "maler"),
        ] {
            assert_eq!(closeness(typed, word), 0, "{typed} {word}");
        }
    }
}
