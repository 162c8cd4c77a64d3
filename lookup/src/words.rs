//! One plain form for words typed in many ways.

use rules::fold;

/// Lower case, without accents, `ae`, `oe`, `ue` like the umlauts they stand for.
///
/// "Bäcker", "Baecker" and "backer" become the same; so do a few words that have nothing to do with
/// each other, which costs a hit too many and never one too few.
pub fn plain(word: &str) -> String {
    fold(word).replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

/// The words of a text in plain form, without those that say nothing of their own.
///
/// A text of nothing but such words keeps them.
pub fn tokens(text: &str) -> Vec<String> {
    let parts = text.split(|sign: char| !sign.is_alphanumeric() && !JOINERS.contains(&sign));
    let all: Vec<String> = parts.map(plain).filter(|word| !word.is_empty()).collect();
    let telling = |word: &&String| !FILLERS.contains(&word.as_str());
    if all.iter().any(|word| telling(&word)) {
        all.iter().filter(telling).cloned().collect()
    } else {
        all
    }
}

/// Signs inside words: "d’Ivoire", "Aufenthalts·titel", "C++", "C#".
const JOINERS: [char; 6] = ['\'', '’', '·', '\u{ad}', '+', '#'];

/// Words that say nothing of their own, in plain form.
const FILLERS: [&str; 44] = [
    "a", "als", "am", "an", "and", "are", "as", "at", "auf", "aus", "bei", "das", "dem", "den",
    "der", "des", "die", "do", "ein", "eine", "einen", "for", "fur", "how", "ich", "im", "in",
    "is", "ist", "mit", "of", "on", "or", "the", "to", "u", "und", "vom", "von", "was", "wie",
    "with", "zu", "zum",
];

/// A word without its ending, so that forms of one word meet: "Pflegerinnen" and "Pfleger".
///
/// Suffixes as in CISTEM (Weißweiler and Fraser, "Developing a Stemmer for German", GSCL 2017),
/// stripped once, after what tells men from women. At least three letters stay.
pub fn stem(word: &str) -> &str {
    let word = if word.ends_with("ss") { word } else { cut(word, &["s"], 4) };
    let word = cut(word, &["frauen", "frau", "manner", "mann", "leute"], 3);
    let word = cut(word, &["innen", "in"], 5);
    let word = cut(word, &["ern", "em", "er", "en", "es"], 3);
    cut(word, &["e"], 3)
}

fn cut<'a>(word: &'a str, endings: &[&str], least: usize) -> &'a str {
    let short = endings.iter().find_map(|ending| word.strip_suffix(ending));
    short.filter(|rest| rest.chars().count() >= least).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::{plain, stem, tokens};

    #[test]
    fn spellings_of_one_word_meet() {
        for (one, other) in [
            ("Bäcker", "Baecker"),
            ("Bäcker", "backer"),
            ("Schweißer", "SCHWEISSER"),
            ("Aufenthalts·titel", "Aufenthaltstitel"),
        ] {
            assert_eq!(plain(one), plain(other), "{one} and {other}");
        }
        assert_ne!(plain("Koch"), plain("Küche"));
    }

    #[test]
    fn forms_of_one_word_meet() {
        for (one, other) in [
            ("pflegerinnen", "pfleger"),
            ("burokauffrau", "burokaufmann"),
            ("wohnungen", "wohnung"),
            ("berufe", "berufs"),
            ("electricians", "electrician"),
            ("painters", "painter"),
            ("anerkennung", "anerkennungen"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} and {other}");
        }
        assert_ne!(stem("maler"), stem("maurer"));
        assert_eq!(stem("ice"), "ice", "three letters stay");
    }

    #[test]
    fn texts_become_their_telling_words() {
        assert_eq!(tokens("Die Suche nach der Wohnung"), ["suche", "nach", "wohnung"]);
        assert_eq!(tokens("LKW-Fahrer/in (Fernverkehr)"), ["lkw", "fahrer", "fernverkehr"]);
        assert_eq!(tokens("Der"), ["der"], "nothing but fillers stays");
        assert_eq!(tokens(" – "), Vec::<String>::new());
    }
}
