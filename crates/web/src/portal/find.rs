//! Finding the way: home, the list of services, search with suggestions, and what happens in life.

use super::guest::{Asked, Guest};
use super::say::{self, Text};
use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::problem::Problem;
use crate::shelf::shelf;
use askama::Template;
use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use office::Verb;
use office::city::{City, Service};
use office::knowledge::Card;
use office::services::Found;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use terms::Channel;
use wording::{Argument, Language};

/// Suggestions while somebody types.
const MOST_SUGGESTIONS: usize = 8;
/// Results on a page.
const MOST_RESULTS: usize = 40;
/// The longest query that is searched for, in characters.
const LONGEST_QUERY: usize = 200;

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct FindQuery {
    q: String,
}

impl FindQuery {
    fn words(&self) -> String {
        self.q.trim().chars().take(LONGEST_QUERY).collect()
    }
}

/// Something that leads somewhere.
pub(crate) struct Way {
    pub(crate) href: String,
    pub(crate) name: Text,
    pub(crate) hint: Text,
    pub(crate) kind: String,
}

#[derive(Template)]
#[template(path = "portal/home.html")]
struct HomePage {
    layout: Layout,
    language: Language,
    lead: String,
    alerts: Vec<(Text, Text)>,
    top: Vec<Way>,
    events: Vec<Way>,
    offices: Vec<say::OfficeView>,
    /// Whether times can be booked anywhere.
    books: bool,
}

#[derive(Template)]
#[template(path = "portal/services.html")]
struct ServicesPage {
    layout: Layout,
    language: Language,
    title: String,
    words: String,
    searched: bool,
    found: Vec<Way>,
    count: String,
    groups: Vec<(Text, Vec<Way>)>,
}

#[derive(Template)]
#[template(path = "portal/ways.html")]
struct WaysPage {
    layout: Layout,
    language: Language,
    title: Text,
    lead: Text,
    ways: Vec<Way>,
}

/// `GET /`
pub(crate) async fn home(State(app): State<App>, guest: Guest) -> Response {
    let (city, language) = (&app.office.city, guest.language);
    let today = city.calendar.day(app.office.now());
    let top = city.portal.top.iter().filter_map(|code| city.services.get(code));
    let name = city.name.text(language.tag()).to_owned();
    guest.public(render(&HomePage {
        layout: guest.layout(&app, &language.say("home-title")),
        language,
        lead: language.say_with("home-lead", &[("city", Argument::Words(&name))]),
        alerts: city
            .portal
            .alerts_on(today)
            .map(|alert| (Text::of(city, &alert.title, language), Text::of(city, &alert.text, language)))
            .collect(),
        top: top.map(|service| way_to(city, service, language)).collect(),
        events: city
            .portal
            .life_events
            .iter()
            .map(|event| way(city, &Found::LifeEvent(event), language))
            .collect(),
        offices: say::offices(&app, language),
        books: city.offices.values().any(|office| office.booked_lines().next().is_some()),
    }))
}

/// `GET /services`
pub(crate) async fn services(
    State(app): State<App>,
    guest: Guest,
    Asked(query): Asked<FindQuery>,
) -> Response {
    let (city, language) = (&app.office.city, guest.language);
    let words = query.words();
    let found = match find(&app, language, &words, MOST_RESULTS).await {
        Ok(found) => found,
        Err(refusal) => return refuse(&app, &guest.visitor, &refusal.into()),
    };
    let title = language.say(if words.is_empty() { "services-title" } else { "services-found-title" });
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    guest.public(render(&ServicesPage {
        layout: guest.layout(&app, &title),
        language,
        title,
        searched: !words.is_empty(),
        count: language.say_with(
            "services-found",
            &[("count", Argument::Count(count)), ("words", Argument::Words(&words))],
        ),
        words,
        found,
        groups: groups(city, language),
    }))
}

/// Everything that can be asked for here, under its headings; never by agency.
fn groups(city: &City, language: Language) -> Vec<(Text, Vec<Way>)> {
    let mut groups: BTreeMap<String, (Text, Vec<Way>)> = BTreeMap::new();
    for service in city.services.values().filter(|service| service.open_to(Channel::Web)) {
        let heading = Text::of(city, &service.group, language);
        let group = groups.entry(heading.text.clone()).or_insert_with(|| (heading, Vec::new()));
        group.1.push(way_to(city, service, language));
    }
    let mut groups: Vec<(Text, Vec<Way>)> = groups.into_values().collect();
    groups.iter_mut().for_each(|(_, ways)| ways.sort_by(|a, b| a.name.text.cmp(&b.name.text)));
    groups
}

/// A suggestion, for the script that shows them.
#[derive(Serialize)]
pub(crate) struct Suggestion {
    name: String,
    href: String,
    kind: String,
}

