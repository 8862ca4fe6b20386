//! Cases put together and taken apart, corrected and rested: what the public complaints ask for, each as a story.

use jiff::{SignedDuration, Timestamp};
use office::cases::{self, Corrected, NewSplit, Whole};
use office::customers::Person;
use office::{Refusal, Verb};
use terms::{Answer, Case, ContactKind, Direction, EventKind, Place, ServiceCode, State, Status};
use testkit::{CaseHandle, Desk, TestOffice, both_engines};

const LIGHT: &str = "street-light-outages";
const GRAFFITI: &str = "pwd-graffiti";

fn merges(desk: &Desk<'_>, case: &CaseHandle, into: &CaseHandle) -> Verb<Case> {
    let (reference, revision, into) = (case.reference, desk.revision(case), into.reference);
    desk.tries(move |tx, act| cases::merge(tx, act, &reference, revision, &into))
}

fn unmerges(desk: &Desk<'_>, case: &CaseHandle) -> Verb<Case> {
    let (reference, revision) = (case.reference, desk.revision(case));
    desk.tries(move |tx, act| cases::unmerge(tx, act, &reference, revision))
}

fn puts_under(desk: &Desk<'_>, case: &CaseHandle, parent: &CaseHandle) -> Verb<Case> {
    let (reference, revision, parent) = (case.reference, desk.revision(case), parent.reference);
    desk.tries(move |tx, act| cases::put_under(tx, act, &reference, revision, &parent))
}

fn corrects(desk: &Desk<'_>, case: &CaseHandle, what: &Corrected) -> Verb<Case> {
    let (reference, revision, what) = (case.reference, desk.revision(case), what.clone());
    desk.tries(move |tx, act| cases::correct(tx, act, &reference, revision, (&what, "The customer rang.")))
}

/// What can be seen of a case, but for when it last changed.
fn still(office: &TestOffice, case: &CaseHandle) -> State {
    let state = office.house().sees(case).case.state;
    State { updated_at: state.opened_at, ..state }
}

fn notices(whole: &Whole) -> Vec<String> {
    let notice = |contact: &&terms::Contact| contact.kind == ContactKind::Notice;
    whole.contacts.iter().filter(notice).map(|contact| contact.body.clone()).collect()
}

#[track_caller]
fn conflict<T: std::fmt::Debug>(done: Verb<T>, part: &str) {
    let refusal = done.unwrap_err();
    assert!(refusal.to_string().contains(part), "{refusal}");
}

#[test]
fn chatwoot_5414_two_cases_of_one_customer_go_on_as_one() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let first = mae.reports(LIGHT, "Dark at number 12.");
        let second = mae.reports(LIGHT, "Still dark, and no answer.");
        mae.writes(&second, "Number 12, the red house.");
        let task = lee.asks_task(&second, "transportation", "Close the lane.");
        office.settle();
        merges(&lee, &second, &first).unwrap();
        office.settle();

        let old = lee.sees(&second);
        assert_eq!(old.related.merged_into, Some(first.reference), "the old reference leads on");
        assert_eq!(old.case.state.status, Status::Closed);
        let told: Vec<String> =
            notices(&old).into_iter().filter(|words| words.contains(&first.reference.to_string())).collect();
        assert_eq!(told.len(), 1, "the customer is told once: {told:?}");

        let whole = lee.sees(&first);
        assert_eq!(whole.related.merged, [second.reference]);
        assert!(whole.contacts.iter().any(|contact| contact.body == "Number 12, the red house."));
        assert!(whole.tasks.iter().any(|found| found.id == task));
        assert_eq!(whole.custody.len(), 1, "who held it is told of the case itself");

        // What ends the one ends the other's part too.
        let (reference, revision) = (first.reference, lee.revision(&first));
        let done = terms::OutcomeCode::new("done");
        let early = lee.tries(move |tx, act| {
            office::resolution::resolve(tx, act, &reference, revision, (&done, Some("New bulb.")))
        });
        conflict(early, "has not finished its part");
        office.officer("tomas").answers_task(&second, task, terms::TaskAnswer::Done);
        lee.resolves(&first, "done", "New bulb.");
        conflict(unmerges(&lee, &second), "cannot be taken back");
        conflict(merges(&lee, &second, &first), "closed");
    });
}

