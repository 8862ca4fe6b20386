//! The days of offices as they are kept: counted when they are over, counted again from the events, and told to everybody.

use jiff::SignedDuration;
use jiff::civil::Date;
use office::insight::{self, Scorecard, Waits};
use office::lobby;
use office::{Refusal, upkeep};
use records::facts::{Cut, GroupBy};
use records::visit_facts::{self, Day};
use terms::{Chance, LineCode, Principal, Priority, PriorityReason, Secret, Visit};
use testkit::hall::{comes, hall, sits, tries_to_come, tries_to_sit};
use testkit::{TestOffice, both_engines};

const LINES: [&str; 4] = ["permits", "payments", "certificates", "else"];
const OFFICERS: [&str; 2] = ["lee", "joan"];

fn pick<T: Clone>(chance: &Chance, from: &[T]) -> T {
    from[usize::try_from(chance.below(from.len() as u64)).unwrap()].clone()
}

fn minutes(office: &TestOffice, minutes: i64) {
    office.clock.advance(SignedDuration::from_mins(minutes));
}

/// Anybody does anything; whether it is refused does not matter.
fn anything(office: &TestOffice, chance: &Chance, here: &mut Vec<(Visit, Secret)>) {
    office.clock.advance(SignedDuration::from_secs(i64::try_from(chance.below(400)).unwrap()));
    if here.is_empty() || chance.below(3) == 0 {
        here.extend(tries_to_come(office, pick(chance, &LINES)));
        return;
    }
    let (visit, secret) = pick(chance, here);
    let (id, line, what) = (visit.id, LineCode::new(pick(chance, &LINES)), chance.below(12));
    let officer = office.officer(pick(chance, &OFFICERS));
    if what < 2 {
        let _ = office.stranger().tries(move |tx, act| match what {
            0 => lobby::leave(tx, act, &secret).map(drop),
            _ => lobby::delay(tx, act, &secret, 10).map(drop),
        });
        return;
    }
    let _ = officer.tries(move |tx, act| {
        let raised = (Priority::Raised, Some(PriorityReason::Infant));
        let seated = lobby::my_seat(tx, act)?.visit.map(|visit| visit.id);
        let own = seated.unwrap_or(id);
        match what {
            2..=5 => lobby::next(tx, act, seated).map(drop),
            6 => lobby::raise(tx, act, (&hall(), id), raised).map(drop),
            7 => lobby::begin(tx, act, own).map(drop),
            8 => lobby::no_show(tx, act, own).map(drop),
            9 => lobby::park(tx, act, own).map(drop),
            10 => lobby::add_line(tx, act, own, &line).map(drop),
            _ => lobby::undo(tx, act).map(drop),
        }
    });
}

fn days_of_anything(office: &TestOffice, seed: u8) {
    let chance = Chance::from_seed([seed; 32]);
    for _ in 0..3 {
        OFFICERS
            .iter()
            .zip(["1", "2"])
            .for_each(|(officer, counter)| drop(tries_to_sit(office, officer, counter)));
        let mut here = Vec::new();
        let began = office.office.now();
        (0..40).for_each(|_| anything(office, &chance, &mut here));
        // The same time a day later.
        let lasted = office.office.now().duration_since(began);
        office.clock.advance(SignedDuration::from_hours(24) - lasted);
        office.settle();
    }
    // Until Monday.
    office.hours(4 * 24);
}

fn faults(office: &TestOffice) -> Vec<String> {
    let found = office.read(&Principal::house(), |tx, act| {
        let mut found = upkeep::Verified::default();
        while upkeep::verify_day(tx, act, &mut found)? {}
        Ok(found)
    });
    found.unwrap().faults
}

fn written(office: &TestOffice) -> Vec<(Date, Day)> {
    let kept = office.house().tries(|tx, act| {
        let mut days = Vec::new();
        for day in lobby::past_days(tx, act, &hall(), 30)?.into_keys() {
            days.push((day, visit_facts::written(tx, (&hall(), day))?));
        }
        Ok(days)
    });
    kept.unwrap()
}

fn recounts(office: &TestOffice) -> usize {
    let (mut after, mut count) = (None, 0);
    loop {
        let day = office.house().tries(move |tx, act| lobby::recount_next(tx, act, &hall(), after)).unwrap();
        if day.is_none() {
            return count;
        }
        (after, count) = (day, count + 1);
    }
}

fn card(office: &TestOffice, cut: Cut) -> Scorecard {
    let (from, to): (Date, Date) = ("2015-01-01".parse().unwrap(), "2015-12-31".parse().unwrap());
    office
        .read(&Principal::public(), move |tx, act| {
            insight::scorecard(tx, act, &cut, GroupBy::Nothing, (from, to))
        })
        .unwrap()
}

#[test]
fn counted_again_from_the_events_every_day_is_what_was_kept_as_it_happened() {
    both_engines(|office| {
        for seed in 0..4 {
            days_of_anything(office, seed);
        }
        let kept = written(office);
        assert_eq!(kept.len(), 12);
        assert_eq!(faults(office), Vec::<String>::new());
        assert_eq!(recounts(office), 12);
        assert_eq!(written(office), kept);
    });
}

