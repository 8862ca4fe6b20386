//! Macros that are shared, that cannot be, or that no longer fit.

use crate::desk_inbox::{demo, desk, lights};
use crate::desk_macros::{makes, own, path, shows};
use office::desk::{self as verbs, BulkAct, ItemState, Step, Why};
use terms::OutcomeCode;
use testkit::{TestOffice, both_engines, both_engines_changed};

#[test]
fn a_macro_is_shared_with_the_team_or_the_agency_and_no_further() {
    both_engines(|office| {
        let doors = demo(office);
        let case = lights(office, 1).remove(0);
        let people = ["dora", "lee", "ruth", "sam", "tomas"].map(|officer| (officer, desk(&doors, officer)));
        let sees = |who: &str, name: &str| {
            let (_, browser) = people.iter().find(|(officer, _)| *officer == who).unwrap();
            browser.get("/desk/macros").is(200).text.contains(name)
        };
        let dora = &people[0].1;
        let note = |name: &'static str, shared: &'static str| {
            makes(dora, &[("name", name), ("note", "Rang."), ("shared", shared), ("agency", "parks")])
        };
        let (_, team, agency) =
            (note("<i>Zebra</i>", ""), note("Ours", "team"), note("Of all of us", "agency"));
        for who in ["lee", "ruth"] {
            assert!(!sees(who, "Zebra") && sees(who, "Ours") && sees(who, "Of all of us"), "{who}");
        }
        for who in ["sam", "tomas"] {
            assert!(!sees(who, "Zebra") && !sees(who, "Ours") && !sees(who, "Of all of us"), "{who}");
        }
        assert!(!dora.get("/desk/macros").text.contains("<i>Zebra"));
        let page = dora.get("/desk/macros");
        let fields = [("name", "City"), ("note", "Rang."), ("shared", "city")];
        let refused = dora.post(&page, "/desk/macros", &fields).is(422);
        assert!(refused.text.contains("and no further") && refused.text.contains("value=\"City\""));
        let mira = desk(&doors, "mira");
        let fields = [("name", "City"), ("note", "Rang."), ("shared", "agency")];
        mira.post(&mira.get("/desk/macros"), "/desk/macros", &fields).is(422);

        let (lee, sam) = (&people[1].1, &people[3].1);
        let theirs = [("name", "Mine now"), ("note", "Rang.")];
        lee.post(&lee.get("/desk/macros"), &format!("/desk/macros/{agency}"), &theirs).is(403);
        lee.post(&lee.get("/desk/macros"), &format!("/desk/macros/{team}/removal"), &[]).is(403);
        sam.post(&sam.get("/desk/macros"), &format!("/desk/macros/{agency}/removal"), &[]).is(404);
        let fields = [("case", &*case.reference.to_string()), ("act", "macro"), ("macro", &agency)];
        assert_eq!(sam.post(&sam.get("/desk/macros"), "/desk/bulk", &fields).status, 404);
        dora.post(&page, &format!("/desk/macros/{agency}"), &[("name", "Renamed"), ("note", "Rang.")])
            .is(200);
        assert!(!sees("lee", "Renamed"), "it is hers alone again");
        dora.post(&page, &format!("/desk/macros/{agency}/removal"), &[]).is(200);
        dora.post(&page, &format!("/desk/macros/{agency}/removal"), &[]).is(404);
    });
}

