//! The letters that receipt printers have, as Windows 1252 numbers them.

use super::Unprintable;

/// What Windows 1252 has where Latin-1 has controls: 0x80 to 0x9f, a space where there is nothing.
const EXTRA: [char; 32] = [
    '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’', '“', '”',
    '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
];

/// Whether a byte is a visible letter of ASCII.
pub(super) const fn is_visible(byte: u8) -> bool {
    byte > b' ' && byte < 0x7f
}

/// A text in the printer's letters: what controls becomes a space, and what only directs a reading eye is left out.
pub(super) fn encoded(text: &str) -> Result<Vec<u8>, Unprintable> {
    let letters = text.chars().filter(|letter| !directs(*letter)).map(byte_of);
    let bytes = letters.collect::<Result<Vec<u8>, Unprintable>>()?;
    Ok(bytes.trim_ascii().to_vec())
}

/// Marks of direction, joiners and the byte order mark.
const fn directs(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn byte_of(letter: char) -> Result<u8, Unprintable> {
    match letter {
        letter if letter.is_control() || letter.is_whitespace() => Ok(b' '),
        ' '..='~' | '\u{a1}'..='\u{ff}' => u8::try_from(letter).map_err(|_| Unprintable::Letter(letter)),
        letter => {
            let place = EXTRA.iter().position(|extra| *extra == letter);
            let byte = place.and_then(|place| u8::try_from(0x80 + place).ok());
            byte.ok_or(Unprintable::Letter(letter))
        }
    }
}
