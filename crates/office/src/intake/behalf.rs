//! Registering on behalf: an officer writes down what somebody asks for who calls, comes by or writes a letter.

use super::asking::{begin, discard, send, unsent, write, written};
use super::{Draft, Reported, Writing};
use crate::cases::{self, Similar};
use crate::customers::{self, Alike, Person, Record, Session};
use crate::desk::{self, Search};
use crate::{Act, Refusal, Verb};
use policy::{Action, Resource};
use records::Tx;
use records::askings::Asking;
use terms::{Actor, AskingId, Case, ContactPoint, Customer, CustomerId, Secret, ServiceCode, Status};
use wording::Language;

/// Cases at the same address that are shown.
const MOST_AT_ADDRESS: u32 = 5;

/// Whether somebody may be written to or called, as they said when it was read back to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// They agreed.
    Given,
    /// They did not: nothing is kept of who they are.
    Refused,
}

/// What an officer sees beside what they write down.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// The record that they chose.
    pub record: Option<Record>,
    /// Who it may be, while none is chosen.
    pub alike: Vec<Alike>,
    /// Open public reports of the service nearby.
    pub near: Vec<Similar>,
    /// Open cases of the service at the address, where no position is known.
    pub at_address: Vec<Case>,
}

/// Whose record a case goes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Whom {
    /// The customer, if anybody is known to be the one.
    pub customer: Option<Customer>,
    /// What they gave and their record does not have. It is not added, as nobody has proven it.
    pub left_out: Vec<ContactPoint>,
    /// Whether a new record is made.
    pub is_new: bool,
}

/// What became of it, as far as the officer may see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// The case.
    pub case: Case,
    /// Whether they may read it.
    pub may_read: bool,
    /// Whether they may work on it.
    pub may_take: bool,
}

/// Where an officer keeps what they write down, in whatever browser. Only those who serve may, as they see whom they
/// serve. No cookie is such a text, so that no browser ever holds it.
pub fn desk_of(act: &Act) -> Verb<Session> {
    act.must(Action::ReadCustomer, Resource::Record)?;
    let Actor::Officer(code) = &act.who.actor else {
        return Err(Refusal::Forbidden("only officers write down what others ask for".into()));
    };
    Ok(Session::of(&format!("desk of {code}")))
}

/// Begins to write down what somebody asks for.
pub fn begin_for(tx: &mut Tx<'_>, act: &Act, service: &ServiceCode, draft: &Draft) -> Verb<Writing> {
    let desk = desk_of(act)?;
    begin(tx, act, &desk, (service, draft))
}

