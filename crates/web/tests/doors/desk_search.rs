//! Finding a case at the desk: by whatever is known of it, by those who may, and by nobody else.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use office::customers::Person;
use office::desk;
use office::intake::Request;
use terms::{About, Channel, OfficerCode, Place, Principal};
use testkit::{CaseHandle, TestOffice, both_engines};
use web::Settings;

const LIGHT: &str = "street-light-outages";

pub(crate) fn demo(office: &TestOffice) -> Doors<'_> {
    Doors::with(office, Settings { demo: true, ..Settings::default() })
}

/// A browser in which an officer is signed in.
pub(crate) fn at_desk<'d>(doors: &'d Doors<'d>, code: &str) -> Browser<'d> {
    let browser = Browser::of(doors, "en");
    let page = browser.get("/desk/sign-in").is(200);
    browser.post(&page, "/desk/sign-in", &[("officer", code), ("back", "/desk/go")]).is(200);
    browser
}

pub(crate) fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |text, byte| text + &format!("%{byte:02X}"))
}

pub(crate) fn look(browser: &Browser<'_>, words: &str) -> Page {
    browser.get(&format!("/desk/search?q={}", encoded(words))).is(200)
}

#[track_caller]
pub(crate) fn finds(browser: &Browser<'_>, words: &str, case: &CaseHandle) -> Page {
    let page = look(browser, words);
    assert!(page.text.contains(&case.reference.to_string()), "{words:?} finds nothing: {}", page.text);
    let offered = browser.raw(&format!("/desk/suggest?q={}", encoded(words))).is(200);
    assert!(offered.text.contains(&case.reference.to_string()), "{words:?} offers nothing: {}", offered.text);
    page
}

#[track_caller]
pub(crate) fn misses(browser: &Browser<'_>, words: &str, case: &CaseHandle) {
    // What was typed stands in the field again; what was found is a link.
    let link = format!("/desk/cases/{}", case.reference);
    let page = look(browser, words);
    assert!(!page.text.contains(&link), "{words:?} finds it: {}", page.text);
    let offered = browser.raw(&format!("/desk/suggest?q={}", encoded(words))).is(200);
    assert!(!offered.text.contains(&link), "{words:?} offers it: {}", offered.text);
}

/// Somebody with everything by which they can be found.
pub(crate) fn request() -> Request {
    Request {
        service: LIGHT.to_owned(),
        person: Person {
            name: Some("Agnès Delacroix".to_owned()),
            email: Some("agnes.delacroix@example.org".to_owned()),
            phone: Some("+1 (617) 555-0134".to_owned()),
            ..Person::default()
        },
        description: "The lamp flickers beside the playground".to_owned(),
        place: Place { address: Some("12 Hewins Street, Dorchester".to_owned()), ..Place::default() },
        ..Request::default()
    }
}

fn learn(office: &TestOffice) {
    let learnt =
        office.write(&Principal::house(), Channel::House, |tx, act| desk::learn_some(tx, act, 1_000));
    assert!(learnt.unwrap() > 0);
}

#[test]
fn freescout_a_case_is_found_by_whatever_is_known_of_it() {
    both_engines(|office| {
        let doors = demo(office);
        let case = office.resident("x").sends(request()).unwrap();
        let lee = office.officer("lee");
        lee.replies(&case, "We ordered a sodium ballast.");
        lee.notes(&case, "Ask the wholesaler.");
        office.resident("x").writes(&case, "Meanwhile it buzzes.");
        let desk = at_desk(&doors, "lee");
        let reference = case.reference.to_string();
        for known in [
            "lamp",
            "LAMP flickers",
            "playground lamp",
            "hewins",
            "12 hewins",
            "delacroix",
            "agnes",
            "Agnès",
            "agnes.delacroix@example.org",
            "+1 617 555 0134",
            "(617) 555-0134",
            "617.555.0134",
            "555-0134",
            "٥٥٥٠١٣٤",
            "ballast",
            "wholesaler",
            "buzzes",
            "bal",
            "flick",
            "lamp delac",
        ] {
            finds(&desk, known, &case);
        }
        for known in [reference.clone(), reference.replace('-', ""), reference.to_lowercase()] {
            finds(&desk, &known, &case);
        }
        finds(&desk, &reference[..7], &case);
        for unknown in ["dragon", "lamp dragon", "0135", "555-0199", "delacroixx y"] {
            misses(&desk, unknown, &case);
        }
    });
}

