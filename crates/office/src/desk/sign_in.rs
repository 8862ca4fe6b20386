//! Signing in with a password: tries are counted before they are checked, and wrong ones slow down.
//!
//! Nobody can lock somebody else out for good: a browser in which an officer signed in before has a lane of its own, and a
//! temporary password, which nobody can guess, is not slowed down by those who guess at the officer's.

use super::passwords::Password;
use super::sessions::{Begun, begin};
use crate::replay::hex;
use crate::tokens::house_event;
use crate::{Act, Refusal, Verb};
use jiff::{SignedDuration, Timestamp};
use policy::{Action, Resource};
use records::officer_passwords::{self, Kept};
use records::{Tx, officer_sessions, sign_in_tries as tries};
use terms::{Actor, Happening, OfficerCode};

/// For how long tries are remembered.
pub(super) const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);
/// The longest that anybody waits for their next try: four in an hour are no way to guess.
const LONGEST_DELAY: SignedDuration = SignedDuration::from_mins(15);
/// Tries that nobody waits for: at one officer, from one address, where many may sit, and in a browser that is known.
const FREE_OFFICER: i64 = 5;
const FREE_ADDRESS: i64 = 30;
const FREE_BROWSER: i64 = 10;

/// Somebody who says who they are.
#[derive(Debug, Clone, Default)]
pub struct Attempt {
    /// The code that they typed.
    pub code: String,
    /// From which network.
    pub address: Option<String>,
    /// The hash of the cookie by which their browser is known, if it has one.
    pub browser: Option<String>,
}

/// A try that was taken, and has to be checked.
#[derive(Debug, Clone)]
pub struct Try {
    /// As whom, if there is such an officer.
    pub officer: Option<OfficerCode>,
    /// What the password is checked against.
    pub hash: Option<String>,
    /// Whether another password has to be chosen.
    pub temporary: bool,
    /// What is forgotten when the password is right, and what is given back.
    own: Option<String>,
    shared: Option<String>,
}

/// What becomes of an attempt.
#[derive(Debug, Clone)]
pub enum Taken {
    /// It comes too early.
    Slow {
        /// In how many seconds there may be another.
        seconds: i64,
    },
    /// It may be checked.
    Check(Try),
}

/// Takes a try, which counts as a wrong one until the password is shown to be right. An officer whom nobody knows is
/// tried like any other.
pub fn try_sign_in(tx: &mut Tx<'_>, act: &Act, attempt: &Attempt) -> Verb<Taken> {
    let typed = attempt.code.trim().to_lowercase();
    let officer = act.city().officers.get_key_value(typed.as_str()).map(|(code, _)| code.clone());
    let kept = match &officer {
        Some(officer) => officer_passwords::of(tx, officer)?,
        None => None,
    };
    let temporary = kept.as_ref().is_some_and(|kept| kept.temporary);
    let known = match (&officer, &attempt.browser) {
        (Some(officer), Some(browser)) => tries::is_known(tx, browser, officer)?,
        _ => false,
    };
    let own = match &attempt.browser {
        Some(browser) if known => Some((lane("browser", &format!("{browser} {typed}")), FREE_BROWSER)),
        _ if temporary => None,
        _ => Some((lane("officer", &typed), FREE_OFFICER)),
    };
    let shared = attempt.address.as_ref().filter(|_| !known).map(|at| (lane("address", at), FREE_ADDRESS));
    let lanes = [&own, &shared].into_iter().flatten();
    if let Some(seconds) = wait(tx, act.at, lanes.clone().map(|(lane, _)| lane.as_str()))? {
        return Ok(Taken::Slow { seconds });
    }
    let since = act.at.checked_sub(REMEMBERED).unwrap_or(act.at);
    for (lane, free) in lanes {
        let count = tries::take(tx, lane, act.at, since)?;
        let until = act.at.checked_add(delay(count, *free)).unwrap_or(act.at);
        tries::delay(tx, lane, until)?;
    }
    let name = |lane: Option<(String, i64)>| lane.map(|(lane, _)| lane);
    Ok(Taken::Check(Try {
        officer,
        hash: kept.map(|kept| kept.hash),
        temporary,
        own: name(own),
        shared: name(shared),
    }))
}

