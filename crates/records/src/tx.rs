//! A transaction of either engine: one SQL text with `$1` placeholders serves both.

use crate::cases::{self, Indexed};
use crate::engine_postgres::Wire;
use crate::{Broke, Row, Statement, Value};
use rusqlite::{Connection, ErrorCode};

/// Cases whose words one verb may hold back.
const MOST_WORDS_HELD: usize = 1_000;

/// A transaction that a verb works in. It ends when the verb does.
pub struct Tx<'t> {
    inner: Inner<'t>,
    contended: bool,
    /// What was asked for, where somebody wants to know.
    dictation: Option<Vec<Statement>>,
    /// Words for SQLite's index: all that share a commit are put into it at once, as each savepoint costs a flush.
    words: Vec<Indexed>,
}

enum Inner<'t> {
    Sqlite(&'t Connection),
    Postgres(&'t mut Wire),
}

impl<'t> Tx<'t> {
    pub(crate) fn sqlite(connection: &'t Connection) -> Self {
        Self { inner: Inner::Sqlite(connection), contended: false, dictation: None, words: Vec::new() }
    }

    pub(crate) fn postgres(wire: &'t mut Wire) -> Self {
        Self { inner: Inner::Postgres(wire), contended: false, dictation: None, words: Vec::new() }
    }

    /// Runs a statement; the number of rows that it touched.
    pub fn execute(&mut self, sql: &str, params: &[Value<'_>]) -> Result<u64, Broke> {
        self.write_down(sql, params, false);
        let result = match &mut self.inner {
            Inner::Sqlite(connection) => sqlite_execute(connection, sql, params),
            Inner::Postgres(wire) => wire.execute(sql, params),
        };
        self.noted(result)
    }

    /// Runs a query and hands each row to a function.
    pub fn each(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        mut with: impl FnMut(Row<'_>) -> Result<(), Broke>,
    ) -> Result<(), Broke> {
        self.write_down(sql, params, true);
        let result = match &mut self.inner {
            Inner::Sqlite(connection) => sqlite_each(connection, sql, params, &mut with),
            Inner::Postgres(wire) => wire.each(sql, params, &mut with),
        };
        self.noted(result)
    }

    /// All rows of a query.
    pub fn all<T>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        mut read: impl FnMut(&mut Row<'_>) -> Result<T, Broke>,
    ) -> Result<Vec<T>, Broke> {
        let mut rows = Vec::new();
        self.each(sql, params, |mut row| {
            rows.push(read(&mut row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The first row of a query, if any.
    pub fn first<T>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        read: impl FnMut(&mut Row<'_>) -> Result<T, Broke>,
    ) -> Result<Option<T>, Broke> {
        Ok(self.all(sql, params, read)?.into_iter().next())
    }

    /// The number that a query counts.
    pub fn count(&mut self, sql: &str, params: &[Value<'_>]) -> Result<i64, Broke> {
        let mut count = 0;
        self.each(sql, params, |mut row| {
            count = row.take()?;
            Ok(())
        })?;
        Ok(count)
    }

    /// Says that somebody else changed what this transaction read: it is run again from its start.
    pub fn contend(&mut self) -> Broke {
        self.contended = true;
        Broke::Contended
    }

    /// Runs a part of a verb that is done whole or not at all: what it did is taken back where it is refused, and the verb
    /// goes on.
    pub fn attempt<T, R>(
        &mut self,
        part: impl FnOnce(&mut Self) -> Result<T, R>,
    ) -> Result<Result<T, R>, Broke> {
        self.execute("savepoint part", &[])?;
        let held = self.words.len();
        let done = part(self);
        if done.is_err() {
            self.execute("rollback to savepoint part", &[])?;
            self.words.truncate(held);
        }
        self.execute("release savepoint part", &[])?;
        Ok(done)
    }

    /// Runs a part of a verb, and tells each statement that it asked for.
    pub fn dictated<T>(&mut self, part: impl FnOnce(&mut Self) -> T) -> (T, Vec<Statement>) {
        self.dictation = Some(Vec::new());
        let done = part(self);
        (done, self.dictation.take().unwrap_or_default())
    }

    fn write_down(&mut self, sql: &str, params: &[Value<'_>], answers: bool) {
        if let Some(dictation) = &mut self.dictation {
            dictation.push(Statement::of(sql, params, answers));
        }
    }

    /// Has words indexed with the commit. PostgreSQL has indexed them already.
    pub(crate) fn index(&mut self, words: Indexed) -> Result<(), Broke> {
        let Inner::Sqlite(connection) = &self.inner else { return Ok(()) };
        self.words.push(words);
        // Those of cases that were there before have to wait for what others said before in the same commit.
        if self.words.len() >= MOST_WORDS_HELD && self.words.iter().all(Indexed::is_new) {
            let words = std::mem::take(&mut self.words);
            cases::index(connection, &words).map_err(|error| sqlite_broke(&error))?;
        }
        Ok(())
    }

    /// What is to be indexed with the commit.
    pub(crate) fn into_words(self) -> Vec<Indexed> {
        self.words
    }

    pub(crate) fn is_contended(&self) -> bool {
        self.contended
    }

    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self.inner, Inner::Postgres(_))
    }

    fn noted<T>(&mut self, result: Result<T, Broke>) -> Result<T, Broke> {
        self.contended |= matches!(result, Err(Broke::Contended));
        result
    }
}

/// SQLite reads `$2` as a name, which counts by where it first stands; `?2` is the second parameter anywhere.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

fn sqlite_execute(connection: &Connection, sql: &str, params: &[Value<'_>]) -> Result<u64, Broke> {
    let mut statement = connection.prepare_cached(&numbered(sql)).map_err(|error| sqlite_broke(&error))?;
    let touched =
        statement.execute(rusqlite::params_from_iter(params)).map_err(|error| sqlite_broke(&error))?;
    Ok(u64::try_from(touched).unwrap_or(0))
}

fn sqlite_each(
    connection: &Connection,
    sql: &str,
    params: &[Value<'_>],
    with: &mut dyn FnMut(Row<'_>) -> Result<(), Broke>,
) -> Result<(), Broke> {
    let mut statement = connection.prepare_cached(&numbered(sql)).map_err(|error| sqlite_broke(&error))?;
    let mut rows =
        statement.query(rusqlite::params_from_iter(params)).map_err(|error| sqlite_broke(&error))?;
    while let Some(row) = rows.next().map_err(|error| sqlite_broke(&error))? {
        with(Row::sqlite(row))?;
    }
    Ok(())
}

pub(crate) fn sqlite_broke(error: &rusqlite::Error) -> Broke {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) if is_unique(error) => Broke::Taken,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Broke::Contended,
        _ => Broke::Engine(error.to_string()),
    }
}

fn is_unique(error: &rusqlite::Error) -> bool {
    use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE};
    let extended = error.sqlite_error().map(|error| error.extended_code);
    matches!(extended, Some(SQLITE_CONSTRAINT_PRIMARYKEY | SQLITE_CONSTRAINT_UNIQUE))
}
