//! What happens to a case, told by those to whom it happens, on both engines.

use jiff::SignedDuration;
use office::jobs::{self, Class};
use office::{Refusal, cases};
use std::time::Duration;
use terms::{Direction, EventKind, Status, TaskAnswer};
use testkit::{QAMAR, TestOffice, both_engines, both_engines_of};

const LIGHT: &str = "street-light-outages";

fn kinds(office: &TestOffice, case: &testkit::CaseHandle) -> Vec<EventKind> {
    office.house().sees(case).events.iter().map(|event| event.what.kind()).collect()
}

#[test]
fn a_street_light_is_reported_worked_answered_and_rated() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let light = mae.reports(LIGHT, "The lamp at 12 Main St is dark.");
        office.settle();

        let case = mae.follows(&light).case;
        assert_eq!(case.state.agency.as_str(), "public-works");
        assert_eq!(case.state.district.as_ref().unwrap().as_str(), "dorchester");
        let due = office.office.city.calendar.local(case.state.clocks.due_at.unwrap());
        assert_eq!(due.to_string(), "2015-03-16T09:00:00", "ten business days");

        lee.takes(&light);
        lee.replies(&light, "A crew comes tomorrow.");
        office.hours(26);
        lee.resolves(&light, "done", "The lamp has a new bulb.");
        office.settle();
        mae.rates(&light, 5, "Quick!");
        office.settle();

        let whole = mae.follows(&light);
        assert_eq!(whole.case.state.status, Status::Closed);
        assert_eq!(whole.case.state.ratings.0, [0, 0, 0, 0, 1]);
        assert_eq!(whole.case.state.kept_promise(office.office.now()), Some(true));
        assert_eq!(
            kinds(office, &light),
            [
                EventKind::Opened,
                EventKind::Told,
                EventKind::Assigned,
                EventKind::Replied,
                EventKind::Resolved,
                EventKind::Told,
                EventKind::Told,
                EventKind::FeedbackInvited,
                EventKind::Rated,
            ]
        );
    });
}

#[test]
fn the_clock_stands_still_while_the_customer_is_asked() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let light = mae.reports(LIGHT, "Dark.");
        let due = |case: &terms::Case| case.state.clocks.due_at.unwrap();
        let promised = due(&mae.follows(&light).case);
        office.hours(1);
        lee.asks(&light, "Which lamp is it?");
        office.hours(48);
        office.settle();
        let waiting = mae.follows(&light).case;
        assert_eq!((waiting.state.status, due(&waiting)), (Status::Waiting, promised));
        mae.writes(&light, "The one at number 12.");
        let running = mae.follows(&light).case;
        assert_eq!(running.state.status, Status::Open);
        // Two days of the office's own time went by: 10:00 on Monday to 10:00 on Wednesday.
        let calendar = &office.office.city.calendar;
        assert_eq!(calendar.worked(promised, due(&running)), SignedDuration::from_mins(2 * 510));
        assert_eq!(running.state.clocks.promised_at, Some(promised), "what was promised is not rewritten");
    });
}

#[test]
fn a_transfer_keeps_the_clock_until_it_is_accepted_and_says_who_held_it() {
    both_engines(|office| {
        let (mae, lee, tomas) = (office.resident("Mae Lee"), office.officer("lee"), office.officer("tomas"));
        let light = mae.reports(LIGHT, "The lamp is part of a traffic signal.");
        let promised = mae.follows(&light).case.state.clocks.due_at;
        let refused = tomas.tries({
            let reference = light.reference;
            move |tx, act| cases::note(tx, act, &reference, "May I?")
        });
        assert_eq!(refused, Err(Refusal::NotFound("case")), "chatwoot_10221: not asked, not seen");

        office.hours(2);
        lee.transfers(&light, "transportation", "It is a signal, not a lamp.");
        office.hours(3);
        tomas.returns(&light, "It is a lamp after all.");
        lee.transfers(&light, "transportation", "We looked again: it is yours.");
        office.hours(1);
        let taken = tomas.accepts(&light);
        assert_eq!((taken.state.agency.as_str(), taken.state.clocks.due_at), ("transportation", promised));
        office.hours(1);
        tomas.resolves(&light, "done", "Mended.");

        let held = office.house().sees(&light).custody;
        let hours = |place: usize| held[place].to.unwrap().duration_since(held[place].from).as_hours();
        assert_eq!(held.len(), 2);
        assert_eq!((held[0].agency.as_str(), hours(0)), ("public-works", 6));
        assert_eq!((held[1].agency.as_str(), hours(1)), ("transportation", 1));
    });
}

