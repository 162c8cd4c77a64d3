//! What the person at the terminal sees: plain lines, and one pair of lines per long step.

use std::fmt::Display;
use std::io::Write;
use std::time::{Duration, Instant};

use anyhow::Result;

/// Prints one line. A closed pipe is no error: the work goes on.
pub(crate) fn say(line: impl Display) {
    _ = writeln!(std::io::stdout(), "{line}");
}

/// Prints one line to standard error.
pub(crate) fn warn(line: impl Display) {
    _ = writeln!(std::io::stderr(), "{line}");
}

/// Does a long piece of work between a line that says it starts and one that says how long it took.
///
/// Returns what `work` returns, errors included.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(format_args!("{name} …"));
    let started = Instant::now();
    let result = work();
    let time = seconds(started.elapsed());
    match &result {
        Ok(_) => say(format_args!("{name}: {time}")),
        Err(_) => say(format_args!("{name}: failed after {time}")),
    }
    result
}

/// A duration in seconds with one decimal, as people read it.
pub(crate) fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

/// Lines up rows of cells; the first column to the left, the others to the right.
pub(crate) fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|c| rows.iter().filter_map(|r| r.get(c)).map(|t| t.chars().count()).max().unwrap_or(0))
        .collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(c, (cell, width))| match c {
            0 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

/// The same rows as a Markdown table; the first row is the head.
pub(crate) fn markdown(rows: &[Vec<String>]) -> String {
    use std::fmt::Write as _;

    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        _ = writeln!(text, "| {} |", row.join(" | "));
        if at == 0 {
            let rule = row.iter().enumerate().map(|(c, _)| if c == 0 { "---" } else { "---:" });
            _ = writeln!(text, "| {} |", rule.collect::<Vec<_>>().join(" | "));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_line_up() {
        let rows = vec![vec!["a".into(), "10".into()], vec!["long".into(), "9".into()]];
        assert_eq!(table(&rows), "a     10\nlong   9\n");
        assert_eq!(markdown(&rows), "| a | 10 |\n| --- | ---: |\n| long | 9 |\n");
    }
}
