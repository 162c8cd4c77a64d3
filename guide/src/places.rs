//! Postcode → municipality, area, Ausländerbehörde. The place never changes a verdict.

use rules::{Area, Office, Places};
use serde::{Deserialize, Serialize};

/// A municipality to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Town {
    /// Stable id.
    pub id: String,
    /// Proper name.
    pub name: String,
}

/// An office, in the reader's language. Only what is known is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeCard {
    /// Proper German name.
    pub name: String,
    /// Street, postcode and town as far as known, one line each.
    pub address: Vec<String>,
    /// Who that is and for what.
    pub role: String,
    /// Why its competence is not certain.
    pub doubt: Option<String>,
    /// Web address of the source.
    pub source_url: Option<String>,
}

/// What a postcode says about who is responsible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlaceCard {
    /// Several municipalities share the code: ask which.
    Ask(Vec<Town>),
    /// One municipality of the Revier.
    Known {
        /// The municipality.
        town: Town,
        /// Its Kreis or itself.
        district: String,
        /// Whether the centre serves it.
        area: Area,
        /// What that means: heading and text.
        about: (String, String),
        /// The Ausländerbehörde for people who live there.
        office: OfficeCard,
    },
    /// A postcode outside the Revier: heading and text.
    Outside((String, String)),
}

/// Looks a postcode up; `town` is the chosen municipality where the code is shared.
pub fn look_up(places: &Places, locale: &str, postcode: u32, town: Option<&str>) -> PlaceCard {
    let language = places.locales.iter().position(|of| of == locale).unwrap_or_default();
    let mut found: Vec<_> =
        places.municipalities.iter().filter(|one| one.postcodes.contains(&postcode)).collect();
    if let Some(chosen) = found.iter().copied().find(|one| Some(one.id.as_str()) == town) {
        found = vec![chosen];
    }
    let about = |area| {
        let [centre, revier, outside] = places.areas.get(language)?;
        let text = match area {
            Area::Centre => centre,
            Area::Revier => revier,
            Area::Outside => outside,
        };
        Some((text.title.clone(), text.text.clone()))
    };
    let outside = || PlaceCard::Outside(about(Area::Outside).unwrap_or_default());
    let [only] = found.as_slice() else {
        if found.is_empty() {
            return outside();
        }
        let towns = found.iter().map(|one| Town { id: one.id.clone(), name: one.name.clone() });
        return PlaceCard::Ask(towns.collect());
    };
    let Some(district) = places.districts.get(usize::from(only.district)) else { return outside() };
    let office = only.immigration_office.unwrap_or(district.immigration_office);
    let Some(office) = places.offices.get(usize::from(office)) else { return outside() };
    let mut card = card(office, language);
    if let Some(doubt) = only.doubt.get(language) {
        card.doubt = Some(doubt.clone());
    }
    PlaceCard::Known {
        town: Town { id: only.id.clone(), name: only.name.clone() },
        district: district.name.clone(),
        area: district.area,
        about: about(district.area).unwrap_or_default(),
        office: card,
    }
}

/// The offices of a municipality besides the Ausländerbehörde: agency for work, chamber of crafts,
/// chamber of industry and commerce. Nothing for an id that is none.
pub fn others_for<'a>(places: &'a Places, town: &str) -> impl Iterator<Item = &'a Office> {
    let town = places.municipalities.iter().find(|one| one.id == town);
    let district = town.and_then(|town| places.districts.get(usize::from(town.district)));
    let all = district.map(|one| [one.employment_agency, one.hwk, one.ihk]);
    all.into_iter().flatten().filter_map(|at| places.offices.get(usize::from(at)))
}

/// An office in a language.
pub fn office_card(places: &Places, locale: &str, office: &Office) -> OfficeCard {
    card(office, places.locales.iter().position(|of| of == locale).unwrap_or_default())
}

fn card(office: &Office, language: usize) -> OfficeCard {
    let town = match (&office.postcode, &office.town) {
        (Some(code), Some(town)) => Some(format!("{code} {town}")),
        (None, town) => town.clone(),
        (code, None) => code.clone(),
    };
    OfficeCard {
        name: office.name.clone(),
        address: office.street.iter().cloned().chain(town).collect(),
        role: office.role.get(language).cloned().unwrap_or_default(),
        doubt: office.doubt.get(language).cloned(),
        source_url: office.source_url.clone(),
    }
}
