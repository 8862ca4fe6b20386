//! Events: appended, read, never changed.

use crate::{Broke, Row, Tx, Value, many, params};
use jiff::Timestamp;
use policy::{Reach, Scope};
use terms::{
    Actor, BookingId, BookingStep, CaseId, Channel, CustomerId, Event, EventId, EventKind, Happening,
    OfficeCode, Step, Subject, VisitId,
};

const COLUMNS: &str = "id, case_id, number, customer_id, visit_id, booking_id, at, recorded_at, actor, channel, purpose, particulars";

/// Appends an event.
pub fn append(tx: &mut Tx<'_>, event: &Event) -> Result<(), Broke> {
    append_all(tx, std::slice::from_ref(event))
}

/// Appends events.
pub fn append_all(tx: &mut Tx<'_>, events: &[Event]) -> Result<(), Broke> {
    let rows = events.iter().map(values).collect::<Result<Vec<_>, _>>()?;
    let into = "events (id, case_id, number, customer_id, visit_id, booking_id, at, recorded_at, actor, channel, purpose, kind, particulars)";
    many::insert(tx, into, &rows, "").map(drop)
}

fn values(event: &Event) -> Result<Vec<Value<'_>>, Broke> {
    let (case, number, customer, visit, booking) = match event.subject {
        Subject::Case(case, number) => (Some(case), Some(number), None, None, None),
        Subject::Customer(customer) => (None, None, Some(customer), None, None),
        Subject::Visit(visit, number) => (None, Some(number), None, Some(visit), None),
        Subject::Booking(booking, number) => (None, Some(number), None, None, Some(booking)),
        Subject::House => (None, None, None, None, None),
    };
    let particulars = serde_json::to_string(&event.what).map_err(|error| Broke::Engine(error.to_string()))?;
    Ok(vec![
        event.id.into(),
        case.into(),
        number.into(),
        customer.into(),
        visit.into(),
        booking.into(),
        event.at.into(),
        event.recorded_at.into(),
        (&event.actor).into(),
        event.channel.into(),
        event.purpose.into(),
        event.what.kind().into(),
        particulars.into(),
    ])
}

/// What happened to a case, in order. The scope is the one under which the case was read.
pub fn of_case(tx: &mut Tx<'_>, scope: &Scope, case: CaseId) -> Result<Vec<Event>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(Vec::new());
    }
    let sql = format!("select {COLUMNS} from events where case_id = $1 order by number");
    tx.all(&sql, params![case], event)
}

/// What happened to a case up to a revision, for counting and replaying; nobody's words are in it.
pub fn happenings(tx: &mut Tx<'_>, case: CaseId, up_to: i64) -> Result<Vec<(Timestamp, Happening)>, Broke> {
    tx.all(
        "select at, particulars from events where case_id = $1 and number <= $2 order by number",
        params![case, up_to],
        |row| Ok((row.take()?, row.json()?)),
    )
}

/// Who looked at a customer's record, the latest first.
pub fn of_customer(
    tx: &mut Tx<'_>,
    scope: &Scope,
    customer: CustomerId,
    limit: u32,
) -> Result<Vec<Event>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(Vec::new());
    }
    let sql = format!("select {COLUMNS} from events where customer_id = $1 order by id desc limit $2");
    tx.all(&sql, params![customer, limit], event)
}

/// Events of cases of some kinds that the house learnt of in a span of time, oldest first, after an event.
pub fn between(
    tx: &mut Tx<'_>,
    kinds: &[EventKind],
    (from, to): (Timestamp, Timestamp),
    after: Option<EventId>,
    limit: u32,
) -> Result<Vec<Event>, Broke> {
    let names: Vec<String> = kinds.iter().map(|kind| format!("'{kind}'")).collect();
    let sql = format!(
        "select {COLUMNS} from events where recorded_at >= $1 and recorded_at <= $2 and id > $3 \
         and case_id is not null and kind in ({}) order by recorded_at, id limit $4",
        names.join(", ")
    );
    let after = after.map_or(Value::from(""), Value::from);
    tx.all(&sql, &[from.into(), to.into(), after, limit.into()], event)
}

/// What happened to cases since an instant at which the house may have learnt of it: event, case, and that instant.
pub fn recent(
    tx: &mut Tx<'_>,
    since: Timestamp,
    limit: u32,
) -> Result<Vec<(EventId, CaseId, Timestamp)>, Broke> {
    tx.all(
        "select id, case_id, recorded_at from events where recorded_at >= $1 and case_id is not null \
         order by recorded_at, id limit $2",
        params![since, limit],
        |row| Ok((row.parse()?, row.parse()?, row.take()?)),
    )
}

