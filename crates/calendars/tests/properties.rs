//! What must hold for every calendar, instant and duration.

use calendars::{Calendar, CalendarSpec, Holiday, HolidayRule, Observed, Period, Rule, Week};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const ZONES: [&str; 5] =
    ["America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns"];

fn week(hours: &[&str]) -> Week {
    Week::weekdays(&hours.iter().map(|text| text.parse::<Period>().unwrap()).collect::<Vec<_>>())
}

static CALENDARS: LazyLock<Vec<Calendar>> = LazyLock::new(|| {
    let holiday = |rule| Holiday { name: String::new(), rule, observed: Observed::NextFree, from_year: None };
    let weeks = [
        week(&["08:30-17:00"]),
        week(&["09:00-12:00", "13:30-18:00"]),
        Week::always(),
        week(&["22:00-06:00"]),
    ];
    let compile = |zone: &str, week: &Week| {
        Calendar::compile(&CalendarSpec {
            zone: zone.into(),
            weeks: vec![(date(2000, 1, 1), week.clone())],
            exceptions: BTreeMap::from([(date(2020, 5, 4), vec!["10:00-10:30".parse().unwrap()])]),
            holidays: vec![holiday(HolidayRule::Fixed(12, 25)), holiday(HolidayRule::Easter(-2))],
        })
        .unwrap()
    };
    ZONES.iter().flat_map(|zone| weeks.iter().map(move |week| compile(zone, week))).collect()
});

fn any_calendar() -> impl Strategy<Value = &'static Calendar> {
    (0..CALENDARS.len()).prop_map(|place| &CALENDARS[place])
}

/// Any instant of the years 2000 to 2060, to the second, clustered near the changes of daylight saving.
fn any_instant() -> impl Strategy<Value = Timestamp> {
    let anywhere = 946_684_800_i64..2_840_140_800;
    let near_changes = (
        prop::sample::select(vec![1_425_798_000_i64, 1_446_357_600, 1_774_746_000, 1_792_890_000]),
        -90_000_i64..90_000,
    )
        .prop_map(|(change, offset)| change + offset);
    prop_oneof![3 => anywhere, 1 => near_changes].prop_map(|second| Timestamp::from_second(second).unwrap())
}

fn any_time() -> impl Strategy<Value = SignedDuration> {
    (1_i64..3_000_000).prop_map(SignedDuration::from_secs)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn due_and_elapsed_are_inverse(calendar in any_calendar(), from in any_instant(), time in any_time()) {
        let due = calendar.add(from, time).unwrap();
        prop_assert_eq!(calendar.worked(from, due), time);
        let earlier = due.checked_sub(SignedDuration::from_millis(1)).unwrap();
        prop_assert!(calendar.worked(from, earlier) < time, "nothing earlier will do");
    }

    #[test]
    fn later_or_longer_is_never_due_earlier(
        calendar in any_calendar(), from in any_instant(), time in any_time(), more in any_time()
    ) {
        prop_assert!(calendar.add(from, time) < calendar.add(from, time + more));
        let later = from.checked_add(more).unwrap();
        prop_assert!(calendar.add(from, time) <= calendar.add(later, time));
        for days in [1, 5, 30] {
            prop_assert!(calendar.business_days_after(from, days) <= calendar.business_days_after(later, days));
            prop_assert!(calendar.business_days_after(from, days) < calendar.business_days_after(from, days + 1));
        }
    }

    #[test]
    fn business_days_are_counted_as_they_are_promised(
        calendar in any_calendar(), from in any_instant(), time in any_time(), days in 0_u32..60
    ) {
        let to = from.checked_add(time).unwrap();
        let took = calendar.business_days(from, to).unwrap();
        prop_assert!(calendar.business_days_after(from, took).unwrap() >= to);
        prop_assert!(took == 0 || calendar.business_days_after(from, took - 1).unwrap() < to);
        let due = calendar.business_days_after(from, days).unwrap();
        prop_assert_eq!(calendar.business_days(from, due), Some(days));
    }

    #[test]
    fn elapsed_does_not_depend_on_where_it_is_cut(
        calendar in any_calendar(), from in any_instant(), a in any_time(), b in any_time()
    ) {
        let middle = from.checked_add(a).unwrap();
        let end = middle.checked_add(b).unwrap();
        prop_assert_eq!(calendar.worked(from, middle) + calendar.worked(middle, end), calendar.worked(from, end));
        prop_assert_eq!(calendar.worked(end, from), -calendar.worked(from, end));
        prop_assert!(calendar.worked(from, end) <= a + b);
    }

    #[test]
    fn many_pauses_move_the_deadline_as_one_would(
        calendar in any_calendar(), from in any_instant(), pauses in prop::collection::vec((60_i64..40_000, 60_i64..400_000), 1..6)
    ) {
        let rule: Rule = "16 working hours".parse().unwrap();
        let mut due = rule.due(calendar, from).unwrap().promised;
        let mut now = from;
        let mut worked = SignedDuration::ZERO;
        for (run, pause) in pauses {
            let paused = now.checked_add(SignedDuration::from_secs(run)).unwrap();
            if paused >= due { break; }
            worked += calendar.worked(now, paused);
            now = paused.checked_add(SignedDuration::from_secs(pause)).unwrap();
            due = rule.resume(calendar, due, paused, now).unwrap();
        }
        prop_assert_eq!(worked + calendar.worked(now, due), SignedDuration::from_hours(16));
    }

    #[test]
    fn a_promise_is_met_while_somebody_is_there(calendar in any_calendar(), from in any_instant()) {
        for rule in ["1 business day", "8 working hours", "45 calendar days",
                     "same working day, or within 24 hours when received after hours"] {
            let rule: Rule = rule.parse().unwrap();
            let due = rule.due(calendar, from).unwrap();
            prop_assert!(due.promised > from);
            prop_assert!(!due.reachable || due.operational <= due.promised);
            let just_before = due.operational.checked_sub(SignedDuration::from_millis(1)).unwrap();
            prop_assert!(calendar.is_open(just_before), "{rule}: {} is after hours", due.operational);
        }
    }

    #[test]
    fn opening_and_closing_agree(calendar in any_calendar(), from in any_instant()) {
        let open = calendar.next_open(from).unwrap();
        prop_assert!(calendar.is_open(open));
        prop_assert_eq!(calendar.worked(from, open), SignedDuration::ZERO);
        let close = calendar.next_close(open).unwrap();
        prop_assert!(close > open && calendar.worked(open, close) > SignedDuration::ZERO);
    }
}
