//! What people write, turned into what the schema means: numbers with spaces, days with Arabic digits, and so on.

use crate::field::Kind;
use crate::{LARGEST_NUMBER, LONGEST_ANSWER, Problem};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Number, Value};

/// The longest address for mail, by RFC 5321.
const LONGEST_EMAIL: usize = 254;
/// The longest instant that is worth reading.
const LONGEST_INSTANT: usize = 40;

/// One answer as it was written; none if nothing was. What cannot be read at all is a problem; what can be read may
/// still not do.
pub(crate) fn typed(kind: &Kind, written: &str) -> Result<Option<Value>, Problem> {
    // Longer ones need not be cleaned to know that they will not do.
    if written.chars().nth(4 * LONGEST_ANSWER).is_some() {
        return Err(Problem::TooLong { most: LONGEST_ANSWER });
    }
    let text = cleaned(written);
    if text.is_empty() {
        return Ok(None);
    }
    let value = match kind {
        Kind::Number(_) => number(&text)?,
        Kind::Whole(_) => whole(&number(&text)?)?,
        Kind::YesNo => Value::Bool(yes_or_no(&text)?),
        Kind::Date => Value::from(day(&text).ok_or(Problem::NotADate)?),
        Kind::DateTime => Value::from(instant(&text).ok_or(Problem::NotATime)?),
        Kind::Phone => Value::from(ascii_digits(&text)),
        Kind::Line(_)
        | Kind::Text(_)
        | Kind::Email
        | Kind::OneOf(_)
        | Kind::SeveralOf(..)
        | Kind::Upload(..)
        | Kind::Group(..) => Value::from(text),
    };
    Ok(Some(value))
}

/// A day of three parts, as forms of HTML send it.
pub(crate) fn day_of_parts(day: &str, month: &str, year: &str) -> Result<Option<Value>, Problem> {
    let parts = [year, month, day].map(|part| ascii_digits(&cleaned(part)));
    if parts.iter().all(String::is_empty) {
        return Ok(None);
    }
    let number = |part: &String, longest: usize| {
        let digits = !part.is_empty() && part.len() <= longest && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<u16>().ok().filter(|_| digits)
    };
    let [year, month, day] = &parts;
    // Two digits could be of any century.
    let read = number(year, 4).filter(|_| year.len() == 4).zip(number(month, 2)).zip(number(day, 2));
    let text = read.map(|((year, month), day)| format!("{year:04}-{month:02}-{day:02}"));
    text.filter(|text| is_date(text)).map(|text| Some(Value::from(text))).ok_or(Problem::NotADate)
}

/// Whether a text is a day of the calendar, written `YYYY-MM-DD`.
pub(crate) fn is_date(text: &str) -> bool {
    let shape =
        |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(shape) && text.parse::<Date>().is_ok()
}

/// Whether a text is an instant as RFC 3339 writes it.
pub(crate) fn is_instant(text: &str) -> bool {
    let time = text.get(10..).unwrap_or_default();
    let zone = time.ends_with('Z') || time.len() > 6 && time.as_bytes()[time.len() - 3] == b':';
    text.len() <= LONGEST_INSTANT
        && text.get(..10).is_some_and(is_date)
        && time.starts_with('T')
        && time.as_bytes().get(6) == Some(&b':')
        && time.bytes().skip(1).all(|byte| byte.is_ascii_digit() || b":.+-Z".contains(&byte))
        && zone
        && text.parse::<Timestamp>().is_ok()
}

/// Whether a text may be an address for mail. Only sending shows whether it is one.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let plain =
        |c: char| !c.is_whitespace() && !c.is_control() && !turns_around(c) && !"<>()[]\\,;:\"@".contains(c);
    let label = |label: &str| {
        !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && label.len() <= 63
    };
    let dots = |text: &str| !text.starts_with('.') && !text.ends_with('.') && !text.contains("..");
    text.len() <= LONGEST_EMAIL
        && !local.is_empty()
        && local.len() <= 64
        && dots(local)
        && text.chars().filter(|c| *c != '@').all(plain)
        && !local.contains('@')
        && domain.contains('.')
        && domain.split('.').all(label)
        && domain.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.')
}

