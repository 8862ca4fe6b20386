//! Getting the tools that a bare Debian with Rust and Node does not have. What cannot be got is said with what to do.

use super::shell::{bounded, find, listen, quietly};
use super::tally::Tally;
use super::workshop::Workshop;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the checks in Python need.
const PYTHON_PACKAGES: [&str; 3] = ["georeport==0.3.1", "jsonschema==4.25.1", "schemathesis==4.32.5"];
/// Seconds that getting one tool may take.
const PATIENCE: u32 = 600;

/// Gets everything; a tool that cannot be got fails here, and again in the steps that need it.
pub(super) fn everything(shop: &Workshop) -> Tally {
    let tools: [(&str, Result<()>); 5] = [
        ("cargo-nextest", shop.nextest()),
        ("PostgreSQL", shop.postgres().map(drop)),
        ("Chromium", shop.browser().map(drop)),
        ("the packages of journeys/", shop.packages()),
        ("Python and its packages", shop.python().map(drop)),
    ];
    let mut tally = Tally::default();
    for (tool, got) in tools {
        tally = tally + Tally::of(got.is_ok());
        match got {
            Ok(()) => println!("ok   {tool}"),
            Err(error) => println!("FAIL {tool}: {error:#}"),
        }
    }
    tally
}

/// cargo-nextest, as a program that others built where there is one, else built here.
pub(super) fn nextest(shop: &Workshop) -> Result<()> {
    let there = || quietly(shop.cargo(&["nextest", "--version"])).is_ok();
    if there() {
        return Ok(());
    }
    let mut install = bounded(900, "cargo");
    install.args(["install", "cargo-nextest", "--locked", "--quiet"]);
    let _ = listen(install);
    if there() {
        return Ok(());
    }
    bail!("cargo-nextest cannot be installed; run `cargo install cargo-nextest --locked`")
}

/// Chromium; the environment may name another.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(named) = named_browser() {
        return find(&named).with_context(|| format!("CHROMIUM names {named}, which is not there"));
    }
    if find("chromium").is_none() {
        debian("chromium")?;
    }
    find("chromium").context("install Chromium (apt-get install chromium), or name one with CHROMIUM")
}

#[expect(clippy::disallowed_methods, reason = "a developer may have a browser of their own")]
fn named_browser() -> Option<String> {
    std::env::var("CHROMIUM").ok().filter(|name| !name.is_empty())
}

/// The packages of a folder such as `journeys/`, as their lock file says.
pub(crate) fn packages(folder: &Path) -> Result<()> {
    let lock = fs::read_to_string(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.got");
    if fs::read_to_string(&stamp).is_ok_and(|got| got == lock) {
        return Ok(());
    }
    let mut install = bounded(PATIENCE, "npm");
    install.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(folder);
    let mend = || format!("install Node 20 or later with npm, then run `npm ci` in {}", folder.display());
    quietly(install).with_context(mend)?;
    Ok(fs::write(stamp, lock)?)
}

/// An environment of its own beside the builds, with the packages as they are pinned.
pub(super) fn python(shop: &Workshop) -> Result<PathBuf> {
    let folder = shop.target.join("python");
    let (program, stamp) = (folder.join("bin/python"), folder.join("got"));
    let wanted = PYTHON_PACKAGES.join("\n");
    if fs::read_to_string(&stamp).is_ok_and(|got| got == wanted) && program.exists() {
        return Ok(program);
    }
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    if environment(&folder).is_err() {
        debian("python3 python3-venv")?;
        environment(&folder)
            .context("install Python 3.11 or later (apt-get install python3 python3-venv)")?;
    }
    let mut install = bounded(PATIENCE, &program);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(PYTHON_PACKAGES);
    quietly(install).with_context(|| format!("pip cannot install {}", PYTHON_PACKAGES.join(" ")))?;
    fs::write(stamp, wanted)?;
    Ok(program)
}

fn environment(folder: &Path) -> Result<()> {
    let mut make = bounded(PATIENCE, "python3");
    make.args(["-m", "venv", "--clear"]).arg(folder);
    quietly(make).map(drop)
}

/// Installs packages of Debian.
pub(super) fn debian(packages: &str) -> Result<()> {
    let mend = || format!("{packages}: not there; run `apt-get install {packages}` as root");
    if find("apt-get").is_none() || !is_root() {
        bail!(mend());
    }
    println!("installing {packages}");
    let apt = |arguments: &[&str]| {
        let mut command = bounded(PATIENCE, "apt-get");
        command.args(["-qq", "-y"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        quietly(command)
    };
    let names: Vec<&str> = packages.split(' ').collect();
    let install: Vec<&str> = ["install", "--no-install-recommends"].into_iter().chain(names).collect();
    // The lists may be missing or old, and are only read when the packages are not found with them as they are.
    if apt(&install).is_err() {
        apt(&["update"]).with_context(mend)?;
        apt(&install).with_context(mend)?;
    }
    Ok(())
}

/// Whether packages may be installed.
pub(super) fn is_root() -> bool {
    let mut command = Command::new("id");
    command.arg("-u");
    quietly(command).is_ok_and(|id| id.trim() == "0")
}
