//! A form whose definition changed half-way: the house starts again with other data, and somebody goes on.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use crate::portal::{go_on, go_to};
use office::city::CityFile;
use std::collections::BTreeMap;
use testkit::{TestOffice, both_engines_changed};

const PICKUP: &str = "schedule-a-bulk-item-pickup-ss";
const FORM: &str = "forms/bulk-item-pickup.toml";
const SERVICES: &str = "services/public-works.toml";

/// What was answered before the change.
const ANSWERS: [(&str, &str); 6] = [
    ("debris", "no"),
    ("items.1.what", "sofa"),
    ("items.1.how-many", "2"),
    ("date-day", "10"),
    ("date-month", "3"),
    ("date-year", "2015"),
];

/// Writes something else into a file of the city.
#[track_caller]
fn edit(files: &mut [CityFile], path: &str, changes: &[(&str, &str)]) {
    let file = files.iter_mut().find(|file| file.path == path).unwrap();
    for (from, to) in changes {
        assert!(file.text.contains(from), "{from}");
        file.text = file.text.replacen(from, to, 1);
    }
}

/// Takes a service away, wherever it is named.
fn vanish(files: &mut [CityFile]) {
    files.iter_mut().for_each(|file| file.text = file.text.replace(PICKUP, "something-else"));
}

/// Where somebody was when the house stopped, and what their browser keeps.
type Left = (String, BTreeMap<String, String>);

/// Asks for a pickup up to a page, and leaves it there.
fn begin(office: &TestOffice, until: &str) -> Left {
    let doors = Doors::of(office);
    let browser = Browser::of(&doors, "en");
    let page = go_to(&browser, PICKUP, (until, &ANSWERS));
    (page.at.rsplit_once('/').unwrap().0.to_owned(), browser.cookies())
}

