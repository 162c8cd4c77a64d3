//! `cargo xtask dev`: builds what changed, restarts the server, tells open pages to reload.

mod reload;
mod watch;

use std::net::SocketAddr;
use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};

use crate::build::{self, Built, Mode};
use crate::project::Project;
use crate::run::{Options, base};
use crate::server::{self, Running, Settings};
use crate::toolchain::Toolchain;
use crate::ui;
use reload::Reload;
use watch::Change;

/// The server that runs at the moment; a signal may take it to end it.
type Current = Arc<Mutex<Option<Running>>>;

/// Runs until interrupted. A change that does not build leaves the last good server running.
///
/// # Errors
/// A port is taken, or the first build fails.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    server::ensure_free(options.address, options.port)?;
    let toolchain = Toolchain::find(project)?;
    let address = SocketAddr::new(options.address, options.port);
    let reload = Reload::start(project.main_bundle()?.reload_port, options.port)?;
    let (send, changes) = mpsc::channel();
    // Watching begins before the first build: what is saved meanwhile is not lost.
    let _watcher = watch::start(project, send)?;

    let current = Current::default();
    end_with_us(&current)?;
    let mut built = build::all(project, &toolchain, Mode::Dev)?;
    start(project, options, &built, address, &reload, &current)?;
    ui::say(format_args!("Revierlotse is at {}/ (Ctrl-C ends it)", base(address)));
    while let Some(change) = watch::next(&changes) {
        match rebuild(project, &toolchain, change) {
            Ok(new) => built = new,
            Err(error) => {
                ui::warn(format_args!("{error:#}"));
                continue;
            }
        }
        if let Err(error) = start(project, options, &built, address, &reload, &current) {
            ui::warn(format_args!("{error:#}"));
            continue;
        }
        reload.send();
    }
    Ok(())
}

fn rebuild(project: &Project, toolchain: &Toolchain, change: Change) -> Result<Built> {
    match change {
        Change::Code => build::all(project, toolchain, Mode::Dev),
        Change::Look => {
            let (site, _) =
                build::repack(project, build::module_paths(project, Mode::Dev)?, Mode::Dev)?;
            Ok(Built { server: build::server_path(project, Mode::Dev)?, site })
        }
    }
}

fn start(
    project: &Project,
    options: &Options,
    built: &Built,
    address: SocketAddr,
    reload: &Reload,
    current: &Current,
) -> Result<()> {
    let settings =
        Settings { built, address, data: &options.data, dev_reload: Some(reload.script()) };
    let mut slot = current.lock().unwrap_or_else(PoisonError::into_inner);
    // The old one gives the port free before the new one asks for it.
    drop(slot.take());
    let mut running = Running::of(settings.command(project), address)?;
    running.wait_ready().context("the server does not answer; what it says is above")?;
    *slot = Some(running);
    Ok(())
}

/// A signal to this program alone must not leave the server behind.
fn end_with_us(current: &Current) -> Result<()> {
    let current = Arc::clone(current);
    ctrlc::set_handler(move || {
        if let Ok(mut slot) = current.try_lock() {
            drop(slot.take());
        }
        std::process::exit(130);
    })
    .context("cannot watch for Ctrl-C")
}
