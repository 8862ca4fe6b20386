//! Services: what is promised to a case, and whether the answers to a form will do.

mod search;
mod words;

pub use search::{Found, Index};
pub(crate) use search::{MOST, Ranking};
pub use words::{Left, promise_in_words, time_left, time_taken_in_words};

use crate::Mistake;
use crate::city::{City, Service};
use forms::{Field, Form, Problem};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use terms::{Answer, Clocks, State};

/// From when to when a clock stood still.
type Span = (Timestamp, Timestamp);

/// The clocks of a case of a service that is opened at an instant.
pub fn promise(city: &City, service: &Service, opened_at: Timestamp) -> Clocks {
    let Some(promise) = service.promise_on(city.calendar.day(opened_at)) else { return Clocks::default() };
    let due = |rule: Option<calendars::Rule>| Some(rule?.due(&promise.calendar, opened_at)?.promised);
    let completion = due(promise.completion);
    Clocks {
        promised_at: completion,
        due_at: completion,
        first_reply_due_at: due(promise.first_reply),
        ..Clocks::default()
    }
}

/// When what is due at an instant is due after a case's clock stood still from one instant to another.
pub fn resume(city: &City, state: &State, due: Timestamp, (from, to): Span) -> Option<Timestamp> {
    let promise = city.services.get(&state.service)?.promise_on(city.calendar.day(state.opened_at))?;
    promise.completion?.resume(&promise.calendar, due, from, to)
}

/// When a case is due with more working days: counted from when it is due, or from now where that is over.
pub fn extend(city: &City, state: &State, days: u32, now: Timestamp) -> Option<Timestamp> {
    let due = state.clocks.due_at?.max(now);
    let service = city.services.get(&state.service);
    let promise = service.and_then(|service| service.promise_on(city.calendar.day(state.opened_at)));
    let calendar = promise.map_or(&city.calendar, |promise| &promise.calendar);
    calendar.business_days_after(due, days)
}

/// How much working time a case was promised to take, and how much of it is left, which is less than nothing once it is
/// over; none where nothing was promised.
pub fn promised_and_left(
    city: &City,
    state: &State,
    now: Timestamp,
) -> Option<(SignedDuration, SignedDuration)> {
    let due = state.clocks.due_at?;
    let service = city.services.get(&state.service);
    let promise = service.and_then(|service| service.promise_on(city.calendar.day(state.opened_at)));
    let calendar = promise.map_or(&city.calendar, |promise| &promise.calendar);
    let whole = calendar.worked(state.opened_at, state.clocks.promised_at.unwrap_or(due));
    let left = if now <= due { calendar.worked(now, due) } else { -calendar.worked(due, now) };
    Some((whole, left))
}

/// The answers to a service's form as they are kept: typed by it, without those to what is not asked. Or what is wrong
/// with them.
pub fn check_answers(service: &Service, answers: &[Answer], day: Date) -> Result<Vec<Answer>, Vec<Mistake>> {
    let form = &service.form;
    match form.take(answers, &day.to_string()) {
        Ok(taken) => Ok(form.flatten(&taken)),
        Err(mistakes) => Err(mistakes.iter().map(|mistake| told(form, mistake)).collect()),
    }
}

/// A mistake in an answer, named as Open311 names answers.
fn told(form: &Form, mistake: &forms::Mistake) -> Mistake {
    let known = form.field(&mistake.path).map(Field::choices).unwrap_or_default();
    let keys: Vec<&str> = known.iter().map(|choice| choice.key.as_str()).collect();
    let problem = if mistake.problem == Problem::NotAChoice && !keys.is_empty() {
        format!("it is not one of the choices; use one of: {}", keys.join(", "))
    } else {
        mistake.problem.to_string()
    };
    Mistake { field: format!("attribute[{}]", mistake.path), problem }
}