/// Notes that a try was wrong.
pub fn failed(tx: &mut Tx<'_>, act: &Act, tried: &Try) -> Verb<()> {
    house_event(tx, act, Happening::SignInFailed { officer: tried.officer.clone() })
}

/// Begins the session of an officer whose password was right; not if it has changed meanwhile. Their browser is known
/// from then on.
pub fn sign_in(tx: &mut Tx<'_>, act: &Act, (tried, known_as): (&Try, &str), begun: &Begun) -> Verb<bool> {
    let kept = officer_passwords::of(tx, &begun.officer)?.map(|kept| kept.hash);
    if kept.is_none() || kept != tried.hash {
        return Ok(false);
    }
    right(tx, tried)?;
    tries::know(tx, known_as, &begun.officer, act.at)?;
    begin(tx, act, begun)?;
    Ok(true)
}

fn right(tx: &mut Tx<'_>, tried: &Try) -> Verb<()> {
    if let Some(lane) = &tried.own {
        tries::clear(tx, lane)?;
    }
    if let Some(lane) = &tried.shared {
        tries::give_back(tx, lane)?;
    }
    Ok(())
}

/// Gives an officer a password, and ends their sessions: their own, or whose sign-in whoever acts may manage.
pub fn set_password(
    tx: &mut Tx<'_>,
    act: &Act,
    officer: &OfficerCode,
    (hash, temporary): (&str, bool),
) -> Verb<()> {
    let known = act.city().officers.get(officer).ok_or(Refusal::NotFound("officer"))?;
    if act.who.actor != Actor::Officer(officer.clone()) {
        act.must(Action::ManageSignIns, Resource::Colleague { agency: known.agency.clone() })?;
    }
    officer_passwords::set(tx, officer, &Kept { hash: hash.to_owned(), temporary }, act.at)?;
    officer_sessions::end_all(tx, officer, act.at, None)?;
    tries::clear(tx, &lane("officer", officer.as_str()))?;
    house_event(tx, act, Happening::PasswordSet { officer: officer.clone() })
}

impl Try {
    /// Whether it was right; it takes as long as any other where nobody has that code.
    pub fn is_right(&self, password: &Password) -> bool {
        password.is(self.hash.as_deref()) && self.officer.is_some()
    }
}

/// The name of a lane; what somebody typed does not stand in it.
fn lane(kind: &str, of: &str) -> String {
    hex(format!("{kind} {of}").as_bytes())
}

/// In how many seconds all lanes may be used; none if they may be now.
fn wait<'l>(tx: &mut Tx<'_>, now: Timestamp, lanes: impl Iterator<Item = &'l str>) -> Verb<Option<i64>> {
    let mut longest = SignedDuration::ZERO;
    for lane in lanes {
        if let Some(next) = tries::next_at(tx, lane)? {
            longest = longest.max(next.duration_since(now));
        }
    }
    Ok(longest.is_positive().then(|| longest.as_secs() + 1))
}

/// How long to wait after so many tries: twice as long after each.
fn delay(tries: i64, free: i64) -> SignedDuration {
    let beyond = u32::try_from(tries - free).ok().filter(|beyond| *beyond > 0);
    let seconds = beyond.map_or(0, |beyond| 1_i64 << beyond.min(20));
    SignedDuration::from_secs(seconds).min(LONGEST_DELAY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn who_tries_more_waits_longer_and_never_for_ever(tries in 0..10_000_i64, free in 0..100_i64) {
            let now = delay(tries, free);
            prop_assert!(now <= delay(tries + 1, free) && now <= LONGEST_DELAY);
            prop_assert_eq!(now.is_zero(), tries <= free);
        }
    }

    #[test]
    fn what_is_typed_stands_in_no_lane() {
        assert!(!lane("officer", "lee\0").contains("lee"));
        assert_ne!(lane("officer", "lee"), lane("address", "lee"));
    }
}
