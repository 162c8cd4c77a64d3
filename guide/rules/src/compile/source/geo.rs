//! Lists of countries, places and offices as they are written.

use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct Lists {
    #[serde(default)]
    pub(in crate::compile) list: Vec<List>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct List {
    pub(in crate::compile) id: String,
    pub(in crate::compile) countries: Vec<String>,
    pub(in crate::compile) law: Vec<String>,
    pub(in crate::compile) confidence: String,
    pub(in crate::compile) checked_on: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct Places {
    #[serde(default)]
    pub(in crate::compile) district: Vec<District>,
    #[serde(default)]
    pub(in crate::compile) municipality: Vec<Municipality>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct District {
    pub(in crate::compile) id: String,
    pub(in crate::compile) name: String,
    pub(in crate::compile) area: String,
    pub(in crate::compile) immigration_office: String,
    pub(in crate::compile) employment_agency: String,
    pub(in crate::compile) chamber_ihk: String,
    pub(in crate::compile) chamber_hwk: String,
    /// Where the competence of the immigration office is known from; for editors.
    #[serde(rename = "source")]
    pub(in crate::compile) _source: String,
    #[serde(rename = "source_url")]
    pub(in crate::compile) _source_url: Option<String>,
    #[serde(rename = "confidence")]
    pub(in crate::compile) _confidence: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct Municipality {
    pub(in crate::compile) id: String,
    pub(in crate::compile) name: String,
    pub(in crate::compile) district: String,
    pub(in crate::compile) postcodes: Vec<String>,
    pub(in crate::compile) immigration_office: Option<String>,
    #[serde(rename = "note")]
    pub(in crate::compile) _note: Option<String>,
    #[serde(rename = "source")]
    pub(in crate::compile) _source: Option<String>,
    #[serde(rename = "source_url")]
    pub(in crate::compile) _source_url: Option<String>,
    #[serde(rename = "confidence")]
    pub(in crate::compile) _confidence: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct Offices {
    #[serde(default)]
    pub(in crate::compile) office: Vec<Office>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct Office {
    pub(in crate::compile) id: String,
    pub(in crate::compile) kind: crate::OfficeKind,
    pub(in crate::compile) name: String,
    pub(in crate::compile) street: Option<String>,
    pub(in crate::compile) postcode: Option<String>,
    pub(in crate::compile) town: Option<String>,
    pub(in crate::compile) website: Option<String>,
    pub(in crate::compile) email: Option<String>,
    #[serde(default)]
    pub(in crate::compile) source: String,
    pub(in crate::compile) source_url: Option<String>,
    pub(in crate::compile) confidence: String,
    pub(in crate::compile) checked_on: String,
}

/// The geography files.
#[derive(Debug, Default)]
pub(in crate::compile) struct Geo {
    pub(in crate::compile) lists: Lists,
    pub(in crate::compile) places: Places,
    pub(in crate::compile) offices: Offices,
    /// Texts by language, by dotted name.
    pub(in crate::compile) words: Vec<BTreeMap<String, String>>,
}
