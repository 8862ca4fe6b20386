//! Leading a lobby: lines close, everybody is told something, all leave at once, and the figures say how it goes.

use jiff::SignedDuration;
use office::Refusal;
use office::lobby::{self, Lobby, Wall};
use records::visit_facts::Fact;
use terms::{Announcement, LineCode, Secret, ShiftStatus, Visit, VisitEnd, VisitStatus};
use testkit::hall::{comes, hall, now, sits, tries_to_come};
use testkit::{TestOffice, both_engines};

fn calls(office: &TestOffice, officer: &str) -> Option<Visit> {
    office
        .officer(officer)
        .tries(|tx, act| {
            let before = lobby::my_seat(tx, act)?.visit.map(|visit| visit.id);
            lobby::next(tx, act, before)
        })
        .unwrap()
}

fn wall(office: &TestOffice) -> Wall {
    office.officer("joan").tries(|tx, act| lobby::wall(tx, act, &hall())).unwrap()
}

fn lobby_of(office: &TestOffice) -> Lobby {
    office.stranger().tries(|tx, act| lobby::lobby(tx, act, &hall())).unwrap()
}

fn minutes(office: &TestOffice, minutes: i64) {
    office.clock.advance(SignedDuration::from_mins(minutes));
}

#[test]
fn a_closed_line_takes_nobody_in_and_serves_whoever_waits_until_the_next_day() {
    both_engines(|office| {
        let (waits, _) = comes(office, "permits");
        let close = |officer: &str| {
            let line = LineCode::new("permits");
            office.officer(officer).tries(move |tx, act| lobby::close_line(tx, act, &hall(), &line))
        };
        assert!(matches!(close("dora"), Err(Refusal::Forbidden(_))), "only whoever leads it");
        let closed = close("joan").unwrap();
        assert_eq!(close("joan").unwrap(), closed, "once is enough");
        assert!(matches!(tries_to_come(office, "permits"), Err(Refusal::Conflict(_))));
        comes(office, "payments");
        sits(office, "lee", "1");
        assert_eq!(calls(office, "lee").unwrap().id, waits.id);
        office.hours(24);
        office.settle();
        comes(office, "permits");
    });
}

#[test]
fn what_everybody_is_told_ends_by_itself() {
    both_engines(|office| {
        let tell = |minutes: u32| {
            office
                .officer("joan")
                .tries(move |tx, act| lobby::announce(tx, act, &hall(), (Announcement::SystemsDown, minutes)))
        };
        for wrong in [0, 601, u32::MAX] {
            assert!(matches!(tell(wrong), Err(Refusal::Invalid(_))), "{wrong}");
        }
        tell(20).unwrap();
        let told = || lobby_of(office).announcement.map(|(what, _)| what);
        assert_eq!(told(), Some(Announcement::SystemsDown));
        minutes(office, 19);
        assert_eq!(told(), Some(Announcement::SystemsDown));
        minutes(office, 1);
        assert_eq!(told(), None);
        tell(20).unwrap();
        office.officer("joan").tries(|tx, act| lobby::unannounce(tx, act, &hall())).unwrap();
        assert_eq!(told(), None);
    });
}

#[test]
fn an_emergency_ends_every_visit_with_its_reason_and_lets_nobody_in_until_it_is_over() {
    both_engines(|office| {
        let (called, _) = comes(office, "permits");
        let (waits, _) = comes(office, "certificates");
        sits(office, "lee", "1");
        assert_eq!(calls(office, "lee").unwrap().id, called.id);
        let close =
            |officer: &str| office.officer(officer).tries(|tx, act| lobby::close_at_once(tx, act, &hall()));
        assert!(matches!(close("lee"), Err(Refusal::Forbidden(_))));
        close("joan").unwrap();
        for visit in [&called, &waits] {
            assert_eq!(now(office, visit).state.end, Some(VisitEnd::Emergency));
        }
        assert!(matches!(tries_to_come(office, "permits"), Err(Refusal::Conflict(_))));
        assert_eq!(calls(office, "lee"), None, "their counter has nobody before it");
        // A day later nobody opened it again.
        office.hours(24);
        office.settle();
        assert!(matches!(tries_to_come(office, "permits"), Err(Refusal::Conflict(_))));
        office.officer("joan").tries(|tx, act| lobby::open_again(tx, act, &hall())).unwrap();
        comes(office, "permits");
    });
}

#[test]
fn more_than_can_leave_at_once_are_all_gone_when_the_house_has_kept_time() {
    both_engines(|office| {
        let all: Vec<Visit> = (0..620).map(|_| comes(office, "permits").0).collect();
        office.officer("joan").tries(|tx, act| lobby::close_at_once(tx, act, &hall())).unwrap();
        office.settle();
        office.settle();
        assert!(all.iter().all(|visit| now(office, visit).state.end == Some(VisitEnd::Emergency)));
    });
}

