//! Who is served next: whatever waits, nobody is lost, and nobody is passed for ever.

use proptest::prelude::*;
use routing::next::{Kind, Line, Needs, Officer, Priority, Reason, Rule, Share, Takes, Ticket, Turn};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

const MINUTE: i64 = 60_000;
const SERVICES: [&str; 3] = ["passports", "permits", "taxes"];
const SKILLS: [&[&str]; 3] = [&[], &["sign-language"], &["sign-language", "notary"]];
const IDS: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

fn ticket(id: &'static str, service: &'static str, joined_ms: i64, target_ms: i64) -> Ticket<'static> {
    Ticket {
        id,
        service,
        kind: Kind::Live,
        joined_ms,
        kept_ms: None,
        target_ms,
        priority: Priority::Ordinary,
        needs: Needs::default(),
    }
}

fn officer(skills: &'static [&'static str], takes: Takes) -> Officer<'static> {
    Officer { code: "lee", counter: "1", services: &SERVICES, skills, takes, idle_since_ms: 0 }
}

fn turn<'t>(rule: &'t Rule, now_ms: i64, officer: &'t Officer<'t>) -> Turn<'t> {
    Turn { rule, now_ms, officer, idle: 1 }
}

/// Instants and spans: ordinary ones, equal ones, and those at which numbers end.
fn number() -> impl Strategy<Value = i64> {
    prop_oneof![0_i64..200_000, 0_i64..4, any::<i64>(), Just(i64::MIN), Just(i64::MAX), Just(i64::MIN + 1)]
}

fn waiting() -> impl Strategy<Value = Ticket<'static>> {
    let kind = prop_oneof![Just(Kind::Live), number().prop_map(|slack_ms| Kind::Written { slack_ms })];
    let priority = prop::sample::select(vec![
        Priority::Ordinary,
        Priority::Ordinary,
        Priority::Raised("a small child"),
        Priority::Urgent("it burns"),
    ]);
    let needs = (prop::sample::select(SKILLS.to_vec()), any::<bool>(), any::<bool>()).prop_map(
        |(skills, counter, officer)| Needs {
            skills,
            counter: counter.then_some("1"),
            officer: officer.then_some("lee"),
        },
    );
    let times = (number(), prop::option::of(number()), number());
    (prop::sample::select(SERVICES.to_vec()), kind, times, priority, needs).prop_map(
        |(service, kind, (joined_ms, kept_ms, target_ms), priority, needs)| Ticket {
            kind,
            kept_ms,
            priority,
            needs,
            ..ticket("", service, joined_ms, target_ms)
        },
    )
}

/// Some who wait, each with a name of its own.
fn line() -> impl Strategy<Value = Vec<Ticket<'static>>> {
    prop::collection::vec(waiting(), 1..IDS.len()).prop_map(|mut line| {
        line.iter_mut().zip(IDS).for_each(|(ticket, id)| ticket.id = id);
        line
    })
}

/// The same where few things differ, so that many stand in one line.
fn crowd() -> impl Strategy<Value = Vec<Ticket<'static>>> {
    let target = prop::sample::select(vec![50_000_i64, 100_000]);
    (line(), prop::collection::vec((target, any::<bool>()), IDS.len())).prop_map(|(mut line, drawn)| {
        line.iter_mut().zip(drawn).for_each(|(ticket, (target_ms, urgent))| {
            let priority = if urgent { Priority::Urgent("ill") } else { Priority::Ordinary };
            *ticket =
                Ticket { service: SERVICES[0], target_ms, priority, needs: Needs::default(), ..*ticket };
        });
        line
    })
}

fn rules() -> impl Strategy<Value = Rule> {
    (number(), number(), 0_u32..3).prop_map(|(live_bound_ms, written_bound_ms, reserve)| Rule {
        live_bound_ms,
        written_bound_ms,
        reserve,
    })
}

