//! Conditions: what they can say, and what is found wrong with them before anybody is asked.

use crate::common::{TODAY, answers, form, told, try_form};
use forms::Problem;
use serde_json::{Value, json};

const FIELDS: &str = r#"
[schema.properties]
animal = { enum = ["cat", "dog"] }
type = { type = "string" }
size = { type = "integer" }
amount = { type = "number" }
urgent = { type = "boolean" }
start-day = { type = "string", format = "date" }
signs = { type = "array", items = { enum = ["flat", "wrecked"] } }
photos = { type = "array", items = { type = "string", contentMediaType = "image/*" } }
[schema.properties.people]
type = "array"
[schema.properties.people.items.properties]
name = { type = "string" }
age = { type = "integer" }
[schema.properties.last]
type = "boolean"
[words]
animal = { title = "Animal", choices = { cat = "Cat", dog = "Dog" } }
type = { title = "Type" }
size = { title = "Size" }
amount = { title = "Amount" }
urgent = { title = "Urgent" }
start-day = { title = "Start" }
signs = { title = "Signs", choices = { flat = "Flat", wrecked = "Wrecked" } }
photos = { title = "Photos" }
people = { title = "People" }
"people.name" = { title = "Name" }
"people.age" = { title = "Age" }
last = { title = "Last" }
"#;

fn with(condition: &str) -> String {
    format!("{FIELDS}\n[[check]]\nat = \"last\"\nsay = \"held\"\nwhen = {}", Value::from(condition))
}

#[track_caller]
fn holds(condition: &str, given: Value) -> bool {
    let mistakes = form(&with(condition)).check(&answers(given), TODAY);
    mistakes.iter().any(|mistake| matches!(mistake.problem, Problem::Said(_)))
}

#[test]
fn what_is_not_answered_is_null_and_lists_are_empty() {
    for condition in [
        "animal == null",
        "animal != 'cat'",
        "size(signs) == 0",
        "!('flat' in signs)",
        "people.all(person, person.age > 18)",
        "photos == []",
        "!(urgent == true)",
    ] {
        assert!(holds(condition, json!({})), "{condition}");
    }
    // What cannot be computed does not hold, and neither does its opposite.
    for condition in
        ["size < 3", "!(size < 3)", "urgent", "!urgent", "type.startsWith('a')", "days(today, start_day) > 3"]
    {
        assert!(!holds(condition, json!({})), "{condition}");
    }
    assert!(holds("size < 3 || animal == 'cat'", json!({"animal": "cat"})), "the other half decides");
}

#[test]
fn answers_are_compared() {
    let given = json!({
        "animal": "cat", "type": "estate", "size": 3, "amount": 99.5, "urgent": true, "start-day": "2026-04-01",
        "signs": ["flat"], "photos": ["a"], "people": [{"name": "Mae", "age": 17}, {"name": "Jo"}],
    });
    for condition in [
        "animal == 'cat' && type == 'estate' && size == 3",
        "animal in ['cat', 'dog']",
        "amount > 99 && amount < 99.6",
        "size * 2 + 1 == 7 && size % 2 == 1",
        "double(size) > 2.5",
        "urgent && !(size > 3)",
        "start_day > today && days(today, start_day) == 30 && years(today, start_day) == 0",
        "'flat' in signs && !('wrecked' in signs)",
        "size(people) == 2 && people[0].name == 'Mae'",
        "people.exists(person, person.age < 18)",
        "people.exists_one(person, person.name == 'Jo')",
        "size(people.filter(person, person.age != null)) == 1",
        "type.contains('sta') && type.endsWith('e')",
        "urgent ? size == 3 : size == 4",
    ] {
        assert!(holds(condition, given.clone()), "{condition}");
    }
    assert!(holds("size == 3", json!({"size": 3.0})), "three is three, however it is written");
    assert!(!holds("size == 3", json!({"size": "3"})), "an answer of the wrong kind is none");
}

