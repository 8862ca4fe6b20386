//! What can be done to a case, each act a resource that is created.

use super::body::{Body, Query, named};
use super::cases::holder;
use super::views::is_staff;
use super::wire::{
    Assignment, Done, DuplicateOf, NewTaskBody, Rating, Reason, Resolution, RevisionOnly, RevisionWords,
    TaskAnswerBody, Transfer, Words,
};
use crate::App;
use crate::caller::Caller;
use crate::problem::Problem;
use axum::Json;
use axum::extract::{Path, State};
use office::cases::{self, NewTask, keep_words};
use office::{Act, Key, Refusal, Verb, feedback, once, resolution};
use records::Tx;
use serde::Deserialize;
use terms::{AgencyCode, Case, Channel, OfficerCode, OutcomeCode, Purpose, Reference, TaskId};
use utoipa::IntoParams;

pub(crate) type Answer = Result<Json<Done>, Problem>;

/// The revision that was read, in the query of a request without a body.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct RevisionQuery {
    /// The revision that was read.
    #[param(minimum = 1)]
    pub(crate) revision: i64,
}

/// A case that something is done to, by whoever calls.
pub(crate) struct On<'a> {
    pub(crate) app: &'a App,
    pub(crate) caller: Caller,
    pub(crate) reference: String,
    /// The bytes that were sent, which an idempotency key stands for.
    pub(crate) raw: &'a [u8],
    /// Words that are kept if they come too late.
    pub(crate) words: Option<String>,
}

impl On<'_> {
    pub(crate) async fn lets(
        self,
        mut verb: impl FnMut(&mut Tx<'_>, &Act, &Reference) -> Verb<Case> + Send + 'static,
    ) -> Answer {
        self.lets_done(move |tx, act, reference| Ok(Done::of(&verb(tx, act, reference)?))).await
    }

    pub(crate) async fn lets_done(
        self,
        mut verb: impl FnMut(&mut Tx<'_>, &Act, &Reference) -> Verb<Done> + Send + 'static,
    ) -> Answer {
        let reference: Reference = named(&self.reference, "case")?;
        let who = holder(self.app, &self.caller, reference).await?;
        let channel = if is_staff(&who) { Channel::Api } else { Channel::Web };
        let act = self.app.office.act(who.clone(), channel, Purpose::Service);
        let door = format!("api/cases/{}", reference.as_str());
        let key = self.caller.key.as_deref().map(|key| Key::new(&door, &act, key, self.raw)).transpose()?;
        let once =
            move |tx: &mut Tx<'_>, act: &Act| once(tx, act, key.as_ref(), |tx| verb(tx, act, &reference));
        let refusal = match self.app.office.write(act, once).await {
            Ok(done) => return Ok(Json(done)),
            Err(refusal) => refusal,
        };
        let late = matches!(refusal, Refusal::Stale { .. });
        let mut problem = Problem::from(refusal);
        if let (true, Some(words), Some(changes)) =
            (late && is_staff(&who), self.words, problem.changes.as_mut())
        {
            let act = self.app.office.act(who, channel, Purpose::Service);
            let why = problem.detail.clone();
            let kept = self
                .app
                .office
                .write(act, move |tx, act| keep_words(tx, act, &reference, &words, &why))
                .await;
            changes.words_kept_at = kept.ok().map(|_| "/api/v1/drafts".to_owned());
        }
        Err(problem)
    }
}

/// Gives a case to an officer.
#[utoipa::path(put, path = "/cases/{reference}/assignment", tag = "acts", params(("reference" = String, Path)),
    request_body = Assignment, responses((status = 200, body = Done)))]
pub(crate) async fn assign(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<Assignment>,
) -> Answer {
    let (revision, officer) = (body.value.revision, OfficerCode::new(body.value.officer));
    On { app: &app, caller, reference, raw: &body.raw, words: None }
        .lets(move |tx, act, reference| cases::assign(tx, act, reference, revision, Some(&officer)))
        .await
}

/// Gives a case back to its queue.
#[utoipa::path(delete, path = "/cases/{reference}/assignment", tag = "acts",
    params(("reference" = String, Path), RevisionQuery), responses((status = 200, body = Done)))]
pub(crate) async fn unassign(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    Query(query): Query<RevisionQuery>,
) -> Answer {
    On { app: &app, caller, reference, raw: b"", words: None }
        .lets(move |tx, act, reference| cases::assign(tx, act, reference, query.revision, None))
        .await
}

