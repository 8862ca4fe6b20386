//! What the house says of itself: how accessible it is, what is not translated yet, what works without a connection.

use super::guest::Guest;
use super::say::Text;
use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::problem::Problem;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use office::city::{Article, Localized};
use serde::Deserialize;
use std::sync::LazyLock;
use terms::{ArticleAudience, Channel};
use wording::{Argument, Language};

/// The success criteria of WCAG 2.2 at A and AA, with what shows that each is met.
const CRITERIA: &str = include_str!("../../accessibility/wcag22.toml");

/// The criteria as a table that machines read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Criteria {
    pub(crate) criterion: Vec<Criterion>,
}

/// One criterion.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Criterion {
    /// Its number, such as 1.4.3.
    pub(crate) number: String,
    /// Its name, in the words of the standard.
    pub(crate) name: String,
    /// A or AA.
    pub(crate) level: String,
    /// `met`, `partly` or `none` where there is nothing of the kind.
    pub(crate) state: String,
    /// Which pages it concerns.
    pub(crate) pages: Vec<String>,
    /// What shows it: names of checks, or what a person looked at.
    pub(crate) evidence: Vec<String>,
}

static TABLE: LazyLock<Vec<Criterion>> =
    LazyLock::new(|| toml::from_str::<Criteria>(CRITERIA).map(|table| table.criterion).unwrap_or_default());

#[derive(Template)]
#[template(path = "portal/accessibility.html")]
struct AccessibilityPage {
    layout: Layout,
    language: Language,
    lead: String,
    rows: &'static [Criterion],
}

#[derive(Template)]
#[template(path = "portal/translations.html")]
struct TranslationsPage {
    layout: Layout,
    language: Language,
    rows: Vec<Gap>,
    missing: Vec<(String, Text)>,
    chosen: String,
}

/// How much is missing in a language.
struct Gap {
    tag: &'static str,
    name: String,
    direction: &'static str,
    messages: String,
    texts: String,
    share: String,
}

#[derive(Template)]
#[template(path = "portal/offline.html")]
struct OfflinePage {
    layout: Layout,
    language: Language,
    services: Vec<(String, Text)>,
}

/// `GET /accessibility`
pub(crate) async fn accessibility(State(app): State<App>, guest: Guest) -> Response {
    let language = guest.language;
    let met = i64::try_from(TABLE.iter().filter(|row| row.state != "partly").count()).unwrap_or(0);
    let all = TABLE.len().to_string();
    guest.public(render(&AccessibilityPage {
        layout: guest.layout(&app, &language.say("accessibility-title")),
        language,
        lead: language
            .say_with("accessibility-lead", &[("met", Argument::Count(met)), ("all", Argument::Words(&all))]),
        rows: &TABLE,
    }))
}

/// `GET /translations`: what of the city's own texts is not there in each language.
pub(crate) async fn translations(State(app): State<App>, guest: Guest) -> Response {
    let (city, language) = (&app.office.city, guest.language);
    let texts = texts(&app);
    let spoken: Vec<Language> = city.languages.iter().filter_map(|tag| Language::of(tag)).collect();
    let has = |text: &Localized, spoken: Language| {
        text.exactly(spoken.tag()).is_some()
            || (spoken.tag() == city.language() && text.every().next().is_some())
    };
    let rows = spoken.iter().map(|spoken| {
        let missing = texts.iter().filter(|(_, text)| !has(text, *spoken)).count();
        let gaps = wording::gaps(spoken.tag()).len();
        #[expect(clippy::cast_precision_loss, reason = "a catalogue has a few thousand texts")]
        let share = 1.0 - missing as f64 / texts.len().max(1) as f64;
        Gap {
            tag: spoken.tag(),
            name: spoken.say("language-name"),
            direction: spoken.direction(),
            messages: language.count(gaps as u64),
            texts: language.count(missing as u64),
            share: language.percent(share),
        }
    });
    let missing = texts.iter().filter(|(_, text)| !has(text, language));
    guest.public(render(&TranslationsPage {
        layout: guest.layout(&app, &language.say("translations-title")),
        language,
        rows: rows.collect(),
        missing: missing.map(|(key, text)| (key.clone(), Text::of(city, text, language))).collect(),
        chosen: language.say("language-name"),
    }))
}

