//! How a value of each kind is written.

use guide::address;
use rules::Kind;
use serde::Serialize;
use utoipa::ToSchema;

use super::euros;

/// Bounds of [`address::plausible_day`].
const DAYS: [&str; 2] = ["2024-01-01", "2035-12-31"];

/// How an answer is written. `unknown` is allowed besides, for every fact.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub(crate) struct Format {
    /// What the value stands for: `euro per year`, `ISO 3166-1 alpha-2 and XK`, `ISO 8601 day`,
    /// `German postcode`; null for a choice.
    #[schema(required)]
    unit: Option<&'static str>,
    /// Regular expression (ECMA-262) that every value matches; null for a choice.
    #[schema(required)]
    pattern: Option<&'static str>,
    /// Smallest value; null where values have no order.
    #[schema(required)]
    least: Option<String>,
    /// Greatest value; null where values have no order.
    #[schema(required)]
    most: Option<String>,
}

impl Format {
    /// The format of a kind of fact.
    pub(crate) fn of(kind: Kind) -> Self {
        match kind {
            Kind::Choice => Self::default(),
            Kind::Country => Self {
                unit: Some("ISO 3166-1 alpha-2 and XK"),
                pattern: Some("^[A-Z]{2}$"),
                ..Self::default()
            },
            Kind::Money => Self {
                unit: Some("euro per year"),
                pattern: Some("^[0-9]{1,8}(\\.[0-9]{1,2})?$"),
                least: Some(euros(*address::MONEY.start())),
                most: Some(euros(*address::MONEY.end())),
            },
            Kind::Place => Self {
                unit: Some("German postcode"),
                pattern: Some("^[0-9]{5}(-[a-z-]+)?$"),
                ..Self::default()
            },
            Kind::Day => {
                let [first, last] = DAYS.map(|day| Some(day.to_owned()));
                Self {
                    unit: Some("ISO 8601 day"),
                    pattern: Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
                    least: first,
                    most: last,
                }
            }
        }
    }

    /// The format of a kind in words, for a mistake.
    pub(crate) fn sentence(kind: Kind) -> String {
        let Self { least, most, .. } = Self::of(kind);
        let range = match (least, most) {
            (Some(least), Some(most)) => format!(" from {least} to {most}"),
            _ => String::new(),
        };
        match kind {
            Kind::Choice => "one of the fact's values".to_owned(),
            Kind::Country => "an ISO 3166-1 alpha-2 code in capitals, or XK".to_owned(),
            Kind::Money => format!("euros a year{range}, with a point and two decimals at most"),
            Kind::Place => "a German postcode, where several municipalities share it followed by \
                            a hyphen and the municipality's id"
                .to_owned(),
            Kind::Day => format!("a day as 2026-11-22{range}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use guide::Answer;

    use super::*;

    fn accepts(kind: Kind, value: &str) -> bool {
        let book = guide::book();
        let fact = book.facts.iter().position(|fact| fact.kind == kind).unwrap();
        let answer = address::parse(book, u8::try_from(fact).unwrap(), value);
        answer.is_some_and(|answer| answer != Answer::Unknown)
    }

    #[test]
    fn the_bounds_are_the_first_and_last_values_the_guide_takes() {
        for (kind, below, above) in
            [(Kind::Day, "2023-12-31", "2036-01-01"), (Kind::Money, "999.99", "10000000.01")]
        {
            let Format { least, most, .. } = Format::of(kind);
            for (value, accepted) in [
                (below, false),
                (least.unwrap().as_str(), true),
                (most.unwrap().as_str(), true),
                (above, false),
            ] {
                assert_eq!(accepts(kind, value), accepted, "{value}");
            }
        }
    }
}
