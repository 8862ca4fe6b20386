//! Places that the house knows: where earlier cases were, for whoever has to say where something is.

use super::{Search, search};
use crate::{Act, Verb};
use matching::{folded_to, likeness};
use records::Tx;
use std::collections::BTreeSet;
use terms::Place;

/// Cases whose addresses are looked at, the newest.
const MOST_LOOKED_AT: u32 = 100;
/// Places that are offered.
const MOST_PLACES: usize = 8;
/// Words of an address that are looked at.
const MOST_WORDS: usize = 24;

/// Where cases are or were whose addresses hold these words, each place once, as far as whoever asks may read them.
pub fn places(tx: &mut Tx<'_>, act: &Act, words: &str) -> Verb<Vec<Place>> {
    let sought = folded_to(words, MOST_WORDS);
    if sought.is_empty() {
        return Ok(Vec::new());
    }
    let asked = Search { words: words.to_owned(), limit: MOST_LOOKED_AT, ..Search::default() };
    let mut seen = BTreeSet::new();
    let known = search(tx, act, &asked)?.hits.into_iter().map(|hit| hit.case.told.place).filter(|place| {
        let Some(address) = place.position.and(place.address.as_deref()) else { return false };
        let known = folded_to(address, MOST_WORDS);
        sought.iter().all(|word| known.iter().any(|known| is_meant(word, known))) && seen.insert(known)
    });
    Ok(known.take(MOST_PLACES).collect())
}

/// A house number is no other one that is much like it.
fn is_meant(typed: &str, known: &str) -> bool {
    typed == known || !typed.contains(|c: char| c.is_ascii_digit()) && likeness(typed, known) > 0.0
}
