//! Writing: each save is kept, each send can be undone for a moment, and what cannot be done leaves the words there.

use super::show::{Told, said, show};
use super::{address, at, key, unsent};
use crate::App;
use crate::desk::inbox;
use crate::desk::officer::{Desk, Posted};
use crate::portal::ask::files;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use jiff::civil::DateTime;
use office::desk::{self, Saved, Written};
use office::{Act, Refusal, Verb, cases, customers, knowledge};
use records::Tx;
use terms::{ArticleId, CompositionId, CompositionKind, FileId, OutcomeCode, Reference};
use wording::Argument;

/// What a script learns of a save.
static REVISION: HeaderName = HeaderName::from_static("composition-revision");

/// What became of keeping what was sent.
enum Kept {
    /// It is this one, kept under this revision.
    As((CompositionId, i64)),
    /// It is kept nowhere, and this page says so.
    Not(Response),
}

/// `POST /desk/cases/{reference}/composition`
pub(super) async fn save(State(app): State<App>, Path(reference): Path<String>, posted: Posted) -> Response {
    let Ok(known) = reference.parse::<Reference>() else {
        return unsent::vanished(&app, &posted.desk, &written(&posted).words).await;
    };
    if posted.text("by") == "script" {
        return save_quietly(&app, &posted, known).await;
    }
    match keep(&app, &posted, known).await {
        Kept::As(_) => back(&posted.desk, known),
        Kept::Not(page) => page,
    }
}

/// `POST /desk/cases/{reference}/composition/{step}`
pub(super) async fn step(
    State(app): State<App>,
    Path((reference, step)): Path<(String, String)>,
    posted: Posted,
) -> Response {
    let desk = &posted.desk;
    let Ok(known) = reference.parse::<Reference>() else {
        return unsent::vanished(&app, desk, &written(&posted).words).await;
    };
    if step == "undo" {
        let undone = app.office.write(desk.act(&app), move |tx, act| desk::undo(tx, act, &known)).await;
        return told(&app, desk, known, undone).await;
    }
    if !["kind", "snippet", "article", "sending", "later", "thrown"].contains(&step.as_str()) {
        return desk.refuse(&app, &Problem::not_found("page"));
    }
    let kept = match keep(&app, &posted, known).await {
        Kept::As(kept) => kept,
        Kept::Not(page) => return page,
    };
    match step.as_str() {
        "sending" => send(&app, &posted, (known, kept), None).await,
        "later" => match time(&app, posted.text("send_at")) {
            Some(at) => send(&app, &posted, (known, kept), Some(at)).await,
            None => {
                told(&app, desk, known, Err(Refusal::invalid("send_at", "choose a day and a time"))).await
            }
        },
        "thrown" => {
            let throw =
                move |tx: &mut Tx<'_>, act: &Act| once_gone(desk::throw_away(tx, act, &known, kept), ());
            told(&app, desk, known, app.office.write(desk.act(&app), throw).await).await
        }
        _ => back(desk, known),
    }
}

/// Keeps what a script sends every second, and answers without a page.
async fn save_quietly(app: &App, posted: &Posted, reference: Reference) -> Response {
    let written = written(posted);
    let too_long = written.words.chars().count() > cases::LONGEST_WORDS;
    let saved = app
        .office
        .write(posted.desk.act(app), move |tx, act| desk::save(tx, act, &reference, &written))
        .await;
    match saved {
        Ok(Saved::Kept(kept)) => {
            let status = if too_long { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::NO_CONTENT };
            (status, [(REVISION.clone(), HeaderValue::from(kept.revision))]).into_response()
        }
        Ok(Saved::Elsewhere(_)) => StatusCode::CONFLICT.into_response(),
        Err(refusal) => Problem::from(refusal).status().into_response(),
    }
}

