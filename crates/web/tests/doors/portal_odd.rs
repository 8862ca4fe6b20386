//! Odd signs at the portal: markup is shown as it was typed, and what no text has is refused.

use crate::browser::Browser;
use crate::common::Doors;
use crate::portal::go_to;
use std::fmt::Write;
use testkit::both_engines;

const LIGHT: &str = "street-light-outages";

/// Signs that mean something to pages, feeds, queries or terminals.
const ODD: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;\u{202e}{{7*7}}%00';-- 🕳️";

/// Addresses that take something from whoever asks.
const ASKED: [&str; 15] = [
    "/services?q={}",
    "/suggest?q={}",
    "/feedback?about={}",
    "/reports?service={}&status={}&district={}",
    "/services/{}",
    "/help/{}",
    "/life/{}",
    "/ask/{}",
    "/asking/{}",
    "/cases/{}",
    "/reports/{}",
    "/resume/{}",
    "/nowhere/{}?x={}",
    "/where?lat={}",
    "/?lang={}",
];

#[test]
fn what_people_type_is_shown_as_they_typed_it_and_never_as_markup() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let own = [("pole-number", "<i>7</i>"), ("address", ODD), ("description", ODD), ("name", ODD)];
        let check = go_to(&browser, LIGHT, ("check", &own));
        let mut pages = vec![check.text.clone()];
        for step in ["where", "details", "contact", "form-pole-number", "later"] {
            pages.push(browser.get(&check.at.replace("check", step)).is(200).text);
        }
        let done = browser.submit(&check, &[]).is(200);
        let reference = done.by_id("reference");
        pages.push(done.text);
        let message = browser.get(&format!("/cases/{reference}/message"));
        pages.push(browser.submit(&message, &[("words", ODD)]).is(200).text);
        let case = testkit::CaseHandle { reference: reference.parse().unwrap(), secret: String::new() };
        let spoken = ODD.replace('\u{202e}', "");
        office.officer("lee").replies(&case, &spoken);
        office.officer("lee").resolves(&case, "done", &spoken);
        office.settle();
        pages.push(browser.get(&format!("/cases/{reference}")).is(200).text);
        for act in ["rating", "reopening", "contact"] {
            let page = browser.get(&format!("/cases/{reference}/{act}"));
            let fields = [("words", ODD), ("score", ODD), ("email", ODD), ("name", ODD)];
            pages.push(if act == "reopening" {
                page.text
            } else {
                browser.submit(&page, &fields).is(422).text
            });
        }
        let follow = browser.get("/follow");
        pages.push(browser.post(&follow, "/follow", &[("reference", ODD), ("secret", ODD)]).is(422).text);
        let feedback = browser.get("/feedback");
        pages.push(browser.submit(&feedback, &[("words", ODD), ("about", ODD)]).is(422).text);
        let odd = ODD.replace('\u{202e}', "").bytes().fold(String::new(), |mut odd, byte| {
            let _ = write!(odd, "%{byte:02X}");
            odd
        });
        for path in [
            "/reports",
            "/reports.rss",
            "/open311/v2/requests.xml",
            &format!("/reports/{reference}"),
            &format!("/reports/{reference}/feed.rss"),
        ] {
            pages.push(browser.get(path).is(200).text);
        }
        for path in ASKED {
            pages.push(browser.get(&path.replace("{}", &odd)).text);
        }
        for text in pages {
            for markup in ["<script>alert", "<img src=x", "'><img", "<i>7</i>", "\u{202e}"] {
                let at = text.find(markup).map(|at| text[..at].chars().rev().take(200).collect::<Vec<_>>());
                let before: Option<String> = at.map(|chars| chars.into_iter().rev().collect());
                assert_eq!(before, None, "{markup} after this");
            }
        }
        let case = browser.get(&format!("/cases/{reference}")).text;
        assert!(
            case.contains("&#60;script&#62;alert(1)")
                && case.contains("&#38;amp;")
                && case.contains("{{7*7}}")
        );
    });
}

