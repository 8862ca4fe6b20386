//! Everything once more, to be read aloud before the case is opened.

use super::form::{self, spoken};
use super::{address, files, over, placed, read, value};
use crate::App;
use crate::desk::frame::Frame;
use crate::desk::officer::{Desk, Posted};
use crate::pages::render;
use crate::portal::ask::Place;
use crate::portal::ask::check::{about_name, answers_in_words};
use crate::portal::ask::read::must_reach;
use crate::portal::control::{Control, ErrorLine, Look, Values, Wrong, summary};
use crate::portal::say::{self, Text};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use office::Refusal;
use office::intake::{self, Consent, Step, Whom};
use terms::{AskingId, Secret};
use wording::{Argument, Language};

#[derive(Template)]
#[template(path = "desk/behalf/said.html")]
struct SaidPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    action: String,
    back: String,
    revision: i64,
    /// The language of whoever asks.
    spoken: Language,
    lines: Vec<Line>,
    promise: Vec<String>,
    /// What the officer should know, which is not read aloud.
    whom: Vec<String>,
    consent: Option<Control>,
}

/// A line to be read aloud.
struct Line {
    name: Text,
    values: Vec<Text>,
}

/// `GET /desk/new/{id}/check`
pub(super) async fn page(State(app): State<App>, Path(id): Path<String>, desk: Desk) -> Response {
    match placed(&app, &desk, &id).await {
        Ok((place, writing)) => show(&app, &desk, (&place, writing.asking.revision), &Wrong::new()).await,
        Err(response) => response,
    }
}

/// `POST /desk/new/{id}/check`: opens the case, once.
pub(super) async fn send(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let (place, writing) = match placed(&app, desk, &id).await {
        Ok(found) => found,
        // A second tap finds what became of the first.
        Err(response) => return response,
    };
    let (id, revision) = (writing.asking.id, writing.asking.revision);
    // What was changed in another window was not read aloud.
    if posted.text("revision").parse::<i64>() != Ok(revision) {
        return Redirect::to(&address(desk, id, "/check")).into_response();
    }
    let Some(consent) = consent(&place, posted.text("consent")) else {
        let wrong = vec![("consent".to_owned(), desk.language.say("behalf-consent-missing"))];
        return show(&app, desk, (&place, revision), &wrong).await;
    };
    open(&app, desk, (&place, id), consent).await
}

/// Whether whoever asks agreed, as far as there is anything to agree to.
fn consent(place: &Place<'_>, chosen: &str) -> Option<Consent> {
    match chosen {
        _ if !place.draft.is_reachable() => Some(Consent::Given),
        "yes" => Some(Consent::Given),
        "no" if !must_reach(place.service) => Some(Consent::Refused),
        _ => None,
    }
}

