//! Every language says everything, in the same files and with the same places.

use crate::files;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::BTreeSet;
use wording::Language;

/// The places of a message.
fn places(pattern: &Pattern<String>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                variants.iter().for_each(|variant| places(&variant.value, into));
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            into.insert(id.name.clone());
        }
    }
}

/// The keys of a language, each with its file and its places.
fn said(tag: &str) -> BTreeSet<(String, String, BTreeSet<String>)> {
    let mut said = BTreeSet::new();
    for (file, entries) in files::of(tag) {
        for entry in entries {
            let Entry::Message(message) = entry else { continue };
            let mut found = BTreeSet::new();
            places(message.value.as_ref().expect("a message says something"), &mut found);
            said.insert((file.clone(), message.id.name, found));
        }
    }
    said
}

#[test]
fn every_language_says_everything_with_the_same_places() {
    let english = said("en");
    let mut wrong = Vec::new();
    for language in Language::all() {
        let tag = language.tag();
        let own = said(tag);
        for (file, key, places) in english.difference(&own) {
            wrong.push(format!("messages/{tag}/{file} should say {key} with {places:?}"));
        }
        for (file, key, places) in own.difference(&english) {
            wrong.push(format!("messages/{tag}/{file} says {key} with {places:?}, and English does not"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_key_is_said_twice_and_every_file_is_loaded() {
    for language in Language::all() {
        let there: BTreeSet<String> = files::messages(language.tag()).into_keys().collect();
        assert_eq!(wording::gaps(language.tag()), Vec::<&str>::new());
        // A language that nobody speaks lacks every key that was loaded.
        let loaded: BTreeSet<String> = wording::gaps("xx").into_iter().map(ToOwned::to_owned).collect();
        assert_eq!(there, loaded, "messages/{}: each file has to be named in lib.rs", language.tag());
    }
}
