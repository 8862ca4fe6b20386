//! Requests of an earlier system, taken over with their history; what is odd about them is flagged, not mended.

use super::LONGEST_ADDRESS;
use crate::cases::TakenOver;
use crate::{Act, Refusal, Verb, cases, reactions, replay, services};
use jiff::Timestamp;
use policy::{Action, Resource};
use records::Tx;
use terms::{
    About, Actor, Case, Channel, Contact, ContactId, ContactKind, Direction, Flag, Happening, Opened,
    OutcomeCode, Place, Told,
};

/// A request as an earlier system knew it.
#[derive(Debug, Clone, PartialEq)]
pub struct PastRequest {
    /// The system's own number.
    pub id: String,
    /// The service, by code or by the system's name.
    pub service: String,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was closed, if it was.
    pub closed_at: Option<Timestamp>,
    /// The closing remark.
    pub closing: Option<String>,
    /// How it came in.
    pub channel: Channel,
    /// The district, as the system calls it.
    pub district: Option<String>,
    /// Where it is.
    pub place: Place,
    /// What was asked.
    pub description: String,
    /// A picture.
    pub media_url: Option<String>,
}

/// What became of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// Requests that became cases.
    pub taken: usize,
    /// Requests that were cases already.
    pub known: usize,
    /// Cases with something odd about them.
    pub flagged: usize,
    /// Requests that could not be taken: their place in the batch, and why.
    pub rejected: Vec<(usize, String)>,
}

/// Takes over a batch of requests from a source. Doing it again changes nothing.
pub fn take_over(tx: &mut Tx<'_>, act: &Act, source: &str, requests: &[PastRequest]) -> Verb<Batch> {
    act.must(Action::Report, Resource::City)?;
    let (mut batch, mut found) = (Batch::default(), Vec::new());
    for (place, request) in requests.iter().enumerate() {
        match take_over_one(act, request) {
            Ok(one) => found.push((request.id.as_str(), one)),
            Err(refusal) => batch.rejected.push((place, refusal.to_string())),
        }
    }
    let answers: Vec<_> = found.iter().map(|(id, one)| (*id, one.case.id)).collect();
    let mut new = replay::keep_imported(tx, act, source, &answers)?;
    let all = found.len();
    let taken: Vec<TakenOver> =
        found.into_iter().filter(|(id, _)| new.remove(*id)).map(|(_, one)| one).collect();
    batch.taken = taken.len();
    batch.known = all - taken.len();
    batch.flagged = taken.iter().filter(|one| !one.case.state.flags.is_empty()).count();
    let cases = cases::save_taken_over(tx, act, taken)?;
    reactions::of_history(tx, act, &cases)?;
    Ok(batch)
}

/// What a request of an earlier system becomes.
fn take_over_one(act: &Act, request: &PastRequest) -> Verb<TakenOver> {
    let city = act.city();
    let service = city
        .service(&request.service)
        .ok_or_else(|| Refusal::invalid("service", format!("the catalogue has no {:?}", request.service)))?;
    if request.place.address.as_ref().is_some_and(|address| address.chars().count() > LONGEST_ADDRESS) {
        return Err(Refusal::invalid("address", format!("use at most {LONGEST_ADDRESS} characters")));
    }
    let named = request.district.as_deref().and_then(|name| city.district_named(name));
    let district = named.or_else(|| city.district_of(&request.place)).cloned();
    let mut flags = Vec::new();
    if request.closed_at.is_some_and(|closed| closed < request.opened_at) {
        flags.push(Flag::ClosedBeforeOpened);
    }
    if district.is_none() {
        flags.push(Flag::UnknownDistrict);
    }
    let opened = Opened {
        kind: service.kind,
        service: service.code.clone(),
        public: service.public,
        agency: service.agency.clone(),
        queue: service.queue.clone(),
        district,
        channel: request.channel,
        customer: None,
        clocks: services::promise(city, service, request.opened_at),
        flags,
        about: About::default(),
    };
    let told = Told {
        description: request.description.clone(),
        place: request.place.clone(),
        media_url: request.media_url.clone(),
        ..Told::default()
    };
    let act = act.past(request.channel, request.opened_at);
    let mut taken = cases::taken_over(&act, opened, told);
    if let Some(at) = request.closed_at {
        let (what, remark) = closing(&act, &taken.case, request, at);
        taken.ended(&act.past(request.channel, at), what, remark);
    }
    Ok(taken)
}

/// The closing remark as a contact, and the outcome that it means.
fn closing(act: &Act, case: &Case, request: &PastRequest, at: Timestamp) -> (Happening, Option<Contact>) {
    let remark = request.closing.as_deref().unwrap_or_default();
    let contact = (!remark.is_empty()).then(|| Contact {
        id: ContactId::new(at, &act.chance),
        case: case.id,
        direction: Direction::Outbound,
        kind: ContactKind::Message,
        channel: request.channel,
        writer: Actor::House,
        body: remark.to_owned(),
        at,
    });
    let outcome = outcome(act, remark);
    (Happening::Resolved { outcome, contact: contact.as_ref().map(|contact| contact.id) }, contact)
}

/// The outcome whose longest prefix a remark begins with.
fn outcome(act: &Act, remark: &str) -> OutcomeCode {
    let outcomes = act.city().outcomes.values();
    let fitting = outcomes
        .flat_map(|outcome| outcome.source_prefixes.iter().map(move |prefix| (prefix, &outcome.code)));
    fitting
        .filter(|(prefix, _)| remark.starts_with(prefix.as_str()))
        .max_by_key(|(prefix, _)| prefix.len())
        .map_or_else(|| OutcomeCode::new("closed"), |(_, code)| code.clone())
}
