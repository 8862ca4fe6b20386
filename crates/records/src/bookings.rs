//! Bookings: the times that people have at an office, and what opens them.

use crate::visits::{needed, needed_words};
use crate::{Broke, Row, Tx, Value, params};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::{Reach, Scope};
use terms::{
    Booking, BookingId, BookingState, BookingStatus, CustomerId, Needs, OfficeCode, Reference, Slot, VisitId,
};

const COLUMNS: &str = "id, reference, revision, office, line, language, name, email, phone, customer_id, made_at, \
    status, counter, starts_at, ends_at, fixed_at, changed_at, sequence, reminded_at, earlier_since, visit_id, closed_at, needs, \
    interpreter";

/// Saves a new one with the day on which it is, by the clock of its office.
pub fn insert(tx: &mut Tx<'_>, booking: &Booking, day: Date) -> Result<(), Broke> {
    let state = &booking.state;
    let kept = tx.execute(
        &format!(
            "insert into bookings ({COLUMNS}, day) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, \
             $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25) on conflict do nothing"
        ),
        params![
            booking.id,
            &booking.reference,
            booking.revision,
            &booking.office,
            &booking.line,
            &booking.language,
            &booking.name,
            booking.email.as_ref(),
            booking.phone.as_ref(),
            booking.customer,
            booking.made_at,
            state.status,
            &state.slot.counter,
            state.slot.starts_at,
            state.slot.ends_at,
            state.fixed_at,
            state.changed_at,
            state.sequence,
            state.reminded_at,
            state.earlier_since,
            state.visit,
            state.closed_at,
            needed_words(&booking.needs),
            booking.needs.interpreter.as_ref(),
            day.to_string(),
        ],
    )?;
    if kept == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// Saves what became of one since the revision that was read.
pub fn update(tx: &mut Tx<'_>, booking: &Booking, read: i64, day: Date) -> Result<(), Broke> {
    let state = &booking.state;
    let touched = tx.execute(
        "update bookings set revision = $3, status = $4, counter = $5, starts_at = $6, ends_at = $7, fixed_at = $8, \
         changed_at = $9, sequence = $10, reminded_at = $11, earlier_since = $12, visit_id = $13, day = $14, \
         closed_at = $15, office = $16 where id = $1 and revision = $2",
        params![
            booking.id,
            read,
            booking.revision,
            state.status,
            &state.slot.counter,
            state.slot.starts_at,
            state.slot.ends_at,
            state.fixed_at,
            state.changed_at,
            state.sequence,
            state.reminded_at,
            state.earlier_since,
            state.visit,
            day.to_string(),
            state.closed_at,
            &booking.office,
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// The one with an id, for the house's own work and for whoever has shown what opens it.
pub fn by_id(tx: &mut Tx<'_>, id: BookingId) -> Result<Option<Booking>, Broke> {
    tx.first(&format!("select {COLUMNS} from bookings where id = $1"), params![id], booking)
}

/// The one that became a visit.
pub fn by_visit(tx: &mut Tx<'_>, visit: VisitId) -> Result<Option<Booking>, Broke> {
    tx.first(&format!("select {COLUMNS} from bookings where visit_id = $1"), params![visit], booking)
}

/// The one with a reference, for a verb that knows whether whoever acts may see it.
pub fn by_reference(tx: &mut Tx<'_>, reference: &Reference) -> Result<Option<Booking>, Broke> {
    tx.first(&format!("select {COLUMNS} from bookings where reference = $1"), params![reference], booking)
}

/// The one that a link opens.
pub fn by_link(tx: &mut Tx<'_>, hash: &str) -> Result<Option<Booking>, Broke> {
    let sql = format!(
        "select {COLUMNS} from bookings where id = (select booking_id from booking_links where hash = $1)"
    );
    tx.first(&sql, params![hash], booking)
}

/// Saves the hash of a link that opens a booking.
pub fn add_link(tx: &mut Tx<'_>, hash: &str, id: BookingId) -> Result<(), Broke> {
    tx.execute(
        "insert into booking_links (hash, booking_id) values ($1, $2) on conflict (hash) do nothing",
        params![hash, id],
    )
    .map(drop)
}

/// Those of an office on a day, in order.
pub fn of_day(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (office, day): (&OfficeCode, Date),
    limit: u32,
) -> Result<Vec<Booking>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select {COLUMNS} from bookings where office = $1 and day = $2 order by starts_at, id limit $3"
    );
    tx.all(&sql, params![office, day.to_string(), limit], booking)
}

/// How many a customer has ahead.
pub fn ahead(tx: &mut Tx<'_>, customer: CustomerId) -> Result<i64, Broke> {
    tx.count("select count(*) from bookings where customer_id = $1 and status = 'booked'", params![customer])
}

/// Those at an office whose time came before an instant and who did not.
pub fn overdue(
    tx: &mut Tx<'_>,
    office: &OfficeCode,
    before: Timestamp,
    limit: u32,
) -> Result<Vec<Booking>, Broke> {
    let sql = format!(
        "select {COLUMNS} from bookings where office = $1 and status = 'booked' and starts_at < $2 \
         order by starts_at, id limit $3"
    );
    tx.all(&sql, params![office, before, limit], booking)
}

/// The days of an office, from an instant on, on which times are booked of which nobody knows that the office is closed then.
pub fn days_ahead(tx: &mut Tx<'_>, office: &OfficeCode, from: Timestamp) -> Result<Vec<Date>, Broke> {
    let sql = "select distinct day from bookings where office = $1 and status = 'booked' and starts_at > $2 \
               and closed_at is null order by day";
    tx.all(sql, params![office, from], |row| row.parse())
}

/// Those of an office on a day whose time is after an instant, and who do not know that it is closed then.
pub fn unaware(
    tx: &mut Tx<'_>,
    (office, day): (&OfficeCode, Date),
    from: Timestamp,
    limit: u32,
) -> Result<Vec<Booking>, Broke> {
    let sql = format!(
        "select {COLUMNS} from bookings where office = $1 and day = $2 and status = 'booked' and starts_at > $3 \
         and closed_at is null order by starts_at, id limit $4"
    );
    tx.all(&sql, params![office, day.to_string(), from, limit], booking)
}

/// Those of an office that was closed at their time when somebody last looked.
pub fn closed_on(tx: &mut Tx<'_>, office: &OfficeCode, limit: u32) -> Result<Vec<(Booking, Date)>, Broke> {
    let sql = format!(
        "select {COLUMNS}, day from bookings where office = $1 and status = 'booked' and closed_at is not null \
         order by starts_at, id limit $2"
    );
    tx.all(&sql, params![office, limit], |row| Ok((booking(row)?, row.parse()?)))
}

/// Those who are to be reminded some milliseconds ahead of their time, were not yet, and booked earlier than that.
pub fn to_remind(
    tx: &mut Tx<'_>,
    office: &OfficeCode,
    (now, ahead_ms): (Timestamp, i64),
    limit: u32,
) -> Result<Vec<Booking>, Broke> {
    let sql = format!(
        "select {COLUMNS} from bookings where office = $1 and status = 'booked' and email is not null \
         and closed_at is null and starts_at > $2 and starts_at <= $2 + $3 and fixed_at < starts_at - $3 \
         and coalesce(reminded_at, 0) < starts_at - $3 order by starts_at, id limit $4"
    );
    tx.all(&sql, params![office, now, ahead_ms, limit], booking)
}

/// Those at an office who want to come earlier than they are to, and can come as early as an instant that they have not let
/// pass; whoever waits longest first. Nobody is offered two times at once.
pub fn wanting_earlier(
    tx: &mut Tx<'_>,
    office: &OfficeCode,
    starts_at: Timestamp,
    limit: u32,
) -> Result<Vec<Booking>, Broke> {
    let sql = format!(
        "select {COLUMNS} from bookings where office = $1 and earlier_since is not null and status = 'booked' \
         and starts_at > $2 \
         and not exists (select 1 from booking_holds where booking_holds.booking_id = bookings.id) \
         and not exists (select 1 from booking_refusals where booking_refusals.booking_id = bookings.id \
         and booking_refusals.starts_at = $2) order by earlier_since, id limit $3"
    );
    tx.all(&sql, params![office, starts_at, limit], booking)
}

/// Saves that somebody let an earlier time pass.
pub fn refuse(tx: &mut Tx<'_>, id: BookingId, starts_at: Timestamp) -> Result<(), Broke> {
    tx.execute(
        "insert into booking_refusals (booking_id, starts_at) values ($1, $2) on conflict do nothing",
        params![id, starts_at],
    )
    .map(drop)
}

/// Forgets which times before an instant were let pass; how many.
pub fn forget_refusals(tx: &mut Tx<'_>, before: Timestamp) -> Result<u64, Broke> {
    tx.execute("delete from booking_refusals where starts_at < $1", params![before])
}

/// Forgets who booked times before an instant, how they are reached, what they need, and what opens their bookings; how many. What happened
/// to a booking stays, as it names nobody.
pub fn forget_names(tx: &mut Tx<'_>, before: Timestamp, limit: u32) -> Result<u64, Broke> {
    let old: Vec<BookingId> = tx.all(
        "select id from bookings where starts_at < $1 and name <> '' order by starts_at limit $2",
        params![before, limit],
        |row| row.parse(),
    )?;
    for id in &old {
        tx.execute("delete from booking_links where booking_id = $1", params![*id])?;
        tx.execute(
            "update bookings set name = '', email = null, phone = null, customer_id = null, needs = '', \
             interpreter = null where id = $1",
            params![*id],
        )?;
    }
    Ok(u64::try_from(old.len()).unwrap_or(0))
}

/// The next bookings in the order of their ids, after one of them, for those who check the whole house.
pub fn page_by_id(
    tx: &mut Tx<'_>,
    scope: &Scope,
    after: Option<BookingId>,
    limit: u32,
) -> Result<Vec<Booking>, Broke> {
    if *scope.reach() != Reach::Everything {
        return Ok(Vec::new());
    }
    let sql = format!("select {COLUMNS} from bookings where id > $1 order by id limit $2");
    tx.all(&sql, &[after.map_or(Value::from(""), Value::from), limit.into()], booking)
}

fn booking(row: &mut Row<'_>) -> Result<Booking, Broke> {
    let (id, reference, revision) = (row.parse()?, row.parse()?, row.take()?);
    let (office, line, language, name) = (row.take()?, row.take()?, row.take()?, row.take()?);
    let (email, phone, customer) = (row.take()?, row.take()?, row.parse_opt()?);
    let (made_at, state) = (row.take()?, state(row)?);
    let words: String = row.take()?;
    let needs = Needs { words: needed(&words), interpreter: row.take()? };
    Ok(Booking {
        id,
        reference,
        revision,
        office,
        line,
        language,
        name,
        email,
        phone,
        needs,
        customer,
        made_at,
        state,
    })
}

fn state(row: &mut Row<'_>) -> Result<BookingState, Broke> {
    let status: BookingStatus = row.parse()?;
    Ok(BookingState {
        status,
        slot: Slot { counter: row.take()?, starts_at: row.take()?, ends_at: row.take()? },
        fixed_at: row.take()?,
        changed_at: row.take()?,
        sequence: row.take()?,
        reminded_at: row.take()?,
        earlier_since: row.take()?,
        visit: row.parse_opt()?,
        closed_at: row.take()?,
    })
}
