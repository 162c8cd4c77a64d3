//! Debian's compiler: for machines where rustup cannot download.
//!
//! It brings the standard library as source, so wasm's can be built without any download.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::{Compiler, Toolchain, WASM, apt};
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
    if !absent(Path::exists).is_empty() {
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
    installed(project)?.with_context(|| useless(&absent(Path::exists), project.oldest_compiler()))
}

/// Files that the toolchain needs and that are not there.
fn absent(exists: impl Fn(&Path) -> bool) -> Vec<&'static str> {
    [COMPILER, LINKER, SOURCE].into_iter().filter(|path| !exists(Path::new(path))).collect()
}

/// Why Debian's compiler will not do although its packages are installed, and what will.
fn useless(absent: &[&str], (major, minor): (u64, u64)) -> String {
    if absent.is_empty() {
        return format!(
            "Debian's compiler is older than {major}.{minor}; install a newer one with rustup, see \
             https://rustup.rs, and run: rustup target add {WASM}"
        );
    }
    format!(
        "Debian's compiler is incomplete, {} is missing; run\n  sudo apt-get install --reinstall {}",
        absent.join(" and "),
        PACKAGES.join(" ")
    )
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named() {
        assert!(absent(|_| true).is_empty());
        assert_eq!(absent(|path| path != Path::new(SOURCE)), [SOURCE]);
        let text = useless(&[SOURCE], (1, 95));
        assert!(text.contains(SOURCE) && text.contains("--reinstall rustc-web"), "{text}");
    }

    #[test]
    fn an_old_compiler_is_told_apart_from_an_incomplete_one() {
        let text = useless(&[], (1, 95));
        assert!(text.contains("older than 1.95") && text.contains("rustup target add"), "{text}");
    }
}
