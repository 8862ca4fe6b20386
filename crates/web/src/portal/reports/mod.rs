//! What everybody may see of reports: a list with filters, a map, and one report.

mod feed;

pub(crate) use feed::{feed, feed_of};

use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::portal::files::serve;
use crate::portal::guest::{Asked, Guest};
use crate::portal::say::{self, Text};
use crate::problem::Problem;
use askama::Template;
use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use office::cases::{self, Audience, Report, timeline};
use office::{Verb, intake};
use records::cases::{Area, Filter, PublicCase, Spot};
use records::files::Part;
use serde::{Deserialize, Serialize};
use terms::{CaseId, Channel, DistrictCode, FileId, Principal, Purpose, Reference, ServiceCode, Status};
use wording::Language;

/// Reports on a page, and in a feed.
const PAGE: u32 = 30;

/// Which reports.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ReportsQuery {
    service: String,
    district: String,
    status: String,
    after: String,
}

/// Which part of a map.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct MapQuery {
    south: f64,
    west: f64,
    north: f64,
    east: f64,
}

#[derive(Template)]
#[template(path = "portal/reports.html")]
struct ReportsPage {
    layout: Layout,
    language: Language,
    cards: Vec<Card>,
    services: Vec<Choice>,
    districts: Vec<Choice>,
    statuses: Vec<Choice>,
    next: Option<String>,
    feed: String,
    tiles: Option<String>,
}

struct Choice {
    value: String,
    name: Text,
    chosen: bool,
}

/// A report in a list.
struct Card {
    href: String,
    service: Text,
    words: String,
    place: String,
    when: String,
    status: String,
    look: &'static str,
    picture: Option<String>,
}

#[derive(Template)]
#[template(path = "portal/report.html")]
struct ReportPage {
    layout: Layout,
    language: Language,
    reference: Reference,
    card: Card,
    pictures: Vec<String>,
    lines: Vec<(String, String, Option<String>)>,
    due: Option<String>,
    feed: String,
    follow: Option<String>,
    again: String,
    reporters: bool,
}

fn filter(query: &ReportsQuery) -> Filter {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let statuses = match query.status.as_str() {
        "open" => vec![Status::Open, Status::Waiting],
        "closed" => vec![Status::Closed],
        _ => Vec::new(),
    };
    Filter {
        services: given(&query.service).map(ServiceCode::new).into_iter().collect(),
        district: given(&query.district).map(DistrictCode::new),
        statuses,
        after: position(&query.after),
        limit: PAGE,
        ..Filter::default()
    }
}

fn position(text: &str) -> Option<(Timestamp, CaseId)> {
    let (ms, id) = text.split_once('_')?;
    Some((Timestamp::from_millisecond(ms.parse().ok()?).ok()?, id.parse().ok()?))
}

type Found = Verb<Vec<(PublicCase, Option<FileId>)>>;

async fn found(app: &App, query: &ReportsQuery) -> Found {
    let filter = filter(query);
    let act = app.office.act(Principal::public(), Channel::Web, Purpose::Statistics);
    app.office.read(act, move |tx, act| cases::reports(tx, act, &filter)).await
}

