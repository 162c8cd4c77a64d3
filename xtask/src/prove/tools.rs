//! Cargo's extensions that the proofs need, each in one version, in the project's own folder.

use std::path::Path;

use anyhow::Result;

use crate::project::Project;
use crate::shell;
use crate::toolchain::Toolchain;

/// An extension of cargo.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tool {
    /// What comes after `cargo`.
    pub(super) command: &'static str,
    /// The version that is installed where it is not there.
    pub(super) version: &'static str,
}

impl Tool {
    /// Installs it into `target/tools` if it is not there in this version. Returns the program's path.
    ///
    /// # Errors
    /// It does not build, or cannot be fetched.
    pub(super) fn ensure(self, project: &Project, toolchain: &Toolchain) -> Result<String> {
        let root = project.target().join("tools");
        let name = format!("cargo-{}", self.command);
        let program = root.join("bin").join(&name).to_string_lossy().into_owned();
        if self.is_there(project, &program) {
            return Ok(program);
        }
        let mut command = toolchain.cargo(project);
        command.args(["install", &name, "--locked", "--version", self.version, "--root"]);
        // It only starts other programs: a quick build is worth more than a quick program.
        command.arg(&root).arg("--debug");
        shell::quiet(&format!("cargo install {name} {}", self.version), command)?;
        Ok(program)
    }

    fn is_there(self, project: &Project, program: &str) -> bool {
        let mut command = project.command(program);
        command.args([self.command, "--version"]);
        let version = format!(" {}", self.version);
        Path::new(program).exists()
            && shell::output(command).is_ok_and(|text| text.ends_with(&version))
    }
}
