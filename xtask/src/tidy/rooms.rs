//! The rooms of the office: each uses only those that stand before it on the contact's way.

use super::source::{Source, Tree};
use syn::visit::{self, Visit};

/// The rooms, in the order in which a contact comes through them.
const ROOMS: [&str; 8] =
    ["city", "customers", "services", "intake", "cases", "resolution", "feedback", "insight"];
/// What every room may use.
const COMMON: [&str; 4] = ["city", "customers", "services", "cases"];
/// Where the order does not hold, and why. One that is no longer needed is a fault.
const EXCEPTIONS: [(&str, &str); 0] = [];

const OFFICE: &str = "crates/office/src/";

/// A use of one room by another.
struct Use {
    from: String,
    to: String,
    path: String,
    line: usize,
}

pub(super) fn order(tree: &Tree) -> Vec<String> {
    let is_excepted = |used: &Use| EXCEPTIONS.contains(&(used.path.as_str(), used.to.as_str()));
    let fault = |used: Use| {
        let Use { from, to, path, line } = used;
        format!(
            "{path}:{line}: {from} uses {to}, which comes after it; let reactions.rs do what follows from an event"
        )
    };
    against(tree).filter(|used| !is_excepted(used)).map(fault).collect()
}

pub(super) fn exceptions(tree: &Tree) -> Vec<String> {
    let found: Vec<Use> = against(tree).collect();
    let is_needed =
        |(path, to): &&(&str, &str)| found.iter().any(|used| used.path == *path && used.to == *to);
    let stale = EXCEPTIONS.iter().filter(|exception| !is_needed(exception));
    stale
        .map(|(path, to)| {
            format!("xtask/src/tidy/rooms.rs:1: {path} no longer uses {to}; take the exception out")
        })
        .collect()
}

/// Every use against the order.
fn against(tree: &Tree) -> impl Iterator<Item = Use> {
    let backwards = |used: &Use| {
        let place = |room: &str| ROOMS.iter().position(|name| *name == room);
        used.from != used.to && !COMMON.contains(&used.to.as_str()) && place(&used.to) > place(&used.from)
    };
    tree.sources.iter().flat_map(uses).filter(backwards)
}

/// The rooms that a file of a room names.
fn uses(source: &Source) -> Vec<Use> {
    let Some(below) = source.path.strip_prefix(OFFICE) else { return Vec::new() };
    let module: Vec<String> = below
        .trim_end_matches(".rs")
        .split('/')
        .filter(|part| !matches!(*part, "mod" | "lib"))
        .map(ToOwned::to_owned)
        .collect();
    let Some(room) = module.first().filter(|room| ROOMS.contains(&room.as_str())).cloned() else {
        return Vec::new();
    };
    let mut paths = Paths { module, found: Vec::new() };
    paths.visit_file(&source.syntax);
    let named = |(to, line): (String, usize)| {
        ROOMS.contains(&to.as_str()).then(|| Use { from: room.clone(), to, path: source.path.clone(), line })
    };
    paths.found.into_iter().filter_map(named).collect()
}

/// The first parts below the crate of all paths in a file.
struct Paths {
    module: Vec<String>,
    found: Vec<(String, usize)>,
}

impl Paths {
    /// What `crate::` and `super::` lead to.
    fn note(&mut self, parts: &[(String, usize)]) {
        let mut place = match parts.first().map(|(name, _)| name.as_str()) {
            Some("crate") => Vec::new(),
            Some("self" | "super") => self.module.clone(),
            _ => return,
        };
        for (name, line) in parts {
            match name.as_str() {
                "crate" | "self" => {}
                "super" => drop(place.pop()),
                _ => {
                    place.push(name.clone());
                    self.found.push((place[0].clone(), *line));
                    return;
                }
            }
        }
    }

    fn note_tree(&mut self, before: &[(String, usize)], tree: &syn::UseTree) {
        let with = |ident: &syn::Ident| {
            let mut parts = before.to_vec();
            parts.push((ident.to_string(), ident.span().start().line));
            parts
        };
        match tree {
            syn::UseTree::Path(path) => self.note_tree(&with(&path.ident), &path.tree),
            syn::UseTree::Name(name) => self.note(&with(&name.ident)),
            syn::UseTree::Rename(name) => self.note(&with(&name.ident)),
            syn::UseTree::Glob(_) => self.note(before),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.note_tree(before, tree)),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        self.module.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.note_tree(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let part = |part: &syn::PathSegment| (part.ident.to_string(), part.ident.span().start().line);
        self.note(&path.segments.iter().map(part).collect::<Vec<_>>());
        visit::visit_path(self, path);
    }
}

#[cfg(test)]
mod tests {
    use super::order;
    use crate::tidy::source::{Source, Tree};

    fn faults(path: &str, text: &str) -> usize {
        let source = Source::of(path, text.to_owned()).expect("it is Rust");
        order(&Tree { root: "".into(), files: Vec::new(), sources: vec![source] }).len()
    }

    #[test]
    fn rooms_use_what_stands_before_them() {
        let cases = "crates/office/src/cases/words.rs";
        assert_eq!(faults(cases, "use crate::{city, intake::later};"), 0);
        assert_eq!(faults(cases, "use crate::{city, insight::facts};"), 1);
        assert_eq!(faults(cases, "fn f() { crate::feedback::rate() }"), 1);
        assert_eq!(faults(cases, "use super::super::resolution;"), 1);
        assert_eq!(faults(cases, "use super::resolution;"), 0);
        assert_eq!(faults("crates/office/src/cases/mod.rs", "use super::resolution;"), 1);
        assert_eq!(faults(cases, "mod tests { use super::super::super::insight; }"), 1);
        assert_eq!(faults("crates/office/src/reactions.rs", "use crate::insight;"), 0);
        assert_eq!(faults("crates/office/src/insight/facts.rs", "use crate::{cases, intake};"), 0);
    }
}
