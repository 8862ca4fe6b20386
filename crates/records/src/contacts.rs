//! Contacts: the words that were exchanged about a case.

use crate::{Broke, Row, Tx, Value, many, params};
use policy::{Reach, Scope};
use terms::{Actor, CaseId, Contact, ContactId};

const COLUMNS: &str = "id, case_id, direction, kind, channel, writer, body, at";

/// Saves a contact.
pub fn insert(tx: &mut Tx<'_>, contact: &Contact) -> Result<(), Broke> {
    insert_all(tx, std::slice::from_ref(contact))
}

/// Saves contacts.
pub fn insert_all(tx: &mut Tx<'_>, contacts: &[Contact]) -> Result<(), Broke> {
    let rows: Vec<Vec<Value<'_>>> = contacts.iter().map(values).collect();
    many::insert(tx, &format!("contacts ({COLUMNS})"), &rows, "").map(drop)
}

fn values(contact: &Contact) -> Vec<Value<'_>> {
    vec![
        contact.id.into(),
        contact.case.into(),
        contact.direction.into(),
        contact.kind.into(),
        contact.channel.into(),
        (&contact.writer).into(),
        (&contact.body).into(),
        contact.at.into(),
    ]
}

/// The contacts of a case, oldest first. The scope is the one under which the case was read.
pub fn of_case(tx: &mut Tx<'_>, scope: &Scope, case: CaseId) -> Result<Vec<Contact>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(Vec::new());
    }
    tx.all(
        &format!("select {COLUMNS} from contacts where case_id = $1 order by at, id"),
        params![case],
        contact,
    )
}

/// One contact by its id, whose case the scope must reach.
pub fn by_id(tx: &mut Tx<'_>, scope: &Scope, id: ContactId) -> Result<Option<Contact>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(None);
    }
    tx.first(&format!("select {COLUMNS} from contacts where id = $1"), params![id], contact)
}

/// Gives contacts with the files that came with them to another case.
pub fn move_to(tx: &mut Tx<'_>, ids: &[ContactId], (from, to): (CaseId, CaseId)) -> Result<(), Broke> {
    for id in ids {
        tx.execute(
            "update contacts set case_id = $3 where id = $1 and case_id = $2",
            params![*id, from, to],
        )?;
        tx.execute(
            "update files set case_id = $3 where contact_id = $1 and case_id = $2",
            params![*id, from, to],
        )?;
    }
    Ok(())
}

fn contact(row: &mut Row<'_>) -> Result<Contact, Broke> {
    let (id, case, direction, kind, channel) =
        (row.parse()?, row.parse()?, row.parse()?, row.parse()?, row.parse()?);
    let writer: String = row.take()?;
    let writer: Actor = writer.parse().map_err(|problem| Broke::Decode { column: 5, problem })?;
    Ok(Contact { id, case, direction, kind, channel, writer, body: row.take()?, at: row.take()? })
}
