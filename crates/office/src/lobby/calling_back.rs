//! Being called back: whoever waits elsewhere keeps their place, and is called by phone when it is their turn.

use super::next::{at_my_counter, save};
use super::{NewVisit, happen, held, office, receive, scope, served, today, visit, waits};
use crate::outbox::{self, Letter};
use crate::{Act, Refusal, Verb};
use jiff::{SignedDuration, Timestamp};
use records::{Tx, call_backs, customers, visits};
use terms::{
    Actor, CallBack, ContactPoint, ContactPointKind, MessageKind, OfficeCode, PriorityReason, Secret, Step,
    Visit, VisitEnd, VisitId, VisitStatus, Window,
};
use wording::{Argument, Language};

/// After how long whoever did not answer is tried again.
const AGAIN: SignedDuration = SignedDuration::from_mins(10);
/// How often somebody is called before it is a no-show.
const TRIES: u32 = 3;
/// Visits of a day that are called on one number, so that nobody has us call a stranger all day.
const MOST_OF_A_NUMBER: i64 = 3;
/// What is told is told in steps of so many seconds: nobody can say it finer.
const STEP_S: i64 = 300;

/// Whoever waits and holds the secret asks to be called back, or gives another number.
pub fn ask_call_back(tx: &mut Tx<'_>, act: &Act, secret: &Secret, phone: &str) -> Verb<Visit> {
    let visit = held(tx, secret)?;
    to_call_back(tx, act, visit, phone)
}

/// Those who serve let somebody go who waits, and call them back.
pub fn let_go_home(
    tx: &mut Tx<'_>,
    act: &Act,
    (code, id): (&OfficeCode, VisitId),
    phone: &str,
) -> Verb<Visit> {
    let visit = visit(tx, act, code, id)?;
    to_call_back(tx, act, visit, phone)
}

/// [`receive`], for somebody who is called back: who asks by phone, or goes home at once.
pub fn receive_call(
    tx: &mut Tx<'_>,
    act: &Act,
    code: &OfficeCode,
    (new, reason): (&NewVisit, Option<PriorityReason>),
    phone: &str,
) -> Verb<Visit> {
    let visit = receive(tx, act, code, (new, reason))?;
    to_call_back(tx, act, visit, phone)
}

fn to_call_back(tx: &mut Tx<'_>, act: &Act, visit: Visit, phone: &str) -> Verb<Visit> {
    let number = matching::phone(phone);
    let number =
        number.ok_or_else(|| Refusal::invalid("phone", "write a phone number like +1 617 555 0134"))?;
    if visit.state.status != VisitStatus::Waiting && visit.state.call_back.is_none() {
        return Err(Refusal::conflict(
            "only whoever waits can be called back; speak with the officer at the counter",
        ));
    }
    if visit.state.status == VisitStatus::Over {
        return Err(Refusal::conflict("this visit is over; take a new ticket"));
    }
    let office = office(act, &visit.ticket.office)?;
    let day = (&office.code, visit.ticket.day);
    if call_backs::others(tx, day, &number.value, visit.id)? >= MOST_OF_A_NUMBER {
        return Err(Refusal::invalid("often", "this number is called often enough today; give another"));
    }
    call_backs::keep(tx, day, visit.id, &number.value)?;
    if visit.state.call_back.is_some() {
        return Ok(visit);
    }
    let window = window(tx, act, &visit)?;
    happen(tx, act, visit, Step::ToCallBack { window })
}

/// When the call comes, as it is told: from the wait that is as likely as not over to the one that nine of ten are.
fn window(tx: &mut Tx<'_>, act: &Act, visit: &Visit) -> Verb<Option<Window>> {
    let office = office(act, &visit.ticket.office)?;
    let Some(range) = waits::place(tx, act, visit)?.range else { return Ok(None) };
    let closes = office.calendar.next_close(act.at).unwrap_or(Timestamp::MAX);
    let after = |wait: SignedDuration| act.at.checked_add(wait).unwrap_or(closes).as_second();
    let (from, until) = (after(range.half).div_euclid(STEP_S), after(range.most).div_euclid(STEP_S) + 1);
    let at = |step: i64| Timestamp::from_second(step * STEP_S).unwrap_or(closes);
    Ok(Some(Window { from: at(from).max(act.at), until: at(until).min(closes) }))
}

