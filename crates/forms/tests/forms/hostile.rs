//! Definitions and answers that nobody would write, but somebody does.

use crate::common::{EVERYTHING, TODAY, answers, form, keys, told};
use forms::{Definition, Form, MOST_FIELDS};
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(value: Value) -> String {
    match serde_json::from_value::<Definition>(value) {
        Ok(definition) => {
            Form::read("test", definition).map_or_else(|faults| told(&faults), |_| String::new())
        }
        Err(error) => error.to_string(),
    }
}

#[test]
fn ten_thousand_fields_are_refused_in_a_word() {
    let many: serde_json::Map<String, Value> =
        (0..10_000).map(|number| (format!("f{number}"), json!({"type": "string"}))).collect();
    let told = read(json!({"schema": {"properties": many}}));
    assert!(told.contains("asks for 10000 things; ask for at most 100") && told.len() < 200, "{told}");
    // Those of groups count too.
    let inner: serde_json::Map<String, Value> =
        (0..MOST_FIELDS).map(|number| (format!("f{number}"), json!({"type": "string"}))).collect();
    let told =
        read(json!({"schema": {"properties": {"g": {"type": "array", "items": {"properties": inner}}}}}));
    assert!(told.contains("ask for at most 100"), "{told}");
    let choices: Vec<String> = (0..10_000).map(|number| format!("c{number}")).collect();
    assert!(
        read(json!({"schema": {"properties": {"a": {"enum": choices}}}})).contains("list 1 to 200 texts")
    );
    let stop = json!({"when": "a == 'x'", "title": "T", "text": "T"});
    let stops = vec![stop; 10_000];
    let told = read(
        json!({"schema": {"properties": {"a": {"type": "string"}}}, "words": {"a": {"title": "A"}}, "stop": stops}),
    );
    assert!(told.contains("there are 10000 of them; write at most 50"), "{told}");
}

