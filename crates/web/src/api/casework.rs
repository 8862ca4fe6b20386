//! What else can be done to cases: put together and taken apart, corrected, rested, offered and approved.

use super::acts::{Answer, On, RevisionQuery};
use super::body::{Body, Query, named};
use super::cases::{person, place};
use super::wire::Done;
use super::wire_casework::{
    ApprovalAnswerBody, CorrectionBody, MergedInto, NewApprovalBody, NewOfferBody, NewSplitBody, ParentBody,
    Snooze,
};
use crate::App;
use crate::caller::Caller;
use crate::problem::Problem;
use axum::extract::{Path, State};
use office::authority::{self, NewApproval, NewOffer, Wanted};
use office::cases::{self, Corrected, NewSplit};
use office::{Refusal, Verb};
use terms::{ApprovalId, OutcomeCode, Reference, RemedyCode, ServiceCode};

/// Lets a case go on as another one of the same customer.
#[utoipa::path(put, path = "/cases/{reference}/merged-into", tag = "casework", params(("reference" = String, Path)),
    request_body = MergedInto, responses((status = 200, body = Done)))]
pub(crate) async fn merge(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<MergedInto>,
) -> Answer {
    let (revision, into) = (body.value.revision, other("into", &body.value.into)?);
    On { app: &app, caller, reference, raw: &body.raw, words: None }
        .lets(move |tx, act, reference| cases::merge(tx, act, reference, revision, &into))
        .await
}

/// Takes a merged case out again, while nothing depends on it.
#[utoipa::path(delete, path = "/cases/{reference}/merged-into", tag = "casework",
    params(("reference" = String, Path), RevisionQuery), responses((status = 200, body = Done)))]
pub(crate) async fn unmerge(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    Query(query): Query<RevisionQuery>,
) -> Answer {
    On { app: &app, caller, reference, raw: b"", words: None }
        .lets(move |tx, act, reference| cases::unmerge(tx, act, reference, query.revision))
        .await
}

/// Makes a case of its own of some messages; `other` in the answer is its reference.
#[utoipa::path(post, path = "/cases/{reference}/splits", tag = "casework", params(("reference" = String, Path)),
    request_body = NewSplitBody, responses((status = 200, body = Done)))]
pub(crate) async fn split(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<NewSplitBody>,
) -> Answer {
    let NewSplitBody { revision, contacts, service, person: by } = body.value;
    let contacts = contacts.iter().map(|id| named(id, "message")).collect::<Result<Vec<_>, _>>()?;
    let new = NewSplit { contacts, service, person: by.map(person) };
    On { app: &app, caller, reference, raw: &body.raw, words: None }
        .lets_done(move |tx, act, reference| {
            let (case, split) = cases::split(tx, act, reference, revision, &new)?;
            Ok(Done { other: Some(split.reference.to_string()), ..Done::of(&case) })
        })
        .await
}

/// Lets a case be answered with a parent.
#[utoipa::path(put, path = "/cases/{reference}/parent", tag = "casework", params(("reference" = String, Path)),
    request_body = ParentBody, responses((status = 200, body = Done)))]
pub(crate) async fn put_under(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<ParentBody>,
) -> Answer {
    let (revision, parent) = (body.value.revision, other("parent", &body.value.parent)?);
    On { app: &app, caller, reference, raw: &body.raw, words: None }
        .lets(move |tx, act, reference| cases::put_under(tx, act, reference, revision, &parent))
        .await
}

/// Lets a case be answered on its own again.
#[utoipa::path(delete, path = "/cases/{reference}/parent", tag = "casework",
    params(("reference" = String, Path), RevisionQuery), responses((status = 200, body = Done)))]
pub(crate) async fn take_out(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    Query(query): Query<RevisionQuery>,
) -> Answer {
    On { app: &app, caller, reference, raw: b"", words: None }
        .lets(move |tx, act, reference| cases::take_out(tx, act, reference, query.revision))
        .await
}

/// Corrects the answers, the place or the service of a case: one of them at a time.
#[utoipa::path(post, path = "/cases/{reference}/corrections", tag = "casework", params(("reference" = String, Path)),
    request_body = CorrectionBody, responses((status = 200, body = Done)))]
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<CorrectionBody>,
) -> Answer {
    let (revision, words) = (body.value.revision, body.value.words.clone());
    let what = corrected(body.value)?;
    On { app: &app, caller, reference, raw: &body.raw, words: Some(words.clone()) }
        .lets(move |tx, act, reference| cases::correct(tx, act, reference, revision, (&what, &words)))
        .await
}

/// Lets a case rest until a time; the clock runs.
#[utoipa::path(put, path = "/cases/{reference}/snooze", tag = "casework", params(("reference" = String, Path)),
    request_body = Snooze, responses((status = 200, body = Done)))]
