//! What every page of a kiosk has around it: where it stands, how it looks, and what happens when nobody is there.

use super::super::device::{Device, off};
use super::Say;
use crate::App;
use crate::caller::{cookie, origin};
use crate::pages::{asset, escaped, layout, render};
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use office::city::{City, Line};
use terms::{DeviceKind, Secret};
use wording::{Argument, Language};

/// Tiles on one page: more are not read, and would not be large.
pub(super) const MOST_TILES: usize = 6;
/// For how long nobody has to touch anything before they are asked whether they are still there.
const IDLE_SECONDS: u32 = 60;
/// For how long they are asked; WCAG 2.2.1 wants twenty seconds at least.
pub(super) const WARNING_SECONDS: u32 = 30;
/// The cookie with what opens the visit of whoever stands before the kiosk now.
pub(super) const VISIT: &str = "__Host-kiosk-visit";

pub(super) const STYLE: &str = asset("kiosk.css");
pub(super) const SCRIPT: &str = asset("kiosk.js");

/// How somebody wants the screen: each a letter in the address, so that it needs no script and nobody inherits it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) large: bool,
    pub(super) contrast: bool,
    pub(super) low: bool,
}

impl Look {
    fn of(text: &str) -> Self {
        Self { large: text.contains('l'), contrast: text.contains('c'), low: text.contains('d') }
    }

    fn text(self) -> String {
        let letters = [(self.large, 'l'), (self.contrast, 'c'), (self.low, 'd')];
        letters.into_iter().filter(|(on, _)| *on).map(|(_, letter)| letter).collect()
    }

    pub(super) fn classes(self) -> String {
        let names =
            [(self.large, " kiosk--large"), (self.contrast, " kiosk--contrast"), (self.low, " kiosk--low")];
        names.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect()
    }
}

/// A kiosk, and what whoever stands before it has chosen.
pub(super) struct Kiosk {
    pub(super) device: Device,
    /// Which of its office.
    pub(super) number: u32,
    /// What opens the visit of whoever stands before it.
    pub(super) secret: Option<Secret>,
    /// The address under which it reached this server.
    pub(super) origin: String,
    look: Look,
}

impl FromRequestParts<App> for Kiosk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let device = Device::from_request_parts(parts, app).await?;
        let (DeviceKind::Kiosk, Some(number)) = (device.device.kind, device.device.kiosk_number) else {
            return Err(off(device.language));
        };
        let look = device.visitor.query().find_map(|part| part.strip_prefix("look=")).map(Look::of);
        let secret = cookie(&parts.headers, VISIT).and_then(|text| text.parse().ok());
        let origin = origin(app, &parts.headers);
        Ok(Self { device, number, secret, origin, look: look.unwrap_or_default() })
    }
}

impl Kiosk {
    pub(super) fn language(&self) -> Language {
        self.device.language
    }

    /// An address of the kiosk, in the language and the look that were chosen.
    pub(super) fn link(&self, path: &str) -> String {
        self.link_in(path, self.language())
    }

    pub(super) fn link_in(&self, path: &str, language: Language) -> String {
        address(path, language, self.look)
    }

    /// When the office opens, in words, where it is closed now.
    pub(super) fn opens(&self, app: &App) -> Option<String> {
        let (office, now) = (self.device.office(app)?, app.office.now());
        if office.calendar.is_open(now) {
            return None;
        }
        let opens = office.calendar.next_open(now);
        let time = opens.map(|at| self.language().date_time(office.calendar.local(at))).unwrap_or_default();
        Some(self.language().say_with("kiosk-closed-until", &[("time", Argument::Words(&time))]))
    }

