//! Daily facts: counts by local day, service, agency, district and channel. They name nobody.

use crate::{Broke, Tx, Value, many};
use std::collections::BTreeMap;
use terms::{AgencyCode, Channel, DistrictCode, ServiceCode};

/// What a count is of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// What was counted.
    pub measure: String,
    /// The local day on which the cases were opened.
    pub day: String,
    /// Their service.
    pub service: ServiceCode,
    /// The agency that holds them.
    pub agency: AgencyCode,
    /// Where; empty where it is not known.
    pub district: DistrictCode,
    /// How they came in.
    pub channel: Channel,
    /// The step of the measure's scale.
    pub bucket: i64,
}

/// Which facts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Cut {
    /// From this day on.
    pub from: String,
    /// Up to and with this day.
    pub to: String,
    /// Of this service.
    pub service: Option<ServiceCode>,
    /// Of this agency.
    pub agency: Option<AgencyCode>,
    /// Of this district.
    pub district: Option<DistrictCode>,
    /// Of this channel.
    pub channel: Option<Channel>,
}

/// What facts can be grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GroupBy {
    /// Nothing: one group.
    Nothing,
    /// The day.
    Day,
    /// The month, as `2015-03`.
    Month,
    /// The service.
    Service,
    /// The agency.
    Agency,
    /// The district.
    District,
    /// The channel.
    Channel,
}

/// Counts by group, measure and bucket.
pub type Counts = BTreeMap<(String, String, i64), i64>;

/// Adds to counts; those that reach nothing are gone.
pub fn add(tx: &mut Tx<'_>, changes: &BTreeMap<Key, i64>) -> Result<(), Broke> {
    let row = |(key, n): (&'_ Key, &i64)| [identity(key), vec![Value::from(*n)]].concat();
    let rows: Vec<Vec<Value<'static>>> = changes.iter().filter(|(_, n)| **n != 0).map(row).collect();
    many::insert(
        tx,
        "daily_facts (measure, day, service, agency, district, channel, bucket, n)",
        &rows,
        " on conflict (measure, day, service, agency, district, channel, bucket) \
         do update set n = daily_facts.n + excluded.n",
    )?;
    for (key, _) in changes.iter().filter(|(_, n)| **n < 0) {
        tx.execute(
            "delete from daily_facts where measure = $1 and day = $2 and service = $3 and agency = $4 \
             and district = $5 and channel = $6 and bucket = $7 and n = 0",
            &identity(key),
        )?;
    }
    Ok(())
}

fn identity(key: &Key) -> Vec<Value<'static>> {
    let text = |text: &str| Value::from(text.to_owned());
    vec![
        text(&key.measure),
        text(&key.day),
        text(key.service.as_str()),
        text(key.agency.as_str()),
        text(key.district.as_str()),
        key.channel.into(),
        key.bucket.into(),
    ]
}

/// The counts of some measures in a cut.
///
/// Measures are named, as the index begins with them.
pub fn counts(tx: &mut Tx<'_>, cut: &Cut, group_by: GroupBy, measures: &[&str]) -> Result<Counts, Broke> {
    let group = match group_by {
        GroupBy::Nothing => "''",
        GroupBy::Day => "day",
        GroupBy::Month => "substr(day, 1, 7)",
        GroupBy::Service => "service",
        GroupBy::Agency => "agency",
        GroupBy::District => "district",
        GroupBy::Channel => "channel",
    };
    let (condition, params) = within(cut, measures);
    let sql = format!(
        "select {group}, measure, bucket, cast(sum(n) as bigint) from daily_facts where {condition} \
         group by 1, 2, 3"
    );
    let rows = tx.all(&sql, &params, |row| Ok(((row.take()?, row.take()?, row.take()?), row.take()?)))?;
    Ok(rows.into_iter().collect())
}

/// How many of one measure, and of another one only in later buckets than one, by day.
pub fn counts_after(
    tx: &mut Tx<'_>,
    cut: &Cut,
    [all, later]: [&str; 2],
    than: i64,
) -> Result<BTreeMap<String, i64>, Broke> {
    let (condition, mut params) = within(cut, &[all, later]);
    params.extend([Value::from(all), than.into()]);
    let (all, than) = (params.len() - 1, params.len());
    let sql = format!(
        "select day, cast(sum(n) as bigint) from daily_facts \
         where {condition} and (measure = ${all} or bucket > ${than}) group by 1"
    );
    Ok(tx.all(&sql, &params, |row| Ok((row.take()?, row.take()?)))?.into_iter().collect())
}

fn within<'c>(cut: &'c Cut, measures: &[&'c str]) -> (String, Vec<Value<'c>>) {
    let mut params = vec![Value::from(&cut.from), Value::from(&cut.to)];
    let mut place = |value: Value<'c>| {
        params.push(value);
        format!("${}", params.len())
    };
    let places: Vec<String> = measures.iter().map(|measure| place(Value::from(*measure))).collect();
    let mut sql = format!("day >= $1 and day <= $2 and measure in ({})", places.join(", "));
    let conditions = [
        ("service", cut.service.as_ref().map(Value::from)),
        ("agency", cut.agency.as_ref().map(Value::from)),
        ("district", cut.district.as_ref().map(Value::from)),
        ("channel", cut.channel.map(Value::from)),
    ];
    for (column, value) in conditions {
        if let Some(value) = value {
            sql.push_str(&format!(" and {column} = {}", place(value)));
        }
    }
    (sql, params)
}

/// All facts, for checks.
pub fn all(tx: &mut Tx<'_>) -> Result<BTreeMap<Key, i64>, Broke> {
    let sql = "select measure, day, service, agency, district, channel, bucket, n from daily_facts";
    let rows = tx.all(sql, &[], |row| {
        let key = Key {
            measure: row.take()?,
            day: row.take()?,
            service: row.take()?,
            agency: row.take()?,
            district: row.take()?,
            channel: row.parse()?,
            bucket: row.take()?,
        };
        Ok((key, row.take()?))
    })?;
    Ok(rows.into_iter().collect())
}

/// The first and the last day that any fact is of.
pub fn span(tx: &mut Tx<'_>) -> Result<Option<(String, String)>, Broke> {
    // One by one, as SQLite finds the end of an index for one of them and reads all of it for both.
    let sql = "select (select min(day) from daily_facts where measure = 'opened'), \
               (select max(day) from daily_facts where measure = 'opened')";
    let found: Option<(Option<String>, Option<String>)> =
        tx.first(sql, &[], |row| Ok((row.take()?, row.take()?)))?;
    Ok(found.and_then(|(first, last)| first.zip(last)))
}

/// Forgets all facts, before they are counted again.
pub fn clear(tx: &mut Tx<'_>) -> Result<(), Broke> {
    tx.execute("delete from daily_facts", &[]).map(drop)
}
