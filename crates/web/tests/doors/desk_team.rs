//! The team as whoever leads it sees it, and as everybody else sees of it only themselves.

use crate::browser::{Browser, Page};
use crate::desk_inbox::{demo, desk, lights, listed};
use jiff::Timestamp;
use testkit::{CaseHandle, TestOffice, both_engines};

/// The count that a page shows under a key; nothing where it has no such line.
fn count(page: &Page, key: &str) -> Option<String> {
    let cell = page.text.split(&format!("data-count=\"{key}\"><bdi>")).nth(1)?;
    cell.split('<').next().map(ToOwned::to_owned)
}

fn counts(page: &Page, whose: &str) -> [String; 4] {
    ["open", "waiting", "soon", "overdue"].map(|what| {
        count(page, &format!("{whose}-{what}")).unwrap_or_else(|| panic!("{whose}: {}", page.text))
    })
}

/// Waits until an instant.
fn until(office: &TestOffice, at: &str) {
    let at: Timestamp = at.parse().unwrap();
    office.clock.advance(at.duration_since(office.office.now()));
}

/// What the page of an officer who signs in now says.
fn seen(office: &TestOffice, officer: &str) -> Page {
    let doors = demo(office);
    desk(&doors, officer).get("/desk/team").is(200)
}

fn gives(browser: &Browser<'_>, case: &CaseHandle, fields: &[(&str, &str)]) -> Page {
    let (page, reference) = (browser.get("/desk/team"), case.reference.to_string());
    let fields = [&[("reference", reference.as_str())], fields].concat();
    browser.post(&page, "/desk/team/assignment", &fields)
}

fn assignee(office: &TestOffice, case: &CaseHandle) -> Option<String> {
    office.house().sees(case).case.state.assignee.map(|officer| officer.to_string())
}

#[test]
fn whoever_leads_sees_who_has_how_much_and_others_see_themselves_alone() {
    both_engines(|office| {
        let doors = demo(office);
        let cases = lights(office, 6);
        let (lee, dora) = (office.officer("lee"), office.officer("dora"));
        lee.takes(&cases[0]);
        lee.takes(&cases[1]);
        lee.asks(&cases[1], "Which lamp?");
        dora.takes(&cases[2]);
        lee.takes(&cases[3]);
        lee.resolves(&cases[3], "done", "New bulb.");
        let page = desk(&doors, "ruth").get("/desk/team").is(200);
        assert_eq!(counts(&page, "lee"), ["1", "1", "0", "0"]);
        assert_eq!(counts(&page, "dora"), ["1", "0", "0", "0"]);
        assert_eq!(counts(&page, "ruth"), ["0", "0", "0", "0"]);
        assert_eq!(counts(&page, "nobody"), ["2", "0", "0", "0"]);
        assert_eq!(count(&page, "sam-open"), None, "Sam works for the parks");
        let now = desk(&doors, "ruth").get("/desk/team.json").is(200).text;
        assert!(now.contains("\"lee-waiting\":\"1\"") && now.contains("\"cases\":[]"), "{now}");
        assert!(!desk(&doors, "lee").get("/desk/team.json").text.contains("dora"), "Lee sees only their own");
        let list = "/desk?own=1&assignee=lee&status=waiting&lang=en";
        assert_eq!(listed(&desk(&doors, "ruth").get(list)), [cases[1].reference]);

        let own = desk(&doors, "lee").get("/desk/team").is(200);
        assert_eq!(counts(&own, "lee"), ["1", "1", "0", "0"]);
        assert!(own.text.contains("Your work") && count(&own, "dora-open").is_none());
        assert_eq!(counts(&seen(office, "sam"), "nobody"), ["0", "0", "0", "0"], "theirs are none of ours");
        let page = seen(office, "joan");
        assert!(count(&page, "mira-open").is_some(), "Mira reports to Joan, though not to her agency");
        assert!(count(&page, "lee-open").is_none());
        assert!(count(&seen(office, "root"), "lee-open").is_none(), "administrators see no work");
    });
}

#[test]
fn whoever_leads_sees_who_serves_and_where_they_are() {
    both_engines(|office| {
        let doors = demo(office);
        let case = lights(office, 1).remove(0);
        let (lee, ruth) = (desk(&doors, "lee"), desk(&doors, "ruth"));
        assert!(ruth.get("/desk/team").text.matches("desk-shift--none").count() == 3);
        let form = lee.get("/desk/shift");
        let fields = [
            ("status", "break"),
            ("minutes", "15"),
            ("channels", "phone"),
            ("channels", "counter"),
            ("languages", "pt"),
            ("languages", "en"),
        ];
        lee.post(&form, "/desk/shift", &fields).is(200);
        let at = format!("/desk/cases/{}/presence", case.reference);
        lee.post(&form, &at, &[("doing", "typing")]).is(204);
        let page = ruth.get("/desk/team").is(200);
        assert!(page.text.contains("desk-shift--break") && page.text.contains("Break until 09:15"));
        assert!(page.text.contains("desk-serves"), "{}", page.text);
        assert!(
            page.text
                .contains(&format!("<bdi>{}</bdi></a> <span class=\"desk-quiet\">writes", case.reference))
        );
        office.clock.advance(jiff::SignedDuration::from_secs(31));
        assert!(!ruth.get("/desk/team").text.contains("writes</span>"), "whoever closed the lid has left");
    });
}