#[test]
fn a_day_is_while_it_lasts_what_it_is_when_it_is_over() {
    both_engines(|office| {
        let chance = Chance::from_seed([9; 32]);
        OFFICERS
            .iter()
            .zip(["1", "2"])
            .for_each(|(officer, counter)| drop(tries_to_sit(office, officer, counter)));
        let mut here = Vec::new();
        (0..60).for_each(|_| anything(office, &chance, &mut here));
        // Nobody is left over, so that nothing changes at midnight.
        for (_, secret) in here {
            let _ = office.stranger().tries(move |tx, act| lobby::leave(tx, act, &secret));
        }
        while office.officer("joan").tries(|tx, act| lobby::present(tx, act, &hall())).unwrap().iter().any(
            |visit| {
                let id = visit.id;
                office.officer("lee").tries(move |tx, act| lobby::no_show(tx, act, id)).is_ok()
            },
        ) {}
        let today = office.officer("joan").tries(|tx, act| lobby::wall(tx, act, &hall())).unwrap().today;
        office.hours(24);
        office.settle();
        let (_, day) = written(office).remove(0);
        let kept = day.hours.values().fold(visit_facts::Fact::default(), |all, fact| all.and(fact));
        assert_eq!((today.joined, today.called, today.in_time), (kept.joined, kept.called, kept.in_time));
        assert_eq!((today.waited_ms, today.gave_up, today.lost), (kept.waited_ms, kept.gave_up, kept.lost));
        assert_eq!((today.no_shows, today.served_ms), (kept.no_shows, kept.served_ms));
    });
}

#[test]
fn a_damaged_day_is_found_and_counting_again_mends_it() {
    both_engines(|office| {
        days_of_anything(office, 5);
        let kept = written(office);
        let (day, known) = kept[1].clone();
        let mut damaged = known.clone();
        damaged.hours.values_mut().for_each(|fact| fact.in_time += 3);
        damaged.waits.clear();
        let spoil = move |damaged: Day| {
            office.house().tries(move |tx, _| {
                let promises = visit_facts::promised(tx, (&hall(), day))?;
                Ok(visit_facts::write(tx, (&hall(), day), &damaged, &promises)?)
            })
        };
        for wrong in [damaged, Day::default()] {
            spoil(wrong).unwrap();
            assert_ne!(written(office), kept);
            let said = faults(office);
            assert!(said.len() == 1 && said[0].contains("run rotunda recount"), "{said:?}");
            assert_eq!(recounts(office), 3);
            assert_eq!((written(office), faults(office)), (kept.clone(), Vec::new()));
        }
        // What is written of a day on which nobody came is nobody's.
        office
            .house()
            .tries(move |tx, _| {
                let other = day.checked_sub(jiff::Span::new().days(9)).unwrap();
                Ok(visit_facts::write(tx, (&hall(), other), &known, &visit_facts::Promises::new())?)
            })
            .unwrap();
        assert_eq!(faults(office).len(), 1);
        recounts(office);
        assert_eq!((written(office), faults(office)), (kept, Vec::new()));
        let refused = office.officer("joan").tries(|tx, act| lobby::recount_next(tx, act, &hall(), None));
        assert!(matches!(refused, Err(Refusal::Forbidden(_))));
    });
}

#[test]
fn the_scorecard_says_how_long_people_waited_against_what_was_promised() {
    both_engines(|office| {
        // Permits are promised within 15 minutes: one is called at once and two after 20 minutes, one leaves after 5 and one
        // after 25, and on one the office closes.
        let next = |officer: &str| {
            let called = office.officer(officer).tries(|tx, act| {
                let before = lobby::my_seat(tx, act)?.visit.map(|visit| visit.id);
                lobby::next(tx, act, before)
            });
            called.unwrap().unwrap().id
        };
        let leaves = |secret: Secret| {
            office.stranger().tries(move |tx, act| lobby::leave(tx, act, &secret)).unwrap();
        };
        let permit = || comes(office, "permits");
        sits(office, "lee", "1");
        sits(office, "joan", "2");
        let (first, _) = permit();
        assert_eq!(next("lee"), first.id);
        let [(second, _), (third, _), (_, soon), (_, late)] = [(); 4].map(|()| permit());
        minutes(office, 5);
        leaves(soon);
        minutes(office, 15);
        for (officer, visit) in [("lee", second.id), ("joan", third.id)] {
            assert_eq!(next(officer), visit);
            office.officer(officer).tries(move |tx, act| lobby::begin(tx, act, visit)).unwrap();
        }
        minutes(office, 5);
        leaves(late);
        permit();
        assert_eq!(
            card(office, Cut::default()).at_offices,
            Some(insight::AtOffices::default()),
            "today is not over"
        );
        office.hours(24);
        office.settle();
        let all = card(office, Cut::default()).at_offices.unwrap();
        let hall = &all.offices[0];
        let Waits { joined, kept, wait, gave_up, unserved, .. } = all.total.clone();
        assert_eq!((joined, kept.part, kept.whole, gave_up, unserved), (6, 1, 5, 2, 1));
        assert_eq!((&hall.total, &hall.lines[&LineCode::new("permits")]), (&all.total, &all.total));
        // One of six after a second; of the four who waited for 20 minutes half: five sixths of a half are left.
        let median = wait.median.unwrap();
        assert!((median / 1_200.0 - 1.0).abs() < 0.011, "{median}");
        assert_eq!((wait.count, wait.p90), (6, None), "nine in ten of six is nobody");
        let of = |agency: &str| Cut { agency: Some(terms::AgencyCode::new(agency)), ..Cut::default() };
        assert_eq!(card(office, of("hotline")).at_offices.unwrap().total, all.total);
        assert_eq!(card(office, of("parks")).at_offices.unwrap().offices, []);
        let service = Cut { service: Some(terms::ServiceCode::new("graffiti-removal")), ..Cut::default() };
        assert_eq!(card(office, service).at_offices, None, "a visit is of no service");
    });
}
