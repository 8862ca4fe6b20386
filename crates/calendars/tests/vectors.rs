//! Reference values: worked examples of rules, pauses and daylight saving, with their sources.
//!
//! London: hand-computed for opening hours Monday to Friday 09:00 to 17:00, closed on 25 and 28 December 2026.
//! Los Angeles: the timelines in the README of zendesk/biz (Apache-2.0).

use calendars::{Calendar, CalendarSpec, Holiday, HolidayRule, Observed, PreOpen, Rule, Week};
use jiff::civil::{Date, DateTime, date};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

fn calendar(zone: &str, week: Week, holidays: &[Date]) -> Calendar {
    let holiday = |day: &Date| Holiday {
        name: String::new(),
        rule: HolidayRule::Once(*day),
        observed: Observed::No,
        from_year: None,
    };
    Calendar::compile(&CalendarSpec {
        zone: zone.to_owned(),
        weeks: vec![(date(2000, 1, 1), week)],
        exceptions: BTreeMap::new(),
        holidays: holidays.iter().map(holiday).collect(),
    })
    .unwrap()
}

fn london() -> Calendar {
    let hours = Week::weekdays(&["09:00-17:00".parse().unwrap()]);
    calendar("Europe/London", hours, &[date(2026, 12, 25), date(2026, 12, 28)])
}

fn los_angeles() -> Calendar {
    let day = |periods: &[&str]| periods.iter().map(|period| period.parse().unwrap()).collect::<Vec<_>>();
    let week = Week::new([
        day(&["09:00-17:00"]),
        day(&["00:00-24:00"]),
        day(&["09:00-17:00"]),
        day(&["09:00-12:00", "13:00-17:00"]),
        day(&[]),
        day(&["10:00-14:00"]),
        day(&[]),
    ]);
    calendar("America/Los_Angeles", week, &[date(2014, 1, 1), date(2014, 12, 25)])
}

/// An instant from local time, which in these tests is never ambiguous.
fn at(calendar: &Calendar, local: &str) -> Timestamp {
    calendar.zone().to_timestamp(local.parse::<DateTime>().unwrap()).unwrap()
}

fn shown(calendar: &Calendar, instant: Timestamp) -> String {
    calendar.local(instant).strftime("%Y-%m-%d %H:%M").to_string()
}

fn due(calendar: &Calendar, rule: &str, received: &str) -> String {
    let due = rule.parse::<Rule>().unwrap().due(calendar, at(calendar, received)).unwrap();
    shown(calendar, due.promised)
}

#[test]
fn same_working_day_or_within_24_hours() {
    let london = london();
    let rule = Rule::SameDayOr24Hours(PreOpen::Plus24Hours);
    for (received, promised, operational, reachable) in [
        ("2026-11-23 10:00", "2026-11-23 17:00", "2026-11-23 17:00", true),
        ("2026-11-23 16:59", "2026-11-23 17:00", "2026-11-23 17:00", true),
        ("2026-11-23 17:00", "2026-11-24 17:00", "2026-11-24 17:00", true),
        ("2026-11-23 18:30", "2026-11-24 18:30", "2026-11-24 17:00", true),
        ("2026-11-23 07:15", "2026-11-24 07:15", "2026-11-23 17:00", true),
        ("2026-11-27 17:30", "2026-11-28 17:30", "2026-11-30 17:00", false),
        ("2026-11-28 11:00", "2026-11-29 11:00", "2026-11-30 17:00", false),
        ("2026-12-24 18:00", "2026-12-25 18:00", "2026-12-29 17:00", false),
    ] {
        let due = rule.due(&london, at(&london, received)).unwrap();
        let got = (shown(&london, due.promised), shown(&london, due.operational), due.reachable);
        assert_eq!(got, (promised.to_owned(), operational.to_owned(), reachable), "received {received}");
    }
    let early = Rule::SameDayOr24Hours(PreOpen::SameDay);
    let due = early.due(&london, at(&london, "2026-11-23 07:15")).unwrap();
    assert_eq!(shown(&london, due.promised), "2026-11-23 17:00");
}

