//! Written work in the one line: given when it is next, to one officer, and put down without being ended.

use jiff::SignedDuration;
use office::Refusal;
use office::lobby::{self, Held, Item, Precedence, Seat};
use std::collections::BTreeSet;
use terms::{CaseId, Channel, OfficerCode, Purpose, Status, Takes, VisitEnd, VisitStatus};
use testkit::hall::{calls, comes, hall, now, sits, tries_to_call};
use testkit::{CaseHandle, TestOffice, both_engines};

const LIGHT: &str = "street-light-outages";

fn takes(office: &TestOffice, officer: &str, takes: Takes) {
    office.officer(officer).tries(move |tx, act| lobby::take(tx, act, takes)).unwrap();
}

fn next(office: &TestOffice, officer: &str, closes: Option<Held>) -> Option<Item> {
    office.officer(officer).tries(move |tx, act| lobby::next_item(tx, act, closes)).unwrap()
}

fn next_case(office: &TestOffice, officer: &str, closes: Option<Held>) -> Option<CaseId> {
    match next(office, officer, closes) {
        Some(Item::Case(case)) => {
            assert_eq!(case.state.assignee, Some(OfficerCode::new(officer)));
            Some(case.id)
        }
        Some(Item::Visit(visit)) => panic!("{visit:?}"),
        None => None,
    }
}

fn seat(office: &TestOffice, officer: &str) -> Seat {
    office.officer(officer).tries(lobby::my_seat).unwrap()
}

fn why(office: &TestOffice, officer: &str) -> Option<Precedence> {
    let seat = seat(office, officer);
    let order = move |tx: &mut records::Tx<'_>, act: &office::Act| lobby::order(tx, act, &seat);
    office.officer(officer).tries(order).unwrap().map(|(why, _)| why)
}

fn reports(office: &TestOffice) -> CaseHandle {
    let case = office.resident("Mae Lee").reports(LIGHT, "The lamp at 12 Main St is dark.");
    office.settle();
    office.clock.advance(SignedDuration::from_secs(1));
    case
}

fn id(office: &TestOffice, case: &CaseHandle) -> CaseId {
    office.house().sees(case).case.id
}

#[test]
fn written_work_waits_until_more_officers_are_free_than_are_kept_for_whoever_comes() {
    both_engines(|office| {
        let light = reports(office);
        sits(office, "lee", "1");
        assert_eq!(next(office, "lee", None), None, "who takes visits alone is given no case");
        takes(office, "lee", Takes::Both);
        assert_eq!(next(office, "lee", None), None);
        assert_eq!(why(office, "lee"), Some(Precedence::KeptForLive { idle: 1, reserve: 1 }));
        sits(office, "dora", "2");
        office.officer("dora").tries(|tx, act| lobby::rest(tx, act, 10)).unwrap();
        assert_eq!(next(office, "lee", None), None, "who rests is not free");
        office.officer("dora").tries(|tx, act| lobby::be(tx, act, terms::ShiftStatus::Available)).unwrap();
        let case = next_case(office, "lee", None).unwrap();
        assert_eq!(case, id(office, &light));
        // The same press once more changes nothing.
        assert_eq!(next_case(office, "lee", None), Some(case));
        let seen = office.house().sees(&light);
        assert_eq!(
            seen.events.iter().filter(|event| event.what.kind() == terms::EventKind::Assigned).count(),
            1
        );
        assert_eq!(next(office, "lee", Some(Held::Case(case))), None, "it is not given again at once");
        let seen = office.house().sees(&light).case;
        assert_eq!((seen.state.status, seen.state.assignee), (Status::Open, Some(OfficerCode::new("lee"))));
        assert_eq!(seat(office, "lee").counter.case, None);
    });
}

#[test]
fn whoever_waits_goes_before_a_case_that_has_used_up_less_of_its_promise_and_it_is_said_why() {
    both_engines(|office| {
        let light = reports(office);
        sits(office, "lee", "1");
        sits(office, "dora", "2");
        takes(office, "lee", Takes::Both);
        let (mae, _) = comes(office, "permits");
        office.clock.advance(SignedDuration::from_mins(6));
        let Some(Item::Visit(called)) = next(office, "lee", None) else { panic!("she has waited") };
        assert_eq!((called.id, called.state.status), (mae.id, VisitStatus::Called));
        let Some(Precedence::NearerPromise { ahead, behind }) = why(office, "lee") else { panic!("and why") };
        assert!((38..=42).contains(&ahead) && behind == 0, "{ahead} {behind}");
        // Weeks after it was promised, it goes before whoever has just come.
        office.hours(24 * 30);
        office.settle();
        sits(office, "lee", "1");
        takes(office, "lee", Takes::Both);
        let (joe, _) = comes(office, "permits");
        assert_eq!(next_case(office, "lee", None), Some(id(office, &light)));
        assert_eq!(why(office, "lee"), Some(Precedence::TooLong));
        let case = id(office, &light);
        let Some(Item::Visit(called)) = next(office, "lee", Some(Held::Case(case))) else {
            panic!("then he")
        };
        assert_eq!(called.id, joe.id);
        assert_eq!(
            next(office, "lee", Some(Held::Visit(joe.id))).map(|_| ()),
            Some(()),
            "then the case again"
        );
        assert_eq!(now(office, &joe).state.end, Some(VisitEnd::Served));
    });
}

