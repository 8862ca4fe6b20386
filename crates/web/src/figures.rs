//! The figures that a page, a file or the API asks for: the same question is computed once in a while, not each time.

use crate::App;
use crate::api::described;
use crate::problem::Problem;
use jiff::civil::Date;
use jiff::{SignedDuration, Span, Timestamp};
use office::insight::{self, Figures, Scorecard, scorecard};
use office::{Refusal, Verb};
use records::facts::{self, Cut, GroupBy};
use serde::Deserialize;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash};
use std::sync::{Arc, Mutex};
use terms::{AgencyCode, Channel, DistrictCode, Principal, Purpose, ServiceCode};
use utoipa::IntoParams;

/// For how long figures are shown without computing them again.
const FRESH: SignedDuration = SignedDuration::from_mins(1);
/// For how long they are shown while they are computed again.
const STALE: SignedDuration = SignedDuration::from_mins(15);
/// Questions remembered.
const MOST_QUESTIONS: usize = 500;
/// Days shown where nobody says how many.
const DAYS: i64 = 90;
/// The longest period.
const MOST_DAYS: i32 = 3_700;

/// Which figures. What is left empty means all.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub(crate) struct FiguresQuery {
    /// The first day on which requests were opened, YYYY-MM-DD; the last ninety days where neither day is given.
    #[param(schema_with = described::day)]
    pub(crate) from: String,
    /// The last day.
    #[param(schema_with = described::day)]
    pub(crate) to: String,
    /// Of this agency.
    pub(crate) agency: String,
    /// Of this service.
    pub(crate) service: String,
    /// Of this district.
    pub(crate) district: String,
    /// Of this channel.
    #[param(schema_with = described::channel_or_all)]
    pub(crate) channel: String,
    /// What to compare.
    #[param(schema_with = described::compared)]
    pub(crate) by: String,
}

/// What is compared.
pub(crate) const BY: [(&str, GroupBy); 4] = [
    ("agency", GroupBy::Agency),
    ("service", GroupBy::Service),
    ("district", GroupBy::District),
    ("channel", GroupBy::Channel),
];

type Question = (Cut, GroupBy, Date, Date);

type Known<Q, F> = Mutex<HashMap<Q, (Timestamp, Arc<F>), BuildHasherDefault<DefaultHasher>>>;

/// Figures computed lately.
#[derive(Default)]
pub(crate) struct Cache {
    /// One scorecard is computed at a time: a long question must not keep all readers of the database.
    turn: tokio::sync::Mutex<()>,
    scorecards: Known<Question, Scorecard>,
    services: Known<ServiceCode, Figures>,
}

/// What is known of a question, unless it has grown old.
fn known<Q: Eq + Hash, F>(
    cache: &Known<Q, F>,
    question: &Q,
    (now, fresh): (Timestamp, SignedDuration),
) -> Option<Arc<F>> {
    let (at, figures) = cache.lock().ok()?.get(question).cloned()?;
    (now.duration_since(at).abs() < fresh).then_some(figures)
}

fn keep<Q: Eq + Hash, F>(cache: &Known<Q, F>, question: Q, now: Timestamp, figures: F) -> Arc<F> {
    let figures = Arc::new(figures);
    if let Ok(mut known) = cache.lock() {
        if known.len() >= MOST_QUESTIONS {
            known.clear();
        }
        known.insert(question, (now, Arc::clone(&figures)));
    }
    figures
}

/// The figures that are asked for.
pub(crate) async fn figures(app: &App, query: &FiguresQuery) -> Result<Arc<Scorecard>, Problem> {
    let (from, to) = period(app, query).await?;
    let question: Question = (cut(query)?, group_by(query)?, from, to);
    let now = app.office.now();
    let lately = |fresh: SignedDuration| known(&app.figures.scorecards, &question, (now, fresh));
    if let Some(figures) = lately(FRESH) {
        return Ok(figures);
    }
    if let Some(figures) = lately(STALE) {
        let app = app.clone();
        tokio::spawn(async move {
            if let Ok(_turn) = app.figures.turn.try_lock()
                && let Err(problem) = compute(&app, question).await
            {
                tracing::warn!(detail = problem.detail, "figures cannot be computed again");
            }
        });
        return Ok(figures);
    }
    let _turn = app.figures.turn.lock().await;
    match lately(FRESH) {
        Some(figures) => Ok(figures),
        None => compute(app, question).await,
    }
}