/// What was written down and not sent.
pub fn unsent_for(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<Asking>> {
    let desk = desk_of(act)?;
    unsent(tx, act, &desk)
}

/// What was written down so far.
pub fn written_for(tx: &mut Tx<'_>, act: &Act, id: AskingId) -> Verb<Writing> {
    let desk = desk_of(act)?;
    written(tx, act, &desk, id)
}

/// Saves what was written down.
pub fn write_for(tx: &mut Tx<'_>, act: &Act, id: AskingId, change: &dyn Fn(&mut Draft)) -> Verb<Writing> {
    let desk = desk_of(act)?;
    write(tx, act, &desk, id, change)
}

/// Throws away what was not sent.
pub fn discard_for(tx: &mut Tx<'_>, act: &Act, id: AskingId) -> Verb<()> {
    let desk = desk_of(act)?;
    discard(tx, act, &desk, id)
}

/// Takes a known customer for the one who asks. Their record is looked at, which leaves an event; what it says of how
/// they are reached is filled in.
pub fn choose_customer(tx: &mut Tx<'_>, act: &Act, id: AskingId, customer: CustomerId) -> Verb<Writing> {
    let writing = written_for(tx, act, id)?;
    if writing.draft.customer == Some(customer) {
        return Ok(writing);
    }
    let record = customers::look(tx, act, customer, None)?;
    write_for(tx, act, id, &|draft| filled(draft, &record))
}

/// Takes the customer that was chosen for somebody else.
pub fn forget_customer(tx: &mut Tx<'_>, act: &Act, id: AskingId) -> Verb<Writing> {
    write_for(tx, act, id, &|draft| {
        draft.customer = None;
        draft.typed.retain(|(name, _)| !["name", "email", "phone"].contains(&name.as_str()));
    })
}

fn filled(draft: &mut Draft, record: &Record) {
    let point = |kind| record.contact_points.iter().find(|point| point.kind == kind);
    let known = [
        ("name", record.customer.name.clone()),
        ("email", point(terms::ContactPointKind::Email).map(|point| point.value.clone())),
        ("phone", point(terms::ContactPointKind::Phone).map(|point| point.value.clone())),
        ("language", record.customer.language.clone()),
    ];
    for (name, value) in known {
        let Some(value) = value else { continue };
        draft.typed.retain(|(typed, _)| typed != name);
        draft.typed.push((name.to_owned(), value));
    }
    draft.customer = Some(record.customer.id);
}

/// What stands beside the form: who it may be, and what is open already that may be the same.
pub fn beside(
    tx: &mut Tx<'_>,
    act: &Act,
    service: &ServiceCode,
    (draft, person): (&Draft, &Person),
) -> Verb<Beside> {
    desk_of(act)?;
    let known = act.city().services.get(service).ok_or(Refusal::NotFound("service"))?;
    let record = draft.customer.map(|customer| customers::record(tx, act, customer)).transpose()?;
    let alike = if record.is_none() { customers::alike(tx, act, person)? } else { Vec::new() };
    let (near, at_address) = match (draft.place.position, &draft.place.address) {
        (Some(at), _) => (cases::similar(tx, act, known, at)?, Vec::new()),
        (None, Some(address)) => (Vec::new(), at_address(tx, act, service, address)?),
        (None, None) => (Vec::new(), Vec::new()),
    };
    Ok(Beside { record, alike, near, at_address })
}

/// Open cases of a service whose words hold an address, as far as whoever looks may read them.
fn at_address(tx: &mut Tx<'_>, act: &Act, service: &ServiceCode, address: &str) -> Verb<Vec<Case>> {
    let asked = Search {
        words: address.to_owned(),
        statuses: vec![Status::Open, Status::Waiting],
        service: Some(service.clone()),
        limit: MOST_AT_ADDRESS,
        ..Search::default()
    };
    Ok(desk::search(tx, act, &asked)?.hits.into_iter().map(|hit| hit.case).collect())
}

/// Whose record a case will go to.
pub fn whom(tx: &mut Tx<'_>, act: &Act, draft: &Draft) -> Verb<Whom> {
    desk_of(act)?;
    let scope = act.record_scope();
    let given = draft.person.contact_points().map_err(Refusal::Invalid)?;
    let customer = match draft.customer {
        Some(chosen) => records::customers::by_id(tx, &scope, chosen)?,
        None => customers::met(tx, &draft.person, &given)?,
    };
    let Some(customer) = customer else {
        return Ok(Whom { customer: None, left_out: Vec::new(), is_new: !given.is_empty() });
    };
    let kept = records::customers::contact_points(tx, &scope, customer.id)?;
    let is_kept = |point: &ContactPoint| {
        kept.iter().any(|known| known.kind == point.kind && known.value == point.value)
    };
    let left_out = given.into_iter().filter(|point| !is_kept(point)).collect();
    Ok(Whom { customer: Some(customer), left_out, is_new: false })
}

/// Opens the case, once, however often the button is pressed. A note says what the customer agreed to.
pub fn send_for(
    tx: &mut Tx<'_>,
    act: &Act,
    id: AskingId,
    (secret, consent): (&Secret, Consent),
) -> Verb<Reported> {
    let desk = desk_of(act)?;
    let Writing { asking, draft } = written(tx, act, &desk, id)?;
    if asking.case.is_some() {
        return send(tx, act, &desk, id, secret);
    }
    let note = match consent {
        Consent::Refused => "behalf-note-refused",
        Consent::Given if draft.is_reachable() => "behalf-note-agreed",
        Consent::Given => "behalf-note-nobody",
    };
    if consent == Consent::Refused {
        write(tx, act, &desk, id, &|draft| {
            draft.customer = None;
            draft.person = Person { language: draft.person.language.take(), ..Person::default() };
        })?;
    }
    let reported = send(tx, act, &desk, id, secret)?;
    let case = records::cases::by_reference(tx, &act.public_scope(), &reported.reference)?;
    let language = Language::of(act.city().language()).unwrap_or(Language::FALLBACK);
    cases::note_at_opening(tx, act, case.ok_or(Refusal::NotFound("case"))?, &language.say(note))?;
    Ok(reported)
}

/// What became of what was written down, once it was sent.
pub fn sent_for(tx: &mut Tx<'_>, act: &Act, id: AskingId) -> Verb<Option<Sent>> {
    let Some(case) = written_for(tx, act, id)?.asking.case else { return Ok(None) };
    let case = records::cases::by_id(tx, &act.public_scope(), case)?.ok_or(Refusal::NotFound("case"))?;
    let may = |action| act.may(action, Resource::case(&case, &act.who));
    let is_open = case.state.status != Status::Closed && case.state.assignee.is_none();
    let (may_read, may_take) = (may(Action::ReadCase), is_open && may(Action::Assign));
    Ok(Some(Sent { case, may_read, may_take }))
}

/// The officer who opened the case takes it, unless a colleague was quicker. What the house did to it meanwhile, such as
/// telling the customer, is nothing that they must have read.
pub fn take_for(tx: &mut Tx<'_>, act: &Act, id: AskingId) -> Verb<Case> {
    let sent = sent_for(tx, act, id)?.ok_or(Refusal::NotFound("case"))?;
    let Actor::Officer(me) = &act.who.actor else { return Err(Refusal::NotFound("case")) };
    match &sent.case.state.assignee {
        Some(has) if has == me => Ok(sent.case),
        Some(has) => Err(Refusal::conflict(format!("{has} has taken it; look at the case"))),
        None => cases::assign(tx, act, &sent.case.reference, sent.case.revision, Some(me)),
    }
}

impl Draft {
    /// Whether anybody could be written to or called.
    pub fn is_reachable(&self) -> bool {
        self.customer.is_some() || self.person.email.is_some() || self.person.phone.is_some()
    }
}
