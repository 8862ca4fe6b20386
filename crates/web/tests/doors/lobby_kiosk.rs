//! A kiosk through the doors: a ticket in a few touches, nothing left for the next one, and tickets told later.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use crate::lobby_devices::{set_up, switch_off};
use axum::body::Body;
use axum::http::{Method, Request, header};
use jiff::SignedDuration;
use office::lobby;
use serde_json::{Value, json};
use terms::{Announcement, DeviceKind, LineCode, OfficeCode};
use testkit::{TestOffice, both_engines};

fn kiosk<'d>(doors: &'d Doors<'d>, office: &TestOffice) -> Browser<'d> {
    let browser = Browser::of(doors, "en");
    browser.get(&set_up(office, DeviceKind::Kiosk).1);
    browser
}

fn waiting(office: &TestOffice) -> Vec<String> {
    let hall = OfficeCode::new("city-hall");
    let present = office.officer("lee").tries(move |tx, act| lobby::present(tx, act, &hall)).unwrap();
    present.iter().map(|visit| format!("{} {} {}", visit.ticket, visit.language, visit.entry)).collect()
}

/// What stands in the value of a hidden field.
fn hidden(page: &Page, name: &str) -> String {
    let rest = page.text.split(&format!("name=\"{name}\" value=\"")).nth(1).expect(name);
    rest.split('"').next().unwrap().to_owned()
}

fn touches(browser: &Browser<'_>, page: &Page, line: &str) -> Page {
    let (token, key) = (hidden(page, "token"), hidden(page, "key"));
    let fields = [("token", token.as_str()), ("key", key.as_str()), ("line", line)];
    browser.post_raw("/kiosk/tickets?lang=ta&look=lc", &fields, "same-origin")
}

#[test]
fn a_ticket_takes_two_touches_and_leaves_nothing_for_the_next_one() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = kiosk(&doors, office);
        let start = browser.get("/kiosk").is(200);
        for words in ["English", "Español", "العربية", "தமிழ்", "हिन्दी", "Français", "speak with a person"]
        {
            assert!(start.text.contains(words), "{words}");
        }
        let lines = browser.get("/kiosk/for?lang=ta&look=lc").is(200);
        assert!(
            lines.text.contains("உரிமங்கள் மற்றும் அனுமதிகள்")
                && lines.text.contains("kiosk--large kiosk--contrast")
        );
        let ticket = touches(&browser, &lines, "permits").is(200);
        assert!(ticket.at.starts_with("/kiosk/ticket?lang=ta&look=lc"), "{}", ticket.at);
        assert!(ticket.text.contains(">A01</p>") && ticket.text.contains("<path d=\"M4 4h1v1h-1z"));
        assert_eq!(waiting(office), ["A01 ta kiosk"]);
        // A second touch of the same tile is the same ticket.
        assert!(touches(&browser, &lines, "permits").text.contains(">A01</p>"));
        assert_eq!(waiting(office).len(), 1);
        let answer = browser.raw("/kiosk/end");
        assert_eq!(answer.header(header::LOCATION), "/kiosk");
        assert_eq!(browser.cookies()["__Host-kiosk-visit"], "");
        let back = browser.raw("/kiosk/ticket?lang=ta");
        assert_eq!((back.status.as_u16(), back.header(header::LOCATION)), (303, "/kiosk"));
    });
}

#[test]
fn every_page_of_a_kiosk_is_kept_by_nobody_and_goes_on_without_a_script() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = kiosk(&doors, office);
        for (path, next) in [
            ("/kiosk", "content=\"60;url=/kiosk\""),
            ("/kiosk/for?lang=ar", "content=\"60;url=/kiosk/still?lang=ar&#38;look=&#38;at=%2Fkiosk%2Ffor\""),
            ("/kiosk/still?lang=ar&at=/kiosk/for", "content=\"30;url=/kiosk/end\""),
            ("/kiosk/still?lang=ar&at=https://elsewhere.example/", "content=\"30;url=/kiosk/end\""),
        ] {
            let answer = browser.raw(path);
            assert_eq!(answer.header(header::CACHE_CONTROL), "no-store", "{path}");
            assert!(answer.text.contains(next), "{path}: {}", answer.text);
            assert!(!answer.text.contains("elsewhere.example"));
        }
        let still = browser.get("/kiosk/still?lang=ar&at=/kiosk/for");
        assert!(
            still.text.contains("href=\"/kiosk/for?lang=ar&#38;look=\"")
                && still.text.contains("dir=\"rtl\"")
        );
    });
}

