//! Times that people book: nobody's is given twice, and each is kept, moved, given up or offered as they were told.

mod later;
mod together;

use jiff::{SignedDuration, Timestamp};
use office::bookings::{self, Wanted};
use office::customers::{Person, Session};
use office::lobby;
use office::{Refusal, Verb};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use records::outbox::Message;
use std::collections::BTreeSet;
use terms::{
    Booking, BookingId, BookingStatus, Channel, CounterCode, Entry, LineCode, MessageKind, OfficeCode,
    Principal, Purpose, Secret,
};
use testkit::{QAMAR, TestDatabase, TestOffice, both_engines, both_engines_of, city_files};

const MAE: &str = "mae@example.org";
const JOE: &str = "joe@example.org";
const SITE: &str = "https://311.qamar.example";

fn palm() -> OfficeCode {
    OfficeCode::new("palm-square")
}

/// Tuesday, 3 March 2015 in Qamar, as many minutes after eight.
fn tuesday(minutes: i64) -> Timestamp {
    let eight: Timestamp = "2015-03-03T06:00:00Z".parse().unwrap();
    eight.checked_add(SignedDuration::from_mins(minutes)).unwrap()
}

fn wanted(line: &str, starts_at: Timestamp) -> Wanted {
    Wanted { office: palm(), line: LineCode::new(line), starts_at }
}

fn named(name: &str, email: Option<&str>) -> Person {
    Person {
        name: Some(name.to_owned()),
        email: email.map(ToOwned::to_owned),
        language: Some("en".to_owned()),
        ..Person::default()
    }
}

/// The secret that a browser makes of what it holds.
fn secret_of(id: BookingId) -> Secret {
    let text = id.to_string();
    Secret::from_bytes(text.as_bytes()[text.len() - 16..].try_into().unwrap())
}

fn holds(office: &TestOffice, browser: &str, wanted: &Wanted) -> Verb<BookingId> {
    let (session, wanted) = (Session::of(browser), wanted.clone());
    let hold = office.stranger().tries(move |tx, act| bookings::hold(tx, act, &session, &wanted))?;
    Ok(hold.id)
}

fn confirms(office: &TestOffice, browser: &str, id: BookingId, person: &Person) -> Verb<Booking> {
    let (session, person) = (Session::of(browser), person.clone());
    office.stranger().tries(move |tx, act| bookings::book(tx, act, (&session, id), &person, &secret_of(id)))
}

fn books(office: &TestOffice, wanted: &Wanted, name: &str, email: Option<&str>) -> Verb<Booking> {
    let id = holds(office, name, wanted)?;
    confirms(office, name, id, &named(name, email))
}

fn cancels(office: &TestOffice, booking: &Booking) -> Verb<Booking> {
    let secret = secret_of(booking.id);
    office.stranger().tries(move |tx, act| bookings::cancel(tx, act, &secret))
}

fn moves(office: &TestOffice, booking: &Booking, to: Timestamp) -> Verb<Booking> {
    let secret = secret_of(booking.id);
    office.stranger().tries(move |tx, act| bookings::move_to(tx, act, &secret, (&palm(), to)))
}

fn now(office: &TestOffice, booking: &Booking) -> Booking {
    let secret = secret_of(booking.id);
    office.stranger().tries(move |tx, _| bookings::opened(tx, &secret)).unwrap()
}

fn free(office: &TestOffice, line: &str) -> bookings::Free {
    let line = LineCode::new(line);
    office.stranger().tries(move |tx, act| bookings::free(tx, act, &palm(), &line)).unwrap()
}

fn wants_earlier(office: &TestOffice, booking: &Booking) {
    let secret = secret_of(booking.id);
    office.stranger().tries(move |tx, act| bookings::want_earlier(tx, act, &secret)).unwrap();
}

fn offer(office: &TestOffice, booking: &Booking) -> Option<Timestamp> {
    let id = booking.id;
    let offer = office.stranger().tries(move |tx, act| bookings::offered(tx, act, id)).unwrap();
    offer.map(|offer| offer.slot.starts_at)
}

