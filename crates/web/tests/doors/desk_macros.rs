//! Macros: what is shown before is what happens, or nothing does; and none reaches further than whoever shares it.

use crate::browser::{Browser, Page};
use crate::desk_inbox::{demo, desk, lights};
use office::desk::{self as verbs, BulkAct, Deed, ItemState, Step, Why, Words};
use terms::{Contact, Event, EventKind, OfficerCode, OutcomeCode, Status, Subject};
use testkit::{CaseHandle, TestOffice, both_engines, both_engines_changed};

fn own(words: &str) -> Words {
    Words::Own(words.to_owned())
}

fn snippet(code: &str) -> Words {
    Words::Snippet(code.to_owned())
}

fn macros() -> Vec<Vec<Step>> {
    let done = |words| Step::Resolve { outcome: OutcomeCode::new("done"), words };
    let rest = Step::Rest { days: 3, words: own("The part for {reference} comes then.") };
    vec![
        vec![Step::Take {}],
        vec![
            Step::Assign { officer: OfficerCode::new("dora") },
            Step::Note { words: own("{customer} rang.") },
        ],
        vec![Step::GiveBack {}, Step::Note { words: own("Not mine.") }],
        vec![Step::Take {}, Step::Reply { words: snippet("on-it") }, rest.clone()],
        vec![Step::Take {}, Step::Ask { words: snippet("where-exactly") }],
        vec![rest],
        vec![Step::Note { words: own("All done.") }, done(Some(snippet("done")))],
        vec![Step::Take {}, done(None)],
        vec![Step::Reply { words: own("{customer}: {due} {officer} }") }],
    ]
}

/// Brings a new case to where something can be done to it, or cannot.
fn states(office: &TestOffice) -> Vec<(&'static str, CaseHandle)> {
    let (lee, dora, ruth) = (office.officer("lee"), office.officer("dora"), office.officer("ruth"));
    let mae = office.resident("Mae Lee");
    let new = || {
        let mut request = mae.request("street-light-outages", "Dark.");
        request.person.name = Some("Mae {reference} <b>Lee</b>".to_owned());
        mae.sends(request).unwrap()
    };
    let [mine, hers, waits, rests, closed, asked, parted, merged, joined] = std::array::from_fn(|_| new());
    lee.takes(&mine);
    dora.takes(&hers);
    lee.asks(&waits, "Which lamp?");
    let until = office.office.now().checked_add(jiff::SignedDuration::from_hours(30)).unwrap();
    lee.on(&rests, move |tx, act, on, read| office::cases::snooze(tx, act, on, read, (until, "A part.")));
    lee.resolves(&closed, "done", "New bulb.");
    ruth.transfers(&asked, "transportation", "A signal.");
    ruth.asks_task(&parted, "transportation", "Close the lane.");
    let into = mine.reference;
    ruth.on(&merged, move |tx, act, on, read| office::cases::merge(tx, act, on, read, &into));
    ruth.joins(&joined, &mine);
    let nameless = mae.anonymous().reports("street-light-outages", "Dark too.");
    vec![
        ("new", new()),
        ("mine", mine),
        ("hers", hers),
        ("waits", waits),
        ("rests", rests),
        ("closed", closed),
        ("asked", asked),
        ("parted", parted),
        ("merged", merged),
        ("joined", joined),
        ("nameless", nameless),
    ]
}

fn kind(deed: &Deed) -> EventKind {
    match deed {
        Deed::Assign { .. } => EventKind::Assigned,
        Deed::GiveBack {} => EventKind::Unassigned,
        Deed::Note { .. } => EventKind::Noted,
        Deed::Reply { .. } => EventKind::Replied,
        Deed::Ask { .. } => EventKind::WaitStarted,
        Deed::Rest { .. } => EventKind::Snoozed,
        Deed::Resolve { .. } => EventKind::Resolved,
    }
}

#[test]
fn what_a_macro_shows_before_is_what_happens_whatever_the_case_and_the_macro() {
    both_engines(|office| {
        let (mut did, mut did_not) = (0, 0);
        for steps in macros() {
            for (state, case) in states(office) {
                for officer in ["lee", "dora"] {
                    office.settle();
                    let what = BulkAct::Macro { name: "Often".into(), steps: steps.clone() };
                    if told_before(office, (&case, officer), what, &format!("{steps:?} on {state}")) {
                        did += 1;
                    } else {
                        did_not += 1;
                    }
                }
            }
        }
        assert!(did > 60 && did_not > 30, "both come often: {did}, {did_not}");
    });
}

