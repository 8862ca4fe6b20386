//! When is it due? Real requests with the target that the city itself set are the oracle.

use crate::program::{Program, checkout};
use channels::bulk::local_time;
use flate2::read::GzDecoder;
use jiff::tz::TimeZone;
use std::fs::File;
use testkit::TestDatabase;

/// The rows of the sample: service, opening and target.
fn sample() -> Vec<[String; 3]> {
    let file = File::open(checkout("city/boston/import/sample.csv.gz")).unwrap();
    let mut reader = csv::Reader::from_reader(GzDecoder::new(file));
    let header = reader.headers().unwrap().clone();
    let place = |name: &str| header.iter().position(|cell| cell == name).unwrap();
    let places = [place("TYPE"), place("OPEN_DT"), place("TARGET_DT")];
    reader.records().map(|row| row.unwrap()).map(|row| places.map(|place| row[place].to_owned())).collect()
}

#[test]
fn the_targets_that_boston_set_are_reproduced() {
    let program = Program::on(&TestDatabase::sqlite().address);
    let rows = sample();
    let mut asked = csv::Writer::from_writer(Vec::new());
    asked.write_record(["service", "opened_at"]).unwrap();
    rows.iter().for_each(|[service, opened_at, _]| asked.write_record([service, opened_at]).unwrap());
    let asked = String::from_utf8(asked.into_inner().unwrap()).unwrap();
    let said = program.tell(&["due"], &asked).well();
    assert_eq!(said.err, "");

    let zone = TimeZone::get("America/New_York").unwrap();
    let mut answered = csv::Reader::from_reader(said.out.as_bytes());
    let (mut with_target, mut covered, mut right) = (0_u32, 0_u32, 0_u32);
    for ([service, opened_at, target], answer) in rows.iter().zip(answered.records()) {
        let answer = answer.unwrap();
        assert_eq!((&answer[0], &answer[1]), (service.as_str(), opened_at.as_str()));
        if target.is_empty() {
            continue;
        }
        with_target += 1;
        if answer[2].is_empty() {
            continue;
        }
        covered += 1;
        let due: jiff::Timestamp = answer[2].parse().unwrap();
        let target = local_time(target, &zone, Some("%m/%d/%Y %I:%M:%S %p")).unwrap();
        right += u32::from(due.duration_since(target).as_secs().abs() <= 600);
    }
    assert!(with_target > 10_000);
    assert!(f64::from(covered) >= 0.85 * f64::from(with_target), "{covered} of {with_target}");
    assert!(f64::from(right) >= 0.95 * f64::from(covered), "{right} of {covered}");
}

#[test]
fn an_unknown_service_is_left_empty_and_the_rest_is_answered() {
    let program = Program::on(&TestDatabase::sqlite().address);
    let asked = "service,opened_at\nUnicorns,2015-03-02T09:00:00Z\nSign Repair,2015-03-02T14:00:00Z\n";
    let said = program.tell(&["due"], asked).ill(2);
    assert!(said.err.contains("line 2") && said.err.contains("Unicorns"), "{}", said.err);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines[1], "Unicorns,2015-03-02T09:00:00Z,");
    assert!(
        lines[2].starts_with("Sign Repair,2015-03-02T14:00:00Z,2015-03-16T09:00:00-04:00"),
        "{}",
        lines[2]
    );
}
