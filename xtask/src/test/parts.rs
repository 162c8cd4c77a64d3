//! The parts of a test run, each a command of its own.

use std::cell::OnceCell;
use std::process::Command;

use anyhow::Result;
use clap::ValueEnum;

use super::browser;
use super::counts::Counts;
use crate::build::{self, Built, Mode};
use crate::project::Project;
use crate::toolchain::{Toolchain, WASM};
use crate::{shell, size, tidy};

/// A part, in the order they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Formatting.
    Fmt,
    /// The house's own rules.
    Tidy,
    /// Lints of everything that runs on a server or a desk, and the test programs.
    Clippy,
    /// Lints of what runs in the browser.
    ClippyWasm,
    /// Tests of all crates; with the fewest cases and the seeds of each proof.
    Unit,
    /// Build of wasm, site and server as `run` does it.
    Build,
    /// What a visit fetches, against the budget.
    Size,
    /// Tests in a real browser.
    Browser,
}

impl Part {
    /// The name as typed.
    pub(super) fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Runs the part.
    ///
    /// # Errors
    /// It could not be run at all. That tests failed is in the counts.
    pub(super) fn run(self, project: &Project, tools: &Tools) -> Result<Counts> {
        match self {
            Self::Fmt => fmt(project),
            Self::Tidy => tidy::check(project).map(Counts::single),
            Self::Clippy => clippy(project, tools.get()?),
            Self::ClippyWasm => clippy_wasm(project, tools.get()?),
            Self::Unit => unit(project, tools.get()?),
            Self::Build => built(project, tools.get()?).map(|_| Counts::single(true)),
            Self::Size => {
                let built = built(project, tools.get()?)?;
                size::check(project, &built).map(Counts::single)
            }
            Self::Browser => browser::run(project, &built(project, tools.get()?)?),
        }
    }
}

/// The toolchain, looked for when the first part needs it.
pub(super) struct Tools<'a> {
    project: &'a Project,
    found: OnceCell<Toolchain>,
}

impl<'a> Tools<'a> {
    /// Nothing is looked for yet.
    pub(super) fn new(project: &'a Project) -> Self {
        Self { project, found: OnceCell::new() }
    }

    fn get(&self) -> Result<&Toolchain> {
        if let Some(found) = self.found.get() {
            return Ok(found);
        }
        let found = Toolchain::find(self.project)?;
        Ok(self.found.get_or_init(|| found))
    }
}

fn fmt(project: &Project) -> Result<Counts> {
    let mut command = project.command("cargo");
    // rustfmt comes with rustup's default toolchain, whatever builds the rest.
    command
        .env_remove("RUSTUP_TOOLCHAIN")
        .args(["fmt", "--all", "--check", "--", "--color", "never"]);
    ended(command)
}

/// Compiles the test programs through clippy's driver: the lints cost no compilation of their own.
fn clippy(project: &Project, toolchain: &Toolchain) -> Result<Counts> {
    toolchain.ensure_clippy(project)?;
    let mut counts = Counts::default();
    for mut command in tests(project, toolchain) {
        command.args(["--no-run", "--all-targets"]);
        counts += ended(command)?;
    }
    Ok(counts)
}

/// Members that a wasm library uses are linted with it, with the features they have there: one
/// library at a time, since together they would get the features of both. In the build's own
/// profile, which has compiled macros and build scripts.
fn clippy_wasm(project: &Project, toolchain: &Toolchain) -> Result<Counts> {
    toolchain.ensure_clippy(project)?;
    let mut counts = Counts::default();
    for bundle in &project.bundles {
        let mut command = toolchain.wasm_cargo(project);
        command.args(["clippy", "--quiet", "--lib", "--target", WASM, "--target-dir"]);
        command.arg(build::wasm_target(project)).args(["--package", &bundle.lib_package]);
        command.args(["--profile", &bundle.lib_profile_release, "--", "-D", "warnings"]);
        counts += ended(command)?;
    }
    Ok(counts)
}

/// The server's tests may read the packed site, so it is built first.
fn unit(project: &Project, toolchain: &Toolchain) -> Result<Counts> {
    toolchain.ensure_clippy(project)?;
    let (site, _) = build::site(project, toolchain, Mode::Release)?;
    let mut counts = Counts::default();
    for mut command in tests(project, toolchain) {
        command.arg("--no-fail-fast").env("REVIERLOTSE_SITE", &site);
        counts += ended(command)?;
    }
    Ok(counts)
}

/// `cargo test` of all members but those of the browser, linted. The dependencies of this program are
/// compiled already, by the cargo and profile that run it.
fn tests(project: &Project, toolchain: &Toolchain) -> [Command; 2] {
    let own = env!("CARGO_PKG_NAME");
    let mut all = toolchain.cargo(project);
    all.args(["test", "--quiet", "--workspace", "--exclude", own]);
    for name in project.wasm_only() {
        all.args(["--exclude", name]);
    }
    let mut this = project.own_cargo();
    this.args(["test", "--quiet", "--package", own, "--profile", own]);
    let mut commands = [all, this];
    for command in &mut commands {
        // What `cargo clippy` itself does, but for compiling nothing.
        command.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");
        command.env("CLIPPY_ARGS", ["-D", "warnings", ""].join("__CLIPPY_HACKERY__"));
    }
    commands
}

fn built(project: &Project, toolchain: &Toolchain) -> Result<Built> {
    build::all(project, toolchain, Mode::Release)
}

fn ended(command: Command) -> Result<Counts> {
    let ended = shell::tee(command)?;
    Ok(Counts::of(&ended.text, ended.ok))
}
