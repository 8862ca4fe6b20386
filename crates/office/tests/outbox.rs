//! What leaves the house: to whom, how much of it, how often it is tried, and what is kept of it.

use jiff::SignedDuration;
use office::jobs::{self, Class};
use office::outbox::{self, Letter, Undelivered};
use office::{Refusal, Verb};
use records::outbox::Message;
use terms::{Channel, ContactPoint, ContactPointKind, MessageKind, MessageState, Principal};
use testkit::{CaseHandle, QAMAR, TestOffice, both_engines, both_engines_of};
use wording::Language;

const LIGHT: &str = "street-light-outages";

fn point(address: &str, verified: bool) -> ContactPoint {
    ContactPoint { kind: ContactPointKind::Email, value: address.to_owned(), verified }
}

fn letter(to: &str, kind: MessageKind) -> Letter {
    Letter {
        to: point(to, true),
        language: Language::FALLBACK,
        subject: "About it".to_owned(),
        body: "Words.".to_owned(),
        kind,
        case: None,
        unsubscribe: None,
    }
}

fn send(office: &TestOffice, letter: &Letter) -> Verb<()> {
    let letter = letter.clone();
    office.write(&Principal::house(), Channel::House, move |tx, act| outbox::send(tx, act, &letter))
}

/// Everything in the outbox, the newest first.
fn kept(office: &TestOffice) -> Vec<Message> {
    office.read(&Principal::house(), outbox::latest).unwrap()
}

fn states(office: &TestOffice) -> Vec<MessageState> {
    kept(office).iter().map(|message| message.state).collect()
}

#[test]
fn zendesk_2026_an_acknowledgement_to_a_stranger_repeats_nothing_that_was_submitted() {
    both_engines(|office| {
        let mallory = office.resident("Buy Pills At Evil");
        let mut request = mallory.request(LIGHT, "Cheap pills at https://evil.example, click now!");
        request.place.address = Some("evil.example street".to_owned());
        let case = mallory.sends(request).unwrap();
        office.settle();
        let [message] = office.mailbag.sent().try_into().unwrap();
        assert_eq!((message.kind, message.state), (MessageKind::Follow, MessageState::Waiting));
        assert_eq!(message.to, "buy.pills.at.evil@example.org");
        let said = format!("{} {}", message.subject, message.body).to_lowercase();
        assert!(!said.contains("evil") && !said.contains("pills"), "{said}");
        assert!(message.body.contains(&case.reference.to_string()), "{}", message.body);
        assert!(
            !message.body.contains(&case.secret) && message.body.contains("Broken street light"),
            "{}",
            message.body
        );
        // An address that nobody has proven learns that there is an answer, and nothing of it.
        office.officer("lee").resolves(&case, "done", "New bulb.");
        office.settle();
        let sent = office.mailbag.sent();
        assert_eq!(sent.len(), 2);
        let answered = &sent[1].body;
        assert!(answered.contains("There is an answer to your request"), "{answered}");
        assert!(!answered.contains("bulb") && !answered.contains("Done"), "{answered}");
        // And no verb can send it there by mistake.
        let notice = Letter { to: point("mae@example.org", false), ..letter("x", MessageKind::Notice) };
        assert!(matches!(send(office, &notice), Err(Refusal::Conflict(_))));
    });
}

#[test]
fn a_proven_address_gets_every_notice_in_the_customers_language() {
    both_engines_of(QAMAR, |office| {
        let sara = office.resident("Sara").speaking("ar");
        let case = sara.reports("burst-pipe", "مصباح مطفأ");
        office.settle();
        sara.proves();
        office.house().resolves(&case, "done", "تم");
        office.settle();
        let notices: Vec<Message> =
            office.mailbag.sent().into_iter().filter(|message| message.kind == MessageKind::Notice).collect();
        assert_eq!(notices.len(), 1, "that it ended, and how it went");
        for notice in &notices {
            assert!(notice.body.contains("كيف كانت تجربتك"), "{notice:?}");
            assert_eq!((notice.language.as_str(), notice.to.as_str()), ("ar", "sara@example.org"));
            assert!(notice.subject.contains(&format!("\u{2068}{}\u{2069}", case.reference)), "{notice:?}");
            assert!(notice.body.contains("https://311.qamar.example"), "{notice:?}");
            assert!(!notice.body.contains("مصباح"), "not even there the customer's words: {notice:?}");
        }
    });
}

