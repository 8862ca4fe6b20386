//! Words that may stand in some places only, or nowhere.

use super::source::{Source, Tree, Word};

/// Where SQL is said. The testkit creates and drops the databases of tests, and so does whoever tries the house from
/// outside; the benchmark asks the engines without the house.
const SQL: [&str; 4] = [
    "crates/records/",
    "crates/testkit/src/engines.rs",
    "xtask/src/house/database.rs",
    "xtask/src/bench/bare/",
];
const HTTP: [&str; 3] = ["crates/web/", "crates/server/", "xtask/"];
const ENVIRONMENT: [&str; 4] = ["crates/server/", "crates/testkit/", "crates/web/build.rs", "xtask/"];
/// What is not committed, and what to do instead.
const BANNED: [(&[&str], &str); 7] = [
    (&["todo", "!"], "finish it, or leave it out"),
    (&["unimplemented", "!"], "finish it, or leave it out"),
    (&["dbg", "!"], "take it out"),
    (&["#", "[", "allow"], "mend what the lint found, or use `#[expect(…, reason = \"…\")]`"),
    (&["#", "!", "[", "allow"], "mend what the lint found, or use `#![expect(…, reason = \"…\")]`"),
    (&["#", "[", "ignore"], "mend the test, or take it out"),
    (&["should_panic"], "assert what goes wrong instead"),
];

pub(super) fn sql(tree: &Tree) -> Vec<String> {
    let mend = "SQL stands in crates/records only; give the statement a function there";
    outside(tree, &SQL, |source| {
        source.words.iter().filter(|word| word.literal && is_sql(&word.text)).collect()
    })
    .map(|(path, word)| format!("{path}:{}: {:.40}: {mend}", word.line, word.text))
    .collect()
}

pub(super) fn http(tree: &Tree) -> Vec<String> {
    let mend = "only web and server know HTTP; return a value and let web turn it into an answer";
    let known = ["axum", "hyper", "hyper_util", "tower_http"];
    outside(tree, &HTTP, |source| {
        source.words.iter().filter(|word| !word.literal && known.contains(&word.text.as_str())).collect()
    })
    .map(|(path, word)| format!("{path}:{}: `{}`: {mend}", word.line, word.text))
    .collect()
}

pub(super) fn environment(tree: &Tree) -> Vec<String> {
    let mend = "only the server reads the environment; take the value as an argument";
    outside(tree, &ENVIRONMENT, environment_words)
        .map(|(path, word)| format!("{path}:{}: `env`: {mend}", word.line))
        .collect()
}

