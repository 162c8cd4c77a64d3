//! Occupations, and finding one by the name people have for it.

use crate::words::{plain, tokens};
use crate::{Both, closeness};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// Branch, for the reader's eye alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sector {
    Craft,
    Industry,
    Commerce,
    Hospitality,
    Transport,
    Construction,
    It,
    Care,
    Health,
    Education,
    Engineering,
    Science,
    Office,
    Agriculture,
    Service,
}

/// What learning it takes in Germany.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// None.
    Helper,
    /// A training of about a year, or one for helpers.
    Assistant,
    /// A state-recognised training of two years or more.
    Training,
    /// Meister, Techniker, Fachwirt.
    Further,
    /// A university degree.
    Degree,
}

/// Where a trade stands in the crafts code (Handwerksordnung).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trade {
    /// Annex A: running a business needs the register of crafts.
    A,
    /// Annex B section 1: free to run.
    B1,
    /// Annex B section 2: craft-like.
    B2,
}

/// Whether German law reserves the work to those who hold a licence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Regulated {
    /// No.
    No,
    /// Yes.
    Yes,
    /// The title alone, or some posts alone.
    Partly,
}

/// Who is responsible for recognition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Responsible {
    /// The chamber of crafts of the place.
    Hwk,
    /// One office for all: its id.
    Office(String),
    /// Nobody can be named; the texts say where to ask.
    Unnamed,
}

/// Who recognises or assesses a qualification, what it costs and how long it takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Stable id.
    pub id: String,
    /// The office.
    pub responsible: Responsible,
    /// Short name.
    pub name: Both,
    /// What it does, in a few words.
    pub role: Both,
    /// Official cost; nothing where no figure is reliable.
    pub cost: Option<Both>,
    /// How long it takes; nothing where no figure is reliable.
    pub duration: Option<Both>,
    /// Why these are not certain.
    pub doubt: Option<Both>,
}

/// Something a firm must check before it hires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Stable id.
    pub id: String,
    /// The question.
    pub question: Both,
    /// What depends on it.
    pub why: Both,
}

/// An occupation. That its codes and bodies fit is professional knowledge, unless `sourced`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occupation {
    /// Stable id; stands in links.
    pub id: String,
    /// Today's German reference occupation and its English name.
    pub name: Both,
    /// The female form of the German name, where it has one.
    pub female: Option<String>,
    /// What else people call it, German and English.
    pub also: Both,
    /// Branch.
    pub sector: Sector,
    /// What learning it takes.
    pub level: Level,
    /// Where it stands in the crafts code.
    pub trade: Option<Trade>,
    /// ISCO-08 unit group, four digits.
    pub isco: u16,
    /// The value of the guide's fact `isco`.
    pub group: String,
    /// Whether that group stands in the list that § 18g Abs. 1 Satz 2 Nr. 1 AufenthG names.
    pub shortage: bool,
    /// The value of the guide's fact `field`, if there is a route of its own for this work.
    pub field: Option<String>,
    /// Whether it is regulated.
    pub regulated: Regulated,
    /// The act that regulates it.
    pub law: Option<String>,
    /// Index into [`Occupations::bodies`].
    pub body: u8,
    /// Indices into [`Occupations::checks`].
    pub checks: Vec<u8>,
    /// What is special.
    pub note: Option<Both>,
    /// Whether the fact base has a source for the mapping.
    pub sourced: bool,
}

/// All of them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Occupations {
    /// By branch and name.
    pub all: Vec<Occupation>,
    /// Who recognises.
    pub bodies: Vec<Body>,
    /// What firms check.
    pub checks: Vec<Check>,
    #[serde(skip)]
    names: OnceLock<Vec<Names>>,
}

/// An occupation's names as they are compared.
#[derive(Debug)]
struct Names {
    /// Words of the names proper, of both languages, and of the other names.
    own: Vec<String>,
    other: Vec<String>,
    /// Each name in one piece, "lkwfahrer" for "LKW-Fahrer", and of how many words it is.
    whole: Vec<(String, usize)>,
    /// Of two equally good ones, the plainer comes first.
    standing: u32,
}

/// An occupation that fits what was typed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found<'a> {
    /// It.
    pub occupation: &'a Occupation,
    /// How good; comparable within one search.
    pub score: u32,
}

