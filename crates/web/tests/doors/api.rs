//! The REST API, as officers' programs and customers' applications meet it.

use crate::common::Doors;
use axum::body::Body;
use axum::http::{Request, header};
use serde_json::{Value, json};
use terms::ScopeName;
use testkit::both_engines;
use web::Settings;

fn lamp() -> Value {
    json!({
        "service": "street-light-outages",
        "description": "Dark.",
        "person": {"name": "Mae Lee", "email": "mae@example.org"},
        "place": {"lat": 42.322, "long": -71.057},
    })
}

/// A case that somebody without a token opened: its reference and its secret.
fn opened(doors: &Doors<'_>) -> (String, String) {
    let opened = doors.call("POST", "/cases", "", &lamp()).is(201).json();
    (opened["reference"].as_str().unwrap().to_owned(), opened["secret"].as_str().unwrap().to_owned())
}

fn revision(doors: &Doors<'_>, token: &str, reference: &str) -> i64 {
    doors.call("GET", &format!("/cases/{reference}"), token, &Value::Null).is(200).json()["case"]["revision"]
        .as_i64()
        .unwrap()
}

#[test]
fn a_request_is_opened_worked_answered_and_rated() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (reference, secret) = opened(&doors);
        let lee = doors.officer("lee");
        let act = |part: &str, body: Value| {
            let mut body = body;
            body["revision"] = revision(&doors, &lee, &reference).into();
            let method = if part == "assignment" { "PUT" } else { "POST" };
            doors.call(method, &format!("/cases/{reference}/{part}"), &lee, &body).is(200).json()
        };
        act("assignment", json!({"officer": "lee"}));
        act("wait", json!({"words": "Which lamp?"}));
        doors
            .own("POST", &format!("/cases/{reference}/messages"), &secret, &json!({"words": "Number 12."}))
            .is(200);
        act("replies", json!({"words": "A crew comes."}));
        let done = act("resolution", json!({"outcome": "done", "words": "New bulb."}));
        assert_eq!(done["status"], "closed");
        doors
            .own(
                "POST",
                &format!("/cases/{reference}/feedback"),
                &secret,
                &json!({"score": 5, "words": "Quick"}),
            )
            .is(200);
        office.settle();

        let whole = doors.own("GET", &format!("/cases/{reference}"), &secret, &Value::Null).is(200).json();
        assert_eq!(whole["case"]["officer"], "Lee", "customers read the name that the officer agreed to");
        assert_eq!(whole["case"]["outcome"], "done");
        assert!(whole["case"].get("queue").is_none() && whole["custody"].as_array().unwrap().is_empty());
        let words: Vec<&str> =
            whole["timeline"].as_array().unwrap().iter().filter_map(|line| line["words"].as_str()).collect();
        for said in ["Which lamp?", "Number 12.", "A crew comes.", "New bulb."] {
            assert!(words.contains(&said), "{words:?}");
        }
        let card = doors.call("GET", "/scorecard", "", &Value::Null).is(200).json();
        assert_eq!((&card["total"]["requests"], &card["total"]["on_time"]), (&json!(1), &json!(1)));
        assert_eq!(card["total"]["ratings"], json!([0, 0, 0, 0, 1]));
    });
}

#[test]
fn a_write_that_comes_too_late_is_told_what_changed_and_its_words_are_kept() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (reference, _) = opened(&doors);
        let (lee, ruth) = (doors.officer("lee"), doors.officer("ruth"));
        let read = revision(&doors, &lee, &reference);
        let path = |part: &str| format!("/cases/{reference}/{part}");
        doors.call("PUT", &path("assignment"), &ruth, &json!({"revision": read, "officer": "lee"})).is(200);
        let late = doors
            .call("POST", &path("replies"), &lee, &json!({"revision": read, "words": "Long and careful."}))
            .is(409);
        assert_eq!(late.header(header::CONTENT_TYPE), "application/problem+json");
        let problem = late.json();
        assert_eq!(problem["type"], "/problems/stale");
        assert_eq!(problem["changes"]["since"][0]["kind"], "assigned");
        assert_eq!(problem["changes"]["words_kept_at"], "/api/v1/drafts");
        let kept = doors.call("GET", "/drafts", &lee, &Value::Null).is(200).json();
        assert_eq!(kept[0]["words"], "Long and careful.");
        assert_eq!(doors.call("GET", "/drafts", &ruth, &Value::Null).is(200).json(), json!([]));
        let now = problem["changes"]["revision"].as_i64().unwrap();
        doors
            .call("POST", &path("replies"), &lee, &json!({"revision": now, "words": "Long and careful."}))
            .is(200);
    });
}

