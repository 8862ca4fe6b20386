//! Acts that somebody above decides, or another agency: asked for on the page, seen there, and answered.

use crate::desk_acts::{count, press, question, state};
use crate::desk_case::{after_a_moment, case_of, compose, doors, path, signed_in};
use terms::{EventKind, Status};
use testkit::{both_engines, both_engines_changed};

#[test]
fn what_may_be_offered_is_said_with_its_limit_and_more_is_asked_of_the_superior() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        for part in ["What you may offer", "Alone you may go up to 50 USD.", "Ask Ruth Amsel", "Name the fee"]
        {
            assert!(page.text.contains(part), "{part}");
        }
        let fee = |amount: &'static str, answer: &'static str| {
            [
                ("remedy", "waive-fee"),
                ("amount", amount),
                ("message", "We do not charge it."),
                ("words", "She waited for a month."),
                ("answer", answer),
            ]
        };
        for bad in ["", "0", "-5", "lots", "99999999999999999999"] {
            let refused = press(&lee, &page, (&case, "offer"), &fee(bad, "give"));
            assert_eq!(refused.status, 422, "{bad}");
            assert!(refused.text.contains("We do not charge it."), "the words are kept");
        }
        let refused = press(&lee, &page, (&case, "offer"), &fee("51", "give")).is(403);
        assert!(refused.by_id("why").contains("up to 50") && refused.text.contains("value=\"51\""));
        let page = press(&lee, &page, (&case, "offer"), &fee("50", "give")).is(200);
        assert!(page.text.contains("Offered on") && page.text.contains("50 USD"), "{}", page.text);
        let asked = press(&lee, &page, (&case, "offer"), &fee("200", "ask")).is(200);
        press(&lee, &page, (&case, "offer"), &fee("200", "ask")).is(200);
        assert!(asked.text.contains("Lee Santos asks for: A fee that is not charged: 200 USD"));
        assert!(!asked.text.contains("/decision?"), "nobody approves what they ask for");
        let ruth = signed_in(&doors, "ruth");
        assert!(ruth.get("/desk").text.contains("To decide (1)"), "asked once");
        let list = ruth.get("/desk/approvals").is(200);
        assert!(list.text.contains(&case.reference.to_string()) && list.text.contains("200 USD"));
        assert!(list.text.contains("Ruth Amsel has until"), "{}", list.text);
        let seen = ruth.get(&path(&case)).is(200);
        assert!(seen.text.contains("She waited for a month.") && seen.text.contains("/decision?"));
        let id = question(office, "ruth");
        let empty = [("approval", id.as_str()), ("answer", "approved"), ("words", "")];
        press(&ruth, &seen, (&case, "decision"), &empty).is(422);
        let odd = [("approval", id.as_str()), ("answer", "perhaps"), ("words", "Hm.")];
        let odd = press(&ruth, &seen, (&case, "decision"), &odd).is(422);
        assert!(odd.text.contains("Hm."), "what was written is kept");
        let yes = [("approval", id.as_str()), ("answer", "approved"), ("words", "It is fair.")];
        let done = press(&ruth, &seen, (&case, "decision"), &yes).is(200);
        press(&ruth, &seen, (&case, "decision"), &yes).is(200);
        assert_eq!(count(office, &case, EventKind::Offered), 2, "a second press gives nothing more");
        assert!(done.text.contains("It is fair.") && !done.text.contains("/decision?"));
        assert!(!ruth.get("/desk").text.contains("To decide (1)"));
        assert!(ruth.get("/desk/approvals").text.contains("Nothing waits for you."));
        let clerk = signed_in(&doors, "dora").get(&path(&case)).is(200);
        assert!(!clerk.text.contains("/decision?"));
    });
}

#[test]
fn work_ends_with_a_remedy_in_one_press() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        let both = [
            ("remedy", "apology"),
            ("message", "We are sorry that it took so long."),
            ("outcome", "nonsense"),
            ("answer", "give"),
        ];
        press(&lee, &page, (&case, "offer"), &both).is(422);
        assert_eq!(count(office, &case, EventKind::Offered), 0, "neither is done without the other");
        let both = [both[0], both[1], ("outcome", "done"), both[3]];
        press(&lee, &page, (&case, "offer"), &both).is(200);
        assert_eq!(state(office, &case).closure.unwrap().outcome.as_str(), "done");
        assert_eq!(count(office, &case, EventKind::Offered), 1);
    });
}