/// Every text of the city's data that customers read, with where it stands.
fn texts(app: &App) -> Vec<(String, &Localized)> {
    let city = &app.office.city;
    let mut texts: Vec<(String, &Localized)> = Vec::new();
    let mut add = |key: String, text: &'static str, found| texts.push((format!("{key} {text}"), found));
    for service in city.services.values().filter(|service| service.open_to(Channel::Web)) {
        add(service.code.to_string(), "name", &service.name);
        add(service.code.to_string(), "help", &service.help);
        let page = &service.page;
        let said = [&page.who, &page.cost].into_iter().chain(&page.need).chain(&page.steps);
        said.for_each(|text| add(service.code.to_string(), "page", text));
        for field in service.form.fields() {
            let place = format!("{} {}", service.code, field.code);
            add(place.clone(), "title", &field.title);
            add(place.clone(), "hint", &field.hint);
            field.choices().iter().for_each(|choice| add(place.clone(), "choice", &choice.name));
        }
        for page in service.form.all_pages() {
            page.title.iter().for_each(|text| add(format!("{} {}", service.code, page.code), "title", text));
        }
        for check in service.form.checks() {
            add(service.code.to_string(), "check", &check.say);
        }
        for stop in service.form.stops() {
            add(service.code.to_string(), "stop", &stop.title);
            add(service.code.to_string(), "stop", &stop.text);
        }
    }
    for alert in &city.portal.alerts {
        add("alert".to_owned(), "title", &alert.title);
        add("alert".to_owned(), "text", &alert.text);
    }
    for event in &city.portal.life_events {
        add(event.code.clone(), "title", &event.title);
    }
    let everybodys = |article: &&Article| article.audience == ArticleAudience::Everybody;
    for article in city.portal.articles.values().filter(everybodys) {
        add(article.code.clone(), "title", &article.title);
        add(article.code.clone(), "summary", &article.summary);
        article.text.iter().for_each(|text| add(article.code.clone(), "text", text));
    }
    for agency in city.agencies.values() {
        add(agency.code.to_string(), "name", &agency.name);
    }
    for outcome in city.outcomes.values() {
        add(outcome.code.to_string(), "name", &outcome.name);
    }
    texts.retain(|(_, text)| !text.is_empty());
    texts
}

/// `GET /offline`: kept by the browser for when there is no connection.
pub(crate) async fn offline(State(app): State<App>, guest: Guest) -> Response {
    let (city, language) = (&app.office.city, guest.language);
    let offered = city.services.values().filter(|service| service.open_to(Channel::Web));
    let mut services: Vec<(String, Text)> =
        offered.map(|service| (service.code.to_string(), Text::of(city, &service.name, language))).collect();
    services.sort_by(|a, b| a.1.text.cmp(&b.1.text));
    if services.is_empty() {
        return refuse(&app, &guest.visitor, &Problem::not_found("page"));
    }
    // Nothing of anybody stands on it, so that it may be kept.
    guest.public(render(&OfflinePage {
        layout: guest.layout(&app, &language.say("offline-title")),
        language,
        services,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_each_of_the_fifty_five_criteria_once_with_evidence() {
        let table: Criteria = toml::from_str(CRITERIA).unwrap();
        assert_eq!(table.criterion.len(), 55);
        let numbers: std::collections::BTreeSet<_> = table.criterion.iter().map(|row| &row.number).collect();
        assert_eq!(numbers.len(), 55);
        assert_eq!(table.criterion.iter().filter(|row| row.level == "A").count(), 31);
        for row in &table.criterion {
            assert!(["met", "partly", "none"].contains(&row.state.as_str()), "{}", row.number);
            assert!(["A", "AA"].contains(&row.level.as_str()), "{}", row.number);
            assert!(!row.evidence.is_empty() && !row.name.is_empty(), "{}", row.number);
            assert!(!row.pages.is_empty() || row.state == "none", "{}", row.number);
        }
    }

    #[test]
    fn what_is_named_as_evidence_is_there() {
        let house = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut seen = 0;
        for row in TABLE.iter() {
            for word in row.evidence.iter().flat_map(|text| text.split_whitespace()) {
                let path = word.trim_end_matches([':', ',', ';']);
                let file = match path.split_once('/') {
                    Some(("journeys", name)) => house.join("journeys/journeys").join(name),
                    Some(("web", rest)) => house.join("crates/web").join(rest),
                    _ => continue,
                };
                assert!(file.exists(), "{}: {path}", row.number);
                seen += 1;
            }
        }
        assert!(seen >= 30, "{seen} files are named");
    }
}
