//! The time of counters: each piece of it belongs to one holder at most, as the primary key of `booking_cells` says.

use crate::{Broke, Row, Tx, many, params};
use jiff::Timestamp;
use terms::{BookingId, CounterCode, LineCode, OfficeCode, Slot};

const COLUMNS: &str = "id, session, booking_id, office, line, counter, starts_at, ends_at, held_until";

/// A time that is held for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Its id; the booking that it becomes has the same.
    pub id: BookingId,
    /// The hash of the cookie of the browser for which it is held while its form is filled in.
    pub session: Option<String>,
    /// The booking to which it is offered, where it is an offer.
    pub booking: Option<BookingId>,
    /// Where.
    pub office: OfficeCode,
    /// For what.
    pub line: LineCode,
    /// Which time.
    pub slot: Slot,
    /// Until when.
    pub until: Timestamp,
}

/// Pieces of a counter's time.
pub type Cells<'a> = (&'a OfficeCode, &'a CounterCode, &'a [Timestamp]);

/// The pieces of time at an office that somebody has, within a span.
pub fn taken(
    tx: &mut Tx<'_>,
    office: &OfficeCode,
    (from, to): (Timestamp, Timestamp),
    now: Timestamp,
) -> Result<Vec<(CounterCode, Timestamp)>, Broke> {
    tx.all(
        "select counter, at from booking_cells where office = $1 and at >= $2 and at < $3 \
         and (held_until is null or held_until > $4)",
        params![office, from, to, now],
        |row| Ok((row.take()?, row.take()?)),
    )
}

/// Takes pieces of a counter's time, all of them or none; whether nobody else had any. What was held for somebody and is
/// so no longer is anybody's.
pub fn take(
    tx: &mut Tx<'_>,
    (office, counter, cells): Cells<'_>,
    holder: BookingId,
    until: Option<Timestamp>,
    now: Timestamp,
) -> Result<bool, Broke> {
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return Ok(false) };
    tx.execute(
        "delete from booking_cells where office = $1 and counter = $2 and at >= $3 and at <= $4 and held_until <= $5",
        params![office, counter, *first, *last, now],
    )?;
    let row = |at: &Timestamp| vec![office.into(), counter.into(), (*at).into(), holder.into(), until.into()];
    let rows: Vec<_> = cells.iter().map(row).collect();
    let into = "booking_cells (office, counter, at, holder, held_until)";
    let new = many::insert(tx, into, &rows, " on conflict (office, counter, at) do nothing")?;
    if usize::try_from(new).is_ok_and(|new| new == cells.len()) {
        return Ok(true);
    }
    release(tx, holder)?;
    Ok(false)
}

/// Gives all that a holder has to another, for good; how many pieces there were.
pub fn give(tx: &mut Tx<'_>, holder: BookingId, to: BookingId) -> Result<u64, Broke> {
    tx.execute(
        "update booking_cells set holder = $2, held_until = null where holder = $1",
        params![holder, to],
    )
}

/// Frees all that a holder has.
pub fn release(tx: &mut Tx<'_>, holder: BookingId) -> Result<(), Broke> {
    tx.execute("delete from booking_cells where holder = $1", params![holder]).map(drop)
}

/// How many pieces a holder has for good.
pub fn count(tx: &mut Tx<'_>, holder: BookingId) -> Result<i64, Broke> {
    tx.count("select count(*) from booking_cells where holder = $1 and held_until is null", params![holder])
}

/// How many pieces belong to nobody: neither to a booking nor to what is held.
pub fn count_lost(tx: &mut Tx<'_>) -> Result<i64, Broke> {
    tx.count(
        "select count(*) from booking_cells where not exists (select 1 from bookings where bookings.id = holder) \
         and not exists (select 1 from booking_holds where booking_holds.id = holder)",
        &[],
    )
}

/// Forgets the time that is long over; how many pieces.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<u64, Broke> {
    tx.execute("delete from booking_cells where at < $1", params![before])
}

/// Saves that a time is held.
pub fn hold(tx: &mut Tx<'_>, hold: &Hold) -> Result<(), Broke> {
    let kept = tx.execute(
        &format!(
            "insert into booking_holds ({COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing"
        ),
        params![
            hold.id,
            hold.session.as_ref(),
            hold.booking,
            &hold.office,
            &hold.line,
            &hold.slot.counter,
            hold.slot.starts_at,
            hold.slot.ends_at,
            hold.until,
        ],
    )?;
    if kept == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// What is held under an id.
pub fn held(tx: &mut Tx<'_>, id: BookingId) -> Result<Option<Hold>, Broke> {
    tx.first(&format!("select {COLUMNS} from booking_holds where id = $1"), params![id], read)
}

/// What a browser holds; whose cookie has the hash is itself the leave to read it.
pub fn held_by(tx: &mut Tx<'_>, session: &str) -> Result<Option<Hold>, Broke> {
    tx.first(&format!("select {COLUMNS} from booking_holds where session = $1"), params![session], read)
}

/// What is offered to a booking.
pub fn offered(tx: &mut Tx<'_>, booking: BookingId) -> Result<Option<Hold>, Broke> {
    tx.first(&format!("select {COLUMNS} from booking_holds where booking_id = $1"), params![booking], read)
}

/// What is held no longer.
pub fn lapsed(tx: &mut Tx<'_>, now: Timestamp, limit: u32) -> Result<Vec<Hold>, Broke> {
    tx.all(
        &format!(
            "select {COLUMNS} from booking_holds where held_until <= $1 order by held_until, id limit $2"
        ),
        params![now, limit],
        read,
    )
}

/// Forgets what was held; whether it still was.
pub fn end_hold(tx: &mut Tx<'_>, id: BookingId) -> Result<bool, Broke> {
    Ok(tx.execute("delete from booking_holds where id = $1", params![id])? == 1)
}

fn read(row: &mut Row<'_>) -> Result<Hold, Broke> {
    Ok(Hold {
        id: row.parse()?,
        session: row.take()?,
        booking: row.parse_opt()?,
        office: row.take()?,
        line: row.take()?,
        slot: Slot { counter: row.take()?, starts_at: row.take()?, ends_at: row.take()? },
        until: row.take()?,
    })
}
