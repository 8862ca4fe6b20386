//! Booking a time at the portal: chosen, held, confirmed, moved, cancelled and taken earlier, without an account.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use jiff::SignedDuration;
use terms::Secret;
use testkit::{QAMAR, TestOffice, both_engines, both_engines_of};

const MAE: &str = "mae@example.org";
const SITE: &str = "https://311.qamar.example";
/// Where times of Tuesday, 3 March 2015 are, in Qamar.
const TUESDAY: &str = "/book?line=papers&office=palm-square&day=2015-03-03";

/// The times that a page offers.
fn times(page: &Page) -> Vec<String> {
    let values = page.text.split("name=\"at\" value=\"").skip(1);
    values.map(|value| value.split('"').next().unwrap().to_owned()).collect()
}

fn holds(browser: &Browser<'_>, at: &str) -> Page {
    let page = browser.get(TUESDAY).is(200);
    browser.submit(&page, &[("line", "papers"), ("office", "palm-square"), ("at", at)])
}

/// Books a time on Tuesday; the page of the booking.
fn books(browser: &Browser<'_>, at: &str, email: &str) -> Page {
    let form = holds(browser, at).is(200);
    assert!(form.text.contains("for you until"), "{}", form.text);
    browser.submit(&form, &[("name", "Mae <Lee>"), ("email", email), ("phone", "")]).is(200)
}

/// The links of the latest mail to an address, without the site.
fn links(office: &TestOffice, to: &str) -> Vec<String> {
    office.settle();
    let mail = office.mailbag.sent().into_iter().rfind(|message| message.to == to).unwrap();
    mail.body.lines().filter_map(|line| line.strip_prefix(SITE)).map(ToOwned::to_owned).collect()
}

#[test]
fn a_time_is_booked_page_by_page_where_there_are_several_places() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        assert!(browser.get("/").is(200).text.contains("href=\"/book\""));
        let what = browser.get("/book").is(200);
        assert_eq!(
            what.text.matches("class=\"rot-tile\"").count(),
            4,
            "a line of two offices stands there once"
        );
        let place = browser.get("/book?line=permits").is(200);
        for part in ["City Hall", "Roslindale", "First free time: Mon 2 March 2015, 10:00", "15 minutes"] {
            assert!(
                place.text.contains(part) || place.text.replace(['\u{2068}', '\u{2069}'], "").contains(part),
                "{part}"
            );
        }
        let page = browser.get("/book?line=certificates").is(200);
        assert!(page.text.contains("Choose a time"), "one place alone needs no choice");
        for odd in [
            "/book?line=nothing",
            "/book?line=permits&office=nowhere",
            "/book?line=%0A&day=never",
            "/book?office=%E2%80%AE",
        ] {
            browser.get(odd).is(200);
        }
        let page = browser.get("/book?line=permits&office=roslindale&day=2015-03-03").is(200);
        let first = times(&page)[0].clone();
        let chosen = [("line", "permits"), ("office", "roslindale"), ("at", first.as_str())];
        let form = browser.submit(&page, &chosen).is(200);
        let again = browser.submit(&form, &[("name", " "), ("email", "nobody"), ("phone", "1")]).is(422);
        assert_eq!(again.wrong().len(), 2, "the addresses come first: {:?}", again.wrong());
        let again = browser.submit(&form, &[("name", " ")]).is(422);
        assert_eq!(again.wrong(), ["Write the name under which you come"]);
        let made = browser.submit(&form, &[("name", "Mae <Lee>"), ("email", ""), ("phone", "")]).is(200);
        assert!(
            made.at.starts_with("/bookings/") && made.text.contains("Mae &#60;Lee&#62;"),
            "{}",
            made.text
        );
        let twice = browser.submit(&form, &[("name", "Mae <Lee>")]).is(200);
        assert_eq!(
            (twice.at.as_str(), twice.by_id("reference")),
            (made.at.as_str(), made.by_id("reference"))
        );
        assert_eq!(browser.get(&form.at).at, made.at, "the form leads to what it became");
        // Somebody else sees nothing by the reference or the address of the form, and all by the link.
        let other = Browser::of(&doors, "en");
        assert!(!other.get(&form.at).text.contains(&made.by_id("reference")));
        assert_eq!(other.get(&made.at).is(200).by_id("reference"), made.by_id("reference"));
        other.get("/bookings/0000-0000-0000-0000").is(404);
        other.get("/bookings/nonsense").is(404);
    });
}

