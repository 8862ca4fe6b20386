//! Figures that were worked out by hand, against figures that the house publishes.

use jiff::civil::Date;
use office::insight::{self, Scorecard};
use records::facts::{Cut, GroupBy};
use terms::Principal;
use testkit::{TestOffice, both_engines};

const LIGHT: &str = "street-light-outages";
const HOUR: f64 = 3_600.0;

fn card(office: &TestOffice) -> Scorecard {
    office.settle();
    let (from, to): (Date, Date) = ("2015-01-01".parse().unwrap(), "2015-12-31".parse().unwrap());
    office
        .read(&Principal::public(), move |tx, act| {
            insight::scorecard(tx, act, &Cut::default(), GroupBy::Nothing, (from, to))
        })
        .unwrap()
}

/// Within the one per cent that the scale of durations may lose.
fn is_about(found: Option<f64>, expected: f64) -> bool {
    found.is_some_and(|found| (found / expected - 1.0).abs() < 0.011)
}

#[test]
fn a_case_that_was_answered_and_is_open_counts_once_in_the_time_to_the_first_answer() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let cases = [1, 2, 3].map(|hours| (hours, mae.reports(LIGHT, "Dark.")));
        for (_, case) in &cases {
            office.hours(1);
            lee.replies(case, "A crew comes.");
        }
        office.hours(24 * 10);
        let total = card(office).total;
        assert_eq!((total.requests, total.open, total.first_reply.count), (3, 3, 3));
        assert!(is_about(total.first_reply.median, 2.0 * HOUR), "{:?}", total.first_reply);
        assert!(is_about(total.first_reply.p90, 3.0 * HOUR), "{:?}", total.first_reply);
        assert_eq!(total.completion.median, None, "none is done, so nobody knows how long one takes");
    });
}

#[test]
fn what_is_still_open_makes_the_time_to_completion_no_shorter_than_it_is() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let cases: Vec<_> = (0..4).map(|_| mae.reports(LIGHT, "Dark.")).collect();
        office.hours(5);
        lee.resolves(&cases[0], "done", "New bulb.");
        office.hours(24 * 20);
        // One of four is done, after five hours; three have waited for twenty days and are late.
        let total = card(office).total;
        assert_eq!((total.requests, total.closed, total.open), (4, 1, 3));
        assert_eq!((total.completion.count, total.completion.median), (4, None));
        assert_eq!((total.on_time, total.late, total.overdue), (1, 0, 3));
        assert!((total.kept.ratio().unwrap() - 0.25).abs() < 1e-9);
        lee.resolves(&cases[1], "done", "New bulb.");
        let total = card(office).total;
        assert!(is_about(total.completion.median, (24.0 * 20.0 + 5.0) * HOUR), "{:?}", total.completion);
        assert_eq!((total.on_time, total.late, total.overdue), (1, 1, 2));
    });
}

#[test]
fn the_backlog_of_a_past_day_is_what_was_open_then_and_not_what_is_open_now() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let cases: Vec<_> = (0..3).map(|_| mae.reports(LIGHT, "Dark.")).collect();
        office.hours(24 * 10);
        let today =
            || office.read(&Principal::public(), |_, act| Ok(act.city().calendar.day(act.at))).unwrap();
        let past = today();
        lee.resolves(&cases[0], "done", "New bulb.");
        office.hours(24 * 10);
        lee.resolves(&cases[1], "done", "New bulb.");
        mae.reports(LIGHT, "Dark again.");
        office.settle();
        let backlog = |to: Date, cut: Cut| {
            let period = (past.first_of_year(), to);
            let made = office.read(&Principal::public(), move |tx, act| {
                insight::scorecard(tx, act, &cut, GroupBy::Nothing, period)
            });
            made.unwrap().backlog
        };
        let all = Cut::default;
        assert_eq!(backlog(past, all()).by_age, [0, 2, 0, 0, 0], "one was closed on that day");
        let now = today();
        assert_eq!(backlog(now, all()).by_age, [1, 1, 0, 0, 0]);
        assert_eq!(backlog(past.first_of_year(), all()).count, 0, "nothing had been opened");
        let elsewhere = Cut { district: Some(terms::DistrictCode::new("nowhere")), ..all() };
        assert_eq!(backlog(now, elsewhere).count, 0);
    });
}