/// Writes a note for colleagues.
#[utoipa::path(post, path = "/cases/{reference}/notes", tag = "acts", params(("reference" = String, Path)),
    request_body = Words, responses((status = 200, body = Done)))]
pub(crate) async fn note(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<Words>,
) -> Answer {
    let words = body.value.words;
    On { app: &app, caller, reference, raw: &body.raw, words: None }
        .lets(move |tx, act, reference| cases::note(tx, act, reference, &words))
        .await
}

/// Answers the customer.
#[utoipa::path(post, path = "/cases/{reference}/replies", tag = "acts", params(("reference" = String, Path)),
    request_body = RevisionWords, responses((status = 200, body = Done)))]
pub(crate) async fn reply(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<RevisionWords>,
) -> Answer {
    let RevisionWords { revision, words } = body.value;
    On { app: &app, caller, reference, raw: &body.raw, words: Some(words.clone()) }
        .lets(move |tx, act, reference| cases::reply(tx, act, reference, revision, &words))
        .await
}

/// Writes as the customer; needs the case's secret.
#[utoipa::path(post, path = "/cases/{reference}/messages", tag = "acts", params(("reference" = String, Path)),
    request_body = Words, responses((status = 200, body = Done)))]
pub(crate) async fn hear(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<Words>,
) -> Answer {
    let words = body.value.words;
    On { app: &app, caller, reference, raw: &body.raw, words: None }
        .lets(move |tx, act, reference| cases::hear(tx, act, reference, &words))
        .await
}

/// Asks the customer something; the clock stands still until they answer.
#[utoipa::path(post, path = "/cases/{reference}/wait", tag = "acts", params(("reference" = String, Path)),
    request_body = RevisionWords, responses((status = 200, body = Done)))]
pub(crate) async fn ask_customer(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<RevisionWords>,
) -> Answer {
    let RevisionWords { revision, words } = body.value;
    On { app: &app, caller, reference, raw: &body.raw, words: Some(words.clone()) }
        .lets(move |tx, act, reference| cases::ask_customer(tx, act, reference, revision, &words))
        .await
}

/// Goes on without the customer's answer; the clock runs again.
#[utoipa::path(delete, path = "/cases/{reference}/wait", tag = "acts",
    params(("reference" = String, Path), RevisionQuery), responses((status = 200, body = Done)))]
pub(crate) async fn go_on(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    Query(query): Query<RevisionQuery>,
) -> Answer {
    On { app: &app, caller, reference, raw: b"", words: None }
        .lets(move |tx, act, reference| cases::go_on(tx, act, reference, query.revision))
        .await
}

/// Asks another agency to take the case over; until it accepts, the clock stays here.
#[utoipa::path(post, path = "/cases/{reference}/transfer", tag = "acts", params(("reference" = String, Path)),
    request_body = Transfer, responses((status = 200, body = Done)))]
pub(crate) async fn ask_transfer(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<Transfer>,
) -> Answer {
    let Transfer { revision, to, words } = body.value;
    let to = AgencyCode::new(to);
    On { app: &app, caller, reference, raw: &body.raw, words: Some(words.clone()) }
        .lets(move |tx, act, reference| cases::ask_transfer(tx, act, reference, revision, (&to, &words)))
        .await
}

/// Takes the case over, and with it the clock.
#[utoipa::path(post, path = "/cases/{reference}/transfer/acceptance", tag = "acts", params(("reference" = String, Path)),
    request_body = RevisionOnly, responses((status = 200, body = Done)))]
pub(crate) async fn accept_transfer(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<RevisionOnly>,
) -> Answer {
    let revision = body.value.revision;
    On { app: &app, caller, reference, raw: &body.raw, words: None }
        .lets(move |tx, act, reference| cases::accept_transfer(tx, act, reference, revision))
        .await
}

/// Sends the case back to the agency that asked.
#[utoipa::path(post, path = "/cases/{reference}/transfer/return", tag = "acts", params(("reference" = String, Path)),
    request_body = RevisionWords, responses((status = 200, body = Done)))]
pub(crate) async fn return_transfer(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<RevisionWords>,
) -> Answer {
    let RevisionWords { revision, words } = body.value;
    On { app: &app, caller, reference, raw: &body.raw, words: Some(words.clone()) }
        .lets(move |tx, act, reference| cases::return_transfer(tx, act, reference, revision, &words))
        .await
}

