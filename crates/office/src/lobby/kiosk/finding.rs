//! Finding at a kiosk, by words, what people wait for.

use crate::city::{Line, Office};
use matching::{folded, folded_to, likeness};

/// Words of a search that are looked at.
const MOST_WORDS: usize = 12;
/// Below this a word is another one.
const ALIKE: f64 = 0.3;

/// The lines of an office whose name, in any language, has a word like each of those that were asked for; all of them
/// where nothing was.
pub fn find<'o>(office: &'o Office, words: &str) -> Vec<&'o Line> {
    let asked = folded_to(words, MOST_WORDS);
    let known = |line: &Line| line.name.every().flat_map(folded).collect::<Vec<String>>();
    let fits = |line: &&Line| {
        let known = known(line);
        asked.iter().all(|word| known.iter().any(|known| likeness(word, known) > ALIKE))
    };
    office.lines.iter().filter(fits).collect()
}
