//! Comparing what was acknowledged with what is there.

use super::ledger::{Entry, Fate, Told, What};
use std::collections::BTreeMap;

/// A case to which something was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Worked {
    pub(super) revision: i64,
    pub(super) is_closed: bool,
    /// All words on it, the house's own among them.
    pub(super) words: Vec<String>,
}

/// What is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The reference and the description of every case.
    pub(super) cases: Vec<(String, String)>,
    /// The cases to which something was done, by reference.
    pub(super) worked: BTreeMap<String, Worked>,
}

/// What the comparison says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Verdict {
    /// Entries that were acknowledged.
    pub(super) acknowledged: usize,
    /// Those of them that are there, as they were acknowledged.
    pub(super) found: usize,
    /// Those of them that are not.
    pub(super) lost: Vec<String>,
    /// What is there more often than it was asked for.
    pub(super) duplicated: Vec<String>,
    /// Entries that were refused without a reason, or were done although they were refused.
    pub(super) refused: Vec<String>,
    /// Entries that were acknowledged only after the connection had broken.
    pub(super) retried: usize,
    /// Entries that were given up when the connection broke.
    pub(super) given_up: usize,
    /// Those of them that are there.
    pub(super) given_up_kept: usize,
}

impl Verdict {
    /// Whether everything is as it was acknowledged.
    pub(super) fn is_good(&self) -> bool {
        self.lost.is_empty() && self.duplicated.is_empty() && self.refused.is_empty()
    }
}

/// Compares the clients' ledger with what is there.
pub(super) fn reconcile(ledger: &[Entry], found: &Found) -> Verdict {
    let mut described: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (reference, description) in &found.cases {
        described.entry(description).or_default().push(reference);
    }
    let mut verdict = Verdict::default();
    for entry in ledger {
        let there = match entry.what.on() {
            None => described.remove(entry.words.as_str()).unwrap_or_default(),
            Some(on) => places(found, on, &entry.words),
        };
        weigh(entry, &there, found, &mut verdict);
    }
    for (description, references) in described {
        verdict.duplicated.push(format!("{references:?} {description:?}: nobody asked for it"));
    }
    verdict.duplicated.extend(said_twice(ledger, found));
    verdict
}

/// The case of an act, as often as it holds the act's words.
fn places<'a>(found: &Found, on: &'a str, words: &str) -> Vec<&'a str> {
    let held = found.worked.get(on).map_or(&[][..], |case| &case.words);
    held.iter().filter(|held| *held == words).map(|_| on).collect()
}

fn weigh(entry: &Entry, there: &[&str], found: &Found, verdict: &mut Verdict) {
    if there.len() > 1 {
        verdict.duplicated.push(format!("{} {:?}: at {there:?}", entry.key, entry.words));
    }
    match &entry.fate {
        Fate::Unanswered => {
            verdict.given_up += 1;
            verdict.given_up_kept += usize::from(!there.is_empty());
        }
        Fate::Acknowledged(body) => {
            verdict.acknowledged += 1;
            verdict.retried += usize::from(entry.broken > 0);
            match missing(entry, body, there, found) {
                None => verdict.found += 1,
                Some(what) => verdict.lost.push(format!("{} {:?}: {what}", entry.key, entry.words)),
            }
        }
        Fate::Stale if there.is_empty() => {}
        Fate::Stale => verdict.refused.push(format!("{}: refused as stale, and done", entry.key)),
        Fate::Refused(why) => verdict.refused.push(format!("{}: {why}", entry.key)),
    }
}

/// What is not there of something acknowledged.
fn missing(entry: &Entry, body: &str, there: &[&str], found: &Found) -> Option<String> {
    let Some(told) = Told::read(body) else {
        return Some(format!("acknowledged without a reference: {body}"));
    };
    if !there.contains(&told.reference.as_str()) {
        return Some(format!("acknowledged as {}, which does not hold it", told.reference));
    }
    let (Some(on), Some(revision)) = (entry.what.on(), told.revision) else { return None };
    let case = found.worked.get(on)?;
    if case.revision < revision {
        return Some(format!("{on} is at revision {}, {revision} was acknowledged", case.revision));
    }
    let is_end = matches!(entry.what, What::Resolution { .. });
    (is_end && !case.is_closed).then(|| format!("{on} is not closed"))
}

