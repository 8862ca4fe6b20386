//! E-mail addresses and phone numbers in one written form, so that equal means the same.

use terms::{ContactPoint, ContactPointKind};

/// The longest address that mail can be sent to (RFC 5321, 4.5.3.1).
const LONGEST_EMAIL: usize = 254;
/// The lengths of phone numbers (ITU-T E.164).
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 5..=15;

/// An e-mail address in small letters; nothing when mail cannot be sent to it.
pub fn email(text: &str) -> Option<ContactPoint> {
    let address = text.trim().to_lowercase();
    let (local, domain) = address.rsplit_once('@')?;
    let printable = |part: &str| {
        !part.is_empty()
            && !part.chars().any(|c| c.is_whitespace() || c.is_control() || "<>()[],;:\"@".contains(c))
    };
    let labels = domain.split('.');
    let has_labels =
        domain.contains('.') && labels.clone().all(|label| !label.is_empty() && !label.starts_with('-'));
    let fits = address.len() <= LONGEST_EMAIL && printable(local) && printable(domain) && has_labels;
    fits.then_some(ContactPoint { kind: ContactPointKind::Email, value: address, verified: false })
}

/// A phone number as digits, with `+` where the country is known; nothing when nobody can be called there.
pub fn phone(text: &str) -> Option<ContactPoint> {
    let text: String = text.trim().chars().map(terms::ascii_digit).collect();
    let allowed = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-./()\u{202d}\u{202c}".contains(c);
    if !text.chars().all(allowed) || text.chars().skip(1).any(|c| c == '+') {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let (country_known, digits) = match digits.strip_prefix("00") {
        Some(international) => (true, international.to_owned()),
        None => (text.starts_with('+'), digits),
    };
    PHONE_DIGITS.contains(&digits.len()).then(|| ContactPoint {
        kind: ContactPointKind::Phone,
        value: if country_known { format!("+{digits}") } else { digits },
        verified: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(point: Option<ContactPoint>) -> Option<String> {
        point.map(|point| point.value)
    }

    #[test]
    fn the_same_address_is_written_in_one_way() {
        assert_eq!(value(email(" Mae.Lee@Example.ORG ")).as_deref(), Some("mae.lee@example.org"));
        for number in ["+1 (617) 555-0134", "001 617 555 0134", "+16175550134"] {
            assert_eq!(value(phone(number)).as_deref(), Some("+16175550134"), "{number}");
        }
        for number in ["617.555.0134", "٦١٧٥٥٥٠١٣٤", "६१७ ५५५ ०१३४", "௬௧௭ ௫௫௫ ௦௧௩௪"]
        {
            assert_eq!(value(phone(number)).as_deref(), Some("6175550134"), "{number}");
        }
    }

    #[test]
    fn what_reaches_nobody_is_refused() {
        for text in [
            "",
            "mae",
            "mae@",
            "@example.org",
            "mae@localhost",
            "mae lee@example.org",
            "a@b@c.d",
            "x@.org",
            "x@y..z",
            "<x@y.z>",
            "x@y.z\r\nBcc: all",
        ] {
            assert_eq!(email(text), None, "{text}");
        }
        for text in ["", "911", "call me", "+1+2345678", "1234567890123456"] {
            assert_eq!(phone(text), None, "{text}");
        }
        assert_eq!(email(&format!("{}@example.org", "x".repeat(300))), None);
    }

    proptest! {
        #[test]
        fn normal_forms_stay_as_they_are(text in ".{0,40}") {
            for normalise in [email, phone] {
                if let Some(point) = normalise(&text) {
                    prop_assert_eq!(normalise(&point.value), Some(point));
                }
            }
        }
    }
}
