//! Merging: a customer's second case goes on as the first one, is still found by its own reference, and can be taken
//! out again while nothing depends on it.

use super::{goes_on_elsewhere, happen, load_at, must_be_open};
use crate::{Act, Refusal, Verb};
use jiff::Timestamp;
use policy::Action;
use records::{Tx, cases, events, reporters};
use terms::{Case, CaseId, Clocks, Event, Happening, Reference, State, Status};

/// How many cases can go on as one another in a line.
const LONGEST_LINE: usize = 20;

/// Lets a case go on as another one of the same customer.
pub fn merge(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    into: &Reference,
) -> Verb<Case> {
    let case = load_at(tx, act, reference, revision, Action::Arrange)?;
    must_be_open(&case)?;
    let other = other_of(tx, act, ("into", into), &case)?;
    same_matter(&case, &other)?;
    if case.state.children > 0 || case.state.parent.is_some() || !reporters_of(tx, act, &case)? {
        let why = "other cases are answered with it, or it with another; take it out first, or merge the other into it";
        return Err(Refusal::conflict(why));
    }
    if case.state.status == Status::Waiting || case.state.transfer_to.is_some() {
        let why = "somebody was asked something in it and has not answered; go on without an answer, or merge the other into it";
        return Err(Refusal::conflict(why));
    }
    let (from, into) = (case.id, other.id);
    let (due_at, original_due_at) = earlier(&case.state.clocks, &other.state.clocks);
    happen(tx, act, other, Happening::TookIn { case: from, due_at, original_due_at })?;
    happen(tx, act, case, Happening::Merged { into })
}

/// Takes a merged case out again, exactly while nothing that depends on it has happened.
pub fn unmerge(tx: &mut Tx<'_>, act: &Act, reference: &Reference, revision: i64) -> Verb<Case> {
    let case = load_at(tx, act, reference, revision, Action::Arrange)?;
    let into = case.state.merged_into.ok_or_else(|| Refusal::conflict("the case is not merged"))?;
    let other = cases::by_id(tx, &act.scope(), into)?.ok_or(Refusal::NotFound("case"))?;
    act.must_on(Action::Arrange, &other)?;
    if other.state.merged_into.is_some() {
        let why = format!("{} is merged itself; take that one out first", other.reference);
        return Err(Refusal::conflict(why));
    }
    let (own, theirs) =
        (events::of_case(tx, &act.scope(), case.id)?, events::of_case(tx, &act.scope(), other.id)?);
    let merged = |what: &Happening| matches!(what, Happening::Merged { .. });
    let took_in = |what: &Happening| matches!(what, Happening::TookIn { case: from, .. } if *from == case.id);
    nothing_since(&case, &own, merged)?;
    let before = nothing_since(&other, &theirs, took_in)?;
    let clocks = State::replay(before.iter().map(|event| (event.at, &event.what))).map(|state| state.clocks);
    let Clocks { due_at, original_due_at, .. } = clocks.unwrap_or_default();
    let from = case.id;
    happen(tx, act, other, Happening::GaveBack { case: from, due_at, original_due_at })?;
    happen(tx, act, case, Happening::Unmerged {})
}

/// The case as which a merged one goes on, at the end of the line; nothing where it goes on itself.
pub(crate) fn goes_on_as(tx: &mut Tx<'_>, act: &Act, case: &Case) -> Verb<Option<Case>> {
    let mut found: Option<Case> = None;
    for _ in 0..LONGEST_LINE {
        let Some(next) = found.as_ref().unwrap_or(case).state.merged_into else { break };
        found = cases::by_id(tx, &act.public_scope(), next)?;
    }
    Ok(found)
}

/// The other case that an act names, which must be open and another one.
pub(super) fn other_of(
    tx: &mut Tx<'_>,
    act: &Act,
    (field, reference): (&str, &Reference),
    case: &Case,
) -> Verb<Case> {
    let other = cases::by_reference(tx, &act.scope(), reference)?
        .ok_or_else(|| Refusal::invalid(field, "there is no such case"))?;
    act.must_on(Action::Arrange, &other)?;
    if other.id == case.id {
        return Err(Refusal::invalid(field, "it is the case itself; name another"));
    }
    goes_on_elsewhere(&other)
        .and_then(|()| must_be_open(&other))
        .map_err(|_| Refusal::invalid(field, "that case is closed; reopen it or name another"))?;
    Ok(other)
}

