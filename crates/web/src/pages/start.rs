//! What the house is: what has happened today, and its doors for programs and for those who run it.

use super::layout::{Layout, language};
use super::{Visitor, render};
use crate::App;
use crate::caller::AcceptedLanguage;
use crate::problem::Problem;
use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use office::Verb;
use records::cases;
use serde::Deserialize;
use terms::{Channel, Principal, Purpose, Status};
use wording::{Argument, Language};

/// Which language.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct StartQuery {
    #[serde(default)]
    lang: String,
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage {
    layout: Layout,
    language: Language,
    lead: String,
    today: String,
    as_of: String,
    opened: String,
    closed: String,
    open: String,
    /// Whether nothing has ever come in.
    empty: bool,
}

/// `GET /about`
pub(crate) async fn page(
    State(app): State<App>,
    accepted: AcceptedLanguage,
    visitor: Visitor,
    query: Result<Query<StartQuery>, QueryRejection>,
) -> Response {
    let asked = query.map(|query| query.0.lang).unwrap_or_default();
    let language = language(&app.office.city, &asked, &accepted);
    match counts(&app).await {
        Ok(counts) => render(&start_page(&app, language, &counts)),
        Err(refusal) => super::refuse(&app, &visitor, &Problem::from(refusal)),
    }
}

/// How much there is.
struct Counts {
    opened_today: u64,
    closed_today: u64,
    open: u64,
    ever: u64,
}

async fn counts(app: &App) -> Verb<Counts> {
    let calendar = &app.office.city.calendar;
    let now = app.office.now();
    let midnight = calendar.start_of(calendar.day(now)).unwrap_or(now);
    let act = app.office.act(Principal::public(), Channel::Web, Purpose::Statistics);
    let (today, by_status) = app
        .office
        .read(act, move |tx, _| Ok((cases::count_since(tx, midnight)?, cases::count_by_status(tx)?)))
        .await?;
    let open = by_status.iter().filter(|(status, _)| *status != Status::Closed).map(|(_, count)| count).sum();
    let ever = by_status.iter().map(|(_, count)| count).sum();
    let whole = |count: i64| u64::try_from(count).unwrap_or(0);
    Ok(Counts {
        opened_today: whole(today.0),
        closed_today: whole(today.1),
        open: whole(open),
        ever: whole(ever),
    })
}

fn start_page(app: &App, language: Language, counts: &Counts) -> StartPage {
    let city = &app.office.city;
    let local = city.calendar.local(app.office.now());
    let (date, time) = (language.date(local.date()), local.strftime("%H:%M").to_string());
    let name = city.name.text(language.tag());
    StartPage {
        layout: Layout::new(app, language, &language.say("start-title"), "/about?"),
        language,
        lead: language.say_with("start-lead", &[("city", Argument::Words(name))]),
        today: language.say_with("start-today", &[("date", Argument::Words(&date))]),
        as_of: language.say_with("start-as-of", &[("time", Argument::Words(&time))]),
        opened: language.count(counts.opened_today),
        closed: language.count(counts.closed_today),
        open: language.count(counts.open),
        empty: counts.ever == 0,
    }
}
