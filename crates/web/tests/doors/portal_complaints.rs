//! Complaints, thanks and appeals: they go through the portal, and never reach whom they are about.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use crate::portal::{go_on, go_to};
use serde_json::{Value, json};
use terms::{Case, CaseKind, Principal};
use testkit::{CaseHandle, TestOffice, both_engines};

/// A service of the agency that complaints go to, so that nothing but what a complaint is about keeps it from anybody.
const OF_HOTLINE: &str = "undefined-noise-disturbance";
const QUEUE: &str = "hotline-employee-general-comments";

/// Asks about an officer, an office or an agency, and sends it.
fn say(browser: &Browser<'_>, service: &str, about: &str) -> Page {
    let own = [("about", about), ("form-about about", "rude"), ("description", "They were rude to me.")];
    go_to(browser, service, ("done", &own))
}

fn case(office: &TestOffice, done: &Page) -> (CaseHandle, Case) {
    let reference = done.by_id("reference").parse().unwrap();
    let handle = CaseHandle { reference, secret: done.by_id("secret") };
    let case = office.house().sees(&handle).case;
    (handle, case)
}

/// Nothing that an officer can ask for shows that there is such a case, and nothing can be done to it.
#[track_caller]
fn is_hidden_from(doors: &Doors<'_>, code: &str, case: &CaseHandle) {
    let token = doors.officer(code);
    let reference = case.reference.to_string();
    let whole = doors.office.house().sees(case).case;
    let get = |path: &str| doors.call("GET", path, &token, &Value::Null);
    get(&format!("/cases/{reference}")).is(404);
    let mut lists = vec![
        "/cases".to_owned(),
        format!("/cases?service={}", whole.state.service),
        "/cases?status=open".to_owned(),
        format!("/queues/{}/cases", whole.state.queue.as_str()),
        "/drafts".to_owned(),
        "/scorecard".to_owned(),
        format!("/scorecard?service={}&by=channel", whole.state.service),
    ];
    lists.extend(whole.state.customer.map(|id| format!("/customers/{id}?purpose=service")));
    for path in lists {
        let answer = get(&path);
        assert!(!answer.text.contains(&reference), "{code} {path}");
    }
    let revision = whole.revision;
    for (method, act, body) in [
        ("PUT", "assignment", json!({"officer": code})),
        ("POST", "notes", json!({"words": "Not me."})),
        ("POST", "replies", json!({"words": "Not me."})),
        ("POST", "messages", json!({"words": "Not me."})),
        ("POST", "wait", json!({"words": "Who are you?"})),
        ("POST", "transfer", json!({"to": "parks", "words": "Not me."})),
        ("POST", "tasks", json!({"agency": "parks", "words": "Not me."})),
        ("PUT", "duplicate-of", json!({"of": reference})),
        ("POST", "resolution", json!({"outcome": "not-upheld", "words": "Not me."})),
        ("POST", "reopening", json!({})),
        ("POST", "withdrawal", json!({})),
        ("POST", "feedback", json!({"score": 5})),
    ] {
        let mut body = body;
        if !matches!(act, "notes" | "messages" | "reopening" | "withdrawal" | "feedback") {
            body["revision"] = revision.into();
        }
        let answer = doors.call(method, &format!("/cases/{reference}/{act}"), &token, &body);
        assert_eq!(answer.status, 404, "{code} {act}: {}", answer.text);
    }
    assert_eq!(doors.office.house().sees(case).case.revision, revision, "nothing was changed");
    // Nor does anything leave the house for them.
    doors.office.settle();
    let officer = &doors.office.office.city.officers[code];
    for message in doors.office.mailbag.sent() {
        assert!(!message.to.contains(code) && !message.body.contains(&officer.name), "{}", message.body);
    }
}

#[track_caller]
fn is_seen_by(doors: &Doors<'_>, code: &str, case: &CaseHandle) {
    let token = doors.officer(code);
    doors.call("GET", &format!("/cases/{}", case.reference), &token, &Value::Null).is(200);
}