/// The first few of each line.
fn first_few<'w>(line: &'w [Ticket<'static>], few: usize) -> Vec<&'w Ticket<'static>> {
    let mut lines: BTreeMap<Line<'_>, Vec<&Ticket<'_>>> = BTreeMap::new();
    for ticket in line {
        lines.entry(ticket.line()).or_default().push(ticket);
    }
    let first = |mut line: Vec<&'w Ticket<'static>>| {
        line.sort_by(|one, other| one.in_line(other));
        line.into_iter().take(few)
    };
    lines.into_values().flat_map(first).collect()
}

/// The first of each line.
fn heads<'w>(line: &'w [Ticket<'static>]) -> Vec<&'w Ticket<'static>> {
    first_few(line, 1)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_order_is_total_whatever_the_numbers(line in line(), rule in rules(), now in number()) {
        for a in &line {
            prop_assert_eq!(rule.compare(now, a, a), Ordering::Equal);
            for b in &line {
                prop_assert_eq!(rule.compare(now, a, b), rule.compare(now, b, a).reverse());
                prop_assert!(a.id == b.id || rule.compare(now, a, b).is_ne());
                for c in &line {
                    if rule.compare(now, a, b).is_le() && rule.compare(now, b, c).is_le() {
                        prop_assert!(rule.compare(now, a, c).is_le());
                    }
                }
            }
        }
    }

    #[test]
    fn the_heads_of_the_lines_suffice(line in prop_oneof![line(), crowd()], rule in rules(), now in number(), idle in 0_u32..3) {
        for takes in [Takes::Live, Takes::Written, Takes::Both] {
            let officer = officer(SKILLS[1], takes);
            let turn = Turn { idle, ..turn(&rule, now, &officer) };
            prop_assert_eq!(turn.next(&line), turn.next(heads(&line)));
        }
    }

    #[test]
    fn the_first_few_of_the_lines_are_the_first_few_of_all(line in prop_oneof![line(), crowd()], rule in rules(), now in number(), few in 1_usize..6) {
        for takes in [Takes::Live, Takes::Written, Takes::Both] {
            let officer = officer(SKILLS[1], takes);
            let turn = Turn { idle: 3, ..turn(&rule, now, &officer) };
            let all: Vec<_> = turn.in_order(&line).into_iter().take(few).collect();
            let read: Vec<_> = turn.in_order(first_few(&line, few)).into_iter().take(few).collect();
            prop_assert_eq!(read, all);
        }
    }

    #[test]
    fn the_explanation_agrees_with_the_order(line in line(), rule in rules(), now in number()) {
        for a in &line {
            for b in &line {
                let reason = rule.explain(now, a, b);
                prop_assert_eq!(reason.is_some(), rule.compare(now, a, b).is_lt());
                match reason {
                    Some(Reason::OverAge { over_ms, bound_ms }) => {
                        prop_assert!(over_ms >= 0 && a.age_ms(now) >= bound_ms);
                    }
                    Some(Reason::Priority { reason }) => prop_assert_eq!(reason, a.priority.reason()),
                    Some(Reason::ShareOfTarget { ahead, behind }) => {
                        prop_assert!(ahead.percent() >= behind.percent());
                    }
                    Some(Reason::EarlierPlace { ahead_ms, behind_ms }) => prop_assert!(ahead_ms < behind_ms),
                    _ => {}
                }
                prop_assert!(reason.is_none_or(|reason| reason.to_string().ends_with('.')));
            }
        }
    }

    #[test]
    fn nobody_is_lost_or_served_twice(line in line(), rule in rules(), now in number()) {
        let officer = officer(SKILLS[2], Takes::Both);
        let turn = Turn { idle: u32::MAX, ..turn(&rule, now, &officer) };
        let (mut left, mut served) = (line.clone(), Vec::new());
        while let Some(id) = turn.next(&left).map(|ticket| ticket.id) {
            left.retain(|ticket| ticket.id != id);
            served.push(id);
        }
        prop_assert!(left.is_empty());
        prop_assert_eq!(served.iter().collect::<BTreeSet<_>>().len(), line.len());
    }

    /// One officer, five minutes each, far too many who come, and some of them with priority: nobody over the bound
    /// is passed by a later place, and whoever is served has waited at most the bound and those who were before them.
    #[test]
    fn chatwoot_10376_nobody_over_the_bound_is_passed_by_later_ones(
        comers in prop::collection::vec((0_i64..40 * MINUTE, 0_usize..3, 0_u8..5), 1..60),
    ) {
        let rule = Rule { live_bound_ms: 60 * MINUTE, ..Rule::default() };
        let names: Vec<String> = (0..comers.len()).map(|number| format!("{number:03}")).collect();
        let mut waiting: Vec<Ticket<'_>> = comers.iter().zip(&names).map(|((joined, service, urgent), id)| Ticket {
            id,
            priority: if *urgent == 0 { Priority::Urgent("ill") } else { Priority::Ordinary },
            ..ticket("", SERVICES[*service], *joined, [5, 20, 60][*service] * MINUTE)
        }).collect();
        let officer = officer(SKILLS[0], Takes::Live);
        let mut now = 0;
        while !waiting.is_empty() {
            let turn = turn(&rule, now, &officer);
            let there = waiting.iter().filter(|ticket| ticket.joined_ms <= now);
            if let Some(next) = turn.next(there).copied() {
                waiting.retain(|ticket| ticket.id != next.id);
                let over = |ticket: &&Ticket<'_>| now - ticket.joined_ms >= rule.live_bound_ms;
                prop_assert!(waiting.iter().filter(over).all(|passed| passed.joined_ms >= next.joined_ms));
                let before = comers.iter().filter(|(joined, _, _)| *joined <= next.joined_ms).count();
                let most = rule.live_bound_ms + 5 * MINUTE * i64::try_from(before).unwrap();
                prop_assert!(now - next.joined_ms <= most);
            }
            now += 5 * MINUTE;
        }
    }
}

