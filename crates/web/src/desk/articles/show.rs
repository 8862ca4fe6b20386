//! An article at the desk: what it says, what it was good for, what was said of it, and what can be done to it.

use super::address;
use crate::App;
use crate::desk::frame::Frame;
use crate::desk::officer::{Desk, Posted};
use crate::desk::who::name_of;
use crate::pages::render;
use crate::portal::say::{Text, moment};
use crate::problem::Problem;
use crate::prose::{Block, blocks};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use office::knowledge::{self, Read};
use office::{Act, Refusal, Verb};
use records::Tx;
use records::articles::{ArticleText, Revision};
use terms::{ArticleAudience, ArticleId, ArticleState};
use wording::{Argument, Language};

#[derive(Template)]
#[template(path = "desk/articles/show.html")]
struct ArticlePage {
    frame: Frame,
    wrong: Option<String>,
    thanks: bool,
    path: String,
    title: Text,
    revision: i64,
    state: &'static str,
    state_said: String,
    facts: Vec<(String, Text)>,
    texts: Vec<TextView>,
    missing: Vec<(String, Text)>,
    uses: String,
    offers_line: Option<String>,
    on_page: bool,
    may_write: bool,
    /// What can be done to it: the name in its address and the message of its button.
    acts: Vec<(&'static str, &'static str)>,
    public: Option<String>,
    counts: String,
    opinions: Vec<Said>,
    typed: String,
    revisions: Vec<Said>,
}

/// What an article says in one language.
struct TextView {
    name: Text,
    href: String,
    lang: Text,
    title: String,
    blocks: Vec<Block>,
    open: bool,
}

/// What somebody said or did, with words where there were some.
struct Said {
    says: String,
    title: String,
    words: String,
}

/// What a page says beyond the article.
#[derive(Default)]
struct Told {
    wrong: Option<(StatusCode, String)>,
    thanks: bool,
    typed: String,
}

/// `GET /desk/articles/{id}`
pub(super) async fn page(State(app): State<App>, Path(id): Path<String>, desk: Desk) -> Response {
    let thanks = desk.visitor.query().any(|part| part == "said=yes");
    show(&app, &desk, &id, Told { thanks, ..Told::default() }).await
}

async fn show(app: &App, desk: &Desk, id: &str, told: Told) -> Response {
    let Ok(id) = id.parse::<ArticleId>() else { return desk.refuse(app, &Problem::not_found("article")) };
    match app.office.read(desk.act(app), move |tx, act| knowledge::whole(tx, act, id)).await {
        Ok(read) => {
            let status = told.wrong.as_ref().map_or(StatusCode::OK, |(status, _)| *status);
            let mut response = Desk::private(render(&article_page(app, desk, &read, told)));
            if response.status() == StatusCode::OK {
                *response.status_mut() = status;
            }
            response
        }
        Err(refusal) => desk.refuse(app, &refusal.into()),
    }
}

/// What a form wants.
enum Wanted {
    Publish,
    Retire,
    Review,
    PutOnPages,
    TakeOffPages,
    Say(bool),
}

/// `POST /desk/articles/{id}/{act}`
pub(super) async fn act(
    State(app): State<App>,
    Path((id, name)): Path<(String, String)>,
    posted: Posted,
) -> Response {
    let desk = &posted.desk;
    let wanted = match (name.as_str(), posted.text("on") == "yes") {
        ("publication", _) => Wanted::Publish,
        ("retirement", _) => Wanted::Retire,
        ("review", _) => Wanted::Review,
        ("line", true) => Wanted::PutOnPages,
        ("line", false) => Wanted::TakeOffPages,
        ("feedback", _) => Wanted::Say(posted.text("helped") == "yes"),
        _ => return desk.refuse(&app, &Problem::not_found("page")),
    };
    let said = if matches!(wanted, Wanted::Say(_)) { "&said=yes" } else { "" };
    match perform(&app, &posted, &id, wanted).await {
        Ok(()) => Redirect::to(&format!("{}{said}", address(desk, id))).into_response(),
        Err(refusal) => {
            let wrong = Some(wrong(desk.language, &refusal));
            let told = Told { wrong, typed: posted.text("words").to_owned(), ..Told::default() };
            show(&app, desk, &id, told).await
        }
    }
}

