//! What each officer knows: what stands in their composer, what they said and did, and what they were told of it.

use std::collections::BTreeMap;

/// How something ended, as far as whoever asked can know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It was acknowledged: it happened once.
    Done,
    /// It was given up when the connection broke: it happened once or not at all.
    Unanswered,
    /// It was refused or taken back: it did not happen.
    Not,
}

/// What an officer knows.
#[derive(Debug, Clone, Default)]
pub(super) struct Ledger {
    /// What stands in the composer by the last acknowledgement or the last look.
    pub(super) draft: String,
    /// What may stand there instead, since its acknowledgement did not come.
    pub(super) doubt: Vec<String>,
    /// Notes and replies by their words, which nobody else writes, with their fate.
    pub(super) said: BTreeMap<String, Fate>,
    /// How often they took the case.
    pub(super) claims: usize,
    /// How often they may have.
    pub(super) claims_in_doubt: usize,
    pub(super) counts: Counts,
    /// What the house did that it must not.
    pub(super) faults: Vec<String>,
}

/// How often something was seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::crash) struct Counts {
    /// Drafts that were acknowledged, and their characters.
    pub(super) drafts: usize,
    pub(super) characters: usize,
    /// Notes and replies that were acknowledged.
    pub(super) messages: usize,
    /// The same forms, sent again after their acknowledgement.
    pub(super) twice: usize,
    /// Replies that were taken back while they were on their way.
    pub(super) undone: usize,
    /// Cases that were taken.
    pub(super) claims: usize,
    /// Drafts of an old window that were refused.
    pub(super) old_windows: usize,
    /// What came too late for the case as it was read.
    pub(super) too_late: usize,
    /// Answers that broke off.
    pub(super) broken: usize,
    /// What was given up then.
    pub(super) given_up: usize,
}

impl Counts {
    /// Whether enough was seen to say that nothing is lost: some of each.
    pub(in crate::crash) fn is_enough(&self) -> bool {
        let Self { drafts, messages, twice, undone, claims, old_windows, too_late, broken, .. } = *self;
        [drafts, messages, twice, undone, claims, old_windows, too_late, broken].iter().all(|seen| *seen > 0)
    }

    pub(in crate::crash) fn add(&mut self, other: Self) {
        self.drafts += other.drafts;
        self.characters += other.characters;
        self.messages += other.messages;
        self.twice += other.twice;
        self.undone += other.undone;
        self.claims += other.claims;
        self.old_windows += other.old_windows;
        self.too_late += other.too_late;
        self.broken += other.broken;
        self.given_up += other.given_up;
    }
}

/// What is there in the end.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    /// All words that the case holds, once for each time.
    pub(super) words: Vec<String>,
    /// How often each officer took the case, by their code.
    pub(super) claims: BTreeMap<String, usize>,
    /// What stands in each composer.
    pub(super) drafts: BTreeMap<String, String>,
}

/// What is not as it was acknowledged.
pub(super) fn reckon(ledgers: &BTreeMap<String, Ledger>, found: &Found) -> Vec<String> {
    let mut faults = Vec::new();
    for (code, ledger) in ledgers {
        faults.extend(ledger.faults.iter().map(|fault| format!("{code}: {fault}")));
        let stands = found.drafts.get(code).map_or("", String::as_str);
        if !ledger.may_stand(stands) {
            let lost = &ledger.draft;
            faults.push(format!("LOST {code}: kept {lost:?}, and there stands {stands:?}"));
        }
        for (words, fate) in &ledger.said {
            let times = found.words.iter().filter(|there| *there == words).count();
            let good = match fate {
                Fate::Done => times == 1,
                Fate::Unanswered => times <= 1,
                Fate::Not => times == 0,
            };
            if !good {
                faults.push(format!("SAID {code}: {words:?} is there {times} times ({fate:?})"));
            }
        }
        let taken = found.claims.get(code).copied().unwrap_or_default();
        if taken < ledger.claims || taken > ledger.claims + ledger.claims_in_doubt {
            faults.push(format!("TAKEN {code}: {} times, and there are {taken}", ledger.claims));
        }
    }
    faults
}

impl Ledger {
    /// Whether words are what may stand in the composer.
    pub(super) fn may_stand(&self, words: &str) -> bool {
        self.draft == words || self.doubt.iter().any(|doubt| doubt == words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledgers() -> BTreeMap<String, Ledger> {
        let said = [("a", Fate::Done), ("b", Fate::Unanswered), ("c", Fate::Not)];
        let said = said.map(|(words, fate)| (words.to_owned(), fate)).into();
        let ledger = Ledger { draft: "half".into(), said, claims: 1, ..Ledger::default() };
        [("one".to_owned(), ledger)].into()
    }

    fn found() -> Found {
        Found {
            words: vec!["a".into(), "the house's own".into()],
            claims: [("one".to_owned(), 1)].into(),
            drafts: [("one".to_owned(), "half".to_owned())].into(),
        }
    }

    fn faults(change: impl FnOnce(&mut Found)) -> usize {
        let mut found = found();
        change(&mut found);
        reckon(&ledgers(), &found).len()
    }

    #[test]
    fn what_is_kept_lost_doubled_or_done_in_spite_of_a_refusal_is_seen() {
        assert_eq!(faults(|_| ()), 0);
        assert_eq!(faults(|found| found.words.push("b".into())), 0, "nobody was told of it");
        assert_eq!(faults(|found| found.words.clear()), 1);
        for twice in ["a", "c"] {
            assert_eq!(faults(|found| found.words.push(twice.into())), 1, "{twice}");
        }
        assert_eq!(faults(|found| found.words.extend(["b".to_owned(), "b".to_owned()])), 1);
        for stands in ["", "hal", "theirs"] {
            assert_eq!(faults(|found| drop(found.drafts.insert("one".into(), stands.into()))), 1, "{stands}");
        }
        for times in [0, 2] {
            assert_eq!(faults(|found| found.claims = [("one".to_owned(), times)].into()), 1, "{times}");
        }
    }

    #[test]
    fn a_draft_in_doubt_is_either() {
        let mut ledgers = ledgers();
        ledgers.get_mut("one").unwrap().doubt.push("half a".into());
        let mut found = found();
        assert!(reckon(&ledgers, &found).is_empty());
        found.drafts.insert("one".into(), "half a".into());
        assert!(reckon(&ledgers, &found).is_empty());
    }
}
