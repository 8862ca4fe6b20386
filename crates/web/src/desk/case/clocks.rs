//! The head of a case: where it stands, who holds it, what it waits for, and the clocks of its promises.

use crate::portal::say::moment;
use jiff::Timestamp;
use office::city::City;
use terms::{AgencyCode, Case, State, Status};
use wording::{Argument, Language};

/// A promise is soon due when less than this is left of the working time, in seconds.
const SOON_SECONDS: i64 = 4 * 3_600;

/// A promise, and how it does.
pub(super) struct Clock {
    /// What was promised.
    pub(super) name: String,
    /// How it looks: open, soon, waiting, late or done.
    pub(super) look: &'static str,
    /// How it does, in words.
    pub(super) words: String,
    /// When it is due.
    pub(super) when: String,
    /// What was promised first, where more time was agreed.
    pub(super) before: Option<String>,
}

/// Where a case stands, in a sentence.
pub(super) fn sentence(city: &City, language: Language, state: &State) -> String {
    let said = |key: &str, name: &str, at: Option<Timestamp>| {
        let date = at.map(|at| language.date(city.calendar.day(at))).unwrap_or_default();
        language.say_with(key, &[("name", Argument::Words(name)), ("date", Argument::Words(&date))])
    };
    match (state.status, &state.closure) {
        (Status::Closed, Some(closure)) => match closure.outcome.as_str() {
            Case::WITHDRAWN => said("desk-case-withdrawn", "", Some(closure.at)),
            Case::DUPLICATE => said("desk-case-joined", "", Some(closure.at)),
            _ => {
                let outcome = city.outcomes.get(&closure.outcome);
                let name =
                    outcome.map_or(closure.outcome.as_str(), |outcome| outcome.name.text(language.tag()));
                said("desk-case-closed", name, Some(closure.at))
            }
        },
        (Status::Waiting, _) => said("desk-case-waiting", "", state.clocks.waiting_since),
        _ => match &state.assignee {
            Some(code) => said("desk-case-taken", officer(city, code.as_str()), None),
            None => said("desk-case-free", "", None),
        },
    }
}

fn officer<'c>(city: &'c City, code: &'c str) -> &'c str {
    city.officers.get(code).map_or(code, |officer| officer.name.as_str())
}

/// An agency's name.
pub(super) fn agency(city: &City, language: Language, code: &AgencyCode) -> String {
    city.agencies
        .get(code)
        .map_or_else(|| code.to_string(), |agency| agency.name.text(language.tag()).to_owned())
}

/// Who holds a case: an agency, a queue, and whoever has taken it.
pub(super) fn held_by(city: &City, language: Language, state: &State) -> String {
    let queue = city.queues.get(&state.queue);
    let queue = queue.map_or_else(String::new, |queue| queue.name.text(language.tag()).to_owned());
    let agency = agency(city, language, &state.agency);
    let name = state.assignee.as_ref().map(|code| officer(city, code.as_str()).to_owned());
    let key = if name.is_some() { "desk-case-held-by" } else { "desk-case-held-in" };
    let arguments = [
        ("agency", Argument::Words(&agency)),
        ("queue", Argument::Words(&queue)),
        ("name", Argument::Words(name.as_deref().unwrap_or_default())),
    ];
    language.say_with(key, &arguments)
}

/// What an open case waits for.
pub(super) fn waits_for(city: &City, language: Language, state: &State) -> Option<String> {
    let mut whom = Vec::new();
    if state.status == Status::Waiting {
        whom.push(language.say("desk-case-the-customer"));
    }
    whom.extend(state.transfer_to.iter().map(|code| agency(city, language, code)));
    whom.extend(state.open_tasks.iter().map(|code| agency(city, language, code)));
    whom.dedup();
    let list = language.list(&whom);
    (!whom.is_empty()).then(|| language.say_with("desk-case-waits-for", &[("name", Argument::Words(&list))]))
}

