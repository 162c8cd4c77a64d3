//! Room on the disk, asked before it runs out in the middle of a link.

use std::path::Path;

use anyhow::{Context, Result, bail};

/// Refuses to start when less than `gib` GiB are free where `folder` lies.
///
/// # Errors
/// Too little room, or the file system does not answer.
pub(super) fn ensure(folder: &Path, gib: u64) -> Result<()> {
    let stat = rustix::fs::statvfs(folder).context("cannot ask for free disk space")?;
    check(stat.f_bavail.saturating_mul(stat.f_frsize), gib)
}

fn check(free_bytes: u64, gib: u64) -> Result<()> {
    let free = free_bytes >> 30;
    if free < gib {
        bail!("a build takes about {gib} GiB of disk space and only {free} GiB are free");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn the_bound_is_inclusive() {
        assert!(check(6 << 30, 6).is_ok());
        let error = check((6 << 30) - 1, 6).unwrap_err().to_string();
        assert!(error.contains("6 GiB") && error.contains("5 GiB"), "{error}");
    }
}
