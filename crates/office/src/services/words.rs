//! A promise in words that a customer understands.

use crate::city::{City, Service};
use calendars::Rule;
use jiff::{SignedDuration, Timestamp};
use terms::State;
use wording::{Argument, Language};

/// What a service promises at an instant: the time to the first answer and to the end, each where it is promised.
pub fn promise_in_words(
    city: &City,
    service: &Service,
    at: Timestamp,
    language: Language,
) -> (Option<String>, Option<String>) {
    let Some(promise) = service.promise_on(city.calendar.day(at)) else { return (None, None) };
    let words = |rule: Option<Rule>| rule.map(|rule| rule_in_words(rule, language));
    (words(promise.first_reply), words(promise.completion))
}

/// A time that something took, known in seconds and in business days, in the days of the promise: in working days,
/// unless the promise itself is in plain ones.
pub fn time_taken_in_words(
    city: &City,
    service: &Service,
    at: Timestamp,
    (seconds, days): (Option<f64>, Option<i64>),
    language: Language,
) -> Option<String> {
    let promised = service.promise_on(city.calendar.day(at)).and_then(|promise| promise.completion);
    match promised {
        Some(Rule::CalendarDays(_)) => seconds.map(|seconds| language.duration(seconds)),
        // What was done on the day on which it came in was done within one.
        _ => days.map(|days| working_days(days.max(1), language)),
    }
}

/// How far a case is from when it is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The time in between, in the days and hours of the promise.
    pub words: String,
    /// Whether it is over.
    pub is_over: bool,
    /// Whether it is over within a working hour.
    pub is_soon: bool,
}

/// How far a case is from when it is due: in working time, unless its promise is in plain days.
pub fn time_left(city: &City, state: &State, at: Timestamp, language: Language) -> Option<Left> {
    let due = state.clocks.due_at?;
    let (early, late) = if at <= due { (at, due) } else { (due, at) };
    let service = city.services.get(&state.service);
    let promise = service.and_then(|service| service.promise_on(city.calendar.day(state.opened_at)));
    let calendar = promise.map_or(&city.calendar, |promise| &promise.calendar);
    let worked = calendar.worked(early, late);
    let hour = SignedDuration::from_hours(1);
    let words = match promise.and_then(|promise| promise.completion) {
        Some(Rule::CalendarDays(_)) => language.duration(late.duration_since(early).as_secs_f64()),
        _ if worked < hour * 2 => counted("promise-working-minutes", worked.as_mins().max(1), language),
        _ if worked < hour * 8 => counted("promise-working-hours", worked.as_hours(), language),
        _ => working_days(calendar.business_days(early, late).map_or(1, i64::from).max(1), language),
    };
    Some(Left { words, is_over: at > due, is_soon: at <= due && worked <= hour })
}

fn counted(key: &str, count: i64, language: Language) -> String {
    language.say_with(key, &[("count", Argument::Count(count))])
}

fn working_days(days: i64, language: Language) -> String {
    language.say_with("promise-working-days", &[("count", Argument::Count(days))])
}

fn rule_in_words(rule: Rule, language: Language) -> String {
    let (key, count) = match rule {
        Rule::BusinessDays(days) => return working_days(i64::from(days), language),
        Rule::CalendarDays(days) => ("promise-days", i64::from(days)),
        Rule::WorkingTime(time) if time < SignedDuration::from_hours(2) => {
            ("promise-working-minutes", time.as_mins())
        }
        Rule::WorkingTime(time) => ("promise-working-hours", time.as_hours()),
        Rule::SameDayOr24Hours(_) => ("promise-same-day", 1),
    };
    language.say_with(key, &[("count", Argument::Count(count))])
}