/// The house's own words that stand twice on a case; the clients' are counted with their entries.
fn said_twice(ledger: &[Entry], found: &Found) -> Vec<String> {
    let asked: std::collections::BTreeSet<&str> = ledger.iter().map(|entry| entry.words.as_str()).collect();
    let mut twice = Vec::new();
    for (reference, case) in &found.worked {
        let mut own: Vec<&str> = case.words.iter().map(String::as_str).collect();
        own.retain(|words| !asked.contains(words));
        own.sort_unstable();
        let pairs = own.windows(2).filter(|pair| pair[0] == pair[1]);
        twice.extend(pairs.map(|pair| format!("{reference}: told twice: {:?}", pair[0])));
    }
    twice
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(key: &str, what: What, fate: Fate) -> Entry {
        Entry { key: key.into(), words: format!("words of {key}"), email: None, what, broken: 0, fate }
    }

    fn opened(key: &str, reference: &str) -> Entry {
        let body = format!(r#"[{{"service_request_id":"{reference}"}}]"#);
        entry(key, What::Request, Fate::Acknowledged(body))
    }

    fn done(key: &str, what: What, revision: i64) -> Entry {
        let reference = what.on().unwrap_or_default();
        let body = format!(r#"{{"reference":"{reference}","revision":{revision}}}"#);
        entry(key, what, Fate::Acknowledged(body))
    }

    fn ledger() -> Vec<Entry> {
        vec![
            opened("a", "A"),
            Entry { broken: 2, ..opened("b", "B") },
            entry("c", What::Request, Fate::Unanswered),
            entry("d", What::Request, Fate::Unanswered),
            done("note", What::Note { on: "A".into() }, 2),
            entry("late", What::Reply { on: "A".into(), revision: 2 }, Fate::Stale),
            done("end", What::Resolution { on: "A".into(), revision: 3 }, 4),
        ]
    }

    fn found() -> Found {
        let case = |reference: &str, key: &str| (reference.to_owned(), format!("words of {key}"));
        let words = ["words of note", "thank you", "words of end"].map(str::to_owned).to_vec();
        Found {
            cases: vec![case("A", "a"), case("B", "b"), case("C", "c")],
            worked: [("A".to_owned(), Worked { revision: 5, is_closed: true, words })].into(),
        }
    }

    fn changed(change: impl FnOnce(&mut Found)) -> Verdict {
        let mut found = found();
        change(&mut found);
        reconcile(&ledger(), &found)
    }

    fn on_a(change: impl FnOnce(&mut Worked)) -> Verdict {
        changed(|found| change(found.worked.get_mut("A").unwrap()))
    }

    #[test]
    fn a_house_that_kept_its_word_is_good() {
        let verdict = changed(|_| ());
        let expected = Verdict {
            acknowledged: 4,
            found: 4,
            retried: 1,
            given_up: 2,
            given_up_kept: 1,
            ..Verdict::default()
        };
        assert_eq!(verdict, expected);
        assert!(verdict.is_good());
    }

    #[test]
    fn a_lost_request_is_seen() {
        let verdict = changed(|found| drop(found.cases.remove(1)));
        assert_eq!((verdict.found, verdict.lost.len(), verdict.is_good()), (3, 1, false));
        assert!(verdict.lost[0].starts_with("b "), "{:?}", verdict.lost);
    }

    #[test]
    fn a_request_under_another_reference_is_lost() {
        let verdict = changed(|found| found.cases[1].0 = "X".into());
        assert_eq!((verdict.lost.len(), verdict.duplicated.len()), (1, 0));
    }

    #[test]
    fn a_request_that_is_there_twice_is_seen_answered_or_not() {
        for (at, key) in [(1, "b"), (2, "c")] {
            let verdict = changed(|found| found.cases.push(("X".into(), found.cases[at].1.clone())));
            assert_eq!((verdict.lost.len(), verdict.duplicated.len()), (0, 1), "{key}");
            assert!(verdict.duplicated[0].starts_with(key), "{:?}", verdict.duplicated);
        }
    }

    #[test]
    fn a_request_of_nobody_is_seen() {
        let verdict = changed(|found| found.cases.push(("X".into(), "who?".into())));
        assert_eq!(verdict.duplicated.len(), 1);
    }

    #[test]
    fn lost_acts_are_seen() {
        assert_eq!(on_a(|case| drop(case.words.remove(0))).lost.len(), 1);
        assert_eq!(on_a(|case| case.revision = 3).lost.len(), 1);
        assert_eq!(on_a(|case| case.is_closed = false).lost.len(), 1);
        assert_eq!(changed(|found| found.worked.clear()).lost.len(), 2);
    }

    #[test]
    fn acts_and_notices_that_happened_twice_are_seen() {
        assert_eq!(on_a(|case| case.words.push("words of note".into())).duplicated.len(), 1);
        assert_eq!(on_a(|case| case.words.push("thank you".into())).duplicated.len(), 1);
    }

    #[test]
    fn what_was_refused_must_not_be_done() {
        assert_eq!(on_a(|case| case.words.push("words of late".into())).refused.len(), 1);
        let refused = [entry("e", What::Case, Fate::Refused("500".into()))];
        assert!(!reconcile(&refused, &Found::default()).is_good());
    }
}
