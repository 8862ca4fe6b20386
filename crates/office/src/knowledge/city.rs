//! The articles of the city's data: the house begins with them, and follows them until officers take one over.

use super::MOST_ARTICLES;
use super::writing::{after_a_year, note};
use crate::city::{self, City, Localized};
use crate::{Act, Verb};
use records::Tx;
use records::articles::{self, Article, ArticleText};
use std::collections::BTreeMap;
use terms::{ArticleChange, ArticleId, ArticleState};

/// Takes over what the city's data explain, as they say it now; how many articles that changed. What officers have
/// changed at the desk stays as it is.
pub fn follow_city(tx: &mut Tx<'_>, act: &Act) -> Verb<usize> {
    let city = act.city();
    let known = articles::all(tx, MOST_ARTICLES)?;
    let mut known: BTreeMap<String, Article> =
        known.into_iter().map(|article| (article.code.clone(), article)).collect();
    let mut changed = 0;
    for explained in city.portal.articles.values() {
        let texts = texts(city, explained);
        match known.remove(&explained.code) {
            None => {
                let new = article(act, explained, (ArticleId::new(act.at, &act.chance), 1));
                articles::insert(tx, &new)?;
                put(tx, act, &new, &texts)?;
                changed += 1;
            }
            Some(old) if old.from_city => {
                let new = article(act, explained, (old.id, old.revision));
                let new = Article { on_page: old.on_page, changed_at: old.changed_at, ..new };
                if new != old || articles::texts_of(tx, old.id)? != texts {
                    let new = Article { revision: old.revision + 1, changed_at: act.at, ..new };
                    articles::update(tx, &new, old.revision)?;
                    put(tx, act, &new, &texts)?;
                    changed += 1;
                }
            }
            Some(_) => {}
        }
    }
    let gone = known.into_values().filter(|old| old.from_city && old.state != ArticleState::Retired);
    for old in gone {
        let read = old.revision;
        let new = Article { state: ArticleState::Retired, revision: read + 1, changed_at: act.at, ..old };
        articles::update(tx, &new, read)?;
        note(tx, act, &new, ArticleChange::Retired, None)?;
        changed += 1;
    }
    Ok(changed)
}

fn put(tx: &mut Tx<'_>, act: &Act, article: &Article, texts: &[ArticleText]) -> Verb<()> {
    articles::remove_texts(tx, article.id)?;
    for text in texts {
        articles::put_text(tx, article.id, text)?;
    }
    note(tx, act, article, ArticleChange::TakenOver, None)
}

fn article(act: &Act, explained: &city::Article, (id, revision): (ArticleId, i64)) -> Article {
    let owner = explained.owner.as_ref().and_then(|owner| act.city().officers.get(owner));
    Article {
        id,
        code: explained.code.clone(),
        owner: explained.owner.clone(),
        agency: owner.and_then(|owner| owner.agency.clone()),
        audience: explained.audience,
        state: ArticleState::Published,
        services: explained.services.clone(),
        keywords: explained.keywords.join(" "),
        reviewed_on: explained.reviewed,
        review_on: explained.reviewed.map(after_a_year),
        on_page: false,
        from_city: true,
        revision,
        changed_at: act.at,
    }
}

/// What the city's data say, in each language in which they say something, by language.
fn texts(city: &City, explained: &city::Article) -> Vec<ArticleText> {
    let mut tags: Vec<&String> = city.languages.iter().collect();
    tags.sort();
    let text = |tag: &String| {
        let said = |text: &Localized| {
            // A plain text is in the city's own language.
            let is_plain = city.languages.iter().all(|tag| text.exactly(tag).is_none());
            let own = (is_plain && tag == city.language()).then(|| text.text(tag));
            text.exactly(tag).or(own).filter(|said| !said.is_empty()).map(ToOwned::to_owned)
        };
        let title = said(&explained.title)?;
        let paragraphs = std::iter::once(&explained.summary).chain(&explained.text).filter_map(said);
        let body = paragraphs.collect::<Vec<_>>().join("\n\n");
        Some(ArticleText { language: tag.clone(), title, body })
    };
    tags.into_iter().filter_map(text).collect()
}
