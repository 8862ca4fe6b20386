//! One line through the doors: being called back from the page of a visit, and calls and cases at a counter.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use crate::desk_case::{doors, signed_in};
use jiff::SignedDuration;
use testkit::both_engines;

const HALL: (&str, &str) = ("office", "city-hall");
const LIGHT: &str = "street-light-outages";

fn joins(browser: &Browser<'_>, line: &str) -> Page {
    let page = browser.get("/offices/city-hall").is(200);
    browser.submit(&page, &[("line", line), ("language", "en")]).is(200)
}

fn address(page: &Page) -> String {
    page.at.split('?').next().unwrap().to_owned()
}

/// The page of a visit as it is now.
fn seen(browser: &Browser<'_>, visit: &Page) -> Page {
    browser.get(&format!("{}?lang=en", address(visit))).is(200)
}

fn asks(browser: &Browser<'_>, visit: &Page, phone: &str) -> Page {
    let form = browser.get(&format!("{}/call-back", address(visit))).is(200);
    assert!(form.text.contains("type=\"tel\"") && form.text.contains("You keep your place"), "{}", form.text);
    browser.submit(&form, &[("phone", phone)])
}

fn sits<'d>(doors: &'d Doors<'d>, officer: &str, counter: &str) -> Browser<'d> {
    let browser = signed_in(doors, officer);
    let page = browser.get("/desk/counter").is(200);
    does(&browser, &page, "seats", &[("to", counter)]).is(200);
    browser
}

fn does(browser: &Browser<'_>, page: &Page, deed: &str, fields: &[(&str, &str)]) -> Page {
    browser.post(page, &format!("/desk/counter/{deed}"), &[&[HALL], fields].concat())
}

/// What the large button names.
fn named(page: &Page, name: &str) -> String {
    let form = page.text.split("desk-counter__next").nth(1).unwrap();
    let value = form.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
    value.split('"').next().unwrap().to_owned()
}

fn presses_next(browser: &Browser<'_>, page: &Page) -> Page {
    let (visit, case) = (named(page, "visit"), named(page, "case"));
    does(browser, page, "calls", &[("visit", &visit), ("case", &case)]).is(200)
}

#[test]
fn whoever_asks_at_home_is_told_when_the_call_comes_and_what_became_of_it() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = sits(&doors, "lee", "1");
        let mae = Browser::of(&doors, "en");
        joins(&Browser::of(&doors, "en"), "permits");
        office.clock.advance(SignedDuration::from_secs(1));
        let visit = joins(&mae, "permits");
        assert!(visit.text.contains("Ask us to call you back"), "{}", visit.text);
        let wrong = asks(&mae, &visit, "Mae <script>").is(422);
        assert!(wrong.text.contains("Write a phone number with its country"), "{}", wrong.text);
        assert!(wrong.text.contains("Mae &#60;script&#62;"), "what was written is kept: {}", wrong.text);
        let asked = asks(&mae, &visit, "+1 617 555 0134").is(200);
        assert!(
            asked.text.contains("We will call you") && asked.text.contains("The call should come between")
        );
        assert!(asked.text.contains("0134") && !asked.text.contains("555"), "the end of the number alone");
        assert!(!asked.text.contains("I am running late") && asked.text.contains("Change the number"));
        office.clock.advance(SignedDuration::from_mins(45));
        assert!(seen(&mae, &visit).text.contains("and we are late"), "we say so");
        let arabic = mae.get(&format!("{}?lang=ar", address(&visit))).is(200);
        assert!(arabic.text.contains("سنتصل بك"), "{}", arabic.text);
        let page = lee.get("/desk/counter").is(200);
        assert!(
            page.text.contains("Call-back") && !page.text.contains("6175550134"),
            "not before their turn"
        );
        let first = presses_next(&lee, &page);
        let second = presses_next(&lee, &first);
        assert!(second.text.contains("href=\"tel:+16175550134\""), "{}", second.text);
        assert!(second.text.contains("They answered") && !second.text.contains("Call again"));
        assert!(seen(&mae, &visit).text.contains("We are calling you now"));
        let id = named(&second, "visit");
        does(&lee, &second, "recalls", &[("visit", &id)]).is(409);
        let missed = does(&lee, &second, "no-shows", &[("visit", &id)]).is(200);
        assert!(missed.text.contains("tried again after"), "{}", missed.text);
        let told = seen(&mae, &visit);
        assert!(told.text.contains("You did not answer our call") && told.text.contains("We call once more"));
        office.clock.advance(SignedDuration::from_mins(11));
        office.settle();
        let again = presses_next(&lee, &lee.get("/desk/counter").is(200));
        assert!(again.text.contains("Did not answer once"), "{}", again.text);
        let here = does(&lee, &again, "arrivals", &[("visit", &id)]).is(200);
        assert!(here.text.contains("On the phone with you"));
        assert!(seen(&mae, &visit).text.contains("You are on the phone with Counter 1"));
    });
}