/// `env`, but for `env!`, which the compiler reads.
fn environment_words(source: &Source) -> Vec<&Word> {
    let after = source.words.iter().skip(1).map(|word| word.text.as_str()).chain([""]);
    let named = |(word, after): (&'_ Word, &str)| !word.literal && word.text == "env" && after != "!";
    source.words.iter().zip(after).filter(|pair| named(*pair)).map(|(word, _)| word).collect()
}

pub(super) fn banned(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for source in &tree.sources {
        for (words, mend) in &BANNED {
            let found = source.lines_of(words);
            faults
                .extend(found.map(|at| format!("{}:{}: `{}`: {mend}", source.path, at.line, words.concat())));
        }
    }
    faults
}

pub(super) fn unwraps(tree: &Tree) -> Vec<String> {
    let mend = "say what to do when it is not there; only tests unwrap";
    let mut faults = Vec::new();
    let is_product = |path: &str| {
        path.starts_with("crates/") && path.contains("/src/") && !path.starts_with("crates/testkit/")
    };
    for source in tree.sources.iter().filter(|source| is_product(&source.path)) {
        for words in [[".", "unwrap", "(", ")"].as_slice(), &[".", "expect", "("]] {
            let found = source.lines_of(words).filter(|word| !word.test);
            faults
                .extend(found.map(|at| format!("{}:{}: `{}`: {mend}", source.path, at.line, words.concat())));
        }
    }
    faults
}

/// What a rule finds in files that do not lie in these places.
fn outside<'t>(
    tree: &'t Tree,
    places: &'t [&str],
    find: impl Fn(&'t Source) -> Vec<&'t Word> + 't,
) -> impl Iterator<Item = (&'t str, &'t Word)> {
    let elsewhere = |source: &&Source| !places.iter().any(|place| source.path.starts_with(place));
    tree.sources
        .iter()
        .filter(elsewhere)
        .flat_map(move |source| find(source).into_iter().map(|word| (source.path.as_str(), word)))
}

/// Whether a literal is a statement: a verb of SQL at its beginning, or a clause that goes with it.
fn is_sql(literal: &str) -> bool {
    let text = literal.trim_start_matches(['b', 'c', 'r', '#', '"']).to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let has = |word: &str| words.contains(&word);
    match words.as_slice() {
        ["select", ..] | ["with", _, "as", ..] => has("from") || words.len() == 2,
        ["update", ..] => has("set"),
        ["insert", "into", ..]
        | ["delete", "from", ..]
        | ["create" | "drop" | "alter", "table" | "index" | "database" | "unique" | "schema", ..] => true,
        ["pragma" | "truncate", ..] => words.len() < 4,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{banned, environment, http, is_sql, sql, unwraps};
    use crate::tidy::source::{Source, Tree};

    fn tree(path: &str, text: &str) -> Tree {
        let source = Source::of(path, text.to_owned()).expect("it is Rust");
        Tree { root: "".into(), files: Vec::new(), sources: vec![source] }
    }

    #[test]
    fn statements_are_told_from_sentences() {
        for statement in ["\"select id from a\"", "\"Insert into a values (1)\"", "r#\"delete from a\"#"] {
            assert!(is_sql(statement), "{statement}");
        }
        for sentence in ["\"select\"", "\"update\"", "\"created from nothing\"", "\"with love\""] {
            assert!(!is_sql(sentence), "{sentence}");
        }
    }

    #[test]
    fn sql_is_found_outside_records_and_in_macros() {
        let text = "fn f() { format!(\"select {a} from b\"); }";
        assert_eq!(sql(&tree("crates/office/src/a.rs", text)).len(), 1);
        assert_eq!(sql(&tree("crates/records/src/a.rs", text)).len(), 0);
        assert_eq!(sql(&tree("crates/office/src/a.rs", "/// select a from b\nfn f() {}")).len(), 0);
    }

    #[test]
    fn http_and_the_environment_are_found() {
        assert_eq!(http(&tree("crates/office/src/a.rs", "use axum::Router;")).len(), 1);
        assert_eq!(environment(&tree("crates/web/src/a.rs", "fn f() { std::env::var(\"A\"); }")).len(), 1);
        assert_eq!(environment(&tree("crates/web/src/a.rs", "const A: &str = env!(\"A\");")).len(), 0);
    }

    #[test]
    fn unfinished_and_silenced_things_are_found() {
        let silenced = "#[allow(dead_code)]\nfn f() { todo!() }\n#[test]\n#[ignore]\nfn g() { dbg!(1); }";
        assert_eq!(banned(&tree("crates/office/src/a.rs", silenced)).len(), 4);
        assert_eq!(
            banned(&tree("crates/office/src/a.rs", "#[expect(dead_code, reason = \"r\")]\nfn f() {}")).len(),
            0
        );
    }

    #[test]
    fn unwrapping_is_found_outside_tests() {
        let text = "fn f() { a().unwrap(); b().expect(\"b\"); }\n#[cfg(test)]\nmod tests { fn g() { a().unwrap(); } }";
        let found = unwraps(&tree("crates/office/src/a.rs", text));
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(unwraps(&tree("crates/office/tests/a.rs", text)).len(), 0);
    }
}
