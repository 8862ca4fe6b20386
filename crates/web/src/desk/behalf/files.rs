//! Photos and papers that whoever asks brought: taken in by the same rules as at the portal, and shown.

use crate::App;
use crate::desk::case::key;
use crate::desk::officer::{Desk, Posted};
use crate::portal::ask::Place;
use crate::portal::ask::files::{self, Brought};
use crate::portal::ask::read::is_upload;
use crate::portal::ask::view::{FileView, kept_files};
use crate::portal::control::Wrong;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::Response;
use office::Verb;
use office::city::Service;
use office::intake::{self, Draft};
use terms::{AskingId, FileId};

/// Takes in the files of a form, each once however often the form is sent; what is wrong with them.
pub(super) async fn take(app: &App, posted: &Posted, (id, place): (AskingId, &Place<'_>)) -> Verb<Wrong> {
    let desk = &posted.desk;
    let act = desk.act(app);
    let sent = 0..posted.files.len();
    let brought = Brought {
        session: intake::desk_of(&act)?,
        keys: sent.map(|at| key(posted, &act, &format!("desk-asking-file-{at}"))).collect::<Verb<_>>()?,
        act: Box::new(|| desk.act(app)),
        language: desk.language,
        files: &posted.files,
        left_out: posted.left_out,
        remove: posted.text("remove"),
    };
    let steps = place.draft.steps(place.service, &place.today);
    files::take(app, &brought, (id, place), &steps).await
}

/// The files that are kept so far.
pub(super) async fn kept(app: &App, desk: &Desk, asking: Option<AskingId>) -> Vec<FileView> {
    let act = desk.act(app);
    let (Some(id), Ok(session)) = (asking, intake::desk_of(&act)) else { return Vec::new() };
    kept_files(app, (act, session), (id, &format!("/desk/new/{id}/files/"))).await
}

/// Answers of a request that is kept name its files; those of a form that was just read do not.
pub(super) fn carried(service: &Service, (kept, read): (&Draft, Draft)) -> Draft {
    let names_files = |code: &str| is_upload(service.form.field(code));
    let answers = read.answers.iter().filter(|answer| !names_files(&answer.code));
    let files = kept.answers.iter().filter(|answer| names_files(&answer.code));
    Draft { answers: answers.chain(files).cloned().collect(), ..read }
}

/// `GET /desk/new/{id}/files/{file}`
pub(super) async fn thumbnail(
    State(app): State<App>,
    Path((id, file)): Path<(String, String)>,
    desk: Desk,
) -> Response {
    let (Ok(id), Ok(file)) = (id.parse::<AskingId>(), file.parse::<FileId>()) else {
        return desk.refuse(&app, &Problem::not_found("file"));
    };
    let act = desk.act(&app);
    let found = match intake::desk_of(&act) {
        Ok(session) => files::thumbnail(&app, (act, session), (id, file)).await,
        Err(refusal) => Err(refusal),
    };
    found.unwrap_or_else(|refusal| desk.refuse(&app, &refusal.into()))
}
