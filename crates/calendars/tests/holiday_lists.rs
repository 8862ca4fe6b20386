//! The rules of six countries, held against published lists of their holidays for sixteen years.

use calendars::{Holiday, Observed, holiday_days};
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;

fn rules(observed: Observed, rules: &str) -> Vec<Holiday> {
    rules
        .split(',')
        .map(|rule| {
            let (rule, from_year) = match rule.split_once(" from ") {
                Some((rule, year)) => (rule, year.trim().parse().ok()),
                None => (rule, None),
            };
            Holiday { name: String::new(), rule: rule.trim().parse().unwrap(), observed, from_year }
        })
        .collect()
}

fn check(country: &str, holidays: &[Holiday]) {
    let listed: BTreeSet<Date> = include_str!("data/public_holidays.csv")
        .lines()
        .filter_map(|line| line.split_once(','))
        .filter(|(name, _)| *name == country)
        .map(|(_, day)| day.parse().unwrap())
        .collect();
    assert!(listed.len() > 100, "no list for {country}");
    let weekend = |day: Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let computed: BTreeSet<Date> = holiday_days(holidays, 2014..=2031, weekend)
        .into_iter()
        .filter(|day| (2015..=2030).contains(&day.year()))
        .collect();
    let difference: Vec<_> = computed.symmetric_difference(&listed).collect();
    assert!(difference.is_empty(), "{country}: {difference:?}");
}

#[test]
fn united_states() {
    let mut federal = rules(
        Observed::Nearest,
        "01-01, 3rd monday of january, 3rd monday of february, last monday of may, 06-19 from 2021, 07-04, \
         1st monday of september, 2nd monday of october, 4th thursday of november, 12-25",
    );
    // The list has no substitute for Veterans Day, which the federal government does keep.
    federal.extend(rules(Observed::No, "11-11"));
    check("US", &federal);
}

#[test]
fn england() {
    let mut england = rules(Observed::NextFree, "01-01, 12-25, 12-26");
    england.extend(rules(
        Observed::No,
        "easter -2, easter +1, last monday of august, 2020-05-08, 2022-06-02, 2022-06-03, 2022-09-19, 2023-05-08",
    ));
    for year in 2015..=2030 {
        // Two moved for anniversaries: early May in 2020, spring in 2022.
        let may = if year == 2020 { None } else { Some("1st monday of may") };
        let spring = if year == 2022 { None } else { Some("last monday of may") };
        for rule in [may, spring].into_iter().flatten() {
            let day = rules(Observed::No, rule)[0].in_year(year).unwrap();
            england.extend(rules(Observed::No, &day.to_string()));
        }
    }
    check("GB-ENG", &england);
}

#[test]
fn germany() {
    check(
        "DE",
        &rules(
            Observed::No,
            "01-01, easter -2, easter +1, 05-01, easter +39, easter +50, 10-03, 12-25, 12-26, 2017-10-31",
        ),
    );
}

#[test]
fn france() {
    check(
        "FR",
        &rules(
            Observed::No,
            "01-01, easter +1, 05-01, 05-08, easter +39, easter +50, 07-14, 08-15, 11-01, 11-11, 12-25",
        ),
    );
}

#[test]
fn sweden() {
    check(
        "SE",
        &rules(
            Observed::No,
            "01-01, 01-06, easter -2, easter, easter +1, 05-01, easter +39, easter +49, 06-06, \
         saturday on or before 06-26, saturday on or before 11-06, 12-25, 12-26",
        ),
    );
}

#[test]
fn greece() {
    check(
        "GR",
        &rules(
            Observed::No,
            "01-01, 01-06, eastern easter -48, 03-25, eastern easter -2, eastern easter, eastern easter +1, 05-01, \
         eastern easter +49, eastern easter +50, 08-15, 10-28, 12-25, 12-26",
        ),
    );
}