/// `GET /reports`
pub(crate) async fn list(
    State(app): State<App>,
    guest: Guest,
    Asked(query): Asked<ReportsQuery>,
) -> Response {
    match found(&app, &query).await {
        Ok(found) => guest.public(render(&reports_page(&app, &guest, &query, &found))),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

fn reports_page(
    app: &App,
    guest: &Guest,
    query: &ReportsQuery,
    found: &[(PublicCase, Option<FileId>)],
) -> ReportsPage {
    let (city, language) = (&app.office.city, guest.language);
    let all = |chosen: &str| Choice {
        value: String::new(),
        name: Text::said(language, "score-all"),
        chosen: chosen.is_empty(),
    };
    let choice = |value: String, name: Text, chosen: &str| Choice { chosen: value == chosen, value, name };
    let mut services = vec![all(&query.service)];
    let public = city.services.values().filter(|service| service.public && service.open_to(Channel::Web));
    services.extend(
        public.map(|s| choice(s.code.to_string(), Text::of(city, &s.name, language), &query.service)),
    );
    services[1..].sort_by(|a, b| a.name.text.cmp(&b.name.text));
    let mut districts = vec![all(&query.district)];
    districts.extend(
        city.districts
            .values()
            .map(|d| choice(d.code.to_string(), Text::of(city, &d.name, language), &query.district)),
    );
    let mut statuses = vec![all(&query.status)];
    statuses.extend(
        ["open", "closed"].map(|name| {
            choice(name.to_owned(), Text::said(language, &format!("status-{name}")), &query.status)
        }),
    );
    let same = format!("service={}&district={}&status={}", query.service, query.district, query.status);
    let full = found.len() == usize::try_from(PAGE).unwrap_or(usize::MAX);
    let last = found.last().filter(|_| full).map(|(case, _)| case);
    ReportsPage {
        layout: guest.layout(app, &language.say("reports-title")),
        language,
        cards: found.iter().map(|(case, picture)| card(app, language, case, *picture)).collect(),
        services,
        districts,
        statuses,
        next: last.map(|case| {
            format!("/reports?{same}&after={}_{}", case.state.opened_at.as_millisecond(), case.id)
        }),
        feed: format!("/reports.rss?{same}"),
        tiles: app.settings.tiles.clone(),
    }
}

fn card(app: &App, language: Language, case: &PublicCase, picture: Option<FileId>) -> Card {
    Card {
        href: format!("/reports/{}", case.reference),
        service: service_of(app, language, &case.state.service),
        words: case.told.description.clone(),
        place: place_of(app, language, (case.told.place.address.as_ref(), case.state.district.as_ref())),
        when: say::moment(&app.office.city, language, case.state.opened_at),
        status: language.say(match case.state.status {
            Status::Open => "status-open",
            Status::Waiting => "reports-waiting",
            Status::Closed => "status-closed",
        }),
        look: look(case.state.status),
        picture: picture.map(|id| format!("/reports/{}/pictures/{id}", case.reference)),
    }
}

fn service_of(app: &App, language: Language, service: &ServiceCode) -> Text {
    let city = &app.office.city;
    let service = city.services.get(service);
    service.map(|service| Text::of(city, &service.name, language)).unwrap_or_default()
}

fn place_of(
    app: &App,
    language: Language,
    (address, district): (Option<&String>, Option<&DistrictCode>),
) -> String {
    let district = district.and_then(|code| app.office.city.districts.get(code));
    let district = district.map(|district| district.name.text(language.tag()).to_owned());
    [address.cloned(), district].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

const fn look(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Waiting => "waiting",
        Status::Closed => "done",
    }
}

/// `GET /reports/{reference}`
pub(crate) async fn one(State(app): State<App>, Path(reference): Path<String>, guest: Guest) -> Response {
    let Ok(reference) = reference.parse::<Reference>() else {
        return refuse(&app, &guest.visitor, &Problem::not_found("report"));
    };
    let act = guest.act(&app, Purpose::Statistics);
    match app.office.read(act, move |tx, act| cases::report_of(tx, act, &reference)).await {
        Ok(report) => guest.public(render(&report_page(&app, &guest, &report))),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

fn report_page(app: &App, guest: &Guest, report: &Report) -> ReportPage {
    let (city, language, case) = (&app.office.city, guest.language, &report.case);
    let card = card(app, language, case, None);
    let reference = case.reference;
    // What everybody may read: what happened, and how it ended in words that give nobody away.
    let lines = timeline(city, &report.events, &[], Audience::Public, language);
    let notes = case.told.status_notes.clone();
    let due = case.state.clocks.due_at.filter(|_| case.state.status != Status::Closed);
    ReportPage {
        layout: guest.layout(app, &format!("{} {reference}", card.service.text)),
        language,
        reference,
        pictures: report
            .pictures
            .iter()
            .map(|file| format!("/reports/{reference}/pictures/{}", file.id))
            .collect(),
        lines: lines
            .iter()
            .map(|entry| {
                let words = notes.clone().filter(|_| entry.kind == terms::EventKind::Resolved);
                (say::moment(city, language, entry.at), entry.sentence.clone(), words)
            })
            .collect(),
        due: due.map(|due| say::moment(city, language, due)),
        feed: format!("/reports/{reference}/feed.rss"),
        follow: app.office.mails_links().then(|| format!("/reports/{reference}/follow")),
        again: format!("/services/{}", case.state.service),
        reporters: case.state.duplicate_of.is_some(),
        card,
    }
}

/// A report as a point of a map.
#[derive(Serialize)]
struct Point {
    lat: f64,
    long: f64,
    title: String,
    href: String,
    state: &'static str,
}

/// `GET /reports.json`: the open reports of a part of the map.
pub(crate) async fn map(State(app): State<App>, guest: Guest, Asked(query): Asked<MapQuery>) -> Response {
    let MapQuery { south, west, north, east } = query;
    let act = guest.act(&app, Purpose::Statistics);
    let area = Area { south, west, north, east };
    let found = app.office.read(act, move |tx, act| cases::on_map(tx, act, area)).await;
    let point = |spot: &Spot| {
        let service = service_of(&app, guest.language, &spot.service);
        let place = place_of(&app, guest.language, (spot.address.as_ref(), spot.district.as_ref()));
        let (title, href) = (format!("{} – {place}", service.text), format!("/reports/{}", spot.reference));
        Point { lat: spot.lat, long: spot.long, title, href, state: look(spot.status) }
    };
    match found {
        Ok(found) => Json(found.iter().map(point).collect::<Vec<_>>()).into_response(),
        Err(refusal) => Problem::from(refusal).into_response(),
    }
}

/// `GET /reports/{reference}/pictures/{picture}`
pub(crate) async fn picture(
    State(app): State<App>,
    Path((reference, picture)): Path<(String, String)>,
    guest: Guest,
) -> Response {
    let (Ok(reference), Ok(id)) = (reference.parse::<Reference>(), picture.parse::<FileId>()) else {
        return refuse(&app, &guest.visitor, &Problem::not_found("picture"));
    };
    let act = guest.act(&app, Purpose::Statistics);
    let found =
        app.office.read(act, move |tx, act| cases::picture(tx, act, &reference, id, Part::Thumbnail)).await;
    match found.and_then(|(file, body)| Ok((file, intake::bytes_of(&body)?))) {
        Ok((file, bytes)) => serve(&file, bytes, Part::Thumbnail),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}
