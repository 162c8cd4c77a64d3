//! The project's own commands: `cargo xtask help` lists them.

mod advice;
mod bench;
mod build;
mod dev;
mod machine;
mod pack;
mod project;
mod prove;
mod run;
mod server;
mod shell;
mod size;
mod test;
mod tidy;
mod toolchain;
mod ui;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};

use bench::Bench;
use build::Mode;
use project::Project;
use prove::{Extent, Proof};
use toolchain::Toolchain;

/// Builds, runs, tests and measures Revierlotse.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    /// Show what every program says while it runs.
    #[arg(long, global = true)]
    verbose: bool,
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Build everything and serve it.
    Run(run::Options),
    /// Build wasm, site and server.
    Build {
        /// Optimised and compressed, as `run` builds it; the default.
        #[arg(long)]
        release: bool,
        /// Quick to build, large and slow to run.
        #[arg(long, conflicts_with = "release")]
        dev: bool,
    },
    /// Check everything that must hold before a change goes in.
    Test(test::Options),
    /// Serve while working: build what changed, restart, reload open pages.
    Dev(run::Options),
    /// Try what is claimed about the rules on very many cases.
    Prove {
        /// Which claim; all of them if none is named.
        name: Option<Proof>,
        /// Few cases and no report.
        #[arg(long)]
        sample: bool,
        /// How long each fuzz target runs.
        #[arg(long, default_value_t = 300, value_parser = clap::value_parser!(u32).range(1..))]
        seconds: u32,
        /// Only the mutants of this file, as `guide/src/truth.rs`; may be given several times.
        #[arg(long = "file", value_name = "FILE")]
        files: Vec<String>,
        /// Go on from the last run: leave out the mutants that were noticed there.
        #[arg(long)]
        again: bool,
    },
    /// Measure the built program.
    Bench {
        /// What to measure; everything if nothing is named.
        name: Option<Bench>,
    },
    /// Says where the server is once it answers.
    #[command(hide = true)]
    Announce { base: String, process: u32 },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if arguments.verbose {
        shell::be_verbose();
    }
    match dispatch(arguments.task) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            ui::warn(format_args!("error: {}", advice::told(&error)));
            ExitCode::FAILURE
        }
    }
}

/// Does the task. Returns whether all is well.
fn dispatch(task: Task) -> Result<bool> {
    if let Task::Announce { base, process } = task {
        run::announce(&base, process);
        return Ok(true);
    }
    let project = Project::load()?;
    match task {
        Task::Run(options) => run::run(&project, &options)?,
        Task::Dev(options) => dev::run(&project, &options)?,
        Task::Test(options) => return Ok(test::run(&project, &options)),
        Task::Build { dev, .. } => {
            let toolchain = Toolchain::find(&project)?;
            build::all(&project, &toolchain, if dev { Mode::Dev } else { Mode::Release })?;
        }
        Task::Prove { name, sample, seconds, files, again } => {
            let full = Extent::Full { seconds, files: &files, again };
            let extent = if sample { Extent::Sample } else { full };
            let toolchain = Toolchain::find(&project)?;
            for proof in chosen(name) {
                proof.run(&project, &toolchain, extent)?;
            }
        }
        Task::Bench { name } => {
            let toolchain = Toolchain::find(&project)?;
            for bench in chosen(name) {
                bench.run(&project, &toolchain)?;
            }
        }
        Task::Announce { .. } => {}
    }
    Ok(true)
}

fn chosen<T: ValueEnum + Clone>(name: Option<T>) -> Vec<T> {
    name.map_or_else(|| T::value_variants().to_vec(), |name| vec![name])
}
