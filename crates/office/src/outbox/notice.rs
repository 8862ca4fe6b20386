//! Notices by mail: which of them go to whom, and in which words.

use super::{Letter, send};
use crate::jobs::Notice;
use crate::{Act, Verb};
use records::{Tx, customers};
use terms::{Case, ContactPoint, ContactPointKind, CustomerId, MessageKind};
use wording::{Argument, Language};

/// Sends a notice by mail, if its customer can be written to. An address that is proven gets all of them. One that is
/// not gets an acknowledgement alone, which says how the case is followed and nothing that anybody wrote.
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
    if !to.verified && notice != Notice::Received {
        return Ok(());
    }
    let letter = if to.verified {
        let body = [words.to_owned(), how_to_follow(act, case, language), foot(act, language)];
        letter(case, to, (MessageKind::Notice, language, subject_key(notice)), &body)
    } else {
        let body = [
            acknowledgement(act, case, language),
            how_to_follow(act, case, language),
            language.say("mail-not-you"),
            foot(act, language),
        ];
        letter(case, to, (MessageKind::Follow, language, subject_key(notice)), &body)
    };
    send(tx, act, &letter)
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

fn how_to_follow(act: &Act, case: &Case, language: Language) -> String {
    let reference = case.reference.to_string();
    let reference = ("reference", Argument::Words(&reference));
    match act.city().site.as_deref() {
        Some(site) => language.say_with("mail-follow-at", &[reference, ("site", Argument::Words(site))]),
        None => language.say_with("mail-follow", &[reference]),
    }
}

fn subject_key(notice: Notice) -> &'static str {
    match notice {
        Notice::Received => "mail-received",
        Notice::Resolved => "mail-resolved",
        Notice::ResolvedForReporter => "mail-resolved-for-reporter",
        Notice::Joined => "mail-joined",
        Notice::Reopened => "mail-reopened",
        Notice::PassedOn => "mail-passed-on",
        Notice::Late => "mail-late",
        Notice::Feedback => "mail-feedback",
    }
}
