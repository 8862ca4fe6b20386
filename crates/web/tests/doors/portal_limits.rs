//! Bounds of the portal: who sends too much, what is kept for how long, and what is sent twice.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use crate::portal::{go_on, go_to};
use axum::body::Body;
use axum::http::{Request, header};
use jiff::{SignedDuration, Timestamp};
use office::intake;
use std::collections::BTreeSet;
use terms::Principal;
use testkit::{TestOffice, both_engines};
use web::Settings;

const LIGHT: &str = "street-light-outages";

/// Posts a form from an address.
fn post_from(browser: &Browser<'_>, page: &Page, address: &str) -> crate::common::Answer {
    let body = format!("token={}&pole-number=7", page.token());
    let request = Request::post(page.action())
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header("x-forwarded-for", address);
    browser.send(request, Body::from(body))
}

/// How many requests that were not sent a browser can go on with.
fn unsent(page: &Page) -> usize {
    page.text.matches("href=\"/asking/").count()
}

#[test]
fn whoever_sends_too_much_is_told_when_to_come_back_in_their_language_and_nobody_else_is() {
    both_engines(|office| {
        let bounds = Settings { public_writes_a_minute: 5, trust_proxy: true, ..Settings::default() };
        let doors = Doors::with(office, bounds);
        let browser = Browser::of(&doors, "hi");
        let page = browser.get(&format!("/ask/{LIGHT}")).is(200);
        for _ in 0..5 {
            assert_eq!(post_from(&browser, &page, "192.0.2.7").status, 303);
        }
        office.clock.advance(SignedDuration::from_secs(20));
        let refused = post_from(&browser, &page, "192.0.2.7");
        assert_eq!((refused.status.as_u16(), refused.header(header::RETRY_AFTER)), (429, "40"));
        assert!(refused.text.contains("lang=\"hi\"") && refused.text.contains("थोड़ा रुककर फिर कोशिश करें"));
        assert!(!refused.text.contains("token"), "no sentence of the house's own tongue: {}", refused.text);
        assert_eq!(unsent(&browser.get(&format!("/services/{LIGHT}"))), 5, "nothing was changed");
        // Others come from elsewhere; reading is not counted.
        assert_eq!(post_from(&browser, &page, "192.0.2.8").status, 303);
        assert_eq!(post_from(&browser, &page, "10.0.0.1, 192.0.2.7").status, 429);
        assert_eq!(post_from(&browser, &page, "192.0.2.7, 192.0.2.9").status, 303);
        browser.get(&format!("/ask/{LIGHT}")).is(200);
        // A house with IPv6 has more addresses than anybody counts.
        for last in 0..5 {
            assert_eq!(post_from(&browser, &page, &format!("2001:db8::{last}")).status, 303);
        }
        assert_eq!(post_from(&browser, &page, "2001:db8::ffff:1").status, 429);
        assert_eq!(post_from(&browser, &page, "2001:db8:0:1::1").status, 303);
        office.clock.advance(SignedDuration::from_secs(41));
        assert_eq!(post_from(&browser, &page, "192.0.2.7").status, 303);
    });
}

#[test]
fn the_thousandth_draft_of_one_address_is_refused_with_the_bounds_as_they_are_set() {
    both_engines(|office| {
        let doors = Doors::with(office, Settings { trust_proxy: true, ..Settings::default() });
        let browser = Browser::of(&doors, "en");
        let page = browser.get(&format!("/ask/{LIGHT}")).is(200);
        let drafts = (1..=1000).find(|_| post_from(&browser, &page, "192.0.2.7").status == 429);
        assert_eq!(drafts, Some(601));
        // One browser keeps no more than it can list.
        assert_eq!(unsent(&browser.get(&format!("/services/{LIGHT}"))), 20);
    });
}

#[test]
fn the_oldest_drafts_of_a_browser_make_room_and_those_of_others_stay() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (browser, other) = (Browser::of(&doors, "en"), Browser::of(&doors, "en"));
        let theirs = go_to(&other, LIGHT, ("details", &[]));
        let first = go_to(&browser, LIGHT, ("details", &[]));
        let sent = go_to(&browser, LIGHT, ("done", &[]));
        for _ in 0..20 {
            office.clock.advance(SignedDuration::from_secs(1));
            go_to(&browser, LIGHT, ("form-pole-number", &[]));
        }
        browser.get(&first.at).is(404);
        other.get(&theirs.at).is(200);
        assert_eq!(browser.get(&sent.at).is(200).by_id("reference"), sent.by_id("reference"));
    });
}

/// What is left of requests that were begun, and of what sessions hold.
fn left(office: &TestOffice) -> (u64, u64) {
    office
        .write(&Principal::house(), terms::Channel::House, |tx, _| {
            let ever = Timestamp::MAX - SignedDuration::from_hours(48);
            Ok((records::askings::forget(tx, ever)?, records::sessions::forget(tx, ever)?))
        })
        .unwrap()
}

