//! The fields of a form of HTML.

use crate::common::{EVERYTHING, PICKUP, TODAY, answers, form, keys, pairs};
use forms::{Answers, Form, Mistake};
use serde_json::{Value, json};

fn read(form: &Form, page: &str, sent: &[(&str, &str)]) -> (Value, Vec<Mistake>) {
    let page = form.all_pages().iter().find(|each| each.code == page).unwrap();
    let (answers, mistakes) = form.read_page(page, &pairs(sent));
    (Value::Object(answers), mistakes)
}

#[test]
fn what_people_write_is_understood() {
    let form = form(EVERYTHING);
    for (field, written, expected) in [
        ("line", "  a b  ", json!("a b")),
        ("line", "\u{202b}قمر\u{202c}", json!("قمر")),
        ("story", "one\r\ntwo\rthree", json!("one\ntwo\nthree")),
        ("amount", "1,000", json!(1000)),
        ("amount", "1 000,5", json!("no")),
        ("amount", "1,000,000.25", json!(1_000_000.25)),
        ("amount", "12,5", json!(12.5)),
        ("amount", "١٢٫٥", json!(12.5)),
        ("amount", "+ 3", json!("no")),
        ("amount", "+3", json!(3)),
        ("amount", "1 000", json!(1000)),
        ("amount", "1\u{202f}000", json!(1000)),
        ("amount", "-0.5", json!(-0.5)),
        ("copies", " 3 ", json!(3)),
        ("copies", "3.0", json!(3)),
        ("copies", "۳", json!(3)),
        ("day", "2026-03-02", json!("2026-03-02")),
        ("day", "٢٠٢٦-٠٣-٠٢", json!("2026-03-02")),
        ("day", "2026-03-02T09:30:00-05:00", json!("2026-03-02")),
        ("at", "2026-03-02T09:30:00-05:00", json!("2026-03-02T09:30:00-05:00")),
        ("at", "2026-03-02 09:30:00Z", json!("2026-03-02T09:30:00Z")),
        ("mail", " mae@example.org ", json!("mae@example.org")),
        ("phone", "\u{200e}+1 (617) 555-٠١٠٠", json!("+1 (617) 555-0100")),
        ("urgent", "yes", json!(true)),
        ("urgent", "no", json!(false)),
        ("kind", "van", json!("van")),
    ] {
        let (answers, mistakes) = read(&form, field, &[(field, written)]);
        if expected == json!("no") {
            assert_eq!((answers, mistakes.len()), (json!({}), 1), "{field} {written}");
        } else {
            assert_eq!((answers, mistakes), (json!({ field: expected }), vec![]), "{field} {written}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_a_mistake_and_nothing_else() {
    let form = form(EVERYTHING);
    for (field, written, expected) in [
        ("amount", "ten", "amount form-not-a-number"),
        ("amount", "NaN", "amount form-not-a-number"),
        ("amount", "inf", "amount form-not-a-number"),
        ("amount", "1e400", "amount form-too-large"),
        ("amount", "-1e400", "amount form-too-small"),
        ("amount", "99999999999999999999", "amount form-too-large"),
        ("amount", "1.2.3", "amount form-not-a-number"),
        ("copies", "2.5", "copies form-not-whole"),
        ("day", "2026-02-30", "day form-not-a-date"),
        ("day", "tomorrow", "day form-not-a-date"),
        ("at", "noon", "at form-not-a-time"),
        ("urgent", "perhaps", "urgent form-not-yes-or-no"),
    ] {
        let (answers, mistakes) = read(&form, field, &[(field, written)]);
        assert_eq!((answers, keys(&mistakes)), (json!({}), vec![expected.to_owned()]), "{field} {written}");
    }
}

#[test]
fn a_day_comes_in_three_parts_or_in_one() {
    let form = form(EVERYTHING);
    let parts =
        |day, month, year| read(&form, "day", &[("day-day", day), ("day-month", month), ("day-year", year)]);
    assert_eq!(parts("2", "3", "2026").0, json!({"day": "2026-03-02"}));
    assert_eq!(parts("٢", "٣", "٢٠٢٦").0, json!({"day": "2026-03-02"}));
    assert_eq!(parts(" ", "", ""), (json!({}), vec![]));
    for (day, month, year) in [
        ("31", "2", "2026"),
        ("2", "", "2026"),
        ("2", "3", "26"),
        ("2", "mar", "2026"),
        ("-2", "3", "2026"),
        ("002", "3", "2026"),
        ("2", "3", "99999"),
    ] {
        assert_eq!(keys(&parts(day, month, year).1), ["day form-not-a-date"], "{day} {month} {year}");
    }
}

#[test]
fn several_answers_come_under_one_name() {
    let form = form(EVERYTHING);
    let (answers, mistakes) =
        read(&form, "signs", &[("signs", "flat"), ("signs", ""), ("signs", "wrecked"), ("other", "x")]);
    assert_eq!((answers, mistakes), (json!({"signs": ["flat", "wrecked"]}), vec![]));
    assert_eq!(read(&form, "photos", &[("photos", "a1")]).0, json!({"photos": ["a1"]}));
    assert_eq!(read(&form, "kind", &[("kind", ""), ("kind", "van")]).0, json!({"kind": "van"}));
}

#[test]
fn items_of_a_group_are_numbered() {
    let form = form(EVERYTHING);
    let sent = [
        ("people.1.name", "Mae"),
        ("people.1.born-day", "1"),
        ("people.1.born-month", "2"),
        ("people.1.born-year", "1990"),
        ("people.1.likes", "tea"),
        ("people.1.likes", "mint"),
        ("people.2.name", " "),
        ("people.3.name", "Jo"),
        ("people.3.age", "4"),
        ("people.4.name", ""),
        ("people.0.name", "x"),
        ("people.99.name", "x"),
        ("people.x.name", "x"),
        ("people.1", "x"),
        ("people", "x"),
    ];
    let (answers, mistakes) = read(&form, "people", &sent);
    let people = json!([
        {"name": "Mae", "born": "1990-02-01", "likes": ["tea", "mint"]}, {}, {"name": "Jo", "age": 4},
    ]);
    assert_eq!((&answers, mistakes), (&json!({ "people": people }), vec![]));
    // One that is missing between others is asked for where it is missing; blank ones at the end were not meant.
    let page = form.all_pages().last().unwrap();
    let Value::Object(given) = answers else { panic!() };
    assert_eq!(keys(&form.check_page(page, &given, TODAY)), ["people.2.name form-missing"]);
    assert_eq!(read(&form, "people", &[("people.1.name", ""), ("people.2.age", " ")]), (json!({}), vec![]));
    // An item of which nothing can be read is an item all the same.
    let (answers, mistakes) = read(&form, "people", &[("people.1.age", "old")]);
    assert_eq!(
        (answers, keys(&mistakes)),
        (json!({"people": [{}]}), vec!["people.1.age form-not-a-number".to_owned()])
    );
}

#[test]
fn a_page_is_taken_with_one_mistake_for_each_path() {
    let form = form(PICKUP);
    let last = form.all_pages().last().unwrap();
    let before = answers(json!({"home": "house", "date": "2026-03-09", "until": "2026-03-10"}));
    let sent = pairs(&[("date-day", "31"), ("date-month", "2"), ("date-year", "2026"), ("home", "flat")]);
    let (given, mistakes) = form.take_page(last, &sent, before.clone(), TODAY);
    assert_eq!(keys(&mistakes), ["date form-not-a-date"], "and not that it is missing");
    assert_eq!(given, answers(json!({"home": "house"})), "only this page's answers are replaced");
    let (given, mistakes) = form.take_page(last, &pairs(&[("date", TODAY)]), before, TODAY);
    assert_eq!((given, mistakes), (answers(json!({"home": "house", "date": TODAY})), vec![]));
    let (_, mistakes) = form.take_page(last, &[], Answers::new(), TODAY);
    assert_eq!(keys(&mistakes), ["date form-missing"]);
}
