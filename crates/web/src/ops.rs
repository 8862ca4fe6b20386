//! For those who keep it running: is it alive, can it take requests, and how is it doing?

use crate::App;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use records::{health, jobs};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/healthz", get(alive)).route("/readyz", get(ready)).route("/metrics", get(figures))
}

/// The process lives.
async fn alive() -> &'static str {
    "alive\n"
}

/// It can take requests: it is not stopping, and the database answers.
async fn ready(State(app): State<App>) -> Response {
    let answers = app.office.read(app.office.house_act(), |tx, _| Ok(health::ping(tx)?)).await;
    match answers {
        Ok(()) if !app.is_stopping() => "ready\n".into_response(),
        _ => (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "1")], "not ready\n").into_response(),
    }
}

/// Figures for Prometheus. They name nobody.
async fn figures(State(app): State<App>) -> Response {
    let counted = app.office.read(app.office.house_act(), |tx, _| Ok(jobs::count(tx)?)).await;
    for (class, state, count) in counted.unwrap_or_default() {
        #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
        metrics::gauge!("rotunda_jobs", "class" => class, "state" => state).set(count as f64);
    }
    #[expect(clippy::cast_precision_loss, reason = "permits are few")]
    metrics::gauge!("rotunda_writes_in_flight")
        .set((app.settings.writes_at_once - app.writes.available_permits()) as f64);
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], app.metrics.render()).into_response()
}
