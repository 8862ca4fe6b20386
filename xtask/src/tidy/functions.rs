//! How long functions may be, and how many parameters they take.

use super::source::{Source, Tree};
use super::spans::{self, Function};

/// A function from its first word to its last bracket.
const MOST_LINES: usize = 70;
/// The body of a handler.
const MOST_HANDLER_LINES: usize = 25;
const MOST_PARAMETERS: usize = 5;
/// Where handlers live; the `mod.rs` of each lists them.
const DOORS: [&str; 3] = ["crates/web/src/api/", "crates/web/src/open311/", "crates/web/src/pages/"];

pub(super) fn lengths(tree: &Tree) -> Vec<String> {
    each(tree, |_, function| {
        let Function { name, lines, .. } = function;
        (*lines > MOST_LINES).then(|| {
            format!("`{name}` has {lines} lines, more than {MOST_LINES}; give its steps names of their own")
        })
    })
}

pub(super) fn parameters(tree: &Tree) -> Vec<String> {
    each(tree, |_, function| {
        let Function { name, parameters, .. } = function;
        (*parameters > MOST_PARAMETERS).then(|| {
            format!(
                "`{name}` takes {parameters} parameters, more than {MOST_PARAMETERS}; let those that belong \
                     together be a struct"
            )
        })
    })
}

pub(super) fn handlers(tree: &Tree) -> Vec<String> {
    each(tree, |source, function| {
        let Function { name, body, .. } = function;
        (*body > MOST_HANDLER_LINES && function.asks_for_time && is_routed(tree, source, name)).then(|| {
            format!(
                "the handler `{name}` has {body} lines, more than {MOST_HANDLER_LINES}; let it say: who asks, \
                 what for, one verb, the answer"
            )
        })
    })
}

fn each(tree: &Tree, rule: impl Fn(&Source, &Function) -> Option<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for source in &tree.sources {
        for function in spans::functions(&source.syntax) {
            let fault = rule(source, &function);
            faults.extend(fault.map(|fault| format!("{}:{}: {fault}", source.path, function.line)));
        }
    }
    faults
}

/// Whether the `mod.rs` beside a file names one of its functions, as `file::function`.
fn is_routed(tree: &Tree, source: &Source, function: &str) -> bool {
    let Some((folder, file)) = source.path.rsplit_once('/') else { return false };
    let Some(door) = DOORS.iter().find(|door| door.trim_end_matches('/') == folder) else { return false };
    let module = file.trim_end_matches(".rs");
    let routes = tree.sources.iter().find(|source| source.path == format!("{door}mod.rs"));
    routes.is_some_and(|routes| routes.lines_of(&[module, ":", ":", function]).next().is_some())
}

#[cfg(test)]
mod tests {
    use super::{handlers, lengths, parameters};
    use crate::tidy::source::{Source, Tree};

    fn tree(files: &[(&str, String)]) -> Tree {
        let source = |(path, text): &(&str, String)| Source::of(path, text.clone()).expect("it is Rust");
        Tree { root: "".into(), files: Vec::new(), sources: files.iter().map(source).collect() }
    }

    #[test]
    fn long_functions_are_found() {
        let function = |lines: usize| {
            format!("struct A;\nimpl A {{\nfn long() {{\n{}}}\n}}", "let a = 1;\n".repeat(lines))
        };
        assert_eq!(lengths(&tree(&[("a/a.rs", function(68))])), Vec::<String>::new());
        let found = lengths(&tree(&[("a/a.rs", function(69))]));
        assert!(found[0].starts_with("a/a.rs:3: `long` has 71 lines"), "{found:?}");
    }

    #[test]
    fn long_handlers_are_found_but_not_their_helpers() {
        let body = "let a = 1;\n".repeat(26);
        let handler = format!("pub async fn page() {{\n{body}}}\nasync fn helper() {{\n{body}}}");
        let routes = "fn routes() { Router::new().route(\"/\", get(start::page)) }".to_owned();
        let found = handlers(&tree(&[
            ("crates/web/src/pages/start.rs", handler),
            ("crates/web/src/pages/mod.rs", routes),
        ]));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("`page` has 26 lines"), "{found:?}");
    }

    #[test]
    fn many_parameters_are_found() {
        let found =
            parameters(&tree(&[("a/a.rs", "fn many(a: A, b: A, c: A, d: A, e: A, f: A) {}".to_owned())]));
        assert!(found[0].contains("takes 6"), "{found:?}");
    }
}
