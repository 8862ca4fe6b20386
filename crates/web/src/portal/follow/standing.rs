//! Where a case stands: one sentence, what the customer has to do, and an honest word when it is late.

use crate::portal::say::moment;
use jiff::Timestamp;
use office::cases::Whole;
use office::city::City;
use terms::{Case, Event, Happening, State, Status};
use wording::{Argument, Language};

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Standing {
    /// The one sentence.
    pub(super) sentence: String,
    /// How it looks: open, waiting, late or done.
    pub(super) look: &'static str,
    /// The word beside the shape.
    pub(super) word: String,
    /// What the customer has to do; nothing where they have nothing to do.
    pub(super) todo: Option<String>,
    /// By when it is promised.
    pub(super) promised: Option<String>,
    /// Why it is late, as far as it is known.
    pub(super) late: Vec<String>,
}

/// Where a case stands at an instant.
pub(super) fn standing(city: &City, language: Language, whole: &Whole, now: Timestamp) -> Standing {
    let state = &whole.case.state;
    let late = is_late(state, now);
    let look = match state.status {
        Status::Closed => "done",
        Status::Waiting => "waiting",
        Status::Open if late => "late",
        Status::Open => "open",
    };
    Standing {
        sentence: sentence(city, language, whole, late),
        look,
        word: language.say(&format!("standing-{look}")),
        todo: (state.status == Status::Waiting).then(|| language.say("todo-answer")),
        promised: promised(city, language, state),
        late: if late { reasons(city, language, whole) } else { Vec::new() },
    }
}

fn is_late(state: &State, now: Timestamp) -> bool {
    state.status == Status::Open && state.clocks.due_at.is_some_and(|due| now > due)
}

fn sentence(city: &City, language: Language, whole: &Whole, late: bool) -> String {
    let state = &whole.case.state;
    let day = |at| language.date(city.calendar.day(at));
    match (state.status, &state.closure) {
        (Status::Closed, Some(closure)) => {
            let (key, name) = match closure.outcome.as_str() {
                Case::WITHDRAWN => ("standing-withdrawn", String::new()),
                Case::MERGED => {
                    let into = whole.related.merged_into;
                    ("standing-merged", into.map(|into| into.to_string()).unwrap_or_default())
                }
                Case::DUPLICATE => {
                    ("standing-joined", whole.speaker.map(|speaker| speaker.to_string()).unwrap_or_default())
                }
                _ => {
                    let outcome = city.outcomes.get(&closure.outcome);
                    (
                        "standing-closed",
                        outcome.map_or_else(String::new, |o| o.name.text(language.tag()).to_owned()),
                    )
                }
            };
            let date = day(closure.at);
            language.say_with(key, &[("date", Argument::Words(&date)), ("name", Argument::Words(&name))])
        }
        (Status::Waiting, _) => language.say("standing-we-ask"),
        _ if late => {
            let date = state.clocks.due_at.map(day).unwrap_or_default();
            language.say_with("standing-overdue", &[("date", Argument::Words(&date))])
        }
        _ => match officer(city, state) {
            Some(name) => language.say_with("standing-taken", &[("name", Argument::Words(&name))]),
            None => language.say("standing-queued"),
        },
    }
}

/// The officer who works on it, by the name that they agreed to.
fn officer(city: &City, state: &State) -> Option<String> {
    city.officers.get(state.assignee.as_ref()?)?.public_name.clone()
}

fn promised(city: &City, language: Language, state: &State) -> Option<String> {
    let due = state.clocks.due_at.filter(|_| state.status != Status::Closed)?;
    let before = state.clocks.original_due_at.filter(|_| state.status == Status::Open);
    let key = match (state.status, before) {
        (Status::Waiting, _) => "promised-waiting",
        (_, Some(_)) => "promised-agreed",
        (_, None) => "promised-by",
    };
    let (when, before) = (moment(city, language, due), before.map(|before| moment(city, language, before)));
    let before = before.unwrap_or_default();
    Some(language.say_with(key, &[("date", Argument::Words(&when)), ("before", Argument::Words(&before))]))
}

/// What is known of why it takes so long: who was waited for, who handed it on, who does a part of it.
fn reasons(city: &City, language: Language, whole: &Whole) -> Vec<String> {
    let name = |code: &terms::AgencyCode| {
        city.agencies
            .get(code)
            .map_or_else(|| code.to_string(), |agency| agency.name.text(language.tag()).to_owned())
    };
    let said = |key: &str, event: &Event, name: String| {
        let date = language.date(city.calendar.day(event.at));
        language.say_with(key, &[("name", Argument::Words(&name)), ("date", Argument::Words(&date))])
    };
    let mut reasons: Vec<String> = whole
        .events
        .iter()
        .filter_map(|event| match &event.what {
            Happening::TransferAccepted { agency, .. } => Some(said("late-passed-on", event, name(agency))),
            Happening::TaskAsked { agency, .. } if whole.case.state.open_tasks.contains(agency) => {
                Some(said("late-part", event, name(agency)))
            }
            Happening::Reopened { .. } => Some(said("late-reopened", event, String::new())),
            _ => None,
        })
        .collect();
    if reasons.is_empty() {
        let key = if whole.case.state.first_replied_at.is_some() { "late-in-work" } else { "late-no-reason" };
        reasons.push(language.say(key));
    }
    reasons
}
