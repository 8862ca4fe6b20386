//! A promise in words that a customer understands.

use crate::city::{City, Service};
use calendars::Rule;
use jiff::{SignedDuration, Timestamp};
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
