//! Reports as feeds: those of a list, and what happens to one.

use super::{ReportsQuery, card, found, report_page};
use crate::App;
use crate::pages::refuse;
use crate::portal::guest::{Asked, Guest};
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use channels::open311::possible_in_xml;
use jiff::Timestamp;
use office::cases::{self, Audience, timeline};
use records::cases::PublicCase;
use terms::{Purpose, Reference};

#[derive(Template)]
#[template(path = "portal/reports.rss", escape = "xml")]
struct Feed {
    title: String,
    link: String,
    language: &'static str,
    items: Vec<Item>,
}

struct Item {
    title: String,
    link: String,
    words: String,
    date: String,
    id: String,
}

/// `GET /reports.rss`
pub(crate) async fn feed(
    State(app): State<App>,
    guest: Guest,
    Asked(query): Asked<ReportsQuery>,
) -> Response {
    match found(&app, &query).await {
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
        Ok(found) => {
            let items = found.iter().map(|(case, _)| item(&app, &guest, case)).collect();
            rss(&app, &guest, &guest.language.say("reports-title"), items)
        }
    }
}

/// `GET /reports/{reference}/feed.rss`: what happens to one report.
pub(crate) async fn feed_of(State(app): State<App>, Path(reference): Path<String>, guest: Guest) -> Response {
    let Ok(reference) = reference.parse::<Reference>() else {
        return refuse(&app, &guest.visitor, &Problem::not_found("report"));
    };
    let act = guest.act(&app, Purpose::Statistics);
    let report = match app.office.read(act, move |tx, act| cases::report_of(tx, act, &reference)).await {
        Ok(report) => report,
        Err(refusal) => return refuse(&app, &guest.visitor, &refusal.into()),
    };
    let page = report_page(&app, &guest, &report);
    let link = format!("{}/reports/{reference}", guest.origin());
    let entries = timeline(&app.office.city, &report.events, &[], Audience::Public, guest.language);
    let items = entries.iter().rev().zip(page.lines.iter().rev()).map(|(entry, (_, sentence, words))| Item {
        title: sentence.clone(),
        link: link.clone(),
        words: words.clone().unwrap_or_default(),
        date: rfc2822(entry.at),
        id: format!("{link}#{}", entry.at.as_millisecond()),
    });
    rss(&app, &guest, &format!("{} {reference}", page.card.service.text), items.collect())
}

fn item(app: &App, guest: &Guest, case: &PublicCase) -> Item {
    let card = card(app, guest.language, case, None);
    let link = format!("{}{}", guest.origin(), card.href);
    let title = if card.place.is_empty() {
        card.service.text
    } else {
        format!("{} – {}", card.service.text, card.place)
    };
    Item { title, id: link.clone(), link, words: card.words, date: rfc2822(case.state.opened_at) }
}

fn rfc2822(at: Timestamp) -> String {
    jiff::fmt::rfc2822::to_string(&at.to_zoned(jiff::tz::TimeZone::UTC)).unwrap_or_default()
}

fn rss(app: &App, guest: &Guest, title: &str, items: Vec<Item>) -> Response {
    let city = app.office.city.name.text(guest.language.tag()).to_owned();
    let feed = Feed {
        title: format!("{title} – {city}"),
        link: format!("{}/reports", guest.origin()),
        language: guest.language.tag(),
        items,
    };
    match feed.render() {
        Ok(text) => {
            let kind = [(header::CONTENT_TYPE, "application/rss+xml; charset=utf-8")];
            (kind, possible_in_xml(&text)).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "a feed does not render");
            refuse(app, &guest.visitor, &Problem::busy(1))
        }
    }
}
