//! People at an office: whoever is next is served next, nobody twice, and nobody is forgotten.

use office::Refusal;
use office::lobby::{self, NewVisit, PassTo};
use std::collections::BTreeSet;
use terms::{
    Channel, CounterCode, Entry, LineCode, OfficerCode, Priority, PriorityReason, Purpose, VisitEnd, VisitId,
    VisitStatus,
};
use testkit::both_engines;
use testkit::hall::{calls, comes, hall, now, sits, tries_to_come};

/// Officers of whom each sits at a counter of their own.
const AT_COUNTERS: [(&str, &str); 3] = [("lee", "1"), ("dora", "2"), ("sam", "3")];

fn line(code: &str) -> LineCode {
    LineCode::new(code)
}

#[test]
fn whoever_came_first_is_called_first_and_a_double_click_on_next_calls_nobody_else() {
    both_engines(|office| {
        let (first, _) = comes(office, "permits");
        let (second, _) = comes(office, "permits");
        assert_eq!((first.ticket.to_string(), second.ticket.to_string()), ("A01".into(), "A02".into()));
        sits(office, "lee", "1");
        let called = calls(office, "lee", None).unwrap();
        assert_eq!((called.id, called.state.status), (first.id, VisitStatus::Called));
        // The same press once more names nobody, as the officer saw nobody; whoever was called stays.
        assert_eq!(calls(office, "lee", None).unwrap().id, first.id);
        assert_eq!(calls(office, "lee", Some(first.id)).unwrap().id, second.id);
        assert_eq!(now(office, &first).state.end, Some(VisitEnd::Served));
        assert_eq!(calls(office, "lee", Some(second.id)), None);
        assert_eq!(calls(office, "lee", None), None, "nobody waits");
    });
}

#[test]
fn a_counter_serves_its_own_lines_and_the_one_whose_promise_presses_most() {
    both_engines(|office| {
        let (certificate, _) = comes(office, "certificates");
        let (permit, _) = comes(office, "permits");
        let (payment, _) = comes(office, "payments");
        sits(office, "dora", "2");
        // Ten minutes are promised for a payment, fifteen for a permit: soon the later one has used up more of its own.
        office.clock.advance(jiff::SignedDuration::from_mins(6));
        let called = calls(office, "dora", None).unwrap();
        assert_eq!(called.id, payment.id);
        assert_eq!(calls(office, "dora", Some(payment.id)).unwrap().id, permit.id);
        assert_eq!(calls(office, "dora", Some(permit.id)), None, "certificates are not served here");
        assert_eq!(now(office, &certificate).state.status, VisitStatus::Waiting);
    });
}

#[test]
fn counters_that_call_at_the_same_instant_never_call_the_same_person() {
    both_engines(|office| {
        let waiting: BTreeSet<VisitId> = (0..30).map(|_| comes(office, "permits").0.id).collect();
        for (officer, counter) in &AT_COUNTERS[..2] {
            sits(office, officer, counter);
        }
        let served = office.block_on(async {
            let mut counters = tokio::task::JoinSet::new();
            for (officer, _) in &AT_COUNTERS[..2] {
                let (office, who) = (office.office.clone(), office.officer(officer).who.clone());
                counters.spawn(async move {
                    let (mut served, mut closes) = (Vec::new(), None);
                    loop {
                        let act = office.act(who.clone(), Channel::Staff, Purpose::Service);
                        match office.write(act, move |tx, act| lobby::next(tx, act, closes)).await {
                            Ok(Some(visit)) => {
                                served.push(visit.id);
                                closes = Some(visit.id);
                            }
                            Ok(None) => return served,
                            Err(Refusal::Broke(records::Broke::Contended)) => {}
                            Err(refusal) => panic!("{refusal}"),
                        }
                    }
                });
            }
            let mut all = Vec::new();
            while let Some(served) = counters.join_next().await {
                all.extend(served.unwrap());
            }
            all
        });
        assert_eq!(served.len(), waiting.len(), "each is served once");
        assert_eq!(served.into_iter().collect::<BTreeSet<_>>(), waiting);
    });
}

#[test]
fn people_who_take_a_ticket_at_the_same_instant_get_different_numbers() {
    both_engines(|office| {
        let numbers = office.block_on(async {
            let mut kiosks = tokio::task::JoinSet::new();
            for _ in 0..20 {
                let office = office.office.clone();
                kiosks.spawn(async move {
                    let new = NewVisit::new(line("permits"), Entry::Kiosk, "ta");
                    let act = office.act(terms::Principal::public(), Channel::Counter, Purpose::Service);
                    office.write(act, move |tx, act| lobby::join(tx, act, &hall(), &new)).await
                });
            }
            let mut numbers = Vec::new();
            while let Some(joined) = kiosks.join_next().await {
                if let Ok(joined) = joined.unwrap() {
                    assert_eq!(joined.visit.language, "ta");
                    numbers.push(joined.visit.ticket.number);
                }
            }
            numbers
        });
        let different: BTreeSet<u32> = numbers.iter().copied().collect();
        assert!(numbers.len() >= 15, "only {} came through", numbers.len());
        assert_eq!(different.len(), numbers.len());
        assert_eq!(different.last().copied(), u32::try_from(numbers.len()).ok(), "without a gap");
    });
}

