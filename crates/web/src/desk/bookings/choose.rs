//! When and where: the times that are free, and the one that is held while the officer asks who comes.

use super::{answer, goes_to, places, show_times};
use crate::App;
use crate::desk::officer::{Desk, Posted};
use crate::portal::book::Choosing;
use crate::portal::guest::Asked;
use crate::portal::say::Text;
use axum::extract::State;
use axum::response::Response;
use jiff::Timestamp;
use office::bookings::{self, Wanted};
use office::{Refusal, Verb};
use serde::Deserialize;
use terms::{LineCode, OfficeCode};

/// What was chosen so far.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NewQuery {
    line: String,
    office: String,
    day: String,
}

/// `GET /desk/bookings/new`
pub(super) async fn page(State(app): State<App>, desk: Desk, Asked(query): Asked<NewQuery>) -> Response {
    if query.line.is_empty() {
        return goes_to(&format!("/desk/bookings?lang={}", desk.language.tag()));
    }
    answer(&app, &desk, times(&app, &desk, (&query, None)).await)
}

/// The times of the office that was asked for, or of the officer's own.
async fn times(app: &App, desk: &Desk, (query, wrong): (&NewQuery, Option<&'static str>)) -> Verb<Response> {
    let language = desk.language;
    let places = places(app, desk, &LineCode::new(&query.line));
    let asked = places.iter().find(|(office, _)| office.code.as_str() == query.office);
    let (office, line) = *asked.or(places.first()).ok_or(Refusal::NotFound("line"))?;
    let (at, what) = (office.code.clone(), line.code.clone());
    let free = app.office.read(desk.act(app), move |tx, act| bookings::free(tx, act, &at, &what)).await?;
    let here = |office: &OfficeCode| {
        format!("/desk/bookings/new?lang={}&line={}&office={office}&", language.tag(), line.code)
    };
    let others = places.iter().filter(|(other, _)| other.code != office.code);
    let choosing = Choosing {
        office,
        line,
        free,
        day: query.day.parse().ok(),
        here: here(&office.code),
        elsewhere: others
            .map(|(other, _)| (here(&other.code), Text::of(&app.office.city, &other.name, language)))
            .collect(),
        action: format!("/desk/bookings/new?lang={}", language.tag()),
        hidden: vec![("line", line.code.to_string()), ("office", office.code.to_string())],
        back: format!("/desk/bookings?lang={}", language.tag()),
        title: "book-when-title",
        button: "book-time-hold",
        wrong,
    };
    Ok(show_times(app, desk, choosing))
}

/// `POST /desk/bookings/new`: holds the time that was chosen.
pub(super) async fn hold(State(app): State<App>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let again = match held(&app, &posted).await {
        Ok(at) => return goes_to(&at),
        Err(Refusal::Conflict(_)) => {
            let (line, office) = (posted.text("line").to_owned(), posted.text("office").to_owned());
            let query = NewQuery { line, office, day: String::new() };
            times(&app, desk, (&query, Some("book-taken"))).await
        }
        Err(refusal) => Err(refusal),
    };
    answer(&app, desk, again)
}

/// Where the form of the time that is held is.
async fn held(app: &App, posted: &Posted) -> Verb<String> {
    let desk = &posted.desk;
    let starts_at: Timestamp =
        posted.text("at").parse().map_err(|_| Refusal::conflict("this is no time; choose one"))?;
    let (office, line) = (OfficeCode::new(posted.text("office")), LineCode::new(posted.text("line")));
    let (session, wanted) = (desk.session(), Wanted { office, line, starts_at });
    let act = desk.act(app);
    let hold = app.office.write(act, move |tx, act| bookings::hold_for(tx, act, &session, &wanted)).await?;
    Ok(format!("/desk/bookings/new/{}?lang={}", hold.id, desk.language.tag()))
}
