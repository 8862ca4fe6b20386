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
        filled(self.words.text(language), value)
    }
}

/// Words with what their variables stand for. What stands there is not looked at again.
pub fn filled(words: &str, value: impl Fn(&str) -> String) -> String {
    let mut filled = String::with_capacity(words.len());
    for (place, part) in words.split('{').enumerate() {
        let variable = part.split_once('}').filter(|(name, _)| place > 0 && VARIABLES.contains(name));
        if let Some((name, rest)) = variable {
            filled.push_str(&value(name));
            filled.push_str(rest);
        } else {
            filled.push_str(if place > 0 { "{" } else { "" });
            filled.push_str(part);
        }
    }
    filled
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
pub fn unknown(words: &str) -> Option<String> {
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
        let tricky = filled("{customer} {x} {reference", |_| "{officer}".to_owned());
        assert_eq!(tricky, "{officer} {x} {reference", "what a customer is called stays as it is");
        assert_eq!(unknown("Hello {custommer}"), Some("custommer".to_owned()));
        assert_eq!(unknown("Hello {officer}"), None);
    }
}
