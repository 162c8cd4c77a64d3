//! The folder for what this installation keeps, tried out before the first request needs it.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

/// Why nothing can be kept in the data folder.
#[derive(Debug, thiserror::Error)]
pub enum DataFolderError {
    /// The account running the server may not write there.
    #[error(
        "no permission to write in the data folder {0}; give this account the right or name \
             another folder with --data"
    )]
    NotPermitted(PathBuf, #[source] io::Error),
    /// The file system is mounted for reading only.
    #[error("the data folder {0} is on a read-only file system; name another with --data")]
    ReadOnly(PathBuf, #[source] io::Error),
    /// No room left, or the account's quota is used up.
    #[error("the disk of the data folder {0} is full; make room or name another with --data")]
    Full(PathBuf, #[source] io::Error),
    /// The path, or a part of it, is a file.
    #[error("the data folder {0} is not a folder; name a folder with --data")]
    NotAFolder(PathBuf, #[source] io::Error),
    /// Anything else the system reports.
    #[error("cannot write in the data folder {0}; name another with --data")]
    Other(PathBuf, #[source] io::Error),
}

/// More than a block, so that a full disk shows here and not with the first case.
const PROBE: [u8; 8192] = [0; 8192];

/// Creates the folder if need be and writes, flushes and removes a small file in it.
///
/// # Errors
/// [`DataFolderError`], whose text says what to do.
pub fn prepare(folder: &Path) -> Result<(), DataFolderError> {
    let probe = folder.join(".write-check");
    let tried = fs::create_dir_all(folder).and_then(|()| write(&probe));
    // Also after a failed write: half a file must not stay behind on a full disk.
    let removed = match fs::remove_file(&probe) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
        _ => Ok(()),
    };
    tried.and(removed).map_err(|e| explain(folder, e))
}

fn write(probe: &Path) -> io::Result<()> {
    let mut file = File::create(probe)?;
    file.write_all(&PROBE)?;
    file.sync_all()
}

fn explain(folder: &Path, error: io::Error) -> DataFolderError {
    use io::ErrorKind as Kind;
    let variant = match error.kind() {
        Kind::PermissionDenied => DataFolderError::NotPermitted,
        Kind::ReadOnlyFilesystem => DataFolderError::ReadOnly,
        Kind::StorageFull | Kind::QuotaExceeded => DataFolderError::Full,
        Kind::NotADirectory | Kind::AlreadyExists => DataFolderError::NotAFolder,
        _ => DataFolderError::Other,
    };
    variant(folder.to_owned(), error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_folder_is_created_and_left_empty() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("a/b");
        prepare(&folder).unwrap();
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
        prepare(&folder).unwrap();
    }

    #[test]
    fn a_file_in_the_way_is_named_as_such() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("file");
        fs::write(&file, "kept").unwrap();
        for path in [file.clone(), file.join("below")] {
            let error = prepare(&path).unwrap_err();
            assert!(matches!(error, DataFolderError::NotAFolder(..)), "{error:?}");
        }
        assert_eq!(fs::read_to_string(file).unwrap(), "kept");
    }

    #[test]
    fn each_cause_has_its_own_advice() {
        use io::ErrorKind as Kind;
        for (kind, words) in [
            (Kind::PermissionDenied, "no permission"),
            (Kind::ReadOnlyFilesystem, "read-only"),
            (Kind::StorageFull, "is full"),
            (Kind::QuotaExceeded, "is full"),
            (Kind::NotADirectory, "not a folder"),
            (Kind::TimedOut, "cannot write"),
        ] {
            let text = explain(Path::new("data"), kind.into()).to_string();
            assert!(text.contains(words) && text.contains("--data"), "{kind:?}: {text}");
        }
    }
}