impl Occupations {
    /// Occupations with the tables their indices lead into.
    pub fn new(all: Vec<Occupation>, bodies: Vec<Body>, checks: Vec<Check>) -> Self {
        Self { all, bodies, checks, names: OnceLock::new() }
    }

    /// Reads occupations as packed by the compiler; `None` if the bytes are none.
    pub fn load(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// The occupation with an id.
    pub fn named(&self, id: &str) -> Option<&Occupation> {
        self.all.iter().find(|one| one.id == id)
    }

    /// Who recognises an occupation.
    pub fn body(&self, of: &Occupation) -> Option<&Body> {
        self.bodies.get(usize::from(of.body))
    }

    /// What a firm checks for an occupation.
    pub fn checks<'a>(&'a self, of: &'a Occupation) -> impl Iterator<Item = &'a Check> {
        of.checks.iter().filter_map(|at| self.checks.get(usize::from(*at)))
    }

    /// What fits, the best first, names in German or English, forgiving slips. Where nothing has all
    /// words that were typed, what has most of them comes.
    pub fn find(&self, typed: &str) -> Vec<Found<'_>> {
        let words: Vec<String> = tokens(typed).into_iter().take(MOST_WORDS).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let whole = words.concat();
        let names = self.names.get_or_init(|| self.all.iter().map(Names::of).collect());
        let scores: Vec<(usize, u32)> =
            names.iter().map(|names| names.score(&words, &whole)).collect();
        let most = scores.iter().map(|(words, _)| *words).max().unwrap_or_default();
        let fits = |(occupation, (words, score)): (_, &(usize, u32))| {
            (most > 0 && *words == most).then_some(Found { occupation, score: *score })
        };
        let mut found: Vec<Found> = self.all.iter().zip(&scores).filter_map(fits).collect();
        found.sort_by_key(|one| std::cmp::Reverse(one.score));
        let best = found.first().map_or(0, |one| one.score);
        found.retain(|one| one.score * 100 >= best * LEAST_SHARE);
        found
    }
}

/// More words than any name has; the rest of a longer text is left out.
const MOST_WORDS: usize = 8;
/// Of the best score, in per cent.
const LEAST_SHARE: u32 = 60;

impl Names {
    fn of(occupation: &Occupation) -> Self {
        let Occupation { name, female, also, .. } = occupation;
        let own = [name.de.as_str(), name.en.as_str(), female.as_deref().unwrap_or_default()];
        let other: Vec<&str> = also.de.lines().chain(also.en.lines()).collect();
        let words = |texts: &[&str]| texts.iter().flat_map(|text| tokens(text)).collect();
        let whole = own.iter().chain(&other).map(|name| (plain(name), tokens(name).len()));
        let standing = match occupation.level {
            Level::Training | Level::Degree => 6,
            Level::Assistant | Level::Helper => 3,
            Level::Further => 0,
        };
        let whole = whole.filter(|(name, _)| !name.is_empty()).collect();
        Self { own: words(&own), other: words(&other), whole, standing }
    }

    /// How many of the words are met, and how well; a name met as a whole counts most.
    fn score(&self, words: &[String], whole: &str) -> (usize, u32) {
        let near = |word: &str, all: &[String]| {
            all.iter().map(|one| u32::from(closeness(word, one))).max().unwrap_or_default()
        };
        // A word of the name proper counts a little more than one of another name.
        let best = |word: &String| (near(word, &self.own) * 21 / 20).max(near(word, &self.other));
        let met: Vec<u32> = words.iter().map(best).filter(|score| *score > 0).collect();
        // In one piece a name can also be written differently: "Gas Wasser Installateur".
        let piece = |(name, count): &(String, usize)| {
            let score = u32::from(closeness(whole, name));
            if score > 0 && *count == words.len() { score + 10 } else { score }
        };
        let whole = self.whole.iter().map(piece).max().unwrap_or_default();
        let count = u32::try_from(met.len()).unwrap_or(u32::MAX);
        match met.iter().sum::<u32>().checked_div(count) {
            Some(mean) => (met.len(), mean * 2 + whole + self.standing),
            None if whole > 0 => (words.len(), whole * 9 / 10),
            None => (0, 0),
        }
    }
}
