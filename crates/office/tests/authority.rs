//! What officers decide alone, what they ask for, and who learns when nobody decides.

use office::authority::{self, NewApproval, NewOffer, Wanted};
use office::desk::{self, Asked};
use office::{Refusal, Verb, resolution};
use terms::{
    ApprovalAnswer, ApprovalId, Case, EventKind, OutcomeCode, Pressing, RemedyCode, Status, TrainingCode,
};
use testkit::{CaseHandle, Desk, TestOffice, both_engines, both_engines_changed};

const LIGHT: &str = "street-light-outages";

fn fee(amount: i64) -> NewOffer {
    let words = "We do not charge the fee.".to_owned();
    NewOffer { remedy: RemedyCode::new("waive-fee"), amount: Some(amount), words }
}

fn offers(desk: &Desk<'_>, case: &CaseHandle, new: NewOffer) -> Verb<Case> {
    let (reference, revision) = (case.reference, desk.revision(case));
    desk.tries(move |tx, act| authority::offer(tx, act, &reference, revision, &new))
}

fn asks(desk: &Desk<'_>, case: &CaseHandle, wanted: Wanted) -> Verb<ApprovalId> {
    let (reference, revision) = (case.reference, desk.revision(case));
    let new = NewApproval { wanted, words: "She waited for a month.".into() };
    desk.tries(move |tx, act| {
        authority::ask_approval(tx, act, &reference, revision, &new).map(|(_, approval)| approval)
    })
}

fn answers(desk: &Desk<'_>, case: &CaseHandle, id: ApprovalId, answer: ApprovalAnswer) -> Verb<Case> {
    let (reference, revision) = (case.reference, desk.revision(case));
    desk.tries(move |tx, act| {
        authority::answer_approval(tx, act, &reference, revision, (id, answer, "Read and weighed."))
    })
}

fn asked(desk: &Desk<'_>) -> Vec<Asked> {
    desk.tries(desk::asked_of_me).unwrap().into_iter().map(|asked| asked.what).collect()
}

#[test]
fn an_officer_offers_what_their_role_and_training_allow_and_no_more() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let case = mae.reports(LIGHT, "Dark.");
        office.settle();
        let reference = case.reference;
        let found = lee.tries(move |tx, act| authority::offers(tx, act, &reference)).unwrap();
        let up_to = |code: &str| found.iter().find(|it| it.remedy.as_str() == code).unwrap().up_to;
        assert_eq!((up_to("waive-fee"), up_to("refund"), up_to("apology")), (Some(50), Some(100), Some(0)));
        assert!(office.office.city.officers["lee"].trainings.contains(&TrainingCode::new("goodwill")));
        assert!(matches!(offers(&lee, &case, fee(51)), Err(Refusal::Forbidden(_))));
        assert!(matches!(offers(&office.officer("dora"), &case, fee(1)), Err(Refusal::Forbidden(_))));
        let none = NewOffer { amount: None, ..fee(1) };
        assert!(matches!(offers(&lee, &case, none), Err(Refusal::Invalid(_))));
        offers(&lee, &case, fee(50)).unwrap();
        office.settle();
        let seen = mae.follows(&case);
        assert!(seen.events.iter().any(|event| event.what.kind() == EventKind::Offered));
        assert!(seen.contacts.iter().any(|contact| contact.body == "We do not charge the fee."));
    });
}

