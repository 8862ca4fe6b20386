//! `outcomes.toml` and `services/`: what customers can get, and what is promised.

use super::fault::Sheet;
use super::forms::{self, Forms};
use super::hours::{Calendars, date};
use super::page::{self, PageToml, ServicePage};
use super::people::People;
use super::read::Reader;
use super::squeeze;
use ::forms::Form;
use calendars::{Calendar, Rule};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use terms::{AgencyCode, CaseKind, Channel, Localized, OutcomeCode, QueueCode, ServiceCode};
use toml::Spanned;

/// An entry of the catalogue.
#[derive(Debug)]
pub struct Service {
    /// Its code.
    pub code: ServiceCode,
    /// What customers call it.
    pub name: Localized,
    /// Who it is for and what happens.
    pub help: Localized,
    /// The heading under which it stands.
    pub group: Localized,
    /// Words by which it is found.
    pub keywords: Vec<String>,
    /// What a case of it is.
    pub kind: CaseKind,
    /// Who answers for it.
    pub agency: AgencyCode,
    /// Where its cases wait.
    pub queue: QueueCode,
    /// How it can be asked for.
    pub channels: Vec<Channel>,
    /// Whether anybody may see its cases, without names.
    pub public: bool,
    /// Whether the end of the work needs a second person.
    pub second_person: bool,
    /// When the Open311 door tells the reference.
    pub handling: Handling,
    /// What is asked; a form that asks for nothing where the service names none.
    pub form: Arc<Form>,
    /// What its page says.
    pub page: ServicePage,
    /// How its cases can end.
    pub outcomes: Vec<OutcomeCode>,
    /// Its names in the system that the city had before.
    pub source_names: Vec<String>,
    promises: Vec<Promise>,
}

/// What a service promises from a day on.
#[derive(Debug, Clone)]
pub struct Promise {
    /// The first local day on which it is made; none for always.
    pub from: Option<Date>,
    /// The time to a person's first answer.
    pub first_reply: Option<Rule>,
    /// The time to the end of the work.
    pub completion: Option<Rule>,
    /// The working hours it is counted in.
    pub calendar: Arc<Calendar>,
}

/// When a submission through Open311 becomes a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handling {
    /// At once: the answer is the reference.
    Realtime,
    /// Later: the answer is a token that can be exchanged for the reference.
    Batch,
    /// Later, and nobody outside learns the reference.
    Blackbox,
}