#[test]
fn whoever_asks_in_another_language_than_last_time_is_told_of_this_in_that_one() {
    both_engines(|office| {
        let mae = office.resident("Mae").speaking("en");
        let words = |case: &CaseHandle| {
            office.settle();
            mae.follows(case).contacts.iter().map(|contact| contact.body.clone()).collect::<String>()
        };
        let first = mae.reports("street-light-outages", "Dark.");
        let second = mae.speaking("ta").reports("street-light-outages", "Dark again.");
        assert!(words(&first).contains("We promise"), "{}", words(&first));
        let told = words(&second);
        assert!(told.contains(&second.reference.to_string()) && told.contains("கோரிக்கை"), "{told}");
        assert!(!told.contains("We promise"), "{told}");
    });
}

#[test]
fn a_mailbox_that_has_had_enough_gets_no_more_until_later() {
    both_engines(|office| {
        for count in 0..7 {
            // What follows the plus reaches the same person.
            send(office, &letter(&format!("mae+{count}@example.org"), MessageKind::Follow)).unwrap();
        }
        send(office, &letter("joe@example.org", MessageKind::Follow)).unwrap();
        office.settle();
        assert_eq!(office.mailbag.sent().len(), 6, "five to Mae, one to Joe");
        let held: Vec<Message> =
            kept(office).into_iter().filter(|message| message.state == MessageState::Held).collect();
        assert!(held.iter().all(|message| message.error.as_ref().unwrap().contains("within the hour")));
        assert_eq!(held.len(), 2);
        for _ in 0..5 {
            office.hours(1);
            office.clock.advance(SignedDuration::from_secs(1));
            for _ in 0..5 {
                send(office, &letter("mae@example.org", MessageKind::Notice)).unwrap();
            }
        }
        office.settle();
        assert_eq!(office.mailbag.sent().len(), 21, "twenty a day");
        office.hours(25);
        send(office, &letter("mae@example.org", MessageKind::Notice)).unwrap();
        office.settle();
        assert_eq!(office.mailbag.sent().len(), 22);
    });
}

#[test]
fn what_cannot_be_delivered_now_is_tried_again_as_the_same_message() {
    both_engines(|office| {
        for _ in 0..10 {
            office.mailbag.refuses(Undelivered::ForNow("451 later, mae@example.org".to_owned()));
        }
        send(office, &letter("mae@example.org", MessageKind::Notice)).unwrap();
        office.settle();
        let waiting = kept(office).remove(0);
        assert_eq!(waiting.state, MessageState::Waiting);
        let error = waiting.error.unwrap();
        assert!(error.contains("451") && !error.contains("mae@"), "{error}");
        for _ in 0..12 {
            office.hours(1);
            office.settle();
        }
        let [sent] = office.mailbag.sent().try_into().unwrap();
        assert_eq!(sent.id, waiting.id);
        let message = kept(office).remove(0);
        assert_eq!((message.state, message.error), (MessageState::Sent, None));
        assert!(message.sent_at.unwrap() > message.created_at && message.body == "Words.");
    });
}

#[test]
fn what_can_never_be_delivered_is_given_up_at_once() {
    both_engines(|office| {
        office.mailbag.refuses(Undelivered::ForGood("550 5.1.1 no such user".to_owned()));
        send(office, &letter("mae@example.org", MessageKind::Notice)).unwrap();
        office.settle();
        assert!(office.mailbag.sent().is_empty());
        let message = kept(office).remove(0);
        assert_eq!(message.state, MessageState::Failed);
        assert!(message.error.unwrap().starts_with("550 5.1.1"));
    });
}

