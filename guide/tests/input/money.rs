//! Salaries: by the year, the month and the hour, as they are written in two languages.
#![expect(clippy::inconsistent_digit_grouping, reason = "cents stand apart from the euros")]

use super::{mistake, read};
use guide::input::{HOURS, Mistake, PER};
use guide::{Answer, ui};

/// Both languages read the same money: the decimal sign is told from the digits behind it.
fn salary(typed: &str, per: &str) -> Result<Answer, Vec<Mistake>> {
    let [german, english] = ["de", "en"].map(|locale| read(locale, "salary", typed, &[(PER, per)]));
    assert_eq!(german, english, "{typed}");
    german
}

#[test]
fn money_for_a_year() {
    for (typed, cents) in [
        ("45000", 45_000_00),
        ("45.000", 45_000_00),
        ("45,000", 45_000_00),
        ("45 000", 45_000_00),
        ("45\u{a0}000", 45_000_00),
        ("45\u{202f}000", 45_000_00),
        ("45'000", 45_000_00),
        ("45’000", 45_000_00),
        (" 45000 ", 45_000_00),
        ("45.000 €", 45_000_00),
        ("45.000€", 45_000_00),
        ("€45,000", 45_000_00),
        ("€ 45.000", 45_000_00),
        ("EUR 45000", 45_000_00),
        ("45000 EUR", 45_000_00),
        ("45000 euros", 45_000_00),
        ("45.000 Euro brutto", 45_000_00),
        ("45,000 gross", 45_000_00),
        ("45.000,00", 45_000_00),
        ("45,000.00", 45_000_00),
        ("45.000,50 €", 45_000_50),
        ("45,000.50", 45_000_50),
        ("45 000,50", 45_000_50),
        ("45'000.50", 45_000_50),
        ("45000,5", 45_000_50),
        ("45000.5", 45_000_50),
        ("45.000,-", 45_000_00),
        ("45.000,– €", 45_000_00),
        ("45000.", 45_000_00),
        ("0045000", 45_000_00),
        ("1.234.567", 1_234_567_00),
        ("1 234 567", 1_234_567_00),
        ("1.234.567,89", 1_234_567_89),
        ("1,234,567.89", 1_234_567_89),
        ("50699,99", 50_699_99),
        ("1000", 1_000_00),
        ("10.000.000", 10_000_000_00),
    ] {
        assert_eq!(salary(typed, "year"), Ok(Answer::Money(cents)), "{typed}");
    }
}

#[test]
fn money_for_a_month_counts_twelve_times() {
    for (typed, cents) in [
        ("3750", 45_000_00),
        ("3.750 €", 45_000_00),
        ("3,750", 45_000_00),
        ("3 750", 45_000_00),
        ("3.750,50 €", 45_006_00),
        ("4.225", 50_700_00),
        ("83,34", 1_000_08),
        ("833.333,33", 9_999_999_96),
    ] {
        assert_eq!(salary(typed, "month"), Ok(Answer::Money(cents)), "{typed}");
    }
}

/// What is written beside the number wins over the choice beside the field.
#[test]
#[rustfmt::skip]
fn money_with_the_period_written_out() {
    for per in ["", "year", "month"] {
        for typed in [
            "3.750 im Monat", "3.750 €/Monat", "3750 mtl.", "3.750 Euro pro Monat",
            "3,750 per month", "3750 a month", "3.750 € monatlich", "€3,750 monthly",
            "3750 Monat", "45.000 im Jahr", "45.000 €/Jahr", "45000 a year", "45,000 per annum",
            "45.000 jährlich", "45000 yearly", "45.000 € brutto pro Jahr",
        ] {
            assert_eq!(salary(typed, per), Ok(Answer::Money(45_000_00)), "{typed}, {per}");
        }
    }
}

#[test]
#[rustfmt::skip]
fn what_is_no_money_is_refused() {
    for typed in [
        "", "€", "viel", "47 Tsd", "47 Tsd.", "47k", "47 T€", "-45000", "- 45000", "+45000",
        "1e5", "0x10", "٤٥٠٠٠", "４５０００", "½", "45000³", "45.00.00", "45,00,00", "45.0000",
        "45,000,00", "45.000.5", "45.000,123", "1.2.3", "4 5 0 0 0", "45 00", "45 0000",
        "45 12345", "3750 130", "3.750 4.000", "45000 50000", "45000-50000", "45000 bis 50000",
        "12 x 3750", ".5", ",50", "45;000", "45_000", "$45,000", "45.000 USD", "99999999999",
    ] {
        assert_eq!(salary(typed, "year"), mistake("", ui::ERROR_MONEY), "{typed}");
        assert_eq!(salary(typed, "month"), mistake("", ui::ERROR_MONEY), "{typed}");
    }
}

/// By the hour: times the hours of a week, times 52; the same whether the period is typed or chosen.
#[test]
fn money_by_the_hour_needs_the_hours_of_a_week() {
    let paid = |typed, per, hours| read("de", "salary", typed, &[(PER, per), (HOURS, hours)]);
    for (typed, hours, cents) in [
        ("25", "40", 52_000_00),
        ("13,90", "30", 21_684_00),
        ("20,01", "37,5", 39_019_50),
        ("20.01", "37.5", 39_019_50),
        ("100", "1", 5_200_00),
        ("30", "60", 93_600_00),
    ] {
        assert_eq!(paid(typed, "hour", hours), Ok(Answer::Money(cents)), "{typed}, {hours}");
    }
    for typed in ["25 € die Stunde", "25 pro Stunde", "25 an hour", "25 €/Std.", "25 hourly"] {
        assert_eq!(paid(typed, "year", "40"), Ok(Answer::Money(52_000_00)), "{typed}");
    }
    for hours in ["", "0,99", "0", "60,01", "168", "viele", "-30", "37,555"] {
        assert_eq!(paid("25", "hour", hours), mistake(HOURS, ui::ERROR_HOURS), "{hours}");
        assert_eq!(paid("52000", "year", hours), Ok(Answer::Money(52_000_00)), "{hours}");
    }
    let both = vec![
        Mistake { field: "", text: ui::ERROR_MONEY },
        Mistake { field: HOURS, text: ui::ERROR_HOURS },
    ];
    assert_eq!(paid("viel", "hour", ""), Err(both));
    assert_eq!(paid("1", "hour", "10"), mistake("", ui::ERROR_MONEY_RANGE));
}

#[test]
fn money_out_of_range_is_refused() {
    for (typed, per) in [
        ("0", "year"),
        ("0,00", "month"),
        ("45", "year"),
        ("45.00", "year"),
        ("999,99", "year"),
        ("10.000.000,01", "year"),
        ("999.999.999", "year"),
        ("83,33", "month"),
        ("833.333,34", "month"),
        ("10.000.000", "month"),
    ] {
        assert_eq!(salary(typed, per), mistake("", ui::ERROR_MONEY_RANGE), "{typed} {per}");
    }
}

#[test]
fn money_needs_a_period() {
    for per in ["", "week", "Year"] {
        assert_eq!(salary("45.000", per), mistake(PER, ui::ERROR_MONEY_PERIOD));
        let both = vec![
            Mistake { field: "", text: ui::ERROR_MONEY },
            Mistake { field: PER, text: ui::ERROR_MONEY_PERIOD },
        ];
        assert_eq!(salary("viel", per), Err(both));
    }
    assert_eq!(read("de", "salary", "45.000", &[]), mistake(PER, ui::ERROR_MONEY_PERIOD));
}
