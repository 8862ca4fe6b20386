//! A city's data are read whole, or refused whole with file, line, key and mend.

use jiff::civil::date;
use office::city::{City, CityFile, Faults};
use std::fs;
use std::path::{Path, PathBuf};
use terms::{Place, Position};

fn folder(city: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../city").join(city)
}

fn files(city: &str) -> Vec<CityFile> {
    let mut files = Vec::new();
    for below in ["", "services/"] {
        for entry in fs::read_dir(folder(city).join(below)).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() && entry.file_name() != "README.md" {
                let path = format!("{below}{}", entry.file_name().to_str().unwrap());
                files.push(CityFile { path, text: fs::read_to_string(entry.path()).unwrap() });
            }
        }
    }
    files
}

/// Qamar with one text changed in one file.
fn changed(path: &str, from: &str, to: &str) -> Result<City, Faults> {
    let mut files = files("qamar");
    let file = files.iter_mut().find(|file| file.path == path).unwrap();
    assert!(file.text.contains(from), "{path} has no {from:?}");
    file.text = file.text.replacen(from, to, 1);
    City::read(&files)
}

#[track_caller]
fn refused(path: &str, from: &str, to: &str, expected: &[&str]) {
    let faults = changed(path, from, to).unwrap_err().to_string();
    for part in expected {
        assert!(faults.contains(part), "expected {part:?} in:\n{faults}");
    }
}

#[test]
fn both_cities_are_sound() {
    let boston = City::read(&files("boston")).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(boston.services.len() > 150 && boston.agencies.len() == 16);
    let lights = boston.service("Street  light outages").unwrap();
    assert_eq!(lights.code.as_str(), "street-light-outages");
    assert_eq!(
        lights.promise_on(date(2015, 3, 2)).unwrap().completion.unwrap().to_string(),
        "10 business days"
    );
    let washburn_street = Place { position: Position::new(42.322, -71.057), ..Place::default() };
    assert_eq!(boston.district_of(&washburn_street).unwrap().as_str(), "dorchester");
    assert_eq!(boston.district_named("Brighton").unwrap().as_str(), "allston");

    let qamar = City::read(&files("qamar")).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(
        (qamar.language(), qamar.name.text("en"), qamar.name.text("fr")),
        ("ar", "Moon Oasis", "بلدية واحة القمر")
    );
}

#[test]
fn a_promise_changes_on_its_day() {
    let qamar = City::read(&files("qamar")).unwrap();
    let pipe = qamar.service("burst-pipe").unwrap();
    let completion = |day| pipe.promise_on(day).unwrap().completion.unwrap().to_string();
    assert_eq!(completion(date(2026, 6, 30)), "8 working hours");
    assert_eq!(completion(date(2026, 7, 1)), "6 working hours");
}

#[test]
fn the_week_of_qamar_runs_from_sunday_to_thursday_and_stops_for_the_feast() {
    let qamar = City::read(&files("qamar")).unwrap();
    let open = |local: &str| {
        let local: jiff::civil::DateTime = local.parse().unwrap();
        qamar.calendar.is_open(qamar.calendar.zone().to_timestamp(local).unwrap())
    };
    assert!(open("2026-02-01 09:00") && open("2026-02-05 11:00"), "Sunday and Thursday morning");
    assert!(!open("2026-02-05 14:00") && !open("2026-02-06 09:00"), "Thursday afternoon and Friday");
    assert!(!open("2026-03-22 09:00"), "the third day of the feast is a Sunday");
    assert!(open("2026-12-31 10:00") && !open("2026-12-31 11:30"), "the last day of the year is short");
}

#[test]
fn a_fault_names_file_line_key_and_mend() {
    refused("city.toml", "https://311.qamar", "qamar", &["city.toml:", "site", "https://311.example.org"]);
    refused(
        "services/water.toml",
        "8 working hours",
        "eight hours",
        &[
            "services/water.toml:14: service.promise.completion",
            "\"eight hours\" is not a promise",
            "write `10 business days`",
        ],
    );
    refused(
        "services/water.toml",
        "queue = \"wells\"",
        "queue = \"well\"",
        &["services/water.toml:7: service.queue", "use one of: front-desk, wells"],
    );
    refused("city.toml", "Africa/Cairo", "Africa/Kairo", &["city.toml:6: zone", "America/New_York"]);
    refused(
        "calendars.toml",
        "08:00-12:00",
        "08:00-25:00",
        &["calendars.toml:6: calendar.week", "write it like 08:30-17:00"],
    );
    refused("calendars.toml", "next-free", "whenever", &["calendar.holiday.observed", "use no, nearest"]);
    refused("calendars.toml", "eid.ics", "aid.ics", &["calendar.ical", "is missing"]);
    refused(
        "officers.toml",
        "roles = [\"specialist\"]",
        "roles = [\"wizard\"]",
        &["officers.toml:14: officer.roles", "use one of: clerk"],
    );
    refused("officers.toml", "superior = \"huda\"", "superior = \"hoda\"", &["officer.superior", "huda"]);
    refused(
        "city.toml",
        "calendar = \"town\"",
        "calender = \"town\"",
        &["city.toml:8: calender", "unknown field", "calendar"],
    );
    refused("services/water.toml", "code = \"new-connection\"", "code = \"burst-pipe\"", &["defined twice"]);
    refused(
        "services/water.toml",
        "code = \"new-connection\"",
        "code = \"New Connection\"",
        &["is not a code", "small letters"],
    );
    refused(
        "districts.geojson",
        "palm-groves",
        "palms",
        &["districts.geojson", "no district is called \"palms\""],
    );
    refused(
        "services/town-hall.toml",
        "type = \"number\"",
        "type = \"singlevaluelist\"",
        &["choices do not fit"],
    );
}

#[test]
fn all_faults_are_told_at_once() {
    let mut files = files("qamar");
    for file in &mut files {
        file.text = file.text.replace("\"water\"", "\"wasser\"").replace("\"town\"", "\"dorf\"");
    }
    files.push(CityFile { path: "servces/x.toml".into(), text: String::new() });
    files.retain(|file| file.path != "outcomes.toml");
    let faults = City::read(&files).unwrap_err();
    assert!(faults.0.len() > 3, "{faults}");
    let text = faults.to_string();
    assert!(
        text.contains("nothing reads this file")
            && text.contains("outcomes.toml")
            && text.ends_with("faults to mend")
    );
}

#[test]
fn hostile_files_are_refused_without_a_panic() {
    for text in ["", "\u{0}", "[[[[", "a = \"\\u{d800}\"", &"[".repeat(10_000), "name = 1", "\u{feff}"] {
        for path in ["city.toml", "calendars.toml", "services/water.toml", "districts.geojson", "eid.ics"] {
            let mut files = files("qamar");
            files.iter_mut().find(|file| file.path == path).unwrap().text = text.to_owned();
            let _ = City::read(&files);
        }
    }
}
