//! Finding what somebody needs by their own words: services, explanations, and what happens in life.

use crate::city::{Article, City, LifeEvent, Localized, Service};
use matching::{folded, likeness};
use std::collections::BTreeMap;
use terms::{Channel, ServiceCode};

/// Words of a query that are looked for.
const MOST_TYPED: usize = 12;
/// What a hit must reach of the best that its words could reach.
const WORTH_SHOWING: f64 = 0.18;
/// What the best place counts for a word that stands there as it was typed.
const MOST: f64 = 4.0;

/// Something found.
#[derive(Debug, Clone, Copy)]
pub enum Found<'c> {
    /// Something to ask for.
    Service(&'c Service),
    /// Something explained.
    Article(&'c Article),
    /// Something that happens in life.
    LifeEvent(&'c LifeEvent),
}

/// The words by which things are found, folded once.
pub struct Index {
    /// Each word once.
    words: Vec<String>,
    entries: Vec<Entry>,
}

/// Something that can be found: where it is in the city's data, and its words with what each counts.
struct Entry {
    what: What,
    words: Vec<(usize, f64)>,
}

enum What {
    Service(ServiceCode),
    Article(String),
    LifeEvent(usize),
}

impl Index {
    /// Everything that a city has to offer over the web.
    pub fn of(city: &City) -> Self {
        Self::over(city, |service| service.open_to(Channel::Web))
    }

    /// Everything that a city has to offer, whatever the channel: officers write down what others ask for.
    pub fn whole(city: &City) -> Self {
        Self::over(city, |_| true)
    }

    fn over(city: &City, offers: impl Fn(&&Service) -> bool) -> Self {
        let services = city.services.values().filter(offers);
        let services = services.map(|service| {
            let fields = [
                (MOST, every(&service.name)),
                (3.5, service.keywords.join(" ")),
                (1.5, every(&service.group)),
                (1.0, every(&service.help)),
            ];
            (What::Service(service.code.clone()), fields.to_vec())
        });
        let articles = city.portal.articles.iter().map(|(code, article)| {
            let words = [every(&article.title), article.keywords.join(" "), every(&article.summary)];
            (What::Article(code.clone()), [3.5, 3.0, 1.0].into_iter().zip(words).collect())
        });
        let events = city.portal.life_events.iter().enumerate();
        let events = events.map(|(at, event)| (What::LifeEvent(at), vec![(3.0, every(&event.title))]));
        let mut known = BTreeMap::new();
        let entries = services.chain(articles).chain(events);
        let entries = entries.map(|(what, fields)| Entry::of(what, &fields, &mut known)).collect();
        let mut words: Vec<(String, usize)> = known.into_iter().collect();
        words.sort_unstable_by_key(|(_, place)| *place);
        Self { words: words.into_iter().map(|(word, _)| word).collect(), entries }
    }

    /// What fits the words of somebody who may type them in any of the city's languages, the best first.
    pub fn search<'c>(&self, city: &'c City, words: &str, limit: usize) -> Vec<Found<'c>> {
        let typed: Vec<String> = folded(words).into_iter().take(MOST_TYPED).collect();
        let most: f64 = typed.iter().map(|word| importance(word) * MOST).sum();
        let mut scores = vec![0.0; self.entries.len()];
        for word in &typed {
            let alike: Vec<f64> = self.words.iter().map(|known| likeness(word, known)).collect();
            for (score, entry) in scores.iter_mut().zip(&self.entries) {
                let best =
                    entry.words.iter().map(|(place, weight)| weight * alike[*place]).fold(0.0, f64::max);
                *score += importance(word) * best;
            }
        }
        let mut found: Vec<(f64, &Entry)> = scores.into_iter().zip(&self.entries).collect();
        found.retain(|(score, _)| *score > WORTH_SHOWING * most);
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        found.into_iter().filter_map(|(_, entry)| entry.what.of(city)).take(limit).collect()
    }
}

impl Entry {
    /// Numbers the words that are new; one that stands in several places counts by the best of them.
    fn of(what: What, fields: &[(f64, String)], known: &mut BTreeMap<String, usize>) -> Self {
        let mut words: BTreeMap<usize, f64> = BTreeMap::new();
        for (weight, text) in fields {
            for word in folded(text) {
                let next = known.len();
                let best = words.entry(*known.entry(word).or_insert(next)).or_default();
                *best = best.max(*weight);
            }
        }
        Self { what, words: words.into_iter().collect() }
    }
}

impl What {
    fn of<'c>(&self, city: &'c City) -> Option<Found<'c>> {
        match self {
            Self::Service(code) => city.services.get(code).map(Found::Service),
            Self::Article(code) => city.portal.articles.get(code).map(Found::Article),
            Self::LifeEvent(at) => city.portal.life_events.get(*at).map(Found::LifeEvent),
        }
    }
}

fn every(text: &Localized) -> String {
    text.every().collect::<Vec<_>>().join(" ")
}

/// Longer words say more.
#[expect(clippy::cast_precision_loss, reason = "words have few letters")]
fn importance(word: &str) -> f64 {
    (word.chars().count().min(8) as f64).max(1.0)
}
