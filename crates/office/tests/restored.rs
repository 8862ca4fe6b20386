//! What is put together and taken apart again is as it was, whatever happened before.

use office::Verb;
use office::cases::{self, NewSplit};
use proptest::collection::vec;
use proptest::prelude::ProptestConfig;
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestRng, TestRunner};
use terms::{Case, Contact, ContactKind, Direction, OfficerCode, State};
use testkit::{CaseHandle, TestOffice, both_engines};

const LIGHT: &str = "street-light-outages";
const GRAFFITI: &str = "pwd-graffiti";

/// Something that happens to a case before; what is refused does not happen.
fn step(office: &TestOffice, case: &CaseHandle, kind: u8) {
    let (lee, mae) = (office.officer("lee"), office.resident("Mae Lee"));
    let (reference, revision) = (case.reference, lee.revision(case));
    let _: Verb<Case> = match kind {
        0 => lee.tries(move |tx, act| {
            cases::assign(tx, act, &reference, revision, Some(&OfficerCode::new("lee")))
        }),
        1 => lee.tries(move |tx, act| cases::reply(tx, act, &reference, revision, "A crew comes.")),
        2 => lee.tries(move |tx, act| cases::note(tx, act, &reference, "Bulb E27.")),
        3 => lee.tries(move |tx, act| cases::ask_customer(tx, act, &reference, revision, "Which lamp?")),
        4 => lee.tries(move |tx, act| cases::go_on(tx, act, &reference, revision)),
        5 => office.officer("ruth").tries(move |tx, act| {
            let new = office::authority::NewOffer {
                remedy: terms::RemedyCode::new("extension"),
                amount: Some(3),
                words: "Three days more.".to_owned(),
            };
            office::authority::offer(tx, act, &reference, revision, &new)
        }),
        6 => {
            office.hours(7);
            return;
        }
        _ => {
            mae.writes(case, "It is the third lamp.");
            return;
        }
    };
}

fn still(office: &TestOffice, case: &CaseHandle) -> State {
    let state = office.house().sees(case).case.state;
    State { updated_at: state.opened_at, ..state }
}

/// Both ways, with what happened before and in between, so often.
const STORIES: u32 = 12;

fn told(refusal: &office::Refusal) -> TestCaseError {
    TestCaseError::fail(refusal.to_string())
}

/// Tells many stories: steps of the first case, steps of the second.
fn stories(mut story: impl FnMut(&[u8], &[u8]) -> Result<(), TestCaseError>) {
    let mut runner = TestRunner::new_with_rng(
        ProptestConfig { cases: STORIES, failure_persistence: None, ..ProptestConfig::default() },
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let strategy = (vec(0..8_u8, 0..6), vec(0..8_u8, 0..6));
    let story = std::cell::RefCell::new(&mut story);
    runner.run(&strategy, |(one, two)| (story.borrow_mut())(&one, &two)).unwrap();
}

#[test]
fn merging_and_taking_out_gives_back_both_whatever_happened_before() {
    both_engines(|office| {
        stories(|one, two| {
            let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
            let (first, second) = (mae.reports(LIGHT, "Dark."), mae.reports(GRAFFITI, "Paint."));
            one.iter().for_each(|kind| step(office, &first, *kind));
            two.iter().for_each(|kind| step(office, &second, *kind));
            // What waits for its customer is not merged; that is told in a story of its own.
            step(office, &second, 4);
            office.settle();
            let before = (still(office, &first), still(office, &second));
            let (reference, into, revision) = (second.reference, first.reference, lee.revision(&second));
            let merged = lee.tries(move |tx, act| cases::merge(tx, act, &reference, revision, &into));
            merged.map_err(|refusal| told(&refusal))?;
            office.settle();
            let revision = lee.revision(&second);
            let apart = lee.tries(move |tx, act| cases::unmerge(tx, act, &reference, revision));
            apart.map_err(|refusal| told(&refusal))?;
            office.settle();
            proptest::prop_assert_eq!((still(office, &first), still(office, &second)), before);
            Ok(())
        });
    });
}

#[test]
fn putting_under_a_parent_and_taking_out_gives_back_both_whatever_happened_before() {
    both_engines(|office| {
        stories(|one, two| {
            let lee = office.officer("lee");
            let parent = office.resident("Jo Park").reports(LIGHT, "The street is dark.");
            let child = office.resident("Mae Lee").reports(LIGHT, "Dark.");
            one.iter().filter(|kind| **kind < 7).for_each(|kind| step(office, &parent, *kind));
            two.iter().for_each(|kind| step(office, &child, *kind));
            office.settle();
            let before = (still(office, &parent), still(office, &child));
            let (reference, under, revision) = (child.reference, parent.reference, lee.revision(&child));
            let put = lee.tries(move |tx, act| cases::put_under(tx, act, &reference, revision, &under));
            put.map_err(|refusal| told(&refusal))?;
            let revision = lee.revision(&child);
            let out = lee.tries(move |tx, act| cases::take_out(tx, act, &reference, revision));
            out.map_err(|refusal| told(&refusal))?;
            office.settle();
            proptest::prop_assert_eq!((still(office, &parent), still(office, &child)), before);
            Ok(())
        });
    });
}

/// What was said, wherever it stands now.
fn said(contacts: &[Contact]) -> Vec<(jiff::Timestamp, String)> {
    let own = |contact: &&Contact| contact.kind == ContactKind::Message;
    let mut said: Vec<_> =
        contacts.iter().filter(own).map(|contact| (contact.at, contact.body.clone())).collect();
    said.sort();
    said
}

#[test]
fn splitting_and_merging_again_shows_every_message_once_whatever_happened_before() {
    both_engines(|office| {
        stories(|one, two| {
            let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
            let case = mae.reports(LIGHT, "Dark.");
            one.iter().chain(two).for_each(|kind| step(office, &case, *kind));
            mae.writes(&case, "There is paint on the wall, too.");
            office.settle();
            let whole = lee.sees(&case);
            let before = (still(office, &case), said(&whole.contacts));
            let inbound = |contact: &&Contact| {
                contact.direction == Direction::Inbound && contact.kind == ContactKind::Message
            };
            let last = whole.contacts.iter().rfind(inbound).unwrap().id;
            let new = NewSplit { contacts: vec![last], service: LIGHT.to_owned(), person: None };
            let (reference, revision) = (case.reference, lee.revision(&case));
            let split = lee.tries(move |tx, act| cases::split(tx, act, &reference, revision, &new));
            let (_, split) = split.map_err(|refusal| told(&refusal))?;
            let promised = split.state.clocks.due_at;
            office.settle();
            let (from, revision) =
                (split.reference, lee.tries(move |tx, act| cases::whole(tx, act, &split.reference)));
            let revision = revision.map_err(|refusal| told(&refusal))?.case.revision;
            let merged = lee.tries(move |tx, act| cases::merge(tx, act, &from, revision, &reference));
            merged.map_err(|refusal| told(&refusal))?;
            office.settle();
            let after = still(office, &case);
            proptest::prop_assert_eq!(said(&lee.sees(&case).contacts), before.1);
            // Of both promises the earlier one is kept; all else is as it was.
            proptest::prop_assert_eq!(after.clocks.due_at, before.0.clocks.due_at.min(promised));
            proptest::prop_assert_eq!(State { clocks: before.0.clocks.clone(), ..after }, before.0);
            Ok(())
        });
    });
}
