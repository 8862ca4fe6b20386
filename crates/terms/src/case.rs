//! The case: what the customer told, and the state that follows from its events.

use crate::word::words;
use crate::{
    About, AgencyCode, CaseId, Channel, Clocks, CustomerId, DistrictCode, Flag, Happening, OfficerCode,
    Opened, OutcomeCode, Place, QueueCode, Recast, Reference, ServiceCode, Target, TaskAnswer,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

words! {
    /// What a case is.
    CaseKind, "kind of case", {
        /// A question.
        Enquiry = "enquiry",
        /// Something is broken or wrong.
        Report = "report",
        /// Somebody wants to be granted something.
        Application = "application",
        /// A place in time.
        Booking = "booking",
        /// The government did badly.
        Complaint = "complaint",
        /// The government did well.
        Compliment = "compliment",
        /// Somebody else shall look at a decision again.
        Appeal = "appeal",
        /// Somebody wants to see records.
        RecordsRequest = "records-request",
    }
}

words! {
    /// Where a case stands.
    Status, "status", {
        /// Somebody in the government has to do something.
        Open = "open",
        /// The customer has to do something.
        Waiting = "waiting",
        /// Nobody has to do anything.
        Closed = "closed",
    }
}

/// One piece of work for a customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// Its public name.
    pub reference: Reference,
    /// The number of its last event; a write that names another is refused.
    pub revision: i64,
    /// The revision up to which the daily facts know it.
    pub counted: i64,
    /// What the customer told.
    pub told: Told,
    /// What its events made of it.
    pub state: State,
}

/// What the customer told: words and places, which no event repeats.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    /// In their words.
    pub description: String,
    /// Answers to the service's form.
    pub answers: Vec<Answer>,
    /// Where it is.
    pub place: Place,
    /// A picture kept elsewhere.
    pub media_url: Option<String>,
    /// The last words that the public may read about it.
    pub status_notes: Option<String>,
    /// Hash of the secret that lets the customer follow it.
    pub secret_hash: Option<String>,
    /// The language in which its customer asked, and is told of it; BCP 47.
    pub language: Option<String>,
}

/// The answer to one field of a service's form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The field's path: its code, and for an item of a group `people.1.name`.
    pub code: String,
    /// One value, or several where the field allows.
    pub values: Vec<String>,
}

/// How and when a case ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// When.
    pub at: Timestamp,
    /// How.
    pub outcome: OutcomeCode,
}

/// How many gave 1, 2, 3, 4 and 5.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ratings(pub [u32; 5]);

impl Ratings {
    fn add(&mut self, score: u8) {
        if let Some(count) = usize::from(score).checked_sub(1).and_then(|place| self.0.get_mut(place)) {
            *count += 1;
        }
    }
}

/// The state of a case: exactly what follows from its events, in order, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// What it is.
    pub kind: CaseKind,
    /// The service asked for.
    pub service: ServiceCode,
    /// Whether anybody may see it, without names.
    pub public: bool,
    /// Who answers for it and holds the clock.
    pub agency: AgencyCode,
    /// Where it waits.
    pub queue: QueueCode,
    /// Where in the city.
    pub district: Option<DistrictCode>,
    /// How it came in.
    pub channel: Channel,
    /// Whose it is.
    pub customer: Option<CustomerId>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When anything last happened to it.
    pub updated_at: Timestamp,
    /// Open, waiting or closed.
    pub status: Status,
    /// What it is held to.
    pub clocks: Clocks,
    /// Who works on it.
    pub assignee: Option<OfficerCode>,
    /// When a person first answered.
    pub first_replied_at: Option<Timestamp>,
    /// How it ended, if it did.
    pub closure: Option<Closure>,
    /// Which agency is asked to take it over.
    pub transfer_to: Option<AgencyCode>,
    /// Parts that partner agencies have not finished, by agency, in the order asked.
    pub open_tasks: Vec<AgencyCode>,
    /// The case that speaks for it.
    pub duplicate_of: Option<CaseId>,
    /// The case as which it goes on.
    pub merged_into: Option<CaseId>,
    /// The case with which it is answered.
    pub parent: Option<CaseId>,
    /// How many cases are answered with it.
    pub children: u32,
    /// Until when the work rests; the clock runs.
    pub snoozed_until: Option<Timestamp>,
    /// How often it was reopened.
    pub reopened: u32,
    /// Whether the customer has been asked how it went.
    pub feedback_invited: bool,
    /// What they said.
    pub ratings: Ratings,
    /// What is odd about it.
    pub flags: Vec<Flag>,
    /// Whom it is about.
    pub about: About,
}

