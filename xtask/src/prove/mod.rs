//! `cargo xtask prove`: claims about the rules, tried on far more cases than a test run has time for.

mod fuzz;
mod mutants;
mod tools;

use std::fs;
use std::time::Instant;

use anyhow::{Result, bail};
use cargo_metadata::{Package, Target, TargetKind};
use clap::ValueEnum;

use crate::project::Project;
use crate::test::counts::Counts;
use crate::toolchain::Toolchain;
use crate::{machine, shell, ui};

/// What can be proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Proof {
    /// The property tests, with many more cases each.
    Properties,
    /// The fuzz targets of the guide, each for some minutes.
    Fuzz,
    /// Changes of the guide's code, one at a time: whether a test notices each; hours.
    Mutants,
}

/// How much is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent<'a> {
    /// As much as a test run has time for; no report.
    Sample,
    /// All of it, with a report.
    Full {
        /// Seconds per fuzz target.
        seconds: u32,
        /// Source files whose mutants are tried, from the workspace's root; none stands for all.
        files: &'a [String],
        /// Mutants that an earlier run saw noticed are left out.
        again: bool,
    },
}

/// Cases per property in full.
const CASES: u32 = 20_000;
/// Cases per property in a sample.
const SAMPLE: u32 = 256;

impl Proof {
    /// Tries the claim. In full its figures are written to `docs/proofs/`.
    ///
    /// # Errors
    /// A counterexample was found (it is printed), or the tests do not build.
    pub(crate) fn run(
        self,
        project: &Project,
        toolchain: &Toolchain,
        extent: Extent<'_>,
    ) -> Result<Counts> {
        match self {
            Self::Properties => properties(project, toolchain, extent == Extent::Sample),
            Self::Fuzz => match extent {
                Extent::Sample => fuzz::seeds(project, toolchain),
                Extent::Full { seconds, .. } => fuzz::targets(project, toolchain, seconds),
            },
            Self::Mutants => match extent {
                // It builds the guide twice before the first mutant: too much for a test run.
                Extent::Sample => Ok(Counts::default()),
                Extent::Full { files, again, .. } => {
                    mutants::tried(project, toolchain, files, again)
                }
            },
        }
    }
}

fn properties(project: &Project, toolchain: &Toolchain, sample: bool) -> Result<Counts> {
    let programs = with_properties(project);
    if programs.is_empty() {
        bail!("no test program of the workspace uses proptest");
    }
    let cases = if sample { SAMPLE } else { CASES };
    let mut command = toolchain.cargo(project);
    command.arg("test").env("PROPTEST_CASES", cases.to_string());
    if !sample {
        command.arg("--release");
    }
    for (package, program) in &programs {
        command.args(["--package", package, "--test", program]);
    }
    let started = Instant::now();
    let ended = shell::tee(command)?;
    let seconds = started.elapsed();
    let counts = Counts::of(&ended.text, ended.ok);
    if !ended.ok {
        bail!("a property does not hold, or the tests do not build (see above)");
    }
    if !sample {
        let rows = [
            ("figure", "value".to_owned()),
            (
                "test programs",
                programs.iter().map(|(_, program)| program.as_str()).collect::<Vec<_>>().join(", "),
            ),
            ("tests that passed", counts.passed.to_string()),
            ("cases per property", cases.to_string()),
            ("counterexamples", counts.failed.to_string()),
            ("time with building", ui::seconds(seconds)),
        ];
        let rows = rows.map(|(name, value)| vec![name.to_owned(), value]);
        let about = "Every property test of the workspace, with many more cases than `cargo xtask test` tries.";
        write_report(project, toolchain, "proofs", "properties", about, &rows)?;
    }
    Ok(counts)
}

/// Writes `docs/<folder>/<name>.md`: what was done, when, on which machine, and the figures.
///
/// # Errors
/// The file system refuses.
pub(crate) fn write_report(
    project: &Project,
    toolchain: &Toolchain,
    folder: &str,
    name: &str,
    about: &str,
    rows: &[Vec<String>],
) -> Result<()> {
    let path = project.root.join("docs").join(folder).join(format!("{name}.md"));
    let command = if folder == "proofs" { "prove" } else { "bench" };
    let text = format!(
        "# {name}\n\n{about}\n\nWritten by `cargo xtask {command} {name}` on {}, {}, {}.\n\n{}",
        machine::today(),
        machine::describe(),
        toolchain.version(),
        ui::markdown(rows)
    );
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&path, text)?;
    ui::say(format_args!("written: {}", project.shown(&path)));
    Ok(())
}

/// Test programs that use proptest, with their packages. Property tests are kept in programs of
/// their own, so that the many cases cost nothing elsewhere.
fn with_properties(project: &Project) -> Vec<(String, String)> {
    let uses_proptest = |target: &Target| {
        target.kind.contains(&TargetKind::Test)
            && fs::read_to_string(&target.src_path).is_ok_and(|source| source.contains("proptest"))
    };
    let of = |package: &Package| {
        let programs = package.targets.iter().filter(|target| uses_proptest(target));
        programs.map(|target| (package.name.to_string(), target.name.clone())).collect::<Vec<_>>()
    };
    project.members().into_iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_has_properties_to_prove() {
        let programs = with_properties(&Project::load().unwrap());
        assert!(programs.iter().any(|(package, _)| package == "guide"), "{programs:?}");
        assert!(programs.iter().all(|(package, _)| package != env!("CARGO_PKG_NAME")));
    }
}