#[test]
fn a_reference_that_was_misread_is_offered_as_it_may_have_been_meant() {
    both_engines(|office| {
        let doors = demo(office);
        let case = office.resident("x").sends(request()).unwrap();
        let desk = at_desk(&doors, "lee");
        let right = case.reference.to_string();
        let last = if right.ends_with('0') { '1' } else { '0' };
        let wrong = format!("{}{last}", &right[..10]);
        let page = finds(&desk, &wrong, &case);
        assert!(page.text.contains("Did you mean"), "{}", page.text);
        assert!(desk.get("/desk/search").is(200).text.contains("Find cases"));
    });
}

#[test]
fn zammad_words_that_are_misspelt_still_find() {
    both_engines(|office| {
        let doors = demo(office);
        let case = office.resident("x").sends(request()).unwrap();
        learn(office);
        let desk = at_desk(&doors, "lee");
        for typed in ["flikers", "plyaground", "delacriox", "hewinss lamp", "lamp playgruond"] {
            let page = finds(&desk, typed, &case);
            assert!(
                page.text.contains("No case holds"),
                "{typed}: it says what it looked for: {}",
                page.text
            );
        }
        // What fits as it is is not replaced, and a number is not misspelt.
        assert!(!finds(&desk, "flickers", &case).text.contains("No case holds"));
        misses(&desk, "13 hewins", &case);
    });
}

#[test]
fn chatwoot_10221_search_shows_nothing_of_another_agency() {
    both_engines(|office| {
        let doors = demo(office);
        let case = office.resident("x").sends(request()).unwrap();
        let reference = case.reference.to_string();
        let (lee, tomas) = (at_desk(&doors, "lee"), at_desk(&doors, "tomas"));
        let wrong = format!("{}{}", &reference[..10], if reference.ends_with('0') { '1' } else { '0' });
        for known in
            ["lamp", "delacroix", "555-0134", "hewins", reference.as_str(), wrong.as_str(), &reference[..7]]
        {
            finds(&lee, known, &case);
            misses(&tomas, known, &case);
        }
        // Who is asked to take it over sees it, and who gave it away does not any more.
        office.officer("lee").transfers(&case, "transportation", "A signal of yours.");
        finds(&tomas, "delacroix", &case);
        office.officer("ines").accepts(&case);
        finds(&tomas, "lamp", &case);
        misses(&lee, "lamp", &case);
        // A part of it done by others is found by them as long as they do it.
        office.officer("tomas").asks_task(&case, "parks", "Cut the branches.");
        finds(&at_desk(&doors, "sam"), "lamp", &case);
        misses(&at_desk(&doors, "ada"), "lamp", &case);
    });
}

#[test]
fn a_complaint_is_not_found_by_whom_it_is_about() {
    both_engines(|office| {
        let doors = demo(office);
        let about = About { officer: Some(OfficerCode::new("grace")), ..About::default() };
        let asked = Request {
            service: "undefined-noise-disturbance".to_owned(),
            description: "Unfriendly, twice.".to_owned(),
            about,
            ..request()
        };
        let case = office.resident("x").sends(asked).unwrap();
        let reference = case.reference.to_string();
        for known in ["unfriendly", "delacroix", "555-0134", reference.as_str()] {
            misses(&at_desk(&doors, "grace"), known, &case);
            finds(&at_desk(&doors, "joan"), known, &case);
        }
    });
}
