//! From the start of the process to the first whole page.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::build::Built;
use crate::project::Project;
use crate::server::Running;
use crate::shell;
use crate::size::Budget;

/// What the figures are.
pub(super) const ABOUT: &str = "Milliseconds from starting the process to the last byte of the \
    guide's first page on the loopback; asked again every half millisecond, 11 starts.";

const STARTS: usize = 11;

/// Measures several starts. Rows with a head.
///
/// # Errors
/// The server does not answer.
pub(super) fn measure(project: &Project, built: &Built) -> Result<Vec<Vec<String>>> {
    let page = Budget::read(project)?.guide_page;
    let mut times = (0..STARTS).map(|_| once(project, built, &page)).collect::<Result<Vec<_>>>()?;
    times.sort();
    let shown = |time: Option<&Duration>| {
        time.map_or_else(String::new, |time| format!("{:.1}", time.as_secs_f64() * 1e3))
    };
    let row = |name: &str, time| vec![name.to_owned(), shown(time)];
    Ok(vec![
        vec!["start".to_owned(), "ms".to_owned()],
        row("fastest", times.first()),
        row("median", times.get(STARTS / 2)),
        row("slowest", times.last()),
    ])
}

fn once(project: &Project, built: &Built, page: &str) -> Result<Duration> {
    let data = project.target().join("measure-data");
    let log = project.target().join("server.log");
    let started = Instant::now();
    let server = Running::spawn(project, built, &data, &log)?;
    shell::poll(Duration::from_micros(500), Duration::from_secs(30), || {
        server.page(page, false).ok()
    })
    .with_context(|| format!("no page; what the server says is in {}", project.shown(&log)))?;
    Ok(started.elapsed())
}
