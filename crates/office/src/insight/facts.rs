//! The facts of one case: what it adds to the counts of the day on which it was opened.
//!
//! They follow from the case's state alone, and the state from its events alone, so the counts can be made again
//! from the events at any time and come out the same.

use crate::city::City;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use measures::DurationScale;
use records::facts::Key;
use terms::{Case, DistrictCode, State, Status};

/// What is counted. The bucket is, as it says: nothing (0), a day (days since 1970), a duration (the scale of
/// [`DurationScale`]), a number of business days or a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// Cases opened.
    Opened,
    /// Cases closed, by the day of closing.
    ClosedOn,
    /// Time from opening to closing, by duration.
    Completion,
    /// Business days from opening to closing.
    WorkingDays,
    /// Cases withdrawn by their customers, by the time until then.
    Withdrawn,
    /// Cases withdrawn by their customers, by the business days until then.
    WithdrawnWorkingDays,
    /// Open cases, by the day since which they are open.
    OpenSince,
    /// Open cases that no person has answered, by the day since which they are open.
    UnansweredSince,
    /// Open cases whose clock runs, by the day on which they are due.
    OpenDue,
    /// Cases closed by the time promised.
    OnTime,
    /// Cases closed later than promised.
    Late,
    /// Time from opening to a person's first answer, by duration.
    FirstReply,
    /// Cases closed without a person's answer, by the time until then.
    ClosedUnanswered,
    /// First answers by the time promised.
    FirstReplyOnTime,
    /// First answers later than promised, or not at all until the end.
    FirstReplyLate,
    /// Cases that were reopened.
    Reopened,
    /// Ratings, by score.
    Rating,
    /// Cases with something odd about them.
    Flagged,
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::Opened,
        Self::ClosedOn,
        Self::Completion,
        Self::WorkingDays,
        Self::Withdrawn,
        Self::WithdrawnWorkingDays,
        Self::OpenSince,
        Self::UnansweredSince,
        Self::OpenDue,
        Self::OnTime,
        Self::Late,
        Self::FirstReply,
        Self::ClosedUnanswered,
        Self::FirstReplyOnTime,
        Self::FirstReplyLate,
        Self::Reopened,
        Self::Rating,
        Self::Flagged,
    ];

    /// Its name in the table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::ClosedOn => "closed-on",
            Self::Completion => "completion",
            Self::WorkingDays => "working-days",
            Self::Withdrawn => "withdrawn",
            Self::WithdrawnWorkingDays => "withdrawn-working-days",
            Self::OpenSince => "open-since",
            Self::UnansweredSince => "unanswered-since",
            Self::OpenDue => "open-due",
            Self::OnTime => "on-time",
            Self::Late => "late",
            Self::FirstReply => "first-reply",
            Self::ClosedUnanswered => "closed-unanswered",
            Self::FirstReplyOnTime => "first-reply-on-time",
            Self::FirstReplyLate => "first-reply-late",
            Self::Reopened => "reopened",
            Self::Rating => "rating",
            Self::Flagged => "flagged",
        }
    }
}

/// The number of a day: days since 1970.
pub(crate) fn day_number(day: Date) -> i64 {
    date(1970, 1, 1).until(day).map_or(0, |span| i64::from(span.get_days()))
}

/// What a case counts for, each key once.
pub fn facts_of(city: &City, state: &State) -> Vec<Key> {
    let opened_on = city.calendar.day(state.opened_at);
    let key = |(measure, bucket): (Measure, i64)| Key {
        measure: measure.as_str().to_owned(),
        day: opened_on.to_string(),
        service: state.service.clone(),
        agency: state.agency.clone(),
        district: state.district.clone().unwrap_or_else(|| DistrictCode::new("")),
        channel: state.channel,
        bucket,
    };
    let mut found = vec![(Measure::Opened, 0)];
    found.extend(ending(city, state));
    found.extend(answer(state));
    found.extend((state.reopened > 0).then_some((Measure::Reopened, 0)));
    found.extend((!state.flags.is_empty()).then_some((Measure::Flagged, 0)));
    for (score, count) in (1..).zip(state.ratings.0) {
        found.extend((0..count).map(|_| (Measure::Rating, score)));
    }
    found.into_iter().map(key).collect()
}

fn ending(city: &City, state: &State) -> Vec<(Measure, i64)> {
    let mut found = Vec::new();
    let Some(closure) = &state.closure else {
        let since = day_number(city.calendar.day(state.opened_at));
        found.push((Measure::OpenSince, since));
        found.extend(state.first_replied_at.is_none().then_some((Measure::UnansweredSince, since)));
        let due = state.clocks.public_due_at().filter(|_| state.status == Status::Open);
        found.extend(due.map(|due| (Measure::OpenDue, day_number(city.calendar.day(due)))));
        return found;
    };
    found.push((Measure::ClosedOn, day_number(city.calendar.day(closure.at))));
    let days = city.calendar.business_days(state.opened_at, closure.at).map(i64::from);
    if closure.outcome.as_str() == Case::WITHDRAWN {
        found.push((Measure::Withdrawn, duration(state, closure.at)));
        found.extend(days.map(|days| (Measure::WithdrawnWorkingDays, days)));
        return found;
    }
    // What goes on as another case is judged there.
    if state.merged_into.is_some() {
        return found;
    }
    // A case that is said to have been closed before it was opened tells nothing of how long things take.
    if closure.at >= state.opened_at {
        found.push((Measure::Completion, duration(state, closure.at)));
        found.extend(days.map(|days| (Measure::WorkingDays, days)));
    }
    let kept = state
        .clocks
        .public_due_at()
        .map(|due| if closure.at <= due { Measure::OnTime } else { Measure::Late });
    found.extend(kept.map(|kept| (kept, 0)));
    found
}

fn answer(state: &State) -> Vec<(Measure, i64)> {
    let due = state.clocks.first_reply_due_at;
    match (state.first_replied_at, &state.closure) {
        (Some(replied), _) => {
            let kept = due
                .map(|due| if replied <= due { Measure::FirstReplyOnTime } else { Measure::FirstReplyLate });
            let took = (replied >= state.opened_at).then(|| (Measure::FirstReply, duration(state, replied)));
            took.into_iter().chain(kept.map(|kept| (kept, 0))).collect()
        }
        (None, Some(closure)) => {
            let late = due.filter(|due| closure.at > *due).map(|_| (Measure::FirstReplyLate, 0));
            let lasted = (Measure::ClosedUnanswered, duration(state, closure.at));
            late.into_iter().chain([lasted]).collect()
        }
        (None, None) => {
            // Still waiting for an answer: `UnansweredSince` says for how long; what is overdue is known by its flag.
            state.clocks.first_reply_missed.then_some((Measure::FirstReplyLate, 0)).into_iter().collect()
        }
    }
}

fn duration(state: &State, until: Timestamp) -> i64 {
    DurationScale::bucket(until.duration_since(state.opened_at).as_secs())
}
