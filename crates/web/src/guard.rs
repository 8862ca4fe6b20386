//! What happens to every request before and after its handler: bounds, headers, figures and logs.

use crate::pages::Visitor;
use crate::problem::Problem;
use crate::{App, open311, pages, tiles};
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

/// Which door a request came to; each refuses in its own format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// Open311.
    Open311,
    /// The REST API.
    Api,
    /// Pages for people.
    Pages,
}

impl Door {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Open311 => "open311",
            Self::Api => "api",
            Self::Pages => "pages",
        }
    }

    /// A refusal in the door's own format.
    pub(crate) fn refuse(self, app: &App, visitor: &Visitor, problem: Problem) -> Response {
        match self {
            Self::Open311 => open311::refuse(visitor.path(), &problem),
            Self::Api => problem.into_response(),
            Self::Pages => pages::refuse(app, visitor, &problem),
        }
    }
}

#[derive(Clone)]
pub(crate) struct Guarded {
    pub(crate) app: App,
    pub(crate) door: Door,
}

/// The address that calls, if the server knows it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CallerAddress(pub(crate) Option<IpAddr>);

const HEADERS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
    ),
];

/// What a page may load: from our own origin only, and pictures of maps from where the operator says.
pub(crate) fn content_policy(tiles: Option<&str>) -> String {
    let tiles = tiles.and_then(tiles::origin).map(|origin| format!(" {origin}")).unwrap_or_default();
    format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:{tiles}; connect-src 'self'; \
         media-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default"
    )
}

/// Lets a request through to its handler, in its turn and in time.
pub(crate) async fn guard(State(guarded): State<Guarded>, mut request: Request, next: Next) -> Response {
    let Guarded { app, door } = guarded;
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let method = request.method().clone();
    let visitor = Visitor::of(request.uri(), request.headers());
    let began = tokio::time::Instant::now();
    let address = caller_address(&app, &request);
    request.extensions_mut().insert(CallerAddress(address));

    let reads = method == Method::GET || method == Method::HEAD;
    let turns = if reads { &app.reads } else { &app.writes };
    let mut response = match turns.try_acquire() {
        // No text has it, and PostgreSQL takes none that does.
        Ok(_) if holds_nul(request.uri()) => {
            door.refuse(&app, &visitor, Problem::malformed("the address holds a NUL; leave it out"))
        }
        Err(_) => door.refuse(&app, &visitor, Problem::busy(1)),
        Ok(_turn) => match tokio::time::timeout(patience(&app, &request), next.run(request)).await {
            Ok(response) => response,
            Err(_) => door.refuse(&app, &visitor, Problem::busy(2)),
        },
    };
    protect(&app, &mut response);
    note(door, &method, &route, response.status(), began.elapsed().as_secs_f64());
    response
}

/// Files come slowly over a phone's connection; everything else is short.
fn patience(app: &App, request: &Request) -> Duration {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let files = kind.is_some_and(|kind| kind.to_ascii_lowercase().starts_with("multipart/form-data"));
    if files { app.settings.upload_patience } else { app.settings.patience }
}

fn holds_nul(uri: &Uri) -> bool {
    uri.path_and_query().is_some_and(|address| address.as_str().contains("%00"))
}

/// Says what a browser must not do with an answer, whatever it holds.
pub(crate) fn protect(app: &App, response: &mut Response) {
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert_with(|| app.content_policy.clone());
}

/// Figures and a line in the log; neither holds anything about anybody.
fn note(door: Door, method: &Method, route: &str, status: StatusCode, seconds: f64) {
    let class = match status.as_u16() {
        100..=299 => "2xx",
        300..=399 => "3xx",
        400..=499 => "4xx",
        _ => "5xx",
    };
    metrics::counter!("rotunda_requests_total", "door" => door.as_str(), "status" => class).increment(1);
    metrics::histogram!("rotunda_request_seconds", "door" => door.as_str()).record(seconds);
    let status = status.as_u16();
    match class {
        "5xx" => tracing::warn!(door = door.as_str(), %method, route, status, seconds, "refused"),
        "4xx" => tracing::info!(door = door.as_str(), %method, route, status, seconds, "refused"),
        _ => tracing::debug!(door = door.as_str(), %method, route, status, seconds, "answered"),
    }
}

fn caller_address(app: &App, request: &Request) -> Option<IpAddr> {
    let direct = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    if !app.settings.trust_proxy {
        return direct;
    }
    // The last address is the one that our own proxy saw.
    let forwarded = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok());
    forwarded.and_then(|list| list.rsplit(',').next()?.trim().parse().ok()).or(direct)
}

/// Nothing is at this address.
pub(crate) async fn nothing_here(State(app): State<App>, request: Request) -> Response {
    let problem = Problem::not_found("address");
    door_of(&request).refuse(&app, &Visitor::of(request.uri(), request.headers()), problem)
}

/// Something is here, but not for this method.
pub(crate) async fn not_this_way(State(app): State<App>, request: Request) -> Response {
    let detail = format!("{} is not understood here", request.method());
    let problem = Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method", "Not this way", detail);
    door_of(&request).refuse(&app, &Visitor::of(request.uri(), request.headers()), problem)
}

/// The door of a request inside a nested router, whose paths have lost their beginning.
fn door_of(request: &Request) -> Door {
    let whole = request
        .extensions()
        .get::<axum::extract::OriginalUri>()
        .map_or(request.uri().path(), |uri| uri.path());
    if whole.starts_with("/open311/") {
        Door::Open311
    } else if whole.starts_with("/api/") {
        Door::Api
    } else {
        Door::Pages
    }
}

#[cfg(test)]
mod tests {
    use super::content_policy;

    #[test]
    fn pictures_of_maps_come_from_where_the_operator_says_and_from_nowhere_else() {
        assert!(content_policy(None).contains("img-src 'self' data:;"));
        let tiled = content_policy(Some("https://tiles.example:8080/{z}/{x}/{y}.png"));
        assert!(tiled.contains("img-src 'self' data: https://tiles.example:8080;"), "{tiled}");
        for policy in [content_policy(None), tiled] {
            assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        }
    }
}
