//! What is asked next, whom a form stops, and what is dropped.

use crate::common::{PICKUP, TODAY, answers, form, keys};
use forms::{Answers, Form};
use serde_json::json;

fn pages(form: &Form, given: &Answers) -> Vec<String> {
    form.pages(given, TODAY).iter().map(|page| page.code.clone()).collect()
}

#[test]
fn a_page_is_asked_under_its_condition() {
    let form = form(PICKUP);
    assert_eq!(pages(&form, &Answers::new()), ["home", "where", "debris", "date"]);
    assert_eq!(pages(&form, &answers(json!({"home": "house"}))), ["home", "where", "debris", "date"]);
    assert_eq!(pages(&form, &answers(json!({"home": "flat"}))), ["home", "floor", "where", "debris", "date"]);
    let high = answers(json!({"home": "flat", "floor": 5, "lift": false}));
    assert_eq!(pages(&form, &high), ["home", "floor", "debris", "date"]);
    let codes: Vec<&str> = form.fields().iter().map(|field| field.code.as_str()).collect();
    assert_eq!(codes, ["home", "floor", "lift", "where", "debris", "date", "until"]);
}

#[test]
fn an_answer_to_a_page_that_is_no_longer_asked_decides_nothing_and_is_dropped() {
    let form = form(PICKUP);
    // First a flat on the fifth floor, then a house after all.
    let changed = answers(json!({"home": "house", "floor": 5, "lift": false, "where": "Gate"}));
    assert_eq!(pages(&form, &changed), ["home", "where", "debris", "date"]);
    assert_eq!(form.keep_relevant(changed, TODAY), answers(json!({"home": "house", "where": "Gate"})));
}

#[test]
fn a_field_is_required_only_where_its_page_is_asked() {
    let form = form(PICKUP);
    let high = answers(json!({"home": "flat", "floor": 5, "lift": false, "debris": false, "date": TODAY}));
    assert_eq!(form.check(&high, TODAY), []);
    let low = answers(json!({"home": "flat", "floor": 1, "debris": false, "date": TODAY}));
    assert_eq!(keys(&form.check(&low, TODAY)), ["where form-missing"]);
}

#[test]
fn a_stop_says_where_to_go_instead() {
    let form = form(PICKUP);
    let debris = answers(json!({"home": "house", "where": "Gate", "debris": true, "date": TODAY}));
    let stop = form.stop(&debris, TODAY).unwrap();
    assert_eq!((stop.text.text("es"), stop.service.as_deref()), ("Alquile un contenedor", Some("container")));
    let mistakes = form.check(&debris, TODAY);
    assert_eq!(keys(&mistakes), ["debris form-stopped"]);
    assert_eq!(mistakes[0].problem.to_string(), "Rent a container");
    assert!(form.stop(&answers(json!({"debris": false})), TODAY).is_none());
    assert!(form.stop(&Answers::new(), TODAY).is_none());
}

#[test]
fn a_check_sees_the_day_and_other_answers() {
    let form = form(PICKUP);
    let with = |date: &str, until: &str| {
        let given = json!({"home": "house", "where": "G", "debris": false, "date": date, "until": until});
        form.check(&answers(given), TODAY).iter().map(|m| m.problem.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(with("2026-03-02", "2026-03-02"), [""; 0]);
    assert_eq!(with("2026-03-01", "2026-03-02"), ["Choose today or a later day"]);
    assert_eq!(with("2026-05-01", ""), [""; 0]);
    assert_eq!(with("2026-05-02", ""), ["Choose a day within 60 days"]);
    assert_eq!(with("2026-03-05", "2026-03-04"), ["The end must not be before the start"]);
    // What is no day at all is said once, and nothing is computed with it.
    assert_eq!(with("2026-02-30", "2026-03-04").len(), 1);
}

#[test]
fn a_page_is_checked_by_itself() {
    let form = form(PICKUP);
    let last = form.all_pages().last().unwrap();
    let given = answers(json!({"date": "2026-03-01", "until": "2026-02-01"}));
    assert_eq!(keys(&form.check_page(last, &given, TODAY)), ["date form-said", "until form-said"]);
    assert_eq!(keys(&form.check_page(last, &Answers::new(), TODAY)), ["date form-missing"]);
    assert_eq!(form.check_page(&form.all_pages()[0], &answers(json!({"home": "flat"})), TODAY), []);
}

#[test]
fn without_pages_each_property_is_one_in_the_order_of_the_file() {
    let form = form(
        "[schema.properties]\nzebra = { type = \"string\" }\nape = { type = \"string\" }\n[words]\nape = { title = \"A\" }\nzebra = { title = \"Z\" }",
    );
    assert_eq!(pages(&form, &Answers::new()), ["zebra", "ape"]);
}

#[test]
fn an_empty_form_asks_for_nothing_and_takes_nothing() {
    let form = Form::default();
    assert!(form.fields().is_empty() && form.pages(&Answers::new(), TODAY).is_empty());
    assert_eq!(form.check(&Answers::new(), TODAY), []);
    assert_eq!(keys(&form.check(&answers(json!({"a": 1})), TODAY)), ["a form-unknown"]);
}
