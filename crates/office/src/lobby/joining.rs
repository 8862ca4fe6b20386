//! Joining the line of an office, coming later, and leaving it: for whoever holds the ticket.

use super::kiosk::{RESERVED, after};
use super::waits::Range;
use super::{happen, leading, must_be_here, office, raise, record, resource, scope, served, today};
use crate::cases::hash_of;
use crate::city::{Line, Office};
use crate::{Act, Refusal, Verb};
use jiff::{SignedDuration, Timestamp};
use policy::Action;
use records::Tx;
use records::visits::{self, Beside};
use terms::{
    Actor, CaseId, CustomerId, Entry, LineCode, Need, Needs, OfficeCode, Priority, PriorityReason, Secret,
    Step, Ticket, Visit, VisitEnd, VisitId, VisitState, VisitStatus,
};

/// How much later somebody may come who says so.
pub const LONGEST_DELAY: SignedDuration = SignedDuration::from_mins(60);
/// Tickets of one letter and day.
const MOST_TICKETS: u32 = 999_999;

/// Who joins a line.
#[derive(Debug, Clone)]
pub struct NewVisit {
    /// What they wait for.
    pub line: LineCode,
    /// How they come.
    pub entry: Entry,
    /// In which language they are spoken to.
    pub language: String,
    /// Who they are, where that is known.
    pub customer: Option<CustomerId>,
    /// What it is about, where that is known.
    pub case: Option<CaseId>,
    /// For when they had booked.
    pub booked_for: Option<Timestamp>,
    /// What they need at the counter.
    pub needs: Needs,
    /// What they were told of their wait, so that what becomes of it is known.
    pub said: Option<Range>,
}

impl NewVisit {
    /// Somebody of whom nothing else is known.
    pub fn new(line: LineCode, entry: Entry, language: &str) -> Self {
        let language = language.to_owned();
        let needs = Needs::default();
        Self { line, entry, language, customer: None, case: None, booked_for: None, needs, said: None }
    }
}

/// What whoever joined is given.
#[derive(Debug, Clone)]
pub struct Joined {
    /// Their visit, with its ticket.
    pub visit: Visit,
    /// What opens it to them.
    pub secret: Secret,
}

/// Puts somebody into the line of an office that is open.
pub fn join(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode, new: &NewVisit) -> Verb<Joined> {
    join_with(tx, act, code, (new, Secret::new(&act.chance)))
}

/// The same, with a secret that whoever sends keeps: sent again with it, it is the same visit.
pub fn join_again(
    tx: &mut Tx<'_>,
    act: &Act,
    code: &OfficeCode,
    (new, secret): (&NewVisit, Secret),
) -> Verb<Joined> {
    match visits::by_secret(tx, &hash_of(&secret))? {
        Some(visit) if visit.ticket.office == *code => Ok(Joined { visit, secret }),
        Some(_) => Err(Refusal::NotFound("visit")),
        None => join_with(tx, act, code, (new, secret)),
    }
}

/// [`join`], for whoever holds at most these secrets for the line and the day: one visit that is not over, and no more
/// tickets than there are secrets. A second press is answered with the visit that stands in the line.
pub fn join_once(
    tx: &mut Tx<'_>,
    act: &Act,
    code: &OfficeCode,
    (new, secrets): (&NewVisit, &[Secret]),
) -> Verb<Joined> {
    for secret in secrets {
        match visits::by_secret(tx, &hash_of(secret))? {
            None => return join_with(tx, act, code, (new, secret.clone())),
            Some(visit) if visit.state.status == VisitStatus::Over => {}
            Some(visit) => return Ok(Joined { visit, secret: secret.clone() }),
        }
    }
    Err(Refusal::conflict(
        "you have taken as many tickets as one may today; speak with somebody at the office",
    ))
}

/// Lets somebody in at the reception, by those who serve there; before others, where there is a reason for it.
pub fn receive(
    tx: &mut Tx<'_>,
    act: &Act,
    code: &OfficeCode,
    (new, reason): (&NewVisit, Option<PriorityReason>),
) -> Verb<Visit> {
    served(act, code)?;
    let visit = join(tx, act, code, new)?.visit;
    match reason {
        None => Ok(visit),
        Some(_) => raise(tx, act, (code, visit.id), (Priority::Raised, reason)),
    }
}

