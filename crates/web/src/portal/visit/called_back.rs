//! Being called back by phone: asking for it from the page of a visit, and what that page then says.

use super::{counter, problem};
use crate::App;
use crate::pages::refuse;
use crate::portal::control::{Control, Look, Values, Wrong};
use crate::portal::form::FormPage;
use crate::portal::guest::Guest;
use crate::portal::posted::Posted;
use crate::portal::say::Text;
use crate::problem::Problem;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use office::city::Office;
use office::lobby;
use office::{Refusal, Verb};
use terms::{CallBack, Purpose, Secret, Visit, VisitEnd, VisitStatus, Window};
use wording::{Argument, Language};

/// So many digits of a number tell its owner which one it is.
const TOLD_DIGITS: usize = 4;

/// Where somebody stands who is called by phone: as a look, in words, and what to do.
pub(super) fn stands(
    app: &App,
    language: Language,
    (office, visit, call): (Option<&Office>, &Visit, &CallBack),
    phone: Option<&str>,
) -> (&'static str, String, String) {
    let state = &visit.state;
    let at = counter(&app.office.city, language, office, state.counter.as_ref());
    let at = [("counter", Argument::Words(&at))];
    let number = phone.map(|phone| number(language, phone)).unwrap_or_default();
    let said = |key: &str| language.say(key);
    match (state.status, state.end) {
        (VisitStatus::Waiting, _) => {
            let when = when(app, language, (office, call.window));
            ("waiting", said("visit-call-waiting"), format!("{when} {number}"))
        }
        (VisitStatus::Called, _) => ("called", said("visit-call-now"), number),
        (VisitStatus::Serving, _) => ("here", language.say_with("visit-call-here", &at), String::new()),
        (VisitStatus::Parked, _) => match call.again_at {
            Some(again) => {
                let again =
                    with_time(language, "visit-call-again", &[("time", time(language, office, again))]);
                ("here", said("visit-call-missed"), format!("{again} {number}"))
            }
            None => ("here", language.say_with("visit-call-parked", &at), number),
        },
        (VisitStatus::Over, Some(VisitEnd::NoShow)) => {
            ("over", said("visit-call-no-show"), said("visit-call-no-show-text"))
        }
        (VisitStatus::Over, _) => super::stands(&app.office.city, language, (office, visit)),
    }
}

/// When the call comes, as it was told, or that we are late; or until when the office is open, where nobody could say.
fn when(app: &App, language: Language, (office, window): (Option<&Office>, Option<Window>)) -> String {
    let at = |instant| time(language, office, instant);
    if let Some(Window { until, .. }) = window.filter(|window| window.until < app.office.now()) {
        return with_time(language, "visit-call-late", &[("until", at(until))]);
    }
    if let Some(Window { from, until }) = window {
        return with_time(language, "visit-call-window", &[("from", at(from)), ("until", at(until))]);
    }
    let closes = office.and_then(|office| office.calendar.next_close(app.office.now()));
    let told = |closes| with_time(language, "visit-call-unknown", &[("time", at(closes))]);
    closes.map(told).unwrap_or_default()
}

fn with_time(language: Language, key: &str, times: &[(&str, String)]) -> String {
    let named: Vec<_> = times.iter().map(|(name, time)| (*name, Argument::Words(time))).collect();
    language.say_with(key, &named)
}

fn time(language: Language, office: Option<&Office>, at: Timestamp) -> String {
    office.map_or_else(String::new, |office| language.time(office.calendar.local(at).time()))
}

/// The end of a number, which its owner knows and nobody can call.
fn number(language: Language, phone: &str) -> String {
    let end = phone.len().saturating_sub(TOLD_DIGITS);
    let digits = phone.get(end..).unwrap_or_default();
    language.say_with("visit-call-number", &[("digits", Argument::Words(digits))])
}

/// The form on which somebody asks for it.
pub(super) fn page(app: &App, guest: &Guest, secret: &str, (values, wrong): (&Values, &Wrong)) -> Response {
    let language = guest.language;
    let phone = Control::line(language, "phone", Text::said(language, "ask-contact-phone"))
        .hinted(Text::said(language, "visit-call-hint"))
        .looking(Look::Line("tel"))
        .completing("tel")
        .with(values, wrong);
    FormPage::new(app, guest, language.say("visit-call-title"))
        .saying(language.say("visit-call-text"))
        .from(format!("/visits/{secret}"))
        .posting(format!("/visits/{secret}/call-back"), language.say("visit-call-button"))
        .asking(vec![phone], wrong)
        .show(guest)
}

/// Asks for it; a number that cannot be called is asked for again.
pub(super) async fn ask(app: &App, posted: &Posted, secret: &str) -> Response {
    let guest = &posted.guest;
    if let Some(Err(seconds)) = guest.address.map(|address| app.may_join(address)) {
        return refuse(app, &guest.visitor, &Problem::too_many(seconds));
    }
    let phone = posted.text("phone").trim().to_owned();
    match asked(app, guest, secret, phone).await {
        Ok(_) | Err(Refusal::Conflict(_)) => {
            let here = format!("/visits/{secret}?lang={}", guest.language.tag());
            guest.private(Redirect::to(&here).into_response())
        }
        Err(Refusal::Invalid(mistakes)) => {
            let often = mistakes.iter().any(|mistake| mistake.field == "often");
            let key = if often { "visit-call-enough" } else { "ask-contact-bad-phone" };
            let wrong = vec![("phone".to_owned(), guest.language.say(key))];
            page(app, guest, secret, (&posted.fields, &wrong))
        }
        Err(refusal) => problem(app, guest, refusal),
    }
}

async fn asked(app: &App, guest: &Guest, secret: &str, phone: String) -> Verb<Visit> {
    let secret: Secret = secret.parse().map_err(|_| Refusal::NotFound("page"))?;
    let act = guest.act(app, Purpose::Service);
    app.office.write(act, move |tx, act| lobby::ask_call_back(tx, act, &secret, &phone)).await
}
