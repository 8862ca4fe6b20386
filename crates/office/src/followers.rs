//! Followers: whoever wants it is told by mail what happens to a public report.
//!
//! An address is asked first whether it wants that, as anybody may type anybody's. Whoever asks is answered the same,
//! whether the address follows already or not.

use crate::cases::{Audience, timeline};
use crate::jobs::{self, Work};
use crate::outbox::{self, Letter};
use crate::{Act, Refusal, Verb};
use jiff::SignedDuration;
use policy::{Action, Resource};
use records::followers::{self, Follower};
use records::{Tx, cases, events};
use terms::{Case, CaseId, ContactPoint, Event, MessageKind, Reference, Secret, ServiceCode, Subject};
use wording::{Argument, Language};

/// Those who may follow one report.
const MOST_FOLLOWERS: i64 = 5_000;
/// Those who are written to in one transaction.
const BATCH: u32 = 100;
/// For how long an address that was asked can say yes.
const KEEP_ASKED: SignedDuration = SignedDuration::from_hours(24 * 7);
/// For how long anybody follows; whoever still wants to asks again.
const KEEP: SignedDuration = SignedDuration::from_hours(24 * 365);

/// What a link of a follower leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// The report.
    pub reference: Reference,
    /// What it is about.
    pub service: ServiceCode,
    /// Whether they are told, or were only asked.
    pub confirmed: bool,
}

/// Asks an address whether it wants to be told what happens to a public report.
pub fn ask_to_follow(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    (email, language): (&str, Language),
) -> Verb<()> {
    act.must(Action::ReadPublic, Resource::City)?;
    let to = matching::email(email)
        .ok_or_else(|| Refusal::invalid("email", "write an e-mail address like name@example.org"))?;
    let case = cases::by_reference(tx, &act.public_scope(), reference)?.filter(|case| case.state.public);
    let case = case.ok_or(Refusal::NotFound("report"))?;
    let asked = Follower {
        case: case.id,
        mailbox: outbox::mailbox(&to.value),
        to: to.value,
        language: language.tag().to_owned(),
        secret: Secret::new(&act.chance).to_string(),
        confirmed_at: None,
    };
    // Whoever follows already is asked once more, and finds behind the link that it is so.
    let follower = followers::ask(tx, &asked, act.at)?.ok_or(Refusal::NotFound("report"))?;
    let letter = question(act, &case, &follower)?;
    outbox::send(tx, act, &letter)
}

/// What a link leads to, if it still leads anywhere.
pub fn following(tx: &mut Tx<'_>, act: &Act, secret: &Secret) -> Verb<Option<Following>> {
    let Some(follower) = followers::by_secret(tx, &secret.to_string())? else { return Ok(None) };
    let case = cases::by_id(tx, &act.public_scope(), follower.case)?.filter(|case| case.state.public);
    Ok(case.map(|case| Following {
        reference: case.reference,
        service: case.state.service,
        confirmed: follower.confirmed_at.is_some(),
    }))
}

/// Says yes. It may be said again.
pub fn confirm_following(tx: &mut Tx<'_>, act: &Act, secret: &Secret) -> Verb<()> {
    let Some(follower) = followers::by_secret(tx, &secret.to_string())? else { return Ok(()) };
    if follower.confirmed_at.is_none() && followers::count(tx, follower.case)? >= MOST_FOLLOWERS {
        return Err(Refusal::conflict("as many follow this report as can; follow its feed instead"));
    }
    Ok(followers::confirm(tx, &follower.secret, act.at)?)
}

/// Ends it. It may be ended again.
pub fn end_following(tx: &mut Tx<'_>, _: &Act, secret: &Secret) -> Verb<()> {
    Ok(followers::remove(tx, &secret.to_string())?)
}