async fn open(app: &App, desk: &Desk, (place, id): (&Place<'_>, AskingId), consent: Consent) -> Response {
    let secret = secret_of(desk, id);
    let act = desk.act_over(app, over(desk, value(&place.draft.typed, "over")));
    let sent = app.office.write(act, move |tx, act| intake::send_for(tx, act, id, (&secret, consent))).await;
    match sent {
        Ok(_) => Redirect::to(&address(desk, id, "/done")).into_response(),
        Err(Refusal::Invalid(mistakes)) => {
            let field = |name: &str| name.trim_start_matches("attribute[").trim_end_matches(']').to_owned();
            let wrong: Wrong =
                mistakes.into_iter().map(|mistake| (field(&mistake.field), mistake.problem)).collect();
            form::show(app, desk, place, (&place.draft.typed, &wrong)).await
        }
        Err(refusal) => desk.refuse(app, &refusal.into()),
    }
}

/// The secret of the case that this becomes. It follows from the officer's cookie, so that the page that tells it can be
/// opened again while they are signed in; the house keeps its hash alone.
pub(super) fn secret_of(desk: &Desk, id: AskingId) -> Secret {
    Secret::from_bytes(desk.derive(&format!("secret of {id}")))
}

async fn show(app: &App, desk: &Desk, (place, revision): (&Place<'_>, i64), wrong: &Wrong) -> Response {
    let (draft, mistakes) = read::whole(app, desk.language, place, (&place.draft.typed, &[]));
    if !mistakes.is_empty() {
        return form::show(app, desk, place, (&place.draft.typed, &mistakes)).await;
    }
    let asked = draft.clone();
    let whom = match app.office.read(desk.act(app), move |tx, act| intake::whom(tx, act, &asked)).await {
        Ok(whom) => whom,
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let read = Place { service: place.service, draft, asking: place.asking, today: place.today.clone() };
    let mut page = said_page(app, desk, &read, (&whom, wrong));
    page.revision = revision;
    let files = files::kept(app, desk, place.asking).await;
    if !files.is_empty() {
        let values = files.into_iter().map(|file| Text::plain(file.name)).collect();
        page.lines.push(Line { name: Text::said(page.spoken, "ask-check-files"), values });
    }
    let mut response = Desk::private(render(&page));
    if !wrong.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

fn said_page(app: &App, desk: &Desk, place: &Place<'_>, (whom, wrong): (&Whom, &Wrong)) -> SaidPage {
    let language = desk.language;
    let spoken = spoken(app, language, &place.draft.typed);
    let consent = place.draft.is_reachable().then(|| consent_control(language, place, wrong));
    let errors = summary(&consent.iter().collect::<Vec<_>>(), wrong);
    let mut frame = Frame::new(app, desk, &language.say("behalf-check"));
    frame.layout.error = !errors.is_empty();
    let at = |page: &str| place.asking.map(|id| address(desk, id, page)).unwrap_or_default();
    SaidPage {
        frame,
        errors,
        action: at("/check"),
        back: at(""),
        revision: 0,
        spoken,
        lines: lines(app, spoken, place),
        promise: say::promise(app, place.service, spoken),
        whom: whom_in_words(language, place, whom),
        consent,
    }
}

fn consent_control(language: Language, place: &Place<'_>, wrong: &Wrong) -> Control {
    let said = |key: &str| Text::said(language, key);
    let mut choices = vec![("yes".to_owned(), said("behalf-consent-yes"))];
    if !must_reach(place.service) {
        choices.push(("no".to_owned(), said("behalf-consent-no")));
    }
    let control = Control::line(language, "consent", said("behalf-consent")).looking(Look::One);
    control.choosing(choices).with(&Values::new(), wrong)
}

/// What was written down, in the language of whoever asks.
fn lines(app: &App, language: Language, place: &Place<'_>) -> Vec<Line> {
    let (city, draft) = (&app.office.city, &place.draft);
    let line = |key: &str, values: Vec<Text>| Line { name: Text::said(language, key), values };
    let mut lines = vec![line("behalf-said-service", vec![Text::of(city, &place.service.name, language)])];
    if draft.steps(place.service, &place.today).contains(&Step::About) {
        let about = about_name(city, language, &draft.about);
        lines.push(line("behalf-said-about", vec![Text::plain(about)]));
    }
    lines.push(line("behalf-said-where", spot(app, language, place)));
    if let Some(same) = draft.same_as {
        lines.push(line("behalf-said-same", vec![Text::plain(same.to_string())]));
    }
    let answers = answers_in_words(city, language, place.service, &draft.answers);
    lines.extend(answers.into_iter().map(|(name, values)| Line { name, values }));
    lines.push(line("behalf-said-words", vec![Text::plain(draft.description.clone())]));
    lines.extend(reached(language, place));
    lines.retain(|line| line.values.iter().any(|value| !value.is_empty()));
    lines
}

fn spot(app: &App, language: Language, place: &Place<'_>) -> Vec<Text> {
    let (city, draft) = (&app.office.city, &place.draft);
    let district = city.district_of(&draft.place).or(draft.district.as_ref());
    let district = district.and_then(|code| city.districts.get(code));
    let position = draft.place.position.filter(|_| draft.place.address.is_none());
    let texts = [
        draft.place.address.clone().map(Text::plain),
        district.map(|district| Text::of(city, &district.name, language)),
        position.map(|at| Text::plain(format!("{:.5}, {:.5}", at.lat, at.long))),
    ];
    texts.into_iter().flatten().collect()
}

fn reached(language: Language, place: &Place<'_>) -> Vec<Line> {
    let person = &place.draft.person;
    let line = |key: &str, value: Option<String>| {
        Some(Line { name: Text::said(language, key), values: vec![Text::plain(value?)] })
    };
    let known = [
        line("behalf-said-name", person.name.clone()),
        line("behalf-said-phone", person.phone.clone()),
        line("behalf-said-email", person.email.clone()),
        line("behalf-said-language", person.language.as_deref().map(|_| language.say("language-name"))),
    ];
    let known = known.into_iter().flatten();
    if place.draft.is_reachable() {
        return known.collect();
    }
    let nobody = line("behalf-said-nobody", Some(language.say("behalf-said-nobody-text")));
    nobody.into_iter().collect()
}

/// Whose record it goes to; what of it is not kept.
fn whom_in_words(language: Language, place: &Place<'_>, whom: &Whom) -> Vec<String> {
    let name = whom.customer.as_ref().and_then(|customer| customer.name.clone());
    let name = name.unwrap_or_else(|| language.say("behalf-no-name"));
    let first = if whom.customer.is_some() {
        language.say_with("behalf-whom-known", &[("name", Argument::Words(&name))])
    } else if whom.is_new {
        language.say("behalf-whom-new")
    } else if place.draft.person.name.is_some() {
        language.say("behalf-whom-nameless")
    } else {
        language.say("behalf-whom-nobody")
    };
    let left_out: Vec<String> = whom.left_out.iter().map(|point| point.value.clone()).collect();
    let more = (!left_out.is_empty()).then(|| {
        let what = language.list(&left_out);
        language.say_with("behalf-left-out", &[("what", Argument::Words(&what))])
    });
    std::iter::once(first).chain(more).collect()
}
