//! `cargo xtask test`: everything that must hold before a change goes in.

pub(crate) mod browser;
pub(crate) mod counts;
mod parts;

use std::time::{Duration, Instant};

use clap::ValueEnum;

use crate::project::Project;
use crate::{advice, ui};
use counts::Counts;
use parts::Tools;

pub(crate) use parts::Part;

/// What to test.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Parts to run; all of them if none is named.
    #[arg(value_name = "PART")]
    parts: Vec<Part>,
    /// Go on after a part that failed.
    #[arg(long)]
    keep_going: bool,
}

struct Row {
    name: String,
    counts: Counts,
    time: Duration,
}

/// Runs the parts in their order and prints what came of each. Returns whether all passed; a part
/// that could not be run at all has not.
pub(crate) fn run(project: &Project, options: &Options) -> bool {
    let tools = Tools::new(project);
    let mut rows = Vec::new();
    for part in selected(&options.parts) {
        let name = part.name();
        ui::say(format_args!("== {name}"));
        let started = Instant::now();
        let counts = part.run(project, &tools).unwrap_or_else(|error| {
            ui::warn(format_args!("{name}: {}", advice::told(&error)));
            Counts::single(false)
        });
        rows.push(Row { name, counts, time: started.elapsed() });
        if counts.failed > 0 && !options.keep_going {
            break;
        }
    }
    let (text, ok) = summary(&rows);
    ui::say(text);
    ok
}

/// The named parts, or all, always in their own order.
fn selected(named: &[Part]) -> Vec<Part> {
    let all = Part::value_variants().iter().copied();
    all.filter(|part| named.is_empty() || named.contains(part)).collect()
}

fn summary(rows: &[Row]) -> (String, bool) {
    let mut total = Counts::default();
    let mut table = vec![["part", "passed", "failed", "time"].map(str::to_owned).to_vec()];
    for Row { name, counts, time } in rows {
        total += *counts;
        let cells = [counts.passed.to_string(), counts.failed.to_string(), ui::seconds(*time)];
        table.push(std::iter::once(name.clone()).chain(cells).collect());
    }
    let line = format!("{} passed, {} failed", total.passed, total.failed);
    (format!("\n{}\n{line}", ui::table(&table)), total.failed == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_keep_their_order() {
        assert_eq!(selected(&[Part::Unit, Part::Fmt]), [Part::Fmt, Part::Unit]);
        assert_eq!(selected(&[]).len(), Part::value_variants().len());
    }

    #[test]
    fn the_last_line_sums_up() {
        let row = |name: &str, passed, failed| Row {
            name: name.to_owned(),
            counts: Counts { passed, failed },
            time: Duration::from_millis(1500),
        };
        let (text, ok) = summary(&[row("fmt", 1, 0), row("unit", 40, 0)]);
        assert!(ok && text.ends_with("\n41 passed, 0 failed"), "{text}");
        assert!(text.contains("unit      40       0  1.5 s"), "{text}");
        let (text, ok) = summary(&[row("fmt", 1, 0), row("unit", 40, 2)]);
        assert!(!ok && text.ends_with("\n41 passed, 2 failed"), "{text}");
    }
}
