//! Debian's compiler: for machines where rustup cannot download.
//!
//! It brings the standard library as source, so wasm's can be built without any download.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::{Compiler, Toolchain, apt};
use crate::project::Project;
use crate::shell;

/// rustup's name for it, as in `cargo +debian`.
const NAME: &str = "debian";
const COMPILER: &str = "/usr/bin/rustc";
const LINKER: &str = "/usr/bin/rust-lld";
const SOURCE: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";
const PACKAGES: [&str; 5] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy"];
/// The linker's package when the compiler is not there yet to say which one it wants.
const LLD: &str = "lld-22";

/// The toolchain, if everything it needs is on the machine and it is new enough.
///
/// # Errors
/// rustup does not take it as a toolchain.
pub(super) fn installed(project: &Project) -> Result<Option<Toolchain>> {
    let complete = [COMPILER, LINKER, SOURCE].iter().all(|path| Path::new(path).exists());
    if !complete {
        return Ok(None);
    }
    let mut command = shell::command(COMPILER);
    command.arg("-vV");
    let compiler = Compiler {
        verbose_version: shell::output(command)?,
        sysroot: Path::new("/usr").to_path_buf(),
    };
    if !compiler.is_at_least(project.oldest_compiler()) {
        return Ok(None);
    }
    let name = link()?;
    Ok(Some(Toolchain { name, compiler, sysroot: None }))
}

/// Installs what is missing and returns the toolchain.
///
/// # Errors
/// Packages cannot be installed, or Debian's compiler is too old.
pub(super) fn install(project: &Project) -> Result<Toolchain> {
    apt::install(&PACKAGES)?;
    let linker = linker_package();
    apt::install(&[linker.as_str()])?;
    let (major, minor) = project.oldest_compiler();
    installed(project)?.with_context(|| {
        format!(
            "Debian's compiler is older than {major}.{minor} or incomplete; see https://rustup.rs"
        )
    })
}

/// The package behind the link `rust-lld -> lld-N`: other versions do not read its bitcode.
fn linker_package() -> String {
    let link = std::fs::read_link(LINKER).ok();
    let name = link.as_deref().and_then(Path::file_name).and_then(|name| name.to_str());
    name.filter(|name| name.starts_with("lld-")).unwrap_or(LLD).to_owned()
}

/// Makes it known to rustup. Without rustup the compiler on the path is already this one.
fn link() -> Result<Option<&'static str>> {
    let rustup = |args: &[&str]| {
        let mut command = shell::command("rustup");
        command.args(args);
        shell::output(command)
    };
    if rustup(&["--version"]).is_err() {
        let active = Compiler::ask(None)?;
        ensure!(
            active.sysroot == Path::new("/usr"),
            "the compiler on the path is not Debian's ({}); put /usr/bin first in PATH",
            active.sysroot.display()
        );
        return Ok(None);
    }
    let known = rustup(&["which", "--toolchain", NAME, "rustc"])
        .ok()
        .and_then(|path| Path::new(&path).canonicalize().ok());
    if known != Path::new(COMPILER).canonicalize().ok() {
        rustup(&["toolchain", "link", NAME, "/usr"])?;
    }
    Ok(Some(NAME))
}
