//! What somebody can do about a failure that another program or the system reports in its own words.

use std::io::{Error as IoError, ErrorKind};

use anyhow::Error;

const DISK: &str = "the disk is full; free some space and start again";
const RIGHTS: &str =
    "this user may not write there; give the folder to this user or work in another";
const PROGRAM: &str = "that program is not on the path; install it and start again";
const LINKER: &str = "there is no C linker; on Debian: sudo apt-get install gcc libc6-dev";
const NETWORK: &str = "packages have to be downloaded and the network does not answer; connect this \
    machine, or set HTTPS_PROXY if it goes through a proxy, and start again";
const OFFLINE: &str = "packages are missing and cargo is told to stay offline; start once without \
    CARGO_NET_OFFLINE and `net.offline`";
const MEMORY: &str = "a compiler was ended from outside, usually for lack of memory; end other \
    programs or start again with CARGO_BUILD_JOBS=1";

/// What a program's output says is wrong, if it is one of the things that happen on a sound project.
pub(crate) fn on_output(text: &str) -> Option<&'static str> {
    const SIGNS: [(&[&str], &str); 6] = [
        (&["No space left on device", "ENOSPC"], DISK),
        (&["linker `cc` not found", "failed to find tool \"cc\""], LINKER),
        (&["offline mode (via", "--offline was specified", "network access is disabled"], OFFLINE),
        (
            &["Could not resolve host", "Could not connect", "Connection timed out", "ENOTFOUND"],
            NETWORK,
        ),
        (&["signal: 9, SIGKILL"], MEMORY),
        (&["Permission denied (os error 13)", "EACCES"], RIGHTS),
    ];
    let said = |signs: &[&str]| signs.iter().any(|sign| text.contains(sign));
    SIGNS.iter().find(|(signs, _)| said(signs)).map(|(_, advice)| *advice)
}

/// An error in one paragraph, with what to do about it where the system's word alone says too little.
pub(crate) fn told(error: &Error) -> String {
    let whole = format!("{error:#}");
    let system = error.chain().find_map(|cause| cause.downcast_ref::<IoError>());
    let advice = match system.map(IoError::kind) {
        Some(ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => Some(DISK),
        Some(ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => Some(RIGHTS),
        Some(ErrorKind::NotFound) if whole.contains("cannot start ") => Some(PROGRAM),
        _ => None,
    };
    advice.map_or_else(|| whole.clone(), |advice| format!("{whole}\n{advice}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context;

    #[test]
    fn what_cargo_and_npm_complain_of_is_recognised() {
        for (output, advice) in [
            ("failed to build archive: No space left on device (os error 28)", DISK),
            ("npm ERR! code ENOSPC", DISK),
            ("error: linker `cc` not found", LINKER),
            ("error: failed to find tool \"cc\": No such file or directory", LINKER),
            ("note: offline mode (via `--offline`) can sometimes cause surprises", OFFLINE),
            ("[6] Couldn't resolve host name (Could not resolve host: index.crates.io)", NETWORK),
            ("npm ERR! code ENOTFOUND", NETWORK),
            ("process didn't exit successfully: `rustc` (signal: 9, SIGKILL: kill)", MEMORY),
            ("couldn't create a temp dir: Permission denied (os error 13)", RIGHTS),
        ] {
            assert_eq!(on_output(output), Some(advice), "{output}");
        }
        assert_eq!(on_output("error[E0308]: mismatched types"), None);
    }

    #[test]
    fn errors_of_the_system_come_with_advice() {
        let error = |kind: ErrorKind| {
            let result: Result<(), _> = Err(IoError::from(kind));
            told(&result.context("cannot write target/site").unwrap_err())
        };
        let full = error(ErrorKind::StorageFull);
        assert!(full.starts_with("cannot write target/site") && full.ends_with(DISK), "{full}");
        assert!(error(ErrorKind::PermissionDenied).ends_with(RIGHTS));
        assert!(!error(ErrorKind::NotFound).contains('\n'));
        let missing: Result<(), _> = Err(IoError::from(ErrorKind::NotFound));
        let missing = told(&missing.context("cannot start git ls-files").unwrap_err());
        assert!(missing.ends_with(PROGRAM), "{missing}");
    }
}
