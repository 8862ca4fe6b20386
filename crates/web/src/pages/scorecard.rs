//! The public scorecard: a sentence, figures, a trend, a comparison, and what each figure means.

use super::chart::Chart;
use super::layout::{Layout, language};
use super::sheet::sheet;
use super::waits::{self, WaitsPart};
use super::{Visitor, assets, escaped, refuse, render};
use crate::App;
use crate::api::ScorecardView;
use crate::caller::AcceptedLanguage;
use crate::figures::{BY, FiguresQuery, figures};
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Query, State, rejection::QueryRejection};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use office::city::{City, Localized};
use office::insight::{Backlog, Figures, Scorecard};
use serde::Deserialize;
use std::sync::Arc;
use terms::Channel;
use wording::{Argument, Language};

/// What this page has besides what all have.
const STYLE: &str = assets::path("scorecard.css");
/// Rows of a comparison on the page; the files have all.
const MOST_ROWS: usize = 60;

/// What to see, and in which language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ScorecardQuery {
    from: String,
    to: String,
    agency: String,
    service: String,
    district: String,
    channel: String,
    by: String,
    lang: String,
}

/// Values with their names.
type Options = Vec<(String, String)>;

/// A list to choose from.
struct Select {
    name: &'static str,
    label: String,
    options: Vec<OptionView>,
}

struct OptionView {
    value: String,
    text: String,
    chosen: bool,
}

/// A figure with what belongs to it.
struct Tile {
    label: String,
    value: String,
    note: String,
}

/// A row of a table.
struct Row {
    name: String,
    href: Option<String>,
    requests: String,
    kept: String,
    late: String,
    median: String,
    open: String,
    rating: String,
}

struct Definition {
    term: String,
    text: String,
}

#[derive(Template)]
#[template(path = "scorecard.html")]
struct ScorecardPage {
    layout: Layout,
    language: Language,
    sentence: String,
    period: String,
    from: String,
    to: String,
    selects: Vec<Select>,
    tiles: Vec<Tile>,
    chart: Option<Chart>,
    trend: Vec<Row>,
    groups: Vec<Row>,
    group_label: String,
    ages: Vec<(String, String)>,
    waits: Option<WaitsPart>,
    definitions: Vec<Definition>,
    csv: String,
    waits_csv: String,
    json: String,
}

type Asked = Result<Query<ScorecardQuery>, QueryRejection>;

/// `GET /scorecard`
pub(crate) async fn page(
    State(app): State<App>,
    accepted: AcceptedLanguage,
    visitor: Visitor,
    asked: Asked,
) -> Response {
    match card(&app, asked).await {
        Ok((query, card)) => {
            let language = language(&app.office.city, &query.lang, &accepted);
            render(&scorecard_page(&app, language, &query, &card))
        }
        Err(problem) => refuse(&app, &visitor, &problem),
    }
}

/// `GET /scorecard.csv`
pub(crate) async fn csv(State(app): State<App>, visitor: Visitor, asked: Asked) -> Response {
    match card(&app, asked).await {
        Ok((_, card)) => file("scorecard", &card, sheet(&card)),
        Err(problem) => refuse(&app, &visitor, &problem),
    }
}

/// `GET /scorecard/offices.csv`
pub(crate) async fn waits_csv(State(app): State<App>, visitor: Visitor, asked: Asked) -> Response {
    match card(&app, asked).await {
        Ok((_, card)) => {
            let period = (card.cut.from.as_str(), card.cut.to.as_str());
            let all = card.at_offices.clone().unwrap_or_default();
            file("scorecard-offices", &card, waits::sheet(period, &all))
        }
        Err(problem) => refuse(&app, &visitor, &problem),
    }
}