#[test]
fn each_reason_has_its_sentence() {
    let rule = Rule::default();
    let now = 180 * MINUTE;
    let quick = ticket("a", "taxes", now - 9 * MINUTE, 10 * MINUTE);
    let slow = ticket("b", "permits", now - 30 * MINUTE, 60 * MINUTE);
    let old = ticket("c", "permits", now - 125 * MINUTE, 180 * MINUTE);
    let ill =
        Ticket { priority: Priority::Urgent("somebody is ill"), ..ticket("d", "taxes", now, 10 * MINUTE) };
    let later = ticket("e", "permits", now - 20 * MINUTE, 40 * MINUTE);
    let says = |ahead, behind| rule.explain(now, ahead, behind).map(|reason| reason.to_string());
    let share = "They had waited 9 min of the 10 min for their service (90 %); you 30 min of 1 h (50 %).";
    assert_eq!(says(&quick, &slow).as_deref(), Some(share));
    assert_eq!(says(&slow, &quick), None);
    let over = "They had waited 5 min longer than the 2 h that nobody should wait.";
    assert_eq!(says(&old, &ill).as_deref(), Some(over));
    assert_eq!(says(&ill, &quick).as_deref(), Some("They go first: somebody is ill."));
    assert_eq!(says(&slow, &later).as_deref(), Some("Their place is 10 min before yours."));
    let twin = Ticket { id: "z", ..slow };
    assert_eq!(says(&slow, &twin).as_deref(), Some("You came at the same instant."));
}

#[test]
fn ms_2834_whoever_needs_a_skill_waits_for_somebody_who_has_it() {
    let (rule, lee) = (Rule::default(), officer(SKILLS[0], Takes::Live));
    let turn = turn(&rule, 60 * MINUTE, &lee);
    let mut signs = ticket("a", "taxes", 0, MINUTE);
    signs.needs.skills = SKILLS[1];
    let plain = ticket("b", "taxes", 50 * MINUTE, 60 * MINUTE);
    let mut given = ticket("c", "taxes", 0, MINUTE);
    given.needs.officer = Some("ruth");
    let mut elsewhere = ticket("d", "taxes", 0, MINUTE);
    elsewhere.needs.counter = Some("7");
    let unknown = ticket("e", "fishing", 0, MINUTE);
    let text = Ticket { kind: Kind::Written { slack_ms: 0 }, ..ticket("f", "taxes", 0, MINUTE) };
    let all = [signs, plain, given, elsewhere, unknown, text];
    assert_eq!(turn.next(&all).map(|ticket| ticket.id), Some("b"));
    let why = |behind| turn.explain(&plain, behind);
    assert_eq!(why(&signs), Some(Reason::Skill { skill: "sign-language" }));
    assert_eq!(why(&given), Some(Reason::OtherOfficer { officer: "ruth" }));
    assert_eq!(why(&elsewhere), Some(Reason::OtherCounter { counter: "7" }));
    assert_eq!(why(&unknown), Some(Reason::OtherService { service: "fishing" }));
    assert_eq!(why(&text), Some(Reason::OtherChannel));
    assert_eq!(turn.explain(&signs, &plain), None);
}

