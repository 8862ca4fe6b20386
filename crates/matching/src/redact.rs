//! Taking addresses and numbers of people out of words before the public reads them.

/// Numbers shorter than this reach nobody.
const FEWEST_DIGITS: usize = 7;

/// The words with e-mail addresses and phone numbers left out.
pub fn redact(words: &str) -> String {
    let mut redacted = String::with_capacity(words.len());
    let mut rest = words;
    while !rest.is_empty() {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let (digits, length) = number_ahead(rest);
        if is_email(word) {
            redacted.push_str("[e-mail]");
            rest = after;
        } else if digits >= FEWEST_DIGITS && !is_date(rest) {
            redacted.push_str("[phone]");
            rest = &rest[length..];
        } else {
            redacted.push_str(word);
            rest = after;
        }
        let space = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
        redacted.push_str(&rest[..space]);
        rest = &rest[space..];
    }
    redacted
}

/// Whether a text begins with a date such as 2015-03-02.
fn is_date(text: &str) -> bool {
    let shape: Vec<u8> =
        text.bytes().take(11).map(|byte| if byte.is_ascii_digit() { b'9' } else { byte }).collect();
    shape.starts_with(b"9999-99-99") && shape.get(10) != Some(&b'9')
}

fn is_email(word: &str) -> bool {
    let trimmed = word.trim_matches(|c: char| c.is_ascii_punctuation());
    trimmed.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
}

/// How many digits a number at the beginning of a text has, with the signs and spaces that phone numbers are
/// written with, and how long it is. Dates and house numbers have fewer digits than a phone number.
fn number_ahead(text: &str) -> (usize, usize) {
    let (mut digits, mut length) = (0, 0);
    for (at, character) in text.char_indices() {
        if character.is_ascii_digit() {
            digits += 1;
            length = at + 1;
        } else if !"+-.() ".contains(character) {
            let glued = character.is_alphanumeric() && at == length;
            return if glued { (0, 0) } else { (digits, length) };
        }
    }
    (digits, length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn people_can_not_be_reached_through_what_is_public() {
        assert_eq!(redact("Write to mae@example.org, please."), "Write to [e-mail] please.");
        assert_eq!(redact("call (617) 555-0134 after 5"), "call [phone] after 5");
        assert_eq!(redact("+44 20 7946 0958"), "[phone]");
    }

    #[test]
    fn what_names_no_one_stays() {
        for words in [
            "Pole 1234 at 12-14 Main St",
            "since 2015-03-02",
            "two\nlines  of text",
            "@ 7th & Main",
            "",
            "BL123456789X",
        ] {
            assert_eq!(redact(words), words);
        }
    }

    proptest! {
        #[test]
        fn no_words_make_it_panic_and_twice_is_once(words in ".{0,80}") {
            let once = redact(&words);
            prop_assert_eq!(redact(&once), once);
        }
    }
}
