//! The outbox: what leaves the house, to whom it may go, and how much of it.
//!
//! A verb writes a [`Letter`]; it is kept and its delivery queued in the same transaction. Only jobs deliver.

mod deliver;
mod notice;

pub use deliver::{Carry, Carrying, Undelivered};

pub(crate) use deliver::deliver;
pub(crate) use notice::{address, foot, link, send_notice};

use crate::jobs::{self, Work};
use crate::replay::hex;
use crate::{Act, Refusal, Verb};
use jiff::{SignedDuration, Timestamp};
use policy::{Action, Resource};
use records::outbox::{self, Lately, Message};
use records::{Tx, jobs as queued};
use terms::{CaseId, Channel, ContactPoint, ContactPointKind, MessageId, MessageKind, MessageState};
use wording::Language;

/// What one mailbox gets at most. Whoever types a stranger's address into a form must not be able to fill it.
const MOST_AN_HOUR: u32 = 5;
const MOST_A_DAY: u32 = 20;
/// Codes that one mailbox gets in an hour at most; each is one chance more to guess.
const MOST_CODES_AN_HOUR: u32 = 3;
/// The longest subject, in characters; what is beyond is cut off.
const LONGEST_SUBJECT: usize = 200;
/// The longest body, in characters.
const LONGEST_BODY: usize = 20_000;
/// Messages shown at once.
const MOST_SHOWN: u32 = 200;
const HOUR: SignedDuration = SignedDuration::from_hours(1);
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// For how long a code can be of use; [`crate::codes`] makes them so.
pub(crate) const CODE_LIFE: SignedDuration = SignedDuration::from_mins(10);
/// For how long anything else can. A mail server may be away for a weekend.
const NOTICE_LIFE: SignedDuration = SignedDuration::from_hours(72);
/// For how long it is known what was sent.
const KEEP: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What is to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// To whom. Only e-mail is delivered so far.
    pub to: ContactPoint,
    /// In which language.
    pub language: Language,
    /// What it is about, in a line.
    pub subject: String,
    /// Plain text. To an address that is not proven, none of it may be what somebody submitted.
    pub body: String,
    /// What for.
    pub kind: MessageKind,
    /// The case that it is about.
    pub case: Option<CaseId>,
    /// The address where one click ends what it belongs to.
    pub unsubscribe: Option<String>,
}

/// Sends a letter: it is kept, and leaves once the transaction is durable. A mailbox that has had enough gets no more;
/// the message is then held.
pub fn send(tx: &mut Tx<'_>, act: &Act, letter: &Letter) -> Verb<()> {
    let message = keep(tx, act, letter, None)?;
    if message.state == MessageState::Waiting {
        queue(tx, act, message.id)?;
    }
    Ok(())
}

/// The latest messages, the newest first, for those who run the house. To whom they go and what they say is only told
/// to those who may read customers' records.
pub fn latest(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<Message>> {
    act.must(Action::RunJobs, Resource::Installation)?;
    Ok(outbox::latest(tx, &act.record_scope(), MOST_SHOWN)?)
}

/// Keeps a letter as a message; it is held if `held` says why, or if its mailbox has had enough.
pub(crate) fn keep(tx: &mut Tx<'_>, act: &Act, letter: &Letter, held: Option<&str>) -> Verb<Message> {
    check(letter)?;
    let mailbox = mailbox(&letter.to.value);
    let lately = outbox::lately(tx, &mailbox, ago(act.at, HOUR), ago(act.at, DAY))?;
    let held = held.or_else(|| enough(lately, letter.kind));
    // Nobody needs to know to whom a message did not go, or which secret it would have told.
    let unsaid = held.is_some() && letter.kind.is_secret();
    let message = Message {
        id: MessageId::new(act.recorded_at, &act.chance),
        case: letter.case,
        channel: Channel::Email,
        to: if unsaid { String::new() } else { letter.to.value.clone() },
        language: letter.language.tag().to_owned(),
        subject: letter.subject.chars().take(LONGEST_SUBJECT).collect(),
        body: if unsaid { String::new() } else { letter.body.clone() },
        kind: letter.kind,
        state: if held.is_some() { MessageState::Held } else { MessageState::Waiting },
        created_at: act.recorded_at,
        sent_at: None,
        error: held.map(ToOwned::to_owned),
        unsubscribe: letter.unsubscribe.clone(),
    };
    outbox::insert(tx, &message, &mailbox)?;
    Ok(message)
}

/// Queues the delivery of a message.
pub(crate) fn queue(tx: &mut Tx<'_>, act: &Act, message: MessageId) -> Verb<()> {
    jobs::queue(tx, act, &Work::Deliver { message })
}

/// Gives up what was not delivered in time, with its jobs, and forgets what was sent long ago.
pub(crate) fn tidy(tx: &mut Tx<'_>, act: &Act) -> Verb<u64> {
    let late = ago(act.recorded_at, NOTICE_LIFE);
    let given_up = outbox::give_up(tx, late, "nobody delivered it in time")?;
    queued::forget_ready(tx, jobs::Class::Post.as_str(), late)?;
    Ok(given_up + outbox::forget(tx, ago(act.recorded_at, KEEP))?)
}

fn check(letter: &Letter) -> Verb<()> {
    if letter.to.kind != ContactPointKind::Email {
        return Err(Refusal::invalid("to", "only e-mail is delivered so far; name an e-mail address"));
    }
    if !letter.to.verified && !letter.kind.suits_strangers() {
        return Err(Refusal::conflict(
            "this may only go to an address that is proven; send a code there first",
        ));
    }
    let count = letter.body.chars().count();
    if count > LONGEST_BODY {
        let problem = format!("it has {count} characters; use at most {LONGEST_BODY}");
        return Err(Refusal::invalid("body", problem));
    }
    Ok(())
}

/// Why a mailbox gets no more for now, if it has had enough.
fn enough(lately: Lately, kind: MessageKind) -> Option<&'static str> {
    if kind == MessageKind::Code && lately.codes >= MOST_CODES_AN_HOUR {
        return Some("this mailbox was sent enough codes within the hour");
    }
    if lately.hour >= MOST_AN_HOUR {
        return Some("this mailbox was sent enough within the hour");
    }
    (lately.day >= MOST_A_DAY).then_some("this mailbox was sent enough within the day")
}

/// The hash of whom an address reaches: what follows a plus sign reaches the same person.
pub(crate) fn mailbox(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let person = local.split('+').next().filter(|person| !person.is_empty()).unwrap_or(local);
    hex(format!("email:{person}@{domain}").as_bytes())
}

fn ago(at: Timestamp, time: SignedDuration) -> Timestamp {
    at.checked_sub(time).unwrap_or(Timestamp::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailbox_is_one_person_whatever_follows_the_plus() {
        assert_eq!(mailbox("mae+1@example.org"), mailbox("mae@example.org"));
        assert_ne!(mailbox("mae@example.org"), mailbox("mae@example.com"));
        assert_ne!(mailbox("+1@example.org"), mailbox("+2@example.org"), "nobody is called nothing");
    }

    #[test]
    fn enough_is_enough() {
        let lately = |hour, day, codes| Lately { hour, day, codes };
        assert_eq!(enough(lately(4, 19, 3), MessageKind::Notice), None);
        assert!(enough(lately(4, 19, 3), MessageKind::Code).is_some());
        assert!(enough(lately(5, 5, 0), MessageKind::Follow).is_some());
        assert!(enough(lately(0, 20, 0), MessageKind::Notice).is_some());
    }
}
