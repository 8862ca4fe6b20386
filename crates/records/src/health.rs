//! Looking at the engines themselves: do they answer, and are they set so that nothing is lost?

use crate::{Broke, Tx};

/// Asks the engine for anything at all.
pub fn ping(tx: &mut Tx<'_>) -> Result<(), Broke> {
    tx.count("select cast(1 as bigint)", &[]).map(drop)
}

/// What matters of a SQLite database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SqliteHealth {
    /// The library's version.
    pub version: String,
    /// The journal; `wal` is right.
    pub journal: String,
}

/// What matters of a PostgreSQL database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostgresHealth {
    /// The server's version.
    pub version: String,
    /// By which rules text is sorted; `C` is right.
    pub collation: String,
    /// How text is kept; `UTF8` is right.
    pub encoding: String,
    /// When a commit is answered; anything but `off` is right.
    pub synchronous_commit: String,
    /// Whether anything is really written; `on` is right.
    pub fsync: String,
    /// Whether a rotten page is noticed.
    pub data_checksums: String,
}

/// Looks at SQLite.
pub fn sqlite(tx: &mut Tx<'_>) -> Result<SqliteHealth, Broke> {
    Ok(SqliteHealth {
        version: word(tx, "select sqlite_version()")?,
        journal: word(tx, "pragma journal_mode")?,
    })
}

/// Looks at PostgreSQL.
pub fn postgres(tx: &mut Tx<'_>) -> Result<PostgresHealth, Broke> {
    let here = "from pg_database where datname = current_database()";
    Ok(PostgresHealth {
        version: word(tx, "select current_setting('server_version')")?,
        collation: word(tx, &format!("select cast(datcollate as text) {here}"))?,
        encoding: word(tx, &format!("select cast(pg_encoding_to_char(encoding) as text) {here}"))?,
        synchronous_commit: word(tx, "select current_setting('synchronous_commit')")?,
        fsync: word(tx, "select current_setting('fsync')")?,
        data_checksums: word(tx, "select current_setting('data_checksums')")?,
    })
}

/// What SQLite finds wrong with its own file, and rows that refer to nothing. PostgreSQL keeps both out by itself.
pub fn sqlite_integrity(tx: &mut Tx<'_>) -> Result<Vec<String>, Broke> {
    let mut faults = tx.all("pragma integrity_check", &[], |row| row.take::<String>())?;
    faults.retain(|line| line != "ok");
    let orphans = tx.all("pragma foreign_key_check", &[], |row| row.take::<String>())?;
    faults.extend(orphans.into_iter().map(|table| format!("a row of {table} refers to nothing")));
    Ok(faults)
}

fn word(tx: &mut Tx<'_>, sql: &str) -> Result<String, Broke> {
    Ok(tx.first(sql, &[], |row| row.take::<String>())?.unwrap_or_default())
}
