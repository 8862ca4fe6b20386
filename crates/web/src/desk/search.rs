//! Finding a case: the page, and what is offered while an officer types.

use super::frame::Frame;
use super::officer::Desk;
use crate::App;
use crate::pages::{escaped, render};
use crate::portal::guest::Asked;
use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use office::desk::{self, FoundCases, Piece, Search, Where};
use office::{Act, Verb};
use records::Tx;
use serde::{Deserialize, Serialize};
use terms::{AgencyCode, Case, Channel, DistrictCode, Reference, ServiceCode, Status};
use wording::{Argument, Language};

/// Results on a page, and while somebody types.
const RESULTS: u32 = 20;
const SUGGESTIONS: u32 = 8;

/// What is looked for, as the form sends it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SearchQuery {
    q: String,
    status: String,
    service: String,
    agency: String,
    district: String,
    channel: String,
    from: String,
    to: String,
    before: String,
}

#[derive(Template)]
#[template(path = "desk/search.html")]
struct SearchPage {
    frame: Frame,
    query: SearchQuery,
    filters: Vec<Filter>,
    filtered: bool,
    asked: bool,
    count: String,
    exact: Vec<Row>,
    meant: Vec<Row>,
    instead: Vec<String>,
    rows: Vec<Row>,
    next: Option<String>,
}

/// A list to choose from: its name, its label, and each value with what it is called.
struct Filter {
    name: &'static str,
    label: String,
    options: Vec<(String, String, bool)>,
}

/// A case that was found.
pub(super) struct Row {
    pub(super) reference: Reference,
    pub(super) service: String,
    pub(super) status: Status,
    pub(super) state: String,
    due: Option<(String, bool)>,
    opened: String,
    place: String,
    why: String,
    pieces: Vec<Piece>,
}

/// What is offered while somebody types, and in the palette.
#[derive(Serialize)]
pub(crate) struct Offer {
    name: String,
    href: String,
    kind: String,
}

/// `GET /desk/search`
pub(crate) async fn page(State(app): State<App>, desk: Desk, Asked(query): Asked<SearchQuery>) -> Response {
    let search = search_of(&app, &query);
    let asked = query.is_asked();
    let found = app
        .office
        .read(
            desk.act(&app),
            move |tx, act| if asked { found(tx, act, &search) } else { Ok(Found::default()) },
        )
        .await;
    match found {
        Ok(found) => Desk::private(render(&shown(&app, &desk, query, found))),
        Err(refusal) => desk.refuse(&app, &refusal.into()),
    }
}

/// `GET /desk/suggest`
pub(crate) async fn suggest(
    State(app): State<App>,
    desk: Desk,
    Asked(query): Asked<SearchQuery>,
) -> Response {
    let search = Search { words: query.q.clone(), limit: SUGGESTIONS, ..Search::default() };
    let empty = query.q.trim().is_empty();
    let found = app
        .office
        .read(desk.act(&app), move |tx, act| {
            if empty {
                return Ok((desk::recently(tx, act, SUGGESTIONS)?, FoundCases::default()));
            }
            Ok((Vec::new(), desk::search(tx, act, &search)?))
        })
        .await;
    let (recent, found) = match found {
        Ok(found) => found,
        Err(refusal) => return desk.refuse(&app, &refusal.into()),
    };
    let offered = recent.iter().chain(&found.exact).chain(&found.meant);
    let offered = offered.chain(found.hits.iter().map(|hit| &hit.case));
    let mut offers: Vec<Offer> = offered.map(|case| offer(&app, desk.language, case)).collect();
    offers.truncate(usize::try_from(SUGGESTIONS).unwrap_or(usize::MAX));
    if empty {
        offers.extend(Frame::ways(desk.language).map(|(href, name)| Offer {
            name,
            href,
            kind: String::new(),
        }));
    }
    Desk::private(Json(offers).into_response())
}

/// A case, as it is offered.
fn offer(app: &App, language: Language, case: &Case) -> Offer {
    let row = Row::of(app, language, case);
    Offer {
        name: format!("{} {}", row.reference, row.service),
        href: format!("/desk/cases/{}?lang={}", row.reference, language.tag()),
        kind: [row.state, row.place]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
    }
}

/// What was found, with why each was.
#[derive(Default)]
struct Found {
    cases: FoundCases,
    whys: Vec<(Option<Where>, Vec<Piece>)>,
}

fn found(tx: &mut Tx<'_>, act: &Act, search: &Search) -> Verb<Found> {
    let cases = desk::search(tx, act, search)?;
    let whys = cases.hits.iter().map(|hit| why(tx, act, &hit.case, &cases.looked_for));
    Ok(Found { whys: whys.collect::<Verb<_>>()?, cases })
}

/// Where the words of a case stand that was found by them.
fn why(tx: &mut Tx<'_>, act: &Act, case: &Case, looked_for: &[String]) -> Verb<(Option<Where>, Vec<Piece>)> {
    let texts = desk::texts(tx, act, case)?;
    let found = texts.iter().find_map(|(place, text)| Some((Some(*place), desk::excerpt(text, looked_for)?)));
    Ok(found.unwrap_or_else(|| {
        let first = texts.first().map(|(_, text)| desk::beginning_of(text));
        (None, first.unwrap_or_default())
    }))
}

