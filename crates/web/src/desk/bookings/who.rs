//! Who comes, how they are reached and what they need: asked while the time is held, and booked once.

use super::{address, answer, goes_to};
use crate::App;
use crate::desk::behalf::{form::channel, over};
use crate::desk::form::DeskForm;
use crate::desk::officer::{Desk, Posted};
use crate::desk::who::{needs_of, tongue, tongues};
use crate::portal::book::{clock, moment};
use crate::portal::control::{Control, Look, Values, Wrong};
use crate::portal::say::Text;
use axum::extract::{Path, State};
use axum::response::Response;
use office::bookings::{self, Hold};
use office::customers::Person;
use office::{Act, Mistake, Refusal, Verb};
use records::Tx;
use terms::{Booking, BookingId, Need, Secret};
use wording::{Argument, Language};

/// The secret of the booking that an officer makes of what they hold: sent twice, the form books once.
fn secret_of(desk: &Desk, id: BookingId) -> Secret {
    Secret::from_bytes(desk.derive(&format!("booking {id}")))
}

/// `GET /desk/bookings/new/{id}`
pub(super) async fn page(State(app): State<App>, Path(id): Path<String>, desk: Desk) -> Response {
    answer(&app, &desk, show(&app, &desk, &id, (&Values::new(), &Wrong::new())).await)
}

/// The form while the time is held; once it was sent, the booking.
async fn show(app: &App, desk: &Desk, text: &str, (values, wrong): (&Values, &Wrong)) -> Verb<Response> {
    let id: BookingId = text.parse().map_err(|_| Refusal::NotFound("booking"))?;
    let (session, secret) = (desk.session(), secret_of(desk, id));
    let read = move |tx: &mut Tx<'_>, _: &Act| match bookings::held(tx, &session, id)? {
        Some(hold) => Ok((Some(hold), None)),
        None => match bookings::opened(tx, &secret) {
            Ok(made) => Ok((None, Some(made))),
            Err(Refusal::NotFound(_)) => Ok((None, None)),
            Err(refusal) => Err(refusal),
        },
    };
    Ok(match app.office.read(desk.act(app), read).await? {
        (Some(hold), _) => ask(app, desk, &hold, (values, wrong)),
        (None, Some(made)) => goes_to(&address(desk.language, made.reference, "")),
        (None, None) => too_late(desk),
    })
}

fn too_late(desk: &Desk) -> Response {
    goes_to(&format!("/desk/bookings?late=yes&lang={}", desk.language.tag()))
}

fn ask(app: &App, desk: &Desk, hold: &Hold, (values, wrong): (&Values, &Wrong)) -> Response {
    let language = desk.language;
    let Some(office) = app.office.city.offices.get(&hold.office) else { return too_late(desk) };
    let when = moment(office, language, hold.slot.starts_at);
    let until = clock(office, language, hold.until);
    let words = [
        ("when", Argument::Words(&when)),
        ("until", Argument::Words(&until)),
        ("office", Argument::Words(office.name.text(language.tag()))),
    ];
    let action = format!("/desk/bookings/new/{}?lang={}", hold.id, language.tag());
    let says = ("book-who-title", action.as_str(), "book-confirm");
    let mut page = DeskForm::new(app, desk, says, controls(app, desk, (values, wrong)), wrong);
    page.text = language.say_with("desk-booking-kept", &words);
    let day = office.calendar.day(hold.slot.starts_at);
    let chosen = format!("line={}&office={}&day={day}", hold.line, hold.office);
    let back = format!("/desk/bookings/new?lang={}&{chosen}", language.tag());
    page.other = Some((back, language.say("book-move-title")));
    page.show()
}

