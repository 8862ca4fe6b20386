//! A city's data are read whole, or refused whole with file, line, key and mend.

use jiff::civil::date;
use office::city::{Asked, City, CityFile, Faults};
use std::fs;
use std::path::{Path, PathBuf};
use terms::{Place, Position};

fn folder(city: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../city").join(city)
}

fn files(city: &str) -> Vec<CityFile> {
    let mut files = Vec::new();
    for below in ["", "forms/", "services/"] {
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
        &["officers.toml:24: officer.roles", "use one of: clerk"],
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
    refused("services/town-hall.toml", "form = \"birth", "from = \"birth", &["unknown field `from`"]);
    refused(
        "services/town-hall.toml",
        "form = \"birth-certificate\"",
        "form = \"birth\"",
        &[
            "services/town-hall.toml:12: service.form: nothing is called \"birth\"; use one of: birth-certificate, new-connection",
            "forms/birth-certificate.toml:1: (file): no service asks with this form; write form = \"birth-certificate\" at a service",
        ],
    );
}

#[test]
fn a_fault_in_what_may_be_booked_names_the_key_and_the_mend() {
    refused(
        "offices.toml",
        "booked = true",
        "booked = false",
        &["office.booking: no counter is kept for bookings", "write booked = true at one [[office.counter]]"],
    );
    refused(
        "offices.toml",
        "days_ahead = 14",
        "days_ahead = 400",
        &["office.booking.days_ahead: 400 is no number from 1 to 180"],
    );
    refused(
        "offices.toml",
        "minutes = 6",
        "minutes = 6\nslot_minutes = 7",
        &["office.line.slot_minutes: 7 minutes are no multiple of 5", "write, for example, 15"],
    );
    refused(
        "offices.toml",
        "[office.booking]\ndays_ahead = 14\nnotice_minutes = 120\nearly_minutes = 20\nlate_minutes = 10\n",
        "",
        &[
            "office.counter.booked: a counter is kept for bookings, but none are taken here",
            "add [office.booking]",
        ],
    );
}

#[test]
fn a_fault_in_a_form_names_its_line() {
    let form = "forms/new-connection.toml";
    for (from, to, expected) in [
        (
            "maximum = 5000",
            "maximun = 5000",
            "forms/new-connection.toml:26: schema.properties.area.maximun: this keyword",
        ),
        (
            "maximum = 5000",
            "maximum = 1",
            "forms/new-connection.toml:23: schema.properties.area: no number fits",
        ),
        (
            "maxLength = 100\n",
            "maxLength = -1\n",
            "forms/new-connection.toml:17: schema.properties.people.items.properties.name.maxLength",
        ),
        (
            "when = \"use == 'shop'\"",
            "when = \"use = 'shop'\"",
            "forms/new-connection.toml:53: page.3.when: it is no condition, from sign 5 on",
        ),
        (
            "when = \"use == 'shop'\"",
            "when = \"use == 'shed'\"",
            "there is no choice \"shed\"; use one of: home, shop, field",
        ),
        (
            "at = \"from\"",
            "at = \"form\"",
            "forms/new-connection.toml:73: check.1.at: the schema has no \"form\"",
        ),
        (
            "[words.\"people.born\"]",
            "[words.\"people.burn\"]",
            "words.people.burn: the schema has no \"people.burn\"",
        ),
        (
            "{ ar = \"الاسم\", en = \"Name\" }",
            "\"\"",
            "schema.properties.people.items.properties.name: it has no title",
        ),
        ("title = { ar = \"متى", "titel = { ar = \"متى", "unknown field `titel`"),
        (
            "[[stop]]",
            "[[stop]]\nservice = \"wells\"",
            "forms/new-connection.toml:67: stop.1.service: no service is called \"wells\"",
        ),
    ] {
        refused(form, from, to, &[expected]);
    }
    let mut files = files("qamar");
    files.push(CityFile { path: "forms/Not A Code.toml".into(), text: String::new() });
    files.push(CityFile { path: "forms/notes.ics".into(), text: String::new() });
    let faults = City::read(&files).unwrap_err().to_string();
    assert!(faults.contains("\"Not A Code\" is not a code") && faults.contains("nothing reads this file"));
}

#[test]
fn a_service_has_a_form_and_a_page() {
    let qamar = City::read(&files("qamar")).unwrap();
    let connection = qamar.service("new-connection").unwrap();
    assert_eq!(connection.form.code(), "new-connection");
    assert_eq!((connection.page.place, connection.page.photos), (Asked::Required, false));
    assert_eq!(connection.page.reviewed, Some(date(2026, 1, 15)));
    assert_eq!(connection.page.steps[2].text("en"), "We lay the pipe and set the meter.");
    let pipe = qamar.service("burst-pipe").unwrap();
    assert!(pipe.form.fields().is_empty() && pipe.page.who.is_empty());
    assert_eq!((pipe.page.place, pipe.page.photos), (Asked::Required, true), "as reports are");
    let whisper = qamar.service("whisper").unwrap();
    assert_eq!((whisper.page.place, whisper.page.photos), (Asked::Never, false));
    let page = "place = \"required\"";
    let service = "services/water.toml";
    refused(
        service,
        page,
        "place = \"maybe\"",
        &["service.page.place: \"maybe\" is not known; use required, optional"],
    );
    refused(service, page, "reviewed = 2026-01-15", &["services/water.toml"]);
    refused(service, "\"2026-01-15\"", "\"January\"", &["service.page.reviewed: \"January\" is no date"]);
}

/// What it says in one language it says in all languages of the city.
#[test]
fn the_forms_of_our_cities_are_said_in_each_of_their_languages() {
    for name in ["boston", "qamar"] {
        let city = City::read(&files(name)).unwrap();
        let says = |line: &str, language: &str| line.contains(&format!(" {language} = \""));
        for file in files(name).iter().filter(|file| file.path.starts_with("forms/")) {
            for (number, line) in file.text.lines().enumerate() {
                let said = city.languages.iter().filter(|language| says(line, language)).count();
                assert!(said == 0 || said == city.languages.len(), "{}:{}: {line}", file.path, number + 1);
            }
        }
    }
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
        for path in [
            "city.toml",
            "calendars.toml",
            "services/water.toml",
            "forms/new-connection.toml",
            "districts.geojson",
            "eid.ics",
        ] {
            let mut files = files("qamar");
            files.iter_mut().find(|file| file.path == path).unwrap().text = text.to_owned();
            let _ = City::read(&files);
        }
    }
}