/// Where somebody is called, for whoever holds their secret.
pub fn own_number(tx: &mut Tx<'_>, act: &Act, visit: &Visit) -> Verb<Option<String>> {
    if visit.state.call_back.is_none() {
        return Ok(None);
    }
    let office = office(act, &visit.ticket.office)?;
    let house = act.by(Actor::House);
    Ok(call_backs::number(tx, &scope(&house, office), visit.id)?)
}

/// Where somebody is called, for those who serve at their office.
pub fn number(tx: &mut Tx<'_>, act: &Act, visit: &Visit) -> Verb<Option<String>> {
    let office = served(act, &visit.ticket.office)?;
    if visit.state.call_back.is_none() {
        return Ok(None);
    }
    Ok(call_backs::number(tx, &scope(act, office), visit.id)?)
}

/// They were called by phone and did not answer: they are tried again in a while, in the place that they had, and it is a
/// no-show at last.
pub(super) fn no_answer(tx: &mut Tx<'_>, act: &Act, id: VisitId) -> Verb<Visit> {
    let (counter, visit) = at_my_counter(tx, act, id)?;
    let before = visit.state.call_back.map_or(TRIES, |call| call.unanswered);
    let step = if before + 1 < TRIES {
        Step::Unanswered { again_at: act.at.checked_add(AGAIN).unwrap_or(act.at) }
    } else {
        Step::Ended { end: VisitEnd::NoShow, outcome: None }
    };
    let visit = happen(tx, act, visit, step)?;
    save(tx, act, &counter, (None, Some(id)))?;
    Ok(visit)
}

/// Puts whoever did not answer back into the line, once it is time; it is not where an officer did something else meanwhile.
pub(crate) fn try_again(tx: &mut Tx<'_>, act: &Act, id: VisitId) -> Verb<()> {
    let Some(visit) = visits::by_id(tx, &act.by(Actor::House).scope(), id)? else { return Ok(()) };
    match visit.state.call_back {
        Some(CallBack { again_at: Some(at), .. }) if at <= act.at => {
            happen(tx, act, visit, Step::PutBack {}).map(drop)
        }
        _ => Ok(()),
    }
}

/// Writes to whoever was called in vain to the last, where we know an address that is proven to be theirs.
pub(crate) fn tell_missed(tx: &mut Tx<'_>, act: &Act, id: VisitId) -> Verb<()> {
    let house = act.by(Actor::House);
    let Some(visit) = visits::by_id(tx, &house.scope(), id)? else { return Ok(()) };
    let (Some(customer), Some(VisitEnd::NoShow)) = (visit.customer, visit.state.end) else { return Ok(()) };
    let points = customers::contact_points(tx, &house.record_scope(), customer)?;
    let is_proven = |point: &ContactPoint| point.kind == ContactPointKind::Email && point.verified;
    let Some(to) = points.into_iter().find(is_proven) else { return Ok(()) };
    outbox::send(tx, act, &missed(act, &visit, to)?)
}

fn missed(act: &Act, visit: &Visit, to: ContactPoint) -> Verb<Letter> {
    let office = office(act, &visit.ticket.office)?;
    let language = Language::of(&visit.language).unwrap_or(Language::FALLBACK);
    let line = office.lines.iter().find(|line| line.code == visit.state.line);
    let words = [
        ("office", Argument::Words(office.name.text(language.tag()))),
        ("line", Argument::Words(line.map_or("", |line| line.name.text(language.tag())))),
        ("count", Argument::Count(TRIES.into())),
    ];
    let say = |key: &str| language.say_with(key, &words);
    let body = [say("mail-call-missed-words"), say("mail-call-missed-again"), outbox::foot(act, language)];
    Ok(Letter {
        to,
        language,
        subject: say("mail-call-missed"),
        body: body.join("\n\n"),
        kind: MessageKind::Notice,
        case: None,
        unsubscribe: None,
    })
}

/// Forgets the numbers of days that are over.
pub(super) fn forget_numbers(tx: &mut Tx<'_>, act: &Act, office: &crate::city::Office) -> Verb<u64> {
    Ok(call_backs::forget(tx, (&office.code, today(act, office)))?)
}