fn controls(app: &App, desk: &Desk, (values, wrong): (&Values, &Wrong)) -> Vec<Control> {
    let language = desk.language;
    let line = |name: &str, key: &str| Control::line(language, name, Text::said(language, key));
    let may = |name: &str, key: &str| {
        let label = language.say(key);
        let label = language.say_with("form-optional", &[("name", Argument::Words(&label))]);
        Control::line(language, name, Text::plain(label))
    };
    let named = |tag: &str| (tag.to_owned(), tongue(tag, language));
    let need = |need: &Need| (need.as_str().to_owned(), Text::said(language, &format!("need-{need}")));
    let none = (String::new(), Text::said(language, "reception-interpreter-none"));
    // The browser of an officer has nothing of its own to fill in.
    let asked = [
        line("name", "book-name").completing("off"),
        may("phone", "ask-contact-phone").looking(Look::Line("tel")).completing("off"),
        may("email", "ask-contact-email").looking(Look::Line("email")).completing("off"),
        line("language", "counter-speaks")
            .looking(Look::Select)
            .choosing(app.office.city.languages.iter().map(|tag| named(tag)).collect()),
        line("needs", "reception-needs")
            .hinted(Text::said(language, "reception-needs-hint"))
            .looking(Look::Several)
            .choosing(Need::ALL.iter().map(need).collect()),
        line("interpreter", "reception-interpreter")
            .looking(Look::Select)
            .choosing(std::iter::once(none).chain(tongues().map(named)).collect()),
    ];
    let first = channel(desk, (values, wrong));
    let asked = asked.into_iter().map(|control| control.with(values, wrong));
    std::iter::once(first).chain(asked).collect()
}

/// `POST /desk/bookings/new/{id}`
pub(super) async fn confirm(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let shown = match book(&app, &posted, &id).await {
        Ok(made) => Ok(goes_to(&address(desk.language, made.reference, ""))),
        Err(Refusal::Invalid(mistakes)) => {
            let wrong = wrong(desk.language, &mistakes);
            show(&app, desk, &id, (&posted.fields, &wrong)).await
        }
        Err(Refusal::Conflict(_)) => Ok(too_late(desk)),
        Err(refusal) => Err(refusal),
    };
    answer(&app, desk, shown)
}

async fn book(app: &App, posted: &Posted, id: &str) -> Verb<Booking> {
    let id: BookingId = id.parse().map_err(|_| Refusal::NotFound("booking"))?;
    let desk = &posted.desk;
    let given = |name: &str| Some(posted.text(name).to_owned()).filter(|text| !text.is_empty());
    let spoken = posted.text("language").to_owned();
    if !app.office.city.languages.contains(&spoken) {
        return Err(Refusal::invalid("language", "choose one of the list"));
    }
    let person = Person {
        name: given("name"),
        email: given("email"),
        phone: given("phone"),
        language: Some(spoken),
        business: false,
    };
    let needs: Vec<String> = posted.all("needs").map(ToOwned::to_owned).collect();
    let needs = needs_of(&needs, posted.text("interpreter"))?;
    let (session, secret) = (desk.session(), secret_of(desk, id));
    let act = desk.act_over(app, over(desk, posted.text("over")));
    let book = move |tx: &mut Tx<'_>, act: &Act| {
        bookings::book_for(tx, act, (&session, id), (&person, &needs), &secret)
    };
    app.office.write(act, book).await
}

/// What is wrong with what was written, in the language of the page.
fn wrong(language: Language, mistakes: &[Mistake]) -> Wrong {
    let words = |mistake: &Mistake| {
        let (field, key) = match mistake.field.as_str() {
            "name" => ("name", "desk-booking-nameless"),
            "ahead" => ("email", "book-email-enough"),
            "email" => ("email", "ask-contact-bad-email"),
            "language" => ("language", "desk-booking-choose"),
            "needs" => ("needs", "desk-booking-choose"),
            "interpreter" => ("interpreter", "desk-booking-choose"),
            _ => ("phone", "ask-contact-bad-phone"),
        };
        (field.to_owned(), language.say(key))
    };
    mistakes.iter().map(words).collect()
}
