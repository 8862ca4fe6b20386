//! A PDF is kept as it is, or refused if it can do something by itself, holds other files, or cannot be judged.
//!
//! We do not follow the table of objects, as readers do: they differ, and mend broken ones each in their own way.
//! Every place that any reader could take for an object is read as one. What is left are the streams: of these only
//! object streams can hold objects, so they are inflated and read, and pages, pictures and fonts are not.

mod objects;
mod packed;
mod tokens;

use crate::{Content, Unfit};
use objects::Object;
use packed::Packed;
use std::collections::BTreeMap;
use tokens::{Bracket, Token};

pub use packed::{HIGHEST_PDF_RATIO, MOST_INFLATED_BYTES};

/// Where a reader looks for the end, in bytes from it.
const FURTHEST_END: usize = 1024;
/// Where a reader of zip looks for its directory: behind it stand 22 bytes and a comment of at most 65,535.
const FURTHEST_ZIP_DIRECTORY: usize = 65_557;
/// How often the bytes of a file may be read over. Sound files are read once, as objects do not overlap.
const MOST_READINGS: usize = 4;

/// What makes a PDF active, wherever the name stands. ISO 32000-2:2020, 7.11.4, 12.6 and 12.7, and Adobe's XFA.
const ACTIVE: [&str; 13] = [
    "JavaScript",
    "JS",
    "Launch",
    "EmbeddedFile",
    "EmbeddedFiles",
    "EF",
    "FileAttachment",
    "AA",
    "RichMedia",
    "XFA",
    "Rendition",
    "ImportData",
    "GoToE",
];

/// Whether a PDF may be kept.
pub(crate) fn judge(bytes: &[u8]) -> Result<(), Unfit> {
    check_ends(bytes)?;
    let mut judge = Judge { left: bytes.len().saturating_mul(MOST_READINGS), ..Judge::default() };
    let mut packed = Vec::new();
    let mut any = false;
    for object in objects::all(bytes) {
        let object = object?;
        judge.spend(object.read_bytes)?;
        judge.hear(&object);
        any = true;
        packed.extend(Packed::of(&object));
    }
    if !any {
        return Err(Unfit::Broken);
    }
    judge.so_far()?;
    judge.unpack(bytes, packed)?;
    judge.verdict()
}

/// A PDF begins at its first byte, ends where readers look for its end, and is not a zip as well.
fn check_ends(bytes: &[u8]) -> Result<(), Unfit> {
    let has = |window: usize, what: &[u8]| {
        let from = bytes.len().saturating_sub(window);
        bytes[from..].windows(what.len()).any(|window| window == what)
    };
    if !bytes.starts_with(b"%PDF-") || !has(FURTHEST_END, b"%%EOF") {
        return Err(Unfit::Broken);
    }
    if has(FURTHEST_ZIP_DIRECTORY, b"PK\x05\x06") {
        return Err(Unfit::NotWhatItSays { said: Content::Pdf, is: Content::Archive });
    }
    Ok(())
}

/// What was heard of the objects so far.
#[derive(Default)]
struct Judge {
    /// How many more bytes may be read.
    left: usize,
    is_encrypted: bool,
    active: Option<&'static str>,
    /// The objects that are opened with the document.
    opened: Vec<u64>,
    /// Of each object, whether it only leads to a place in the document; of several with one number, whether all do.
    leads: BTreeMap<u64, bool>,
}

impl Judge {
    fn spend(&mut self, bytes: usize) -> Result<(), Unfit> {
        self.left = self.left.checked_sub(bytes).ok_or(Unfit::Unchecked)?;
        Ok(())
    }

    fn hear(&mut self, object: &Object<'_>) {
        let tokens = &object.tokens;
        for (at, token) in tokens.iter().enumerate() {
            let Token::Name(name) = token else { continue };
            self.is_encrypted |= **name == *b"Encrypt";
            let active = ACTIVE.into_iter().find(|active| active.as_bytes() == &**name);
            self.active = self.active.or(active);
            if **name == *b"OpenAction" {
                self.hear_opening(&tokens[at + 1..]);
            }
        }
        let leads = leads_to_a_place(tokens);
        self.leads.entry(object.number).and_modify(|all| *all &= leads).or_insert(leads);
    }

    /// What is done when the document is opened: going to a page is harmless, anything else is not.
    fn hear_opening(&mut self, value: &[Token<'_>]) {
        match value {
            [Token::Word(b"null"), ..] => {}
            [Token::Word(number), Token::Word(_), Token::Word(b"R"), ..] => {
                self.opened.push(tokens::integer(number).unwrap_or(u64::MAX));
            }
            value if leads_to_a_place(tokens::first_value(value)) => {}
            _ => self.active = self.active.or(Some("OpenAction")),
        }
    }

    fn unpack(&mut self, bytes: &[u8], packed: Vec<Result<Packed, Unfit>>) -> Result<(), Unfit> {
        let mut room = packed::Room::new(bytes.len());
        for packed in packed {
            let unpacked = packed?.unpack(bytes, &mut room)?;
            self.left = self.left.saturating_add(unpacked.bytes.len().saturating_mul(MOST_READINGS));
            for object in unpacked.objects() {
                let object = object?;
                self.spend(object.read_bytes)?;
                self.hear(&object);
            }
        }
        Ok(())
    }

    /// A protected document is told as such, whatever else is in it: its object streams cannot be read.
    fn so_far(&self) -> Result<(), Unfit> {
        match self.active {
            _ if self.is_encrypted => Err(Unfit::Encrypted),
            Some(name) => Err(Unfit::Active { name }),
            None => Ok(()),
        }
    }

    fn verdict(&self) -> Result<(), Unfit> {
        self.so_far()?;
        let leads = self.opened.iter().all(|number| self.leads.get(number).copied().unwrap_or(false));
        if leads { Ok(()) } else { Err(Unfit::Active { name: "OpenAction" }) }
    }
}

/// Whether a value is a destination, or an action that goes to one and has nothing to follow it.
fn leads_to_a_place(value: &[Token<'_>]) -> bool {
    let is =
        |token: &Token<'_>, name: &str| matches!(token, Token::Name(found) if &**found == name.as_bytes());
    match value.first() {
        Some(Token::Open(Bracket::Array)) => true,
        Some(Token::Open(Bracket::Dictionary)) => {
            let mut actions = value.windows(2).filter(|pair| is(&pair[0], "S")).peekable();
            actions.peek().is_some()
                && actions.all(|pair| is(&pair[1], "GoTo"))
                && !value.iter().any(|token| is(token, "Next"))
        }
        _ => false,
    }
}
