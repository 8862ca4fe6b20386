//! Patterns that every tool reads alike: what JavaScript and our own engine take for the same.

use crate::fault::Wrong;
use regex::{Regex, RegexBuilder};

/// The longest pattern, in characters.
const LONGEST: usize = 200;
/// What a compiled pattern may take, in bytes; `{1000}{1000}` would take more.
const LARGEST_COMPILED: usize = 256 * 1024;
/// How deep brackets may be nested.
const DEEPEST: u32 = 10;

/// A pattern. It is matched in time that grows with the answer only, never by trying back and forth.
pub(crate) fn read(text: &str) -> Result<Regex, Wrong> {
    if text.chars().count() > LONGEST {
        return Err(Wrong::new("the pattern is too long", format!("use at most {LONGEST} characters")));
    }
    if let Some(part) = dialect(text) {
        return Err(Wrong::new(
            format!("{part:?} means different things to different tools"),
            "write classes out, such as [0-9] or [A-Za-z], and put a backslash before signs only",
        ));
    }
    RegexBuilder::new(text).size_limit(LARGEST_COMPILED).nest_limit(DEEPEST).build().map_err(|error| {
        let last = error.to_string();
        let last = last.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
        Wrong::new(format!("the pattern cannot be read: {last}"), "write it like ^[0-9]{3}-[0-9]{4}$")
    })
}

/// What other tools would read in another way, if there is any of it.
fn dialect(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    let mut in_class = false;
    while let Some(&c) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        match (c, next) {
            ('\\', Some(next)) if next.is_alphanumeric() => return Some(format!("\\{next}")),
            ('\\', _) => at += 1,
            ('(', Some('?')) if !in_class && chars.get(at + 2) != Some(&':') => return Some("(?".to_owned()),
            ('[', _) if in_class => return Some("[[".to_owned()),
            ('[', Some(']')) => return Some("[]".to_owned()),
            ('[', Some('^')) if chars.get(at + 2) == Some(&']') => return Some("[^]".to_owned()),
            ('[', _) => in_class = true,
            (']', _) => in_class = false,
            ('&' | '~' | '-', Some(next)) if in_class && next == c => return Some(format!("{c}{next}")),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn common_patterns_are_read() {
        for (pattern, good, bad) in [
            ("^[0-9]{3}-[0-9]{4}$", "555-0100", "5550100"),
            ("^[A-Z]{2}[0-9]+$", "AB12", "ab12"),
            ("^(?:street|lane) [0-9]+\\.$", "lane 4.", "lane 4"),
            ("^[^-]+$", "ab", "a-b"),
            ("^[ء-ي ]+$", "واحة القمر", "Qamar"),
        ] {
            let pattern = read(pattern).unwrap();
            assert!(pattern.is_match(good) && !pattern.is_match(bad), "{pattern}");
        }
    }

    #[test]
    fn what_tools_read_differently_is_refused() {
        for pattern in [
            "\\d+",
            "[\\w]",
            "(?i)a",
            "(?=a)",
            "(?P<a>b)",
            "[[:alpha:]]",
            "[a-z&&b]",
            "\\1",
            "[a--b]",
            "[]a]",
            "[^]",
        ] {
            assert!(read(pattern).unwrap_err().problem.contains("different tools"), "{pattern}");
        }
    }

    #[test]
    fn hostile_patterns_are_refused_or_quick() {
        for pattern in ["(", "[", "a{2,1}", "*", "((((((((((((a))))))))))))", "(?:a{1000}){1000}", "\\"] {
            assert!(read(pattern).is_err(), "{pattern}");
        }
        assert!(read(&"a".repeat(201)).unwrap_err().mend.contains("200"));
        // What takes other engines for ever.
        assert!(!read("^(a+)+$").unwrap().is_match(&format!("{}b", "a".repeat(4_000))));
    }
}
