//! Who is responsible for a postcode, row by row where it is not plain.
#![expect(clippy::panic, reason = "a test fails by panicking")]

use guide::places::{OfficeCard, PlaceCard, look_up};
use guide::{Answer, Answers, Case, all_places, book, evaluate};
use jiff::civil::date;
use rules::{Area, OfficeKind};
use std::collections::BTreeSet;

fn card(postcode: u32, town: Option<&str>) -> PlaceCard {
    look_up(all_places(), "de", postcode, town)
}

/// Municipality, district, area and office of a postcode that belongs to one municipality.
fn known(postcode: u32, town: Option<&str>) -> (String, String, Area, OfficeCard) {
    match card(postcode, town) {
        PlaceCard::Known { town, district, area, office, .. } => (town.id, district, area, office),
        other => panic!("{postcode}: {other:?}"),
    }
}

#[test]
#[rustfmt::skip]
fn every_border_case_has_its_office() {
    for (postcode, town, district, area, office, doubted) in [
        (52_477, "alsdorf", "StädteRegion Aachen", Area::Centre, "Ausländeramt der StädteRegion Aachen", false),
        (52_062, "aachen", "StädteRegion Aachen", Area::Centre, "Ausländeramt der StädteRegion Aachen", false),
        (52_349, "dueren", "Kreis Düren", Area::Centre, "Ausländerbehörde des Kreises Düren", true),
        (52_425, "juelich", "Kreis Düren", Area::Centre, "Ausländerbehörde des Kreises Düren", true),
        (52_428, "juelich", "Kreis Düren", Area::Centre, "Ausländerbehörde des Kreises Düren", true),
        (41_812, "erkelenz", "Kreis Heinsberg", Area::Centre, "Ausländeramt des Kreises Heinsberg", false),
        (50_169, "kerpen", "Rhein-Erft-Kreis", Area::Centre, "Ausländerbehörde der Stadt Kerpen", false),
        (50_171, "kerpen", "Rhein-Erft-Kreis", Area::Centre, "Ausländerbehörde der Stadt Kerpen", false),
        (50_126, "bergheim", "Rhein-Erft-Kreis", Area::Centre, "Ausländerbehörde der Stadt Bergheim", true),
        (50_321, "bruehl", "Rhein-Erft-Kreis", Area::Centre, "Ausländerbehörde des Rhein-Erft-Kreises", true),
        (50_354, "huerth", "Rhein-Erft-Kreis", Area::Centre, "Ausländerbehörde des Rhein-Erft-Kreises", true),
        (41_460, "neuss", "Rhein-Kreis Neuss", Area::Centre, "Ausländerbehörde der Stadt Neuss", false),
        (41_472, "neuss", "Rhein-Kreis Neuss", Area::Centre, "Ausländerbehörde der Stadt Neuss", false),
        (41_539, "dormagen", "Rhein-Kreis Neuss", Area::Centre, "Ausländerbehörde der Stadt Dormagen", true),
        (41_515, "grevenbroich", "Rhein-Kreis Neuss", Area::Centre, "Ausländerbehörde des Rhein-Kreises Neuss", true),
        (40_667, "meerbusch", "Rhein-Kreis Neuss", Area::Centre, "Ausländerbehörde des Rhein-Kreises Neuss", true),
        (41_061, "moenchengladbach", "Mönchengladbach", Area::Centre, "Ausländerbehörde der Stadt Mönchengladbach", true),
        (53_879, "euskirchen", "Kreis Euskirchen", Area::Revier, "Ausländerbehörde des Kreises Euskirchen", true),
        (53_881, "euskirchen", "Kreis Euskirchen", Area::Revier, "Ausländerbehörde des Kreises Euskirchen", true),
        (53_902, "bad-muenstereifel", "Kreis Euskirchen", Area::Revier, "Ausländerbehörde des Kreises Euskirchen", true),
    ] {
        let (id, of, in_area, card) = known(postcode, None);
        assert_eq!((id.as_str(), of.as_str(), in_area), (town, district, area), "{postcode}");
        assert_eq!((card.name.as_str(), card.doubt.is_some()), (office, doubted), "{postcode}");
    }
}

#[test]
fn a_shared_postcode_asks_which_town() {
    for (postcode, towns) in
        [(52_525, ["heinsberg", "waldfeucht"]), (52_538, ["gangelt", "selfkant"])]
    {
        for unsettled in [None, Some(""), Some("aachen"), Some("Heinsberg"), Some("nirgends")] {
            let PlaceCard::Ask(asked) = card(postcode, unsettled) else { panic!("{postcode}") };
            assert_eq!(asked.iter().map(|town| town.id.as_str()).collect::<Vec<_>>(), towns);
            assert!(asked.iter().all(|town| !town.name.is_empty()));
        }
        for town in towns {
            let (id, district, area, _) = known(postcode, Some(town));
            assert_eq!(
                (id.as_str(), district.as_str(), area),
                (town, "Kreis Heinsberg", Area::Centre)
            );
        }
    }
}

/// A town that does not have the postcode changes nothing.
#[test]
fn a_town_of_another_postcode_is_ignored() {
    assert_eq!(card(52_477, Some("kerpen")), card(52_477, None));
    assert_eq!(card(50_667, Some("kerpen")), card(50_667, None));
}

#[test]
fn outside_is_said_in_both_languages() {
    let [german, english] = ["de", "en"].map(|locale| {
        [50_667, 40_213, 53_111, 1_067, 0, 99_999, u32::MAX]
            .map(|code| match look_up(all_places(), locale, code, None) {
                PlaceCard::Outside(about) => about,
                other => panic!("{code}: {other:?}"),
            })
            .into_iter()
            .collect::<BTreeSet<_>>()
    });
    assert_eq!((german.len(), english.len()), (1, 1));
    assert_ne!(german, english);
    assert!(german.iter().all(|(title, text)| !title.is_empty() && !text.is_empty()));
}