fn mails(office: &TestOffice, to: &str) -> Vec<Message> {
    office.settle();
    office.mailbag.sent().into_iter().filter(|message| message.to == to).collect()
}

fn goes_to(office: &TestOffice, at: Timestamp) {
    office.clock.advance(at.duration_since(office.office.now()));
}

/// A story of a Qamar with two windows for bookings, where anything else takes a quarter of an hour.
fn with_two_windows(story: impl Fn(&TestOffice)) {
    let mut files = city_files(QAMAR);
    let offices = files.iter_mut().find(|file| file.path == "offices.toml").unwrap();
    offices.text = offices.text.replace("minutes = 6\n", "minutes = 6\nslot_minutes = 15\n")
        + "\n[[office.counter]]\ncode = \"3\"\nname = { ar = \"شباك ٣\" }\nbooked = true\n";
    for database in TestDatabase::each() {
        let office = TestOffice::of_files(&files, &database, 0);
        story(&office);
        office.check();
    }
}

#[test]
fn the_times_are_those_of_the_calendar_and_lunch_is_none() {
    both_engines_of(QAMAR, |office| {
        let free = free(office, "papers");
        let tuesday_free = &free[&"2015-03-03".parse().unwrap()];
        // Four hours and three, in pieces of ten minutes.
        assert_eq!(tuesday_free.len(), 24 + 18);
        assert_eq!(
            (tuesday_free[0], tuesday_free[23], tuesday_free[24]),
            (tuesday(0), tuesday(230), tuesday(300))
        );
        assert!(!free.contains_key(&"2015-03-06".parse().unwrap()), "Friday is no working day");
        assert!(free.keys().all(|day| *day <= "2015-03-16".parse().unwrap()), "fourteen days ahead");
        for (line, at) in [
            ("papers", tuesday(5)),
            ("papers", tuesday(240)),
            ("papers", tuesday(-1_440)),
            ("papers", tuesday(60 * 24 * 30)),
        ] {
            assert!(matches!(holds(office, "a", &wanted(line, at)), Err(Refusal::Conflict(_))), "{at}");
        }
        assert!(matches!(holds(office, "a", &wanted("nonsense", tuesday(0))), Err(Refusal::Invalid(_))));
        // Two hours' notice.
        goes_to(office, tuesday(-119));
        assert!(matches!(holds(office, "a", &wanted("papers", tuesday(0))), Err(Refusal::Conflict(_))));
        holds(office, "a", &wanted("papers", tuesday(10))).unwrap();
    });
}

#[test]
fn a_time_is_held_while_the_form_is_filled_in_and_free_again_after_ten_minutes() {
    both_engines_of(QAMAR, |office| {
        let at = wanted("papers", tuesday(0));
        let id = holds(office, "mae", &at).unwrap();
        assert_eq!(holds(office, "mae", &at).unwrap(), id, "a second tap holds the same");
        assert!(matches!(holds(office, "joe", &at), Err(Refusal::Conflict(_))));
        assert!(
            matches!(confirms(office, "joe", id, &named("Joe", None)), Err(Refusal::Conflict(_))),
            "it is hers"
        );
        office.clock.advance(SignedDuration::from_mins(11));
        let joes = holds(office, "joe", &at).unwrap();
        assert!(matches!(confirms(office, "mae", id, &named("Mae", None)), Err(Refusal::Conflict(_))));
        confirms(office, "joe", joes, &named("Joe", None)).unwrap();
        // Whoever chooses another time gives back the one before.
        holds(office, "mae", &wanted("papers", tuesday(10))).unwrap();
        holds(office, "mae", &wanted("papers", tuesday(20))).unwrap();
        holds(office, "ann", &wanted("papers", tuesday(10))).unwrap();
        office.clock.advance(SignedDuration::from_mins(11));
    });
}