/// Keeps what was sent with its files, once however often it is sent.
async fn keep(app: &App, posted: &Posted, reference: Reference) -> Kept {
    let desk = &posted.desk;
    let typed = written(posted);
    let too_long = typed.words.chars().count() > cases::LONGEST_WORDS;
    match save_once(app, posted, (reference, filled(app, posted, reference, &typed).await)).await {
        Ok(Some(_)) if too_long => {
            let most = desk.language.count(cases::LONGEST_WORDS as u64);
            let text = desk.language.say_with("desk-case-too-long", &[("most", Argument::Words(&most))]);
            wrong(app, desk, reference, (StatusCode::UNPROCESSABLE_ENTITY, text)).await
        }
        Ok(Some(kept)) => match take_files(app, posted, reference).await {
            Ok(()) => Kept::As(kept),
            Err(why) => wrong(app, desk, reference, why).await,
        },
        Ok(None) => {
            keep_aside(app, posted, reference, &typed).await;
            let text = desk.language.say("desk-case-elsewhere");
            let told =
                Told { wrong: Some((StatusCode::CONFLICT, text)), typed: Some(typed), ..Told::default() };
            Kept::Not(show(app, desk, &reference.to_string(), told).await)
        }
        Err(refusal) => {
            let wrong = Some(said(desk.language, &refusal));
            let told = Told { wrong, typed: Some(typed), ..Told::default() };
            Kept::Not(show(app, desk, &reference.to_string(), told).await)
        }
    }
}

/// What is kept, and under which revision; none where something else was written elsewhere.
async fn save_once(
    app: &App,
    posted: &Posted,
    (reference, written): (Reference, Written),
) -> Verb<Option<(CompositionId, i64)>> {
    let act = posted.desk.act(app);
    let key = key(posted, &act, "desk-composition")?;
    let article = posted.text("article").parse::<ArticleId>().ok();
    app.office
        .write(act, move |tx, act| {
            office::once(tx, act, Some(&key), |tx| match desk::save(tx, act, &reference, &written)? {
                Saved::Kept(kept) => {
                    article.map_or(Ok(()), |article| {
                        knowledge::take_into(tx, act, &reference, (kept.id, article))
                    })?;
                    Ok(Some((kept.id, kept.revision)))
                }
                Saved::Elsewhere(_) => Ok(None),
            })
        })
        .await
}

/// What was written in a window that came too late is kept beside what stands.
async fn keep_aside(app: &App, posted: &Posted, reference: Reference, typed: &Written) {
    let words: String = typed.words.chars().take(cases::LONGEST_WORDS).collect();
    let why = "it was written in another window";
    let keep =
        move |tx: &mut Tx<'_>, act: &Act| cases::keep_words(tx, act, &reference, &words, why).map(drop);
    if let Err(refusal) = app.office.write(posted.desk.act(app), keep).await {
        tracing::warn!(%refusal, "words of another window are only on its page");
    }
}

async fn wrong(app: &App, desk: &Desk, reference: Reference, why: (StatusCode, String)) -> Kept {
    let told = Told { wrong: Some(why), ..Told::default() };
    Kept::Not(show(app, desk, &reference.to_string(), told).await)
}

/// What was written, with the snippet or the article that was asked for.
async fn filled(app: &App, posted: &Posted, reference: Reference, typed: &Written) -> Written {
    let city = &app.office.city;
    if let Ok(article) = posted.text("article").parse::<ArticleId>() {
        let words = article_in(app, &posted.desk, reference, article).await;
        return words.map_or_else(|| typed.clone(), |words| after(typed, &words));
    }
    let snippet = city.snippets.iter().find(|one| one.code == posted.text("snippet"));
    let Some(snippet) = snippet.filter(|_| posted.text("insert") == "yes") else { return typed.clone() };
    let read = move |tx: &mut Tx<'_>, act: &Act| {
        let case = cases::whole(tx, act, &reference)?.case;
        let reached = customers::reached(tx, act, &case)?;
        Ok((case, reached))
    };
    let Ok((case, reached)) = app.office.read(posted.desk.act(app), read).await else { return typed.clone() };
    let language = desk::language_of(city, &case);
    let customer = reached.as_ref().and_then(|one| one.customer.name.as_deref());
    let about = (customer, &posted.desk.officer);
    let words = snippet.filled(language.tag(), |name| desk::stands_for(city, &case, about, language, name));
    after(typed, &words)
}

/// What was written, and something after it.
fn after(typed: &Written, words: &str) -> Written {
    let gap = if typed.words.trim().is_empty() { "" } else { "\n\n" };
    Written { words: format!("{}{gap}{words}", typed.words), ..typed.clone() }
}

/// What an article says in the customer's language, or else in the city's; nothing where no customer may read it.
async fn article_in(app: &App, desk: &Desk, reference: Reference, article: ArticleId) -> Option<String> {
    let read = move |tx: &mut Tx<'_>, act: &Act| {
        let case = cases::whole(tx, act, &reference)?.case;
        Ok((case.told.language, knowledge::insertable(tx, act, article)?))
    };
    let (told, article) = app.office.read(desk.act(app), read).await.ok()?;
    let languages = told.as_deref().into_iter().chain([app.office.city.language()]);
    article?.text(&languages.collect::<Vec<_>>()).map(|text| text.body.clone())
}