/// What a supervisor is answered who gives a case to somebody.
fn gives(doors: &Doors<'_>, by: &str, case: &CaseHandle, to: &str) -> u16 {
    let body = json!({"officer": to, "revision": doors.office.house().revision(case)});
    let path = format!("/cases/{}/assignment", case.reference);
    doors.call("PUT", &path, &doors.officer(by), &body).status.as_u16()
}

#[test]
fn a_complaint_and_thanks_about_an_officer_never_reach_them() {
    both_engines(|office| {
        let doors = Doors::of(office);
        for (service, kind) in [("complaint", CaseKind::Complaint), ("compliment", CaseKind::Compliment)] {
            let browser = Browser::of(&doors, "en");
            let (handle, case) = case(office, &say(&browser, service, "officer:grace"));
            assert_eq!((case.state.kind, case.state.public), (kind, false));
            assert_eq!(case.state.queue.as_str(), QUEUE);
            assert_eq!(case.state.about.officer.as_ref().map(ToString::to_string).as_deref(), Some("grace"));
            let page = browser.get(&format!("/cases/{}", handle.reference)).is(200);
            assert!(page.text.contains("Grace"), "the customer sees whom it is about");
            is_hidden_from(&doors, "grace", &handle);
            for other in ["mira", "joan"] {
                is_seen_by(&doors, other, &handle);
            }
            assert_eq!(gives(&doors, "joan", &handle, "grace"), 422);
            assert_eq!(gives(&doors, "joan", &handle, "joan"), 200);
        }
        // Whoever takes calls for every agency is no exception.
        let (handle, _) = case(office, &say(&Browser::of(&doors, "en"), "complaint", "officer:mira"));
        is_hidden_from(&doors, "mira", &handle);
        is_seen_by(&doors, "grace", &handle);
    });
}

#[test]
fn a_complaint_stays_hidden_when_it_moves_to_the_agency_of_whom_it_is_about() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (handle, _) = case(office, &say(&Browser::of(&doors, "en"), "complaint", "officer:lee"));
        is_hidden_from(&doors, "lee", &handle);
        office.officer("joan").transfers(&handle, "public-works", "One of yours.");
        is_hidden_from(&doors, "lee", &handle);
        office.officer("ruth").accepts(&handle);
        is_hidden_from(&doors, "lee", &handle);
        is_seen_by(&doors, "dora", &handle);
        assert_eq!(gives(&doors, "ruth", &handle, "lee"), 422);
        assert_eq!(gives(&doors, "ruth", &handle, "ruth"), 200);
        // A part of the work is asked of somebody's agency, not of them.
        let (handle, _) = case(office, &say(&Browser::of(&doors, "en"), "complaint", "officer:tomas"));
        let task = office.officer("joan").asks_task(&handle, "transportation", "What happened?");
        is_hidden_from(&doors, "tomas", &handle);
        let answer = format!("/cases/{}/tasks/{task}/answer", handle.reference);
        doors.call("POST", &answer, &doors.officer("tomas"), &json!({"answer": "done"})).is(404);
        is_seen_by(&doors, "ines", &handle);
    });
}

#[test]
fn a_complaint_about_an_office_never_reaches_whoever_receives_people_there() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (handle, case) = case(office, &say(&Browser::of(&doors, "en"), "complaint", "office:city-hall"));
        assert!(case.state.about.officer.is_none());
        for there in ["grace", "mira"] {
            is_hidden_from(&doors, there, &handle);
            assert_eq!(gives(&doors, "joan", &handle, there), 422, "{there}");
        }
        is_seen_by(&doors, "joan", &handle);
        assert_eq!(gives(&doors, "joan", &handle, "joan"), 200);
    });
}

