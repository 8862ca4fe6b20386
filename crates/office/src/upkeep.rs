//! Checking the whole house: every case is what its events say, and every fact is what its cases say.

use crate::city::City;
use crate::{Act, Verb, bookings, desk, insight, jobs, lobby};
use jiff::civil::Date;
use policy::{Action, Resource};
use records::facts::Key;
use records::{Tx, booked_time, cases, events, facts, outbox, visit_facts, visits};
use std::collections::BTreeMap;
use std::ops::Bound;
use terms::{BookingId, Case, CaseId, MessageState, OfficeCode, State, Ticket, VisitId, VisitState};

/// Faults told of; more help nobody.
const MOST_FAULTS: usize = 50;

/// What a check of the whole house found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// Cases checked.
    pub cases: u64,
    /// Visits checked.
    pub visits: u64,
    /// Bookings checked.
    pub bookings: u64,
    /// Events replayed.
    pub events: u64,
    /// Facts compared.
    pub facts: u64,
    /// Days of offices compared.
    pub days: u64,
    /// What is not as it should be.
    pub faults: Vec<String>,
    after: Option<CaseId>,
    after_visit: Option<VisitId>,
    after_booking: Option<BookingId>,
    after_day: Option<(OfficeCode, Option<Date>)>,
    recounted: BTreeMap<Key, i64>,
    uncounted: u64,
}

impl Verified {
    fn fault(&mut self, fault: String) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        }
    }

    /// Whether all is as it should be.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Checks the next cases; whether there are more.
pub fn verify_some(tx: &mut Tx<'_>, act: &Act, found: &mut Verified, limit: u32) -> Verb<bool> {
    act.must(Action::RunJobs, Resource::Installation)?;
    let page = cases::page_by_id(tx, &act.scope(), found.after, limit)?;
    found.after = page.last().map(|case| case.id).or(found.after);
    for case in &page {
        verify_case(tx, act.city(), case, found)?;
        if !desk::is_indexed(tx, act, case)? {
            let reference = case.reference;
            found.fault(format!("{reference}: officers do not find it by its words; run rotunda reindex"));
        }
    }
    Ok(page.len() == usize::try_from(limit).unwrap_or(usize::MAX))
}

fn verify_case(tx: &mut Tx<'_>, city: &City, case: &Case, found: &mut Verified) -> Verb<()> {
    let happenings = events::happenings(tx, case.id, i64::MAX)?;
    found.cases += 1;
    found.events += u64::try_from(happenings.len()).unwrap_or(0);
    if i64::try_from(happenings.len()) != Ok(case.revision) {
        found.fault(format!(
            "{}: revision {} but {} events",
            case.reference,
            case.revision,
            happenings.len()
        ));
    }
    let replayed = State::replay(happenings.iter().map(|(at, what)| (*at, what)));
    if replayed.as_ref() != Some(&case.state) {
        found.fault(format!("{}: its events lead to another state than is stored", case.reference));
    }
    if case.counted == case.revision {
        for key in insight::facts_of(city, &case.state) {
            *found.recounted.entry(key).or_default() += 1;
        }
    } else {
        found.uncounted += 1;
    }
    Ok(())
}

/// Checks the next visits; whether there are more.
pub fn verify_visits(tx: &mut Tx<'_>, act: &Act, found: &mut Verified, limit: u32) -> Verb<bool> {
    act.must(Action::RunJobs, Resource::Installation)?;
    let page = visits::page_by_id(tx, &act.scope(), found.after_visit, limit)?;
    found.after_visit = page.last().map(|visit| visit.id).or(found.after_visit);
    for visit in &page {
        let steps = events::steps(tx, visit.id)?;
        found.visits += 1;
        found.events += u64::try_from(steps.len()).unwrap_or(0);
        let numbered = i64::try_from(steps.len()) == Ok(visit.revision);
        if !numbered || VisitState::replay(steps).as_ref() != Some(&visit.state) {
            let Ticket { office, day, .. } = &visit.ticket;
            let ticket = &visit.ticket;
            found.fault(format!(
                "{ticket} at {office} on {day}: its events lead to another state than is stored"
            ));
        }
    }
    Ok(page.len() == usize::try_from(limit).unwrap_or(usize::MAX))
}

