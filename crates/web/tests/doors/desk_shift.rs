//! Officers begin their shift, say whether they are there, and hand over what they have in hand.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use office::cases::Audience;
use terms::{Actor, ContactKind, OfficerCode};
use testkit::{CaseHandle, TestOffice, both_engines};
use web::Settings;

fn demo<'t>(office: &'t TestOffice) -> Doors<'t> {
    Doors::with(office, Settings { demo: true, ..Settings::default() })
}

/// A browser in which an officer is signed in.
fn at_desk<'d>(doors: &'d Doors<'d>, code: &str) -> Browser<'d> {
    let browser = Browser::of(doors, "en");
    let page = browser.get("/desk/sign-in");
    assert_eq!(browser.post(&page, "/desk/sign-in", &[("officer", code)]).is(200).at, "/desk");
    browser
}

fn begins(browser: &Browser<'_>, status: &str) -> Page {
    let page = browser.get("/desk/shift").is(200);
    let fields = [("status", status), ("minutes", "15"), ("channels", "phone"), ("channels", "counter")];
    browser
        .post(&page, "/desk/shift", &[&fields[..], &[("languages", "en"), ("languages", "xx")]].concat())
        .is(200)
}

fn assignee(office: &TestOffice, case: &CaseHandle) -> Option<OfficerCode> {
    office.house().sees(case).case.state.assignee
}

#[test]
fn a_status_is_a_shape_and_a_word_on_every_page() {
    both_engines(|office| {
        let doors = demo(office);
        let lee = at_desk(&doors, "lee");
        let status = |page: &Page| {
            let part = page.text.split("class=\"desk-status").nth(1).unwrap().split("</a>").next().unwrap();
            part.rsplit('>').next().unwrap().trim().to_owned()
        };
        assert_eq!(status(&lee.get("/desk")), "No shift");
        for (chosen, word) in [
            ("available", "Free"),
            ("serving", "With a customer"),
            ("away", "Away"),
            ("break", "Break until 09:15"),
        ] {
            begins(&lee, chosen);
            assert_eq!(status(&lee.get("/desk")), word);
        }
        office.clock.advance(jiff::SignedDuration::from_mins(16));
        assert_eq!(status(&lee.get("/desk")), "Break was over at 09:15");
        let page = lee.get("/desk/shift");
        assert!(
            page.text.contains("value=\"phone\" checked") && !page.text.contains("value=\"web\" checked")
        );
        // It is Lee's alone.
        assert_eq!(status(&at_desk(&doors, "dora").get("/desk")), "No shift");
    });
}

