//! Which compiler builds server and wasm, and where wasm's standard library comes from.
//!
//! One compiler builds both halves: an island's id is a hash of its source as the compiler prints
//! it. The order below asks the network only when nothing on the machine will do.

mod apt;
mod debian;
mod space;
mod wasm_std;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::{shell, ui};

pub(crate) use apt::install as apt_install;

/// The target of everything the browser gets.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Longest wait for a download by rustup; behind some walls it never answers.
const DOWNLOAD: Duration = Duration::from_mins(3);

/// Disk space that a build from nothing takes: both halves, tests and tools.
const NEEDED_GIB: u64 = 6;

/// Refuses to start a build from nothing on a disk that is nearly full.
///
/// # Errors
/// Too little room.
pub(crate) fn ensure_space(project: &Project) -> Result<()> {
    space::ensure(&project.target(), NEEDED_GIB)
}

/// The compiler in use.
#[derive(Debug)]
pub(crate) struct Toolchain {
    /// rustup's name for it; none is the active one.
    name: Option<&'static str>,
    /// What the compiler says about itself.
    compiler: Compiler,
    /// Folder with wasm's standard library where the compiler brings none.
    sysroot: Option<PathBuf>,
}

/// A compiler's own words.
#[derive(Debug, Clone)]
struct Compiler {
    verbose_version: String,
    sysroot: PathBuf,
}

impl Toolchain {
    /// Finds a compiler that can build wasm, and completes it where something is missing.
    ///
    /// # Errors
    /// No way leads there; the message says what to install.
    pub(crate) fn find(project: &Project) -> Result<Self> {
        let active = Compiler::ask(None)?;
        if active.has_wasm_std() {
            return Ok(Self { name: None, compiler: active, sysroot: None });
        }
        // A complete Debian compiler was put there for this: no need to ask the network.
        if let Some(found) = debian::installed(project)? {
            return found.with_std(project);
        }
        let refused = match add_target() {
            Ok(()) => return Ok(Self { name: None, compiler: active, sysroot: None }),
            Err(error) => error,
        };
        ui::warn(format_args!("{refused:#}\nTrying Debian's compiler instead."));
        debian::install(project)?.with_std(project)
    }

    fn with_std(mut self, project: &Project) -> Result<Self> {
        self.sysroot = Some(wasm_std::ensure(project, &self)?);
        Ok(self)
    }

    /// `cargo` of this toolchain in the workspace's root.
    pub(crate) fn cargo(&self, project: &Project) -> Command {
        self.program(project, "cargo")
    }

    /// A program that calls `cargo` itself, with this toolchain in the workspace's root.
    pub(crate) fn program(&self, project: &Project, path: &str) -> Command {
        let mut command = project.command(path);
        if let Some(name) = self.name {
            command.env("RUSTUP_TOOLCHAIN", name);
        }
        command
    }

    /// The same for wasm: with the standard library of our own where it is needed.
    pub(crate) fn wasm_cargo(&self, project: &Project) -> Command {
        let mut command = self.cargo(project);
        let mut flags = std::env::var_os(WASM_FLAGS).unwrap_or_default();
        flags.push(" ");
        flags.push(LEAN);
        if let Some(sysroot) = &self.sysroot {
            flags.push(" --sysroot=");
            flags.push(sysroot);
        }
        // The two switches of `LEAN` are not stable; they change no language rule.
        command.env(WASM_FLAGS, flags).env("RUSTC_BOOTSTRAP", "1");
        command
    }

    /// Makes sure that the linter of this compiler is there; rustup's does not know another's wasm.
    ///
    /// # Errors
    /// It is missing and cannot be installed.
    pub(crate) fn ensure_clippy(&self, project: &Project) -> Result<()> {
        let mut command = self.cargo(project);
        command.args(["clippy", "--version"]);
        if shell::output(command).is_ok() {
            return Ok(());
        }
        if self.sysroot.is_some() {
            return apt::install(&["rust-web-clippy"]);
        }
        ui::step("rustup component add clippy", || {
            let mut command = shell::command("rustup");
            command.args(["component", "add", "clippy"]).env_remove("RUST_BACKTRACE");
            shell::bounded(command, DOWNLOAD).map(drop)
        })
    }

    /// The compiler's version line, for reports.
    pub(crate) fn version(&self) -> &str {
        self.compiler.verbose_version.lines().next().unwrap_or_default()
    }
}

/// Leaves file names of panics and texts of `{:?}` out of the bundle: nobody reads them there.
const LEAN: &str = "-Zlocation-detail=none -Zfmt-debug=none";

/// Flags that reach wasm crates only, never build scripts or macros.
const WASM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

impl Compiler {
    fn ask(name: Option<&str>) -> Result<Self> {
        let rustc = |args: &[&str]| {
            let mut command = shell::command("rustc");
            if let Some(name) = name {
                command.env("RUSTUP_TOOLCHAIN", name);
            }
            command.args(args);
            shell::output(command).context("no working Rust compiler; see https://rustup.rs")
        };
        let verbose_version = rustc(&["-vV"])?;
        let sysroot = PathBuf::from(rustc(&["--print", "sysroot"])?);
        Ok(Self { verbose_version, sysroot })
    }

    fn has_wasm_std(&self) -> bool {
        has_std(&self.sysroot)
    }

    fn release(&self) -> &str {
        self.verbose_version
            .lines()
            .find_map(|line| line.strip_prefix("release: "))
            .unwrap_or("unknown")
    }

    fn is_at_least(&self, (major, minor): (u64, u64)) -> bool {
        let mut parts = self.release().split(['.', '-']).map(|part| part.parse().unwrap_or(0));
        (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= (major, minor)
    }
}

/// Whether the folder holds a standard library for wasm.
fn has_std(sysroot: &Path) -> bool {
    let lib = sysroot.join("lib/rustlib").join(WASM).join("lib");
    let Ok(files) = lib.read_dir() else { return false };
    files.flatten().any(|file| {
        let name = file.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-")
            && Path::new(&*name).extension().is_some_and(|kind| kind == "rlib")
    })
}

fn add_target() -> Result<()> {
    ui::step(&format!("rustup target add {WASM}"), || {
        let mut command = shell::command("rustup");
        command.args(["target", "add", WASM]).env_remove("RUST_BACKTRACE");
        shell::bounded(command, DOWNLOAD).map(drop)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compiler(version: &str) -> Compiler {
        Compiler { verbose_version: version.to_owned(), sysroot: PathBuf::new() }
    }

    #[test]
    fn versions_compare_by_number() {
        let debian = compiler("rustc 1.96.0 (built from a source tarball)\nrelease: 1.96.0\n");
        assert!(debian.is_at_least((1, 95)));
        assert!(debian.is_at_least((1, 96)));
        assert!(!debian.is_at_least((1, 100)));
        assert!(compiler("release: 1.100.0-nightly").is_at_least((1, 96)));
        assert!(!compiler("").is_at_least((1, 0)));
    }

    #[test]
    fn only_a_real_std_counts() {
        let sysroot = tempfile::tempdir().unwrap();
        let lib = sysroot.path().join("lib/rustlib").join(WASM).join("lib");
        assert!(!has_std(sysroot.path()));
        std::fs::create_dir_all(&lib).unwrap();
        std::fs::write(lib.join("libcore-1.rlib"), "").unwrap();
        std::fs::write(lib.join("libstd-1.rmeta"), "").unwrap();
        assert!(!has_std(sysroot.path()));
        std::fs::write(lib.join("libstd-1.rlib"), "").unwrap();
        assert!(has_std(sysroot.path()));
    }
}
