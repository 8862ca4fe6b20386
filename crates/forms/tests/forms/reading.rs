//! Definitions: what is read, and what is refused with key, problem and mend.

use crate::common::{EVERYTHING, PICKUP, form, refused};
use forms::{Definition, Form, Kind};

fn line(extra: &str) -> String {
    format!("[schema.properties.a]\ntype = \"string\"\n{extra}\n[words.a]\ntitle = \"A\"\n")
}

#[test]
fn every_kind_is_told_by_its_schema() {
    let form = form(EVERYTHING);
    let kinds: Vec<&str> = form.fields().iter().map(|field| field.kind.as_str()).collect();
    let expected =
        "line text line number whole-number date date-time email phone yes-no one-of several-of upload group";
    assert_eq!(kinds.join(" "), expected);
    assert!(form.field("line").unwrap().required && !form.field("story").unwrap().required);
    assert_eq!(form.field("people.age").unwrap().kind.as_str(), "whole-number");
    assert_eq!(form.field("people.3.name").unwrap().title.text("en"), "Name");
    assert_eq!(form.field("story").unwrap().hint.text("en"), "In your words.");
    let choices = form.field("kind").unwrap().choices();
    assert_eq!((choices[2].key.as_str(), choices[2].name.text("ar")), ("cart", "عربة"));
    assert!(
        matches!(&form.field("photos").unwrap().kind, Kind::Upload(media, count) if media == "image/*" && count.most == 3)
    );
    for path in [
        "",
        "people.",
        "people.0.name",
        "people.01.name",
        "people.51.name",
        "people.x.name",
        "line.a",
        ".line",
    ] {
        assert!(form.field(path).is_none(), "{path}");
    }
}

#[test]
fn json_has_the_same_shape() {
    let from_toml: Definition = toml::from_str(EVERYTHING).unwrap();
    let json = serde_json::to_string(&from_toml).unwrap();
    let from_json = Form::read("test", serde_json::from_str(&json).unwrap()).unwrap();
    assert_eq!(from_json.fingerprint(), form(EVERYTHING).fingerprint());
    assert_eq!(from_json.json_schema("ar"), form(EVERYTHING).json_schema("ar"));
}

#[test]
fn the_fingerprint_changes_with_the_definition() {
    let before = form(PICKUP);
    assert_eq!(before.fingerprint(), form(PICKUP).fingerprint());
    for (from, to) in [
        ("maximum = 60", "maximum = 61"),
        ("A house", "House"),
        ("> 60", "> 61"),
        ("debris\"]", "debris\", ]"),
    ] {
        let after = form(&PICKUP.replace(from, to));
        assert_eq!(before.fingerprint() != after.fingerprint(), from != "debris\"]", "{from}");
    }
}

#[test]
fn what_the_schema_says_wrong_is_told_by_key() {
    for (schema, expected) in [
        (
            line("maxLenght = 3"),
            "schema.properties.a.maxLenght: this keyword is not read here; use type, minLength",
        ),
        (
            line("maxLength = -1"),
            "schema.properties.a.maxLength: it is no bound; write a whole number from 0 to 4000",
        ),
        (line("maxLength = 1e300"), "it is no bound"),
        (line("maxLength = 5000"), "it is no bound"),
        (line("minLength = 3\nmaxLength = 2"), "no answer fits between its bounds"),
        (line("pattern = \"(\""), "schema.properties.a.pattern: the pattern cannot be read"),
        (line("pattern = \"\\\\d\""), "different tools"),
        (line("pattern = 3"), "it is no text"),
        (line("format = \"uri\""), "schema.properties.a.format: the format is not known"),
        (line("format = \"date\"\nmaxLength = 3"), "this keyword is not read here"),
        (line("format = 1979-05-27"), "the format is not known"),
        (line("title = \"A\""), "this keyword is not read here"),
        ("[schema]\nproperties = 3".into(), "schema.properties: it is no table"),
        ("schema = 3".into(), "schema: it is no object"),
        (
            "[schema]\n\"$schema\" = \"http://json-schema.org/draft-07/schema#\"".into(),
            "it cannot be used here",
        ),
        ("[schema]\nadditionalProperties = true".into(), "it cannot be used here"),
        ("[schema]\n\"$ref\" = \"https://example.org\"".into(), "this keyword is not read here"),
        ("[schema.properties]\na = 3".into(), "schema.properties.a: it is no table"),
        (
            "[schema.properties.a]\ntype = \"null\"\n[words.a]\ntitle = \"A\"".into(),
            "nobody knows what kind of answer",
        ),
        ("[schema.properties.a]\n[words.a]\ntitle = \"A\"".into(), "nobody knows what kind of answer"),
        ("[schema.properties.\"A b\"]\ntype = \"string\"".into(), "is no code; use a small letter"),
        ("[schema.properties.in]\ntype = \"string\"".into(), "means something in conditions"),
        ("[schema.properties.a]\ntype = \"string\"".into(), "it has no title; write one below [words.a]"),
        ("[words.b]\ntitle = \"B\"".into(), "words.b: the schema has no \"b\""),
        (format!("{}[words.b]\ntitle = \"B\"", line("")), "words.b: the schema has no \"b\""),
        (format!("{}choices = {{ x = \"X\" }}", line("")), "words.a.choices: there is nothing to choose"),
        (
            format!("[schema]\nrequired = [\"b\"]\n{}", line("")),
            "schema.required: it is no list of properties",
        ),
        (format!("[schema]\nrequired = \"a\"\n{}", line("")), "schema.required: it is no list of properties"),
    ] {
        refused(&schema, &[expected]);
    }
}

