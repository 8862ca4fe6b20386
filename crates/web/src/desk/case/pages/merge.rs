//! Merging: both cases side by side, which one goes on, and what the customer is told of it.

use super::{Found, Sheet, Told};
use crate::App;
use crate::desk::case::clocks;
use crate::desk::frame::Frame;
use crate::desk::officer::Desk;
use crate::pages::render;
use crate::portal::say::{Text, moment};
use askama::Template;
use axum::response::Response;
use office::cases::{self, Whole};
use terms::{Case, ContactKind, Direction, Reference, Status};
use wording::Argument;

/// Messages that are shown of each case, the latest.
const MOST_MESSAGES: usize = 3;

#[derive(Template)]
#[template(path = "desk/case/acts/merge.html")]
struct MergePage {
    frame: Frame,
    sheet: Sheet,
    /// The number that was asked for.
    sought: String,
    /// Other cases of the same customer.
    others: Vec<(Reference, String, String)>,
    sides: Vec<Side>,
}

/// One of the two.
struct Side {
    reference: Reference,
    /// Where the other one is sent to go on as this one.
    action: String,
    /// Of the other one.
    revision: i64,
    service: Text,
    standing: String,
    opened: String,
    due: String,
    words: String,
    messages: Vec<String>,
    place: String,
    /// Whether it can go on.
    open: bool,
}

/// Both cases, or the choice of the other one.
pub(super) async fn page(app: &App, desk: &Desk, found: &Found, told: &Told) -> Response {
    let filled = told.value("into").to_owned();
    let sought = if filled.is_empty() { asked(desk) } else { filled };
    let (frame, mut sheet) = Sheet::new(app, desk, found, ("desk-act-merge", told));
    let mut sides = Vec::new();
    if !sought.is_empty() {
        match other(app, desk, &sought).await {
            Some(other) if other.case.id != found.whole.case.id => {
                sides =
                    vec![side(app, desk, (&found.whole, &other)), side(app, desk, (&other, &found.whole))];
            }
            _ => sheet.wrong = Some(sheet.wrong.unwrap_or_else(|| desk.language.say("desk-merge-unknown"))),
        }
    }
    let others = others(app, desk, found);
    render(&MergePage { frame, sheet, sought, others, sides })
}

/// The number that the address names last.
fn asked(desk: &Desk) -> String {
    let query = desk.visitor.query().collect::<Vec<_>>().join("&");
    let fields = crate::fields::of_query(Some(&query)).unwrap_or_default();
    fields.into_iter().rfind(|(name, _)| name == "into").map_or_else(String::new, |(_, value)| value)
}

async fn other(app: &App, desk: &Desk, sought: &str) -> Option<Whole> {
    let reference = sought.trim().parse::<Reference>().ok()?;
    let found = app.office.read(desk.act(app), move |tx, act| cases::whole(tx, act, &reference)).await;
    found.ok()
}

/// The open cases of the same customer, each with its page of both.
fn others(app: &App, desk: &Desk, found: &Found) -> Vec<(Reference, String, String)> {
    let (city, language) = (&app.office.city, desk.language);
    let here = format!("/desk/cases/{}/merge", found.whole.case.reference);
    let open = found.others.iter().filter(|case| case.state.status != Status::Closed);
    let line = |case: &Case| {
        let service = city.services.get(&case.state.service);
        let name = service.map_or(case.state.service.as_str(), |service| service.name.text(language.tag()));
        let opened = moment(city, language, case.state.opened_at);
        let href = format!("{here}{}&into={}", super::super::again(desk), case.reference);
        (case.reference, format!("{name}, {opened}"), href)
    };
    open.map(line).collect()
}

/// One of the cases, which would go on for the other.
fn side(app: &App, desk: &Desk, (whole, other): (&Whole, &Whole)) -> Side {
    let (city, language, case) = (&app.office.city, desk.language, &whole.case);
    let service = city.services.get(&case.state.service);
    let inbound = whole
        .contacts
        .iter()
        .filter(|contact| contact.direction == Direction::Inbound && contact.kind == ContactKind::Message);
    let mut messages: Vec<String> = inbound.map(|contact| contact.body.clone()).collect();
    messages.drain(..messages.len().saturating_sub(MOST_MESSAGES));
    let date = |key: &str, date: &str| language.say_with(key, &[("date", Argument::Words(date))]);
    let due = case.state.clocks.due_at.map(|due| date("desk-merge-due", &moment(city, language, due)));
    let path = format!("/desk/cases/{}/merge", other.case.reference);
    Side {
        reference: case.reference,
        action: path + &super::super::again(desk),
        revision: other.case.revision,
        service: service.map(|service| Text::of(city, &service.name, language)).unwrap_or_default(),
        standing: clocks::sentence(city, language, &case.state),
        opened: date("desk-merge-opened", &moment(city, language, case.state.opened_at)),
        due: due.unwrap_or_default(),
        words: case.told.description.clone(),
        messages,
        place: case.told.place.address.clone().unwrap_or_default(),
        open: case.state.status != Status::Closed && other.case.state.status != Status::Closed,
    }
}
