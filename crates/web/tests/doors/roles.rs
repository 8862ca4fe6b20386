//! Every route by every role: what each is answered, in one table that a person can read and object to.

use crate::common::{Answer, Doors};
use crate::other_roles::OTHERS;
use axum::body::Body;
use axum::http::Request;
use office::authority::{self, NewApproval, NewOffer, Wanted};
use office::cases;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use terms::{RemedyCode, ScopeName, TaskAnswer};
use testkit::{CaseHandle, TestOffice, on_postgres, on_sqlite};

/// What each role is answered on each route. A change of this file is a change of who may do what.
const EXPECTED: &str = include_str!("roles.txt");

/// Who asks. The case is one of public works; where another agency is involved, it is transportation.
const ROLES: [&str; 14] = [
    "public",
    "customer",
    "clerk",
    "specialist",
    "supervisor",
    "other-agency",
    "involved",
    "contact-centre",
    "analyst",
    "administrator",
    "open311-key",
    "computer",
    "its-computer",
    "other-computer",
];

/// A request of the API: method, path and body.
type Asked = (&'static str, &'static str, fn(&Stage<'_>) -> Value);

/// What the API offers, in the order of a contact.
const ROUTES: [Asked; 45] = [
    ("GET", "/services", nothing),
    ("GET", "/services/{code}", nothing),
    ("GET", "/services/{code}/form", nothing),
    ("GET", "/agencies", nothing),
    ("GET", "/scorecard", nothing),
    ("POST", "/cases", |_| json!({"service": "street-light-outages", "description": "Dark."})),
    ("GET", "/cases", nothing),
    ("GET", "/cases/{reference}", nothing),
    ("GET", "/queues/{code}/cases", nothing),
    ("GET", "/drafts", nothing),
    ("PUT", "/cases/{reference}/assignment", |stage| stage.read(json!({"officer": "lee"}))),
    ("DELETE", "/cases/{reference}/assignment?revision={revision}", nothing),
    ("POST", "/cases/{reference}/notes", |_| json!({"words": "For colleagues."})),
    ("POST", "/cases/{reference}/replies", |stage| stage.read(json!({"words": "A crew comes."}))),
    ("POST", "/cases/{reference}/messages", |_| json!({"words": "Number 12."})),
    ("POST", "/cases/{reference}/wait", |stage| stage.read(json!({"words": "Which lamp?"}))),
    ("DELETE", "/cases/{reference}/wait?revision={revision}", nothing),
    ("POST", "/cases/{reference}/transfer", |stage| {
        stage.read(json!({"to": "transportation", "words": "A signal."}))
    }),
    ("POST", "/cases/{reference}/transfer/acceptance", |stage| stage.read(json!({}))),
    ("POST", "/cases/{reference}/transfer/return", |stage| stage.read(json!({"words": "Not ours."}))),
    ("POST", "/cases/{reference}/tasks", |stage| {
        stage.read(json!({"agency": "transportation", "words": "Close the lane."}))
    }),
    ("POST", "/cases/{reference}/tasks/{task}/answer", |_| json!({"answer": "done"})),
    ("PUT", "/cases/{reference}/duplicate-of", |stage| stage.read(json!({"of": stage.other}))),
    ("POST", "/cases/{reference}/resolution", |stage| {
        stage.read(json!({"outcome": "done", "words": "New bulb."}))
    }),
    ("POST", "/cases/{reference}/reopening", |_| json!({"words": "Dark again."})),
    ("POST", "/cases/{reference}/withdrawal", |_| json!({})),
    ("POST", "/cases/{reference}/feedback", |_| json!({"score": 4})),
    ("PUT", "/cases/{reference}/merged-into", |stage| stage.read(json!({"into": stage.other}))),
    ("DELETE", "/cases/{reference}/merged-into?revision={revision}", nothing),
    ("POST", "/cases/{reference}/splits", |stage| {
        stage.read(json!({"contacts": [stage.message()], "service": "street-light-outages"}))
    }),
    ("PUT", "/cases/{reference}/parent", |stage| stage.read(json!({"parent": stage.other}))),
    ("DELETE", "/cases/{reference}/parent?revision={revision}", nothing),
    ("POST", "/cases/{reference}/corrections", |stage| {
        stage.read(json!({"place": {"address": "12 Elm St"}, "words": "The customer rang."}))
    }),
    ("PUT", "/cases/{reference}/snooze", |stage| {
        stage.read(json!({"until": "2015-03-20T14:00:00Z", "words": "The part comes then."}))
    }),
    ("DELETE", "/cases/{reference}/snooze?revision={revision}", nothing),
    ("GET", "/cases/{reference}/offers", nothing),
    ("POST", "/cases/{reference}/offers", |stage| {
        stage.read(json!({"remedy": "apology", "words": "We are sorry."}))
    }),
    ("POST", "/cases/{reference}/approvals", |stage| {
        stage.read(
            json!({"remedy": "refund", "amount": 200, "message": "Paid back.", "words": "A month late."}),
        )
    }),
    ("POST", "/cases/{reference}/approvals/{approval}/answer", |stage| {
        stage.read(json!({"answer": "approved", "words": "Read and weighed."}))
    }),
    ("GET", "/asked-of-me", nothing),
    ("GET", "/customers/{id}?purpose=service", nothing),
    ("GET", "/jobs", nothing),
    ("POST", "/jobs/{id}/attempts", nothing),
    ("GET", "/outbox", nothing),
    ("GET", "/openapi.json", nothing),
];

fn without_query(path: &str) -> &str {
    path.split('?').next().unwrap_or(path)
}

fn nothing(_: &Stage<'_>) -> Value {
    Value::Null
}

/// A case brought to where a request makes sense.
struct Stage<'t> {
    office: &'t TestOffice,
    case: CaseHandle,
    other: String,
    task: Option<String>,
    approval: Option<String>,
    customer: String,
}

impl<'t> Stage<'t> {
    fn set(doors: &Doors<'t>, path: &str, method: &str, ruth: &str) -> Self {
        let office = doors.office;
        let mae = office.resident("Mae Lee");
        let case = mae.reports("street-light-outages", "Dark.");
        let boss = office.officer("ruth");
        let (mut task, mut approval) = (None, None);
        match (method, without_query(path).trim_start_matches("/cases/{reference}/")) {
            ("DELETE", "assignment") => drop(boss.gives(&case, "lee")),
            ("DELETE", "wait") => drop(boss.asks(&case, "Which lamp?")),
            (_, "transfer/acceptance" | "transfer/return") => {
                drop(boss.transfers(&case, "transportation", "A signal."));
            }
            (_, "tasks/{task}/answer") => {
                let asked = boss.asks_task(&case, "transportation", "Close the lane.");
                office.officer("tomas").answers_task(&case, asked, TaskAnswer::Accepted);
                task = Some(asked.to_string());
            }
            ("DELETE", "merged-into") => {
                let into = mae.reports("street-light-outages", "Dark too.").reference;
                boss.on(&case, move |tx, act, on, read| cases::merge(tx, act, on, read, &into));
            }
            ("DELETE", "parent") => {
                let parent = mae.reports("street-light-outages", "All dark.").reference;
                boss.on(&case, move |tx, act, on, read| cases::put_under(tx, act, on, read, &parent));
            }
            ("DELETE", "snooze") => {
                let until = office.office.now().checked_add(jiff::SignedDuration::from_hours(48)).unwrap();
                boss.on(&case, move |tx, act, on, read| {
                    cases::snooze(tx, act, on, read, (until, "The part comes then."))
                });
            }
            (_, "splits") => mae.writes(&case, "And there is paint on it."),
            (_, "approvals/{approval}/answer") => {
                let offer = NewOffer {
                    remedy: RemedyCode::new("refund"),
                    amount: Some(200),
                    words: "Paid back.".into(),
                };
                let new = NewApproval { wanted: Wanted::Offer(offer), words: "A month late.".into() };
                let asked = office
                    .officer("lee")
                    .on(&case, move |tx, act, on, read| authority::ask_approval(tx, act, on, read, &new));
                approval = Some(asked.1.to_string());
            }
            (_, "reopening" | "feedback") => drop(boss.resolves(&case, "done", "New bulb.")),
            _ => {}
        }
        let other = mae.reports("street-light-outages", "Dark too.").reference.to_string();
        let path = format!("/cases/{}", case.reference);
        let whole = doors.call("GET", &path, ruth, &Value::Null).is(200).json();
        let customer = whole["case"]["customer"].as_str().unwrap().to_owned();
        Self { office, case, other, task, approval, customer }
    }

    /// As what the cases stand now.
    fn state(&self) -> [i64; 2] {
        let other = CaseHandle { reference: self.other.parse().unwrap(), secret: String::new() };
        [&self.case, &other].map(|case| self.office.house().revision(case))
    }

    /// What names the customer's message in the case.
    fn message(&self) -> String {
        let contacts = self.office.house().sees(&self.case).contacts;
        let inbound = contacts.iter().find(|contact| contact.direction == terms::Direction::Inbound);
        inbound.map(|contact| contact.id.to_string()).unwrap_or_default()
    }

    /// A body with the revision as it is now.
    fn read(&self, mut body: Value) -> Value {
        body["revision"] = self.office.house().revision(&self.case).into();
        body
    }

    fn path(&self, path: &str) -> String {
        let code =
            if path.starts_with("/queues") { "public-works-street-lights" } else { "street-light-outages" };
        let id =
            if path.starts_with("/jobs") { "00000000-0000-7000-8000-000000000000" } else { &self.customer };
        let revision = self.office.house().revision(&self.case);
        path.replace("{reference}", &self.case.reference.to_string())
            .replace("{task}", self.task.as_deref().unwrap_or_default())
            .replace("{approval}", self.approval.as_deref().unwrap_or_default())
            .replace("{code}", code)
            .replace("{id}", id)
            .replace("{revision}", &revision.to_string())
    }
}

/// The token with which a role comes, if any.
fn token(doors: &Doors<'_>, role: &str) -> String {
    let all = ScopeName::ALL;
    match role {
        "clerk" => doors.officer("dora"),
        "specialist" => doors.officer("lee"),
        "supervisor" => doors.officer("ruth"),
        "other-agency" => doors.officer("sam"),
        "involved" => doors.officer("tomas"),
        "contact-centre" => doors.officer("mira"),
        "analyst" => doors.officer("noor"),
        "administrator" => doors.officer("root"),
        "open311-key" => doors.open311_key(),
        "computer" => doors.token(all, None, None),
        "its-computer" => doors.token(all, None, Some("public-works")),
        "other-computer" => doors.token(all, None, Some("parks")),
        _ => String::new(),
    }
}

/// Each row of the table as it is: a route, and a status for each role.
pub(crate) fn rows(head: &str, routes: impl Iterator<Item = (String, Vec<u16>)>) -> String {
    let line = |route: &str, cells: Vec<String>| format!("{route:<46}{}\n", cells.join(" "));
    let cells = |statuses: Vec<u16>| {
        statuses.iter().zip(ROLES).map(|(status, role)| format!("{status:>0$}", role.len())).collect()
    };
    let mut text = line(head, ROLES.map(ToOwned::to_owned).to_vec());
    routes.for_each(|(route, statuses)| text.push_str(&line(&route, cells(statuses))));
    text
}

/// The table of the API as it is. Whoever is refused changes nothing, so that the next one finds the case as it was.
fn api(doors: &Doors<'_>, tokens: &[String]) -> String {
    let ask = |stage: &Stage<'_>, (method, path, body): &Asked, role: &str, token: &str| -> Answer {
        let (path, body) = (stage.path(path), body(stage));
        match role {
            "customer" if body.is_null() => {
                let request = Request::builder().method(*method).uri(format!("/api/v1{path}"));
                doors.send(request.header("case-secret", &stage.case.secret).body(Body::empty()).unwrap())
            }
            "customer" => doors.own(method, &path, &stage.case.secret, &body),
            _ => doors.call(method, &path, token, &body),
        }
    };
    let row = |route: &Asked| {
        let (method, path, _) = route;
        let (mut stage, mut statuses) = (None, Vec::new());
        for (role, token) in ROLES.iter().zip(tokens) {
            let (now, before) = stage.get_or_insert_with(|| {
                let stage = Stage::set(doors, path, method, &tokens[4]);
                let before = stage.state();
                (stage, before)
            });
            let status = ask(now, route, role, token).status;
            if *method != "GET" && !status.is_success() {
                assert_eq!(now.state(), *before, "{method} {path} as {role}");
            } else if *method != "GET" {
                stage = None;
            }
            statuses.push(status.as_u16());
        }
        (format!("{method:<7}{}", without_query(path)), statuses)
    };
    rows("/api/v1", ROUTES.iter().map(row))
}

