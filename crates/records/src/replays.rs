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

/// Which of many keys were seen before at a door.
pub fn known(tx: &mut Tx<'_>, door: &str, keys: &[&str]) -> Result<BTreeSet<String>, Broke> {
    let mut known = BTreeSet::new();
    for keys in many::in_sizes(keys) {
        let mut sql = "select key from replays where door = $1 and key in (".to_owned();
        many::place(&mut sql, 1, keys.len());
        sql.push(')');
        let params: Vec<Value<'_>> =
            std::iter::once(&door).chain(keys).map(|text| Value::from(*text)).collect();
        known.extend(tx.all(&sql, &params, |row| row.take::<String>())?);
    }
    Ok(known)
}

/// [`keep`] for many keys.
pub fn keep_all(tx: &mut Tx<'_>, door: &str, answers: &[(&str, Replay)], at: Timestamp) -> Result<(), Broke> {
    let row = |(key, replay): &'_ (&'_ str, Replay)| {
        vec![
            Value::from(door.to_owned()),
            Value::from((*key).to_owned()),
            Value::from(replay.fingerprint.clone()),
            Value::from(replay.answer.clone()),
            Value::from(at),
        ]
    };
    let rows: Vec<Vec<Value<'_>>> = answers.iter().map(row).collect();
    let into = "replays (door, key, fingerprint, answer, at)";
    let kept = many::insert(tx, into, &rows, " on conflict (door, key) do nothing")?;
    if usize::try_from(kept) == Ok(answers.len()) { Ok(()) } else { Err(tx.contend()) }
}

/// Forgets the answers given before an instant. What was imported stays known for ever.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<u64, Broke> {
    tx.execute("delete from replays where at < $1 and door not like 'import/%'", params![before])
}
