//! Room on the disk, asked before it runs out in the middle of a link.

use std::path::Path;

use anyhow::{Context, Result, bail};

/// Refuses to start when less than `gib` GiB are free where `folder` lies or would be made.
///
/// # Errors
/// Too little room, or the file system does not answer.
pub(super) fn ensure(folder: &Path, gib: u64) -> Result<()> {
    let there = folder.ancestors().find(|part| part.exists()).unwrap_or(folder);
    let stat = rustix::fs::statvfs(there).context("cannot ask for free disk space")?;
    check(stat.f_bavail.saturating_mul(stat.f_frsize), gib)
}

fn check(free_bytes: u64, gib: u64) -> Result<()> {
    let free = free_bytes >> 30;
    if free < gib {
        bail!(
            "a build takes about {gib} GiB of disk space and only {free} GiB are free; free some, or \
             put the project on a larger disk"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{check, ensure};
    use std::path::Path;

    #[test]
    fn a_folder_that_is_still_to_be_made_counts_as_its_parent() {
        assert!(ensure(Path::new("/no/such/folder"), 0).is_ok());
        assert!(ensure(Path::new("/no/such/folder"), u64::MAX).is_err());
    }

    #[test]
    fn the_bound_is_inclusive() {
        assert!(check(6 << 30, 6).is_ok());
        let error = check((6 << 30) - 1, 6).unwrap_err().to_string();
        assert!(error.contains("6 GiB") && error.contains("5 GiB"), "{error}");
    }
}
