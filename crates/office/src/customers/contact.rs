//! How a customer is reached about a case, and how they change that.

use super::{Person, meet};
use crate::cases::{happen, load};
use crate::{Act, Verb};
use policy::Action;
use records::{Tx, customers};
use terms::{Case, ContactPoint, ContactPointKind, Customer, Happening, Reference};

/// Whom a case belongs to, as its customer may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// Who.
    pub customer: Customer,
    /// How they are reached.
    pub points: Vec<ContactPoint>,
}

/// How the customer of a case is reached; nothing where they did not say.
pub fn reached(tx: &mut Tx<'_>, act: &Act, case: &Case) -> Verb<Option<Reached>> {
    act.must_on(Action::ReadCase, case)?;
    let Some(id) = case.state.customer else { return Ok(None) };
    let scope = act.scope();
    let Some(customer) = customers::by_id(tx, &scope, id)? else { return Ok(None) };
    Ok(Some(Reached { customer, points: customers::contact_points(tx, &scope, id)? }))
}

/// Changes how the customer of one case is reached. Their other cases, and what others know of them, stay as they are:
/// whoever holds a case's secret has shown that this case is theirs, and no more.
pub fn change_contact(tx: &mut Tx<'_>, act: &Act, reference: &Reference, person: &Person) -> Verb<Case> {
    let mut case = load(tx, act, reference, Action::Write)?;
    let customer = meet(tx, act, person)?;
    if customer == case.state.customer && person.language == case.told.language {
        return Ok(case);
    }
    case.told.language.clone_from(&person.language);
    happen(tx, act, case, Happening::ContactChanged { customer })
}

/// A contact point as it may be shown on a screen that others may see: the beginning and the end.
pub fn masked(point: &ContactPoint) -> String {
    let dots = |text: &str, shown: usize| text.chars().take(shown).chain("•••".chars()).collect::<String>();
    match (point.kind, point.value.split_once('@')) {
        (ContactPointKind::Email, Some((name, domain))) => format!("{}@{domain}", dots(name, 1)),
        (ContactPointKind::Email | ContactPointKind::Account, _) => dots(&point.value, 2),
        (ContactPointKind::Phone, _) => {
            let count = point.value.chars().count();
            let end: String = point.value.chars().skip(count.saturating_sub(3)).collect();
            format!("•••{end}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_point_is_shown_without_giving_it_away() {
        let masked =
            |kind, value: &str| masked(&ContactPoint { kind, value: value.to_owned(), verified: false });
        assert_eq!(masked(ContactPointKind::Email, "mae.lee@example.org"), "m•••@example.org");
        assert_eq!(masked(ContactPointKind::Phone, "+16175550134"), "•••134");
        assert_eq!(masked(ContactPointKind::Phone, ""), "•••");
        assert_eq!(masked(ContactPointKind::Account, "mae"), "ma•••");
    }
}
