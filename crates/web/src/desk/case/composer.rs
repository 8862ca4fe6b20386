//! The composer: what is being written, who exactly gets it, and what happened meanwhile.

use super::clocks::leaves;
use super::show::Found;
use super::side::{in_words, spoken};
use super::timeline::{FileLine, customer_of, name_of, named};
use crate::App;
use crate::desk::officer::Desk;
use crate::portal::say::{Text, moment};
use jiff::Timestamp;
use office::cases::{Audience, timeline};
use office::city::Snippet;
use office::customers::masked;
use office::desk::{Written, is_news};
use policy::Action;
use records::compositions::Composition;
use terms::{Actor, CompositionKind, CompositionState, ContactPointKind, Status};
use wording::{Argument, Language};

/// An officer who wrote within this is writing, in seconds.
const WRITING_SECONDS: i64 = 120;

/// What is shown of what is being written.
pub(super) struct Composer {
    pub(super) tabs: Vec<Tab>,
    pub(super) kind: &'static str,
    pub(super) internal: bool,
    pub(super) to: String,
    /// In which language the customer reads.
    pub(super) reads: String,
    pub(super) words: String,
    pub(super) revision: i64,
    pub(super) outcomes: Vec<(String, String, bool)>,
    pub(super) files: Vec<FileLine>,
    pub(super) button: String,
    /// The next time at which the office is open, as the control for times wants it.
    pub(super) opens: String,
    pub(super) snippets: Vec<(String, Text)>,
    /// When it leaves, if it was sent.
    pub(super) leaves: Option<String>,
    /// In how many seconds.
    pub(super) seconds: i64,
    /// Why it came back.
    pub(super) why: Option<String>,
    /// What happened since it was begun.
    pub(super) news: Vec<String>,
    /// What the same officer wrote in another window.
    pub(super) elsewhere: Option<String>,
    /// Whether something thrown away can be taken back.
    pub(super) thrown: bool,
    pub(super) others: Vec<Copy>,
    /// Whether there is anything to throw away.
    pub(super) begun: bool,
}

/// A kind that can be written.
pub(super) struct Tab {
    pub(super) kind: &'static str,
    pub(super) name: String,
    pub(super) current: bool,
}

/// What another officer writes.
pub(super) struct Copy {
    pub(super) says: String,
    pub(super) words: String,
}

pub(super) fn composer(app: &App, desk: &Desk, found: &Found, typed: Option<&Written>) -> Composer {
    let language = desk.language;
    let mine = found.about.mine.as_ref();
    let now = app.office.now();
    let kinds = kinds(found);
    let kind = typed.map(|typed| typed.kind).or(mine.map(|mine| mine.kind));
    let kind = kind.or_else(|| kinds.first().copied()).unwrap_or(CompositionKind::Note);
    let sending = mine.filter(|mine| mine.state == CompositionState::Sending);
    let kept = mine.map(|mine| mine.words.clone()).unwrap_or_default();
    let words = typed.map_or_else(|| kept.clone(), |typed| typed.words.clone());
    let news = mine.map(|mine| news(app, language, found, mine)).unwrap_or_default();
    let internal = kind == CompositionKind::Note;
    Composer {
        tabs: tabs(language, &kinds, kind),
        kind: kind.as_str(),
        internal,
        to: recipients(app, language, found, kind) + &children(language, found, kind),
        reads: if internal { String::new() } else { reads(app, language, found) },
        elsewhere: typed.is_some().then(|| kept.clone()).filter(|kept| !kept.is_empty() && *kept != words),
        revision: mine.map_or(0, |mine| mine.revision),
        outcomes: outcomes(app, language, found, typed),
        files: found.about.files.iter().map(|file| FileLine::of(found.whole.case.reference, file)).collect(),
        button: button(language, found, kind, !news.is_empty()),
        opens: opens(app, found, now),
        snippets: snippets(app, language),
        leaves: sending.map(|sending| leaves(&app.office.city, language, sending.send_at, now)),
        seconds: sending.and_then(|sending| sending.send_at).map_or(0, |at| at.duration_since(now).as_secs()),
        why: mine.and_then(|mine| mine.why.clone()),
        thrown: found.about.thrown.is_some() && kept.is_empty(),
        others: found.about.others.iter().map(|other| copy(app, language, other, now)).collect(),
        begun: mine.is_some(),
        words,
        news,
    }
}

/// What can be written now.
fn kinds(found: &Found) -> Vec<CompositionKind> {
    let status = found.whole.case.state.status;
    let fits = |kind: &CompositionKind| match kind {
        CompositionKind::Reply => found.may.contains(&Action::Reply),
        CompositionKind::Question => status == Status::Open && found.may.contains(&Action::Wait),
        CompositionKind::Note => found.may.contains(&Action::Note),
        CompositionKind::Resolve => status != Status::Closed && found.may.contains(&Action::Resolve),
    };
    CompositionKind::ALL.iter().copied().filter(fits).collect()
}

fn tabs(language: Language, kinds: &[CompositionKind], current: CompositionKind) -> Vec<Tab> {
    let tab = |kind: &CompositionKind| Tab {
        kind: kind.as_str(),
        name: language.say(&format!("desk-kind-{kind}")),
        current: *kind == current,
    };
    // What was begun stays, even where it cannot be sent any more.
    let lost = (!kinds.contains(&current)).then_some(current);
    kinds.iter().chain(&lost).map(tab).collect()
}

