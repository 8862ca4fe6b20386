//! The Open311 door, as a client meets it.

use crate::common::{Doors, form};
use axum::body::Body;
use axum::http::{Request, header};
use serde_json::{Value, json};
use terms::Principal;
use testkit::{QAMAR, TestOffice, both_engines, both_engines_of};

const REQUESTS: &str = "/open311/v2/requests.json";

fn lamp<'f>(key: &'f str, more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut fields = vec![
        ("api_key", key),
        ("service_code", "street-light-outages"),
        ("lat", "42.322"),
        ("long", "-71.057"),
        ("description", "The lamp is dark. Call me: 617 555 0134"),
    ];
    fields.extend_from_slice(more);
    fields
}

fn rows(office: &TestOffice) -> u64 {
    let tally = office.read(&Principal::house(), |tx, _| Ok(records::copy::tally(tx)?)).unwrap();
    tally.iter().filter(|(table, _)| !["tokens", "events"].contains(table)).map(|(_, rows)| rows).sum()
}

#[test]
fn a_report_comes_in_over_open311_and_is_seen_there() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let key = doors.open311_key();
        let created = doors.post_form(REQUESTS, &lamp(&key, &[("email", "mae@example.org")])).is(201);
        assert_eq!(created.header(header::CONTENT_TYPE), "application/json; charset=utf-8");
        let created = created.json();
        let id = created[0]["service_request_id"].as_str().unwrap();
        assert_eq!(created[0]["service_notice"], "10 business days");

        let seen = doors.get(&format!("/open311/v2/requests/{id}.json")).is(200).json();
        let request = &seen[0];
        assert_eq!(request["status"], "open");
        assert_eq!(request["requested_datetime"], "2015-03-02T09:00:00-05:00");
        assert_eq!(request["expected_datetime"], "2015-03-16T09:00:00-04:00");
        assert_eq!(request["description"], "The lamp is dark. Call me: [phone]");
        assert_eq!((request["lat"].as_f64(), request["long"].as_f64()), (Some(42.322), Some(-71.057)));
        assert!(request["address"].is_null() && request["media_url"].is_null());
        assert!(!seen.to_string().contains("mae@example.org"), "nobody's address is public");

        let xml = doors.get(&format!("/open311/v2/requests/{id}.xml")).is(200);
        assert_eq!(xml.header(header::CONTENT_TYPE), "text/xml; charset=utf-8");
        assert!(xml.text.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>"));
        assert!(xml.text.contains(&format!("<service_request_id>{id}</service_request_id>")));
        let list = doors.get(REQUESTS).is(200).json();
        assert_eq!(list.as_array().unwrap().len(), 1);
    });
}

#[test]
fn services_are_listed_with_what_they_ask() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let services = doors.get("/open311/v2/services.json").is(200).json();
        for service in services.as_array().unwrap() {
            for (field, kind) in [
                ("service_code", "string"),
                ("service_name", "string"),
                ("metadata", "boolean"),
                ("type", "string"),
            ] {
                assert_eq!(kind_of(&service[field]), kind, "{field}");
            }
        }
        let definition = doors.get("/open311/v2/services/pick-up-dead-animal.json").is(200).json();
        let attribute = &definition["attributes"][0];
        assert_eq!(
            (attribute["code"].as_str(), attribute["datatype"].as_str()),
            (Some("animal"), Some("singlevaluelist"))
        );
        assert_eq!(
            (&attribute["required"], &attribute["order"], &attribute["variable"]),
            (&json!(true), &json!(1), &json!(true))
        );
        assert_eq!(attribute["values"][0]["key"], "cat-or-dog");
        let discovery = doors.get("/open311/v2/discovery.json").is(200).json();
        for field in ["changeset", "contact", "key_service", "endpoints"] {
            assert!(!discovery[field].is_null(), "{field}");
        }
        assert_eq!(discovery["endpoints"][0]["specification"], "http://wiki.open311.org/GeoReport_v2");
        for path in ["services", "services/pick-up-dead-animal", "discovery"] {
            let xml = doors.get(&format!("/open311/v2/{path}.xml")).is(200).text;
            quick_xml::Reader::from_str(&xml).read_event().unwrap();
        }
    });
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "string",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        _ => "other",
    }
}

