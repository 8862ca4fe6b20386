//! Kiosks: their ranges of numbers, the tickets that they told of later, and what goes to their printers.

use crate::visits::Today;
use crate::{Broke, Tx, params};
use jiff::Timestamp;
use policy::{Reach, Scope};
use terms::{LateAnswer, LineCode, OfficeCode, PrintState, Ticket, VisitId};

/// A kiosk by its office and its number there.
pub type Which<'a> = (&'a OfficeCode, u32);

/// What is known of a kiosk's printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// Of which kiosk.
    pub kiosk: u32,
    /// When it printed last.
    pub printed_at: Option<Timestamp>,
    /// Since when it does not print.
    pub failing_since: Option<Timestamp>,
    /// Why it does not.
    pub failure: Option<String>,
}

/// A ticket on its way to paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printout {
    /// Whose it is.
    pub visit: VisitId,
    /// Of which office.
    pub office: OfficeCode,
    /// To the printer of which kiosk.
    pub kiosk: u32,
    /// What stands on it, as JSON.
    pub content: String,
    /// Since when it waits.
    pub created_at: Timestamp,
}

/// A ticket that a kiosk gave out without a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateTicket {
    /// Which.
    pub ticket: Ticket,
    /// For what.
    pub line: LineCode,
    /// Which kiosk.
    pub kiosk: u32,
    /// When it was given out.
    pub given_at: Timestamp,
    /// When the kiosk told of it.
    pub told_at: Timestamp,
    /// What it was answered.
    pub answer: LateAnswer,
}

/// Notes that a kiosk has its numbers of a day. Since when it has them is known from the first time on.
pub fn give_range(
    tx: &mut Tx<'_>,
    (office, kiosk): Which<'_>,
    day: jiff::civil::Date,
    at: Timestamp,
) -> Result<(), Broke> {
    let sql = "insert into kiosk_ranges (office, kiosk, day, given_at) values ($1, $2, $3, $4) \
               on conflict (office, kiosk, day) do nothing";
    tx.execute(sql, params![office, kiosk, day.to_string(), at]).map(drop)
}

/// Since when a kiosk has its numbers of a day.
pub fn range_since(
    tx: &mut Tx<'_>,
    (office, day): Today<'_>,
    kiosk: u32,
) -> Result<Option<Timestamp>, Broke> {
    let sql = "select given_at from kiosk_ranges where office = $1 and kiosk = $2 and day = $3";
    tx.first(sql, params![office, kiosk, day.to_string()], |row| row.take())
}

/// Keeps a ticket that a kiosk told of later. Where it is told twice at the same instant, it is tried again.
pub fn keep_late(tx: &mut Tx<'_>, late: &LateTicket) -> Result<(), Broke> {
    let sql = "insert into kiosk_tickets (office, kiosk, day, letter, number, line, given_at, told_at, answer) \
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (office, day, letter, number) do nothing";
    let ticket = &late.ticket;
    let kept = tx.execute(
        sql,
        params![
            &ticket.office,
            late.kiosk,
            ticket.day.to_string(),
            &ticket.letter,
            ticket.number,
            &late.line,
            late.given_at,
            late.told_at,
            late.answer,
        ],
    )?;
    if kept == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// What a kiosk was answered that told of a ticket before.
pub fn late_answer(tx: &mut Tx<'_>, ticket: &Ticket) -> Result<Option<LateAnswer>, Broke> {
    let sql =
        "select answer from kiosk_tickets where office = $1 and day = $2 and letter = $3 and number = $4";
    let params = params![&ticket.office, ticket.day.to_string(), &ticket.letter, ticket.number];
    tx.first(sql, params, |row| row.parse())
}

/// The tickets of an office of which its kiosks told later, the latest first.
pub fn late(tx: &mut Tx<'_>, office: &OfficeCode, limit: u32) -> Result<Vec<LateTicket>, Broke> {
    let sql = "select day, letter, number, line, kiosk, given_at, told_at, answer from kiosk_tickets \
               where office = $1 order by told_at desc, letter, number desc limit $2";
    tx.all(sql, params![office, limit], |row| {
        let ticket =
            Ticket { office: office.clone(), day: row.parse()?, letter: row.take()?, number: row.take()? };
        Ok(LateTicket {
            ticket,
            line: row.take()?,
            kiosk: row.take()?,
            given_at: row.take()?,
            told_at: row.take()?,
            answer: row.parse()?,
        })
    })
}

/// Saves a ticket that is to be printed.
pub fn print(tx: &mut Tx<'_>, printout: &Printout) -> Result<(), Broke> {
    let sql = "insert into printouts (visit_id, office, kiosk, content, state, created_at) \
               values ($1, $2, $3, $4, $5, $6)";
    let Printout { visit, office, kiosk, content, created_at } = printout;
    tx.execute(sql, params![*visit, office, *kiosk, content, PrintState::Waiting, *created_at]).map(drop)
}

/// A ticket that is still to be printed.
pub fn to_print(tx: &mut Tx<'_>, scope: &Scope, visit: VisitId) -> Result<Option<Printout>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(None);
    }
    let sql = "select visit_id, office, kiosk, content, created_at from printouts \
               where visit_id = $1 and state = 'waiting'";
    tx.first(sql, params![visit], |row| {
        Ok(Printout {
            visit: row.parse()?,
            office: row.take()?,
            kiosk: row.take()?,
            content: row.take()?,
            created_at: row.take()?,
        })
    })
}