#[test]
fn a_mail_server_that_is_gone_for_long_leaves_a_dead_job_that_can_be_replayed() {
    both_engines(|office| {
        for _ in 0..48 {
            office.mailbag.refuses(Undelivered::ForNow("451 later".to_owned()));
        }
        send(office, &letter("mae@example.org", MessageKind::Notice)).unwrap();
        let dead = |office: &TestOffice| office.read(&Principal::house(), jobs::dead).unwrap();
        for _ in 0..50 {
            office.settle();
            office.hours(1);
        }
        let [job] = dead(office).try_into().unwrap();
        assert_eq!((job.kind.as_str(), job.attempts), ("deliver", 48));
        assert!(job.last_error.unwrap().contains("outbox"));
        office
            .write(&Principal::house(), Channel::House, move |tx, act| jobs::replay(tx, act, job.id))
            .unwrap();
        office.settle();
        assert_eq!(office.mailbag.sent().len(), 1);
    });
}

#[test]
fn without_a_mail_server_messages_wait_and_what_is_too_old_never_leaves() {
    both_engines(|office| {
        let mut closed = office.office.clone();
        closed.post = None;
        send(office, &letter("mae@example.org", MessageKind::Notice)).unwrap();
        assert_eq!(office.block_on(jobs::run_due(&closed, Class::Post)).unwrap(), 0);
        assert_eq!(states(office), [MessageState::Waiting]);
        office.settle();
        assert_eq!(states(office), [MessageState::Sent], "it leaves once there is one");

        office.hours(1);
        send(office, &letter("mae@example.org", MessageKind::Notice)).unwrap();
        office.hours(73);
        office.settle();
        assert_eq!(states(office), [MessageState::Failed, MessageState::Sent]);

        // A house that never has a mail server does not gather jobs for ever.
        send(office, &letter("mae@example.org", MessageKind::Link)).unwrap();
        office.hours(73);
        office.write(&Principal::house(), Channel::House, jobs::tidy).unwrap();
        let message = kept(office).remove(0);
        assert_eq!((message.state, message.body.as_str()), (MessageState::Failed, ""));
        let counted =
            office.write(&Principal::house(), Channel::House, |tx, _| Ok(records::jobs::count(tx)?));
        assert_eq!(counted.unwrap(), []);
        office.hours(31 * 24);
        office.write(&Principal::house(), Channel::House, jobs::tidy).unwrap();
        assert_eq!(kept(office), []);
    });
}

#[test]
fn those_who_run_the_house_see_what_became_of_messages_and_not_what_they_say() {
    both_engines(|office| {
        send(office, &letter("mae@example.org", MessageKind::Notice)).unwrap();
        let admin = office.house().who;
        assert_eq!(office.read(&admin, outbox::latest).unwrap()[0].to, "mae@example.org");
        let roles = vec![terms::Role::Administrator];
        let admin =
            Principal { roles, ..Principal::new(terms::Actor::Officer(terms::OfficerCode::new("ad"))) };
        let seen = office.read(&admin, outbox::latest).unwrap().remove(0);
        assert_eq!((seen.to.as_str(), seen.subject.as_str(), seen.body.as_str()), ("", "", ""));
        assert!(matches!(
            office.read(&office.officer("lee").who, outbox::latest),
            Err(Refusal::Forbidden(_))
        ));
    });
}

#[test]
fn nonsense_is_refused_and_too_much_is_cut_or_refused() {
    both_engines(|office| {
        let phone = ContactPoint { kind: ContactPointKind::Phone, value: "311".to_owned(), verified: true };
        let to_phone = Letter { to: phone, ..letter("x", MessageKind::Notice) };
        assert!(matches!(send(office, &to_phone), Err(Refusal::Invalid(_))));
        let long = Letter { body: "x".repeat(20_001), ..letter("mae@example.org", MessageKind::Notice) };
        assert!(matches!(send(office, &long), Err(Refusal::Invalid(_))));
        let long = Letter { subject: "ض".repeat(500), ..letter("mae@example.org", MessageKind::Notice) };
        send(office, &long).unwrap();
        assert_eq!(kept(office)[0].subject.chars().count(), 200);
    });
}
