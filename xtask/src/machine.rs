//! The machine and the day a figure was measured on.

use std::fs;

/// The day in UTC, as year-month-day.
#[expect(clippy::disallowed_methods, reason = "reports carry the day they were measured on")]
pub(crate) fn today() -> String {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date().to_string()
}

/// Cores, memory and processor in one line.
pub(crate) fn describe() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = field(&processor, "model name").unwrap_or("unknown processor").to_owned();
    match field(&memory, "MemTotal").and_then(gigabytes) {
        Some(gb) => format!("{cores} cores, {gb:.0} GB of memory, {model}"),
        None => format!("{cores} cores, {model}"),
    }
}

fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_once(':').map(|(_, value)| value.trim())
}

fn gigabytes(value: &str) -> Option<f64> {
    let kibibytes: u32 = value.strip_suffix(" kB")?.parse().ok()?;
    Some(f64::from(kibibytes) * 1024.0 / 1e9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_proc_files() {
        assert_eq!(field("a: 1\nMemTotal:  24000000 kB\n", "MemTotal"), Some("24000000 kB"));
        assert_eq!(field("a: 1", "b"), None);
        let size = gigabytes("24000000 kB").unwrap();
        assert!((size - 24.576).abs() < 1e-9, "{size}");
        assert_eq!(gigabytes("many"), None);
    }
}
