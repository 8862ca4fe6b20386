//! The binary that is tried, as cargo builds it, and its commands that end by themselves.

use super::clock::Stopwatch;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

/// The fault with which the harness proves itself.
const MUTANT: &str = "mutant-acknowledge-early";
/// Where the copies are.
const FOLDER: &str = "tried";
/// The city that is served.
const CITY: &str = "city/boston";
/// The longest that a command may take; to verify a long run takes minutes.
const PATIENCE: Duration = Duration::from_mins(15);
const PAUSE: Duration = Duration::from_millis(10);
/// How much of a log is shown.
const TAIL_LINES: usize = 20;

/// A binary with the database that it works on.
pub(crate) struct Rotunda {
    program: PathBuf,
    city: PathBuf,
    database: String,
    /// Where its output goes.
    folder: PathBuf,
}

/// How the binary is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// As developers build it.
    Debug,
    /// As it is released.
    Release,
    /// With a fault put in.
    Mutant,
}

/// Builds the binary and puts a copy where no later build replaces it; says where that is.
pub(crate) fn build(how: Build) -> Result<PathBuf> {
    let folder = target_folder()?.join(FOLDER);
    fs::create_dir_all(&folder)?;
    let copy = folder.join(format!("{how:?}").to_lowercase());
    fs::copy(built(how)?, &copy).with_context(|| format!("cannot make {}", copy.display()))?;
    if how == Build::Mutant {
        // The builds share a folder, in which nobody shall find the fault afterwards.
        built(Build::Debug)?;
    }
    Ok(copy)
}

fn built(how: Build) -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--package", "rotunda", "--message-format", "json-render-diagnostics"]);
    match how {
        Build::Debug => {}
        Build::Release => drop(cargo.arg("--release")),
        Build::Mutant => drop(cargo.args(["--features", MUTANT])),
    }
    let built = cargo.current_dir(root()).stderr(Stdio::inherit()).output().context("cannot run cargo")?;
    if !built.status.success() {
        bail!("cargo cannot build the binary; mend what it says above");
    }
    let messages = String::from_utf8_lossy(&built.stdout);
    messages.lines().find_map(executable).context("cargo built no executable that is called rotunda")
}

fn executable(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    let is_it = message.get("target")?.get("name")? == "rotunda";
    let path = message.get("executable")?.as_str()?;
    is_it.then(|| PathBuf::from(path))
}

fn target_folder() -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(root());
    let told: Value = serde_json::from_slice(&cargo.output().context("cannot run cargo")?.stdout)?;
    let folder = told.get("target_directory").and_then(Value::as_str);
    Ok(PathBuf::from(folder.context("cargo metadata names no target directory")?))
}

/// The checkout.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

impl Rotunda {
    pub(crate) fn new(program: PathBuf, database: &str, folder: &Path) -> Self {
        let (city, database) = (root().join(CITY), database.to_owned());
        Self { program, city, database, folder: folder.to_owned() }
    }

    /// The same with the data of another city.
    pub(crate) fn in_city(self, city: PathBuf) -> Self {
        Self { city, ..self }
    }

    /// Where a command's log goes.
    pub(crate) fn log(&self, name: &str) -> PathBuf {
        self.folder.join(name).with_extension("log")
    }

    fn output(&self, name: &str) -> PathBuf {
        self.folder.join(name).with_extension("out")
    }

    /// Starts a command; what it says and logs is added to what it said and logged under the name before.
    pub(crate) fn start(&self, arguments: &[&str], name: &str) -> Result<Child> {
        let append = |path| File::options().create(true).append(true).open(path);
        let mut command = Command::new(&self.program);
        command.args(arguments).arg("--city").arg(&self.city).args(["--database", &self.database]);
        command.stdin(Stdio::null()).stdout(append(self.output(name))?).stderr(append(self.log(name))?);
        command.spawn().with_context(|| format!("cannot start {}", self.program.display()))
    }

    /// Runs a command to its end: how it ended, and what it said.
    pub(crate) fn run(&self, arguments: &[&str], name: &str) -> Result<(ExitStatus, String)> {
        let mut child = self.start(arguments, name)?;
        let Some(status) = wait(&mut child, PATIENCE)? else {
            child.kill()?;
            child.wait()?;
            bail!("rotunda {} did not end within {} s", arguments.join(" "), PATIENCE.as_secs());
        };
        Ok((status, self.said(name)?))
    }

    /// What a command has said under a name.
    pub(crate) fn said(&self, name: &str) -> Result<String> {
        Ok(fs::read_to_string(self.output(name))?)
    }

    /// Makes a token.
    pub(crate) fn token(&self, name: &str, arguments: &[&str]) -> Result<String> {
        let arguments = [&["token", "create", "--name", name], arguments].concat();
        let log = format!("token-{name}");
        let (status, said) = self.run(&arguments, &log)?;
        let token = said.lines().last().filter(|_| status.success());
        token.map(str::to_owned).with_context(|| format!("no token was made:\n{}", tail(&self.log(&log))))
    }

    /// Checks the whole database; what is not as it should be.
    pub(crate) fn verify(&self) -> Result<Vec<String>> {
        let (status, said) = self.run(&["verify"], "verify")?;
        let faults: Vec<String> =
            said.lines().filter_map(|line| line.strip_prefix("FAULT ")).map(str::to_owned).collect();
        let is_sound = said.lines().any(|line| line == "sound");
        if status.success() == is_sound && is_sound == faults.is_empty() {
            return Ok(faults);
        }
        let log = tail(&self.log("verify"));
        bail!("rotunda verify ended with {status}, which does not fit what it said:\n{said}\n{log}")
    }
}

/// Waits for a process, for so long at most.
pub(crate) fn wait(child: &mut Child, patience: Duration) -> Result<Option<ExitStatus>> {
    let waited = Stopwatch::start();
    loop {
        let status = child.try_wait()?;
        if status.is_some() || waited.elapsed() > patience {
            return Ok(status);
        }
        thread::sleep(PAUSE);
    }
}

/// The last lines of a log.
pub(crate) fn tail(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_else(|error| format!("(no log: {error})"));
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(TAIL_LINES)..].join("\n")
}