/// The clocks of a case's promises.
pub(super) fn clocks(city: &City, language: Language, state: &State, now: Timestamp) -> Vec<Clock> {
    let clocks = &state.clocks;
    let reply = clock(city, language, state, (clocks.first_reply_due_at, state.first_replied_at, now));
    let closed = state.closure.as_ref().map(|closure| closure.at);
    let end = clock(city, language, state, (clocks.due_at, closed, now));
    [("desk-case-first-reply", reply), ("desk-case-completion", end)]
        .into_iter()
        .filter_map(|(key, clock)| {
            let before = clocks.original_due_at.filter(|_| key == "desk-case-completion");
            let before = before.map(|before| moment(city, language, before));
            let before =
                before.map(|date| language.say_with("desk-agreed", &[("date", Argument::Words(&date))]));
            Some(Clock { name: language.say(key), before, ..clock? })
        })
        .collect()
}

fn clock(
    city: &City,
    language: Language,
    state: &State,
    (due, done, now): (Option<Timestamp>, Option<Timestamp>, Timestamp),
) -> Option<Clock> {
    let due = due?;
    let worked = |from, to| working_time(city, language, state, (from, to));
    let (look, key, time) = match done {
        Some(done) if done <= due => ("done", "desk-case-kept", String::new()),
        Some(done) => ("late", "desk-case-missed", worked(due, done).1),
        None if state.status == Status::Waiting => ("waiting", "desk-case-still", String::new()),
        None if now > due => ("late", "desk-case-late", worked(due, now).1),
        None => {
            let (seconds, time) = worked(now, due);
            (if seconds < SOON_SECONDS { "soon" } else { "open" }, "desk-case-left", time)
        }
    };
    let words = language.say_with(key, &[("time", Argument::Words(&time))]);
    Some(Clock { name: String::new(), look, words, when: moment(city, language, due), before: None })
}

/// The working time between two instants, in seconds and in words, by the calendar of the promise.
fn working_time(
    city: &City,
    language: Language,
    state: &State,
    (from, to): (Timestamp, Timestamp),
) -> (i64, String) {
    let promise = city.services.get(&state.service);
    let promise = promise.and_then(|service| service.promise_on(city.calendar.day(state.opened_at)));
    let calendar = promise.map_or(&city.calendar, |promise| &promise.calendar);
    let seconds = calendar.worked(from, to).as_secs();
    let days = calendar.business_days(from, to).filter(|days| *days >= 2);
    let words = if let Some(days) = days {
        language.say_with("desk-case-working-days", &[("count", Argument::Count(days.into()))])
    } else {
        #[expect(clippy::cast_precision_loss, reason = "two days of working time are few seconds")]
        let time = language.duration(seconds.max(60) as f64);
        language.say_with("desk-case-working-time", &[("time", Argument::Words(&time))])
    };
    (seconds, words)
}

/// How much working time there is between now and when an answer is due, or was.
pub(super) fn until(city: &City, language: Language, due: Option<Timestamp>, now: Timestamp) -> String {
    let Some(due) = due else { return String::new() };
    let (from, to) = if now < due { (now, due) } else { (due, now) };
    let seconds = city.calendar.worked(from, to).as_secs();
    #[expect(clippy::cast_precision_loss, reason = "what superiors have to answer is few seconds")]
    let time = language.duration(seconds.max(60) as f64);
    language.say_with("desk-case-working-time", &[("time", Argument::Words(&time))])
}

/// When something leaves that was sent.
pub(super) fn leaves(city: &City, language: Language, at: Option<Timestamp>, now: Timestamp) -> String {
    let at = at.unwrap_or(now);
    let seconds = at.duration_since(now).as_secs().max(0);
    if seconds <= 60 {
        return language.say_with("desk-case-leaves-soon", &[("count", Argument::Count(seconds))]);
    }
    let date = moment(city, language, at);
    language.say_with("desk-case-leaves-at", &[("date", Argument::Words(&date))])
}
