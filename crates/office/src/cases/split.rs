//! Splitting: messages about another matter become a case of their own, promised from when they came.

use super::{goes_on_elsewhere, happen, hash_of, load_at, open};
use crate::customers::{self, Person};
use crate::{Act, Refusal, Verb, desk, services};
use policy::{Action, Resource};
use records::{Tx, contacts, sessions};
use terms::{
    About, Actor, Case, Contact, ContactId, ContactKind, CustomerId, Direction, Happening, Opened, Reference,
    Secret, ServiceCode, Told,
};

/// Messages that are split off at once.
const MOST_MESSAGES: usize = 50;

/// What becomes a case of its own.
#[derive(Debug, Clone, Default)]
pub struct NewSplit {
    /// The messages.
    pub contacts: Vec<ContactId>,
    /// The service that they ask for.
    pub service: String,
    /// Whose they are, where not the customer's of the case.
    pub person: Option<Person>,
}

/// Makes a case of some messages of another one. Answers with the case that they were in, and with the new one.
pub fn split(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    new: &NewSplit,
) -> Verb<(Case, Case)> {
    let case = load_at(tx, act, reference, revision, Action::Arrange)?;
    goes_on_elsewhere(&case)?;
    act.must(Action::Report, Resource::City)?;
    let messages = messages(tx, act, &case, &new.contacts)?;
    let Some(first) = messages.first() else {
        return Err(Refusal::invalid("contacts", "choose at least one message of the customer"));
    };
    let then = act.received(first.channel, first.at);
    let customer = whose(tx, &then, (&case, first), new.person.as_ref())?;
    let child = open_from(tx, &then, &case, (customer, first, &new.service))?;
    let ids: Vec<ContactId> = messages.iter().map(|message| message.id).collect();
    contacts::move_to(tx, &ids, (case.id, child.id))?;
    if customer == case.state.customer {
        sessions::hold_as(tx, case.id, child.id)?;
    }
    let mut child = child;
    for message in &messages {
        let by = act.received(message.channel, message.at).by(message.writer.clone());
        child = happen(tx, &by, child, Happening::Heard { contact: message.id })?;
    }
    let split = child.id;
    let case = happen(tx, act, case, Happening::SplitOff { case: split })?;
    // Each is found by the messages that it has now.
    desk::index_again(tx, act.city(), &case)?;
    desk::index_again(tx, act.city(), &child)?;
    Ok((case, child))
}

/// The messages in the order in which they came. Only what a customer wrote can ask for something.
fn messages(tx: &mut Tx<'_>, act: &Act, case: &Case, ids: &[ContactId]) -> Verb<Vec<Contact>> {
    if ids.len() > MOST_MESSAGES {
        return Err(Refusal::invalid("contacts", format!("choose at most {MOST_MESSAGES} messages")));
    }
    let all = contacts::of_case(tx, &act.scope(), case.id)?;
    let asks =
        |contact: &&Contact| contact.direction == Direction::Inbound && contact.kind == ContactKind::Message;
    let known = |id: &ContactId| all.iter().filter(asks).any(|contact| contact.id == *id);
    if !ids.iter().all(known) {
        return Err(Refusal::invalid("contacts", "choose messages that the customer wrote in this case"));
    }
    Ok(all.into_iter().filter(|contact| ids.contains(&contact.id)).collect())
}

/// Whose messages they are: who is named, else who wrote them, else the customer of the case.
fn whose(
    tx: &mut Tx<'_>,
    act: &Act,
    (case, first): (&Case, &Contact),
    person: Option<&Person>,
) -> Verb<Option<CustomerId>> {
    match (person, &first.writer) {
        (Some(person), _) => customers::meet(tx, act, person),
        (None, Actor::Customer(customer)) => Ok(Some(*customer)),
        (None, Actor::Public | Actor::Officer(_) | Actor::Integration(_) | Actor::House) => {
            Ok(case.state.customer)
        }
    }
}

fn open_from(
    tx: &mut Tx<'_>,
    act: &Act,
    case: &Case,
    (customer, first, service): (Option<CustomerId>, &Contact, &str),
) -> Verb<Case> {
    let service = act.city().services.get(&ServiceCode::new(service));
    let service = service
        .ok_or_else(|| Refusal::invalid("service", "no service has this code; see the list of services"))?;
    let opened = Opened {
        kind: service.kind,
        service: service.code.clone(),
        // What was written in confidence stays so.
        public: service.public && case.state.public,
        agency: service.agency.clone(),
        queue: service.queue.clone(),
        district: case.state.district.clone(),
        channel: first.channel,
        customer,
        clocks: services::promise(act.city(), service, first.at),
        flags: Vec::new(),
        about: About { case: Some(case.id), ..case.state.about.clone() },
    };
    // Whoever follows the one follows the other, unless it turns out to be somebody else's.
    let own = customer == case.state.customer;
    let secret_hash = case.told.secret_hash.clone().filter(|_| own);
    let told = Told {
        description: first.body.chars().take(crate::intake::LONGEST_DESCRIPTION).collect(),
        place: case.told.place.clone(),
        secret_hash: secret_hash.or_else(|| Some(hash_of(&Secret::new(&act.chance)))),
        language: case.told.language.clone().filter(|_| own),
        ..Told::default()
    };
    open(tx, &act.by(first.writer.clone()), opened, told)
}