#[test]
fn a_wrong_press_on_next_is_taken_back_for_five_seconds_and_not_later() {
    both_engines(|office| {
        let (first, _) = comes(office, "permits");
        let (second, _) = comes(office, "permits");
        sits(office, "lee", "1");
        calls(office, "lee", None);
        let id = first.id;
        office.officer("lee").tries(move |tx, act| lobby::begin(tx, act, id)).unwrap();
        calls(office, "lee", Some(first.id));
        let back = office.officer("lee").tries(lobby::undo).unwrap().unwrap();
        assert_eq!((back.id, back.state.status, back.state.end), (first.id, VisitStatus::Serving, None));
        let waits = now(office, &second);
        assert_eq!((waits.state.status, waits.state.called_at), (VisitStatus::Waiting, None));
        assert!(office.officer("lee").tries(lobby::undo).is_err(), "once");
        calls(office, "lee", Some(first.id));
        office.clock.advance(jiff::SignedDuration::from_secs(6));
        let late = office.officer("lee").tries(lobby::undo);
        assert!(matches!(late, Err(Refusal::Conflict(_))));
        assert_eq!(now(office, &first).state.end, Some(VisitEnd::Served));
    });
}

#[test]
fn whoever_is_passed_on_keeps_the_place_and_waits_for_that_counter_alone() {
    both_engines(|office| {
        let (first, _) = comes(office, "payments");
        let (second, _) = comes(office, "payments");
        sits(office, "lee", "1");
        sits(office, "dora", "2");
        calls(office, "lee", None);
        let id = first.id;
        let to = PassTo::Counter(CounterCode::new("2"));
        office.officer("lee").tries(move |tx, act| lobby::pass_on(tx, act, id, &to)).unwrap();
        assert_eq!(calls(office, "lee", None).unwrap().id, second.id, "they are not called here again");
        let there = calls(office, "dora", None).unwrap();
        assert_eq!((there.id, there.state.calls), (first.id, 2));
        assert_eq!(there.state.place_at, first.state.place_at);
        let to = PassTo::Officer(OfficerCode::new("nobody"));
        assert!(office.officer("dora").tries(move |tx, act| lobby::pass_on(tx, act, id, &to)).is_err());
    });
}

#[test]
fn whoever_is_set_aside_is_called_by_the_same_officer_and_whoever_does_not_come_is_noted() {
    both_engines(|office| {
        let (first, _) = comes(office, "permits");
        let (second, _) = comes(office, "permits");
        sits(office, "lee", "1");
        calls(office, "lee", None);
        let (id, other) = (first.id, second.id);
        office.officer("lee").tries(move |tx, act| lobby::park(tx, act, id)).unwrap();
        assert_eq!(calls(office, "lee", None).unwrap().id, second.id);
        let busy = office.officer("lee").tries(move |tx, act| lobby::call_one(tx, act, id));
        assert!(matches!(busy, Err(Refusal::Conflict(_))));
        office.officer("lee").tries(move |tx, act| lobby::call_again(tx, act, other)).unwrap();
        let gone = office.officer("lee").tries(move |tx, act| lobby::no_show(tx, act, other)).unwrap();
        assert_eq!((gone.state.end, gone.state.calls), (Some(VisitEnd::NoShow), 2));
        let again = office.officer("lee").tries(move |tx, act| lobby::call_one(tx, act, id)).unwrap();
        assert_eq!((again.id, again.state.status), (first.id, VisitStatus::Called));
        let done = office.officer("lee").tries(move |tx, act| {
            lobby::begin(tx, act, id)?;
            lobby::finish(tx, act, id, None)
        });
        assert_eq!(done.unwrap().state.end, Some(VisitEnd::Served));
        office.officer("lee").tries(lobby::close_counter).unwrap();
    });
}

#[test]
fn priority_needs_a_reason_and_goes_before_those_who_came_earlier() {
    both_engines(|office| {
        let (first, _) = comes(office, "permits");
        let (second, _) = comes(office, "permits");
        let raise = |priority, reason| {
            let id = second.id;
            office
                .officer("lee")
                .tries(move |tx, act| lobby::raise(tx, act, (&hall(), id), (priority, reason)))
        };
        assert!(matches!(raise(Priority::Raised, None), Err(Refusal::Invalid(_))));
        assert!(matches!(raise(Priority::Ordinary, Some(PriorityReason::Health)), Err(Refusal::Invalid(_))));
        raise(Priority::Raised, Some(PriorityReason::Infant)).unwrap();
        sits(office, "lee", "1");
        assert_eq!(calls(office, "lee", None).unwrap().id, second.id);
        assert_eq!(calls(office, "lee", Some(second.id)).unwrap().id, first.id);
    });
}

