//! Officers' sessions: begun at sign-in, over when idle for too long, at the end of a long day, or when ended.

use super::shifts::Shift;
use crate::customers::Session;
use crate::tokens::house_event;
use crate::{Act, Refusal, Verb};
use jiff::{SignedDuration, Timestamp};
use policy::{Action, Resource};
use records::{Tx, approvals, officer_sessions, shifts};
use terms::{Actor, Happening, OfficerCode, Principal};

/// A session that nobody used for so long is over.
const IDLE: SignedDuration = SignedDuration::from_hours(1);
/// The longest that a session lasts: a shift.
const LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// How exactly it is noted when a session was last used.
const NOTED: SignedDuration = SignedDuration::from_mins(1);
/// Characters kept of what a browser calls itself.
const LONGEST_BROWSER: usize = 200;
/// Sessions that are listed at once.
const MOST_LISTED: u32 = 500;

/// A session that is to begin.
#[derive(Debug, Clone)]
pub struct Begun {
    /// The hash of its cookie, which is new.
    pub session: Session,
    /// Whose.
    pub officer: OfficerCode,
    /// What the browser calls itself.
    pub browser: String,
    /// The session that the browser had, which is over.
    pub before: Option<Session>,
    /// Whether a new password has to be chosen before anything else.
    pub changes_password: bool,
}

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Who.
    pub who: Principal,
    /// Whether it is time to note that they still are.
    pub note: bool,
    /// Whether a new password has to be chosen before anything else.
    pub changes_password: bool,
    /// Their shift, if they have begun one.
    pub shift: Option<Shift>,
    /// How many questions wait for their decision.
    pub asked: i64,
}

/// Begins a session of an officer who has shown who they are.
pub fn begin(tx: &mut Tx<'_>, act: &Act, begun: &Begun) -> Verb<()> {
    act.city().officers.get(&begun.officer).ok_or(Refusal::NotFound("officer"))?;
    if let Some(before) = &begun.before {
        officer_sessions::end(tx, before.as_str(), act.at)?;
    }
    let session = officer_sessions::Session {
        hash: begun.session.as_str().to_owned(),
        officer: begun.officer.clone(),
        browser: begun.browser.chars().take(LONGEST_BROWSER).collect(),
        changes_password: begun.changes_password,
        begun_at: act.at,
        seen_at: act.at,
        ended_at: None,
    };
    officer_sessions::begin(tx, &session)?;
    house_event(tx, act, Happening::SignedIn {})
}

/// Who is signed in by a session; nobody where it is over.
pub fn who(tx: &mut Tx<'_>, act: &Act, session: &Session) -> Verb<Option<Signed>> {
    let Some(found) = officer_sessions::by_hash(tx, session.as_str())? else { return Ok(None) };
    let (begun, seen) = alive(act.at);
    let over = found.ended_at.is_some() || found.seen_at < seen || found.begun_at < begun;
    // An officer who left is signed out with that.
    let Some(who) = act.city().principal(&found.officer).filter(|_| !over) else { return Ok(None) };
    let shift = shifts::now(tx, &found.officer)?;
    let asked = approvals::count_asked_of(tx, &found.officer)?;
    let note = act.at.duration_since(found.seen_at) > NOTED;
    Ok(Some(Signed { who, note, changes_password: found.changes_password, shift, asked }))
}

/// Notes that a session is in use.
pub fn seen(tx: &mut Tx<'_>, act: &Act, session: &Session) -> Verb<()> {
    Ok(officer_sessions::seen(tx, session.as_str(), act.at)?)
}

/// Signs out.
pub fn end(tx: &mut Tx<'_>, act: &Act, session: &Session) -> Verb<()> {
    match officer_sessions::end(tx, session.as_str(), act.at)? {
        Some(officer) => house_event(tx, act, Happening::SignedOut { officer }),
        None => Ok(()),
    }
}

/// The sessions of the officer who acts, the one that was used last first.
pub fn mine(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<officer_sessions::Session>> {
    let Actor::Officer(me) = &act.who.actor else { return Ok(Vec::new()) };
    Ok(officer_sessions::going_on(tx, Some(me), alive(act.at), MOST_LISTED)?)
}

/// Ends one session of the officer who acts.
pub fn end_one(tx: &mut Tx<'_>, act: &Act, hash: &str) -> Verb<()> {
    let own = mine(tx, act)?.into_iter().find(|session| session.hash == hash);
    let own = own.ok_or(Refusal::NotFound("session"))?;
    officer_sessions::end(tx, hash, act.at)?;
    house_event(tx, act, Happening::SignedOut { officer: own.officer })
}

/// Ends all sessions of an officer, but for one if it is named: their own, or whose sign-in whoever acts may manage.
pub fn end_all(tx: &mut Tx<'_>, act: &Act, officer: &OfficerCode, but: Option<&Session>) -> Verb<u64> {
    if act.who.actor != Actor::Officer(officer.clone()) {
        act.must(Action::ManageSignIns, colleague(act, officer))?;
    }
    let ended = officer_sessions::end_all(tx, officer, act.at, but.map(Session::as_str))?;
    if ended > 0 {
        house_event(tx, act, Happening::SignedOut { officer: officer.clone() })?;
    }
    Ok(ended)
}

/// The colleagues who are signed in and whose sign-in whoever acts may manage; with how many sessions, and when they
/// were last there.
pub fn signed_in(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<(OfficerCode, usize, Timestamp)>> {
    let me = &act.who.actor;
    let mut found: Vec<(OfficerCode, usize, Timestamp)> = Vec::new();
    for session in officer_sessions::going_on(tx, None, alive(act.at), MOST_LISTED)? {
        if let Some((_, count, _)) = found.iter_mut().find(|(officer, ..)| *officer == session.officer) {
            *count += 1;
        } else if *me != Actor::Officer(session.officer.clone())
            && act.may(Action::ManageSignIns, colleague(act, &session.officer))
        {
            found.push((session.officer, 1, session.seen_at));
        }
    }
    Ok(found)
}

fn colleague(act: &Act, officer: &OfficerCode) -> Resource {
    let agency = act.city().officers.get(officer).and_then(|officer| officer.agency.clone());
    Resource::Colleague { agency }
}

/// A session that goes on was begun, and used, since these instants.
fn alive(now: Timestamp) -> (Timestamp, Timestamp) {
    let ago = |time: SignedDuration| now.checked_sub(time).unwrap_or(now);
    (ago(LONGEST), ago(IDLE))
}