#[test]
fn a_form_that_is_sent_twice_books_once_and_says_what_is_missing() {
    both_engines_of(QAMAR, |office| {
        let id = holds(office, "mae", &wanted("papers", tuesday(0))).unwrap();
        for person in [named(" ", None), named("Mae", Some("nobody"))] {
            assert!(matches!(confirms(office, "mae", id, &person), Err(Refusal::Invalid(_))));
        }
        let first = confirms(office, "mae", id, &named("Mae", Some(MAE))).unwrap();
        let second = confirms(office, "mae", id, &named("Mae", Some(MAE))).unwrap();
        assert_eq!(first, second);
        let mails = mails(office, MAE);
        assert_eq!((mails.len(), mails[0].kind), (1, MessageKind::Link));
        assert!(mails[0].body.contains("3 March 2015") && mails[0].body.contains(SITE), "{}", mails[0].body);
        assert!(!mails[0].body.contains("Mae"), "nobody has shown whose address it is");
        for n in 1..6 {
            books(office, &wanted("papers", tuesday(n * 10)), "Mae", Some(MAE)).unwrap();
        }
        let enough = books(office, &wanted("papers", tuesday(60)), "Mae", Some(MAE));
        assert!(matches!(enough, Err(Refusal::Invalid(_))), "nobody takes them all");
        office.clock.advance(SignedDuration::from_mins(11));
    });
}

#[test]
fn a_booking_is_cancelled_once_and_its_time_is_free_again() {
    both_engines_of(QAMAR, |office| {
        let booking = books(office, &wanted("papers", tuesday(0)), "Mae", Some(MAE)).unwrap();
        office.settle();
        let gone = cancels(office, &booking).unwrap();
        assert_eq!((gone.state.status, gone.state.sequence), (BookingStatus::Cancelled, 1));
        assert_eq!(cancels(office, &booking).unwrap().revision, gone.revision, "once");
        assert!(matches!(moves(office, &booking, tuesday(10)), Err(Refusal::Conflict(_))));
        assert!(free(office, "papers")[&"2015-03-03".parse().unwrap()].contains(&tuesday(0)));
        let mails = mails(office, MAE);
        assert_eq!(mails.len(), 2);
        assert!(mails[1].subject.contains("is cancelled"), "{}", mails[1].subject);
    });
}

#[test]
fn people_are_reminded_a_day_and_two_hours_ahead_with_a_page_that_cancels() {
    both_engines_of(QAMAR, |office| {
        let wednesday = tuesday(60 * 24);
        let booking = books(office, &wanted("papers", wednesday), "Mae", Some(MAE)).unwrap();
        let soon = books(office, &wanted("papers", tuesday(0)), "Joe", Some(JOE)).unwrap();
        assert_eq!(mails(office, MAE).len(), 1);
        // Whoever booked less than a day ahead is reminded two hours ahead alone.
        assert_eq!(mails(office, JOE).len(), 1);
        goes_to(office, tuesday(-120));
        assert_eq!((mails(office, JOE).len(), mails(office, MAE).len()), (2, 1));
        goes_to(office, wednesday.checked_sub(SignedDuration::from_hours(24)).unwrap());
        let told = mails(office, MAE);
        assert_eq!(told.len(), 2);
        let link = told[1].body.lines().find(|line| line.contains("/cancellation")).unwrap();
        assert!(link.starts_with(&format!("{SITE}/bookings/")), "{link}");
        let secret: Secret =
            link.split("/bookings/").nth(1).unwrap().split('/').next().unwrap().parse().unwrap();
        let opened = office.stranger().tries(move |tx, _| bookings::opened(tx, &secret)).unwrap();
        assert_eq!(opened.id, booking.id, "each mail has a link of its own");
        assert_eq!(mails(office, MAE).len(), 2, "once");
        goes_to(office, wednesday.checked_sub(SignedDuration::from_hours(2)).unwrap());
        assert_eq!(mails(office, MAE).len(), 3);
        assert_eq!(now(office, &soon).state.status, BookingStatus::Missed);
    });
}
