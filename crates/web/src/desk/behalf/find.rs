//! What somebody asks for: found by their own words, or taken up where it was left.

use super::{address, over};
use crate::App;
use crate::desk::frame::Frame;
use crate::desk::officer::{Desk, Posted};
use crate::pages::render;
use crate::portal::guest::Asked;
use crate::portal::say::{Text, moment};
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::city::Service;
use office::intake::{self, Draft};
use office::services::Found;
use records::askings::Asking;
use serde::Deserialize;
use terms::{AskingId, ServiceCode};
use wording::Language;

/// Services shown.
const MOST_FOUND: usize = 12;
/// The longest query that is searched for, in characters.
const LONGEST_QUERY: usize = 200;

/// What is looked for, and how whoever asks came.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NewQuery {
    q: String,
    over: String,
}

#[derive(Template)]
#[template(path = "desk/behalf/find.html")]
struct FindPage {
    frame: Frame,
    words: String,
    over: &'static str,
    found: Vec<Entry>,
    begun: Vec<Begun>,
}

/// A service to begin with.
struct Entry {
    code: String,
    name: Text,
    help: Text,
}

/// What was begun and not sent.
struct Begun {
    href: String,
    removal: String,
    service: Text,
    since: String,
}

/// `GET /desk/new`
pub(super) async fn page(State(app): State<App>, desk: Desk, Asked(query): Asked<NewQuery>) -> Response {
    let (city, language) = (&app.office.city, desk.language);
    let begun = match app.office.read(desk.act(&app), intake::unsent_for).await {
        Ok(begun) => begun,
        Err(refusal) => return desk.refuse(&app, &refusal.into()),
    };
    // What nobody has written on yet is not worth coming back to.
    let begun = begun.iter().filter(|asking| asking.revision > 1);
    let words: String = query.q.trim().chars().take(LONGEST_QUERY).collect();
    let entry = |service: &Service| Entry {
        code: service.code.to_string(),
        name: Text::of(city, &service.name, language),
        help: Text::of(city, &service.help, language),
    };
    Desk::private(render(&FindPage {
        frame: Frame::new(&app, &desk, &language.say("behalf-new")),
        over: over(&desk, &query.over).as_str(),
        found: offered(&app, &words).into_iter().map(entry).collect(),
        begun: begun.map(|asking| begun_in_words(&app, language, asking)).collect(),
        words,
    }))
}

/// What fits somebody's words; without any, what most people ask for.
fn offered<'a>(app: &'a App, words: &str) -> Vec<&'a Service> {
    let city = &app.office.city;
    if words.is_empty() {
        return city.portal.top.iter().filter_map(|code| city.services.get(code)).collect();
    }
    let services = app.catalogue.search(city, words).into_iter().filter_map(|(_, found)| match found {
        Found::Service(service) => Some(service),
        Found::LifeEvent(_) => None,
    });
    services.take(MOST_FOUND).collect()
}

fn begun_in_words(app: &App, language: Language, asking: &Asking) -> Begun {
    let city = &app.office.city;
    let service = city.services.get(&asking.service);
    let at = format!("/desk/new/{}", asking.id);
    Begun {
        href: format!("{at}?lang={}", language.tag()),
        removal: format!("{at}/removal"),
        service: service.map(|service| Text::of(city, &service.name, language)).unwrap_or_default(),
        since: moment(city, language, asking.updated_at),
    }
}

/// `POST /desk/new`: from now on what is written down is kept.
pub(super) async fn begin(State(app): State<App>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let service = ServiceCode::new(posted.text("service"));
    let over = over(desk, posted.text("over"));
    let typed = vec![("over".to_owned(), over.as_str().to_owned())];
    let draft = Draft { typed, ..Draft::default() };
    let act = desk.act_over(&app, over);
    match app.office.write(act, move |tx, act| intake::begin_for(tx, act, &service, &draft)).await {
        Ok(writing) => Redirect::to(&address(desk, writing.asking.id, "")).into_response(),
        Err(refusal) => desk.refuse(&app, &refusal.into()),
    }
}

/// `POST /desk/new/{id}/removal`
pub(super) async fn remove(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let Ok(id) = id.parse::<AskingId>() else {
        return desk.refuse(&app, &Problem::not_found("request"));
    };
    match app.office.write(desk.act(&app), move |tx, act| intake::discard_for(tx, act, id)).await {
        Ok(()) => Redirect::to(&format!("/desk/new?lang={}", desk.language.tag())).into_response(),
        Err(refusal) => desk.refuse(&app, &refusal.into()),
    }
}
