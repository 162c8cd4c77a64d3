//! The browser tests: Playwright from npm, Chromium from Debian.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::counts::Counts;
use crate::build::Built;
use crate::pack::files::hash;
use crate::project::Project;
use crate::toolchain::apt_install;
use crate::{shell, ui};

const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
/// Remembers for which lock file the packages were installed.
const STAMP: &str = "node_modules/.installed-lock";

/// Runs them against the built server; Playwright starts and ends it.
///
/// # Errors
/// npm or a browser is missing and cannot be installed.
pub(super) fn run(project: &Project, built: &Built) -> Result<Counts> {
    let mut command = prepared(project, built, "npx")?;
    command.args(["--no-install", "playwright", "test"]);
    let ended = shell::tee(command)?;
    Ok(Counts::of(&ended.text, ended.ok))
}

/// What a script beside the tests prints, run against the built server.
///
/// # Errors
/// As [`run`]; the script fails.
pub(crate) fn script(project: &Project, built: &Built, name: &str) -> Result<String> {
    let mut command = prepared(project, built, "node")?;
    command.arg(name);
    shell::output(command)
}

/// A program in the folder of the tests, which says where server, site and browser are.
fn prepared(project: &Project, built: &Built, program: &str) -> Result<Command> {
    let folder = project.root.join(&project.main_bundle()?.end2end_dir);
    ensure_node(|program| on_path(program).is_some())?;
    install(&folder)?;
    let mut command = shell::command(program);
    command
        .current_dir(&folder)
        .env("REVIERLOTSE_BIN", &built.server)
        .env("REVIERLOTSE_SITE", &built.site)
        .env("REVIERLOTSE_CHROMIUM", browser()?);
    Ok(command)
}

fn install(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("no {}", lock.display()))?;
    let wanted = hash(&lock);
    let stamp = folder.join(STAMP);
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let mut command = shell::command("npm");
    command.current_dir(folder).args(["ci", "--no-audit", "--no-fund"]);
    // The browser is Debian's; Playwright's own download is not needed.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    shell::quiet("npm ci", command)?;
    fs::write(&stamp, wanted)?;
    Ok(())
}

/// Refuses to start without the programs that run Playwright.
fn ensure_node(exists: impl Fn(&str) -> bool) -> Result<()> {
    let missing: Vec<_> = ["node", "npm", "npx"].into_iter().filter(|one| !exists(one)).collect();
    if !missing.is_empty() {
        bail!(
            "the browser tests need Node.js with npm; not on the path: {}; on Debian: \
             sudo apt-get install nodejs npm",
            missing.join(", ")
        );
    }
    Ok(())
}

fn browser() -> Result<PathBuf> {
    let find = || BROWSERS.iter().find_map(|name| on_path(name));
    if let Some(path) = find() {
        return Ok(path);
    }
    ui::say("No Chromium on this machine.");
    apt_install(&["chromium"])?;
    find().context("Chromium was installed but is not on the path")
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_that_is_missing_is_named() {
        assert!(ensure_node(|_| true).is_ok());
        let error = ensure_node(|program| program == "node").unwrap_err().to_string();
        assert!(
            error.contains("not on the path: npm, npx;") && error.contains("apt-get install"),
            "{error}"
        );
    }
}
