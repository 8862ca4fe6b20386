//! Words as people type them into a search: folded to one form, and alike in spite of a slip of the finger.

use unicode_normalization::UnicodeNormalization;

/// Words considered of one text; nobody searches for more.
const MOST_WORDS: usize = 400;

/// The words of a text in one form: small letters, without accents; in Arabic without vowel signs and with one form
/// of alef, ya and ta marbuta. Signs of Indic scripts carry meaning and stay.
pub fn folded(text: &str) -> Vec<String> {
    folded_to(text, MOST_WORDS)
}

/// The first so many words of a text, as [`folded`].
pub fn folded_to(text: &str, most: usize) -> Vec<String> {
    let flat: String =
        text.nfkd().filter(|c| !is_accent(*c)).flat_map(char::to_lowercase).map(one_form).collect();
    flat.split(|c: char| !(c.is_alphanumeric() || is_indic_sign(c)))
        .filter(|word| !word.is_empty())
        .take(most)
        .map(ToOwned::to_owned)
        .collect()
}

/// A text in parts, one after the other: each word with what it is folded to, and what stands between words with
/// nothing.
pub fn parts(text: &str) -> Vec<(&str, Vec<String>)> {
    let in_word = |c: char| c.is_alphanumeric() || is_accent(c) || is_indic_sign(c);
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = in_word(first);
        let end = rest.find(|c| in_word(c) != word).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push((part, if word { folded(part) } else { Vec::new() }));
        rest = after;
    }
    parts
}

/// Latin accents, Arabic vowel signs, the stroke that only stretches a word, and the joiners that only shape one.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
        || matches!(c, '\u{200c}' | '\u{200d}')
}

/// Vowel signs and viramas between Devanagari and Malayalam.
fn is_indic_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{d7f}') && !matches!(c, '\u{964}' | '\u{965}')
}

fn one_form(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        other => terms::ascii_digit(other),
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
        assert_eq!(folded("क्\u{200d}ष"), folded("क्ष"), "a joiner only shapes a word");
        assert_eq!(folded("شـــارع ١٢"), ["شارع", "12"]);
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

    #[test]
    fn the_parts_of_a_text_are_the_text() {
        let text = "Éclairage <b> شَارع 12.";
        let parts = parts(text);
        assert_eq!(parts.iter().map(|(part, _)| *part).collect::<String>(), text);
        let words: Vec<String> = parts.into_iter().flat_map(|(_, words)| words).collect();
        assert_eq!(words, folded(text));
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
