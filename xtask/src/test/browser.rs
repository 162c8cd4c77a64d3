//! The browser tests: Playwright from npm, Chromium from Debian.

use std::fs;
use std::path::{Path, PathBuf};

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
    let folder = project.root.join(&project.main_bundle()?.end2end_dir);
    install(&folder)?;
    let mut command = shell::command("npx");
    command
        .current_dir(&folder)
        .args(["--no-install", "playwright", "test"])
        .env("REVIERLOTSE_BIN", &built.server)
        .env("REVIERLOTSE_SITE", &built.site)
        .env("REVIERLOTSE_CHROMIUM", browser()?);
    let ended = shell::tee(command)?;
    Ok(Counts::of(&ended.text, ended.ok))
}

fn install(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("no {}", lock.display()))?;
    let wanted = hash(&lock);
    let stamp = folder.join(STAMP);
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if on_path("npm").is_none() {
        bail!("the browser tests need Node.js with npm; on Debian: sudo apt-get install npm");
    }
    let mut command = shell::command("npm");
    command.current_dir(folder).args(["ci", "--no-audit", "--no-fund"]);
    // The browser is Debian's; Playwright's own download is not needed.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    shell::quiet("npm ci", command)?;
    fs::write(&stamp, wanted)?;
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
