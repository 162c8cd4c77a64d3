//! `cargo xtask run`: builds, then becomes the server.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::build::{self, Mode};
use crate::project::Project;
use crate::server::{self, Settings};
use crate::toolchain::Toolchain;
use crate::{shell, ui};

/// Where to listen and what to keep.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    pub(crate) address: IpAddr,
    /// Port to listen on.
    // Port 0 would be any free one, and nobody could say where the server is.
    #[arg(long, default_value_t = 3000, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) port: u16,
    /// Folder for what the server keeps.
    #[arg(long, default_value = "target/data")]
    pub(crate) data: PathBuf,
}

/// Builds everything and replaces this process by the server, so that every signal reaches it.
///
/// # Errors
/// The port is taken, a part does not build, or the server cannot be started. Returns only then.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    server::ensure_free(options.address, options.port)?;
    let toolchain = Toolchain::find(project)?;
    let built = build::all(project, &toolchain, Mode::Release)?;
    server::ensure_free(options.address, options.port)?;

    let address = SocketAddr::new(options.address, options.port);
    announce_later(project, &base(address))?;
    let settings = Settings { built: &built, address, data: &options.data, dev_reload: None };
    let error = settings.command(project).exec();
    bail!("cannot start {}: {error}", project.shown(&built.server))
}

/// Says where the server is once it answers; ends when the server does.
pub(crate) fn announce(base: &str, process: u32) {
    let agent = server::agent();
    let alive = Path::new("/proc").join(process.to_string());
    let ready = shell::poll(Duration::from_millis(50), Duration::from_mins(1), || {
        if server::is_ready(&agent, base) {
            return Some(true);
        }
        (!alive.exists()).then_some(false)
    });
    if ready == Some(true) {
        ui::say(format_args!("Revierlotse is at {base}/ (Ctrl-C ends it)"));
    }
}

/// Starts [`announce`] as a process of its own. The shell between lets go of it at once: the server
/// that takes this process's place would never collect a child it does not know.
fn announce_later(project: &Project, base: &str) -> Result<()> {
    let mut command = shell::command("sh");
    command.args(["-c", "\"$0\" \"$@\" &"]);
    command.arg(&project.program);
    command.args(["announce", base, &std::process::id().to_string()]);
    command.status().context("cannot start sh")?;
    Ok(())
}

/// An address to type into a browser.
pub(crate) fn base(address: SocketAddr) -> String {
    let ip = if address.ip().is_unspecified() { Ipv4Addr::LOCALHOST.into() } else { address.ip() };
    format!("http://{}", SocketAddr::new(ip, address.port()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everywhere_is_shown_as_here() {
        assert_eq!(base(([0, 0, 0, 0], 3000).into()), "http://127.0.0.1:3000");
        assert_eq!(base(([10, 0, 0, 7], 80).into()), "http://10.0.0.7:80");
    }
}