#[test]
fn what_is_beyond_an_officer_the_superior_approves_and_never_who_asks() {
    both_engines(|office| {
        let (mae, lee, ruth) = (office.resident("Mae Lee"), office.officer("lee"), office.officer("ruth"));
        let case = mae.reports(LIGHT, "Dark.");
        office.settle();
        let id = asks(&lee, &case, Wanted::Offer(fee(200))).unwrap();
        let Asked::Approval(approval) = asked(&ruth).remove(0) else { panic!("an approval is asked") };
        assert_eq!((approval.id, approval.asked_by.as_str()), (id, "lee"));
        assert!(approval.due_at.is_some());
        assert!(mae.follows(&case).contacts.iter().all(|it| it.body != "We do not charge the fee."));
        for other in ["lee", "dora", "sam", "ines"] {
            assert!(answers(&office.officer(other), &case, id, ApprovalAnswer::Approved).is_err(), "{other}");
        }
        answers(&ruth, &case, id, ApprovalAnswer::Approved).unwrap();
        assert!(asked(&ruth).is_empty());
        assert!(mae.follows(&case).contacts.iter().any(|it| it.body == "We do not charge the fee."));
        assert!(answers(&ruth, &case, id, ApprovalAnswer::Refused).is_err(), "it is answered");

        let id = asks(&lee, &case, Wanted::Offer(fee(300))).unwrap();
        answers(&ruth, &case, id, ApprovalAnswer::Refused).unwrap();
        let offered = lee.sees(&case).events.iter().filter(|it| it.what.kind() == EventKind::Offered).count();
        assert_eq!(offered, 1);
        // Nobody above Lee may give so much.
        assert!(matches!(asks(&lee, &case, Wanted::Offer(fee(9_000))), Err(Refusal::Conflict(_))));
        // Nobody is above Ruth, and she does not ask herself.
        assert!(asks(&ruth, &case, Wanted::Offer(fee(400))).is_err());
    });
}

#[test]
fn an_outcome_that_needs_a_second_person_takes_effect_when_that_one_approves() {
    both_engines(|office| {
        let (mae, grace) = (office.resident("Mae Lee"), office.officer("grace"));
        let mut request = mae.request("appeal", "Look at it again, please.");
        request.place = terms::Place::default();
        let case = mae.sends(request).unwrap();
        office.settle();
        let decided = OutcomeCode::new("decision-changed");
        let (reference, revision, outcome) = (case.reference, grace.revision(&case), decided.clone());
        let alone = grace.tries(move |tx, act| {
            resolution::resolve(tx, act, &reference, revision, (&outcome, Some("You were right.")))
        });
        assert!(alone.unwrap_err().to_string().contains("second person"));
        let wanted = || Wanted::Outcome(decided.clone(), "You were right.".into());
        let id = asks(&grace, &case, wanted()).unwrap();
        assert_eq!(grace.sees(&case).case.state.status, Status::Open);
        assert!(mae.follows(&case).contacts.iter().all(|it| it.body != "You were right."));
        answers(&office.officer("joan"), &case, id, ApprovalAnswer::Approved).unwrap();
        office.settle();
        let state = grace.sees(&case).case.state;
        assert_eq!(state.closure.unwrap().outcome, decided);
    });
}

#[test]
fn what_presses_is_brought_before_the_superior_before_and_after() {
    both_engines(|office| {
        let (mae, lee, ruth) = (office.resident("Mae Lee"), office.officer("lee"), office.officer("ruth"));
        let case = mae.reports(LIGHT, "Dark.");
        lee.takes(&case);
        office.settle();
        assert!(asked(&ruth).is_empty());
        let due = lee.sees(&case).case.state.clocks.due_at.unwrap();
        let hours = due.duration_since(office.office.now()).as_hours();
        office.hours(hours - 1);
        office.settle();
        assert_eq!(asked(&ruth), [Asked::Pressing(Pressing::AboutToBreak)]);
        office.hours(2);
        office.settle();
        office.settle();
        let pressing = asked(&ruth);
        assert_eq!(pressing.len(), 2);
        assert!(pressing.contains(&Asked::Pressing(Pressing::Broken)));
        let events = lee.sees(&case).events;
        assert_eq!(events.iter().filter(|it| it.what.kind() == EventKind::Escalated).count(), 2);
        lee.resolves(&case, "done", "New bulb.");
        assert!(asked(&ruth).is_empty(), "what is closed presses no more");
    });
}

#[test]
fn a_question_that_nobody_answers_goes_up_the_line_and_then_stays() {
    both_engines(|office| {
        let (mira, joan) = (office.officer("mira"), office.officer("joan"));
        let case = office.resident("Mae Lee").reports(LIGHT, "Dark.");
        office.settle();
        let refund =
            NewOffer { remedy: RemedyCode::new("refund"), amount: Some(20), words: "Paid back.".into() };
        let id = asks(&mira, &case, Wanted::Offer(refund)).unwrap();
        office.hours(24 * 4);
        office.settle();
        // Nobody is above Joan; it stays with her and does not go round in circles.
        let still: Vec<_> = asked(&joan)
            .into_iter()
            .filter_map(|asked| if let Asked::Approval(it) = asked { Some(it) } else { None })
            .collect();
        assert_eq!((still.len(), still[0].id, still[0].due_at), (1, id, None));
        answers(&joan, &case, id, ApprovalAnswer::Approved).unwrap();
    });
}

