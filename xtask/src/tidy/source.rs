//! What the rules look at: the files of the checkout, and the Rust among them as syntax and as words.

use super::spans;
use anyhow::{Context, Result, bail};
use proc_macro2::{Spacing, TokenStream, TokenTree};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use walkdir::WalkDir;

/// The files of a checkout.
pub(super) struct Tree {
    pub(super) root: PathBuf,
    /// Every file that belongs to the project, as a path below the root.
    pub(super) files: Vec<String>,
    pub(super) sources: Vec<Source>,
}

/// A Rust file.
pub(super) struct Source {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) syntax: syn::File,
    pub(super) words: Vec<Word>,
}

/// A token of a file. Documentation is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) line: usize,
    pub(super) literal: bool,
    /// Whether it stands in a test.
    pub(super) test: bool,
}

impl Tree {
    pub(super) fn read(root: &Path) -> Result<Self> {
        let files: Vec<String> = files(root)?.into_iter().filter(|path| root.join(path).is_file()).collect();
        let sources = files
            .iter()
            .filter(|path| Path::new(path).extension().is_some_and(|ending| ending == "rs"))
            .map(|path| {
                let text = fs::read_to_string(root.join(path)).with_context(|| format!("read {path}"))?;
                Source::of(path, text)
            })
            .collect::<Result<_>>()?;
        Ok(Self { root: root.to_owned(), files, sources })
    }
}

impl Source {
    pub(super) fn of(path: &str, text: String) -> Result<Self> {
        let at = |error: &syn::Error| format!("{path}:{}: {error}", error.span().start().line);
        let syntax = syn::parse_file(&text).map_err(|error| anyhow::anyhow!(at(&error)))?;
        let tokens: TokenStream = text.parse().map_err(|error| anyhow::anyhow!("{path}: {error}"))?;
        let mut words = Vec::new();
        flatten(tokens, &mut words);
        let tests = spans::tests(&syntax);
        let whole = path.contains("/tests/");
        for word in &mut words {
            word.test = whole || tests.iter().any(|lines| lines.contains(&word.line));
        }
        Ok(Self { path: path.to_owned(), text, syntax, words })
    }

    /// The lines on which these words follow each other.
    pub(super) fn lines_of<'a>(&'a self, sought: &'a [&str]) -> impl Iterator<Item = &'a Word> {
        let matches = move |words: &&[Word]| {
            words.iter().zip(sought).all(|(word, text)| !word.literal && word.text == *text)
        };
        self.words.windows(sought.len()).filter(matches).map(|words| &words[0])
    }
}

/// What git knows of and does not ignore; without git, what is there besides builds and packages.
fn files(root: &Path) -> Result<Vec<String>> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output();
    match listed {
        Ok(listed) if listed.status.success() => {
            let names = String::from_utf8(listed.stdout).context("file names are UTF-8")?;
            Ok(names.split_terminator('\0').map(ToOwned::to_owned).collect())
        }
        _ => walk(root),
    }
}

fn walk(root: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    let skipped = |name: &str| matches!(name, ".git" | "target" | "node_modules");
    let entries = WalkDir::new(root).into_iter();
    for entry in entries.filter_entry(|entry| !entry.file_name().to_str().is_some_and(skipped)) {
        let entry = entry?;
        if entry.file_type().is_file() {
            files.push(entry.path().strip_prefix(root)?.to_string_lossy().into_owned());
        }
    }
    if files.is_empty() {
        bail!("no files are in {}", root.display());
    }
    Ok(files)
}

/// All tokens in their order, without documentation.
fn flatten(tokens: TokenStream, into: &mut Vec<Word>) {
    for token in tokens {
        let line = token.span().start().line;
        let mut word = |text: String, literal| into.push(Word { text, line, literal, test: false });
        match token {
            TokenTree::Ident(ident) => word(ident.to_string(), false),
            TokenTree::Literal(literal) => word(literal.to_string(), true),
            TokenTree::Punct(mark) if mark.spacing() == Spacing::Joint && mark.as_char() == '\'' => {}
            TokenTree::Punct(mark) => word(mark.as_char().to_string(), false),
            TokenTree::Group(group) => {
                let documents = group.stream().into_iter().next().is_some_and(|t| t.to_string() == "doc");
                let after_mark = into.last().is_some_and(|word| matches!(word.text.as_str(), "#" | "!"));
                if documents && after_mark {
                    continue;
                }
                let (open, close) = spans::marks(group.delimiter());
                let end = group.span_close().start().line;
                into.push(Word { text: open.to_owned(), line, literal: false, test: false });
                flatten(group.stream(), into);
                into.push(Word { text: close.to_owned(), line: end, literal: false, test: false });
            }
        }
    }
}