/// Each area says something of its own, in each language.
#[test]
fn areas_are_told_apart() {
    let mut seen = BTreeSet::new();
    for locale in guide::COMPLETE {
        for code in [52_477, 53_879] {
            let PlaceCard::Known { about, .. } = look_up(all_places(), locale, code, None) else {
                panic!("{code}")
            };
            assert!(!about.0.is_empty() && !about.1.is_empty());
            assert!(seen.insert(about), "{locale} {code}");
        }
    }
}

/// The doubt about a single town is said instead of that about its district's office.
#[test]
fn a_towns_own_doubt_comes_first() {
    let [huerth, bruehl] = [50_354, 50_321].map(|code| known(code, None).3);
    assert_eq!(huerth.name, bruehl.name);
    assert_ne!(huerth.doubt, bruehl.doubt);
    assert!(huerth.doubt.unwrap().contains("Hürth"));
}

#[test]
fn an_address_shows_only_what_is_known() {
    let lines = |code| known(code, None).3.address;
    assert_eq!(lines(52_477), ["Hackländerstraße 1", "Aachen"]);
    assert_eq!(lines(41_812), ["Valkenburger Straße 45", "52525 Heinsberg"]);
    assert_eq!(lines(52_349), [] as [&str; 0]);
}

#[test]
fn every_postcode_leads_to_an_immigration_office() {
    let places = all_places();
    for one in &places.municipalities {
        assert!(!one.postcodes.is_empty(), "{}", one.id);
        let district = &places.districts[usize::from(one.district)];
        let office = one.immigration_office.unwrap_or(district.immigration_office);
        assert_eq!(places.offices[usize::from(office)].kind, OfficeKind::Immigration, "{}", one.id);
        for code in &one.postcodes {
            assert!((40_000..54_000).contains(code), "{}: {code}", one.id);
            let (id, ..) = known(*code, Some(&one.id));
            assert_eq!(id, one.id);
        }
    }
}

/// No postcode lies in two districts, so the office is never a guess.
#[test]
fn no_postcode_lies_in_two_districts() {
    let places = all_places();
    for one in &places.municipalities {
        for other in &places.municipalities {
            let shared = one.postcodes.iter().any(|code| other.postcodes.contains(code));
            assert!(!shared || one.district == other.district, "{} and {}", one.id, other.id);
        }
    }
}

/// Other languages fall back to the first one, German.
#[test]
fn an_unknown_language_is_german() {
    assert_eq!(look_up(all_places(), "fr", 52_477, None), card(52_477, None));
    assert_ne!(look_up(all_places(), "en", 52_477, None), card(52_477, None));
}

/// Where somebody lives decides who is responsible, never what the law says.
#[test]
fn the_place_changes_no_verdict() {
    let place = book().fact("place").unwrap();
    let answers =
        guide::address::read(book(), "status=abroad&nationality=IN&degree=german").answers;
    let verdicts = |answers: &Answers| {
        let case = Case { book: book(), answers, filing: date(2026, 11, 22) };
        evaluate(&case).iter().map(|finding| finding.verdict).collect::<Vec<_>>()
    };
    for code in [52_477, 53_879, 10_115] {
        assert_eq!(verdicts(&answers.with(place, Answer::Place(code, None))), verdicts(&answers));
    }
}

/// Each municipality has one agency, one chamber of crafts and one of industry and commerce.
#[test]
fn every_place_has_its_agency_and_its_chambers() {
    let places = guide::all_places();
    let kinds = [OfficeKind::EmploymentAgency, OfficeKind::Hwk, OfficeKind::Ihk];
    for town in &places.municipalities {
        let of: Vec<OfficeKind> =
            guide::places::others_for(places, &town.id).map(|office| office.kind).collect();
        assert_eq!(of, kinds, "{}", town.id);
    }
    for (town, names) in [
        ("alsdorf", ["aa-aachen-dueren", "hwk-aachen", "ihk-aachen"]),
        ("kerpen", ["aa-bruehl", "hwk-koeln", "ihk-koeln"]),
        ("neuss", ["aa-moenchengladbach", "hwk-duesseldorf", "ihk-mittlerer-niederrhein"]),
    ] {
        let ids: Vec<&str> =
            guide::places::others_for(places, town).map(|office| office.id.as_str()).collect();
        assert_eq!(ids, names, "{town}");
    }
    assert_eq!(guide::places::others_for(places, "berlin").count(), 0);
}

/// A postcode of every municipality of the Revier, and of its neighbours outside.
#[test]
fn every_municipality_is_found_and_its_neighbours_are_outside() {
    let rows = include_str!("postcodes.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut count = 0;
    for row in rows {
        let [code, town, district] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{row}");
        };
        count += 1;
        match (card(code.parse().unwrap(), None), town) {
            (PlaceCard::Outside(_), "-") => {}
            (PlaceCard::Known { town: found, district: of, area, .. }, _) => {
                assert_eq!((found.name.as_str(), of.as_str()), (town, district), "{code}");
                let outside_the_centre = district == "Kreis Euskirchen";
                let expected = if outside_the_centre { Area::Revier } else { Area::Centre };
                assert_eq!(area, expected, "{code}");
            }
            (other, _) => panic!("{row}: {other:?}"),
        }
    }
    assert!(count >= 60, "{count}");
}
