//! What an officer does with whoever is at their counter.

use super::calling_back::no_answer;
use super::joining::line;
use super::next::{at_my_counter, save};
use super::{happen, must_be_here, office, visit};
use crate::{Act, Refusal, Verb};
use records::Tx;
use terms::{
    CounterCode, KeptFor, LineCode, OfficeCode, OfficerCode, OutcomeCode, Priority, PriorityReason, Step,
    Visit, VisitEnd, VisitId, VisitStatus,
};

/// To whom a visit is passed on.
#[derive(Debug, Clone)]
pub enum PassTo {
    /// Whoever is next for a line.
    Line(LineCode),
    /// Whoever sits at a counter.
    Counter(CounterCode),
    /// An officer.
    Officer(OfficerCode),
}

/// They came to the counter.
pub fn begin(tx: &mut Tx<'_>, act: &Act, id: VisitId) -> Verb<Visit> {
    let visit = at_my_counter(tx, act, id)?.1;
    if visit.state.status == VisitStatus::Called {
        return happen(tx, act, visit, Step::Begun {});
    }
    Ok(visit)
}

/// They did not come; whoever is called by phone did not answer, and is tried again.
pub fn no_show(tx: &mut Tx<'_>, act: &Act, id: VisitId) -> Verb<Visit> {
    let (counter, visit) = at_my_counter(tx, act, id)?;
    if visit.state.status != VisitStatus::Called {
        return Err(Refusal::conflict("they are at the counter; finish with them instead"));
    }
    if visit.state.call_back.is_some() {
        return no_answer(tx, act, id);
    }
    let visit = happen(tx, act, visit, Step::Ended { end: VisitEnd::NoShow, outcome: None })?;
    save(tx, act, &counter, (None, Some(id)))?;
    Ok(visit)
}

/// What they came for is done.
pub fn finish(tx: &mut Tx<'_>, act: &Act, id: VisitId, outcome: Option<OutcomeCode>) -> Verb<Visit> {
    let (counter, visit) = at_my_counter(tx, act, id)?;
    if let Some(outcome) = &outcome
        && !act.city().outcomes.contains_key(outcome)
    {
        return Err(Refusal::invalid("outcome", "there is no such outcome; choose one of the list"));
    }
    let visit = happen(tx, act, visit, Step::Ended { end: VisitEnd::Served, outcome })?;
    save(tx, act, &counter, (None, Some(id)))?;
    Ok(visit)
}

/// Sets them aside, to be called again by the same officer.
pub fn park(tx: &mut Tx<'_>, act: &Act, id: VisitId) -> Verb<Visit> {
    let (counter, visit) = at_my_counter(tx, act, id)?;
    let visit = happen(tx, act, visit, Step::Parked {})?;
    save(tx, act, &counter, (None, Some(id)))?;
    Ok(visit)
}

/// Puts whoever is at the counter, or was set aside, back into the line, in the place that they had.
pub fn put_back(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode, id: VisitId) -> Verb<Visit> {
    let found = visit(tx, act, code, id)?;
    if found.state.status == VisitStatus::Parked {
        return happen(tx, act, found, Step::PutBack {});
    }
    let (counter, visit) = at_my_counter(tx, act, id)?;
    let visit = happen(tx, act, visit, Step::PutBack {})?;
    save(tx, act, &counter, (None, Some(id)))?;
    Ok(visit)
}

/// Passes them on, in the place that they had: they have waited once.
pub fn pass_on(tx: &mut Tx<'_>, act: &Act, id: VisitId, to: &PassTo) -> Verb<Visit> {
    let (counter, visit) = at_my_counter(tx, act, id)?;
    let office = office(act, &counter.office)?;
    let own = visit.state.line.clone();
    let (line, kept_for) = match to {
        PassTo::Line(code) => (line(office, code)?.code.clone(), None),
        PassTo::Counter(code) if office.counters.iter().any(|known| known.code == *code) => {
            (own, Some(KeptFor::Counter(code.clone())))
        }
        PassTo::Counter(_) => return Err(Refusal::invalid("counter", "there is no such counter here")),
        PassTo::Officer(code) if act.city().officers.contains_key(code) => {
            (own, Some(KeptFor::Officer(code.clone())))
        }
        PassTo::Officer(_) => return Err(Refusal::invalid("officer", "nobody of that name serves here")),
    };
    let visit = happen(tx, act, visit, Step::PassedOn { line, kept_for })?;
    // They have a new place; the press before cannot be taken back any more.
    save(tx, act, &counter, (None, None))?;
    Ok(visit)
}

/// They want something else too, and stay.
pub fn add_line(tx: &mut Tx<'_>, act: &Act, id: VisitId, code: &LineCode) -> Verb<Visit> {
    let (counter, visit) = at_my_counter(tx, act, id)?;
    let code = line(office(act, &counter.office)?, code)?.code.clone();
    happen(tx, act, visit, Step::ServiceAdded { line: code })
}

/// Lets somebody who waits go before others, for a reason that those may read; or no longer.
pub fn raise(
    tx: &mut Tx<'_>,
    act: &Act,
    (code, id): (&OfficeCode, VisitId),
    (priority, reason): (Priority, Option<PriorityReason>),
) -> Verb<Visit> {
    let visit = visit(tx, act, code, id)?;
    must_be_here(&visit)?;
    match (priority, reason) {
        (Priority::Ordinary, Some(_)) => {
            return Err(Refusal::invalid("reason", "whoever waits like everybody needs no reason"));
        }
        (Priority::Raised | Priority::Urgent, None) => {
            return Err(Refusal::invalid("reason", "say why they go before others"));
        }
        (Priority::Ordinary, None) | (Priority::Raised | Priority::Urgent, Some(_)) => {}
    }
    happen(tx, act, visit, Step::Raised { priority, reason })
}
