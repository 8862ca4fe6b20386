//! Offers: what an officer may offer a customer alone, and offering it.

use super::me;
use crate::cases::{check_words, goes_on_elsewhere, happen, load, load_at, write_words};
use crate::city::{Officer, Remedy, Unit};
use crate::{Act, Refusal, Verb};
use policy::Action;
use records::Tx;
use terms::{Case, ContactKind, Direction, Happening, Reference, RemedyCode};

/// Something that can be offered in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offerable {
    /// What.
    pub remedy: RemedyCode,
    /// What it is counted in.
    pub unit: Unit,
    /// How much of it the officer may offer alone; nothing where a superior has to be asked.
    pub up_to: Option<i64>,
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
    load(tx, act, reference, Action::Offer)?;
    let (me, authority) = (me(act)?, &act.city().authority);
    let offerable = |remedy: &Remedy| Offerable {
        remedy: remedy.code.clone(),
        unit: remedy.unit,
        up_to: authority.up_to(me, &remedy.code),
    };
    Ok(authority.remedies.values().map(offerable).collect())
}

/// Offers the customer something that whoever acts may decide alone.
pub fn offer(tx: &mut Tx<'_>, act: &Act, reference: &Reference, revision: i64, new: &NewOffer) -> Verb<Case> {
    check_words(&new.words)?;
    let case = load_at(tx, act, reference, revision, Action::Offer)?;
    goes_on_elsewhere(&case)?;
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
        (Unit::None, None) | (Unit::Money | Unit::WorkingDays, Some(1..=1_000_000_000)) => Ok(()),
        (Unit::None, Some(_)) => Err(Refusal::invalid("amount", "it is given or not; leave the amount out")),
        (Unit::Money | Unit::WorkingDays, _) => {
            Err(Refusal::invalid("amount", "say how much, as a whole number from 1"))
        }
    }
}

/// Whether an officer may decide alone on an offer.
pub(super) fn covers(act: &Act, officer: &Officer, new: &NewOffer) -> bool {
    let most = act.city().authority.up_to(officer, &new.remedy);
    most.is_some_and(|most| new.amount.is_none_or(|amount| amount <= most))
}

/// Gives it, and tells the customer.
pub(super) fn give(tx: &mut Tx<'_>, act: &Act, case: Case, new: &NewOffer) -> Verb<Case> {
    let contact = write_words(tx, act, case.id, (Direction::Outbound, ContactKind::Message), &new.words)?;
    happen(tx, act, case, Happening::Offered { remedy: new.remedy.clone(), amount: new.amount, contact })
}
