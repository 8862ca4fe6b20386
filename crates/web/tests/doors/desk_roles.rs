//! Every route of the desk by whoever may come: officers of each role, those of another agency, those who are not
//! signed in, and forms that this house did not write.

use crate::common::Answer;
use crate::desk_behalf::CALL;
use crate::desk_case::doors;
use crate::desk_stage::{House, Stage};
use crate::roles::check;
use axum::http::header;
use std::collections::BTreeSet;
use std::path::Path;
use testkit::{TestOffice, on_postgres, on_sqlite};

/// Who comes. The case is one of public works, and what officers keep for themselves is the specialist's; where another
/// agency is involved, it is transportation. The last three are the specialist, with forms from elsewhere.
const ROLES: [&str; 14] = [
    "nobody",
    "customer",
    "token",
    "clerk",
    "specialist",
    "supervisor",
    "other-agency",
    "involved",
    "contact-centre",
    "analyst",
    "administrator",
    "no-token",
    "other-origin",
    "other-site",
];
pub(crate) const LIGHT: &str = "street-light-outages";

/// A request of the desk: method, path, and the form.
pub(crate) type Asked = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const NOTHING: &[(&str, &str)] = &[];
const WORDS: &[(&str, &str)] = &[("words", "A crew comes.")];
const TEXT: &[(&str, &str)] = &[
    ("language", "en"),
    ("title", "Dark lamps"),
    ("body", "Call the company."),
    ("audience", "officers"),
    ("revision", "{read}"),
];
const WRITTEN: &[(&str, &str)] =
    &[("kind", "reply"), ("words", "A crew comes."), ("revision", "0"), ("base", "{revision}")];

