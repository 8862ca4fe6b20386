//! The one timeline of a case: what was said over every channel, and between it what else happened, folded.

use super::show::Found;
use crate::App;
use crate::desk::officer::Desk;
use crate::portal::say::moment;
use jiff::Timestamp;
use office::cases::{Audience, Entry, timeline};
use records::files::File;
use terms::{Actor, Channel, Event, EventKind, Happening, Reference};
use wording::{Argument, Language};

/// A line of the timeline: something that was said, or what else happened meanwhile.
pub(super) struct Line {
    pub(super) said: Option<Item>,
    /// How many events are folded, in words.
    pub(super) summary: String,
    pub(super) folded: Vec<Item>,
}

/// Something that happened.
pub(super) struct Item {
    /// From the customer, to them, among officers, or by the house.
    pub(super) side: &'static str,
    /// Who reads it, in words.
    pub(super) readers: String,
    pub(super) who: String,
    pub(super) at: String,
    pub(super) over: String,
    pub(super) sentence: String,
    pub(super) words: String,
    pub(super) files: Vec<FileLine>,
    /// Where an answer becomes an article.
    pub(super) article: Option<String>,
}

/// A file.
pub(super) struct FileLine {
    pub(super) id: String,
    pub(super) href: String,
    pub(super) name: String,
    pub(super) picture: bool,
}

impl FileLine {
    pub(super) fn of(reference: Reference, file: &File) -> Self {
        Self {
            id: file.id.to_string(),
            href: format!("/desk/cases/{reference}/files/{}", file.id),
            name: file.name.clone(),
            picture: file.kind.starts_with("image/"),
        }
    }
}

/// Whom an actor is to officers.
pub(super) fn name_of(app: &App, language: Language, actor: &Actor, customer: &str) -> String {
    match actor {
        Actor::Officer(code) => {
            let officer = app.office.city.officers.get(code);
            officer.map_or_else(|| code.to_string(), |officer| officer.name.clone())
        }
        Actor::Public | Actor::Customer(_) => customer.to_owned(),
        Actor::Integration(_) => language.say("desk-case-by-computer"),
        Actor::House => language.say("desk-case-by-house"),
    }
}

/// What the customer is called.
pub(super) fn customer_of(language: Language, found: &Found) -> String {
    named(found).unwrap_or_else(|| language.say("desk-case-somebody"))
}

/// What the customer is called, if they said so.
pub(super) fn named(found: &Found) -> Option<String> {
    found.reached.as_ref().and_then(|reached| reached.customer.name.clone())
}

/// The lines, the newest first.
pub(super) fn lines(app: &App, desk: &Desk, found: &Found) -> Vec<Line> {
    let (city, language) = (&app.office.city, desk.language);
    let entries = timeline(city, &found.whole.events, &found.whole.contacts, Audience::Staff, language);
    let customer = customer_of(language, found);
    let mut lines = Vec::new();
    let mut folded: Vec<Item> = Vec::new();
    // Officers read of every event, so that each has its entry.
    for (entry, event) in entries.iter().zip(&found.whole.events).rev() {
        let item = item(app, language, (entry, event), (found, &customer));
        if item.side.is_empty() || item.side == "house" {
            folded.push(item);
        } else {
            fold(language, &mut folded, &mut lines);
            lines.push(Line { said: Some(item), summary: String::new(), folded: Vec::new() });
        }
    }
    fold(language, &mut folded, &mut lines);
    lines
}

fn fold(language: Language, folded: &mut Vec<Item>, lines: &mut Vec<Line>) {
    let folded = std::mem::take(folded);
    if folded.is_empty() {
        return;
    }
    let count = i64::try_from(folded.len()).unwrap_or(i64::MAX);
    let summary = language.say_with("desk-case-events", &[("count", Argument::Count(count))]);
    lines.push(Line { said: None, summary, folded });
}

fn item(
    app: &App,
    language: Language,
    (entry, event): (&Entry, &Event),
    (found, customer): (&Found, &str),
) -> Item {
    let opened = entry.kind == EventKind::Opened;
    let told = &found.whole.case.told.description;
    let words = if opened { told.clone() } else { entry.words.clone().unwrap_or_default() };
    let files = files_at(found, event.at, opened);
    let side = side_of(entry.kind, &event.actor, !words.is_empty() || !files.is_empty());
    let readers = match side {
        "internal" => language.say("desk-case-only-officers"),
        "out" => language.say_with("desk-case-customer-reads", &[("name", Argument::Words(customer))]),
        _ => String::new(),
    };
    let over = match event.channel {
        Channel::House => String::new(),
        channel => language.say(&format!("channel-{channel}")),
    };
    let reference = found.whole.case.reference;
    let answer = match event.what {
        Happening::Replied { contact } | Happening::Resolved { contact: Some(contact), .. } => Some(contact),
        _ => None,
    };
    Item {
        article: answer.filter(|_| side == "out").map(|contact| {
            format!("/desk/articles/new?case={reference}&contact={contact}&lang={}", language.tag())
        }),
        side,
        readers,
        // What another system took in is the customer's all the same.
        who: if opened { customer.to_owned() } else { name_of(app, language, &event.actor, customer) },
        at: moment(&app.office.city, language, event.at),
        over,
        sentence: entry.sentence.clone(),
        words,
        files: files.into_iter().map(|file| FileLine::of(reference, file)).collect(),
    }
}

/// From whom to whom words went; nothing where there were none.
fn side_of(kind: EventKind, actor: &Actor, said: bool) -> &'static str {
    if !said {
        return "";
    }
    let officer = matches!(actor, Actor::Officer(_));
    match kind {
        EventKind::Opened | EventKind::Heard | EventKind::Withdrawn | EventKind::Rated => "in",
        EventKind::Replied | EventKind::WaitStarted | EventKind::Offered | EventKind::Resolved => "out",
        EventKind::Reopened if !officer => "in",
        EventKind::Told => "house",
        EventKind::Noted
        | EventKind::TransferAsked
        | EventKind::TransferReturned
        | EventKind::ApprovalAsked
        | EventKind::ApprovalAnswered
        | EventKind::Snoozed
        | EventKind::Reopened => "internal",
        _ => "",
    }
}

/// The files that came at an instant: those of a message come in the same act. What came with the request came before.
fn files_at(found: &Found, at: Timestamp, opened: bool) -> Vec<&File> {
    let known = |file: &File| found.whole.events.iter().skip(1).any(|event| event.at == file.at);
    let files = found.files.iter();
    files.filter(|file| if opened { !known(file) } else { file.at == at }).collect()
}