/// Compares a part of the table, by its head, with what is answered.
#[track_caller]
pub(crate) fn check(head: &str, found: &str) {
    let expected = EXPECTED.split("\n\n").find(|part| part.starts_with(head)).unwrap_or_default();
    assert!(expected.trim_end() == found.trim_end(), "roles.txt differs from what is answered:\n{found}");
}

pub(crate) fn told(office: &TestOffice, table: fn(&Doors<'_>, &[String]) -> String) -> String {
    let doors = Doors::of(office);
    table(&doors, &ROLES.map(|role| token(&doors, role)))
}

#[test]
fn every_role_is_answered_by_the_api_as_the_table_says_on_sqlite() {
    on_sqlite(|office| check("/api/v1", &told(office, api)));
}

#[test]
fn every_role_is_answered_by_the_api_as_the_table_says_on_postgres() {
    on_postgres(|office| check("/api/v1", &told(office, api)));
}

#[test]
fn no_route_is_missing_from_the_table() {
    let document: Value = serde_json::from_str(web::openapi()).unwrap();
    let mut offered = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let path = path.strip_prefix("/api/v1").unwrap_or(path);
        let methods = ["get", "put", "post", "delete", "patch"];
        offered.extend(
            methods.iter().filter(|m| item.get(m).is_some()).map(|m| format!("{} {path}", m.to_uppercase())),
        );
    }
    let tabled = |routes: &[Asked]| -> BTreeSet<String> {
        routes
            .iter()
            .filter(|(_, path, _)| *path != "/openapi.json")
            .map(|(m, p, _)| format!("{m} {}", without_query(p)))
            .collect()
    };
    assert_eq!(offered, tabled(&ROUTES));
    // The other doors write their routes out; a path that stands there stands in the table.
    let sources = [
        ("/open311/v2", include_str!("../../src/open311/mod.rs")),
        ("", include_str!("../../src/pages/mod.rs")),
        ("", include_str!("../../src/ops.rs")),
    ];
    let others = OTHERS.map(|(_, path)| path);
    for (below, source) in sources {
        for route in source.split(".route(\"").skip(1) {
            let path = format!("{below}{}", route.split('"').next().unwrap());
            // Its figures depend on what ran before, and everybody on the operator's network may read them.
            assert!(path == "/metrics" || others.contains(&path.as_str()), "{path}");
        }
    }
}
