//! Mutants of the guide's code, by cargo-mutants: one value, operator or function changed at a time, and a
//! test must notice. What is changed, by which tests it is judged and what is left out, and why, stands in
//! `.cargo/mutants.toml`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use super::tools::Tool;
use super::write_report;
use crate::project::Project;
use crate::test::counts::Counts;
use crate::toolchain::Toolchain;
use crate::{shell, ui};

const CARGO_MUTANTS: Tool = Tool { command: "mutants", version: "27.1.0" };

/// Builds at the same time; each has a folder of its own, of about a gigabyte.
const JOBS: &str = "2";

/// Where the tool's lists lie, each with a line per mutant, and how the report calls what is on it.
const LISTS: [(&str, &str); 5] = [
    ("previously_caught.txt", "settled before"),
    ("caught.txt", "noticed"),
    ("timeout.txt", "never ended"),
    ("unviable.txt", "do not compile"),
    ("missed.txt", "survived"),
];
/// Places in these lists.
const NOTICED: [usize; 3] = [0, 1, ENDLESS];
const ENDLESS: usize = 2;
const SURVIVED: usize = 4;

/// Tries the mutants of these files, of all if none is named, and writes what came of it. `again` leaves out
/// those that an earlier run saw noticed.
///
/// # Errors
/// A mutant survived (its line is printed), the tests fail without a change, or the tool is missing.
pub(super) fn tried(
    project: &Project,
    toolchain: &Toolchain,
    files: &[String],
    again: bool,
) -> Result<Counts> {
    let program = CARGO_MUTANTS.ensure(project, toolchain)?;
    let folder = project.target().join("mutants");
    let temporary = folder.join("copies");
    fs::create_dir_all(&temporary)?;
    let mut command = toolchain.program(project, &program);
    // Copies of the sources are built side by side, each in a folder of its own.
    command.env_remove("CARGO_TARGET_DIR").env("TMPDIR", &temporary);
    // Few cases of each property, the same in each run.
    command.env("PROPTEST_CASES", "16").env("PROPTEST_RNG_SEED", "1");
    command.args(["mutants", "--package", "guide", "--no-shuffle", "--colors", "never"]);
    command.args(["--jobs", JOBS, "--output"]).arg(&folder);
    for file in files {
        if !project.root.join(file).is_file() {
            bail!(
                "there is no file {file}; name it from the project's folder, as guide/src/truth.rs"
            );
        }
        command.args(["--file", file]);
    }
    if again {
        command.arg("--iterate");
    }
    let started = Instant::now();
    let ended = shell::tee(command)?;
    let time = started.elapsed();
    let mut found = read(&folder.join("mutants.out"))
        .context("cargo-mutants did not come to trying mutants (see above)")?;
    // An earlier run may have tried other files.
    found.retain(|file, _| files.is_empty() || files.contains(file));
    let sum = |lists: &[usize]| -> u32 {
        found.values().flat_map(|of| lists.iter().filter_map(|at| of.get(*at))).sum()
    };
    let survived = sum(&[SURVIVED]);
    if survived > 0 {
        bail!(
            "{survived} changes of the code are noticed by no test (see above). Write the test that \
             notices, or name the mutant in .cargo/mutants.toml with a comment that says why none can"
        );
    }
    // It returns an error for a mutant that never ends too.
    if !ended.ok && sum(&[ENDLESS]) == 0 {
        bail!("the tests fail without any change, or cargo-mutants could not end (see above)");
    }
    let about = format!(
        "Every change that cargo-mutants {} makes to the code of these files, one at a time; a change that \
         no test notices stops this. Tests that judge, and mutants that are left out with the reason: \
         `.cargo/mutants.toml`. Settled before: noticed, or did not compile, in earlier runs that this one went \
         on from (`--again`). Time of this run with building: {}.",
        CARGO_MUTANTS.version,
        ui::seconds(time)
    );
    write_report(project, toolchain, "proofs", "mutants", &about, &rows(&found))?;
    Ok(Counts { passed: sum(&NOTICED), failed: survived })
}

