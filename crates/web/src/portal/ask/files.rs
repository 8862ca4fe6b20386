//! Files of a request that is being written: taken in, shown to whoever sent them, taken away.

use super::read::is_upload;
use crate::App;
use crate::pages::refuse;
use crate::portal::control::Wrong;
use crate::portal::files::serve;
use crate::portal::guest::Guest;
use crate::portal::posted::{Posted, Sent};
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::Response;
use office::intake::{self, Step};
use office::{Refusal, Verb};
use records::files::Part;
use terms::{Answer, AskingId, FileId, Purpose};
use uploads::{Taken, Unfit};
use wording::{Argument, Language};

/// Takes in the files of a page, and takes away the one that it says; what is wrong with them.
pub(super) async fn take(app: &App, posted: &Posted, id: AskingId, step: &Step) -> Verb<Wrong> {
    if let Ok(file) = posted.text("remove").parse::<FileId>() {
        remove(app, posted, id, file).await?;
    }
    let mut wrong = Wrong::new();
    for sent in &posted.files {
        let taken = match check(sent).await {
            Ok(taken) => taken,
            Err(unfit) => {
                wrong.push((sent.field.clone(), said(posted.guest.language, &sent.name, &unfit)));
                continue;
            }
        };
        let (session, act) = (posted.guest.session(), posted.guest.act(app, Purpose::Service));
        let field = matches!(step, Step::Form(_)).then(|| sent.field.clone());
        let kept = app
            .office
            .write(act, move |tx, act| {
                let file = intake::attach(tx, act, &session, id, &taken)?;
                let Some(field) = field.clone() else { return Ok(()) };
                let name = move |draft: &mut intake::Draft| answer_with(draft, &field, file);
                intake::write(tx, act, &session, id, &name).map(drop)
            })
            .await;
        match kept {
            Ok(()) => {}
            Err(Refusal::Invalid(_)) => {
                wrong.push((sent.field.clone(), posted.guest.language.say("upload-too-many")));
            }
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(wrong)
}

/// Names a file as the answer to a field of the form.
fn answer_with(draft: &mut intake::Draft, field: &str, file: FileId) {
    match draft.answers.iter_mut().find(|answer| answer.code == field) {
        Some(answer) => answer.values.push(file.to_string()),
        None => draft.answers.push(Answer { code: field.to_owned(), values: vec![file.to_string()] }),
    }
}

async fn remove(app: &App, posted: &Posted, id: AskingId, file: FileId) -> Verb<()> {
    let (session, act) = (posted.guest.session(), posted.guest.act(app, Purpose::Service));
    app.office
        .write(act, move |tx, act| {
            intake::detach(tx, act, &session, (id, file))?;
            let forget = move |draft: &mut intake::Draft| {
                let text = file.to_string();
                draft.answers.iter_mut().for_each(|answer| answer.values.retain(|value| *value != text));
                draft.answers.retain(|answer| !answer.values.is_empty());
            };
            intake::write(tx, act, &session, id, &forget).map(drop)
        })
        .await
}

/// Checks a file and makes it safe, off the threads that answer.
pub(crate) async fn check(sent: &Sent) -> Result<Taken, Unfit> {
    let (name, kind, bytes) = (sent.name.clone(), sent.kind.clone(), sent.bytes.clone());
    let task = tokio::task::spawn_blocking(move || uploads::take(&name, kind.as_deref(), &bytes));
    task.await.unwrap_or(Err(Unfit::Broken))
}

/// What is wrong with a file, in words.
pub(crate) fn said(language: Language, name: &str, unfit: &Unfit) -> String {
    let bound = match unfit {
        Unfit::TooLarge { most_bytes } => (most_bytes >> 20).to_string(),
        Unfit::TooManyPixels { most } => (most / 1_000_000).to_string(),
        _ => String::new(),
    };
    language.say_with(unfit.key(), &[("name", Argument::Words(name)), ("bound", Argument::Words(&bound))])
}

/// Whether a page of a form asks for files.
pub(super) fn asks_for_files(place: &super::Place<'_>, step: &Step) -> bool {
    match step {
        Step::Photos => true,
        Step::Form(code) => place
            .draft
            .form_page(place.service, &place.today, code)
            .is_some_and(|page| page.ask.iter().any(|code| is_upload(place.service.form.field(code)))),
        _ => false,
    }
}

/// `GET /asking/{id}/files/{file}`
pub(crate) async fn attachment(
    State(app): State<App>,
    Path((id, file)): Path<(String, String)>,
    guest: Guest,
) -> Response {
    let (Ok(id), Ok(file)) = (id.parse::<AskingId>(), file.parse::<FileId>()) else {
        return refuse(&app, &guest.visitor, &Problem::not_found("file"));
    };
    let (session, act) = (guest.session(), guest.act(&app, Purpose::Service));
    let found = app
        .office
        .read(act, move |tx, act| intake::attachment(tx, act, &session, (id, file, Part::Thumbnail)))
        .await;
    match found.and_then(|(file, body)| Ok((file, intake::bytes_of(&body)?))) {
        Ok((file, bytes)) => serve(&file, bytes, Part::Thumbnail),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}