async fn perform(app: &App, posted: &Posted, id: &str, wanted: Wanted) -> Verb<()> {
    let id = id.parse::<ArticleId>().map_err(|_| Refusal::NotFound("article"))?;
    let read = posted.text("revision").parse().unwrap_or(0);
    let words = posted.text("words").replace("\r\n", "\n");
    let act = posted.desk.act(app);
    let language = posted.desk.language.tag();
    app.office
        .write(act, move |tx: &mut Tx<'_>, act: &Act| match wanted {
            Wanted::Publish => knowledge::publish(tx, act, id, read).map(drop),
            Wanted::Retire => knowledge::retire(tx, act, id, read).map(drop),
            Wanted::Review => knowledge::review(tx, act, id, read).map(drop),
            Wanted::PutOnPages => knowledge::put_on_pages(tx, act, id, read).map(drop),
            Wanted::TakeOffPages => knowledge::take_off_pages(tx, act, id, read).map(drop),
            Wanted::Say(helped) => knowledge::say_as_officer(tx, act, id, (helped, &words, language)),
        })
        .await
}

/// Why something was not done, in words and with its status.
pub(super) fn wrong(language: Language, refusal: &Refusal) -> (StatusCode, String) {
    let status = Problem::from(refusal.clone()).status();
    let text = match refusal {
        Refusal::Stale { .. } => language.say("know-stale"),
        Refusal::Broke(_) => language.say("desk-case-broke"),
        other => language.say_with("desk-case-refused", &[("why", Argument::Words(&other.to_string()))]),
    };
    (status, text)
}

fn article_page(app: &App, desk: &Desk, read: &Read, told: Told) -> ArticlePage {
    let (city, language, article) = (&app.office.city, desk.language, &read.article);
    let shown = read.text(&[language.tag(), city.language()]);
    let title =
        shown.map(|text| Text::in_language(&text.title, &text.language, language)).unwrap_or_default();
    let public = article.state == ArticleState::Published && article.audience == ArticleAudience::Everybody;
    let (yes, no) = read.counts;
    let counts = [("yes", Argument::Count(yes)), ("no", Argument::Count(no))];
    let missing = city.languages.iter().filter(|tag| read.texts.iter().all(|text| text.language != **tag));
    let missing = missing.filter_map(|tag| Language::of(tag));
    let mut texts: Vec<_> = read.texts.iter().map(|text| text_view(desk, read, text, shown)).collect();
    texts.sort_by_key(|text| !text.open);
    let mut frame = Frame::new(app, desk, &title.text);
    frame.layout.error = told.wrong.is_some();
    ArticlePage {
        frame,
        path: format!("/desk/articles/{}", article.id),
        revision: article.revision,
        state: article.state.as_str(),
        state_said: language.say(&format!("know-state-{}", article.state)),
        facts: facts(app, language, read),
        texts,
        missing: missing.map(|tag| (text_href(desk, read, tag.tag()), Text::name_of(tag))).collect(),
        uses: language.say_with("know-uses", &[("count", Argument::Count(read.uses))]),
        offers_line: offers_line(app, language, read, public),
        on_page: article.on_page,
        may_write: read.may_write,
        acts: acts(article.state),
        public: public.then(|| format!("/help/{}?lang={}", article.code, language.tag())),
        counts: language.say_with("know-opinions", &counts),
        opinions: opinions(app, language, read),
        typed: told.typed,
        revisions: read.revisions.iter().map(|revision| done(app, language, revision)).collect(),
        wrong: told.wrong.map(|(_, text)| text),
        thanks: told.thanks,
        title,
    }
}