/// A request that an officer of the agency ended that also gets the complaints.
fn decided(browser: &Browser<'_>, office: &TestOffice) -> CaseHandle {
    let done = go_to(browser, OF_HOTLINE, ("done", &[]));
    let handle = CaseHandle { reference: done.by_id("reference").parse().unwrap(), secret: String::new() };
    office.settle();
    office.officer("grace").takes(&handle);
    let service = &office.office.city.services[OF_HOTLINE];
    office.officer("grace").resolves(&handle, service.outcomes[0].as_str(), "No.");
    office.settle();
    handle
}

#[test]
fn an_appeal_and_a_complaint_from_a_case_are_tied_to_it_and_never_reach_whoever_decided() {
    both_engines(|office| {
        let doors = Doors::of(office);
        for (act, kind) in [("appeal", CaseKind::Appeal), ("complaint", CaseKind::Complaint)] {
            let browser = Browser::of(&doors, "en");
            let of = decided(&browser, office);
            let of_id = office.house().sees(&of).case.id;
            let button = browser.get(&format!("/cases/{}/{act}", of.reference)).is(200);
            let begun = browser.submit(&button, &[]).is(200);
            let own = [("form-about about", "decision"), ("description", "They were rude to me.")];
            let done = go_on(&browser, begun, ("done", &own));
            let (handle, case) = case(office, &done);
            assert_eq!((case.state.kind, case.state.about.case), (kind, Some(of_id)));
            assert_eq!(case.state.about.officer.as_ref().map(ToString::to_string).as_deref(), Some("grace"));
            is_hidden_from(&doors, "grace", &handle);
            is_seen_by(&doors, "joan", &handle);
            // The case that it is about says nothing of it to those who worked on it.
            let token = doors.officer("grace");
            let known = doors.call("GET", &format!("/cases/{}", of.reference), &token, &Value::Null).is(200);
            assert!(!known.text.contains(&handle.reference.to_string()), "{}", known.text);
            // Whoever does not hold the case cannot appeal for its customer.
            let stranger = Browser::of(&doors, "en");
            let closed = stranger.get(&format!("/cases/{}/{act}", of.reference)).is(200);
            assert!(closed.text.contains("name=\"secret\""));
            let refused = stranger.post(&closed, &format!("/cases/{}/{act}", of.reference), &[]).is(200);
            assert!(!refused.at.starts_with("/asking/") && refused.text.contains("name=\"secret\""));
        }
        let appeals = office.read(&Principal::house(), |tx, act| {
            let filter = records::cases::Filter { limit: 100, ..Default::default() };
            let all = records::cases::list_cases(tx, &act.scope(), &filter)?;
            Ok(all.into_iter().filter(|case| case.state.kind == CaseKind::Appeal).count())
        });
        assert_eq!(appeals.unwrap(), 1);
    });
}

#[test]
fn what_a_complaint_is_about_can_be_changed_to_nobody_who_is_not_offered() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let page = browser.get("/ask/complaint").is(200);
        for odd in
            ["", "officer:ruth", "officer:", "officer:nobody", "agency:none", "office:none", "x", "case:1"]
        {
            let again = browser.submit(&page, &[("about", odd)]).is(422);
            assert!(again.text.contains("id=\"about-error\"") && !again.wrong().is_empty(), "{odd}");
        }
        // Nobody sees a complaint in public, whatever they ask for.
        let done = say(&browser, "complaint", "officer:lee");
        let reference = done.by_id("reference");
        let stranger = Browser::of(&doors, "en");
        stranger.get(&format!("/reports/{reference}")).is(404);
        for path in [
            "/reports",
            "/reports.rss",
            "/open311/v2/requests.json",
            "/api/v1/cases",
            "/scorecard?service=complaint",
        ] {
            let text = stranger.get(path).text;
            assert!(!text.contains("rude to me") && !text.contains("Lee Santos"), "{path}");
        }
        let open311 = stranger.get(&format!("/open311/v2/requests/{reference}.json")).text;
        assert!(!open311.contains("rude") && !open311.contains("lee"), "{open311}");
    });
}