#[test]
fn a_time_that_is_taken_or_held_too_long_is_said_so_and_nothing_is_booked() {
    both_engines_of(QAMAR, |office| {
        let doors = Doors::of(office);
        let (mae, joe) = (Browser::of(&doors, "en"), Browser::of(&doors, "en"));
        let at = times(&mae.get(TUESDAY))[0].clone();
        let form = holds(&mae, &at).is(200);
        let refused = holds(&joe, &at).is(422);
        assert_eq!(refused.wrong(), ["This time is no longer free. Choose another."]);
        assert!(!times(&refused).contains(&at));
        for odd in ["", "soon", "2015-03-03T06:01:00Z", "9999-12-31T00:00:00Z"] {
            holds(&joe, odd).is(422);
        }
        office.clock.advance(SignedDuration::from_mins(11));
        holds(&joe, &at).is(200);
        let late = mae.submit(&form, &[("name", "Mae")]).is(200);
        assert!(late.text.contains("Nothing was booked"), "{}", late.text);
        office.clock.advance(SignedDuration::from_mins(11));
    });
}

#[test]
fn whoever_has_the_link_moves_the_booking_and_cancels_it_with_one_press_and_looking_changes_nothing() {
    both_engines_of(QAMAR, |office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let free = times(&browser.get(TUESDAY));
        let made = books(&browser, &free[0], MAE);
        let file = |at: &str| {
            let answer = browser.raw(&format!("{at}/calendar.ics"));
            assert_eq!(answer.header(axum::http::header::CONTENT_TYPE), "text/calendar; charset=utf-8");
            answer.text.replace("\r\n ", "")
        };
        let of = |file: &str, name: &str| {
            let line =
                file.lines().find_map(|line| line.strip_prefix(&format!("{name}:"))).map(ToOwned::to_owned);
            line.unwrap_or_else(|| panic!("no {name} in {file}"))
        };
        let first = file(&made.at);
        assert_eq!((of(&first, "DTSTART"), of(&first, "SEQUENCE")), ("20150303T060000Z".into(), "0".into()));
        let page = browser.get(&format!("{}/times?day=2015-03-04", made.at)).is(200);
        let moved = browser.submit(&page, &[("at", &times(&page)[0])]).is(200);
        let second = file(&made.at);
        assert_eq!(
            (of(&second, "DTSTART"), of(&second, "SEQUENCE")),
            ("20150304T060000Z".into(), "1".into())
        );
        assert_eq!(of(&first, "UID"), of(&second, "UID"));
        let taken = browser.submit(&page, &[("at", "2015-03-04T06:05:00Z")]).is(422);
        assert_eq!(taken.wrong(), ["This time is no longer free. Choose another."]);
        // Each mail has a link of its own; programs that look at it change nothing.
        let links = links(office, MAE);
        let robot = Browser::of(&doors, "ar");
        let cancel = format!("{}/cancellation", links[0].split('?').next().unwrap());
        let asked = robot.get(&cancel).is(200);
        assert!(browser.get(&moved.at).text.contains("Your time is booked"));
        assert!(asked.text.contains("dir=\"rtl\""));
        robot.post_raw(&cancel, &[], "same-origin").is(403);
        robot.post_raw(&cancel, &[("token", &asked.token())], "cross-site").is(403);
        let gone = robot.submit(&asked, &[]).is(200);
        assert!(gone.text.contains("أُلغي موعدك"), "{}", gone.text);
        let last = file(&made.at);
        assert_eq!((of(&last, "METHOD"), of(&last, "STATUS")), ("CANCEL".into(), "CANCELLED".into()));
        assert_eq!((of(&last, "UID"), of(&last, "SEQUENCE")), (of(&first, "UID"), "2".into()));
        browser.submit(&page, &[("at", &free[3])]).is(422);
        robot.submit(&asked, &[]).is(200);
        assert!(times(&browser.get(TUESDAY)).contains(&free[0]));
    });
}

