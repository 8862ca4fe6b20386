//! What becomes of bookings: offered earlier, checked in, or missed.

use super::*;

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

fn shuts(office: &TestOffice, again: bool) {
    let lead = office.officer("salma");
    let done = lead.tries(move |tx, act| {
        if again { lobby::open_again(tx, act, &palm()) } else { lobby::close_at_once(tx, act, &palm()) }
    });
    done.unwrap();
}

fn subjects(office: &TestOffice, to: &str) -> Vec<String> {
    mails(office, to).into_iter().map(|mail| mail.subject).collect()
}

#[test]
fn whoever_booked_for_a_day_on_which_the_office_had_to_close_is_told_at_once_and_told_if_it_opens() {
    both_engines_of(QAMAR, |office| {
        goes_to(office, tuesday(-60));
        let today = books(office, &wanted("papers", tuesday(200)), "Mae", Some(MAE)).unwrap();
        let tomorrow = books(office, &wanted("papers", tuesday(1_440)), "Joe", Some(JOE)).unwrap();
        let held = holds(office, "Eve", &wanted("papers", tuesday(210))).unwrap();
        office.settle();
        goes_to(office, tuesday(10));
        shuts(office, false);
        let told = mails(office, MAE).pop().unwrap();
        assert!(told.subject.contains("is closed"), "{}", told.subject);
        assert!(told.body.contains("/times") && told.body.contains("/cancellation"), "{}", told.body);
        assert!(!subjects(office, JOE).iter().any(|subject| subject.contains("closed")), "only of that day");
        let day = "2015-03-03".parse().unwrap();
        assert!(!free(office, "papers").contains_key(&day), "no time of that day is offered");
        assert!(matches!(holds(office, "Eve", &wanted("papers", tuesday(220))), Err(Refusal::Conflict(_))));
        assert!(matches!(confirms(office, "Eve", held, &named("Eve", None)), Err(Refusal::Conflict(_))));
        shuts(office, true);
        assert!(mails(office, MAE).pop().unwrap().subject.contains("is open again"));
        assert!(now(office, &today).state.closed_at.is_none() && free(office, "papers").contains_key(&day));
        assert!(now(office, &tomorrow).state.closed_at.is_none());
    });
}

#[test]
fn an_office_that_opens_again_before_anybody_was_told_says_nothing_of_having_closed() {
    both_engines_of(QAMAR, |office| {
        goes_to(office, tuesday(-60));
        books(office, &wanted("papers", tuesday(200)), "Mae", Some(MAE)).unwrap();
        office.settle();
        shuts(office, false);
        shuts(office, true);
        let said = subjects(office, MAE);
        assert!(!said.iter().any(|subject| subject.contains("closed")), "{said:?}");
    });
}

#[test]
fn nobody_is_noted_as_missing_where_the_office_was_closed_and_each_day_of_it_is_told() {
    both_engines_of(QAMAR, |office| {
        goes_to(office, tuesday(-60));
        let today = books(office, &wanted("papers", tuesday(200)), "Mae", Some(MAE)).unwrap();
        let tomorrow = books(office, &wanted("papers", tuesday(1_440 + 200)), "Joe", Some(JOE)).unwrap();
        shuts(office, false);
        goes_to(office, tuesday(1_440));
        office.settle();
        assert_eq!(now(office, &today).state.status, BookingStatus::Cancelled);
        assert!(
            now(office, &tomorrow).state.closed_at.is_some(),
            "nobody opened it, so the next day is closed too"
        );
        assert!(subjects(office, JOE).last().unwrap().contains("is closed"));
    });
}

#[test]
fn a_day_that_the_calendar_closes_is_told_to_those_who_booked_for_it() {
    let files = city_files(QAMAR);
    let mut closed = files.clone();
    let calendars = closed.iter_mut().find(|file| file.path == "calendars.toml").unwrap();
    calendars.text = calendars
        .text
        .replace("date = \"2026-12-31\"\nhours = [\"08:00-11:00\"]", "date = \"2015-03-03\"\nhours = []");
    for database in TestDatabase::each() {
        let before = TestOffice::of_files(&files, &database, 0);
        let booked = books(&before, &wanted("papers", tuesday(200)), "Mae", Some(MAE)).unwrap();
        before.check();
        drop(before);
        let office = TestOffice::of_files(&closed, &database, 1);
        assert!(subjects(&office, MAE).last().unwrap().contains("is closed"));
        assert!(now(&office, &booked).state.closed_at.is_some());
        office.check();
        drop(office);
        let again = TestOffice::of_files(&files, &database, 2);
        assert!(subjects(&again, MAE).last().unwrap().contains("is open again"));
        again.check();
    }
}

