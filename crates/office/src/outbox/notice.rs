//! Notices by mail: which of them go to whom, and in which words.

use super::{Letter, send};
use crate::jobs::Notice;
use crate::{Act, Refusal, Verb};
use records::{Tx, customers};
use terms::{Case, ContactPoint, ContactPointKind, CustomerId, MessageKind};
use wording::{Argument, Language};

/// Sends a notice by mail, if its customer can be written to. An address that is proven gets all of them. One that is
/// not gets an acknowledgement, and later that an officer wrote or ended it; each says how the case is followed and nothing that
/// anybody wrote.
pub(crate) fn send_notice(
    tx: &mut Tx<'_>,
    act: &Act,
    case: &Case,
    customer: CustomerId,
    (notice, language, words): (Notice, Language, &str),
) -> Verb<()> {
    let points = customers::contact_points(tx, &act.record_scope(), customer)?;
    let mut mailboxes =
        points.into_iter().filter(|point| point.kind == ContactPointKind::Email).collect::<Vec<_>>();
    mailboxes.sort_by_key(|point| !point.verified);
    let Some(to) = mailboxes.into_iter().next() else { return Ok(()) };
    let follow = how_to_follow(act, case, language);
    let (kind, body) = if to.verified {
        (MessageKind::Notice, [vec![words.to_owned()], follow])
    } else {
        let Some(words) = to_strangers(act, case, (notice, language, words)) else { return Ok(()) };
        (MessageKind::Follow, [words, [follow, vec![language.say("mail-not-you")]].concat()])
    };
    let body = [body.concat(), vec![foot(act, language)]].concat();
    send(tx, act, &letter(case, to, (kind, language, subject_key(notice)), &body))
}

/// What an address that nobody has proven is told: that we have it, with how to prove the address; and that an officer
/// wrote or ended it, as a person decided that. Whoever gave a stranger's address could have it sent all the rest.
fn to_strangers(
    act: &Act,
    case: &Case,
    (notice, language, words): (Notice, Language, &str),
) -> Option<Vec<String>> {
    match notice {
        Notice::Received => {
            let prove = link(act, language, "follow/code").ok();
            let prove = prove.map(|link| vec![language.say("mail-prove"), link]).unwrap_or_default();
            Some([vec![acknowledgement(act, case, language)], prove].concat())
        }
        Notice::Answered | Notice::Asked => Some(vec![words.to_owned()]),
        // That it ended is an answer too, and the one that was waited for.
        Notice::Resolved | Notice::ResolvedForReporter => {
            let reference = case.reference.to_string();
            Some(vec![language.say_with("notice-answered", &[("reference", Argument::Words(&reference))])])
        }
        Notice::Joined
        | Notice::Merged
        | Notice::Unmerged
        | Notice::ServiceCorrected
        | Notice::PromisedLater
        | Notice::Reopened
        | Notice::PassedOn
        | Notice::Late
        | Notice::Feedback => None,
    }
}

fn letter(
    case: &Case,
    to: ContactPoint,
    (kind, language, subject): (MessageKind, Language, &str),
    paragraphs: &[String],
) -> Letter {
    let reference = case.reference.to_string();
    Letter {
        to,
        language,
        subject: language.say_with(subject, &[("reference", Argument::Words(&reference))]),
        body: paragraphs.join("\n\n"),
        kind,
        case: Some(case.id),
        unsubscribe: None,
    }
}

/// The foot of every message: who wrote it, and whom to ask.
pub(crate) fn foot(act: &Act, language: Language) -> String {
    let city = act.city();
    let (name, contact) = (city.name.text(language.tag()), city.contact.text(language.tag()));
    language.say_with("mail-foot", &[("city", Argument::Words(name)), ("contact", Argument::Words(contact))])
}

/// That we have it. Of what was submitted it repeats nothing but which service was chosen.
fn acknowledgement(act: &Act, case: &Case, language: Language) -> String {
    let service = act.city().services.get(&case.state.service);
    let service = service.map_or("", |service| service.name.text(language.tag()));
    let reference = case.reference.to_string();
    language.say_with(
        "notice-received-no-promise",
        &[("reference", Argument::Words(&reference)), ("service", Argument::Words(service))],
    )
}

/// Where a page of this house is. Only the city's own data say that, as whoever asks might name a place of their own.
pub(crate) fn address(act: &Act, path: &str) -> Verb<String> {
    let site = act.city().site.as_deref();
    let site =
        site.ok_or_else(|| Refusal::conflict("the city's data name no site; write one into city.toml"))?;
    Ok(format!("{}/{path}", site.trim_end_matches('/')))
}

/// [`address`], in a language; it stands in a line of its own, so that a mail program makes no sign of a sentence part
/// of it.
pub(crate) fn link(act: &Act, language: Language, path: &str) -> Verb<String> {
    Ok(format!("{}?lang={}", address(act, path)?, language.tag()))
}

fn how_to_follow(act: &Act, case: &Case, language: Language) -> Vec<String> {
    let reference = case.reference.to_string();
    let reference = ("reference", Argument::Words(&reference));
    match act.city().site.as_deref() {
        Some(site) => vec![
            language.say_with("mail-follow-at", &[reference, ("site", Argument::Words(site))]),
            language.say("mail-lost"),
        ],
        None => vec![language.say_with("mail-follow", &[reference])],
    }
}

fn subject_key(notice: Notice) -> &'static str {
    match notice {
        Notice::Received => "mail-received",
        Notice::Resolved => "mail-resolved",
        Notice::ResolvedForReporter => "mail-resolved-for-reporter",
        Notice::Joined => "mail-joined",
        Notice::Merged => "mail-merged",
        Notice::Unmerged => "mail-unmerged",
        Notice::ServiceCorrected | Notice::PromisedLater => "mail-service-corrected",
        Notice::Reopened => "mail-reopened",
        Notice::PassedOn => "mail-passed-on",
        Notice::Late => "mail-late",
        Notice::Feedback => "mail-feedback",
        Notice::Answered => "mail-answered",
        Notice::Asked => "mail-asked",
    }
}
