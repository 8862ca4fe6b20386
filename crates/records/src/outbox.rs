//! The outbox: messages that leave the house, and what became of them.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use policy::{Reach, Scope};
use terms::{CaseId, Channel, MessageId, MessageKind, MessageState};

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its id, the same however often it is tried.
    pub id: MessageId,
    /// The case that it is about.
    pub case: Option<CaseId>,
    /// Over which channel it leaves.
    pub channel: Channel,
    /// To whom: an e-mail address.
    pub to: String,
    /// In which language, BCP 47.
    pub language: String,
    /// What it is about, in a line.
    pub subject: String,
    /// Plain text; empty once it has left, if it held a secret.
    pub body: String,
    /// What for.
    pub kind: MessageKind,
    /// What became of it.
    pub state: MessageState,
    /// When it was written.
    pub created_at: Timestamp,
    /// When the next mail server took it.
    pub sent_at: Option<Timestamp>,
    /// Why it did not leave, or not yet, or never.
    pub error: Option<String>,
    /// The address where one click ends what it belongs to.
    pub unsubscribe: Option<String>,
}

/// How many messages went to one mailbox lately.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lately {
    /// Within the last hour.
    pub hour: u32,
    /// Within the last day.
    pub day: u32,
    /// Within the last hour, with a code.
    pub codes: u32,
}

const COLUMNS: &str = "id, case_id, channel, to_value, language, subject, body, kind, state, created_at, sent_at, \
                       error, unsubscribe";
/// The same, but for whom it is and what it says.
const BARE: &str =
    "id, case_id, channel, '', language, '', '', kind, state, created_at, sent_at, error, null";

/// Saves a message; `mailbox` is the hash of whom it reaches.
pub fn insert(tx: &mut Tx<'_>, message: &Message, mailbox: &str) -> Result<(), Broke> {
    tx.execute(
        "insert into outbox (id, case_id, channel, to_value, mailbox, language, subject, body, kind, state, \
         created_at, sent_at, error, unsubscribe) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        params![
            message.id,
            message.case,
            message.channel,
            &message.to,
            mailbox,
            &message.language,
            &message.subject,
            &message.body,
            message.kind,
            message.state,
            message.created_at,
            message.sent_at,
            message.error.as_ref(),
            message.unsubscribe.as_ref(),
        ],
    )?;
    Ok(())
}

/// How many messages to a mailbox were not kept back since an hour ago and since a day ago.
pub fn lately(
    tx: &mut Tx<'_>,
    mailbox: &str,
    hour_ago: Timestamp,
    day_ago: Timestamp,
) -> Result<Lately, Broke> {
    let found = tx.first(
        "select count(*) filter (where created_at > $2), count(*), \
         count(*) filter (where created_at > $2 and kind = 'code') \
         from outbox where mailbox = $1 and created_at > $3 and state <> 'held'",
        params![mailbox, hour_ago, day_ago],
        |row| Ok(Lately { hour: row.take()?, day: row.take()?, codes: row.take()? }),
    )?;
    Ok(found.unwrap_or_default())
}

/// A message that is still to leave.
pub fn waiting(tx: &mut Tx<'_>, scope: &Scope, id: MessageId) -> Result<Option<Message>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(None);
    }
    let sql = format!("select {COLUMNS} from outbox where id = $1 and state = 'waiting'");
    tx.first(&sql, params![id], message)
}

/// Notes that a message has left. What it held of a secret goes with it.
pub fn sent(tx: &mut Tx<'_>, id: MessageId, kind: MessageKind, at: Timestamp) -> Result<(), Broke> {
    tx.execute(
        "update outbox set state = 'sent', sent_at = $2, error = null, \
         body = case when $3 then '' else body end where id = $1 and state = 'waiting'",
        params![id, at, kind.is_secret()],
    )
    .map(drop)
}

/// Notes that a message will never leave, and why.
pub fn failed(tx: &mut Tx<'_>, id: MessageId, kind: MessageKind, error: &str) -> Result<(), Broke> {
    tx.execute(
        "update outbox set state = 'failed', error = $2, body = case when $3 then '' else body end \
         where id = $1 and state = 'waiting'",
        params![id, error, kind.is_secret()],
    )
    .map(drop)
}

/// Notes why a message could not leave this time.
pub fn delayed(tx: &mut Tx<'_>, id: MessageId, error: &str) -> Result<(), Broke> {
    tx.execute("update outbox set error = $2 where id = $1 and state = 'waiting'", params![id, error])
        .map(drop)
}

/// Gives up the messages of before an instant that have not left; how many.
pub fn give_up(tx: &mut Tx<'_>, before: Timestamp, why: &str) -> Result<u64, Broke> {
    tx.execute(
        "update outbox set state = 'failed', error = $2, \
         body = case when kind in ('code', 'link') then '' else body end \
         where state = 'waiting' and created_at < $1",
        params![before, why],
    )
}

/// Forgets the messages of before an instant.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<u64, Broke> {
    tx.execute("delete from outbox where created_at < $1", params![before])
}

/// The latest messages, the newest first. For whom and with which words is only told to those who may read
/// customers' records.
pub fn latest(tx: &mut Tx<'_>, scope: &Scope, limit: u32) -> Result<Vec<Message>, Broke> {
    let columns = if *scope.reach() == Reach::Nothing { BARE } else { COLUMNS };
    let sql = format!("select {columns} from outbox order by created_at desc, id desc limit $1");
    tx.all(&sql, params![limit], message)
}

/// How many messages there are in each state.
pub fn count(tx: &mut Tx<'_>) -> Result<Vec<(MessageState, i64)>, Broke> {
    tx.all("select state, count(*) from outbox group by state order by state", &[], |row| {
        Ok((row.parse()?, row.take()?))
    })
}

fn message(row: &mut Row<'_>) -> Result<Message, Broke> {
    Ok(Message {
        id: row.parse()?,
        case: row.parse_opt()?,
        channel: row.parse()?,
        to: row.take()?,
        language: row.take()?,
        subject: row.take()?,
        body: row.take()?,
        kind: row.parse()?,
        state: row.parse()?,
        created_at: row.take()?,
        sent_at: row.take()?,
        error: row.take()?,
        unsubscribe: row.take()?,
    })
}
