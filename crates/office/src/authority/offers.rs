//! Offers: what an officer may offer a customer alone, and offering it.

use super::approvals::{above, due};
use super::me;
use crate::cases::{
    check_words, goes_on_elsewhere, happen, load, load_at, must_be_open, must_be_theirs, write_words,
};
use crate::city::{Officer, Remedy, Unit};
use crate::{Act, Refusal, Verb, services};
use jiff::Timestamp;
use policy::Action;
use records::Tx;
use terms::{Case, ContactKind, Direction, Happening, OfficerCode, Reference, RemedyCode};

/// The most working days that are given at once: about two years.
const MOST_DAYS: i64 = 500;

/// Something that can be offered in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offerable {
    /// What.
    pub remedy: RemedyCode,
    /// What it is counted in.
    pub unit: Unit,
    /// How much of it the officer may offer alone; nothing where a superior has to be asked.
    pub up_to: Option<i64>,
    /// Who is asked for more; nothing where nobody above them may give more.
    pub superior: Option<Superior>,
}

/// Who decides what an officer may not decide alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Superior {
    /// Who.
    pub officer: OfficerCode,
    /// By when an answer to what is asked now is due.
    pub due_at: Option<Timestamp>,
}

/// What is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOffer {
    /// What.
    pub remedy: RemedyCode,
    /// How much of it, where it is counted.
    pub amount: Option<i64>,
    /// What the customer is told.
    pub words: String,
}

/// What may be offered here: everything that the city knows, with how much of it whoever asks may decide alone.
pub fn offers(tx: &mut Tx<'_>, act: &Act, reference: &Reference) -> Verb<Vec<Offerable>> {
    let case = load(tx, act, reference, Action::Offer)?;
    let (me, authority) = (me(act)?, &act.city().authority);
    let offerable = |remedy: &Remedy| {
        let up_to = authority.up_to(me, &remedy.code);
        // Given or not: whoever may give it needs nobody.
        let more = match remedy.unit {
            Unit::None => up_to.is_none().then_some(0),
            Unit::Money | Unit::WorkingDays => Some(up_to.unwrap_or(0) + 1),
        };
        let gives = |officer: &&Officer| {
            authority.up_to(officer, &remedy.code).zip(more).is_some_and(|(most, more)| most >= more)
        };
        let superior = above(act, &case, &me.code).find(gives);
        let superior =
            superior.map(|officer| Superior { officer: officer.code.clone(), due_at: due(act, act.at) });
        Offerable { remedy: remedy.code.clone(), unit: remedy.unit, up_to, superior }
    };
    Ok(authority.remedies.values().map(offerable).collect())
}

/// Who is asked to approve how the work in a case ends.
pub fn decides_outcome(act: &Act, case: &Case) -> Option<Superior> {
    let officer = above(act, case, &me(act).ok()?.code).next()?;
    Some(Superior { officer: officer.code.clone(), due_at: due(act, act.at) })
}

/// Offers the customer something that whoever acts may decide alone.
pub fn offer(tx: &mut Tx<'_>, act: &Act, reference: &Reference, revision: i64, new: &NewOffer) -> Verb<Case> {
    check_words(&new.words)?;
    let case = load_at(tx, act, reference, revision, Action::Offer)?;
    goes_on_elsewhere(&case)?;
    must_be_theirs(act, &case)?;
    check(act, new)?;
    let me = me(act)?;
    if !covers(act, me, new) {
        let most = act.city().authority.up_to(me, &new.remedy);
        let most = most.map_or_else(|| "nothing".to_owned(), |most| format!("up to {most}"));
        let why = format!("alone you may offer {most} of it; ask your superior to approve");
        return Err(Refusal::Forbidden(why));
    }
    give(tx, act, case, new)
}

/// Refuses what cannot be offered by anybody.
pub(super) fn check(act: &Act, new: &NewOffer) -> Verb<()> {
    let remedy = act.city().authority.remedies.get(&new.remedy);
    let remedy = remedy.ok_or_else(|| {
        let known: Vec<&str> = act.city().authority.remedies.keys().map(RemedyCode::as_str).collect();
        Refusal::invalid("remedy", format!("use one of: {}", known.join(", ")))
    })?;
    match (remedy.unit, new.amount) {
        (Unit::None, None)
        | (Unit::Money, Some(1..=1_000_000_000))
        | (Unit::WorkingDays, Some(1..=MOST_DAYS)) => Ok(()),
        (Unit::None, Some(_)) => Err(Refusal::invalid("amount", "it is given or not; leave the amount out")),
        (Unit::Money, _) => Err(Refusal::invalid("amount", "say how much, as a whole number from 1")),
        (Unit::WorkingDays, _) => {
            let problem = format!("say how many days, as a whole number from 1 to {MOST_DAYS}");
            Err(Refusal::invalid("amount", problem))
        }
    }
}

/// Whether an officer may decide alone on an offer.
pub(super) fn covers(act: &Act, officer: &Officer, new: &NewOffer) -> bool {
    let most = act.city().authority.up_to(officer, &new.remedy);
    most.is_some_and(|most| new.amount.is_none_or(|amount| amount <= most))
}

/// When a case is due once an offer is given, where more time is what is offered. It can only be given while the work
/// goes on, and where a day was promised.
pub(super) fn extended(act: &Act, case: &Case, new: &NewOffer) -> Verb<Option<Timestamp>> {
    let unit = act.city().authority.remedies.get(&new.remedy).map(|remedy| remedy.unit);
    let Some(days) = new.amount.filter(|_| unit == Some(Unit::WorkingDays)) else { return Ok(None) };
    must_be_open(case)?;
    if case.state.clocks.due_at.is_none() {
        return Ok(None);
    }
    let days = u32::try_from(days).unwrap_or(u32::MAX);
    let later = services::extend(act.city(), &case.state, days, act.at);
    let later =
        later.ok_or_else(|| Refusal::invalid("amount", "no calendar reaches so far; use fewer days"))?;
    Ok(Some(later))
}

/// Gives it, and tells the customer. More time moves when the work is due, and whoever is to be warned is warned anew.
pub(super) fn give(tx: &mut Tx<'_>, act: &Act, case: Case, new: &NewOffer) -> Verb<Case> {
    let due_at = extended(act, &case, new)?;
    let contact = write_words(tx, act, case.id, (Direction::Outbound, ContactKind::Message), &new.words)?;
    let (remedy, amount) = (new.remedy.clone(), new.amount);
    happen(tx, act, case, Happening::Offered { remedy, amount, contact, due_at })
}