/// A story of a Qamar with a second office that does the same.
fn with_a_second_office(story: impl Fn(&TestOffice)) {
    let mut files = city_files(QAMAR);
    let offices = files.iter_mut().find(|file| file.path == "offices.toml").unwrap();
    let second = offices.text.replace("palm-square", "beach").replace("Palm Square", "Beach");
    offices.text.push_str(&format!("\n{second}"));
    for database in TestDatabase::each() {
        let office = TestOffice::of_files(&files, &database, 0);
        story(&office);
        office.check();
    }
}

#[test]
fn a_booking_moves_to_another_office_and_neither_time_is_given_twice() {
    with_a_second_office(|office| {
        let beach = OfficeCode::new("beach");
        goes_to(office, tuesday(-300));
        let mine = books(office, &wanted("papers", tuesday(20)), "Mae", Some(MAE)).unwrap();
        let there = Wanted { office: beach.clone(), ..wanted("papers", tuesday(40)) };
        let other = books(office, &there, "Joe", Some(JOE)).unwrap();
        let goes = |booking: &Booking, at: Timestamp| {
            let (secret, beach) = (secret_of(booking.id), beach.clone());
            office.stranger().tries(move |tx, act| bookings::move_to(tx, act, &secret, (&beach, at)))
        };
        assert!(matches!(goes(&mine, tuesday(40)), Err(Refusal::Conflict(_))), "somebody has that");
        assert_eq!(now(office, &mine).office, palm(), "it stays as it was");
        let moved = goes(&mine, tuesday(20)).unwrap();
        assert_eq!(
            (&moved.office, moved.state.sequence),
            (&beach, 1),
            "the same time elsewhere is another time"
        );
        assert_eq!(goes(&mine, tuesday(20)).unwrap(), moved, "once is enough");
        assert!(subjects(office, MAE).last().unwrap().contains("Beach"));
        books(office, &wanted("papers", tuesday(20)), "Eve", None).unwrap();
        assert!(matches!(goes(&other, tuesday(20)), Err(Refusal::Conflict(_))));
        let (secret, nowhere) = (secret_of(mine.id), OfficeCode::new("nowhere"));
        let lost = office
            .stranger()
            .tries(move |tx, act| bookings::move_to(tx, act, &secret, (&nowhere, tuesday(60))));
        assert!(matches!(lost, Err(Refusal::NotFound(_))));
        assert_eq!(now(office, &mine), moved);
    });
}

#[test]
fn who_booked_is_forgotten_when_it_is_long_over_and_what_happened_stays() {
    both_engines_of(QAMAR, |office| {
        let old = books(office, &wanted("papers", tuesday(200)), "Mae", Some(MAE)).unwrap();
        let tidies = || {
            office.house().tries(office::jobs::tidy).unwrap();
            let id = old.id;
            office.house().tries(move |tx, _| Ok(records::bookings::by_id(tx, id)?)).unwrap().unwrap()
        };
        office.hours(24 * 80);
        office.settle();
        let before = tidies();
        assert_eq!((before.name.as_str(), before.email.as_deref()), ("Mae", Some(MAE)));
        office.hours(24 * 15);
        let after = tidies();
        let forgotten = Booking { name: String::new(), email: None, phone: None, customer: None, ..before };
        assert_eq!(after, forgotten, "its state, its time and its number are as they were");
        let secret = secret_of(old.id);
        let opened = office.stranger().tries(move |tx, _| bookings::opened(tx, &secret));
        assert!(matches!(opened, Err(Refusal::NotFound(_))), "no link opens it any more");
        assert_eq!(tidies(), forgotten);
    });
}
