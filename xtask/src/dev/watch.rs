//! What changed in the sources.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::project::Project;

/// Editors write in several steps; a change is over when nothing came for this long.
const QUIET: Duration = Duration::from_millis(150);

/// How much has to be built again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Change {
    /// Style sheets and files taken over: packing is enough.
    Look,
    /// Anything else.
    Code,
}

/// Watches the members' folders, the style sheets and the files taken over. Ends with the value.
///
/// # Errors
/// The kernel refuses to watch, for example because too much is watched already.
pub(super) fn start(project: &Project, changes: Sender<Change>) -> Result<RecommendedWatcher> {
    let look = look_folders(project)?;
    let own = look.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        for path in event.paths.iter().filter(|path| is_source(path)) {
            // The receiver goes first only when the program ends.
            _ = changes.send(kind(path, &own));
        }
    })
    .context("cannot watch for changes")?;
    let members = project.members();
    let members = members.iter().filter_map(|p| p.manifest_path.parent());
    let members = members.map(|folder| folder.as_std_path().to_path_buf());
    let is_server_side = |folder: &PathBuf| !folder.ends_with(env!("CARGO_PKG_NAME"));
    for folder in members.filter(is_server_side).chain(look).filter(|folder| folder.is_dir()) {
        watcher
            .watch(&folder, RecursiveMode::Recursive)
            .with_context(|| format!("cannot watch {}", folder.display()))?;
    }
    Ok(watcher)
}

/// Waits for the next change and for its end; none when watching has ended.
pub(super) fn next(changes: &Receiver<Change>) -> Option<Change> {
    let mut change = changes.recv().ok()?;
    while let Ok(more) = changes.recv_timeout(QUIET) {
        change = change.max(more);
    }
    Some(change)
}

fn look_folders(project: &Project) -> Result<Vec<PathBuf>> {
    let main = project.main_bundle()?;
    let style = main.style_file.parent().context("style-file has no folder")?;
    Ok(vec![project.root.join(style), project.root.join(&main.assets_dir)])
}

fn kind(path: &Path, look: &[PathBuf]) -> Change {
    if look.iter().any(|folder| path.starts_with(folder)) { Change::Look } else { Change::Code }
}

/// Editors leave hidden files and copies beside the real one.
fn is_source(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    !(name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") || name == "4913")
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn the_larger_change_wins() {
        let (send, changes) = mpsc::channel();
        send.send(Change::Look).unwrap();
        send.send(Change::Code).unwrap();
        send.send(Change::Look).unwrap();
        assert_eq!(next(&changes), Some(Change::Code));
        drop(send);
        assert_eq!(next(&changes), None);
    }

    #[test]
    fn folders_decide_and_leftovers_of_editors_do_not() {
        let look = [PathBuf::from("/p/style")];
        assert_eq!(kind(Path::new("/p/style/main.css"), &look), Change::Look);
        assert_eq!(kind(Path::new("/p/app/src/lib.rs"), &look), Change::Code);
        assert!(is_source(Path::new("/p/app/src/lib.rs")));
        for name in [".lib.rs.swp", "lib.rs~", "4913", "lib.swp"] {
            assert!(!is_source(Path::new(name)), "{name}");
        }
    }
}
