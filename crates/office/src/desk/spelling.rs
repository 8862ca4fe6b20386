//! What a word may mean that was not finished, or not spelt as it is: from the words that cases hold.

use super::words::is_mark;
use crate::{Act, Verb};
use policy::{Action, Resource};
use records::{Tx, known_words};
use std::collections::{BTreeMap, BTreeSet};

/// Words that stand for one that was misspelt.
const MOST_MEANT: usize = 3;
/// Words looked at to find those.
const MOST_ALIKE: u32 = 200;
/// Letters of words that are learnt by their spelling.
const SPELT: std::ops::RangeInclusive<usize> = 4..=20;

/// Learns the words of the next cases; of how many.
pub fn learn_some(tx: &mut Tx<'_>, act: &Act, limit: u32) -> Verb<usize> {
    act.must(Action::RunJobs, Resource::Installation)?;
    let cases = known_words::unknown(tx, limit)?;
    let Some((last, _)) = cases.last() else { return Ok(0) };
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    for word in cases.iter().flat_map(|(_, words)| words.split(' ')).filter(|word| !is_mark(word)) {
        *counts.entry(word.to_owned()).or_default() += 1;
    }
    let new = known_words::learn(tx, &counts)?;
    let spelt: Vec<(String, &str)> =
        new.iter().flat_map(|word| parts(word).into_iter().map(move |part| (part, word.as_str()))).collect();
    known_words::spell(tx, &spelt)?;
    known_words::note(tx, *last)?;
    Ok(cases.len())
}

/// The words that may be meant by one that was misspelt, the likeliest first.
pub(super) fn meant(tx: &mut Tx<'_>, typed: &str) -> Verb<Vec<String>> {
    let parts: Vec<String> = parts(typed).into_iter().collect();
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let alike = known_words::with_parts(tx, &parts, MOST_ALIKE)?;
    let mut alike: Vec<(f64, String)> =
        alike.into_iter().map(|(word, _)| (matching::likeness(typed, &word), word)).collect();
    alike.retain(|(likeness, word)| *likeness > 0.0 && word != typed);
    // Of those that are as alike the more frequent ones stay first.
    alike.sort_by(|a, b| b.0.total_cmp(&a.0));
    Ok(alike.into_iter().take(MOST_MEANT).map(|(_, word)| word).collect())
}

/// A word, and each way of leaving one of its letters out. Two words that differ by a letter more, less or other, or by
/// two in the wrong order, share one of them. What holds digits is a number, and a number is not misspelt.
fn parts(word: &str) -> BTreeSet<String> {
    let letters: Vec<char> = word.chars().collect();
    if !SPELT.contains(&letters.len()) || letters.iter().any(char::is_ascii_digit) {
        return BTreeSet::new();
    }
    let without = |place: usize| {
        let (before, after) = letters.split_at(place);
        before.iter().chain(after.iter().skip(1)).collect::<String>()
    };
    (0..letters.len()).map(without).chain([word.to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn words_that_differ_by_a_slip_share_a_part() {
        for typed in ["pothole", "pothol", "potholle", "pathole", "opthole", "ptohole"] {
            assert!(!parts(typed).is_disjoint(&parts("pothole")), "{typed}");
        }
        assert!(parts("cat").is_empty() && parts("02122").is_empty());
        assert!(parts(&"x".repeat(21)).is_empty(), "what is long is no word");
    }
}
