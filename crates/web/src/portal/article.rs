//! An article as everybody reads it, and whether it helped.

use super::control::{Control, ErrorLine, Look, Values, Wrong, summary};
use super::find::{Way, way_to};
use super::guest::Guest;
use super::posted::Posted;
use super::say::Text;
use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::prose::{Block, blocks};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use office::knowledge::{self, LONGEST_OPINION, Read};
use office::{Act, Verb};
use records::Tx;
use terms::Purpose;
use wording::{Argument, Language};

#[derive(Template)]
#[template(path = "portal/article.html")]
struct ArticlePage {
    layout: Layout,
    language: Language,
    errors: Vec<ErrorLine>,
    title: Text,
    /// The language of what follows, where it is not the page's.
    lang: Text,
    blocks: Vec<Block>,
    ways: Vec<Way>,
    reviewed: Option<String>,
    action: String,
    token: String,
    helped: Control,
    words: Control,
    thanks: bool,
}

/// `GET /help/{code}`
pub(crate) async fn page(State(app): State<App>, Path(code): Path<String>, guest: Guest) -> Response {
    match read(&app, &guest, &code).await {
        Ok(read) => {
            guest.private(render(&article_page(&app, &guest, &read, (&Values::new(), &Wrong::new()))))
        }
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

async fn read(app: &App, guest: &Guest, code: &str) -> Verb<Read> {
    let (act, code) = (guest.act(app, Purpose::Statistics), code.to_owned());
    app.office.read(act, move |tx, act| knowledge::published(tx, act, &code)).await
}

fn article_page(app: &App, guest: &Guest, read: &Read, (values, wrong): (&Values, &Wrong)) -> ArticlePage {
    let (city, language) = (&app.office.city, guest.language);
    let text = read.text(&[language.tag(), city.language()]);
    let said =
        |said: &str| text.map(|text| Text::in_language(said, &text.language, language)).unwrap_or_default();
    let title = said(text.map_or("", |text| text.title.as_str()));
    let answers = ["yes", "no"].map(|one| (one.to_owned(), Text::said(language, &format!("answer-{one}"))));
    let line = |name, key: &str| Control::line(language, name, Text::said(language, key));
    let helped = line("helped", "help-helped").looking(Look::One).choosing(answers.to_vec());
    let helped = helped.with(values, wrong);
    let words = line("words", "help-words").looking(Look::Text);
    let words = words.hinted(Text::said(language, "help-words-hint")).with(values, wrong);
    let services = read.article.services.iter().filter_map(|code| city.services.get(code));
    let mut layout = guest.layout(app, &title.text);
    layout.error = !wrong.is_empty();
    ArticlePage {
        layout,
        language,
        errors: summary(&[&helped, &words], wrong),
        lang: said(""),
        blocks: text.map(|text| blocks(&text.body)).unwrap_or_default(),
        ways: services.map(|service| way_to(city, service, language)).collect(),
        reviewed: read.article.reviewed_on.map(|day| {
            language.say_with("service-reviewed", &[("date", Argument::Words(&language.date(day)))])
        }),
        action: format!("/help/{}/feedback", read.article.code),
        token: guest.token(),
        thanks: false,
        title,
        helped,
        words,
    }
}

/// What is wrong with what a reader said.
fn wrong(posted: &Posted) -> Wrong {
    let language = posted.guest.language;
    let mut wrong = posted.unreadable();
    if !matches!(posted.text("helped"), "yes" | "no") {
        wrong.push(("helped".to_owned(), language.say("help-helped-missing")));
    }
    if posted.text("words").chars().count() > LONGEST_OPINION {
        let most = language.count(LONGEST_OPINION as u64);
        let text = language.say_with("help-too-long", &[("most", Argument::Words(&most))]);
        wrong.push(("words".to_owned(), text));
    }
    wrong
}

/// `POST /help/{code}/feedback`
pub(crate) async fn say(State(app): State<App>, Path(code): Path<String>, posted: Posted) -> Response {
    let guest = &posted.guest;
    let article = match read(&app, guest, &code).await {
        Ok(article) => article,
        Err(refusal) => return refuse(&app, &guest.visitor, &refusal.into()),
    };
    let wrong = wrong(&posted);
    if !wrong.is_empty() {
        let page = article_page(&app, guest, &article, (&posted.fields, &wrong));
        let mut response = guest.private(render(&page));
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return response;
    }
    match keep(&app, &posted, code).await {
        Ok(()) => {
            let page = article_page(&app, guest, &article, (&Values::new(), &Wrong::new()));
            guest.private(render(&ArticlePage { thanks: true, ..page }))
        }
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// Keeps what a reader said, once however often its button is pressed.
async fn keep(app: &App, posted: &Posted, code: String) -> Verb<()> {
    let act = posted.guest.act(app, Purpose::Service);
    let key = posted.key(&act)?;
    let (helped, words) = (posted.text("helped") == "yes", posted.text("words").replace("\r\n", "\n"));
    let tag = posted.guest.language.tag();
    let say = move |tx: &mut Tx<'_>, act: &Act| {
        office::once(tx, act, Some(&key), |tx| {
            knowledge::say_as_reader(tx, act, &code, (helped, &words, tag))
        })
    };
    app.office.write(act, say).await
}