fn file(name: &str, card: &Scorecard, text: String) -> Response {
    let name = format!("attachment; filename=\"{name}-{}-{}.csv\"", card.cut.from, card.cut.to);
    let head =
        [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    (head, text).into_response()
}

/// `GET /scorecard.json`
pub(crate) async fn json(State(app): State<App>, visitor: Visitor, asked: Asked) -> Response {
    match card(&app, asked).await {
        Ok((_, card)) => axum::Json(ScorecardView::of(&card)).into_response(),
        Err(problem) => refuse(&app, &visitor, &problem),
    }
}

async fn card(app: &App, asked: Asked) -> Result<(ScorecardQuery, Arc<Scorecard>), Problem> {
    let query = asked.map_err(|error| Problem::malformed(error.body_text()))?.0;
    let ScorecardQuery { from, to, agency, service, district, channel, by, .. } = query.clone();
    let wanted = FiguresQuery { from, to, agency, service, district, channel, by };
    Ok((query, figures(app, &wanted).await?))
}

impl ScorecardQuery {
    /// The query string that leads here again, with some parts changed.
    fn with(&self, changes: &[(&str, &str)]) -> String {
        let own = [
            ("from", &self.from),
            ("to", &self.to),
            ("agency", &self.agency),
            ("service", &self.service),
            ("district", &self.district),
            ("channel", &self.channel),
            ("by", &self.by),
            ("lang", &self.lang),
        ];
        let mut text = String::new();
        for (name, value) in own {
            let changed = changes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
            let value = changed.unwrap_or(value);
            if !value.is_empty() {
                text.push_str(&format!("{name}={}&", escaped(value)));
            }
        }
        text
    }
}

fn scorecard_page(app: &App, language: Language, query: &ScorecardQuery, card: &Scorecard) -> ScorecardPage {
    let city = &app.office.city;
    let by = if !query.by.is_empty() {
        query.by.as_str()
    } else if query.agency.is_empty() {
        "agency"
    } else {
        "service"
    };
    let date = |text: &str| text.parse().map_or_else(|_| text.to_owned(), |day| language.date(day));
    let path = format!("/scorecard?{}", query.with(&[("lang", "")]));
    let files = query.with(&[("from", &card.cut.from), ("to", &card.cut.to), ("lang", "")]);
    let row = |group: &office::insight::Group| {
        let narrowed = query.with(&[(by, &group.code), ("by", "")]);
        let href = (!group.code.is_empty() && by != "channel").then(|| format!("/scorecard?{narrowed}"));
        row(language, name_of(city, language, by, &group.code), href, &group.figures)
    };
    let point = |point: &office::insight::Point| row_of_day(language, point);
    ScorecardPage {
        layout: Layout::new(app, language, &language.say("score-title"), &path).with_styles(&[STYLE]),
        language,
        sentence: sentence(language, &card.total),
        period: language.say_with(
            "score-period",
            &[
                ("from", Argument::Words(&date(&card.cut.from))),
                ("to", Argument::Words(&date(&card.cut.to))),
                ("today", Argument::Words(&language.date(card.as_of))),
            ],
        ),
        from: card.cut.from.clone(),
        to: card.cut.to.clone(),
        selects: selects(city, language, query, by),
        tiles: tiles(language, card),
        chart: Chart::of(&card.trend, language),
        trend: card.trend.iter().map(point).collect(),
        groups: card.groups.iter().take(MOST_ROWS).map(row).collect(),
        group_label: language.say(by),
        ages: ages(language, &card.backlog),
        waits: card.at_offices.as_ref().map(|all| WaitsPart::of((city, language), all)),
        definitions: definitions(language, card.at_offices.is_some()),
        csv: format!("/scorecard.csv?{files}"),
        waits_csv: format!("/scorecard/offices.csv?{files}"),
        json: format!("/scorecard.json?{files}"),
    }
}

fn sentence(language: Language, total: &Figures) -> String {
    let Some(share) = total.kept.ratio() else {
        return language.say(if total.requests == 0 { "score-nothing" } else { "score-sentence-none" });
    };
    language.say_with(
        "score-sentence",
        &[
            ("kept", Argument::Words(&language.count(total.kept.part))),
            ("judged", Argument::Words(&language.count(total.kept.whole))),
            ("share", Argument::Words(&language.percent(share))),
        ],
    )
}

fn tiles(language: Language, card: &Scorecard) -> Vec<Tile> {
    let total = &card.total;
    let tile = |label: &str, value: String, note: String| Tile { label: language.say(label), value, note };
    let not_yet = || language.say(if total.requests == 0 { "score-nothing" } else { "score-not-yet" });
    let time =
        |seconds: Option<f64>| seconds.map_or_else(|| "–".to_owned(), |seconds| language.duration(seconds));
    let p90 = |key: &str, seconds: Option<f64>| {
        seconds.map_or_else(not_yet, |seconds| {
            language.say_with(key, &[("time", Argument::Words(&language.duration(seconds)))])
        })
    };
    let range = total.kept.wilson().map_or_else(String::new, |interval| {
        let (low, high) = (language.percent(interval.low), language.percent(interval.high));
        language
            .say_with("score-kept-range", &[("low", Argument::Words(&low)), ("high", Argument::Words(&high))])
    });
    let percent = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| language.percent(share));
    let overdue = language
        .say_with("score-backlog-late", &[("count", Argument::Words(&language.count(total.overdue)))]);
    let rated = i64::try_from(total.rated()).unwrap_or(i64::MAX);
    vec![
        tile("score-kept", percent(total.kept.ratio()), range),
        tile(
            "score-completion",
            time(total.completion.median),
            p90("score-completion-p90", total.completion.p90),
        ),
        tile("score-reply", time(total.first_reply.median), p90("score-reply-p90", total.first_reply.p90)),
        tile("score-backlog", language.count(card.backlog.count), overdue),
        tile("score-requests", language.count(total.requests), reopened(language, total)),
        tile(
            "score-rating",
            percent(total.satisfied().ratio()),
            language.say_with("score-rating-n", &[("count", Argument::Count(rated))]),
        ),
    ]
}

