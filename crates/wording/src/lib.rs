//! What the house says on screens and in notices, in the languages that it speaks: pure.
//!
//! Messages stand in `messages/*.ftl`, in Mozilla's Fluent, so that each language has its own plurals and order.

#![warn(clippy::unwrap_used, clippy::expect_used)]

mod dates;
mod numbers;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// The languages with their messages, the one to fall back to first.
const MESSAGES: [(&str, &str); 3] = [
    ("en", include_str!("../messages/en.ftl")),
    ("es", include_str!("../messages/es.ftl")),
    ("ar", include_str!("../messages/ar.ftl")),
];

static LANGUAGES: LazyLock<Vec<(Language, FluentBundle<FluentResource>)>> =
    LazyLock::new(|| MESSAGES.iter().map(|(tag, messages)| (Language(tag), bundle(tag, messages))).collect());

/// A language that the house speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Language(&'static str);

/// Something that a message has a place for.
#[derive(Debug, Clone)]
pub enum Argument<'a> {
    /// Words, set apart so that their direction does not disturb the sentence.
    Words(&'a str),
    /// A count, which decides the plural.
    Count(i64),
}

impl Language {
    /// The language to fall back to.
    pub const FALLBACK: Self = Self(MESSAGES[0].0);

    /// Every language that the house speaks.
    pub fn all() -> impl Iterator<Item = Self> {
        MESSAGES.iter().map(|(tag, _)| Self(tag))
    }

    /// The language of a BCP 47 tag, if the house speaks it; regions are left aside.
    pub fn of(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self::all().find(|language| language.0 == primary)
    }

    /// The best of the city's languages for a browser's Accept-Language; the city's own if none fits.
    pub fn negotiate(city: &[String], accepted: &str) -> Self {
        let offered: Vec<Self> = city.iter().filter_map(|tag| Self::of(tag)).collect();
        let mut wanted: Vec<(f32, &str)> = accepted
            .split(',')
            .take(20)
            .filter_map(|part| {
                let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
                Some((weight.trim().parse().ok().filter(|weight| (0.0..=1.0).contains(weight))?, tag.trim()))
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        let fitting =
            wanted.iter().filter_map(|(_, tag)| Self::of(tag)).find(|language| offered.contains(language));
        fitting.or(offered.first().copied()).unwrap_or(Self::FALLBACK)
    }

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        self.0
    }

    /// `rtl` or `ltr`, for the page.
    pub fn direction(self) -> &'static str {
        if self.0 == "ar" { "rtl" } else { "ltr" }
    }

    /// A message without places.
    pub fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A message with its places filled; the key itself where no language has it.
    pub fn say_with(self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let mut filled = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            filled.set(
                (*name).to_owned(),
                match argument {
                    Argument::Words(words) => FluentValue::from((*words).to_owned()),
                    Argument::Count(count) => FluentValue::from(*count),
                },
            );
        }
        let own = LANGUAGES.iter().filter(|(language, _)| *language == self);
        let fallback = LANGUAGES.iter().take(1);
        own.chain(fallback)
            .find_map(|(_, bundle)| {
                let pattern = bundle.get_message(key)?.value()?;
                Some(bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned())
            })
            .unwrap_or_else(|| key.to_owned())
    }
}

fn bundle(tag: &str, messages: &str) -> FluentBundle<FluentResource> {
    let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(Language::of(tag).is_some_and(|language| language.direction() == "rtl"));
    // What does not parse is left out here and found by the test below.
    let resource = FluentResource::try_new(messages.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
    use std::collections::{BTreeMap, BTreeSet};

    /// The places of a message.
    fn places(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
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
                into.insert(id.name.to_owned());
            }
        }
    }

    fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
        let parsed = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
        let mut messages = BTreeMap::new();
        for entry in &parsed.body {
            if let Entry::Message(message) = entry {
                let mut found = BTreeSet::new();
                places(message.value.as_ref().unwrap(), &mut found);
                assert!(
                    messages.insert(message.id.name.to_owned(), found).is_none(),
                    "{} twice",
                    message.id.name
                );
            }
        }
        messages
    }

    #[test]
    fn every_language_says_everything_with_the_same_places() {
        let (_, english) = MESSAGES[0];
        let english = messages(english);
        for (tag, text) in &MESSAGES[1..] {
            let other = messages(text);
            for (key, places) in &english {
                let Some(found) = other.get(key) else { panic!("{tag} does not say {key}") };
                assert!(found.is_subset(places), "{tag}: {key} has {found:?}, English has {places:?}");
            }
            assert!(other.keys().all(|key| english.contains_key(key)), "{tag} says more than English");
        }
    }

    #[test]
    fn the_citys_languages_and_the_browsers_meet() {
        let city = ["ar".to_owned(), "en".to_owned()];
        let negotiate = |accepted| Language::negotiate(&city, accepted).tag();
        assert_eq!(negotiate("en-GB,en;q=0.9,ar;q=0.5"), "en");
        assert_eq!(negotiate("es,fr;q=0.8"), "ar", "the city's own where none fits");
        assert_eq!(negotiate("en;q=0.2, ar-EG;q=0.9"), "ar");
        assert_eq!(negotiate(";;q=,,q=9,\u{0}"), "ar");
        assert_eq!(Language::negotiate(&[], "xx"), Language::FALLBACK);
    }

    #[test]
    fn an_unknown_key_is_shown_rather_than_hidden() {
        assert_eq!(Language::FALLBACK.say("no-such-message"), "no-such-message");
    }
}