fn acts(state: ArticleState) -> Vec<(&'static str, &'static str)> {
    let (publish, retire) = (("publication", "know-publish"), ("retirement", "know-retire"));
    match state {
        ArticleState::Draft => vec![publish, retire],
        ArticleState::Published => vec![("review", "know-still-right"), retire],
        ArticleState::Retired => vec![publish],
    }
}

/// What the owner is offered once an article has answered often.
fn offers_line(app: &App, language: Language, read: &Read, public: bool) -> Option<String> {
    let often = read.uses >= i64::from(app.office.city.portal.line_after);
    let offers = public && often && !read.article.on_page && !read.article.services.is_empty();
    offers.then(|| language.say_with("know-line-offer", &[("count", Argument::Count(read.uses))]))
}

fn text_href(desk: &Desk, read: &Read, tag: &str) -> String {
    format!("/desk/articles/{}/texts/{tag}?lang={}", read.article.id, desk.language.tag())
}

fn text_view(desk: &Desk, read: &Read, text: &ArticleText, shown: Option<&ArticleText>) -> TextView {
    let name = Language::of(&text.language).map_or_else(|| Text::plain(text.language.clone()), Text::name_of);
    TextView {
        name,
        href: text_href(desk, read, &text.language),
        lang: Text::in_language("", &text.language, desk.language),
        title: text.title.clone(),
        blocks: blocks(&text.body),
        open: shown == Some(text),
    }
}

fn facts(app: &App, language: Language, read: &Read) -> Vec<(String, Text)> {
    let (city, article) = (&app.office.city, &read.article);
    let owner = article.owner.as_ref().map(|owner| name_of(city, owner));
    let owner = owner.unwrap_or_else(|| language.say("know-no-owner"));
    let day = |day: Option<jiff::civil::Date>| day.map(|day| Text::plain(language.date(day)));
    let services = article.services.iter().filter_map(|code| city.services.get(code));
    let services: Vec<String> =
        services.map(|service| service.name.text(language.tag()).to_owned()).collect();
    let facts = [
        ("know-audience", Some(Text::said(language, &format!("know-audience-{}", article.audience)))),
        ("know-owner", Some(Text::plain(owner))),
        ("know-reviewed", day(article.reviewed_on)),
        ("know-review", day(article.review_on)),
        ("know-services", (!services.is_empty()).then(|| Text::plain(language.list(&services)))),
    ];
    facts.into_iter().filter_map(|(key, text)| Some((language.say(key), text?))).collect()
}

fn opinions(app: &App, language: Language, read: &Read) -> Vec<Said> {
    let city = &app.office.city;
    let said = |opinion: &records::article_answers::Opinion| {
        let key = if opinion.helped { "know-said-yes" } else { "know-said-no" };
        let who = opinion.officer.as_ref().map(|officer| name_of(city, officer));
        let who = who.unwrap_or_else(|| language.say("know-a-reader"));
        let date = moment(city, language, opinion.at);
        let arguments = [("name", Argument::Words(&who)), ("date", Argument::Words(&date))];
        Said {
            says: language.say_with(key, &arguments),
            title: String::new(),
            words: opinion.words.clone().unwrap_or_default(),
        }
    };
    read.opinions.iter().map(said).collect()
}

fn done(app: &App, language: Language, revision: &Revision) -> Said {
    let city = &app.office.city;
    let who = revision.officer.as_ref().map(|officer| name_of(city, officer));
    let who = who.unwrap_or_else(|| language.say("desk-case-by-house"));
    let what = language.say(&format!("know-done-{}", revision.what));
    let date = moment(city, language, revision.at);
    let arguments =
        [("what", Argument::Words(&what)), ("name", Argument::Words(&who)), ("date", Argument::Words(&date))];
    let text = revision.text.as_ref();
    Said {
        says: language.say_with("desk-case-news-line", &arguments),
        title: text.map(|text| format!("{} ({})", text.title, text.language)).unwrap_or_default(),
        words: text.map(|text| text.body.clone()).unwrap_or_default(),
    }
}
