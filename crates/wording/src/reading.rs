//! How hard an English text is to read, and which of its words a plainer one could stand for.
//!
//! The measure is the grade of J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, *Derivation of New
//! Readability Formulas for Navy Enlisted Personnel*, 1975. It knows how long words and sentences are, and nothing of
//! what they mean: a low grade is needed, and is not enough.

use crate::syllables::syllables;

/// Fewer words than this are too few to judge.
pub const FEWEST_WORDS: usize = 8;

/// Words that sound of an office, and what to write instead.
pub const STIFF_WORDS: [(&str, &str); 40] = [
    ("additional", "more"),
    ("aforementioned", "this"),
    ("ascertain", "find out"),
    ("assist", "help"),
    ("at this point in time", "now"),
    ("attempt", "try"),
    ("cease", "stop"),
    ("commence", "start"),
    ("complete the form", "fill in the form"),
    ("deem", "think"),
    ("due to the fact that", "because"),
    ("endeavor", "try"),
    ("endeavour", "try"),
    ("expedite", "speed up"),
    ("facilitate", "help"),
    ("for the purpose of", "to"),
    ("forthwith", "at once"),
    ("furnish", "give"),
    ("hereby", "leave it out"),
    ("herein", "here"),
    ("in accordance with", "by"),
    ("in lieu of", "instead of"),
    ("in order to", "to"),
    ("in respect of", "about"),
    ("in the event that", "if"),
    ("inquire", "ask"),
    ("leverage", "use"),
    ("notwithstanding", "even so"),
    ("obtain", "get"),
    ("prior to", "before"),
    ("provided that", "if"),
    ("purchase", "buy"),
    ("pursuant", "under"),
    ("regarding", "about"),
    ("subsequent", "next"),
    ("terminate", "end"),
    ("thereof", "of it"),
    ("utilise", "use"),
    ("utilize", "use"),
    ("with regard to", "about"),
];

/// The school grade whose pupils can read a text: 5.0 for the fifth. `None` for fewer than [`FEWEST_WORDS`] words.
pub fn grade(text: &str) -> Option<f64> {
    let sentences: Vec<Vec<&str>> = sentences(text).map(words).filter(|words| !words.is_empty()).collect();
    let words: Vec<&str> = sentences.iter().flatten().copied().collect();
    if words.len() < FEWEST_WORDS {
        return None;
    }
    let spoken: usize = words.iter().map(|word| syllables(word)).sum();
    let (count, spoken, sentences) = (number(words.len()), number(spoken), number(sentences.len()));
    Some(0.39 * count / sentences + 11.8 * spoken / count - 15.59)
}

/// How many words the longest sentence has.
pub fn longest_sentence(text: &str) -> usize {
    sentences(text).map(|sentence| words(sentence).len()).max().unwrap_or(0)
}

/// The stiff words of a text, each with what to write instead.
pub fn stiff_words(text: &str) -> Vec<(&'static str, &'static str)> {
    let plain = |word: &str| word.to_lowercase();
    let said = format!(" {} ", words(text).into_iter().map(plain).collect::<Vec<_>>().join(" "));
    // An ending may follow: commence, commenced. A beginning may not: regarding, disregarding.
    STIFF_WORDS.into_iter().filter(|(stiff, _)| said.contains(&format!(" {stiff}"))).collect()
}

/// Sentences end at a stop that a space or nothing follows, and at the end of a line.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| {
        let mut ended = false;
        line.split(move |c: char| {
            let splits = ended && c.is_whitespace();
            // A quotation mark or a bracket may close behind the stop.
            ended = matches!(c, '.' | '!' | '?' | '…') || ended && "\"”’)»".contains(c);
            splits
        })
    })
}

/// What is set apart by spaces or dashes and has a letter or a figure in it.
fn words(text: &str) -> Vec<&str> {
    let apart = |c: char| c.is_whitespace() || "–—/".contains(c);
    let bare = text.split(apart).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    bare.filter(|word| !word.is_empty()).collect()
}

#[expect(clippy::cast_precision_loss, reason = "texts are far below 2^52 words")]
fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::{grade, longest_sentence, stiff_words};
    use proptest::prelude::*;

    #[test]
    fn the_platypus_is_for_the_eleventh_grade() {
        // 13 words, 24 syllables: the example of many handbooks and of Wikipedia, "Flesch–Kincaid readability tests".
        let platypus = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.";
        let measured = grade(platypus).unwrap();
        assert!((measured - 11.3).abs() < 0.05, "{measured}");
    }

    #[test]
    fn sentences_of_one_short_word_have_the_lowest_grade() {
        // -3.40 is the least that the formula can give.
        let measured = grade("Stop. Look. Go. Run. Sit. Eat. Sleep. Wake.").unwrap();
        assert!((measured + 3.4).abs() < 1e-9, "{measured}");
        assert_eq!(grade("Stop. Look. Go. Run. Sit. Eat. Sleep."), None, "seven words are too few to judge");
    }

    #[test]
    fn the_formula_is_the_published_one() {
        // Two sentences, twelve words, fourteen syllables: 0.39 × 6 + 11.8 × 14/12 − 15.59.
        let measured = grade("We have your request. You will be told how the work ends.").unwrap();
        assert!((measured - (0.39 * 6.0 + 11.8 * 13.0 / 12.0 - 15.59)).abs() < 1e-9, "{measured}");
    }

    #[test]
    fn sentences_end_at_stops_and_lines_but_not_inside_numbers() {
        assert_eq!(longest_sentence("It took 3.5 days (or so). “Is it done?” Yes!"), 6);
        assert_eq!(longest_sentence("One two\nthree four five – six"), 4);
        assert_eq!(longest_sentence(" … \n"), 0);
    }

    #[test]
    fn stiff_words_are_found_with_their_endings_and_not_inside_others() {
        let found = stiff_words("We commenced work Prior to May, in order\nto help.");
        assert_eq!(found, [("commence", "start"), ("in order to", "to"), ("prior to", "before")]);
        assert_eq!(stiff_words("Disregarding it, a priority helps."), []);
    }

    proptest! {
        #[test]
        fn any_text_has_a_finite_grade_or_none(text in "\\PC{0,400}|([a-z'.!? \n-]{0,20}){0,60}") {
            prop_assert!(grade(&text).is_none_or(f64::is_finite));
            prop_assert!(longest_sentence(&text) <= text.len());
            prop_assert!(stiff_words(&text).len() <= super::STIFF_WORDS.len());
        }
    }
}
