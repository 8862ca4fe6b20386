//! Cases: every act on them, each a file; this one loads them, lets something happen, and saves.

mod assignment;
mod correct;
mod custody;
mod drafts;
mod duplicates;
mod listing;
mod merge;
mod parent;
mod partner;
mod public;
mod secret;
mod snooze;
mod split;
mod tasks;
mod timeline;
mod transfer;
mod waiting;
mod words;

pub use assignment::assign;
pub use correct::{Corrected, correct};
pub use custody::{Held, custody};
pub use drafts::{keep_words, kept_words};
pub use duplicates::mark_duplicate;
pub use listing::{Related, Whole, list, queue, whole};
pub use merge::{merge, unmerge};
pub use parent::{put_under, take_out};
pub use partner::{PartnerUpdate, partner_update};
pub use public::{Report, Similar, distance, file, files_of, on_map, picture, report_of, reports, similar};
pub use secret::{by_secret, is_secret_of};
pub use snooze::{snooze, wake};
pub use split::{NewSplit, split};
pub use tasks::{NewTask, answer_task, ask_task};
pub use timeline::{Audience, Entry, audience, timeline};
pub use transfer::{accept_transfer, ask_transfer, return_transfer};
pub use waiting::{ask_customer, go_on};
pub use words::{LONGEST_WORDS, hear, note, public_words, reply};

pub(crate) use duplicates::join;
pub(crate) use merge::{all_merged_into, goes_on_as};
pub(crate) use parent::{answer_children, needs_second_person};
pub(crate) use secret::hash_of;
pub(crate) use snooze::wake_due;
pub(crate) use waiting::resumed;
pub(crate) use words::{check_words, must_be_theirs, note_at_opening, write_words};

use crate::refusal::Change;
use crate::{Act, Refusal, Verb, desk, jobs, reactions};
use policy::Action;
use records::{Broke, Tx, cases, contacts, events};
use std::collections::BTreeMap;
use terms::{
    Case, CaseId, Contact, Event, EventId, Happening, Opened, Reference, State, Status, Subject, Told,
};

/// How often a name is drawn. Of forty bits of chance two are likely to be the same within a million cases, but hardly
/// ever twice in a row.
const MOST_DRAWS: u32 = 8;

/// Opens a case.
pub(crate) fn open(tx: &mut Tx<'_>, act: &Act, opened: Opened, told: Told) -> Verb<Case> {
    let mut case = new_case(act, &opened, told);
    insert(tx, act, std::slice::from_mut(&mut case))?;
    desk::index_new(tx, act, &case)?;
    record(tx, act, &case, Happening::Opened { opened })?;
    Ok(case)
}

/// Saves new cases, each under a name that no other has.
fn insert(tx: &mut Tx<'_>, act: &Act, cases: &mut [Case]) -> Verb<()> {
    let mut left: Vec<&mut Case> = cases.iter_mut().collect();
    for _ in 0..MOST_DRAWS {
        let asked: Vec<&Case> = left.iter().map(|case| &**case).collect();
        let saved = cases::insert(tx, &asked)?;
        left.retain(|case| !saved.contains(&case.id));
        if left.is_empty() {
            return Ok(());
        }
        left.iter_mut().for_each(|case| case.reference = Reference::new(&act.chance));
    }
    Err(Broke::Taken.into())
}

fn new_case(act: &Act, opened: &Opened, told: Told) -> Case {
    Case {
        id: CaseId::new(act.at, &act.chance),
        reference: Reference::new(&act.chance),
        revision: 1,
        counted: 0,
        state: State::opened(act.at, opened),
        told,
    }
}

/// A case of an earlier system with all that is known to have happened to it.
pub(crate) struct TakenOver {
    pub(crate) case: Case,
    pub(crate) events: Vec<Event>,
    pub(crate) contact: Option<Contact>,
}

/// A case of an earlier system, not saved yet.
pub(crate) fn taken_over(act: &Act, opened: Opened, told: Told) -> TakenOver {
    let mut case = new_case(act, &opened, told);
    case.state.flags.clone_from(&opened.flags);
    let events = vec![event(act, &case, Happening::Opened { opened })];
    TakenOver { case, events, contact: None }
}

impl TakenOver {
    /// Lets it end, with a remark or without.
    pub(crate) fn ended(&mut self, act: &Act, what: Happening, remark: Option<Contact>) {
        self.case.state.apply(act.at, &what);
        self.case.revision += 1;
        self.case.told.status_notes = remark.as_ref().map(|contact| contact.body.clone());
        self.events.push(event(act, &self.case, what));
        self.contact = remark;
    }
}