#[test]
fn what_a_macro_cannot_be_is_refused_in_words_and_what_was_typed_is_kept() {
    both_engines(|office| {
        let doors = demo(office);
        let lee = desk(&doors, "lee");
        let page = lee.get("/desk/macros").is(200);
        let long = "x".repeat(4_001);
        for (fields, said) in [
            (vec![("note", "Kept words.")], "at most 80 letters"),
            (vec![("name", "Kept words.")], "It does nothing."),
            (vec![("name", "M"), ("note", "Kept words. {customr}")], "stands for nothing"),
            (vec![("name", "M"), ("note", &*long)], "at most 4,000 letters"),
            (vec![("name", "Kept words."), ("customer", "reply")], "It needs words"),
            (vec![("name", "Kept words."), ("rest", "many"), ("rest_why", "x")], "rests for too long"),
            (vec![("name", "Kept words."), ("rest", "3")], "It needs words"),
            (vec![("name", "Kept words."), ("who", "officer:nobody")], "no longer works here"),
            (
                vec![("name", "Kept words."), ("customer", "resolve"), ("outcome", "magic")],
                "we no longer have",
            ),
            (vec![("name", "Kept words."), ("customer", "reply"), ("snippet", "magic")], "snippet is gone"),
            (
                vec![
                    ("name", "Kept words."),
                    ("customer", "resolve"),
                    ("outcome", "done"),
                    ("rest", "2"),
                    ("rest_why", "x"),
                ],
                "Then it cannot rest",
            ),
        ] {
            let refused = lee.post(&page, "/desk/macros", &fields).is(422);
            assert!(refused.text.contains(said), "{fields:?}: {}", refused.text);
            assert!(refused.text.contains("Kept words.") || refused.text.contains(&long), "{fields:?}");
        }
        assert!(lee.get("/desk/macros").text.contains("There are no macros yet."));
        // HTML is text wherever it stands.
        let html = "<script>alert(1)</script>";
        let all = [
            ("name", html),
            ("note", html),
            ("customer", "reply"),
            ("words", html),
            ("rest", "2"),
            ("rest_why", html),
        ];
        let id = makes(&lee, &all);
        let mae = office.resident("Mae Lee");
        let mut request = mae.request("street-light-outages", html);
        request.person.name = Some(html.to_owned());
        let case = mae.sends(request).unwrap();
        let edit = lee.get(&format!("/desk/macros?edit={id}")).is(200);
        let shown = shows(&lee, &id, &[&case]).is(200);
        let done = lee.post(&shown, &format!("{}/start", path(&shown)), &[]).is(200);
        let chosen = lee.get(&format!("/desk/bulk?case={}", case.reference)).is(200);
        let at_case = lee.get(&format!("/desk/cases/{}", case.reference)).is(200);
        for page in [edit, shown, done, chosen, at_case] {
            assert!(!page.text.contains("<script>alert") && page.text.contains("alert(1)"), "{}", page.at);
        }
    });
}

#[test]
fn a_macro_that_fits_the_city_no_longer_says_so_and_does_nothing() {
    let change = |files: &mut Vec<office::city::CityFile>| {
        for file in files.iter_mut() {
            file.text =
                file.text.replace("\"scheduled\"", "\"planned\"").replace("\"crew-comes\"", "\"crew-came\"");
        }
    };
    let before = |office: &TestOffice| {
        let doors = demo(office);
        let lee = desk(&doors, "lee");
        let ends = [("name", "Planned"), ("customer", "resolve"), ("outcome", "scheduled")];
        let says = [("name", "Crew"), ("customer", "reply"), ("snippet", "crew-comes")];
        let case = lights(office, 1).remove(0);
        office.settle();
        let (ends, says) = (makes(&lee, &ends), makes(&lee, &says));
        let shown = shows(&lee, &ends, &[&case]).is(200);
        (ends, says, case, path(&shown).to_owned())
    };
    both_engines_changed(change, before, |office, (ends, says, case, planned)| {
        let doors = demo(office);
        let lee = desk(&doors, "lee");
        let revision = office.house().revision(&case);
        let page = lee.get("/desk/macros").is(200);
        assert_eq!(page.text.matches("It fits no longer.").count(), 2, "{}", page.text);
        assert!(
            page.text.contains("in a way that we no longer have") && page.text.contains("snippet is gone")
        );
        for (id, said) in [(&ends, "in a way that we no longer have"), (&says, "snippet is gone")] {
            let refused = shows(&lee, id, &[&case]).is(422);
            assert!(refused.text.contains(said), "{}", refused.text);
        }
        // What was planned before the change is looked at again.
        let shown = lee.get(&planned).is(200);
        let refused = lee.post(&shown, &format!("{planned}/start"), &[]).is(200);
        assert!(refused.text.contains("this service does not end so"), "{}", refused.text);
        assert_eq!(office.house().revision(&case), revision);
    });
}

