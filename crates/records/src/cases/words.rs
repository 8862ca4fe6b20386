//! The words by which cases are found, and each engine's own index over them: the house's place of dialect for full
//! text.
//!
//! A word is letters and digits, or begins with a sign that nobody types; so none needs quoting in either language.

use super::{COLUMNS, LARGEST_PAGE, case};
use crate::cases::query::Query;
use crate::{Broke, Tx, Value, many, params};
use jiff::Timestamp;
use policy::Scope;
use rusqlite::Connection;
use std::collections::BTreeMap;
use terms::{AgencyCode, Case, CaseId, Channel, CustomerId, DistrictCode, ServiceCode, Status};

/// What SQLite needs besides the common tables. The index holds no text of its own; `case_words` has it.
pub(crate) const SQLITE: &str = "create virtual table if not exists case_index using fts5 \
     (words, content = '', detail = none, columnsize = 0, tokenize = 'ascii')";
/// What PostgreSQL needs besides the common tables.
pub(crate) const POSTGRES: &str = "alter table case_words add column if not exists lexemes tsvector \
     generated always as (words::tsvector) stored; \
     create index if not exists case_index on case_words using gin (lexemes)";

/// Cases that can be opened in one millisecond and still come in the order of their opening.
const NUMBERS_A_MILLISECOND: i64 = 4_096;
/// How many of the newest cases PostgreSQL looks at one by one before it asks its index: a frequent word is found there.
const NEWEST: [i64; 2] = [2_000, 20_000];
/// A word that no more cases hold is rare: PostgreSQL asks its index at once.
const RARE: i64 = 5_000;
/// Cases with the words that are looked at for everything else that is asked; the newest of them.
const MOST_LOOKED_AT: i64 = 20_000;

/// A word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// As it is.
    Word(String),
    /// What begins so.
    Beginning(String),
}

/// Which cases are looked for.
#[derive(Debug, Clone, Default)]
pub struct Sought {
    /// Each of these, in any of its ways.
    pub every: Vec<Vec<Term>>,
    /// How many cases hold the rarest of the words, as far as that is known.
    pub rarest: i64,
    /// In any of these states; in all when empty.
    pub statuses: Vec<Status>,
    /// Of this service.
    pub service: Option<ServiceCode>,
    /// Held by this agency.
    pub agency: Option<AgencyCode>,
    /// In this district.
    pub district: Option<DistrictCode>,
    /// That came in this way.
    pub channel: Option<Channel>,
    /// Opened at or after.
    pub from: Option<Timestamp>,
    /// Opened before.
    pub to: Option<Timestamp>,
    /// Older than the one with this number.
    pub before: Option<i64>,
    /// No more than so many.
    pub limit: u32,
}

/// A case that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its place among all: the newer, the higher.
    pub number: i64,
    /// It.
    pub case: Case,
}

/// Words of a case that are to be indexed, and those that were before.
pub(crate) struct Indexed {
    number: i64,
    before: Option<String>,
    after: String,
}

/// The words of new cases, with when those were opened.
pub fn add_words(tx: &mut Tx<'_>, cases: &[(CaseId, Timestamp, String)]) -> Result<(), Broke> {
    let mut left: Vec<(i64, CaseId, &str)> =
        cases.iter().map(|(case, at, words)| (number(*at), *case, words.as_str())).collect();
    // Where a number is taken, the next one is free sooner or later: few cases are opened in one millisecond.
    while !left.is_empty() {
        let mut taken = Vec::new();
        for some in many::in_sizes(&left) {
            let rows: Vec<Vec<Value<'_>>> = some
                .iter()
                .map(|(number, case, words)| vec![(*number).into(), (*case).into(), (*words).into()])
                .collect();
            let (mut sql, params) = many::insertion("case_words (number, case_id, words)", &rows);
            sql.push_str(" on conflict (number) do nothing returning number, case_id");
            let saved: Vec<(CaseId, i64)> = tx.all(&sql, &params, |row| {
                let number = row.take()?;
                Ok((row.parse()?, number))
            })?;
            let saved: BTreeMap<CaseId, i64> = saved.into_iter().collect();
            for (number, case, words) in some {
                match saved.get(case) {
                    Some(number) => tx.index(Indexed::new(*number, None, words))?,
                    None => taken.push((number + 1, *case, *words)),
                }
            }
        }
        left = taken;
    }
    Ok(())
}