#[test]
fn an_end_that_needs_a_second_person_is_asked_for_and_approved_on_the_page() {
    both_engines(|office| {
        let doors = doors(office);
        let mae = office.resident("Mae Lee");
        let mut request = mae.request("appeal", "Look at it again, please.");
        request.place = terms::Place::default();
        let case = mae.sends(request).unwrap();
        office.settle();
        let (grace, joan) = (signed_in(&doors, "grace"), signed_in(&doors, "joan"));
        let page = grace.get(&path(&case)).is(200);
        assert!(page.text.contains("Close it with a second person") && page.text.contains("Ask Joan Petit"));
        let ask = [
            ("outcome", "decision-changed"),
            ("message", "You were right."),
            ("words", "The notice was late."),
        ];
        press(&grace, &page, (&case, "outcome-approval"), &ask).is(200);
        assert_eq!(state(office, &case).status, Status::Open);
        let seen = joan.get(&path(&case)).is(200);
        let id = question(office, "joan");
        let no = [("approval", id.as_str()), ("answer", "refused"), ("words", "Ask for the letter first.")];
        press(&joan, &seen, (&case, "decision"), &no).is(200);
        let page = grace.get(&path(&case)).is(200);
        assert!(page.text.contains("Ask for the letter first.") && page.text.contains("No, on"));
        press(&grace, &page, (&case, "outcome-approval"), &ask).is(200);
        let (seen, id) = (joan.get(&path(&case)), question(office, "joan"));
        let yes = [("approval", id.as_str()), ("answer", "approved"), ("words", "Yes.")];
        press(&joan, &seen, (&case, "decision"), &yes).is(200);
        assert_eq!(state(office, &case).closure.unwrap().outcome.as_str(), "decision-changed");
    });
}

#[test]
fn a_question_goes_up_the_line_and_is_answered_by_whoever_is_above() {
    both_engines(|office| {
        let doors = doors(office);
        let (mira, case) = (signed_in(&doors, "mira"), case_of(office));
        let page = mira.get(&path(&case)).is(200);
        let ask = [
            ("remedy", "refund"),
            ("amount", "20"),
            ("message", "Paid back."),
            ("words", "Paid twice."),
            ("answer", "ask"),
        ];
        press(&mira, &page, (&case, "offer"), &ask).is(200);
        office.hours(24 * 4);
        office.settle();
        let joan = signed_in(&doors, "joan");
        let list = joan.get("/desk/approvals").is(200);
        assert!(list.text.contains("20 USD") && list.text.contains("Nobody is above them."), "{}", list.text);
        // Somebody who is above nobody here may not answer, whatever they send.
        let id = question(office, "joan");
        let yes = [("approval", id.as_str()), ("answer", "approved"), ("words", "Yes.")];
        let lee = signed_in(&doors, "lee");
        let seen = lee.get(&path(&case)).is(200);
        press(&lee, &seen, (&case, "decision"), &yes).is(403);
        let seen = joan.get(&path(&case)).is(200);
        press(&joan, &seen, (&case, "decision"), &yes).is(200);
        assert_eq!(count(office, &case, EventKind::Offered), 1);
    });
}