/// Who exactly gets it, and how.
fn recipients(app: &App, language: Language, found: &Found, kind: CompositionKind) -> String {
    if kind == CompositionKind::Note {
        return language.say("desk-to-officers");
    }
    let name = customer_of(language, found);
    let points = found.reached.iter().flat_map(|reached| &reached.points);
    let mut mailboxes: Vec<_> = points.filter(|point| point.kind == ContactPointKind::Email).collect();
    mailboxes.sort_by_key(|point| !point.verified);
    let mailbox = mailboxes.first().filter(|_| app.office.mails()).map(|point| masked(point));
    let key = match (&found.reached, &mailbox) {
        (None, _) => "desk-to-nobody",
        (Some(_), None) => "desk-to-page",
        (Some(_), Some(_)) => "desk-to-mail",
    };
    let address = mailbox.unwrap_or_default();
    language.say_with(key, &[("name", Argument::Words(&name)), ("address", Argument::Words(&address))])
}

/// How many other cases an answer goes to as well.
fn children(language: Language, found: &Found, kind: CompositionKind) -> String {
    let answers = matches!(kind, CompositionKind::Reply | CompositionKind::Resolve);
    if !answers || found.open_children == 0 {
        return String::new();
    }
    let count = Argument::Count(found.open_children);
    format!(" {}", language.say_with("desk-to-children", &[("count", count)]))
}

fn reads(app: &App, language: Language, found: &Found) -> String {
    let Some(spoken) = spoken(app, found) else { return String::new() };
    let (name, tongue) = (customer_of(language, found), in_words(language, spoken));
    let arguments = [("name", Argument::Words(&name)), ("language", Argument::Words(&tongue))];
    language.say_with("desk-to-reads", &arguments)
}

fn button(language: Language, found: &Found, kind: CompositionKind, all_the_same: bool) -> String {
    let key = match kind {
        CompositionKind::Note => "desk-send-note",
        _ if all_the_same => "desk-send-all-the-same",
        CompositionKind::Reply => "desk-send-reply",
        CompositionKind::Question => "desk-send-question",
        CompositionKind::Resolve => "desk-send-resolve",
    };
    let name = named(found).unwrap_or_else(|| language.say("desk-case-the-customer"));
    language.say_with(key, &[("name", Argument::Words(&name))])
}

fn outcomes(
    app: &App,
    language: Language,
    found: &Found,
    typed: Option<&Written>,
) -> Vec<(String, String, bool)> {
    let city = &app.office.city;
    let kept = found.about.mine.as_ref().and_then(|mine| mine.outcome.as_ref());
    let chosen = typed.map_or(kept, |typed| typed.outcome.as_ref());
    let service = city.services.get(&found.whole.case.state.service);
    let codes = service.map_or(&[] as &[_], |service| &service.outcomes);
    codes
        .iter()
        .map(|code| {
            let name = city.outcomes.get(code).map_or(code.as_str(), |one| one.name.text(language.tag()));
            (code.to_string(), name.to_owned(), chosen == Some(code))
        })
        .collect()
}

/// When the office opens next, in the city's time.
fn opens(app: &App, found: &Found, now: Timestamp) -> String {
    let city = &app.office.city;
    let agency = city.agencies.get(&found.whole.case.state.agency);
    let calendar = agency.map_or(&city.calendar, |agency| &agency.calendar);
    let next = calendar.next_open(now).map(|next| city.calendar.local(next));
    next.map(|next| next.strftime("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
}

pub(in crate::desk) fn snippets(app: &App, language: Language) -> Vec<(String, Text)> {
    let city = &app.office.city;
    let title = |one: &Snippet| (one.code.clone(), Text::of(city, &one.title, language));
    city.snippets.iter().map(title).collect()
}

/// What happened to the case since its writer last read it, and by whom.
fn news(app: &App, language: Language, found: &Found, mine: &Composition) -> Vec<String> {
    let whole = &found.whole;
    let city = &app.office.city;
    let writer = Actor::Officer(mine.officer.clone());
    let customer = customer_of(language, found);
    let entries = timeline(city, &whole.events, &whole.contacts, Audience::Staff, language);
    let later = entries.iter().zip(&whole.events).filter(|(_, event)| is_news(event, mine.base, &writer));
    later
        .map(|(entry, event)| {
            let (who, at) =
                (name_of(app, language, &event.actor, &customer), moment(city, language, event.at));
            let arguments = [
                ("what", Argument::Words(&entry.sentence)),
                ("name", Argument::Words(&who)),
                ("date", Argument::Words(&at)),
            ];
            language.say_with("desk-case-news-line", &arguments)
        })
        .collect()
}

fn copy(app: &App, language: Language, other: &Composition, now: Timestamp) -> Copy {
    let officer = app.office.city.officers.get(&other.officer);
    let name = officer.map_or(other.officer.as_str(), |officer| officer.name.as_str());
    let writing = now.duration_since(other.at).as_secs() < WRITING_SECONDS;
    let key = if writing { "desk-case-writing" } else { "desk-case-draft-of" };
    let at = moment(&app.office.city, language, other.at);
    let arguments = [("name", Argument::Words(name)), ("date", Argument::Words(&at))];
    Copy { says: language.say_with(key, &arguments), words: other.words.clone() }
}
