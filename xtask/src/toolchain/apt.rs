//! Packages from Debian, asked for only when they are missing.

use anyhow::{Result, bail};

use crate::{shell, ui};

/// Installs what is missing of `packages`, as root or through a `sudo` that asks no password.
///
/// # Errors
/// There is no apt, no right to install, or apt fails. The message holds the command to run.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let missing: Vec<&str> = packages.iter().copied().filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = by_hand(&missing);
    if !runs("apt-get", &["--version"]) {
        bail!("this machine has no apt-get; on Debian 12 this would be needed: {by_hand}");
    }
    let sudo = match rustix::process::geteuid().is_root() {
        true => false,
        false if runs("sudo", &["-n", "true"]) => true,
        false => bail!("packages are missing and this user may not install them; run\n  {by_hand}"),
    };
    let apt = |args: &[&str]| {
        let mut command = shell::command(if sudo { "sudo" } else { "env" });
        command.args(if sudo { &["-n", "env"][..] } else { &[] });
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]).args(args);
        shell::quiet(&format!("apt-get {}", args.join(" ")), command)
    };
    let mut wanted = vec!["install", "--no-install-recommends"];
    wanted.extend(&missing);
    if apt(&wanted).is_ok() {
        return Ok(());
    }
    ui::say("The list of packages may be old.");
    let again = apt(&["update"]).and_then(|_| apt(&wanted));
    if let Err(error) = again {
        bail!("{error:#}; to see why, run\n  {by_hand}");
    }
    Ok(())
}

fn by_hand(missing: &[&str]) -> String {
    format!("sudo apt-get install --no-install-recommends {}", missing.join(" "))
}

fn is_installed(package: &str) -> bool {
    let mut command = shell::command("dpkg-query");
    command.args(["-W", "-f=${Status}", package]);
    shell::output(command).is_ok_and(|status| status == "install ok installed")
}

fn runs(program: &str, args: &[&str]) -> bool {
    let mut command = shell::command(program);
    command.args(args);
    shell::output(command).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_missing_needs_nobody() {
        assert!(install(&[]).is_ok());
    }

    #[test]
    fn the_command_to_run_by_hand_is_complete() {
        let line = by_hand(&["rustc-web", "lld-22"]);
        assert_eq!(line, "sudo apt-get install --no-install-recommends rustc-web lld-22");
    }
}
