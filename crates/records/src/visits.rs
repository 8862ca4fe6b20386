//! Visits: who is at an office, and what became of them.

use crate::waits::Told;
use crate::{Broke, Row, Tx, Value, params};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::{Reach, Scope};
use std::ops::RangeInclusive;
use terms::{
    CallBack, CounterCode, Entry, KeptFor, LineCode, Need, Needs, OfficeCode, OfficerCode, Ticket, Visit,
    VisitEnd, VisitId, VisitState, VisitStatus, Window,
};

pub(crate) const COLUMNS: &str = "id, revision, office, day, letter, number, entry, language, customer_id, case_id, joined_at, \
    status, line, priority, reason, kept_for, place_at, counter, officer, called_at, last_called_at, calls, served_at, \
    ended_at, ended, outcome, needs, interpreter, unanswered, again_at, window_from, window_until";

/// A day of an office, by its own zone.
pub type Today<'a> = (&'a OfficeCode, Date);

/// What the house keeps beside a visit when somebody joins the line.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'a> {
    /// The hash of what opens it to them.
    pub secret_hash: Option<&'a str>,
    /// What they were told of their wait.
    pub told: Option<Told>,
}

/// The last number of a letter on a day, but for those within a range; 0 where there is none.
pub fn last_number(
    tx: &mut Tx<'_>,
    (office, day): Today<'_>,
    letter: &str,
    but_for: &RangeInclusive<u32>,
) -> Result<u32, Broke> {
    let sql = "select number from visits where office = $1 and day = $2 and letter = $3 \
               and (number < $4 or number > $5) order by number desc limit 1";
    let (first, last) = (*but_for.start(), *but_for.end());
    Ok(tx.first(sql, params![office, day.to_string(), letter, first, last], |row| row.take())?.unwrap_or(0))
}

/// The visit with a ticket.
pub fn by_ticket(tx: &mut Tx<'_>, ticket: &Ticket) -> Result<Option<Visit>, Broke> {
    let sql = format!(
        "select {COLUMNS} from visits where office = $1 and day = $2 and letter = $3 and number = $4"
    );
    let params = params![&ticket.office, ticket.day.to_string(), &ticket.letter, ticket.number];
    tx.first(&sql, params, visit)
}

/// The place in time of the last of a letter whose number lies within a range.
pub fn last_place(
    tx: &mut Tx<'_>,
    (office, day): Today<'_>,
    letter: &str,
    within: &RangeInclusive<u32>,
) -> Result<Option<Timestamp>, Broke> {
    let sql = "select joined_at from visits where office = $1 and day = $2 and letter = $3 \
               and number >= $4 and number <= $5 order by number desc limit 1";
    let (first, last) = (*within.start(), *within.end());
    tx.first(sql, params![office, day.to_string(), letter, first, last], |row| row.take())
}

