//! Who comes: asked while the time is held, and booked once.

use super::{clock, moment, secret_of};
use crate::App;
use crate::pages::refuse;
use crate::portal::control::{Control, Look, Values, Wrong};
use crate::portal::form::{FormPage, say};
use crate::portal::guest::Guest;
use crate::portal::posted::Posted;
use crate::portal::say::Text;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::bookings::{self, Hold};
use office::customers::Person;
use office::{Mistake, Refusal, Verb};
use terms::{BookingId, Purpose};
use wording::{Argument, Language};

/// `GET /book/{id}`
pub(crate) async fn page(State(app): State<App>, Path(id): Path<String>, guest: Guest) -> Response {
    let Ok(id) = id.parse::<BookingId>() else {
        return refuse(&app, &guest.visitor, &Problem::not_found("page"));
    };
    match held(&app, &guest, id).await {
        Ok(Some(hold)) => show(&app, &guest, &hold, (&Values::new(), &Wrong::new())),
        Ok(None) => gone(&app, &guest, id).await,
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

async fn held(app: &App, guest: &Guest, id: BookingId) -> Verb<Option<Hold>> {
    let (session, act) = (guest.session(), guest.act(app, Purpose::Service));
    app.office.read(act, move |tx, _| bookings::held(tx, &session, id)).await
}

/// Whoever comes back to the form after it was sent is shown the booking; anybody else, that it is too late.
async fn gone(app: &App, guest: &Guest, id: BookingId) -> Response {
    let secret = secret_of(guest, id);
    let (act, asked) = (guest.act(app, Purpose::Service), secret.clone());
    match app.office.read(act, move |tx, _| bookings::opened(tx, &asked)).await {
        Ok(_) => guest.private(Redirect::to(&format!("/bookings/{secret}")).into_response()),
        Err(Refusal::NotFound(_)) => too_late(app, guest),
        Err(refusal) => refuse(app, &guest.visitor, &refusal.into()),
    }
}

fn too_late(app: &App, guest: &Guest) -> Response {
    say(app, guest, ("book-too-late-title", "book-too-late"), ("/book", "booking-again"))
}

fn show(app: &App, guest: &Guest, hold: &Hold, (values, wrong): (&Values, &Wrong)) -> Response {
    let language = guest.language;
    let Some(office) = app.office.city.offices.get(&hold.office) else { return too_late(app, guest) };
    let when = moment(office, language, hold.slot.starts_at);
    let until = clock(office, language, hold.until);
    let words = [("when", Argument::Words(&when)), ("until", Argument::Words(&until))];
    let day = office.calendar.day(hold.slot.starts_at);
    FormPage::new(app, guest, language.say("book-who-title"))
        .saying(language.say_with("book-kept", &words))
        .from(format!("/book?line={}&office={}&day={day}", hold.line, hold.office))
        .posting(format!("/book/{}", hold.id), language.say("book-confirm"))
        .asking(controls(language, (values, wrong)), wrong)
        .show(guest)
}

fn controls(language: Language, (values, wrong): (&Values, &Wrong)) -> Vec<Control> {
    let said = |key: &str| Text::said(language, key);
    let may = |key: &str| {
        let name = language.say(key);
        Text::plain(language.say_with("form-optional", &[("name", Argument::Words(&name))]))
    };
    let lines = [
        Control::line(language, "name", said("book-name")).hinted(said("book-name-hint")).completing("name"),
        Control::line(language, "email", may("ask-contact-email"))
            .hinted(said("book-email-hint"))
            .looking(Look::Line("email"))
            .completing("email"),
        Control::line(language, "phone", may("ask-contact-phone"))
            .hinted(said("book-phone-hint"))
            .looking(Look::Line("tel"))
            .completing("tel"),
    ];
    lines.into_iter().map(|line| line.with(values, wrong)).collect()
}

/// `POST /book/{id}`
pub(crate) async fn confirm(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    let guest = &posted.guest;
    let Ok(id) = id.parse::<BookingId>() else {
        return refuse(&app, &guest.visitor, &Problem::not_found("page"));
    };
    if let Some(problem) = posted.given("email").and_then(|_| posted.may_mail(&app).err()) {
        return refuse(&app, &guest.visitor, &problem);
    }
    let secret = secret_of(guest, id);
    match book(&app, &posted, id).await {
        Ok(()) => guest.private(Redirect::to(&format!("/bookings/{secret}")).into_response()),
        Err(Refusal::Invalid(mistakes)) => match held(&app, guest, id).await {
            Ok(Some(hold)) => {
                let wrong = wrong(guest.language, &mistakes);
                show(&app, guest, &hold, (&posted.fields, &wrong))
            }
            Ok(None) => too_late(&app, guest),
            Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
        },
        Err(Refusal::Conflict(_)) => too_late(&app, guest),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

async fn book(app: &App, posted: &Posted, id: BookingId) -> Verb<()> {
    let guest = &posted.guest;
    let person = Person {
        name: posted.given("name"),
        email: posted.given("email"),
        phone: posted.given("phone"),
        language: Some(guest.language.tag().to_owned()),
        business: false,
    };
    let (session, secret) = (guest.session(), secret_of(guest, id));
    let act = guest.act(app, Purpose::Service);
    let booked =
        app.office.write(act, move |tx, act| bookings::book(tx, act, (&session, id), &person, &secret)).await;
    booked.map(drop)
}

/// What is wrong with what was written, in the language of the page.
fn wrong(language: Language, mistakes: &[Mistake]) -> Wrong {
    let words = |mistake: &Mistake| {
        let (field, key) = match mistake.field.as_str() {
            "name" => ("name", "book-name-missing"),
            "ahead" => ("email", "book-email-enough"),
            "email" => ("email", "ask-contact-bad-email"),
            _ => ("phone", "ask-contact-bad-phone"),
        };
        (field.to_owned(), language.say(key))
    };
    mistakes.iter().map(words).collect()
}
