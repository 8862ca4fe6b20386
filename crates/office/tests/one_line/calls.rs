//! Whoever is called back keeps their place, is told when the call comes, and is tried again.

use jiff::SignedDuration;
use office::lobby;
use office::{Refusal, Verb};
use terms::{Entry, LineCode, Priority, PriorityReason, Secret, Visit, VisitEnd, VisitId, VisitStatus};
use testkit::hall::{calls, comes, hall, now, sits};
use testkit::{TestOffice, both_engines};

const PHONE: &str = "+1 (617) 555-0134";

fn asks(office: &TestOffice, secret: &Secret, phone: &str) -> Verb<Visit> {
    let (secret, phone) = (secret.clone(), phone.to_owned());
    office.stranger().tries(move |tx, act| lobby::ask_call_back(tx, act, &secret, &phone))
}

fn does_not_answer(office: &TestOffice, officer: &str, id: VisitId) -> Visit {
    office.officer(officer).tries(move |tx, act| lobby::no_show(tx, act, id)).unwrap()
}

fn number(office: &TestOffice, visit: &Visit) -> Option<String> {
    let visit = visit.clone();
    office.officer("lee").tries(move |tx, act| lobby::number(tx, act, &visit)).unwrap()
}

/// What happened to a visit, as it is written down.
fn written_down(office: &TestOffice, id: VisitId) -> String {
    let steps = move |tx: &mut records::Tx<'_>, _: &office::Act| Ok(records::events::steps(tx, id)?);
    format!("{:?}", office.house().tries(steps).unwrap())
}

fn minutes(office: &TestOffice, minutes: i64) {
    office.clock.advance(SignedDuration::from_mins(minutes));
    office.settle();
}

#[test]
fn whoever_asks_to_be_called_back_keeps_the_place_and_is_told_when() {
    both_engines(|office| {
        sits(office, "lee", "1");
        let (first, _) = comes(office, "permits");
        let (mae, secret) = comes(office, "permits");
        let (last, _) = comes(office, "permits");
        let asked = asks(office, &secret, PHONE).unwrap();
        assert_eq!((asked.state.status, asked.state.place_at), (VisitStatus::Waiting, mae.state.place_at));
        let window = asked.state.call_back.unwrap().window.unwrap();
        let (at, place) = {
            let visit = mae.clone();
            let place = office.stranger().tries(move |tx, act| lobby::place(tx, act, &visit)).unwrap();
            (office.office.now(), place)
        };
        let range = place.range.unwrap();
        let (half, most) = (at.checked_add(range.half).unwrap(), at.checked_add(range.most).unwrap());
        assert!(window.from <= half && half <= window.until, "{window:?} {half}");
        assert!(
            window.until >= most && window.until <= most.checked_add(SignedDuration::from_mins(5)).unwrap()
        );
        assert_eq!(number(office, &asked).as_deref(), Some("+16175550134"));
        // Asked once more it is the same call, on another number.
        let again = asks(office, &secret, "617 555 0199").unwrap();
        assert_eq!((again.revision, number(office, &again).as_deref()), (asked.revision, Some("6175550199")));
        let one = calls(office, "lee", None).unwrap();
        assert_eq!(one.id, first.id);
        let two = calls(office, "lee", Some(first.id)).unwrap();
        assert_eq!((two.id, two.state.status), (mae.id, VisitStatus::Called));
        let id = mae.id;
        let refused = office.officer("lee").tries(move |tx, act| lobby::call_again(tx, act, id));
        assert!(matches!(refused, Err(Refusal::Conflict(_))), "there is nothing to call once more");
        office.officer("lee").tries(move |tx, act| lobby::begin(tx, act, id)).unwrap();
        assert_eq!(calls(office, "lee", Some(mae.id)).unwrap().id, last.id);
        assert_eq!(now(office, &mae).state.end, Some(VisitEnd::Served));
        let events = written_down(office, mae.id);
        assert!(events.contains("ToCallBack") && !events.contains("5550134") && !events.contains("5550199"));
    });
}

#[test]
fn a_call_that_is_not_answered_is_tried_again_in_its_place_and_at_last_given_up() {
    both_engines(|office| {
        let (mae, secret) = comes(office, "permits");
        asks(office, &secret, PHONE).unwrap();
        let (joe, _) = comes(office, "permits");
        sits(office, "lee", "1");
        assert_eq!(calls(office, "lee", None).unwrap().id, mae.id);
        let missed = does_not_answer(office, "lee", mae.id);
        assert_eq!(missed.state.status, VisitStatus::Parked);
        let call = missed.state.call_back.unwrap();
        assert_eq!(
            (call.unanswered, call.again_at),
            (1, Some(office.office.now() + SignedDuration::from_mins(10)))
        );
        // A wrong press is taken back, and does not count.
        let back = office.officer("lee").tries(lobby::undo).unwrap().unwrap();
        assert_eq!((back.state.status, back.state.call_back.unwrap().unanswered), (VisitStatus::Called, 0));
        does_not_answer(office, "lee", mae.id);
        assert_eq!(calls(office, "lee", None).unwrap().id, joe.id, "others go on meanwhile");
        minutes(office, 9);
        assert_eq!(now(office, &mae).state.status, VisitStatus::Parked);
        let (ann, _) = comes(office, "permits");
        minutes(office, 1);
        assert_eq!(now(office, &mae).state.status, VisitStatus::Waiting);
        assert_eq!(calls(office, "lee", Some(joe.id)).unwrap().id, mae.id, "in the place that she had");
        does_not_answer(office, "lee", mae.id);
        minutes(office, 11);
        assert_eq!(calls(office, "lee", None).unwrap().id, mae.id);
        let gone = does_not_answer(office, "lee", mae.id);
        assert_eq!((gone.state.end, gone.state.call_back.unwrap().unanswered), (Some(VisitEnd::NoShow), 2));
        assert_eq!(calls(office, "lee", None).unwrap().id, ann.id);
        minutes(office, 20);
        assert_eq!(now(office, &mae).state.status, VisitStatus::Over);
    });
}

