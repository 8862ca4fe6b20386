//! A customer's record. Each look at it leaves an event that the customer can read.

use super::body::{Query, named};
use super::catalogue::word;
use super::views::{CaseView, LookView};
use crate::App;
use crate::caller::Caller;
use crate::problem::Problem;
use axum::Json;
use axum::extract::{Path, State};
use office::customers;
use serde::{Deserialize, Serialize};
use terms::{Channel, CustomerId};
use utoipa::{IntoParams, ToSchema};

/// Why the record is looked at.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct LookQuery {
    /// `service`, `supervision` or `audit`, and true.
    #[param(pattern = "^(service|supervision|audit)$", example = "service")]
    purpose: String,
}

/// A customer's record.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecordView {
    id: String,
    kind: String,
    name: Option<String>,
    language: Option<String>,
    contact_points: Vec<ContactPointView>,
    /// Their cases that whoever looks may see, the newest first.
    cases: Vec<CaseView>,
    /// Who looked at the record, the latest first.
    looks: Vec<LookView>,
}

/// A way of reaching a customer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ContactPointView {
    kind: String,
    value: String,
    verified: bool,
}

/// Looks at a customer's record.
#[utoipa::path(get, path = "/customers/{id}", tag = "customers", params(("id" = String, Path), LookQuery),
    responses((status = 200, body = RecordView)))]
pub(crate) async fn look(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    Query(query): Query<LookQuery>,
) -> Result<Json<RecordView>, Problem> {
    let (id, purpose) = (named::<CustomerId>(&id, "customer")?, word(&query.purpose, "purpose")?);
    let act = caller.act(&app, Channel::Api, purpose);
    let record = app.office.write(act, move |tx, act| customers::look(tx, act, id, None)).await?;
    let point = |point: &terms::ContactPoint| ContactPointView {
        kind: point.kind.to_string(),
        value: point.value.clone(),
        verified: point.verified,
    };
    Ok(Json(RecordView {
        id: record.customer.id.to_string(),
        kind: record.customer.kind.to_string(),
        name: record.customer.name,
        language: record.customer.language,
        contact_points: record.contact_points.iter().map(point).collect(),
        cases: record.cases.iter().map(|case| CaseView::of(&app.office.city, &caller.who, case)).collect(),
        looks: record.looks.iter().filter_map(LookView::of).collect(),
    }))
}