/// What happened at an office: the event, when the house learnt of it, where a visit says so the office, and what.
pub type AtOffice = (EventId, Timestamp, Option<OfficeCode>, Happening);

/// What happened at offices since an instant at which the house may have learnt of it: to visits, and of some kinds.
pub fn at_offices(
    tx: &mut Tx<'_>,
    kinds: &[EventKind],
    since: Timestamp,
    limit: u32,
) -> Result<Vec<AtOffice>, Broke> {
    let names: Vec<String> = kinds.iter().map(|kind| format!("'{kind}'")).collect();
    let sql = format!(
        "select e.id, e.recorded_at, v.office, e.particulars from events e left join visits v on v.id = e.visit_id \
         where e.recorded_at >= $1 and (e.visit_id is not null or e.kind in ({})) \
         order by e.recorded_at, e.id limit $2",
        names.join(", ")
    );
    tx.all(&sql, params![since, limit], |row| Ok((row.parse()?, row.take()?, row.take()?, row.json()?)))
}

/// What happened to the installation, the latest first.
pub fn of_house(tx: &mut Tx<'_>, limit: u32) -> Result<Vec<Event>, Broke> {
    let sql = format!(
        "select {COLUMNS} from events where case_id is null and customer_id is null and visit_id is null \
         and booking_id is null \
         order by recorded_at desc, id desc limit $1"
    );
    tx.all(&sql, params![limit], event)
}

/// What happened to a visit, in order. The scope is the one under which the visit was read.
pub fn of_visit(tx: &mut Tx<'_>, scope: &Scope, visit: VisitId) -> Result<Vec<Event>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(Vec::new());
    }
    let sql = format!("select {COLUMNS} from events where visit_id = $1 order by number");
    tx.all(&sql, params![visit], event)
}

/// The steps of a visit, for replaying; nobody's words are in them.
pub fn steps(tx: &mut Tx<'_>, visit: VisitId) -> Result<Vec<(Timestamp, Step)>, Broke> {
    let happened = tx.all(
        "select at, particulars from events where visit_id = $1 order by number",
        params![visit],
        |row| Ok((row.take()?, row.json()?)),
    )?;
    let steps = happened.into_iter().filter_map(|(at, what)| match what {
        Happening::Visited { step } => Some((at, step)),
        _ => None,
    });
    Ok(steps.collect())
}

/// The steps of a booking, for replaying; nobody's words are in them.
pub fn booking_steps(tx: &mut Tx<'_>, booking: BookingId) -> Result<Vec<(Timestamp, BookingStep)>, Broke> {
    let happened = tx.all(
        "select at, particulars from events where booking_id = $1 order by number",
        params![booking],
        |row| Ok((row.take()?, row.json()?)),
    )?;
    let step = |(at, what)| match what {
        Happening::Booked { step } => Some((at, step)),
        _ => None,
    };
    Ok(happened.into_iter().filter_map(step).collect())
}

/// Who made a booking, and how it reached them.
pub fn maker_of_booking(tx: &mut Tx<'_>, booking: BookingId) -> Result<Option<(Actor, Channel)>, Broke> {
    let sql = "select actor, channel from events where booking_id = $1 and number = 1";
    tx.first(sql, params![booking], |row| Ok((row.parse()?, row.parse()?)))
}

/// How many events there are, and how many belong to cases.
pub fn count(tx: &mut Tx<'_>) -> Result<(i64, i64), Broke> {
    let read = |row: &mut Row<'_>| Ok((row.take()?, row.take()?));
    Ok(tx.first("select count(*), count(case_id) from events", &[], read)?.unwrap_or_default())
}

fn event(row: &mut Row<'_>) -> Result<Event, Broke> {
    let id = row.parse()?;
    let (case, number, customer): (Option<CaseId>, Option<i64>, Option<CustomerId>) =
        (row.parse_opt()?, row.take()?, row.parse_opt()?);
    let (visit, booking): (Option<VisitId>, Option<BookingId>) = (row.parse_opt()?, row.parse_opt()?);
    let subject = match (case, number, customer, visit, booking) {
        (Some(case), Some(number), ..) => Subject::Case(case, number),
        (None, Some(number), _, Some(visit), _) => Subject::Visit(visit, number),
        (None, Some(number), _, None, Some(booking)) => Subject::Booking(booking, number),
        (None, _, Some(customer), None, None) => Subject::Customer(customer),
        _ => Subject::House,
    };
    let (at, recorded_at) = (row.take()?, row.take()?);
    let actor: String = row.take()?;
    let actor: Actor = actor.parse().map_err(|problem| Broke::Decode { column: 7, problem })?;
    Ok(Event {
        id,
        subject,
        at,
        recorded_at,
        actor,
        channel: row.parse()?,
        purpose: row.parse()?,
        what: row.json()?,
    })
}