/// `GET /suggest`
pub(crate) async fn suggest(
    State(app): State<App>,
    guest: Guest,
    Asked(query): Asked<FindQuery>,
) -> Json<Vec<Suggestion>> {
    let found = find(&app, guest.language, &query.words(), MOST_SUGGESTIONS).await;
    if let Err(refusal) = &found {
        tracing::warn!(%refusal, "nothing can be suggested");
    }
    let suggestion = |way: Way| Suggestion { name: way.name.text, href: way.href, kind: way.kind };
    Json(found.unwrap_or_default().into_iter().map(suggestion).collect())
}

/// What fits somebody's words, the best first: what the city offers, and articles that everybody may read.
async fn find(app: &App, language: Language, words: &str, limit: usize) -> Verb<Vec<Way>> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let (city, shelf) = (&app.office.city, shelf(app).await?);
    let offered = app.index.search(city, words).into_iter();
    let offered = offered.map(|(score, found)| (score, way(city, &found, language)));
    let told = shelf.search(words).into_iter().filter(|(_, card)| card.is_public());
    let told = told.map(|(score, card)| (score, way_to_article(city, card, language)));
    let mut found: Vec<(f64, Way)> = offered.chain(told).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    Ok(found.into_iter().map(|(_, way)| way).take(limit).collect())
}

pub(super) fn way_to_article(city: &City, card: &Card, language: Language) -> Way {
    let (name, hint) = match card.heading(&[language.tag(), city.language()]) {
        Some((tag, heading)) => (
            Text::in_language(&heading.title, tag, language),
            Text::in_language(&heading.lead, tag, language),
        ),
        None => (Text::default(), Text::default()),
    };
    Way { href: format!("/help/{}", card.article.code), name, hint, kind: language.say("kind-article") }
}

/// `GET /life/{code}`
pub(crate) async fn life_event(State(app): State<App>, Path(code): Path<String>, guest: Guest) -> Response {
    let (city, language) = (&app.office.city, guest.language);
    let Some(event) = city.portal.life_events.iter().find(|event| event.code == code) else {
        return refuse(&app, &guest.visitor, &Problem::not_found("page"));
    };
    let title = Text::of(city, &event.title, language);
    let services = event.services.iter().filter_map(|code| city.services.get(code));
    guest.public(render(&WaysPage {
        layout: guest.layout(&app, &title.text),
        language,
        lead: Text::said(language, "life-lead"),
        title,
        ways: services.map(|service| way_to(city, service, language)).collect(),
    }))
}

pub(super) fn way_to(city: &City, service: &Service, language: Language) -> Way {
    way(city, &Found::Service(service), language)
}

fn way(city: &City, found: &Found<'_>, language: Language) -> Way {
    let text = |text| Text::of(city, text, language);
    match found {
        Found::Service(service) => Way {
            href: format!("/services/{}", service.code),
            name: text(&service.name),
            hint: text(&service.help),
            kind: language.say("kind-service"),
        },
        Found::LifeEvent(event) => Way {
            href: format!("/life/{}", event.code),
            name: text(&event.title),
            hint: Text::default(),
            kind: language.say("kind-life"),
        },
    }
}

/// `GET /districts.geojson`: the parts of the city, as a ground for maps that need no server of tiles.
pub(crate) async fn districts(State(app): State<App>, guest: Guest) -> Response {
    let city = &app.office.city;
    let feature = |district: &office::city::District| {
        serde_json::json!({
            "type": "Feature",
            "properties": { "code": district.code.as_str(), "name": district.name.text(guest.language.tag()) },
            "geometry": district.geometry(),
        })
    };
    let features: Vec<_> =
        city.districts.values().filter(|district| district.has_area()).map(feature).collect();
    let collection = serde_json::json!({ "type": "FeatureCollection", "features": features });
    let headers = [
        (axum::http::header::CONTENT_TYPE, "application/geo+json"),
        (axum::http::header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, collection.to_string()).into_response()
}

/// Where somebody points at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WhereQuery {
    lat: f64,
    long: f64,
}

/// `GET /where`: in which part of the city a position lies.
pub(crate) async fn locate(
    State(app): State<App>,
    guest: Guest,
    Asked(query): Asked<WhereQuery>,
) -> Response {
    let city = &app.office.city;
    let position = terms::Position::new(query.lat, query.long);
    let place = terms::Place { position, ..terms::Place::default() };
    let district = city.district_of(&place).and_then(|code| city.districts.get(code));
    let name = district.map(|district| district.name.text(guest.language.tag()));
    let inside = name.is_some() || !city.has_areas();
    let message = match name {
        Some(name) => guest.language.say_with("ask-where-district", &[("district", Argument::Words(name))]),
        None if inside => String::new(),
        None => {
            let city = city.name.text(guest.language.tag());
            guest.language.say_with("ask-where-outside", &[("city", Argument::Words(city))])
        }
    };
    Json(serde_json::json!({ "inside": inside, "name": name, "message": message })).into_response()
}