#[test]
fn whoever_comes_later_lets_others_go_first_and_whoever_leaves_is_not_called() {
    both_engines(|office| {
        let (late, late_secret) = comes(office, "permits");
        let (gone, gone_secret) = comes(office, "permits");
        let (stays, _) = comes(office, "permits");
        let secret = late_secret.clone();
        office.stranger().tries(move |tx, act| lobby::delay(tx, act, &secret, 10)).unwrap();
        let secret = late_secret.clone();
        let never = office.stranger().tries(move |tx, act| lobby::delay(tx, act, &secret, 61));
        assert!(matches!(never, Err(Refusal::Invalid(_))));
        for _ in 0..2 {
            let secret = gone_secret.clone();
            let left = office.stranger().tries(move |tx, act| lobby::leave(tx, act, &secret)).unwrap();
            assert_eq!((left.id, left.state.end), (gone.id, Some(VisitEnd::Left)));
        }
        sits(office, "lee", "1");
        assert_eq!(calls(office, "lee", None).unwrap().id, stays.id);
        let called = calls(office, "lee", Some(stays.id)).unwrap();
        assert_eq!(called.id, late.id);
        let left = office.stranger().tries(move |tx, act| lobby::leave(tx, act, &late_secret));
        assert!(matches!(left, Err(Refusal::Conflict(_))), "they are being called");
    });
}

#[test]
fn bcgov_626_a_ticket_of_the_late_afternoon_belongs_to_the_day_of_the_office() {
    both_engines(|office| {
        // 16:59 in Boston is the next day in Kiribati, and nearly so in London.
        office.clock.advance(jiff::SignedDuration::from_mins(7 * 60 + 59));
        let (visit, _) = comes(office, "permits");
        assert_eq!(visit.ticket.day.to_string(), "2015-03-02");
        sits(office, "lee", "1");
        assert_eq!(calls(office, "lee", None).unwrap().id, visit.id);
        office.clock.advance(jiff::SignedDuration::from_mins(1));
        assert!(matches!(tries_to_come(office, "permits"), Err(Refusal::Conflict(_))), "it is closed");
    });
}

#[test]
fn bcgov_969_nobody_stays_in_the_line_overnight_and_the_reason_is_kept() {
    both_engines(|office| {
        let (waits, _) = comes(office, "permits");
        let (called, _) = comes(office, "certificates");
        sits(office, "sam", "3");
        assert_eq!(calls(office, "sam", None).unwrap().id, called.id);
        // 23:59 in Boston, which is 04:59 of the next day by universal time: nothing is over yet.
        office.clock.advance(jiff::SignedDuration::from_mins(14 * 60 + 58));
        office.settle();
        assert_eq!(now(office, &waits).state.status, VisitStatus::Waiting);
        office.clock.advance(jiff::SignedDuration::from_mins(2));
        office.settle();
        for visit in [&waits, &called] {
            assert_eq!(now(office, visit).state.end, Some(VisitEnd::DayOver));
        }
        let left = office.officer("sam").tries(lobby::my_seat);
        assert!(matches!(left, Err(Refusal::Conflict(_))), "nobody sits at a counter overnight");
        office.hours(9);
        assert_eq!(comes(office, "permits").0.ticket.to_string(), "A01", "a new day counts anew");
    });
}

#[test]
fn a_lost_counter_is_freed_by_a_supervisor_and_whoever_stood_there_is_next_again() {
    both_engines(|office| {
        let (first, _) = comes(office, "permits");
        let (second, _) = comes(office, "permits");
        sits(office, "lee", "1");
        calls(office, "lee", None);
        let free = |officer: &str| {
            let counter = CounterCode::new("1");
            office.officer(officer).tries(move |tx, act| lobby::free_counter(tx, act, &hall(), &counter))
        };
        assert!(matches!(free("dora"), Err(Refusal::Forbidden(_))));
        free("joan").unwrap();
        sits(office, "dora", "1");
        assert_eq!(calls(office, "dora", None).unwrap().id, first.id);
        assert_eq!(now(office, &second).state.status, VisitStatus::Waiting);
    });
}

#[test]
fn two_officers_never_share_a_counter_and_nobody_sits_at_two() {
    both_engines(|office| {
        sits(office, "lee", "1");
        sits(office, "lee", "1");
        let tries = |officer: &str, counter: &str| {
            let counter = CounterCode::new(counter);
            office.officer(officer).tries(move |tx, act| lobby::open_counter(tx, act, &hall(), &counter))
        };
        assert!(matches!(tries("dora", "1"), Err(Refusal::Conflict(_))));
        assert!(matches!(tries("lee", "2"), Err(Refusal::Conflict(_))));
        assert!(matches!(tries("dora", "9"), Err(Refusal::NotFound(_))));
        assert!(matches!(tries("noor", "2"), Err(Refusal::Forbidden(_))), "an analyst serves nobody");
    });
}
