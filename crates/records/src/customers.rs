//! Customers and the addresses by which they are reached.

use crate::{Broke, Row, Tx, Value, params};
use jiff::Timestamp;
use policy::{Reach, Scope};
use std::collections::BTreeMap;
use terms::{ContactPoint, ContactPointId, Customer, CustomerId};

/// Saves a new customer.
pub fn insert(tx: &mut Tx<'_>, customer: &Customer) -> Result<(), Broke> {
    tx.execute(
        "insert into customers (id, kind, name, language, created_at) values ($1, $2, $3, $4, $5)",
        params![
            customer.id,
            customer.kind,
            customer.name.as_ref(),
            customer.language.as_ref(),
            customer.created_at
        ],
    )?;
    Ok(())
}

/// Saves a way of reaching a customer.
pub fn add_contact_point(
    tx: &mut Tx<'_>,
    id: ContactPointId,
    customer: CustomerId,
    point: &ContactPoint,
    at: Timestamp,
) -> Result<(), Broke> {
    tx.execute(
        "insert into contact_points (id, customer_id, kind, value, verified, created_at) \
         values ($1, $2, $3, $4, $5, $6)",
        params![id, customer, point.kind, &point.value, point.verified, at],
    )?;
    Ok(())
}

/// The customers who can be reached at a contact point, to find out whether one of them is writing now.
pub fn reached_at(tx: &mut Tx<'_>, point: &ContactPoint) -> Result<Vec<Customer>, Broke> {
    tx.all(
        "select customers.id, customers.kind, name, language, customers.created_at from contact_points \
         join customers on customers.id = contact_points.customer_id \
         where contact_points.kind = $1 and value = $2 order by customers.id limit 20",
        params![point.kind, &point.value],
        customer,
    )
}

/// A customer by id.
pub fn by_id(tx: &mut Tx<'_>, scope: &Scope, id: CustomerId) -> Result<Option<Customer>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(None);
    }
    tx.first(
        "select id, kind, name, language, created_at from customers where id = $1",
        params![id],
        customer,
    )
}

/// The names of customers who gave one.
pub fn names(
    tx: &mut Tx<'_>,
    scope: &Scope,
    ids: &[CustomerId],
) -> Result<BTreeMap<CustomerId, String>, Broke> {
    if *scope.reach() == Reach::Nothing || ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|place| format!("${place}")).collect();
    let sql =
        format!("select id, name from customers where name is not null and id in ({})", places.join(", "));
    let params: Vec<Value<'_>> = ids.iter().map(|id| (*id).into()).collect();
    Ok(tx.all(&sql, &params, |row| Ok((row.parse()?, row.take()?)))?.into_iter().collect())
}

/// The ways of reaching a customer.
pub fn contact_points(tx: &mut Tx<'_>, scope: &Scope, id: CustomerId) -> Result<Vec<ContactPoint>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(Vec::new());
    }
    tx.all(
        "select kind, value, verified from contact_points where customer_id = $1 order by id",
        params![id],
        |row| Ok(ContactPoint { kind: row.parse()?, value: row.take()?, verified: row.take()? }),
    )
}

/// A customer's contact point of this kind and value, to find out who is asking, and the language to write to them
/// in. Of several customers with one address, the one who is known for longest.
pub fn known_at(
    tx: &mut Tx<'_>,
    point: &ContactPoint,
) -> Result<Option<(ContactPointId, Option<String>)>, Broke> {
    tx.first(
        "select contact_points.id, customers.language from contact_points \
         join customers on customers.id = contact_points.customer_id \
         where contact_points.kind = $1 and value = $2 order by contact_points.id limit 1",
        params![point.kind, &point.value],
        |row| Ok((row.parse()?, row.take()?)),
    )
}

/// Notes that an address is proven, for every customer who has it; the address.
pub fn prove(tx: &mut Tx<'_>, id: ContactPointId) -> Result<Option<ContactPoint>, Broke> {
    let found = tx.first("select kind, value from contact_points where id = $1", params![id], |row| {
        Ok(ContactPoint { kind: row.parse()?, value: row.take()?, verified: true })
    })?;
    if let Some(point) = &found {
        tx.execute(
            "update contact_points set verified = true where kind = $1 and value = $2",
            params![point.kind, &point.value],
        )?;
    }
    Ok(found)
}

fn customer(row: &mut Row<'_>) -> Result<Customer, Broke> {
    Ok(Customer {
        id: row.parse()?,
        kind: row.parse()?,
        name: row.take()?,
        language: row.take()?,
        created_at: row.take()?,
    })
}