#[test]
fn a_booking_goes_to_another_office_and_says_when_its_own_is_closed() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let page = browser.get("/book?line=permits&office=city-hall").is(200);
        let first = times(&page)[0].clone();
        let form =
            browser.submit(&page, &[("line", "permits"), ("office", "city-hall"), ("at", &first)]).is(200);
        let made = browser.submit(&form, &[("name", "Mae"), ("email", ""), ("phone", "")]).is(200);
        assert!(!made.text.contains("is closed at this time"));
        let closes = |again: bool| {
            let hall = terms::OfficeCode::new("city-hall");
            let joan = office.officer("joan");
            let done = joan.tries(move |tx, act| {
                if again {
                    office::lobby::open_again(tx, act, &hall)
                } else {
                    office::lobby::close_at_once(tx, act, &hall)
                }
            });
            done.unwrap();
        };
        closes(false);
        let closed = browser.get(&made.at).is(200);
        let said = closed.text.replace(['\u{2068}', '\u{2069}'], "");
        assert!(said.contains("City Hall is closed at this time."), "{said}");
        let own = browser.get(&format!("{}/times", made.at)).is(200);
        assert!(!times(&own).iter().any(|at| at.starts_with("2015-03-02")), "nothing today");
        assert!(own.text.contains("At another office") && own.text.contains("Roslindale"));
        let there = browser.get(&format!("{}/times?office=roslindale&", made.at)).is(200);
        let chosen = times(&there)[0].clone();
        let moved = browser.submit(&there, &[("office", "roslindale"), ("at", &chosen)]).is(200);
        assert!(moved.text.contains("6 Cummins Highway"), "{}", moved.text);
        assert!(!moved.text.contains("is closed at this time"));
        closes(true);
        browser.get(&format!("{}/times?office=nowhere", made.at)).is(404);
        let back = browser.submit(&own, &[("office", "city-hall"), ("at", &first)]).is(200);
        assert!(back.text.contains("1 City Hall Square"), "{}", back.text);
    });
}

#[test]
fn an_earlier_time_is_offered_by_mail_and_taken_with_a_button() {
    both_engines_of(QAMAR, |office| {
        let doors = Doors::of(office);
        let (mae, joe) = (Browser::of(&doors, "en"), Browser::of(&doors, "en"));
        let free = times(&mae.get(TUESDAY));
        let early = books(&joe, &free[30], "");
        assert!(!early.text.contains("/earlier\""), "nobody could tell them");
        let late = books(&mae, &free[35], MAE);
        let path = |below: &str| format!("{}/{below}", late.at);
        let on = mae.post(&late, &path("earlier"), &[]).is(200);
        assert!(on.text.contains("We write to you when an earlier time becomes free"));
        mae.post(&on, &path("earlier"), &[("stop", "yes")]).is(200);
        mae.post(&on, &path("earlier"), &[]).is(200);
        let asked = joe.get(&format!("{}/cancellation", early.at)).is(200);
        joe.submit(&asked, &[]).is(200);
        let link = links(office, MAE)[0].clone();
        let secret = link.split("/bookings/").nth(1).unwrap().split('?').next().unwrap();
        assert!(secret.parse::<Secret>().is_ok());
        let phone = Browser::of(&doors, "en");
        let offered = phone.get(&link).is(200);
        assert!(offered.text.contains("Take the earlier time"), "{}", offered.text);
        let here = link.split('?').next().unwrap();
        let other = phone.post(&offered, &format!("{here}/offer"), &[("at", &free[0])]).is(200);
        assert!(other.text.contains("no longer kept for you"));
        let taken = phone.post(&offered, &format!("{here}/offer"), &[("at", &free[30])]).is(200);
        assert!(!taken.text.contains("Take the earlier time"));
        assert_ne!(taken.by_id("when"), late.by_id("when"));
        assert!(times(&mae.get(TUESDAY)).contains(&free[35]));
    });
}
