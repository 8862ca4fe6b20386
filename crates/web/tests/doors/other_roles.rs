//! The doors besides the API, the portal and the desk, by every role.

use crate::common::{Doors, form};
use crate::roles::{check, rows, told};
use axum::body::Body;
use axum::http::{Request, header};
use testkit::both_engines;

/// The other doors: Open311, the pages, and what operators ask.
pub(crate) const OTHERS: [(&str, &str); 28] = [
    ("GET", "/open311/v2/discovery.xml"),
    ("GET", "/open311/v2/discovery.json"),
    ("GET", "/open311/v2/services.xml"),
    ("GET", "/open311/v2/services.json"),
    ("GET", "/open311/v2/services/{code}"),
    ("GET", "/open311/v2/requests.xml"),
    ("GET", "/open311/v2/requests.json"),
    ("POST", "/open311/v2/requests.xml"),
    ("POST", "/open311/v2/requests.json"),
    ("GET", "/open311/v2/requests.csv"),
    ("GET", "/open311/v2/requests/{id}"),
    ("GET", "/open311/v2/tokens/{token}"),
    ("GET", "/open311/v2/servicerequestupdates.xml"),
    ("GET", "/open311/v2/servicerequestupdates.json"),
    ("POST", "/open311/v2/servicerequestupdates.xml"),
    ("POST", "/open311/v2/servicerequestupdates.json"),
    ("GET", "/"),
    ("GET", "/about"),
    ("GET", "/scorecard"),
    ("GET", "/scorecard.csv"),
    ("GET", "/scorecard/offices.csv"),
    ("GET", "/scorecard.json"),
    ("GET", "/assets/{name}"),
    ("GET", "/manifest.webmanifest"),
    ("GET", "/style"),
    ("GET", "/sw.js"),
    ("GET", "/healthz"),
    ("GET", "/readyz"),
];

fn others(doors: &Doors<'_>, tokens: &[String]) -> String {
    let case = doors.office.resident("Mae Lee").reports("street-light-outages", "Dark.");
    let reference = case.reference.to_string();
    let css = doors.get("/").text;
    let asset = css.split("/assets/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let ask = |method: &str, path: &str, token: &str| {
        let path = path
            .replace("services/{code}", "services/street-light-outages.json")
            .replace("{id}", &format!("{reference}.json"))
            .replace("{token}", "00000000-0000-7000-8000-000000000000.json")
            .replace("{name}", &asset);
        let mut request = match (method, path.contains("updates")) {
            ("GET", _) => Request::get(&path).body(Body::empty()).unwrap(),
            (_, false) => {
                let fields = [("service_code", "street-light-outages"), ("lat", "42.3"), ("long", "-71.0")];
                form(&path, &[&fields[..], &[("api_key", token)]].concat(), None)
            }
            (_, true) => {
                let now = "2015-06-01T12:00:00Z";
                let fields = [
                    ("service_request_id", reference.as_str()),
                    ("update_id", "u-1"),
                    ("updated_datetime", now),
                    ("status", "open"),
                    ("description", "We looked."),
                    ("api_key", token),
                ];
                form(&path, &fields, None)
            }
        };
        if !token.is_empty() {
            request.headers_mut().insert(header::AUTHORIZATION, format!("Bearer {token}").parse().unwrap());
        }
        doors.send(request).status.as_u16()
    };
    let row = |(method, path): &(&str, &str)| {
        (format!("{method:<7}{path}"), tokens.iter().map(|token| ask(method, path, token)).collect())
    };
    rows("other doors", OTHERS.iter().map(row))
}

#[test]
fn every_role_is_answered_at_the_other_doors_as_the_table_says() {
    both_engines(|office| check("other doors", &told(office, others)));
}
