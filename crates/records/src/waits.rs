//! Waits: who stands in a line, how long such visits took, and what became of what was said. Nothing here names anybody.

use crate::visits::{Today, read_kept_for};
use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use terms::{CallBack, CounterCode, KeptFor, LineCode, OfficeCode, Ticket, VisitId, VisitState};

/// Somebody who waits, without who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stander {
    /// Tells them from others.
    pub id: VisitId,
    /// When they joined the line.
    pub joined_at: Timestamp,
    /// What they wait for, and in which place.
    pub state: VisitState,
}

impl Stander {
    /// Whether somebody still waits for the same, in the same place.
    pub fn stands_as(&self, now: &VisitState) -> bool {
        let place = |state: &VisitState| (state.place_at, state.priority, state.reason);
        self.state.line == now.line && self.state.kept_for == now.kept_for && place(&self.state) == place(now)
    }
}

/// What somebody was told of their wait: as likely as not, and nine times out of ten, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// As it was said.
    pub said: (i64, i64),
    /// As it was reckoned, before it was corrected.
    pub reckoned: (i64, i64),
}

/// What somebody was told, and how long it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// What was said.
    pub told: Told,
    /// How long they waited, in milliseconds.
    pub waited_ms: i64,
}

/// A visit that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone {
    /// When they joined the line.
    pub joined_at: Timestamp,
    /// When they were called first.
    pub called_at: Option<Timestamp>,
    /// How often they were called.
    pub calls: u32,
    /// When they came to the counter.
    pub served_at: Option<Timestamp>,
    /// When they were gone.
    pub ended_at: Timestamp,
}

/// Somebody who was called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// Their place, as boards show it.
    pub ticket: Ticket,
    /// Who they were in the line, with the counter that called.
    pub stander: Stander,
}

pub(crate) const STANDER: &str = "id, joined_at, line, priority, reason, kept_for, place_at, unanswered";

/// Those who wait, in the order of their places in time.
pub fn line_up(tx: &mut Tx<'_>, (office, day): Today<'_>, limit: u32) -> Result<Vec<Stander>, Broke> {
    let sql = format!(
        "select {STANDER} from visits where office = $1 and day = $2 and status = 'waiting' \
         order by place_at, id limit $3"
    );
    tx.all(&sql, params![office, day.to_string(), limit], stander)
}

/// What whoever is at a counter came for, by counter.
pub fn at_counters(
    tx: &mut Tx<'_>,
    (office, day): Today<'_>,
    limit: u32,
) -> Result<Vec<(CounterCode, LineCode)>, Broke> {
    let sql = "select counter, line from visits where office = $1 and day = $2 and status in ('called', 'serving') \
               and counter is not null limit $3";
    tx.all(sql, params![office, day.to_string(), limit], |row| Ok((row.take()?, row.take()?)))
}

/// How many wait whose place in time is before another; it counts no further than the limit.
pub fn before(
    tx: &mut Tx<'_>,
    (office, day): Today<'_>,
    place_at: Timestamp,
    limit: u32,
) -> Result<u32, Broke> {
    let sql = "select count(*) from (select 1 from visits where office = $1 and day = $2 and status = 'waiting' \
               and place_at < $3 limit $4) as earlier";
    let found = tx.first(sql, params![office, day.to_string(), place_at, limit], |row| row.take::<i64>())?;
    Ok(found.and_then(|count| u32::try_from(count).ok()).unwrap_or(0))
}

/// When the ticket of a letter and number was given out.
pub fn given_at(
    tx: &mut Tx<'_>,
    (office, day): Today<'_>,
    letter: &str,
    number: u32,
) -> Result<Option<Timestamp>, Broke> {
    let sql = "select joined_at from visits where office = $1 and day = $2 and letter = $3 and number = $4";
    tx.first(sql, params![office, day.to_string(), letter, number], |row| row.take())
}

/// The last visits for something that are over, the latest first.
pub fn gone(tx: &mut Tx<'_>, office: &OfficeCode, line: &LineCode, limit: u32) -> Result<Vec<Gone>, Broke> {
    let sql = "select joined_at, called_at, calls, served_at, ended_at from visits \
               where office = $1 and line = $2 and status = 'over' order by ended_at desc limit $3";
    tx.all(sql, params![office, line, limit], |row| {
        Ok(Gone {
            joined_at: row.take()?,
            called_at: row.take()?,
            calls: row.take()?,
            served_at: row.take()?,
            ended_at: row.take()?,
        })
    })
}

/// What became of what was said at an office, the latest first. Who asked to come later is left out: it was their wish.
pub fn told(tx: &mut Tx<'_>, office: &OfficeCode, limit: u32) -> Result<Vec<Outcome>, Broke> {
    let sql = "select said_half, said_most, reckoned_half, reckoned_most, joined_at, called_at from visits \
               where office = $1 and said_half is not null and called_at is not null and place_at <= joined_at \
               order by day desc, called_at desc limit $2";
    tx.all(sql, params![office, limit], |row| {
        let (said, reckoned) = ((row.take()?, row.take()?), (row.take()?, row.take()?));
        let (joined_at, called_at): (Timestamp, Timestamp) = (row.take()?, row.take()?);
        let waited_ms = called_at.as_millisecond().saturating_sub(joined_at.as_millisecond()).max(0);
        Ok(Outcome { told: Told { said, reckoned }, waited_ms })
    })
}

/// Those of a day who were called after an instant with a later place than another, the latest first.
pub fn called_before(
    tx: &mut Tx<'_>,
    (office, day): Today<'_>,
    (since, place_at): (Timestamp, Timestamp),
    limit: u32,
) -> Result<Vec<Called>, Broke> {
    let sql = format!(
        "select {STANDER}, letter, number, counter, officer, called_at from visits \
         where office = $1 and day = $2 and called_at > $3 and place_at > $4 order by called_at desc limit $5"
    );
    tx.all(&sql, params![office, day.to_string(), since, place_at, limit], |row| {
        let mut stander = stander(row)?;
        let ticket = Ticket { office: office.clone(), day, letter: row.take()?, number: row.take()? };
        (stander.state.counter, stander.state.officer) = (row.take()?, row.take()?);
        stander.state.called_at = row.take()?;
        Ok(Called { ticket, stander })
    })
}

pub(crate) fn stander(row: &mut Row<'_>) -> Result<Stander, Broke> {
    let (id, joined_at) = (row.parse()?, row.take()?);
    let line: LineCode = row.take()?;
    let (priority, reason) = (row.parse()?, row.parse_opt()?);
    let kept: String = row.take()?;
    let kept_for: Option<KeptFor> = read_kept_for(&kept);
    let place_at = row.take()?;
    let unanswered: Option<u32> = row.take()?;
    let call_back = unanswered.map(|unanswered| CallBack { unanswered, ..CallBack::default() });
    let state = VisitState { priority, reason, kept_for, call_back, ..VisitState::joined(line, place_at) };
    Ok(Stander { id, joined_at, state })
}
