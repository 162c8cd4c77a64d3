//! The rules alone: what `guide/benches/guide.rs` measures.

use anyhow::{Result, bail};

use crate::project::Project;
use crate::shell;
use crate::toolchain::Toolchain;

/// What the figures are.
pub(super) const ABOUT: &str = "One call on one core, optimised for this machine's kind of \
    processor: the median of 200 rounds of 100 calls each, over the cases' answers in turn.";

/// Builds and runs the benchmark. Rows with a head.
///
/// # Errors
/// It does not build or ends early.
pub(super) fn measure(project: &Project, toolchain: &Toolchain) -> Result<Vec<Vec<String>>> {
    let mut command = toolchain.cargo(project);
    command.args(["bench", "--package", "guide", "--bench", "guide"]);
    let ended = shell::tee(command)?;
    if !ended.ok {
        bail!("the benchmark did not run to its end (see above)");
    }
    Ok(rows(&ended.text))
}

/// Lines of the form `name: 12.3 µs`.
fn rows(text: &str) -> Vec<Vec<String>> {
    let row = |line: &str| {
        let (name, value) = line.strip_prefix("bench ")?.split_once(": ")?;
        Some(vec![name.to_owned(), value.to_owned()])
    };
    let head = vec!["call".to_owned(), "time".to_owned()];
    std::iter::once(head).chain(text.lines().filter_map(row)).collect()
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn lines_become_rows() {
        let text = "Compiling\nbench evaluate: 12.3 µs\nnoise: 1\n";
        assert_eq!(rows(text), [["call", "time"], ["evaluate", "12.3 µs"]]);
    }
}