#[track_caller]
fn refused(condition: &str, expected: &str) {
    let faults = told(&try_form(&with(condition)).map(drop).unwrap_err());
    assert!(faults.starts_with("check.1.when: ") && faults.contains(expected), "{condition}: {faults}");
}

#[test]
fn a_faulty_condition_is_a_fault() {
    refused("anmial == 'cat'", "nothing is called \"anmial\"; use today or one of: animal, type");
    refused("animal == 'cta'", "there is no choice \"cta\"; use one of: cat, dog");
    refused("animal in ['cat', 'ape']", "there is no choice \"ape\"");
    refused("'broken' in signs", "there is no choice \"broken\"");
    refused("animal == 3", "different kinds");
    refused("size < '3'", "cannot be used so");
    refused("type == ''", "compare with null");
    refused("urgent && size", "cannot be used so");
    refused("animal", "neither true nor false");
    refused("size + 1", "neither true nor false");
    refused("animal ==", "it is no condition, from sign");
    refused("animal = 'cat'", "it is no condition");
    refused("", "it is no condition");
    refused("people.exists(person, person.agee < 18)", "an item has no \"agee\"; use one of: name, age");
    refused("animal.name == 'x'", "is a part of nothing");
    refused("has(people.name)", "has() is always true");
    refused("matches(type, 'a')", "cannot be used so");
    refused("type.foo() == 1", "cannot be used so");
    refused("{'a': 1} == {'a': 1}", "braces");
    refused("today < '2027-01-01'", "it looks at no answer");
    refused("start-day > today", "nothing is called \"start\"");
    refused("type == 'a\\'b'", "without backslashes");
    refused("type == '''a'''", "without backslashes");
    refused("people.?name == 'a'", "it is no condition");
}

#[test]
fn cel_rust_212_what_is_nested_too_deep_never_reaches_the_parser() {
    refused(&format!("type == '{}'", "x".repeat(1_000)), "use at most 1000 characters");
    refused(
        "people.exists(a, people.exists(b, a.name == b.name))",
        "goes through a list for each of another",
    );
    for text in ["(", "[", "{", "((a)", "a[", "f(", "-(", "!(", "a?(", "('", "(\"", "(//", "('\n"] {
        let text = text.repeat(1_000 / text.len());
        assert!(try_form(&with(&text)).is_err(), "{text}");
    }
    for joint in [
        "+", "<", "&&", ".", "?", ":", " in ", "[0]", ".f()", "!", "-", "||a&&", "?a:", "//", "'", "\"", "\\",
    ] {
        let text = vec!["size"; 1_000 / (4 + joint.len())].join(joint);
        let _ = try_form(&with(&text));
        let _ = try_form(&with(&joint.repeat(1_000 / joint.len())));
    }
    // Deep, but not in brackets.
    refused(&format!("size {} > 1", "+ 1".repeat(200)), "nested too deep");
    refused(&vec!["size"; 300].join("+"), "use at most 1000 characters");
}

#[test]
fn every_word_is_a_name_or_reserved() {
    let words = "as break const continue else false for function if import in let loop namespace null package return \
                 today true var void while has all exists map filter size int string bool type list double bytes \
                 duration timestamp dyn uint matches optional days years";
    for word in words.split_whitespace() {
        let text = format!(
            "[schema.properties]\n{word} = {{ type = \"integer\" }}\n[words]\n{word} = {{ title = \"T\" }}\n\
             [[check]]\nat = {word:?}\nsay = \"held\"\nwhen = \"{word} == 3\""
        );
        match try_form(&text) {
            Ok(form) => {
                let given = answers(json!({ word: 3 }));
                assert_eq!(form.check(&given, TODAY).len(), 1, "{word}");
            }
            Err(faults) => assert!(told(&faults).contains("means something"), "{word}: {}", told(&faults)),
        }
    }
}