/// For each file how many mutants are on each of the lists.
type Found = BTreeMap<String, [u32; LISTS.len()]>;

fn read(folder: &Path) -> Result<Found> {
    let mut found = Found::new();
    for (at, (name, _)) in LISTS.iter().enumerate() {
        let path = folder.join(name);
        match fs::read_to_string(&path) {
            Ok(text) => count(&text, at, &mut found),
            // There only where an earlier run is gone on from.
            Err(_) if at == 0 => {}
            Err(error) => bail!("cargo-mutants left no list {}: {error}", path.display()),
        }
    }
    Ok(found)
}

/// `guide/src/truth.rs:22:9: replace Truth::is_open -> bool with true`
fn count(list: &str, at: usize, found: &mut Found) {
    for file in list.lines().filter_map(|line| Some(line.split_once(':')?.0)) {
        let of = found.entry(file.to_owned()).or_default();
        if let Some(number) = of.get_mut(at) {
            *number += 1;
        }
    }
}

fn rows(found: &Found) -> Vec<Vec<String>> {
    let heading = ["file", "mutants"].into_iter().chain(LISTS.map(|(_, name)| name));
    let mut rows = vec![heading.map(str::to_owned).collect::<Vec<_>>()];
    let mut total = [0; LISTS.len()];
    let row = |name: &str, of: &[u32]| {
        let numbers = std::iter::once(of.iter().sum()).chain(of.iter().copied());
        std::iter::once(name.to_owned()).chain(numbers.map(|one: u32| one.to_string())).collect()
    };
    for (file, of) in found {
        rows.push(row(file, of));
        for (sum, number) in total.iter_mut().zip(of) {
            *sum += number;
        }
    }
    rows.push(row("all", &total));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mutants_are_counted_by_file_and_list() {
        let mut found = Found::new();
        count(
            "a.rs:1:2: replace f -> bool with true\na.rs:3:4: replace == with !=\n",
            1,
            &mut found,
        );
        count("b.rs:1:2: delete !\n", 4, &mut found);
        let cells = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            rows(&found),
            [
                cells(&[
                    "file",
                    "mutants",
                    "settled before",
                    "noticed",
                    "never ended",
                    "do not compile",
                    "survived"
                ]),
                cells(&["a.rs", "2", "0", "2", "0", "0", "0"]),
                cells(&["b.rs", "1", "0", "0", "0", "0", "1"]),
                cells(&["all", "3", "0", "2", "0", "0", "1"]),
            ]
        );
    }

    /// What the tool reads, as far as it is checked here.
    #[derive(serde::Deserialize)]
    struct Settings {
        exclude_re: Vec<String>,
        additional_cargo_args: Vec<String>,
    }

    #[test]
    fn what_is_left_out_has_a_reason_and_the_tests_that_judge_are_there() {
        let project = Project::load().unwrap();
        let text = fs::read_to_string(project.root.join(".cargo/mutants.toml")).unwrap();
        let settings: Settings = toml::from_str(&text).unwrap();
        let mut lines =
            text.lines().map(str::trim).skip_while(|line| !line.starts_with("exclude_re"));
        let (mut reason, mut excluded) = (false, 0);
        for line in lines.by_ref().skip(1).take_while(|line| *line != "]") {
            let is_comment = line.starts_with('#');
            assert!(is_comment || reason, "{line} has no reason above it");
            excluded += usize::from(!is_comment);
            reason = is_comment;
        }
        assert_eq!(excluded, settings.exclude_re.len(), "one to a line, below its reason");
        let programs = settings.additional_cargo_args.iter().filter(|one| *one != "--test");
        let mut judging = 0;
        for program in programs.filter(|one| !one.starts_with('-')) {
            let of = |end: &str| project.root.join(format!("guide/tests/{program}{end}")).is_file();
            assert!(of(".rs") || of("/main.rs"), "guide has no tests {program}");
            judging += 1;
        }
        assert!(judging > 5, "{judging} test programs judge");
    }
}
