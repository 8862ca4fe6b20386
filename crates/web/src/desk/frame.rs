//! What every page of the desk has around it: where one can go, who is signed in, and how to leave.

use super::officer::Desk;
use crate::App;
use crate::pages::{Layout, Link};
use jiff::Timestamp;
use office::desk::Shift;
use terms::{Role, ShiftStatus};
use wording::{Argument, Language};

/// The stylesheet and the script of the desk, besides those of every page.
pub(crate) const STYLE: &str = crate::pages::asset("desk.css");
pub(crate) const SCRIPT: &str = crate::pages::asset("desk.js");

/// Where an officer can go from every page: the address and the message that names it.
const SECTIONS: [(&str, &str); 4] = [
    ("/desk", "desk-inbox"),
    ("/desk/new", "behalf-new"),
    ("/desk/articles", "know-title"),
    ("/desk/team", "team"),
];

/// What every page of the desk has around it.
pub(crate) struct Frame {
    pub(crate) layout: Layout,
    pub(crate) sections: Vec<Link>,
    pub(crate) signed_in: String,
    pub(crate) token: String,
    pub(crate) status: Status,
}

/// Whether an officer is there, as a shape and a word.
pub(crate) struct Status {
    pub(crate) name: &'static str,
    pub(crate) shape: &'static str,
    pub(crate) word: String,
}

impl Status {
    pub(super) fn of(app: &App, language: Language, shift: Option<&Shift>) -> Self {
        match shift {
            Some(shift) => Self::now(app, language, (shift.status, shift.back_at)),
            None => Self { name: "none", shape: "–", word: language.say("desk-shift-none") },
        }
    }

    pub(super) fn now(
        app: &App,
        language: Language,
        (status, back_at): (ShiftStatus, Option<Timestamp>),
    ) -> Self {
        let shape = match status {
            ShiftStatus::Serving => "●",
            ShiftStatus::Available => "○",
            ShiftStatus::Break => "◐",
            ShiftStatus::Away => "✕",
        };
        let name = status.as_str();
        let calendar = &app.office.city.calendar;
        let word = match back_at {
            Some(back) => {
                let key = if app.office.now() > back { "desk-break-over" } else { "desk-break-until" };
                let time = language.time(calendar.local(back).time());
                language.say_with(key, &[("time", Argument::Words(&time))])
            }
            None => language.say(&format!("desk-status-{name}")),
        };
        Self { name, shape, word }
    }
}

/// The way to what waits for an officer's decision, for those who decide, with how much it is.
fn to_decide(desk: &Desk) -> Option<Link> {
    let (page, at) = (desk.visitor.path(), "/desk/approvals");
    let shown = desk.asked > 0 || desk.who.roles.contains(&Role::Supervisor);
    let text = || desk.language.say_with("desk-approvals-link", &[("count", Argument::Count(desk.asked))]);
    shown.then(|| Link {
        text: text(),
        href: format!("{at}?lang={}", desk.language.tag()),
        here: page == at,
        current: page == at,
    })
}

/// The ways to a counter and to the reception, for those who receive people, and to the bookings that they keep.
fn to_visitors(app: &App, desk: &Desk) -> Vec<Link> {
    let page = desk.visitor.path();
    let way = |(at, key): (&str, &str)| Link {
        text: desk.language.say(key),
        href: format!("{at}?lang={}", desk.language.tag()),
        here: page == at,
        current: page.starts_with(at),
    };
    let receives = !office::lobby::offices(&desk.act(app)).is_empty();
    let keeps = !office::bookings::kept_offices(&desk.act(app)).is_empty();
    let ways = [
        ("/desk/counter", "counter-title", receives),
        ("/desk/reception", "reception-title", receives),
        ("/desk/bookings", "desk-bookings", keeps),
    ];
    ways.into_iter().filter(|(.., open)| *open).map(|(at, key, _)| way((at, key))).collect()
}

/// The way to the lobby, for those who lead one.
fn to_lobby(app: &App, desk: &Desk) -> Option<Link> {
    let (page, at) = (desk.visitor.path(), "/desk/lobby");
    let leads = !office::lobby::led_offices(&desk.act(app)).is_empty();
    leads.then(|| Link {
        text: desk.language.say("lobby-title"),
        href: format!("{at}?lang={}", desk.language.tag()),
        here: page == at,
        current: page.starts_with(at),
    })
}

/// Whether a page belongs to a section. The inbox has its cases, and not every page below its address.
fn belongs(page: &str, section: &str) -> bool {
    match section {
        "/desk" => page == section || ["/desk/cases/", "/desk/bulk"].iter().any(|at| page.starts_with(at)),
        _ => page.starts_with(section),
    }
}

impl Frame {
    /// The title of a page on which something besides its heading comes first.
    pub(super) fn titled(language: Language, first: &str, title: &str) -> String {
        let words = [("first", Argument::Words(first)), ("title", Argument::Words(title))];
        language.say_with("desk-titled", &words)
    }

    /// Where one can go, whatever page is open: the address and its name.
    pub(crate) fn ways(language: Language) -> impl Iterator<Item = (String, String)> {
        let search = ("/desk/search", "find-title");
        let ways = SECTIONS.into_iter().chain([search]);
        ways.map(move |(at, key)| (format!("{at}?lang={}", language.tag()), language.say(key)))
    }

    pub(crate) fn new(app: &App, desk: &Desk, title: &str) -> Self {
        let language = desk.language;
        let page = desk.visitor.path();
        let officer = app.office.city.officers.get(&desk.officer);
        let name = officer.map_or_else(|| desk.officer.to_string(), |officer| officer.name.clone());
        let nearest = SECTIONS.iter().map(|(at, _)| *at).find(|at| belongs(page, at));
        let section = |(at, key): &(&str, &str)| Link {
            text: language.say(key),
            href: format!("{at}?lang={}", language.tag()),
            here: page == *at,
            current: nearest == Some(*at),
        };
        Self {
            layout: Layout::new(app, language, title, &desk.visitor.again()),
            sections: SECTIONS
                .iter()
                .map(section)
                .chain(to_visitors(app, desk))
                .chain(to_lobby(app, desk))
                .chain(to_decide(desk))
                .collect(),
            signed_in: language.say_with("desk-signed-in", &[("name", Argument::Words(&name))]),
            token: desk.token(),
            status: Status::of(app, language, desk.shift.as_ref()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SECTIONS, belongs};

    #[test]
    fn a_page_belongs_to_one_section_or_to_none() {
        let pages = [
            ("/desk", Some("/desk")),
            ("/desk/cases/1B9-JF9-ZN0/composition", Some("/desk")),
            ("/desk/new/said", Some("/desk/new")),
            ("/desk/articles/new", Some("/desk/articles")),
            ("/desk/shift", None),
            ("/desk/macros", None),
        ];
        for (page, section) in pages {
            let found: Vec<&str> =
                SECTIONS.iter().map(|(at, _)| *at).filter(|at| belongs(page, at)).collect();
            assert_eq!(found, section.into_iter().collect::<Vec<_>>(), "{page}");
        }
    }
}
