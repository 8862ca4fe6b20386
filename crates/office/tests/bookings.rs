//! Times that people book: nobody's is given twice, and each is kept, moved, given up or offered as they were told.

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
    office.stranger().tries(move |tx, act| bookings::move_to(tx, act, &secret, to))
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
fn many_who_want_the_last_time_at_once_get_it_as_often_as_there_are_counters() {
    with_two_windows(|office| {
        let got = office.block_on(async {
            let mut all = tokio::task::JoinSet::new();
            for n in 0..24 {
                let office = office.office.clone();
                all.spawn(async move {
                    let session = Session::of(&n.to_string());
                    let line = if n % 2 == 0 { "papers" } else { "else" };
                    let act = || office.act(Principal::public(), Channel::Web, Purpose::Service);
                    let (held_by, at) = (session.clone(), wanted(line, tuesday(0)));
                    let hold =
                        office.write(act(), move |tx, act| bookings::hold(tx, act, &held_by, &at)).await?;
                    // Twice at once, as an impatient finger does.
                    let book = |session: Session| {
                        let person = named("Somebody", None);
                        office.write(act(), move |tx, act| {
                            bookings::book(tx, act, (&session, hold.id), &person, &secret_of(hold.id))
                        })
                    };
                    let (one, other) = tokio::join!(book(session.clone()), book(session.clone()));
                    one.or(other)
                });
            }
            let mut got = Vec::new();
            while let Some(one) = all.join_next().await {
                match one.unwrap() {
                    Ok(booking) => got.push(booking),
                    Err(Refusal::Conflict(_) | Refusal::Broke(records::Broke::Contended)) => {}
                    Err(refusal) => panic!("{refusal}"),
                }
            }
            got
        });
        assert_eq!(got.len(), 2, "{got:#?}");
        let counters: BTreeSet<_> =
            got.iter().map(|booking| booking.state.slot.counter.to_string()).collect();
        assert_eq!(counters.len(), 2);
    });
}

#[test]
fn those_who_move_to_one_time_at_once_do_not_share_it_and_keep_their_own_otherwise() {
    both_engines_of(QAMAR, |office| {
        let all: Vec<Booking> = (0..12)
            .map(|n| books(office, &wanted("papers", tuesday(n * 10)), &format!("P{n}"), None).unwrap())
            .collect();
        let moved = office.block_on(async {
            let mut tasks = tokio::task::JoinSet::new();
            for booking in &all {
                let (office, secret) = (office.office.clone(), secret_of(booking.id));
                tasks.spawn(async move {
                    let act = office.act(Principal::public(), Channel::Web, Purpose::Service);
                    office.write(act, move |tx, act| bookings::move_to(tx, act, &secret, tuesday(200))).await
                });
            }
            let mut moved = 0;
            while let Some(one) = tasks.join_next().await {
                match one.unwrap() {
                    Ok(booking) => {
                        assert_eq!((booking.state.slot.starts_at, booking.state.sequence), (tuesday(200), 1));
                        moved += 1;
                    }
                    Err(Refusal::Conflict(_) | Refusal::Broke(records::Broke::Contended)) => {}
                    Err(refusal) => panic!("{refusal}"),
                }
            }
            moved
        });
        assert_eq!(moved, 1);
        let starts: BTreeSet<_> =
            all.iter().map(|booking| now(office, booking).state.slot.starts_at).collect();
        assert_eq!(starts.len(), 12, "the others stand where they stood");
    });
}

/// What somebody does.
#[derive(Debug, Clone)]
enum Does {
    Books { other: bool, at: i64 },
    Cancels(usize),
    Moves(usize, i64),
}

fn deeds() -> impl Strategy<Value = Vec<Does>> {
    // On the hour of either line: ten and fifteen minutes meet at each half hour and cross between.
    let at = (0i64..6).prop_map(|n| n * 10);
    let does = prop_oneof![
        4 => (any::<bool>(), at.clone()).prop_map(|(other, at)| Does::Books { other, at: if other { at / 10 * 15 % 60 } else { at } }),
        1 => (0usize..8).prop_map(Does::Cancels),
        2 => (0usize..8, at).prop_map(|(who, at)| Does::Moves(who, at)),
    ];
    proptest::collection::vec(does, 1..24)
}

/// The same by a model: who stands at which window from when to when.
#[derive(Default)]
struct Model(Vec<(Booking, usize, i64, i64)>);

impl Model {
    fn window(&self, from: i64, to: i64, but: Option<BookingId>) -> Option<usize> {
        let is_free = |window: &usize| {
            let meets = |(booking, at, start, end): &(Booking, usize, i64, i64)| {
                at == window && *start < to && from < *end && Some(booking.id) != but
            };
            !self.0.iter().any(meets)
        };
        (2..=3).find(is_free)
    }
}