/// Plans a macro on a case, does it, and compares; whether it could be done.
fn told_before(office: &TestOffice, (case, officer): (&CaseHandle, &str), what: BulkAct, told: &str) -> bool {
    let (lee, reference) = (office.officer(officer), case.reference);
    let id = lee.tries(move |tx, act| verbs::plan_bulk(tx, act, &what, (&[reference], "/desk"))).unwrap();
    let before = office.house().sees(case);
    let preview = lee.tries(move |tx, act| verbs::bulk(tx, act, id)).unwrap().items.remove(0);
    let again = lee.tries(move |tx, act| verbs::start_bulk(tx, act, id)).unwrap();
    assert_eq!(again, None, "{told}: nothing had changed");
    let after = office.house().sees(case);
    let done = lee.tries(move |tx, act| verbs::bulk(tx, act, id)).unwrap().items.remove(0);
    let number = |event: &Event| match event.subject {
        Subject::Case(id, number) if id == before.case.id => number,
        _ => 0,
    };
    let mut events: Vec<&Event> = after.events.iter().collect();
    events.retain(|event| number(event) > before.case.revision);
    events.sort_by_key(|event| number(event));
    let events: Vec<EventKind> = events.iter().map(|event| event.what.kind()).collect();
    let new = |contact: &&Contact| !before.contacts.iter().any(|known| known.id == contact.id);
    let mut written: Vec<&str> =
        after.contacts.iter().filter(new).map(|contact| contact.body.as_str()).collect();
    written.sort_unstable();
    if preview.state == ItemState::Cannot {
        assert!(preview.why.is_some() && preview.deeds.is_empty() && preview.after.is_none(), "{told}");
        assert_eq!((events, written), (vec![], vec![]), "{told}: nothing was done");
        return false;
    }
    assert_eq!((preview.state, done.state), (ItemState::Planned, ItemState::Done), "{told}");
    assert_eq!(events, preview.deeds.iter().map(kind).collect::<Vec<_>>(), "{told}");
    let mut words: Vec<&str> = preview.deeds.iter().filter_map(Deed::words).collect();
    words.sort_unstable();
    assert_eq!(written, words, "{told}");
    assert_eq!(Some(after.case.state), preview.after, "{told}: to the last detail");
    true
}

/// Makes a macro by the form; its id.
fn makes(browser: &Browser<'_>, fields: &[(&str, &str)]) -> String {
    let page = browser.get("/desk/macros").is(200);
    let made = browser.post(&page, "/desk/macros", fields).is(200);
    let (_, name) = fields.iter().find(|(field, _)| *field == "name").unwrap();
    let name = name.replace('<', "&#60;").replace('>', "&#62;");
    let card = made.text.split(&format!("dir=\"auto\">{name}</h3>")).nth(1).unwrap();
    card.split("?edit=").nth(1).unwrap().split('&').next().unwrap().to_owned()
}

/// Shows what a macro would do to cases.
fn shows(browser: &Browser<'_>, id: &str, cases: &[&CaseHandle]) -> Page {
    let back = format!("/desk/cases/{}", cases[0].reference);
    let references: Vec<String> = cases.iter().map(|case| case.reference.to_string()).collect();
    let chosen = references.iter().map(|reference| ("case", reference.as_str()));
    let fields: Vec<_> = chosen.chain([("act", "macro"), ("macro", id), ("back", &back)]).collect();
    browser.post(&browser.get(&back), "/desk/bulk", &fields)
}

fn path(page: &Page) -> &str {
    page.at.split('?').next().unwrap()
}

const REPLY: [(&str, &str); 4] =
    [("name", "On it"), ("who", "take"), ("customer", "reply"), ("words", "Hello {customer}, by {due}.")];

