//! How an office's days went: visits counted by line and by the hour in which they joined.

use crate::visits::Today;
use crate::{Broke, Row, Tx, Value, many, params};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use terms::{LineCode, OfficeCode};

/// Rows that one query gives at most: eight weeks of sixteen lines, each hour.
const MOST: u32 = 25_000;

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
    /// How many the office closed on.
    pub unserved: i64,
    /// Of how many somebody was called first who had come later.
    pub overtaken: i64,
    /// Of how many of them because the other had priority.
    pub overtaken_by_priority: i64,
    /// How many were told when they are called by phone, and were called, or not before the office closed.
    pub windows: i64,
    /// How many of them were called before that time was over.
    pub windows_kept: i64,
}

/// A line and an hour of a day, counted from its local midnight.
pub type Hour = (LineCode, i64);

/// Somebody's wait, for seeing who was overtaken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// For what they waited.
    pub line: LineCode,
    /// When they joined.
    pub joined_at: Timestamp,
    /// Their place in time.
    pub place_at: Timestamp,
    /// When they were called first.
    pub called_at: Timestamp,
    /// Whether they had priority.
    pub raised: bool,
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
        }
    }
}

/// Counts the visits of a day, but for who was overtaken. A wait begins with joining, or when somebody is booked for.
/// `promises` says how long anybody is to wait at most, in milliseconds.
pub fn count(
    tx: &mut Tx<'_>,
    (office, day): Today<'_>,
    midnight: Timestamp,
    promises: &[(LineCode, i64)],
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
        one("ended in ('day-over', 'emergency')"),
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

/// Everybody who was called on a day, in the order of their calls.
pub fn calls(tx: &mut Tx<'_>, (office, day): Today<'_>, limit: u32) -> Result<Vec<Call>, Broke> {
    tx.all(
        "select line, joined_at, place_at, called_at, priority from visits where office = $1 and day = $2 \
         and called_at is not null order by called_at, id limit $3",
        params![office, day.to_string(), limit],
        |row| {
            let (line, joined_at, place_at, called_at) = (row.take()?, row.take()?, row.take()?, row.take()?);
            let priority: terms::Priority = row.parse()?;
            Ok(Call { line, joined_at, place_at, called_at, raised: priority != terms::Priority::Ordinary })
        },
    )
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
pub fn write(tx: &mut Tx<'_>, (office, day): Today<'_>, facts: &BTreeMap<Hour, Fact>) -> Result<(), Broke> {
    tx.execute("delete from visit_facts where office = $1 and day = $2", params![office, day.to_string()])?;
    let day = day.to_string();
    let rows: Vec<Vec<Value<'_>>> =
        facts.iter().map(|(hour, fact)| row((office, &day), hour, fact)).collect();
    let into = "visit_facts (office, day, line, hour, joined, called, in_time, waited_ms, served, served_ms, no_shows, \
                gave_up, unserved, overtaken, overtaken_by_priority, windows, windows_kept)";
    many::insert(tx, into, &rows, "").map(drop)
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
    let sql = "select day, line, hour, joined, called, in_time, waited_ms, served, served_ms, no_shows, gave_up, unserved, \
               overtaken, overtaken_by_priority, windows, windows_kept from visit_facts where office = $1 and day >= $2 and day <= $3 \
               order by day, line, hour limit $4";
    let rows = tx.all(sql, params![office, from.to_string(), to.to_string(), MOST], |row| {
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
    })
}