fn agrees(office: &TestOffice, deeds: &[Does]) -> Result<(), TestCaseError> {
    let mut model = Model::default();
    for (n, does) in deeds.iter().enumerate() {
        match does {
            Does::Books { other, at } => {
                let (line, minutes) = if *other { ("else", 15) } else { ("papers", 10) };
                let window = model.window(*at, at + minutes, None);
                let made = books(office, &wanted(line, tuesday(*at)), &format!("P{n}"), None);
                prop_assert_eq!(made.is_ok(), window.is_some(), "{:?}", made);
                if let (Ok(booking), Some(window)) = (made, window) {
                    prop_assert_eq!(booking.state.slot.counter.to_string(), window.to_string());
                    model.0.push((booking, window, *at, at + minutes));
                }
            }
            Does::Cancels(who) if !model.0.is_empty() => {
                let (booking, ..) = model.0.remove(who % model.0.len());
                prop_assert_eq!(cancels(office, &booking).unwrap().state.status, BookingStatus::Cancelled);
            }
            Does::Moves(who, at) if !model.0.is_empty() => {
                let who = who % model.0.len();
                let (booking, _, from, to) = model.0[who].clone();
                let (at, minutes) = if to - from == 15 { (at / 10 * 15 % 60, 15) } else { (*at, 10) };
                let same = from == at;
                let window = model.window(at, at + minutes, Some(booking.id));
                let moved = moves(office, &booking, tuesday(at));
                prop_assert_eq!(moved.is_ok(), same || window.is_some(), "{:?}", moved);
                if let (Ok(booking), Some(window), false) = (moved, window, same) {
                    model.0[who] = (booking, window, at, at + minutes);
                }
            }
            Does::Cancels(_) | Does::Moves(..) => {}
        }
    }
    for (booking, window, from, to) in model.0 {
        let state = now(office, &booking).state;
        prop_assert_eq!((state.slot.starts_at, state.slot.ends_at), (tuesday(from), tuesday(to)));
        prop_assert_eq!(state.slot.counter.to_string(), window.to_string());
        cancels(office, &booking).unwrap();
    }
    Ok(())
}

