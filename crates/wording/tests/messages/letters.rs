//! Every language is written in its own letters and signs, and has its own plurals.

use crate::files;
use fluent_syntax::ast::{Expression, Pattern, PatternElement, VariantKey};
use std::collections::BTreeSet;

/// The texts of a message, those of its variants one by one; a place is `{}`.
fn texts(pattern: &Pattern<String>) -> Vec<String> {
    let mut own = String::new();
    let mut found = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => own.push_str(value),
            PatternElement::Placeable { expression } => {
                own.push_str("{}");
                if let Expression::Select { variants, .. } = expression {
                    variants.iter().for_each(|variant| found.extend(texts(&variant.value)));
                }
            }
        }
    }
    found.push(own);
    found
}

/// Every text of a language with its key.
fn written(tag: &str) -> Vec<(String, String)> {
    let all = files::messages(tag).into_iter().flat_map(|(key, message)| {
        let texts = texts(&message.value.unwrap());
        texts.into_iter().map(move |text| (key.clone(), text))
    });
    all.collect()
}

/// Whoever breaks a rule is told by language, key and text.
fn all_keep(tag: &str, rule: &str, keeps: impl Fn(&str) -> bool) {
    let broken: Vec<String> = written(tag)
        .into_iter()
        .filter(|(_, text)| !keeps(text))
        .map(|(key, text)| format!("{tag}: {key} = {text}"))
        .collect();
    assert!(broken.is_empty(), "{rule}:\n{}", broken.join("\n"));
}

#[test]
fn other_scripts_have_no_words_in_latin_letters() {
    for (tag, script) in
        [("ar", '\u{600}'..='\u{6ff}'), ("ta", '\u{b80}'..='\u{bff}'), ("hi", '\u{900}'..='\u{97f}')]
    {
        let of_script = |c: char| c.is_ascii() || !c.is_alphabetic() || script.contains(&c);
        all_keep(tag, "letters of a third script", |text| text.chars().all(of_script));
        // Names stay as they are in every script, within a sentence; a sign such as XML may stand alone.
        all_keep(tag, "small words in Latin letters; translate them", |text| {
            latin_words(text).all(|word| !word.starts_with(|c: char| c.is_ascii_lowercase()) || is_sign(word))
        });
        all_keep(tag, "nothing but Latin letters; translate it", |text| {
            text.contains(|c: char| script.contains(&c)) || latin_words(text).all(is_sign)
        });
    }
}

/// The words of a text in Latin letters, addresses whole.
fn latin_words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && !"@-.".contains(c));
    words
        .map(|word| word.trim_matches(['-', '.']))
        .filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()))
}

/// Whether a word has two capitals, a figure or an @ in it: XML, GeoReport, v2, an address.
fn is_sign(word: &str) -> bool {
    let capitals = word.chars().filter(char::is_ascii_uppercase).count();
    capitals > 1 || word.contains(|c: char| c.is_ascii_digit() || c == '@')
}

#[test]
fn what_has_three_words_is_translated() {
    let english: BTreeSet<(String, String)> = written("en").into_iter().collect();
    let words = |text: &str| text.split_whitespace().filter(|word| *word != "{}").count();
    for tag in ["es", "fr"] {
        let same = written(tag).into_iter().filter(|pair| english.contains(pair));
        let long: Vec<(String, String)> = same.filter(|(_, text)| words(text) > 2).collect();
        assert_eq!(long, [], "{tag} says it in English");
    }
}

#[test]
fn french_sets_its_tall_signs_apart_with_a_narrow_space() {
    all_keep("fr", "write U+202F before : ; ? ! and », and after «, and ’ for an apostrophe", |text| {
        let signs: Vec<char> = text.chars().collect();
        signs.iter().enumerate().all(|(at, sign)| match sign {
            ':' | ';' | '?' | '!' | '»' => at > 0 && signs[at - 1] == '\u{202f}',
            '«' => signs.get(at + 1) == Some(&'\u{202f}'),
            '\'' => false,
            _ => true,
        })
    });
}

#[test]
fn each_language_has_its_own_stops() {
    all_keep("ar", "Arabic has ؟ ، ؛ of its own", |text| {
        let mut commas = text.split(',').skip(1);
        !text.contains(['?', ';']) && commas.all(|after| after.starts_with(|c: char| c.is_ascii_digit()))
    });
    all_keep("hi", "a Hindi sentence ends with a danda", |text| !text.trim_end_matches(')').ends_with('.'));
    all_keep("es", "a Spanish question opens with ¿, a shout with ¡", |text| {
        let count = |sign: &str| text.matches(sign).count();
        count("?") == count("¿") && count("!") == count("¡")
    });
}

/// The plural categories of CLDR 48 that each language needs, and those that may be left out because they are mostly
/// the same as `other`. `many` of Spanish and French, which is for round millions, is unknown to the rules at hand.
const PLURALS: [(&str, &[&str], &[&str]); 6] = [
    ("en", &["one", "other"], &[]),
    ("es", &["one", "other"], &[]),
    ("ar", &["one", "two", "few", "other"], &["zero", "many"]),
    ("ta", &["one", "other"], &[]),
    ("hi", &["one", "other"], &[]),
    ("fr", &["one", "other"], &[]),
];

#[test]
fn plurals_are_those_of_the_language() {
    for (tag, needed, more) in PLURALS {
        for (key, message) in files::messages(tag) {
            let chosen = categories(&message.value.unwrap());
            let known = |category: &String| [needed, more].concat().contains(&category.as_str());
            assert!(
                chosen.iter().all(known),
                "{tag}: {key} has {chosen:?}, and {tag} only {needed:?} and {more:?}"
            );
            let has = |category: &&str| chosen.contains(*category);
            assert!(
                chosen.is_empty() || needed.iter().all(has),
                "{tag}: {key} has {chosen:?}, not {needed:?}"
            );
        }
    }
}

/// The plural categories between which a message chooses; none where it chooses between words, or a number and the rest.
fn categories(pattern: &Pattern<String>) -> BTreeSet<String> {
    let selects = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => Some(variants),
        _ => None,
    });
    let names = selects.flatten().filter_map(|variant| match &variant.key {
        VariantKey::Identifier { name } => Some(name.clone()),
        VariantKey::NumberLiteral { .. } => None,
    });
    let names: BTreeSet<String> = names.collect();
    let plural = ["zero", "one", "two", "few", "many"].iter().any(|category| names.contains(*category));
    if plural { names } else { BTreeSet::new() }
}