#[test]
fn a_kiosk_of_a_closed_office_says_when_it_opens_and_gives_out_nothing() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = kiosk(&doors, office);
        let lines = browser.get("/kiosk/for?lang=en");
        office.hours(10);
        assert!(browser.get("/kiosk").text.contains("The office is closed now."));
        let closed = touches(&browser, &lines, "permits").is(200);
        assert!(closed.text.contains("ticket") || closed.at.starts_with("/kiosk/for"), "{}", closed.at);
        assert_eq!(waiting(office), Vec::<String>::new());
        office.hours(14);
        office.settle();
    });
}

#[test]
fn nobody_takes_a_ticket_at_a_screen_that_is_no_kiosk_or_from_elsewhere() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let stranger = Browser::of(&doors, "en");
        let board = Browser::of(&doors, "en");
        board.get(&set_up(office, DeviceKind::Board).1);
        for path in ["/kiosk", "/kiosk/for", "/kiosk/ticket", "/kiosk/alone", "/kiosk/end"] {
            assert_eq!(stranger.raw(path).status.as_u16(), 403, "{path}");
            assert_eq!(board.raw(path).status.as_u16(), 403, "{path}");
        }
        let (id, address) = set_up(office, DeviceKind::Kiosk);
        let browser = Browser::of(&doors, "en");
        browser.get(&address);
        let lines = browser.get("/kiosk/for?lang=en");
        let (token, key) = (hidden(&lines, "token"), hidden(&lines, "key"));
        for (token, key, site) in [
            (token.as_str(), key.as_str(), "cross-site"),
            ("x", key.as_str(), "same-origin"),
            (token.as_str(), "short", "same-origin"),
        ] {
            let fields = [("token", token), ("key", key), ("line", "permits")];
            browser.post_raw("/kiosk/tickets?lang=en", &fields, site);
        }
        let fields = [("token", token.as_str()), ("key", key.as_str()), ("line", "nothing")];
        assert_eq!(browser.post_raw("/kiosk/tickets?lang=en", &fields, "same-origin").status, 422);
        assert_eq!(waiting(office), Vec::<String>::new());
        switch_off(office, id);
        assert_eq!(browser.raw("/kiosk").status.as_u16(), 403);
    });
}

/// What the kiosk's own script asks: the status, and what it is answered.
fn asks(browser: &Browser<'_>, (method, path): (Method, &str), token: &str, body: &Value) -> (u16, Value) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("sec-fetch-site", "same-origin")
        .header("kiosk-token", token)
        .header(header::CONTENT_TYPE, "application/json");
    let answer = browser.send(request, Body::from(body.to_string()));
    (answer.status.as_u16(), serde_json::from_str(&answer.text).unwrap_or_default())
}

