//! The time, as an argument: only [`SystemClock`] asks the machine.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

static BERLIN: TimeZone = jiff::tz::get!("Europe/Berlin");

/// Where the current instant comes from.
pub trait Clock: Send + Sync {
    /// The current instant.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The calendar day in Germany: the law counts days there, wherever the machine stands.
pub fn today(clock: &dyn Clock) -> Date {
    clock.now().to_zoned(BERLIN.clone()).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct At(&'static str);

    impl Clock for At {
        fn now(&self) -> Timestamp {
            self.0.parse().unwrap()
        }
    }

    #[test]
    fn the_day_changes_at_midnight_in_berlin_in_winter_and_summer() {
        for (instant, day) in [
            ("2026-01-15T22:59:59Z", "2026-01-15"),
            ("2026-01-15T23:00:00Z", "2026-01-16"),
            ("2026-07-15T21:59:59Z", "2026-07-15"),
            ("2026-07-15T22:00:00Z", "2026-07-16"),
        ] {
            assert_eq!(today(&At(instant)).to_string(), day, "{instant}");
        }
    }
}
