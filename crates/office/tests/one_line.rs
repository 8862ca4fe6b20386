//! One line for whoever is there, whoever is called back, and what is written.

#[path = "one_line/calls.rs"]
mod calls;
#[path = "one_line/written.rs"]
mod written;

use office::Verb;
use office::lobby::{self, NewVisit};
use terms::{CounterCode, Entry, LineCode, OfficeCode, Secret, Visit, VisitId};
use testkit::TestOffice;

fn hall() -> OfficeCode {
    OfficeCode::new("city-hall")
}

fn new(line: &str) -> NewVisit {
    NewVisit::new(LineCode::new(line), Entry::Home, "en")
}

fn comes(office: &TestOffice, line: &str) -> (Visit, Secret) {
    let new = new(line);
    let joined = office.stranger().tries(move |tx, act| lobby::join(tx, act, &hall(), &new)).unwrap();
    office.clock.advance(jiff::SignedDuration::from_secs(1));
    (joined.visit, joined.secret)
}

fn sits(office: &TestOffice, officer: &str, counter: &str) {
    let counter = CounterCode::new(counter);
    office.officer(officer).tries(move |tx, act| lobby::open_counter(tx, act, &hall(), &counter)).unwrap();
}

fn calls(office: &TestOffice, officer: &str, closes: Option<VisitId>) -> Option<Visit> {
    tries_to_call(office, officer, closes).unwrap()
}

fn tries_to_call(office: &TestOffice, officer: &str, closes: Option<VisitId>) -> Verb<Option<Visit>> {
    office.officer(officer).tries(move |tx, act| lobby::next(tx, act, closes))
}

fn now(office: &TestOffice, visit: &Visit) -> Visit {
    let id = visit.id;
    office.officer("lee").tries(move |tx, act| lobby::visit(tx, act, &hall(), id)).unwrap()
}