/// Puts somebody into the line. Where somebody else was given the same number at the same instant, it is tried again.
pub fn insert(tx: &mut Tx<'_>, visit: &Visit, beside: Beside<'_>) -> Result<(), Broke> {
    let sql = "insert into visits (id, revision, office, day, letter, number, entry, language, customer_id, case_id, \
               joined_at, status, line, priority, kept_for, place_at, calls, secret_hash, needs, interpreter, said_half, \
               said_most, reckoned_half, reckoned_most) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, \
               $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24) on conflict (office, day, letter, number) do nothing";
    let told = beside.told;
    let (ticket, state) = (&visit.ticket, &visit.state);
    let kept = tx.execute(
        sql,
        params![
            visit.id,
            visit.revision,
            &ticket.office,
            ticket.day.to_string(),
            &ticket.letter,
            ticket.number,
            visit.entry,
            &visit.language,
            visit.customer,
            visit.case,
            visit.joined_at,
            state.status,
            &state.line,
            state.priority,
            kept_for(state.kept_for.as_ref()),
            state.place_at,
            state.calls,
            beside.secret_hash,
            needed_words(&visit.needs),
            visit.needs.interpreter.as_ref(),
            told.map(|told| told.said.0),
            told.map(|told| told.said.1),
            told.map(|told| told.reckoned.0),
            told.map(|told| told.reckoned.1),
        ],
    )?;
    if kept == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// Saves what became of a visit since the revision that was read.
pub fn update(tx: &mut Tx<'_>, visit: &Visit, read: i64) -> Result<(), Broke> {
    let sql = "update visits set revision = $3, status = $4, line = $5, priority = $6, reason = $7, kept_for = $8, \
               place_at = $9, counter = $10, officer = $11, called_at = $12, calls = $13, served_at = $14, ended_at = $15, \
               ended = $16, outcome = $17, customer_id = $18, case_id = $19, last_called_at = $20, unanswered = $21, \
               again_at = $22, window_from = $23, window_until = $24 where id = $1 and revision = $2";
    let state = &visit.state;
    let call = state.call_back.as_ref();
    let window = call.and_then(|call| call.window);
    let touched = tx.execute(
        sql,
        params![
            visit.id,
            read,
            visit.revision,
            state.status,
            &state.line,
            state.priority,
            state.reason,
            kept_for(state.kept_for.as_ref()),
            state.place_at,
            state.counter.as_ref(),
            state.officer.as_ref(),
            state.called_at,
            state.calls,
            state.served_at,
            state.ended_at,
            state.end,
            state.outcome.as_ref(),
            visit.customer,
            visit.case,
            state.last_called_at,
            call.map(|call| call.unanswered),
            call.and_then(|call| call.again_at),
            window.map(|window| window.from),
            window.map(|window| window.until),
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// A visit, as far as the scope reaches.
pub fn by_id(tx: &mut Tx<'_>, scope: &Scope, id: VisitId) -> Result<Option<Visit>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(None);
    }
    tx.first(&format!("select {COLUMNS} from visits where id = $1"), params![id], visit)
}

/// The visit that a secret opens.
pub fn by_secret(tx: &mut Tx<'_>, hash: &str) -> Result<Option<Visit>, Broke> {
    tx.first(&format!("select {COLUMNS} from visits where secret_hash = $1"), params![hash], visit)
}

/// Those at an office who are not gone, in the order of their places.
pub fn present(tx: &mut Tx<'_>, scope: &Scope, today: Today<'_>, limit: u32) -> Result<Vec<Visit>, Broke> {
    not_gone(tx, scope, today, ("=", "place_at, id", limit))
}

/// Those of days before one who never left the line.
pub fn left_over(tx: &mut Tx<'_>, scope: &Scope, today: Today<'_>, limit: u32) -> Result<Vec<Visit>, Broke> {
    not_gone(tx, scope, today, ("<", "day, id", limit))
}

fn not_gone(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (office, day): Today<'_>,
    (on, order, limit): (&str, &str, u32),
) -> Result<Vec<Visit>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select {COLUMNS} from visits where office = $1 and day {on} $2 and status <> 'over' order by {order} limit $3"
    );
    tx.all(&sql, params![office, day.to_string(), limit], visit)
}

/// The next visits in the order of their ids, after one of them, for those who check the whole house.
pub fn page_by_id(
    tx: &mut Tx<'_>,
    scope: &Scope,
    after: Option<VisitId>,
    limit: u32,
) -> Result<Vec<Visit>, Broke> {
    if *scope.reach() != Reach::Everything {
        return Ok(Vec::new());
    }
    let sql = format!("select {COLUMNS} from visits where id > $1 order by id limit $2");
    tx.all(&sql, &[after.map_or(Value::from(""), Value::from), limit.into()], visit)
}

/// A ticket that was called; nobody is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// With what it begins.
    pub letter: String,
    /// Its number.
    pub number: u32,
    /// To which counter.
    pub counter: CounterCode,
    /// In which language its holder is spoken to.
    pub language: String,
    /// When, the last time.
    pub at: Timestamp,
    /// How often.
    pub times: u32,
    /// Whether they came.
    pub status: VisitStatus,
}

