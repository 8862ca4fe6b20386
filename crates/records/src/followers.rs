//! Followers: who is told by e-mail what happens to a public report, and who was only asked whether they want to be.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use policy::{Reach, Scope};
use terms::CaseId;

/// Somebody who follows a public report, or was asked whether they want to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follower {
    /// The report.
    pub case: CaseId,
    /// The hash of whom the address reaches.
    pub mailbox: String,
    /// Their address.
    pub to: String,
    /// The language to write to them in, BCP 47.
    pub language: String,
    /// What confirms and ends it.
    pub secret: String,
    /// Since when they follow it; none as long as they have not said yes.
    pub confirmed_at: Option<Timestamp>,
}

const COLUMNS: &str = "case_id, mailbox, to_value, language, secret, confirmed_at";

/// Saves that somebody was asked. Whoever was asked before keeps their secret, and whoever has said yes keeps all.
pub fn ask(tx: &mut Tx<'_>, asked: &Follower, at: Timestamp) -> Result<Option<Follower>, Broke> {
    let sql = format!(
        "insert into followers (case_id, mailbox, to_value, language, secret, asked_at) \
         values ($1, $2, $3, $4, $5, $6) on conflict (case_id, mailbox) do update set asked_at = excluded.asked_at, \
         to_value = case when followers.confirmed_at is null then excluded.to_value else followers.to_value end, \
         language = case when followers.confirmed_at is null then excluded.language else followers.language end \
         returning {COLUMNS}"
    );
    tx.first(
        &sql,
        params![asked.case, &asked.mailbox, &asked.to, &asked.language, &asked.secret, at],
        follower,
    )
}

/// The one with a secret, which is itself the leave to read it.
pub fn by_secret(tx: &mut Tx<'_>, secret: &str) -> Result<Option<Follower>, Broke> {
    tx.first(&format!("select {COLUMNS} from followers where secret = $1"), params![secret], follower)
}

/// Notes that the one with a secret has said yes. Whoever says it again follows since the first time.
pub fn confirm(tx: &mut Tx<'_>, secret: &str, at: Timestamp) -> Result<(), Broke> {
    tx.execute(
        "update followers set confirmed_at = $2 where secret = $1 and confirmed_at is null",
        params![secret, at],
    )
    .map(drop)
}

/// Takes the one with a secret away.
pub fn remove(tx: &mut Tx<'_>, secret: &str) -> Result<(), Broke> {
    tx.execute("delete from followers where secret = $1", params![secret]).map(drop)
}

/// How many follow a report.
pub fn count(tx: &mut Tx<'_>, case: CaseId) -> Result<i64, Broke> {
    tx.count("select count(*) from followers where case_id = $1 and confirmed_at is not null", params![case])
}

/// Those who follow a report, by their mailbox, from the one after `after`.
pub fn of_case(
    tx: &mut Tx<'_>,
    scope: &Scope,
    case: CaseId,
    after: &str,
    limit: u32,
) -> Result<Vec<Follower>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select {COLUMNS} from followers where case_id = $1 and mailbox > $2 and confirmed_at is not null \
         order by mailbox limit $3"
    );
    tx.all(&sql, params![case, after, limit], follower)
}

/// Forgets those who never said yes since `asked`, and those who said it before `confirmed`; how many.
pub fn forget(tx: &mut Tx<'_>, asked: Timestamp, confirmed: Timestamp) -> Result<u64, Broke> {
    tx.execute(
        "delete from followers where (confirmed_at is null and asked_at < $1) or confirmed_at < $2",
        params![asked, confirmed],
    )
}

fn follower(row: &mut Row<'_>) -> Result<Follower, Broke> {
    Ok(Follower {
        case: row.parse()?,
        mailbox: row.take()?,
        to: row.take()?,
        language: row.take()?,
        secret: row.take()?,
        confirmed_at: row.take()?,
    })
}
