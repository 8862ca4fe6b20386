//! Files of a request that is being written: taken in, shown to whoever sent them, taken away.

use super::Place;
use super::read::is_upload;
use crate::App;
use crate::pages::refuse;
use crate::portal::control::{self, Wrong};
use crate::portal::files::serve;
use crate::portal::guest::Guest;
use crate::portal::posted::{Posted, Sent};
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::Response;
use forms::{Field, Kind};
use office::customers::Session;
use office::intake::{self, Step};
use office::{Act, Key, Refusal, Verb};
use records::Tx;
use records::files::Part;
use terms::{Answer, AskingId, FileId, Purpose};
use uploads::{Taken, Unfit};
use wording::{Argument, Language};

/// Files that were sent for a request, by whom, and to where it is being written.
pub(crate) struct Brought<'b> {
    pub(crate) session: Session,
    pub(crate) act: Box<dyn Fn() -> Act + Send + Sync + 'b>,
    pub(crate) language: Language,
    pub(crate) files: &'b [Sent],
    pub(crate) left_out: bool,
    /// The file that is to be taken away.
    pub(crate) remove: &'b str,
    /// What tells this form from any other, for each of its files, where it may be sent twice.
    pub(crate) keys: Vec<Key>,
}

impl<'b> Brought<'b> {
    pub(super) fn of(app: &'b App, posted: &'b Posted) -> Self {
        Self {
            session: posted.guest.session(),
            act: Box::new(|| posted.guest.act(app, Purpose::Service)),
            language: posted.guest.language,
            files: &posted.files,
            left_out: posted.left_out,
            remove: posted.text("remove"),
            keys: Vec::new(),
        }
    }
}

/// Takes in the files that these steps ask for, and takes away the one that is to go; what is wrong with them.
pub(crate) async fn take(
    app: &App,
    brought: &Brought<'_>,
    (id, place): (AskingId, &Place<'_>),
    steps: &[Step],
) -> Verb<Wrong> {
    if let Ok(file) = brought.remove.parse::<FileId>() {
        remove(app, brought, id, file).await?;
    }
    let language = brought.language;
    let mut wrong = Wrong::new();
    for (at, sent) in brought.files.iter().enumerate() {
        let Some(asked) = steps.iter().find_map(|step| asked(place, step, &sent.field)) else { continue };
        match fitting(app, sent, (asked, language)).await {
            Err(text) => wrong.push((sent.field.clone(), text)),
            Ok(taken) => match keep(app, (brought, at), id, (asked, taken)).await {
                Ok(()) => {}
                Err(Refusal::Invalid(_)) => wrong.push((sent.field.clone(), too_many(app, language, asked))),
                Err(refusal) => return Err(refusal),
            },
        }
    }
    if let Some(last) = brought.files.last().filter(|_| brought.left_out) {
        wrong.push((last.field.clone(), language.say("upload-too-many")));
    }
    Ok(wrong)
}

/// What asks for a file.
#[derive(Clone, Copy)]
enum Asked<'f> {
    /// The page for pictures and documents that most requests have.
    Photos,
    /// A field of the service's form.
    Field(&'f Field),
}

impl<'f> Asked<'f> {
    const fn field(self) -> Option<&'f Field> {
        match self {
            Self::Photos => None,
            Self::Field(field) => Some(field),
        }
    }
}

/// What asks for the files of a field, if the page does.
fn asked<'p>(place: &'p Place<'_>, step: &Step, name: &str) -> Option<Asked<'p>> {
    match step {
        Step::Photos => (name == "files").then_some(Asked::Photos),
        Step::Form(code) => {
            let page = place.draft.form_page(place.service, &place.today, code)?;
            let field = place.service.form.field(name).filter(|field| is_upload(Some(field)))?;
            page.ask.iter().any(|asked| asked == name).then_some(Asked::Field(field))
        }
        _ => None,
    }
}

