//! Writing an article: its first text, and its text in each language.

use super::address;
use super::form::{Filled, FormPage, audiences, form_page, languages, services, text_controls};
use crate::App;
use crate::desk::officer::{Desk, Posted};
use crate::portal::control::Values;
use crate::portal::guest::Asked;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::knowledge::{self, NewArticle, Read};
use office::{Act, Refusal, Verb};
use records::Tx;
use records::articles::ArticleText;
use serde::Deserialize;
use terms::{ArticleAudience, ArticleId, ContactId, Reference, ServiceCode};
use wording::{Argument, Language};

/// From which answer an article is begun.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NewQuery {
    case: String,
    contact: String,
}

/// `GET /desk/articles/new`
pub(super) async fn new(State(app): State<App>, desk: Desk, Asked(query): Asked<NewQuery>) -> Response {
    let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut values = vec![own("language", desk.language.tag()), own("audience", "everybody")];
    if let (Ok(reference), Ok(contact)) =
        (query.case.parse::<Reference>(), query.contact.parse::<ContactId>())
    {
        let read = move |tx: &mut Tx<'_>, act: &Act| knowledge::redraft(tx, act, &reference, contact);
        match app.office.read(desk.act(&app), read).await {
            Ok(redraft) => {
                let language = redraft.language.unwrap_or_else(|| app.office.city.language().to_owned());
                values[0].1 = language;
                values.push(own("body", &redraft.body));
                values.push(own("services", redraft.service.as_str()));
            }
            Err(refusal) => return desk.refuse(&app, &refusal.into()),
        }
    }
    Filled::with(&values).answer(new_page(&app, &desk, &Filled::with(&values)))
}

fn new_page(app: &App, desk: &Desk, filled: &Filled<'_>) -> FormPage {
    let language = desk.language;
    let mut controls = text_controls(language);
    controls.insert(0, languages(app, language));
    controls.push(audiences(language));
    let redrafted = filled.values.iter().any(|(name, _)| name == "body");
    FormPage {
        lead: if redrafted { language.say("know-new-from-answer") } else { language.say("know-new-lead") },
        services: Some(services(app, language, filled.values)),
        action: format!("/desk/articles?lang={}", language.tag()),
        button: language.say("know-keep-draft"),
        ..form_page(app, desk, language.say("know-new"), (controls, filled))
    }
}

/// `POST /desk/articles`
pub(super) async fn begin(State(app): State<App>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let new = NewArticle {
        text: text_of(&posted, posted.text("language")),
        audience: posted.text("audience").parse().unwrap_or(ArticleAudience::Officers),
        services: services_of(&posted),
    };
    let begun = match crate::desk::case::key(&posted, &desk.act(&app), "desk-article") {
        Ok(key) => {
            let begin = move |tx: &mut Tx<'_>, act: &Act| {
                office::once(tx, act, Some(&key), |tx| knowledge::begin(tx, act, &new))
            };
            app.office.write(desk.act(&app), begin).await
        }
        Err(refusal) => Err(refusal),
    };
    match begun {
        Ok(id) => Redirect::to(&address(desk, id)).into_response(),
        Err(refusal) => {
            let filled = Filled::refused(desk.language, &posted.fields, &refusal);
            filled.answer(new_page(&app, desk, &filled))
        }
    }
}

/// `GET /desk/articles/{id}/texts/{tag}`
pub(super) async fn text(
    State(app): State<App>,
    Path((id, tag)): Path<(String, String)>,
    desk: Desk,
) -> Response {
    let read = match to_write(&app, &desk, &id).await {
        Ok(read) => read,
        Err(refusal) => return desk.refuse(&app, &refusal.into()),
    };
    let Some(written) = Language::of(&tag).filter(|_| app.office.city.languages.contains(&tag)) else {
        return desk.refuse(&app, &Problem::not_found("page"));
    };
    let known = read.texts.iter().find(|text| text.language == tag);
    let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let values: Values =
        known.iter().flat_map(|text| [own("title", &text.title), own("body", &text.body)]).collect();
    let filled = Filled::with(&values);
    filled.answer(text_page(&app, &desk, &filled, (&read, written)))
}

fn text_page(app: &App, desk: &Desk, filled: &Filled<'_>, (read, written): (&Read, Language)) -> FormPage {
    let language = desk.language;
    let name = crate::desk::case::in_words(language, written);
    let title = language.say_with("know-text-in", &[("name", Argument::Words(&name))]);
    FormPage {
        lead: language.say("know-text-lead"),
        action: format!("/desk/articles/{}/texts/{}?lang={}", read.article.id, written.tag(), language.tag()),
        back: address(desk, read.article.id),
        revision: read.article.revision,
        ..form_page(app, desk, title, (text_controls(language), filled))
    }
}

/// `POST /desk/articles/{id}/texts/{tag}`
pub(super) async fn write(
    State(app): State<App>,
    Path((id, tag)): Path<(String, String)>,
    posted: Posted,
) -> Response {
    let desk = &posted.desk;
    let (text, read) = (text_of(&posted, &tag), revision(&posted));
    let written = save(&app, desk, &id, move |tx, act, id| knowledge::write(tx, act, id, read, &text)).await;
    let refusal = match written {
        Ok(()) => return Redirect::to(&address(desk, id)).into_response(),
        Err(refusal) => refusal,
    };
    let (Ok(read), Some(written)) = (to_write(&app, desk, &id).await, Language::of(&tag)) else {
        return desk.refuse(&app, &refusal.into());
    };
    let filled = Filled::refused(desk.language, &posted.fields, &refusal);
    let mut page = text_page(&app, desk, &filled, (&read, written));
    if matches!(refusal, Refusal::Stale { .. }) {
        let now = read.texts.iter().find(|text| text.language == tag);
        page.theirs = now.map(|text| (text.title.clone(), text.body.clone()));
    }
    filled.answer(page)
}

/// An article, for whoever may change it.
pub(super) async fn to_write(app: &App, desk: &Desk, id: &str) -> Verb<Read> {
    let id = id.parse::<ArticleId>().map_err(|_| Refusal::NotFound("article"))?;
    let read = app.office.read(desk.act(app), move |tx, act| knowledge::whole(tx, act, id)).await?;
    if read.may_write {
        return Ok(read);
    }
    let who = "only its owner, the supervisor of its agency and administrators change an article; tell them";
    Err(Refusal::Forbidden(who.to_owned()))
}

pub(super) async fn save<T: 'static>(
    app: &App,
    desk: &Desk,
    id: &str,
    mut verb: impl FnMut(&mut Tx<'_>, &Act, ArticleId) -> Verb<T> + Send + 'static,
) -> Verb<()> {
    let id = id.parse::<ArticleId>().map_err(|_| Refusal::NotFound("article"))?;
    app.office.write(desk.act(app), move |tx, act| verb(tx, act, id).map(drop)).await
}

pub(super) fn revision(posted: &Posted) -> i64 {
    posted.text("revision").parse().unwrap_or(0)
}

fn text_of(posted: &Posted, tag: &str) -> ArticleText {
    ArticleText {
        language: tag.to_owned(),
        title: posted.text("title").to_owned(),
        body: posted.text("body").replace("\r\n", "\n"),
    }
}

pub(super) fn services_of(posted: &Posted) -> Vec<ServiceCode> {
    posted.all("services").filter(|code| !code.is_empty()).map(ServiceCode::new).collect()
}
