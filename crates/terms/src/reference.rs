//! The case's public name: 40 random bits and a check character, safe to read aloud, never a secret.

use crate::Chance;
use std::fmt;
use std::str::FromStr;

/// Crockford's base 32: no I, L, O or U, so that nothing is mistaken when spoken or copied by hand.
pub(crate) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters that carry chance; one more is computed from them.
const RANDOM_CHARACTERS: usize = 8;
const LENGTH: usize = RANDOM_CHARACTERS + 1;

/// A reference such as `K7Q-F2M-XDR`; stored and compared without its hyphens.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference([u8; LENGTH]);

/// Why a text is not a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceError {
    /// Not nine characters once spaces and hyphens are left out.
    Length,
    /// A character that references never hold.
    Character(char),
    /// The check character does not fit: something was misread or mistyped.
    Check,
}

impl Reference {
    /// A new reference; 40 bits of chance, so that none can be guessed from another.
    pub fn new(chance: &Chance) -> Self {
        let bits = u64::from_le_bytes(chance.bytes());
        let mut digits = [0; RANDOM_CHARACTERS];
        for (place, digit) in digits.iter_mut().enumerate() {
            *digit = (bits >> (5 * place)).to_le_bytes()[0] & 31;
        }
        Self::from_digits(digits)
    }

    fn from_digits(digits: [u8; RANDOM_CHARACTERS]) -> Self {
        let mut text = [0; LENGTH];
        for (character, digit) in text.iter_mut().zip(digits.iter().chain([&check(digits)])) {
            *character = ALPHABET[usize::from(*digit)];
        }
        Self(text)
    }

    /// The references that one with a wrong check character may be meant for: one character was misread, or two that
    /// stand together came in the wrong order.
    pub fn near(text: &str) -> Vec<Self> {
        let written: Vec<u8> =
            text.chars().filter(|c| !c.is_whitespace() && *c != '-').filter_map(digit).collect();
        let Ok(written) = <[u8; LENGTH]>::try_from(written) else { return Vec::new() };
        let other = (0..LENGTH).flat_map(|place| {
            (0..32).map(move |digit| {
                let mut digits = written;
                digits[place] = digit;
                digits
            })
        });
        let swapped = (1..LENGTH).map(|place| {
            let mut digits = written;
            digits.swap(place - 1, place);
            digits
        });
        let right = other
            .chain(swapped)
            .filter(|&[random @ .., last]| check(random) == last)
            .map(|[random @ .., _]| Self::from_digits(random));
        let mut near: Vec<Self> = right.collect();
        near.sort_unstable();
        near.dedup();
        near
    }

    /// How references begin that somebody has begun to write: at least three of their characters, a digit or a hyphen
    /// among them, as words have neither.
    pub fn beginning(text: &str) -> Option<String> {
        let text = text.trim();
        let written: Option<String> = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|character| Some(char::from(ALPHABET[usize::from(digit(character)?)])))
            .collect();
        let marked = text.contains('-') || text.chars().any(|c| crate::ascii_digit(c).is_ascii_digit());
        written.filter(|written| marked && (3..LENGTH).contains(&written.len()))
    }

    /// The nine characters without hyphens, as stored.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// The parity digit over GF(32), x⁵+x²+1: digit `i` is weighted with αⁱ⁺¹, the check with α⁰.
/// All weights differ and none is zero, so every single wrong digit and every swap of two digits shows.
fn check(digits: [u8; RANDOM_CHARACTERS]) -> u8 {
    // Horner from the last digit: each step multiplies by α.
    digits.iter().rev().fold(0, |sum, digit| times_alpha(sum ^ digit))
}

fn times_alpha(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 0b10_0000 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

pub(crate) fn digit(character: char) -> Option<u8> {
    let upper = match crate::ascii_digit(character).to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|known| char::from(*known) == upper).and_then(|place| u8::try_from(place).ok())
}

impl FromStr for Reference {
    type Err = ReferenceError;

    /// Reads what people write: small letters, O for 0, I or L for 1, spaces and hyphens anywhere.
    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        let mut digits = [0; LENGTH];
        let mut count = 0;
        for character in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let value = digit(character).ok_or(ReferenceError::Character(character))?;
            *digits.get_mut(count).ok_or(ReferenceError::Length)? = value;
            count += 1;
        }
        let [random @ .., last] = digits;
        match count {
            LENGTH if check(random) == last => Ok(Self::from_digits(random)),
            LENGTH => Err(ReferenceError::Check),
            _ => Err(ReferenceError::Length),
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.as_str();
        write!(f, "{}-{}-{}", &text[0..3], &text[3..6], &text[6..9])
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reference({self})")
    }
}

impl fmt::Display for ReferenceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length => f.write_str("a reference has nine letters and digits, such as K7Q-F2M-XD5"),
            Self::Character(character) => write!(f, "{character:?} never stands in a reference"),
            Self::Check => {
                f.write_str("the reference is mistyped: its last character does not fit the others")
            }
        }
    }
}

impl std::error::Error for ReferenceError {}

impl serde::Serialize for Reference {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Reference {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_reference() -> impl Strategy<Value = Reference> {
        any::<[u8; 32]>().prop_map(|seed| Reference::new(&Chance::from_seed(seed)))
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(reference in any_reference()) {
            prop_assert_eq!(reference.to_string().parse::<Reference>(), Ok(reference));
            prop_assert_eq!(reference.as_str().to_lowercase().parse::<Reference>(), Ok(reference));
        }

        #[test]
        fn one_wrong_character_is_seen(reference in any_reference(), place in 0..LENGTH, other in 0..32_usize) {
            let mut text = *reference.as_str().as_bytes().first_chunk::<LENGTH>().unwrap();
            prop_assume!(text[place] != ALPHABET[other]);
            text[place] = ALPHABET[other];
            let text = std::str::from_utf8(&text).unwrap();
            prop_assert_eq!(text.parse::<Reference>(), Err(ReferenceError::Check));
            prop_assert!(Reference::near(text).contains(&reference), "what was meant is found");
        }

        #[test]
        fn two_swapped_characters_are_seen(reference in any_reference(), a in 0..LENGTH, b in 0..LENGTH) {
            let mut text = *reference.as_str().as_bytes().first_chunk::<LENGTH>().unwrap();
            prop_assume!(text[a] != text[b]);
            text.swap(a, b);
            let text = std::str::from_utf8(&text).unwrap();
            prop_assert_eq!(text.parse::<Reference>(), Err(ReferenceError::Check));
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in ".{0,40}") {
            let _ = text.parse::<Reference>();
            prop_assert!(Reference::near(&text).len() <= 2 * LENGTH);
            let _ = Reference::beginning(&text);
        }
    }

    #[test]
    fn a_reference_is_read_as_people_write_it() {
        let reference = Reference::from_digits([0, 1, 0, 1, 2, 3, 4, 5]);
        let spoken =
            reference.to_string().to_lowercase().replace('0', "o").replace('1', "l").replace('-', " ");
        assert_eq!(spoken.parse(), Ok(reference));
        assert_eq!("".parse::<Reference>(), Err(ReferenceError::Length));
        assert_eq!(Reference::beginning("k7q-f2").as_deref(), Some("K7QF2"));
        assert_eq!((Reference::beginning("lamp"), Reference::beginning("k7")), (None, None));
        assert_eq!("K7QF2MXDRR2".parse::<Reference>(), Err(ReferenceError::Length));
        assert_eq!("U7QF2MXDR".parse::<Reference>(), Err(ReferenceError::Character('U')));
    }
}
