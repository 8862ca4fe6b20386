//! The inbox: the cases of a view, a page at a time, with who has them and who is at them.

use super::presence::{Present, others_on};
use super::view_filter::ViewFilter;
use crate::{Act, Verb};
use records::cases::{self, Mark, Order};
use records::{Tx, customers};
use std::collections::BTreeMap;
use terms::{Case, Reference};

/// Cases are counted up to here; nobody works through more.
pub const MOST_COUNTED: u32 = 1_000;

/// A page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its rows.
    pub rows: Vec<Row>,
    /// Where the next page begins, if there is one.
    pub next: Option<Mark>,
}

/// A case in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The case.
    pub case: Case,
    /// What its customer is called, as far as whoever looks may know.
    pub customer: Option<String>,
    /// Colleagues who are at it.
    pub others: Vec<Present>,
}

/// The cases that a filter shows, in an order, after a mark.
pub fn inbox(
    tx: &mut Tx<'_>,
    act: &Act,
    filter: &ViewFilter,
    order: Order,
    (after, rows): (Option<Mark>, u32),
) -> Verb<Page> {
    let order = filter.order(order);
    let mut found = cases::worklist(tx, &act.scope(), &filter.worklist(act), order, (after, rows + 1))?;
    let more = found.len() > usize::try_from(rows).unwrap_or(usize::MAX);
    found.truncate(usize::try_from(rows).unwrap_or(usize::MAX));
    let next = found.last().filter(|_| more).map(|last| cases::mark(last, order));
    let customers: Vec<_> = found.iter().filter_map(|case| case.state.customer).collect();
    let names = customers::names(tx, &act.record_scope(), &customers)?;
    let ids: Vec<_> = found.iter().map(|case| case.id).collect();
    let mut others = others_on(tx, act, &ids)?;
    let row = |case: Case| Row {
        customer: case.state.customer.and_then(|customer| names.get(&customer).cloned()),
        others: others.remove(&case.id).unwrap_or_default(),
        case,
    };
    Ok(Page { rows: found.into_iter().map(row).collect(), next })
}

/// How many cases a filter shows: exactly up to [`MOST_COUNTED`], and one more where there are more.
pub fn count(tx: &mut Tx<'_>, act: &Act, filter: &ViewFilter) -> Verb<u32> {
    Ok(cases::count(tx, &act.scope(), &filter.worklist(act), MOST_COUNTED + 1)?)
}

/// The references and revisions of the first cases of a list, to find out what is new in it.
pub fn first_references(
    tx: &mut Tx<'_>,
    act: &Act,
    filter: &ViewFilter,
    (order, rows): (Order, u32),
) -> Verb<BTreeMap<String, i64>> {
    let order = filter.order(order);
    let found = cases::worklist(tx, &act.scope(), &filter.worklist(act), order, (None, rows))?;
    Ok(found.into_iter().map(|case| (case.reference.to_string(), case.revision)).collect())
}

/// The case that comes after another in a list, for whoever has done with that; the first one where it has left.
pub fn next(
    tx: &mut Tx<'_>,
    act: &Act,
    filter: &ViewFilter,
    (order, reference): (Order, &Reference),
) -> Verb<Option<Reference>> {
    let (order, scope) = (filter.order(order), act.scope());
    let wanted = filter.worklist(act);
    let after = cases::by_reference(tx, &scope, reference)?.map(|case| cases::mark(&case, order));
    let mut found = cases::worklist(tx, &scope, &wanted, order, (after, 1))?;
    if found.is_empty() {
        found = cases::worklist(tx, &scope, &wanted, order, (None, 2))?;
    }
    Ok(found.into_iter().map(|case| case.reference).find(|found| found != reference))
}
