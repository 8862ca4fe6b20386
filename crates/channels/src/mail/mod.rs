//! E-mail that leaves the house: one message as RFC 5322 wants it, built from its parts and nothing else.
//!
//! It says that a machine wrote it (RFC 3834), so that no other machine answers. Its id never changes, so that a
//! repeat is recognised.

use jiff::Timestamp;
use lettre::Address;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, SinglePart};
use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;
use terms::MessageId;

/// The longest name of a sender, in characters.
const LONGEST_NAME: usize = 100;
/// The longest address in a header, so that its line never has to be folded.
const LONGEST_ADDRESS: usize = 400;
/// Languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 9] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ur", "yi"];

/// What a message says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mail<'m> {
    /// Its id, the same however often it is sent.
    pub id: MessageId,
    /// To whom: an e-mail address.
    pub to: &'m str,
    /// What it is about, in a line.
    pub subject: &'m str,
    /// Plain text.
    pub body: &'m str,
    /// The language of both, BCP 47.
    pub language: &'m str,
    /// When it was written.
    pub at: Timestamp,
    /// The address where one click ends what it belongs to.
    pub unsubscribe: Option<&'m str>,
}

/// Whom messages come from: an e-mail address, with a name or without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender(Mailbox);

/// No mail can be sent to or from it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no e-mail address; write desk@example.org or Service Desk <desk@example.org>")]
pub struct BadAddress(String);

impl Sender {
    /// The address alone.
    pub fn address(&self) -> &Address {
        &self.0.email
    }
}

impl FromStr for Sender {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Self, BadAddress> {
        let bad = || BadAddress(text.chars().take(80).collect());
        let (name, address) = match text.trim().strip_suffix('>').and_then(|text| text.split_once('<')) {
            Some((name, address)) => (name.trim().trim_matches('"'), address),
            None => ("", text.trim()),
        };
        if name.chars().any(char::is_control) || name.chars().count() > LONGEST_NAME {
            return Err(bad());
        }
        let address = address.parse::<Address>().map_err(|_| bad())?;
        Ok(Self(Mailbox::new((!name.is_empty()).then(|| name.to_owned()), address)))
    }
}

impl fmt::Display for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Builds a message, with the envelope that goes around it.
pub fn build(mail: &Mail<'_>, from: &Sender) -> Result<Message, BadAddress> {
    let bad = || BadAddress(mail.to.chars().take(80).collect());
    let to: Address = mail.to.parse().map_err(|_| bad())?;
    let text = SinglePart::builder()
        .header(ContentType::TEXT_PLAIN)
        .header(ContentTransferEncoding::QuotedPrintable)
        .body(text(mail.body));
    let mut message = Message::builder()
        .from(from.0.clone())
        .to(Mailbox::new(None, to))
        .subject(subject(mail))
        .date(SystemTime::from(mail.at))
        .message_id(Some(format!("<{}@{}>", mail.id, from.address().domain())))
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("X-Auto-Response-Suppress", "All"));
    if let Some(language) = language(mail.language) {
        message = message.raw_header(header("Content-Language", language));
    }
    if let Some(address) = mail.unsubscribe.and_then(one_click) {
        message = message.raw_header(header("List-Unsubscribe", &format!("<{address}>")));
        message = message.raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    message.singlepart(text).map_err(|_| bad())
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// The subject in one line. Mail programs show it among words of another direction, so one that runs from right to left
/// is set apart.
fn subject(mail: &Mail<'_>) -> String {
    let line: String = mail.subject.chars().map(|c| if breaks_lines(c) { ' ' } else { c }).collect();
    let primary = mail.language.split('-').next().unwrap_or_default();
    if RIGHT_TO_LEFT.contains(&primary) {
        format!("\u{2067}{}\u{2069}", line.trim())
    } else {
        line.trim().to_owned()
    }
}

fn breaks_lines(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// The body with its lines ended as mail ends them, and without what no text has.
fn text(body: &str) -> String {
    let lines = body.lines().map(|line| line.replace(|c: char| c.is_control() && c != '\t', " "));
    lines.collect::<Vec<_>>().join("\r\n")
}

/// An address that a mail program may post to without asking (RFC 8058), and that can stand in a header.
fn one_click(address: &str) -> Option<&str> {
    let fits = address.starts_with("https://")
        && address.len() <= LONGEST_ADDRESS
        && address.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | ','));
    fits.then_some(address)
}

/// A tag that can stand in a header.
fn language(tag: &str) -> Option<&str> {
    let fits =
        !tag.is_empty() && tag.len() <= 35 && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    fits.then_some(tag)
}
