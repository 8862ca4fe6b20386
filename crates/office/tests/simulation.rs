//! Days of an office in which anybody does anything: what must hold, holds after every one of them.

use jiff::SignedDuration;
use office::authority::{self, NewApproval, NewOffer, Wanted};
use office::cases::{self, Corrected, NewSplit, NewTask};
use office::{Refusal, customers, feedback, jobs, resolution};
use terms::{
    AgencyCode, ApprovalAnswer, CaseId, Chance, Channel, Direction, OfficerCode, OutcomeCode, Place,
    Principal, Reference, RemedyCode, ServiceCode, Status, TaskAnswer,
};
use testkit::{CaseHandle, TestOffice, both_engines};

const SERVICES: [&str; 4] = ["street-light-outages", "graffiti-removal", "rodent-activity", "needle-pickup"];
const OFFICERS: [&str; 6] = ["lee", "ruth", "tomas", "ines", "mira", "sam"];
const AGENCIES: [&str; 4] = ["public-works", "transportation", "parks", "no-such-agency"];
const NAMES: [&str; 3] = ["Mae Lee", "Ana Cruz", "Jo Park"];
const STEPS: u32 = 240;

fn pick<T: Clone>(chance: &Chance, from: &[T]) -> T {
    from[usize::try_from(chance.below(from.len() as u64)).unwrap()].clone()
}

/// Somebody tries something on some case; whether it is refused does not matter, as long as nothing breaks.
fn step(office: &TestOffice, chance: &Chance, reported: &mut Vec<CaseHandle>) {
    office.clock.advance(SignedDuration::from_mins(i64::try_from(chance.below(600)).unwrap()));
    if reported.is_empty() || chance.below(6) == 0 {
        let who = office.resident(pick(chance, &NAMES));
        let who = if chance.below(3) == 0 { who.anonymous() } else { who };
        reported.push(who.reports(pick(chance, &SERVICES), "Something is wrong."));
        return;
    }
    let case = pick(chance, reported);
    let other = pick(chance, reported).reference;
    let whole = office.house().sees(&case);
    // Most read the case as it is, some as it was.
    let revision = whole.case.revision - i64::from(chance.below(8) == 0);
    let task = whole.tasks.last().map(|task| task.id);
    let who = somebody(office, chance, whole.case.id);
    let (act, agency) = (chance.below(30), AgencyCode::new(pick(chance, &AGENCIES)));
    let (reference, words) = (case.reference, "Words.");
    let outcome = OutcomeCode::new(pick(chance, &["done", "noted", "nonsense"]));
    let officer = OfficerCode::new(pick(chance, &OFFICERS));
    let (offer, new) = asked(chance, words);
    let approval = whole.approvals.last().map(|approval| approval.id);
    let answer = pick(chance, ApprovalAnswer::ALL);
    let service = pick(chance, &SERVICES);
    let split = split_off(&whole, service);
    let until = office.office.now().checked_add(SignedDuration::from_hours(30)).unwrap();
    let corrected =
        pick(chance, &[Corrected::Service(ServiceCode::new(service)), Corrected::Place(Place::default())]);
    let score = u8::try_from(chance.below(7)).unwrap();
    let done = office.write(&who, Channel::Staff, move |tx, act_| {
        let r = &reference;
        match act {
            0 | 1 => cases::assign(tx, act_, r, revision, (act == 0).then_some(&officer)).map(drop),
            2 => cases::note(tx, act_, r, words).map(drop),
            3 => cases::reply(tx, act_, r, revision, words).map(drop),
            4 => cases::hear(tx, act_, r, words).map(drop),
            5 => cases::ask_customer(tx, act_, r, revision, words).map(drop),
            6 => cases::go_on(tx, act_, r, revision).map(drop),
            7 => cases::ask_transfer(tx, act_, r, revision, (&agency, words)).map(drop),
            8 => cases::accept_transfer(tx, act_, r, revision).map(drop),
            9 => cases::return_transfer(tx, act_, r, revision, words).map(drop),
            10 => {
                let new = NewTask { agency: agency.clone(), words: words.into(), due_at: None };
                cases::ask_task(tx, act_, r, revision, &new).map(drop)
            }
            11 => match task {
                Some(task) => cases::answer_task(tx, act_, r, task, (TaskAnswer::Done, None)).map(drop),
                None => Ok(()),
            },
            12 => cases::mark_duplicate(tx, act_, r, revision, &other).map(drop),
            13 => resolution::resolve(tx, act_, r, revision, (&outcome, Some(words))).map(drop),
            14 => resolution::reopen(tx, act_, r, None).map(drop),
            15..=17 => cases::merge(tx, act_, r, revision, &other).map(drop),
            18 => cases::unmerge(tx, act_, r, revision).map(drop),
            19 => cases::split(tx, act_, r, revision, &split).map(drop),
            20 | 21 => cases::put_under(tx, act_, r, revision, &other).map(drop),
            22 => cases::take_out(tx, act_, r, revision).map(drop),
            23 => cases::correct(tx, act_, r, revision, (&corrected, words)).map(drop),
            24 => cases::snooze(tx, act_, r, revision, (until, words)).map(drop),
            25 => cases::wake(tx, act_, r, revision).map(drop),
            26 => authority::offer(tx, act_, r, revision, &offer).map(drop),
            27 => authority::ask_approval(tx, act_, r, revision, &new).map(drop),
            28 => match approval {
                Some(id) => authority::answer_approval(tx, act_, r, revision, (id, answer, words)).map(drop),
                None => Ok(()),
            },
            _ => feedback::rate(tx, act_, r, score, None).map(drop),
        }
    });
    assert!(!matches!(done, Err(Refusal::Broke(_))), "{done:?}");
}