#[test]
fn what_lists_and_numbers_say_wrong_is_told_by_key() {
    let of = |property: &str| format!("[schema.properties]\na = {property}\n[words.a]\ntitle = \"A\"\n");
    for (property, expected) in [
        ("{ enum = [] }", "schema.properties.a.enum: it is no list of choices"),
        ("{ enum = [1, 2] }", "it is no list of choices"),
        ("{ enum = [\"x\", \"x\"] }", "it is no list of choices"),
        ("{ enum = [\" x\"] }", "is no key of a choice"),
        (
            "{ enum = [\"x\"] }",
            "the choice \"x\" has no name; write x = { en = \"…\" } below [words.a.choices]",
        ),
        ("{ enum = [\"x\"], type = \"integer\" }", "it cannot be used here"),
        ("{ type = \"integer\", minimum = 3, maximum = 2 }", "no number fits"),
        ("{ type = \"number\", maximum = inf }", "schema.properties.a.maximum: it is no bound"),
        ("{ type = \"number\", minimum = nan }", "it is no bound"),
        ("{ type = \"number\", maximum = 1e16 }", "it is no bound"),
        ("{ type = \"number\", multipleOf = 2 }", "this keyword is not read here"),
        ("{ type = \"array\" }", "nobody knows what the list is of"),
        ("{ type = \"array\", items = { type = \"string\" } }", "nobody knows what the list is of"),
        ("{ type = \"array\", items = { contentMediaType = \"picture\" } }", "it is no media type"),
        ("{ type = \"array\", items = { contentMediaType = \"image/*\" }, maxItems = 51 }", "it is no bound"),
        ("{ type = \"array\", items = { contentMediaType = \"image/*\" }, maxItems = 0 }", "no answer fits"),
        (
            "{ type = \"array\", items = { contentMediaType = \"image/*\" }, uniqueItems = false }",
            "cannot be used here",
        ),
        ("{ type = \"array\", items = { properties = {} } }", "the group asks for nothing"),
        (
            "{ type = \"array\", items = { properties = { b = { type = \"array\", items = { properties = {} } } } } }",
            "schema.properties.a.items.properties.b.items: nobody knows what the list is of",
        ),
    ] {
        refused(&of(property), &[expected]);
    }
}

#[test]
fn what_pages_stops_and_checks_say_wrong_is_told_by_key() {
    for (from, to, expected) in [
        ("ask = [\"home\"]", "ask = [\"hame\"]", "page.1.ask: the schema has no \"hame\""),
        ("ask = [\"home\"]", "ask = []", "page.1.ask: it asks for nothing"),
        ("ask = [\"where\"]", "ask = [\"home\"]", "page.3.ask: home is asked twice"),
        ("ask = [\"where\"]", "ask = [\"home\"]", "schema.properties.where: no page asks for where"),
        ("title = \"Your flat\"\n", "", "page.2: it asks several things and has no title"),
        (
            "when = \"home == 'flat'\"",
            "when = \"debris\"",
            "page.2.when: debris is not asked before this page",
        ),
        ("when = \"home == 'flat'\"", "when = \"lift\"", "page.2.when: lift is not asked before this page"),
        ("when = \"home == 'flat'\"", "when = \"home = 'flat'\"", "page.2.when: it is no condition"),
        ("when = \"debris\"", "when = \"debrys\"", "stop.1.when: nothing is called \"debrys\""),
        ("when = \"debris\"", "when = \"true\"", "stop.1.when: it looks at no answer"),
        ("title = \"We do not take debris\"", "title = \"\"", "stop.1.title: it says nothing"),
        ("at = \"until\"", "at = \"untill\"", "check.3.at: the schema has no \"untill\""),
        ("when = \"until < date\"", "when = \"until < 3\"", "check.3.when"),
        ("[[page]]\n", "[[pages]]\n", "unknown field `pages`"),
        ("service = \"container\"", "servise = \"container\"", "unknown field `servise`"),
        ("lift = { type = \"boolean\" }", "date-day = { type = \"boolean\" }", "is a part of the date date"),
    ] {
        assert!(PICKUP.contains(from), "{from}");
        let text = PICKUP.replacen(from, to, 1).replace("lift = { title", "date-day = { title");
        let text = if to.starts_with("date-day") {
            text.replace("\"lift\"", "\"date-day\"").replace("lift ==", "date_day ==")
        } else {
            text.replace("date-day = { title", "lift = { title")
        };
        refused(&text, &[expected]);
    }
    let grouped = EVERYTHING.to_owned() + "[[page]]\ntitle = \"All\"\nask = [\"line\", \"people\"]\n";
    refused(&grouped, &["page.1.ask: people is a group; give it a page of its own"]);
}

#[test]
fn all_faults_are_told_at_once() {
    let text = "[schema.properties]\na = { type = \"strung\" }\nb = { enum = [] }\n[words.c]\ntitle = \"C\"";
    refused(text, &["schema.properties.a", "schema.properties.b.enum", "words.c"]);
}