#[test]
fn a_submission_sent_twice_is_one() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let send = |body: Value| {
            let request = Request::post("/api/v1/cases")
                .header(header::CONTENT_TYPE, "application/json")
                .header("idempotency-key", "k-1");
            doors.send(request.body(Body::from(body.to_string())).unwrap())
        };
        let first = send(lamp()).is(201).text;
        assert_eq!(send(lamp()).is(201).text, first);
        let mut other = lamp();
        other["description"] = "Another lamp.".into();
        assert_eq!(send(other).is(422).json()["type"], "/problems/key-reused");
    });
}

#[test]
fn refusals_are_problems_that_say_what_to_do() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (reference, secret) = opened(&doors);
        let lee = doors.officer("lee");
        let path = format!("/cases/{reference}/notes");
        let problem = |answer: crate::common::Answer, status: u16| {
            let answer = answer.is(status);
            assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json", "{}", answer.text);
            answer.json()["detail"].as_str().unwrap().to_owned()
        };
        assert!(
            problem(doors.call("POST", &path, "wrong", &json!({"words": "x"})), 401)
                .contains("ask for a new one")
        );
        assert!(problem(doors.call("POST", &path, "", &json!({"words": "x"})), 404).contains("may know of"));
        assert!(problem(doors.own("POST", &path, &secret, &json!({"words": "x"})), 403).contains("note"));
        assert!(
            problem(doors.call("POST", &path, &lee, &json!({"words": "  "})), 422)
                .contains("write something")
        );
        assert!(
            problem(doors.call("POST", &path, &lee, &json!({"word": "x"})), 422).contains("unknown field")
        );
        assert!(
            problem(doors.call("POST", &path, &lee, &json!({"words": "x".repeat(20_001)})), 422)
                .contains("20001")
        );
        assert!(problem(doors.call("GET", "/cases?limit=0", &lee, &Value::Null), 400).contains("1 to 1000"));
        assert!(
            problem(doors.call("GET", "/cases?colour=red", &lee, &Value::Null), 400)
                .contains("unknown field")
        );
        assert!(problem(doors.call("GET", "/nothing", &lee, &Value::Null), 404).contains("address"));
        assert!(problem(doors.call("DELETE", "/services", &lee, &Value::Null), 405).contains("DELETE"));
        let raw = |kind: &str, body: Vec<u8>| {
            let request = Request::post("/api/v1/cases").header(header::CONTENT_TYPE, kind);
            doors.send(request.body(Body::from(body)).unwrap())
        };
        assert!(problem(raw("application/json", b"{".to_vec()), 400).contains("not JSON"));
        assert!(problem(raw("application/json", b"\xff".to_vec()), 400).contains("not JSON"));
        assert!(problem(raw("text/plain", b"{}".to_vec()), 415).contains("application/json"));
        assert!(problem(raw("application/json", vec![b' '; 300 * 1024]), 413).contains("at most"));
        let deep = [vec![b'['; 5_000], vec![b']'; 5_000]].concat();
        problem(raw("application/json", deep), 422);
        let mut half = lamp();
        half["place"] = json!({"lat": 42.3});
        assert!(problem(doors.call("POST", "/cases", "", &half), 422).contains("belong together"));
    });
}

#[test]
fn a_wrong_secret_and_a_wrong_reference_look_alike() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (reference, _) = opened(&doors);
        let wrong_secret =
            doors.own("GET", &format!("/cases/{reference}"), "0123456789abcdef", &Value::Null).is(404);
        let wrong_reference =
            doors.own("GET", "/cases/000-000-000", "0123456789abcdef", &Value::Null).is(404);
        assert_eq!(wrong_secret.text, wrong_reference.text);
    });
}

#[test]
fn whoever_sends_too_much_without_a_token_is_told_to_wait() {
    both_engines(|office| {
        let doors = Doors::with(
            office,
            Settings { public_writes_a_minute: 2, trust_proxy: true, ..Settings::default() },
        );
        let send = |address: &str| {
            let request = Request::post("/api/v1/cases")
                .header(header::CONTENT_TYPE, "application/json")
                .header("x-forwarded-for", format!("203.0.113.9, {address}"));
            doors.send(request.body(Body::from(lamp().to_string())).unwrap())
        };
        send("192.0.2.1").is(201);
        send("192.0.2.1").is(201);
        let refused = send("192.0.2.1").is(429);
        assert!(refused.header(header::RETRY_AFTER).parse::<u64>().unwrap() >= 1);
        send("192.0.2.2").is(201);
        office.hours(1);
        send("192.0.2.1").is(201);
    });
}