async fn compute(app: &App, question: Question) -> Result<Arc<Scorecard>, Problem> {
    let now = app.office.now();
    let (cut, by, from, to) = question.clone();
    let act = app.office.act(Principal::public(), Channel::Web, Purpose::Statistics);
    let computed = app.office.read(act, move |tx, act| scorecard(tx, act, &cut, by, (from, to))).await?;
    Ok(keep(&app.figures.scorecards, question, now, computed))
}

/// How a service did in the last ninety days that anything is known of.
pub(crate) async fn lately(app: &App, service: &ServiceCode) -> Result<Arc<Figures>, Problem> {
    let now = app.office.now();
    if let Some(figures) = known(&app.figures.services, service, (now, FRESH)) {
        return Ok(figures);
    }
    let (period, code) = (period(app, &FiguresQuery::default()).await?, service.clone());
    let act = app.office.act(Principal::public(), Channel::Web, Purpose::Statistics);
    let computed = app.office.read(act, move |tx, act| insight::figures(tx, act, &code, period)).await?;
    Ok(keep(&app.figures.services, service.clone(), now, computed))
}

fn cut(query: &FiguresQuery) -> Result<Cut, Problem> {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let channel = given(&query.channel).map(|text| text.parse::<Channel>()).transpose();
    Ok(Cut {
        from: String::new(),
        to: String::new(),
        service: given(&query.service).map(ServiceCode::new),
        agency: given(&query.agency).map(AgencyCode::new),
        district: given(&query.district).map(DistrictCode::new),
        channel: channel.map_err(|error| Problem::malformed(error.to_string()))?,
    })
}

fn group_by(query: &FiguresQuery) -> Result<GroupBy, Problem> {
    if query.by.is_empty() {
        return Ok(if query.agency.is_empty() { GroupBy::Agency } else { GroupBy::Service });
    }
    let known = BY.iter().find(|(name, _)| *name == query.by).map(|(_, by)| *by);
    known.ok_or_else(|| Problem::malformed("by is agency, service, district or channel"))
}

/// The period that is asked for; without one, the last ninety days that anything is known of.
async fn period(app: &App, query: &FiguresQuery) -> Result<(Date, Date), Problem> {
    let date = |name: &str, text: &str| -> Result<Option<Date>, Problem> {
        let parsed = (!text.is_empty()).then(|| text.parse::<Date>()).transpose();
        parsed.map_err(|_| Problem::malformed(format!("{name} is a day such as 2015-03-02")))
    };
    let (from, to) = (date("from", &query.from)?, date("to", &query.to)?);
    let to = match to {
        Some(to) => to,
        None => last_day(app).await?,
    };
    let first = to.checked_sub(Span::new().days(DAYS - 1)).unwrap_or(to);
    let from = from.unwrap_or(first);
    if from > to {
        return Err(Refusal::invalid("from", "it is after `to`; send the earlier day first").into());
    }
    if from.until(to).map_or(i32::MAX, |span| span.get_days()) > MOST_DAYS {
        let problem = format!("it is too long before `to`; ask for at most {MOST_DAYS} days");
        return Err(Refusal::invalid("from", problem).into());
    }
    Ok((from, to))
}

/// Today, unless nothing was opened lately: then the last day on which something was.
async fn last_day(app: &App) -> Result<Date, Problem> {
    let today = app.office.city.calendar.day(app.office.now());
    let act = app.office.act(Principal::public(), Channel::Web, Purpose::Statistics);
    let span: Verb<_> = app.office.read(act, |tx, _| Ok(facts::span(tx)?)).await;
    let last = span?.and_then(|(_, last)| last.parse::<Date>().ok()).unwrap_or(today);
    let lately = today.checked_sub(Span::new().days(DAYS)).unwrap_or(today);
    Ok(if last < lately { last } else { today })
}
