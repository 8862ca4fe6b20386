//! Counts, shares and durations as people read them.

use crate::{Argument, Language};

impl Language {
    /// A whole number with its thousands set apart.
    pub fn count(self, number: u64) -> String {
        let separator = if self.tag() == "es" { '.' } else { ',' };
        let digits = number.to_string();
        let mut text = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }

    /// A share from 0 to 1 in per cent, always with one decimal, so that numbers below each other align.
    pub fn percent(self, share: f64) -> String {
        let text = format!("{:.1}", share * 100.0);
        match self.tag() {
            "es" => format!("{} %", text.replace('.', ",")),
            "ar" => format!("{text}٪"),
            _ => format!("{text} %"),
        }
    }

    /// A duration in the unit in which people would say it.
    #[expect(clippy::cast_possible_truncation, reason = "durations are far below 2^63 minutes")]
    pub fn duration(self, seconds: f64) -> String {
        let (unit, length) = match seconds {
            s if s < 5_400.0 => ("time-minutes", 60.0),
            s if s < 172_800.0 => ("time-hours", 3_600.0),
            _ => ("time-days", 86_400.0),
        };
        let count = (seconds / length).round().max(1.0) as i64;
        self.say_with(unit, &[("count", Argument::Count(count))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        let [en, es, ar] = ["en", "es", "ar"].map(|tag| Language::of(tag).unwrap());
        assert_eq!(
            (en.count(1_234_567), es.count(1_000), en.count(0)),
            ("1,234,567".into(), "1.000".into(), "0".into())
        );
        assert_eq!(
            (en.percent(0.5), en.percent(0.8213), es.percent(0.8213), ar.percent(1.0)),
            ("50.0 %".into(), "82.1 %".into(), "82,1 %".into(), "100.0٪".into())
        );
        assert_eq!(
            (en.duration(20.0), en.duration(7_200.0), en.duration(86_400.0 * 10.2)),
            ("one minute".into(), "2 hours".into(), "10 days".into())
        );
    }

    #[test]
    fn arabic_has_a_dual() {
        let ar = Language::of("ar").unwrap();
        assert_eq!(
            (ar.duration(86_400.0 * 2.0).as_str(), ar.duration(7_200.0).as_str()),
            ("يومين", "ساعتين")
        );
    }
}