#[test]
fn an_officer_who_calls_again_before_it_is_time_leaves_nothing_to_be_done_by_itself() {
    both_engines(|office| {
        let (mae, secret) = comes(office, "permits");
        asks(office, &secret, PHONE).unwrap();
        sits(office, "lee", "1");
        calls(office, "lee", None).unwrap();
        does_not_answer(office, "lee", mae.id);
        let id = mae.id;
        let called = office.officer("lee").tries(move |tx, act| lobby::call_one(tx, act, id)).unwrap();
        assert_eq!(called.state.call_back.unwrap().again_at, None);
        office.officer("lee").tries(move |tx, act| lobby::park(tx, act, id)).unwrap();
        minutes(office, 30);
        assert_eq!(now(office, &mae).state.status, VisitStatus::Parked, "set aside by hand, it stays so");
    });
}

#[test]
fn the_board_never_shows_a_call_by_phone() {
    both_engines(|office| {
        let (mae, secret) = comes(office, "permits");
        asks(office, &secret, PHONE).unwrap();
        let (joe, _) = comes(office, "permits");
        sits(office, "lee", "1");
        calls(office, "lee", None).unwrap();
        let tickets = || {
            let board = office.stranger().tries(|tx, act| lobby::board(tx, act, &hall())).unwrap();
            board.calls.into_iter().map(|call| call.ticket).collect::<Vec<_>>()
        };
        assert_eq!(tickets(), Vec::<String>::new());
        calls(office, "lee", Some(mae.id)).unwrap();
        assert_eq!(tickets(), [joe.ticket.to_string()]);
    });
}

#[test]
fn the_reception_lets_people_go_home_and_takes_in_who_asks_by_phone() {
    both_engines(|office| {
        let (mae, _) = comes(office, "permits");
        let id = mae.id;
        let home = move |tx: &mut records::Tx<'_>, act: &office::Act| {
            lobby::let_go_home(tx, act, (&hall(), id), "617 555 0134")
        };
        assert!(matches!(office.stranger().tries(home), Err(Refusal::Forbidden(_))));
        let mae = office.officer("lee").tries(home).unwrap();
        assert!(mae.state.call_back.is_some(), "{mae:?}");
        let asked = lobby::NewVisit::new(LineCode::new("payments"), Entry::CallBack, "en");
        let joe = office.officer("lee").tries(move |tx, act| {
            let reason = Some(PriorityReason::Health);
            lobby::receive_call(tx, act, &hall(), (&asked, reason), "617 555 0135")
        });
        let joe = joe.unwrap();
        assert_eq!((joe.entry, joe.state.priority), (Entry::CallBack, Priority::Raised));
        assert_eq!(number(office, &joe).as_deref(), Some("6175550135"));
        assert_eq!(joe.state.call_back.unwrap().window, None, "no counter is open, so nobody can say when");
    });
}

#[test]
fn what_is_no_number_and_what_would_call_a_stranger_all_day_is_refused() {
    both_engines(|office| {
        let (mae, secret) = comes(office, "permits");
        let long = "1".repeat(40);
        for odd in ["", "mae@example.org", "911", "+1 617 555 0134 or 0135", "tel:+16175550134", &long, "\0"]
        {
            let Err(Refusal::Invalid(mistakes)) = asks(office, &secret, odd) else { panic!("{odd}") };
            assert_eq!(mistakes[0].field, "phone", "{odd}");
        }
        assert_eq!(now(office, &mae).state.call_back, None);
        for _ in 0..3 {
            let (_, secret) = comes(office, "permits");
            asks(office, &secret, PHONE).unwrap();
        }
        let Err(Refusal::Invalid(mistakes)) = asks(office, &secret, PHONE) else { panic!("a fourth time") };
        assert_eq!(mistakes[0].field, "often");
        sits(office, "lee", "1");
        assert_eq!(calls(office, "lee", None).unwrap().id, mae.id);
        assert!(matches!(asks(office, &secret, "617 555 0111"), Err(Refusal::Conflict(_))), "she is called");
    });
}

#[test]
fn when_the_day_is_over_no_number_is_left_and_whether_the_promise_was_kept_is() {
    both_engines(|office| {
        sits(office, "lee", "1");
        let (_, secret) = comes(office, "permits");
        let kept = asks(office, &secret, PHONE).unwrap();
        let (_, secret) = comes(office, "permits");
        let late = asks(office, &secret, "617 555 0135").unwrap();
        let (_, secret) = comes(office, "permits");
        let third = asks(office, &secret, "617 555 0136").unwrap();
        calls(office, "lee", None).unwrap();
        let until = late.state.call_back.unwrap().window.unwrap().until;
        office.clock.advance(until.duration_since(office.office.now()) + SignedDuration::from_mins(1));
        calls(office, "lee", Some(kept.id)).unwrap();
        let left =
            || [&kept, &late, &third].into_iter().filter(|visit| number(office, visit).is_some()).count();
        assert_eq!(left(), 3);
        office.hours(24);
        office.settle();
        assert_eq!(left(), 0);
        let days = office.house().tries(|tx, act| lobby::past_days(tx, act, &hall(), 1)).unwrap();
        let facts = days.values().flat_map(|hours| hours.values());
        let counted = facts.fold((0, 0), |sum, fact| (sum.0 + fact.windows, sum.1 + fact.windows_kept));
        // The third was told a time too, and the office closed before.
        assert_eq!(counted, (3, 1));
    });
}