/// What the desk offers, in the order of a day.
pub(crate) const ROUTES: &[Asked] = &[
    ("GET", "/desk/sign-in", NOTHING),
    ("POST", "/desk/sign-in", &[("code", "{role}"), ("password", "not the right words")]),
    ("GET", "/desk/password", NOTHING),
    (
        "POST",
        "/desk/password",
        &[("current", "not the right words"), ("new", "a new one of mine"), ("again", "a new one of mine")],
    ),
    ("GET", "/desk/sessions", NOTHING),
    ("POST", "/desk/sessions", &[("officer", "lee")]),
    ("GET", "/desk/shift", NOTHING),
    ("POST", "/desk/shift", &[("status", "serving"), ("channels", "web"), ("languages", "en")]),
    ("GET", "/desk/shift/end", NOTHING),
    ("POST", "/desk/shift/end", NOTHING),
    ("GET", "/desk/keys", NOTHING),
    ("POST", "/desk/keys", &[("shortcuts", "on")]),
    ("GET", "/desk", NOTHING),
    ("POST", "/desk/beside", &[("beside", "yes")]),
    ("GET", "/desk/go", NOTHING),
    ("GET", "/desk/search", NOTHING),
    ("GET", "/desk/suggest", NOTHING),
    ("GET", "/desk/references.json", NOTHING),
    ("GET", "/desk/live", NOTHING),
    ("POST", "/desk/views", &[("name", "Mine"), ("own", "1"), ("status", "open")]),
    ("POST", "/desk/views/{view}", &[("name", "Now yours")]),
    ("POST", "/desk/views/{view}/removal", NOTHING),
    ("POST", "/desk/columns", &[("view", "open"), ("column", "reference")]),
    ("GET", "/desk/approvals", NOTHING),
    ("GET", "/desk/bulk", NOTHING),
    ("POST", "/desk/bulk", &[("case", "{reference}"), ("act", "note"), ("note", "For colleagues.")]),
    ("GET", "/desk/bulk/{bulk}", NOTHING),
    ("POST", "/desk/bulk/{bulk}/start", NOTHING),
    ("POST", "/desk/bulk/{bulk}/undo", NOTHING),
    ("POST", "/desk/bulk/{bulk}/again", NOTHING),
    ("GET", "/desk/macros", NOTHING),
    ("POST", "/desk/macros", &[("name", "Note it"), ("note", "For colleagues.")]),
    ("POST", "/desk/macros/{macro}", &[("name", "Now yours"), ("note", "For colleagues.")]),
    ("POST", "/desk/macros/{macro}/removal", NOTHING),
    ("GET", "/desk/team", NOTHING),
    ("GET", "/desk/team.json", NOTHING),
    ("POST", "/desk/team/assignment", &[("reference", "{reference}"), ("officer", "dora")]),
    ("GET", "/desk/reception", NOTHING),
    ("POST", "/desk/reception", &[("office", "city-hall"), ("line", "permits"), ("language", "en")]),
    ("POST", "/desk/reception/bookings", &[("office", "city-hall"), ("said", "nobody")]),
    ("GET", "/desk/bookings", NOTHING),
    ("GET", "/desk/bookings/new", NOTHING),
    (
        "POST",
        "/desk/bookings/new",
        &[("line", "permits"), ("office", "city-hall"), ("at", "2015-03-03T15:00:00Z")],
    ),
    ("GET", "/desk/bookings/new/{hold}", NOTHING),
    ("POST", "/desk/bookings/new/{hold}", &[("name", "Mae Lee"), ("language", "en"), ("over", "phone")]),
    ("GET", "/desk/bookings/{booking}", NOTHING),
    ("GET", "/desk/bookings/{booking}/times", NOTHING),
    ("POST", "/desk/bookings/{booking}/times", &[("office", "city-hall"), ("at", "2015-03-03T18:00:00Z")]),
    ("GET", "/desk/bookings/{booking}/cancellation", NOTHING),
    ("POST", "/desk/bookings/{booking}/cancellation", NOTHING),
    ("GET", "/desk/counter", NOTHING),
    ("POST", "/desk/counter/seats", &[("office", "city-hall"), ("to", "{role}")]),
    ("POST", "/desk/counter/tickets", &[("office", "city-hall"), ("to", "permits"), ("language", "en")]),
    ("POST", "/desk/counter/departures", NOTHING),
    ("POST", "/desk/counter/calls", NOTHING),
    ("POST", "/desk/counter/corrections", NOTHING),
    ("POST", "/desk/counter/recalls", &[("visit", "00000000-0000-7000-8000-000000000000")]),
    ("POST", "/desk/counter/arrivals", &[("visit", "00000000-0000-7000-8000-000000000000")]),
    ("POST", "/desk/counter/no-shows", &[("visit", "00000000-0000-7000-8000-000000000000")]),
    ("POST", "/desk/counter/pauses", &[("visit", "00000000-0000-7000-8000-000000000000")]),
    ("POST", "/desk/counter/endings", &[("visit", "00000000-0000-7000-8000-000000000000")]),
    ("POST", "/desk/counter/choices", &[("visit", "00000000-0000-7000-8000-000000000000")]),
    (
        "POST",
        "/desk/counter/returns",
        &[("office", "city-hall"), ("visit", "00000000-0000-7000-8000-000000000000")],
    ),
    (
        "POST",
        "/desk/counter/transfers",
        &[("to", "counter:1"), ("visit", "00000000-0000-7000-8000-000000000000")],
    ),
    (
        "POST",
        "/desk/counter/additions",
        &[("to", "permits"), ("visit", "00000000-0000-7000-8000-000000000000")],
    ),
    (
        "POST",
        "/desk/counter/priorities",
        &[("office", "city-hall"), ("reason", "health"), ("visit", "00000000-0000-7000-8000-000000000000")],
    ),
    (
        "POST",
        "/desk/counter/call-backs",
        &[
            ("office", "city-hall"),
            ("phone", "617 555 0134"),
            ("visit", "00000000-0000-7000-8000-000000000000"),
        ],
    ),
    ("POST", "/desk/counter/put-downs", &[("case", "00000000-0000-7000-8000-000000000000")]),
    ("POST", "/desk/counter/kinds", &[("to", "both")]),
    ("POST", "/desk/counter/breaks", &[("to", "10")]),
    ("POST", "/desk/counter/presences", NOTHING),
    ("GET", "/desk/lobby", NOTHING),
    ("GET", "/desk/lobby/live/city-hall", NOTHING),
    ("POST", "/desk/lobby/closures", &[("office", "city-hall"), ("what", "permits")]),
    ("POST", "/desk/lobby/openings", &[("office", "city-hall"), ("what", "permits")]),
    ("POST", "/desk/lobby/announcements", &[("office", "city-hall"), ("what", "delay"), ("minutes", "10")]),
    ("POST", "/desk/lobby/silences", &[("office", "city-hall")]),
    ("POST", "/desk/lobby/emergencies", &[("office", "city-hall"), ("sure", "yes")]),
    ("POST", "/desk/lobby/reopenings", &[("office", "city-hall")]),
    ("POST", "/desk/lobby/releases", &[("office", "city-hall"), ("what", "9")]),
    ("GET", "/desk/articles", NOTHING),
    ("GET", "/desk/articles/new", NOTHING),
    ("POST", "/desk/articles", TEXT),
    ("POST", "/desk/articles/suggest", &[("case", "{reference}"), ("words", "lamp")]),
    ("GET", "/desk/articles/{article}", NOTHING),
    ("GET", "/desk/articles/{draft}", NOTHING),
    ("GET", "/desk/articles/{article}/particulars", NOTHING),
    (
        "POST",
        "/desk/articles/{article}/particulars",
        &[
            ("owner", "lee"),
            ("audience", "officers"),
            ("review-day", "2"),
            ("review-month", "3"),
            ("review-year", "2016"),
            ("revision", "{read}"),
        ],
    ),
    ("GET", "/desk/articles/{article}/texts/en", NOTHING),
    ("POST", "/desk/articles/{article}/texts/en", TEXT),
    ("POST", "/desk/articles/{article}/publication", &[("revision", "{read}")]),
    ("POST", "/desk/articles/{article}/retirement", &[("revision", "{read}")]),
    ("POST", "/desk/articles/{article}/review", &[("revision", "{read}")]),
    ("POST", "/desk/articles/{article}/line", &[("revision", "{read}"), ("on", "yes")]),
    ("POST", "/desk/articles/{article}/feedback", &[("helped", "yes")]),
    ("GET", "/desk/new", NOTHING),
    ("POST", "/desk/new", &[("service", LIGHT), ("over", "phone")]),
    ("GET", "/desk/new/{asking}", NOTHING),
    ("POST", "/desk/new/{asking}", &CALL),
    ("GET", "/desk/new/{asking}/check", NOTHING),
    ("POST", "/desk/new/{asking}/check", &[("consent", "yes"), ("revision", "{read}")]),
    ("GET", "/desk/new/{asking}/done", NOTHING),
    ("GET", "/desk/new/{asking}/files/00000000-0000-7000-8000-000000000000", NOTHING),
    ("POST", "/desk/new/{asking}/taking", NOTHING),
    ("POST", "/desk/new/{asking}/removal", NOTHING),
    ("GET", "/desk/compositions", NOTHING),
    ("GET", "/desk/cases/{reference}", NOTHING),
    ("GET", "/desk/cases/{reference}/files/{file}", NOTHING),
    ("POST", "/desk/cases/{reference}/presence", &[("doing", "viewing")]),
    ("POST", "/desk/cases/{reference}/customer", NOTHING),
    ("POST", "/desk/cases/{reference}/composition", WRITTEN),
    ("POST", "/desk/cases/{reference}/composition/kind", WRITTEN),
    ("POST", "/desk/cases/{reference}/composition/snippet", WRITTEN),
    ("POST", "/desk/cases/{reference}/composition/article", WRITTEN),
    ("POST", "/desk/cases/{reference}/composition/sending", WRITTEN),
    (
        "POST",
        "/desk/cases/{reference}/composition/later",
        &[
            ("kind", "reply"),
            ("words", "A crew comes."),
            ("revision", "0"),
            ("base", "{revision}"),
            ("send_at", "2015-03-03T09:00"),
        ],
    ),
    ("POST", "/desk/cases/{reference}/composition/thrown", WRITTEN),
    ("POST", "/desk/cases/{reference}/composition/undo", NOTHING),
    ("POST", "/desk/cases/{reference}/claim", &[("officer", "{me}")]),
    ("POST", "/desk/cases/{reference}/assignment", &[("officer", "dora")]),
    ("POST", "/desk/cases/{reference}/unassignment", NOTHING),
    ("POST", "/desk/cases/{reference}/going-on", NOTHING),
    ("POST", "/desk/cases/{reference}/transfer", &[("to", "transportation"), ("words", "A signal.")]),
    ("POST", "/desk/cases/{reference}/transfer-acceptance", NOTHING),
    ("POST", "/desk/cases/{reference}/transfer-return", WORDS),
    ("POST", "/desk/cases/{reference}/task", &[("agency", "transportation"), ("words", "Close the lane.")]),
    ("POST", "/desk/cases/{reference}/task-answer", &[("task", "{task}"), ("answer", "done")]),
    ("POST", "/desk/cases/{reference}/reopening", WORDS),
    ("POST", "/desk/cases/{reference}/rest", &[("until", "2015-03-20T10:00"), ("words", "The part comes.")]),
    ("POST", "/desk/cases/{reference}/waking", NOTHING),
    ("POST", "/desk/cases/{reference}/duplicate", &[("of", "{other}")]),
    ("GET", "/desk/cases/{reference}/merge", NOTHING),
    ("POST", "/desk/cases/{reference}/merge", &[("into", "{other}")]),
    ("POST", "/desk/cases/{reference}/unmerge", NOTHING),
    ("GET", "/desk/cases/{reference}/split", NOTHING),
    ("POST", "/desk/cases/{reference}/split", &[("contact", "{message}"), ("service", LIGHT)]),
    ("POST", "/desk/cases/{reference}/parent", &[("parent", "{other}")]),
    ("POST", "/desk/cases/{reference}/leaving", NOTHING),
    ("GET", "/desk/cases/{reference}/answers", NOTHING),
    (
        "POST",
        "/desk/cases/{reference}/answers",
        &[("form.pole-number", "12"), ("words", "The customer rang.")],
    ),
    ("POST", "/desk/cases/{reference}/place", &[("address", "12 Elm St"), ("words", "The customer rang.")]),
    (
        "POST",
        "/desk/cases/{reference}/service",
        &[("service", "street-light-knock-downs"), ("words", "Bent.")],
    ),
    ("POST", "/desk/cases/{reference}/offer", &[("remedy", "apology"), ("message", "We are sorry.")]),
    (
        "POST",
        "/desk/cases/{reference}/outcome-approval",
        &[("outcome", "done"), ("message", "New bulb."), ("words", "Look, please.")],
    ),
    (
        "POST",
        "/desk/cases/{reference}/decision",
        &[("approval", "{approval}"), ("answer", "approved"), ("words", "Read and weighed.")],
    ),
    ("GET", "/help/{code}", NOTHING),
    ("POST", "/help/{code}/feedback", &[("helped", "yes")]),
    ("POST", "/desk/sign-out", NOTHING),
];

