//! Bad input in every form of the desk: markup is only words, five megabytes are refused in words, and nothing changes.

use crate::common::Answer;
use crate::desk_case::doors;
use crate::desk_roles::{Asked, ROUTES};
use crate::desk_stage::{House, Stage};
use testkit::{TestOffice, on_postgres, on_sqlite};

const EVIL: &str = "</textarea></script><script>alert(1)</script><img src=x onerror=alert(2)>\"'";
/// What a form may hold besides what it needs.
const MORE: [&str; 8] = ["words", "name", "note", "message", "q", "back", "view", "to"];
/// Where people read what was written elsewhere.
const PAGES: [&str; 10] = [
    "/desk",
    "/desk?view=open",
    "/desk/search?q=lamp",
    "/desk/bulk",
    "/desk/macros",
    "/desk/team",
    "/desk/articles",
    "/desk/compositions",
    "/desk/shift",
    "/desk/new",
];

fn is_only_words(answer: &Answer, what: &str) {
    for sign in ["<script>alert", "<img src=x"] {
        assert!(!answer.text.contains(sign), "{what}: {}", answer.text);
    }
    assert!(answer.status.as_u16() < 500, "{what}: {}", answer.status);
}

/// A form with one of its fields, or one more, changed.
fn changed(asked: &Asked, field: &'static str, value: &'static str) -> Asked {
    let (method, path, fields) = *asked;
    let others = fields.iter().filter(|(name, _)| *name != field);
    (method, path, others.copied().chain([(field, value)]).collect::<Vec<_>>().leak())
}

fn markup_in_each_field(office: &TestOffice) {
    let doors = doors(office);
    let mut house = House::open(&doors);
    let mut stages = Vec::new();
    for asked in ROUTES.iter().filter(|(method, path, _)| *method == "POST" && *path != "/desk/sign-out") {
        let (_, path, fields) = asked;
        let mut names: Vec<&'static str> = fields.iter().map(|(name, _)| *name).chain(MORE).collect();
        names.sort_unstable();
        names.dedup();
        let stage = Stage::set(&house, asked);
        // What decides who somebody is stays as it is.
        for field in names.into_iter().filter(|name| !["token", "officer"].contains(name)) {
            let answer = house.ask(&stage, &changed(asked, field, EVIL), "supervisor");
            is_only_words(&answer, &format!("{path}: {field}"));
        }
        stages.push(stage);
        if *path == "/desk/sessions" {
            // Whoever is named there was signed out.
            house = House::open(&doors);
        }
    }
    let ruth = &house.officer("supervisor").unwrap().2;
    let cases = stages.iter().filter_map(Stage::path);
    for path in PAGES.iter().map(ToString::to_string).chain(cases) {
        is_only_words(&ruth.raw(&path), &path);
    }
    // What stands in an address is words too.
    for (_, path, _) in ROUTES.iter().filter(|(method, ..)| *method == "GET") {
        let escaped = EVIL.bytes().fold(String::new(), |text, byte| text + &format!("%{byte:02X}"));
        let path = path.split('{').next().unwrap().trim_end_matches('/');
        for name in ["q", "view", "service", "status", "back", "case", "edit", "show", "after"] {
            let path = format!("{path}?own=1&{name}={escaped}");
            if !path.contains("/live") {
                is_only_words(&ruth.raw(&path), &path);
            }
        }
    }
    // What was sent for later leaves.
    office.hours(72);
}

#[test]
fn markup_in_every_field_of_the_desk_is_only_words_on_sqlite() {
    on_sqlite(markup_in_each_field);
}

#[test]
fn markup_in_every_field_of_the_desk_is_only_words_on_postgres() {
    on_postgres(markup_in_each_field);
}

/// Forms whose words people paste into. What a caller asks for is kept as it is typed, and tried where that is; the
/// name of a view is cut by its own field.
const PASTED: [(&str, &str); 11] = [
    ("/desk/bulk", "note"),
    ("/desk/macros", "note"),
    ("/desk/shift/end", "note"),
    ("/desk/articles", "body"),
    ("/desk/articles/{article}/texts/en", "body"),
    ("/desk/articles/{article}/feedback", "words"),
    ("/desk/cases/{reference}/transfer", "words"),
    ("/desk/cases/{reference}/task", "words"),
    ("/desk/cases/{reference}/rest", "words"),
    ("/desk/cases/{reference}/place", "words"),
    ("/desk/cases/{reference}/offer", "message"),
];

fn five_megabytes_in_each_form(office: &TestOffice) {
    let doors = doors(office);
    let house = House::open(&doors);
    let much: &'static str = "Dark lamp. ".repeat(5 * 1024 * 1024 / 11).leak();
    let mut faults = Vec::new();
    for (path, field) in PASTED {
        let asked = ROUTES.iter().find(|(method, known, _)| *method == "POST" && *known == path).unwrap();
        let stage = Stage::set(&house, asked);
        let before = stage.state(office);
        let answer = house.ask(&stage, &changed(asked, field, much), "specialist");
        let said = answer.text.contains("error-summary") || answer.text.contains("desk-wrong");
        let kept = answer.text.contains("Dark lamp. Dark lamp. ");
        if (answer.status.as_u16(), said, kept) != (422, true, true) {
            faults.push(format!("{path}: {}, said {said}, shown again {kept}", answer.status));
        }
        assert_eq!(stage.state(office), before, "{path}");
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn five_megabytes_in_any_form_are_refused_in_words_and_shown_again_and_nothing_changes() {
    testkit::both_engines(five_megabytes_in_each_form);
}
