//! GeoReport Bulk: every public request as CSV, written as it is read.

use super::{Faults, entries, public_act, refuse};
use crate::App;
use crate::csv;
use crate::fields::of_query;
use crate::problem::Problem;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use channels::open311::{Fault, RequestEntry, instant};
use jiff::Timestamp;
use records::cases::{self, Filter, LARGEST_PAGE, PublicCase};
use terms::{CaseId, Status};
use tokio::sync::mpsc;

const HEADER: &str = "service_request_id,requested_datetime,updated_datetime,closed_date,status_description,\
status_notes,source,service_name,service_subtype,description,agency_responsible,address,lat,long\r\n";

/// `GET requests.csv?start_date&end_date`, newest first, all that there is where no dates are given.
pub(crate) async fn all(State(app): State<App>, request: Request) -> Response {
    let span = match span(request.uri().query()) {
        Ok(span) => span,
        Err(faults) => {
            let problem =
                Problem::malformed(faults.faults.first().map_or("", |fault: &Fault| &fault.description));
            return refuse(request.uri().path(), &problem);
        }
    };
    let (send, mut receive) = mpsc::channel(2);
    tokio::spawn(write(app, span, send));
    let stream = Body::from_stream(futures_stream(move |context| receive.poll_recv(context)));
    (StatusCode::OK, [(header::CONTENT_TYPE, "text/csv; charset=utf-8")], stream).into_response()
}

/// Writes page after page for as long as somebody reads.
async fn write(app: App, span: Span, to: mpsc::Sender<Result<Bytes, std::io::Error>>) {
    let mut after = None;
    let _ = to.send(Ok(Bytes::from_static(HEADER.as_bytes()))).await;
    loop {
        match page(&app, span, after).await {
            Ok((text, last)) => {
                if to.send(Ok(Bytes::from(text))).await.is_err() || last.is_none() {
                    return;
                }
                after = last;
            }
            Err(refusal) => {
                // The status is long sent; a body that breaks off is how the reader learns of it.
                let _ = to.send(Err(std::io::Error::other(refusal.to_string()))).await;
                return;
            }
        }
    }
}

type Span = (Option<Timestamp>, Option<Timestamp>);
type Last = Option<(Timestamp, CaseId)>;

fn span(query: Option<&str>) -> Result<Span, Faults> {
    let fields = of_query(query)?;
    let given = |name: &str| {
        let found = fields.iter().find(|(key, value)| key == name && !value.trim().is_empty());
        found.map(|(_, value)| instant(name, value.trim())).transpose()
    };
    Ok((given("start_date")?, given("end_date")?))
}

async fn page(app: &App, (from, to): Span, after: Last) -> Result<(String, Last), office::Refusal> {
    let filter = Filter { from, to, after, limit: LARGEST_PAGE, ..Filter::default() };
    let found = app
        .office
        .read(public_act(app), move |tx, act| Ok(cases::list_public(tx, &act.public_scope(), &filter)?));
    let found = found.await?;
    let whole = found.len() == usize::try_from(LARGEST_PAGE).unwrap_or(usize::MAX);
    let last = found.last().filter(|_| whole).map(|case| (case.state.opened_at, case.id));
    Ok((found.into_iter().map(|case| line(app, case)).collect(), last))
}

fn line(app: &App, case: PublicCase) -> String {
    let closed = case.state.closure.as_ref().map(|closure| entries::instant(app, closure.at));
    let status = match (case.state.status, &case.state.closure) {
        (Status::Closed, Some(closure)) => closure.outcome.to_string(),
        (status, _) => status.to_string(),
    };
    let source = case.state.channel.to_string();
    let RequestEntry {
        id,
        requested_at,
        updated_at,
        status_notes,
        service_name,
        description,
        agency_responsible,
        address,
        position,
        ..
    } = entries::entry(app, case);
    let degrees = |of: fn((f64, f64)) -> f64| position.map(|at| of(at).to_string()).unwrap_or_default();
    let cells = [
        id,
        requested_at,
        updated_at,
        closed.unwrap_or_default(),
        status,
        status_notes.unwrap_or_default(),
        source,
        service_name,
        String::new(),
        description.unwrap_or_default(),
        agency_responsible,
        address.unwrap_or_default(),
        degrees(|(lat, _)| lat),
        degrees(|(_, long)| long),
    ];
    let quoted: Vec<String> = cells.iter().map(|cell| csv::quote(cell)).collect();
    quoted.join(",") + "\r\n"
}

/// A stream from a function that is polled.
fn futures_stream<T, F>(poll: F) -> impl futures_core::Stream<Item = T>
where
    F: FnMut(&mut std::task::Context<'_>) -> std::task::Poll<Option<T>> + Unpin,
{
    struct Polled<F>(F);
    impl<T, F> futures_core::Stream for Polled<F>
    where
        F: FnMut(&mut std::task::Context<'_>) -> std::task::Poll<Option<T>> + Unpin,
    {
        type Item = T;
        fn poll_next(
            mut self: std::pin::Pin<&mut Self>,
            context: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<T>> {
            (self.0)(context)
        }
    }
    Polled(poll)
}