#[test]
fn errors_are_as_the_standard_says() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let key = doors.open311_key();
        let reader = doors.token(&[terms::ScopeName::CasesRead], None, None);
        let before = rows(office);
        let with = |changes: &[(&'static str, &'static str)]| {
            let mut fields = lamp(&key, &[]);
            for (name, value) in changes {
                fields.retain(|(field, _)| field != name);
                fields.push((name, value));
            }
            doors.post_form(REQUESTS, &fields)
        };
        for (changes, status) in [
            (vec![("api_key", "")], 403),
            (vec![("api_key", "rtk_wrong")], 403),
            (vec![("service_code", "")], 400),
            (vec![("service_code", "unicorns")], 404),
            (vec![("jurisdiction_id", "nowhere.example")], 404),
            (vec![("lat", "")], 400),
            (vec![("lat", ""), ("long", "")], 400),
            (vec![("lat", "91")], 400),
            (vec![("email", "nobody")], 400),
            (vec![("attribute[wings]", "2")], 400),
            (vec![("media_url", "ftp://x")], 400),
        ] {
            let answer = with(&changes).is(status);
            let errors = answer.json();
            assert_eq!(errors[0]["code"].as_u64(), Some(u64::from(status)), "{changes:?}");
            assert!(!errors[0]["description"].as_str().unwrap().is_empty());
        }
        let other = doors.post_form(REQUESTS, &lamp(&reader, &[])).is(403);
        assert!(other.text.contains("not valid for Open311"));
        for path in [
            "/open311/v2/requests/XXX.json",
            "/open311/v2/services/unicorns.json",
            "/open311/v2/tokens/none.json",
            "/open311/v2/requests/K7Q",
            "/open311/v2/nothing.json",
        ] {
            doors.get(path).is(404);
        }
        for query in [
            "start_date=yesterday",
            "status=ajar",
            "page=0",
            "page_size=5000",
            "start_date=2015-01-01T00:00:00Z&end_date=2015-12-31T00:00:00Z",
            "start_date=%zz",
            "status=%ff",
        ] {
            let xml = doors.get(&format!("/open311/v2/requests.xml?{query}")).is(400).text;
            assert!(xml.contains("<errors><error><code>400</code><description>"), "{xml}");
        }
        assert_eq!(rows(office), before, "nothing was changed");
    });
}

#[test]
fn hostile_bodies_are_refused_and_change_nothing() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let key = doors.open311_key();
        let long = "x".repeat(4_001);
        doors.post_form(REQUESTS, &lamp(&key, &[("description", ""), ("x", &long)]));
        let mut fields = lamp(&key, &[]);
        fields.retain(|(name, _)| *name != "description");
        fields.push(("description", &long));
        assert!(doors.post_form(REQUESTS, &fields).is(400).text.contains("4001 characters"));
        let before = rows(office);
        let body = |kind: &str, body: Vec<u8>| {
            doors.send(
                Request::post(REQUESTS).header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap(),
            )
        };
        let urlencoded = "application/x-www-form-urlencoded";
        body(urlencoded, b"api_key=%C3%28".to_vec()).is(400);
        body(urlencoded, b"api_key=\xff\xfe".to_vec()).is(400);
        body(urlencoded, b"a=%".to_vec()).is(400);
        body(urlencoded, "a&".repeat(600).into_bytes()).is(400);
        body("application/json", b"{}".to_vec()).is(400);
        body("text/xml", b"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>".to_vec())
            .is(400);
        body("multipart/form-data", b"--x".to_vec()).is(400);
        body("multipart/form-data; boundary=x", b"--x\r\nnonsense".to_vec()).is(400);
        let file = b"--x\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.jpg\"\r\n\r\nGIF89a\r\n--x--\r\n".to_vec();
        assert!(body("multipart/form-data; boundary=x", file).is(400).text.contains("media_url"));
        body(urlencoded, vec![b'a'; 300 * 1024]).is(413);
        assert_eq!(rows(office), before);
    });
}

