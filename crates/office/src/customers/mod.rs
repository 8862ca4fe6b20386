//! Customers: one record for each, found again by the addresses that they give.

mod alike;
mod contact;
mod sessions;

pub use alike::{Alike, alike};
pub use contact::{Reached, change_contact, masked, reached};
pub use sessions::{Session, end as end_session, held, hold_all_of, holds, show_secret};

pub(crate) use sessions::{forget as forget_sessions, hold};

use crate::{Act, Mistake, Refusal, Verb};
use policy::{Action, Resource};
use records::cases::{self, Filter};
use records::{Tx, customers, events};
use serde::{Deserialize, Serialize};
use terms::{
    Case, CaseId, ContactPoint, ContactPointId, Customer, CustomerId, CustomerKind, Event, EventId,
    Happening, Subject,
};

/// The longest name.
const LONGEST_NAME: usize = 200;
/// The longest tag that BCP 47 asks anybody to keep.
const LONGEST_LANGUAGE: usize = 35;
/// Cases shown of a record.
const MOST_CASES: u32 = 200;
/// Looks at a record that are shown in it.
const MOST_LOOKS: u32 = 100;

/// What somebody says of themselves when they ask for something. All of it may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// Their name.
    pub name: Option<String>,
    /// Where mail reaches them.
    pub email: Option<String>,
    /// Where calls and texts reach them.
    pub phone: Option<String>,
    /// The language to write to them in.
    pub language: Option<String>,
    /// Whether they ask as a business.
    pub business: bool,
}

/// A customer's record.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Who it is.
    pub customer: Customer,
    /// How to reach them.
    pub contact_points: Vec<ContactPoint>,
    /// Their cases that whoever looks may see, the newest first.
    pub cases: Vec<Case>,
    /// Who looked at the record, the latest first.
    pub looks: Vec<Event>,
}

impl Person {
    /// The names of what cannot be used of it: name, email, phone or language.
    pub fn mistakes(&self) -> Vec<String> {
        self.contact_points().err().unwrap_or_default().into_iter().map(|mistake| mistake.field).collect()
    }

    /// Their addresses in normal form, or what is wrong with them.
    pub(crate) fn contact_points(&self) -> Result<Vec<ContactPoint>, Vec<Mistake>> {
        let mut mistakes = Vec::new();
        let mut read =
            |field: &str, text: &Option<String>, parse: fn(&str) -> Option<ContactPoint>, mend: &str| {
                let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty())?;
                let point = parse(text);
                if point.is_none() {
                    mistakes.push(Mistake { field: field.to_owned(), problem: mend.to_owned() });
                }
                point
            };
        let email =
            read("email", &self.email, matching::email, "write an e-mail address like name@example.org");
        let phone = read("phone", &self.phone, matching::phone, "write a phone number like +1 617 555 0134");
        let bounded = [("name", &self.name, LONGEST_NAME), ("language", &self.language, LONGEST_LANGUAGE)];
        for (field, text, most) in bounded {
            if text.as_ref().is_some_and(|text| text.chars().count() > most) {
                let problem = format!("use at most {most} characters");
                mistakes.push(Mistake { field: field.to_owned(), problem });
            }
            if text.as_ref().is_some_and(|text| text.contains('\0')) {
                let problem = "it holds a character that no text has".to_owned();
                mistakes.push(Mistake { field: field.to_owned(), problem });
            }
        }
        if mistakes.is_empty() { Ok(email.into_iter().chain(phone).collect()) } else { Err(mistakes) }
    }
}

/// Finds the customer who writes, or makes them known; nobody when they gave no address to know them by.
///
/// An address that is known does not prove who writes, so nothing of the record is shown or changed by it.
pub(crate) fn meet(tx: &mut Tx<'_>, act: &Act, person: &Person) -> Verb<Option<CustomerId>> {
    let points = person.contact_points().map_err(Refusal::Invalid)?;
    if let Some(known) = met(tx, person, &points)? {
        return Ok(Some(known.id));
    }
    let name = person.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    if points.is_empty() {
        return Ok(None);
    }
    let customer = Customer {
        id: CustomerId::new(act.at, &act.chance),
        kind: if person.business { CustomerKind::Business } else { CustomerKind::Person },
        name: name.map(ToOwned::to_owned),
        language: person.language.clone(),
        created_at: act.at,
    };
    customers::insert(tx, &customer)?;
    for point in &points {
        let id = ContactPointId::new(act.at, &act.chance);
        customers::add_contact_point(tx, id, customer.id, point, act.at)?;
    }
    Ok(Some(customer.id))
}

/// The customer who has one of these addresses and no other name, if anybody is known so.
pub(crate) fn met(tx: &mut Tx<'_>, person: &Person, points: &[ContactPoint]) -> Verb<Option<Customer>> {
    let name = person.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    for point in points {
        let known = customers::reached_at(tx, point)?.into_iter();
        let mut same = known.filter(|customer| matching::same_customer(customer.name.as_deref(), name));
        if let Some(customer) = same.next() {
            return Ok(Some(customer));
        }
    }
    Ok(None)
}

/// Looks at a customer's record. The look is an event that the customer can read.
pub fn look(tx: &mut Tx<'_>, act: &Act, id: CustomerId, through: Option<CaseId>) -> Verb<Record> {
    act.must(Action::ReadCustomer, Resource::Record)?;
    customers::by_id(tx, &act.record_scope(), id)?.ok_or(Refusal::NotFound("customer"))?;
    let event = Event {
        id: EventId::new(act.recorded_at, &act.chance),
        subject: Subject::Customer(id),
        at: act.at,
        recorded_at: act.recorded_at,
        actor: act.who.actor.clone(),
        channel: act.over,
        purpose: act.why,
        what: Happening::Looked { case: through },
    };
    events::append(tx, &event)?;
    record(tx, act, id)
}

/// A record that whoever acts has looked at already.
pub(crate) fn record(tx: &mut Tx<'_>, act: &Act, id: CustomerId) -> Verb<Record> {
    act.must(Action::ReadCustomer, Resource::Record)?;
    let scope = act.record_scope();
    let filter = Filter { customer: Some(id), limit: MOST_CASES, ..Filter::default() };
    Ok(Record {
        customer: customers::by_id(tx, &scope, id)?.ok_or(Refusal::NotFound("customer"))?,
        contact_points: customers::contact_points(tx, &scope, id)?,
        cases: cases::list_cases(tx, &act.scope(), &filter)?,
        looks: events::of_customer(tx, &scope, id, MOST_LOOKS)?,
    })
}