/// Takes files in and the one away that the form says; or what is wrong with them.
async fn take_files(app: &App, posted: &Posted, reference: Reference) -> Result<(), (StatusCode, String)> {
    let language = posted.desk.language;
    let refused = |refusal: Refusal| said(language, &refusal);
    if let Ok(file) = posted.text("remove").parse::<FileId>() {
        let act = posted.desk.act(app);
        let detach = move |tx: &mut Tx<'_>, act: &Act| desk::detach(tx, act, &reference, file);
        app.office.write(act, detach).await.map_err(refused)?;
    }
    for (place, sent) in posted.files.iter().enumerate() {
        let taken = files::check(app, sent).await;
        let taken = taken
            .map_err(|unfit| (StatusCode::UNPROCESSABLE_ENTITY, files::said(language, &sent.name, &unfit)))?;
        let act = posted.desk.act(app);
        let key = key(posted, &act, &format!("desk-file-{place}")).map_err(refused)?;
        let attach = move |tx: &mut Tx<'_>, act: &Act| {
            office::once(tx, act, Some(&key), |tx| desk::attach(tx, act, &reference, &taken))
        };
        app.office.write(act, attach).await.map_err(refused)?;
    }
    Ok(())
}

async fn send(
    app: &App,
    posted: &Posted,
    (reference, kept): (Reference, (CompositionId, i64)),
    at: Option<Timestamp>,
) -> Response {
    let desk = &posted.desk;
    let send = move |tx: &mut Tx<'_>, act: &Act| once_gone(desk::send(tx, act, &reference, kept, at), None);
    match app.office.write(desk.act(app), send).await {
        Ok(_) if posted.text("next") == "yes" => {
            let list = inbox::asked(Some(&desk.list())).map_err(|problem| desk.refuse(app, &problem));
            let list = match list {
                Ok(list) => list,
                Err(page) => return page,
            };
            let next = move |tx: &mut Tx<'_>, act: &Act| inbox::next(tx, act, &list, &reference);
            match app.office.read(desk.act(app), next).await {
                Ok(Some(next)) => back(desk, next),
                _ => Redirect::to(&address(desk, "/desk")).into_response(),
            }
        }
        sent => told(app, desk, reference, sent.map(drop)).await,
    }
}

/// The same form, sent again: it did its work the first time, and what is written since is not its own.
fn once_gone<T>(done: Verb<T>, before: T) -> Verb<T> {
    if matches!(done, Err(Refusal::NotFound("draft"))) { Ok(before) } else { done }
}

/// The page again; or the page with why it did not work.
async fn told(app: &App, desk: &Desk, reference: Reference, done: Verb<()>) -> Response {
    match done {
        Ok(()) => back(desk, reference),
        Err(refusal) => {
            let told = Told { wrong: Some(said(desk.language, &refusal)), ..Told::default() };
            show(app, desk, &reference.to_string(), told).await
        }
    }
}

fn back(desk: &Desk, reference: Reference) -> Response {
    Redirect::to(&at(desk, reference)).into_response()
}

/// What a form says of what is being written. Its words are taken as they are, with line ends as everywhere else.
fn written(posted: &Posted) -> Written {
    let words = posted.fields.iter().find(|(name, _)| name == "words").map(|(_, words)| words.as_str());
    let number = |name: &str| posted.text(name).parse::<i64>().unwrap_or(0);
    let wanted = posted.text("to").parse::<CompositionKind>().or_else(|_| posted.text("kind").parse());
    Written {
        revision: number("revision"),
        base: number("base"),
        kind: wanted.unwrap_or(CompositionKind::Note),
        outcome: Some(posted.text("outcome")).filter(|code| !code.is_empty()).map(OutcomeCode::new),
        words: words.unwrap_or_default().replace("\r\n", "\n"),
    }
}

/// A time as the control for it says it, in the city.
pub(super) fn time(app: &App, text: &str) -> Option<Timestamp> {
    let local: DateTime = text.parse().ok()?;
    let zoned = local.to_zoned(app.office.city.calendar.zone().clone()).ok()?;
    Some(zoned.timestamp())
}