/// What is offered, and what is asked of somebody above.
fn asked(chance: &Chance, words: &str) -> (NewOffer, NewApproval) {
    let remedy = RemedyCode::new(pick(chance, &["apology", "waive-fee", "nonsense"]));
    let offer = NewOffer { remedy, amount: pick(chance, &[None, Some(5), Some(200)]), words: words.into() };
    let wanted = pick(
        chance,
        &[Wanted::Offer(offer.clone()), Wanted::Outcome(OutcomeCode::new("done"), words.to_owned())],
    );
    (offer, NewApproval { wanted, words: words.into() })
}

/// The first message of a customer, as a case of its own.
fn split_off(whole: &cases::Whole, service: &str) -> NewSplit {
    let said = whole.contacts.iter().filter(|contact| contact.direction == Direction::Inbound);
    NewSplit {
        contacts: said.map(|contact| contact.id).take(1).collect(),
        service: service.to_owned(),
        person: None,
    }
}

fn somebody(office: &TestOffice, chance: &Chance, case: CaseId) -> Principal {
    match chance.below(8) {
        0 => Principal { case: Some(case), ..Principal::public() },
        1 => Principal::public(),
        _ => office.officer(pick(chance, &OFFICERS)).who,
    }
}

fn invariants(office: &TestOffice, reported: &[CaseHandle]) {
    for case in reported {
        let whole = office.house().sees(case);
        let state = &whole.case.state;
        assert_eq!(state.closure.is_some(), state.status == Status::Closed);
        assert_eq!(state.clocks.waiting_since.is_some(), state.status == Status::Waiting);
        assert!(state.status != Status::Closed || state.transfer_to.is_none());
        let own = whole.tasks.iter().filter(|task| task.case == whole.case.id);
        let open = own.filter(|task| task.state == "asked" || task.state == "accepted").count();
        if state.merged_into.is_some() {
            assert!(whole.related.merged_into.is_some_and(|into| into != case.reference));
        }
        assert_eq!(u32::try_from(whole.related.children.len()).unwrap(), state.children);
        assert!(state.parent.is_none() || state.children == 0);
        assert_eq!(open, state.open_tasks.len());
        // Somebody holds the clock of every case at every instant, and of a closed one nobody does.
        let holders = whole.custody.iter().filter(|held| held.to.is_none()).count();
        assert_eq!(holders, usize::from(state.status != Status::Closed));
        for pair in whole.custody.windows(2) {
            assert!(pair[0].to.is_some_and(|to| to <= pair[1].from));
        }
        if let Some(held) = whole.custody.last().filter(|held| held.to.is_none()) {
            assert_eq!(held.agency, state.agency);
        }
    }
}

#[test]
fn whatever_anybody_does_the_house_stays_sound() {
    for seed in [1, 2, 3] {
        both_engines(|office| {
            let chance = Chance::from_seed([seed; 32]);
            let mut reported = Vec::new();
            for number in 0..STEPS {
                step(office, &chance, &mut reported);
                if number % 20 == 0 {
                    office.settle();
                }
            }
            office.settle();
            invariants(office, &reported);
            assert!(reported.len() > 10, "seed {seed}");
        });
    }
}

#[test]
fn facts_rebuilt_are_facts_counted() {
    both_engines(|office| {
        let chance = Chance::from_seed([9; 32]);
        let mut reported = Vec::new();
        (0..80).for_each(|_| step(office, &chance, &mut reported));
        office.settle();
        let all = |office: &TestOffice| {
            office.read(&Principal::house(), |tx, _| Ok(records::facts::all(tx)?)).unwrap()
        };
        let counted = all(office);
        assert!(counted.len() > 10);
        let cleared = office.write(&Principal::house(), Channel::House, |tx, _| {
            records::facts::clear(tx)?;
            Ok(records::cases::mark_all_uncounted(tx)?)
        });
        cleared.unwrap();
        office.settle();
        assert_eq!(all(office), counted);
    });
}

