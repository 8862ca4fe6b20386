//! Finding what somebody needs by their own words: services, and what happens in life.

use crate::city::{City, LifeEvent, Localized, Service};
use matching::{folded, likeness};
use std::collections::{BTreeMap, BTreeSet};
use terms::{Channel, ServiceCode};

/// Words of a query that are looked for.
const MOST_TYPED: usize = 12;
/// What a hit must reach of the best that its words could reach.
const WORTH_SHOWING: f64 = 0.18;
/// What the best place counts for a word that stands there as it was typed.
pub(crate) const MOST: f64 = 4.0;

/// Something found.
#[derive(Debug, Clone, Copy)]
pub enum Found<'c> {
    /// Something to ask for.
    Service(&'c Service),
    /// Something that happens in life.
    LifeEvent(&'c LifeEvent),
}

/// What a city offers, by its words.
pub struct Index(Ranking<What>);

enum What {
    Service(ServiceCode),
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
        let events = city.portal.life_events.iter().enumerate();
        let events = events.map(|(at, event)| (What::LifeEvent(at), vec![(3.0, every(&event.title))]));
        Self(Ranking::of(services.chain(events)))
    }

    /// What fits the words of somebody who may type them in any of the city's languages, the best first, each with how
    /// well it fits.
    pub fn search<'c>(&self, city: &'c City, words: &str) -> Vec<(f64, Found<'c>)> {
        let found = self.0.search(words).into_iter();
        found.filter_map(|(score, what)| Some((score, what.of(city)?))).collect()
    }
}

impl What {
    fn of<'c>(&self, city: &'c City) -> Option<Found<'c>> {
        match self {
            Self::Service(code) => city.services.get(code).map(Found::Service),
            Self::LifeEvent(at) => city.portal.life_events.get(*at).map(Found::LifeEvent),
        }
    }
}

/// Things and the words by which they are found, folded once.
pub(crate) struct Ranking<T> {
    /// Each word once, with its number.
    words: BTreeMap<String, usize>,
    /// In how many entries each word stands, by its number.
    spread: Vec<usize>,
    entries: Vec<(T, BTreeMap<usize, f64>)>,
}

impl<T> Ranking<T> {
    /// Numbers the words of fields, each with what it counts; one that stands in several places counts by the best.
    pub(crate) fn of(things: impl Iterator<Item = (T, Vec<(f64, String)>)>) -> Self {
        let (mut words, mut spread) = (BTreeMap::new(), Vec::new());
        let mut entries = Vec::new();
        for (thing, fields) in things {
            let mut own: BTreeMap<usize, f64> = BTreeMap::new();
            for (weight, text) in &fields {
                for word in folded(text) {
                    let next = words.len();
                    let best = own.entry(*words.entry(word).or_insert(next)).or_default();
                    *best = best.max(*weight);
                }
            }
            spread.resize(words.len(), 0);
            own.keys().for_each(|number| spread[*number] += 1);
            entries.push((thing, own));
        }
        Self { words, spread, entries }
    }

    /// What fits a query, the best first: a share of the best that its words could reach. Slips of the finger count less.
    pub(crate) fn search(&self, query: &str) -> Vec<(f64, &T)> {
        let typed: Vec<String> = folded(query).into_iter().take(MOST_TYPED).collect();
        let most: f64 = typed.iter().map(|word| importance(word) * MOST).sum();
        let mut scores = vec![0.0; self.entries.len()];
        let mut alike = vec![0.0; self.words.len()];
        for word in &typed {
            self.words.iter().for_each(|(known, number)| alike[*number] = likeness(word, known));
            for (score, (_, own)) in scores.iter_mut().zip(&self.entries) {
                let best = own.iter().map(|(number, weight)| weight * alike[*number]).fold(0.0, f64::max);
                *score += importance(word) * best;
            }
        }
        let scores = scores.into_iter().map(|score| score / most.max(1.0));
        sorted(scores.zip(&self.entries).map(|(score, (thing, _))| (score, thing)), WORTH_SHOWING)
    }

    /// What has the words of a text, the best first; a word that stands everywhere says little.
    pub(crate) fn like(&self, text: &str) -> Vec<(f64, &T)> {
        let typed: BTreeSet<String> = folded(text).into_iter().collect();
        let weighed: BTreeMap<usize, f64> = typed
            .iter()
            .filter_map(|word| {
                let number = *self.words.get(word)?;
                Some((number, importance(word) * self.rarity(number)))
            })
            .collect();
        let score = |own: &BTreeMap<usize, f64>| {
            weighed.iter().filter_map(|(number, weight)| Some(own.get(number)? * weight)).sum::<f64>()
        };
        sorted(self.entries.iter().map(|(thing, own)| (score(own), thing)), 0.0)
    }

    #[expect(clippy::cast_precision_loss, reason = "there are few entries")]
    fn rarity(&self, number: usize) -> f64 {
        let spread = self.spread.get(number).copied().unwrap_or(1).max(1);
        ((self.entries.len() + 1) as f64 / spread as f64).ln()
    }
}

fn sorted<'t, T>(scored: impl Iterator<Item = (f64, &'t T)>, above: f64) -> Vec<(f64, &'t T)> {
    let mut found: Vec<(f64, &T)> = scored.filter(|(score, _)| *score > above).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found
}

fn every(text: &Localized) -> String {
    text.every().collect::<Vec<_>>().join(" ")
}

/// Longer words say more.
#[expect(clippy::cast_precision_loss, reason = "words have few letters")]
fn importance(word: &str) -> f64 {
    (word.chars().count().min(8) as f64).max(1.0)
}