    pub(super) fn frame(&self, app: &App, title: &str, at: &str) -> Frame {
        let (language, city) = (self.language(), &app.office.city);
        let office = self.device.office(app).map_or("", |office| office.name.text(language.tag()));
        let toggle = |key: &'static str, on: bool, look: Look| Toggle {
            text: language.say(key),
            href: address(at, language, look),
            on,
        };
        let Look { large, contrast, low } = self.look;
        let first = at == "/kiosk";
        Frame {
            language,
            title: format!("{} – {office}", language.say(title)),
            office: office.to_owned(),
            city: city.name.text(language.tag()).to_owned(),
            demo: app.settings.demo,
            classes: self.look.classes(),
            look: self.look,
            toggles: vec![
                toggle("kiosk-larger", large, Look { large: !large, ..self.look }),
                toggle("kiosk-contrast", contrast, Look { contrast: !contrast, ..self.look }),
                toggle("kiosk-lower", low, Look { low: !low, ..self.look }),
            ],
            token: self.device.token(),
            first,
            seconds: IDLE_SECONDS,
            next: if first {
                "/kiosk".to_owned()
            } else {
                format!("{}&at={}", self.link("/kiosk/still"), escaped(at))
            },
        }
    }

    /// A page of it; nobody keeps a copy.
    pub(super) fn show(&self, page: &impl Template) -> Response {
        self.device.private(render(page))
    }

    /// A page of words alone.
    pub(super) fn say(&self, app: &App, heading: &str, words: &str) -> Response {
        let frame = self.frame(app, heading, "/kiosk/for").ends_after(WARNING_SECONDS);
        let language = self.language();
        self.show(&Say { frame, language, heading: language.say(heading), words: words.to_owned() })
    }

    pub(super) fn off(&self) -> Response {
        off(self.language())
    }
}

fn address(path: &str, language: Language, look: Look) -> String {
    format!("{path}?lang={}&look={}", language.tag(), look.text())
}

/// The languages of a city.
pub(super) fn languages(city: &City) -> impl Iterator<Item = Language> {
    city.languages.iter().filter_map(|tag| Language::of(tag))
}

/// What every page of a kiosk has around it.
pub(super) struct Frame {
    pub(super) language: Language,
    pub(super) title: String,
    pub(super) office: String,
    pub(super) city: String,
    pub(super) demo: bool,
    pub(super) classes: String,
    look: Look,
    pub(super) toggles: Vec<Toggle>,
    pub(super) token: String,
    /// Whether this is the page on which everybody begins.
    pub(super) first: bool,
    /// After how long without a touch the next page comes by itself.
    pub(super) seconds: u32,
    pub(super) next: String,
}

impl Frame {
    pub(super) const MARK: &str = layout::MARK;
    pub(super) const STYLE: &str = STYLE;
    pub(super) const SCRIPT: &str = SCRIPT;

    /// What an address needs to keep the language and the look.
    pub(super) fn query(&self) -> String {
        format!("lang={}&look={}", self.language.tag(), self.look.text())
    }

    /// With everything erased after so long.
    pub(super) fn ends_after(mut self, seconds: u32) -> Self {
        (self.seconds, self.next) = (seconds, "/kiosk/end".to_owned());
        self
    }
}

/// A way to change how the screen looks.
pub(super) struct Toggle {
    pub(super) text: String,
    pub(super) href: String,
    pub(super) on: bool,
}

/// Something that people wait for.
pub(super) struct Tile {
    pub(super) code: String,
    pub(super) letter: String,
    pub(super) name: String,
}

impl Tile {
    pub(super) fn of(line: &Line, language: Language) -> Self {
        Self {
            code: line.code.as_str().to_owned(),
            letter: line.letter.clone(),
            name: line.name.text(language.tag()).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Look;

    #[test]
    fn a_look_is_read_as_it_is_written_and_nothing_else_is() {
        for look in [
            Look::default(),
            Look { large: true, contrast: false, low: true },
            Look { large: true, contrast: true, low: true },
        ] {
            assert_eq!(Look::of(&look.text()), look);
        }
        assert_eq!(Look::of("\"><script>x").text(), "c");
    }
}