/// Only what belongs to one customer and is about the same people goes on as one.
fn same_matter(case: &Case, other: &Case) -> Verb<()> {
    if case.state.customer != other.state.customer {
        let problem =
            "it is of another customer; let it speak for this one as a duplicate, or put both under a parent";
        return Err(Refusal::invalid("into", problem));
    }
    let (one, two) = (&case.state.about, &other.state.about);
    if (&one.agency, &one.office, &one.officer) != (&two.agency, &two.office, &two.officer) {
        return Err(Refusal::invalid("into", "it is about somebody else, who may not see this one"));
    }
    Ok(())
}

/// Whether nobody's report is spoken for by a case.
fn reporters_of(tx: &mut Tx<'_>, act: &Act, case: &Case) -> Verb<bool> {
    Ok(reporters::of_case(tx, &act.scope(), case.id)?.is_empty())
}

/// The customer was promised both; what goes on keeps the earlier promise that can still be kept: when it is due, and
/// when it was before more time was agreed.
fn earlier(case: &Clocks, other: &Clocks) -> (Option<Timestamp>, Option<Timestamp>) {
    if case.completion_missed {
        return (other.due_at, other.original_due_at);
    }
    let first = |one: Option<Timestamp>, two: Option<Timestamp>| one.into_iter().chain(two).min();
    let due_at = first(case.due_at, other.due_at);
    let before = first(case.public_due_at(), other.public_due_at());
    (due_at, before.filter(|_| before != due_at))
}

/// Refuses if anything depends on what happened last of a kind; else what had happened before it.
fn nothing_since<'e>(
    case: &Case,
    events: &'e [Event],
    kind: impl Fn(&Happening) -> bool,
) -> Verb<&'e [Event]> {
    let place = events.iter().rposition(|event| kind(&event.what)).unwrap_or(0);
    let (before, since) = events.split_at(place);
    match since.iter().skip(1).find(|event| binds(&event.what)) {
        None => Ok(before),
        Some(event) => Err(Refusal::conflict(format!(
            "it cannot be taken back any more: {} has gone on since ({}); split messages off instead",
            case.reference,
            event.what.kind()
        ))),
    }
}

/// Whether something would have been different if two cases had not been one: what the customer was told or promised by
/// a person, and what became of the work.
fn binds(what: &Happening) -> bool {
    match what {
        Happening::Told { .. }
        | Happening::Noted { .. }
        | Happening::Heard { .. }
        | Happening::Assigned { .. }
        | Happening::Unassigned {}
        | Happening::TaskAnswered { .. }
        | Happening::Joined { .. }
        | Happening::FeedbackInvited {}
        | Happening::Rated { .. }
        | Happening::PromiseMissed { target: terms::Target::FirstReply }
        | Happening::Escalated { .. }
        | Happening::Snoozed { .. }
        | Happening::Woke {}
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
        | Happening::DeviceChanged { .. } => false,
        Happening::Opened { .. }
        | Happening::Replied { .. }
        | Happening::WaitStarted { .. }
        | Happening::WaitEnded { .. }
        | Happening::TransferAsked { .. }
        | Happening::TransferAccepted { .. }
        | Happening::TransferReturned { .. }
        | Happening::TaskAsked { .. }
        | Happening::MarkedDuplicate { .. }
        | Happening::Merged { .. }
        | Happening::Unmerged {}
        | Happening::TookIn { .. }
        | Happening::GaveBack { .. }
        | Happening::SplitOff { .. }
        | Happening::PutUnder { .. }
        | Happening::TakenOut {}
        | Happening::ChildJoined { .. }
        | Happening::ChildLeft { .. }
        | Happening::AnswersCorrected { .. }
        | Happening::PlaceCorrected { .. }
        | Happening::ServiceCorrected { .. }
        | Happening::Offered { .. }
        | Happening::ApprovalAsked { .. }
        | Happening::ApprovalAnswered { .. }
        | Happening::Resolved { .. }
        | Happening::Reopened { .. }
        | Happening::Withdrawn { .. }
        | Happening::ContactChanged { .. }
        | Happening::PromiseMissed { target: terms::Target::Completion } => true,
    }
}

/// The ids of all cases that go on as a case, in the order in which they were opened, as far as whoever acts reaches.
pub(crate) fn all_merged_into(tx: &mut Tx<'_>, act: &Act, id: CaseId) -> Verb<Vec<Case>> {
    let mut found: Vec<Case> = Vec::new();
    let mut asked = vec![id];
    while let Some(next) = asked.pop().filter(|_| found.len() < LONGEST_LINE) {
        let more = cases::merged_into(tx, &act.scope(), next, 20)?;
        asked.extend(more.iter().map(|case| case.id));
        found.extend(more);
    }
    Ok(found)
}