fn tidy(office: &TestOffice) {
    office.write(&Principal::house(), terms::Channel::House, office::jobs::tidy).unwrap();
}

#[test]
fn unsent_drafts_and_old_sessions_do_not_stay_for_ever() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let files: [crate::browser::Sent<'_>; 1] = [("files", "plan.txt", "text/plain", b"The plan.")];
        let browsers: Vec<Browser<'_>> = (0..30).map(|_| Browser::of(&doors, "en")).collect();
        let mut pages = Vec::new();
        for browser in &browsers {
            let page = go_to(browser, LIGHT, ("photos", &[]));
            pages.push(browser.upload(&page, &[], &files).is(200));
        }
        let sent =
            go_on(&browsers[0], browsers[0].get(pages[0].at.rsplit_once('/').unwrap().0), ("done", &[]));
        let case = format!("/cases/{}", sent.by_id("reference"));
        office.hours(24 * 29);
        browsers[2].submit(
            &browsers[2].get(&pages[2].at.replace("photos", "details")),
            &[("description", "Still.")],
        );
        tidy(office);
        browsers[1].get(&pages[1].at).is(200);
        office.hours(48);
        tidy(office);
        browsers[1].get(&pages[1].at).is(404);
        assert!(browsers[2].get(&pages[2].at).is(200).text.contains("plan.txt"), "whoever goes on keeps it");
        // What was sent is with its case, and its browser keeps it open.
        assert!(browsers[0].get(&case).is(200).text.contains("plan.txt"));
        office.hours(24 * 62);
        tidy(office);
        let closed = browsers[0].get(&case).is(200);
        assert!(closed.text.contains("name=\"secret\"") && !closed.text.contains("plan.txt"));
        let again = browsers[0].post(
            &closed,
            "/follow",
            &[("reference", &sent.by_id("reference")), ("secret", &sent.by_id("secret"))],
        );
        assert!(again.is(200).text.contains("plan.txt"), "its secret opens it again");
        assert_eq!(left(office), (0, 1));
    });
}

#[test]
fn safari_double_submission_taps_at_the_same_time_make_one_case() {
    both_engines(|office| {
        let doors = Doors::of(office);
        for taps in [2, 24] {
            let browser = Browser::of(&doors, "en");
            let check = go_to(&browser, LIGHT, ("check", &[]));
            let before = doors.get("/open311/v2/requests.json").json().as_array().unwrap().len();
            let tap = || {
                let request = Request::post(check.action())
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                    .header("sec-fetch-site", "same-origin");
                browser.request(request, Body::from(format!("token={}", check.token())))
            };
            let answers = doors.send_all((0..taps).map(|_| tap()).collect());
            let done = check.at.replace("check", "done");
            for answer in answers {
                assert_eq!((answer.status.as_u16(), answer.header(header::LOCATION)), (303, done.as_str()));
            }
            let page = browser.get(&done).is(200);
            assert_eq!(browser.submit(&check, &[]).is(200).by_id("reference"), page.by_id("reference"));
            let after = doors.get("/open311/v2/requests.json").json().as_array().unwrap().len();
            assert_eq!(after, before + 1);
            // What is typed and sent at the same time as the last tap does not come back to life.
            let late =
                browser.post(&check, &check.at.replace("check", "details"), &[("description", "Other.")]);
            assert_eq!(late.is(200).by_id("reference"), page.by_id("reference"));
        }
    });
}

#[test]
fn fms_525_a_crowded_map_and_list_show_no_more_than_can_be_looked_at() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let made = office.write(&Principal::house(), terms::Channel::Web, |tx, act| {
            let mae = intake::Request {
                service: LIGHT.to_owned(),
                description: "Dark.".to_owned(),
                place: terms::Place { position: terms::Position::new(42.322, -71.057), ..Default::default() },
                ..Default::default()
            };
            (0..510).try_for_each(|_| intake::report(tx, act, &mae).map(drop))
        });
        made.unwrap();
        let browser = Browser::of(&doors, "en");
        let map = browser.get("/reports.json?south=42.2&north=42.5&west=-71.2&east=-70.9").is(200);
        assert_eq!(map.text.matches("\"lat\"").count(), 500);
        assert!(map.text.len() < 150_000, "{}", map.text.len());
        // The list goes on page by page, and shows each report once.
        let (mut at, mut seen, mut pages) = (format!("/reports?service={LIGHT}"), BTreeSet::new(), 0);
        loop {
            let page = browser.get(&at).is(200);
            let links = page.text.split("href=\"/reports/").skip(1);
            let found: BTreeSet<String> =
                links.filter_map(|part| Some(part.split('"').next()?.to_owned())).collect();
            assert!(found.len() <= 50 && page.text.len() < 100_000);
            for reference in found {
                assert!(seen.insert(reference), "shown twice");
            }
            pages += 1;
            let next = page
                .text
                .split("href=\"")
                .find(|part| part.split('>').next().unwrap().contains("rel=\"next\""));
            let Some(next) = next else { break };
            at = next.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        }
        assert_eq!(seen.len(), 510, "on {pages} pages");
    });
}