#[test]
fn a_received_request_in_the_lunch_break_is_answered_the_same_day() {
    let week = Week::weekdays(&["09:00-12:00".parse().unwrap(), "13:00-17:00".parse().unwrap()]);
    let town = calendar("Europe/London", week, &[]);
    let rule = "same working day, or within 24 hours when received after hours";
    assert_eq!(due(&town, rule, "2026-11-23 12:30"), "2026-11-23 17:00");
    assert_eq!(due(&town, "4 working hours", "2026-11-23 11:00"), "2026-11-23 16:00");
    assert_eq!(due(&town, "1 business day", "2026-11-23 12:30"), "2026-11-24 13:00");
}

#[test]
fn eight_working_hours() {
    let london = london();
    for (received, expected) in [
        ("2026-11-23 10:00", "2026-11-24 10:00"),
        ("2026-11-23 16:59", "2026-11-24 16:59"),
        ("2026-11-23 17:00", "2026-11-24 17:00"),
        ("2026-11-27 17:30", "2026-11-30 17:00"),
        ("2026-12-25 12:00", "2026-12-29 17:00"),
    ] {
        assert_eq!(due(&london, "8 working hours", received), expected, "received {received}");
    }
}

#[test]
fn frappe_2449_a_pause_moves_the_deadline_by_the_working_time_paused() {
    let london = london();
    let resume = |rule: &str, received: &str, from: &str, to: &str| {
        let rule: Rule = rule.parse().unwrap();
        let due = rule.due(&london, at(&london, received)).unwrap().promised;
        shown(&london, rule.resume(&london, due, at(&london, from), at(&london, to)).unwrap())
    };
    let eight = "8 working hours";
    assert_eq!(resume(eight, "2026-11-23 10:00", "2026-11-23 15:00", "2026-11-25 11:00"), "2026-11-25 14:00");
    let two = "2 working hours";
    assert_eq!(resume(two, "2026-11-27 16:00", "2026-11-27 16:30", "2026-11-28 12:00"), "2026-11-30 10:30");
    // A pause that begins after the deadline mends nothing.
    assert_eq!(resume(two, "2026-11-23 10:00", "2026-11-23 13:00", "2026-11-24 13:00"), "2026-11-23 12:00");
    let ten = "10 calendar days";
    assert_eq!(resume(ten, "2026-11-01 10:00", "2026-11-03 10:00", "2026-11-05 12:00"), "2026-11-13 12:00");
}

#[test]
fn days_of_23_and_25_hours() {
    let always = calendar("Europe/London", Week::always(), &[]);
    let hours = |day: &str, next: &str| {
        always.worked(at(&always, &format!("{day} 00:00")), at(&always, &format!("{next} 00:00"))).as_hours()
    };
    assert_eq!((hours("2026-03-29", "2026-03-30"), hours("2026-10-25", "2026-10-26")), (23, 25));

    let shift = Week::new(std::array::from_fn(|_| vec!["00:30-08:30".parse().unwrap()]));
    let night = calendar("Europe/London", shift, &[]);
    let hours = |day: &str| {
        night.worked(at(&night, &format!("{day} 00:00")), at(&night, &format!("{day} 12:00"))).as_hours()
    };
    assert_eq!((hours("2026-03-29"), hours("2026-10-25")), (7, 9));

    let received = at(&always, "2026-03-28 18:00");
    let day_later = received.checked_add(SignedDuration::from_hours(24)).unwrap();
    assert_eq!(shown(&always, day_later), "2026-03-29 19:00");
    assert_eq!(due(&always, "24 working hours", "2026-03-28 18:00"), "2026-03-29 19:00");
    assert_eq!(due(&always, "1 calendar day", "2026-03-28 18:00"), "2026-03-29 18:00");
}

