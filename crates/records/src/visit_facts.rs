//! How an office's days went: visits counted by line and by the hour in which they joined.

mod sums;

pub use sums::{LineOf, WaitOf, by_line, waits_by_line};

use crate::visits::Today;
use crate::{Broke, Row, Tx, Value, many, params};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use terms::{LineCode, OfficeCode, Priority, VisitEnd, VisitId, VisitState};

/// Rows that one query gives at most: eight weeks of sixteen lines, each hour.
const MOST: u32 = 25_000;
/// What is counted, in the order in which it is read.
const FACTS: &str = "joined, called, in_time, waited_ms, served, served_ms, no_shows, gave_up, unserved, overtaken, \
    overtaken_by_priority, windows, windows_kept, overtaken_by_line, lost";

/// Visits of one line that joined within one hour.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fact {
    /// How many joined.
    pub joined: i64,
    /// How many of them were called.
    pub called: i64,
    /// How many of those within the promise.
    pub in_time: i64,
    /// How long those waited together, in milliseconds.
    pub waited_ms: i64,
    /// How many were served.
    pub served: i64,
    /// How long that took together, in milliseconds.
    pub served_ms: i64,
    /// How many did not come when they were called.
    pub no_shows: i64,
    /// How many gave up their place.
    pub gave_up: i64,
    /// How many the office closed on before they were served.
    pub unserved: i64,
    /// Of how many somebody was called first who had come later.
    pub overtaken: i64,
    /// Of how many of them because the other had priority.
    pub overtaken_by_priority: i64,
    /// How many were told when they are called by phone, and were called, or not before the office closed.
    pub windows: i64,
    /// How many of them were called before that time was over.
    pub windows_kept: i64,
    /// Of how many of them, where nobody with priority was the only cause, by those alone who wanted another thing.
    pub overtaken_by_line: i64,
    /// How many were never called, though they had waited for longer than promised when they gave up, or the office closed
    /// on them.
    pub lost: i64,
}

/// A line and an hour of a day, counted from its local midnight.
pub type Hour = (LineCode, i64);

/// How somebody's visit went, as far as days are told by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// For what they waited.
    pub line: LineCode,
    /// When they joined.
    pub joined_at: Timestamp,
    /// Their place in time.
    pub place_at: Timestamp,
    /// Whether they had priority.
    pub raised: bool,
    /// When they were called first.
    pub called_at: Option<Timestamp>,
    /// Since when they were at the counter.
    pub served_at: Option<Timestamp>,
    /// When they were gone, and how.
    pub ended: Option<(Timestamp, VisitEnd)>,
    /// Until when they were told that they are called by phone.
    pub called_until: Option<Timestamp>,
}

/// How long people waited, counted in a step of the scale.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waited {
    /// How many until they were called.
    pub called: i64,
    /// How many until they were gone without.
    pub gone: i64,
}

/// Waits by line and step.
pub type Waits = BTreeMap<(LineCode, i64), Waited>;

/// All that is known of a day that is over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Day {
    /// What happened, by line and hour.
    pub hours: BTreeMap<Hour, Fact>,
    /// How long the waits were.
    pub waits: Waits,
}

/// How long anybody is promised to wait at most, by line, in milliseconds.
pub type Promises = BTreeMap<LineCode, i64>;

impl Seen {
    /// What is told of a visit.
    pub fn of(joined_at: Timestamp, state: &VisitState) -> Self {
        Self {
            line: state.line.clone(),
            joined_at,
            place_at: state.place_at,
            raised: state.priority != Priority::Ordinary,
            called_at: state.called_at,
            served_at: state.served_at,
            ended: state.ended_at.zip(state.end),
            called_until: state.call_back.and_then(|call| call.window).map(|window| window.until),
        }
    }
}

