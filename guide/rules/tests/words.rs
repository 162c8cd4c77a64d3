//! Words by key, and names in one plain form.

use rules::{Key, Words, fold};

#[test]
fn folding_leaves_plain_letters_and_digits() {
    for (text, folded) in [
        ("Côte d’Ivoire", "cotedivoire"),
        ("ÄÖÜ ß", "aouss"),
        ("São Tomé", "saotome"),
        ("Ñandú-12", "nandu12"),
        ("Åland Ø", "alando"),
        (" -.'’ ", ""),
        ("ÉÈÊË ÍÌÎÏ Ç", "eeeeiiiic"),
        ("ÀÁÂÃ ÒÓÔÕ ÙÚÛ", "aaaaoooouuu"),
        ("Индия", "индия"),
    ] {
        assert_eq!(fold(text), folded, "{text}");
        assert_eq!(fold(folded), folded, "{text}");
    }
}

#[test]
fn a_key_of_another_book_has_no_text() {
    let words = Words { texts: vec!["eins".to_owned()], ..Words::default() };
    assert_eq!(words.get(Key(0)), "eins");
    assert_eq!(words.get(Key(1)), "");
    assert_eq!(words.get(Key(u16::MAX)), "");
}