/// Lets time go by until so many minutes before a case is due, and the house do what time brings, twice.
fn before_due(office: &TestOffice, case: &CaseHandle, minutes: i64) {
    let due = office.house().sees(case).case.state.clocks.due_at.unwrap();
    office.clock.advance(due.duration_since(office.office.now()) - jiff::SignedDuration::from_mins(minutes));
    office.settle();
    office.settle();
}

fn escalated(office: &TestOffice, case: &CaseHandle) -> usize {
    let events = office.house().sees(case).events;
    events.iter().filter(|event| event.what.kind() == EventKind::Escalated).count()
}

/// Ruth, to whom Lee reports, reports to Joan, and nobody is above Sam; for broken lamps and trees a first
/// reply is promised.
fn with_a_line(files: &mut [office::city::CityFile]) {
    let mut change = |path: &str, from: &str, (more, times): (&str, usize)| {
        let file = files.iter_mut().find(|file| file.path == path).unwrap();
        assert!(file.text.contains(from));
        file.text = file.text.replacen(from, &format!("{from}{more}"), times);
    };
    let ruth = "agency = \"public-works\"\nroles = [\"supervisor\"]\n";
    change("officers.toml", ruth, ("superior = \"joan\"\n", 1));
    // Of trees the promise of before stands first.
    for (services, times) in [("services/public-works.toml", 1), ("services/parks.toml", 2)] {
        let promise = ("first_reply = \"2 business days\"\n", times);
        change(services, "[[service.promise]]\n", promise);
    }
}

#[test]
fn a_promise_presses_up_the_reporting_line_before_it_breaks_and_higher_when_it_has() {
    both_engines_changed(
        |files| with_a_line(files),
        |_| (),
        |office, ()| {
            let [lee, dora, ruth, joan] = ["lee", "dora", "ruth", "joan"].map(|code| office.officer(code));
            let mae = office.resident("Mae Lee");
            let (case, nobodys) = (mae.reports(LIGHT, "Dark."), mae.reports(LIGHT, "Dark too."));
            lee.takes(&case);
            lee.replies(&case, "A crew comes.");
            lee.replies(&nobodys, "A crew comes.");
            office.settle();
            before_due(office, &case, 7_200);
            assert_eq!((asked(&ruth), escalated(office, &case)), (vec![], 0), "there is time");
            before_due(office, &case, 30);
            let soon = Asked::Pressing(Pressing::AboutToBreak);
            assert_eq!(asked(&ruth), [soon.clone(), soon.clone()], "what nobody has presses too");
            assert_eq!((asked(&joan), asked(&lee), asked(&dora)), (vec![], vec![], vec![]));
            assert_eq!((escalated(office, &case), escalated(office, &nobodys)), (1, 1), "once");
            before_due(office, &case, -1);
            let broken = Asked::Pressing(Pressing::Broken);
            assert_eq!(asked(&ruth).iter().filter(|it| **it == broken).count(), 2);
            assert_eq!(asked(&joan), [broken.clone(), broken], "the next one up learns of it as well");
            assert_eq!((escalated(office, &case), escalated(office, &nobodys)), (3, 3), "each once");
            before_due(office, &case, -3_000);
            assert_eq!(escalated(office, &case), 3, "nobody is told again");
            lee.resolves(&case, "done", "New bulb.");
            assert_eq!(asked(&joan).len(), 1, "what is closed presses no more");
        },
    );
}

