//! The page of a case at the desk: what is shown to whom, and what can be done.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use jiff::SignedDuration;
use office::desk::SENDING_SECONDS;
use terms::{AgencyCode, EventKind, TaskAnswer};
use testkit::{CaseHandle, TestOffice, both_engines};
use web::Settings;

const LIGHT: &str = "street-light-outages";

/// The doors of a demonstration, where one click signs in.
pub(crate) fn doors(office: &TestOffice) -> Doors<'_> {
    Doors::with(office, Settings { demo: true, ..Settings::default() })
}

/// An officer who has signed in.
pub(crate) fn signed_in<'d>(doors: &'d Doors<'d>, officer: &str) -> Browser<'d> {
    let browser = Browser::of(doors, "en");
    let page = browser.get("/desk/sign-in").is(200);
    browser.post(&page, "/desk/sign-in", &[("officer", officer)]).is(200);
    browser
}

pub(crate) fn case_of(office: &TestOffice) -> CaseHandle {
    let case = office.resident("Mae Lee").reports(LIGHT, "The lamp is dark.");
    office.settle();
    case
}

pub(crate) fn path(case: &CaseHandle) -> String {
    format!("/desk/cases/{}", case.reference)
}

/// The value of a hidden field of the composer.
#[track_caller]
pub(crate) fn hidden(page: &Page, name: &str) -> String {
    let form = page.text.split("class=\"desk-write\"").nth(1).unwrap_or_else(|| panic!("{}", page.text));
    let value = form.split(&format!("name=\"{name}\" value=\"")).nth(1);
    value.and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("no {name}")).to_owned()
}

/// A page from where its composer begins.
pub(crate) fn composer(page: &Page) -> Page {
    let before = page.text.split("class=\"desk-write\"").next().unwrap();
    let text = page.text[before.rfind("<form action=").unwrap()..].to_owned();
    Page { at: page.at.clone(), status: page.status, text }
}

/// What stands in the composer.
#[track_caller]
pub(crate) fn words(page: &Page) -> String {
    let area = page.text.split("<textarea class=\"govuk-textarea\" id=\"words\"").nth(1);
    let area = area.unwrap_or_else(|| panic!("no composer: {}", page.text));
    area.split_once(">\n").unwrap().1.split("</textarea>").next().unwrap().to_owned()
}

/// Sends the composer of a page to a step of it.
pub(crate) fn compose(browser: &Browser<'_>, page: &Page, step: &str, fields: &[(&str, &str)]) -> Page {
    let known: Vec<(&str, String)> =
        ["once", "revision", "base", "kind"].iter().map(|name| (*name, hidden(page, name))).collect();
    let known = known.iter().map(|(name, value)| (*name, value.as_str()));
    // What the test says stands for what the page had.
    let fields: Vec<(&str, &str)> = known
        .filter(|(name, _)| !fields.iter().any(|(own, _)| own == name))
        .chain(fields.iter().copied())
        .collect();
    let action = page.text.split("<form action=\"").find(|form| form.contains("class=\"desk-write\""));
    let action = action.unwrap().split('?').next().unwrap();
    browser.post(page, &format!("{action}{step}"), &fields)
}

pub(crate) fn after_a_moment(office: &TestOffice) {
    office.clock.advance(SignedDuration::from_secs(SENDING_SECONDS + 1));
    office.settle();
}

pub(crate) fn replies(office: &TestOffice, case: &CaseHandle) -> usize {
    let seen = office.house().sees(case);
    seen.events.iter().filter(|event| event.what.kind() == EventKind::Replied).count()
}

#[test]
fn markup_in_any_field_is_only_words() {
    both_engines(|office| {
        let doors = doors(office);
        let evil = "</textarea><script>alert(1)</script><b>\"'";
        let case = office.resident("Mae Lee").reports(LIGHT, evil);
        office.settle();
        let lee = signed_in(&doors, "lee");
        let page = lee.get(&path(&case)).is(200);
        let page = compose(&lee, &page, "", &[("words", evil)]).is(200);
        office.officer("ruth").notes(&case, evil);
        office.officer("ruth").asks_task(&case, "transportation", evil);
        let revision = hidden(&page, "base");
        let fields =
            [("to", "transportation"), ("words", evil), ("revision", revision.as_str()), ("of", evil)];
        let stale = lee.post(&page, &format!("{}/transfer", path(&case)), &fields).is(409);
        for seen in [&lee.get(&path(&case)), &stale, &signed_in(&doors, "dora").get(&path(&case))] {
            assert!(!seen.text.contains("<script>alert"), "{}", seen.text);
            assert!(seen.text.contains("&#60;script&#62;alert"), "{}", seen.text);
        }
        assert!(
            stale.text.matches("&#60;script&#62;alert").count() > 3,
            "the reason that was filled in is kept"
        );
        lee.post(&page, &format!("{}/duplicate", path(&case)), &[("of", evil), ("revision", "1")]).is(422);
    });
}

