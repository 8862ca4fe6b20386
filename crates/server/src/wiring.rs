//! Putting an office together from its parts.

use anyhow::{Context, Result};
use office::Office;
use office::city::City;
use policy::Policy;
use records::{Address, Broke, Db, cities};
use std::sync::Arc;
use terms::{Chance, Clock};

use crate::clock::SystemClock;

/// An office over a database, on the machine's own clock.
pub(crate) fn office(city: City, database: &Address) -> Result<Office> {
    office_at(city, database, Arc::new(SystemClock))
}

/// An office on some clock.
pub(crate) fn office_at(city: City, database: &Address, clock: Arc<dyn Clock>) -> Result<Office> {
    let db = Db::open(database).with_context(|| format!("cannot open {database}"))?;
    let policy = Policy::read()?;
    Ok(Office::new(db, Arc::new(city), Arc::new(policy), clock, chance()?))
}

/// Notes that the city's data are in force; since when they are.
pub(crate) async fn in_force(office: &Office) -> Result<jiff::Timestamp> {
    let (fingerprint, now) = (format!("{:016x}", office.city.fingerprint()), office.now());
    let since: Result<_, Broke> = office.db.write(move |tx| cities::in_force(tx, &fingerprint, now)).await;
    Ok(since?)
}

/// Chance from the operating system.
pub(crate) fn chance() -> Result<Chance> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|error| anyhow::anyhow!("the system gives no randomness: {error}"))?;
    Ok(Chance::from_seed(seed))
}
