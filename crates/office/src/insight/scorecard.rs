//! The public scorecard: figures for a period, cut by agency, service, district or channel, with their trend.

use super::Measure;
use super::facts::day_number;
use super::figures::{Backlog, Counts, Figures};
use super::waits::{AtOffices, at_offices};
use crate::{Act, Verb};
use calendars::Calendar;
use jiff::Span;
use jiff::civil::Date;
use policy::{Action, Resource};
use records::Tx;
use records::facts::{self, Cut, GroupBy};
use std::collections::BTreeMap;
use terms::ServiceCode;

/// Days after which a trend is told by week, and weeks after which it is told by month.
const MOST_DAYS: i32 = 21;
const MOST_WEEKS: i32 = 30;

/// One row of a breakdown.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The code of the service, agency, district or channel; empty where it is not known.
    pub code: String,
    /// Its figures.
    pub figures: Figures,
}

/// One point of a trend.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The first day that it is of.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Its figures.
    pub figures: Figures,
}

/// The sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorecard {
    /// What it is of.
    pub cut: Cut,
    /// The day at whose end things stand as it says.
    pub as_of: Date,
    /// All of it together.
    pub total: Figures,
    /// What was open at the end of the period, however long ago it was opened.
    pub backlog: Backlog,
    /// By service, agency, district or channel.
    pub groups: Vec<Group>,
    /// Over time.
    pub trend: Vec<Point>,
    /// The waits at the offices, where they are of what is asked for.
    pub at_offices: Option<AtOffices>,
}

/// Makes the sheet of a period.
pub fn scorecard(
    tx: &mut Tx<'_>,
    act: &Act,
    cut: &Cut,
    group_by: GroupBy,
    (from, to): (Date, Date),
) -> Verb<Scorecard> {
    act.must(Action::ReadFigures, Resource::City)?;
    let calendar = &act.city().calendar;
    let as_of = calendar.day(act.at);
    let cut = Cut { from: from.to_string(), to: to.to_string(), ..cut.clone() };
    let days = from.until(to).map_or(0, |span| span.get_days());
    let step = if days < MOST_WEEKS * 7 { GroupBy::Day } else { GroupBy::Month };
    let over_time = facts::counts(tx, &cut, step, &names())?;
    let by_group = if group_by == GroupBy::Nothing {
        facts::Counts::new()
    } else {
        facts::counts(tx, &cut, group_by, &names())?
    };
    let backlog = backlog(tx, &cut, to.min(as_of))?;
    let mut groups: Vec<Group> = split(&by_group, ToOwned::to_owned)
        .into_iter()
        .map(|(code, counts)| Group { code, figures: Figures::of(&counts, calendar, as_of) })
        .collect();
    groups.sort_by(|a, b| b.figures.requests.cmp(&a.figures.requests).then_with(|| a.code.cmp(&b.code)));
    Ok(Scorecard {
        as_of,
        total: split(&over_time, |_| ())
            .remove(&())
            .map(|counts| Figures::of(&counts, calendar, as_of))
            .unwrap_or_default(),
        backlog,
        groups,
        trend: trend(&over_time, (calendar, as_of), (from, to)),
        at_offices: at_offices(tx, act.city(), &cut)?,
        cut,
    })
}

/// The figures of one service in a period, and nothing beside them.
pub fn figures(tx: &mut Tx<'_>, act: &Act, service: &ServiceCode, (from, to): (Date, Date)) -> Verb<Figures> {
    act.must(Action::ReadFigures, Resource::City)?;
    let cut =
        Cut { from: from.to_string(), to: to.to_string(), service: Some(service.clone()), ..Cut::default() };
    let counts = facts::counts(tx, &cut, GroupBy::Nothing, &names())?;
    let total = split(&counts, |_| ()).remove(&());
    let calendar = &act.city().calendar;
    Ok(total.map(|counts| Figures::of(&counts, calendar, calendar.day(act.at))).unwrap_or_default())
}

fn names() -> [&'static str; Measure::ALL.len()] {
    Measure::ALL.map(Measure::as_str)
}

/// Counts by another group than they were read by.
fn split<G: Ord>(counts: &facts::Counts, group: impl Fn(&str) -> G) -> BTreeMap<G, Counts<'_>> {
    let mut groups: BTreeMap<G, Counts<'_>> = BTreeMap::new();
    for ((name, measure, bucket), n) in counts {
        let n = u64::try_from(*n).unwrap_or(0);
        *groups.entry(group(name)).or_default().entry((measure.as_str(), *bucket)).or_default() += n;
    }
    groups
}

/// The points of a trend, from counts by day, or by month where it is told by month.
fn trend(
    over_time: &facts::Counts,
    (calendar, as_of): (&Calendar, Date),
    (from, to): (Date, Date),
) -> Vec<Point> {
    let days = from.until(to).map_or(0, |span| span.get_days());
    let start = |day: Date| match days {
        days if days < MOST_DAYS => day,
        days if days < MOST_WEEKS * 7 => {
            day.checked_sub(Span::new().days(i64::from(day.weekday().to_monday_zero_offset()))).unwrap_or(day)
        }
        _ => day,
    };
    let end = |first: Date| match days {
        days if days < MOST_DAYS => first,
        days if days < MOST_WEEKS * 7 => first.checked_add(Span::new().days(6)).unwrap_or(first),
        _ => first.last_of_month(),
    };
    let first_day = |day: &str| day.parse().or_else(|_| format!("{day}-01").parse::<Date>());
    let points = split(over_time, |day| first_day(day).map_or(from, start));
    points
        .into_iter()
        .map(|(first, counts)| Point {
            from: first.max(from),
            to: end(first).min(to),
            figures: Figures::of(&counts, calendar, as_of),
        })
        .collect()
}

/// What was open at the end of a day, by how long it had been: what is open still, and what was closed later.
fn backlog(tx: &mut Tx<'_>, cut: &Cut, at_end_of: Date) -> Verb<Backlog> {
    let whole = Cut { from: String::new(), to: at_end_of.to_string(), ..cut.clone() };
    let end = day_number(at_end_of);
    let measures = [Measure::OpenSince, Measure::ClosedOn].map(Measure::as_str);
    let mut backlog = Backlog::default();
    for (opened, open) in facts::counts_after(tx, &whole, measures, end)? {
        let Ok(opened) = opened.parse::<Date>() else { continue };
        backlog.add(end - day_number(opened), u64::try_from(open).unwrap_or(0));
    }
    Ok(backlog)
}
