//! What every page has around it: the city's name, where one can go, the languages, and where help is.

use super::assets;
use crate::App;
use crate::caller::AcceptedLanguage;
use office::city::City;
use wording::{Argument, Language};

pub(crate) const STYLE: &str = assets::path("portal.css");
pub(crate) const SCRIPT: &str = assets::path("portal.js");
pub(crate) const MARK: &str = assets::path("mark.svg");
pub(crate) const TOUCH_ICON: &str = assets::path("icon-192.png");

/// Where one can go from every page: the address, the message that names it, and what else belongs to it.
const SECTIONS: [(&str, &str, &[&str]); 5] = [
    ("/", "around-home", &[]),
    ("/services", "around-services", &["/ask"]),
    ("/follow", "around-follow", &["/cases"]),
    ("/reports", "around-reports", &[]),
    ("/scorecard", "around-scorecard", &[]),
];
/// What stands at the foot of every page, besides feedback.
const FOOT: [(&str, &str); 5] = [
    ("/complaints", "around-complaints"),
    ("/accessibility", "around-accessibility"),
    ("/about", "around-about"),
    ("/translations", "around-translations"),
    ("/offline", "around-offline"),
];

/// What every page has around it.
pub(crate) struct Layout {
    pub(crate) language: Language,
    pub(crate) city: String,
    /// What stands on the tab of the browser: the page, then the city.
    pub(crate) title: String,
    /// What the house is for, as lists of a search engine show it.
    pub(crate) description: String,
    pub(crate) demo: bool,
    pub(crate) help: String,
    pub(crate) source: Option<String>,
    /// The other languages: tag, own name, and the address of this page in them.
    pub(crate) languages: Vec<Choice>,
    pub(crate) sections: Vec<Link>,
    pub(crate) foot: Vec<Link>,
    /// Whether something on the page has to be mended first; its title then says so.
    pub(crate) error: bool,
    /// Stylesheets besides the one of every page.
    pub(crate) styles: Vec<&'static str>,
    /// Where to say how this page was.
    pub(crate) feedback: String,
}

/// A language to choose.
pub(crate) struct Choice {
    pub(crate) tag: &'static str,
    pub(crate) direction: &'static str,
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// Somewhere to go.
pub(crate) struct Link {
    pub(crate) text: String,
    pub(crate) href: String,
    /// Whether this page belongs to it.
    pub(crate) current: bool,
    /// Whether this page is it.
    pub(crate) here: bool,
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
        let page = path.split('?').next().unwrap_or(path);
        let name = city.name.text(tag);
        Self {
            language,
            city: name.to_owned(),
            title: format!("{title} – {name}"),
            description: language.say_with("start-lead", &[("city", Argument::Words(name))]),
            demo: app.settings.demo,
            help: language.say_with("footer-help", &[("contact", Argument::Words(city.contact.text(tag)))]),
            source: city.source.as_ref().map(|source| {
                language.say_with("footer-source", &[("source", Argument::Words(source.text(tag)))])
            }),
            languages: city.languages.iter().filter_map(|tag| Language::of(tag)).map(choice).collect(),
            sections: SECTIONS.iter().map(|section| link(language, page, section)).collect(),
            foot: FOOT.iter().map(|(at, key)| link(language, page, &(at, key, &[]))).collect(),
            error: false,
            styles: Vec::new(),
            feedback: format!("/feedback?about={}&lang={tag}", super::escaped(page)),
        }
    }

    /// With stylesheets besides the one of every page.
    pub(crate) fn with_styles(mut self, styles: &[&'static str]) -> Self {
        self.styles.extend_from_slice(styles);
        self
    }

    /// The title of the tab; a page on which something has to be mended says so first.
    pub(crate) fn full_title(&self) -> String {
        if !self.error {
            return self.title.clone();
        }
        self.language.say_with("around-error-title", &[("title", Argument::Words(&self.title))])
    }
}

fn link(language: Language, page: &str, (at, key, others): &(&str, &str, &[&str])) -> Link {
    let below = |at: &str| at != "/" && page.strip_prefix(at).is_some_and(|rest| rest.starts_with('/'));
    Link {
        text: language.say(key),
        href: format!("{at}?lang={}", language.tag()),
        here: page == *at,
        current: page == *at || below(at) || others.iter().any(|other| page == *other || below(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::{SECTIONS, link};
    use wording::Language;

    #[test]
    fn a_page_belongs_to_one_section_at_most() {
        for (page, section) in [
            ("/", Some("/")),
            ("/services", Some("/services")),
            ("/ask/street-light-outages/where", Some("/services")),
            ("/scorecard", Some("/scorecard")),
            ("/scorecards", None),
            ("/reports/26-ABC", Some("/reports")),
            ("/nowhere", None),
        ] {
            let links = SECTIONS.iter().map(|section| (section.0, link(Language::FALLBACK, page, section)));
            let current: Vec<&str> = links.filter(|(_, link)| link.current).map(|(at, _)| at).collect();
            assert_eq!(current, section.into_iter().collect::<Vec<_>>(), "{page}");
        }
    }
}