/// Tells those who follow a report what happened to it, some at a time.
pub(crate) fn tell(tx: &mut Tx<'_>, act: &Act, (id, number): (CaseId, i64), after: &str) -> Verb<()> {
    // What everybody may no longer see is no longer told.
    let Some(case) = cases::by_id(tx, &act.scope(), id)?.filter(|case| case.state.public) else {
        return Ok(());
    };
    let found = followers::of_case(tx, &act.record_scope(), id, after, BATCH)?;
    let Some(last) = found.last() else { return Ok(()) };
    let events = events::of_case(tx, &act.public_scope(), id)?;
    let Some(event) = events.iter().find(|event| is_number(event, number)) else { return Ok(()) };
    for follower in &found {
        if let Some(letter) = news(act, &case, event, follower)? {
            outbox::send(tx, act, &letter)?;
        }
    }
    if found.len() < usize::try_from(BATCH).unwrap_or(usize::MAX) {
        return Ok(());
    }
    jobs::queue(tx, act, &Work::TellFollowers { case: id, number, after: last.mailbox.clone() })
}

/// Forgets those who never said yes, and those who said it long ago.
pub(crate) fn tidy(tx: &mut Tx<'_>, act: &Act) -> Verb<u64> {
    let ago = |time| act.at.checked_sub(time).unwrap_or(act.at);
    Ok(followers::forget(tx, ago(KEEP_ASKED), ago(KEEP))?)
}

fn is_number(event: &Event, number: i64) -> bool {
    matches!(event.subject, Subject::Case(_, found) if found == number)
}

/// Whether somebody wants it: nothing that anybody wrote, and one link.
fn question(act: &Act, case: &Case, follower: &Follower) -> Verb<Letter> {
    let language = spoken(follower);
    let body = [
        said(act, case, language, "mail-report-ask-words"),
        link(act, follower)?,
        language.say("mail-report-ask-not-you"),
    ];
    Ok(letter(act, case, follower, ("mail-report-ask", MessageKind::Link, &body)))
}

/// What happened, as everybody may read it.
fn news(act: &Act, case: &Case, event: &Event, follower: &Follower) -> Verb<Option<Letter>> {
    let language = spoken(follower);
    let lines = timeline(act.city(), std::slice::from_ref(event), &[], Audience::Public, language);
    let Some(line) = lines.into_iter().next() else { return Ok(None) };
    let stop = link(act, follower)?;
    let body = [
        said(act, case, language, "mail-report-news-words"),
        line.sentence,
        language.say("mail-report-more"),
        outbox::link(act, language, &format!("reports/{}", case.reference))?,
        language.say("mail-report-stop"),
        stop,
    ];
    let letter = letter(act, case, follower, ("mail-report-news", MessageKind::Notice, &body));
    // Mail programs show a button of their own, which posts there without asking.
    let unsubscribe = Some(outbox::address(act, &format!("following/{}", follower.secret))?);
    Ok(Some(Letter { unsubscribe, ..letter }))
}

fn letter(
    act: &Act,
    case: &Case,
    follower: &Follower,
    (subject, kind, body): (&str, MessageKind, &[String]),
) -> Letter {
    let language = spoken(follower);
    Letter {
        to: ContactPoint {
            kind: terms::ContactPointKind::Email,
            value: follower.to.clone(),
            verified: follower.confirmed_at.is_some(),
        },
        language,
        subject: said(act, case, language, subject),
        body: [body, &[outbox::foot(act, language)]].concat().join("\n\n"),
        kind,
        case: Some(case.id),
        unsubscribe: None,
    }
}

fn said(act: &Act, case: &Case, language: Language, key: &str) -> String {
    let service = act.city().services.get(&case.state.service);
    let service = service.map_or("", |service| service.name.text(language.tag()));
    let reference = case.reference.to_string();
    let words = [("reference", Argument::Words(&reference)), ("service", Argument::Words(service))];
    language.say_with(key, &words)
}

fn spoken(follower: &Follower) -> Language {
    Language::of(&follower.language).unwrap_or(Language::FALLBACK)
}

/// The page where a follower says yes, and where they end it.
fn link(act: &Act, follower: &Follower) -> Verb<String> {
    outbox::link(act, spoken(follower), &format!("following/{}", follower.secret))
}