impl Fact {
    /// Both together.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self {
            joined: self.joined + other.joined,
            called: self.called + other.called,
            in_time: self.in_time + other.in_time,
            waited_ms: self.waited_ms + other.waited_ms,
            served: self.served + other.served,
            served_ms: self.served_ms + other.served_ms,
            no_shows: self.no_shows + other.no_shows,
            gave_up: self.gave_up + other.gave_up,
            unserved: self.unserved + other.unserved,
            overtaken: self.overtaken + other.overtaken,
            overtaken_by_priority: self.overtaken_by_priority + other.overtaken_by_priority,
            windows: self.windows + other.windows,
            windows_kept: self.windows_kept + other.windows_kept,
            overtaken_by_line: self.overtaken_by_line + other.overtaken_by_line,
            lost: self.lost + other.lost,
        }
    }
}

/// Counts the visits of a day, but for who was overtaken. A wait begins with joining, or when somebody is booked for.
/// `promises` says how long anybody is to wait at most, in milliseconds.
pub fn count(
    tx: &mut Tx<'_>,
    (office, day): Today<'_>,
    midnight: Timestamp,
    promises: &Promises,
) -> Result<BTreeMap<Hour, Fact>, Broke> {
    let mut params: Vec<Value<'_>> = vec![office.into(), day.to_string().into(), midnight.into()];
    let mut cases = String::new();
    for (line, promise) in promises {
        params.extend([line.into(), (*promise).into()]);
        cases.push_str(&format!("when ${} then cast(${} as bigint) ", params.len() - 1, params.len()));
    }
    let promise = if cases.is_empty() { "0".to_owned() } else { format!("case line {cases} else 0 end") };
    let since = "case when place_at > joined_at then place_at else joined_at end";
    let waited = format!("case when called_at > {since} then called_at - {since} else 0 end");
    let number = |what: &str| format!("cast(coalesce(sum({what}), 0) as bigint)");
    let one = |when: &str| number(&format!("case when {when} then 1 else 0 end"));
    let columns = [
        "count(*)".to_owned(),
        "count(called_at)".to_owned(),
        one(&format!("called_at is not null and {waited} <= {promise}")),
        number(&format!("case when called_at is null then 0 else {waited} end")),
        one("ended = 'served'"),
        number("case when ended = 'served' and served_at is not null then ended_at - served_at else 0 end"),
        one("ended = 'no-show'"),
        one("ended = 'left'"),
        one("ended in ('day-over', 'emergency') and served_at is null"),
        one(&format!(
            "called_at is null and (ended in ('day-over', 'emergency') \
             or ended = 'left' and ended_at - ({since}) > {promise})"
        )),
        one("window_until is not null and (called_at is not null or ended in ('day-over', 'emergency'))"),
        one("called_at <= window_until"),
    ];
    let sql = format!(
        "select line, (joined_at - $3) / 3600000 as hour, {} from visits where office = $1 and day = $2 \
         group by line, hour order by line, hour",
        columns.join(", ")
    );
    let counted = tx.all(&sql, &params, |row| {
        let hour = (row.take()?, row.take()?);
        let mut next = || row.take::<i64>();
        let fact = Fact {
            joined: next()?,
            called: next()?,
            in_time: next()?,
            waited_ms: next()?,
            served: next()?,
            served_ms: next()?,
            no_shows: next()?,
            gave_up: next()?,
            unserved: next()?,
            lost: next()?,
            windows: next()?,
            windows_kept: next()?,
            ..Fact::default()
        };
        Ok((hour, fact))
    })?;
    Ok(counted.into_iter().collect())
}

/// How many counters called in each hour of a day.
pub fn counters(
    tx: &mut Tx<'_>,
    (office, day): Today<'_>,
    midnight: Timestamp,
) -> Result<BTreeMap<i64, i64>, Broke> {
    let sql = "select (called_at - $3) / 3600000 as hour, count(distinct counter) from visits where office = $1 \
               and day = $2 and called_at is not null group by hour order by hour";
    let counted =
        tx.all(sql, params![office, day.to_string(), midnight], |row| Ok((row.take()?, row.take()?)))?;
    Ok(counted.into_iter().collect())
}

