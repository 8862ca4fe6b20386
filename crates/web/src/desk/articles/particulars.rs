//! What is known of an article besides what it says: who keeps it, who reads it, its services, its next review.

use super::address;
use super::form::{Filled, FormPage, audiences, form_page, services};
use super::forms::{revision, save, services_of, to_write};
use crate::App;
use crate::desk::officer::{Desk, Posted};
use crate::portal::control::{Control, Look, Values};
use crate::portal::say::Text;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use office::knowledge::{self, Particulars, Read};
use office::{Refusal, Verb};
use terms::OfficerCode;

/// `GET /desk/articles/{id}/particulars`
pub(super) async fn page(State(app): State<App>, Path(id): Path<String>, desk: Desk) -> Response {
    match to_write(&app, &desk, &id).await {
        Ok(read) => {
            let values = known(&read);
            let filled = Filled::with(&values);
            filled.answer(form(&app, &desk, &filled, &read))
        }
        Err(refusal) => desk.refuse(&app, &refusal.into()),
    }
}

fn known(read: &Read) -> Values {
    let article = &read.article;
    let own = |name: &str, value: String| (name.to_owned(), value);
    let mut values = vec![
        own("owner", article.owner.as_ref().map(ToString::to_string).unwrap_or_default()),
        own("audience", article.audience.to_string()),
        own("keywords", article.keywords.clone()),
    ];
    if let Some(day) = article.review_on {
        values.push(own("review-day", day.day().to_string()));
        values.push(own("review-month", day.month().to_string()));
        values.push(own("review-year", day.year().to_string()));
    }
    values.extend(article.services.iter().map(|code| own("services", code.to_string())));
    values
}

fn form(app: &App, desk: &Desk, filled: &Filled<'_>, read: &Read) -> FormPage {
    let (language, city) = (desk.language, &app.office.city);
    let owners = city.officers.values();
    let owners =
        owners.map(|officer| (officer.code.to_string(), Text::plain(officer.name.clone()))).collect();
    let line = |name, key: &str| Control::line(language, name, Text::said(language, key));
    let controls = vec![
        line("owner", "know-owner").looking(Look::Select).choosing(owners),
        audiences(language),
        line("keywords", "know-keywords").hinted(Text::said(language, "know-keywords-hint")),
        line("review", "know-review").looking(Look::Date),
    ];
    FormPage {
        lead: String::new(),
        services: Some(services(app, language, filled.values)),
        action: format!("/desk/articles/{}/particulars?lang={}", read.article.id, language.tag()),
        back: address(desk, read.article.id),
        revision: read.article.revision,
        ..form_page(app, desk, language.say("know-particulars"), (controls, filled))
    }
}

/// `POST /desk/articles/{id}/particulars`
pub(super) async fn change(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let read = revision(&posted);
    let done = match particulars_of(&posted) {
        Ok(now) => save(&app, desk, &id, move |tx, act, id| knowledge::change(tx, act, id, read, &now)).await,
        Err(refusal) => Err(refusal),
    };
    let refusal = match done {
        Ok(()) => return Redirect::to(&address(desk, id)).into_response(),
        Err(refusal) => refusal,
    };
    let Ok(read) = to_write(&app, desk, &id).await else { return desk.refuse(&app, &refusal.into()) };
    let filled = Filled::refused(desk.language, &posted.fields, &refusal);
    filled.answer(form(&app, desk, &filled, &read))
}

fn particulars_of(posted: &Posted) -> Verb<Particulars> {
    let number = |name: &str| posted.text(name).parse::<i16>().ok();
    let day = |name: &str| number(name).and_then(|number| i8::try_from(number).ok());
    let date = || Date::new(number("review-year")?, day("review-month")?, day("review-day")?).ok();
    Ok(Particulars {
        owner: OfficerCode::new(posted.text("owner")),
        audience: posted.text("audience").parse().map_err(|_| Refusal::invalid("audience", "choose one"))?,
        services: services_of(posted),
        keywords: posted.text("keywords").to_owned(),
        review_on: date().ok_or_else(|| Refusal::invalid("review", "write a day"))?,
    })
}
