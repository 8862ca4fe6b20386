//! Whether answers will do.

use crate::common::{EVERYTHING, PICKUP, TODAY, answers, form, keys};
use forms::{Answers, Form, Problem};
use serde_json::{Value, json};

fn sound() -> Answers {
    answers(json!({"line": "ab", "kind": "car", "signs": ["flat"], "people": [{"name": "Mae"}]}))
}

fn with(form: &Form, code: &str, value: Value) -> Vec<String> {
    let mut given = sound();
    given.insert(code.to_owned(), value);
    keys(&form.check(&given, TODAY))
}

#[test]
fn good_answers_will_do() {
    let form = form(EVERYTHING);
    assert_eq!(form.check(&sound(), TODAY), []);
    for (code, value) in [
        ("line", json!("Zoë 🦀 قمر")),
        ("story", json!("x\n\ty".repeat(400))),
        ("plate", json!("AB 123-4")),
        ("amount", json!(0.5)),
        ("amount", json!(1000)),
        ("copies", json!(10)),
        ("copies", json!(3.0)),
        ("day", json!("2024-02-29")),
        ("at", json!("2026-03-02T09:30:00.5+02:00")),
        ("mail", json!("mae.lee+desk@mail.example.org")),
        ("mail", json!("mae@مثال.example")),
        ("phone", json!("+20 100 123 4567")),
        ("urgent", json!(false)),
        ("photos", json!(["a", "b", "c"])),
        ("story", json!("")),
        ("story", json!(null)),
        ("photos", json!([])),
    ] {
        assert_eq!(with(&form, code, value.clone()), [""; 0], "{code} {value}");
    }
}

#[test]
fn each_answer_that_will_not_do_has_its_problem() {
    let form = form(EVERYTHING);
    let long = "x".repeat(21);
    for (code, value, expected) in [
        ("line", json!("  "), "form-missing"),
        ("line", json!("x"), "form-too-short"),
        ("line", json!(long), "form-too-long"),
        ("line", json!("a\nb"), "form-not-text"),
        ("line", json!("a\u{0}b"), "form-not-text"),
        ("line", json!("a\u{202e}b"), "form-not-text"),
        ("line", json!("a\u{85}b"), "form-not-text"),
        ("line", json!(3), "form-not-text"),
        ("story", json!("a\u{7}b"), "form-not-text"),
        ("plate", json!("ab"), "form-pattern"),
        ("amount", json!(0.4), "form-too-small"),
        ("amount", json!(1000.1), "form-too-large"),
        ("amount", json!("3"), "form-not-a-number"),
        ("copies", json!(2.5), "form-not-whole"),
        ("copies", json!(11), "form-too-large"),
        ("copies", json!(u64::MAX), "form-too-large"),
        ("day", json!("2026-02-30"), "form-not-a-date"),
        ("day", json!("20260302"), "form-not-a-date"),
        ("day", json!("2026-3-2"), "form-not-a-date"),
        ("day", json!(20_260_302), "form-not-a-date"),
        ("at", json!("2026-03-02T09:30:00"), "form-not-a-time"),
        ("at", json!("2026-03-02"), "form-not-a-time"),
        ("at", json!("2026-03-02T09:30:00+02:00[Africa/Cairo]"), "form-not-a-time"),
        ("mail", json!("mae"), "form-not-an-email"),
        ("mail", json!("mae@host"), "form-not-an-email"),
        ("mail", json!("a b@example.org"), "form-not-an-email"),
        ("mail", json!("a@b@example.org"), "form-not-an-email"),
        ("mail", json!("mae@example.org\r\nBcc: x@example.org"), "form-not-an-email"),
        ("phone", json!("1234"), "form-not-a-phone"),
        ("phone", json!("call me 555 0100"), "form-not-a-phone"),
        ("phone", json!("1".repeat(16)), "form-not-a-phone"),
        ("urgent", json!("yes"), "form-not-yes-or-no"),
        ("kind", json!("bus"), "form-not-a-choice"),
        ("kind", json!(["car"]), "form-not-a-choice"),
        ("signs", json!([]), "form-missing"),
        ("signs", json!("flat"), "form-not-a-choice"),
        ("signs", json!(["flat", "odd"]), "form-not-a-choice"),
        ("signs", json!(["flat", "flat"]), "form-twice"),
        ("signs", json!(["flat", "no-plates", "wrecked"]), "form-too-many"),
        ("photos", json!(["a", "a"]), "form-twice"),
        ("photos", json!(["a", "b", "c", "d"]), "form-too-many"),
        ("photos", json!([1]), "form-not-text"),
        ("photos", json!(["x".repeat(201)]), "form-not-text"),
        ("people", json!([]), "form-missing"),
        ("people", json!("Mae"), "form-not-text"),
        ("people", json!([{"name": "a"}, {"name": "b"}, {"name": "c"}, {"name": "d"}]), "form-too-many"),
        ("colour", json!("red"), "form-unknown"),
    ] {
        assert_eq!(with(&form, code, value.clone()), [format!("{code} {expected}")], "{value}");
    }
}

#[test]
fn items_are_checked_at_their_place() {
    let form = form(EVERYTHING);
    let people = json!([{"name": "Mae", "age": -1}, {"born": "soon", "hat": 1}, 7]);
    let expected = [
        "people.1.age form-too-small",
        "people.2.hat form-unknown",
        "people.2.name form-missing",
        "people.2.born form-not-a-date",
        "people.3 form-not-text",
    ];
    assert_eq!(with(&form, "people", people), expected);
}

#[test]
fn every_problem_says_how_to_mend_it() {
    let problems = [
        Problem::Missing,
        Problem::TooLong { most: 3 },
        Problem::TooSmall { least: 1.0 },
        Problem::TooLarge { most: 2.5 },
        Problem::TooMany { most: 1 },
        Problem::TooMany { most: 4 },
        Problem::Twice,
        Problem::Unknown,
    ];
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told[2], "it is too small; the least is 1");
    assert_eq!(told[3], "it is too large; the most is 2.5");
    assert_eq!(told[4], "only one answer is possible; choose one");
    assert!(problems.iter().all(|problem| problem.key().starts_with("form-")));
}

#[test]
fn an_example_will_do() {
    for text in [EVERYTHING, PICKUP, &PICKUP.replace("\"debris\"\ntitle", "\"!debris\"\ntitle")] {
        let form = form(text);
        let example = form.example(TODAY);
        assert_eq!(form.check(&example, TODAY), [], "{example:?}");
    }
    assert!(Form::default().example(TODAY).is_empty());
}