#[test]
fn a_record_shows_every_look_at_it() {
    both_engines(|office| {
        let case = office.resident("Mae Lee").reports(SERVICES[0], "Dark.");
        let customer = office.house().sees(&case).case.state.customer.unwrap();
        for officer in ["lee", "mira", "lee"] {
            office.officer(officer).tries(move |tx, act| customers::look(tx, act, customer, None)).unwrap();
        }
        let record = office.house().tries(move |tx, act| customers::look(tx, act, customer, None)).unwrap();
        assert_eq!(record.looks.len(), 4);
    });
}

#[test]
fn a_job_that_fails_is_tried_again_then_shown_then_replayed() {
    both_engines(|office| {
        let house = Principal::house();
        let broken = office.write(&house, Channel::House, |tx, act| {
            let job = records::jobs::Job {
                id: terms::JobId::new(act.at, &act.chance),
                class: "live".into(),
                kind: "tell".into(),
                payload: r#"{"work":"tell","case":"01900000-0000-7000-8000-000000000000","notice":"late"}"#
                    .into(),
                state: "ready".into(),
                run_at: act.at,
                attempts: 0,
                last_error: None,
                created_at: act.at,
            };
            records::jobs::insert(tx, &job)?;
            Ok(job.id)
        });
        let id = broken.unwrap();
        for _ in 0..8 {
            office.settle();
            office.hours(2);
        }
        let root = office.officer("root");
        let dead = root.tries(jobs::dead).unwrap();
        assert_eq!((dead.len(), dead[0].attempts, dead[0].id), (1, 8, id));
        assert!(dead[0].last_error.as_ref().unwrap().contains("no such case"));
        assert!(matches!(office.officer("lee").tries(jobs::dead), Err(Refusal::Forbidden(_))));
        root.tries(move |tx, act| jobs::replay(tx, act, id)).unwrap();
        assert_eq!(root.tries(jobs::dead).unwrap(), []);
        assert!(root.tries(move |tx, act| jobs::replay(tx, act, id)).is_err(), "only the dead are replayed");
        office.write(&house, Channel::House, move |tx, _| Ok(records::jobs::done(tx, id)?)).unwrap();
    });
}

#[test]
fn chatwoot_15857_bulk_work_does_not_keep_live_work_waiting() {
    both_engines(|office| {
        let case = office.resident("Mae Lee").reports(SERVICES[0], "Dark.");
        let id = office.house().sees(&case).case.id;
        let queued = office.write(&Principal::house(), Channel::House, move |tx, act| {
            for _ in 0..500 {
                let payload = format!(r#"{{"work":"tell-reporters","case":"{id}"}}"#);
                let job = records::jobs::Job {
                    id: terms::JobId::new(act.at, &act.chance),
                    class: "bulk".into(),
                    kind: "tell-reporters".into(),
                    payload,
                    state: "ready".into(),
                    run_at: act.at,
                    attempts: 0,
                    last_error: None,
                    created_at: act.at,
                };
                records::jobs::insert(tx, &job)?;
            }
            Ok(())
        });
        queued.unwrap();
        // The live runner takes only what somebody waits for, however much bulk work lies there.
        assert_eq!(office.block_on(jobs::run_due(&office.office, jobs::Class::Live)).unwrap(), 1);
        let told = office.house().sees(&case).contacts;
        assert_eq!(told.len(), 1);
    });
}

#[test]
fn the_job_of_a_runner_that_died_is_done_by_another_once() {
    both_engines(|office| {
        let case = office.resident("Mae Lee").reports(SERVICES[0], "Dark.");
        let taken = office.write(&Principal::house(), Channel::House, |tx, act| {
            let until = act.at.checked_add(SignedDuration::from_secs(120)).unwrap();
            Ok(records::jobs::claim(tx, "live", act.at, until, 10)?)
        });
        assert_eq!(taken.unwrap().len(), 1, "a runner took it and is gone");
        office.settle();
        assert_eq!(office.house().sees(&case).contacts.len(), 0, "its lease has not run out");
        office.hours(1);
        office.block_on(jobs::release_abandoned(&office.office)).unwrap();
        office.settle();
        assert_eq!(office.house().sees(&case).contacts.len(), 1);
    });
}

#[test]
fn references_are_apart_and_of_the_right_form() {
    both_engines(|office| {
        let mae = office.resident("Mae Lee");
        let mut seen: Vec<Reference> = (0..50).map(|_| mae.reports(SERVICES[0], "Dark.").reference).collect();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 50);
        assert!(seen.iter().all(|reference| reference.to_string().parse() == Ok(*reference)));
    });
}