/// How a case can end.
#[derive(Debug)]
pub struct Outcome {
    /// Its code.
    pub code: OutcomeCode,
    /// What customers read.
    pub name: Localized,
    /// The beginnings of the closing words of the system before that mean this outcome.
    pub source_prefixes: Vec<String>,
    /// The words of the Open311 update extension that mean this outcome.
    pub open311: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutcomesToml {
    outcome: Vec<OutcomeToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutcomeToml {
    code: Spanned<String>,
    name: Localized,
    #[serde(default)]
    source_prefixes: Vec<String>,
    #[serde(default)]
    open311: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ServicesToml {
    service: Vec<ServiceToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ServiceToml {
    code: Spanned<String>,
    name: Localized,
    #[serde(default)]
    help: Localized,
    #[serde(default)]
    group: Localized,
    #[serde(default)]
    keywords: Vec<String>,
    kind: Spanned<String>,
    queue: Spanned<String>,
    channels: Vec<Spanned<String>>,
    #[serde(default)]
    public: bool,
    #[serde(default)]
    second_person: bool,
    handling: Option<Spanned<String>>,
    #[serde(default)]
    source_names: Vec<String>,
    outcomes: Vec<Spanned<String>>,
    #[serde(default)]
    promise: Vec<PromiseToml>,
    form: Option<Spanned<String>>,
    page: Option<PageToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PromiseToml {
    from: Option<Spanned<String>>,
    first_reply: Option<Spanned<String>>,
    completion: Option<Spanned<String>>,
    calendar: Option<Spanned<String>>,
}

/// What services stand on.
pub(crate) struct Ground<'a> {
    pub(crate) calendars: &'a Calendars,
    pub(crate) people: &'a People,
    pub(crate) outcomes: &'a BTreeMap<OutcomeCode, Outcome>,
    pub(crate) forms: &'a Forms,
}

impl Service {
    /// What is promised to somebody who asks on a local day.
    pub fn promise_on(&self, day: Date) -> Option<&Promise> {
        self.promises.iter().rev().find(|promise| promise.from.is_none_or(|from| from <= day))
    }

    /// All promises, the oldest first.
    pub fn promises(&self) -> &[Promise] {
        &self.promises
    }

    /// Whether it can be asked for over a channel.
    pub fn open_to(&self, channel: Channel) -> bool {
        self.channels.contains(&channel)
    }
}

pub(crate) fn read_outcomes(reader: &mut Reader<'_>) -> BTreeMap<OutcomeCode, Outcome> {
    let mut outcomes = BTreeMap::new();
    let Some((sheet, file)) = reader.required::<OutcomesToml>("outcomes.toml") else { return outcomes };
    for entry in file.outcome {
        if reader.code(
            &sheet,
            "outcome.code",
            &entry.code,
            outcomes.contains_key(entry.code.get_ref().as_str()),
        ) {
            let code = OutcomeCode::new(entry.code.get_ref());
            let OutcomeToml { name, source_prefixes, open311, .. } = entry;
            outcomes.insert(code.clone(), Outcome { code, name, source_prefixes, open311 });
        }
    }
    outcomes
}

pub(crate) fn read_services(reader: &mut Reader<'_>, ground: &Ground<'_>) -> BTreeMap<ServiceCode, Service> {
    let mut services = BTreeMap::new();
    for path in reader.folder("services/") {
        let Some((sheet, file)) = reader.required::<ServicesToml>(&path) else { continue };
        for entry in file.service {
            let taken = services.contains_key(entry.code.get_ref().as_str());
            if reader.code(&sheet, "service.code", &entry.code, taken)
                && let Some(service) = service(reader, &sheet, entry, ground)
            {
                services.insert(service.code.clone(), service);
            }
        }
    }
    services
}

fn service(
    reader: &mut Reader<'_>,
    sheet: &Sheet,
    entry: ServiceToml,
    ground: &Ground<'_>,
) -> Option<Service> {
    let kind = reader.parsed(sheet, "service.kind", &entry.kind);
    let queue = reader.known(sheet, "service.queue", &entry.queue, &ground.people.queues);
    let channels =
        entry.channels.iter().filter_map(|text| reader.parsed(sheet, "service.channels", text)).collect();
    let outcomes = entry
        .outcomes
        .iter()
        .filter_map(|code| reader.known(sheet, "service.outcomes", code, ground.outcomes))
        .map(|outcome| outcome.code.clone())
        .collect();
    let handling = handling(reader, sheet, entry.handling.as_ref());
    let form = forms::named(reader, sheet, entry.form.as_ref(), ground.forms);
    let page = page::read(reader, sheet, entry.page, kind?);
    let queue = queue?;
    let agency = ground.people.agencies.get(&queue.agency)?;
    let promises = promises(reader, sheet, entry.promise, (&agency.calendar, ground.calendars));
    Some(Service {
        code: ServiceCode::new(entry.code.into_inner()),
        name: entry.name,
        help: entry.help,
        group: entry.group,
        keywords: entry.keywords,
        kind: kind?,
        agency: agency.code.clone(),
        queue: queue.code.clone(),
        channels,
        public: entry.public,
        second_person: entry.second_person,
        handling,
        form,
        page,
        outcomes,
        source_names: entry.source_names,
        promises,
    })
}

fn handling(reader: &mut Reader<'_>, sheet: &Sheet, text: Option<&Spanned<String>>) -> Handling {
    match text.map(|text| (text, text.get_ref().as_str())) {
        None | Some((_, "realtime")) => Handling::Realtime,
        Some((_, "batch")) => Handling::Batch,
        Some((_, "blackbox")) => Handling::Blackbox,
        Some((text, other)) => {
            let problem = format!("{other:?} is not known");
            reader.fault(
                &sheet.at(text.span(), "service.handling"),
                problem,
                "use realtime, batch or blackbox",
            );
            Handling::Realtime
        }
    }
}

fn promises(
    reader: &mut Reader<'_>,
    sheet: &Sheet,
    entries: Vec<PromiseToml>,
    (own, all): (&Arc<Calendar>, &Calendars),
) -> Vec<Promise> {
    let mut promises: Vec<Promise> = entries
        .into_iter()
        .map(|entry| {
            let mut rule = |key: &str, text: Option<&Spanned<String>>| {
                text.and_then(|text| reader.parsed::<Rule>(sheet, key, text))
            };
            let first_reply = rule("service.promise.first_reply", entry.first_reply.as_ref());
            let completion = rule("service.promise.completion", entry.completion.as_ref());
            let calendar = entry
                .calendar
                .and_then(|code| reader.known(sheet, "service.promise.calendar", &code, all).cloned());
            let from = entry.from.and_then(|text| date(reader, sheet, "service.promise.from", &text));
            Promise { from, first_reply, completion, calendar: calendar.unwrap_or_else(|| Arc::clone(own)) }
        })
        .collect();
    promises.sort_by_key(|promise| promise.from);
    promises
}

/// All names by which services were known before, each leading to one service only.
pub(crate) fn names(
    reader: &mut Reader<'_>,
    services: &BTreeMap<ServiceCode, Service>,
) -> BTreeMap<String, ServiceCode> {
    let mut names = BTreeMap::new();
    for service in services.values() {
        for name in &service.source_names {
            if let Some(other) = names.insert(squeeze(name), service.code.clone()) {
                let sheet = Sheet::new("services/", "");
                let problem = format!("{name:?} leads to both {other} and {}", service.code);
                reader.fault(
                    &sheet.at(0..0, "service.source_names"),
                    problem,
                    "let one of them have the name",
                );
            }
        }
    }
    names
}
