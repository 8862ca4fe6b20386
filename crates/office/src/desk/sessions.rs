//! Officers' sessions: begun at sign-in, over when idle for too long, at the end of a long day, or when ended.

use crate::customers::Session;
use crate::{Act, Refusal, Verb};
use jiff::SignedDuration;
use records::Tx;
use records::officer_sessions;
use terms::{Actor, OfficerCode, Principal};

/// A session that nobody used for so long is over.
const IDLE: SignedDuration = SignedDuration::from_hours(1);
/// The longest that a session lasts: a shift.
const LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// How exactly it is noted when a session was last used.
const NOTED: SignedDuration = SignedDuration::from_mins(1);
/// Characters kept of what a browser calls itself.
const LONGEST_BROWSER: usize = 200;

/// Begins a session of an officer who has shown who they are.
pub fn begin(
    tx: &mut Tx<'_>,
    act: &Act,
    session: &Session,
    (officer, browser): (&OfficerCode, &str),
) -> Verb<()> {
    act.city().officers.get(officer).ok_or(Refusal::NotFound("officer"))?;
    let session = officer_sessions::Session {
        hash: session.as_str().to_owned(),
        officer: officer.clone(),
        browser: browser.chars().take(LONGEST_BROWSER).collect(),
        begun_at: act.at,
        seen_at: act.at,
        ended_at: None,
    };
    Ok(officer_sessions::begin(tx, &session)?)
}

/// Who is signed in by a session, and whether it is time to note that they still are; nobody where it is over.
pub fn who(tx: &mut Tx<'_>, act: &Act, session: &Session) -> Verb<Option<(Principal, bool)>> {
    let Some(found) = officer_sessions::by_hash(tx, session.as_str())? else { return Ok(None) };
    let idle = act.at.duration_since(found.seen_at);
    let over = found.ended_at.is_some() || idle > IDLE || act.at.duration_since(found.begun_at) > LONGEST;
    // An officer who left is signed out with that.
    let officer = act.city().officers.get(&found.officer).filter(|_| !over);
    Ok(officer.map(|officer| {
        let principal = Principal {
            roles: officer.roles.clone(),
            agency: officer.agency.clone(),
            office: officer.office.clone(),
            ..Principal::new(Actor::Officer(found.officer.clone()))
        };
        (principal, idle > NOTED)
    }))
}

/// Notes that a session is in use.
pub fn seen(tx: &mut Tx<'_>, act: &Act, session: &Session) -> Verb<()> {
    Ok(officer_sessions::seen(tx, session.as_str(), act.at)?)
}

/// Signs out.
pub fn end(tx: &mut Tx<'_>, act: &Act, session: &Session) -> Verb<()> {
    Ok(officer_sessions::end(tx, session.as_str(), act.at).map(drop)?)
}
