//! Written work in the one line: what an officer's next item is, where they take cases at their counter too.

mod order;

use order::Between;
pub use order::{Precedence, order};

use super::counters::{Seat, my_seat};
use super::next::{back_from_break, call, first, in_turn, lanes, next_at, save};
use super::{happen, office, scope, today, undone_until};
use crate::city::Office;
use crate::{Act, Refusal, Verb, cases};
use policy::{Action, Resource};
use records::cases::{Order, Whose, Worklist, mark};
use records::counters::{self, Counter};
use records::{Tx, lanes, shifts, visits};
use terms::{Case, CaseId, OfficerCode, ShiftStatus, Status, Step, Takes, Visit, VisitEnd, VisitId};

/// Shifts that are looked at for who rests.
const MOST_SHIFTS: u32 = 1_000;
/// Of the cases that are due first, so many are looked at for one that can be worked on now.
const MOST_CASES: u32 = 20;

/// What an officer has before them at their counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Somebody.
    Visit(VisitId),
    /// Written work.
    Case(CaseId),
}

/// What is next for an officer.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// Somebody, who is called.
    Visit(Box<Visit>),
    /// A case, which is theirs from now on.
    Case(Box<Case>),
}

/// Says what the officer who acts takes at their counter.
pub fn take(tx: &mut Tx<'_>, act: &Act, takes: Takes) -> Verb<Counter> {
    let counter = my_seat(tx, act)?.counter;
    let after = Counter { takes, revision: counter.revision + 1, ..counter.clone() };
    counters::update(tx, &after, counter.revision)?;
    Ok(after)
}

/// Finishes with whatever is at the counter, and takes what is next of visits, calls and written work by the one rule.
/// `closes` is what the officer saw there. A case that is put down stays theirs, and is not resolved.
pub fn next_item(tx: &mut Tx<'_>, act: &Act, closes: Option<Held>) -> Verb<Option<Item>> {
    let seat = my_seat(tx, act)?;
    if held(&seat.counter) != closes {
        return there(tx, act, seat);
    }
    if seat.counter.takes == Takes::Live && seat.counter.case.is_none() {
        return Ok(next_at(tx, act, seat)?.map(called));
    }
    let Seat { counter, visit } = seat;
    if let Some(visit) = visit {
        happen(tx, act, visit, Step::Ended { end: VisitEnd::Served, outcome: None })?;
    }
    if held(&counter).is_none() {
        back_from_break(tx, act, &counter)?;
    }
    match decide(tx, act, &counter)? {
        Some(Turned::Case(case)) => given(tx, act, &counter, *case).map(Some),
        Some(Turned::Visit) => {
            let visit = first(tx, act, &counter)?;
            let visit = visit.map(|visit| call(tx, act, visit, &counter)).transpose()?;
            save(tx, act, &counter, (visit.as_ref().map(|visit| visit.id), counter.visit))?;
            Ok(visit.map(called))
        }
        None => {
            save(tx, act, &counter, (None, counter.visit))?;
            Ok(None)
        }
    }
}

fn called(visit: Visit) -> Item {
    Item::Visit(Box::new(visit))
}

/// What a counter has before it.
pub(super) fn held(counter: &Counter) -> Option<Held> {
    counter.visit.map(Held::Visit).or(counter.case.map(Held::Case))
}

fn there(tx: &mut Tx<'_>, act: &Act, seat: Seat) -> Verb<Option<Item>> {
    if let Some(visit) = seat.visit {
        return Ok(Some(called(visit)));
    }
    Ok(in_hand(tx, act, &seat.counter)?.map(|case| Item::Case(Box::new(case))))
}

/// The case that is at a counter.
pub fn in_hand(tx: &mut Tx<'_>, act: &Act, counter: &Counter) -> Verb<Option<Case>> {
    let Some(id) = counter.case else { return Ok(None) };
    Ok(records::cases::by_id(tx, &act.scope(), id)?)
}

/// Puts down the case at the counter of the officer who acts. It stays theirs.
pub fn put_down(tx: &mut Tx<'_>, act: &Act, case: CaseId) -> Verb<()> {
    let counter = my_seat(tx, act)?.counter;
    if counter.case != Some(case) {
        return Err(Refusal::conflict("this case is no longer at your counter"));
    }
    save(tx, act, &counter, (None, None))
}

/// Gives a case to the officer and lets it stand at their counter.
fn given(tx: &mut Tx<'_>, act: &Act, counter: &Counter, case: Case) -> Verb<Item> {
    let (id, is_theirs) = (case.id, is_theirs(&case, &counter.officer));
    let case = if is_theirs {
        case
    } else {
        match cases::assign(tx, act, &case.reference, case.revision, Some(&counter.officer)) {
            // Another counter was given it at this instant.
            Err(Refusal::Stale { .. }) => return Err(Refusal::Broke(tx.contend())),
            other => other?,
        }
    };
    let after = Counter {
        visit: None,
        last: counter.visit,
        case: Some(id),
        last_case: counter.case,
        case_given: !is_theirs,
        undo_until: Some(undone_until(act, act.at)),
        revision: counter.revision + 1,
        ..counter.clone()
    };
    counters::update(tx, &after, counter.revision)?;
    Ok(Item::Case(Box::new(case)))
}

