//! Approvals: what an officer may not decide alone, a superior decides, and never the one who asks.

use super::offers::{NewOffer, check, covers, extended, give};
use super::{me, name};
use crate::cases::{check_words, goes_on_elsewhere, happen, load_at, must_be_open, write_words};
use crate::city::Officer;
use crate::{Act, Refusal, Verb, resolution};
use jiff::Timestamp;
use policy::Action;
use records::Tx;
use records::approvals::{self, Approval};
use terms::{
    ApprovalAnswer, ApprovalId, Case, ContactKind, Direction, Happening, OfficerCode, OutcomeCode, Reference,
    Role,
};

/// Questions about one case that are open at once.
const MOST_OPEN: usize = 10;

/// What is to be approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Something that is offered.
    Offer(NewOffer),
    /// How the work ends, and what the customer is told of it.
    Outcome(OutcomeCode, String),
}

/// A question to a superior.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewApproval {
    /// What is to be approved.
    pub wanted: Wanted,
    /// Why, for the superior.
    pub words: String,
}

/// Asks the nearest superior who may decide.
pub fn ask_approval(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    new: &NewApproval,
) -> Verb<(Case, ApprovalId)> {
    check_words(&new.words)?;
    let case = load_at(tx, act, reference, revision, Action::Offer)?;
    goes_on_elsewhere(&case)?;
    let me = me(act)?;
    match &new.wanted {
        Wanted::Offer(offer) => {
            check_words(&offer.words)?;
            check(act, offer)?;
            extended(act, &case, offer)?;
        }
        Wanted::Outcome(outcome, words) => {
            check_words(words)?;
            must_be_open(&case)?;
            resolution::allowed(act, &case, outcome)?;
        }
    }
    let open = approvals::of_case(tx, &act.scope(), case.id)?;
    if open.iter().filter(|approval| approval.state == "asked").count() >= MOST_OPEN {
        return Err(Refusal::conflict("enough is asked about this case already; wait for the answers"));
    }
    let superior = above(act, &case, &me.code).find(|officer| decides(act, officer, &new.wanted));
    let superior = superior.ok_or_else(|| {
        Refusal::conflict("nobody above you may decide this here; the city's data name nobody")
    })?;
    let (remedy, amount, outcome, message) = match &new.wanted {
        Wanted::Offer(offer) => (Some(offer.remedy.clone()), offer.amount, None, offer.words.clone()),
        Wanted::Outcome(outcome, words) => (None, None, Some(outcome.clone()), words.clone()),
    };
    let approval = Approval {
        id: ApprovalId::new(act.at, &act.chance),
        case: case.id,
        remedy,
        amount,
        outcome,
        message,
        asked_by: me.code.clone(),
        officer: superior.code.clone(),
        asked_at: act.at,
        due_at: due(act, act.at),
        state: "asked".to_owned(),
        answered_at: None,
        revision: 1,
    };
    approvals::insert(tx, &approval)?;
    let contact = write_words(tx, act, case.id, (Direction::Internal, ContactKind::Note), &new.words)?;
    let (id, officer) = (approval.id, approval.officer);
    Ok((happen(tx, act, case, Happening::ApprovalAsked { approval: id, officer, contact })?, id))
}

/// Whether an officer may answer a question: the superior who was asked, or one above them, and never who asks.
pub fn answers(act: &Act, approval: &Approval, officer: &OfficerCode) -> bool {
    let line = || act.city().superiors(&approval.officer);
    approval.asked_by != *officer
        && (approval.officer == *officer || line().iter().any(|above| above.code == *officer))
}

/// Answers as the superior who was asked, or one above them. What is approved takes effect.
pub fn answer_approval(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    (id, answer, words): (ApprovalId, ApprovalAnswer, &str),
) -> Verb<Case> {
    check_words(words)?;
    let case = load_at(tx, act, reference, revision, Action::Approve)?;
    let me = me(act)?;
    let all = approvals::of_case(tx, &act.scope(), case.id)?;
    let mut approval =
        all.into_iter().find(|approval| approval.id == id).ok_or(Refusal::NotFound("approval"))?;
    if approval.state != "asked" {
        return Err(Refusal::conflict(format!("it has been {} already", approval.state)));
    }
    if approval.asked_by == me.code {
        return Err(Refusal::Forbidden("nobody approves what they ask for; four eyes are needed".into()));
    }
    if !answers(act, &approval, &me.code) {
        let why = format!("{} is asked; only they or those above them answer", name(act, &approval.officer));
        return Err(Refusal::Forbidden(why));
    }
    answer.as_str().clone_into(&mut approval.state);
    approval.answered_at = Some(act.at);
    approvals::update(tx, &approval)?;
    let contact = write_words(tx, act, case.id, (Direction::Internal, ContactKind::Note), words)?;
    let case = happen(tx, act, case, Happening::ApprovalAnswered { approval: id, answer, contact })?;
    match answer {
        ApprovalAnswer::Refused => Ok(case),
        ApprovalAnswer::Approved => take_effect(tx, act, case, (me, approval)),
    }
}

fn take_effect(tx: &mut Tx<'_>, act: &Act, case: Case, (me, approval): (&Officer, Approval)) -> Verb<Case> {
    match (approval.remedy, approval.outcome) {
        (Some(remedy), _) => {
            let offer = NewOffer { remedy, amount: approval.amount, words: approval.message };
            if !covers(act, me, &offer) {
                return Err(Refusal::Forbidden(
                    "this is more than you may decide; refuse it, or let somebody above you answer".into(),
                ));
            }
            goes_on_elsewhere(&case)?;
            give(tx, act, case, &offer)
        }
        (None, Some(outcome)) => resolution::finish(tx, act, case, (&outcome, Some(&approval.message))),
        (None, None) => Ok(case),
    }
}

/// Those who may decide for an officer in a case: the superiors, the nearest first, then the supervisors of the agency.
pub(super) fn above<'a>(
    act: &'a Act,
    case: &'a Case,
    of: &'a OfficerCode,
) -> impl Iterator<Item = &'a Officer> + 'a {
    let agency = Some(&case.state.agency);
    let leads = move |officer: &&Officer| {
        officer.agency.as_ref() == agency && officer.roles.contains(&Role::Supervisor)
    };
    let others = act.city().officers.values().filter(leads);
    act.city()
        .superiors(of)
        .into_iter()
        .chain(others)
        .filter(move |officer| officer.code != *of && act.would(officer, Action::Approve, case))
}

fn decides(act: &Act, officer: &Officer, wanted: &Wanted) -> bool {
    match wanted {
        Wanted::Offer(offer) => covers(act, officer, offer),
        Wanted::Outcome(..) => true,
    }
}

/// When an answer to a question that is asked now is due.
pub(super) fn due(act: &Act, from: Timestamp) -> Option<Timestamp> {
    act.city().authority.decide_within.due(&act.city().calendar, from).map(|due| due.promised)
}