#[test]
fn depth_is_refused() {
    let mut deep = json!({"type": "string"});
    for _ in 0..100 {
        deep = json!({"type": "array", "items": {"properties": {"a": deep}}});
    }
    let told = read(json!({"schema": {"properties": {"a": deep}}}));
    assert!(told.contains("nobody knows what the list is of"), "{told}");
    // What is nested deeper than that does not come through the reader of JSON.
    let text = format!("{{\"schema\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(serde_json::from_str::<Definition>(&text).is_err());
}

#[test]
fn huge_numbers_are_bounds_of_nothing() {
    for text in ["1e400", "18446744073709551616", "1e308", "-1e308", "0.5", "-1", "null", "\"9\"", "[]"] {
        let Ok(number) = serde_json::from_str::<Value>(text) else { continue };
        let told = read(json!({
            "schema": {"properties": {"a": {"type": "string", "maxLength": number}}}, "words": {"a": {"title": "A"}},
        }));
        assert!(told.contains("it is no bound"), "{text}: {told}");
    }
}

#[test]
fn ten_thousand_answers_are_told_in_a_few_mistakes() {
    let form = form(EVERYTHING);
    let many: Vec<String> = (0..10_000).map(|number| format!("x{number}")).collect();
    let items = vec![json!({"name": 1, "hat": 1}); 10_000];
    let given = answers(json!({"line": "ab", "kind": "car", "signs": many, "photos": many, "people": items}));
    let mistakes = form.check(&given, TODAY);
    assert!(
        keys(&mistakes).contains(&"people form-too-many".to_owned()) && mistakes.len() < 20,
        "{mistakes:?}"
    );
    let unknown = many.iter().map(|code| (code.clone(), json!(1))).collect();
    assert!(form.check(&unknown, TODAY).len() <= 100);
    let flat: Vec<terms::Answer> =
        many.iter().map(|code| terms::Answer { code: code.clone(), values: vec![code.clone()] }).collect();
    assert!(form.take(&flat, TODAY).unwrap_err().len() <= 100);
    let sent: Vec<(String, String)> = many.iter().map(|code| ("signs".to_owned(), code.clone())).collect();
    let page = form.all_pages().iter().find(|page| page.code == "signs").unwrap();
    assert_eq!(keys(&form.read_page(page, &sent).1), ["signs form-too-many"]);
    let long = "9".repeat(1_000_000);
    for field in ["line", "amount", "day", "at", "mail", "phone"] {
        let page = form.all_pages().iter().find(|page| page.code == field).unwrap();
        assert_eq!(form.read_page(page, &[(field.to_owned(), long.clone())]).1.len(), 1, "{field}");
    }
}

/// Reads a condition, and computes it over answers at their limits.
fn compute(when: &str) {
    let definition = json!({
        "schema": {"properties": {
            "a": {"type": "string"}, "b": {"type": "integer"}, "c": {"type": "number"},
            "g": {"type": "array", "items": {"properties": {"a": {"type": "string"}, "b": {"type": "integer"}}}},
        }},
        "words": {
            "a": {"title": "A"}, "b": {"title": "B"}, "c": {"title": "C"}, "g": {"title": "G"},
            "g.a": {"title": "A"}, "g.b": {"title": "B"},
        },
        "check": [{"when": when, "at": "a", "say": "S"}],
    });
    let Ok(form) = Form::read("test", serde_json::from_value(definition).unwrap()) else { return };
    for given in [
        json!({}),
        json!({"a": "", "b": 0, "c": 0.0, "g": []}),
        json!({"a": "9999-12-31", "b": 999_999_999_999_999_i64, "c": 1e15, "g": [{"a": "\u{202e}🦀", "b": -1}, {}]}),
        json!({"a": "-9999-01-01", "b": -999_999_999_999_999_i64, "c": -1e-300, "g": [{}]}),
    ] {
        let _ = form.check(&answers(given), TODAY);
    }
}

fn part() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a",
        "b",
        "c",
        "g",
        "null",
        "true",
        "0",
        "-1",
        "1.5",
        "9223372036854775807",
        "-9223372036854775808",
        "''",
        "'🦀'",
        "today",
        "size(a)",
        "size(g)",
        "days(a, today)",
        "years(today, a)",
        "int(a)",
        "int(c)",
        "double(b)",
        "int('x')",
        "g[0].a",
        "g[b].b",
        "g[-1].b",
        "g[9999999999].a",
        "g.exists(x, x.b < b)",
        "g.all(x, x.a == a)",
        "a.contains(a)",
        "size(g.filter(x, x.b > 0))",
        "size(g.map(x, x.a))",
        "[1, 2]",
        "[a, a]",
        "(b * b * b)",
        "(b / 0)",
        "(b % 0)",
        "-b",
        "(c / 0.0)",
        "int(c * c)",
        "int(c / 0.0)",
        "18446744073709551615u",
        "b'x'",
    ])
}

fn signs() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["==", "!=", "<", "<=", ">", ">=", "in", "&&", "||", "+", "-", "*", "/", "%"])
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        prop::sample::select(vec![
            "string", "array", "integer", "object", "image/*", "date", "a", "a == 'x'"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let word = prop::sample::select(vec![
            "type",
            "enum",
            "items",
            "properties",
            "required",
            "maxLength",
            "minItems",
            "pattern",
            "format",
            "a",
            "b",
            "contentMediaType",
            "title",
            "choices",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((word.prop_map(str::to_owned), inner), 0..5)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_schema_makes_the_reader_panic(schema in any_json(), property in any_json()) {
        read(json!({"schema": schema}));
        read(json!({"schema": {"properties": {"a": property}}, "words": {"a": {"title": "A"}}}));
    }

    #[test]
    fn no_condition_makes_the_reader_panic(
        wild in ".{0,80}",
        nearly in "([ab(){}\\[\\]'\"!&|<>=+*/?:., 0-9-]|size|exists|today|null|true){0,60}",
    ) {
        for when in [wild, nearly] {
            compute(&when);
        }
    }

    #[test]
    fn no_condition_makes_the_computer_panic(left in part(), sign in signs(), right in part(), more in signs(), last in part()) {
        compute(&format!("{left} {sign} {right}"));
        compute(&format!("({left} {sign} {right}) {more} {last}"));
        compute(&format!("{left} {sign} {right} && !({right} {more} {last})"));
    }

    #[test]
    fn no_answers_make_the_check_panic(value in any_json(), code in prop::sample::select(vec!["line", "people", "signs", "amount", "day"])) {
        let form = form(EVERYTHING);
        let given = answers(json!({ code: value, "people": [value] }));
        let _ = form.check(&given, TODAY);
        let _ = form.flatten(&form.keep_relevant(given, TODAY));
    }
}
