//! A ticket as receipt printers read it: ESC/POS bytes, with a QR code that leads to the live place.
//!
//! Source: Epson, *ESC/POS Command Reference*, which other makers follow for the few commands that are used here.

mod letters;

use letters::{encoded, is_visible};
use std::fmt;

/// Letters in a line of ordinary size, as far as paper of 58 mm reaches; on wider paper the ticket is centred.
const WIDTH: usize = 32;
/// Lines of text that one slip holds at most, so that no text unrolls the paper.
const MOST_LINES: usize = 24;
/// Bytes of an address in a QR code; with more it becomes too fine for cheap printers and phones.
const LONGEST_LINK: usize = 200;

/// Puts the printer into the state that it has when it is switched on.
const RESET: &[u8] = b"\x1b@";
/// Letters as in Windows 1252, which almost every printer has as its table 16.
const WESTERN: &[u8] = b"\x1bt\x10";
const CENTRED: &[u8] = b"\x1ba\x01";
const FEED: &[u8] = b"\x1bd\x03";
/// Feeds to the knife and cuts, but for one point.
const CUT: &[u8] = b"\x1dVB\x00";
/// QR code, model 2.
const QR_MODEL: &[u8] = b"\x1d(k\x04\x001A2\x00";
/// Points to a module.
const QR_SIZE: &[u8] = b"\x1d(k\x03\x001C\x06";
/// A seventh of it may be soiled.
const QR_CORRECTION: &[u8] = b"\x1d(k\x03\x001E1";
const QR_PRINT: &[u8] = b"\x1d(k\x03\x001Q0";

/// Asks for the state of the paper while all else goes on; the printer answers with one byte.
pub const ASK_PAPER: [u8; 3] = *b"\x10\x04\x04";

/// What stands on a ticket, from top to bottom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slip<'a> {
    /// Where it is.
    pub office: &'a str,
    /// The number that is called, such as `A17`; large.
    pub ticket: &'a str,
    /// What it is for.
    pub line: &'a str,
    /// What else there is to know, a sentence each: the time, how many are ahead, how long that takes.
    pub words: &'a [&'a str],
    /// Where the live place is found; without one there is no QR code.
    pub link: Option<&'a str>,
    /// What the QR code is good for.
    pub hint: &'a str,
}

/// Why a slip cannot be printed as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unprintable {
    /// A letter that the printer does not have.
    Letter(char),
    /// An address that is empty, too long, or holds what addresses do not.
    Link,
    /// More lines than a ticket has.
    TooLong,
}

impl fmt::Display for Unprintable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Letter(letter) => {
                write!(f, "the printer has no letter {letter:?}; print the words of a Latin script")
            }
            Self::Link => {
                write!(f, "this is no address for a QR code; write at most {LONGEST_LINK} plain letters")
            }
            Self::TooLong => write!(f, "a ticket has at most {MOST_LINES} lines; say it in fewer words"),
        }
    }
}

impl std::error::Error for Unprintable {}

/// The bytes of a slip. No byte of a text reaches the printer as a command: control characters become spaces.
pub fn render(slip: &Slip<'_>) -> Result<Vec<u8>, Unprintable> {
    let mut paper = Paper { bytes: [RESET, WESTERN, CENTRED].concat(), lines: 0 };
    paper.say(slip.office, 1)?;
    let large = if encoded(slip.ticket)?.len() <= WIDTH / 8 { 8 } else { 4 };
    paper.say(slip.ticket, large)?;
    paper.say(slip.line, 2)?;
    for words in slip.words {
        paper.say(words, 1)?;
    }
    if let Some(link) = slip.link {
        paper.code(link)?;
        paper.say(slip.hint, 1)?;
    }
    paper.bytes.extend_from_slice(FEED);
    paper.bytes.extend_from_slice(CUT);
    Ok(paper.bytes)
}

/// Whether the printer says, in its answer to [`ASK_PAPER`], that it has no paper left.
pub const fn is_out_of_paper(answer: u8) -> bool {
    answer & 0b0110_0000 != 0
}

struct Paper {
    bytes: Vec<u8>,
    lines: usize,
}

impl Paper {
    /// Words so many times as large as usual, broken between words where the paper ends.
    fn say(&mut self, words: &str, times: u8) -> Result<(), Unprintable> {
        let text = encoded(words)?;
        if text.is_empty() {
            return Ok(());
        }
        let size = (times - 1) << 4 | (times - 1);
        self.bytes.extend_from_slice(&[0x1d, b'!', size]);
        for line in broken(&text, WIDTH / usize::from(times)) {
            self.lines += 1;
            if self.lines > MOST_LINES {
                return Err(Unprintable::TooLong);
            }
            self.bytes.extend_from_slice(&line);
            self.bytes.push(b'\n');
        }
        Ok(())
    }

    fn code(&mut self, link: &str) -> Result<(), Unprintable> {
        if link.is_empty() || link.len() > LONGEST_LINK || !link.bytes().all(is_visible) {
            return Err(Unprintable::Link);
        }
        let length = u16::try_from(link.len() + 3).map_err(|_| Unprintable::Link)?.to_le_bytes();
        for part in [QR_MODEL, QR_SIZE, QR_CORRECTION, b"\x1d(k", &length, b"1P0", link.as_bytes(), QR_PRINT]
        {
            self.bytes.extend_from_slice(part);
        }
        self.bytes.push(b'\n');
        Ok(())
    }
}

/// Lines of at most so many letters. A word that is longer than a line is broken within.
fn broken(text: &[u8], width: usize) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = vec![Vec::new()];
    for word in text.split(|byte| *byte == b' ').filter(|word| !word.is_empty()) {
        for part in word.chunks(width) {
            let fits = |line: &Vec<u8>| line.is_empty() || line.len() + 1 + part.len() <= width;
            match lines.last_mut().filter(|line| fits(line)) {
                Some(line) => {
                    if !line.is_empty() {
                        line.push(b' ');
                    }
                    line.extend_from_slice(part);
                }
                None => lines.push(part.to_vec()),
            }
        }
    }
    lines
}
