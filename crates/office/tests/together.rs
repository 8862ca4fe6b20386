//! What happens when several people do something to one case at the same instant.

use office::{Refusal, Verb, cases, codes};
use std::sync::Arc;
use terms::{Case, Channel, CodePurpose, ContactPoint, ContactPointKind, Principal, Purpose, Reference};
use testkit::{CaseHandle, TestOffice, both_engines};
use tokio::task::JoinSet;

const LIGHT: &str = "street-light-outages";

type Act = Arc<dyn Fn(&mut records::Tx<'_>, &office::Act, &Reference, usize) -> Verb<Case> + Send + Sync>;

/// Many people at once, each with an act of their own.
fn at_once(
    office: &TestOffice,
    who: &Principal,
    case: &CaseHandle,
    count: usize,
    act: &Act,
) -> Vec<Verb<Case>> {
    office.block_on(async {
        let mut all = JoinSet::new();
        for place in 0..count {
            let (office, who) = (office.office.clone(), who.clone());
            let (act, reference) = (Arc::clone(act), case.reference);
            all.spawn(async move {
                let by = office.act(who, Channel::Api, Purpose::Service);
                office.write(by, move |tx, by| act(tx, by, &reference, place)).await
            });
        }
        let mut done = Vec::new();
        while let Some(one) = all.join_next().await {
            done.push(one.unwrap());
        }
        done
    })
}

#[test]
fn notes_by_many_are_all_kept_and_numbered_without_a_gap() {
    both_engines(|office| {
        let case = office.resident("Mae Lee").reports(LIGHT, "Dark.");
        office.settle();
        let lee = office.officer("lee");
        let before = lee.revision(&case);
        let note: Act = Arc::new(|tx, act, on, place| cases::note(tx, act, on, &format!("note {place}")));
        let done = at_once(office, &lee.who, &case, 24, &note);
        let kept = done.iter().filter(|done| done.is_ok()).count();
        for refused in done.into_iter().filter_map(Result::err) {
            assert!(matches!(refused, Refusal::Broke(records::Broke::Contended)), "{refused}");
        }
        assert!(kept >= 20, "only {kept} of 24 came through");
        assert_eq!(lee.revision(&case), before + i64::try_from(kept).unwrap());
        let whole = lee.sees(&case);
        let notes = whole.contacts.iter().filter(|contact| contact.body.starts_with("note "));
        assert_eq!(notes.count(), kept);
    });
}

#[test]
fn two_replies_to_one_state_of_a_case_are_never_both_sent() {
    both_engines(|office| {
        for _ in 0..5 {
            let case = office.resident("Mae Lee").reports(LIGHT, "Dark.");
            office.settle();
            let lee = office.officer("lee");
            let read = lee.revision(&case);
            let reply: Act = Arc::new(move |tx, act, on, place| {
                cases::reply(tx, act, on, read, &format!("reply {place}"))
            });
            let done = at_once(office, &lee.who, &case, 8, &reply);
            assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1);
            for refused in done.into_iter().filter_map(Result::err) {
                assert!(matches!(refused, Refusal::Stale { .. }), "{refused:?}");
            }
        }
    });
}

#[test]
fn of_many_who_use_one_code_at_once_one_comes_through() {
    both_engines(|office| {
        let mae = office.resident("Mae Lee");
        mae.reports(LIGHT, "Dark.");
        office.settle();
        let to = ContactPoint {
            kind: ContactPointKind::Email,
            value: "mae.lee@example.org".to_owned(),
            verified: false,
        };
        let asked = office.write(&Principal::public(), Channel::Web, move |tx, act| {
            codes::ask_code(tx, act, &to, CodePurpose::SignIn)
        });
        let id = asked.unwrap();
        office.settle();
        let mail = office.mailbag.sent().pop().unwrap();
        let digits: String = mail.body.chars().filter(char::is_ascii_digit).take(6).collect();
        let used: Vec<bool> = office.block_on(async {
            let mut all = JoinSet::new();
            for _ in 0..5 {
                let (office, digits) = (office.office.clone(), digits.clone());
                let by = office.act(Principal::public(), Channel::Web, Purpose::Service);
                all.spawn(async move {
                    let with = move |tx: &mut records::Tx<'_>, by: &office::Act| {
                        codes::use_code(tx, by, id, CodePurpose::SignIn, &digits)
                    };
                    office.write(by, with).await.unwrap().is_some()
                });
            }
            all.join_all().await
        });
        assert_eq!(used.iter().filter(|used| **used).count(), 1, "{used:?}");
    });
}
