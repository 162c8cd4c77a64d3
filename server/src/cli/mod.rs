//! The command line, one file per subcommand.

mod evaluate;
mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Guide for small firms that want to hire from abroad.
#[derive(Debug, Parser)]
#[command(name = "revierlotse", version, about)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the site until told to stop (Ctrl-C, SIGTERM)
    Serve(serve::Args),
    /// Evaluate a file of answers; the reply is that of the API
    Evaluate(evaluate::Args),
}

/// Runs the chosen subcommand and returns the exit code; an error's text says what happened and
/// what to do.
pub(crate) fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    anyhow::ensure!(
        !guide::book().pathways.is_empty() && !guide::all_places().offices.is_empty(),
        "the rule base built into this program cannot be read; build it anew"
    );
    match cli.command {
        Command::Serve(args) => serve::run(args).map(|()| ExitCode::SUCCESS),
        Command::Evaluate(args) => evaluate::run(&args),
    }
}