#[test]
fn what_is_in_hand_is_handed_over_with_a_note() {
    both_engines(|office| {
        let doors = demo(office);
        let mae = office.resident("Mae Lee");
        let cases: Vec<CaseHandle> = (0..4)
            .map(|_| {
                let case = mae.reports("street-light-outages", "Dark.");
                office.officer("lee").takes(&case);
                case
            })
            .collect();
        let lee = at_desk(&doors, "lee");
        assert_eq!(lee.get("/desk/shift/end").at, "/desk/shift", "nothing to end yet");
        begins(&lee, "available");
        let page = lee.get("/desk/shift/end").is(200);
        let field = |kind: &str, case: usize| format!("{kind}-{}", cases[case].reference);
        for case in 0..4 {
            assert!(page.text.contains(&format!("name=\"{}\"", field("to", case))));
        }
        assert!(
            page.text.contains("officer:dora") && !page.text.contains("officer:sam"),
            "parks has no part in it"
        );
        // Somebody else takes the fourth while Lee writes.
        office.officer("ruth").gives(&cases[3], "dora");
        let (to, words): (Vec<String>, Vec<String>) =
            (0..4).map(|n| (field("to", n), field("words", n))).unzip();
        let fields = [
            (to[0].as_str(), "queue"),
            (&words[0], "The crew needs a ladder."),
            (&to[1], "officer:dora"),
            (&words[1], ""),
            (&to[2], "keep"),
            (&to[3], "queue"),
            (&words[3], "Too late, and not lost."),
            ("note", "The printer is <b>out</b>."),
        ];
        assert_eq!(lee.post(&page, "/desk/shift/end", &fields).is(200).at, "/desk/shift");
        assert_eq!(assignee(office, &cases[0]), None);
        assert_eq!(assignee(office, &cases[1]), Some(OfficerCode::new("dora")));
        assert_eq!(assignee(office, &cases[2]), Some(OfficerCode::new("lee")));
        assert_eq!(
            assignee(office, &cases[3]),
            Some(OfficerCode::new("dora")),
            "what is no longer in hand is left alone"
        );
        for (case, note) in [(0, "The crew needs a ladder."), (3, "Too late, and not lost.")] {
            let whole = office.officer("ruth").sees(&cases[case]);
            let note = whole.contacts.iter().find(|contact| contact.body == note).expect("the note");
            assert_eq!(
                (note.kind, note.writer.clone()),
                (ContactKind::Note, Actor::Officer(OfficerCode::new("lee")))
            );
            let event =
                whole.events.iter().find(|event| event.what.kind() == terms::EventKind::Noted).unwrap();
            assert_eq!(office::cases::audience(event.what.kind()), Audience::Staff);
        }
        assert!(lee.get("/desk").text.contains("No shift"));
        // Whoever comes next in the same agency reads the note, and nobody else does.
        let next = at_desk(&doors, "dora").get("/desk/shift").is(200);
        assert!(next.text.contains("The printer is &#60;b&#62;out&#60;/b&#62;."), "{}", next.text);
        assert!(!at_desk(&doors, "sam").get("/desk/shift").text.contains("The printer"));
        assert!(!lee.get("/desk/shift").text.contains("The printer"));
        // A second tap ends nothing twice.
        assert_eq!(lee.post(&page, "/desk/shift/end", &fields).is(200).at, "/desk/shift");
        assert_eq!(assignee(office, &cases[0]), None);
    });
}

#[test]
fn a_hand_over_that_cannot_be_changes_nothing_and_keeps_what_was_written() {
    both_engines(|office| {
        let doors = demo(office);
        let case = office.resident("Mae Lee").reports("street-light-outages", "Dark.");
        office.officer("lee").takes(&case);
        let lee = at_desk(&doors, "lee");
        begins(&lee, "available");
        let page = lee.get("/desk/shift/end").is(200);
        let (to, words) = (format!("to-{}", case.reference), format!("words-{}", case.reference));
        for (to_whom, written, note) in [
            ("officer:sam", "Words that stay.", ""),
            ("officer:nobody", "Words that stay.", ""),
            ("officer:lee\0", "Words that stay.", ""),
            ("queue", "Words that stay.", &"x".repeat(2_001)),
            ("queue", &"x".repeat(20_001), "Words that stay."),
        ] {
            let fields = [(to.as_str(), to_whom), (words.as_str(), written), ("note", note)];
            let refused = lee.post(&page, "/desk/shift/end", &fields).is(422);
            assert_eq!(refused.wrong().len(), 1, "{to_whom}");
            assert!(refused.text.contains("Words that stay."));
            assert_eq!(assignee(office, &case), Some(OfficerCode::new("lee")));
        }
        let whole = office.officer("lee").sees(&case);
        assert!(
            whole.contacts.iter().all(|contact| contact.kind != ContactKind::Note),
            "nothing is half done"
        );
        // What nobody has in hand is nothing that an officer could give away.
        let others = office.resident("Mae Lee").reports("street-light-outages", "Dark too.");
        let to = format!("to-{}", others.reference);
        lee.post(&page, "/desk/shift/end", &[(&to, "officer:dora")]).is(200);
        assert_eq!(assignee(office, &others), None);
    });
}

#[test]
fn a_shift_that_nobody_ends_is_over_the_next_day() {
    both_engines(|office| {
        let doors = demo(office);
        begins(&at_desk(&doors, "lee"), "available");
        office.hours(17);
        let tidied = office.write(&terms::Principal::house(), terms::Channel::House, office::jobs::tidy);
        tidied.unwrap();
        assert!(at_desk(&doors, "lee").get("/desk").text.contains("No shift"));
    });
}