/// Saves cases of an earlier system. Whoever takes them over counts their facts.
pub(crate) fn save_taken_over(tx: &mut Tx<'_>, act: &Act, taken: Vec<TakenOver>) -> Verb<Vec<Case>> {
    let (mut saved, mut happened, mut said) = (Vec::new(), Vec::new(), Vec::new());
    for TakenOver { mut case, events, contact } in taken {
        case.counted = case.revision;
        saved.push(case);
        happened.extend(events);
        said.extend(contact);
    }
    insert(tx, act, &mut saved)?;
    events::append_all(tx, &happened)?;
    contacts::insert_all(tx, &said)?;
    let mut remarks: BTreeMap<CaseId, Vec<String>> = BTreeMap::new();
    for contact in said {
        remarks.entry(contact.case).or_default().push(contact.body);
    }
    let words: Vec<_> =
        saved.iter().map(|case| (case, remarks.remove(&case.id).unwrap_or_default())).collect();
    desk::index_taken_over(tx, act, &words)?;
    Ok(saved)
}

/// Loads a case to do something to it. What whoever acts may not know of is not there; what they may see but not
/// do is refused.
pub(crate) fn load(tx: &mut Tx<'_>, act: &Act, reference: &Reference, action: Action) -> Verb<Case> {
    let case = cases::by_reference(tx, &act.scope(), reference)?.ok_or(Refusal::NotFound("case"))?;
    act.must_on(action, &case)?;
    Ok(case)
}

/// [`load`], and refuses if the case has changed since revision `read`.
pub(crate) fn load_at(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    read: i64,
    action: Action,
) -> Verb<Case> {
    let case = load(tx, act, reference, action)?;
    if case.revision == read {
        return Ok(case);
    }
    if read > case.revision || read < 1 {
        return Err(Refusal::invalid(
            "revision",
            format!("the case has never had it; it is at {}", case.revision),
        ));
    }
    let since = events::of_case(tx, &act.scope(), case.id)?.into_iter().filter(|event| match event.subject {
        Subject::Case(_, number) => number > read,
        Subject::Customer(_) | Subject::Visit(..) | Subject::Booking(..) | Subject::House => false,
    });
    let since =
        since.map(|event| Change { kind: event.what.kind(), by: event.actor, at: event.at }).collect();
    Err(Refusal::Stale { now: case.revision, since })
}

/// Refuses what can only be done to a case that is not closed.
pub(crate) fn must_be_open(case: &Case) -> Verb<()> {
    match case.state.status {
        Status::Open | Status::Waiting => Ok(()),
        Status::Closed => Err(Refusal::conflict("the case is closed; reopen it first")),
    }
}

/// Refuses what cannot be done to a case that goes on as another one.
pub(crate) fn goes_on_elsewhere(case: &Case) -> Verb<()> {
    if case.state.merged_into.is_none() {
        return Ok(());
    }
    Err(Refusal::conflict("the case goes on as another one; do it there, or take the case out of it first"))
}

/// Lets something happen to a case: the state that follows is saved, the event appended, its consequences queued.
pub(crate) fn happen(tx: &mut Tx<'_>, act: &Act, mut case: Case, what: Happening) -> Verb<Case> {
    let (read, before) = (case.revision, case.state.clone());
    case.state.apply(act.at, &what);
    case.revision += 1;
    cases::update(tx, &case, read)?;
    if desk::differ(&before, &case.state) {
        desk::index_again(tx, act.city(), &case)?;
    }
    record(tx, act, &case, what)?;
    Ok(case)
}

/// Appends the event that made a case what it now is, and queues what follows.
fn record(tx: &mut Tx<'_>, act: &Act, case: &Case, what: Happening) -> Verb<()> {
    let event = event(act, case, what);
    events::append(tx, &event)?;
    if !act.is_history {
        for work in reactions::reactions(&event.what, case) {
            jobs::queue(tx, act, &work)?;
        }
    }
    Ok(())
}

fn event(act: &Act, case: &Case, what: Happening) -> Event {
    Event {
        id: EventId::new(act.recorded_at, &act.chance),
        subject: Subject::Case(case.id, case.revision),
        at: act.at,
        recorded_at: act.recorded_at,
        actor: act.who.actor.clone(),
        channel: act.over,
        purpose: act.why,
        what,
    }
}
