//! A service's page: who it is for, what is needed, what happens, what is promised, how that is kept, and the start.

use super::find::{Way, way_to_article};
use super::guest::Guest;
use super::say::{self, Text};
use crate::App;
use crate::figures;
use crate::pages::{Layout, refuse, render};
use crate::problem::Problem;
use crate::shelf::shelf;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use office::city::Service;
use office::insight::Figures;
use office::services::time_taken_in_words;
use terms::{Channel, Status};
use wording::{Argument, Language};

/// Requests of which so many were due are enough to say how a promise is kept.
const ENOUGH: u64 = 5;

#[derive(Template)]
#[template(path = "portal/service.html")]
struct ServicePage {
    layout: Layout,
    language: Language,
    name: Text,
    help: Text,
    who: Text,
    need: Vec<Text>,
    steps: Vec<Text>,
    cost: Text,
    promise: Vec<String>,
    kept: Option<String>,
    took: Option<String>,
    scorecard: String,
    start: Option<String>,
    channels: Vec<String>,
    offices: Vec<say::OfficeView>,
    reports: Option<String>,
    unfinished: Vec<Unfinished>,
    articles: Vec<Way>,
    reviewed: Option<String>,
}

/// A request for this service that this browser has begun.
struct Unfinished {
    href: String,
    since: String,
}

/// `GET /services/{code}`
pub(crate) async fn page(State(app): State<App>, Path(code): Path<String>, guest: Guest) -> Response {
    let city = &app.office.city;
    let Some(service) = city.services.get(code.as_str()) else {
        return refuse(&app, &guest.visitor, &Problem::not_found("service"));
    };
    let known = figures::lately(&app, &service.code).await.unwrap_or_default();
    let unfinished = unfinished(&app, &guest, service).await;
    let articles = articles(&app, guest.language, service).await;
    let is_own = !unfinished.is_empty();
    let page = render(&ServicePage { articles, ..service_page(&app, &guest, service, (&known, unfinished)) });
    if is_own { guest.private(page) } else { guest.public(page) }
}

async fn unfinished(app: &App, guest: &Guest, service: &Service) -> Vec<Unfinished> {
    if !guest.has_session() {
        return Vec::new();
    }
    let (session, code) = (guest.session(), service.code.clone());
    let act = guest.act(app, terms::Purpose::Service);
    let begun = app.office.read(act, move |tx, act| office::intake::unsent(tx, act, &session)).await;
    let begun = begun.unwrap_or_default().into_iter().filter(|asking| asking.service == code);
    begun
        .map(|asking| Unfinished {
            href: format!("/asking/{}", asking.id),
            since: say::moment(&app.office.city, guest.language, asking.updated_at),
        })
        .collect()
}

/// What is often asked about a service.
async fn articles(app: &App, language: Language, service: &Service) -> Vec<Way> {
    let city = &app.office.city;
    match shelf(app).await {
        Ok(shelf) => shelf
            .on_page(&service.code)
            .into_iter()
            .map(|card| way_to_article(city, card, language))
            .collect(),
        Err(refusal) => {
            tracing::warn!(%refusal, "a service is shown without its articles");
            Vec::new()
        }
    }
}

fn service_page(
    app: &App,
    guest: &Guest,
    service: &Service,
    (known, unfinished): (&Figures, Vec<Unfinished>),
) -> ServicePage {
    let (city, language) = (&app.office.city, guest.language);
    let text = |text| Text::of(city, text, language);
    let texts = |list: &[office::city::Localized]| {
        list.iter().map(|text| Text::of(city, text, language)).collect::<Vec<_>>()
    };
    let name = text(&service.name);
    let others = service
        .channels
        .iter()
        .filter(|channel| !matches!(channel, Channel::Web | Channel::Staff | Channel::Api));
    let at_counter = service.open_to(Channel::Counter) || service.open_to(Channel::Phone);
    ServicePage {
        layout: guest.layout(app, &name.text),
        language,
        help: text(&service.help),
        who: text(&service.page.who),
        need: texts(&service.page.need),
        steps: texts(&service.page.steps),
        cost: text(&service.page.cost),
        promise: say::promise(app, service, language),
        kept: kept(known, language),
        took: took(app, service, known, language),
        scorecard: format!("/scorecard?service={}&by=channel", service.code),
        start: service.open_to(Channel::Web).then(|| format!("/ask/{}", service.code)),
        channels: others.map(|channel| language.say(&format!("channel-{channel}"))).collect(),
        offices: if at_counter { say::offices(app, language) } else { Vec::new() },
        reports: service.public.then(|| format!("/reports?service={}&status={}", service.code, Status::Open)),
        unfinished,
        articles: Vec::new(),
        reviewed: service.page.reviewed.map(|day| {
            let day = language.date(day);
            language.say_with("service-reviewed", &[("date", Argument::Words(&day))])
        }),
        name,
    }
}

/// How the promise was kept lately, in tenths, as people say it.
#[expect(clippy::cast_possible_truncation, reason = "a tenth of a share is a whole number from 0 to 10")]
fn kept(known: &Figures, language: Language) -> Option<String> {
    let judged = known.on_time + known.late + known.overdue;
    let ratio = known.kept.ratio().filter(|_| judged >= ENOUGH)?;
    // Never better than it is: 96 of 100 are "9 of 10".
    let tenths = (ratio * 10.0).floor() as i64;
    Some(language.say_with("service-kept", &[("tenths", Argument::Count(tenths))]))
}

/// Within what time nine in ten were done lately.
fn took(app: &App, service: &Service, known: &Figures, language: Language) -> Option<String> {
    let now = app.office.now();
    let nine_in_ten = (known.completion.p90, known.working_days.p90);
    let time = time_taken_in_words(&app.office.city, service, now, nine_in_ten, language)
        .filter(|_| known.completion.count >= ENOUGH)?;
    Some(language.say_with("service-took", &[("time", Argument::Words(&time))]))
}
