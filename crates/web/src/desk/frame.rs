//! What every page of the desk has around it: where one can go, who is signed in, and how to leave.

use super::officer::Desk;
use crate::App;
use crate::pages::{Layout, Link};
use wording::{Argument, Language};

/// The stylesheet and the script of the desk, besides those of every page.
pub(crate) const STYLE: &str = crate::pages::asset("desk.css");
pub(crate) const SCRIPT: &str = crate::pages::asset("desk.js");

/// Where an officer can go from every page: the address and the message that names it.
const SECTIONS: [(&str, &str); 1] = [("/desk", "desk-inbox")];

/// What every page of the desk has around it.
pub(crate) struct Frame {
    pub(crate) layout: Layout,
    pub(crate) sections: Vec<Link>,
    pub(crate) signed_in: String,
    pub(crate) token: String,
}

impl Frame {
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
        let section = |(at, key): &(&str, &str)| Link {
            text: language.say(key),
            href: format!("{at}?lang={}", language.tag()),
            here: page == *at,
            current: page.starts_with(at),
        };
        Self {
            layout: Layout::new(app, language, title, &desk.visitor.again()),
            sections: SECTIONS.iter().map(section).collect(),
            signed_in: language.say_with("desk-signed-in", &[("name", Argument::Words(&name))]),
            token: desk.token(),
        }
    }
}
