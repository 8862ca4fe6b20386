//! What every page has around it: the city's name, the languages, and where help is.

use super::assets;
use crate::App;
use crate::caller::AcceptedLanguage;
use office::city::City;
use wording::{Argument, Language};

/// What every page has around it.
pub(crate) struct Layout {
    pub(crate) language: Language,
    pub(crate) city: String,
    pub(crate) title: String,
    pub(crate) demo: bool,
    pub(crate) help: String,
    pub(crate) source: Option<String>,
    /// The other languages: tag, own name, and the address of this page in them.
    pub(crate) languages: Vec<Choice>,
    pub(crate) stylesheet: &'static str,
}

/// A language to choose.
pub(crate) struct Choice {
    pub(crate) tag: &'static str,
    pub(crate) direction: &'static str,
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// The language that the query asks for, or the browser's.
pub(crate) fn language(city: &City, asked: &str, accepted: &AcceptedLanguage) -> Language {
    let spoken = |language: &Language| city.languages.iter().any(|tag| Language::of(tag) == Some(*language));
    Language::of(asked).filter(spoken).unwrap_or_else(|| Language::negotiate(&city.languages, &accepted.0))
}

impl Layout {
    /// `path` is the address of this page up to where `lang=` can be added.
    pub(crate) fn new(app: &App, language: Language, title: &str, path: &str) -> Self {
        let city = &app.office.city;
        let tag = language.tag();
        let choice = |spoken: Language| Choice {
            tag: spoken.tag(),
            direction: spoken.direction(),
            name: spoken.say("language-name"),
            href: format!("{path}lang={}", spoken.tag()),
            current: spoken == language,
        };
        Self {
            language,
            city: city.name.text(tag).to_owned(),
            title: title.to_owned(),
            demo: app.settings.demo,
            help: language.say_with("footer-help", &[("contact", Argument::Words(&city.contact))]),
            source: city.source.as_ref().map(|source| {
                language.say_with("footer-source", &[("source", Argument::Words(source.text(tag)))])
            }),
            languages: city.languages.iter().filter_map(|tag| Language::of(tag)).map(choice).collect(),
            stylesheet: assets::STYLESHEET,
        }
    }
}