#[test]
fn what_breaks_within_a_working_hour_is_listed_from_friday_evening_to_monday_morning() {
    both_engines(|office| {
        let case = lights(office, 1).remove(0);
        office.officer("lee").takes(&case);
        let due = office.house().sees(&case).case.state.clocks.due_at.unwrap();
        assert_eq!(due, "2015-03-16T09:00:00-04:00".parse::<Timestamp>().unwrap(), "a Monday morning");
        // Closed from Friday 17:00 to Monday 08:30.
        for (at, left) in [
            ("2015-03-13T16:29:00-04:00", None),
            ("2015-03-13T16:31:00-04:00", Some("59 working minutes left")),
            ("2015-03-13T17:30:00-04:00", Some("30 working minutes left")),
            ("2015-03-15T12:00:00-04:00", Some("30 working minutes left")),
            ("2015-03-16T08:59:00-04:00", Some("one working minute left")),
            ("2015-03-16T09:01:00-04:00", None),
        ] {
            until(office, at);
            for officer in ["ruth", "lee"] {
                let page = seen(office, officer);
                let list: Vec<_> = left.iter().map(|_| case.reference).collect();
                assert_eq!(listed(&page), list, "{officer} at {at}");
                assert!(page.text.contains(left.unwrap_or("Nothing will be late")), "{at}: {}", page.text);
                let soon = left.map_or("0", |_| "1").to_owned();
                let over = if at.ends_with("09:01:00-04:00") { "1" } else { "0" }.to_owned();
                assert_eq!(counts(&page, "lee"), ["1".to_owned(), "0".to_owned(), soon, over], "{at}");
            }
            assert_eq!(listed(&seen(office, "dora")), [], "it is not hers");
            assert_eq!(listed(&seen(office, "sam")), []);
        }
    });
}

#[test]
fn work_is_taken_and_given_by_one_press_unless_somebody_else_was_quicker() {
    both_engines(|office| {
        let cases = lights(office, 2);
        until(office, "2015-03-16T08:40:00-04:00");
        let doors = demo(office);
        let (ruth, dora) = (desk(&doors, "ruth"), desk(&doors, "dora"));
        let page = ruth.get("/desk/team").is(200);
        assert_eq!(listed(&page).len(), 2);
        assert!(page.text.contains("Lee Santos, open: 0") && !page.text.contains("Sam Whitfield"));
        gives(&ruth, &cases[0], &[("from", ""), ("officer", "lee")]).is(200);
        assert_eq!(assignee(office, &cases[0]).as_deref(), Some("lee"));
        gives(&ruth, &cases[0], &[("from", ""), ("officer", "lee")]).is(200);
        gives(&ruth, &cases[1], &[("from", ""), ("take", "yes")]).is(200);
        assert_eq!(assignee(office, &cases[1]).as_deref(), Some("ruth"));
        // Ruth's page says that nobody has it; by now Lee does.
        let late = gives(&ruth, &cases[0], &[("from", ""), ("officer", "dora")]).is(409);
        assert!(late.text.contains("Somebody else has it by now"), "{}", late.text);
        let may_not = gives(&dora, &cases[0], &[("from", "lee"), ("officer", "ruth")]).is(403);
        assert!(may_not.text.contains("This cannot be done"), "{}", may_not.text);
        gives(&ruth, &cases[0], &[("from", "lee"), ("officer", "sam")]).is(422);
        gives(&desk(&doors, "sam"), &cases[0], &[("from", "lee"), ("take", "yes")]).is(404);
        assert_eq!(assignee(office, &cases[0]).as_deref(), Some("lee"));
        // Whoever has nothing to give takes: a clerk too.
        let own = dora.get("/desk/team").is(200);
        assert!(!own.text.contains("<select name=\"officer\""), "a clerk gives nobody work");
    });
}

#[test]
fn what_presses_is_shown_to_the_superior_and_words_of_customers_stay_words() {
    both_engines(|office| {
        let mae = office.resident("Mae Lee");
        let case = mae.reports("street-light-outages", "<script>alert(1)</script> dark \u{202e}");
        office.officer("lee").takes(&case);
        until(office, "2015-03-16T08:40:00-04:00");
        office.settle();
        let page = seen(office, "ruth");
        assert!(page.text.contains("It is about to be late"), "{}", page.text);
        assert!(!page.text.contains("<script>alert") && page.text.contains("alert(1)"), "{}", page.text);
        assert!(seen(office, "lee").text.contains("Nothing waits for you."));
        until(office, "2015-03-16T09:01:00-04:00");
        office.settle();
        assert!(seen(office, "ruth").text.contains("It is late"));
    });
}