/// Everybody who joined on a day, in the order of their places.
pub fn seen(tx: &mut Tx<'_>, (office, day): Today<'_>, limit: u32) -> Result<Vec<Seen>, Broke> {
    tx.all(
        "select line, joined_at, place_at, priority, called_at, served_at, ended_at, ended, window_until from visits \
         where office = $1 and day = $2 order by place_at, id limit $3",
        params![office, day.to_string(), limit],
        |row| {
            let (line, joined_at, place_at) = (row.take()?, row.take()?, row.take()?);
            let priority: Priority = row.parse()?;
            let (called_at, served_at, ended_at) =
                (row.take()?, row.take()?, row.take::<Option<Timestamp>>()?);
            let ended = ended_at.zip(row.parse_opt()?);
            let raised = priority != Priority::Ordinary;
            let called_until = row.take()?;
            Ok(Seen { line, joined_at, place_at, raised, called_at, served_at, ended, called_until })
        },
    )
}

/// The visits of a day and when they joined, for counting them again from their events.
pub fn joined(
    tx: &mut Tx<'_>,
    (office, day): Today<'_>,
    limit: u32,
) -> Result<Vec<(VisitId, Timestamp)>, Broke> {
    tx.all(
        "select id, joined_at from visits where office = $1 and day = $2 order by place_at, id limit $3",
        params![office, day.to_string(), limit],
        |row| Ok((row.parse()?, row.take()?)),
    )
}

/// The next day of an office after one and before another on which anybody joined, or of which anything is written.
pub fn next_day(
    tx: &mut Tx<'_>,
    office: &OfficeCode,
    (after, before): (Option<Date>, Date),
) -> Result<Option<Date>, Broke> {
    let after = after.map(|day| day.to_string()).unwrap_or_default();
    let mut found: Option<Date> = None;
    for table in ["visits", "visit_facts", "visit_waits"] {
        let sql = format!("select min(day) from {table} where office = $1 and day > $2 and day < $3");
        let day: Option<String> =
            tx.first(&sql, params![office, &after, before.to_string()], |row| row.take())?.flatten();
        let day = day.and_then(|day| day.parse::<Date>().ok());
        found = found.into_iter().chain(day).min();
    }
    Ok(found)
}

/// The first day of an office before one, and after the last that was written down, on which anybody joined.
pub fn unwritten(tx: &mut Tx<'_>, (office, before): Today<'_>) -> Result<Option<Date>, Broke> {
    let last: Option<String> = tx
        .first("select max(day) from visit_facts where office = $1", params![office], |row| row.take())?
        .flatten();
    let day: Option<String> = tx
        .first(
            "select min(day) from visits where office = $1 and day > $2 and day < $3",
            params![office, last.unwrap_or_default(), before.to_string()],
            |row| row.take(),
        )?
        .flatten();
    Ok(day.and_then(|day| day.parse().ok()))
}

/// Writes a day down, in place of what was written of it.
pub fn write(
    tx: &mut Tx<'_>,
    (office, day): Today<'_>,
    known: &Day,
    promises: &Promises,
) -> Result<(), Broke> {
    let day = day.to_string();
    for table in ["visit_facts", "visit_waits", "visit_promises"] {
        let sql = format!("delete from {table} where office = $1 and day = $2");
        tx.execute(&sql, params![office, &day])?;
    }
    let hours: Vec<Vec<Value<'_>>> =
        known.hours.iter().map(|(hour, fact)| row((office, &day), hour, fact)).collect();
    many::insert(tx, &format!("visit_facts (office, day, line, hour, {FACTS})"), &hours, "")?;
    let wait = |((line, bucket), waited): (&'_ (LineCode, i64), &Waited)| {
        let of = [Value::from(office.to_string()), day.clone().into(), line.to_string().into()];
        of.into_iter().chain([*bucket, waited.called, waited.gone].map(Value::from)).collect()
    };
    let waits: Vec<Vec<Value<'_>>> = known.waits.iter().map(wait).collect();
    many::insert(tx, "visit_waits (office, day, line, bucket, called, gone)", &waits, "")?;
    let promise = |(line, promised): (&'_ LineCode, &i64)| {
        vec![office.to_string().into(), day.clone().into(), line.to_string().into(), (*promised).into()]
    };
    let promised: Vec<Vec<Value<'_>>> = promises.iter().map(promise).collect();
    many::insert(tx, "visit_promises (office, day, line, promised_ms)", &promised, "").map(drop)
}

