//! `rotunda verify` and `rotunda recount`: is every case what its events say, and every figure what its cases say?

use super::place::Place;
use anyhow::Result;
use clap::Args;
use office::{Office, Verb, insight, lobby, upkeep};
use records::{Db, Engine, cases, facts, health};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use terms::OfficeCode;
use upkeep::Verified;

/// Cases checked in one transaction.
const BATCH: u32 = 500;

/// Check that every case is what its events say and every figure what its cases say.
#[derive(Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    place: Place,
}

/// Count all figures again from the events.
#[derive(Args)]
pub(crate) struct Recount {
    #[command(flatten)]
    place: Place,
}

impl Verify {
    /// Checks; the exit status is 2 if something is not as it should be.
    pub(crate) fn run(self) -> Result<ExitCode> {
        let office = self.place.office_that_is_there()?;
        let integrity = integrity(&office.db)?;
        let found = check(&office)?;
        office.db.close();
        println!(
            "{} cases, {} visits, {} bookings, {} events replayed, {} daily facts and {} days of offices compared",
            found.cases, found.visits, found.bookings, found.events, found.facts, found.days
        );
        for fault in integrity.iter().chain(&found.faults) {
            println!("FAULT {fault}");
        }
        if integrity.is_empty() && found.is_sound() {
            println!("sound");
            return Ok(ExitCode::SUCCESS);
        }
        Ok(ExitCode::from(2))
    }
}

/// Replays all events and compares all facts.
pub(crate) fn check(office: &Office) -> Result<Verified> {
    count_what_is_left(office)?;
    let found = Arc::new(Mutex::new(Verified::default()));
    loop {
        let (act, shared) = (office.house_act(), Arc::clone(&found));
        let more: Verb<bool> = office.db.read_now(move |tx| {
            let mut found = shared.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            let cases = upkeep::verify_some(tx, &act, &mut found, BATCH)?;
            let visits = upkeep::verify_visits(tx, &act, &mut found, BATCH)?;
            Ok(upkeep::verify_bookings(tx, &act, &mut found, BATCH)? || visits || cases)
        });
        if !more? {
            break;
        }
    }
    loop {
        let (act, shared) = (office.house_act(), Arc::clone(&found));
        let more: Verb<bool> = office.db.read_now(move |tx| {
            let mut found = shared.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            upkeep::verify_day(tx, &act, &mut found)
        });
        if !more? {
            break;
        }
    }
    let shared = Arc::clone(&found);
    let compared: Verb<()> = office.db.read_now(move |tx| {
        let mut found = shared.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        upkeep::verify_facts(tx, &mut found)?;
        upkeep::verify_booked_time(tx, &mut found)?;
        upkeep::verify_outbox(tx, &mut found)
    });
    compared?;
    let found = found.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    Ok(found.clone())
}

/// Counts the cases that nobody has counted yet, so that figures can be compared.
fn count_what_is_left(office: &Office) -> Result<()> {
    loop {
        let act = office.house_act();
        let counted: Verb<usize> = office.db.write_now(move |tx| insight::count_some(tx, &act, BATCH));
        if counted? == 0 {
            return Ok(());
        }
    }
}

/// What the engine itself finds wrong with its files.
fn integrity(db: &Db) -> Result<Vec<String>> {
    if db.engine() == Engine::Postgres {
        // PostgreSQL checks its pages itself where checksums are on; `doctor` says whether they are.
        return Ok(Vec::new());
    }
    let checked: Verb<Vec<String>> = db.read_now(|tx| Ok(health::sqlite_integrity(tx)?));
    Ok(checked?)
}

impl Recount {
    /// Counts again.
    pub(crate) fn run(self) -> Result<ExitCode> {
        let office = self.place.office_that_is_there()?;
        let cleared: Verb<()> = office.db.write_now(|tx| {
            facts::clear(tx)?;
            Ok(cases::mark_all_uncounted(tx)?)
        });
        cleared?;
        count_what_is_left(&office)?;
        office.city.offices.keys().try_for_each(|code| recount_days(&office, code))?;
        office.db.close();
        println!("all figures are counted again");
        Ok(ExitCode::SUCCESS)
    }
}

/// Writes the days of an office down again, one at a time.
fn recount_days(office: &Office, code: &OfficeCode) -> Result<()> {
    let mut after = None;
    loop {
        let (act, code) = (office.house_act(), code.clone());
        let day: Verb<_> = office.db.write_now(move |tx| lobby::recount_next(tx, &act, &code, after));
        match day? {
            None => return Ok(()),
            day => after = day,
        }
    }
}
