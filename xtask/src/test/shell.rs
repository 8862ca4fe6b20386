//! Running other programs: shown as they speak, kept for whoever counts, and never for longer than they may take.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, pipe};
use std::path::PathBuf;
use std::process::Command;

/// What a program said, and whether it was content.
pub(super) struct Said {
    pub(super) good: bool,
    pub(super) lines: Vec<String>,
}

/// A program that is stopped after some seconds.
pub(crate) fn bounded(seconds: u32, program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new("timeout");
    command.arg("--kill-after=15").arg(seconds.to_string()).arg(program);
    command
}

/// Runs a program, and shows and keeps what it says.
pub(super) fn listen(mut command: Command) -> Result<Said> {
    let (from, into) = pipe()?;
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdout(into.try_clone()?)
        .stderr(into)
        .spawn()
        .with_context(|| format!("{name} does not start"))?;
    // The command holds the other end of the pipe, which is to close with the program.
    drop(command);
    let mut lines = Vec::new();
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line).trim_end().to_owned();
        println!("{text}");
        lines.push(text);
        line.clear();
    }
    Ok(Said { good: child.wait()?.success(), lines })
}

/// Runs a program that has nothing to say unless it goes wrong.
pub(crate) fn quietly(mut command: Command) -> Result<String> {
    let done = command.output().with_context(|| format!("{command:?} does not start"))?;
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    if !done.status.success() {
        bail!("{command:?}: {}\n{said}{}", done.status, String::from_utf8_lossy(&done.stderr));
    }
    Ok(said)
}

/// Where a program lies, if the shell finds it.
pub(super) fn find(program: &str) -> Option<PathBuf> {
    let mut command = Command::new("sh");
    command.args(["-c", "command -v \"$0\"", program]);
    let path = quietly(command).ok()?;
    Some(PathBuf::from(path.trim())).filter(|path| path.is_absolute())
}

/// Asks a process of ours to stop.
pub(super) fn terminate(process: u32, signal: &str) -> Result<()> {
    let mut command = Command::new("sh");
    command.args(["-c", "kill -s \"$0\" \"$1\"", signal, &process.to_string()]);
    quietly(command).map(drop)
}
