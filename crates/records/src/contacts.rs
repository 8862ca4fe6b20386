//! Contacts: the words that were exchanged about a case.

use crate::{Broke, Row, Tx, params};
use policy::{Reach, Scope};
use terms::{Actor, CaseId, Contact, ContactId};

const COLUMNS: &str = "id, case_id, direction, kind, channel, writer, body, at";

/// Saves a contact.
pub fn insert(tx: &mut Tx<'_>, contact: &Contact) -> Result<(), Broke> {
    tx.execute(
        "insert into contacts (id, case_id, direction, kind, channel, writer, body, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            contact.id,
            contact.case,
            contact.direction,
            contact.kind,
            contact.channel,
            &contact.writer,
            &contact.body,
            contact.at,
        ],
    )?;
    Ok(())
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

fn contact(row: &mut Row<'_>) -> Result<Contact, Broke> {
    let (id, case, direction, kind, channel) =
        (row.parse()?, row.parse()?, row.parse()?, row.parse()?, row.parse()?);
    let writer: String = row.take()?;
    let writer: Actor = writer.parse().map_err(|problem| Broke::Decode { column: 5, problem })?;
    Ok(Contact { id, case, direction, kind, channel, writer, body: row.take()?, at: row.take()? })
}
