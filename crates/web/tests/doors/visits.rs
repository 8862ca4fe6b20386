//! A visit from home: how long the wait is, a ticket, one's place as it is now, coming later, and leaving.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use office::lobby;
use terms::{CounterCode, LineCode, OfficeCode, VisitId};
use testkit::{TestOffice, both_engines};
use web::Settings;

const HALL: &str = "/offices/city-hall";

fn sits(office: &TestOffice, officer: &str, counter: &str) {
    let (hall, counter) = (OfficeCode::new("city-hall"), CounterCode::new(counter));
    office.officer(officer).tries(move |tx, act| lobby::open_counter(tx, act, &hall, &counter)).unwrap();
}

/// Calls whoever is next; their ticket, and what names their visit.
fn calls(office: &TestOffice, officer: &str, closes: Option<VisitId>) -> Option<(String, VisitId)> {
    let called = office.officer(officer).tries(move |tx, act| lobby::next(tx, act, closes)).unwrap();
    called.map(|visit| (visit.ticket.to_string(), visit.id))
}

fn joins(browser: &Browser<'_>, line: &str) -> Page {
    let page = browser.get(HALL).is(200);
    browser.submit(&page, &[("line", line), ("language", "en")]).is(200)
}

fn address(page: &Page) -> String {
    page.at.split('?').next().unwrap().to_owned()
}

fn ticket(page: &Page) -> String {
    page.text.split("rot-visit__ticket\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

#[test]
fn nobody_at_home_is_asked_to_come_to_a_line_that_is_closed_or_an_office_that_all_had_to_leave() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (home, hall) = (Browser::of(&doors, "en"), || OfficeCode::new("city-hall"));
        let before = home.get(HALL).is(200);
        let permits = LineCode::new("permits");
        office.officer("joan").tries(move |tx, act| lobby::close_line(tx, act, &hall(), &permits)).unwrap();
        let page = home.get(HALL).is(200);
        assert!(page.text.contains("Nobody else is taken in for this today."), "{}", page.text);
        assert!(!page.text.contains("value=\"permits\""), "it cannot be chosen");
        let late = home.submit(&before, &[("line", "permits"), ("language", "en")]);
        assert!(late.text.contains("Nobody else is taken in for this today."), "{}", late.text);
        office.officer("joan").tries(move |tx, act| lobby::close_at_once(tx, act, &hall())).unwrap();
        let page = home.get(HALL).is(200);
        assert!(page.text.contains("Closed now") && !page.text.contains("Open now"), "{}", page.text);
        assert!(!page.text.contains("<form action=\"/offices"), "nobody is asked to come");
        let late = home.submit(&before, &[("line", "payments"), ("language", "en")]);
        assert!(late.text.contains("You can join the line when the office is open."), "{}", late.text);
        let all = home.get("/offices").is(200);
        assert_eq!((all.text.matches("Closed now").count(), all.text.matches("Open now").count()), (1, 1));
    });
}

#[test]
fn whoever_looks_before_setting_out_sees_each_wait_or_that_we_cannot_say() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let page = Browser::of(&doors, "en").get("/offices").is(200);
        assert!(page.text.contains("City Hall") && page.text.contains("Open now"), "{}", page.text);
        assert_eq!(page.text.matches("We cannot say now").count(), 6, "no counter is open");
        sits(office, "dora", "2");
        let page = Browser::of(&doors, "en").get("/offices").is(200);
        assert_eq!(page.text.matches("We cannot say now").count(), 4, "{}", page.text);
        assert_eq!(page.text.matches("Almost no wait").count(), 2);
        for _ in 0..3 {
            joins(&Browser::of(&doors, "en"), "permits");
        }
        let page = Browser::of(&doors, "en").get(HALL).is(200);
        assert!(page.text.contains("Nine of ten people wait no more than"), "{}", page.text);
        assert!(page.text.contains("Too few people have been told a waiting time here."));
        office.hours(9);
        let page = Browser::of(&doors, "ar").get(HALL).is(200);
        assert!(
            page.text.contains("dir=\"rtl\"") && !page.text.contains("<form action=\"/offices"),
            "it is closed"
        );
        Browser::of(&doors, "en").get("/offices/nowhere").is(404);
    });
}

