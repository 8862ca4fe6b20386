//! The date of Easter, from which many holidays are counted.

use jiff::civil::{Date, date};

/// Easter Sunday of the western churches. Source: the "Anonymous Gregorian" computus, Nature, 20 April 1876.
#[expect(clippy::many_single_char_names, reason = "the names of the published algorithm")]
pub(crate) fn western(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// Easter Sunday of the eastern churches, on the Gregorian calendar. Source: Meeus, Astronomical Algorithms,
/// chapter 8; the Julian date is moved by the difference of the calendars (13 days from 1900 to 2099).
#[expect(clippy::many_single_char_names, reason = "the names of the published algorithm")]
pub(crate) fn eastern(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 4, y % 7, y % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let days = d + e + 22; // days from 1 March of the Julian calendar, counted from one
    let difference = y / 100 - y / 400 - 2;
    date(year, 3, 1).checked_add(jiff::Span::new().days(days - 1 + difference)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_easters() {
        for (year, month, day) in [(2015, 4, 5), (2016, 3, 27), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)] {
            assert_eq!(western(year), Some(date(year, month, day)));
        }
        for (year, month, day) in [(2015, 4, 12), (2016, 5, 1), (2024, 5, 5), (2025, 4, 20), (2030, 4, 28)] {
            assert_eq!(eastern(year), Some(date(year, month, day)));
        }
    }
}
