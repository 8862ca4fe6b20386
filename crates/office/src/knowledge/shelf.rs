//! The shelf: the titles of all articles and the words by which they are found, in memory, as long as none changes.

use super::MOST_ARTICLES;
use crate::services::{MOST, Ranking};
use crate::{Act, Verb};
use records::Tx;
use records::articles::{self, Article};
use std::collections::BTreeMap;
use terms::{ArticleId, ArticleState, ServiceCode};

/// The longest beginning of an article that is shown where it is offered, in characters.
const LONGEST_LEAD: usize = 200;
/// What it counts that an article is about the service of a case.
const SAME_SERVICE: f64 = 30.0;
/// What the words of a case must count for an article about something else to be offered.
const WORTH_OFFERING: f64 = 40.0;

/// All articles, as they are found.
pub struct Shelf {
    /// How they stood when they were read.
    pub mark: (i64, i64),
    cards: Vec<Card>,
    words: Ranking<usize>,
}

/// An article on the shelf.
pub struct Card {
    /// The article.
    pub article: Article,
    /// What it is called and how it begins, by language.
    pub headings: BTreeMap<String, Heading>,
}

/// How an article begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// What it is called.
    pub title: String,
    /// Its first words.
    pub lead: String,
}

impl Card {
    /// How it begins in the first of some languages in which it says anything; otherwise in any. With that language.
    pub fn heading(&self, languages: &[&str]) -> Option<(&str, &Heading)> {
        let found = languages.iter().find_map(|tag| self.headings.get_key_value(*tag));
        found.or_else(|| self.headings.iter().next()).map(|(tag, heading)| (tag.as_str(), heading))
    }

    /// Whether customers may read it.
    pub fn is_public(&self) -> bool {
        super::answers::can_answer(&self.article)
    }
}

/// How the articles stand: as long as this is the same, a shelf is as they are. It names nobody.
pub fn mark(tx: &mut Tx<'_>, _: &Act) -> Verb<(i64, i64)> {
    Ok(articles::mark(tx)?)
}

/// Puts all articles on a shelf. Whoever shows what stands there asks first who may read it.
pub fn shelf(tx: &mut Tx<'_>, _: &Act) -> Verb<Shelf> {
    let mark = articles::mark(tx)?;
    let found = articles::all(tx, MOST_ARTICLES)?;
    let mut cards: BTreeMap<ArticleId, (Card, Vec<String>)> = found
        .into_iter()
        .map(|article| (article.id, (Card { article, headings: BTreeMap::new() }, Vec::new())))
        .collect();
    articles::each_text(tx, |id, text| {
        if let Some((card, bodies)) = cards.get_mut(&id) {
            let lead = text.body.trim().split("\n\n").next().unwrap_or_default();
            let lead = lead.chars().take(LONGEST_LEAD).collect();
            card.headings.insert(text.language, Heading { title: text.title, lead });
            bodies.push(text.body);
        }
    })?;
    let words = Ranking::of(cards.values().enumerate().map(|(at, (card, bodies))| {
        let of = |part: fn(&Heading) -> &str| card.headings.values().map(part).collect::<Vec<_>>().join(" ");
        let fields =
            [(MOST - 0.5, of(|heading| &heading.title)), (MOST - 1.0, card.article.keywords.clone())];
        let bodies = bodies.iter().map(|body| (1.0, body.clone()));
        (at, fields.into_iter().chain(bodies).collect())
    }));
    Ok(Shelf { mark, cards: cards.into_values().map(|(card, _)| card).collect(), words })
}

impl Shelf {
    /// All of them, those of longest ago first.
    pub fn all(&self) -> impl Iterator<Item = &Card> {
        self.cards.iter()
    }

    /// One of them.
    pub fn card(&self, id: ArticleId) -> Option<&Card> {
        self.cards.iter().find(|card| card.article.id == id)
    }

    /// Those that fit a query, the best first, each with how well it fits.
    pub fn search(&self, words: &str) -> Vec<(f64, &Card)> {
        let found = self.words.search(words).into_iter();
        found.filter_map(|(score, at)| Some((score, self.cards.get(*at)?))).collect()
    }

    /// Those that may answer a case: about its service, or with the words that were said, the best first.
    pub fn offered(&self, service: &ServiceCode, words: &str, limit: usize) -> Vec<&Card> {
        let scores: BTreeMap<usize, f64> =
            self.words.like(words).into_iter().map(|(score, at)| (*at, score)).collect();
        let published = |card: &&Card| card.article.state == ArticleState::Published;
        let score = |(at, card): (usize, &Card)| {
            let same = card.article.services.contains(service);
            let said = scores.get(&at).copied().unwrap_or_default();
            (same || said >= WORTH_OFFERING).then_some(said + if same { SAME_SERVICE } else { 0.0 })
        };
        let mut offered: Vec<(f64, &Card)> = self
            .cards
            .iter()
            .enumerate()
            .filter(|(_, card)| published(card))
            .filter_map(|(at, card)| Some((score((at, card))?, card)))
            .collect();
        offered.sort_by(|a, b| b.0.total_cmp(&a.0));
        offered.into_iter().map(|(_, card)| card).take(limit).collect()
    }

    /// Those that stand on the page of a service.
    pub fn on_page(&self, service: &ServiceCode) -> Vec<&Card> {
        let stands = |card: &&Card| {
            card.article.on_page && card.is_public() && card.article.services.contains(service)
        };
        self.cards.iter().filter(stands).collect()
    }
}