#[test]
fn more_time_moves_the_clock_and_both_dates_are_seen() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let first = state(office, &case).clocks.due_at.unwrap();
        let page = lee.get(&path(&case)).is(200);
        let more = |days: &'static str| {
            [("remedy", "extension"), ("amount", days), ("message", "Five days more."), ("answer", "give")]
        };
        press(&lee, &page, (&case, "offer"), &more("501")).is(422);
        press(&lee, &page, (&case, "offer"), &more("11")).is(403);
        let page = press(&lee, &page, (&case, "offer"), &more("5")).is(200);
        let clocks = state(office, &case).clocks;
        assert!(clocks.due_at.unwrap() > first);
        assert_eq!((clocks.original_due_at, clocks.promised_at), (Some(first), Some(first)));
        assert!(page.text.contains("agreed; we first promised"), "{}", page.text);
        assert!(page.text.contains("More time was agreed"), "{}", page.text);
        // Between both dates nobody is told that a promise was broken, and the public still counts it.
        office.clock.advance(first.duration_since(office.office.now()) + jiff::SignedDuration::from_hours(1));
        office.settle();
        let now = state(office, &case);
        assert!(!now.clocks.completion_missed);
        assert_eq!(now.kept_promise(office.office.now()), Some(false));
        office.officer("lee").resolves(&case, "done", "New bulb.");
        let page = signed_in(&doors, "lee").get(&path(&case)).is(200);
        press(&lee, &page, (&case, "offer"), &more("5"));
        assert_eq!(count(office, &case, EventKind::Offered), 1, "what is closed has no more time");
    });
}

#[test]
fn fixmystreet_3168_each_recipients_state_is_seen() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        press(&lee, &page, (&case, "task"), &[("words", "Close the lane.")]).is(422);
        let three = [
            ("agency", "transportation"),
            ("agency", "parks"),
            ("agency", "parks"),
            ("words", "Close the lane."),
        ];
        let page = press(&lee, &page, (&case, "task"), &three).is(200);
        let tasks = office.house().sees(&case).tasks;
        assert_eq!(tasks.len(), 2, "each agency once");
        assert_eq!(page.text.matches("was asked, no answer yet").count(), 2);
        let task = |agency: &str| tasks.iter().find(|task| task.agency.as_str() == agency).unwrap().id;
        office.officer("sam").answers_task(&case, task("parks"), terms::TaskAnswer::Returned);
        let page = lee.get(&path(&case)).is(200);
        assert_eq!(page.text.matches("was asked, no answer yet").count(), 1, "one heard nothing yet");
        assert!(page.text.contains("sent it back on"));
        // The case cannot be said to be done while one of them has not done its part.
        assert_eq!(state(office, &case).open_tasks.len(), 1);
        compose(&lee, &page, "/sending", &[("kind", "resolve"), ("outcome", "done"), ("words", "Done.")]);
        after_a_moment(office);
        assert_eq!(state(office, &case).status, Status::Open);
        office.officer("tomas").answers_task(&case, task("transportation"), terms::TaskAnswer::Done);
        let page = lee.get(&path(&case)).is(200);
        assert!(page.text.contains("did it on") && page.text.contains("sent it back on"));
        let ask = [("to", "transportation"), ("words", "It is a signal.")];
        let page = press(&lee, &page, (&case, "transfer"), &ask).is(200);
        let asked = page.text.split("aria-labelledby=\"transfers\"").nth(1).unwrap();
        assert!(asked.contains("was asked, no answer yet") && asked.contains("It is a signal."));
        office.officer("tomas").returns(&case, "It is a lamp.");
        let page = lee.get(&path(&case)).is(200);
        let asked = page.text.split("aria-labelledby=\"transfers\"").nth(1).unwrap();
        assert!(asked.contains("sent it back on") && asked.contains("It is a lamp."));
    });
}