/// Checks the next bookings; whether there are more.
pub fn verify_bookings(tx: &mut Tx<'_>, act: &Act, found: &mut Verified, limit: u32) -> Verb<bool> {
    act.must(Action::RunJobs, Resource::Installation)?;
    let page = records::bookings::page_by_id(tx, &act.scope(), found.after_booking, limit)?;
    found.after_booking = page.last().map(|booking| booking.id).or(found.after_booking);
    for booking in &page {
        let (events, fault) = bookings::verify(tx, act, booking)?;
        found.bookings += 1;
        found.events += u64::try_from(events).unwrap_or(0);
        fault.into_iter().for_each(|fault| found.fault(fault));
    }
    Ok(page.len() == usize::try_from(limit).unwrap_or(usize::MAX))
}

/// Compares the next day of an office that is written down with what happened to its visits; whether there are more.
pub fn verify_day(tx: &mut Tx<'_>, act: &Act, found: &mut Verified) -> Verb<bool> {
    act.must(Action::RunJobs, Resource::Installation)?;
    let offices = &act.city().offices;
    let first = || Some((offices.first_key_value()?.0.clone(), None));
    let Some((code, after)) = found.after_day.clone().or_else(first) else { return Ok(false) };
    let Some(office) = offices.get(code.as_str()) else { return Ok(false) };
    if let Some(day) = lobby::next_day_over(tx, act, office, after)? {
        if !lobby::is_to_be_written(tx, act, office, day)? {
            found.days += 1;
            let (known, _) = lobby::recounted(tx, office, day)?;
            if visit_facts::written(tx, (&code, day))? != known {
                found.fault(format!(
                    "{code} on {day}: what is written of this day is not what its visits say; run rotunda recount"
                ));
            }
        }
        found.after_day = Some((code, Some(day)));
        return Ok(true);
    }
    let next = offices.range((Bound::Excluded(code), Bound::Unbounded)).next();
    found.after_day = next.map(|(code, _)| (code.clone(), None));
    Ok(found.after_day.is_some())
}

/// Looks for time of counters that belongs to nobody, so that nobody could book it.
pub fn verify_booked_time(tx: &mut Tx<'_>, found: &mut Verified) -> Verb<()> {
    let lost = booked_time::count_lost(tx)?;
    if lost > 0 {
        found.fault(format!("{lost} pieces of booked time belong to no booking"));
    }
    Ok(())
}

/// Compares the facts with the cases, once all cases are checked. Cases that wait to be counted are left out, so
/// the comparison is exact only when none does.
pub fn verify_facts(tx: &mut Tx<'_>, found: &mut Verified) -> Verb<()> {
    let stored = facts::all(tx)?;
    found.facts = u64::try_from(stored.len()).unwrap_or(0);
    if found.uncounted > 0 {
        found.fault(format!(
            "{} cases wait to be counted; run this again when the jobs are done",
            found.uncounted
        ));
        return Ok(());
    }
    let wrong = stored.iter().filter(|(key, n)| found.recounted.get(*key) != Some(*n)).count()
        + found.recounted.keys().filter(|key| !stored.contains_key(*key)).count();
    if wrong > 0 {
        found.fault(format!("{wrong} daily facts are not what the events say"));
    }
    Ok(())
}

/// Looks for messages that are to leave and that nobody is to deliver.
pub fn verify_outbox(tx: &mut Tx<'_>, found: &mut Verified) -> Verb<()> {
    let counted = outbox::count(tx)?;
    let waiting = counted.iter().find(|(state, _)| *state == MessageState::Waiting).map_or(0, |(_, n)| *n);
    let queued = records::jobs::of_kind(tx, jobs::DELIVER)?;
    if waiting > queued {
        found.fault(format!("{waiting} messages are to leave, but only {queued} jobs are to deliver them"));
    }
    Ok(())
}
