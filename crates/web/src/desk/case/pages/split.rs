//! Splitting: which messages are about another matter, and which service they ask for.

use super::{Found, Sheet, Told};
use crate::App;
use crate::desk::case::timeline::{customer_of, name_of};
use crate::desk::frame::Frame;
use crate::desk::officer::Desk;
use crate::pages::render;
use crate::portal::say::moment;
use askama::Template;
use axum::response::Response;
use terms::{Contact, ContactKind, Direction};

#[derive(Template)]
#[template(path = "desk/case/acts/split.html")]
struct SplitPage {
    frame: Frame,
    sheet: Sheet,
    messages: Vec<Message>,
    /// Code, name, and whether it was chosen.
    services: Vec<(String, String, bool)>,
}

/// A message that can be split off.
struct Message {
    id: String,
    says: String,
    words: String,
    chosen: bool,
}

pub(super) fn page(app: &App, desk: &Desk, found: &Found, told: &Told) -> Response {
    let (city, language) = (&app.office.city, desk.language);
    let customer = customer_of(language, found);
    let own = |contact: &&Contact| {
        contact.case == found.whole.case.id
            && contact.direction == Direction::Inbound
            && contact.kind == ContactKind::Message
    };
    let message = |contact: &Contact| {
        let who = name_of(app, language, &contact.writer, &customer);
        let id = contact.id.to_string();
        let chosen = told.filled().iter().any(|(name, value)| name == "contact" && *value == id);
        let says = format!("{who}, {}", moment(city, language, contact.at));
        Message { id, says, words: contact.body.clone(), chosen }
    };
    let chosen = told.value("service");
    let name = |service: &office::city::Service| {
        (
            service.code.to_string(),
            service.name.text(language.tag()).to_owned(),
            service.code.as_str() == chosen,
        )
    };
    let mut services: Vec<(String, String, bool)> = city.services.values().map(name).collect();
    services.sort_by(|one, two| one.1.cmp(&two.1));
    let (frame, sheet) = Sheet::new(app, desk, found, ("desk-act-split", told));
    render(&SplitPage {
        frame,
        sheet,
        messages: found.whole.contacts.iter().filter(own).map(message).collect(),
        services,
    })
}
