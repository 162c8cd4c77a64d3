//! The workspace as cargo describes it; nothing about its crates is written down twice.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use cargo_metadata::{CrateType, Metadata, MetadataCommand, Package, TargetKind};
use serde::Deserialize;

use crate::shell;

/// One `[[workspace.metadata.leptos]]` table: a bundle for the browser and the server it belongs to.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Bundle {
    /// The server's package.
    pub(crate) bin_package: String,
    /// The package of the wasm library.
    pub(crate) lib_package: String,
    /// File name of script, wasm and style sheet before the hash.
    pub(crate) output_name: String,
    /// Where the packed site lies, from the workspace's root.
    pub(crate) site_root: PathBuf,
    /// Folder of the hashed files inside the site.
    pub(crate) site_pkg_dir: PathBuf,
    /// Files taken over as they are.
    pub(crate) assets_dir: PathBuf,
    /// The style sheet that imports the others.
    pub(crate) style_file: PathBuf,
    /// Folder of the browser tests.
    pub(crate) end2end_dir: PathBuf,
    /// Port of the reload messages in `dev`.
    pub(crate) reload_port: u16,
    /// Features of the wasm library.
    #[serde(default)]
    pub(crate) lib_features: Vec<String>,
    /// Cargo profile of the wasm library for what people get.
    pub(crate) lib_profile_release: String,
}

/// The workspace.
pub(crate) struct Project {
    /// Its root folder.
    pub(crate) root: PathBuf,
    /// Members with their direct dependencies; no dependency is resolved.
    pub(crate) metadata: Metadata,
    /// The bundles, at least one.
    pub(crate) bundles: Vec<Bundle>,
    /// This program's own file, and its state when it started: a later call of cargo may replace it
    /// while this one runs.
    pub(crate) program: PathBuf,
    /// Changes whenever this program does; another packer may pack the same sources differently.
    pub(crate) program_state: String,
}

impl Project {
    /// Reads the workspace around the current folder, without a look at the network.
    ///
    /// # Errors
    /// There is no workspace here, or its Leptos table is missing or incomplete.
    pub(crate) fn load() -> Result<Self> {
        let metadata = MetadataCommand::new().no_deps().exec();
        let metadata = metadata
            .context("cargo cannot read this project; is Rust installed? See https://rustup.rs")?;
        let leptos = metadata.workspace_metadata.get("leptos").cloned().unwrap_or_default();
        let bundles: Vec<Bundle> = serde_json::from_value(leptos)
            .context("[[workspace.metadata.leptos]] in Cargo.toml is missing or incomplete")?;
        ensure!(!bundles.is_empty(), "Cargo.toml names no bundle in [[workspace.metadata.leptos]]");
        let root = metadata.workspace_root.clone().into_std_path_buf();
        let program = std::env::current_exe().context("cannot find this program's own file")?;
        let file = fs::metadata(&program).context("cannot read this program's own file")?;
        let program_state = format!("{}:{:?}", file.len(), file.modified()?);
        Ok(Self { root, metadata, bundles, program, program_state })
    }

    /// The first bundle; it also names style sheet, assets and site.
    ///
    /// # Errors
    /// There is none ([`Project::load`] refuses that).
    pub(crate) fn main_bundle(&self) -> Result<&Bundle> {
        self.bundles.first().context("no bundle")
    }

    /// Cargo's target folder for everything but the wasm.
    pub(crate) fn target(&self) -> PathBuf {
        self.root.join("target")
    }

    /// Members, in cargo's order.
    pub(crate) fn members(&self) -> Vec<&Package> {
        self.metadata.workspace_packages()
    }

    /// A member by name.
    pub(crate) fn member(&self, name: &str) -> Option<&Package> {
        self.members().into_iter().find(|package| package.name.as_str() == name)
    }

    /// Names of the members that exist for wasm alone: libraries of the kind `cdylib` and no other.
    pub(crate) fn wasm_only(&self) -> Vec<&str> {
        let only_cdylib = |package: &&Package| {
            package.targets.iter().any(|target| target.crate_types == [CrateType::CDyLib])
        };
        self.members().into_iter().filter(only_cdylib).map(|p| p.name.as_str()).collect()
    }

    /// Name of the server's program.
    ///
    /// # Errors
    /// The package named in Cargo.toml has no program.
    pub(crate) fn server_bin(&self) -> Result<&str> {
        let package = &self.main_bundle()?.bin_package;
        let targets = self.member(package).map(|p| p.targets.as_slice()).unwrap_or_default();
        let bin = targets.iter().find(|target| target.kind.contains(&TargetKind::Bin));
        Ok(&bin.with_context(|| format!("package {package} has no program"))?.name)
    }

    /// The lowest compiler the workspace takes, as (major, minor).
    pub(crate) fn oldest_compiler(&self) -> (u64, u64) {
        let versions = self.members().into_iter().filter_map(|p| p.rust_version.as_ref());
        versions.map(|v| (v.major, v.minor)).max().unwrap_or((1, 85))
    }

    /// A command in the workspace's root with a clean environment.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = shell::command(program);
        command.current_dir(&self.root);
        command
    }

    /// The cargo that built this program: for this program's own tests, whose parts are compiled.
    pub(crate) fn own_cargo(&self) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = shell::command(cargo);
        command.current_dir(&self.root);
        command
    }

    /// A path as people read it: from the root.
    pub(crate) fn shown<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspace_says_what_it_is() {
        let project = Project::load().unwrap();
        let main = project.main_bundle().unwrap();
        assert!(project.wasm_only().contains(&main.lib_package.as_str()));
        assert!(!project.wasm_only().contains(&main.bin_package.as_str()));
        assert_eq!(project.server_bin().unwrap(), "revierlotse");
        assert!(project.oldest_compiler() >= (1, 95));
        assert!(project.root.join(&main.style_file).parent().unwrap().starts_with(&project.root));
    }
}
