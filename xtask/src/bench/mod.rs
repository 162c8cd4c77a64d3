//! `cargo xtask bench`: figures of the built program, on the loopback and with a bounded load.

mod browser;
mod guide;
mod server;
mod start;

use anyhow::Result;
use clap::ValueEnum;

use crate::build::{self, Mode};
use crate::project::Project;
use crate::prove::write_report;
use crate::toolchain::Toolchain;
use crate::{size, ui};

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Bench {
    /// What a first visit fetches.
    Size,
    /// The rules on this machine, without a server.
    Guide,
    /// Processor time of the server per request.
    Server,
    /// From the start of the process to the first page.
    Start,
    /// The guide in a browser with a slow processor.
    Browser,
}

impl Bench {
    /// Measures the release build, prints the figures and writes them to `docs/bench/`.
    ///
    /// # Errors
    /// The build fails, the server does not answer, or a page is not there.
    pub(crate) fn run(self, project: &Project, toolchain: &Toolchain) -> Result<()> {
        if self == Self::Guide {
            let rows = guide::measure(project, toolchain)?;
            ui::say(ui::table(&rows).trim_end());
            return write_report(project, toolchain, "bench", "guide", guide::ABOUT, &rows);
        }
        let built = build::all(project, toolchain, Mode::Release)?;
        let (name, about, rows) = match self {
            Self::Size => {
                let rows = size::rows(&size::measure(project, &built)?);
                ("size", "Bytes a first visit fetches, brotli where the site has it.", rows)
            }
            Self::Guide => return Ok(()),
            Self::Server => ("server", server::ABOUT, server::measure(project, &built)?),
            Self::Browser => ("browser", browser::ABOUT, browser::measure(project, &built)?),
            Self::Start => ("start", start::ABOUT, start::measure(project, &built)?),
        };
        ui::say(ui::table(&rows).trim_end());
        write_report(project, toolchain, "bench", name, about, &rows)
    }
}
