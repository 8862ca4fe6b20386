//! The published schema is JSON Schema 2020-12, and another implementation of the standard judges as we do.

use crate::common::{EVERYTHING, PICKUP, TODAY, form};
use forms::{Answers, Form};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static FORM: LazyLock<Form> = LazyLock::new(|| form(EVERYTHING));
static STANDARD: LazyLock<Validator> = LazyLock::new(|| validator(&FORM.json_schema("en")));

fn validator(schema: &Value) -> Validator {
    assert!(jsonschema::meta::is_valid(schema), "{schema:#}");
    jsonschema::draft202012::options().should_validate_formats(true).build(schema).unwrap()
}

/// Both judge the same.
#[track_caller]
fn agree(given: &Answers) -> Result<(), TestCaseError> {
    let (ours, theirs) = (FORM.check(given, TODAY), STANDARD.is_valid(&Value::Object(given.clone())));
    prop_assert_eq!(ours.is_empty(), theirs, "{:?}: {:?}", given, ours);
    Ok(())
}

#[test]
fn the_published_schema_says_what_is_asked_in_a_language() {
    let schema = form(PICKUP).json_schema("en");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["additionalProperties"], false);
    // Where it is depends on the floor, which the schema does not know.
    assert_eq!(schema["required"], json!(["home", "debris", "date"]));
    assert_eq!(schema["properties"]["home"]["oneOf"][1], json!({"const": "flat", "title": "A flat"}));
    let arabic = FORM.json_schema("ar");
    assert_eq!(
        arabic["properties"]["copies"],
        json!({"title": "عدد النسخ", "type": "integer", "minimum": 1, "maximum": 10})
    );
    assert_eq!(arabic["properties"]["story"]["description"], "In your words.");
    assert_eq!(arabic["properties"]["amount"]["minimum"], 0.5);
    assert_eq!(arabic["properties"]["people"]["items"]["required"], json!(["name"]));
    assert_eq!(arabic["properties"]["photos"]["items"]["contentMediaType"], "image/*");
    let order: Vec<&String> = arabic["properties"].as_object().unwrap().keys().collect();
    assert_eq!((order[0].as_str(), order[13].as_str()), ("line", "people"));
    validator(&schema);
    validator(&form("").json_schema("en"));
}

#[test]
fn the_schema_as_it_is_written_is_standard_too() {
    for text in [EVERYTHING, PICKUP] {
        let written: toml::Table = toml::from_str(text).unwrap();
        let schema = serde_json::to_value(&written["schema"]).unwrap();
        assert!(jsonschema::meta::is_valid(&schema));
    }
}

#[test]
fn formats_are_judged_as_the_standard_does() {
    let mails = [
        "mae@example.org",
        "mae",
        "@example.org",
        "mae@",
        "a b@example.org",
        "a@b@example.org",
        "a.b+c@d-e.example",
        ".a@example.org",
        "a..b@example.org",
    ];
    let days = [
        "2026-03-02",
        "2024-02-29",
        "2026-02-29",
        "2026-13-01",
        "20260302",
        "2026-3-2",
        "2026-03-02 ",
        "today",
    ];
    let times = [
        "2026-03-02T09:30:00Z",
        "2026-03-02T09:30:00.123-05:00",
        "2026-03-02T09:30Z",
        "2026-03-02T25:00:00Z",
        "2026-03-02T09:30:00",
        "2026-03-02",
    ];
    for (code, texts) in [("mail", mails.as_slice()), ("day", &days), ("at", &times)] {
        for text in texts {
            let given = json!({"line": "ab", "kind": "car", "signs": ["flat"], "people": [{"name": "Mae"}], code: text});
            agree(given.as_object().unwrap()).unwrap();
        }
    }
}

/// Any value for a field: what will do, what nearly does, and what does not at all.
fn value() -> impl Strategy<Value = Value> {
    let texts = prop::sample::select(vec![
        "ab",
        "x",
        "AB 12",
        "car",
        "flat",
        "wrecked",
        "no-plates",
        "tea",
        "2024-02-29",
        "2026-02-30",
        "yes",
        "3",
        "a line that is too long for a line",
    ]);
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        (-5..1_100_i64).prop_map(Value::from),
        (-5.0..1_100.0_f64).prop_map(Value::from),
        (-5..20_i32).prop_map(|whole| json!(f64::from(whole))),
        texts.prop_map(Value::from),
        "[a-zäé🦀]{1,25}".prop_map(Value::from),
    ];
    let item = prop::collection::hash_map(
        prop::sample::select(vec!["name", "age", "born", "likes", "hat"]).prop_map(str::to_owned),
        prop_oneof![leaf.clone(), prop::collection::vec(leaf.clone(), 1..3).prop_map(Value::from)],
        0..4,
    );
    let item = item.prop_map(|item| Value::Object(item.into_iter().collect()));
    prop_oneof![
        leaf.clone(),
        prop::collection::vec(leaf, 1..5).prop_map(Value::from),
        prop::collection::vec(item, 1..5).prop_map(Value::from),
    ]
}

/// Answers that will do but for a few fields.
fn given() -> impl Strategy<Value = Answers> {
    // `phone` is a format of our own, of which the standard knows nothing.
    let codes = [
        "line", "story", "plate", "amount", "copies", "day", "urgent", "kind", "signs", "photos", "people",
        "hat",
    ];
    let changes =
        prop::collection::vec((prop::sample::select(codes.to_vec()), prop::option::of(value())), 0..4);
    changes.prop_map(|changes| {
        let sound = json!({"line": "ab", "kind": "car", "signs": ["flat"], "people": [{"name": "Mae"}]});
        let Value::Object(mut given) = sound else { unreachable!() };
        for (code, value) in changes {
            match value {
                Some(value) => drop(given.insert(code.to_owned(), value)),
                None => drop(given.remove(code)),
            }
        }
        given
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn another_implementation_judges_the_same(given in given()) {
        agree(&given)?;
    }
}