fn shown(app: &App, desk: &Desk, query: SearchQuery, found: Found) -> SearchPage {
    let language = desk.language;
    let row = |case: &Case| Row::of(app, language, case);
    let Found { cases, whys } = found;
    let instead = cases.instead.iter().map(|(typed, alike)| {
        let alike = language.list(alike);
        let arguments = [("typed", Argument::Words(typed)), ("meant", Argument::Words(&alike))];
        language.say_with("find-instead", &arguments)
    });
    let rows = cases.hits.iter().zip(whys).map(|(hit, (place, pieces))| Row {
        why: place.map_or_else(String::new, |place| language.say(key_of(place))),
        pieces,
        ..row(&hit.case)
    });
    let count = i64::try_from(cases.hits.len() + usize::from(cases.exact.is_some())).unwrap_or(i64::MAX);
    let key = if cases.next.is_some() { "find-newest" } else { "find-count" };
    SearchPage {
        frame: Frame::new(app, desk, &language.say("find-title")),
        filters: filters(app, language, &query),
        filtered: query.is_filtered(),
        asked: query.is_asked(),
        count: language.say_with(key, &[("count", Argument::Count(count))]),
        instead: instead.collect(),
        rows: rows.collect(),
        exact: cases.exact.iter().map(row).collect(),
        meant: cases.meant.iter().map(row).collect(),
        next: cases.next.map(|next| query.after(next, language)),
        query,
    }
}

const fn key_of(place: Where) -> &'static str {
    match place {
        Where::Description => "find-in-description",
        Where::Address => "find-in-address",
        Where::Answer => "find-in-answer",
        Where::Name => "find-in-name",
        Where::Reached => "find-in-reached",
        Where::Written => "find-in-written",
    }
}

impl SearchQuery {
    fn is_filtered(&self) -> bool {
        [&self.status, &self.service, &self.agency, &self.district, &self.channel, &self.from, &self.to]
            .iter()
            .any(|text| !text.is_empty())
    }

    fn is_asked(&self) -> bool {
        self.is_filtered() || !self.q.trim().is_empty()
    }

    /// Where the next page is.
    fn after(&self, next: i64, language: Language) -> String {
        let fields = [
            ("q", &self.q),
            ("status", &self.status),
            ("service", &self.service),
            ("agency", &self.agency),
            ("district", &self.district),
            ("channel", &self.channel),
            ("from", &self.from),
            ("to", &self.to),
        ];
        let given = fields.iter().filter(|(_, value)| !value.is_empty());
        let given = given.map(|(name, value)| format!("{name}={}&", escaped(value)));
        format!("/desk/search?{}before={next}&lang={}", given.collect::<String>(), language.tag())
    }
}

/// What the form asks for; what it cannot mean is left out.
fn search_of(app: &App, query: &SearchQuery) -> Search {
    let given = |text: &String| (!text.is_empty()).then(|| text.clone());
    let calendar = &app.office.city.calendar;
    let day = |text: &str| text.parse::<Date>().ok();
    Search {
        words: query.q.clone(),
        statuses: query.status.parse::<Status>().into_iter().collect(),
        service: given(&query.service).map(ServiceCode::new),
        agency: given(&query.agency).map(AgencyCode::new),
        district: given(&query.district).map(DistrictCode::new),
        channel: query.channel.parse::<Channel>().ok(),
        from: day(&query.from).and_then(|day| calendar.start_of(day)),
        // The last day is meant with all of its hours.
        to: day(&query.to).and_then(|day| calendar.start_of(day.tomorrow().ok()?)),
        before: query.before.parse().ok(),
        limit: RESULTS,
    }
}

fn filters(app: &App, language: Language, query: &SearchQuery) -> Vec<Filter> {
    let city = &app.office.city;
    let tag = language.tag();
    let filter = |name, key: &str, chosen: &str, values: Vec<(String, String)>| Filter {
        name,
        label: language.say(key),
        options: values
            .into_iter()
            .map(|(value, said)| (value == chosen, value, said))
            .map(|(on, value, said)| (value, said, on))
            .collect(),
    };
    let named = |code: &str, name: &str| (code.to_owned(), name.to_owned());
    let statuses = Status::ALL.iter().map(|status| named(status.as_str(), &state(language, *status)));
    let services = city.services.values().map(|it| named(it.code.as_str(), it.name.text(tag)));
    let agencies = city.agencies.values().map(|it| named(it.code.as_str(), it.name.text(tag)));
    let districts = city.districts.values().map(|it| named(it.code.as_str(), it.name.text(tag)));
    let channels = Channel::ALL
        .iter()
        .map(|channel| named(channel.as_str(), &language.say(&format!("channel-{}", channel.as_str()))));
    vec![
        filter("status", "find-status", &query.status, statuses.collect()),
        filter("service", "find-service", &query.service, services.collect()),
        filter("agency", "find-agency", &query.agency, agencies.collect()),
        filter("district", "find-district", &query.district, districts.collect()),
        filter("channel", "find-channel", &query.channel, channels.collect()),
    ]
}

fn state(language: Language, status: Status) -> String {
    language.say(&format!("find-status-{}", status.as_str()))
}

impl Row {
    pub(super) fn of(app: &App, language: Language, case: &Case) -> Self {
        let (city, now) = (&app.office.city, app.office.now());
        let service = city.services.get(&case.state.service);
        let seconds = |at: jiff::Timestamp| at.as_second() - now.as_second();
        let due = case.state.clocks.due_at.filter(|_| case.state.status == Status::Open).map(|due| {
            let late = due < now;
            let when = language.relative(seconds(due));
            let key = if late { "find-late" } else { "find-due" };
            (language.say_with(key, &[("when", Argument::Words(&when))]), late)
        });
        let when = language.relative(seconds(case.state.opened_at));
        Self {
            reference: case.reference,
            service: service.map_or_else(
                || case.state.service.to_string(),
                |service| service.name.text(language.tag()).to_owned(),
            ),
            status: case.state.status,
            state: state(language, case.state.status),
            due,
            opened: language.say_with("find-opened", &[("when", Argument::Words(&when))]),
            place: case.told.place.address.clone().unwrap_or_default(),
            why: String::new(),
            pieces: Vec::new(),
        }
    }
}