/// A status, or `sign-in` where the answer leads to where officers sign in.
fn cell(answer: &Answer) -> String {
    let asks = answer.header(header::LOCATION).starts_with("/desk/sign-in?back");
    if asks { "sign-in".to_owned() } else { answer.status.as_u16().to_string() }
}

/// The table of the desk as it is. Whoever is refused changes nothing.
fn table(office: &TestOffice) -> String {
    let doors = doors(office);
    let mut house = House::open(&doors);
    let line = |route: &str, cells: &[String]| format!("{route:<55}{}\n", cells.join(" "));
    let mut text = line("the desk", &ROLES.map(|role| format!("{role:>7}")));
    for asked in ROUTES {
        let (method, path, _) = asked;
        let (mut stage, mut cells) = (None, Vec::new());
        for role in ROLES {
            let (now, before) = stage.get_or_insert_with(|| {
                let stage = Stage::set(&house, asked);
                let before = stage.state(office);
                (stage, before)
            });
            let answer = house.ask(now, asked, role);
            let cell = cell(&answer);
            let refused = cell == "sign-in" || answer.status.as_u16() >= 400;
            if *method == "POST" && refused {
                assert_eq!(now.state(office), *before, "{method} {path} as {role}");
            } else if *method == "POST" {
                stage = None;
            }
            // Whoever signed others out, or themselves, signs in again.
            if !refused && ["/desk/sign-out", "/desk/sessions"].contains(path) {
                house = House::open(&doors);
            }
            cells.push(format!("{cell:>0$}", role.len().max(7)));
        }
        let route = path.replace("00000000-0000-7000-8000-000000000000", "{file}");
        text.push_str(&line(&format!("{method:<7}{route}"), &cells));
    }
    // What was sent for later leaves.
    office.hours(72);
    text
}

