//! One-time codes: what they prove, how often they may be tried, and what nobody learns from them.

use jiff::SignedDuration;
use office::{Refusal, codes};
use records::outbox::Message;
use terms::{
    Channel, CodeId, CodePurpose, ContactPoint, ContactPointKind, MessageKind, MessageState, Principal,
};
use testkit::{TestOffice, both_engines};

const LIGHT: &str = "street-light-outages";
const MAE: &str = "mae@example.org";

fn point(address: &str, verified: bool) -> ContactPoint {
    ContactPoint { kind: ContactPointKind::Email, value: address.to_owned(), verified }
}

fn ask(office: &TestOffice, address: &str, purpose: CodePurpose) -> CodeId {
    let to = point(address, false);
    office
        .write(&Principal::public(), Channel::Web, move |tx, act| codes::ask_code(tx, act, &to, purpose))
        .unwrap()
}

/// Asks for a code and reads it in the mail.
fn asked(office: &TestOffice, purpose: CodePurpose) -> (CodeId, String) {
    let id = ask(office, MAE, purpose);
    office.settle();
    let sent = office.mailbag.sent();
    (id, digits(sent.iter().rfind(|message| message.kind == MessageKind::Code).unwrap()))
}

fn digits(message: &Message) -> String {
    assert_eq!(message.to, MAE);
    message.body.chars().filter(char::is_ascii_digit).take(6).collect()
}

fn try_code(office: &TestOffice, id: CodeId, purpose: CodePurpose, digits: &str) -> Option<ContactPoint> {
    let digits = digits.to_owned();
    office
        .write(&Principal::public(), Channel::Web, move |tx, act| {
            codes::use_code(tx, act, id, purpose, &digits)
        })
        .unwrap()
}

/// Another code than the right one.
fn wrong(right: &str) -> String {
    if right == "000000" { "000001" } else { "000000" }.to_owned()
}

#[test]
fn a_code_proves_an_address_once_and_for_every_customer_who_has_it() {
    both_engines(|office| {
        // Two people of one house share an address.
        let mae = office.resident("Mae");
        for name in ["Mae Lee", "Joe Park"] {
            let mut request = mae.request(LIGHT, "Dark.");
            request.person.name = Some(name.to_owned());
            mae.sends(request).unwrap();
        }
        let (id, right) = asked(office, CodePurpose::Verify);
        let spaced = format!(" {} {}", &right[..3], &right[3..]);
        assert_eq!(try_code(office, id, CodePurpose::Verify, &wrong(&right)), None);
        assert_eq!(try_code(office, id, CodePurpose::Verify, &spaced), Some(point(MAE, true)));
        assert_eq!(try_code(office, id, CodePurpose::Verify, &right), None, "it is used up");
        let proven = office.read(&Principal::house(), |tx, act| {
            let scope = act.record_scope();
            let mut proven = Vec::new();
            for customer in records::customers::reached_at(tx, &point(MAE, false))? {
                proven.extend(records::customers::contact_points(tx, &scope, customer.id)?);
            }
            Ok(proven)
        });
        assert_eq!(proven.unwrap(), [point(MAE, true), point(MAE, true)]);
    });
}

#[test]
fn five_wrong_tries_lock_a_code() {
    both_engines(|office| {
        office.resident("Mae").reports(LIGHT, "Dark.");
        let (id, right) = asked(office, CodePurpose::SignIn);
        for _ in 0..5 {
            assert_eq!(try_code(office, id, CodePurpose::SignIn, &wrong(&right)), None);
        }
        assert_eq!(try_code(office, id, CodePurpose::SignIn, &right), None);
    });
}

#[test]
fn a_code_is_over_after_ten_minutes_and_opens_nothing_else() {
    both_engines(|office| {
        office.resident("Mae").reports(LIGHT, "Dark.");
        let (id, right) = asked(office, CodePurpose::Verify);
        assert_eq!(try_code(office, id, CodePurpose::SignIn, &right), None, "another purpose");
        office.clock.advance(SignedDuration::from_secs(599));
        assert!(try_code(office, id, CodePurpose::Verify, &right).is_some());
        let (id, right) = asked(office, CodePurpose::Verify);
        office.clock.advance(SignedDuration::from_secs(600));
        assert_eq!(try_code(office, id, CodePurpose::Verify, &right), None);
        for typed in ["", "12345", "1234567", "abcdef", "\0"] {
            assert_eq!(try_code(office, id, CodePurpose::Verify, typed), None, "{typed}");
        }
    });
}