fn reopened(language: Language, total: &Figures) -> String {
    format!("{}: {}", language.say("score-reopened"), language.count(total.reopened))
}

fn row(language: Language, name: String, href: Option<String>, figures: &Figures) -> Row {
    let percent = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| language.percent(share));
    let rating = match figures.rated() {
        0 => "–".to_owned(),
        count => format!("{} ({})", percent(figures.satisfied().ratio()), language.count(count)),
    };
    Row {
        name,
        href,
        requests: language.count(figures.requests),
        kept: percent(figures.kept.ratio()),
        late: language.count(figures.late + figures.overdue),
        median: figures
            .completion
            .median
            .map_or_else(|| "–".to_owned(), |seconds| language.duration(seconds)),
        open: language.count(figures.open),
        rating,
    }
}

fn row_of_day(language: Language, point: &office::insight::Point) -> Row {
    row(language, language.date(point.from), None, &point.figures)
}

fn name_of(city: &City, language: Language, by: &str, code: &str) -> String {
    let tag = language.tag();
    let unknown = || if code.is_empty() { language.say("score-unknown") } else { code.to_owned() };
    let name = match by {
        "agency" => city.agencies.get(code).map(|agency| &agency.name),
        "service" => city.services.get(code).map(|service| &service.name),
        "district" => city.districts.get(code).map(|district| &district.name),
        _ => return language.say(&format!("channel-{code}")),
    };
    name.map_or_else(unknown, |name| name.text(tag).to_owned())
}

fn selects(city: &City, language: Language, query: &ScorecardQuery, by: &str) -> Vec<Select> {
    let tag = language.tag();
    let own_services = city
        .services
        .values()
        .filter(|service| query.agency.is_empty() || service.agency.as_str() == query.agency);
    let named = |code: &str, name: &Localized| (code.to_owned(), name.text(tag).to_owned());
    let lists: [(&'static str, &str, Options); 4] = [
        ("agency", &query.agency, city.agencies.values().map(|a| named(a.code.as_str(), &a.name)).collect()),
        ("service", &query.service, own_services.map(|s| named(s.code.as_str(), &s.name)).collect()),
        (
            "district",
            &query.district,
            city.districts.values().map(|d| named(d.code.as_str(), &d.name)).collect(),
        ),
        (
            "channel",
            &query.channel,
            Channel::ALL.iter().map(|c| (c.to_string(), language.say(&format!("channel-{c}")))).collect(),
        ),
    ];
    let list = |(name, chosen, mut options): (&'static str, &str, Options)| {
        options.sort_by(|a, b| a.1.cmp(&b.1));
        let all = (String::new(), language.say("score-all"));
        let option = |(value, text): (String, String)| OptionView { chosen: value == chosen, value, text };
        let label = language.say(&format!("score-{name}"));
        Select { name, label, options: std::iter::once(all).chain(options).map(option).collect() }
    };
    let mut selects: Vec<Select> = lists.into_iter().map(list).collect();
    let compared = BY.iter().map(|(name, _)| OptionView {
        value: (*name).to_owned(),
        text: language.say(name),
        chosen: *name == by,
    });
    selects.push(Select { name: "by", label: language.say("score-by"), options: compared.collect() });
    selects
}

fn ages(language: Language, backlog: &Backlog) -> Vec<(String, String)> {
    let keys = ["score-age-7", "score-age-30", "score-age-90", "score-age-365", "score-age-more"];
    keys.iter().zip(backlog.by_age).map(|(key, count)| (language.say(key), language.count(count))).collect()
}

fn definitions(language: Language, with_waits: bool) -> Vec<Definition> {
    let of_waits = [
        ("score-waits-in-time", "score-def-waits-in-time-text"),
        ("score-waits-half", "score-def-waits-half-text"),
        ("score-waits-overtaken", "score-def-waits-overtaken-text"),
    ];
    let pairs = [
        ("score-requests", "score-def-requests-text"),
        ("score-kept", "score-def-kept-text"),
        ("score-completion", "score-def-completion-text"),
        ("score-reply", "score-def-reply-text"),
        ("score-backlog", "score-def-backlog-text"),
        ("score-rating", "score-def-rating-text"),
    ];
    pairs
        .iter()
        .chain(of_waits.iter().filter(|_| with_waits))
        .map(|(term, text)| Definition { term: language.say(term), text: language.say(text) })
        .collect()
}