#[test]
fn the_timelines_of_biz() {
    let la = los_angeles();
    let utc = |text: &str| text.parse::<Timestamp>().unwrap();
    assert_eq!(la.worked(utc("2015-03-07T00:00:00Z"), utc("2015-03-14T00:00:00Z")).as_secs(), 183_600);
    let two_hours = SignedDuration::from_hours(2);
    assert_eq!(la.add(utc("2015-12-25T09:30:00Z"), two_hours), Some(utc("2015-12-26T20:00:00Z")));
    // Open from 18:00 to 22:00 UTC on Saturday the 10th, then from Monday 17:00 to 01:00, then all of Tuesday.
    for (open, close) in [
        ("2015-01-10T18:00:00Z", "2015-01-10T22:00:00Z"),
        ("2015-01-12T17:00:00Z", "2015-01-13T01:00:00Z"),
        ("2015-01-13T08:00:00Z", "2015-01-14T08:00:00Z"),
    ] {
        let (open, close) = (utc(open), utc(close));
        let before = open.checked_sub(SignedDuration::from_secs(1)).unwrap();
        assert_eq!(la.next_open(before), Some(open));
        assert!(la.is_open(open) && !la.is_open(before) && !la.is_open(close));
        assert_eq!(la.worked(before, close), close.duration_since(open));
    }
}

#[test]
fn business_days_keep_the_time_of_day() {
    let london = london();
    assert_eq!(due(&london, "3 business days", "2026-11-23 10:12"), "2026-11-26 10:12");
    assert_eq!(due(&london, "1 business day", "2026-11-27 18:00"), "2026-12-01 09:00");
    assert_eq!(due(&london, "1 business day", "2026-12-24 10:00"), "2026-12-29 10:00");
}

#[test]
fn what_took_long_is_told_in_the_days_of_the_promise() {
    let london = london();
    let took = |from: &str, to: &str| london.business_days(at(&london, from), at(&london, to));
    assert_eq!(took("2026-11-23 10:12", "2026-11-26 10:12"), Some(3));
    assert_eq!(took("2026-11-23 10:12", "2026-11-26 10:13"), Some(4), "a minute late is a day more");
    assert_eq!(took("2026-11-27 18:00", "2026-11-30 09:00"), Some(0), "a weekend takes nobody's time");
    assert_eq!(took("2026-12-24 10:00", "2026-12-28 23:00"), Some(1), "nor do two holidays and a weekend");
    assert_eq!(took("2026-11-26 10:12", "2026-11-23 10:12"), Some(0), "what ended before it began took none");
    assert_eq!(london.business_days(Timestamp::MIN, Timestamp::MAX), None);
}

#[test]
fn hours_that_change_and_short_days() {
    let open = |hours: &str| Week::weekdays(&[hours.parse().unwrap()]);
    let town = Calendar::compile(&CalendarSpec {
        zone: "Asia/Kolkata".into(),
        weeks: vec![(date(2026, 7, 1), open("10:00-18:00")), (date(2020, 1, 1), open("09:00-17:00"))],
        exceptions: BTreeMap::from([
            (date(2026, 7, 2), vec!["10:00-12:00".parse().unwrap()]),
            (date(2026, 7, 4), vec!["10:00-11:00".parse().unwrap()]),
        ]),
        holidays: Vec::new(),
    })
    .unwrap();
    assert_eq!(due(&town, "1 business day", "2026-06-29 09:15"), "2026-06-30 09:15");
    assert_eq!(due(&town, "1 business day", "2026-06-30 09:15"), "2026-07-01 10:00", "not open yet at 09:15");
    assert_eq!(due(&town, "1 business day", "2026-07-01 16:00"), "2026-07-02 12:00", "closes early");
    assert_eq!(
        due(&town, "1 business day", "2026-07-03 10:30"),
        "2026-07-04 10:30",
        "a Saturday that is open"
    );
}

#[test]
fn what_cannot_be_compiled_says_why() {
    let spec = |zone: &str, periods: &[&str]| CalendarSpec {
        zone: zone.into(),
        weeks: vec![(
            date(2020, 1, 1),
            Week::weekdays(&periods.iter().map(|p| p.parse().unwrap()).collect::<Vec<_>>()),
        )],
        exceptions: BTreeMap::new(),
        holidays: Vec::new(),
    };
    let error = |spec: &CalendarSpec| Calendar::compile(spec).unwrap_err().to_string();
    assert!(error(&spec("Mars/Olympus", &["09:00-17:00"])).contains("America/New_York"));
    assert!(error(&spec("Europe/London", &["09:00-13:00", "12:00-17:00"])).contains("overlap"));
    assert!(
        error(&CalendarSpec { weeks: Vec::new(), ..spec("Europe/London", &[]) }).contains("hours of a week")
    );
}
