//! Where maps get their pictures: an address with places for the picture, and nothing that could say more.

/// Checks the address of a tile server, such as `https://tiles.example/{z}/{x}/{y}.png`.
///
/// # Errors
/// Says what is wrong with it: a scheme other than HTTP, a host with anything but letters, digits, dots, hyphens and a
/// port, or a place that is missing.
pub fn checked_tiles(template: &str) -> Result<String, String> {
    let mend = "write it like https://tiles.example/{z}/{x}/{y}.png";
    if origin(template).is_none() {
        return Err(format!("{template:?} names no server; {mend}"));
    }
    let missing = ["{z}", "{x}", "{y}"].into_iter().find(|place| !template.contains(place));
    missing.map_or_else(|| Ok(template.to_owned()), |place| Err(format!("{place} is missing; {mend}")))
}

/// The origin of an address; nothing where its server's name could be read as something else in a header.
pub(crate) fn origin(template: &str) -> Option<String> {
    let (scheme, rest) = template.split_once("://")?;
    let host = rest.split('/').next()?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
    (matches!(scheme, "http" | "https") && !host.is_empty() && host.bytes().all(is_plain))
        .then(|| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::{checked_tiles, origin};
    use proptest::prelude::*;

    #[test]
    fn an_address_that_could_say_more_than_an_origin_says_nothing() {
        for hostile in [
            "",
            "tiles",
            "ftp://a/b",
            "https:///x",
            "https://a b/",
            "https://a; script-src */",
            "https://{s}.a/x",
            "https://*/x",
            "https://a@b/x",
        ] {
            assert_eq!(origin(hostile), None, "{hostile}");
            assert!(checked_tiles(hostile).is_err(), "{hostile}");
        }
        assert_eq!(origin("http://[::1]:8080/{z}").as_deref(), Some("http://[::1]:8080"));
        let error = checked_tiles("https://tiles.example/{z}/{x}.png").unwrap_err();
        assert!(error.starts_with("{y} is missing; "), "{error}");
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_policy(text in ".{0,60}") {
            let policy = crate::guard::content_policy(Some(&text));
            prop_assert!(axum::http::HeaderValue::try_from(&policy).is_ok());
            prop_assert_eq!(policy.matches(';').count(), crate::guard::content_policy(None).matches(';').count());
        }
    }
}
