//! City Hall in a test: people come for something, officers sit at its counters, and whoever is next is called.

use crate::TestOffice;
use jiff::SignedDuration;
use office::Verb;
use office::lobby::{self, NewVisit};
use terms::{CounterCode, Entry, LineCode, OfficeCode, Secret, Visit, VisitId};

/// The office.
#[must_use]
pub fn hall() -> OfficeCode {
    OfficeCode::new("city-hall")
}

/// Somebody takes a ticket, a second after whoever came before.
pub fn comes(office: &TestOffice, line: &str) -> (Visit, Secret) {
    tries_to_come(office, line).unwrap()
}

/// The same, if they are let in.
pub fn tries_to_come(office: &TestOffice, line: &str) -> Verb<(Visit, Secret)> {
    let new = NewVisit::new(LineCode::new(line), Entry::Kiosk, "en");
    let joined = office.stranger().tries(move |tx, act| lobby::join(tx, act, &hall(), &new))?;
    office.clock.advance(SignedDuration::from_secs(1));
    Ok((joined.visit, joined.secret))
}

/// An officer sits down at a counter.
pub fn sits(office: &TestOffice, officer: &str, counter: &str) {
    tries_to_sit(office, officer, counter).unwrap();
}

/// The same, if nobody sits there and they sit nowhere else.
pub fn tries_to_sit(office: &TestOffice, officer: &str, counter: &str) -> Verb<()> {
    let counter = CounterCode::new(counter);
    office.officer(officer).tries(move |tx, act| lobby::open_counter(tx, act, &hall(), &counter)).map(drop)
}

/// An officer calls whoever is next, which closes the visit of whoever stands before them.
pub fn calls(office: &TestOffice, officer: &str, closes: Option<VisitId>) -> Option<Visit> {
    tries_to_call(office, officer, closes).unwrap()
}

/// The same, if they may.
pub fn tries_to_call(office: &TestOffice, officer: &str, closes: Option<VisitId>) -> Verb<Option<Visit>> {
    office.officer(officer).tries(move |tx, act| lobby::next(tx, act, closes))
}

/// A visit as it stands now.
pub fn now(office: &TestOffice, visit: &Visit) -> Visit {
    let id = visit.id;
    office.officer("lee").tries(move |tx, act| lobby::visit(tx, act, &hall(), id)).unwrap()
}
