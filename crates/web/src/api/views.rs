//! What the API shows of a case, as far as whoever asks may see it.

use super::wire::{AnswerBody, PlaceBody};
use jiff::Timestamp;
use office::cases::{Audience, Held, Whole, timeline};
use office::city::City;
use serde::Serialize;
use terms::{Actor, Case, Happening, Principal};
use utoipa::ToSchema;
use wording::Language;

/// A case, as far as whoever asks may see it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CaseView {
    reference: String,
    /// Counts what happened to it; a write names the one that was read.
    revision: i64,
    kind: String,
    service: String,
    agency: String,
    district: Option<String>,
    channel: String,
    /// `open`, `waiting` for its customer, or `closed`.
    status: String,
    description: String,
    answers: Vec<AnswerBody>,
    place: PlaceBody,
    media_url: Option<String>,
    opened_at: Timestamp,
    updated_at: Timestamp,
    /// Completion as it was promised at the beginning.
    promised_at: Option<Timestamp>,
    /// Completion as it is due now.
    due_at: Option<Timestamp>,
    first_reply_due_at: Option<Timestamp>,
    first_replied_at: Option<Timestamp>,
    waiting_since: Option<Timestamp>,
    closed_at: Option<Timestamp>,
    outcome: Option<String>,
    /// What was said when it ended.
    status_notes: Option<String>,
    reopened: u32,
    /// Who works on it: for staff the code, for others the name that the officer agreed to be called by.
    officer: Option<String>,
    /// For staff only: where it waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    queue: Option<String>,
    /// For staff only: whose it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    customer: Option<String>,
    /// Which agency is asked to take it over.
    #[serde(skip_serializing_if = "Option::is_none")]
    transfer_to: Option<String>,
    /// What is odd about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    flags: Vec<String>,
}

/// A case with everything that whoever asks may see of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CaseWhole {
    case: CaseView,
    /// What happened, oldest first.
    timeline: Vec<LineView>,
    /// The parts that partner agencies do.
    tasks: Vec<TaskView>,
    /// How many reports it speaks for besides its own.
    other_reports: usize,
    /// The case that speaks for it.
    duplicate_of: Option<String>,
    /// What was said of it.
    feedback: Vec<FeedbackView>,
    /// Which agency held it, and for how long; for staff.
    custody: Vec<HeldView>,
}

/// One line of a timeline.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LineView {
    at: Timestamp,
    kind: String,
    sentence: String,
    words: Option<String>,
    /// Who did it; for staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
}

/// A part of a case.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TaskView {
    id: String,
    agency: String,
    state: String,
    words: String,
    answer: Option<String>,
    asked_at: Timestamp,
    due_at: Option<Timestamp>,
}

/// What a customer said.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FeedbackView {
    score: u8,
    words: Option<String>,
    at: Timestamp,
}

/// A time for which an agency held a case.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HeldView {
    agency: String,
    from: Timestamp,
    to: Option<Timestamp>,
    /// For how many seconds of it the clock stood still for the customer.
    waited_seconds: i64,
}

/// Whether whoever asks serves, rather than being served.
pub(crate) fn is_staff(who: &Principal) -> bool {
    matches!(who.actor, Actor::Officer(_) | Actor::Integration(_) | Actor::House)
}

impl CaseView {
    pub(crate) fn of(city: &City, who: &Principal, case: &Case) -> Self {
        let (state, told, staff) = (&case.state, &case.told, is_staff(who));
        let officer = state.assignee.as_ref().and_then(|code| {
            let public = || city.officers.get(code)?.public_name.clone();
            if staff { Some(code.to_string()) } else { public() }
        });
        let answer =
            |answer: &terms::Answer| AnswerBody { code: answer.code.clone(), values: answer.values.clone() };
        Self {
            reference: case.reference.to_string(),
            revision: case.revision,
            kind: state.kind.to_string(),
            service: state.service.to_string(),
            agency: state.agency.to_string(),
            district: state.district.as_ref().map(ToString::to_string),
            channel: state.channel.to_string(),
            status: state.status.to_string(),
            description: told.description.clone(),
            answers: told.answers.iter().map(answer).collect(),
            place: PlaceBody {
                address: told.place.address.clone(),
                address_id: told.place.address_id.clone(),
                zipcode: told.place.zipcode.clone(),
                lat: told.place.position.map(|position| position.lat),
                long: told.place.position.map(|position| position.long),
            },
            media_url: told.media_url.clone(),
            opened_at: state.opened_at,
            updated_at: state.updated_at,
            promised_at: state.clocks.promised_at,
            due_at: state.clocks.due_at,
            first_reply_due_at: state.clocks.first_reply_due_at,
            first_replied_at: state.first_replied_at,
            waiting_since: state.clocks.waiting_since,
            closed_at: state.closure.as_ref().map(|closure| closure.at),
            outcome: state.closure.as_ref().map(|closure| closure.outcome.to_string()),
            status_notes: told.status_notes.clone(),
            reopened: state.reopened,
            officer,
            queue: staff.then(|| state.queue.to_string()),
            customer: state.customer.filter(|_| staff).map(|customer| customer.to_string()),
            transfer_to: state.transfer_to.as_ref().filter(|_| staff).map(ToString::to_string),
            flags: state.flags.iter().map(ToString::to_string).collect(),
        }
    }
}

impl CaseWhole {
    pub(crate) fn of(city: &City, who: &Principal, language: Language, whole: &Whole) -> Self {
        let staff = is_staff(who);
        let reader = if staff { Audience::Staff } else { Audience::Customer };
        let line = |line: office::cases::Entry| LineView {
            at: line.at,
            kind: line.kind.to_string(),
            sentence: line.sentence,
            words: line.words,
            by: staff.then(|| line.by.to_string()),
        };
        let held = |held: &Held| HeldView {
            agency: held.agency.to_string(),
            from: held.from,
            to: held.to,
            waited_seconds: held.waited.as_secs(),
        };
        let task = |task: &records::tasks::Task| TaskView {
            id: task.id.to_string(),
            agency: task.agency.to_string(),
            state: task.state.clone(),
            words: task.words.clone(),
            answer: task.answer_words.clone(),
            asked_at: task.asked_at,
            due_at: task.due_at,
        };
        Self {
            case: CaseView::of(city, who, &whole.case),
            timeline: timeline(city, &whole.events, &whole.contacts, reader, language)
                .into_iter()
                .map(line)
                .collect(),
            tasks: whole.tasks.iter().filter(|_| staff).map(task).collect(),
            other_reports: whole.reporters.len(),
            duplicate_of: whole.speaker.map(|speaker| speaker.to_string()),
            feedback: whole
                .feedback
                .iter()
                .map(|said| FeedbackView { score: said.score, words: said.words.clone(), at: said.at })
                .collect(),
            custody: whole.custody.iter().filter(|_| staff).map(held).collect(),
        }
    }
}

/// Who looked at a record.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LookView {
    pub(crate) at: Timestamp,
    pub(crate) by: String,
    pub(crate) purpose: String,
}

impl LookView {
    pub(crate) fn of(event: &terms::Event) -> Option<Self> {
        let look = matches!(event.what, Happening::Looked { .. });
        look.then(|| Self { at: event.at, by: event.actor.to_string(), purpose: event.purpose.to_string() })
    }
}
