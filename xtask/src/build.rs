//! `cargo xtask build`: wasm, site and server.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::pack::{Manifest, Order};
use crate::project::{Bundle, Project};
use crate::shell;
use crate::toolchain::{self, Toolchain, WASM};

/// For people, or for the next minute's change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Optimised and compressed.
    Release,
    /// Quick to build.
    Dev,
}

/// What a build leaves behind.
#[derive(Debug)]
pub(crate) struct Built {
    /// The server's program.
    pub(crate) server: PathBuf,
    /// The packed site.
    pub(crate) site: PathBuf,
}

/// Builds everything.
///
/// # Errors
/// No compiler, or a part does not build.
pub(crate) fn all(project: &Project, toolchain: &Toolchain, mode: Mode) -> Result<Built> {
    let (site, _) = site(project, toolchain, mode)?;
    // Site first: it is the shorter build, and the server's tests need it.
    Ok(Built { server: server(project, toolchain, mode)?, site })
}

/// Builds what the browser gets and packs it. Returns the site's folder and its list.
///
/// # Errors
/// A part does not build.
pub(crate) fn site(
    project: &Project,
    toolchain: &Toolchain,
    mode: Mode,
) -> Result<(PathBuf, Manifest)> {
    if !module_paths(project, mode)?.iter().all(|path| path.exists()) {
        toolchain::ensure_space(project)?;
    }
    let modules = project.bundles.iter().map(|bundle| module(project, toolchain, mode, bundle));
    let modules = modules.collect::<Result<Vec<_>>>()?;
    repack(project, modules, mode)
}

/// Packs the site from modules that are built already.
///
/// # Errors
/// As [`Order::pack`].
pub(crate) fn repack(
    project: &Project,
    modules: Vec<PathBuf>,
    mode: Mode,
) -> Result<(PathBuf, Manifest)> {
    let site = site_folder(project, mode)?;
    let release = mode == Mode::Release;
    let manifest = Order { project, modules, site: site.clone(), release }.pack()?;
    Ok((site, manifest))
}

/// Builds the server and returns its program.
///
/// # Errors
/// It does not build.
pub(crate) fn server(project: &Project, toolchain: &Toolchain, mode: Mode) -> Result<PathBuf> {
    let profile = if mode == Mode::Release { "release" } else { "dev" };
    let mut command = toolchain.cargo(project);
    command.args(["build", "--profile", profile, "--package", &project.main_bundle()?.bin_package]);
    shell::quiet(&format!("server ({profile})"), command)?;
    server_path(project, mode)
}

/// Where [`server`] leaves the program, without building it.
///
/// # Errors
/// The package named in Cargo.toml has no program.
pub(crate) fn server_path(project: &Project, mode: Mode) -> Result<PathBuf> {
    let folder = if mode == Mode::Release { "release" } else { "debug" };
    Ok(project.target().join(folder).join(project.server_bin()?))
}

/// Where [`module`] leaves the modules, without building them.
///
/// # Errors
/// A package named in Cargo.toml does not exist.
pub(crate) fn module_paths(project: &Project, mode: Mode) -> Result<Vec<PathBuf>> {
    project.bundles.iter().map(|bundle| module_path(project, mode, bundle)).collect()
}

fn module(
    project: &Project,
    toolchain: &Toolchain,
    mode: Mode,
    bundle: &Bundle,
) -> Result<PathBuf> {
    let mut command = toolchain.wasm_cargo(project);
    command
        .args(["build", "--lib", "--package", &bundle.lib_package, "--target", WASM])
        .args(["--profile", profile(bundle, mode)])
        .arg("--target-dir")
        .arg(wasm_target(project));
    if !bundle.lib_features.is_empty() {
        command.arg("--features").arg(bundle.lib_features.join(","));
    }
    let name = format!("wasm {} ({})", bundle.output_name, profile(bundle, mode));
    shell::quiet(&name, command)?;
    module_path(project, mode, bundle)
}

fn module_path(project: &Project, mode: Mode, bundle: &Bundle) -> Result<PathBuf> {
    let name = &bundle.lib_package;
    let package = project.member(name).with_context(|| format!("there is no package {name}"))?;
    let lib = package.targets.iter().find(|target| target.is_cdylib());
    let lib = lib.with_context(|| format!("package {name} is no cdylib"))?;
    let folder = match profile(bundle, mode) {
        "dev" => "debug",
        other => other,
    };
    let file = format!("{}.wasm", lib.name.replace('-', "_"));
    Ok(wasm_target(project).join(WASM).join(folder).join(file))
}

/// wasm has a folder of its own: other flags must not throw the server's artefacts away.
pub(crate) fn wasm_target(project: &Project) -> PathBuf {
    project.target().join("wasm")
}

fn profile(bundle: &Bundle, mode: Mode) -> &str {
    match mode {
        Mode::Release => &bundle.lib_profile_release,
        Mode::Dev => "dev",
    }
}

fn site_folder(project: &Project, mode: Mode) -> Result<PathBuf> {
    let root = &project.main_bundle()?.site_root;
    let folder = match mode {
        Mode::Release => root.clone(),
        Mode::Dev => with_suffix(root, "-dev"),
    };
    Ok(project.root.join(folder))
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
