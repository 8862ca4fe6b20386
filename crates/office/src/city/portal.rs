//! `portal.toml`: what the portal leads to first, what it says of the day, and what it explains.

use super::catalogue::Service;
use super::fault::Sheet;
use super::hours::date;
use super::people::Officer;
use super::read::Reader;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use terms::Localized;
use terms::{ArticleAudience, CaseKind, OfficerCode, ServiceCode};
use toml::Spanned;

/// What the portal leads to first.
#[derive(Debug)]
pub struct Portal {
    /// What most people come for, in that order.
    pub top: Vec<ServiceCode>,
    /// What happens in life, and which services it needs.
    pub life_events: Vec<LifeEvent>,
    /// What everybody should know for some time.
    pub alerts: Vec<Alert>,
    /// Where somebody says that the government did badly.
    pub complaint: Option<ServiceCode>,
    /// Where somebody says that it did well.
    pub compliment: Option<ServiceCode>,
    /// Where somebody asks that a decision be looked at again.
    pub appeal: Option<ServiceCode>,
    /// What is explained. It opens the house's articles, which officers then keep.
    pub articles: BTreeMap<String, Article>,
    /// How many cases an article answers within 90 days before its owner is offered a line on the services' pages.
    pub line_after: u32,
}

/// Something that happens in life.
#[derive(Debug)]
pub struct LifeEvent {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub title: Localized,
    /// What it needs.
    pub services: Vec<ServiceCode>,
}

/// Something that everybody should know for some time: an outage, a storm, a day on which offices are closed.
#[derive(Debug)]
pub struct Alert {
    /// The first local day.
    pub from: Option<Date>,
    /// The last local day.
    pub until: Option<Date>,
    /// In a few words.
    pub title: Localized,
    /// What to do.
    pub text: Localized,
}

/// An answer to a question that is often asked.
#[derive(Debug)]
pub struct Article {
    /// Its code.
    pub code: String,
    /// The question, or its subject.
    pub title: Localized,
    /// The answer in one sentence.
    pub summary: Localized,
    /// The answer, a paragraph each.
    pub text: Vec<Localized>,
    /// Words by which it is found.
    pub keywords: Vec<String>,
    /// What to ask for.
    pub services: Vec<ServiceCode>,
    /// When somebody last read it through.
    pub reviewed: Option<Date>,
    /// Who answers for it.
    pub owner: Option<OfficerCode>,
    /// Who reads it.
    pub audience: ArticleAudience,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PortalToml {
    #[serde(default)]
    top: Vec<Spanned<String>>,
    complaint: Option<Spanned<String>>,
    compliment: Option<Spanned<String>>,
    appeal: Option<Spanned<String>>,
    #[serde(default)]
    life_event: Vec<LifeEventToml>,
    #[serde(default)]
    alert: Vec<AlertToml>,
    #[serde(default)]
    article: Vec<ArticleToml>,
    #[serde(default = "line_after")]
    line_after: u32,
}

/// What a city says that says nothing.
const fn line_after() -> u32 {
    5
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LifeEventToml {
    code: Spanned<String>,
    title: Localized,
    services: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AlertToml {
    from: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    title: Localized,
    #[serde(default)]
    text: Localized,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ArticleToml {
    code: Spanned<String>,
    title: Localized,
    #[serde(default)]
    summary: Localized,
    text: Vec<Localized>,
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    services: Vec<Spanned<String>>,
    reviewed: Option<Spanned<String>>,
    owner: Option<Spanned<String>>,
    audience: Option<Spanned<String>>,
}

impl Default for Portal {
    fn default() -> Self {
        Self {
            top: Vec::new(),
            life_events: Vec::new(),
            alerts: Vec::new(),
            complaint: None,
            compliment: None,
            appeal: None,
            articles: BTreeMap::new(),
            line_after: line_after(),
        }
    }
}

impl Portal {
    /// The alerts of a local day.
    pub fn alerts_on(&self, day: Date) -> impl Iterator<Item = &Alert> {
        self.alerts.iter().filter(move |alert| {
            alert.from.is_none_or(|from| from <= day) && alert.until.is_none_or(|until| day <= until)
        })
    }
}

pub(crate) fn read(
    reader: &mut Reader<'_>,
    services: &BTreeMap<ServiceCode, Service>,
    officers: &BTreeMap<OfficerCode, Officer>,
) -> Portal {
    let Some((sheet, file)) = reader.optional::<PortalToml>("portal.toml") else { return Portal::default() };
    let top = codes(reader, &sheet, "top", &file.top, services);
    let mut one = |key: &str, code: Option<Spanned<String>>, kind: CaseKind| {
        let code = code?;
        let service = reader.known(&sheet, key, &code, services)?;
        if service.kind != kind {
            let problem = format!("{} is of the kind {}", service.code, service.kind);
            reader.fault(&sheet.at(code.span(), key), problem, format!("name a service of the kind {kind}"));
        }
        Some(service.code.clone())
    };
    let complaint = one("complaint", file.complaint, CaseKind::Complaint);
    let compliment = one("compliment", file.compliment, CaseKind::Compliment);
    let appeal = one("appeal", file.appeal, CaseKind::Appeal);
    let life_events = file
        .life_event
        .into_iter()
        .map(|entry| {
            reader.code(&sheet, "life_event.code", &entry.code, false);
            let services = codes(reader, &sheet, "life_event.services", &entry.services, services);
            LifeEvent { code: entry.code.into_inner(), title: entry.title, services }
        })
        .collect();
    let alerts = file
        .alert
        .into_iter()
        .map(|entry| {
            let mut day = |key: &str, text: Option<Spanned<String>>| {
                text.and_then(|text| date(reader, &sheet, key, &text))
            };
            let (from, until) = (day("alert.from", entry.from), day("alert.until", entry.until));
            Alert { from, until, title: entry.title, text: entry.text }
        })
        .collect();
    let mut articles = BTreeMap::new();
    for entry in file.article {
        let taken = articles.contains_key(entry.code.get_ref());
        reader.code(&sheet, "article.code", &entry.code, taken);
        let article = article(reader, &sheet, entry, (services, officers));
        articles.insert(article.code.clone(), article);
    }
    let line_after = file.line_after;
    Portal { top, life_events, alerts, complaint, compliment, appeal, articles, line_after }
}

fn article(
    reader: &mut Reader<'_>,
    sheet: &Sheet,
    entry: ArticleToml,
    (services, officers): (&BTreeMap<ServiceCode, Service>, &BTreeMap<OfficerCode, Officer>),
) -> Article {
    let services = codes(reader, sheet, "article.services", &entry.services, services);
    let reviewed = entry.reviewed.and_then(|text| date(reader, sheet, "article.reviewed", &text));
    let owner = entry.owner.and_then(|code| reader.known(sheet, "article.owner", &code, officers));
    let owner = owner.map(|officer| officer.code.clone());
    let audience = entry.audience.and_then(|text| reader.parsed(sheet, "article.audience", &text));
    let audience = audience.unwrap_or(ArticleAudience::Everybody);
    let (code, title, summary, text) = (entry.code.into_inner(), entry.title, entry.summary, entry.text);
    let keywords = entry.keywords;
    Article { code, title, summary, text, keywords, services, reviewed, owner, audience }
}

fn codes(
    reader: &mut Reader<'_>,
    sheet: &Sheet,
    key: &str,
    codes: &[Spanned<String>],
    services: &BTreeMap<ServiceCode, Service>,
) -> Vec<ServiceCode> {
    codes
        .iter()
        .filter_map(|code| reader.known(sheet, key, code, services))
        .map(|service| service.code.clone())
        .collect()
}
