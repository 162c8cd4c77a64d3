//! Places and offices. The server alone needs them; no rule depends on them.

use crate::{Confidence, Day};
use serde::{Deserialize, Serialize};

/// Whether the Welcome Center's own help reaches a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Area {
    /// Inside the centre's area.
    Centre,
    /// In the Rheinisches Revier, outside the centre's area (Kreis Euskirchen).
    Revier,
    /// Neither.
    Outside,
}

/// A Kreis or a city of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct District {
    /// Stable id.
    pub id: String,
    /// Proper name.
    pub name: String,
    /// Whether the centre serves it.
    pub area: Area,
    /// Index into [`Places::offices`]: the Ausländerbehörde.
    pub immigration_office: u8,
    /// The Agentur für Arbeit.
    pub employment_agency: u8,
    /// The chamber of industry and commerce.
    pub ihk: u8,
    /// The chamber of crafts.
    pub hwk: u8,
}

/// A town or municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Municipality {
    /// Stable id.
    pub id: String,
    /// Proper name.
    pub name: String,
    /// Index into [`Places::districts`].
    pub district: u8,
    /// Five-digit postcodes as numbers.
    pub postcodes: Vec<u32>,
    /// Its own Ausländerbehörde, where it has one.
    pub immigration_office: Option<u8>,
    /// Why the office for this place is not certain, by language; empty where nothing is known.
    pub doubt: Vec<String>,
}

/// What an office is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OfficeKind {
    /// Ausländerbehörde.
    Immigration,
    /// Agentur für Arbeit.
    EmploymentAgency,
    /// Industrie- und Handelskammer.
    Ihk,
    /// Handwerkskammer.
    Hwk,
    /// For all of North Rhine-Westphalia.
    Statewide,
    /// For all of Germany.
    Federal,
    /// The Welcome Center itself.
    Centre,
    /// Carries the Welcome Center together with others.
    Partner,
    /// For people who cross the border to work.
    Border,
}

/// An office that decides or helps. Only what is known is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Stable id.
    pub id: String,
    /// What it is for.
    pub kind: OfficeKind,
    /// Proper German name.
    pub name: String,
    /// Street and number.
    pub street: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Town.
    pub town: Option<String>,
    /// Web address.
    pub website: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Who that is and for what, one text per language in the order of [`Places::locales`].
    pub role: Vec<String>,
    /// Why its competence is not certain, by language; never empty unless sourced.
    pub doubt: Vec<String>,
    /// Where it is known from; empty where it rests on professional knowledge.
    pub source: String,
    /// The source's address.
    pub source_url: Option<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// When it was last compared with its source.
    pub checked_on: Day,
}

/// What an area means for who helps, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaText {
    /// Heading.
    pub title: String,
    /// A few sentences.
    pub text: String,
}

/// Everything known about places. The server alone needs it, so its words are in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    /// Languages of the texts, in their order: the complete ones.
    pub locales: Vec<String>,
    /// Per language: the texts for [`Area::Centre`], [`Area::Revier`], [`Area::Outside`].
    pub areas: Vec<[AreaText; 3]>,
    /// Kreise and cities of their own.
    pub districts: Vec<District>,
    /// Towns and municipalities.
    pub municipalities: Vec<Municipality>,
    /// Offices.
    pub offices: Vec<Office>,
}

impl Places {
    /// Reads places as packed by the compiler; `None` if the bytes are not places.
    pub fn load(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}
