//! Digits as people write them: those of the scripts that the house speaks are the same numbers.

/// The noughts of Arabic, Persian, Devanagari and Tamil, each followed by its other digits.
const ZEROS: [char; 4] = ['٠', '۰', '०', '௦'];

/// A digit of any of these scripts as 0 to 9; every other character as it is.
pub fn ascii_digit(character: char) -> char {
    let above = |zero: &char| u32::from(character).checked_sub(u32::from(*zero));
    let digit = ZEROS.iter().filter_map(above).find_map(|number| char::from_digit(number, 10));
    digit.unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::ascii_digit;

    #[test]
    fn a_number_is_the_same_in_every_script() {
        for written in ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "௦௧௨௩௪௫௬௭௮௯"]
        {
            assert_eq!(written.chars().map(ascii_digit).collect::<String>(), "0123456789");
        }
        // Tamil has signs for ten, a hundred and a thousand right after nine.
        for other in ["a-/ ½²", "௰௱௲", "ङऽ", "０"] {
            assert_eq!(other.chars().map(ascii_digit).collect::<String>(), other);
        }
    }
}