#[test]
fn every_role_is_answered_at_the_desk_as_the_table_says_on_sqlite() {
    on_sqlite(|office| check("the desk", &table(office)));
}

#[test]
fn every_role_is_answered_at_the_desk_as_the_table_says_on_postgres() {
    on_postgres(|office| check("the desk", &table(office)));
}

/// Every file of a folder and below.
fn sources(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        if path.is_dir() { sources(&path) } else { vec![std::fs::read_to_string(path).unwrap()] }
    };
    entries.flat_map(read).collect()
}

/// The names that a source compares what stands in an address with, between two of its lines.
fn names(source: &str, (from, to): (&str, &str)) -> BTreeSet<String> {
    let part = source.split_once(from).unwrap().1.split_once(to).unwrap().0;
    let arms = part.lines().filter_map(|line| line.split_once("=>")).map(|(arm, _)| arm.trim());
    let quoted = |arm: &str| arm.split('"').skip(1).step_by(2).map(ToOwned::to_owned).collect::<Vec<_>>();
    arms.flat_map(quoted).collect()
}

#[test]
fn no_route_of_the_desk_is_missing_from_the_table() {
    let tabled: Vec<String> = ROUTES.iter().map(|(method, path, _)| format!("{method} {path}")).collect();
    let fits = |method: &str, path: &str| {
        let part =
            |(known, asked): (&str, &str)| known == asked || known.starts_with('{') && !asked.is_empty();
        tabled.iter().filter_map(|route| route.split_once(' ')).any(|(known, route)| {
            known == method
                && route.split('/').count() == path.split('/').count()
                && path.split('/').zip(route.split('/')).all(part)
        })
    };
    let mut found = 0;
    for source in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        for route in source.split(".route(").skip(1) {
            let (path, handlers) = route.trim_start().trim_start_matches('"').split_once('"').unwrap();
            let handlers = handlers.split("\n        .").next().unwrap().split("\n}").next().unwrap();
            if !path.starts_with("/desk") {
                continue;
            }
            for (method, call) in [("GET", "get("), ("POST", "post(")] {
                if handlers.contains(call) {
                    found += 1;
                    assert!(fits(method, path), "{method} {path}");
                }
            }
        }
    }
    assert!(found > 60, "{found}");
    // What a part of an address may be stands in the sources too.
    let acts = names(include_str!("../../src/desk/case/wanted.rs"), ("fn wanted(", "\nfn answer"));
    let articles = names(include_str!("../../src/desk/articles/show.rs"), ("fn act(", "\nasync fn perform"));
    let steps = include_str!("../../src/desk/case/compose.rs");
    let steps = steps.split_once("if ![").unwrap().1.split_once(']').unwrap().0;
    let steps: Vec<String> = steps.split('"').skip(1).step_by(2).map(ToOwned::to_owned).collect();
    assert!(acts.len() > 20 && articles.len() > 4 && steps.len() > 4, "{acts:?} {articles:?} {steps:?}");
    let below = [("cases/{reference}", acts), ("articles/{article}", articles)];
    for (at, name) in below.iter().flat_map(|(at, names)| names.iter().map(move |name| (at, name))) {
        assert!(tabled.contains(&format!("POST /desk/{at}/{name}")), "{at}: {name}");
    }
    let (counter, lobby) =
        (include_str!("../../src/desk/counter.rs"), include_str!("../../src/desk/lobby.rs"));
    for (page, source, fewest) in [("counter", counter, 10), ("lobby", lobby, 6)] {
        let deeds = source.split_once("const DEEDS").unwrap().1.split_once("];").unwrap().0;
        let deeds: Vec<&str> = deeds.split('"').skip(1).step_by(2).collect();
        assert!(deeds.len() > fewest, "{deeds:?}");
        for deed in deeds {
            assert!(tabled.contains(&format!("POST /desk/{page}/{deed}")), "{deed}");
        }
    }
    for step in steps {
        assert!(tabled.contains(&format!("POST /desk/cases/{{reference}}/composition/{step}")), "{step}");
    }
}