/// What became of a ticket on paper, and whether something went wrong so far; nothing where none is printed.
pub fn print_state(tx: &mut Tx<'_>, visit: VisitId) -> Result<Option<(PrintState, bool)>, Broke> {
    let sql = "select state, error is not null from printouts where visit_id = $1";
    tx.first(sql, params![visit], |row| Ok((row.parse()?, row.take()?)))
}

/// Notes what became of a ticket on paper. What stood on it is blanked once it is decided.
pub fn note_print(
    tx: &mut Tx<'_>,
    visit: VisitId,
    state: PrintState,
    error: Option<&str>,
) -> Result<(), Broke> {
    let sql = "update printouts set state = $2, error = $3, content = case when $4 then content else '' end \
               where visit_id = $1 and state = 'waiting'";
    tx.execute(sql, params![visit, state, error, state == PrintState::Waiting]).map(drop)
}

/// Notes that a printer prints.
pub fn prints(tx: &mut Tx<'_>, (office, kiosk): Which<'_>, at: Timestamp) -> Result<(), Broke> {
    let sql = "insert into kiosk_printers (office, kiosk, printed_at) values ($1, $2, $3) \
               on conflict (office, kiosk) do update set printed_at = $3, failing_since = null, failure = null";
    tx.execute(sql, params![office, kiosk, at]).map(drop)
}

/// Notes that a printer does not print, and why.
pub fn fails(tx: &mut Tx<'_>, (office, kiosk): Which<'_>, at: Timestamp, why: &str) -> Result<(), Broke> {
    let sql = "insert into kiosk_printers (office, kiosk, failing_since, failure) values ($1, $2, $3, $4) \
               on conflict (office, kiosk) do update set failure = $4, \
               failing_since = coalesce(kiosk_printers.failing_since, $3)";
    tx.execute(sql, params![office, kiosk, at, why]).map(drop)
}

/// The printers of an office that were used.
pub fn printers(tx: &mut Tx<'_>, office: &OfficeCode) -> Result<Vec<Printer>, Broke> {
    let sql = "select kiosk, printed_at, failing_since, failure from kiosk_printers where office = $1 order by kiosk";
    tx.all(sql, params![office], |row| {
        Ok(Printer {
            kiosk: row.take()?,
            printed_at: row.take()?,
            failing_since: row.take()?,
            failure: row.take()?,
        })
    })
}

/// Forgets what was printed, and the ranges of days, before an instant; how much.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<u64, Broke> {
    let printed = tx.execute("delete from printouts where created_at < $1", params![before])?;
    Ok(printed + tx.execute("delete from kiosk_ranges where given_at < $1", params![before])?)
}
