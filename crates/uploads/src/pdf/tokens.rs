//! The words of a PDF's objects. ISO 32000-2:2020, 7.2 and 7.3.

use crate::Unfit;
use std::borrow::Cow;

/// The most words of one object; a list of 300,000 pages has so many.
const MOST_TOKENS: usize = 1_000_000;
/// How deep arrays and dictionaries may stand in each other; those of real files stand four or five deep.
const DEEPEST: usize = 100;
/// What stands between objects and never inside one.
const BETWEEN: [&[u8]; 7] = [b"obj", b"endobj", b"stream", b"endstream", b"xref", b"trailer", b"startxref"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A name without its slash, its `#xx` resolved.
    Name(Cow<'a, [u8]>),
    Open(Bracket),
    Close(Bracket),
    /// A string, of which nothing matters.
    Text,
    /// A number or a keyword.
    Word(&'a [u8]),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracket {
    Array,
    Dictionary,
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | b'\x0c' | b'\r' | b' ')
}

/// Chrome's reader takes these for space, others for letters; so an object means different things to them.
pub(super) fn is_space_to_some(byte: u8) -> bool {
    matches!(byte, 0x80 | 0xff)
}

fn is_delimiter(byte: u8) -> bool {
    b"()<>[]{}/%".contains(&byte)
}

/// Where the next word begins, behind space and comments.
pub(super) fn next_word(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'%' => at += bytes[at..].iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count(),
            byte if is_space(*byte) => at += 1,
            _ => break,
        }
    }
    at
}

/// A whole number without a sign.
pub(super) fn integer(word: &[u8]) -> Option<u64> {
    std::str::from_utf8(word).ok().filter(|text| text.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
}

/// Reads one value and tells where it ends. What is not well formed is unfit: readers would each make something else
/// of it.
pub(super) fn value(bytes: &[u8], at: usize) -> Result<(Vec<Token<'_>>, usize), Unfit> {
    let mut reader = Reader { bytes, at };
    let (mut tokens, mut open) = (Vec::new(), Vec::new());
    loop {
        let token = reader.token()?;
        match &token {
            Token::Open(bracket) => open.push(*bracket),
            Token::Close(bracket) if open.pop() != Some(*bracket) => return Err(Unfit::Unchecked),
            Token::Word(word) if BETWEEN.contains(word) => return Err(Unfit::Unchecked),
            _ => {}
        }
        tokens.push(token);
        if open.len() > DEEPEST || tokens.len() > MOST_TOKENS {
            return Err(Unfit::Unchecked);
        }
        if open.is_empty() {
            return Ok((tokens, reader.at));
        }
    }
}

/// The words of nothing but numbers, as at the beginning of an object stream.
pub(super) fn integers(bytes: &[u8]) -> Result<Vec<u64>, Unfit> {
    let (mut reader, mut found) = (Reader { bytes, at: 0 }, Vec::new());
    while next_word(bytes, reader.at) < bytes.len() {
        match reader.token()? {
            Token::Word(word) => found.push(integer(word).ok_or(Unfit::Unchecked)?),
            _ => return Err(Unfit::Unchecked),
        }
    }
    Ok(found)
}

/// The first value of some that are well formed.
pub(super) fn first_value<'a, 'b>(tokens: &'b [Token<'a>]) -> &'b [Token<'a>] {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Open(_) => depth += 1,
            Token::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return &tokens[..=at];
        }
    }
    tokens
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn token(&mut self) -> Result<Token<'a>, Unfit> {
        self.at = next_word(self.bytes, self.at);
        let rest = &self.bytes[self.at..];
        let (token, length) = match rest {
            [b'<', b'<', ..] => (Token::Open(Bracket::Dictionary), 2),
            [b'>', b'>', ..] => (Token::Close(Bracket::Dictionary), 2),
            [b'[', ..] => (Token::Open(Bracket::Array), 1),
            [b']', ..] => (Token::Close(Bracket::Array), 1),
            [b'(', ..] => (Token::Text, literal(rest)?),
            [b'<', ..] => (Token::Text, hexadecimal(rest)?),
            [b'/', rest @ ..] => {
                let name = regular(rest)?;
                (Token::Name(resolved(name)), name.len() + 1)
            }
            _ => {
                let word = regular(rest)?;
                if word.is_empty() {
                    return Err(Unfit::Unchecked);
                }
                (Token::Word(word), word.len())
            }
        };
        self.at += length;
        Ok(token)
    }
}

