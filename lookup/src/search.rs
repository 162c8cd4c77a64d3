//! The index over everything there is to read.

use crate::closeness;
use crate::words::tokens;
use serde::{Deserialize, Serialize};

/// What a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// A route of the guide.
    Pathway,
    /// An article.
    Article,
    /// An occupation.
    Occupation,
    /// An office.
    Office,
    /// A term of the glossary.
    Term,
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doc {
    /// What it is.
    pub kind: Kind,
    /// Address below the language, without a slash at its start; may hold a fragment.
    pub path: String,
    /// Name.
    pub title: String,
    /// One sentence, perhaps none.
    pub text: String,
}

/// A word and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// In plain form.
    pub(crate) word: String,
    /// Index into [`Index::docs`], and how much the word weighs there; in the order of the indices.
    pub(crate) hits: Vec<(u16, u8)>,
}

/// A word as it travels: each part told by its difference from the one before, which packs better.
#[derive(Serialize, Deserialize)]
struct Packed {
    /// Letters shared with the word before.
    shared: u8,
    /// The others.
    rest: String,
    /// Steps from index to index.
    steps: Vec<u16>,
    weights: Vec<u8>,
}

/// The index of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// All that can be found.
    pub docs: Vec<Doc>,
    pub(crate) words: Vec<Word>,
}

/// Something found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit<'a> {
    /// What.
    pub doc: &'a Doc,
    /// How good; comparable within one search.
    pub score: f32,
}

impl Index {
    /// Reads an index as packed by the compiler; `None` if the bytes are none.
    pub fn load(bytes: &[u8]) -> Option<Self> {
        let (docs, packed): (Vec<Doc>, Vec<Packed>) = postcard::from_bytes(bytes).ok()?;
        let mut words: Vec<Word> = Vec::with_capacity(packed.len());
        for one in packed {
            let before = words.last().map_or("", |word| word.word.as_str());
            let shared: String = before.chars().take(usize::from(one.shared)).collect();
            let mut at = 0_u16;
            let hits = one.steps.iter().zip(one.weights).map(|(step, weight)| {
                at = at.saturating_add(*step);
                (at, weight)
            });
            words.push(Word { word: shared + &one.rest, hits: hits.collect() });
        }
        Some(Self { docs, words })
    }

    /// In the form that [`Self::load`] reads; words in alphabetical order pack best.
    #[cfg(feature = "compile")]
    pub(crate) fn packed(&self) -> (Vec<Doc>, impl serde::Serialize + use<>) {
        let mut before = "";
        let mut packed = Vec::with_capacity(self.words.len());
        for Word { word, hits } in &self.words {
            let same = before.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
            let same = same.min(usize::from(u8::MAX));
            let mut last = 0;
            let steps = hits.iter().map(|(at, _)| at - std::mem::replace(&mut last, *at)).collect();
            packed.push(Packed {
                shared: u8::try_from(same).unwrap_or(u8::MAX),
                rest: word.chars().skip(same).collect(),
                steps,
                weights: hits.iter().map(|(_, weight)| *weight).collect(),
            });
            before = word;
        }
        (self.docs.clone(), packed)
    }

    /// What fits, the best first. Every word typed must stand in a hit, as itself or nearly so; where
    /// nothing holds all of them, what holds most comes.
    pub fn find(&self, typed: &str) -> Vec<Hit<'_>> {
        let typed: Vec<String> = tokens(typed).into_iter().take(MOST_WORDS).collect();
        let mut scores = vec![(0_u8, 0_f32); self.docs.len()];
        for token in &typed {
            for (score, best) in scores.iter_mut().zip(self.best_per_doc(token)) {
                if best > 0.0 {
                    *score = (score.0.saturating_add(1), score.1 + best);
                }
            }
        }
        let most = scores.iter().map(|(words, _)| *words).max().unwrap_or_default();
        let mut hits: Vec<Hit> = self
            .docs
            .iter()
            .zip(&scores)
            .filter(|(_, (words, _))| most > 0 && *words == most)
            .map(|(doc, (_, score))| Hit { doc, score: score * standing(doc.kind) })
            .collect();
        hits.sort_by(|a, b| b.score.total_cmp(&a.score));
        // What matches by far less than the best is noise.
        let best = hits.first().map_or(0.0, |hit| hit.score);
        hits.retain(|hit| hit.score >= best * LEAST_SHARE);
        hits
    }

    /// For one word: how well each document answers it.
    fn best_per_doc(&self, token: &str) -> Vec<f32> {
        let mut best = vec![0_f32; self.docs.len()];
        for word in &self.words {
            let near = closeness(token, &word.word);
            if near == 0 {
                continue;
            }
            // A word that stands everywhere says little (inverse document frequency).
            let share = count(self.docs.len()) / count(word.hits.len());
            let rarity = 1.0 + share.max(1.0).ln() / 4.0;
            for (doc, weight) in &word.hits {
                // Squared: a likeness must not outweigh the word itself in a lesser place.
                let near = f32::from(near) / 100.0;
                let score = near * near * f32::from(*weight) * rarity;
                if let Some(best) = best.get_mut(usize::from(*doc)) {
                    *best = best.max(score);
                }
            }
        }
        best
    }
}

/// Of two equally good hits, what explains comes before what applies it.
fn standing(kind: Kind) -> f32 {
    match kind {
        Kind::Term => 1.1,
        Kind::Article => 1.05,
        Kind::Pathway | Kind::Occupation | Kind::Office => 1.0,
    }
}

/// More words than anybody types; the rest of a longer text is left out.
const MOST_WORDS: usize = 8;
const LEAST_SHARE: f32 = 0.12;

fn count(number: usize) -> f32 {
    // Far below the 16 million that a float counts exactly.
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}