#[test]
fn merging_and_taking_out_again_gives_back_what_was() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let second = mae.reports(LIGHT, "Dark.");
        office.hours(30);
        let first = mae.reports(GRAFFITI, "Paint on the lamp.");
        lee.takes(&second);
        mae.writes(&first, "Red paint.");
        office.settle();
        let before = (still(office, &first), still(office, &second));
        for _ in 0..3 {
            merges(&lee, &second, &first).unwrap();
            // None of this depends on it.
            lee.notes(&first, "One crew for both.");
            office.settle();
            let due = |state: &State| state.clocks.due_at;
            assert_eq!(
                due(&still(office, &first)),
                due(&before.0).min(due(&before.1)),
                "the earlier promise"
            );
            unmerges(&lee, &second).unwrap();
            office.settle();
            assert_eq!((still(office, &first), still(office, &second)), before);
        }
        conflict(unmerges(&lee, &second), "not merged");
    });
}

#[test]
fn what_is_written_to_a_merged_case_is_heard_where_it_goes_on() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let (first, second) = (mae.reports(LIGHT, "Dark."), mae.reports(LIGHT, "Dark again."));
        merges(&lee, &second, &first).unwrap();
        lee.asks(&first, "Which lamp?");
        mae.writes(&second, "The third one.");
        let whole = lee.sees(&first);
        assert_eq!(whole.case.state.status, Status::Open, "an answer lets the clock run");
        let heard = whole.events.iter().filter(|event| event.what.kind() == EventKind::Heard);
        assert_eq!(heard.count(), 1, "it is told once");
        // Whoever holds the secret of the one reads nothing of the other.
        assert!(mae.follows(&second).contacts.iter().all(|contact| contact.body != "Which lamp?"));
        assert!(mae.follows(&first).contacts.iter().all(|contact| contact.body != "The third one."));
    });
}

#[test]
fn cases_of_different_people_or_about_different_people_are_not_merged() {
    both_engines(|office| {
        let lee = office.officer("lee");
        let mae = office.resident("Mae Lee").reports(LIGHT, "Dark.");
        let ana = office.resident("Ana Cruz").reports(LIGHT, "Dark.");
        let nobody = office.resident("Jo Park").anonymous().reports(LIGHT, "Dark.");
        conflict(merges(&lee, &mae, &ana), "another customer");
        conflict(merges(&lee, &nobody, &ana), "another customer");
        conflict(merges(&lee, &mae, &mae), "itself");
        let other = office.resident("Jo Park").anonymous().reports(LIGHT, "Dark there.");
        merges(&lee, &nobody, &other).unwrap();
        lee.joins(&ana, &mae);
        let again = office.resident("Mae Lee").reports(LIGHT, "Dark still.");
        conflict(merges(&lee, &mae, &again), "answered with it");
        merges(&lee, &again, &mae).unwrap();
    });
}

#[test]
fn zammad_5368_messages_become_a_case_of_their_own_with_the_right_customer_and_promise() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let light = mae.reports(LIGHT, "Dark.");
        office.hours(20);
        mae.writes(&light, "And there is paint on the wall.");
        let came = office.office.now();
        mae.writes(&light, "Red paint.");
        office.hours(30);
        lee.replies(&light, "A crew comes tomorrow.");
        let inbound: Vec<_> = lee
            .sees(&light)
            .contacts
            .into_iter()
            .filter(|contact| contact.direction == Direction::Inbound)
            .map(|contact| contact.id)
            .collect();
        let new = NewSplit { contacts: inbound.clone(), service: GRAFFITI.into(), person: None };
        let (reference, revision) = (light.reference, lee.revision(&light));
        let (old, split) =
            lee.tries(move |tx, act| cases::split(tx, act, &reference, revision, &new)).unwrap();
        office.settle();
        assert_eq!((split.state.customer, split.state.opened_at), (old.state.customer, came));
        let service = &office.office.city.services[GRAFFITI];
        let promised = office::services::promise(&office.office.city, service, came);
        assert_eq!(split.state.clocks.promised_at, promised.promised_at, "promised from when the words came");

        let handle = CaseHandle { reference: split.reference, secret: light.secret.clone() };
        let (whole, rest) = (lee.sees(&handle), lee.sees(&light));
        assert_eq!(
            (whole.related.about, rest.related.split_off),
            (Some(light.reference), vec![split.reference])
        );
        let heard = whole.contacts.iter().filter(|contact| contact.direction == Direction::Inbound);
        assert_eq!(heard.count(), 2);
        assert!(rest.contacts.iter().all(|contact| contact.direction != Direction::Inbound));
        assert_eq!(mae.follows(&handle).case.reference, split.reference, "the customer follows both");

        // It is taken back by merging.
        merges(&lee, &handle, &light).unwrap();
        assert!(lee.sees(&light).contacts.iter().any(|contact| contact.body == "Red paint."));
        let new = NewSplit { contacts: inbound, service: GRAFFITI.into(), person: None };
        let (reference, revision) = (light.reference, lee.revision(&light));
        let again = lee.tries(move |tx, act| cases::split(tx, act, &reference, revision, &new).map(drop));
        conflict(again, "choose messages");
    });
}

