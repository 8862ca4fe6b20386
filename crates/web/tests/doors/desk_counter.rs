//! A counter through the desk: whoever is next comes, is served, set aside or passed on, by forms alone.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use crate::desk_case::{doors, signed_in};
use testkit::both_engines;

const HALL: (&str, &str) = ("office", "city-hall");

fn sits<'d>(doors: &'d Doors<'d>, officer: &str, counter: &str) -> Browser<'d> {
    let browser = signed_in(doors, officer);
    let page = browser.get("/desk/counter").is(200);
    assert!(page.text.contains("Choose your counter"), "{}", page.text);
    does(&browser, &page, "seats", &[("to", counter)]).is(200);
    browser
}

fn does(browser: &Browser<'_>, page: &Page, deed: &str, fields: &[(&str, &str)]) -> Page {
    let fields = [&[HALL], fields].concat();
    browser.post(page, &format!("/desk/counter/{deed}"), &fields)
}

/// Presses the large button of a page that was read before.
fn presses_next(browser: &Browser<'_>, page: &Page) -> Page {
    let visit = page.text.split("desk-counter__next").nth(1).unwrap();
    let visit = visit.split("name=\"visit\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    does(browser, page, "calls", &[("visit", visit)])
}

/// The ticket that stands large on a page; empty where nobody is there.
fn called(page: &Page) -> String {
    let part = page.text.split("desk-counter__ticket\"><bdi>").nth(1);
    part.map_or_else(String::new, |part| part.split('<').next().unwrap().to_owned())
}

/// The visit whose ticket stands large.
fn visit(page: &Page) -> String {
    let form = page.text.split("desk-counter__next").nth(1).unwrap();
    form.split("name=\"visit\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn a_day_at_a_counter_needs_no_script_and_one_press_for_each_person() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = sits(&doors, "dora", "2");
        let page = dora.get("/desk/counter").is(200);
        assert!(page.text.contains("No one is at your counter") && page.text.contains("No one waits."));
        assert!(page.text.contains(" autofocus "), "the space bar presses Next at once");
        for (line, reason) in [("permits", ""), ("permits", "infant"), ("payments", "")] {
            let given =
                does(&dora, &page, "tickets", &[("to", line), ("language", "ta"), ("reason", reason)]);
            assert!(given.is(200).text.contains("is in the line."));
        }
        let first = presses_next(&dora, &page).is(200);
        assert_eq!(called(&first), "A02", "with a baby");
        assert!(first.text.contains("Called once") && first.text.contains("தமிழ்"), "{}", first.text);
        // The same press again, from a window that shows what was before: nobody else is called.
        assert_eq!(called(&presses_next(&dora, &page).is(200)), "A02");
        let here = does(&dora, &first, "arrivals", &[("visit", &visit(&first))]).is(200);
        assert!(here.text.contains("At your counter") && !here.text.contains("They did not come"));
        let second = presses_next(&dora, &here).is(200);
        assert_ne!(called(&second), "A02");
        let back = does(&dora, &second, "corrections", &[]).is(200);
        assert_eq!(called(&back), "A02", "a wrong press is taken back");
        let again = presses_next(&dora, &back).is(200);
        assert_eq!(called(&again), called(&second), "and nobody lost their place by it");
        let aside = does(&dora, &again, "pauses", &[("visit", &visit(&again))]).is(200);
        assert!(aside.text.contains("You set aside") && called(&aside).is_empty());
        let last = presses_next(&dora, &aside).is(200);
        assert!(!called(&last).is_empty());
        let stays = does(&dora, &last, "departures", &[]).is(409);
        assert!(stays.text.contains("finish with them"), "{}", stays.text);
        let passed =
            does(&dora, &last, "transfers", &[("visit", &visit(&last)), ("to", "counter:1")]).is(200);
        assert!(called(&passed).is_empty());
        does(&dora, &passed, "departures", &[]).is(200);
        assert!(dora.get("/desk/counter").is(200).text.contains("Choose your counter"));
    });
}

#[test]
fn a_counter_is_one_officers_and_what_cannot_be_is_said_in_words() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = sits(&doors, "dora", "2");
        let lee = signed_in(&doors, "lee");
        let page = lee.get("/desk/counter").is(200);
        assert!(page.text.contains("sits here"), "{}", page.text);
        let taken = does(&lee, &page, "seats", &[("to", "2")]).is(409);
        assert!(taken.text.contains("choose another"), "{}", taken.text);
        does(&lee, &page, "seats", &[("to", "99")]).is(404);
        does(&lee, &page, "calls", &[("visit", "")]).is(409);
        does(&lee, &page, "tables", &[]).is(404);
        let own = dora.get("/desk/counter").is(200);
        for (deed, fields, status) in [
            ("tickets", [("to", "no-such-line"), ("language", "en")], 422),
            ("tickets", [("to", "permits"), ("reason", "because")], 422),
            ("endings", [("visit", "no-visit"), ("to", "")], 404),
            ("transfers", [("visit", "00000000-0000-7000-8000-000000000000"), ("to", "counter:1")], 409),
        ] {
            let refused = does(&dora, &own, deed, &fields).is(status);
            assert!(refused.text.contains("desk-wrong"), "{deed}: {}", refused.text);
        }
        assert!(dora.get("/desk/counter").is(200).text.contains("No one waits."), "nothing changed");
    });
}