#[test]
fn multipart_forms_are_taken_as_well() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let key = doors.open311_key();
        let mut body = String::new();
        for (name, value) in lamp(&key, &[]) {
            body.push_str(&format!(
                "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            ));
        }
        body.push_str("--x--\r\n");
        let request = Request::post(REQUESTS).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        doors.send(request.body(Body::from(body)).unwrap()).is(201);
    });
}

#[test]
fn opencrvs_7477_a_submission_sent_twice_is_one_case_and_answered_alike() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let key = doors.open311_key();
        let first = doors.send(form(REQUESTS, &lamp(&key, &[]), Some("phone-77"))).is(201);
        let again = doors.send(form(REQUESTS, &lamp(&key, &[]), Some("phone-77"))).is(201);
        assert_eq!(first.text, again.text);
        let other =
            doors.send(form(REQUESTS, &lamp(&key, &[("phone", "617 555 0134")]), Some("phone-77"))).is(400);
        assert!(other.text.contains("something else"));
        doors.send(form(REQUESTS, &lamp(&key, &[]), Some(""))).is(400);
        assert_eq!(doors.get(REQUESTS).is(200).json().as_array().unwrap().len(), 1);
        let neighbour = doors.open311_key();
        doors.send(form(REQUESTS, &lamp(&neighbour, &[]), Some("phone-77"))).is(201);
        assert_eq!(doors.get(REQUESTS).json().as_array().unwrap().len(), 2, "keys of others are others");
    });
}

#[test]
fn lists_are_filtered_and_paged() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let key = doors.open311_key();
        for number in 0..5 {
            let mut fields = lamp(&key, &[]);
            if number == 4 {
                fields[1].1 = "graffiti-removal";
            }
            doors.post_form(REQUESTS, &fields).is(201);
            office.hours(24);
        }
        let count =
            |query: &str| doors.get(&format!("{REQUESTS}?{query}")).is(200).json().as_array().unwrap().len();
        assert_eq!(count(""), 5);
        assert_eq!(
            (count("page_size=2"), count("page_size=2&page=3"), count("page_size=2&page=4")),
            (2, 1, 0)
        );
        assert_eq!(
            (
                count("service_code=graffiti-removal"),
                count("service_code=graffiti-removal,street-light-outages")
            ),
            (1, 5)
        );
        assert_eq!((count("status=open"), count("status=closed"), count("status=open,closed")), (5, 0, 5));
        assert_eq!(count("start_date=2015-03-03T00:00:00-05:00&end_date=2015-03-04T23:00:00-05:00"), 2);
        let newest = doors.get(&format!("{REQUESTS}?page_size=1")).json();
        let id = newest[0]["service_request_id"].as_str().unwrap();
        assert_eq!(
            count(&format!("service_request_id={id},XXX&status=closed")),
            1,
            "ids override all others"
        );
    });
}

#[test]
fn a_batch_service_gives_a_token_and_later_an_id() {
    both_engines_of(QAMAR, |office| {
        let doors = Doors::of(office);
        let key = doors.open311_key();
        let fields = [
            ("api_key", key.as_str()),
            ("service_code", "birth-certificate"),
            ("address_string", "١ ميدان النخيل"),
            ("attribute[whose]", "child"),
            ("attribute[full-name]", "أمل حداد"),
            ("attribute[born]", "2010-05-01"),
            ("attribute[copies]", "2"),
        ];
        let created = doors.post_form(REQUESTS, &fields).is(201).json();
        let token = created[0]["token"].as_str().unwrap().to_owned();
        assert!(created[0].get("service_request_id").is_none());
        let path = format!("/open311/v2/tokens/{token}.json");
        assert!(doors.get(&path).is(200).json()[0]["service_request_id"].is_null(), "not yet");
        office.settle();
        let known = doors.get(&path).is(200).json();
        let id = known[0]["service_request_id"].as_str().unwrap();
        let seen = doors.get(&format!("/open311/v2/requests/{id}.json")).is(200).json();
        assert_eq!(seen[0]["service_code"], "birth-certificate");
        assert!(seen[0]["address"].is_null(), "the service is not public");
        assert_eq!(doors.get(REQUESTS).json().as_array().unwrap().len(), 0, "and not listed");
    });
}

