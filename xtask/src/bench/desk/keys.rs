//! How long an officer waits from a key to what it paints: a program of `journeys/` presses keys in a real browser.

use super::{WHO, code};
use crate::bench::load::Load;
use crate::house::binary::root;
use crate::test::install;
use crate::test::shell::{bounded, quietly};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::time::Duration;

/// Seconds that it may take.
const PATIENCE: u32 = 300;

/// What keys did, and how long each of them took.
pub(super) type Keys = Vec<(String, Load)>;

/// Has an officer press keys at the desk at a port.
pub(super) fn measure(port: u16) -> Result<Keys> {
    let journeys = root().join("journeys");
    install::packages(&journeys)?;
    let mut node = bounded(PATIENCE, "node");
    node.args(["painted.mjs", &format!("http://127.0.0.1:{port}"), WHO, &code(0)]);
    node.current_dir(&journeys).env("CHROMIUM", install::chromium()?);
    read(&quietly(node)?)
}

fn read(lines: &str) -> Result<Keys> {
    let mut keys: BTreeMap<&str, Vec<Duration>> = BTreeMap::new();
    for line in lines.lines() {
        let (what, took) = line.split_once('\t').with_context(|| format!("no key: {line}"))?;
        let took = Duration::try_from_secs_f64(took.parse::<f64>()? / 1e3)?;
        keys.entry(what).or_default().push(took);
    }
    ensure!(!keys.is_empty(), "no key was pressed");
    Ok(keys.into_iter().map(|(what, took)| (what.to_owned(), Load::new(Duration::ZERO, took, 0))).collect())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn keys_are_told_by_what_they_did() {
        let keys = read("write\t16\nwrite\t24\nopen\t40\n").unwrap();
        let told: Vec<_> =
            keys.iter().map(|(what, load)| (what.as_str(), load.done(), load.at(950))).collect();
        assert_eq!(told, [("open", 1, 40.0), ("write", 2, 24.0)]);
        assert!(read("").is_err() && read("write 16").is_err() && read("write\tsoon").is_err());
    }
}
