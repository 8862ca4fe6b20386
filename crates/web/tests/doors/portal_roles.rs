//! Every route of the portal by whoever may come: with a session or another's, with a token of the API, and from a page
//! of another site.

use crate::browser::Browser;
use crate::common::{Answer, Doors};
use crate::portal::{go_on, go_to};
use crate::portal_files::{removable, samples, shown};
use crate::roles::check;
use axum::body::Body;
use axum::http::{Request, header};
use testkit::{CaseHandle, TestOffice, on_postgres, on_sqlite};

/// Who comes. The last four hold the session; of them, all but the last send forms that the house did not write for it.
const ROLES: [&str; 8] =
    ["nobody", "stranger", "officer", "secret", "no-token", "other-origin", "other-site", "holder"];

/// A request of the portal: method, path, and the form.
type Asked = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// What the portal offers, in the order of a visit.
const ROUTES: [Asked; 74] = [
    ("GET", "/", &[]),
    ("GET", "/services", &[]),
    ("GET", "/services/{code}", &[]),
    ("GET", "/suggest", &[]),
    ("GET", "/life/{code}", &[]),
    ("GET", "/help/{code}", &[]),
    ("POST", "/help/{code}/feedback", &[("helped", "perhaps")]),
    ("GET", "/where", &[]),
    ("GET", "/districts.geojson", &[]),
    ("GET", "/ask/{service}", &[]),
    ("POST", "/ask/{service}", &[("pole-number", "7")]),
    ("POST", "/offline-drafts", &[("service", LIGHT), ("description", "Dark.")]),
    ("GET", "/asking/{id}", &[]),
    ("GET", "/asking/{id}/{step}", &[]),
    ("POST", "/asking/{id}/{step}", &[("description", "Other words.")]),
    ("GET", "/asking/{id}/files/{file}", &[]),
    ("GET", "/asking/{id}/later", &[]),
    ("POST", "/asking/{id}/later", &[("discard", "yes")]),
    ("GET", "/resume/{link}", &[]),
    ("POST", "/resume/{link}", &[]),
    ("GET", "/asking/{id}/done", &[]),
    ("POST", "/asking/{id}/check", &[]),
    ("GET", "/follow", &[]),
    ("POST", "/follow", &[("reference", "{reference}"), ("secret", "0000-0000-0000-0000")]),
    ("GET", "/follow/code", &[]),
    ("POST", "/follow/code", &[("email", "nobody")]),
    ("GET", "/follow/code/{id}", &[]),
    ("POST", "/follow/code/{id}", &[("code", "0")]),
    ("GET", "/cases/{reference}", &[]),
    ("GET", "/cases/{reference}/{act}", &[]),
    ("POST", "/cases/{reference}/message", &[("words", "Other words.")]),
    ("POST", "/cases/{reference}/contact", &[("email", "other@example.org")]),
    ("POST", "/cases/{reference}/complaint", &[]),
    ("POST", "/cases/{reference}/appeal", &[]),
    ("POST", "/cases/{reference}/rating", &[("score", "6")]),
    ("POST", "/cases/{reference}/reopening", &[]),
    ("POST", "/cases/{reference}/withdrawal", &[]),
    ("GET", "/cases/{reference}/files/{file}", &[]),
    ("GET", "/reports", &[]),
    ("GET", "/reports.json", &[]),
    ("GET", "/reports.rss", &[]),
    ("GET", "/reports/{reference}", &[]),
    ("GET", "/reports/{reference}/feed.rss", &[]),
    ("GET", "/reports/{reference}/pictures/{picture}", &[]),
    ("GET", "/reports/{reference}/follow", &[]),
    ("POST", "/reports/{reference}/follow", &[("email", "nobody")]),
    ("GET", "/following/{secret}", &[]),
    ("POST", "/following/{secret}", &[]),
    ("POST", "/following/{secret}/confirmation", &[]),
    ("GET", "/offices", &[]),
    ("GET", "/offices/{code}", &[]),
    ("POST", "/offices/{code}", &[("line", "permits"), ("language", "en")]),
    ("GET", "/visits/{secret}", &[]),
    ("GET", "/visits/{secret}/now", &[]),
    ("GET", "/visits/{secret}/{act}", &[]),
    ("POST", "/visits/{secret}/delay", &[("minutes", "5")]),
    ("GET", "/book", &[]),
    ("POST", "/book", &[("line", "permits"), ("office", "city-hall"), ("at", "never")]),
    ("GET", "/book/{id}", &[]),
    ("POST", "/book/{id}", &[("name", "Mae")]),
    ("GET", "/bookings/{secret}", &[]),
    ("GET", "/bookings/{secret}/times", &[]),
    ("POST", "/bookings/{secret}/times", &[("at", "2015-03-03T14:30:00Z")]),
    ("GET", "/bookings/{secret}/cancellation", &[]),
    ("POST", "/bookings/{secret}/cancellation", &[]),
    ("POST", "/bookings/{secret}/earlier", &[]),
    ("POST", "/bookings/{secret}/offer", &[("at", "2015-03-03T14:30:00Z")]),
    ("GET", "/bookings/{secret}/calendar.ics", &[]),
    ("GET", "/feedback", &[]),
    ("POST", "/feedback", &[("score", "6")]),
    ("GET", "/complaints", &[]),
    ("GET", "/accessibility", &[]),
    ("GET", "/translations", &[]),
    ("GET", "/offline", &[]),
];