#[test]
fn fixmystreet_3168_a_case_is_not_done_until_every_partner_has_done_its_part() {
    both_engines(|office| {
        let (mae, lee, sam) = (office.resident("Mae Lee"), office.officer("lee"), office.officer("sam"));
        let light = mae.reports(LIGHT, "A branch hangs in the lamp.");
        let task = lee.asks_task(&light, "parks", "Please cut the branch.");
        let reference = light.reference;
        let outcome = terms::OutcomeCode::new("done");
        let revision = lee.revision(&light);
        let early = lee.tries(move |tx, act| {
            office::resolution::resolve(tx, act, &reference, revision, (&outcome, None))
        });
        assert!(matches!(early, Err(Refusal::Conflict(why)) if why.contains("parks")));
        sam.answers_task(&light, task, TaskAnswer::Accepted);
        assert_eq!(lee.sees(&light).tasks[0].state, "accepted");
        sam.answers_task(&light, task, TaskAnswer::Done);
        lee.resolves(&light, "done", "Branch cut, lamp shines.");
        let again = sam.tries(move |tx, act| {
            cases::answer_task(tx, act, &reference, task, (TaskAnswer::Returned, None))
        });
        assert!(again.is_err(), "a part that is done stays done");
    });
}

#[test]
fn everybody_who_reported_the_same_thing_is_told_how_it_ended() {
    both_engines(|office| {
        let lee = office.officer("lee");
        let neighbours =
            [office.resident("Mae Lee"), office.resident("Ana Cruz"), office.resident("Jo Park")];
        let reports: Vec<_> = neighbours.iter().map(|who| who.reports(LIGHT, "Dark corner.")).collect();
        lee.joins(&reports[2], &reports[1]);
        lee.joins(&reports[1], &reports[0]);
        office.settle();
        assert_eq!(lee.sees(&reports[0]).reporters.len(), 2, "those who joined bring theirs along");
        lee.resolves(&reports[0], "done", "Shines again.");
        office.settle();
        for (who, report) in neighbours.iter().zip(&reports) {
            let told = who.follows(report).contacts;
            let last = told
                .iter()
                .rev()
                .find(|contact| contact.body.contains("closed"))
                .expect("told that it ended");
            assert!(
                last.body.contains(&report.reference.to_string()) && last.body.contains("Done"),
                "{}",
                last.body
            );
        }
    });
}

#[test]
fn a_case_that_was_not_done_is_opened_again_and_the_time_in_between_does_not_count() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let light = mae.reports(LIGHT, "Dark.");
        let promised = mae.follows(&light).case.state.clocks.due_at.unwrap();
        office.hours(24);
        lee.resolves(&light, "done", "New bulb.");
        office.hours(72);
        mae.reopens(&light, "It is dark again.");
        let case = mae.follows(&light).case;
        assert_eq!((case.state.status, case.state.reopened), (Status::Open, 1));
        assert_eq!(case.told.status_notes, None, "how it ended was no end");
        let calendar = &office.office.city.calendar;
        let later = calendar.worked(promised, case.state.clocks.due_at.unwrap());
        assert_eq!(later, SignedDuration::from_mins(3 * 510));
        lee.resolves(&light, "done", "New lamp.");
        office.hours(24 * 100);
        let reference = light.reference;
        let late =
            mae.with(&light).tries(move |tx, act| office::resolution::reopen(tx, act, &reference, None));
        assert!(matches!(late, Err(Refusal::Conflict(why)) if why.contains("60 days")));
    });
}

