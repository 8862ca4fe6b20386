//! The doors of a test: requests go straight to the router, answers come back whole.

use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use http_body_util::BodyExt;
use metrics_exporter_prometheus::PrometheusBuilder;
use office::Office;
use office::tokens::{self, NewToken};
use serde_json::Value;
use terms::{AgencyCode, Channel, OfficerCode, Principal, ScopeName};
use testkit::TestOffice;
use tower::ServiceExt;
use web::{App, Settings};

/// The doors of an office.
pub(crate) struct Doors<'t> {
    pub(crate) office: &'t TestOffice,
    pub(crate) app: App,
    router: axum::Router,
}

/// An answer, whole.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    /// What it holds, if that is text.
    pub(crate) text: String,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    #[track_caller]
    pub(crate) fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self
    }

    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl<'t> Doors<'t> {
    pub(crate) fn of(office: &'t TestOffice) -> Self {
        Self::with(office, Settings::default())
    }

    /// The doors of an office out of which no mail leaves.
    pub(crate) fn without_mail(office: &'t TestOffice) -> Self {
        let mut closed = office.office.clone();
        closed.post = None;
        Self::over(office, closed, Settings::default())
    }

    pub(crate) fn with(office: &'t TestOffice, settings: Settings) -> Self {
        Self::over(office, office.office.clone(), settings)
    }

    fn over(office: &'t TestOffice, inside: Office, settings: Settings) -> Self {
        // A recorder that nobody installed counts nothing, and does not mind how many there are.
        let metrics = PrometheusBuilder::new().build_recorder().handle();
        let changeset = office.office.now();
        let app = App::new(inside, settings, metrics, changeset);
        Self { office, router: web::router(&app), app }
    }

    /// A token with scopes, for an officer or an agency if named.
    pub(crate) fn token(&self, scopes: &[ScopeName], officer: Option<&str>, agency: Option<&str>) -> String {
        let new = NewToken {
            name: "test".to_owned(),
            scopes: scopes.to_vec(),
            officer: officer.map(OfficerCode::new),
            agency: agency.map(AgencyCode::new),
            expires_at: None,
        };
        let made = self
            .office
            .write(&Principal::house(), Channel::House, move |tx, act| tokens::create(tx, act, &new));
        made.unwrap().1
    }

    pub(crate) fn open311_key(&self) -> String {
        self.token(&[ScopeName::Open311], None, None)
    }

    /// A token that opens everything that the officer may do.
    pub(crate) fn officer(&self, code: &str) -> String {
        let all = ScopeName::ALL.to_vec();
        self.token(&all, Some(code), None)
    }

    pub(crate) fn send(&self, request: Request<Body>) -> Answer {
        self.office.block_on(async {
            let response: Response<Body> = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = body.collect().await.unwrap().to_bytes();
            answer(parts, bytes.to_vec())
        })
    }

    /// Sends requests at the same time.
    pub(crate) fn send_all(&self, requests: Vec<Request<Body>>) -> Vec<Answer> {
        self.office.block_on(async {
            let mut sent = tokio::task::JoinSet::new();
            for request in requests {
                let router = self.router.clone();
                sent.spawn(async move {
                    let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
                    answer(parts, body.collect().await.unwrap().to_bytes().to_vec())
                });
            }
            sent.join_all().await
        })
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap())
    }

    /// Only what is said about it, which suits pictures.
    pub(crate) fn head(&self, path: &str) -> Answer {
        self.send(Request::head(path).body(Body::empty()).unwrap())
    }

    /// A form, as Open311 wants it.
    pub(crate) fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(form(path, fields, None))
    }

    /// A call of the API: a method, a path, who calls, and a body.
    pub(crate) fn call(&self, method: &str, path: &str, token: &str, body: &Value) -> Answer {
        let mut request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        if !token.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let body = if body.is_null() {
            Body::empty()
        } else {
            request = request.header(header::CONTENT_TYPE, "application/json");
            Body::from(body.to_string())
        };
        self.send(request.body(body).unwrap())
    }

    /// A call by whoever knows a case's secret.
    pub(crate) fn own(&self, method: &str, path: &str, secret: &str, body: &Value) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header("case-secret", secret)
            .header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap())
    }
}

fn answer(parts: axum::http::response::Parts, bytes: Vec<u8>) -> Answer {
    let text = String::from_utf8(bytes.clone()).unwrap_or_default();
    Answer { status: parts.status, headers: parts.headers, text, bytes }
}

/// A form as a request, with an idempotency key or not.
pub(crate) fn form(path: &str, fields: &[(&str, &str)], key: Option<&str>) -> Request<Body> {
    let encode = |text: &str| text.bytes().fold(String::new(), |text, byte| text + &format!("%{byte:02X}"));
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(key) = key {
        request = request.header("idempotency-key", key);
    }
    request.body(Body::from(pairs.join("&"))).unwrap()
}
