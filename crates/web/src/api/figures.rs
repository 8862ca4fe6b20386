//! The public scorecard as data.

use super::body::Query;
use crate::App;
use crate::figures::{self, FiguresQuery};
use crate::problem::Problem;
use axum::Json;
use axum::extract::State;
use office::insight::{AtOffices, Backlog, Figures, OfficeWaits, Quantiles, Scorecard, Waits};
use serde::Serialize;
use terms::LineCode;
use utoipa::ToSchema;

/// The scorecard of a period.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ScorecardView {
    from: String,
    to: String,
    /// The day at whose end things stand as it says.
    as_of: String,
    total: FiguresView,
    /// What was open at the end of the period, however long ago it was opened.
    backlog: BacklogView,
    groups: Vec<GroupView>,
    trend: Vec<PointView>,
    /// The waits at the offices; none where a service, a district or a channel is asked for, as a visit is of none.
    at_offices: Option<AtOfficesView>,
}

/// The waits at the offices, of the days that are over.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AtOfficesView {
    total: WaitsView,
    offices: Vec<OfficeWaitsView>,
}

/// The waits at one office.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OfficeWaitsView {
    office: String,
    total: WaitsView,
    lines: Vec<LineWaitsView>,
}

/// The waits in one line of an office.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LineWaitsView {
    line: String,
    waits: WaitsView,
}

/// How long people waited, and what became of them.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WaitsView {
    joined: u64,
    /// Called within the time promised, of those of whom it can be judged.
    in_time: u64,
    /// Who were called, who left after the time promised, and on whom the office closed.
    judged: u64,
    /// `in_time` of `judged`, from 0 to 1.
    kept: Option<f64>,
    /// The 95 % interval of `kept`.
    kept_low: Option<f64>,
    kept_high: Option<f64>,
    /// From joining, or from the time booked, to the first call.
    wait: QuantilesView,
    served: u64,
    no_shows: u64,
    left: u64,
    /// On how many the office closed.
    unserved: u64,
    /// Of how many somebody was called first who had come later.
    overtaken: u64,
    /// Of how many of them those alone who have priority.
    overtaken_by_priority: u64,
    /// Of how many of them, of the others, those who came for something else.
    overtaken_by_line: u64,
}

/// Figures of one group of requests.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FiguresView {
    requests: u64,
    closed: u64,
    withdrawn: u64,
    on_time: u64,
    late: u64,
    /// Open although they were due.
    overdue: u64,
    /// Promises kept, of those that can be judged, from 0 to 1.
    kept: Option<f64>,
    /// The 95 % interval of `kept`.
    kept_low: Option<f64>,
    kept_high: Option<f64>,
    /// First answers by the time promised, from 0 to 1.
    answered_in_time: Option<f64>,
    first_reply: QuantilesView,
    completion: QuantilesView,
    open: u64,
    reopened: u64,
    /// How many gave 1, 2, 3, 4 and 5.
    ratings: Vec<u64>,
    mean_score: Option<f64>,
}

/// Times in seconds; what has not ended counts for as long as it has lasted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuantilesView {
    median_seconds: Option<f64>,
    p90_seconds: Option<f64>,
    n: u64,
}

/// What is open, and for how long.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BacklogView {
    count: u64,
    /// Up to 7 days, up to 30, up to 90, up to 365, longer.
    by_age: Vec<u64>,
}

/// One row of a comparison.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct GroupView {
    code: String,
    figures: FiguresView,
}

/// One point of a trend.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PointView {
    from: String,
    to: String,
    figures: FiguresView,
}

/// How promises are kept.
#[utoipa::path(get, path = "/scorecard", tag = "figures", params(FiguresQuery),
    responses((status = 200, body = ScorecardView)))]
pub(crate) async fn scorecard(
    State(app): State<App>,
    Query(query): Query<FiguresQuery>,
) -> Result<Json<ScorecardView>, Problem> {
    Ok(Json(ScorecardView::of(&*figures::figures(&app, &query).await?)))
}

impl ScorecardView {
    pub(crate) fn of(card: &Scorecard) -> Self {
        let group = |group: &office::insight::Group| GroupView {
            code: group.code.clone(),
            figures: view(&group.figures),
        };
        let point = |point: &office::insight::Point| PointView {
            from: point.from.to_string(),
            to: point.to.to_string(),
            figures: view(&point.figures),
        };
        let Backlog { count, by_age } = card.backlog;
        Self {
            from: card.cut.from.clone(),
            to: card.cut.to.clone(),
            as_of: card.as_of.to_string(),
            total: view(&card.total),
            backlog: BacklogView { count, by_age: by_age.to_vec() },
            groups: card.groups.iter().map(group).collect(),
            trend: card.trend.iter().map(point).collect(),
            at_offices: card.at_offices.as_ref().map(at_offices),
        }
    }
}

fn at_offices(all: &AtOffices) -> AtOfficesView {
    let line = |(line, own): (&LineCode, &Waits)| LineWaitsView { line: line.to_string(), waits: waits(own) };
    let office = |office: &OfficeWaits| OfficeWaitsView {
        office: office.office.to_string(),
        total: waits(&office.total),
        lines: office.lines.iter().map(line).collect(),
    };
    AtOfficesView { total: waits(&all.total), offices: all.offices.iter().map(office).collect() }
}

fn waits(waits: &Waits) -> WaitsView {
    let interval = waits.kept.wilson();
    WaitsView {
        joined: waits.joined,
        in_time: waits.kept.part,
        judged: waits.kept.whole,
        kept: waits.kept.ratio(),
        kept_low: interval.map(|interval| interval.low),
        kept_high: interval.map(|interval| interval.high),
        wait: quantiles(waits.wait),
        served: waits.served,
        no_shows: waits.no_shows,
        left: waits.gave_up,
        unserved: waits.unserved,
        overtaken: waits.overtaken,
        overtaken_by_priority: waits.overtaken_by_priority,
        overtaken_by_line: waits.overtaken_by_line,
    }
}

fn quantiles(found: Quantiles) -> QuantilesView {
    QuantilesView { median_seconds: found.median, p90_seconds: found.p90, n: found.count }
}

fn view(figures: &Figures) -> FiguresView {
    let interval = figures.kept.wilson();
    FiguresView {
        requests: figures.requests,
        closed: figures.closed,
        withdrawn: figures.withdrawn,
        on_time: figures.on_time,
        late: figures.late,
        overdue: figures.overdue,
        kept: figures.kept.ratio(),
        kept_low: interval.map(|interval| interval.low),
        kept_high: interval.map(|interval| interval.high),
        answered_in_time: figures.answered_in_time.ratio(),
        first_reply: quantiles(figures.first_reply),
        completion: quantiles(figures.completion),
        open: figures.open,
        reopened: figures.reopened,
        ratings: figures.ratings.to_vec(),
        mean_score: figures.mean_score(),
    }
}