#[test]
fn what_a_macro_may_not_do_it_does_not_do_in_part() {
    both_engines(|office| {
        let dora = office.officer("dora");
        let case = lights(office, 1).remove(0);
        office.settle();
        let revision = office.house().revision(&case);
        let steps = vec![
            Step::Note { words: own("Done by me.") },
            Step::Resolve { outcome: OutcomeCode::new("done"), words: None },
        ];
        let what = BulkAct::Macro { name: "End".into(), steps };
        let reference = case.reference;
        let plan = dora.tries(move |tx, act| {
            let id = verbs::plan_bulk(tx, act, &what, (&[reference], "/desk"))?;
            verbs::start_bulk(tx, act, id)?;
            verbs::bulk(tx, act, id)
        });
        let item = plan.unwrap().items.remove(0);
        assert_eq!((item.state, item.why), (ItemState::Cannot, Some(Why::Forbidden)), "a clerk ends no work");
        assert_eq!(office.house().revision(&case), revision, "the note is not written either");
    });
}

/// Gives back and lets rest what Dora has; whoever does that cannot give it to her again.
const HERS: [(&str, &str); 4] =
    [("name", "Not now"), ("who", "give-back"), ("rest", "3"), ("rest_why", "The part comes.")];

#[test]
fn what_cannot_be_taken_back_at_one_step_is_not_taken_back_at_all_and_it_is_said() {
    both_engines(|office| {
        let doors = demo(office);
        let [one, hers, free] = lights(office, 3).try_into().unwrap();
        let state = |case: &testkit::CaseHandle| office.house().sees(case).case.state;
        office.officer("dora").takes(&one);
        office.officer("dora").takes(&hers);
        office.settle();
        let lee = desk(&doors, "lee");
        let id = makes(&lee, &HERS);
        // One case: at once.
        let shown = shows(&lee, &id, &[&one]).is(200);
        let done = lee.post(&shown, &format!("{}/start", path(&shown)), &[]).is(200);
        assert!(done.text.contains("Done: 1."), "{}", done.text);
        let before = office.house().revision(&one);
        let kept = lee.post(&done, &format!("{}/undo", path(&shown)), &[]).is(200);
        for said in
            ["Taken back: 0. Not taken back: 1.", "None of its steps was taken back.", "you may not do this"]
        {
            assert!(kept.text.contains(said), "{said}: {}", kept.text);
        }
        assert_eq!(office.house().revision(&one), before, "nothing is half done");
        assert!(state(&one).snoozed_until.is_some() && state(&one).assignee.is_none());
        // Many: by jobs, none of which is left over.
        let makes_free = makes(&lee, &[("name", "Take"), ("who", "take"), ("note", "Rang.")]);
        let shown = shows(&lee, &id, &[&hers, &free]).is(200);
        lee.post(&shown, &format!("{}/start", path(&shown)), &[]).is(200);
        office.settle();
        let done = lee.get(path(&shown)).is(200);
        lee.post(&done, &format!("{}/undo", path(&shown)), &[]).is(200);
        office.settle();
        let told = lee.get(path(&shown)).is(200);
        assert!(told.text.contains("Taken back: 1. Not taken back: 1."), "{}", told.text);
        assert!(state(&hers).snoozed_until.is_some() && state(&free).snoozed_until.is_none());
        let left = office
            .write(&terms::Principal::house(), terms::Channel::House, |tx, _| Ok(records::jobs::count(tx)?));
        assert_eq!(left.unwrap(), [], "no job failed");
        // What was written cannot be taken back, and that is said.
        let shown = shows(&lee, &makes_free, &[&free]).is(200);
        let done = lee.post(&shown, &format!("{}/start", path(&shown)), &[]).is(200);
        let undone = lee.post(&done, &format!("{}/undo", path(&shown)), &[]).is(200);
        assert!(undone.text.contains("Taken back. What was written stays."), "{}", undone.text);
        assert_eq!(state(&free).assignee, None);
    });
}