/// A file that is safe, and of the type that is asked for; or what is wrong with it, in words.
async fn fitting(app: &App, sent: &Sent, (asked, language): (Asked<'_>, Language)) -> Result<Taken, String> {
    let taken = check(app, sent).await.map_err(|unfit| said(language, &sent.name, &unfit))?;
    let Some(Kind::Upload(wanted, _)) = asked.field().map(|field| &field.kind) else { return Ok(taken) };
    if fits(taken.kind.media_type(), wanted) {
        return Ok(taken);
    }
    let key = if wanted.starts_with("image/") { "upload-not-a-picture" } else { "upload-not-taken" };
    Err(language.say_with(key, &[("name", Argument::Words(&sent.name))]))
}

/// Whether a media type is the wanted one, such as `image/*`. Each picture is a JPEG by now, whatever it was.
fn fits(media_type: &str, wanted: &str) -> bool {
    let top = |text: &str| text.split('/').next().unwrap_or_default().to_owned();
    let same = media_type.split(';').next() == Some(wanted);
    same || wanted == "*/*"
        || (top(wanted) == top(media_type) && (wanted.ends_with("/*") || top(wanted) == "image"))
}

async fn keep(
    app: &App,
    (brought, at): (&Brought<'_>, usize),
    id: AskingId,
    (asked, taken): (Asked<'_>, Taken),
) -> Verb<()> {
    let (session, act) = (brought.session.clone(), (brought.act)());
    let field = asked.field().map(|field| (field.code.clone(), field.kind.count().most));
    let key = brought.keys.get(at).cloned();
    let attach = move |tx: &mut Tx<'_>, act: &Act| {
        if let Some((field, most)) = &field {
            let writing = intake::written(tx, act, &session, id)?;
            let given = writing.draft.answers.iter().find(|answer| answer.code == *field);
            if given.is_some_and(|answer| answer.values.len() >= *most) {
                return Err(Refusal::invalid("files", format!("send at most {most}")));
            }
        }
        let file = intake::attach(tx, act, &session, id, &taken)?;
        let Some((field, _)) = field.clone() else { return Ok(()) };
        let name = move |draft: &mut intake::Draft| answer_with(draft, &field, file);
        intake::write(tx, act, &session, id, &name).map(drop)
    };
    app.office.write(act, move |tx, act| office::once(tx, act, key.as_ref(), |tx| attach(tx, act))).await
}

/// There are as many files as there may be: of the field, or else of the request.
fn too_many(app: &App, language: Language, asked: Asked<'_>) -> String {
    match asked.field().filter(|field| field.kind.count().most < intake::MOST_FILES) {
        None => language.say("upload-too-many"),
        Some(field) => {
            let problem = forms::Problem::TooMany { most: field.kind.count().most };
            control::problem(&app.office.city, language, &problem, field.title.text(language.tag()))
        }
    }
}

/// Names a file as the answer to a field of the form.
fn answer_with(draft: &mut intake::Draft, field: &str, file: FileId) {
    match draft.answers.iter_mut().find(|answer| answer.code == field) {
        Some(answer) => answer.values.push(file.to_string()),
        None => draft.answers.push(Answer { code: field.to_owned(), values: vec![file.to_string()] }),
    }
}

async fn remove(app: &App, brought: &Brought<'_>, id: AskingId, file: FileId) -> Verb<()> {
    let (session, act) = (brought.session.clone(), (brought.act)());
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
pub(crate) async fn check(app: &App, sent: &Sent) -> Result<Taken, Unfit> {
    let too_large = Unfit::TooLarge { most_bytes: uploads::MOST_BYTES };
    let bytes = sent.bytes.clone().ok_or(too_large)?;
    let (name, kind) = (sent.name.clone(), sent.kind.clone());
    let _turn = app.pictures.acquire().await.map_err(|_| Unfit::Broken)?;
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
pub(super) fn asks_for_files(place: &Place<'_>, step: &Step) -> bool {
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
    match thumbnail(&app, (act, session), (id, file)).await {
        Ok(served) => served,
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// The small picture of a file of a request that is being written.
pub(crate) async fn thumbnail(
    app: &App,
    (act, session): (Act, Session),
    (id, file): (AskingId, FileId),
) -> Verb<Response> {
    let found = app
        .office
        .read(act, move |tx, act| intake::attachment(tx, act, &session, (id, file, Part::Thumbnail)))
        .await;
    let (file, body) = found?;
    Ok(serve(&file, intake::bytes_of(&body)?, Part::Thumbnail))
}