#[test]
fn fixmystreet_3168_each_partners_answer_is_seen() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        let ask = |page: &Page, agency: &str| {
            let revision = hidden(page, "base");
            let fields = [("agency", agency), ("words", "Close the lane."), ("revision", revision.as_str())];
            lee.post(page, &format!("{}/task", path(&case)), &fields).is(200)
        };
        let page = ask(&page, "transportation");
        assert!(page.text.contains("was asked, no answer yet"), "{}", page.text);
        let tomas = signed_in(&doors, "tomas");
        let seen = tomas.get(&path(&case)).is(200);
        let task = office.house().sees(&case).tasks[0].id.to_string();
        assert!(seen.text.contains(&task), "the partner can answer");
        assert!(!page.text.contains(&task), "who asked cannot answer");
        let answer = |answer: &str| {
            let fields = [("task", task.as_str()), ("answer", answer), ("words", "On Monday.")];
            tomas.post(&seen, &format!("{}/task-answer", path(&case)), &fields)
        };
        answer("accepted").is(200);
        assert!(lee.get(&path(&case)).text.contains("said yes on"));
        answer("perhaps").is(422);
        // Whoever has done their part has nothing more to do with the case.
        assert_eq!(answer("done").status, 404);
        let done = lee.get(&path(&case));
        assert!(done.text.contains("did it on") && done.text.contains("On Monday."), "{}", done.text);
    });
}

#[test]
fn only_what_is_allowed_is_offered_and_the_record_is_looked_at_on_purpose() {
    both_engines(|office| {
        let doors = doors(office);
        let case = case_of(office);
        let lee = signed_in(&doors, "lee");
        let page = lee.get(&path(&case)).is(200);
        assert!(page.text.contains("m•••@example.org") && !page.text.contains("mae.lee@example.org"));
        let looks = || {
            let id = office.house().sees(&case).case.state.customer.unwrap();
            let record =
                office.officer("ruth").tries(move |tx, act| office::customers::look(tx, act, id, None));
            record.unwrap().looks.len()
        };
        let before = looks();
        let shown = lee.post(&page, &format!("{}/customer", path(&case)), &[]).is(200);
        assert!(shown.text.contains("mae.lee@example.org"));
        assert_eq!(looks(), before + 2, "Lee's look and the one that counts");
        let clerk = signed_in(&doors, "dora").get(&path(&case)).is(200);
        assert!(!clerk.text.contains("value=\"resolve\"") && page.text.contains("value=\"resolve\""));
        assert!(!page.text.contains("/assignment?") && !clerk.text.contains("/reopening?"));
        signed_in(&doors, "tomas").get(&path(&case)).is(404);
        let boss = signed_in(&doors, "ruth").get(&path(&case)).is(200);
        assert!(boss.text.contains("/assignment?"));
        assert_eq!(office.house().sees(&case).case.state.agency, AgencyCode::new("public-works"));
    });
}

#[test]
fn a_case_is_worked_from_question_to_end_without_a_script() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        let asks = compose(&lee, &page, "/kind", &[("to", "question"), ("words", "Which ")]).is(200);
        assert!(asks.text.contains(">Ask Mae Lee<") && words(&asks) == "Which ");
        compose(&lee, &asks, "/sending", &[("words", "Which lamp?")]).is(200);
        after_a_moment(office);
        let waits = lee.get(&path(&case)).is(200);
        assert!(
            waits.text.contains("Waiting for the customer") || waits.text.contains("the clock stands still")
        );
        office.resident("Mae Lee").writes(&case, "Number 12.");
        let page = lee.get(&path(&case)).is(200);
        assert!(page.text.contains("Number 12."));
        let note = compose(&lee, &page, "/kind", &[("to", "note")]).is(200);
        assert!(note.text.contains("Only officers see this.") && note.text.contains(">Keep as a note<"));
        assert!(note.text.contains("desk-composer--internal"));
        let noted = compose(&lee, &note, "/sending", &[("words", "Bulb E27.")]).is(200);
        assert!(noted.text.contains("desk-said--internal") && noted.text.contains("Bulb E27."));
        let snippet = [("snippet", "done"), ("insert", "yes"), ("words", "Good day.")];
        let filled = compose(&lee, &noted, "/snippet", &snippet).is(200);
        let expected =
            format!("Good day.\n\nHello Mae Lee,\n\nwhat you told us of in {} is done.", case.reference);
        assert!(words(&filled).starts_with(&expected), "{}", words(&filled));
        let ends = compose(&lee, &filled, "/kind", &[("to", "resolve"), ("words", &words(&filled))]).is(200);
        compose(&lee, &ends, "/sending", &[("words", "New bulb."), ("outcome", "")]).is(422);
        let ends = lee.get(&path(&case));
        compose(&lee, &ends, "/sending", &[("words", "New bulb."), ("outcome", "done"), ("next", "yes")])
            .is(200);
        after_a_moment(office);
        assert!(lee.get(&path(&case)).text.contains("Closed on"));
    });
}

#[test]
fn a_returned_task_and_a_partner_who_may_only_write_notes() {
    both_engines(|office| {
        let doors = doors(office);
        let case = case_of(office);
        let task = office.officer("ruth").asks_task(&case, "transportation", "Close the lane.");
        let tomas = signed_in(&doors, "tomas").get(&path(&case)).is(200);
        assert!(tomas.text.contains("value=\"note\"") && !tomas.text.contains("value=\"reply\""));
        office.officer("tomas").answers_task(&case, task, TaskAnswer::Returned);
        let ruth = signed_in(&doors, "ruth").get(&path(&case)).is(200);
        assert!(ruth.text.contains("sent it back on"));
    });
}