pub(crate) async fn snooze(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<Snooze>,
) -> Answer {
    let Snooze { revision, until, words } = body.value;
    On { app: &app, caller, reference, raw: &body.raw, words: Some(words.clone()) }
        .lets(move |tx, act, reference| cases::snooze(tx, act, reference, revision, (until, &words)))
        .await
}

/// Wakes a case before its time.
#[utoipa::path(delete, path = "/cases/{reference}/snooze", tag = "casework",
    params(("reference" = String, Path), RevisionQuery), responses((status = 200, body = Done)))]
pub(crate) async fn wake(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    Query(query): Query<RevisionQuery>,
) -> Answer {
    On { app: &app, caller, reference, raw: b"", words: None }
        .lets(move |tx, act, reference| cases::wake(tx, act, reference, query.revision))
        .await
}

/// Offers the customer something that whoever calls may decide alone.
#[utoipa::path(post, path = "/cases/{reference}/offers", tag = "casework", params(("reference" = String, Path)),
    request_body = NewOfferBody, responses((status = 200, body = Done)))]
pub(crate) async fn offer(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<NewOfferBody>,
) -> Answer {
    let NewOfferBody { revision, remedy, amount, words } = body.value;
    let new = NewOffer { remedy: RemedyCode::new(remedy), amount, words: words.clone() };
    On { app: &app, caller, reference, raw: &body.raw, words: Some(words) }
        .lets(move |tx, act, reference| authority::offer(tx, act, reference, revision, &new))
        .await
}

/// Asks the superior for what whoever calls may not decide alone: a remedy, or an outcome.
#[utoipa::path(post, path = "/cases/{reference}/approvals", tag = "casework", params(("reference" = String, Path)),
    request_body = NewApprovalBody, responses((status = 200, body = Done)))]
pub(crate) async fn ask_approval(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<NewApprovalBody>,
) -> Answer {
    let (revision, words) = (body.value.revision, body.value.words.clone());
    let new = NewApproval { wanted: wanted(body.value)?, words: words.clone() };
    On { app: &app, caller, reference, raw: &body.raw, words: Some(words) }
        .lets_done(move |tx, act, reference| {
            let (case, id) = authority::ask_approval(tx, act, reference, revision, &new)?;
            Ok(Done { approval: Some(id.to_string()), ..Done::of(&case) })
        })
        .await
}

/// Answers as the superior: approved or refused, with words. What is approved takes effect.
#[utoipa::path(post, path = "/cases/{reference}/approvals/{approval}/answer", tag = "casework",
    params(("reference" = String, Path), ("approval" = String, Path)), request_body = ApprovalAnswerBody,
    responses((status = 200, body = Done)))]
pub(crate) async fn answer_approval(
    State(app): State<App>,
    caller: Caller,
    Path((reference, approval)): Path<(String, String)>,
    body: Body<ApprovalAnswerBody>,
) -> Answer {
    let ApprovalAnswerBody { revision, answer, words } = body.value;
    let id = named::<ApprovalId>(&approval, "approval")?;
    On { app: &app, caller, reference, raw: &body.raw, words: Some(words.clone()) }
        .lets(move |tx, act, reference| {
            authority::answer_approval(tx, act, reference, revision, (id, answer, &words))
        })
        .await
}

fn other(field: &str, text: &str) -> Verb<Reference> {
    text.parse::<Reference>().map_err(|error| Refusal::invalid(field, error.to_string()))
}

fn corrected(body: CorrectionBody) -> Result<Corrected, Problem> {
    match (body.answers, body.place, body.service) {
        (Some(answers), None, None) => {
            let answer =
                |answer: super::wire::AnswerBody| terms::Answer { code: answer.code, values: answer.values };
            Ok(Corrected::Answers(answers.into_iter().map(answer).collect()))
        }
        (None, Some(new), None) => Ok(Corrected::Place(place(new)?)),
        (None, None, Some(service)) => Ok(Corrected::Service(ServiceCode::new(service))),
        _ => Err(Refusal::invalid("answers", "send one of answers, place and service").into()),
    }
}

fn wanted(body: NewApprovalBody) -> Result<Wanted, Problem> {
    match (body.remedy, body.outcome) {
        (Some(remedy), None) => Ok(Wanted::Offer(NewOffer {
            remedy: RemedyCode::new(remedy),
            amount: body.amount,
            words: body.message,
        })),
        (None, Some(outcome)) if body.amount.is_none() => {
            Ok(Wanted::Outcome(OutcomeCode::new(outcome), body.message))
        }
        _ => Err(Refusal::invalid("remedy", "send a remedy, or an outcome without an amount").into()),
    }
}
