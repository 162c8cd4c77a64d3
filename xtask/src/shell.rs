//! Starting other programs: quietly, with their lines passed through, or bounded in time.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, PipeReader, Read};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use wait_timeout::ChildExt;

use crate::{advice, ui};

static VERBOSE: AtomicBool = AtomicBool::new(false);

/// From here on every program's output is shown while it runs, not only when it fails.
pub(crate) fn be_verbose() {
    VERBOSE.store(true, Ordering::Relaxed);
}

/// A command that does not inherit what `cargo run` put into this process's environment: another
/// compiler must not find the libraries of the one that built us, nor rebuild because of them.
pub(crate) fn command(program: impl Into<OsString>) -> Command {
    let mut command = Command::new(program.into());
    for (key, value) in std::env::vars_os() {
        let Some(name) = key.to_str() else { continue };
        if name == "CARGO" || name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
        {
            command.env_remove(&key);
        } else if name == "LD_LIBRARY_PATH" {
            let kept = std::env::split_paths(&value).filter(|dir| !is_cargos(dir));
            match std::env::join_paths(kept) {
                Ok(paths) if !paths.is_empty() => command.env(&key, paths),
                _ => command.env_remove(&key),
            };
        }
    }
    command.stdin(Stdio::null());
    command
}

fn is_cargos(dir: &Path) -> bool {
    let has = |name: &str| dir.components().any(|part| part.as_os_str() == name);
    has("target") || has("rustlib") || has("toolchains")
}

/// What a program said (both streams in the order written) and how it ended.
pub(crate) struct Ended {
    /// Whether it returned zero.
    pub(crate) ok: bool,
    /// Everything it wrote.
    pub(crate) text: String,
}

/// Runs a program inside a timed step; its output is shown only when it fails or with `--verbose`.
///
/// # Errors
/// The program cannot be started or does not return zero.
pub(crate) fn quiet(name: &str, command: Command) -> Result<String> {
    ui::step(name, || {
        let verbose = VERBOSE.load(Ordering::Relaxed);
        let ended = capture(command, verbose)?;
        if ended.ok {
            return Ok(ended.text);
        }
        if !verbose {
            ui::warn(ended.text.trim_end());
        }
        bail!("{}", reason(name, &ended.text))
    })
}

/// Runs a program with its lines visible and kept.
///
/// # Errors
/// The program cannot be started. That it failed is in the value.
pub(crate) fn tee(command: Command) -> Result<Ended> {
    capture(command, true)
}

/// The standard output of a short program, without the last line end.
///
/// # Errors
/// The program cannot be started or does not return zero; the message holds what it complained of.
pub(crate) fn output(mut command: Command) -> Result<String> {
    let shown = describe(&command);
    let output = command.output().with_context(|| format!("cannot start {shown}"))?;
    if !output.status.success() {
        bail!("{shown} failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

/// Runs a program that may hang, for example in a download behind a wall; after `limit` it is ended.
///
/// # Errors
/// The program cannot be started, does not return zero or does not end in time.
pub(crate) fn bounded(mut command: Command, limit: Duration) -> Result<String> {
    let shown = describe(&command);
    let (reader, writer) = std::io::pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().with_context(|| format!("cannot start {shown}"))?;
    drop(command);
    let (send, text) = mpsc::channel();
    std::thread::spawn(move || send.send(read_all(reader)));
    let status: Option<ExitStatus> = child.wait_timeout(limit)?;
    if status.is_none() {
        _ = child.kill();
        _ = child.wait();
        bail!("{shown} did not end within {} s", limit.as_secs());
    }
    // A grandchild that outlives the program may hold the pipe open: do not wait for it.
    let text = text.recv_timeout(Duration::from_secs(2)).unwrap_or_default();
    match status {
        Some(status) if status.success() => Ok(text),
        _ => bail!("{shown} failed: {}", text.trim()),
    }
}

/// Asks again and again until `ready` returns something or `limit` is over.
pub(crate) fn poll<T>(
    every: Duration,
    limit: Duration,
    mut ready: impl FnMut() -> Option<T>,
) -> Option<T> {
    let started = Instant::now();
    loop {
        if let Some(value) = ready() {
            return Some(value);
        }
        if started.elapsed() > limit {
            return None;
        }
        #[expect(
            clippy::disallowed_methods,
            reason = "another process tells nobody when it is ready; it can only be asked again"
        )]
        std::thread::sleep(every);
    }
}

/// The program and its arguments as one would type them.
pub(crate) fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

fn capture(mut command: Command, show: bool) -> Result<Ended> {
    let shown = describe(&command);
    let (reader, writer) = std::io::pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().with_context(|| format!("cannot start {shown}"))?;
    // The command holds the pipe's other end; without this the reader never sees its end.
    drop(command);
    let mut text = String::new();
    let mut lines = BufReader::new(reader);
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        let part = String::from_utf8_lossy(&line);
        if show {
            ui::say(part.trim_end());
        }
        text.push_str(&part);
        line.clear();
    }
    Ok(Ended { ok: child.wait()?.success(), text })
}

fn read_all(mut reader: PipeReader) -> String {
    let mut bytes = Vec::new();
    _ = reader.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

fn reason(name: &str, text: &str) -> String {
    match advice::on_output(text) {
        Some(advice) => format!("{name} failed: {advice}"),
        None => format!("{name} failed (its output is above)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sh(script: &str) -> Command {
        let mut command = command("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn both_streams_are_kept_and_failure_is_told() {
        let ended = capture(sh("echo out; echo err >&2; exit 3"), false).unwrap();
        assert!(!ended.ok);
        assert_eq!(ended.text, "out\nerr\n");
    }

    #[test]
    fn a_program_that_hangs_is_ended() {
        let error =
            bounded(sh("read -r never < /dev/zero"), Duration::from_millis(50)).unwrap_err();
        assert!(error.to_string().contains("did not end within"), "{error}");
    }

    #[test]
    fn a_bounded_failure_says_why() {
        let error = bounded(sh("echo no route >&2; exit 1"), Duration::from_secs(20)).unwrap_err();
        assert!(error.to_string().ends_with("failed: no route"), "{error}");
    }

    #[test]
    fn a_known_reason_is_named() {
        assert!(reason("std", "x: No space left on device (os error 28)").contains("disk is full"));
        assert!(reason("std", "x").contains("above"));
    }

    #[test]
    fn folders_of_the_compiler_that_built_us_are_dropped() {
        assert!(is_cargos(Path::new("/p/target/xtask/deps")));
        assert!(is_cargos(Path::new("/h/.rustup/toolchains/stable/lib")));
        assert!(!is_cargos(Path::new("/opt/lib")));
    }
}
