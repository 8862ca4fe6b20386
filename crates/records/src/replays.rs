//! The answers to submissions with an idempotency key, kept to be given again.

use crate::{Broke, Tx, Value, many, params};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replay {
    /// What the submission looked like.
    pub fingerprint: String,
    /// What was answered.
    pub answer: String,
}

/// The answer given to a key at a door, if it was seen before.
pub fn find(tx: &mut Tx<'_>, door: &str, key: &str) -> Result<Option<Replay>, Broke> {
    tx.first(
        "select fingerprint, answer from replays where door = $1 and key = $2",
        params![door, key],
        |row| Ok(Replay { fingerprint: row.take()?, answer: row.take()? }),
    )
}

/// Keeps an answer. When another submission with the same key was quicker, this one is tried again and finds it.
pub fn keep(tx: &mut Tx<'_>, door: &str, key: &str, replay: &Replay, at: Timestamp) -> Result<(), Broke> {
    let touched = tx.execute(
        "insert into replays (door, key, fingerprint, answer, at) values ($1, $2, $3, $4, $5) \
         on conflict (door, key) do nothing",
        params![door, key, &replay.fingerprint, &replay.answer, at],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// [`keep`] for many keys; those that were not seen before.
pub fn keep_new(
    tx: &mut Tx<'_>,
    door: &str,
    answers: &[(&str, Replay)],
    at: Timestamp,
) -> Result<BTreeSet<String>, Broke> {
    let mut new = BTreeSet::new();
    for answers in many::in_sizes(answers) {
        let row = |(key, replay): &'_ (&'_ str, Replay)| {
            let text = |text: &str| Value::from(text.to_owned());
            vec![text(door), text(key), text(&replay.fingerprint), text(&replay.answer), at.into()]
        };
        let rows: Vec<Vec<Value<'static>>> = answers.iter().map(row).collect();
        let (mut sql, params) = many::insertion("replays (door, key, fingerprint, answer, at)", &rows);
        sql.push_str(" on conflict (door, key) do nothing returning key");
        new.extend(tx.all(&sql, &params, |row| row.take::<String>())?);
    }
    Ok(new)
}

/// Forgets the answers given before an instant. What was imported stays known for ever.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<u64, Broke> {
    tx.execute("delete from replays where at < $1 and door not like 'import/%'", params![before])
}