#[test]
fn a_blackbox_service_tells_nobody() {
    both_engines_of(QAMAR, |office| {
        let doors = Doors::of(office);
        let key = doors.open311_key();
        let fields = [
            ("api_key", key.as_str()),
            ("service_code", "whisper"),
            ("address_string", "x"),
            ("description", "رشوة"),
        ];
        let created = doors.post_form(REQUESTS, &fields).is(201).json();
        office.settle();
        let token = created[0]["token"].as_str().unwrap();
        assert!(
            doors.get(&format!("/open311/v2/tokens/{token}.json")).is(200).json()[0]["service_request_id"]
                .is_null()
        );
    });
}

#[test]
fn partners_hear_of_changes_and_tell_theirs() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let key = doors.open311_key();
        let created = doors.post_form(REQUESTS, &lamp(&key, &[])).is(201).json();
        let id = created[0]["service_request_id"].as_str().unwrap().to_owned();
        let updates = "/open311/v2/servicerequestupdates.json";
        let update = |number: &'static str, status: &'static str, words: &'static str| {
            let fields = [
                ("api_key", key.as_str()),
                ("service_request_id", id.as_str()),
                ("update_id", number),
                ("status", status),
                ("description", words),
                ("updated_datetime", "2015-03-02T10:00:00-05:00"),
            ];
            doors.post_form(updates, &fields)
        };
        office.hours(1);
        update("1", "INVESTIGATING", "A crew is on its way.").is(201);
        update("2", "FIXED", "New bulb.").is(201);
        update("2", "FIXED", "New bulb.").is(201);
        update("3", "FIXED", "Again?").is(400);
        let seen = doors.get(&format!("/open311/v2/requests/{id}.json?extensions=true")).json();
        assert_eq!(
            (seen[0]["status"].as_str(), seen[0]["status_notes"].as_str()),
            (Some("closed"), Some("New bulb."))
        );
        let notes = seen[0]["notes"].as_array().unwrap();
        assert_eq!(notes.iter().filter(|note| note["type"] == "resolved").count(), 1, "{notes:?}");
        let listed = doors.get(updates).is(200).json();
        let statuses: Vec<&str> =
            listed.as_array().unwrap().iter().map(|update| update["status"].as_str().unwrap()).collect();
        assert_eq!(statuses, ["OPEN", "CLOSED"]);
        update("4", "REOPEN", "Dark again.").is(201);
        assert_eq!(doors.get(&format!("/open311/v2/requests/{id}.json")).json()[0]["status"], "open");
        update("5", "MAYBE", "").is(400);
    });
}

#[test]
fn everything_public_can_be_taken_along_as_csv() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let key = doors.open311_key();
        for _ in 0..3 {
            let mut fields = lamp(&key, &[]);
            fields[4].1 = "=1+1, \"quoted\"\nand more";
            doors.post_form(REQUESTS, &fields).is(201);
        }
        let csv = doors.get("/open311/v2/requests.csv").is(200);
        assert_eq!(csv.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
        assert_eq!(csv.text.matches("\"'=1+1, \"\"quoted\"\"\nand more\"").count(), 3, "{}", csv.text);
        assert!(
            doors
                .get("/open311/v2/requests.csv?start_date=2016-01-01T00:00:00Z")
                .is(200)
                .text
                .lines()
                .count()
                == 1
        );
        doors.get("/open311/v2/requests.csv?start_date=soon").is(400);
    });
}