#[test]
fn withdrawn_is_withdrawn() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let light = mae.reports(LIGHT, "Dark.");
        mae.withdraws(&light);
        let reference = light.reference;
        let revision = lee.revision(&light);
        let refused = lee.tries(move |tx, act| cases::ask_customer(tx, act, &reference, revision, "Why?"));
        assert!(matches!(refused, Err(Refusal::Conflict(why)) if why.contains("reopen")));
        assert_eq!(mae.follows(&light).case.state.kept_promise(office.office.now()), None);
    });
}

#[test]
fn a_missed_promise_is_noted_once_and_the_customer_is_told() {
    both_engines(|office| {
        let mae = office.resident("Mae Lee");
        let light = mae.reports(LIGHT, "Dark.");
        office.settle();
        office.hours(24 * 20);
        office.settle();
        office.hours(24);
        office.settle();
        let missed =
            kinds(office, &light).into_iter().filter(|kind| *kind == EventKind::PromiseMissed).count();
        assert_eq!(missed, 1);
        let notice = mae.follows(&light).contacts.pop().unwrap();
        assert!(
            notice.body.contains("We are late") && notice.body.contains("16 March 2015"),
            "{}",
            notice.body
        );
    });
}

#[test]
fn zammad_5953_a_stale_write_is_refused_and_its_words_are_kept() {
    both_engines(|office| {
        let (mae, lee, ruth) = (office.resident("Mae Lee"), office.officer("lee"), office.officer("ruth"));
        let light = mae.reports(LIGHT, "Dark.");
        let read = lee.revision(&light);
        ruth.gives(&light, "lee");
        let reference = light.reference;
        let stale =
            lee.tries(move |tx, act| cases::reply(tx, act, &reference, read, "A long and careful answer."));
        let Err(Refusal::Stale { now, since }) = stale else { panic!("{stale:?}") };
        assert_eq!(now, lee.revision(&light));
        assert_eq!(since.iter().map(|change| change.kind).collect::<Vec<_>>(), [EventKind::Assigned]);
        lee.tries(move |tx, act| {
            cases::keep_words(tx, act, &reference, "A long and careful answer.", "stale")
        })
        .unwrap();
        let kept = lee.tries(cases::kept_words).unwrap();
        assert_eq!(kept[0].words, "A long and careful answer.");
        assert_eq!(ruth.tries(cases::kept_words).unwrap(), [], "nobody else reads them");
    });
}

#[test]
fn one_customer_is_known_again_and_a_shared_mailbox_is_not_one_customer() {
    both_engines(|office| {
        let mae = office.resident("Mae Lee");
        let (first, second) = (mae.reports(LIGHT, "One."), mae.reports(LIGHT, "Two."));
        let customer = |case| office.house().sees(case).case.state.customer.unwrap();
        assert_eq!(customer(&first), customer(&second));
        let mut other = office.resident("Tom Ray").request(LIGHT, "Three.");
        other.person.email = mae.request(LIGHT, "").person.email;
        let third = mae.sends(other).unwrap();
        assert_ne!(customer(&first), customer(&third));
    });
}

#[test]
fn a_look_at_a_record_is_an_event_that_the_customer_can_read() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let light = mae.reports(LIGHT, "Dark.");
        let customer = office.house().sees(&light).case.state.customer.unwrap();
        let record = lee.tries(move |tx, act| office::customers::look(tx, act, customer, None)).unwrap();
        assert_eq!(record.looks.len(), 1);
        assert_eq!(record.looks[0].actor, lee.who.actor);
        let noor = office.officer("noor");
        let refused = noor.tries(move |tx, act| office::customers::look(tx, act, customer, None));
        assert!(matches!(refused, Err(Refusal::Forbidden(_))));
    });
}