/// Gives the case that a counter has back as it was, where it was nobody's and nobody else has it meanwhile.
pub(super) fn give_back(tx: &mut Tx<'_>, act: &Act, counter: &Counter) -> Verb<()> {
    let Some(case) = in_hand(tx, act, counter)?.filter(|_| counter.case_given) else { return Ok(()) };
    if is_theirs(&case, &counter.officer) {
        cases::assign(tx, act, &case.reference, case.revision, None)?;
    }
    Ok(())
}

/// The case that a counter had before, if it can still be worked on there.
pub(super) fn before(tx: &mut Tx<'_>, act: &Act, counter: &Counter) -> Verb<Option<CaseId>> {
    let Some(id) = counter.last_case else { return Ok(None) };
    let case = records::cases::by_id(tx, &act.scope(), id)?;
    Ok(case.filter(|case| is_theirs(case, &counter.officer)).map(|case| case.id))
}

fn is_theirs(case: &Case, officer: &OfficerCode) -> bool {
    case.state.assignee.as_ref() == Some(officer) && case.state.status != Status::Closed
}

/// What has its turn.
enum Turned {
    /// Whoever is first of those who wait.
    Visit,
    /// This case.
    Case(Box<Case>),
}

/// Which goes first: whoever waits, or what is written.
fn decide(tx: &mut Tx<'_>, act: &Act, counter: &Counter) -> Verb<Option<Turned>> {
    let office = office(act, &counter.office)?;
    let visit = if counter.takes.live() { foremost(tx, act, office, counter)? } else { None };
    let case = candidate(tx, act, counter)?;
    let between = Between { act, at: act.at, office, counter, idle: idle(tx, counter)? };
    let is_written = between.written_first(visit.as_ref(), case.as_ref());
    Ok(match (is_written, case) {
        (Some(true), Some(case)) => Some(Turned::Case(Box::new(case))),
        (Some(_), _) => Some(Turned::Visit),
        (None, _) => None,
    })
}

/// Whoever goes first of those who wait; nobody is called by looking.
fn foremost(tx: &mut Tx<'_>, act: &Act, office: &Office, counter: &Counter) -> Verb<Option<Visit>> {
    let lanes = lanes(office, &counter.counter, &counter.officer);
    let scope = scope(act, office);
    let firsts = lanes::firsts(tx, &scope, (&office.code, today(act, office)), &lanes)?;
    let Some(first) = in_turn(act, office, counter, &firsts).first().map(|first| first.id) else {
        return Ok(None);
    };
    Ok(visits::by_id(tx, &scope, first)?)
}

/// Of the officer's own cases and of what nobody of their agency has, the one that is due first and can be worked on now;
/// not the one that is just put down.
fn candidate(tx: &mut Tx<'_>, act: &Act, counter: &Counter) -> Verb<Option<Case>> {
    let open =
        |assignee| Worklist { statuses: vec![Status::Open], assignee: Some(assignee), ..Worklist::default() };
    let own = open(Whose::Officer(counter.officer.clone()));
    let free = Worklist { agency: act.who.agency.clone(), ..open(Whose::Nobody) };
    let mut found = Vec::new();
    for wanted in [own, free] {
        let due = records::cases::worklist(tx, &act.scope(), &wanted, Order::Due, (None, MOST_CASES))?;
        let can = |case: &Case| {
            case.state.snoozed_until.is_none()
                && counter.case != Some(case.id)
                && act.may(Action::Assign, Resource::case(case, &act.who))
        };
        found.extend(due.into_iter().find(can));
    }
    Ok(found.into_iter().min_by_key(|case| mark(case, Order::Due)))
}

/// How many officers are free for whoever comes, the one who asks among them.
fn idle(tx: &mut Tx<'_>, counter: &Counter) -> Verb<u32> {
    let open = counters::open(tx, &counter.office)?;
    let resting = shifts::going_on(tx, MOST_SHIFTS)?;
    let rests = |officer: &OfficerCode| {
        let mut shifts = resting.iter().filter(|shift| shift.officer == *officer);
        shifts.any(|shift| matches!(shift.status, ShiftStatus::Break | ShiftStatus::Away))
    };
    let is_free = |other: &&Counter| {
        other.counter != counter.counter
            && other.takes.live()
            && held(other).is_none()
            && !rests(&other.officer)
    };
    let others = open.iter().filter(is_free).count();
    let own = usize::from(counter.takes.live());
    Ok(u32::try_from(others + own).unwrap_or(u32::MAX))
}