#[test]
fn a_ticket_from_home_is_followed_until_it_is_called_and_says_where_to_go() {
    both_engines(|office| {
        let doors = Doors::of(office);
        sits(office, "dora", "2");
        let (mae, joe) = (Browser::of(&doors, "en"), Browser::of(&doors, "ta"));
        let poster = mae.get(&format!("{HALL}?line=permits")).is(200);
        assert!(poster.text.contains("value=\"permits\" checked"), "a link names the line: {}", poster.text);
        let first = joins(&mae, "permits");
        assert_eq!((ticket(&first).as_str(), first.text.contains("You are next.")), ("A01", true));
        let second = joins(&joe, "permits");
        assert!(second.text.contains("உங்களுக்கு முன் ஒருவர்"), "{}", second.text);
        assert!(!first.text.contains("name=\"name\""), "nobody is asked who they are");
        assert!(first.text.contains("<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>"));
        let still = mae.get(&format!("{}?still=1", address(&first))).is(200);
        assert!(!still.text.contains("http-equiv=\"refresh\"") && !still.text.contains("data-visit="));
        let (_, id) = calls(office, "dora", None).unwrap();
        let part = doors.get(&format!("{}/now?lang=en", address(&first))).is(200);
        assert!(
            part.text.contains("rot-visit--called") && part.text.contains("Go to Counter 2 now"),
            "{}",
            part.text
        );
        assert!(!part.text.contains("<html"), "a part and no page");
        let page = mae.get(&address(&first)).is(200);
        assert!(page.text.contains("<title>Go to Counter 2 now – A01"), "{}", page.text);
        office.officer("dora").tries(move |tx, act| lobby::begin(tx, act, id)).unwrap();
        assert!(mae.get(&address(&first)).is(200).text.contains("You are at Counter 2"));
        office.officer("dora").tries(move |tx, act| lobby::finish(tx, act, id, None)).unwrap();
        let over = mae.get(&address(&first)).is(200);
        assert!(over.text.contains("Your visit is over") && over.text.contains("Join the line again"));
        // The link is the key: it opens anywhere, and no other does.
        assert_eq!(ticket(&Browser::of(&doors, "en").get(&address(&second)).is(200)), "A02");
        for wrong in ["/visits/0000-0000-0000-0000", "/visits/none", "/visits/0000-0000-0000-0000/now"] {
            mae.get(wrong).is(404);
        }
    });
}

#[test]
fn whoever_runs_late_lets_others_go_first_and_whoever_leaves_is_asked_twice() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (mae, joe) = (Browser::of(&doors, "en"), Browser::of(&doors, "en"));
        let first = joins(&mae, "permits");
        office.clock.advance(jiff::SignedDuration::from_secs(1));
        joins(&joe, "permits");
        let form = mae.get(&format!("{}/delay", address(&first))).is(200);
        let unsaid = mae.submit(&form, &[("minutes", "45")]).is(422);
        assert!(unsaid.text.contains("Choose how late you will be"), "{}", unsaid.text);
        let later = mae.submit(&form, &[("minutes", "10")]).is(200);
        assert!(later.text.contains("Others go first until"), "{}", later.text);
        assert!(later.text.contains("One person is before you."), "{}", later.text);
        let sure = mae.get(&format!("{}/departure", address(&first))).is(200);
        assert!(sure.text.contains("Do you want to leave the line?"));
        assert_eq!(ticket(&mae.get(&address(&first)).is(200)), "A01", "nothing has happened yet");
        let left = mae.submit(&sure, &[]).is(200);
        assert!(left.text.contains("You have left the line"), "{}", left.text);
        mae.get(&format!("{}/arrival", address(&first))).is(404);
        sits(office, "dora", "2");
        assert_eq!(calls(office, "dora", None).unwrap().0, "A02");
        assert_eq!(calls(office, "dora", None).unwrap().0, "A02", "and nobody after them");
    });
}

#[test]
fn whoever_is_passed_reads_why() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (mae, joe) = (Browser::of(&doors, "en"), Browser::of(&doors, "en"));
        let waits = joins(&mae, "certificates");
        office.clock.advance(jiff::SignedDuration::from_secs(1));
        joins(&joe, "payments");
        sits(office, "dora", "2");
        calls(office, "dora", None).unwrap();
        let page = mae.get(&address(&waits)).is(200);
        assert!(page.text.contains("Why did others go before me?"), "{}", page.text);
        assert!(
            page.text
                .contains("They wait for something else, and that counter does not serve what you need.")
        );
    });
}

#[test]
fn a_browser_has_one_ticket_for_a_thing_and_no_address_takes_all() {
    both_engines(|office| {
        let settings = Settings { trust_proxy: true, public_joins_an_hour: 8, ..Settings::default() };
        let doors = Doors::with(office, settings);
        let mae = Browser::of(&doors, "en").calling_from("192.0.2.7");
        let first = joins(&mae, "permits");
        let again = joins(&mae, "permits");
        assert_eq!((ticket(&again), address(&again)), ("A01".to_owned(), address(&first)));
        assert_eq!(ticket(&joins(&mae, "payments")), "B01", "and one for another");
        let leaves = |page: &Page| {
            let sure = mae.get(&format!("{}/departure", address(page))).is(200);
            mae.submit(&sure, &[]).is(200);
        };
        leaves(&again);
        for number in 2..=5 {
            let page = joins(&mae, "permits");
            assert_eq!(ticket(&page), format!("A0{number}"));
            leaves(&page);
        }
        let page = mae.get(HALL).is(200);
        let sixth = mae.submit(&page, &[("line", "permits"), ("language", "en")]).is(200);
        assert!(sixth.text.contains("as many tickets here today as one may"), "{}", sixth.text);
        let refused = mae.submit(&page, &[("line", "payments"), ("language", "en")]);
        assert_eq!(refused.status, 429, "{}", refused.text);
        let joe = Browser::of(&doors, "en").calling_from("192.0.2.8");
        assert_eq!(ticket(&joins(&joe, "permits")), "A06");
        let unsaid = joe.submit(&joe.get(HALL).is(200), &[("line", "dreams"), ("language", "en")]).is(422);
        assert!(unsaid.text.contains("Choose what you come for"), "{}", unsaid.text);
        joe.post_raw(HALL, &[("line", "permits"), ("language", "en")], "cross-site").is(403);
    });
}
