//! Processor time of the server per request, read from the kernel's own count.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::build::Built;
use crate::project::Project;
use crate::server::Running;
use crate::size::Budget;

/// What the figures are.
pub(super) const ABOUT: &str = "User and system time of the server process per request, over \
    eight kept connections on the loopback: 800 requests before, then as many as take three seconds of \
    it, 48,000 at the most. Whoever asks shares the machine, so requests per second are no limit of \
    the server.";

const CONNECTIONS: u32 = 8;
/// Requests between two looks at the kernel's count.
const ROUND: u32 = 800;
/// The most that are counted of a page.
const MOST: u32 = 48_000;
/// Processor time after which the count is fine enough: its ticks are hundredths of a second.
const ENOUGH_SECONDS: f64 = 3.0;

/// A question, a result and a pathway with answers: pages that no store keeps.
const ANSWERED: [&str; 3] = [
    "/de/guide/degree?status=abroad&nationality=IN&regulated=no&job=graduate",
    "/de/guide/results?status=abroad&nationality=IN&regulated=no&job=graduate&degree=foreign\
     &comparability=comparable&salary=51000",
    "/de/pathways/bluecard-regular?status=abroad&nationality=IN&regulated=no&job=graduate",
];

/// Measures the health check as a floor, the guide's first page, and [`ANSWERED`], plain and as browsers
/// ask for it. Rows with a head.
///
/// # Errors
/// The server does not answer, or the kernel's count cannot be read.
pub(super) fn measure(project: &Project, built: &Built) -> Result<Vec<Vec<String>>> {
    let page = Budget::read(project)?.guide_page;
    let head = ["page", "CPU µs per request", "requests per second", "resident MB after"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let server = Running::start(project, built)?;
    let plain = ["/healthz", &page].into_iter().chain(ANSWERED).map(|path| (path, false));
    for (path, packed) in plain.chain(ANSWERED.map(|path| (path, true))) {
        ask(&server, path, packed, ROUND)?;
        let before = ticks(server.id())?;
        let started = Instant::now();
        let mut counted = 0;
        let mut spent = 0.0;
        while counted < MOST && spent < ENOUGH_SECONDS {
            ask(&server, path, packed, ROUND)?;
            counted += ROUND;
            spent = (ticks(server.id())? - before) / ticks_per_second();
        }
        let seconds = started.elapsed().as_secs_f64();
        let micros = spent * 1e6 / f64::from(counted);
        rows.push(vec![
            format!("`{}`", path.split('?').next().unwrap_or_default())
                + with_answers(path)
                + if packed { ", brotli" } else { "" },
            format!("{micros:.1}"),
            format!("{:.0}", f64::from(counted) / seconds),
            format!("{:.1}", resident_mb(server.id())?),
        ]);
    }
    Ok(rows)
}

fn with_answers(path: &str) -> &'static str {
    if path.contains('?') { " with answers" } else { "" }
}

fn ask(server: &Running, path: &str, packed: bool, times: u32) -> Result<()> {
    let one = || (0..times / CONNECTIONS).try_for_each(|_| server.page(path, packed).map(drop));
    std::thread::scope(|scope| {
        let asking: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(one)).collect();
        asking.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| gone()))
    })
}

fn gone() -> Result<()> {
    anyhow::bail!("a thread that asks for pages ended early")
}

#[expect(clippy::cast_precision_loss, reason = "a hundred or a thousand")]
fn ticks_per_second() -> f64 {
    rustix::param::clock_ticks_per_second() as f64
}

/// User and system time so far, in clock ticks.
fn ticks(process: u32) -> Result<f64> {
    let path = Path::new("/proc").join(process.to_string()).join("stat");
    let stat = fs::read_to_string(&path).context("the server is gone")?;
    parse_ticks(&stat).with_context(|| format!("cannot read {}", path.display()))
}

/// Fields 14 and 15; the name in field 2 may hold spaces and brackets.
fn parse_ticks(stat: &str) -> Option<f64> {
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace().skip(11);
    let (user, system): (u32, u32) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    Some(f64::from(user) + f64::from(system))
}

fn resident_mb(process: u32) -> Result<f64> {
    let path = Path::new("/proc").join(process.to_string()).join("status");
    let status = fs::read_to_string(&path).context("the server is gone")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().strip_suffix(" kB")).context("no VmRSS")?;
    Ok(f64::from(kib.trim().parse::<u32>()?) * 1024.0 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::parse_ticks;

    #[test]
    fn user_and_system_time() {
        let stat = "7 (a ) b) S 1 7 7 0 -1 4194304 100 0 0 0 250 31 0 0 20 0 3 0 100 1 1";
        assert_eq!(parse_ticks(stat), Some(281.0));
        assert_eq!(parse_ticks("7 (a) S 1"), None);
    }
}