#[test]
fn tickets_that_were_given_out_without_a_network_are_told_as_often_as_need_be() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = kiosk(&doors, office);
        let alone = browser.get("/kiosk/alone").is(200);
        assert!(alone.text.contains("data-line=\"permits\" data-letter=\"A\""), "all lines are kept");
        let token = alone.text.split("data-token=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let (status, numbers) = asks(&browser, (Method::POST, "/kiosk/numbers"), &token, &json!({}));
        assert_eq!((status, &numbers["numbers"]["first"]), (200, &json!(501)));
        assert_eq!(numbers["numbers"]["day"], "2015-03-02");
        office.clock.advance(SignedDuration::from_mins(20));
        // The kiosk's own clock stands in another year.
        let told = json!({ "language": "fr", "given_at": 1_000_000, "now": 1_300_000 });
        let path = "/kiosk/tickets/2015-03-02/permits/501";
        for _ in 0..3 {
            let (status, answer) = asks(&browser, (Method::PUT, path), &token, &told);
            assert_eq!((status, &answer["answer"]), (200, &json!("joined")));
        }
        assert_eq!(waiting(office), ["A501 fr kiosk"]);
        let yesterday = "/kiosk/tickets/2015-03-01/permits/502";
        let (status, answer) = asks(&browser, (Method::PUT, yesterday), &token, &told);
        assert_eq!((status, &answer["answer"]), (200, &json!("another-day")));
        for (path, body, expected) in [
            ("/kiosk/tickets/2015-03-02/permits/17", told.clone(), 422),
            ("/kiosk/tickets/2015-03-02/nothing/503", told.clone(), 422),
            ("/kiosk/tickets/yesterday/permits/503", told.clone(), 422),
            ("/kiosk/tickets/2015-03-02/permits/x", told.clone(), 400),
            ("/kiosk/tickets/2015-03-02/permits/503", json!({ "language": "fr" }), 422),
            (
                "/kiosk/tickets/2015-03-02/permits/503",
                json!({ "language": "fr", "given_at": i64::MAX, "now": 0 }),
                422,
            ),
        ] {
            assert_eq!(asks(&browser, (Method::PUT, path), &token, &body).0, expected, "{path} {body}");
        }
        assert_eq!(asks(&browser, (Method::PUT, path), "x", &told).0, 401);
        assert_eq!(waiting(office).len(), 1);
    });
}

#[test]
fn a_kiosk_offers_no_closed_line_and_says_what_everybody_is_told() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = kiosk(&doors, office);
        let hall = || OfficeCode::new("city-hall");
        let joan = office.officer("joan");
        joan.tries(move |tx, act| {
            lobby::close_line(tx, act, &hall(), &LineCode::new("permits"))?;
            lobby::announce(tx, act, &hall(), (Announcement::SystemsDown, 30))
        })
        .unwrap();
        let lines = browser.get("/kiosk/for?lang=en").is(200);
        assert!(lines.text.contains("Our computers are not working."), "{}", lines.text);
        assert!(!lines.text.contains("value=\"permits\"") && lines.text.contains("value=\"payments\""));
        joan.tries(move |tx, act| lobby::close_at_once(tx, act, &hall())).unwrap();
        let closed = browser.get("/kiosk/for?lang=en").is(200);
        assert!(closed.text.contains("leave by the nearest exit"), "{}", closed.text);
        assert!(waiting(office).is_empty());
    });
}

#[test]
fn whoever_booked_writes_or_scans_their_reference_at_a_kiosk() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let home = Browser::of(&doors, "en");
        let times = home.get("/book?line=permits&office=city-hall&day=2015-03-02").is(200);
        let at =
            times.text.split("name=\"at\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let form = home.submit(&times, &[("line", "permits"), ("office", "city-hall"), ("at", at.as_str())]);
        let made = home.submit(&form.is(200), &[("name", "Mae"), ("email", ""), ("phone", "")]).is(200);
        let link = made.at.split('?').next().unwrap().to_owned();
        let browser = kiosk(&doors, office);
        let lines = browser.get("/kiosk/for?lang=en").is(200);
        let token = hidden(&lines, "token");
        let says = |said: &str| {
            let fields = [("token", token.as_str()), ("said", said)];
            browser.post_raw("/kiosk/bookings?lang=en", &fields, "same-origin").is(200)
        };
        for wrong in ["", "Mae", "nonsense", link.as_str()] {
            let refused = says(wrong);
            assert!(
                refused.text.contains("We did not find this booking for now"),
                "{wrong}: {}",
                refused.text
            );
        }
        office.clock.advance(SignedDuration::from_mins(40));
        let ticket = says(&link);
        assert!(
            ticket.at.starts_with("/kiosk/ticket") && ticket.text.contains(">A01</p>"),
            "{}",
            ticket.text
        );
        assert_eq!(waiting(office), ["A01 en booking"]);
        assert!(says(&link).text.contains("A01"), "once, and told again");
        assert_eq!(waiting(office).len(), 1);
    });
}
