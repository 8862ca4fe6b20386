//! Delivering: the one job that leaves its transaction, since a mail server is outside the house.
//!
//! It may happen more than once: whoever dies between a mail server's yes and the commit sends again. The message
//! keeps its id, so that the repeat can be recognised.

use super::{CODE_LIFE, NOTICE_LIFE};
use crate::{Office, Refusal, Verb};
use jiff::Timestamp;
use records::jobs;
use records::outbox::{self, Message};
use std::pin::Pin;
use std::sync::Arc;
use terms::{JobId, MessageId, MessageKind};

/// The longest reason that is kept, in characters; mail servers like to explain.
const LONGEST_REASON: usize = 300;

/// Carries a message out of the house: the server speaks SMTP, a test keeps a list.
pub type Carry = Arc<dyn Fn(Message) -> Carrying + Send + Sync>;

/// A message on its way.
pub type Carrying = Pin<Box<dyn Future<Output = Result<(), Undelivered>> + Send>>;

/// Why a message was not taken, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undelivered {
    /// It may be taken another time.
    ForNow(String),
    /// It will never be taken.
    ForGood(String),
}

/// Delivers a message and removes its job. What cannot be delivered now is left to be tried again.
pub(crate) async fn deliver(office: &Office, job: JobId, id: MessageId) -> Verb<()> {
    let act = office.house_act();
    let found = office.read(act, move |tx, act| Ok(outbox::waiting(tx, &act.record_scope(), id)?)).await?;
    let Some(message) = found else {
        return office.write(office.house_act(), move |tx, _| Ok(jobs::done(tx, job)?)).await;
    };
    let kind = message.kind;
    let carried = match &office.post {
        _ if is_late(&message, office.now()) => {
            Err(Undelivered::ForGood("it came too late to be of use".to_owned()))
        }
        None => Err(Undelivered::ForNow("no mail server is named".to_owned())),
        Some(carry) => carry(message).await,
    };
    let act = office.house_act();
    let noted = office.write(act, move |tx, act| {
        match &carried {
            Ok(()) => outbox::sent(tx, id, kind, act.at)?,
            Err(Undelivered::ForGood(why)) => outbox::failed(tx, id, kind, &reason(why))?,
            Err(Undelivered::ForNow(why)) => {
                outbox::delayed(tx, id, &reason(why))?;
                return Ok(false);
            }
        }
        jobs::done(tx, job)?;
        Ok(true)
    });
    if noted.await? {
        return Ok(());
    }
    // The log tells no addresses, and mail servers repeat them.
    Err(Refusal::conflict("the message could not be delivered this time; its entry in the outbox says why"))
}

/// Whether nobody waits for it any more.
fn is_late(message: &Message, now: Timestamp) -> bool {
    let life = match message.kind {
        MessageKind::Code => CODE_LIFE,
        MessageKind::Notice | MessageKind::Link | MessageKind::Follow => NOTICE_LIFE,
    };
    now.duration_since(message.created_at) > life
}

/// What a mail server said, in a line, without addresses.
fn reason(said: &str) -> String {
    let line: String = said.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    matching::redact(&line).chars().take(LONGEST_REASON).collect()
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn reasons_are_a_short_line_without_addresses() {
        let said = reason(&format!("550 5.1.1 <mae@example.org>: nobody\r\n{}", "x".repeat(1_000)));
        assert!(said.starts_with("550 5.1.1") && !said.contains("mae@") && !said.contains('\n'), "{said}");
        assert!(said.chars().count() <= 300);
    }
}