/// Whether a text may be a telephone number: 5 to 15 digits, by ITU-T E.164 at most, with signs between them.
pub(crate) fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let rest = text.strip_prefix('+').unwrap_or(text);
    (5..=15).contains(&digits)
        && text.chars().count() <= 40
        && rest.chars().all(|c| c.is_ascii_digit() || " -./()".contains(c))
}

/// Characters that show what follows in another direction than it is written. They come unseen with what is copied, and
/// they can make one text look like another.
pub const fn turns_around(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text without what nobody sees: spaces around it, marks of direction that were copied along, and the ways in which
/// systems end lines.
fn cleaned(text: &str) -> String {
    let kept: String = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = kept.chars().filter(|c| !turns_around(*c) && *c != '\u{feff}').collect();
    kept.trim().to_owned()
}

/// The digits of other scripts, and Arabic and Persian signs, as others write them.
fn ascii_digits(text: &str) -> String {
    let plain = |c: char| match c {
        '٫' => '.',
        '٬' | '،' => ',',
        '−' => '-',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        other => terms::ascii_digit(other),
    };
    text.chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}')).map(plain).collect()
}

fn yes_or_no(text: &str) -> Result<bool, Problem> {
    match text {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        _ => Err(Problem::NotYesOrNo),
    }
}

/// A day; an instant stands for the day that it names.
fn day(text: &str) -> Option<String> {
    let text = ascii_digits(text);
    let day = if is_instant(&text) { text.get(..10)?.to_owned() } else { text };
    is_date(&day).then_some(day)
}

fn instant(text: &str) -> Option<String> {
    let text = ascii_digits(text);
    if is_instant(&text) {
        return Some(text);
    }
    let at: Timestamp = text.parse().ok().filter(|_| text.len() <= LONGEST_INSTANT)?;
    Some(at.to_string()).filter(|text| is_instant(text))
}

/// A number with a point or a comma, with or without spaces or commas between thousands.
fn number(text: &str) -> Result<Value, Problem> {
    let text = ascii_digits(text);
    let text = text.strip_prefix('+').unwrap_or(&text);
    let plain = ungrouped(text, ',').or_else(|| ungrouped(text, ' ')).or_else(|| ungrouped(text, '\''));
    let plain = plain.unwrap_or_else(|| {
        // Where no point can be meant, one comma is one.
        if text.contains('.') || text.matches(',').count() != 1 {
            text.to_owned()
        } else {
            text.replace(',', ".")
        }
    });
    if let Ok(whole) = plain.parse::<i64>() {
        return bounded(Number::from(whole));
    }
    let written = plain.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    let number = plain.parse::<f64>().ok().filter(|_| written).ok_or(Problem::NotANumber)?;
    // Too large a number reads as infinite, which is too large and no number of JSON.
    match Number::from_f64(number) {
        Some(number) => bounded(number),
        None if number > 0.0 => Err(Problem::TooLarge { most: LARGEST_NUMBER }),
        None => Err(Problem::TooSmall { least: -LARGEST_NUMBER }),
    }
}

fn bounded(number: Number) -> Result<Value, Problem> {
    match number.as_f64() {
        Some(amount) if amount > LARGEST_NUMBER => Err(Problem::TooLarge { most: LARGEST_NUMBER }),
        Some(amount) if amount < -LARGEST_NUMBER => Err(Problem::TooSmall { least: -LARGEST_NUMBER }),
        Some(_) => Ok(Value::Number(number)),
        None => Err(Problem::NotANumber),
    }
}

fn whole(number: &Value) -> Result<Value, Problem> {
    crate::condition::whole(number).map(Value::from).ok_or(Problem::NotWhole)
}

/// A number without the signs between its thousands, if that is what they are.
fn ungrouped(text: &str, sign: char) -> Option<String> {
    let (head, tail) = text.split_once('.').map_or((text, None), |(head, tail)| (head, Some(tail)));
    let mut groups = head.split(sign);
    let first = groups.next()?.trim_start_matches('-');
    let thousands = |group: &str| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = head.contains(sign)
        && (1..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_digit())
        && groups.all(thousands);
    let plain = head.replace(sign, "");
    grouped.then(|| tail.map_or(plain.clone(), |tail| format!("{plain}.{tail}")))
}
