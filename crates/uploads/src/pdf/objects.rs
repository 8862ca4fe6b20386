//! Every place of a PDF that a reader could take for an object.

use super::tokens::{self, Bracket, Token, is_space, is_space_to_some, next_word};
use crate::Unfit;

/// An array or a dictionary with a number, or the trailer as number 0.
pub(super) struct Object<'a> {
    pub(super) number: u64,
    pub(super) tokens: Vec<Token<'a>>,
    /// Where the data of its stream begins, if it is one.
    pub(super) data_at: Option<usize>,
    /// How many bytes were read to know this.
    pub(super) read_bytes: usize,
}

impl Object<'_> {
    /// How often a name stands in it.
    pub(super) fn count(&self, name: &str) -> usize {
        let is = |token: &&Token<'_>| matches!(token, Token::Name(found) if &**found == name.as_bytes());
        self.tokens.iter().filter(is).count()
    }

    /// What follows a name.
    pub(super) fn after(&self, name: &str) -> &[Token<'_>] {
        let is = |token: &Token<'_>| matches!(token, Token::Name(found) if &**found == name.as_bytes());
        self.tokens.iter().position(is).map_or(&[], |at| &self.tokens[at + 1..])
    }
}

/// All objects, in streams, strings and comments too: a table of objects may point there. Numbers, names and strings
/// that stand alone do nothing, so they are left out.
pub(super) fn all(bytes: &[u8]) -> impl Iterator<Item = Result<Object<'_>, Unfit>> {
    let places = (0..bytes.len()).filter_map(|at| match bytes[at] {
        b'o' if bytes[at..].starts_with(b"obj") && stands_alone(bytes, at) => Some((at, at + 3)),
        b't' if bytes[at..].starts_with(b"trailer") => Some((at, at + 7)),
        _ => None,
    });
    places.filter_map(|(at, after)| object(bytes, at, after).transpose())
}

/// Whether what stands before `obj` could end a number or a comment; in `endobj` it does not.
fn stands_alone(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied();
    before.is_some_and(|byte| is_space(byte) || byte.is_ascii_digit() || is_space_to_some(byte))
}

fn object(bytes: &[u8], at: usize, after: usize) -> Result<Option<Object<'_>>, Unfit> {
    let begin = gap(bytes, after)?;
    if !bytes[begin..].starts_with(b"<<") && !bytes[begin..].starts_with(b"[") {
        // A long comment behind many `obj` would be read over again and again.
        return if begin - after > LONGEST_GAP { Err(Unfit::Unchecked) } else { Ok(None) };
    }
    // An object whose number is not where it should be could be found by some readers only.
    let number = if bytes[at] == b't' { 0 } else { number(&bytes[..at]).ok_or(Unfit::Unchecked)? };
    let (tokens, end) = tokens::value(bytes, begin)?;
    let next = gap(bytes, end)?;
    let is_stream =
        tokens.first() == Some(&Token::Open(Bracket::Dictionary)) && bytes[next..].starts_with(b"stream");
    let data_at = is_stream.then_some(next + b"stream".len());
    Ok(Some(Object { number, tokens, data_at, read_bytes: next - after }))
}

/// Where the next word begins, which must be there for all readers.
fn gap(bytes: &[u8], at: usize) -> Result<usize, Unfit> {
    let next = next_word(bytes, at);
    if bytes.get(next).is_some_and(|byte| is_space_to_some(*byte)) { Err(Unfit::Unchecked) } else { Ok(next) }
}

/// The most space and comments between `obj` and what is no object.
const LONGEST_GAP: usize = 1024;

/// The object's number of `12 0 ` at the end of what stands before `obj`.
fn number(before: &[u8]) -> Option<u64> {
    let (_, before) = last_number(before)?;
    let (number, rest) = last_number(before)?;
    (rest.len() < before.len()).then(|| tokens::integer(number))?
}

/// The last number, behind which only space may stand, and what stands before it.
fn last_number(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().rposition(|byte| !is_space(*byte))? + 1;
    let digits = bytes[..end].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    (digits > 0).then(|| (&bytes[end - digits..end], &bytes[..end - digits]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(bytes: &[u8]) -> Result<Vec<u64>, Unfit> {
        all(bytes).map(|object| object.map(|object| object.number)).collect()
    }

    #[test]
    fn objects_are_found_wherever_they_stand() {
        let text = b"1 0 obj<</A 1>>endobj 2 0 obj [] endobj 3 0 obj 5 endobj\n\
            4 0 obj<<>>stream 5 0 obj <</B 2>> endstream endobj (6 0\nobj\n<<>>) % 7 0 obj[]\ntrailer<</Root 1 0 R>>";
        assert_eq!(numbers(text), Ok(vec![1, 2, 4, 5, 6, 7, 0]));
    }

    #[test]
    fn an_object_with_a_hidden_number_is_unfit() {
        assert_eq!(numbers(b"1 0 %x\nobj <<>>"), Err(Unfit::Unchecked));
        assert_eq!(numbers(b"1 0\x80obj <<>>"), Err(Unfit::Unchecked));
        assert_eq!(numbers(b"0 obj <<>>"), Err(Unfit::Unchecked));
        assert_eq!(numbers(b"no obj here"), Ok(vec![]));
    }

    #[test]
    fn streams_are_told_from_other_objects() {
        let found: Vec<_> =
            all(b"1 0 obj<</First 1>>\r\nstream\r\nx 2 0 obj<</First 2 0 R>>endobj").collect();
        let data: Vec<_> = found.iter().map(|object| object.as_ref().unwrap().data_at).collect();
        assert_eq!(data, [Some(27), None]);
    }
}
