//! The fuzz targets of `guide/fuzz`: bytes that libFuzzer thinks of, for as long as there is time.

use std::fs;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use super::tools::Tool;
use super::write_report;
use crate::project::Project;
use crate::test::counts::Counts;
use crate::toolchain::Toolchain;
use crate::{shell, ui};

const CARGO_FUZZ: Tool = Tool { command: "fuzz", version: "0.13.2" };

/// The crate of the targets, a workspace of its own.
const FOLDER: &str = "guide/fuzz";

/// Longest input in bytes: somewhat more than is read of an address.
const LONGEST: u32 = 5_000;

/// Every file the targets start from, and what they once found; needs neither cargo-fuzz nor C++.
///
/// # Errors
/// Something does not hold, or the test does not build.
pub(super) fn seeds(project: &Project, toolchain: &Toolchain) -> Result<Counts> {
    let mut command = toolchain.cargo(project);
    command.args(["test", "--package", "guide", "--test", "seeds"]);
    let ended = shell::tee(command)?;
    if !ended.ok {
        bail!("a seed of {FOLDER} shows a mistake, or the test does not build (see above)");
    }
    Ok(Counts::of(&ended.text, ended.ok))
}

/// Runs each target for so many seconds and writes what came of it.
///
/// # Errors
/// A target found something (the message says where it lies), or a tool is missing.
pub(super) fn targets(project: &Project, toolchain: &Toolchain, seconds: u32) -> Result<Counts> {
    ensure_cpp(project)?;
    let cargo_fuzz = CARGO_FUZZ.ensure(project, toolchain)?;
    let mut rows = vec![
        ["target", "inputs tried", "branches reached", "time with building", "found"]
            .map(str::to_owned)
            .to_vec(),
    ];
    let names = names(project)?;
    for name in &names {
        let started = Instant::now();
        let text = run(project, toolchain, &cargo_fuzz, name, seconds)?;
        let cells = [
            name.clone(),
            tried(&text).context("libFuzzer does not say how many inputs it tried")?,
            covered(&text).unwrap_or_default(),
            ui::seconds(started.elapsed()),
            "nothing".to_owned(),
        ];
        rows.push(cells.to_vec());
    }
    let about = format!(
        "Each fuzz target of `{FOLDER}` for {seconds} seconds. What must hold for any bytes is in \
         `{FOLDER}/README.md`."
    );
    write_report(project, toolchain, "proofs", "fuzz", &about, &rows)?;
    Ok(Counts { passed: u32::try_from(names.len()).unwrap_or(u32::MAX), failed: 0 })
}

/// The targets, in the order of their names.
fn names(project: &Project) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(project.root.join(FOLDER).join("fuzz_targets"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "rs") {
            names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}

/// One target; returns what it said.
fn run(
    project: &Project,
    toolchain: &Toolchain,
    cargo_fuzz: &str,
    name: &str,
    seconds: u32,
) -> Result<String> {
    let folder = project.target().join("fuzz");
    let (corpus, found) = (folder.join("corpus").join(name), folder.join("found").join(name));
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder)?;
    }
    let mut command = toolchain.program(project, cargo_fuzz);
    command.args(["fuzz", "run", "--fuzz-dir", FOLDER, "--sanitizer", "none", "--target-dir"]);
    command.arg(folder.join("build")).arg(name);
    // What is new goes into the first folder; the seeds stay as they are.
    command.arg(&corpus).arg(project.root.join(FOLDER).join("seeds").join(name)).arg("--");
    command.arg(format!("-max_total_time={seconds}")).arg(format!("-max_len={LONGEST}"));
    command.arg("-print_final_stats=1").arg(format!("-artifact_prefix={}/", found.display()));
    let ended = shell::tee(command)?;
    if !ended.ok {
        bail!(
            "the fuzz target {name} found something or does not build (see above). What it found \
             lies in {}: put it into {FOLDER}/seeds/{name}, where every test run tries it, and \
             mend what is wrong",
            project.shown(&found)
        );
    }
    Ok(ended.text)
}

/// libFuzzer is written in C++ and built with the targets.
fn ensure_cpp(project: &Project) -> Result<()> {
    let named = std::env::var_os("CXX").map(|name| name.to_string_lossy().into_owned());
    let compiler = named.unwrap_or_else(|| "c++".to_owned());
    let mut command = project.command(&compiler);
    command.arg("--version");
    shell::output(command).map(drop).with_context(|| {
        format!(
            "fuzzing builds libFuzzer, which needs a C++ compiler, and `{compiler}` does not run. \
             Install one (Debian, Ubuntu: apt install g++; Fedora: dnf install gcc-c++) or name \
             another one in CXX"
        )
    })
}

/// `stat::number_of_executed_units: 100892`
fn tried(text: &str) -> Option<String> {
    let line = text.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    line.map(|count| count.trim().to_owned())
}

/// `#100892 DONE   cov: 1204 ft: 5400 corp: …`
fn covered(text: &str) -> Option<String> {
    let line = text.lines().rev().find(|line| line.contains("\tDONE "))?;
    let (_, rest) = line.split_once("cov: ")?;
    rest.split_whitespace().next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_a_run() {
        let text = "#90\tNEW    cov: 1103 ft: 2 corp: 2/3b\n#100892\tDONE   cov: 1204 ft: 5400 \
                    corp: 4/5Kb exec/s: 4804 rss: 41Mb\nDone 100892 runs in 21 second(s)\n\
                    stat::number_of_executed_units: 100892\nstat::average_exec_per_sec:     4804\n";
        assert_eq!(tried(text).as_deref(), Some("100892"));
        assert_eq!(covered(text).as_deref(), Some("1204"));
        assert_eq!((tried("Done 3 runs"), covered("#3\tNEW    cov: 7")), (None, None));
    }

    /// A target without seeds would start from nothing, and seeds without a target are tried by none.
    #[test]
    fn every_target_has_seeds_and_a_program() {
        let project = Project::load().unwrap();
        let folder = project.root.join(FOLDER);
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        let names = names(&project).unwrap();
        assert!(names.len() >= 3, "{names:?}");
        for name in &names {
            assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
            assert!(fs::read_dir(folder.join("seeds").join(name)).unwrap().count() > 0, "{name}");
        }
        assert_eq!(fs::read_dir(folder.join("seeds")).unwrap().count(), names.len());
    }
}
