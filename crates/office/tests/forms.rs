//! Forms as people fill them in: what is kept, what is dropped, whom they stop.

use jiff::civil::date;
use office::intake::Request;
use office::services::check_answers;
use office::{Mistake, Refusal};
use terms::Answer;
use testkit::{TestOffice, both_engines};

const PICKUP: &str = "schedule-a-bulk-item-pickup-ss";

fn answers(pairs: &[(&str, &str)]) -> Vec<Answer> {
    let answer = |(code, value): &(&str, &str)| Answer {
        code: (*code).to_owned(),
        values: value.split('|').map(str::to_owned).collect(),
    };
    pairs.iter().map(answer).collect()
}

/// What somebody sends for a pickup.
fn request(office: &TestOffice, pairs: &[(&str, &str)]) -> Request {
    Request { answers: answers(pairs), ..office.resident("Mae Lee").request(PICKUP, "") }
}

#[track_caller]
fn wrong(office: &TestOffice, pairs: &[(&str, &str)]) -> Vec<String> {
    let told = |mistake: &Mistake| format!("{}: {}", mistake.field, mistake.problem);
    match office.resident("Mae Lee").sends(request(office, pairs)) {
        Err(Refusal::Invalid(mistakes)) => mistakes.iter().map(told).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_answered_is_kept_as_the_form_reads_it() {
    both_engines(|office| {
        let today = office.office.city.calendar.day(office.office.now()).to_string();
        let sent = [
            ("date", format!("{today}T12:00:00-05:00")),
            ("items.1.what", "mattress".to_owned()),
            ("items.1.how-many", " 2.0 ".to_owned()),
            ("items.2.what", "sofa".to_owned()),
            ("items.2.how-many", "1".to_owned()),
            ("debris", "no".to_owned()),
            // Without a fridge nobody asks for its doors.
            ("doors-off", "yes".to_owned()),
        ];
        let sent: Vec<(&str, &str)> = sent.iter().map(|(code, value)| (*code, value.as_str())).collect();
        let case = office.resident("Mae Lee").sends(request(office, &sent)).unwrap();
        let kept = office.house().sees(&case).case.told.answers;
        let expected = answers(&[
            ("debris", "no"),
            ("items.1.what", "mattress"),
            ("items.1.how-many", "2"),
            ("items.2.what", "sofa"),
            ("items.2.how-many", "1"),
            ("date", &today),
        ]);
        assert_eq!(kept, expected);
    });
}

#[test]
fn what_will_not_do_is_told_at_its_place() {
    both_engines(|office| {
        let fridge =
            [("debris", "no"), ("items.1.what", "fridge"), ("items.1.how-many", "6"), ("date", "2015-01-01")];
        assert_eq!(
            wrong(office, &fridge),
            [
                "attribute[items.1.how-many]: it is too large; the most is 5",
                "attribute[doors-off]: this must be answered",
                "attribute[date]: This day is over; choose today or a later day",
            ]
        );
        let debris =
            [("debris", "yes"), ("items.1.what", "boat"), ("items.1.how-many", "one"), ("date", "soon")];
        let told = wrong(office, &debris);
        assert_eq!(told.len(), 4, "{told:?}");
        assert!(told.iter().any(|told| told.starts_with("attribute[debris]: Ask a private company")));
        assert!(told.iter().any(|told| {
            told.contains("items.1.what]: it is not one of the choices; use one of: mattress, sofa")
        }));
        assert!(
            told.contains(
                &"attribute[items.1.how-many]: it is no number; write it like 12 or 12.5".to_owned()
            )
        );
        assert!(
            wrong(office, &[("colour", "red")])
                .contains(&"attribute[colour]: this is not asked; leave it out".to_owned())
        );
    });
}

/// Whether a day lies in the past depends on when somebody asked, not on when their request is taken in.
#[test]
fn the_day_is_that_of_the_act() {
    let office = testkit::city_files("boston");
    let city = office::city::City::read(&office).unwrap();
    let service = city.services.get(PICKUP).unwrap();
    let given = answers(&[
        ("debris", "no"),
        ("items.1.what", "sofa"),
        ("items.1.how-many", "1"),
        ("date", "2026-03-02"),
    ]);
    assert!(check_answers(service, &given, date(2026, 3, 2)).is_ok());
    assert!(check_answers(service, &given, date(2026, 3, 3)).is_err());
    assert!(check_answers(service, &given, date(2026, 1, 1)).is_ok());
    assert!(check_answers(service, &given, date(2025, 12, 31)).is_err(), "more than 60 days ahead");
}

#[test]
fn every_form_of_our_cities_takes_its_own_example() {
    for name in ["boston", "qamar"] {
        let city = office::city::City::read(&testkit::city_files(name)).unwrap();
        for service in city.services.values() {
            let example = service.form.flatten(&service.form.example("2026-03-02"));
            let taken = check_answers(service, &example, date(2026, 3, 2));
            assert_eq!(taken.as_ref(), Ok(&example), "{}", service.code);
        }
    }
}