const LIGHT: &str = "street-light-outages";

/// What the holder has begun and sent, and a stranger with a session and a case of their own.
struct Stage<'d> {
    doors: &'d Doors<'d>,
    holder: Browser<'d>,
    stranger: Browser<'d>,
    tokens: [String; 2],
    case: CaseHandle,
    asking: String,
    files: [String; 2],
    link: String,
    officer: &'d str,
}

impl<'d> Stage<'d> {
    fn set(doors: &'d Doors<'d>, officer: &'d str) -> Self {
        let (holder, stranger) = (Browser::of(doors, "en"), Browser::of(doors, "en"));
        let photo = samples::photo(64, 48, 1);
        let picture = [("files", "lamp.jpg", "image/jpeg", photo.as_slice())];
        let page = holder.upload(&go_to(&holder, LIGHT, ("photos", &[])), &[], &picture).is(200);
        let done = go_on(&holder, holder.get(page.at.rsplit_once('/').unwrap().0), ("done", &[]));
        let case =
            CaseHandle { reference: done.by_id("reference").parse().unwrap(), secret: done.by_id("secret") };
        let sent = shown(&holder.get(&format!("/cases/{}", case.reference)))[0].clone();
        let page = holder.upload(&go_to(&holder, LIGHT, ("photos", &[])), &[], &picture).is(200);
        let file = removable(&page)[0].clone();
        let asking = page.at.rsplit_once('/').unwrap().0.to_owned();
        go_on(&holder, holder.get(&asking), ("check", &[]));
        let left = holder.submit(&holder.get(&format!("{asking}/later")), &[]).is(200);
        let link = left.text.split("href=\"/resume/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        go_to(&stranger, LIGHT, ("done", &[]));
        let tokens = [&holder, &stranger].map(|browser| browser.get("/feedback").token());
        let files = [file, sent.rsplit('/').next().unwrap().to_owned()];
        Self { doors, holder, stranger, tokens, case, asking, files, link, officer }
    }

    fn path(&self, path: &str) -> String {
        let [unsent, sent] = &self.files;
        let code = if path.starts_with("/life") {
            "moving"
        } else if path.starts_with("/help") {
            "how-to-recycle"
        } else if path.starts_with("/offices") {
            "city-hall"
        } else {
            LIGHT
        };
        path.replace("/asking/{id}", &self.asking)
            .replace("{step}", "details")
            .replace("{act}", "message")
            .replace("{link}", &self.link)
            .replace("{id}", "00000000-0000-7000-8000-000000000000")
            .replace("{secret}", "0000-0000-0000-0000")
            .replace("{service}", LIGHT)
            .replace("{code}", code)
            .replace("{file}", if path.starts_with("/asking") { unsent } else { sent })
            .replace("{picture}", sent)
            .replace("{reference}", &self.case.reference.to_string())
    }

    /// A request as somebody sends it.
    fn request(&self, (method, path, form): &Asked, role: &str) -> Request<Body> {
        let mut request = Request::builder().method(*method).uri(self.path(path));
        request = match role {
            "officer" => request.header(header::AUTHORIZATION, format!("Bearer {}", self.officer)),
            "secret" => request.header("case-secret", &self.case.secret),
            "other-origin" => request.header(header::ORIGIN, "https://evil.example"),
            "other-site" => request.header("sec-fetch-site", "cross-site"),
            _ => request.header("sec-fetch-site", "same-origin"),
        };
        let [holder, stranger] = &self.tokens;
        let token = match role {
            "stranger" => stranger.as_str(),
            "no-token" => "",
            _ => holder.as_str(),
        };
        let pairs =
            form.iter().copied().chain([("token", token)]).map(|(name, value)| format!("{name}={value}"));
        let body = if *method == "POST" {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            Body::from(
                pairs.collect::<Vec<_>>().join("&").replace("{reference}", &self.case.reference.to_string()),
            )
        } else {
            Body::empty()
        };
        match role {
            "stranger" => self.stranger.request(request, body),
            "nobody" | "officer" | "secret" => {
                request.header(header::HOST, "desk.example").body(body).unwrap()
            }
            _ => self.holder.request(request, body),
        }
    }

    /// All that a form could change here.
    fn state(&self) -> (i64, String, usize, usize) {
        let office: &TestOffice = self.doors.office;
        let check = self.holder.get(&format!("{}/check", self.asking)).text;
        let cases = self.doors.get("/open311/v2/requests.json").json().as_array().unwrap().len();
        let feedback = office.read(&terms::Principal::house(), |tx, _| {
            Ok(records::feedback::pages(tx, jiff::Timestamp::UNIX_EPOCH, 10)?.len())
        });
        (office.house().revision(&self.case), check, cases, feedback.unwrap())
    }
}

/// A status, or `asks` where the answer is the page that asks for reference and secret.
fn cell(path: &str, answer: &Answer) -> String {
    let asks = path.starts_with("/cases") && answer.status == 200 && answer.text.contains("name=\"secret\"");
    if asks { "asks".to_owned() } else { answer.status.as_u16().to_string() }
}

/// The table of the portal as it is.
fn table(doors: &Doors<'_>) -> String {
    let officer = doors.officer("ruth");
    let shared = Stage::set(doors, &officer);
    let line = |route: &str, cells: &[String]| format!("{route:<46}{}\n", cells.join(" "));
    let mut text = line("the portal", &ROLES.map(ToOwned::to_owned));
    for asked in &ROUTES {
        let (method, path, _) = asked;
        let own = (*method == "POST").then(|| Stage::set(doors, &officer));
        let stage = own.as_ref().unwrap_or(&shared);
        let mut before = own.as_ref().map(Stage::state);
        let mut cells = Vec::new();
        for role in ROLES {
            let answer = doors.send(stage.request(asked, role));
            let cell = cell(path, &answer);
            // Whoever has a link may go on with what it leads to; all others change nothing of what the holder has.
            if own.is_some() && role == "stranger" && *path == "/resume/{link}" {
                before = own.as_ref().map(Stage::state);
            } else if own.is_some() && role != "holder" {
                assert_eq!(Some(stage.state()), before, "{method} {path} as {role}");
            }
            cells.push(format!("{cell:>0$}", role.len()));
        }
        text.push_str(&line(&format!("{method:<7}{path}"), &cells));
    }
    text
}

#[test]
fn every_role_is_answered_at_the_portal_as_the_table_says_on_sqlite() {
    on_sqlite(|office| check("the portal", &table(&Doors::of(office))));
}

#[test]
fn every_role_is_answered_at_the_portal_as_the_table_says_on_postgres() {
    on_postgres(|office| check("the portal", &table(&Doors::of(office))));
}

#[test]
fn no_route_of_the_portal_is_missing_from_the_table() {
    let source = include_str!("../../src/portal/mod.rs");
    let mut found = 0;
    for route in source.split(".route(\"").skip(1) {
        let path = route.split('"').next().unwrap();
        let handlers = route.split_once('\n').unwrap().0;
        for (method, call) in [("GET", "get("), ("POST", "post(")] {
            if !handlers.contains(call) {
                continue;
            }
            found += 1;
            let tabled = ROUTES.iter().any(|(tabled_method, tabled, _)| {
                let same = |(known, asked): (&str, &str)| {
                    known == asked || known.starts_with('{') && !asked.is_empty()
                };
                *tabled_method == method
                    && tabled.split('/').count() == path.split('/').count()
                    && path.split('/').zip(tabled.split('/')).all(same)
            });
            assert!(tabled, "{method} {path}");
        }
    }
    assert!(found > 35, "{found}");
}