#[test]
fn a_message_of_somebody_else_becomes_their_case_and_only_theirs() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let light = mae.reports(LIGHT, "Dark.");
        mae.writes(&light, "My neighbour Ana has rats.");
        let contact = lee.sees(&light).contacts.last().unwrap().id;
        let person = Person {
            name: Some("Ana Cruz".into()),
            email: Some("ana.cruz@example.org".into()),
            ..Person::default()
        };
        let new =
            NewSplit { contacts: vec![contact], service: "rodent-activity".into(), person: Some(person) };
        let (reference, revision) = (light.reference, lee.revision(&light));
        let (old, split) =
            lee.tries(move |tx, act| cases::split(tx, act, &reference, revision, &new)).unwrap();
        assert_ne!(split.state.customer, old.state.customer);
        assert_ne!(split.told.secret_hash, old.told.secret_hash);
    });
}

#[test]
fn freescout_1897_a_parent_is_answered_once_and_every_child_is_told_once() {
    both_engines(|office| {
        let lee = office.officer("lee");
        let parent = office.resident("Mae Lee").reports(LIGHT, "The whole street is dark.");
        let children: Vec<CaseHandle> = (0..60)
            .map(|number| {
                let who = office.resident(&format!("Person {number}"));
                let who = if number % 2 == 0 { who.speaking("es") } else { who };
                who.reports(LIGHT, "Dark here.")
            })
            .collect();
        for child in &children {
            puts_under(&lee, child, &parent).unwrap();
        }
        let grandchild = office.resident("Jo Park").reports(LIGHT, "Dark.");
        conflict(puts_under(&lee, &grandchild, &children[0]), "name the parent");
        conflict(puts_under(&lee, &parent, &grandchild), "answered with this one");
        office.settle();

        lee.replies(&parent, "The cable is cut. A crew digs tonight.");
        lee.replies(&children[0], "Your own lamp is older.");
        lee.resolves(&children[1], "done", "Yours burns already.");
        office.settle();
        let said = |case: &CaseHandle, words: &str| {
            let whole = office.house().sees(case);
            whole.contacts.iter().filter(|contact| contact.body.contains(words)).count()
        };
        assert!(children.iter().skip(2).all(|child| said(child, "cable is cut") == 1));

        let task = lee.asks_task(&children[2], "transportation", "Close the lane.");
        let (reference, revision) = (parent.reference, lee.revision(&parent));
        let early = lee.tries(move |tx, act| {
            let done = terms::OutcomeCode::new("done");
            office::resolution::resolve(tx, act, &reference, revision, (&done, Some("It burns.")))
        });
        conflict(early, &children[2].reference.to_string());
        office.officer("tomas").answers_task(&children[2], task, terms::TaskAnswer::Done);
        lee.resolves(&parent, "done", "The street is lit again.");
        office.settle();
        for (number, child) in children.iter().enumerate() {
            let whole = office.house().sees(child);
            assert_eq!(whole.case.state.status, Status::Closed);
            assert_eq!(said(child, "lit again"), usize::from(number != 1), "child {number}");
            let ended = notices(&whole).iter().filter(|words| words.contains("está cerrada")).count();
            assert_eq!(ended, usize::from(number % 2 == 0), "in their own language: {:?}", notices(&whole));
        }
        assert_eq!(office.house().sees(&parent).case.state.children, 60);
    });
}

