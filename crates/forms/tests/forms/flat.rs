//! Answers as codes and texts, there and back.

use crate::common::{EVERYTHING, PICKUP, TODAY, answers, form, keys};
use forms::{Answers, Form};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;
use terms::Answer;

static FORM: LazyLock<Form> = LazyLock::new(|| form(EVERYTHING));

fn flat(pairs: &[(&str, &[&str])]) -> Vec<Answer> {
    let answer = |(code, values): &(&str, &[&str])| Answer {
        code: (*code).to_owned(),
        values: values.iter().map(ToString::to_string).collect(),
    };
    pairs.iter().map(answer).collect()
}

#[test]
fn answers_are_flattened_in_the_order_of_asking() {
    let given = answers(json!({
        "people": [{"name": "Mae", "likes": ["tea", "mint"]}, {"name": "Jo", "age": 4}],
        "signs": ["flat", "wrecked"], "urgent": true, "amount": 2.5, "copies": 3, "line": "ab", "strange": 1,
    }));
    let expected = flat(&[
        ("line", &["ab"]),
        ("amount", &["2.5"]),
        ("copies", &["3"]),
        ("urgent", &["yes"]),
        ("signs", &["flat", "wrecked"]),
        ("people.1.name", &["Mae"]),
        ("people.1.likes", &["tea", "mint"]),
        ("people.2.name", &["Jo"]),
        ("people.2.age", &["4"]),
    ]);
    assert_eq!(FORM.flatten(&given), expected);
}

#[test]
fn what_cannot_be_read_back_is_a_mistake() {
    let given = flat(&[
        ("line", &["ab"]),
        ("line", &["cd"]),
        ("colour", &["red"]),
        ("copies", &["many"]),
        ("kind", &["car", "van"]),
        ("urgent", &["", "yes"]),
        ("people.name", &["Mae"]),
        ("people", &["Mae"]),
        ("people.0.name", &["Mae"]),
        ("people.2.age", &["old"]),
    ]);
    let (read, mistakes) = FORM.unflatten(&given);
    assert_eq!(read, answers(json!({"line": "ab", "urgent": true, "people": [{}, {}]})));
    let expected = [
        "line form-twice",
        "colour form-unknown",
        "copies form-not-a-number",
        "kind form-too-many",
        "people.name form-unknown",
        "people form-unknown",
        "people.0.name form-unknown",
        "people.2.age form-not-a-number",
    ];
    assert_eq!(keys(&mistakes), expected);
}

#[test]
fn answers_are_taken_whole_or_refused_whole() {
    let form = form(PICKUP);
    let good = flat(&[
        ("home", &["house"]),
        ("floor", &["5"]),
        ("where", &["Gate"]),
        ("debris", &["no"]),
        ("date", &[TODAY]),
    ]);
    let taken = form.take(&good, TODAY).unwrap();
    assert!(!taken.contains_key("floor"), "a house is asked for no floor");
    let bad = flat(&[("home", &["tent"]), ("date", &["soon"])]);
    let expected =
        ["date form-not-a-date", "home form-not-a-choice", "where form-missing", "debris form-missing"];
    assert_eq!(keys(&form.take(&bad, TODAY).unwrap_err()), expected);
}

/// Somebody began while the form was another one.
#[test]
fn when_a_form_changes_halfway_only_what_no_longer_fits_is_a_mistake() {
    let before = form(PICKUP);
    let given = answers(
        json!({"home": "flat", "floor": 5, "lift": true, "where": "Gate", "debris": false, "date": TODAY}),
    );
    let stored = before.flatten(&given);
    let after = PICKUP
        .replace("lift = { type = \"boolean\" }", "lift = { type = \"integer\" }")
        .replace("&& lift == false", "")
        .replace("\nwhere = { type = \"string\" }", "\nplace = { type = \"string\" }")
        .replace("\"where\"", "\"place\"")
        .replace("where = { title", "place = { title");
    let after = form(&after);
    assert_ne!(before.fingerprint(), after.fingerprint());
    let (read, mistakes) = after.unflatten(&stored);
    assert_eq!(keys(&mistakes), ["lift form-not-a-number", "where form-unknown"]);
    assert_eq!(read, answers(json!({"home": "flat", "floor": 5, "debris": false, "date": TODAY})));
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Zäé🦀قمر ,.;'\"<>-]{1,30}", ".{0,30}"]
}

fn item() -> impl Strategy<Value = Value> {
    (texts(), prop::option::of(0..120_i64), prop::option::of(Just("1990-02-01"))).prop_map(
        |(name, age, born)| {
            let mut item = json!({ "name": name });
            if let Some(age) = age {
                item["age"] = age.into();
            }
            if let Some(born) = born {
                item["born"] = born.into();
            }
            item
        },
    )
}

prop_compose! {
    /// Answers that will do, or nearly.
    fn given()(
        line in texts(), story in texts(), amount in -1e6..1e6_f64, copies in -20..20_i64, urgent in any::<bool>(),
        kind in prop::sample::select(vec!["car", "van", "cart", "bus"]),
        signs in prop::sample::subsequence(vec!["flat", "no-plates", "wrecked"], 0..=3),
        people in prop::collection::vec(item(), 0..4),
    ) -> Answers {
        answers(json!({
            "line": line, "story": story, "amount": amount, "copies": copies, "urgent": urgent, "kind": kind,
            "signs": signs, "people": people,
        }))
    }
}

proptest! {
    #[test]
    fn answers_that_will_do_come_back_as_they_were(given in given()) {
        let kept = FORM.keep_relevant(given, TODAY);
        if FORM.check(&kept, TODAY).is_empty() && trimmed(&kept) {
            let (back, mistakes) = FORM.unflatten(&FORM.flatten(&kept));
            prop_assert_eq!(mistakes, vec![]);
            prop_assert_eq!(back, kept);
        }
    }

    #[test]
    fn what_was_read_once_is_read_the_same_again(given in given()) {
        let (once, _) = FORM.unflatten(&FORM.flatten(&given));
        let flat = FORM.flatten(&once);
        let (twice, mistakes) = FORM.unflatten(&flat);
        prop_assert_eq!(mistakes, vec![]);
        prop_assert_eq!(FORM.flatten(&twice), flat);
    }

    #[test]
    fn no_answers_make_the_reader_panic(
        pairs in prop::collection::vec(("(people|line|amount|day|at|signs)?(\\.[0-9]{1,3})?(\\.(name|age|born))?|.{0,12}", prop::collection::vec(".{0,30}", 0..4)), 0..12),
    ) {
        let given: Vec<Answer> = pairs.iter().map(|(code, values)| Answer { code: code.clone(), values: values.clone() }).collect();
        let _ = FORM.take(&given, TODAY);
        let sent: Vec<(String, String)> = pairs.into_iter().flat_map(|(code, values)| values.into_iter().map(move |value| (code.clone(), value))).collect();
        for page in FORM.all_pages() {
            let (answers, _) = FORM.read_page(page, &sent);
            let _ = FORM.check(&answers, "");
        }
    }
}

/// Whether no text changes when it is read: nothing unseen, no spaces at its ends.
fn trimmed(answers: &Answers) -> bool {
    let unseen = |c: char| matches!(c, '\r' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    FORM.flatten(answers)
        .iter()
        .flat_map(|answer| &answer.values)
        .all(|text| text.trim() == text && !text.contains(unseen))
}