#[test]
fn whatever_people_do_nobody_has_the_time_of_another() {
    with_two_windows(|office| {
        let config = ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() };
        let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        runner.run(&deeds(), |deeds| agrees(office, &deeds)).unwrap();
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

#[test]
fn when_a_time_becomes_free_the_first_who_wants_it_is_asked_and_then_the_next() {
    both_engines_of(QAMAR, |office| {
        let early = books(office, &wanted("papers", tuesday(300)), "Ann", None).unwrap();
        let mae = books(office, &wanted("papers", tuesday(310)), "Mae", Some(MAE)).unwrap();
        let joe = books(office, &wanted("papers", tuesday(320)), "Joe", Some(JOE)).unwrap();
        let before = books(office, &wanted("papers", tuesday(0)), "Kim", Some("kim@example.org")).unwrap();
        let secret = secret_of(early.id);
        let deaf = office.stranger().tries(move |tx, act| bookings::want_earlier(tx, act, &secret));
        assert!(matches!(deaf, Err(Refusal::Conflict(_))), "nobody could tell them");
        for booking in [&mae, &joe, &before] {
            wants_earlier(office, booking);
            office.clock.advance(SignedDuration::from_mins(1));
        }
        cancels(office, &early).unwrap();
        office.settle();
        assert_eq!(
            (offer(office, &mae), offer(office, &joe), offer(office, &before)),
            (Some(tuesday(300)), None, None)
        );
        assert!(mails(office, MAE).last().unwrap().subject.contains("An earlier time"));
        assert!(
            matches!(holds(office, "x", &wanted("papers", tuesday(300))), Err(Refusal::Conflict(_))),
            "it is held"
        );
        // She does not answer: two hours later it is offered to the next.
        office.clock.advance(SignedDuration::from_mins(121));
        office.settle();
        assert_eq!((offer(office, &mae), offer(office, &joe)), (None, Some(tuesday(300))));
        let late = secret_of(mae.id);
        let late = office.stranger().tries(move |tx, act| bookings::take_offer(tx, act, &late, tuesday(300)));
        assert!(matches!(late, Err(Refusal::Conflict(_))));
        for _ in 0..2 {
            let secret = secret_of(joe.id);
            let taken =
                office.stranger().tries(move |tx, act| bookings::take_offer(tx, act, &secret, tuesday(300)));
            let state = taken.unwrap().state;
            assert_eq!((state.slot.starts_at, state.sequence, state.earlier_since), (tuesday(300), 1, None));
        }
        office.settle();
        // Joe's own is later than Mae's, so nobody wants it.
        assert_eq!(offer(office, &mae), None);
        assert!(free(office, "papers")[&"2015-03-03".parse().unwrap()].contains(&tuesday(320)));
    });
}

#[test]
fn whoever_booked_is_let_into_the_line_once_in_time_and_has_the_place_of_their_time() {
    both_engines(|office| {
        let hall = OfficeCode::new("city-hall");
        let at: Timestamp = "2015-03-02T15:30:00Z".parse().unwrap();
        let wanted = Wanted { office: hall.clone(), line: LineCode::new("permits"), starts_at: at };
        let booking = books(office, &wanted, "Mae Lee", None).unwrap();
        let check = |said: &str, at: &OfficeCode| {
            let (said, at) = (said.to_owned(), at.clone());
            office.stranger().tries(move |tx, act| bookings::check_in(tx, act, &at, &said))
        };
        let reference = booking.reference.to_string();
        assert!(matches!(check(&reference, &hall), Err(Refusal::Conflict(_))), "ninety minutes early");
        goes_to(office, "2015-03-02T15:05:00Z".parse().unwrap());
        assert!(matches!(check(&reference, &OfficeCode::new("roslindale")), Err(Refusal::Conflict(_))));
        for nothing in ["", "K7Q-F2M-XDR", "4XQ2-M0ZT-8RWA-KV6D", "\u{202e}x", &"/bookings/".repeat(80)] {
            assert!(matches!(check(nothing, &hall), Err(Refusal::NotFound(_))), "{nothing}");
        }
        let link = format!("https://311.example/bookings/{}?lang=en", secret_of(booking.id));
        let joined = check(&link, &hall).unwrap();
        assert_eq!((joined.visit.entry, joined.visit.state.place_at), (Entry::Booking, at));
        assert!(joined.secret.is_some());
        let again = check(&reference, &hall).unwrap();
        assert_eq!((again.visit.id, again.secret), (joined.visit.id, None), "once");
        assert!(matches!(cancels(office, &booking), Err(Refusal::Conflict(_))));
        let dora = |words: &str| {
            let (hall, words) = (hall.clone(), words.to_owned());
            let day = "2015-03-02".parse().unwrap();
            office
                .officer("dora")
                .tries(move |tx, act| bookings::found(tx, act, (&hall, day), &words))
                .unwrap()
        };
        for words in ["lee", "MAE l", reference.as_str()] {
            assert_eq!(dora(words).len(), 1, "{words}");
        }
        assert!(dora("joe").is_empty() && dora(" ").is_empty());
        let day = "2015-03-02".parse().unwrap();
        let curious = hall.clone();
        let seen = office.stranger().tries(move |tx, act| bookings::of_day(tx, act, &curious, day));
        assert!(matches!(seen, Err(Refusal::Forbidden(_))), "only those who serve there see who comes");
    });
}

#[test]
fn whoever_does_not_come_is_noted_whether_they_were_called_or_not() {
    both_engines(|office| {
        let hall = OfficeCode::new("city-hall");
        let at: Timestamp = "2015-03-02T15:30:00Z".parse().unwrap();
        let wanted = |at| Wanted { office: hall.clone(), line: LineCode::new("permits"), starts_at: at };
        let called = books(office, &wanted(at), "Mae", None).unwrap();
        let never =
            books(office, &wanted(at.checked_add(SignedDuration::from_mins(15)).unwrap()), "Joe", None)
                .unwrap();
        goes_to(office, at);
        let (code, said) = (hall.clone(), called.reference.to_string());
        let joined =
            office.stranger().tries(move |tx, act| bookings::check_in(tx, act, &code, &said)).unwrap();
        let (code, counter) = (hall.clone(), CounterCode::new("1"));
        office.officer("lee").tries(move |tx, act| lobby::open_counter(tx, act, &code, &counter)).unwrap();
        let next = office.officer("lee").tries(|tx, act| lobby::next(tx, act, None)).unwrap().unwrap();
        assert_eq!(next.id, joined.visit.id);
        office.officer("lee").tries(move |tx, act| lobby::no_show(tx, act, next.id)).unwrap();
        office.settle();
        assert_eq!(now(office, &called).state.status, BookingStatus::CheckedIn, "it can be taken back");
        office.clock.advance(SignedDuration::from_secs(6));
        office.settle();
        assert_eq!(now(office, &called).state.status, BookingStatus::Missed);
        office.clock.advance(SignedDuration::from_mins(29));
        office.settle();
        assert_eq!(now(office, &never).state.status, BookingStatus::Booked);
        office.clock.advance(SignedDuration::from_mins(2));
        office.settle();
        assert_eq!(now(office, &never).state.status, BookingStatus::Missed);
        let (code, said) = (hall.clone(), never.reference.to_string());
        let late = office.stranger().tries(move |tx, act| bookings::check_in(tx, act, &code, &said));
        assert!(matches!(late, Err(Refusal::Conflict(_))));
    });
}