#[test]
fn the_outbox_keeps_no_code_that_has_left_and_a_late_one_never_leaves() {
    both_engines(|office| {
        office.resident("Mae").reports(LIGHT, "Dark.");
        office.settle();
        let kept = |office: &TestOffice| {
            let all = office.read(&Principal::house(), office::outbox::latest).unwrap();
            all.into_iter().find(|message| message.kind == MessageKind::Code).unwrap()
        };
        ask(office, MAE, CodePurpose::Verify);
        assert!(kept(office).body.contains("code is"), "until it leaves it has to be there");
        office.settle();
        let sent = kept(office);
        assert_eq!((sent.state, sent.body.as_str()), (MessageState::Sent, ""));
        assert!(!sent.subject.chars().any(|c| c.is_ascii_digit()), "{}", sent.subject);
        office.hours(1);
        ask(office, MAE, CodePurpose::Verify);
        office.clock.advance(SignedDuration::from_secs(601));
        office.settle();
        let late = kept(office);
        assert_eq!((late.state, late.body.as_str()), (MessageState::Failed, ""));
    });
}

#[test]
fn whoever_asks_learns_nothing_of_who_is_a_customer() {
    both_engines(|office| {
        office.resident("Mae").reports(LIGHT, "Dark.");
        office.settle();
        let sent = office.mailbag.sent().len();
        let statements = |address: &str| {
            let to = point(address, false);
            let asked = office.write(&Principal::public(), Channel::Web, move |tx, act| {
                let (id, asked) = tx.dictated(|tx| codes::ask_code(tx, act, &to, CodePurpose::SignIn));
                let texts: Vec<String> = asked.into_iter().map(|statement| statement.sql).collect();
                Ok((id?, texts))
            });
            asked.unwrap()
        };
        let (_, known) = statements(MAE);
        let (id, unknown) = statements("nobody@example.org");
        assert_eq!(known, unknown, "the same work");
        office.settle();
        assert_eq!(office.mailbag.sent().len(), sent + 1, "and only Mae gets a mail");
        let kept = office.read(&Principal::house(), office::outbox::latest).unwrap();
        let held = kept.iter().find(|message| message.state == MessageState::Held).unwrap();
        assert_eq!((held.to.as_str(), held.body.as_str()), ("", ""), "nobody's address is kept");
        assert_eq!(try_code(office, id, CodePurpose::SignIn, "123456"), None);
        // The same holds for Mae when she has had enough.
        for _ in 0..4 {
            assert_eq!(statements(MAE).1, unknown);
        }
        office.settle();
        assert_eq!(office.mailbag.sent().len(), sent + 3, "three codes an hour");
    });
}

#[test]
fn a_code_that_nobody_was_told_cannot_be_guessed() {
    both_engines(|office| {
        office.resident("Mae").reports(LIGHT, "Dark.");
        let ids: Vec<CodeId> = (0..5).map(|_| ask(office, MAE, CodePurpose::SignIn)).collect();
        let hashes = office.write(&Principal::house(), Channel::House, move |tx, act| {
            let mut found = Vec::new();
            for id in &ids {
                found.push(records::codes::take_try(tx, *id, CodePurpose::SignIn, act.at)?);
            }
            Ok(found)
        });
        let points: Vec<bool> = hashes.unwrap().into_iter().map(|found| found.unwrap().1.is_some()).collect();
        assert_eq!(points, [true, true, true, false, false]);
    });
}

#[test]
fn codes_are_forgotten_after_a_day_and_nonsense_is_refused() {
    both_engines(|office| {
        office.resident("Mae").reports(LIGHT, "Dark.");
        let id = ask(office, MAE, CodePurpose::Verify);
        office.hours(25);
        let tidied = office.write(&Principal::house(), Channel::House, office::jobs::tidy);
        assert_eq!(tidied.unwrap(), 1);
        assert_eq!(try_code(office, id, CodePurpose::Verify, "123456"), None);
        for address in ["", "mae", "mae@example.org\r\nBcc: all@example.org", &"x".repeat(10_000)] {
            let to = point(address, false);
            let refused = office.write(&Principal::public(), Channel::Web, move |tx, act| {
                codes::ask_code(tx, act, &to, CodePurpose::Verify)
            });
            assert!(matches!(refused, Err(Refusal::Invalid(_))), "{address:.20}");
        }
    });
}
