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
