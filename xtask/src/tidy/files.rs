//! What files look like and where they lie.

use super::source::{Source, Tree};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A file without its tests.
const MOST_LINES: usize = 400;
/// What lies in the root; anything else has a folder to be in.
const ROOT: [&str; 27] = [
    ".cargo",
    ".ci",
    ".config",
    ".gitattributes",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "GLOSSARY.md",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "STYLE.md",
    "bench",
    "city",
    "clippy.toml",
    "crates",
    "deny.toml",
    "docs",
    "journeys",
    "migrations",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "xtask",
    "fuzz",
];
/// Folders that belong to one machine.
const MACHINE: [&str; 3] = ["work", "root", "home"];

pub(super) fn openings(tree: &Tree) -> Vec<String> {
    let opens = |source: &&Source| opening(&source.text).is_none();
    let mend = "open it with one `//!` sentence that says what the file is for";
    tree.sources.iter().filter(opens).map(|source| format!("{}:1: {mend}", source.path)).collect()
}

/// The sentence with which a file opens.
fn opening(text: &str) -> Option<String> {
    let lines = text.lines().map_while(|line| line.strip_prefix("//! "));
    let sentence = lines.collect::<Vec<_>>().join(" ");
    sentence.ends_with(['.', '?', '!']).then_some(sentence)
}

pub(super) fn lengths(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for source in &tree.sources {
        let lines = source.text.lines().count();
        let tests: usize = super::spans::tests(&source.syntax)
            .iter()
            .filter(|_| !source.path.contains("/tests/"))
            .map(|lines| lines.end() - lines.start() + 1)
            .sum();
        if lines - tests > MOST_LINES {
            let path = &source.path;
            let own = lines - tests;
            faults.push(format!(
                "{path}:{MOST_LINES}: {own} lines without its tests, more than {MOST_LINES}; split it"
            ));
        }
    }
    faults
}

pub(super) fn library_roots(tree: &Tree) -> Vec<String> {
    let is_root = |path: &str| path.ends_with("/src/lib.rs") && !path.starts_with("crates/testkit/");
    let warns = |source: &Source| {
        let inner = source.lines_of(&["#", "!", "[", "warn"]).next().is_some();
        let names = |lint: &str| source.lines_of(&["clippy", ":", ":", lint]).next().is_some();
        inner && names("unwrap_used") && names("expect_used")
    };
    let mend = "write `#![warn(clippy::unwrap_used, clippy::expect_used)]`: only tests unwrap";
    let roots = tree.sources.iter().filter(|source| is_root(&source.path) && !warns(source));
    roots.map(|source| format!("{}:1: {mend}", source.path)).collect()
}

pub(super) fn root(tree: &Tree) -> Vec<String> {
    let there: BTreeSet<&str> = tree.files.iter().filter_map(|path| path.split('/').next()).collect();
    let strangers = there.into_iter().filter(|name| !ROOT.contains(name));
    strangers
        .map(|name| format!("{name}:1: does not belong in the root; put it into a folder, or into ROOT in xtask/src/tidy/files.rs"))
        .collect()
}

pub(super) fn machine_paths(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for path in &tree.files {
        // What is not text, such as packed rows, holds no paths that anybody reads.
        let Ok(text) = fs::read_to_string(tree.root.join(path)) else { continue };
        for (number, line) in text.lines().enumerate() {
            if let Some(folder) = machine_path(line) {
                let line = number + 1;
                faults.push(format!(
                    "{path}:{line}: {folder} is a folder of one machine; name it relative to the checkout"
                ));
            }
        }
    }
    faults
}

fn machine_path(line: &str) -> Option<String> {
    MACHINE.iter().map(|folder| format!("/{folder}/")).find(|folder| {
        line.match_indices(folder.as_str()).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            before.is_none_or(|c| c.is_whitespace() || "\"'`(=:<[".contains(c))
        })
    })
}

pub(super) fn migrations(tree: &Tree) -> Vec<String> {
    let names = tree.files.iter().filter_map(|path| path.strip_prefix("migrations/"));
    let mut numbers = Vec::new();
    let mut faults = Vec::new();
    for name in names.filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "sql")) {
        let number = name.strip_prefix('V').and_then(|rest| rest.split_once("__")?.0.parse::<usize>().ok());
        match number {
            Some(number) => numbers.push((number, name)),
            None => faults.push(format!("migrations/{name}:1: call it V<number>__<what>.sql")),
        }
    }
    numbers.sort_unstable();
    for (expected, (number, name)) in (1..).zip(&numbers) {
        if *number != expected {
            faults.push(format!(
                "migrations/{name}:1: is number {number} where {expected} comes next; renumber it"
            ));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::{lengths, library_roots, machine_path, migrations, opening, root};
    use crate::tidy::source::{Source, Tree};

    fn tree(path: &str, text: &str) -> Tree {
        let source = Source::of(path, text.to_owned()).expect("it is Rust");
        Tree { root: "".into(), files: Vec::new(), sources: vec![source] }
    }

    fn listing(files: &[&str]) -> Tree {
        Tree { root: "".into(), files: files.iter().map(ToString::to_string).collect(), sources: Vec::new() }
    }

    #[test]
    fn a_file_opens_with_a_sentence() {
        assert!(opening("//! When is it due?\n\nuse a;").is_some());
        assert!(opening("//! Two lines\n//! of it.\n//!\n//! More").is_some());
        assert!(opening("// A remark.\nuse a;").is_none());
        assert!(opening("//! No end\nuse a;").is_none());
    }

    #[test]
    fn tests_do_not_count_towards_the_length_of_a_file() {
        let own = "const A: u8 = 1;\n".repeat(400);
        let tested = format!("{own}#[cfg(test)]\nmod tests {{\n{own}}}\n");
        assert_eq!(lengths(&tree("a/src/a.rs", &tested)).len(), 0);
        assert_eq!(lengths(&tree("a/src/a.rs", &format!("{own}const B: u8 = 1;\n"))).len(), 1);
    }

    #[test]
    fn libraries_that_do_not_warn_are_found() {
        let warned = "#![warn(clippy::unwrap_used, clippy::expect_used)]";
        assert_eq!(library_roots(&tree("crates/office/src/lib.rs", warned)).len(), 0);
        assert_eq!(library_roots(&tree("crates/office/src/lib.rs", "#![warn(missing_docs)]")).len(), 1);
    }

    #[test]
    fn strangers_in_the_root_and_gaps_in_the_migrations_are_found() {
        assert_eq!(root(&listing(&["Cargo.toml", "fix.md", "crates/a/b.rs"])).len(), 1);
        assert_eq!(migrations(&listing(&["migrations/V1__a.sql", "migrations/V2__b.sql"])).len(), 0);
        assert_eq!(migrations(&listing(&["migrations/V1__a.sql", "migrations/V3__b.sql"])).len(), 1);
        assert_eq!(migrations(&listing(&["migrations/more.sql"])).len(), 1);
    }

    #[test]
    fn paths_of_a_machine_are_told_from_parts_of_others() {
        assert!(machine_path(&format!("see /{}/me/notes", "home")).is_some());
        assert!(machine_path("https://example.org/home/page").is_none());
    }
}
