//! The list of articles: all of them, or those that an officer has to do something about.

use super::{address, heading};
use crate::App;
use crate::desk::frame::Frame;
use crate::desk::officer::Desk;
use crate::desk::who::name_of;
use crate::pages::{Link, escaped, render};
use crate::portal::guest::Asked;
use crate::portal::say::Text;
use crate::shelf::shelf;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use office::knowledge::{self, Card, Shelf};
use serde::Deserialize;
use std::collections::BTreeMap;
use terms::{ArticleId, ArticleState};
use wording::{Argument, Language};

/// Articles on a page; whoever looks for another one types what it is about.
const MOST_ROWS: usize = 200;
/// The longest query, in characters.
const LONGEST_QUERY: usize = 200;

/// Which articles, as an address names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    All,
    Mine,
    Due,
    Drafts,
    Often,
    Retired,
}

impl Which {
    const ALL: [Self; 6] = [Self::All, Self::Mine, Self::Due, Self::Drafts, Self::Often, Self::Retired];

    const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Mine => "mine",
            Self::Due => "due",
            Self::Drafts => "drafts",
            Self::Often => "often",
            Self::Retired => "retired",
        }
    }

    fn has(self, card: &Card, (desk, today, uses): (&Desk, Date, i64)) -> bool {
        let article = &card.article;
        let retired = article.state == ArticleState::Retired;
        match self {
            Self::All => !retired,
            Self::Mine => !retired && article.owner.as_ref() == Some(&desk.officer),
            Self::Due => is_due(card, today),
            Self::Drafts => article.state == ArticleState::Draft,
            Self::Often => !retired && uses > 0,
            Self::Retired => retired,
        }
    }
}

/// Whether somebody has to read an article through.
fn is_due(card: &Card, today: Date) -> bool {
    let published = card.article.state == ArticleState::Published;
    published && card.article.review_on.is_some_and(|day| day <= today)
}

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ListQuery {
    q: String,
    show: String,
}

#[derive(Template)]
#[template(path = "desk/articles/list.html")]
struct ListPage {
    frame: Frame,
    tabs: Vec<Link>,
    show: &'static str,
    words: String,
    count: String,
    rows: Vec<Row>,
}

/// An article in the list.
struct Row {
    href: String,
    title: Text,
    lead: Text,
    state: &'static str,
    state_said: String,
    audience: String,
    services: Vec<Text>,
    owner: String,
    uses: Option<String>,
    review: Option<(String, bool)>,
}

/// `GET /desk/articles`
pub(super) async fn page(State(app): State<App>, desk: Desk, Asked(query): Asked<ListQuery>) -> Response {
    let read = app.office.read(desk.act(&app), knowledge::often_used).await;
    let (uses, shelf) = match (read, shelf(&app).await) {
        (Ok(uses), Ok(shelf)) => (uses, shelf),
        (Err(refusal), _) | (_, Err(refusal)) => return desk.refuse(&app, &refusal.into()),
    };
    Desk::private(render(&list_page(&app, &desk, &query, (&shelf, uses))))
}

fn list_page(
    app: &App,
    desk: &Desk,
    query: &ListQuery,
    (shelf, uses): (&Shelf, Vec<(ArticleId, i64)>),
) -> ListPage {
    let language = desk.language;
    let which = Which::ALL.into_iter().find(|one| one.as_str() == query.show).unwrap_or(Which::All);
    let words: String = query.q.trim().chars().take(LONGEST_QUERY).collect();
    let today = app.office.city.calendar.day(app.office.now());
    let uses: BTreeMap<ArticleId, i64> = uses.into_iter().collect();
    let used = |card: &Card| uses.get(&card.article.id).copied().unwrap_or_default();
    let mut cards: Vec<&Card> = if words.is_empty() {
        shelf.all().collect()
    } else {
        shelf.search(&words).into_iter().map(|(_, card)| card).collect()
    };
    cards.retain(|card| which.has(card, (desk, today, used(card))));
    match which {
        _ if !words.is_empty() => {}
        Which::Due => cards.sort_by_key(|card| card.article.review_on),
        Which::Often => cards.sort_by_key(|card| std::cmp::Reverse(used(card))),
        Which::All | Which::Mine | Which::Drafts | Which::Retired => {
            cards.sort_by_key(|card| std::cmp::Reverse(card.article.changed_at));
        }
    }
    let count = i64::try_from(cards.len()).unwrap_or(i64::MAX);
    let rows = cards.iter().take(MOST_ROWS).map(|card| row(app, desk, card, (today, used(card))));
    ListPage {
        frame: Frame::new(app, desk, &language.say("know-title")),
        tabs: tabs(language, which, &words),
        show: which.as_str(),
        count: language.say_with("know-count", &[("count", Argument::Count(count))]),
        rows: rows.collect(),
        words,
    }
}

fn tabs(language: Language, which: Which, words: &str) -> Vec<Link> {
    let tab = |one: Which| Link {
        text: language.say(&format!("know-show-{}", one.as_str())),
        href: format!("/desk/articles?show={}&q={}&lang={}", one.as_str(), escaped(words), language.tag()),
        current: one == which,
        here: one == which,
    };
    Which::ALL.into_iter().map(tab).collect()
}

fn row(app: &App, desk: &Desk, card: &Card, (today, uses): (Date, i64)) -> Row {
    let (city, language, article) = (&app.office.city, desk.language, &card.article);
    let (title, lead) = heading(city, card, language);
    let services = article.services.iter().filter_map(|code| city.services.get(code));
    let used = || language.say_with("know-uses", &[("count", Argument::Count(uses))]);
    let review = article.review_on.filter(|_| article.state == ArticleState::Published).map(|day| {
        let due = is_due(card, today);
        let key = if due { "know-review-due" } else { "know-review-on" };
        (language.say_with(key, &[("date", Argument::Words(&language.date(day)))]), due)
    });
    Row {
        href: address(desk, article.id),
        title,
        lead,
        state: article.state.as_str(),
        state_said: language.say(&format!("know-state-{}", article.state)),
        audience: language.say(&format!("know-audience-{}", article.audience)),
        services: services.map(|service| Text::of(city, &service.name, language)).collect(),
        owner: article.owner.as_ref().map(|owner| name_of(city, owner)).unwrap_or_default(),
        uses: (uses > 0).then(used),
        review,
    }
}