#[test]
fn paths_that_try_to_get_out_find_nothing() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let done = go_to(&browser, LIGHT, ("done", &[]));
        let (reference, asking) = (done.by_id("reference"), done.at.replace("/done", ""));
        let long = "a".repeat(6_000);
        for path in [
            "/assets/..%2f..%2fCargo.toml",
            "/assets/%2e%2e/%2e%2e/etc/passwd",
            "/assets/....//Cargo.toml",
            "/help/..%2f..%2fcity.toml",
            "/life/..%5c..%5ccity.toml",
            "/services/..%2fstyle",
            &format!("/cases/{reference}/..%2f..%2fstyle"),
            &format!("/cases/{reference}/files/..%2f..%2f1"),
            &format!("/cases/{reference}/resolution"),
            &format!("{asking}/files/..%2fdone"),
            &format!("/reports/{reference}/pictures/..%2ffeed.rss"),
            "/asking/00000000-0000-0000-0000-000000000000",
            "/asking/../asking",
            "/resume/..",
            "/resume/%2e%2e%2f",
            "//evil.example/..",
            &format!("/{long}"),
            &format!("/services/{long}"),
            "/%ff%fe",
            "/services/%ff",
        ] {
            let page = browser.get(path);
            assert!(page.status == 404 || page.status == 400, "{path}: {}", page.status);
            assert!(!page.text.contains("[package]") && !page.text.contains("root:"), "{path}");
            assert!(page.at == path, "{path} leads nowhere else: {}", page.at);
        }
        // A service that is named as a page leads to no page of another request.
        for step in ["done", "later", "files", "..", "check%2f.."] {
            assert!(browser.get(&format!("/ask/{step}")).status == 404, "{step}");
        }
    });
}

#[test]
fn fields_that_nobody_asked_for_change_nothing() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let odd = [
            ("case", "1"),
            ("session", "x"),
            ("done", "check"),
            ("about", "officer:lee"),
            ("same_as", "x"),
            ("service", "complaint"),
            ("agency", "parks"),
            ("public", "false"),
            ("channel", "staff"),
            ("district", "nowhere"),
            ("language", "xx"),
            ("lang", "ar"),
            ("answers[wrong]", "out"),
            ("__proto__", "x"),
        ];
        let check = go_to(&browser, LIGHT, ("form-pole-number", &[]));
        let fields = [&[("pole-number", "7")][..], &odd].concat();
        let next = browser.submit(&check, &fields).is(200);
        let check = go_on(&browser, next, ("check", &[("wrong", "out")]));
        let done = browser.submit(&check, &odd).is(200);
        let handle = testkit::CaseHandle {
            reference: done.by_id("reference").parse().unwrap(),
            secret: String::new(),
        };
        let case = office.house().sees(&handle).case;
        assert_eq!((case.state.service.as_str(), case.state.agency.as_str()), (LIGHT, "public-works"));
        assert!(
            case.state.public && case.state.about == terms::About::default() && case.state.district.is_none()
        );
        assert_eq!(case.state.channel, terms::Channel::Web);
    });
}

#[test]
fn the_longest_address_there_may_be_is_shown_on_the_map() {
    both_engines(|office| {
        let doors = Doors::of(office);
        // Each of its characters is another one, so that nothing of them can be packed.
        let signs = (0..500).filter_map(|number| char::from_u32(0x2_0000 + number * 79));
        let address: String = signs.collect();
        let place = terms::Place {
            address: Some(address.clone()),
            position: terms::Position::new(42.322, -71.057),
            ..Default::default()
        };
        let made = office.write(&Principal::house(), terms::Channel::Web, move |tx, act| {
            let request =
                intake::Request { service: LIGHT.to_owned(), place: place.clone(), ..Default::default() };
            let case = intake::report(tx, act, &request)?;
            let past = |id: &str, address: String| intake::PastRequest {
                id: id.to_owned(),
                service: LIGHT.to_owned(),
                opened_at: act.at,
                closed_at: None,
                closing: None,
                channel: terms::Channel::Phone,
                district: None,
                place: terms::Place { address: Some(address), ..place.clone() },
                description: "Dark.".to_owned(),
                media_url: None,
            };
            let address = place.address.clone().unwrap_or_default();
            let past = [past("one", address.clone()), past("two", address + "!")];
            Ok((case.reference, intake::take_over(tx, act, "old", &past)?))
        });
        let (reference, batch) = made.unwrap();
        assert_eq!((batch.taken, batch.rejected.len()), (1, 1));
        assert!(batch.rejected[0].1.contains("500 characters"), "{batch:?}");
        let map = Browser::of(&doors, "en").get("/reports.json?south=42.3&north=42.4&west=-71.1&east=-71");
        let map = map.is(200).text;
        assert!(map.contains(&reference.to_string()) && map.matches(address.as_str()).count() == 2, "{map}");
    });
}