#[test]
fn a_promise_that_moved_while_its_customer_was_asked_presses_again() {
    both_engines(|office| {
        let (lee, ruth) = (office.officer("lee"), office.officer("ruth"));
        let case = office.resident("Mae Lee").reports(LIGHT, "Dark.");
        lee.takes(&case);
        before_due(office, &case, 30);
        assert_eq!(escalated(office, &case), 1);
        let due = lee.sees(&case).case.state.clocks.due_at;
        lee.asks(&case, "Which lamp?");
        office.hours(24 * 7);
        office.settle();
        assert_eq!(escalated(office, &case), 1, "a clock that stands still breaks no promise");
        lee.goes_on(&case);
        office.settle();
        assert!(lee.sees(&case).case.state.clocks.due_at > due);
        before_due(office, &case, 30);
        assert_eq!(escalated(office, &case), 2, "it is about to break for the second time");
        assert_eq!(asked(&ruth), [Asked::Pressing(Pressing::AboutToBreak)], "and is listed once");
    });
}

#[test]
fn a_first_reply_presses_up_the_line_too_until_somebody_answers() {
    both_engines_changed(
        |files| with_a_line(files),
        |_| (),
        |office, ()| {
            let [lee, ruth, joan] = ["lee", "ruth", "joan"].map(|code| office.officer(code));
            let mae = office.resident("Mae Lee");
            let [case, nobodys, answered] = ["One.", "Two.", "Three."].map(|words| mae.reports(LIGHT, words));
            lee.takes(&case);
            lee.replies(&answered, "A crew comes.");
            office.settle();
            let due = office.house().sees(&case).case.state.clocks.first_reply_due_at.unwrap();
            let until = |minutes: i64| {
                let left = due.duration_since(office.office.now());
                office.clock.advance(left - jiff::SignedDuration::from_mins(minutes));
                office.settle();
                office.settle();
            };
            until(24 * 60);
            assert_eq!((asked(&ruth), escalated(office, &case)), (vec![], 0), "there is time");
            until(30);
            let soon = Asked::Pressing(Pressing::ReplyAboutToBreak);
            assert_eq!(asked(&ruth), [soon.clone(), soon], "what nobody has presses too");
            assert_eq!((asked(&joan), asked(&lee)), (vec![], vec![]));
            assert_eq!((escalated(office, &case), escalated(office, &nobodys)), (1, 1), "once");
            until(-1);
            let late = Asked::Pressing(Pressing::ReplyBroken);
            assert_eq!(asked(&ruth).iter().filter(|it| **it == late).count(), 2);
            assert_eq!(asked(&joan), [late.clone(), late], "the next one up learns of it as well");
            until(-600);
            assert_eq!(
                (escalated(office, &case), escalated(office, &nobodys)),
                (3, 3),
                "nobody is told again"
            );
            assert_eq!(escalated(office, &answered), 0, "who was answered waits for nothing");
            lee.replies(&case, "A crew comes.");
            assert_eq!(asked(&joan).len(), 1, "what was answered presses no more");
            assert_eq!(asked(&ruth).len(), 2);
        },
    );
}

#[test]
fn a_first_reply_that_moved_presses_again_and_one_that_nobody_can_be_told_of_never() {
    both_engines_changed(
        |files| with_a_line(files),
        |_| (),
        |office, ()| {
            let ruth = office.officer("ruth");
            let mae = office.resident("Mae Lee");
            let case = mae.reports(LIGHT, "Dark.");
            let tree = mae.reports("tree-maintenance-requests", "It leans.");
            office.settle();
            let due = office.house().sees(&case).case.state.clocks.first_reply_due_at.unwrap();
            assert_eq!(office.house().sees(&tree).case.state.clocks.first_reply_due_at, Some(due));
            office
                .clock
                .advance(due.duration_since(office.office.now()) - jiff::SignedDuration::from_mins(30));
            office.settle();
            assert_eq!((escalated(office, &case), escalated(office, &tree)), (1, 0));
            // Another service, and back: the reply is due anew, and the house looks again.
            for service in ["street-light-knock-downs", LIGHT] {
                let what = office::cases::Corrected::Service(terms::ServiceCode::new(service));
                ruth.on(&case, move |tx, act, on, read| {
                    office::cases::correct(tx, act, on, read, (&what, "It is the other one."))
                });
            }
            office.settle();
            assert_eq!(escalated(office, &case), 2);
            assert_eq!(asked(&ruth), [Asked::Pressing(Pressing::ReplyAboutToBreak)], "and is listed once");
        },
    );
}