fn join_with(
    tx: &mut Tx<'_>,
    act: &Act,
    code: &OfficeCode,
    (new, secret): (&NewVisit, Secret),
) -> Verb<Joined> {
    let office = office(act, code)?;
    act.must(Action::JoinLine, resource(&act.who, office))?;
    let line = line(office, &new.line)?;
    if !office.calendar.is_open(act.at) {
        return Err(Refusal::conflict("the office is closed now; come when it is open, or book a time"));
    }
    let lobby = leading::of(tx, act, office)?;
    if lobby.emergency_at.is_some() {
        return Err(Refusal::conflict("the office had to close; come on another day, or ask by phone"));
    }
    // Whoever booked was promised to be served.
    if new.booked_for.is_none() && lobby.closed_lines.contains(&new.line) {
        return Err(Refusal::conflict("nobody else is taken in for this today; come on another day"));
    }
    let place_at = new.booked_for.unwrap_or(act.at);
    let visit = Visit {
        id: VisitId::new(act.at, &act.chance),
        revision: 1,
        ticket: number(tx, act, office, line)?,
        entry: new.entry,
        language: language(act, &new.language),
        needs: needs(&new.needs)?,
        customer: new.customer,
        case: new.case,
        joined_at: act.at,
        state: VisitState::joined(new.line.clone(), place_at),
    };
    let (hash, told) = (hash_of(&secret), new.said.map(|said| said.told()));
    visits::insert(tx, &visit, Beside { secret_hash: Some(&hash), told })?;
    record(tx, act, &visit, Step::Joined { line: new.line.clone(), place_at, entry: new.entry })?;
    Ok(Joined { visit, secret })
}

/// A line of an office.
pub(super) fn line<'o>(office: &'o Office, code: &LineCode) -> Verb<&'o Line> {
    let known = office.lines.iter().find(|line| line.code == *code);
    known.ok_or_else(|| Refusal::invalid("line", "nobody waits for that here; choose another"))
}

fn number(tx: &mut Tx<'_>, act: &Act, office: &Office, line: &Line) -> Verb<Ticket> {
    let day = today(act, office);
    let last = visits::last_number(tx, (&office.code, day), &line.letter, &RESERVED)?;
    if last >= MOST_TICKETS {
        return Err(Refusal::conflict("no more tickets are given out today; come on another day"));
    }
    Ok(Ticket { office: office.code.clone(), day, letter: line.letter.clone(), number: after(last) })
}

/// The language that was asked for, where the city speaks it.
pub(super) fn language(act: &Act, asked: &str) -> String {
    let spoken = act.city().languages.iter().any(|language| language == asked);
    if spoken { asked.to_owned() } else { act.city().language().to_owned() }
}

/// What was asked for, each once.
pub(crate) fn needs(asked: &Needs) -> Verb<Needs> {
    let words = Need::ALL.iter().copied().filter(|need| asked.words.contains(need)).collect();
    let is_tag =
        |tag: &str| (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase());
    match &asked.interpreter {
        Some(tag) if !is_tag(tag) => Err(Refusal::invalid("interpreter", "choose a language of the list")),
        wanted => Ok(Needs { words, interpreter: wanted.clone() }),
    }
}

/// The visit that somebody holds the secret of.
pub fn held(tx: &mut Tx<'_>, secret: &Secret) -> Verb<Visit> {
    visits::by_secret(tx, &hash_of(secret))?.ok_or(Refusal::NotFound("visit"))
}

/// The visit that a booking became, for the house.
pub(crate) fn booked_visit(tx: &mut Tx<'_>, act: &Act, office: &Office, id: VisitId) -> Verb<Visit> {
    let house = act.by(Actor::House);
    visits::by_id(tx, &scope(&house, office), id)?.ok_or(Refusal::NotFound("visit"))
}

/// Lets others go first for a while, as whoever waits says that they come later.
pub fn delay(tx: &mut Tx<'_>, act: &Act, secret: &Secret, minutes: u32) -> Verb<Visit> {
    let visit = held(tx, secret)?;
    must_wait(&visit)?;
    if visit.state.call_back.is_some() {
        return Err(Refusal::conflict("we call you; you need not come, so you cannot be late"));
    }
    let later = SignedDuration::from_mins(i64::from(minutes));
    if minutes == 0 || later > LONGEST_DELAY {
        let problem = format!("say from 1 to {} minutes", LONGEST_DELAY.as_mins());
        return Err(Refusal::invalid("minutes", problem));
    }
    let first = visit.state.place_at.max(act.at);
    let place_at = first.checked_add(later).map_err(|_| Refusal::invalid("minutes", "too late"))?;
    happen(tx, act, visit, Step::Delayed { place_at })
}

/// Gives a place in the line up. Whoever is gone already stays gone.
pub fn leave(tx: &mut Tx<'_>, act: &Act, secret: &Secret) -> Verb<Visit> {
    let visit = held(tx, secret)?;
    if visit.state.end == Some(VisitEnd::Left) {
        return Ok(visit);
    }
    must_wait(&visit)?;
    happen(tx, act, visit, Step::Ended { end: VisitEnd::Left, outcome: None })
}

fn must_wait(visit: &Visit) -> Verb<()> {
    must_be_here(visit)?;
    match visit.state.status {
        VisitStatus::Waiting => Ok(()),
        VisitStatus::Called | VisitStatus::Serving | VisitStatus::Parked | VisitStatus::Over => {
            Err(Refusal::conflict("you have been called; speak with the officer at the counter"))
        }
    }
}
