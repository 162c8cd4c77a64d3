//! The server as a child of this program: started on the loopback, asked, ended.

use std::fs::File;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use rustix::process::{Pid, Signal, kill_process};
use ureq::Agent;
use wait_timeout::ChildExt;

use crate::build::Built;
use crate::project::Project;
use crate::shell;

/// Longest wait for the first answer.
const START: Duration = Duration::from_secs(30);
/// Longest wait for a clean end.
const END: Duration = Duration::from_secs(10);

/// How the server is to be started.
pub(crate) struct Settings<'a> {
    /// Program and site.
    pub(crate) built: &'a Built,
    /// Address to listen on.
    pub(crate) address: SocketAddr,
    /// Folder for what it keeps.
    pub(crate) data: &'a Path,
    /// Address of the reload script, for `dev` only.
    pub(crate) dev_reload: Option<String>,
}

impl Settings<'_> {
    /// The command line.
    pub(crate) fn command(&self, project: &Project) -> Command {
        let mut command = shell::command(&self.built.server);
        command.current_dir(&project.root).arg("serve");
        command.args(["--address", &self.address.ip().to_string()]);
        command.args(["--port", &self.address.port().to_string()]);
        command.arg("--site").arg(&self.built.site).arg("--data").arg(self.data);
        if let Some(url) = &self.dev_reload {
            command.args(["--dev-reload", url]);
        }
        command
    }
}

/// A running server; it is ended when this value goes.
pub(crate) struct Running {
    child: Child,
    base: String,
    agent: Agent,
}

/// An answer, as far as anyone here asks.
pub(crate) struct Page {
    /// Status code.
    pub(crate) status: u16,
    /// Bytes of the body as sent.
    pub(crate) body: Vec<u8>,
}

impl Running {
    /// Starts the built server on a free loopback port and waits until it answers. What it logs
    /// goes to `target/server.log`.
    ///
    /// # Errors
    /// It does not start; the message names the log.
    pub(crate) fn start(project: &Project, built: &Built) -> Result<Self> {
        let log = project.target().join("server.log");
        let data = project.target().join("measure-data");
        let mut running = Self::spawn(project, built, &data, &log)?;
        if running.wait_ready().is_none() {
            bail!("the server does not answer; what it says is in {}", project.shown(&log));
        }
        Ok(running)
    }

    /// Starts it without waiting for an answer.
    ///
    /// # Errors
    /// The program or the log cannot be opened.
    pub(crate) fn spawn(project: &Project, built: &Built, data: &Path, log: &Path) -> Result<Self> {
        let address = SocketAddr::from(([127, 0, 0, 1], free_port()?));
        let settings = Settings { built, address, data, dev_reload: None };
        let mut command = settings.command(project);
        let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
        command.stdout(file.try_clone()?).stderr(file);
        Self::of(command, address)
    }

    /// Takes over a command that starts the server on `address`.
    ///
    /// # Errors
    /// The program cannot be started.
    pub(crate) fn of(mut command: Command, address: SocketAddr) -> Result<Self> {
        let shown = shell::describe(&command);
        let child = command.spawn().with_context(|| format!("cannot start {shown}"))?;
        Ok(Self { child, base: format!("http://{address}"), agent: agent() })
    }

    /// Waits until it answers; none if it ended or the time is over.
    pub(crate) fn wait_ready(&mut self) -> Option<()> {
        let Self { child, base, agent } = self;
        let answer = shell::poll(Duration::from_millis(20), START, || {
            if matches!(child.try_wait(), Ok(Some(_)) | Err(_)) {
                return Some(false);
            }
            is_ready(agent, base).then_some(true)
        });
        (answer == Some(true)).then_some(())
    }

    /// Gets a page; with `brotli` as a browser does.
    ///
    /// # Errors
    /// No answer in time.
    pub(crate) fn get(&self, path: &str, brotli: bool) -> Result<Page> {
        let encoding = if brotli { "br" } else { "identity" };
        let url = format!("{}{path}", self.base);
        let answer = self.agent.get(&url).header("accept-encoding", encoding).call();
        let mut answer = answer.with_context(|| format!("no answer for {path}"))?;
        let status = answer.status().as_u16();
        Ok(Page { status, body: answer.body_mut().read_to_vec()? })
    }

    /// Gets a page that must be there.
    ///
    /// # Errors
    /// No answer, or another status than 200.
    pub(crate) fn page(&self, path: &str, brotli: bool) -> Result<Vec<u8>> {
        let page = self.get(path, brotli)?;
        ensure!(page.status == 200, "{path} is answered with {} instead of 200", page.status);
        Ok(page.body)
    }

    /// Its process id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let pid = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        if let Some(pid) = pid {
            _ = kill_process(pid, Signal::TERM);
        }
        if !matches!(self.child.wait_timeout(END), Ok(Some(_))) {
            _ = self.child.kill();
            _ = self.child.wait();
        }
    }
}

/// Whether the server at `base` says it is well.
pub(crate) fn is_ready(agent: &Agent, base: &str) -> bool {
    agent.get(format!("{base}/healthz")).call().is_ok_and(|answer| answer.status() == 200)
}

/// A client for the loopback: no proxy, connections kept, any status is an answer.
pub(crate) fn agent() -> Agent {
    Agent::config_builder()
        .proxy(None)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_idle_connections(32)
        .max_idle_connections_per_host(32)
        .timeout_global(Some(Duration::from_secs(10)))
        .build()
        .into()
}

/// Refuses a port that something else listens on.
///
/// # Errors
/// The port is taken or may not be opened.
pub(crate) fn ensure_free(address: IpAddr, port: u16) -> Result<()> {
    match TcpListener::bind((address, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            bail!(
                "port {port} on {address} is in use; end what uses it or choose another: --port N"
            )
        }
        Err(error) => bail!("cannot listen on {address}, port {port}: {}", refused(&error)),
    }
}

/// Why an address and port cannot be opened, with the way out.
fn refused(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::AddrNotAvailable => {
            "this machine does not have that address; --address 127.0.0.1 is this machine alone, \
             --address 0.0.0.0 all its networks"
                .to_owned()
        }
        std::io::ErrorKind::PermissionDenied => {
            "this user may not open that port; choose one above 1023: --port N".to_owned()
        }
        _ => error.to_string(),
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("no free port")?;
    Ok(listener.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_refused_with_a_way_out() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = taken.local_addr().unwrap();
        let error = ensure_free(address.ip(), address.port()).unwrap_err().to_string();
        assert!(error.contains("in use") && error.contains("--port"), "{error}");
        drop(taken);
        assert!(ensure_free(address.ip(), address.port()).is_ok());
    }

    #[test]
    fn an_address_of_another_machine_is_refused_with_a_way_out() {
        // Reserved for documents: no machine has it.
        let elsewhere = IpAddr::from([203, 0, 113, 9]);
        let error = ensure_free(elsewhere, 3000).unwrap_err().to_string();
        assert!(error.contains("does not have") && error.contains("--address 0.0.0.0"), "{error}");
        let denied = refused(&std::io::ErrorKind::PermissionDenied.into());
        assert!(denied.contains("--port N"), "{denied}");
    }
}
