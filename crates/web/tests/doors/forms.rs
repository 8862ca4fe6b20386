//! One form at two doors: as the API and as Open311 show it, and as both check what comes back.

use crate::common::{Answer, Doors};
use axum::body::Body;
use axum::http::{Request, header};
use serde_json::{Value, json};
use testkit::both_engines;

const PICKUP: &str = "schedule-a-bulk-item-pickup-ss";

fn in_language(doors: &Doors<'_>, path: &str, language: &str) -> Answer {
    let request = Request::get(path).header(header::ACCEPT_LANGUAGE, language);
    doors.send(request.body(Body::empty()).unwrap())
}

#[test]
fn the_api_shows_a_form_in_short_and_whole() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let service = in_language(&doors, &format!("/api/v1/services/{PICKUP}"), "es").is(200).json();
        assert!(service.get("questions").is_none());
        let kinds: Vec<&str> =
            service["form"].as_array().unwrap().iter().map(|field| field["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["yes-no", "group", "yes-no", "date", "upload"]);
        let what = &service["form"][1]["fields"][0];
        assert_eq!((&what["code"], &what["required"]), (&json!("what"), &json!(true)));
        assert_eq!(what["choices"][0], json!({"key": "mattress", "name": "Un colchón"}));

        let form = in_language(&doors, &format!("/api/v1/services/{PICKUP}/form"), "ar").is(200).json();
        assert_eq!(form["schema"]["properties"]["items"]["title"], "ماذا نأخذ؟");
        assert_eq!(form["schema"]["properties"]["items"]["items"]["properties"]["how-many"]["maximum"], 5);
        assert_eq!(form["schema"]["required"], json!(["debris", "items", "date"]));
        let doors_off = json!({
            "code": "doors-off", "title": null, "ask": ["doors-off"],
            "when": "items.exists(item, item.what == 'fridge')",
        });
        assert_eq!(form["pages"][2], doors_off);
        assert_eq!(form["stops"][0]["service"], "construction-debris");
        assert_eq!(
            form["checks"][1],
            json!({
                "when": "date < today", "at": "date", "say": "هذا اليوم مضى؛ اختر اليوم أو يومًا بعده",
            })
        );
        let empty = doors.get("/api/v1/services/graffiti-removal/form").is(200).json();
        assert_eq!((&empty["schema"]["properties"], &empty["pages"]), (&json!({}), &json!([])));
        doors.get("/api/v1/services/none/form").is(404);
    });
}

#[test]
fn open311_shows_the_first_item_of_a_group_and_leaves_files_out() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let definition = doors.get(&format!("/open311/v2/services/{PICKUP}.json")).is(200).json();
        let told: Vec<(&str, &str, bool)> = definition["attributes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| {
                (it["code"].as_str().unwrap(), it["datatype"].as_str().unwrap(), it["required"] == true)
            })
            .collect();
        let expected = [
            ("debris", "singlevaluelist", true),
            ("items.1.what", "singlevaluelist", true),
            ("items.1.how-many", "number", true),
            ("items.1.details", "string", false),
            // Required of those with a fridge only, which the standard cannot say.
            ("doors-off", "singlevaluelist", false),
            ("date", "datetime", true),
        ];
        assert_eq!(told, expected);
        assert_eq!(definition["attributes"][1]["description"], "What should we take away?: What is it?");
        assert_eq!(definition["attributes"][0]["values"][0], json!({"key": "yes", "name": "yes"}));
        let services = doors.get("/open311/v2/services.json").is(200).json();
        let asks = |code: &str| {
            let mut all = services.as_array().unwrap().iter();
            all.find(|service| service["service_code"] == code).unwrap()["metadata"].clone()
        };
        assert_eq!((asks(PICKUP), asks("graffiti-removal")), (json!(true), json!(false)));
    });
}

#[test]
fn both_doors_take_and_refuse_the_same_answers() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let key = doors.open311_key();
        let today = office.office.city.calendar.day(office.office.now());
        let noon = format!("{today}T12:00:00-05:00");
        let sent = |what: &str, items: &str| -> [(String, String); 5] {
            [
                ("debris", "no"),
                ("items.1.what", what),
                ("items.1.how-many", items),
                ("date", &noon),
                ("items.1.details", ""),
            ]
            .map(|(code, value)| (code.to_owned(), value.to_owned()))
        };
        let open311 = |answers: &[(String, String)]| {
            let own: Vec<(String, &str)> =
                answers.iter().map(|(code, value)| (format!("attribute[{code}]"), value.as_str())).collect();
            let mut fields =
                vec![("api_key", key.as_str()), ("service_code", PICKUP), ("address_string", "1 Elm St")];
            fields.extend(own.iter().map(|(code, value)| (code.as_str(), *value)));
            doors.post_form("/open311/v2/requests.json", &fields)
        };
        let api = |answers: &[(String, String)]| {
            let answers: Vec<Value> =
                answers.iter().map(|(code, value)| json!({"code": code, "values": [value]})).collect();
            doors.call("POST", "/cases", "", &json!({"service": PICKUP, "answers": answers}))
        };
        open311(&sent("sofa", "2")).is(201);
        let opened = api(&sent("sofa", "2")).is(201).json();
        let secret = opened["secret"].as_str().unwrap();
        let path = format!("/cases/{}", opened["reference"].as_str().unwrap());
        let request = Request::get(format!("/api/v1{path}")).header("case-secret", secret);
        let whole = doors.send(request.body(Body::empty()).unwrap()).is(200).json();
        assert_eq!(
            whole["case"]["answers"][3],
            json!({"code": "date", "values": [today.to_string()]}),
            "{whole}"
        );

        let bad = sent("boat", "1e400");
        let refused = open311(&bad).is(400).json().to_string();
        let mistakes = api(&bad).is(422).json()["mistakes"].clone();
        for mistake in mistakes.as_array().unwrap() {
            let field = mistake["field"].as_str().unwrap();
            assert!(field.starts_with("attribute[items.1."), "{field}");
            assert!(refused.contains(field), "{field} in {refused}");
        }
        assert_eq!(mistakes.as_array().unwrap().len(), 2, "{mistakes}");
    });
}
