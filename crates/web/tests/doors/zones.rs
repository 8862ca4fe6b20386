//! Two offices in two zones: each has its own day, its own midnight and its own clock on the wall.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use jiff::{SignedDuration, Timestamp};
use office::devices::{self, NewDevice};
use office::lobby;
use terms::{DeviceKind, OfficeCode, VisitEnd, VisitStatus};
use testkit::{BOSTON, TestDatabase, TestOffice, city_files};

/// Three hours west of the other.
const COAST: &str = "roslindale";
const HALL: &str = "city-hall";

/// A story of a Boston with an office on the other coast; both are open from one to eleven each day, by their own clocks.
fn on_two_coasts(story: impl Fn(&TestOffice)) {
    let mut files = city_files(BOSTON);
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let week: String = days.map(|day| format!("{day} = [\"01:00-23:00\"]\n")).concat();
    let calendar = |code: &str, zone: &str| {
        format!("\n[[calendar]]\ncode = \"{code}\"\n{zone}\n[[calendar.week]]\n{week}")
    };
    for file in &mut files {
        if file.path == "calendars.toml" {
            file.text.push_str(&calendar("hall", ""));
            file.text.push_str(&calendar("coast", "zone = \"America/Los_Angeles\""));
        }
        if file.path == "offices.toml" {
            file.text = file.text.replacen("calendar = \"city-hall\"", "calendar = \"hall\"", 1);
            file.text = file.text.replacen("calendar = \"city-hall\"", "calendar = \"coast\"", 1);
        }
    }
    for database in TestDatabase::each() {
        let office = TestOffice::of_files(&files, &database, 0);
        story(&office);
        office.check();
    }
}

fn goes_to(office: &TestOffice, at: &str) {
    let at: Timestamp = at.parse().unwrap();
    office.clock.advance(at.duration_since(office.office.now()));
    office.settle();
}

fn device<'d>(doors: &'d Doors<'d>, kind: DeviceKind, office: &str) -> Browser<'d> {
    let new = NewDevice { kind, office: OfficeCode::new(office), name: "Hall".to_owned() };
    let added = doors.office.officer("root").tries(move |tx, act| devices::add(tx, act, &new));
    let browser = Browser::of(doors, "en");
    browser.get(&format!("/{kind}/{}", added.unwrap().1)).is(200);
    browser
}

fn hidden(page: &Page, name: &str) -> String {
    let rest = page.text.split(&format!("name=\"{name}\" value=\"")).nth(1).expect(name);
    rest.split('"').next().unwrap().to_owned()
}

/// Takes a ticket at a kiosk: its number, as it stands on the screen.
fn ticket(kiosk: &Browser<'_>) -> String {
    let lines = kiosk.get("/kiosk/for?lang=en").is(200);
    let (token, key) = (hidden(&lines, "token"), hidden(&lines, "key"));
    let fields = [("token", token.as_str()), ("key", key.as_str()), ("line", "permits")];
    let page = kiosk.post_raw("/kiosk/tickets?lang=en", &fields, "same-origin").is(200);
    kiosk.raw("/kiosk/end");
    let at = page.text.find(">A").unwrap_or_else(|| panic!("no ticket on {}", page.text));
    page.text[at + 1..at + 4].to_owned()
}

/// How the tickets of an office ended, in the order of their days and numbers.
fn ends(office: &TestOffice, code: &str) -> Vec<(String, Option<VisitEnd>)> {
    let code = OfficeCode::new(code);
    let visits = office.house().tries(move |tx, act| {
        let mut of = records::visits::page_by_id(tx, &act.scope(), None, 100)?;
        of.retain(|visit| visit.ticket.office == code);
        Ok(of)
    });
    let told = |visit: terms::Visit| (format!("{} {}", visit.ticket.day, visit.ticket), visit.state.end);
    visits.unwrap().into_iter().map(told).collect()
}