#[test]
fn an_officer_and_the_reception_take_numbers_of_those_who_wait_elsewhere() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = sits(&doors, "lee", "1");
        let page = lee.get("/desk/counter").is(200);
        let let_in = |phone| [("to", "permits"), ("language", "ta"), ("reason", ""), ("phone", phone)];
        does(&lee, &page, "tickets", &let_in("not a number")).is(422);
        does(&lee, &page, "tickets", &let_in("617 555 0135")).is(200);
        office.clock.advance(SignedDuration::from_secs(1));
        let fields = [HALL, ("line", "permits"), ("language", "en"), ("phone", "617 555 0136")];
        lee.post(&lee.get("/desk/reception").is(200), "/desk/reception", &fields).is(200);
        does(&lee, &page, "tickets", &let_in("")).is(200);
        let page = lee.get("/desk/counter").is(200);
        assert_eq!(page.text.matches(">Call-back<").count(), 2, "{}", page.text);
        let id = page.text.rsplit("id=\"phone-").next().unwrap().split('"').next().unwrap().to_owned();
        does(&lee, &page, "call-backs", &[("visit", &id), ("phone", "")]).is(422);
        let home = does(&lee, &page, "call-backs", &[("visit", &id), ("phone", "617 555 0137")]).is(200);
        assert_eq!(home.text.matches(">Call-back<").count(), 3, "{}", home.text);
        let called = presses_next(&lee, &home);
        assert!(called.text.contains("tel:6175550135") && called.text.contains("தமிழ்"), "{}", called.text);
    });
}

#[test]
fn who_asks_too_often_or_has_no_place_is_told_so_and_nothing_is_kept() {
    both_engines(|office| {
        let doors = doors(office);
        let mae = Browser::of(&doors, "en");
        for path in ["/visits/0000-0000-0000-0000/call-back", "/visits/none/call-back"] {
            mae.get(path).is(404);
        }
        for _ in 0..3 {
            let joe = Browser::of(&doors, "en");
            let visit = joins(&joe, "payments");
            asks(&joe, &visit, "617 555 0134").is(200);
        }
        let visit = joins(&mae, "permits");
        let refused = asks(&mae, &visit, "617 555 0134").is(422);
        assert!(refused.text.contains("We call this number for other tickets already"), "{}", refused.text);
        assert!(seen(&mae, &visit).text.contains("You are in the line"));
    });
}

#[test]
fn a_case_comes_to_the_counter_when_it_is_next_and_goes_as_it_came() {
    both_engines(|office| {
        let doors = doors(office);
        let light = office.resident("Mae Lee").reports(LIGHT, "The lamp at 12 Main St is dark.");
        office.settle();
        let lee = sits(&doors, "lee", "1");
        let page = lee.get("/desk/counter").is(200);
        assert!(page.text.contains("What you take") && !page.text.contains("Why this first"));
        does(&lee, &page, "kinds", &[("to", "everything")]).is(422);
        let both = does(&lee, &page, "kinds", &[("to", "both")]).is(200);
        assert!(
            both.text.contains("Written work waits: ") && both.text.contains("officer is free for visits"),
            "{}",
            both.text
        );
        let page = does(&lee, &both, "kinds", &[("to", "written")]).is(200);
        let given = presses_next(&lee, &page);
        let link = format!("/desk/cases/{}?lang=en", light.reference);
        assert!(given.text.contains("A case for you") && given.text.contains(&link), "{}", given.text);
        assert!(given.text.contains("The lamp at 12 Main St is dark."));
        // The same press from a window that shows what was before.
        assert_eq!(named(&presses_next(&lee, &page), "case"), named(&given, "case"));
        let back = does(&lee, &given, "corrections", &[]).is(200);
        assert!(!back.text.contains("A case for you"));
        assert_eq!(office.house().sees(&light).case.state.assignee, None);
        let given = presses_next(&lee, &back);
        let case = named(&given, "case");
        let down = does(&lee, &given, "put-downs", &[("case", &case)]).is(200);
        assert!(!down.text.contains("A case for you"), "{}", down.text);
        does(&lee, &down, "put-downs", &[("case", &case)]).is(409);
        does(&lee, &down, "put-downs", &[("case", "none")]).is(404);
        assert!(office.house().sees(&light).case.state.assignee.is_some(), "it stays theirs");
    });
}