/// The latest calls of an office, the latest first, without those who wait again, and without those by phone: nobody in the
/// room is meant.
pub fn called(tx: &mut Tx<'_>, (office, day): Today<'_>, limit: u32) -> Result<Vec<Called>, Broke> {
    tx.all(
        "select letter, number, counter, language, last_called_at, calls, status from visits \
         where office = $1 and day = $2 and last_called_at is not null and counter is not null \
         and unanswered is null and status in ('called', 'serving', 'over') order by last_called_at desc, id desc limit $3",
        params![office, day.to_string(), limit],
        |row| {
            Ok(Called {
                letter: row.take()?,
                number: row.take()?,
                counter: row.take()?,
                language: row.take()?,
                at: row.take()?,
                times: row.take()?,
                status: row.parse()?,
            })
        },
    )
}

/// How many wait in an office, by line.
pub fn waiting(tx: &mut Tx<'_>, (office, day): Today<'_>) -> Result<Vec<(LineCode, i64)>, Broke> {
    tx.all(
        "select line, count(*) from visits where office = $1 and day = $2 and status = 'waiting' \
         group by line order by line",
        params![office, day.to_string()],
        |row| Ok((row.take()?, row.take()?)),
    )
}

pub(crate) fn kept_for(kept: Option<&KeptFor>) -> Value<'static> {
    match kept {
        None => "".into(),
        Some(KeptFor::Counter(code)) => format!("counter:{code}").into(),
        Some(KeptFor::Officer(code)) => format!("officer:{code}").into(),
    }
}

pub(crate) fn read_kept_for(text: &str) -> Option<KeptFor> {
    match text.split_once(':')? {
        ("counter", code) => Some(KeptFor::Counter(CounterCode::new(code))),
        ("officer", code) => Some(KeptFor::Officer(OfficerCode::new(code))),
        _ => None,
    }
}

/// What somebody needs, as it is stored.
pub(crate) fn needed_words(needs: &Needs) -> String {
    needs.words.iter().map(|need| need.as_str()).collect::<Vec<_>>().join(" ")
}

/// A word that this release does not know is one that a later one wrote.
pub(crate) fn needed(words: &str) -> Vec<Need> {
    words.split(' ').filter_map(|word| word.parse().ok()).collect()
}

fn call_back(row: &mut Row<'_>) -> Result<Option<CallBack>, Broke> {
    let (unanswered, again_at): (Option<u32>, _) = (row.take()?, row.take()?);
    let (from, until): (Option<Timestamp>, Option<Timestamp>) = (row.take()?, row.take()?);
    let window = from.zip(until).map(|(from, until)| Window { from, until });
    Ok(unanswered.map(|unanswered| CallBack { window, unanswered, again_at }))
}

pub(crate) fn visit(row: &mut Row<'_>) -> Result<Visit, Broke> {
    let (id, revision): (VisitId, i64) = (row.parse()?, row.take()?);
    let ticket = Ticket { office: row.take()?, day: row.parse()?, letter: row.take()?, number: row.take()? };
    let entry: Entry = row.parse()?;
    let language = row.take()?;
    let (customer, case) = (row.parse_opt()?, row.parse_opt()?);
    let joined_at: Timestamp = row.take()?;
    let status: VisitStatus = row.parse()?;
    let line = row.take()?;
    let (priority, reason) = (row.parse()?, row.parse_opt()?);
    let kept: String = row.take()?;
    let place_at = row.take()?;
    let (counter, officer) = (row.take()?, row.take()?);
    let (called_at, last_called_at, calls) = (row.take()?, row.take()?, row.take()?);
    let (served_at, ended_at) = (row.take()?, row.take()?);
    let end: Option<VisitEnd> = row.parse_opt()?;
    let outcome = row.take()?;
    let words: String = row.take()?;
    let needs = Needs { words: needed(&words), interpreter: row.take()? };
    let kept_for = read_kept_for(&kept);
    let call_back = call_back(row)?;
    let state = VisitState {
        status,
        line,
        priority,
        reason,
        kept_for,
        place_at,
        counter,
        officer,
        called_at,
        last_called_at,
        calls,
        served_at,
        ended_at,
        end,
        outcome,
        call_back,
    };
    Ok(Visit { id, revision, ticket, entry, language, needs, customer, case, joined_at, state })
}