/// What was promised on a day that is written down.
pub fn promised(tx: &mut Tx<'_>, (office, day): Today<'_>) -> Result<Promises, Broke> {
    let sql = "select line, promised_ms from visit_promises where office = $1 and day = $2";
    let rows = tx.all(sql, params![office, day.to_string()], |row| Ok((row.take()?, row.take()?)))?;
    Ok(rows.into_iter().collect())
}

/// What is written down of a day.
pub fn written(tx: &mut Tx<'_>, (office, day): Today<'_>) -> Result<Day, Broke> {
    let hours = between(tx, office, (day, day))?.remove(&day).unwrap_or_default();
    let sql = "select line, bucket, called, gone from visit_waits where office = $1 and day = $2";
    let waits = tx.all(sql, params![office, day.to_string()], |row| {
        Ok(((row.take()?, row.take()?), Waited { called: row.take()?, gone: row.take()? }))
    })?;
    Ok(Day { hours, waits: waits.into_iter().collect() })
}

fn row<'a>((office, day): (&'a OfficeCode, &'a str), (line, hour): &'a Hour, fact: &Fact) -> Vec<Value<'a>> {
    let numbers = [
        *hour,
        fact.joined,
        fact.called,
        fact.in_time,
        fact.waited_ms,
        fact.served,
        fact.served_ms,
        fact.no_shows,
        fact.gave_up,
        fact.unserved,
        fact.overtaken,
        fact.overtaken_by_priority,
        fact.windows,
        fact.windows_kept,
        fact.overtaken_by_line,
        fact.lost,
    ];
    [Value::from(office), day.into(), line.into()].into_iter().chain(numbers.map(Value::from)).collect()
}

/// What was written of an office from one day to another, both included, by day.
pub fn between(
    tx: &mut Tx<'_>,
    office: &OfficeCode,
    (from, to): (Date, Date),
) -> Result<BTreeMap<Date, BTreeMap<Hour, Fact>>, Broke> {
    let mut days: BTreeMap<Date, BTreeMap<Hour, Fact>> = BTreeMap::new();
    let sql = format!(
        "select day, line, hour, {FACTS} from visit_facts where office = $1 and day >= $2 and day <= $3 \
         order by day, line, hour limit $4"
    );
    let rows = tx.all(&sql, params![office, from.to_string(), to.to_string(), MOST], |row| {
        Ok((row.parse::<Date>()?, (row.take()?, row.take()?), fact(row)?))
    })?;
    for (day, hour, fact) in rows {
        days.entry(day).or_default().insert(hour, fact);
    }
    Ok(days)
}

fn fact(row: &mut Row<'_>) -> Result<Fact, Broke> {
    Ok(Fact {
        joined: row.take()?,
        called: row.take()?,
        in_time: row.take()?,
        waited_ms: row.take()?,
        served: row.take()?,
        served_ms: row.take()?,
        no_shows: row.take()?,
        gave_up: row.take()?,
        unserved: row.take()?,
        overtaken: row.take()?,
        overtaken_by_priority: row.take()?,
        windows: row.take()?,
        windows_kept: row.take()?,
        overtaken_by_line: row.take()?,
        lost: row.take()?,
    })
}
