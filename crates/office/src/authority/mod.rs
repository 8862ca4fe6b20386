//! Authority: what officers may decide alone, whom they ask for the rest, and who learns when nobody decides.

mod approvals;
mod escalation;
mod offers;

pub use approvals::{NewApproval, Wanted, answer_approval, answers, ask_approval};
pub(crate) use escalation::{press_approvals, press_promises, press_replies, tell_superiors};
pub use offers::{NewOffer, Offerable, Superior, decides_outcome, offer, offers};

use crate::city::Officer;
use crate::{Act, Refusal, Verb};
use terms::{Actor, OfficerCode};

/// The officer who acts; authority belongs to people alone.
fn me(act: &Act) -> Verb<&Officer> {
    let nobody = || Refusal::Forbidden("only officers decide; sign in as one".to_owned());
    match &act.who.actor {
        Actor::Officer(code) => act.city().officers.get(code).ok_or_else(nobody),
        Actor::Public | Actor::Customer(_) | Actor::Integration(_) | Actor::House => Err(nobody()),
    }
}

/// The name of an officer for colleagues.
fn name<'a>(act: &'a Act, code: &'a OfficerCode) -> &'a str {
    act.city().officers.get(code).map_or(code.as_str(), |officer| officer.name.as_str())
}
