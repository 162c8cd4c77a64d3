//! `revierlotse evaluate`.

use std::{
    fs::File,
    io::{self, Read, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use clap::Parser;
use jiff::civil::Date;
use server::{
    clock::{self, SystemClock},
    evaluation::{self, Form},
    middleware::LARGEST_BODY,
};

/// Exit code for answers with mistakes, as clap has it for options with mistakes.
const MISTAKEN: u8 = 2;

#[derive(Debug, Parser)]
pub(crate) struct Args {
    /// Answers as {"answers": {…}}, or in a .toml file as table [answers]; - reads JSON from standard input
    file: PathBuf,
    /// The day taken for today, as 2026-11-22
    #[arg(long, value_name = "DAY", value_parser = day)]
    day: Option<Date>,
}

/// Prints the findings as the API sends them, or on standard error what is wrong with the answers.
pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let is_toml = args.file.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
    let form = if is_toml { Form::Toml } else { Form::Json };
    let text = read(&args.file)?;
    let today = args.day.unwrap_or_else(|| clock::today(&SystemClock));
    match evaluation::evaluate(form, &text, today) {
        Ok(json) => {
            let mut out = io::stdout().lock();
            out.write_all(json.as_bytes()).and_then(|()| out.flush()).context(
                "cannot write the reply to standard output; see where that is directed to",
            )?;
            Ok(ExitCode::SUCCESS)
        }
        Err(problem) => {
            // Nobody is left to tell when standard error is closed; the exit code says it too.
            let _unheard = writeln!(io::stderr(), "revierlotse: {problem}");
            Ok(ExitCode::from(MISTAKEN))
        }
    }
}

/// The whole text, or as much of it as shows that it is too long.
fn read(file: &Path) -> anyhow::Result<Vec<u8>> {
    let (source, name): (io::Result<Box<dyn Read>>, _) = if file.as_os_str() == "-" {
        (Ok(Box::new(io::stdin().lock())), "standard input".to_owned())
    } else {
        (File::open(file).map(|file| Box::new(file) as Box<dyn Read>), file.display().to_string())
    };
    let most = u64::try_from(LARGEST_BODY)?.saturating_add(1);
    let mut text = Vec::new();
    source.and_then(|source| source.take(most).read_to_end(&mut text)).with_context(|| {
        format!("cannot read the answers from {name}; name a .json or .toml file, or - for standard input")
    })?;
    Ok(text)
}

fn day(text: &str) -> Result<Date, String> {
    guide::address::iso_day(text).ok_or_else(|| "this is no day as 2026-11-22".to_owned())
}