#[test]
fn signs_that_no_text_has_are_refused_in_every_field_and_break_nothing() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let check = go_to(&browser, LIGHT, ("check", &[("pole-number", "7")]));
        let at = |step: &str| browser.get(&check.at.replace("check", step)).is(200);
        let bad = "7\0\u{1}";
        for (step, field) in [
            ("where", "address"),
            ("where", "lat"),
            ("details", "description"),
            ("contact", "name"),
            ("contact", "email"),
            ("contact", "phone"),
            ("contact", "language"),
            ("form-pole-number", "pole-number"),
            ("similar", "same"),
            ("where", "something-else"),
        ] {
            let page = if step == "similar" { at("where") } else { at(step) };
            let again = browser.submit(&page, &[(field, bad)]).is(422);
            assert!(
                again.wrong().iter().any(|text| text.contains("cannot read")),
                "{field}: {:?}",
                again.wrong()
            );
        }
        let done = browser.submit(&at("check"), &[]).is(200);
        let reference = done.by_id("reference");
        for act in ["message", "withdrawal", "contact"] {
            let page = browser.get(&format!("/cases/{reference}/{act}"));
            let fields = [("words", bad), ("name", bad), ("email", bad)];
            assert!(browser.submit(&page, &fields).is(422).wrong()[0].contains("cannot read"), "{act}");
        }
        let feedback = browser.get("/feedback");
        for fields in [[("score", "3"), ("words", bad)], [("score", "3"), ("about", bad)]] {
            browser.submit(&feedback, &fields).is(422);
        }
        assert!(browser.get("/feedback?about=%00/x").is(400).text.contains("<html"));
        let follow = browser.get("/follow");
        browser.post(&follow, "/follow", &[("reference", bad), ("secret", bad)]).is(422);
        browser.post(&follow, "/offline-drafts", &[("service", bad), ("address", bad), ("description", bad)]);
        browser.post(
            &follow,
            "/offline-drafts",
            &[("service", LIGHT), ("address", bad), ("description", bad)],
        );
        for path in [
            "/services?q=%00",
            "/reports?district=%00&status=%00&service=%00",
            "/services/%00",
            "/cases/%00",
            "/asking/%00",
            "/suggest?q=%00",
            "/where?lat=%00&long=%00",
            "/life/%00",
            "/resume/%00",
            "/reports/%00",
            "/reports.json?south=%00",
        ] {
            assert!(browser.get(path).status < 500, "{path}");
        }
    });
}

#[test]
fn signs_that_no_text_has_are_refused_through_the_api_too() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let bad = "7\0";
        let ask = |body: serde_json::Value| doors.call("POST", "/cases", "", &body).is(422);
        ask(serde_json::json!({"service": LIGHT, "description": bad}));
        for field in ["name", "email", "phone", "language"] {
            ask(serde_json::json!({"service": LIGHT, "description": "Dark.", "person": {field: bad}}));
        }
        for field in ["address", "address_id", "zipcode"] {
            ask(serde_json::json!({"service": LIGHT, "description": "Dark.", "place": {field: bad}}));
        }
        ask(
            serde_json::json!({"service": LIGHT, "description": "Dark.", "media_url": "https://a.example/\0"}),
        );
        doors.call("GET", "/cases?district=%00", "", &serde_json::Value::Null).is(400);
    });
}

#[test]
fn words_that_are_too_long_are_said_in_the_page_s_language() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "fr");
        let done = go_to(&browser, LIGHT, ("done", &[]));
        let message = browser.get(&format!("/cases/{}/message", done.by_id("reference")));
        let long = "é".repeat(20_001);
        let again = browser.submit(&message, &[("words", &long)]).is(422);
        assert!(
            again.wrong()[0].contains("20000") && again.text.contains("id=\"words-error\""),
            "{:?}",
            again.wrong()
        );
        assert!(again.text.contains(&long), "it is kept");
        assert!(!again.wrong()[0].contains("use at most"), "{:?}", again.wrong());
    });
}
