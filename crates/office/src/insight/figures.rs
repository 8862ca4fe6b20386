//! The figures of a scorecard, from the counts of one group.

use super::Measure;
use super::facts::day_number;
use calendars::Calendar;
use jiff::Span;
use jiff::civil::{Date, date};
use measures::{DurationScale, Share, Times};
use std::collections::BTreeMap;

const DAY_SECONDS: i64 = 86_400;

/// The time by which half, and nine in ten, were over; nothing while too many are open to say. Seconds, unless it is
/// of something else.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Quantiles<T = f64> {
    /// Half.
    pub median: Option<T>,
    /// Nine in ten.
    pub p90: Option<T>,
    /// How many it was computed from, open ones included.
    pub count: u64,
}

impl<T> Quantiles<T> {
    fn map<U>(self, unit: impl Fn(T) -> U) -> Quantiles<U> {
        Quantiles { median: self.median.map(&unit), p90: self.p90.map(&unit), count: self.count }
    }
}

/// What is open, and for how long.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Backlog {
    /// All of it.
    pub count: u64,
    /// Up to 7 days, up to 30, up to 90, up to 365, longer.
    pub by_age: [u64; 5],
}

impl Backlog {
    /// The upper ends of the age groups, in days; the last group has none.
    pub const AGES: [i64; 4] = [7, 30, 90, 365];

    /// Adds what has been open for some days.
    pub fn add(&mut self, days: i64, count: u64) {
        self.count += count;
        self.by_age[Self::AGES.partition_point(|end| *end < days)] += count;
    }
}

/// The figures of one group of cases: those that were opened in a period.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    /// Opened.
    pub requests: u64,
    /// Closed, whichever way.
    pub closed: u64,
    /// Taken back by their customers; no promise is judged by them.
    pub withdrawn: u64,
    /// Closed by the time promised.
    pub on_time: u64,
    /// Closed later.
    pub late: u64,
    /// Open although they were due.
    pub overdue: u64,
    /// The promises kept, of those that can be judged: closed, or due by now.
    pub kept: Share,
    /// First answers by the time promised, of those promised and due.
    pub answered_in_time: Share,
    /// Time to a person's first answer.
    pub first_reply: Quantiles,
    /// Time to the end of the work.
    pub completion: Quantiles,
    /// The same in business days: those within which half, and nine in ten, were done.
    pub working_days: Quantiles<i64>,
    /// Still open.
    pub open: u64,
    /// Reopened at least once.
    pub reopened: u64,
    /// How many gave 1, 2, 3, 4 and 5.
    pub ratings: [u64; 5],
    /// With something odd about them.
    pub flagged: u64,
}

/// The counts of one group: measure and bucket.
pub(super) type Counts<'c> = BTreeMap<(&'c str, i64), u64>;

impl Figures {
    /// Reads the figures out of counts, as they stand at the end of a day.
    pub(super) fn of(counts: &Counts<'_>, calendar: &Calendar, as_of: Date) -> Self {
        let today = day_number(as_of);
        let lasted = |since: i64| DurationScale::bucket((today - since).max(0) * DAY_SECONDS);
        let worked = |since: i64| business_days(calendar, since, today);
        let total = |measure: Measure| of(counts, measure).map(|(_, n)| n).sum::<u64>();
        let (on_time, late) = (total(Measure::OnTime), total(Measure::Late));
        let overdue = of(counts, Measure::OpenDue).filter(|(due, _)| *due < today).map(|(_, n)| n).sum();
        let (answered, missed) = (total(Measure::FirstReplyOnTime), total(Measure::FirstReplyLate));
        let mut ratings = [0; 5];
        for (score, n) in of(counts, Measure::Rating) {
            if let Some(place) = usize::try_from(score - 1).ok().and_then(|place| ratings.get_mut(place)) {
                *place += n;
            }
        }
        Self {
            requests: total(Measure::Opened),
            closed: total(Measure::ClosedOn),
            withdrawn: total(Measure::Withdrawn),
            on_time,
            late,
            overdue,
            kept: Share::new(on_time, on_time + late + overdue),
            answered_in_time: Share::new(answered, answered + missed),
            first_reply: quantiles(
                counts,
                [Measure::FirstReply, Measure::ClosedUnanswered, Measure::UnansweredSince],
                lasted,
            )
            .map(DurationScale::seconds),
            completion: quantiles(
                counts,
                [Measure::Completion, Measure::Withdrawn, Measure::OpenSince],
                lasted,
            )
            .map(DurationScale::seconds),
            working_days: quantiles(
                counts,
                [Measure::WorkingDays, Measure::WithdrawnWorkingDays, Measure::OpenSince],
                worked,
            ),
            open: total(Measure::OpenSince),
            reopened: total(Measure::Reopened),
            ratings,
            flagged: total(Measure::Flagged),
        }
    }

    /// How many rated.
    pub fn rated(&self) -> u64 {
        self.ratings.iter().sum()
    }

    /// The mean score.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn mean_score(&self) -> Option<f64> {
        let sum: u64 = (1..).zip(self.ratings).map(|(score, n)| score * n).sum();
        (self.rated() > 0).then(|| sum as f64 / self.rated() as f64)
    }

    /// Those who gave 4 or 5, of those who rated.
    pub fn satisfied(&self) -> Share {
        Share::new(self.ratings[3] + self.ratings[4], self.rated())
    }
}

fn of<'c>(counts: &'c Counts<'_>, measure: Measure) -> impl Iterator<Item = (i64, u64)> + 'c {
    let name = measure.as_str();
    counts.range((name, i64::MIN)..=(name, i64::MAX)).map(|((_, bucket), n)| (*bucket, *n))
}

/// Times that ended, times that were cut off, and what goes on: it counts for as long as it has lasted. In buckets.
fn quantiles(
    counts: &Counts<'_>,
    [ended, cut_off, since]: [Measure; 3],
    lasted: impl Fn(i64) -> i64,
) -> Quantiles<i64> {
    let mut times = Times::new();
    for (bucket, n) in of(counts, ended) {
        times.ended(bucket, n);
    }
    for (bucket, n) in of(counts, cut_off) {
        times.open(bucket, n);
    }
    for (since, n) in of(counts, since) {
        times.open(lasted(since), n);
    }
    let survival = times.survival();
    Quantiles { median: survival.quantile(0.5), p90: survival.quantile(0.9), count: times.count() }
}

/// The business days from the beginning of one day to that of another, both in days since 1970.
fn business_days(calendar: &Calendar, from: i64, to: i64) -> i64 {
    let start = |day: i64| calendar.start_of(date(1970, 1, 1).checked_add(Span::new().days(day)).ok()?);
    let days = start(from).zip(start(to)).and_then(|(from, to)| calendar.business_days(from, to));
    days.map_or(0, i64::from)
}
