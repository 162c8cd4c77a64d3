//! What there is to look up and to read, compiled in; for the server.
//!
//! The browser's finder fetches the same occupations and indexes as files.

pub use lookup::{
    Article, Audience, Body, Both, Check, Doc, Found, Hit, Index, Kind, Level, Occupation,
    Occupations, Reading, Regulated, Responsible, Sector, Term, Topic, Trade, Version,
};
use std::sync::OnceLock;

/// Occupations with who recognises them.
pub fn occupations() -> &'static Occupations {
    static OCCUPATIONS: OnceLock<Occupations> = OnceLock::new();
    // The bytes come from this build; a test and the server's start check that they load.
    OCCUPATIONS.get_or_init(|| {
        let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/occupations.bin"));
        Occupations::load(bytes).unwrap_or_default()
    })
}

/// Articles and terms.
pub fn reading() -> &'static Reading {
    static READING: OnceLock<Reading> = OnceLock::new();
    READING.get_or_init(|| {
        Reading::load(include_bytes!(concat!(env!("OUT_DIR"), "/reading.bin"))).unwrap_or_default()
    })
}

/// The index of a language; the German one where it has none of its own.
pub fn index(locale: &str) -> &'static Index {
    static DE: OnceLock<Index> = OnceLock::new();
    static EN: OnceLock<Index> = OnceLock::new();
    let load = |bytes: &[u8]| Index::load(bytes).unwrap_or_default();
    if locale == "en" {
        EN.get_or_init(|| load(include_bytes!(concat!(env!("OUT_DIR"), "/index.en.bin"))))
    } else {
        DE.get_or_init(|| load(include_bytes!(concat!(env!("OUT_DIR"), "/index.de.bin"))))
    }
}
