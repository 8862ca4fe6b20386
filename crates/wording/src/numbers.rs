//! Counts and shares as people read them.
//!
//! How figures are written is a fact of each language, from the Unicode Common Locale Data Repository (CLDR 48); the
//! tests ask ICU4X for it. English keeps a space before its per cent sign, where CLDR has none.

use crate::Language;

/// How a language writes figures.
struct Figures {
    /// Between groups of digits.
    group: char,
    /// Before the decimals.
    decimal: char,
    /// The per cent sign, with the space before it.
    percent: &'static str,
    /// How many digits the groups before the last three have.
    grouped: usize,
    /// From how many digits on there are groups.
    from: usize,
}

const WESTERN: Figures = Figures { group: ',', decimal: '.', percent: " %", grouped: 3, from: 4 };
const INDIAN: Figures = Figures { percent: "%", grouped: 2, ..WESTERN };
/// CLDR writes Western digits for Arabic as such, and others only for some of its countries.
const ARABIC: Figures = Figures { percent: "٪", ..WESTERN };
const SPANISH: Figures = Figures { group: '.', decimal: ',', percent: "\u{a0}%", grouped: 3, from: 5 };
const FRENCH: Figures = Figures { group: '\u{202f}', from: 4, ..SPANISH };

impl Language {
    fn figures(self) -> Figures {
        match self.tag() {
            "ar" => ARABIC,
            "es" => SPANISH,
            "fr" => FRENCH,
            "hi" | "ta" => INDIAN,
            _ => WESTERN,
        }
    }

    /// A whole number with its digits in groups: `1,234,567`.
    pub fn count(self, number: u64) -> String {
        self.grouped(&number.to_string())
    }

    /// A share from 0 to 1 in per cent, always with one decimal, so that numbers below each other align: `82.1 %`.
    pub fn percent(self, share: f64) -> String {
        self.grouped(&format!("{:.1}", share * 100.0)) + self.figures().percent
    }

    /// A number as the machine writes it, `-1234.5`, as the language does.
    pub(crate) fn grouped(self, plain: &str) -> String {
        let figures = self.figures();
        let (sign, unsigned) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
        let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let many = whole.chars().count();
        let mut text = sign.to_owned();
        for (place, digit) in whole.chars().enumerate() {
            let left = many - place;
            let begins = left == 3 || left > 3 && (left - 3).is_multiple_of(figures.grouped);
            if place > 0 && begins && many >= figures.from {
                text.push(figures.group);
            }
            text.push(digit);
        }
        if !decimals.is_empty() {
            text.push(figures.decimal);
            text.push_str(decimals);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use crate::{Argument, Language};
    use icu_decimal::{DecimalFormatter, input::Decimal};
    use proptest::prelude::*;

    fn of(tag: &str) -> Language {
        Language::of(tag).unwrap()
    }

    fn icu(language: Language) -> DecimalFormatter {
        let locale: icu_locale_core::Locale = language.tag().parse().unwrap();
        DecimalFormatter::try_new(locale.into(), icu_decimal::options::DecimalFormatterOptions::default())
            .unwrap()
    }

    #[test]
    fn counts_are_written_as_each_language_does() {
        let written = |tag| (of(tag).count(0), of(tag).count(1_000), of(tag).count(12_345_678));
        let texts = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(written("en"), texts("0", "1,000", "12,345,678"));
        assert_eq!(written("es"), texts("0", "1000", "12.345.678"));
        assert_eq!(written("ar"), texts("0", "1,000", "12,345,678"));
        assert_eq!(written("ta"), texts("0", "1,000", "1,23,45,678"));
        assert_eq!(written("hi"), texts("0", "1,000", "1,23,45,678"));
        assert_eq!(written("fr"), texts("0", "1\u{202f}000", "12\u{202f}345\u{202f}678"));
    }

    #[test]
    fn shares_have_one_decimal_in_every_language() {
        for (tag, half, most) in [
            ("en", "50.0 %", "82.1 %"),
            ("es", "50,0\u{a0}%", "82,1\u{a0}%"),
            ("ar", "50.0٪", "82.1٪"),
            ("ta", "50.0%", "82.1%"),
            ("hi", "50.0%", "82.1%"),
            ("fr", "50,0\u{a0}%", "82,1\u{a0}%"),
        ] {
            assert_eq!(
                (of(tag).percent(0.5).as_str(), of(tag).percent(0.8213).as_str()),
                (half, most),
                "{tag}"
            );
        }
        assert_eq!(
            (of("en").percent(12.5), of("es").percent(-0.5)),
            ("1,250.0 %".into(), "-50,0\u{a0}%".into())
        );
    }

    #[test]
    fn counts_inside_messages_are_grouped_too() {
        let said = |tag| of(tag).say_with("score-rating-n", &[("count", Argument::Count(1_234_567))]);
        assert_eq!(said("en"), "From 1,234,567 ratings");
        assert_eq!(said("es"), "Según 1.234.567 opiniones");
        assert_eq!(said("hi"), "12,34,567 लोगों की राय से");
        assert_eq!(said("fr"), "D’après 1\u{202f}234\u{202f}567 avis");
    }

    #[test]
    fn arabic_plurals_go_by_the_last_two_digits() {
        // The categories of CLDR 48.
        for (count, text) in [
            (0, "لم يقيّم أحد بعد"),
            (1, "من تقييم واحد"),
            (2, "من تقييمين"),
            (3, "من 3 تقييمات"),
            (10, "من 10 تقييمات"),
            (11, "من 11 تقييمًا"),
            (99, "من 99 تقييمًا"),
            (100, "من 100 تقييم"),
            (102, "من 102 تقييم"),
            (103, "من 103 تقييمات"),
            (111, "من 111 تقييمًا"),
            (1_000, "من 1,000 تقييم"),
            (1_234_567, "من 1,234,567 تقييمًا"),
        ] {
            let said = of("ar").say_with("score-rating-n", &[("count", Argument::Count(count))]);
            assert_eq!(said.replace(['\u{2068}', '\u{2069}'], ""), text);
        }
    }

    proptest! {
        #[test]
        fn any_number_is_written_as_icu_does(number: u64, tenths in 0_u64..10_000_000_000) {
            for language in Language::all() {
                let icu = icu(language);
                prop_assert_eq!(language.count(number), icu.format(&Decimal::from(number)).to_string());
                let mut decimal = Decimal::from(tenths);
                decimal.multiply_pow10(-1);
                let plain = format!("{}.{}", tenths / 10, tenths % 10);
                prop_assert_eq!(language.grouped(&plain), icu.format(&decimal).to_string());
            }
        }
    }
}
