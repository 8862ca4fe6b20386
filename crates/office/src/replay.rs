//! Submissions with an idempotency key: the second one is answered as the first, and changes nothing.

use crate::{Act, Refusal, Verb};
use records::replays::{self, Replay};
use records::{Broke, Tx};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use terms::CaseId;

/// The longest key.
const LONGEST_KEY: usize = 255;

/// A key at a door, with what was submitted under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    door: String,
    key: String,
    fingerprint: String,
}

impl Key {
    /// A key; its holder's keys are apart from everybody else's.
    pub fn new(door: &str, act: &Act, key: &str, submitted: &[u8]) -> Verb<Self> {
        if key.is_empty() || key.len() > LONGEST_KEY || key.chars().any(char::is_control) {
            let problem = format!("a key has 1 to {LONGEST_KEY} printable characters; a UUID serves well");
            return Err(Refusal::invalid("Idempotency-Key", problem));
        }
        Ok(Self {
            door: format!("{door}/{}", act.who.actor),
            key: key.to_owned(),
            fingerprint: hex(submitted),
        })
    }
}

/// Remembers what became of rows of a source, for ever; those that were not known before. Nobody else can use the
/// keys of an import.
pub(crate) fn keep_imported(
    tx: &mut Tx<'_>,
    act: &Act,
    source: &str,
    taken: &[(&str, CaseId)],
) -> Verb<BTreeSet<String>> {
    let mut answers = Vec::with_capacity(taken.len());
    for (id, case) in taken {
        let answer = serde_json::to_string(case).map_err(|error| Broke::Engine(error.to_string()))?;
        answers.push((*id, Replay { fingerprint: String::new(), answer }));
    }
    Ok(replays::keep_new(tx, &format!("import/{source}"), &answers, act.recorded_at)?)
}

/// Runs a verb once for a key; without a key, always.
pub fn once<T: Serialize + DeserializeOwned>(
    tx: &mut Tx<'_>,
    act: &Act,
    key: Option<&Key>,
    verb: impl FnOnce(&mut Tx<'_>) -> Verb<T>,
) -> Verb<T> {
    let Some(key) = key else { return verb(tx) };
    if let Some(found) = replays::find(tx, &key.door, &key.key)? {
        if found.fingerprint != key.fingerprint {
            return Err(Refusal::KeyReused);
        }
        return serde_json::from_str(&found.answer).map_err(|error| Broke::Engine(error.to_string()).into());
    }
    let answer = verb(tx)?;
    let text = serde_json::to_string(&answer).map_err(|error| Broke::Engine(error.to_string()))?;
    let replay = Replay { fingerprint: key.fingerprint.clone(), answer: text };
    replays::keep(tx, &key.door, &key.key, &replay, act.recorded_at)?;
    Ok(answer)
}

/// What tells one submission, or one file, from another: SHA-256 in hexadecimal.
pub fn fingerprint(bytes: &[u8]) -> String {
    hex(bytes)
}

/// SHA-256 in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
