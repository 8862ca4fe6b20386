//! Sessions: a browser that has shown what opens a case keeps it open for a while.

use crate::cases::by_secret;
use crate::replay::fingerprint;
use crate::{Act, Verb};
use jiff::{SignedDuration, Timestamp};
use records::sessions::{self, Held};
use records::{Tx, cases};
use terms::{CaseId, Reference};

/// For how long a browser keeps a case open that it has shown the secret of.
const LASTS: SignedDuration = SignedDuration::from_hours(24 * 90);
/// Cases that one browser may hold.
const MOST_HELD: u32 = 100;

/// The hash of a session's cookie, which is all that the house keeps of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session(String);

impl Session {
    /// The session of a cookie.
    pub fn of(cookie: &str) -> Self {
        Self(fingerprint(cookie.as_bytes()))
    }

    /// The hash.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Lets a session hold a case if its secret is the right one. A wrong reference and a wrong secret are the same.
pub fn show_secret(
    tx: &mut Tx<'_>,
    act: &Act,
    session: &Session,
    (reference, secret): (&Reference, &str),
) -> Verb<bool> {
    let case = by_secret(tx, act, reference, secret)?;
    if let Some(case) = case {
        hold(tx, act, session, case)?;
    }
    Ok(case.is_some())
}

/// Lets a session hold a case of which it is known to be the customer's.
pub(crate) fn hold(tx: &mut Tx<'_>, act: &Act, session: &Session, case: CaseId) -> Verb<()> {
    Ok(sessions::hold(tx, session.as_str(), case, act.at)?)
}

/// Lets a session hold every case of the customers who are reached at a contact point that was just proved.
pub fn hold_all_of(
    tx: &mut Tx<'_>,
    act: &Act,
    session: &Session,
    point: &terms::ContactPoint,
) -> Verb<usize> {
    let mut count = 0;
    for customer in records::customers::reached_at(tx, point)? {
        let filter =
            cases::Filter { customer: Some(customer.id), limit: MOST_HELD, ..cases::Filter::default() };
        // The policy opens to customers what is theirs, and to the public nothing.
        for case in cases::list_cases(tx, &act.by_customer(customer.id).scope(), &filter)? {
            hold(tx, act, session, case.id)?;
            count += 1;
        }
    }
    Ok(count)
}

/// The cases that a session holds, the latest first.
pub fn held(tx: &mut Tx<'_>, act: &Act, session: &Session) -> Verb<Vec<Held>> {
    Ok(sessions::held(tx, session.as_str(), since(act.at), MOST_HELD)?)
}

/// The case of a reference, if the session holds it.
pub fn holds(tx: &mut Tx<'_>, act: &Act, session: &Session, reference: &Reference) -> Verb<Option<CaseId>> {
    Ok(sessions::holds(tx, session.as_str(), reference, since(act.at))?)
}

/// Ends a session, as on a computer that others use too.
pub fn end(tx: &mut Tx<'_>, _: &Act, session: &Session) -> Verb<()> {
    Ok(sessions::end(tx, session.as_str()).map(drop)?)
}

/// Forgets what sessions held for too long.
pub(crate) fn forget(tx: &mut Tx<'_>, act: &Act) -> Verb<u64> {
    Ok(sessions::forget(tx, since(act.at))?)
}

fn since(now: Timestamp) -> Timestamp {
    now.checked_sub(LASTS).unwrap_or(now)
}