#[test]
fn a_counter_whose_officer_rests_says_when_it_opens_again_and_calling_ends_the_break() {
    both_engines(|office| {
        sits(office, "lee", "1");
        let rest = |minutes: u32| office.officer("lee").tries(move |tx, act| lobby::rest(tx, act, minutes));
        for wrong in [0, 31, 1_000] {
            assert!(matches!(rest(wrong), Err(Refusal::Invalid(_))), "{wrong}");
        }
        rest(30).unwrap();
        let counter = || wall(office).counters[0].clone();
        let back_at = counter().back_at.unwrap();
        assert_eq!(counter().status, ShiftStatus::Break);
        assert_eq!(back_at.duration_since(office.office.now()), SignedDuration::from_mins(30));
        minutes(office, 40);
        assert_eq!(counter().back_at, Some(back_at), "longer than allowed is seen");
        assert_eq!(calls(office, "lee"), None);
        assert_eq!((counter().status, counter().back_at), (ShiftStatus::Available, None));
        let (visit, _) = comes(office, "permits");
        assert_eq!(calls(office, "lee").unwrap().id, visit.id);
        assert!(matches!(rest(10), Err(Refusal::Conflict(_))), "somebody is at the counter");
        assert_eq!(counter().status, ShiftStatus::Serving);
    });
}

#[test]
fn the_wall_says_who_waits_too_long_and_which_counter_would_help() {
    both_engines(|office| {
        let joined: Vec<(Visit, Secret)> = (0..12).map(|_| comes(office, "permits")).collect();
        sits(office, "lee", "1");
        let empty = wall(office);
        assert_eq!((empty.today.joined, empty.today.called), (12, 0));
        assert_eq!(calls(office, "lee").unwrap().id, joined[0].0.id);
        let (id, secret) = (joined[0].0.id, joined[1].1.clone());
        office.officer("lee").tries(move |tx, act| lobby::begin(tx, act, id)).unwrap();
        office.stranger().tries(move |tx, act| lobby::leave(tx, act, &secret)).unwrap();
        minutes(office, 16);
        let now = wall(office);
        let permits = &now.lines[0];
        assert_eq!((permits.line.as_str(), permits.waiting, permits.over), ("permits", 10, 10));
        let longest = now.longest.clone().unwrap();
        assert_eq!((longest.ticket.to_string(), longest.waited.as_mins()), ("A03".to_owned(), 16));
        assert_eq!((now.today.joined, now.today.called, now.today.in_time, now.today.gave_up), (12, 1, 1, 1));
        // All ten have waited for longer than the fifteen minutes that are promised: nothing helps those.
        assert!(now.breaches.unwrap().hour >= 10, "{:?}", now.breaches);
        assert!(now.one_more.is_some());
        assert!(matches!(
            office.officer("dora").tries(|tx, act| lobby::wall(tx, act, &hall())),
            Err(Refusal::Forbidden(_))
        ));
    });
}

#[test]
fn one_more_counter_helps_those_who_do_not_wait_too_long_yet() {
    both_engines(|office| {
        (0..12).for_each(|_| drop(comes(office, "permits")));
        sits(office, "lee", "1");
        let now = wall(office);
        let (counter, then) = now.one_more.clone().unwrap();
        assert!(then.hour < now.breaches.unwrap().hour, "{:?} {then:?}", now.breaches);
        assert_eq!(counter.as_str(), "2", "counter 3 does not serve permits");
        let again = wall(office);
        assert_eq!((again.breaches, again.one_more), (now.breaches, now.one_more), "it does not flicker");
    });
}

#[test]
fn a_day_that_is_over_is_written_down_by_line_and_hour_with_who_was_overtaken() {
    both_engines(|office| {
        let (first, _) = comes(office, "permits");
        minutes(office, 1);
        let (second, _) = comes(office, "permits");
        let id = second.id;
        let (priority, why) = (terms::Priority::Raised, Some(terms::PriorityReason::Infant));
        office
            .officer("lee")
            .tries(move |tx, act| lobby::raise(tx, act, (&hall(), id), (priority, why)))
            .unwrap();
        sits(office, "lee", "1");
        assert_eq!(calls(office, "lee").unwrap().id, second.id);
        office.officer("lee").tries(move |tx, act| lobby::begin(tx, act, id)).unwrap();
        minutes(office, 20);
        assert_eq!(calls(office, "lee").unwrap().id, first.id);
        let first_id = first.id;
        office.officer("lee").tries(move |tx, act| lobby::no_show(tx, act, first_id)).unwrap();
        let (_, secret) = comes(office, "payments");
        office.stranger().tries(move |tx, act| lobby::leave(tx, act, &secret)).unwrap();
        comes(office, "else");
        let days = |last: i64| {
            office.stranger().tries(move |tx, act| lobby::past_days(tx, act, &hall(), last)).unwrap()
        };
        assert!(days(7).is_empty(), "today is not over");
        office.hours(24);
        office.settle();
        let days = days(7);
        assert_eq!(days.len(), 1);
        let hours = days.values().next().unwrap();
        let of = |line: &str| {
            let own = hours.iter().filter(|((of, _), _)| of.as_str() == line);
            own.fold(Fact::default(), |all, (_, fact)| all.and(fact))
        };
        let permits = of("permits");
        assert_eq!((permits.joined, permits.called, permits.in_time), (2, 2, 1));
        assert_eq!((permits.served, permits.served_ms, permits.no_shows), (1, 20 * 60_000, 1));
        // A second passes with each ticket.
        assert_eq!(permits.waited_ms, 21 * 60_000 + 3_000);
        assert_eq!((permits.overtaken, permits.overtaken_by_priority), (1, 1));
        assert_eq!((of("payments").gave_up, of("else").unserved), (1, 1));
        assert!(hours.keys().all(|(_, hour)| (9..=10).contains(hour)), "by the clock of the office");
        assert_eq!(now(office, &second).state.status, VisitStatus::Over);
    });
}