#[test]
fn a_macro_is_chosen_at_the_case_seen_before_done_once_and_told_after() {
    both_engines(|office| {
        let doors = demo(office);
        let case = lights(office, 1).remove(0);
        office.settle();
        let lee = desk(&doors, "lee");
        let id = makes(&lee, &REPLY);
        let at_case = lee.get(&format!("/desk/cases/{}", case.reference)).is(200);
        assert!(at_case.text.contains(&format!("<option value=\"{id}\">On it</option>")));
        let before = office.house().revision(&case);
        let shown = shows(&lee, &id, &[&case]).is(200);
        for said in [
            "Lee Santos gets the case",
            "An answer to the customer",
            "Hello Mae Lee, by ",
            "Nothing has changed",
        ] {
            assert!(shown.text.contains(said), "{said}: {}", shown.text);
        }
        assert_eq!(office.house().revision(&case), before, "seeing changes nothing");
        let start = format!("{}/start", path(&shown));
        let done = lee.post(&shown, &start, &[]).is(200);
        assert!(done.text.contains("Done: 1. Not done: 0."), "at once, without a job: {}", done.text);
        assert!(done.text.contains("Back to the case"));
        lee.post(&shown, &start, &[]).is(200);
        let whole = office.house().sees(&case);
        assert_eq!(whole.case.revision, before + 2, "a second tap does nothing");
        assert!(
            whole.contacts.iter().any(|contact| contact.body.starts_with("Hello Mae Lee, by Mon 16 March"))
        );
        // What was written stays; the case goes back.
        let undone = lee.post(&done, &format!("{}/undo", path(&shown)), &[]).is(200);
        assert!(undone.text.contains("It was taken back."), "{}", undone.text);
        let whole = office.house().sees(&case);
        assert_eq!((whole.case.state.assignee, whole.case.revision), (None, before + 3));
    });
}

#[test]
fn a_macro_over_what_changed_meanwhile_does_nothing_and_shows_what_it_would_do_now() {
    both_engines(|office| {
        let doors = demo(office);
        let case = lights(office, 1).remove(0);
        office.settle();
        let lee = desk(&doors, "lee");
        let id = makes(&lee, &REPLY);
        let shown = shows(&lee, &id, &[&case]).is(200);
        office.officer("dora").takes(&case);
        let revision = office.house().revision(&case);
        let anew = lee.post(&shown, &format!("{}/start", path(&shown)), &[]).is(200);
        assert!(
            anew.text.contains("The case has changed since you looked. Nothing was done."),
            "{}",
            anew.text
        );
        assert!(anew.text.contains("<bdi>Dora Quill</bdi>") && path(&anew) != path(&shown));
        assert_eq!(office.house().revision(&case), revision);
        let done = lee.post(&anew, &format!("{}/start", path(&anew)), &[]).is(200);
        assert!(done.text.contains("Done: 1."), "{}", done.text);
        // The customer asked something in between; a note alone would be written all the same.
        let note = makes(&lee, &[("name", "Rang"), ("note", "She rang.")]);
        let shown = shows(&lee, &note, &[&case]).is(200);
        office.officer("dora").notes(&case, "I was there.");
        let done = lee.post(&shown, &format!("{}/start", path(&shown)), &[]).is(200);
        assert!(done.text.contains("Done: 1."), "{}", done.text);
    });
}

#[test]
fn a_macro_on_many_cases_fills_the_words_of_each_and_is_taken_back_whole() {
    both_engines(|office| {
        let doors = demo(office);
        let light = "street-light-outages";
        let cases =
            ["Ann One", "Bo Two", "Cy Three"].map(|name| office.resident(name).reports(light, "Dark."));
        office.settle();
        let lee = desk(&doors, "lee");
        let fields = [
            ("name", "Done"),
            ("who", "take"),
            ("customer", "resolve"),
            ("outcome", "done"),
            ("snippet", "done"),
        ];
        let id = makes(&lee, &fields);
        let all: Vec<&CaseHandle> = cases.iter().collect();
        let shown = shows(&lee, &id, &all).is(200);
        for name in ["Hello Ann One,", "Hello Bo Two,", "Hello Cy Three,"] {
            assert!(shown.text.contains(name), "{}", shown.text);
        }
        lee.post(&shown, &format!("{}/start", path(&shown)), &[]).is(200);
        office.settle();
        let done = lee.get(path(&shown)).is(200);
        assert!(done.text.contains("Done: 3."), "{}", done.text);
        let state = |case: &CaseHandle| office.house().sees(case).case.state;
        assert!(cases.iter().all(|case| state(case).status == Status::Closed));
        lee.post(&done, &format!("{}/undo", path(&shown)), &[]).is(200);
        office.settle();
        let back = |case: &CaseHandle| (state(case).status, state(case).assignee);
        assert!(cases.iter().all(|case| back(case) == (Status::Open, None)), "open, and nobody has them");
    });
}

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