#[test]
fn when_too_much_is_asked_at_once_reads_wait_and_intake_goes_on() {
    both_engines(|office| {
        let doors = Doors::with(office, Settings { reads_at_once: 0, ..Settings::default() });
        let refused = doors.call("GET", "/services", "", &Value::Null).is(503);
        assert_eq!(refused.header(header::RETRY_AFTER), "1");
        doors.get("/open311/v2/services.xml").is(503);
        assert!(doors.get("/").is(503).text.contains("<h1>"));
        doors.call("POST", "/cases", "", &lamp()).is(201);
    });
}

#[test]
fn tokens_open_what_they_name_and_nothing_when_withdrawn() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (reference, _) = opened(&doors);
        let read = doors.token(&[ScopeName::CasesRead], None, Some("public-works"));
        let path = format!("/cases/{reference}");
        let whole = doors.call("GET", &path, &read, &Value::Null).is(200).json();
        let customer = whole["case"]["customer"].as_str().unwrap();
        doors.call("POST", &format!("{path}/notes"), &read, &json!({"words": "x"})).is(403);
        doors.call("GET", &format!("/customers/{customer}?purpose=service"), &read, &Value::Null).is(403);
        let parks = doors.token(&[ScopeName::CasesRead], None, Some("parks"));
        doors.call("GET", &path, &parks, &Value::Null).is(404);
        let lee = doors.officer("lee");
        let record = doors
            .call("GET", &format!("/customers/{customer}?purpose=service"), &lee, &Value::Null)
            .is(200)
            .json();
        assert_eq!(record["contact_points"][0]["value"], "mae@example.org");
        assert_eq!(record["looks"][0]["by"], "officer:lee");
        doors.call("GET", &format!("/customers/{customer}?purpose=curiosity"), &lee, &Value::Null).is(400);

        let house = terms::Principal::house();
        let all = office.write(&house, terms::Channel::House, office::tokens::list).unwrap();
        let id = all
            .iter()
            .find(|token| token.agency.as_ref().is_some_and(|a| a.as_str() == "public-works"))
            .unwrap()
            .id;
        office
            .write(&house, terms::Channel::House, move |tx, act| office::tokens::revoke(tx, act, id))
            .unwrap();
        office.hours(1);
        doors.call("GET", &path, &read, &Value::Null).is(401);
    });
}

#[test]
fn transfers_tasks_and_duplicates_work_over_the_api() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let ((first, _), (second, secret)) = (opened(&doors), opened(&doors));
        let (lee, tomas, sam) = (doors.officer("lee"), doors.officer("tomas"), doors.officer("sam"));
        let act = |token: &str, reference: &str, part: &str, mut body: Value, status: u16| {
            body["revision"] = revision(&doors, &lee, reference).into();
            let method = if part == "duplicate-of" { "PUT" } else { "POST" };
            doors.call(method, &format!("/cases/{reference}/{part}"), token, &body).is(status).json()
        };
        act(&lee, &first, "transfer", json!({"to": "nowhere", "words": "x"}), 422);
        act(&lee, &first, "transfer", json!({"to": "transportation", "words": "Yours."}), 200);
        act(&tomas, &first, "transfer/return", json!({"words": "Not ours."}), 200);
        let task = act(&lee, &first, "tasks", json!({"agency": "parks", "words": "Cut the branch."}), 200);
        let answer = format!("/cases/{first}/tasks/{}/answer", task["task"].as_str().unwrap());
        doors.call("POST", &answer, &tomas, &json!({"answer": "done"})).is(404);
        doors.call("POST", &answer, &sam, &json!({"answer": "maybe"})).is(422);
        doors.call("POST", &answer, &sam, &json!({"answer": "done", "words": "Cut."})).is(200);
        act(&lee, &second, "duplicate-of", json!({"of": second}), 422);
        act(&lee, &second, "duplicate-of", json!({"of": first}), 200);
        let own = doors.own("GET", &format!("/cases/{second}"), &secret, &Value::Null).is(200).json();
        assert_eq!(own["duplicate_of"], first.as_str());
        let whole = doors.call("GET", &format!("/cases/{first}"), &lee, &Value::Null).is(200).json();
        assert_eq!(
            (&whole["other_reports"], &whole["custody"][0]["agency"]),
            (&json!(1), &json!("public-works"))
        );
        let queue =
            doors.call("GET", "/queues/public-works-street-lights/cases", &lee, &Value::Null).is(200).json();
        assert_eq!(queue.as_array().unwrap().len(), 1, "only what is open waits");
        doors.call("GET", "/queues/nowhere/cases", &lee, &Value::Null).is(404);
    });
}