#[test]
fn an_answer_and_a_place_are_corrected_and_what_they_were_stays_known() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let light = mae.reports(LIGHT, "Dark.");
        let there = Place { address: Some("12 Elm St".into()), ..Place::default() };
        corrects(&lee, &light, &Corrected::Place(there.clone())).unwrap();
        conflict(corrects(&lee, &light, &Corrected::Place(there.clone())), "nothing would change");
        let wrong = vec![Answer { code: "no-such-field".into(), values: vec!["x".into()] }];
        let _ = corrects(&lee, &light, &Corrected::Answers(wrong));
        let whole = lee.sees(&light);
        assert_eq!(whole.case.told.place, there);
        let kept = &whole.corrections[0];
        assert!(kept.before.contains("42.322") && kept.after.contains("12 Elm St"), "{kept:?}");
        assert_eq!((kept.what.as_str(), kept.words.as_str()), ("place", "The customer rang."));
        // Nobody's words are in the log.
        assert!(whole.events.iter().all(|event| !format!("{event:?}").contains("Elm")));
        let dora = office.officer("sam");
        assert!(corrects(&dora, &light, &Corrected::Place(Place::default())).is_err(), "another agency's");
    });
}

#[test]
fn another_service_is_promised_anew_and_the_customer_is_told_when_it_takes_longer() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let city = std::sync::Arc::clone(&office.office.city);
        let at = office.office.now();
        let due = |code: &str| office::services::promise(&city, &city.services[code], at).due_at;
        let light = &city.services[LIGHT];
        let mine = |service: &&office::city::Service| service.agency == light.agency;
        let later =
            city.services.values().filter(mine).find(|it| due(it.code.as_str()) > due(LIGHT)).unwrap();
        let case = mae.reports(LIGHT, "Something with the street.");
        office.settle();
        let done = corrects(&lee, &case, &Corrected::Service(later.code.clone())).unwrap();
        office.settle();
        assert_eq!((&done.state.service, done.state.clocks.due_at), (&later.code, due(later.code.as_str())));
        let told = notices(&lee.sees(&case));
        assert!(told.iter().any(|words| words.contains("longer than we said")), "{told:?}");
        corrects(&lee, &case, &Corrected::Service(ServiceCode::new(LIGHT))).unwrap();
        office.settle();
        assert_eq!(office.house().sees(&case).case.state.clocks.due_at, due(LIGHT));
        let elsewhere = ServiceCode::new("rodent-activity");
        conflict(corrects(&lee, &case, &Corrected::Service(elsewhere)), "transfer the case");
    });
}

#[test]
fn a_case_rests_until_its_day_and_the_clock_runs() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let case = mae.reports(LIGHT, "Dark.");
        office.settle();
        let before = lee.sees(&case).case.state;
        let until = office.office.now().checked_add(SignedDuration::from_hours(48)).unwrap();
        let rests = |until: Timestamp| {
            let (reference, revision) = (case.reference, lee.revision(&case));
            lee.tries(move |tx, act| {
                cases::snooze(tx, act, &reference, revision, (until, "The part comes then."))
            })
        };
        assert!(matches!(rests(office.office.now()), Err(Refusal::Invalid(_))));
        rests(until).unwrap();
        office.hours(47);
        office.settle();
        let resting = lee.sees(&case).case.state;
        assert_eq!((resting.snoozed_until, resting.status), (Some(until), Status::Open));
        assert_eq!(resting.clocks.due_at, before.clocks.due_at, "it is not the customer who waits");
        office.hours(2);
        office.settle();
        assert_eq!(lee.sees(&case).case.state.snoozed_until, None);
        let later = office.office.now().checked_add(SignedDuration::from_hours(48)).unwrap();
        rests(later).unwrap();
        mae.writes(&case, "It sparks now!");
        assert_eq!(lee.sees(&case).case.state.snoozed_until, None, "its customer wakes it");
    });
}
