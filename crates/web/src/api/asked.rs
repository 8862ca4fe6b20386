//! What whoever calls may offer, and what is asked of them.

use super::body::named;
use super::cases::holder;
use super::catalogue::language;
use crate::App;
use crate::caller::{AcceptedLanguage, Caller};
use crate::problem::Problem;
use axum::Json;
use axum::extract::{Path, State};
use jiff::Timestamp;
use office::authority::{self, Offerable};
use office::city::Unit;
use office::desk::{self, Asked, AskedOf};
use serde::Serialize;
use terms::{Channel, Purpose, Reference};
use utoipa::ToSchema;

/// Something that can be offered in a case.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OfferableView {
    remedy: String,
    name: String,
    /// What the officer has to do.
    instructions: String,
    /// `none`, `money` or `working-days`.
    unit: String,
    /// What money is counted in.
    currency: Option<String>,
    /// Whether whoever calls may offer it alone.
    alone: bool,
    /// How much of it they may offer alone.
    up_to: Option<i64>,
}

/// Something that is asked of an officer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AskedView {
    reference: String,
    /// `approval`, `about-to-break`, `broken`, `reply-about-to-break`, `reply-broken` or `not-answered`.
    kind: String,
    at: Timestamp,
    approval: Option<ApprovalView>,
}

/// A question to a superior.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ApprovalView {
    id: String,
    remedy: Option<String>,
    amount: Option<i64>,
    outcome: Option<String>,
    /// What the customer is told once it is approved.
    message: String,
    asked_by: String,
    officer: String,
    asked_at: Timestamp,
    due_at: Option<Timestamp>,
    /// `asked`, `approved` or `refused`.
    state: String,
}

impl ApprovalView {
    pub(crate) fn of(approval: &records::approvals::Approval) -> Self {
        Self {
            id: approval.id.to_string(),
            remedy: approval.remedy.as_ref().map(ToString::to_string),
            amount: approval.amount,
            outcome: approval.outcome.as_ref().map(ToString::to_string),
            message: approval.message.clone(),
            asked_by: approval.asked_by.to_string(),
            officer: approval.officer.to_string(),
            asked_at: approval.asked_at,
            due_at: approval.due_at,
            state: approval.state.clone(),
        }
    }
}

/// What may be offered in a case, with how much of it whoever calls may decide alone.
#[utoipa::path(get, path = "/cases/{reference}/offers", tag = "casework", params(("reference" = String, Path)),
    responses((status = 200, body = Vec<OfferableView>)))]
pub(crate) async fn offers(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    accepted: AcceptedLanguage,
) -> Result<Json<Vec<OfferableView>>, Problem> {
    let reference: Reference = named(&reference, "case")?;
    let who = holder(&app, &caller, reference).await?;
    let act = app.office.act(who, Channel::Api, Purpose::Service);
    let found = app.office.read(act, move |tx, act| authority::offers(tx, act, &reference)).await?;
    let tag = language(&app.office.city, &accepted).tag();
    let authority = &app.office.city.authority;
    let view = |offerable: &Offerable| {
        let remedy = authority.remedies.get(&offerable.remedy)?;
        let unit = match remedy.unit {
            Unit::None => "none",
            Unit::Money => "money",
            Unit::WorkingDays => "working-days",
        };
        Some(OfferableView {
            remedy: remedy.code.to_string(),
            name: remedy.name.text(tag).to_owned(),
            instructions: remedy.instructions.text(tag).to_owned(),
            unit: unit.to_owned(),
            currency: (remedy.unit == Unit::Money).then(|| authority.currency.clone()),
            alone: offerable.up_to.is_some(),
            up_to: offerable.up_to.filter(|_| remedy.unit != Unit::None),
        })
    };
    Ok(Json(found.iter().filter_map(view).collect()))
}

/// What is asked of the officer who calls.
#[utoipa::path(get, path = "/asked-of-me", tag = "casework", responses((status = 200, body = Vec<AskedView>)))]
pub(crate) async fn asked_of_me(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<Vec<AskedView>>, Problem> {
    if !super::views::is_staff(&caller.who) {
        return Err(Problem::unauthorized("what is asked belongs to a token's holder; send yours"));
    }
    let act = caller.act(&app, Channel::Api, Purpose::Service);
    let asked = app.office.read(act, desk::asked_of_me).await?;
    let view = |asked: &AskedOf| {
        let (kind, approval) = match &asked.what {
            Asked::Approval(approval) => ("approval".to_owned(), Some(ApprovalView::of(approval))),
            Asked::Pressing(why) => (why.to_string(), None),
        };
        AskedView { reference: asked.case.reference.to_string(), kind, at: asked.at, approval }
    };
    Ok(Json(asked.iter().map(view).collect()))
}