#[test]
fn what_was_taken_by_mistake_is_given_back_as_it_was() {
    both_engines(|office| {
        let light = reports(office);
        sits(office, "lee", "1");
        let (mae, _) = comes(office, "permits");
        assert_eq!(calls(office, "lee", None).unwrap().id, mae.id);
        takes(office, "lee", Takes::Written);
        let case = next_case(office, "lee", Some(Held::Visit(mae.id))).unwrap();
        let back = office.officer("lee").tries(lobby::undo).unwrap().unwrap();
        assert_eq!((back.id, back.state.status), (mae.id, VisitStatus::Called));
        let seen = office.house().sees(&light).case;
        assert_eq!((seen.id, seen.state.assignee, seen.state.status), (case, None, Status::Open));
        // What was put down by mistake is at the counter again, and still theirs.
        next_case(office, "lee", Some(Held::Visit(mae.id))).unwrap();
        office.officer("lee").tries(move |tx, act| lobby::put_down(tx, act, case)).unwrap();
        let again = office.officer("lee").tries(move |tx, act| lobby::put_down(tx, act, case));
        assert!(matches!(again, Err(Refusal::Conflict(_))), "once");
        office.officer("lee").tries(lobby::undo).unwrap();
        assert_eq!(seat(office, "lee").counter.case, Some(case));
        office.clock.advance(SignedDuration::from_secs(6));
        assert!(office.officer("lee").tries(lobby::undo).is_err());
        let seen = office.house().sees(&light).case;
        assert_eq!(seen.state.assignee, Some(OfficerCode::new("lee")));
    });
}

#[test]
fn only_what_can_be_worked_on_now_is_given() {
    both_engines(|office| {
        let (asked, hers, theirs) = (reports(office), reports(office), reports(office));
        office.officer("lee").asks(&asked, "Which lamp?");
        office.officer("dora").takes(&hers);
        let until = office.office.now().checked_add(SignedDuration::from_hours(24)).unwrap();
        office.officer("lee").on(&theirs, move |tx, act, reference, revision| {
            office::cases::snooze(tx, act, reference, revision, (until, "parts are ordered"))
        });
        sits(office, "lee", "1");
        takes(office, "lee", Takes::Written);
        sits(office, "sam", "3");
        takes(office, "sam", Takes::Written);
        assert_eq!(next(office, "lee", None), None);
        assert_eq!(next(office, "sam", None), None, "another agency's");
        assert_eq!(tries_to_call(office, "lee", None).unwrap(), None);
        office.officer("dora").on(&hers, |tx, act, reference, revision| {
            office::cases::assign(tx, act, reference, revision, None)
        });
        assert_eq!(next_case(office, "lee", None), Some(id(office, &hers)));
    });
}

#[test]
fn a_counter_for_written_work_serves_nobody_and_is_not_counted_on() {
    both_engines(|office| {
        sits(office, "lee", "1");
        takes(office, "lee", Takes::Written);
        comes(office, "permits");
        assert_eq!(next(office, "lee", None), None);
        let waits = office.stranger().tries(|tx, act| lobby::waits(tx, act, &hall())).unwrap();
        assert!(waits.values().all(Option::is_none), "nobody serves");
        let board = office.stranger().tries(|tx, act| lobby::board(tx, act, &hall())).unwrap();
        assert_eq!(board.counters, []);
        takes(office, "lee", Takes::Live);
        assert!(next(office, "lee", None).is_some());
    });
}

#[test]
fn counters_that_take_work_at_the_same_instant_never_get_the_same_case() {
    both_engines(|office| {
        let open: BTreeSet<CaseId> = (0..12).map(|_| id(office, &reports(office))).collect();
        for (officer, counter) in [("lee", "1"), ("dora", "2")] {
            sits(office, officer, counter);
            takes(office, officer, Takes::Written);
        }
        let given = office.block_on(async {
            let mut counters = tokio::task::JoinSet::new();
            for officer in ["lee", "dora"] {
                let (office, who) = (office.office.clone(), office.officer(officer).who.clone());
                counters.spawn(async move {
                    let (mut given, mut closes) = (Vec::new(), None);
                    // Put down, a case is still theirs and due: so they are given others at most as often as there are.
                    while given.len() < 6 {
                        let act = office.act(who.clone(), Channel::Staff, Purpose::Service);
                        match office.write(act, move |tx, act| lobby::next_item(tx, act, closes)).await {
                            Ok(Some(Item::Case(case))) => {
                                given.push(case.id);
                                closes = Some(Held::Case(case.id));
                                asks_back(&office, &who, &case).await;
                            }
                            Err(Refusal::Broke(records::Broke::Contended)) => {}
                            other => panic!("{other:?}"),
                        }
                    }
                    given
                });
            }
            let mut all = Vec::new();
            while let Some(given) = counters.join_next().await {
                all.extend(given.unwrap());
            }
            all
        });
        assert_eq!(given.len(), open.len(), "each is given once");
        assert_eq!(given.into_iter().collect::<BTreeSet<_>>(), open);
    });
}

/// Has the case wait for its customer, so that it is not next again.
async fn asks_back(office: &office::Office, who: &terms::Principal, case: &terms::Case) {
    let (reference, revision) = (case.reference, case.revision);
    let act = office.act(who.clone(), Channel::Staff, Purpose::Service);
    let asked = office
        .write(act, move |tx, act| office::cases::ask_customer(tx, act, &reference, revision, "Which lamp?"))
        .await;
    asked.unwrap();
}
