//! What officers do to a case by small forms: each is done once, however often its button is pressed.

use super::show::{Told, said, show};
use super::{address, key};
use crate::App;
use crate::desk::officer::Posted;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::cases::{self, NewTask};
use office::{Act, Refusal, Verb, resolution};
use records::Tx;
use terms::{AgencyCode, OfficerCode, Reference, TaskAnswer, TaskId};

/// An act with what was filled in.
enum Wanted {
    Assign(Option<OfficerCode>),
    GoOn,
    Transfer(AgencyCode, String),
    AcceptTransfer,
    ReturnTransfer(String),
    Task(NewTask),
    AnswerTask(TaskId, TaskAnswer, Option<String>),
    Duplicate(Reference),
    Reopen(Option<String>),
}

/// `POST /desk/cases/{reference}/{act}`
pub(super) async fn act(
    State(app): State<App>,
    Path((reference, name)): Path<(String, String)>,
    posted: Posted,
) -> Response {
    let desk = &posted.desk;
    let done = match (reference.parse::<Reference>(), wanted(&posted, &name)) {
        (Ok(known), Ok(Some(wanted))) => do_once(&app, &posted, known, wanted).await,
        (_, Ok(None)) => return desk.refuse(&app, &Problem::not_found("page")),
        (Err(_), _) => return show(&app, desk, &reference, Told::default()).await,
        (_, Err(refusal)) => Err(refusal),
    };
    match done {
        Ok(()) => Redirect::to(&address(desk, &format!("/desk/cases/{reference}"))).into_response(),
        Err(refusal) => {
            let told = Told {
                wrong: Some(said(desk.language, &refusal)),
                act: Some((name, posted.fields.clone())),
                ..Told::default()
            };
            show(&app, desk, &reference, told).await
        }
    }
}

async fn do_once(app: &App, posted: &Posted, reference: Reference, wanted: Wanted) -> Verb<()> {
    let act = posted.desk.act(app);
    let key = key(posted, &act, "desk-act")?;
    let revision = posted.text("revision").parse::<i64>().unwrap_or(0);
    app.office
        .write(act, move |tx, act| {
            office::once(tx, act, Some(&key), |tx| perform(tx, act, (&reference, revision), &wanted))
        })
        .await
}

/// What a form wants; nothing where there is no such act.
fn wanted(posted: &Posted, name: &str) -> Verb<Option<Wanted>> {
    let words = || posted.text("words").to_owned();
    let given = || Some(words()).filter(|words| !words.is_empty());
    Ok(Some(match name {
        "claim" | "assignment" => Wanted::Assign(Some(OfficerCode::new(posted.text("officer")))),
        "unassignment" => Wanted::Assign(None),
        "going-on" => Wanted::GoOn,
        "transfer" => Wanted::Transfer(AgencyCode::new(posted.text("to")), words()),
        "transfer-acceptance" => Wanted::AcceptTransfer,
        "transfer-return" => Wanted::ReturnTransfer(words()),
        "task" => Wanted::Task(NewTask {
            agency: AgencyCode::new(posted.text("agency")),
            words: words(),
            due_at: None,
        }),
        "task-answer" => {
            let task = posted.text("task").parse().map_err(|_| Refusal::NotFound("task"))?;
            let answer = posted.text("answer").parse();
            let answer = answer.map_err(|_| Refusal::invalid("answer", "choose one of the answers"))?;
            Wanted::AnswerTask(task, answer, given())
        }
        "duplicate" => {
            let of = posted.text("of").parse();
            Wanted::Duplicate(of.map_err(|error| Refusal::invalid("of", format!("{error}")))?)
        }
        "reopening" => Wanted::Reopen(given()),
        _ => return Ok(None),
    }))
}

fn perform(
    tx: &mut Tx<'_>,
    act: &Act,
    (reference, revision): (&Reference, i64),
    wanted: &Wanted,
) -> Verb<()> {
    match wanted {
        Wanted::Assign(officer) => cases::assign(tx, act, reference, revision, officer.as_ref()),
        Wanted::GoOn => cases::go_on(tx, act, reference, revision),
        Wanted::Transfer(to, words) => cases::ask_transfer(tx, act, reference, revision, (to, words)),
        Wanted::AcceptTransfer => cases::accept_transfer(tx, act, reference, revision),
        Wanted::ReturnTransfer(words) => cases::return_transfer(tx, act, reference, revision, words),
        Wanted::Task(new) => cases::ask_task(tx, act, reference, revision, new).map(|(case, _)| case),
        Wanted::AnswerTask(task, answer, words) => {
            cases::answer_task(tx, act, reference, *task, (*answer, words.as_deref()))
        }
        Wanted::Duplicate(of) => cases::mark_duplicate(tx, act, reference, revision, of),
        Wanted::Reopen(words) => resolution::reopen(tx, act, reference, words.as_deref()),
    }
    .map(drop)
}