/// Asks a partner agency to do a part.
#[utoipa::path(post, path = "/cases/{reference}/tasks", tag = "acts", params(("reference" = String, Path)),
    request_body = NewTaskBody, responses((status = 200, body = Done)))]
pub(crate) async fn ask_task(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<NewTaskBody>,
) -> Answer {
    let NewTaskBody { revision, agency, words, due_at } = body.value;
    let task = NewTask { agency: AgencyCode::new(agency), words: words.clone(), due_at };
    On { app: &app, caller, reference, raw: &body.raw, words: Some(words) }
        .lets_done(move |tx, act, reference| {
            let (case, task) = cases::ask_task(tx, act, reference, revision, &task)?;
            Ok(Done { task: Some(task.to_string()), ..Done::of(&case) })
        })
        .await
}

/// Answers as the partner: accepted, returned or done.
#[utoipa::path(post, path = "/cases/{reference}/tasks/{task}/answer", tag = "acts",
    params(("reference" = String, Path), ("task" = String, Path)), request_body = TaskAnswerBody,
    responses((status = 200, body = Done)))]
pub(crate) async fn answer_task(
    State(app): State<App>,
    caller: Caller,
    Path((reference, task)): Path<(String, String)>,
    body: Body<TaskAnswerBody>,
) -> Answer {
    let (answer, words, task) = (body.value.answer, body.value.words, named::<TaskId>(&task, "task")?);
    On { app: &app, caller, reference, raw: &body.raw, words: None }
        .lets(move |tx, act, reference| {
            cases::answer_task(tx, act, reference, task, (answer, words.as_deref()))
        })
        .await
}

/// Lets another case speak for this one; everybody who reported is told how that one ends.
#[utoipa::path(put, path = "/cases/{reference}/duplicate-of", tag = "acts", params(("reference" = String, Path)),
    request_body = DuplicateOf, responses((status = 200, body = Done)))]
pub(crate) async fn mark_duplicate(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<DuplicateOf>,
) -> Answer {
    let revision = body.value.revision;
    let of: Result<Reference, _> = body.value.of.parse();
    let of = of.map_err(|error| Refusal::invalid("of", error.to_string()))?;
    On { app: &app, caller, reference, raw: &body.raw, words: None }
        .lets(move |tx, act, reference| cases::mark_duplicate(tx, act, reference, revision, &of))
        .await
}

/// Ends the work.
#[utoipa::path(post, path = "/cases/{reference}/resolution", tag = "acts", params(("reference" = String, Path)),
    request_body = Resolution, responses((status = 200, body = Done)))]
pub(crate) async fn resolve(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<Resolution>,
) -> Answer {
    let Resolution { revision, outcome, words } = body.value;
    let outcome = OutcomeCode::new(outcome);
    On { app: &app, caller, reference, raw: &body.raw, words: words.clone() }
        .lets(move |tx, act, reference| {
            resolution::resolve(tx, act, reference, revision, (&outcome, words.as_deref()))
        })
        .await
}

/// Opens a closed case again.
#[utoipa::path(post, path = "/cases/{reference}/reopening", tag = "acts", params(("reference" = String, Path)),
    request_body = Reason, responses((status = 200, body = Done)))]
pub(crate) async fn reopen(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<Reason>,
) -> Answer {
    let words = body.value.words;
    On { app: &app, caller, reference, raw: &body.raw, words: None }
        .lets(move |tx, act, reference| resolution::reopen(tx, act, reference, words.as_deref()))
        .await
}

/// Takes the request back, as its customer; needs the case's secret.
#[utoipa::path(post, path = "/cases/{reference}/withdrawal", tag = "acts", params(("reference" = String, Path)),
    request_body = Reason, responses((status = 200, body = Done)))]
pub(crate) async fn withdraw(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<Reason>,
) -> Answer {
    let words = body.value.words;
    On { app: &app, caller, reference, raw: &body.raw, words: None }
        .lets(move |tx, act, reference| resolution::withdraw(tx, act, reference, words.as_deref()))
        .await
}

/// Says how it went, as its customer; needs the case's secret.
#[utoipa::path(post, path = "/cases/{reference}/feedback", tag = "acts", params(("reference" = String, Path)),
    request_body = Rating, responses((status = 200, body = Done)))]
pub(crate) async fn rate(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    body: Body<Rating>,
) -> Answer {
    let Rating { score, words } = body.value;
    On { app: &app, caller, reference, raw: &body.raw, words: None }
        .lets(move |tx, act, reference| feedback::rate(tx, act, reference, score, words.as_deref()))
        .await
}
