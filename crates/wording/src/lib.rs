//! What the house says on screens and in notices, in the languages that it speaks: pure.
//!
//! Messages stand in `messages/{tag}/*.ftl`, in Mozilla's Fluent, so that each language has its own plurals and order.

#![warn(clippy::unwrap_used, clippy::expect_used)]

mod dates;
mod lists;
mod numbers;
pub mod reading;
mod syllables;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// The texts of a language; a new file of messages is named here, once for all languages.
macro_rules! texts {
    ($($tag:literal),+) => {
        [$(($tag, &[
            include_str!(concat!("../messages/", $tag, "/booking.ftl")),
            include_str!(concat!("../messages/", $tag, "/board.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk-behalf.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk-beside.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk-booking.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk-case.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk-casework.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk-counter.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk-knowledge.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk-lobby.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk-inbox.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk-place.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk-search.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk-team.ftl")),
            include_str!(concat!("../messages/", $tag, "/house.ftl")),
            include_str!(concat!("../messages/", $tag, "/following.ftl")),
            include_str!(concat!("../messages/", $tag, "/kiosk.ftl")),
            include_str!(concat!("../messages/", $tag, "/mail.ftl")),
            include_str!(concat!("../messages/", $tag, "/one-line.ftl")),
            include_str!(concat!("../messages/", $tag, "/portal.ftl")),
            include_str!(concat!("../messages/", $tag, "/visits.ftl")),
        ])),+]
    };
}

/// The languages with their messages, the one to fall back to first.
const SPOKEN: [(&str, &[&str]); 6] = texts!["en", "es", "ar", "ta", "hi", "fr"];

static BUNDLES: LazyLock<Vec<FluentBundle<FluentResource>>> =
    LazyLock::new(|| Language::all().map(bundle).collect());

/// A language that the house speaks: its place in `SPOKEN`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Language(usize);

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
    pub const FALLBACK: Self = Self(0);

    /// Every language that the house speaks.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..SPOKEN.len()).map(Self)
    }

    /// The language of a BCP 47 tag, if the house speaks it; regions are left aside.
    pub fn of(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self::all().find(|language| language.tag() == primary)
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
        SPOKEN[self.0].0
    }

    /// `rtl` or `ltr`, for the page.
    pub fn direction(self) -> &'static str {
        if self.tag() == "ar" { "rtl" } else { "ltr" }
    }

    /// A message without places.
    pub fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A message with its places filled; the key itself where no language has it.
    pub fn say_with(self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let mut filled = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            let value = match argument {
                Argument::Words(words) => FluentValue::from(*words),
                Argument::Count(count) => FluentValue::Number(self.counted(*count)),
            };
            filled.set(*name, value);
        }
        let said = |language: Self| {
            let bundle = &BUNDLES[language.0];
            let pattern = bundle.get_message(key)?.value()?;
            Some(bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned())
        };
        said(self).or_else(|| said(Self::FALLBACK)).unwrap_or_else(|| key.to_owned())
    }

    /// A count that decides a plural. A small one is itself, so that a message can have a variant for just 0.
    ///
    /// A large one carries what is written for it, in groups, to where its bundle looks. The rules of plurals at hand
    /// ask of an Arabic number whether all of it, and not its last two digits, is 3 to 10 or 11 to 99; so they are
    /// shown only those.
    #[expect(clippy::cast_precision_loss, reason = "what decides a plural is small")]
    fn counted(self, count: i64) -> FluentNumber {
        let asked = match count.unsigned_abs() {
            0..=102 => return FluentNumber::from(count),
            large if self.tag() == "ar" && large % 100 > 2 => large % 100,
            large => large,
        };
        let written = Some(self.grouped(&count.to_string()));
        FluentNumber::new(asked as f64, FluentNumberOptions { currency: written, ..Default::default() })
    }
}

/// The keys that a language lacks, of those that English has; all of them for a language that the house does not speak.
pub fn gaps(tag: &str) -> Vec<&'static str> {
    let own = Language::of(tag).map(keys).unwrap_or_default();
    keys(Language::FALLBACK).difference(&own).copied().collect()
}

/// The keys of a language's messages.
fn keys(language: Language) -> BTreeSet<&'static str> {
    let (_, texts) = SPOKEN[language.0];
    let entries = texts.iter().flat_map(|text| {
        let (Ok(resource) | Err((resource, _))) = fluent_syntax::parser::parse(*text);
        resource.body
    });
    entries
        .filter_map(|entry| match entry {
            Entry::Message(message) if message.value.is_some() => Some(message.id.name),
            _ => None,
        })
        .collect()
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let (tag, texts) = SPOKEN[language.0];
    let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(language.direction() == "rtl");
    // See `counted`.
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => number.options.currency.clone(),
        _ => None,
    }));
    for text in texts {
        // What does not parse is left out here and found by the tests.
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*text).to_owned());
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn the_citys_languages_and_the_browsers_meet() {
        let city = ["ar".to_owned(), "en".to_owned()];
        let negotiate = |accepted| Language::negotiate(&city, accepted).tag();
        assert_eq!(negotiate("en-GB,en;q=0.9,ar;q=0.5"), "en");
        assert_eq!(negotiate("es,fi;q=0.8"), "ar", "the city's own where none fits");
        assert_eq!(negotiate("en;q=0.2, ar-EG;q=0.9"), "ar");
        assert_eq!(negotiate(";;q=,,q=9,\u{0}"), "ar");
        assert_eq!(Language::negotiate(&[], "xx"), Language::FALLBACK);
    }

    #[test]
    fn an_unknown_key_is_shown_rather_than_hidden() {
        assert_eq!(Language::FALLBACK.say("no-such-message"), "no-such-message");
    }

    #[test]
    fn no_language_that_is_spoken_has_gaps() {
        for language in Language::all() {
            assert_eq!(gaps(language.tag()), Vec::<&str>::new(), "{language:?}");
        }
        assert_eq!(gaps("xx").len(), keys(Language::FALLBACK).len());
        assert!(gaps("xx").contains(&"skip"));
    }

    #[test]
    fn languages_are_told_by_their_primary_tag() {
        assert_eq!(Language::of("es-419").map(Language::tag), Some("es"));
        assert_eq!(Language::of("AR_eg").map(Language::direction), Some("rtl"));
        assert_eq!((Language::of(""), Language::of("english")), (None, None));
        let spoken: Vec<(&str, &str)> = Language::all().map(|one| (one.tag(), one.direction())).collect();
        let ltr = |tag| (tag, "ltr");
        assert_eq!(spoken, [ltr("en"), ltr("es"), ("ar", "rtl"), ltr("ta"), ltr("hi"), ltr("fr")]);
    }
}
