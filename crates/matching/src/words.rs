//! Words as people type them into a search: folded to one form, and alike in spite of a slip of the finger.

use unicode_normalization::UnicodeNormalization;

/// Words considered of one text; nobody searches for more.
const MOST_WORDS: usize = 400;

/// The words of a text in one form: small letters, without accents; in Arabic without vowel signs and with one form
/// of alef, ya and ta marbuta. Signs of Indic scripts carry meaning and stay.
pub fn folded(text: &str) -> Vec<String> {
    let flat: String =
        text.nfkd().filter(|c| !is_accent(*c)).flat_map(char::to_lowercase).map(one_form).collect();
    flat.split(|c: char| !(c.is_alphanumeric() || is_indic_sign(c)))
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .map(ToOwned::to_owned)
        .collect()
}

/// Latin accents, Arabic vowel signs and the stroke that only stretches a word.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Vowel signs and viramas between Devanagari and Malayalam, with the joiners that shape them.
fn is_indic_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{d7f}' | '\u{200c}' | '\u{200d}') && !matches!(c, '\u{964}' | '\u{965}')
}

const fn one_form(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        other => other,
    }
}

/// How well a typed word fits a known one, both folded: 1 for the same, less for a beginning, less again for a slip.
pub fn likeness(typed: &str, known: &str) -> f64 {
    if typed == known {
        return 1.0;
    }
    let length = typed.chars().count();
    if length >= 2 && known.starts_with(typed) {
        return 0.75;
    }
    let slips = match length {
        0..=3 => return 0.0,
        4..=7 => 1,
        _ => 2,
    };
    if differ_by(typed, known, slips) { 0.4 } else { 0.0 }
}

/// Whether two words differ by so many slips at most: a letter more, less, other, or two in the wrong order
/// (optimal string alignment; Damerau 1964, Boytsov 2011).
fn differ_by(a: &str, b: &str, most: usize) -> bool {
    // Most words differ in length already, and need not be looked at.
    let lengths = (a.chars().count(), b.chars().count());
    if lengths.0.abs_diff(lengths.1) > most || lengths.0.max(lengths.1) > 64 {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let other = usize::from(a[i - 1] != b[j - 1]);
            let mut cost = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + other);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(before[j - 2] + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().is_some_and(|cost| *cost <= most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_folded_in_every_script() {
        assert_eq!(folded("Éclairage  PUBLIC, s'il"), ["eclairage", "public", "s", "il"]);
        assert_eq!(folded("شَهادَةُ مِيلاد إلى"), folded("شهاده ميلاد الي"));
        assert_eq!(folded("सड़क की बत्ती"), ["सड़क".nfkd().collect::<String>(), "की".into(), "बत्ती".into()]);
        assert_eq!(folded("தெரு விளக்கு").len(), 2);
        assert_eq!(folded("🕳️ -- ").len(), 0);
    }

    #[test]
    fn a_slip_of_the_finger_still_finds() {
        assert!(likeness("pothole", "pothole") > likeness("poth", "pothole"));
        for typed in ["pothol", "potohle", "pothhole", "pathole"] {
            assert!(likeness(typed, "pothole") > 0.0, "{typed}");
        }
        assert!(likeness("cat", "car") < 0.1, "short words have to be right");
        assert!(likeness("recycling", "pothole") < 0.1);
    }

    proptest! {
        #[test]
        fn any_text_can_be_searched(text in "\\PC{0,200}", other in "\\PC{0,40}") {
            for word in folded(&text) {
                for known in folded(&other) {
                    let like = likeness(&word, &known);
                    prop_assert!((0.0..=1.0).contains(&like));
                    prop_assert_eq!(differ_by(&word, &known, 2), differ_by(&known, &word, 2));
                }
                prop_assert_eq!(folded(&word).join(""), word, "folded twice is folded once");
            }
        }
    }
}
