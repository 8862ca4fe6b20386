//! Object streams: compressed, so they are inflated under strict limits and their objects read. ISO 32000-2, 7.5.7.

use super::objects::Object;
use super::tokens::{self, Bracket, Token, is_space};
use crate::Unfit;
use flate2::bufread::ZlibDecoder;
use std::io::Read;

/// The most bytes that all object streams of a PDF may have when inflated.
pub const MOST_INFLATED_BYTES: usize = 64 << 20;
/// How many times its own size a stream may have when inflated. Objects are text and shrink to a fifth, at best to a
/// thirtieth.
pub const HIGHEST_PDF_RATIO: usize = 200;

/// What may still be read and written while inflating.
pub(super) struct Room {
    in_bytes: usize,
    out_bytes: usize,
}

impl Room {
    /// Streams do not overlap in a sound file, so together they have at most its bytes.
    pub(super) fn new(file_bytes: usize) -> Self {
        Self { in_bytes: file_bytes, out_bytes: MOST_INFLATED_BYTES }
    }
}

/// An object stream, inflated: numbers and places first, then the objects.
pub(super) struct Unpacked {
    pub(super) bytes: Vec<u8>,
    places: Vec<(u64, usize)>,
}

impl Unpacked {
    /// The objects, each read from its own place: one could hide in another's string.
    pub(super) fn objects(&self) -> impl Iterator<Item = Result<Object<'_>, Unfit>> {
        self.places.iter().map(|(number, at)| {
            let (tokens, end) = tokens::value(&self.bytes, *at)?;
            Ok(Object { number: *number, tokens, data_at: None, read_bytes: end - at })
        })
    }
}

/// Where an object stream lies and what its dictionary says.
pub(super) struct Packed {
    data_at: usize,
    count: usize,
    first: usize,
}

impl Packed {
    /// Whether the object is a stream in which a reader would look for others: it needs `/First` to find them. One
    /// that is compressed in another way or twice is unfit.
    pub(super) fn of(object: &Object<'_>) -> Option<Result<Self, Unfit>> {
        let data_at = object.data_at.filter(|_| object.count("First") > 0 || object.count("ObjStm") > 0)?;
        if !is_plain_flate(object) {
            return Some(Err(Unfit::Unchecked));
        }
        let number = |name| only_integer(object, name).ok_or(Unfit::Unchecked);
        Some(number("N").and_then(|count| Ok(Self { data_at, count, first: number("First")? })))
    }

    /// Inflates it and finds its objects.
    pub(super) fn unpack(&self, file: &[u8], room: &mut Room) -> Result<Unpacked, Unfit> {
        let bytes = inflated(&file[self.data_at..], room)?;
        let head = tokens::integers(bytes.get(..self.first).ok_or(Unfit::Unchecked)?)?;
        if head.len() != self.count.saturating_mul(2) {
            return Err(Unfit::Unchecked);
        }
        let place = |pair: &[u64]| {
            let at = usize::try_from(pair[1]).ok()?.checked_add(self.first)?;
            (at < bytes.len()).then_some((pair[0], at))
        };
        let places = head.chunks_exact(2).map(place).collect::<Option<_>>().ok_or(Unfit::Unchecked)?;
        Ok(Unpacked { bytes, places })
    }
}

/// Whether the only filter is `FlateDecode`, without a predictor, and the data are not in another file.
fn is_plain_flate(object: &Object<'_>) -> bool {
    let is_flate = |token: &Token<'_>| matches!(token, Token::Name(name) if **name == *b"FlateDecode");
    let has_one = match object.after("Filter") {
        [Token::Open(Bracket::Array), filter, Token::Close(Bracket::Array), ..] | [filter, ..] => {
            is_flate(filter)
        }
        [] => false,
    };
    has_one
        && object.count("Filter") == 1
        && ["Predictor", "F", "FFilter"].iter().all(|name| object.count(name) == 0)
}

/// The number that follows a name which stands once.
fn only_integer(object: &Object<'_>, name: &str) -> Option<usize> {
    let found = match object.after(name) {
        // Three words would be a reference to another object.
        [Token::Word(word), Token::Name(_) | Token::Close(_), ..] => tokens::integer(word),
        _ => None,
    };
    found.filter(|_| object.count(name) == 1).and_then(|number| usize::try_from(number).ok())
}

fn inflated(data: &[u8], room: &mut Room) -> Result<Vec<u8>, Unfit> {
    let data = &data[data.iter().take_while(|byte| is_space(**byte)).count()..];
    let mut decoder = ZlibDecoder::new(data);
    let mut bytes = Vec::new();
    let most = u64::try_from(room.out_bytes).unwrap_or(u64::MAX);
    (&mut decoder).take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| Unfit::Unchecked)?;
    let read = usize::try_from(decoder.total_in()).unwrap_or(usize::MAX);
    room.out_bytes = room.out_bytes.checked_sub(bytes.len()).ok_or(Unfit::Unchecked)?;
    room.in_bytes = room.in_bytes.checked_sub(read).ok_or(Unfit::Unchecked)?;
    if bytes.len() > read.saturating_mul(HIGHEST_PDF_RATIO) {
        return Err(Unfit::Unchecked);
    }
    Ok(bytes)
}
