//! A time for a calendar, read by a parser that others wrote: what was said comes back whole, and so do the instants.

use channels::ics::{Event, render};
use icalendar::{
    Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, EventLike, EventStatus,
};
use jiff::Timestamp;
use proptest::prelude::*;

/// The longest line that a calendar has to take, in octets (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

fn event() -> Event {
    Event {
        uid: "k7qf2mxdr@311.example".to_owned(),
        sequence: 2,
        changed_at: "2015-03-02T14:00:00Z".parse().unwrap(),
        starts_at: "2015-03-03T13:30:00Z".parse().unwrap(),
        ends_at: "2015-03-03T13:45:00Z".parse().unwrap(),
        summary: "Licences, permits; الرخص والتصاريح".to_owned(),
        description: "Reference: K7Q-F2M-XDR\nC:\\desk\\new, really;".to_owned(),
        location: "நகர மன்றம், 1 City Hall Square; Boston — the door beside the fountain, second floor"
            .to_owned(),
        url: Some("https://311.example/bookings/X?lang=en&b=1,2;3".to_owned()),
        cancelled: false,
    }
}

/// What an independent parser makes of a file: what is to be done with it, and its one event.
fn read(file: &str) -> (String, icalendar::Event) {
    let calendar: Calendar = file.parse().unwrap();
    let method = calendar.property_value("METHOD").unwrap().to_owned();
    match calendar.components.as_slice() {
        [CalendarComponent::Event(event)] => (method, event.clone()),
        other => panic!("{other:?}"),
    }
}

fn instant(at: Option<DatePerhapsTime>) -> Timestamp {
    match at {
        Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(at))) => {
            Timestamp::from_millisecond(at.timestamp_millis()).unwrap()
        }
        other => panic!("no instant: {other:?}"),
    }
}

#[test]
fn another_program_reads_what_was_meant() {
    let given = event();
    let (method, read) = read(&render(&given));
    assert_eq!((method.as_str(), read.get_status()), ("PUBLISH", Some(EventStatus::Confirmed)));
    assert_eq!((read.get_uid(), read.get_sequence()), (Some(given.uid.as_str()), Some(2)));
    assert_eq!((instant(read.get_start()), instant(read.get_end())), (given.starts_at, given.ends_at));
    assert_eq!(read.get_timestamp().unwrap().timestamp_millis(), given.changed_at.as_millisecond());
    assert_eq!(read.get_summary(), Some(given.summary.as_str()));
    assert_eq!(read.get_description(), Some(given.description.as_str()));
    assert_eq!(read.get_location(), Some(given.location.as_str()));
    assert_eq!(read.get_url(), given.url.as_deref());
}

#[test]
fn another_program_takes_a_change_and_a_cancellation_for_the_same_event() {
    let moved = Event { sequence: 3, starts_at: "2015-03-29T01:00:00Z".parse().unwrap(), ..event() };
    let off = Event { sequence: 4, cancelled: true, ..moved.clone() };
    let files = [event(), moved, off].map(|event| (read(&render(&event)), event));
    for ((_, read), event) in &files {
        assert_eq!(read.get_uid(), files[0].0.1.get_uid());
        assert_eq!(read.get_sequence(), Some(event.sequence));
        assert_eq!(instant(read.get_start()), event.starts_at);
    }
    let methods: Vec<_> =
        files.iter().map(|((method, read), _)| (method.as_str(), read.get_status())).collect();
    let (stands, gone) = (Some(EventStatus::Confirmed), Some(EventStatus::Cancelled));
    assert_eq!(methods, [("PUBLISH", stands), ("PUBLISH", stands), ("CANCEL", gone)]);
}

proptest! {
    #[test]
    fn another_program_reads_any_words_whole(words in any::<String>(), at in -62_000_000_000_i64..250_000_000_000) {
        let starts_at = Timestamp::from_second(at).unwrap();
        let given = Event { summary: words.clone(), description: words.clone(), location: words.clone(), starts_at, ..event() };
        let file = render(&given);
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= LONGEST_LINE, "{line:?}");
        }
        let (_, read) = read(&file);
        let kept: String = words.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        for found in [read.get_summary(), read.get_description(), read.get_location()] {
            prop_assert_eq!(found.unwrap_or_default(), kept.as_str());
        }
        prop_assert_eq!(instant(read.get_start()), starts_at);
        prop_assert_eq!(read.get_uid(), Some(given.uid.as_str()));
    }
}