#[test]
fn casework_works_over_the_api() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (lee, ruth) = (doors.officer("lee"), doors.officer("ruth"));
        let new = json!({"service": "street-light-outages", "description": "Dark.",
            "person": {"name": "Mae Lee", "email": "mae@example.org"}});
        let opened = || {
            let case = doors.call("POST", "/cases", "", &new).is(201).json();
            case["reference"].as_str().unwrap().to_owned()
        };
        let (first, second) = (opened(), opened());
        let act = |token: &str, method: &str, path: String, mut body: Value, status: u16| {
            let reference = path.split('/').nth(2).unwrap().to_owned();
            body["revision"] = revision(&doors, &lee, &reference).into();
            doors.call(method, &path, token, &body).is(status).json()
        };
        let sees = |reference: &str| {
            doors.call("GET", &format!("/cases/{reference}"), &lee, &Value::Null).is(200).json()
        };
        act(&lee, "PUT", format!("/cases/{second}/merged-into"), json!({"into": "nonsense"}), 422);
        act(&lee, "PUT", format!("/cases/{second}/merged-into"), json!({"into": first}), 200);
        assert_eq!(sees(&second)["merged_into"], first.as_str());
        assert_eq!(sees(&first)["related"]["merged"], json!([second]));
        act(&lee, "POST", format!("/cases/{second}/replies"), json!({"words": "Too late."}), 409);
        let read = revision(&doors, &lee, &second);
        doors
            .call("DELETE", &format!("/cases/{second}/merged-into?revision={read}"), &lee, &Value::Null)
            .is(200);

        let place = json!({"place": {"address": "12 Elm St"}, "words": "She rang."});
        act(&lee, "POST", format!("/cases/{first}/corrections"), place, 200);
        act(&lee, "POST", format!("/cases/{first}/corrections"), json!({"words": "Nothing."}), 422);
        let whole = sees(&first);
        assert_eq!(
            (&whole["corrections"][0]["what"], &whole["corrections"][0]["by"]),
            (&json!("place"), &json!("officer:lee"))
        );

        let offers = doors.call("GET", &format!("/cases/{first}/offers"), &lee, &Value::Null).is(200).json();
        let fee = offers.as_array().unwrap().iter().find(|offer| offer["remedy"] == "waive-fee").unwrap();
        assert_eq!(
            (&fee["up_to"], &fee["unit"], &fee["currency"]),
            (&json!(50), &json!("money"), &json!("USD"))
        );
        let offer = json!({"remedy": "waive-fee", "amount": 80, "words": "No fee."});
        act(&lee, "POST", format!("/cases/{first}/offers"), offer, 403);
        let ask =
            json!({"remedy": "waive-fee", "amount": 80, "message": "No fee.", "words": "A month late."});
        let asked = act(&lee, "POST", format!("/cases/{first}/approvals"), ask, 200);
        let mine = doors.call("GET", "/asked-of-me", &ruth, &Value::Null).is(200).json();
        assert_eq!((&mine[0]["kind"], &mine[0]["approval"]["id"]), (&json!("approval"), &asked["approval"]));
        let path = format!("/cases/{first}/approvals/{}/answer", asked["approval"].as_str().unwrap());
        act(&lee, "POST", path.clone(), json!({"answer": "approved", "words": "Mine."}), 403);
        act(&ruth, "POST", path, json!({"answer": "approved", "words": "Read."}), 200);
        assert_eq!(sees(&first)["approvals"][0]["state"], "approved");
    });
}

#[test]
fn the_api_shows_whom_a_complaint_is_about_and_never_to_whom_it_concerns() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let mae = office.resident("Mae Lee");
        let light = mae.reports("street-light-outages", "Dark.");
        let from = office.house().sees(&light).case.id;
        let about = terms::About {
            officer: Some(terms::OfficerCode::new("grace")),
            case: Some(from),
            ..terms::About::default()
        };
        let complaint =
            mae.sends(office::intake::Request { about, ..mae.request("appeal", "She was rude.") });
        let path = format!("/cases/{}", complaint.unwrap().reference);
        let (joan, grace) = (doors.officer("joan"), doors.officer("grace"));
        let seen = doors.call("GET", &path, &joan, &Value::Null).is(200).json();
        assert_eq!(
            (&seen["about"]["officer"], &seen["about"]["case"]),
            (&json!("grace"), &json!(light.reference.to_string()))
        );
        doors.call("GET", &path, &grace, &Value::Null).is(404);
    });
}