fn times(page: &Page) -> Vec<String> {
    let values = page.text.split("name=\"at\" value=\"").skip(1);
    values.map(|value| value.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn bcgov_626_numbers_begin_anew_at_each_offices_own_midnight_and_not_at_that_of_utc() {
    on_two_coasts(|office| {
        let doors = Doors::of(office);
        let (hall, coast) =
            (device(&doors, DeviceKind::Kiosk, HALL), device(&doors, DeviceKind::Kiosk, COAST));
        assert_eq!((ticket(&hall), ticket(&coast)), ("A01".into(), "A01".into()));
        // Past midnight in UTC it is evening at both.
        goes_to(office, "2015-03-03T01:30:00Z");
        assert_eq!((ticket(&hall), ticket(&coast)), ("A02".into(), "A02".into()));
        // Past midnight in the east, the west goes on with its day.
        goes_to(office, "2015-03-03T06:30:00Z");
        assert_eq!((ticket(&hall), ticket(&coast)), ("A01".into(), "A03".into()));
        let over = Some(VisitEnd::DayOver);
        let first = |ticket: &str, end| (format!("2015-03-02 {ticket}"), end);
        let second = |ticket: &str, end| (format!("2015-03-03 {ticket}"), end);
        assert_eq!(ends(office, HALL), [first("A01", over), first("A02", over), second("A01", None)]);
        assert_eq!(ends(office, COAST), [first("A01", None), first("A02", None), first("A03", None)]);
        goes_to(office, "2015-03-03T09:30:00Z");
        assert_eq!((ticket(&hall), ticket(&coast)), ("A02".into(), "A01".into()));
        assert_eq!(ends(office, COAST)[..3], [first("A01", over), first("A02", over), first("A03", over)]);
        goes_to(office, "2015-03-04T12:00:00Z");
    });
}

#[test]
fn bcgov_969_whoever_waits_stays_until_their_own_day_is_over_and_the_day_is_kept_with_its_reason() {
    on_two_coasts(|office| {
        let doors = Doors::of(office);
        let coast = device(&doors, DeviceKind::Kiosk, COAST);
        assert_eq!(ticket(&coast), "A01");
        let board = device(&doors, DeviceKind::Board, COAST);
        for (at, shown) in [
            ("2015-03-03T02:00:00Z", "1 person waits"),
            ("2015-03-03T06:30:00Z", "1 person waits"),
            // Eleven in the evening: the office is closed, the day is not over.
            ("2015-03-03T07:30:00Z", "This office is closed. It opens again: Tue 3 March 2015, 01:00"),
            ("2015-03-03T08:30:00Z", "This office is closed. It opens again: 01:00"),
            ("2015-03-03T09:30:00Z", "Nobody waits."),
        ] {
            goes_to(office, at);
            let page = board.get("/board?lang=en").is(200).text.replace(['\u{2068}', '\u{2069}'], "");
            assert!(page.contains(shown), "{at}: {shown} is not in {page}");
        }
        let days =
            office.stranger().tries(|tx, act| lobby::past_days(tx, act, &OfficeCode::new(COAST), 3)).unwrap();
        let (day, hours) = days.first_key_value().unwrap();
        assert_eq!((day.to_string().as_str(), days.len()), ("2015-03-02", 1));
        // It joined at nine in the east, which is six in the west.
        let ((_, hour), fact) = hours.first_key_value().unwrap();
        assert_eq!((*hour, fact.joined, fact.unserved), (6, 1, 1));
    });
}

#[test]
fn times_are_booked_by_the_clock_of_the_office_where_they_are_also_when_clocks_change() {
    on_two_coasts(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let first = |code: &str, day: &str| {
            let page = browser.get(&format!("/book?line=permits&office={code}&day={day}")).is(200);
            let name = page.text.split("rot-times__time").nth(1).unwrap();
            let name = name.split("<bdi dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
            (times(&page)[0].clone(), name, times(&page).len())
        };
        // The clocks go forward on Sunday the eighth at two, at each by its own: one hour of that day is missing.
        for (code, day, at, count) in [
            (HALL, "2015-03-07", "2015-03-07T06:00:00Z", 88),
            (COAST, "2015-03-07", "2015-03-07T09:00:00Z", 88),
            (HALL, "2015-03-08", "2015-03-08T06:00:00Z", 84),
            (COAST, "2015-03-08", "2015-03-08T09:00:00Z", 84),
            (HALL, "2015-03-09", "2015-03-09T05:00:00Z", 88),
            (COAST, "2015-03-09", "2015-03-09T08:00:00Z", 88),
        ] {
            assert_eq!(first(code, day), (at.to_owned(), "01:00".to_owned(), count), "{code} on {day}");
        }
        let page = browser.get(&format!("/book?line=permits&office={COAST}&day=2015-03-08")).is(200);
        let last = times(&page).pop().unwrap();
        let form = browser.submit(&page, &[("line", "permits"), ("office", COAST), ("at", &last)]).is(200);
        let made = browser.submit(&form, &[("name", "Mae"), ("email", ""), ("phone", "")]).is(200);
        assert!(made.text.contains("Sun 8 March 2015, 22:45"), "{}", made.text);
        let file = browser.raw(&format!("{}/calendar.ics", made.at)).text;
        assert!(file.contains("\r\nDTSTART:20150309T054500Z\r\n"), "{file}");
        // They come in time by the clock there, on a day that is an hour short.
        goes_to(office, "2015-03-09T05:40:00Z");
        let reference = made.by_id("reference");
        let visit = office
            .stranger()
            .tries(move |tx, act| office::bookings::check_in(tx, act, &OfficeCode::new(COAST), &reference));
        let visit = visit.unwrap().visit;
        assert_eq!(
            (visit.ticket.day.to_string().as_str(), visit.state.status),
            ("2015-03-08", VisitStatus::Waiting)
        );
        goes_to(office, "2015-03-09T12:00:00Z");
        let days =
            office.stranger().tries(|tx, act| lobby::past_days(tx, act, &OfficeCode::new(COAST), 3)).unwrap();
        let ((_, hour), _) = days.first_key_value().unwrap().1.first_key_value().unwrap();
        assert_eq!(*hour, 22, "the hour on the wall");
        office.clock.advance(SignedDuration::from_hours(1));
    });
}