#[test]
fn the_oasis_works_in_its_own_hours_and_speaks_its_own_language() {
    both_engines_of(QAMAR, |office| {
        let amal = office.resident("أمل").speaking("ar");
        // 14:00 UTC is 16:00 in the oasis: the town hall has just closed, the night watch never does.
        let pipe = amal.reports("burst-pipe", "ماسورة تتسرب");
        let clocks = amal.follows(&pipe).case.state.clocks;
        let local = |instant| {
            office.office.city.services["burst-pipe"].promises()[0].calendar.local(instant).to_string()
        };
        assert_eq!(local(clocks.first_reply_due_at.unwrap()), "2015-03-02T16:30:00");
        assert_eq!(local(clocks.due_at.unwrap()), "2015-03-03T00:00:00");
        office.settle();
        let notice = amal.follows(&pipe).contacts.pop().unwrap();
        assert!(
            notice.body.contains("وصلنا طلبك") && notice.body.contains("ماسورة مكسورة"),
            "{}",
            notice.body
        );
        assert_eq!((notice.direction, notice.channel), (Direction::Outbound, terms::Channel::House));
    });
}

#[test]
fn answers_to_a_form_are_checked_as_the_service_asks() {
    both_engines(|office| {
        let mae = office.resident("Mae Lee");
        let refused =
            |answers: &[(&str, &str)]| mae.answers("pick-up-dead-animal", answers).unwrap_err().to_string();
        assert!(refused(&[]).contains("must be answered"));
        assert!(refused(&[("animal", "dragon")]).contains("use one of: cat-or-dog, other, unknown"));
        assert!(refused(&[("animal", "other"), ("wings", "2")]).contains("this is not asked; leave it out"));
        mae.answers("pick-up-dead-animal", &[("animal", "other")]).unwrap();
    });
}

#[test]
fn what_cannot_be_taken_in_changes_nothing() {
    both_engines(|office| {
        let tally =
            || office.read(&terms::Principal::house(), |tx, _| Ok(records::copy::tally(tx)?)).unwrap();
        let before = tally();
        let mae = office.resident("Mae Lee");
        let good = mae.request(LIGHT, "Dark.");
        let mut bad = Vec::new();
        let changes: [fn(&mut office::intake::Request); 8] = [
            |r| r.service = "no-such-service".into(),
            |r| r.description = "x".repeat(4_001),
            |r| r.description = "a\0b".into(),
            |r| r.person.email = Some("not an address".into()),
            |r| r.person.phone = Some("call me".into()),
            |r| r.media_url = Some("javascript:alert(1)".into()),
            |r| r.place.address = Some("x".repeat(501)),
            |r| r.service = "animal-generic-request".into(),
        ];
        for change in changes {
            let mut request = good.clone();
            change(&mut request);
            bad.push(request);
        }
        for request in bad {
            assert!(matches!(mae.sends(request.clone()), Err(Refusal::Invalid(_))), "{request:?}");
        }
        assert_eq!(tally(), before);
    });
}

#[test]
fn who_looks_for_work_and_finds_none_wakes_nobody() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    both_engines(|office| {
        office.settle();
        let is_woken = || {
            runtime.block_on(async {
                tokio::time::timeout(Duration::ZERO, office.office.wake.notified()).await.is_ok()
            })
        };
        assert!(!is_woken(), "nothing was queued");
        for class in Class::ALL {
            let done = runtime.block_on(jobs::run_due(&office.office, class)).unwrap();
            assert_eq!((done, is_woken()), (0, false), "{class:?}");
        }
        office.resident("Mae Lee").reports(LIGHT, "Dark.");
        assert!(is_woken(), "a report is work");
    });
}
