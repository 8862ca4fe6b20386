//! Knowledge: articles that answer what is often asked, from a first draft to a line on a service's page.

mod answers;
mod city;
mod read;
mod redraft;
mod shelf;
mod writing;

pub use answers::{DAYS_COUNTED, LONGEST_OPINION, often_used, say_as_officer, say_as_reader, take_into};
pub use city::follow_city;
pub use read::{Read, insertable, published, whole};
pub use redraft::{Redraft, redraft};
pub use shelf::{Card, Heading, Shelf, mark, shelf};
pub use writing::{
    LONGEST_BODY, LONGEST_TITLE, MOST_SERVICES, NewArticle, Particulars, begin, change, publish,
    put_on_pages, retire, review, take_off_pages, write,
};

pub(crate) use answers::answered;

use crate::{Act, Refusal, Verb};
use policy::{Action, Resource};
use records::Tx;
use records::articles::{self, Article};
use terms::{Actor, ArticleId, OfficerCode};

/// Articles that a house keeps.
pub const MOST_ARTICLES: u32 = 10_000;

/// Whether whoever acts may do something with an article.
pub fn may(act: &Act, article: &Article, action: Action) -> bool {
    act.may(action, resource(act, article))
}

fn resource(act: &Act, article: &Article) -> Resource {
    let own = article.owner.is_some() && article.owner.as_ref() == officer(act);
    Resource::Article { agency: article.agency.clone(), own }
}

/// Loads an article to do something with it.
fn load(tx: &mut Tx<'_>, act: &Act, id: ArticleId, action: Action) -> Verb<Article> {
    let article = articles::by_id(tx, id)?.ok_or(Refusal::NotFound("article"))?;
    act.must(action, resource(act, &article))?;
    Ok(article)
}

/// [`load`], and refuses if the article has changed since revision `read`.
fn load_at(tx: &mut Tx<'_>, act: &Act, id: ArticleId, read: i64) -> Verb<Article> {
    let article = load(tx, act, id, Action::WriteArticle)?;
    if article.revision == read {
        return Ok(article);
    }
    Err(Refusal::Stale { now: article.revision, since: Vec::new() })
}

/// The officer who acts, if one does.
fn officer(act: &Act) -> Option<&OfficerCode> {
    match &act.who.actor {
        Actor::Officer(officer) => Some(officer),
        Actor::Public | Actor::Customer(_) | Actor::Integration(_) | Actor::House => None,
    }
}

/// Refuses whoever is no officer.
fn me(act: &Act) -> Verb<OfficerCode> {
    officer(act).cloned().ok_or_else(|| Refusal::Forbidden("only officers keep articles; sign in".into()))
}