#[test]
fn a_call_back_keeps_its_place_and_a_booking_has_its_slot() {
    let (rule, now) = (Rule::default(), 60 * MINUTE);
    let walk_in = ticket("a", "taxes", 20 * MINUTE, 10 * MINUTE);
    let called_back = Ticket { kept_ms: Some(15 * MINUTE), ..ticket("b", "taxes", 50 * MINUTE, 10 * MINUTE) };
    let early = Ticket { kept_ms: Some(70 * MINUTE), ..ticket("c", "taxes", 5 * MINUTE, 10 * MINUTE) };
    assert!(rule.compare(now, &called_back, &walk_in).is_lt());
    assert!(rule.compare(now, &walk_in, &early).is_lt());
    assert_eq!(early.age_ms(now), -10 * MINUTE);
}

#[test]
fn written_work_waits_for_the_reserve_until_it_is_over_its_bound() {
    let rule = Rule { reserve: 1, ..Rule::default() };
    let lee = officer(SKILLS[0], Takes::Both);
    let alone = turn(&rule, 0, &lee);
    let two = Turn { idle: 2, ..alone };
    let text = Ticket { kind: Kind::Written { slack_ms: 0 }, ..ticket("a", "taxes", 0, 480 * MINUTE) };
    assert_eq!(alone.next(&[text]), None);
    assert_eq!(alone.admits(&text), Err(Reason::KeptForLive { idle: 1, reserve: 1 }));
    assert!(two.next(&[text]).is_some());
    let old = Ticket { kind: Kind::Written { slack_ms: -rule.written_bound_ms }, ..text };
    assert!(alone.next(&[old]).is_some());
    // Somebody who takes nothing but written work is no part of the reserve.
    let ruth = officer(SKILLS[0], Takes::Written);
    assert!(turn(&rule, 0, &ruth).next(&[text]).is_some());
    // In the share of its promise that is used up, written work competes with visits.
    let half = Ticket { kind: Kind::Written { slack_ms: 240 * MINUTE }, ..text };
    let visit = ticket("v", "taxes", -4 * MINUTE, 10 * MINUTE);
    let reason = rule.explain(0, &half, &visit);
    let share = |age, target| Share { age_ms: age * MINUTE, target_ms: target * MINUTE };
    assert_eq!(reason, Some(Reason::ShareOfTarget { ahead: share(240, 480), behind: share(4, 10) }));
}

#[test]
fn opensips_2974_work_goes_to_whoever_is_idle_for_longest() {
    let rule = Rule::default();
    let idle = [("lee", 30), ("ruth", 10), ("sam", 20)].map(|(code, idle_since_ms)| Officer {
        code,
        idle_since_ms,
        ..officer(SKILLS[0], Takes::Both)
    });
    let visit = ticket("a", "taxes", 0, MINUTE);
    assert_eq!(rule.officer(40, &visit, &idle).map(|officer| officer.code), Some("ruth"));
    let text = Ticket { kind: Kind::Written { slack_ms: 0 }, ..visit };
    assert_eq!(rule.officer(40, &text, &idle).map(|officer| officer.code), Some("ruth"));
    assert_eq!(rule.officer(40, &text, &idle[..1]), None);
    assert_eq!(rule.officer(40, &visit, &[]), None);
}
