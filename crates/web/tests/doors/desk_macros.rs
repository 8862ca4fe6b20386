//! Macros: what is shown before is what happens, or nothing does; and none reaches further than whoever shares it.

use crate::browser::{Browser, Page};
use crate::desk_inbox::{demo, desk, lights};
use office::desk::{self as verbs, BulkAct, Deed, ItemState, Step, Words};
use terms::{Contact, Event, EventKind, OfficerCode, OutcomeCode, Status, Subject};
use testkit::{CaseHandle, TestOffice, both_engines};

pub(crate) fn own(words: &str) -> Words {
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
pub(crate) fn makes(browser: &Browser<'_>, fields: &[(&str, &str)]) -> String {
    let page = browser.get("/desk/macros").is(200);
    let made = browser.post(&page, "/desk/macros", fields).is(200);
    let (_, name) = fields.iter().find(|(field, _)| *field == "name").unwrap();
    let name = name.replace('<', "&#60;").replace('>', "&#62;");
    let card = made.text.split(&format!("dir=\"auto\">{name}</h3>")).nth(1).unwrap();
    card.split("?edit=").nth(1).unwrap().split('&').next().unwrap().to_owned()
}

/// Shows what a macro would do to cases.
pub(crate) fn shows(browser: &Browser<'_>, id: &str, cases: &[&CaseHandle]) -> Page {
    let back = format!("/desk/cases/{}", cases[0].reference);
    let references: Vec<String> = cases.iter().map(|case| case.reference.to_string()).collect();
    let chosen = references.iter().map(|reference| ("case", reference.as_str()));
    let fields: Vec<_> = chosen.chain([("act", "macro"), ("macro", id), ("back", &back)]).collect();
    browser.post(&browser.get(&back), "/desk/bulk", &fields)
}

pub(crate) fn path(page: &Page) -> &str {
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
        assert!(at_case.text.contains(&format!("<option value=\"{id}\" dir=\"auto\">On it</option>")));
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