/// The words of a case, instead of those that it had.
pub fn set_words(tx: &mut Tx<'_>, case: CaseId, at: Timestamp, words: &str) -> Result<(), Broke> {
    match words_of(tx, case)? {
        None => add_words(tx, &[(case, at, words.to_owned())]),
        Some((_, before)) if before == words => Ok(()),
        Some((number, before)) => {
            tx.execute("update case_words set words = $2 where number = $1", params![number, words])?;
            tx.index(Indexed::new(number, Some(before), words))
        }
    }
}

/// The words of a case with their number, if they are known.
pub fn words_of(tx: &mut Tx<'_>, case: CaseId) -> Result<Option<(i64, String)>, Broke> {
    tx.first("select number, words from case_words where case_id = $1", params![case], |row| {
        Ok((row.take()?, row.take()?))
    })
}

/// Forgets all words of all cases.
pub fn forget_words(tx: &mut Tx<'_>) -> Result<(), Broke> {
    tx.execute("delete from case_words", &[])?;
    if !tx.is_postgres() {
        tx.execute("insert into case_index (case_index) values ('delete-all')", &[])?;
    }
    Ok(())
}

/// What people wrote to each other about a case, for its words alone. Notices of the house find nothing.
pub fn written_about(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<String>, Broke> {
    let sql = "select body from contacts where case_id = $1 and kind <> 'notice' order by at, id";
    tx.all(sql, params![case], |row| row.take())
}

/// A customer's name and addresses, for the words of their cases alone.
pub fn names_of(tx: &mut Tx<'_>, customer: CustomerId) -> Result<Vec<String>, Broke> {
    let sql = "select coalesce(name, ''), coalesce(value, '') from customers \
               left join contact_points on contact_points.customer_id = customers.id where customers.id = $1 \
               order by contact_points.id";
    let rows: Vec<(String, String)> = tx.all(sql, params![customer], |row| Ok((row.take()?, row.take()?)))?;
    let name = rows.first().map(|(name, _)| name.clone());
    Ok(name.into_iter().chain(rows.into_iter().map(|(_, value)| value)).collect())
}

/// The cases whose references begin so, as far as the scope reaches.
pub fn beginning(tx: &mut Tx<'_>, scope: &Scope, begins: &str, limit: u32) -> Result<Vec<Case>, Broke> {
    let mut query = Query {
        text: format!("select {COLUMNS} from cases where reference >= $1 and reference < $2"),
        params: vec![begins.into(), format!("{begins}~").into()],
    };
    query.within(scope);
    let limit = query.param(i64::from(limit.min(LARGEST_PAGE)).into());
    query.text.push_str(&format!(" order by reference limit {limit}"));
    tx.all(&query.text, &query.params, case)
}

/// The cases that hold what is sought, as far as the scope reaches, the newest first.
pub fn find(tx: &mut Tx<'_>, scope: &Scope, sought: &Sought) -> Result<Vec<Hit>, Broke> {
    if !tx.is_postgres() {
        return found(tx, scope, sought, SQLITE_HITS, MOST_LOOKED_AT);
    }
    let enough = usize::try_from(sought.limit).unwrap_or(usize::MAX);
    for newest in NEWEST.into_iter().filter(|_| sought.rarest > RARE) {
        let hits = found(tx, scope, sought, POSTGRES_NEWEST, newest)?;
        if hits.len() >= enough {
            return Ok(hits);
        }
    }
    found(tx, scope, sought, POSTGRES_HITS, MOST_LOOKED_AT)
}

/// Where numbers of cases with the words come from: before and after the bounds of the numbers, and where no word is
/// sought.
type Source = (&'static str, &'static str, fn(&[Vec<Term>]) -> String);

/// An index of SQLite gives what it finds in order, as it is asked for it.
const SQLITE_HITS: Source = (
    "select rowid as number from case_index where case_index match $1",
    " order by rowid desc limit $2",
    sqlite_words,
);
const POSTGRES_NEWEST: Source = (
    "select number from (select number, lexemes from case_words where true",
    " order by number desc limit $2) as newest where lexemes @@ cast($1 as text)::tsquery",
    postgres_words,
);
/// One of PostgreSQL gives all that it finds, and in no order.
const POSTGRES_HITS: Source = (
    "select number from (select number from case_words where lexemes @@ cast($1 as text)::tsquery",
    " offset 0) as every order by number desc limit $2",
    postgres_words,
);

fn found(
    tx: &mut Tx<'_>,
    scope: &Scope,
    sought: &Sought,
    (head, tail, words): Source,
    most: i64,
) -> Result<Vec<Hit>, Broke> {
    let mut query = Query { text: String::new(), params: vec![words(&sought.every).into(), most.into()] };
    let hits = if sought.every.is_empty() {
        // Any text takes the place of the words, so that the parameters keep their numbers.
        ("select number from case_words where coalesce($1, '') is not null", " order by number desc limit $2")
    } else {
        (head, tail)
    };
    let column = if hits.0.contains("rowid") { "rowid" } else { "number" };
    query.text = format!("select case_words.number, {COLUMNS} from ({}", hits.0);
    query.and(&format!("{column} >="), sought.from.map(number).map(Value::from));
    query.and(&format!("{column} <"), sought.to.map(number).map(Value::from));
    query.and(&format!("{column} <"), sought.before.map(Value::from));
    query.text.push_str(hits.1);
    // SQLite keeps the order of the first table of a cross join, and reads no further than the limit needs.
    query.text.push_str(
        ") as hits cross join case_words cross join cases \
         where case_words.number = hits.number and cases.id = case_words.case_id",
    );
    query.within(scope);
    query.any("status", sought.statuses.iter().map(|status| Value::from(*status)));
    query.and("service =", sought.service.as_ref().map(Value::from));
    query.and("agency =", sought.agency.as_ref().map(Value::from));
    query.and("district =", sought.district.as_ref().map(Value::from));
    query.and("channel =", sought.channel.map(Value::from));
    if tx.is_postgres() {
        query.text.push_str(" order by hits.number desc");
    }
    let limit = query.param(i64::from(sought.limit.clamp(1, LARGEST_PAGE)).into());
    query.text.push_str(&format!(" limit {limit}"));
    tx.all(&query.text, &query.params, |row| Ok(Hit { number: row.take()?, case: case(row)? }))
}

fn sqlite_words(every: &[Vec<Term>]) -> String {
    let term = |term: &Term| match term {
        Term::Word(word) => format!("\"{word}\""),
        Term::Beginning(word) => format!("\"{word}\"*"),
    };
    joined(every, term, " OR ", " AND ")
}

fn postgres_words(every: &[Vec<Term>]) -> String {
    let term = |term: &Term| match term {
        Term::Word(word) => format!("'{word}'"),
        Term::Beginning(word) => format!("'{word}':*"),
    };
    joined(every, term, " | ", " & ")
}

fn joined(every: &[Vec<Term>], term: impl Fn(&Term) -> String, or: &str, and: &str) -> String {
    let ways = |ways: &Vec<Term>| format!("({})", ways.iter().map(&term).collect::<Vec<_>>().join(or));
    every.iter().map(ways).collect::<Vec<_>>().join(and)
}

/// The first number of an instant.
fn number(at: Timestamp) -> i64 {
    at.as_millisecond().saturating_mul(NUMBERS_A_MILLISECOND)
}

impl Indexed {
    fn new(number: i64, before: Option<String>, after: &str) -> Self {
        Self { number, before, after: after.to_owned() }
    }

    /// Whether it is the first time for its case.
    pub(crate) fn is_new(&self) -> bool {
        self.before.is_none()
    }
}

/// Indexes rows of `case_words` that were copied: a number, a case, and its words.
pub(crate) fn index_rows(tx: &mut Tx<'_>, rows: &[Vec<Value<'_>>]) -> Result<(), Broke> {
    for row in rows {
        if let [Value::Int(number), _, Value::Text(words)] = row.as_slice() {
            tx.index(Indexed::new(*number, None, words))?;
        }
    }
    Ok(())
}

/// Puts words into SQLite's index, in the order in which they were said.
pub(crate) fn index(connection: &Connection, words: &[Indexed]) -> rusqlite::Result<()> {
    for Indexed { number, before, after } in words {
        if let Some(before) = before {
            let sql = "insert into case_index (case_index, rowid, words) values ('delete', ?1, ?2)";
            connection.prepare_cached(sql)?.execute((number, before))?;
        }
        let sql = "insert into case_index (rowid, words) values (?1, ?2)";
        connection.prepare_cached(sql)?.execute((number, after))?;
    }
    Ok(())
}
