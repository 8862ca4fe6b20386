//! What the API shows of a case, as far as whoever asks may see it.

use super::asked::ApprovalView;
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
    /// Until when the work rests; for staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    snoozed_until: Option<Timestamp>,
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
    /// Whom it is about, and from which case it came. Whoever it is about never sees the case.
    about: Option<AboutView>,
    /// The case as which it goes on.
    merged_into: Option<String>,
    /// Other cases with which it belongs; for staff.
    related: Option<RelatedView>,
    /// What was corrected in it; for staff.
    corrections: Vec<CorrectionView>,
    /// What superiors were asked; for staff.
    approvals: Vec<ApprovalView>,
}

/// Whom a case is about.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AboutView {
    agency: Option<String>,
    office: Option<String>,
    /// For staff only.
    officer: Option<String>,
    /// The case from which it came, or which an appeal is about.
    case: Option<String>,
}

/// Other cases with which one belongs.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RelatedView {
    /// Those that go on as this one.
    merged: Vec<String>,
    /// The one with which it is answered.
    parent: Option<String>,
    /// Some of those that are answered with it.
    children: Vec<String>,
    /// How many are answered with it.
    children_count: u32,
    /// Those that came out of it.
    split_off: Vec<String>,
}

/// A change of what was told.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CorrectionView {
    /// `answers`, `place` or `service`.
    what: String,
    /// From what, as JSON.
    before: String,
    /// To what, as JSON.
    after: String,
    words: String,
    by: String,
    at: Timestamp,
}

fn about(whole: &Whole, staff: bool) -> Option<AboutView> {
    let about = &whole.case.state.about;
    (!about.is_nobody()).then(|| AboutView {
        agency: about.agency.as_ref().map(ToString::to_string),
        office: about.office.as_ref().map(ToString::to_string),
        officer: about.officer.as_ref().filter(|_| staff).map(ToString::to_string),
        case: whole.related.about.map(|case| case.to_string()),
    })
}

fn related(whole: &Whole) -> RelatedView {
    let names = |cases: &[terms::Reference]| cases.iter().map(ToString::to_string).collect();
    RelatedView {
        merged: names(&whole.related.merged),
        parent: whole.related.parent.map(|parent| parent.to_string()),
        children: names(&whole.related.children),
        children_count: whole.case.state.children,
        split_off: names(&whole.related.split_off),
    }
}

/// One line of a timeline.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LineView {
    at: Timestamp,
    kind: String,
    sentence: String,
    words: Option<String>,
    /// What names the words; for staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<String>,
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
            snoozed_until: state.snoozed_until.filter(|_| staff),
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
            contact: line.contact.filter(|_| staff).map(|contact| contact.to_string()),
            by: staff.then(|| line.by.to_string()),
        };
        let held = |held: &Held| HeldView {
            agency: held.agency.to_string(),
            from: held.from,
            to: held.to,
            waited_seconds: held.waited.as_secs(),
        };
        let correction = |correction: &records::corrections::Correction| CorrectionView {
            what: correction.what.clone(),
            before: correction.before.clone(),
            after: correction.after.clone(),
            words: correction.words.clone(),
            by: correction.by.to_string(),
            at: correction.at,
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
            about: about(whole, staff),
            merged_into: whole.related.merged_into.map(|into| into.to_string()),
            related: staff.then(|| related(whole)),
            corrections: whole.corrections.iter().filter(|_| staff).map(correction).collect(),
            approvals: whole.approvals.iter().filter(|_| staff).map(ApprovalView::of).collect(),
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
