//! The guide in a browser with a slow processor.

use anyhow::{Context, Result};

use crate::build::Built;
use crate::project::Project;
use crate::test::browser;

/// What the figures are.
pub(super) const ABOUT: &str = "Milliseconds in Chromium, with its processor slowed down four times: the \
    median of 15. A whole result holds every verdict, all near misses, the salary ladder and the calendar.";

/// Measures by the script beside the browser tests. Rows with a head.
///
/// # Errors
/// Node or a browser is missing, or the script fails.
pub(super) fn measure(project: &Project, built: &Built) -> Result<Vec<Vec<String>>> {
    let text = browser::script(project, built, "bench.mjs")?;
    let row = |line: &str| {
        let (name, ms) = line.split_once('\t').with_context(|| format!("no figure: {line}"))?;
        Ok(vec![name.to_owned(), ms.to_owned()])
    };
    let head = vec!["what".to_owned(), "ms".to_owned()];
    std::iter::once(Ok(head)).chain(text.lines().map(row)).collect()
}
