//! A time for a calendar, as a file (iCalendar, RFC 5545): one event, published or cancelled.

use jiff::Timestamp;
use std::fmt::Write;

/// The longest line, in octets without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// An event of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What names it, the same for as long as it is known anywhere.
    pub uid: String,
    /// How often it has changed: a calendar keeps the latest.
    pub sequence: u32,
    /// When it last changed.
    pub changed_at: Timestamp,
    /// From when.
    pub starts_at: Timestamp,
    /// Until when.
    pub ends_at: Timestamp,
    /// What it is, in a line.
    pub summary: String,
    /// What else there is to say; may have several lines.
    pub description: String,
    /// Where it is.
    pub location: String,
    /// The page about it.
    pub url: Option<String>,
    /// Whether it will not take place.
    pub cancelled: bool,
}

/// The file that tells a calendar of an event. The same event is written alike each time.
pub fn render(event: &Event) -> String {
    let (method, status) = if event.cancelled { ("CANCEL", "CANCELLED") } else { ("PUBLISH", "CONFIRMED") };
    let mut file = String::new();
    for (name, value) in [
        ("BEGIN", "VCALENDAR".to_owned()),
        ("VERSION", "2.0".to_owned()),
        ("PRODID", "-//Rotunda//Bookings//EN".to_owned()),
        ("METHOD", method.to_owned()),
        ("BEGIN", "VEVENT".to_owned()),
        ("UID", text(&event.uid)),
        ("SEQUENCE", event.sequence.to_string()),
        ("DTSTAMP", instant(event.changed_at)),
        ("DTSTART", instant(event.starts_at)),
        ("DTEND", instant(event.ends_at)),
        ("STATUS", status.to_owned()),
        ("TRANSP", if event.cancelled { "TRANSPARENT" } else { "OPAQUE" }.to_owned()),
        ("SUMMARY", text(&event.summary)),
        ("DESCRIPTION", text(&event.description)),
        ("LOCATION", text(&event.location)),
    ] {
        push(&mut file, name, &value);
    }
    if let Some(url) = &event.url {
        // An address is no text: nothing in it is escaped, and nothing that would end its line is part of one.
        push(&mut file, "URL", &url.chars().filter(|c| !c.is_control()).collect::<String>());
    }
    push(&mut file, "END", "VEVENT");
    push(&mut file, "END", "VCALENDAR");
    file
}

/// Writes a property, folded: a line that goes on begins with a space, and no letter is torn apart.
fn push(file: &mut String, name: &str, value: &str) {
    let mut room = LONGEST_LINE;
    for character in name.chars().chain([':']).chain(value.chars()) {
        if character.len_utf8() > room {
            file.push_str("\r\n ");
            room = LONGEST_LINE - 1;
        }
        room -= character.len_utf8();
        file.push(character);
    }
    file.push_str("\r\n");
}

/// A text as a value: what separates values is escaped, and control characters are left out (RFC 5545, 3.3.11).
fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for character in value.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            character if character.is_control() => {}
            character => escaped.push(character),
        }
    }
    escaped
}

/// An instant in UTC, as every calendar reads it without knowing the zone.
fn instant(at: Timestamp) -> String {
    let mut text = String::with_capacity(16);
    // Formatting fails only where the year has more than four digits, which no booking has.
    let _ = write!(text, "{}", at.strftime("%Y%m%dT%H%M%SZ"));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn event() -> Event {
        Event {
            uid: "k7qf2mxdr@311.example".to_owned(),
            sequence: 2,
            changed_at: "2015-03-02T14:00:00Z".parse().unwrap(),
            starts_at: "2015-03-03T13:30:00Z".parse().unwrap(),
            ends_at: "2015-03-03T13:45:00Z".parse().unwrap(),
            summary: "Licences, permits; City Hall".to_owned(),
            description: "Reference K7Q-F2M-XDR\nC:\\".to_owned(),
            location: "1 City Hall Square, Boston".to_owned(),
            url: Some("https://311.example/bookings/X?lang=en".to_owned()),
            cancelled: false,
        }
    }

    /// The properties of a file, as a reader that knows no more than the standard takes them.
    fn properties(file: &str) -> Vec<(String, String)> {
        let lines = file.replace("\r\n ", "");
        let split = |line: &str| {
            let (name, value) = line.split_once(':').expect("a name and a value");
            (name.to_owned(), value.to_owned())
        };
        lines.strip_suffix("\r\n").expect("an end").split("\r\n").map(split).collect()
    }

    fn unescaped(value: &str) -> String {
        let (mut text, mut escaped) = (String::new(), false);
        for character in value.chars() {
            match (escaped, character) {
                (false, '\\') => {}
                (true, 'n') => text.push('\n'),
                (_, character) => text.push(character),
            }
            escaped = !escaped && character == '\\';
        }
        text
    }

    fn value(file: &str, name: &str) -> String {
        let found = properties(file).into_iter().find(|(found, _)| found == name);
        found.unwrap_or_else(|| panic!("no {name} in {file}")).1
    }

    #[test]
    fn a_time_is_written_as_the_standard_has_it() {
        let file = render(&event());
        for line in [
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
            "METHOD:PUBLISH\r\n",
            "UID:k7qf2mxdr@311.example\r\nSEQUENCE:2\r\nDTSTAMP:20150302T140000Z\r\n",
            "DTSTART:20150303T133000Z\r\nDTEND:20150303T134500Z\r\nSTATUS:CONFIRMED\r\n",
            "SUMMARY:Licences\\, permits\\; City Hall\r\n",
            "DESCRIPTION:Reference K7Q-F2M-XDR\\nC:\\\\\r\n",
            "URL:https://311.example/bookings/X?lang=en\r\n",
            "END:VEVENT\r\nEND:VCALENDAR\r\n",
        ] {
            assert!(file.contains(line), "{line:?} in {file}");
        }
        let off = render(&Event { cancelled: true, sequence: 3, ..event() });
        assert!(off.contains("METHOD:CANCEL\r\n") && off.contains("STATUS:CANCELLED\r\n"));
        assert_eq!((value(&off, "UID"), value(&off, "SEQUENCE")), (value(&file, "UID"), "3".to_owned()));
    }

    proptest! {
        #[test]
        fn whatever_the_words_are_they_are_folded_and_read_back(words in any::<String>(), url in any::<String>()) {
            let given = Event { summary: words.clone(), location: words.clone(), url: Some(url), ..event() };
            let file = render(&given);
            for line in file.split("\r\n") {
                prop_assert!(line.len() <= LONGEST_LINE, "{line:?}");
                prop_assert!(!line.chars().any(char::is_control), "{line:?}");
            }
            let kept: String = words.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
            prop_assert_eq!(unescaped(&value(&file, "SUMMARY")), kept);
            let names: Vec<String> = properties(&file).into_iter().map(|(name, _)| name).collect();
            prop_assert_eq!(names.len(), 18, "no words make a property of their own");
        }
    }
}
