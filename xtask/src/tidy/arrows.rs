//! Which crate may use which.

use super::source::Tree;
use serde::Deserialize;
use std::process::Command;

/// The arrows of the design. `policy` says who may do what and is asked by those who read and act; `wording` says
/// it in the reader's language.
const ARROWS: [(&str, &[&str]); 15] = [
    ("terms", &[]),
    ("wording", &[]),
    ("uploads", &[]),
    ("calendars", &["terms"]),
    ("forms", &["terms"]),
    ("matching", &["terms"]),
    ("measures", &["terms"]),
    ("routing", &["terms"]),
    ("policy", &["terms"]),
    ("channels", &["terms"]),
    ("records", &["policy", "terms"]),
    (
        "office",
        &[
            "calendars",
            "forms",
            "matching",
            "measures",
            "policy",
            "records",
            "routing",
            "terms",
            "uploads",
            "wording",
        ],
    ),
    ("web", &["channels", "forms", "office", "policy", "records", "terms", "uploads", "wording"]),
    ("rotunda", &["channels", "office", "policy", "records", "routing", "terms", "web"]),
    ("testkit", &["office", "policy", "records", "terms"]),
];
/// Crates that only some may name.
const HTTP: [&str; 4] = ["axum", "hyper", "hyper-util", "tower-http"];
const HTTP_SPEAKERS: [&str; 3] = ["web", "rotunda", "xtask"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    kind: Option<String>,
    path: Option<String>,
}

pub(super) fn crates(tree: &Tree) -> Vec<String> {
    match metadata(tree) {
        Ok(metadata) => metadata.packages.iter().flat_map(faults).collect(),
        Err(error) => vec![format!("Cargo.toml:1: cargo metadata: {error}")],
    }
}

fn metadata(tree: &Tree) -> anyhow::Result<Metadata> {
    let told = Command::new("cargo")
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(&tree.root)
        .output()?;
    anyhow::ensure!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    Ok(serde_json::from_slice(&told.stdout)?)
}

fn faults(package: &Package) -> Vec<String> {
    let name = package.name.as_str();
    let manifest = match name {
        "xtask" => "xtask/Cargo.toml".to_owned(),
        "rotunda" => "crates/server/Cargo.toml".to_owned(),
        _ => format!("crates/{name}/Cargo.toml"),
    };
    if name == "xtask" {
        return Vec::new();
    }
    let Some((_, known)) = ARROWS.iter().find(|(from, _)| *from == name) else {
        return vec![format!(
            "{manifest}:1: {name} has no arrows yet; draw them in xtask/src/tidy/arrows.rs and ARCHITECTURE.md"
        )];
    };
    let fault = |dependency: &Dependency| {
        let (to, test) = (dependency.name.as_str(), dependency.kind.as_deref() == Some("dev"));
        if dependency.path.is_some() && !known.contains(&to) && !(test && to == "testkit") {
            return Some(format!(
                "{manifest}:1: {name} may not use {to}; let a room before it offer what it needs"
            ));
        }
        let speaks_http = HTTP.contains(&to) && !HTTP_SPEAKERS.contains(&name);
        speaks_http.then(|| format!("{manifest}:1: {name} may not use {to}; only web and server know HTTP"))
    };
    package.dependencies.iter().filter_map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::{Dependency, Package, faults};

    fn package(name: &str, to: &str, kind: Option<&str>, path: Option<&str>) -> Package {
        let (name, kind, path) = (name.to_owned(), kind.map(ToOwned::to_owned), path.map(ToOwned::to_owned));
        Package { name, dependencies: vec![Dependency { name: to.to_owned(), kind, path }] }
    }

    #[test]
    fn arrows_against_the_design_are_found() {
        assert_eq!(faults(&package("office", "records", None, Some("x"))).len(), 0);
        assert_eq!(faults(&package("records", "office", None, Some("x"))).len(), 1);
        assert_eq!(faults(&package("calendars", "testkit", Some("dev"), Some("x"))).len(), 0);
        assert_eq!(faults(&package("calendars", "testkit", None, Some("x"))).len(), 1);
        assert_eq!(faults(&package("office", "axum", None, None)).len(), 1);
        assert_eq!(faults(&package("newcomer", "serde", None, None)).len(), 1);
    }
}
