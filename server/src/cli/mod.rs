//! The command line, one file per subcommand.

mod serve;

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
}

/// Runs the chosen subcommand; an error's text says what happened and what to do.
pub(crate) fn run(cli: Cli) -> anyhow::Result<()> {
    match cli.command {
        Command::Serve(args) => serve::run(args),
    }
}