#[test]
fn acts_on_a_closed_or_vanished_case_change_nothing_and_lose_no_word() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let other = case_of(office);
        let page = lee.get(&path(&case)).is(200);
        let number = other.reference.to_string();
        office.officer("ruth").resolves(&case, "done", "New bulb.");
        let revision = office.officer("lee").revision(&case).to_string();
        let acts: [(&str, Vec<(&str, &str)>); 8] = [
            ("merge", vec![("into", &number)]),
            ("parent", vec![("parent", &number)]),
            ("duplicate", vec![("of", &number)]),
            ("rest", vec![("until", "2015-03-09T09:00"), ("words", "Kept words.")]),
            ("place", vec![("address", "12 Elm St"), ("words", "Kept words.")]),
            ("answers", vec![("form.pole-number", "12"), ("words", "Kept words.")]),
            ("transfer", vec![("to", "parks"), ("words", "Kept words.")]),
            ("task", vec![("agency", "parks"), ("words", "Kept words.")]),
        ];
        let before = office.house().sees(&case).case.revision;
        for (act, fields) in &acts {
            let mut fields = fields.clone();
            fields.push(("revision", &revision));
            let refused = press(&lee, &page, (&case, act), &fields);
            assert_eq!(refused.status, 409, "{act}: {}", refused.text);
        }
        let stale = press(&lee, &page, (&case, "answers"), &[("words", "Kept words."), ("revision", "1")]);
        assert_eq!(stale.status, 409);
        assert!(stale.text.contains("Kept words."));
        assert_eq!(office.house().sees(&case).case.revision, before);
        // It moves to another agency while Lee writes.
        office.officer("ruth").transfers(&other, "transportation", "A signal.");
        office.officer("tomas").accepts(&other);
        for act in ["offer", "rest", "answers", "merge", "decision"] {
            let fields = [
                ("remedy", "apology"),
                ("message", "We are sorry."),
                ("until", "2015-03-09T09:00"),
                ("into", "nothing"),
                ("answer", "give"),
                ("words", "All my words."),
            ];
            let gone = press(&lee, &page, (&other, act), &fields);
            assert!([404, 422].contains(&gone.status), "{act}: {}", gone.status);
            assert!(gone.text.contains("All my words."), "{act}: {}", gone.text);
        }
        let gone = lee.get(&format!("{}/answers", path(&other)));
        assert_eq!(gone.status, 404);
        lee.get(&format!("{}/nonsense", path(&case))).is(404);
    });
}

/// Two more levels above Ruth.
fn longer_line(text: &mut String) {
    let ruth = "code = \"ruth\"";
    assert!(text.contains(ruth));
    *text = text.replace(ruth, "superior = \"vera\"\ncode = \"ruth\"");
    for (code, above) in [("vera", "superior = \"olga\""), ("olga", "")] {
        text.push_str(&format!(
            "\n[[officer]]\ncode = \"{code}\"\nname = \"{code}\"\nagency = \"public-works\"\n\
             roles = [\"supervisor\"]\nlanguages = [\"en\"]\n{above}\n"
        ));
    }
}

#[test]
fn a_question_that_nobody_answers_goes_beyond_the_second_level() {
    both_engines_changed(
        |files| {
            let file = files.iter_mut().find(|file| file.path == "officers.toml").unwrap();
            longer_line(&mut file.text);
        },
        |_| {},
        |office, ()| {
            let doors = doors(office);
            let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
            let page = lee.get(&path(&case)).is(200);
            let ask = [
                ("remedy", "waive-fee"),
                ("amount", "200"),
                ("message", "We do not charge it."),
                ("words", "She waited."),
                ("answer", "ask"),
            ];
            press(&lee, &page, (&case, "offer"), &ask).is(200);
            let waits = |who: &str| {
                let list = signed_in(&doors, who).get("/desk/approvals").is(200);
                list.text.contains("200 USD")
            };
            assert!(waits("ruth") && !waits("vera") && !waits("olga"));
            for (gone, next) in [("ruth", "vera"), ("vera", "olga")] {
                office.hours(24 * 4);
                office.settle();
                assert!(!waits(gone) && waits(next), "from {gone} to {next}");
            }
            let olga = signed_in(&doors, "olga");
            let seen = olga.get(&path(&case)).is(200);
            let id = question(office, "olga");
            // Whoever was asked first is below whoever is asked now, and answers no more.
            let yes = [("approval", id.as_str()), ("answer", "approved"), ("words", "Yes.")];
            let ruth = signed_in(&doors, "ruth");
            let below = ruth.get(&path(&case)).is(200);
            assert!(!below.text.contains("/decision?"));
            press(&ruth, &below, (&case, "decision"), &yes).is(403);
            press(&olga, &seen, (&case, "decision"), &yes).is(200);
            assert_eq!(count(office, &case, EventKind::Offered), 1);
        },
    );
}
