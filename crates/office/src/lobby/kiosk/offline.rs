//! Without a network: a kiosk gives out numbers of its own, and tells of them when it is back.

use super::super::joining::{language, line};
use super::super::{office, record, resource, served, today};
use super::numbers::range;
use crate::city::Office;
use crate::{Act, Refusal, Verb};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::Action;
use records::Tx;
use records::kiosks::{self, LateTicket};
use records::visits::{self, Beside};
use terms::{Entry, LateAnswer, LineCode, Needs, OfficeCode, Step, Ticket, Visit, VisitId, VisitState};

/// Late tickets that are shown.
const MOST_SHOWN: u32 = 200;

/// The numbers that a kiosk may give out by itself today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    /// On which day of the office.
    pub day: Date,
    /// The first of each letter.
    pub first: u32,
    /// The last of each letter.
    pub last: u32,
    /// From when it may.
    pub from: Timestamp,
    /// Until when it may; then the office closes.
    pub until: Timestamp,
}

/// A ticket that a kiosk gave out without a network, as it tells of it.
#[derive(Debug, Clone)]
pub struct Late {
    /// The day of the office, as it was told with the numbers.
    pub day: Date,
    /// The number.
    pub number: u32,
    /// What they wait for.
    pub line: LineCode,
    /// In which language they are spoken to.
    pub language: String,
    /// When it was given out, by the kiosk's own clock.
    pub given_at: Timestamp,
    /// What that clock says now; so it does not matter that it is wrong.
    pub now: Timestamp,
}

/// Gives a kiosk its numbers for today; none where it has none, or where the office does not open today.
pub fn hand_numbers(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode, kiosk: u32) -> Verb<Option<Numbers>> {
    let office = office(act, code)?;
    act.must(Action::JoinLine, resource(&act.who, office))?;
    let day = today(act, office);
    let (Some(range), Some((from, until))) = (range(kiosk), opening(office, day)) else { return Ok(None) };
    kiosks::give_range(tx, (code, kiosk), day, act.at)?;
    Ok(Some(Numbers { day, first: *range.start(), last: *range.end(), from, until }))
}

/// Puts whoever has a ticket of a kiosk that was alone into the line, in their place in time. The ticket is what tells it
/// from others: told again, it is the same one. One of another day joins nobody; that is noted, and answered so.
pub fn join_offline(
    tx: &mut Tx<'_>,
    act: &Act,
    (code, kiosk): (&OfficeCode, u32),
    late: &Late,
) -> Verb<LateAnswer> {
    let office = office(act, code)?;
    act.must(Action::JoinLine, resource(&act.who, office))?;
    let letter = line(office, &late.line)?.letter.clone();
    let own = range(kiosk).filter(|own| own.contains(&late.number));
    let own = own.ok_or_else(|| Refusal::invalid("number", "this is no number of this kiosk"))?;
    let ticket = Ticket { office: code.clone(), day: late.day, letter, number: late.number };
    if let Some(answer) = kiosks::late_answer(tx, &ticket)? {
        return Ok(answer);
    }
    if late.day != today(act, office) {
        return answered(tx, act, (kiosk, late, ticket), (clocked(act, late), LateAnswer::AnotherDay));
    }
    let Some(since) = kiosks::range_since(tx, (code, late.day), kiosk)? else {
        return Err(Refusal::invalid("day", "this kiosk was given no numbers for this day"));
    };
    // Whoever has a higher number of this kiosk came later, whatever its clock said meanwhile.
    let lower = *own.start()..=late.number - 1;
    let before = visits::last_place(tx, (code, late.day), &ticket.letter, &lower)?;
    let earliest = before.map_or(since, |before| before.max(since));
    let given_at = clocked(act, late).clamp(earliest.min(act.at), act.at);
    match place(act, office, given_at) {
        None => answered(tx, act, (kiosk, late, ticket), (given_at, LateAnswer::Closed)),
        Some(place_at) => {
            stand(tx, act, (late, ticket.clone()), place_at)?;
            answered(tx, act, (kiosk, late, ticket), (place_at, LateAnswer::Joined))
        }
    }
}

/// When a ticket was given out, by the house's clock: as long ago as the kiosk's own clock says.
fn clocked(act: &Act, late: &Late) -> Timestamp {
    let ago = late.now.duration_since(late.given_at);
    act.at.checked_sub(ago.max(jiff::SignedDuration::ZERO)).unwrap_or(act.at)
}

/// The place in time of whoever came at an instant: then, or when the office opened since.
fn place(act: &Act, office: &Office, given_at: Timestamp) -> Option<Timestamp> {
    office.calendar.next_open(given_at).filter(|open| *open <= act.at)
}

fn stand(tx: &mut Tx<'_>, act: &Act, (late, ticket): (&Late, Ticket), place_at: Timestamp) -> Verb<()> {
    let visit = Visit {
        id: VisitId::new(act.at, &act.chance),
        revision: 1,
        ticket,
        entry: Entry::Kiosk,
        language: language(act, &late.language),
        needs: Needs::default(),
        customer: None,
        case: None,
        joined_at: place_at,
        state: VisitState::joined(late.line.clone(), place_at),
    };
    visits::insert(tx, &visit, Beside::default())?;
    let step = Step::Joined { line: late.line.clone(), place_at, entry: Entry::Kiosk };
    record(tx, &act.received(act.over, place_at), &visit, step)
}

fn answered(
    tx: &mut Tx<'_>,
    act: &Act,
    (kiosk, late, ticket): (u32, &Late, Ticket),
    (given_at, answer): (Timestamp, LateAnswer),
) -> Verb<LateAnswer> {
    let line = late.line.clone();
    kiosks::keep_late(tx, &LateTicket { ticket, line, kiosk, given_at, told_at: act.at, answer })?;
    Ok(answer)
}

/// The tickets of an office of which its kiosks told later, the latest first, for those who serve there.
pub fn late(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode) -> Verb<Vec<LateTicket>> {
    let office = served(act, code)?;
    Ok(kiosks::late(tx, &office.code, MOST_SHOWN)?)
}

/// From when until when an office is open on a day.
fn opening(office: &Office, day: Date) -> Option<(Timestamp, Timestamp)> {
    let from = office.calendar.next_open(office.calendar.start_of(day)?)?;
    let until = office.calendar.next_close(from)?;
    (office.calendar.local(from).date() == day).then_some((from, until))
}
