//! wasm's standard library, built from the compiler's own source into a folder of ours.
//!
//! Handing that folder over as `--sysroot` reaches wasm crates only and needs no rights elsewhere.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::{Toolchain, WASM, has_std};
use crate::pack::files::hash;
use crate::project::Project;
use crate::shell;

/// Without bitcode every later link with LTO stops; without locations no path of this machine gets
/// into the bundle.
const FLAGS: &str = "-Cembed-bitcode=yes -Zlocation-detail=none";

const MANIFEST: &str = "[package]
name = \"wasm-std\"
version = \"0.0.0\"
edition = \"2021\"
[workspace]
[profile.release]
opt-level = \"s\"
";

/// The folder with this compiler's wasm library, built if it is not there yet.
///
/// # Errors
/// The build or writing the folder fails.
pub(super) fn ensure(project: &Project, toolchain: &Toolchain) -> Result<PathBuf> {
    let compiler = &toolchain.compiler;
    let made_of = format!("{}{FLAGS}", compiler.verbose_version);
    let key = format!("{}-{}", compiler.release(), hash(made_of.as_bytes()));
    let parent = project.target().join("wasm-sysroot");
    let done = parent.join(&key);
    if has_std(&done) {
        return Ok(done);
    }
    // The first long step of a build from nothing.
    super::ensure_space(project)?;
    // Whatever is under this name was left by a run that was cut short.
    let part = parent.join(format!("{key}.part"));
    _ = fs::remove_dir_all(&part);
    _ = fs::remove_dir_all(&done);
    fs::create_dir_all(part.join("crate/src"))
        .with_context(|| format!("cannot create {}", part.display()))?;
    fs::write(part.join("crate/Cargo.toml"), MANIFEST)?;
    fs::write(part.join("crate/src/lib.rs"), "#![no_std]\n")?;

    let mut command = toolchain.cargo(project);
    command
        .current_dir(part.join("crate"))
        .env("RUSTC_BOOTSTRAP", "1")
        .env(super::WASM_FLAGS, FLAGS)
        .args(["build", "--release", "-Zbuild-std=std,panic_abort", "--target", WASM])
        .arg("--target-dir")
        .arg(part.join("target"));
    shell::quiet(&format!("standard library for {WASM}"), command)?;

    let lib = part.join("lib/rustlib").join(WASM).join("lib");
    let built = part.join("target").join(WASM).join("release/deps");
    let copied = copy_libraries(&built, &lib)?;
    ensure!(copied > 0 && has_std(&part), "cargo built no standard library in {}", built.display());
    fs::remove_dir_all(part.join("target"))?;
    fs::remove_dir_all(part.join("crate"))?;
    fs::rename(&part, &done).context("cannot put the standard library in place")?;
    Ok(done)
}

fn copy_libraries(from: &Path, to: &Path) -> Result<usize> {
    fs::create_dir_all(to)?;
    let mut copied = 0;
    for file in fs::read_dir(from)? {
        let path = file?.path();
        let Some(name) = path.file_name() else { continue };
        let ours = name.to_string_lossy().starts_with("libwasm_std");
        if path.extension().is_some_and(|kind| kind == "rlib") && !ours {
            fs::copy(&path, to.join(name))?;
            copied += 1;
        }
    }
    Ok(copied)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_are_taken_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let (from, to) = (dir.path().join("from"), dir.path().join("to"));
        fs::create_dir_all(&from).unwrap();
        for name in ["libstd-1.rlib", "libcore-2.rlib", "libcore-2.rmeta", "libwasm_std-3.rlib"] {
            fs::write(from.join(name), name).unwrap();
        }
        assert_eq!(copy_libraries(&from, &to).unwrap(), 2);
        assert!(to.join("libstd-1.rlib").exists() && !to.join("libwasm_std-3.rlib").exists());
    }
}