/// The characters up to the next space or delimiter.
fn regular(rest: &[u8]) -> Result<&[u8], Unfit> {
    let length = rest.iter().take_while(|byte| !is_space(**byte) && !is_delimiter(**byte)).count();
    if rest[..length].iter().any(|byte| is_space_to_some(*byte)) {
        return Err(Unfit::Unchecked);
    }
    Ok(&rest[..length])
}

/// The length of a string in parentheses, which may stand in each other.
fn literal(rest: &[u8]) -> Result<usize, Unfit> {
    let (mut depth, mut escaped) = (0_usize, false);
    for (at, byte) in rest.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' if depth == 1 => return Ok(at + 1),
            b')' => depth -= 1,
            _ => {}
        }
    }
    Err(Unfit::Unchecked)
}

/// The length of a string of hexadecimal digits.
fn hexadecimal(rest: &[u8]) -> Result<usize, Unfit> {
    let inside = &rest[1..];
    let length = inside.iter().take_while(|byte| byte.is_ascii_hexdigit() || is_space(**byte)).count();
    if inside.get(length) == Some(&b'>') { Ok(length + 2) } else { Err(Unfit::Unchecked) }
}

/// A name with each `#xx` as the character that it stands for.
fn resolved(name: &[u8]) -> Cow<'_, [u8]> {
    if !name.contains(&b'#') {
        return Cow::Borrowed(name);
    }
    let digit = |at: usize| {
        name.get(at).and_then(|byte| char::from(*byte).to_digit(16)).and_then(|d| u8::try_from(d).ok())
    };
    let (mut found, mut at) = (Vec::with_capacity(name.len()), 0);
    while let Some(byte) = name.get(at) {
        if let (b'#', Some(high), Some(low)) = (byte, digit(at + 1), digit(at + 2)) {
            found.push(high << 4 | low);
            at += 3;
        } else {
            found.push(*byte);
            at += 1;
        }
    }
    Cow::Owned(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &[u8]) -> Vec<String> {
        let (tokens, _) = value(text, 0).unwrap();
        let name = |token: &Token<'_>| match token {
            Token::Name(name) => Some(String::from_utf8_lossy(name).into_owned()),
            _ => None,
        };
        tokens.iter().filter_map(name).collect()
    }

    #[test]
    fn names_are_found_and_strings_and_comments_passed_over() {
        let text = b"<</A(/B \\) (/C))/D<2F 45>%/F\n/G[/H 1 0 R/#4a#53]/I#2/J#zz>>/K";
        assert_eq!(names(text), ["A", "D", "G", "H", "JS", "I#2", "J#zz"]);
        assert_eq!(value(text, 0).unwrap().1, text.len() - 2);
    }

    #[test]
    fn what_readers_would_read_differently_is_unfit() {
        for text in [
            b"<</A 1".as_slice(),
            b"<</A [ >> ]",
            b"]",
            b"<</A (b >>",
            b"<</A <4x> >>",
            b"<</A stream >>",
            b"<</A endobj",
            b"<</A\x80/B 1>>",
            b"<</A\xff>>",
            b"<</A ) >>",
            b"",
            b"{}",
            &b"[".repeat(DEEPEST + 2),
            &b"[".repeat(1_000_000),
        ] {
            let shown = String::from_utf8_lossy(&text[..text.len().min(20)]);
            assert_eq!(value(text, 0).err(), Some(Unfit::Unchecked), "{shown}");
        }
    }

    #[test]
    fn numbers_are_plain() {
        assert_eq!(
            (integer(b"12"), integer(b"+1"), integer(b"1.0"), integer(b"")),
            (Some(12), None, None, None)
        );
        assert_eq!(integers(b" 1 0 %x\n 22 7 ").unwrap(), [1, 0, 22, 7]);
        assert!(integers(b"1 /A").is_err());
    }
}
