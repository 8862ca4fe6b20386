//! `snippets.toml`: what officers often write, in the languages of the city.

use super::read::Reader;
use serde::Deserialize;
use std::collections::BTreeSet;
use terms::Localized;
use toml::Spanned;

/// What stands for something of the case in a snippet's words.
const VARIABLES: [&str; 4] = ["customer", "reference", "due", "officer"];

/// Words that officers often write.
#[derive(Debug)]
pub struct Snippet {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub title: Localized,
    /// The words, with variables in braces.
    pub words: Localized,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SnippetsToml {
    #[serde(default)]
    snippet: Vec<SnippetToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SnippetToml {
    code: Spanned<String>,
    title: Localized,
    words: Spanned<Localized>,
}

impl Snippet {
    /// Its words in a language, with what its variables stand for.
    pub fn filled(&self, language: &str, value: impl Fn(&str) -> String) -> String {
        let words = self.words.text(language).to_owned();
        VARIABLES.iter().fold(words, |words, name| words.replace(&format!("{{{name}}}"), &value(name)))
    }
}

pub(crate) fn read(reader: &mut Reader<'_>) -> Vec<Snippet> {
    let Some((sheet, file)) = reader.optional::<SnippetsToml>("snippets.toml") else { return Vec::new() };
    let mut taken = BTreeSet::new();
    let mut snippets = Vec::new();
    for entry in file.snippet {
        reader.code(&sheet, "snippet.code", &entry.code, taken.contains(entry.code.get_ref()));
        taken.insert(entry.code.get_ref().clone());
        let span = entry.words.span();
        let words = entry.words.into_inner();
        if let Some(unknown) = words.every().find_map(unknown) {
            let problem = format!("nothing stands for {{{unknown}}}");
            let mend = "use {customer}, {reference}, {due} or {officer}";
            reader.fault(&sheet.at(span, "snippet.words"), problem, mend);
        }
        snippets.push(Snippet { code: entry.code.into_inner(), title: entry.title, words });
    }
    snippets
}

/// The first name in braces that stands for nothing.
fn unknown(words: &str) -> Option<String> {
    let names = words.split('{').skip(1).map(|part| part.split('}').next().unwrap_or_default());
    names.into_iter().find(|name| !VARIABLES.contains(name)).map(ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_filled_and_unknown_ones_found() {
        let words = Localized::plain("Hello {customer}, {reference} is due {due}.");
        let snippet = Snippet { code: "hello".into(), title: Localized::plain("Hello"), words };
        assert_eq!(snippet.filled("en", str::to_uppercase), "Hello CUSTOMER, REFERENCE is due DUE.");
        assert_eq!(unknown("Hello {custommer}"), Some("custommer".to_owned()));
        assert_eq!(unknown("Hello {officer}"), None);
    }
}
