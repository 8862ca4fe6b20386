//! Who may be asking: customers with an address or a name like the one that somebody gives.

use super::Person;
use crate::desk::{self, Search};
use crate::{Act, Verb};
use policy::{Action, Resource};
use records::{Tx, customers};
use std::collections::BTreeSet;
use terms::{ContactPoint, Customer};

/// Customers who are shown; whoever fits better is found by an address.
const MOST: usize = 5;
/// Cases in which a name is looked for.
const MOST_CASES: u32 = 20;

/// A customer who may be the one who asks. Nothing is shown of them but how to tell them from others.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    /// Who.
    pub customer: Customer,
    /// How they are reached.
    pub points: Vec<ContactPoint>,
}

/// The customers who have one of the addresses that somebody gives; or else those of the name, as far as whoever looks
/// may read their cases.
pub fn alike(tx: &mut Tx<'_>, act: &Act, person: &Person) -> Verb<Vec<Alike>> {
    act.must(Action::ReadCustomer, Resource::Record)?;
    let email = person.email.as_deref().and_then(matching::email);
    let phone = person.phone.as_deref().and_then(matching::phone);
    let mut found = Vec::new();
    for point in email.iter().chain(&phone) {
        found.extend(customers::reached_at(tx, point)?);
    }
    let name = person.name.as_deref().unwrap_or_default().trim();
    if found.is_empty() && !name.is_empty() {
        found = named(tx, act, name)?;
    }
    let same = |customer: &Customer| matching::same_customer(customer.name.as_deref(), Some(name));
    found.sort_by_key(|customer| !same(customer));
    let mut seen = BTreeSet::new();
    found.retain(|customer| seen.insert(customer.id));
    found.truncate(MOST);
    let scope = act.record_scope();
    let with_points = |customer: Customer| {
        Ok(Alike { points: customers::contact_points(tx, &scope, customer.id)?, customer })
    };
    found.into_iter().map(with_points).collect()
}

/// The customers of a name in the cases that whoever looks may read.
fn named(tx: &mut Tx<'_>, act: &Act, name: &str) -> Verb<Vec<Customer>> {
    let asked = Search { words: name.to_owned(), limit: MOST_CASES, ..Search::default() };
    let scope = act.record_scope();
    let mut found = Vec::new();
    for id in desk::search(tx, act, &asked)?.hits.into_iter().filter_map(|hit| hit.case.state.customer) {
        found.extend(customers::by_id(tx, &scope, id)?.filter(|customer| {
            customer.name.is_some() && matching::same_customer(customer.name.as_deref(), Some(name))
        }));
    }
    Ok(found)
}