impl Case {
    /// The outcome of a case that another case speaks for.
    pub const DUPLICATE: &'static str = "duplicate";
    /// The outcome of a case that goes on as another one.
    pub const MERGED: &'static str = "merged";
    /// The outcome of a case that its customer took back.
    pub const WITHDRAWN: &'static str = "withdrawn";
}

impl State {
    /// The state of a case that was just opened.
    pub fn opened(at: Timestamp, opened: &Opened) -> Self {
        Self {
            kind: opened.kind,
            service: opened.service.clone(),
            public: opened.public,
            agency: opened.agency.clone(),
            queue: opened.queue.clone(),
            district: opened.district.clone(),
            channel: opened.channel,
            customer: opened.customer,
            opened_at: at,
            updated_at: at,
            status: Status::Open,
            clocks: opened.clocks.clone(),
            assignee: None,
            first_replied_at: None,
            closure: None,
            transfer_to: None,
            open_tasks: Vec::new(),
            duplicate_of: None,
            merged_into: None,
            parent: None,
            children: 0,
            snoozed_until: None,
            reopened: 0,
            feedback_invited: false,
            ratings: Ratings::default(),
            flags: opened.flags.clone(),
            about: opened.about.clone(),
        }
    }

    /// The state that follows from a list of happenings in order; nothing when the first is no opening.
    pub fn replay<'a>(happenings: impl IntoIterator<Item = (Timestamp, &'a Happening)>) -> Option<Self> {
        let mut happenings = happenings.into_iter();
        let (at, Happening::Opened { opened }) = happenings.next()? else { return None };
        let mut state = Self::opened(at, opened);
        for (at, what) in happenings {
            state.apply(at, what);
        }
        Some(state)
    }

    /// Takes in what happened next. Whether it may happen was decided before.
    pub fn apply(&mut self, at: Timestamp, what: &Happening) {
        self.updated_at = at;
        match what {
            Happening::Assigned { officer } => self.assignee = Some(officer.clone()),
            Happening::Unassigned {} => self.assignee = None,
            Happening::Replied { .. } => self.reply(at),
            Happening::Offered { due_at, .. } => self.offer(at, *due_at),
            // Whoever waited for a day is woken by their customer.
            Happening::Heard { .. } | Happening::Woke {} => self.snoozed_until = None,
            Happening::Snoozed { until, .. } => self.snoozed_until = Some(*until),
            Happening::Merged { .. }
            | Happening::Unmerged {}
            | Happening::TookIn { .. }
            | Happening::GaveBack { .. }
            | Happening::PutUnder { .. }
            | Happening::TakenOut {}
            | Happening::ChildJoined { .. }
            | Happening::ChildLeft { .. } => self.arrange(at, what),
            Happening::PlaceCorrected { district, .. } => self.district.clone_from(district),
            Happening::ServiceCorrected { recast, .. } => self.recast(recast),
            Happening::WaitStarted { .. } => self.wait(at),
            Happening::WaitEnded { due_at, original_due_at, .. } => self.run_from(*due_at, *original_due_at),
            Happening::TransferAsked { to, .. } => self.transfer_to = Some(to.clone()),
            Happening::TransferReturned { .. } => self.transfer_to = None,
            Happening::TransferAccepted { agency, queue } => self.pass_to(agency, queue),
            Happening::TaskAsked { agency, .. } => self.open_tasks.push(agency.clone()),
            Happening::TaskAnswered { agency, answer, .. } => self.task_answered(agency, *answer),
            Happening::MarkedDuplicate { of } => {
                self.duplicate_of = Some(*of);
                self.close(at, OutcomeCode::new(Case::DUPLICATE));
            }
            Happening::Resolved { outcome, contact } => {
                contact.iter().for_each(|_| self.reply(at));
                self.close(at, outcome.clone());
            }
            Happening::Withdrawn { .. } => self.close(at, OutcomeCode::new(Case::WITHDRAWN)),
            Happening::Reopened { due_at, original_due_at, .. } => self.reopen(*due_at, *original_due_at),
            Happening::ContactChanged { customer } => self.customer = *customer,
            Happening::PromiseMissed { target: Target::Completion } => self.clocks.completion_missed = true,
            Happening::PromiseMissed { target: Target::FirstReply } => self.clocks.first_reply_missed = true,
            Happening::FeedbackInvited {} => self.feedback_invited = true,
            Happening::Rated { score, .. } => self.ratings.add(*score),
            Happening::Opened { .. }
            | Happening::Noted { .. }
            | Happening::Joined { .. }
            | Happening::SplitOff { .. }
            | Happening::AnswersCorrected { .. }
            | Happening::ApprovalAsked { .. }
            | Happening::ApprovalAnswered { .. }
            | Happening::Escalated { .. }
            | Happening::Told { .. }
            | Happening::Looked { .. }
            | Happening::TokenCreated { .. }
            | Happening::TokenRevoked { .. }
            | Happening::JobReplayed { .. }
            | Happening::SignedIn {}
            | Happening::SignInFailed { .. }
            | Happening::SignedOut { .. }
            | Happening::PasswordSet { .. }
            | Happening::ShiftBegun {}
            | Happening::ShiftEnded {}
            | Happening::Visited { .. }
            | Happening::Booked { .. }
            | Happening::CounterChanged { .. }
            | Happening::LobbyChanged { .. }
            | Happening::PresenceChanged { .. }
            | Happening::DeviceChanged { .. } => {}
        }
    }

    /// Whether the promise of completion was kept, as the public counts it, where that can be said at `now`: closed in
    /// time, closed late, or still open after it was due. A case that waits for its customer is not late.
    pub fn kept_promise(&self, now: Timestamp) -> Option<bool> {
        let due = self.clocks.public_due_at()?;
        match &self.closure {
            Some(closure) if [Case::WITHDRAWN, Case::MERGED].contains(&closure.outcome.as_str()) => None,
            Some(closure) => Some(closure.at <= due),
            None => (self.status == Status::Open && now > due).then_some(false),
        }
    }

    /// What was put together or taken apart.
    fn arrange(&mut self, at: Timestamp, what: &Happening) {
        match what {
            Happening::Merged { into } => {
                // Nothing else ends with it, so that it can be taken back.
                self.merged_into = Some(*into);
                self.status = Status::Closed;
                self.closure = Some(Closure { at, outcome: OutcomeCode::new(Case::MERGED) });
            }
            Happening::Unmerged {} => {
                self.merged_into = None;
                self.closure = None;
                self.status = Status::Open;
            }
            Happening::TookIn { due_at, original_due_at, .. }
            | Happening::GaveBack { due_at, original_due_at, .. } => {
                self.clocks.due_at = *due_at;
                self.clocks.original_due_at = *original_due_at;
            }
            Happening::PutUnder { parent } => self.parent = Some(*parent),
            Happening::TakenOut {} => self.parent = None,
            Happening::ChildJoined { .. } => self.children += 1,
            Happening::ChildLeft { .. } => self.children = self.children.saturating_sub(1),
            _ => {}
        }
    }

    fn wait(&mut self, at: Timestamp) {
        self.reply(at);
        self.status = Status::Waiting;
        self.clocks.waiting_since = Some(at);
    }

    fn pass_to(&mut self, agency: &AgencyCode, queue: &QueueCode) {
        self.agency.clone_from(agency);
        self.queue.clone_from(queue);
        self.transfer_to = None;
        self.assignee = None;
    }

    fn recast(&mut self, recast: &Recast) {
        self.service.clone_from(&recast.service);
        self.kind = recast.kind;
        self.public = recast.public;
        self.queue.clone_from(&recast.queue);
        self.clocks.clone_from(&recast.clocks);
    }

    fn reply(&mut self, at: Timestamp) {
        self.first_replied_at.get_or_insert(at);
    }

    fn close(&mut self, at: Timestamp, outcome: OutcomeCode) {
        self.status = Status::Closed;
        self.closure = Some(Closure { at, outcome });
        self.clocks.waiting_since = None;
        self.transfer_to = None;
        self.snoozed_until = None;
    }

    /// What was offered is an answer; more time moves when the work is due, and not by when the public counts it.
    fn offer(&mut self, at: Timestamp, due_at: Option<Timestamp>) {
        self.reply(at);
        if due_at.is_some() {
            self.clocks.original_due_at = self.clocks.public_due_at();
            self.clocks.due_at = due_at;
        }
    }

    fn reopen(&mut self, due_at: Option<Timestamp>, original_due_at: Option<Timestamp>) {
        self.closure = None;
        self.duplicate_of = None;
        self.reopened += 1;
        self.run_from(due_at, original_due_at);
    }

    fn run_from(&mut self, due_at: Option<Timestamp>, original_due_at: Option<Timestamp>) {
        self.status = Status::Open;
        self.clocks.waiting_since = None;
        self.clocks.due_at = due_at;
        self.clocks.original_due_at = original_due_at;
    }

    fn task_answered(&mut self, agency: &AgencyCode, answer: TaskAnswer) {
        let ended = matches!(answer, TaskAnswer::Returned | TaskAnswer::Done);
        if let Some(place) = self.open_tasks.iter().position(|open| open == agency).filter(|_| ended) {
            self.open_tasks.remove(place);
        }
    }
}