/// Tells what happens to somebody who had come to a page when the city's data changed.
fn changed(until: &str, change: impl Fn(&mut [CityFile]), after: impl Fn(&Browser<'_>, &str)) {
    both_engines_changed(
        |files| change(files),
        |office| begin(office, until),
        |office, (asking, cookies)| {
            let doors = Doors::of(office);
            after(&Browser::again(&doors, "en", cookies), &asking);
        },
    );
}

/// What was sent in the end.
fn sent(browser: &Browser<'_>, done: &Page) -> String {
    assert_eq!(done.step(), "done", "{:?}", done.wrong());
    browser.get(&format!("/cases/{}", done.by_id("reference"))).is(200).text
}

#[test]
fn a_field_that_must_be_answered_since_is_asked_before_anything_is_sent() {
    let added = [
        ("required = [\"debris\", \"items\"", "required = [\"debris\", \"floor\", \"items\""),
        (
            "[schema.properties.debris]\n",
            "[schema.properties.floor]\ntype = \"integer\"\n\n[schema.properties.debris]\n",
        ),
        ("[[page]]\nask = [\"photos\"]", "[[page]]\nask = [\"floor\"]\n\n[[page]]\nask = [\"photos\"]"),
        (
            "[words.debris]",
            "[words.floor]\ntitle = { en = \"On which floor do you live?\", es = \"¿En qué piso vive?\" }\n\n[words.debris]",
        ),
    ];
    changed(
        "check",
        |files| edit(files, FORM, &added),
        |browser, asking| {
            let refused = browser.submit(&browser.get(&format!("{asking}/check")).is(200), &[]).is(422);
            assert_eq!(refused.wrong(), ["A page is still empty. Please fill it in."]);
            assert!(refused.text.contains(&format!("href=\"{asking}/form-floor\"")), "it leads to the page");
            assert!(refused.text.contains("A sofa or a chair"), "what was answered is kept");
            let floor = browser.get(asking).is(200);
            assert!(floor.step() == "form-floor" && floor.text.contains("On which floor do you live?"));
            let check = browser.submit(&floor, &[("floor", "٣")]).is(200);
            assert_eq!(check.step(), "check");
            sent(browser, &browser.submit(&check, &[]).is(200));
        },
    );
}

#[test]
fn a_field_that_must_be_answered_since_on_a_page_that_was_filled_in_is_named_there() {
    let needed =
        [("required = [\"what\", \"how-many\"]", "required = [\"what\", \"how-many\", \"details\"]")];
    changed(
        "check",
        |files| edit(files, FORM, &needed),
        |browser, asking| {
            let refused = browser.submit(&browser.get(&format!("{asking}/check")), &[]).is(422);
            assert_eq!(refused.wrong(), ["Answer this question: What should we know about it?"]);
            let page = browser.get(&format!("{asking}/form-items")).is(200);
            assert!(page.text.contains("value=\"2\""), "what still fits is kept");
            let again = browser
                .submit(
                    &page,
                    &[("items.1.what", "sofa"), ("items.1.how-many", "2"), ("items.1.details", "")],
                )
                .is(422);
            assert!(again.text.contains("id=\"items-1-details-error\""), "{}", again.text);
            let fields = [("items.1.what", "sofa"), ("items.1.how-many", "2"), ("items.1.details", "Red.")];
            let check = browser.submit(&again, &fields).is(200);
            sent(browser, &browser.submit(&check, &[]).is(200));
        },
    );
}

#[test]
fn an_answer_to_what_is_no_longer_asked_is_left_out_and_stops_nobody() {
    let removed = [
        ("[schema.properties.items.items.properties.details]\ntype = \"string\"\nmaxLength = 100\n", ""),
        (
            "[words.\"items.details\"]\ntitle = { en = \"What should we know about it?\"",
            "# gone = { en = \"\"",
        ),
        ("hint = { en = \"For example, how large it is.\"", "# gone = { en = \"\""),
        ("[schema.properties.date]\ntype = \"string\"\nformat = \"date\"\n", ""),
        ("\"doors-off\", \"date\"]", "\"doors-off\"]"),
        ("[[page]]\nask = [\"date\"]\n", ""),
        ("[[check]]\nwhen = \"date < today\"\nat = \"date\"\nsay =", "# gone ="),
        ("[[check]]\nwhen = \"days(today, date) > 60\"\nat = \"date\"\nsay =", "# gone ="),
        ("[words.date]\ntitle =", "# gone ="),
        ("hint = { en = \"We come on your next trash day after that.\"", "# gone = { en = \"\""),
    ];
    changed(
        "check",
        |files| edit(files, FORM, &removed),
        |browser, asking| {
            let check = browser.get(&format!("{asking}/check")).is(200);
            assert!(check.text.contains("A sofa or a chair") && !check.text.contains("10 March 2015"));
            let case = sent(browser, &browser.submit(&check, &[]).is(200));
            assert!(!case.contains("10 March"));
        },
    );
}

#[test]
fn an_option_that_is_gone_is_asked_again_at_its_field() {
    let gone = [
        ("[\"mattress\", \"sofa\", \"fridge\"", "[\"mattress\", \"fridge\""),
        ("\nsofa = { en = \"A sofa or a chair\"", "\n# sofa = { en = \"A sofa or a chair\""),
    ];
    changed(
        "check",
        |files| edit(files, FORM, &gone),
        |browser, asking| {
            let refused = browser.submit(&browser.get(&format!("{asking}/check")).is(200), &[]).is(422);
            assert_eq!(refused.wrong(), ["Choose one of the answers: What is it?"]);
            assert!(refused.text.contains(&format!("href=\"{asking}/form-items\"")));
            let page = browser.get(&format!("{asking}/form-items")).is(200);
            assert!(!page.text.contains("checked"), "nothing is chosen");
            assert!(page.text.contains("value=\"2\""), "what still fits is kept");
            let still = browser.submit(&page, &[("items.1.what", "sofa"), ("items.1.how-many", "2")]).is(422);
            assert!(still.text.contains("id=\"items-1-what-error\""));
            let check =
                browser.submit(&page, &[("items.1.what", "other"), ("items.1.how-many", "2")]).is(200);
            let case = sent(browser, &browser.submit(&check, &[]).is(200));
            assert!(!case.contains("sofa") || case.contains("A sofa."), "{case}");
        },
    );
}

#[test]
fn pages_that_came_together_ask_for_what_is_missing_and_those_that_were_split_ask_each() {
    // Before: debris, items. Since: debris and date on one page, and photos first.
    let merged = [
        (
            "[[page]]\nask = [\"debris\"]\n",
            "[[page]]\nask = [\"debris\", \"date\"]\ntitle = { en = \"First\", es = \"Primero\" }\n",
        ),
        ("[[page]]\nask = [\"date\"]\n", ""),
    ];
    changed(
        "form-date",
        |files| edit(files, FORM, &merged),
        |browser, asking| {
            // The page counts as filled in by its first question; what is missing on it is found before it is sent.
            let check = go_on(browser, browser.get(asking), ("check", &[("address", "1 City Hall Square")]));
            let refused = browser.submit(&check, &[]).is(422);
            assert_eq!(refused.wrong(), ["Answer this question: On which day will it be out?"]);
            assert!(refused.text.contains(&format!("href=\"{asking}/form-debris\"")));
            let page = browser.get(&format!("{asking}/form-debris"));
            assert!(page.text.contains("value=\"no\" checked"), "{}", page.text);
            let check = browser.submit(&page, &ANSWERS).is(200);
            sent(browser, &browser.submit(&check, &[]).is(200));
        },
    );
    // What was asked together before is asked on two pages now: debris and date, with date as its own page again.
    let (together, apart) = (
        "[[page]]\nask = [\"date\"]\n\n[[page]]\nask = [\"photos\"]\n",
        "[[page]]\nask = [\"date\"]\n\n[[page]]\nask = [\"slot\"]\n\n[[page]]\nask = [\"photos\"]\n",
    );
    let split = [
        (together, apart),
        (
            "[schema.properties.date]\n",
            "[schema.properties.slot]\ntype = \"boolean\"\n\n[schema.properties.date]\n",
        ),
        (
            "[words.date]\n",
            "[words.slot]\ntitle = { en = \"In the morning?\", es = \"¿Por la mañana?\" }\n\n[words.date]\n",
        ),
    ];
    changed(
        "check",
        |files| edit(files, FORM, &split),
        |browser, asking| {
            let slot = browser.get(asking).is(200);
            assert_eq!(slot.step(), "form-slot", "only the new half is asked");
            let check = browser.submit(&slot, &[("slot", "yes")]).is(200);
            assert!(check.step() == "check" && check.text.contains("10 March 2015"), "{}", check.text);
            sent(browser, &browser.submit(&check, &[]).is(200));
        },
    );
}

#[test]
fn a_stop_that_holds_since_is_said_before_anything_is_sent() {
    let stop = [(
        "[[check]]\nwhen = \"doors_off == false\"",
        "[[stop]]\nwhen = \"items.exists(item, item.what == 'sofa')\"\ntitle = { en = \"No sofas\", es = \"No sofás\" }\n\
         text = { en = \"We take no sofas any more.\", es = \"Ya no recogemos sofás.\" }\n\n\
         [[check]]\nwhen = \"doors_off == false\"",
    )];
    changed(
        "check",
        |files| edit(files, FORM, &stop),
        |browser, asking| {
            let refused = browser.submit(&browser.get(&format!("{asking}/check")).is(200), &[]).is(422);
            assert_eq!(refused.wrong(), ["We take no sofas any more."]);
            let stopped = browser.get(asking).is(200);
            assert!(stopped.step() == "stop" && stopped.text.contains("No sofas"), "{}", stopped.at);
            let page = browser.get(&format!("{asking}/form-items")).is(200);
            let check =
                browser.submit(&page, &[("items.1.what", "other"), ("items.1.how-many", "2")]).is(200);
            sent(browser, &browser.submit(&check, &[]).is(200));
        },
    );
}

/// Every page of a request whose service is gone says so, and nothing is sent.
fn is_gone(browser: &Browser<'_>, asking: &str) {
    let token = browser.get("/feedback").is(200);
    for path in ["", "/check", "/form-items", "/stop"] {
        let page = browser.get(&format!("{asking}{path}")).is(410);
        assert!(page.text.contains("You can no longer ask for this here"), "{path}: {}", page.text);
        assert!(page.text.contains("What you wrote was not sent"));
    }
    for path in ["/check", "/form-items"] {
        browser.post(&token, &format!("{asking}{path}"), &ANSWERS).is(410);
    }
    browser.get(&format!("/ask/{PICKUP}")).is(404);
    // It can still be thrown away, or left.
    let later = browser.get(&format!("{asking}/later")).is(200);
    browser.submit(&later, &[("discard", "yes")]);
    browser.get(asking).is(404);
    assert!(browser.get("/follow").is(200).text.contains("name=\"secret\""));
}

#[test]
fn a_service_that_is_no_longer_open_to_the_web_says_so_and_shows_the_other_ways() {
    let pickup = "kind = \"booking\"\nqueue = \"public-works-sanitation\"\nchannels = [\"web\", ";
    let closed = [(pickup, "kind = \"booking\"\nqueue = \"public-works-sanitation\"\nchannels = [")];
    changed(
        "check",
        |files| edit(files, SERVICES, &closed),
        |browser, asking| {
            let page = browser.get(asking).is(410);
            assert!(
                page.text.contains(&format!("href=\"/services/{PICKUP}\"")),
                "it leads to the other ways"
            );
            let service = browser.get(&format!("/services/{PICKUP}")).is(200);
            assert!(service.text.contains("You cannot ask for this online"));
            is_gone(browser, asking);
        },
    );
}

#[test]
fn a_service_that_vanished_says_so() {
    changed("check", vanish, |browser, asking| {
        browser.get(&format!("/services/{PICKUP}")).is(404);
        is_gone(browser, asking);
    });
}

#[test]
fn a_request_that_was_sent_is_shown_after_its_service_vanished() {
    both_engines_changed(
        |files| vanish(files),
        |office| {
            let (asking, cookies) = begin(office, "done");
            office.settle();
            (asking, cookies)
        },
        |office, (asking, cookies)| {
            let doors = Doors::of(office);
            let browser = Browser::again(&doors, "en", cookies);
            let done = browser.get(&asking).is(200);
            assert_eq!(done.step(), "done");
            let reference = done.by_id("reference");
            browser.get(&format!("/cases/{reference}")).is(200);
            assert!(browser.get("/follow").is(200).text.contains(&reference));
            browser.get(&format!("/reports/{reference}")).is(200);
            let message = browser.get(&format!("/cases/{reference}/message")).is(200);
            browser.submit(&message, &[("words", "Is it still coming?")]).is(200);
        },
    );
}
