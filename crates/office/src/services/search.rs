//! Finding what somebody needs by their own words: services, explanations, and what happens in life.

use crate::city::{Article, City, LifeEvent, Localized, Service};
use matching::{folded, likeness};
use terms::Channel;

/// Words of a query that are looked for.
const MOST_TYPED: usize = 12;
/// What a hit must reach of the best that its words could reach.
const WORTH_SHOWING: f64 = 0.18;

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

/// What fits the words of somebody who may type them in any of the city's languages, the best first.
pub fn search<'c>(city: &'c City, words: &str, limit: usize) -> Vec<Found<'c>> {
    let typed: Vec<String> = folded(words).into_iter().take(MOST_TYPED).collect();
    if typed.is_empty() {
        return Vec::new();
    }
    let services = city.services.values().filter(|service| service.open_to(Channel::Web));
    let services = services.map(|service| {
        let fields = [
            (4.0, every(&service.name)),
            (3.5, service.keywords.join(" ")),
            (1.5, every(&service.group)),
            (1.0, every(&service.help)),
        ];
        (score(&typed, &fields), Found::Service(service))
    });
    let articles = city.portal.articles.values().map(|article| {
        let fields =
            [(3.5, every(&article.title)), (3.0, article.keywords.join(" ")), (1.0, every(&article.summary))];
        (score(&typed, &fields), Found::Article(article))
    });
    let events = city
        .portal
        .life_events
        .iter()
        .map(|event| (score(&typed, &[(3.0, every(&event.title))]), Found::LifeEvent(event)));
    let mut found: Vec<(f64, Found<'c>)> =
        services.chain(articles).chain(events).filter(|(score, _)| *score > WORTH_SHOWING).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().take(limit).map(|(_, found)| found).collect()
}

fn every(text: &Localized) -> String {
    text.every().collect::<Vec<_>>().join(" ")
}

/// How well an entry fits, from 0 to 1: each typed word counts by the best place in which it stands, longer ones more.
fn score(typed: &[String], fields: &[(f64, String)]) -> f64 {
    let fields: Vec<(f64, Vec<String>)> =
        fields.iter().map(|(weight, text)| (*weight, folded(text))).collect();
    let (mut sum, mut most) = (0.0, 0.0);
    for word in typed {
        #[expect(clippy::cast_precision_loss, reason = "words have few letters")]
        let importance = (word.chars().count().min(8) as f64).max(1.0);
        let best = fields
            .iter()
            .flat_map(|(weight, words)| words.iter().map(move |known| weight * likeness(word, known)))
            .fold(0.0, f64::max);
        sum += importance * best;
        most += importance * 4.0;
    }
    if most > 0.0 { sum / most } else { 0.0 }
}
