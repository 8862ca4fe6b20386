//! Builds the stylesheets, the small scripts and the icons with Node, so that they become part of the program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// What `frontend/` consists of; anything else there, such as packages of an editor, is left alone.
const PARTS: [&str; 6] = ["package.json", "package-lock.json", "build.mjs", "build", "styles", "scripts"];
const OLDEST_NODE: u32 = 20;
const LEAST: &str = "install Node 20 or later with npm (on Debian: apt-get install nodejs npm)";

fn main() -> ExitCode {
    for part in PARTS {
        println!("cargo::rerun-if-changed=frontend/{part}");
    }
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            reason.lines().for_each(|line| println!("cargo::error={line}"));
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), String> {
    let out = out_dir()?;
    let folder = out.join("frontend");
    copy_parts(Path::new("frontend"), &folder).map_err(|error| format!("frontend/: {error}"))?;
    node_is_new_enough()?;
    packages(&folder)?;
    let mut node = Command::new("node");
    node.arg("build.mjs").arg(out.join("site")).current_dir(&folder);
    run(node, "mend what it says in crates/web/frontend").map(drop)
}

#[expect(clippy::disallowed_methods, reason = "this is how Cargo tells a build script where to write")]
fn out_dir() -> Result<PathBuf, String> {
    std::env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| "OUT_DIR is not set; run this by cargo".into())
}

/// Copies what is there, and takes away what is there no more.
fn copy_parts(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for part in PARTS {
        if to.join(part).is_dir() {
            fs::remove_dir_all(to.join(part))?;
        }
        copy(&from.join(part), &to.join(part))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    if from.is_file() {
        return fs::copy(from, to).map(drop);
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

fn node_is_new_enough() -> Result<(), String> {
    let mut node = Command::new("node");
    node.arg("--version");
    let version = run(node, LEAST)?;
    let major: Option<u32> =
        version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(format!("this is Node {}; {LEAST}", version.trim())),
    }
}

/// Gets the packages when the lock file is another than the one they were got for.
fn packages(folder: &Path) -> Result<(), String> {
    let lock = fs::read_to_string(folder.join("package-lock.json"))
        .map_err(|error| format!("frontend/package-lock.json: {error}"))?;
    let stamp = folder.join("node_modules/.got");
    if fs::read_to_string(&stamp).is_ok_and(|got| got == lock) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
    run(npm, "look whether npm reaches its registry; Node 20 or later and npm are needed")?;
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// Runs a program and gives what it said; `mend` says what to do when it does not work.
fn run(mut command: Command, mend: &str) -> Result<String, String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{program} does not start ({error}); {mend}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("{program} failed; {mend}\n{}", said.trim()))
}
