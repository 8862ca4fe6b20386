//! What everybody in a waiting room may see: the tickets that are called, how many wait, and whether the office is open.

use super::{Range, leading, office, today, waits};
use crate::city::Office;
use crate::{Act, Refusal, Verb};
use jiff::{SignedDuration, Timestamp};
use records::counters::{self, Counter};
use records::visits::Called;
use records::{Tx, events, shifts, visits};
use std::collections::{BTreeMap, BTreeSet};
use terms::{
    Announcement, CounterCode, DeviceId, EventId, EventKind, Happening, LineCode, OfficeCode, ShiftStatus,
    VisitStatus,
};

/// Calls that a board shows.
const MOST_CALLS: u32 = 8;
/// For how long a call stands large, also when whoever was called came at once.
const STAYS: SignedDuration = SignedDuration::from_secs(30);
/// Events looked at in one go. Where there are more, whoever listens is told to look for themselves.
const MOST_EVENTS: u32 = 2_000;
/// What changes an office besides what happens to visits.
const KINDS: [EventKind; 4] = [
    EventKind::CounterChanged,
    EventKind::DeviceChanged,
    EventKind::LobbyChanged,
    EventKind::PresenceChanged,
];
/// Shifts that are looked at for who rests.
const MOST_SHIFTS: u32 = 1_000;

/// An office as its waiting room sees it. Nobody is named.
#[derive(Debug, Clone)]
pub struct Board {
    /// Whether it is open.
    pub is_open: bool,
    /// When it opens next, while it is closed.
    pub opens_at: Option<Timestamp>,
    /// The latest calls, the latest first.
    pub calls: Vec<Call>,
    /// What people wait for there.
    pub lines: Vec<LineWaits>,
    /// The counters at which an officer sits who takes visits.
    pub counters: Vec<CounterCode>,
    /// Those of them whose officer rests, and when they are back.
    pub resting: Vec<(CounterCode, Timestamp)>,
    /// What everybody who waits is told.
    pub announcement: Option<Announcement>,
    /// Whether all have to leave.
    pub is_emergency: bool,
}

/// A ticket that was called to a counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The ticket, as people read it.
    pub ticket: String,
    /// Where to.
    pub counter: CounterCode,
    /// The language in which its holder is spoken to, for the room and for no one outside it.
    pub language: String,
    /// When, the last time.
    pub at: Timestamp,
    /// How often.
    pub times: u32,
    /// Whether they have not come yet.
    pub is_awaited: bool,
    /// Whether it stands large: they have not come, or it is not long ago.
    pub is_now: bool,
}

/// A line as its waiting room sees it.
#[derive(Debug, Clone)]
pub struct LineWaits {
    /// Which.
    pub line: LineCode,
    /// How many wait in it.
    pub waiting: i64,
    /// How long whoever joins now waits, where that can be said: as likely as not no longer than the first, and nine times
    /// out of ten no longer than the second.
    pub range: Option<[SignedDuration; 2]>,
}

/// An office as its waiting room sees it now.
pub fn board(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode) -> Verb<Board> {
    let office = office(act, code)?;
    if office.lines.is_empty() {
        return Err(Refusal::NotFound("line"));
    }
    let today = (&office.code, today(act, office));
    let waiting = visits::waiting(tx, today)?;
    let seats = counters::open(tx, code)?;
    let resting = resting(tx, act, &seats)?;
    let lobby = leading::of(tx, act, office)?;
    let is_emergency = lobby.emergency_at.is_some();
    // Whoever was just called leaves with everybody else.
    let calls = if is_emergency { Vec::new() } else { visits::called(tx, today, MOST_CALLS)? };
    let is_open = office.calendar.is_open(act.at) && !is_emergency;
    let ranges = waits(tx, act, code)?;
    Ok(Board {
        is_open,
        opens_at: if is_open { None } else { office.calendar.next_open(act.at) },
        calls: calls.into_iter().map(|called| call(act, called)).collect(),
        lines: lines(office, &waiting, &ranges),
        counters: seats
            .into_iter()
            .filter(|counter| counter.takes.live())
            .map(|counter| counter.counter)
            .collect(),
        resting,
        announcement: lobby.announcement.map(|(announcement, _)| announcement),
        is_emergency,
    })
}

/// The counters whose officer rests, while they are not longer away than they said.
fn resting(tx: &mut Tx<'_>, act: &Act, seats: &[Counter]) -> Verb<Vec<(CounterCode, Timestamp)>> {
    let shifts = if seats.is_empty() { Vec::new() } else { shifts::going_on(tx, MOST_SHIFTS)? };
    let back = |seat: &Counter| {
        let shift = shifts.iter().find(|shift| shift.officer == seat.officer)?;
        let back_at = shift.back_at.filter(|back| shift.status == ShiftStatus::Break && *back > act.at)?;
        Some((seat.counter.clone(), back_at))
    };
    Ok(seats.iter().filter(|seat| seat.visit.is_none()).filter_map(back).collect())
}

fn call(act: &Act, called: Called) -> Call {
    let is_awaited = called.status == VisitStatus::Called;
    Call {
        ticket: terms::Ticket::code(&called.letter, called.number),
        counter: called.counter,
        language: called.language,
        at: called.at,
        times: called.times,
        is_awaited,
        is_now: is_awaited || called.at > act.ago(STAYS),
    }
}

fn lines(
    office: &Office,
    waiting: &[(LineCode, i64)],
    ranges: &BTreeMap<LineCode, Option<Range>>,
) -> Vec<LineWaits> {
    let count =
        |code: &LineCode| waiting.iter().find(|(line, _)| line == code).map_or(0, |(_, count)| *count);
    let range = |code: &LineCode| ranges.get(code).copied().flatten().map(|range| [range.half, range.most]);
    let now = |code: &LineCode| LineWaits { line: code.clone(), waiting: count(code), range: range(code) };
    office.lines.iter().map(|line| now(&line.code)).collect()
}

/// What was seen so far.
#[derive(Debug, Clone, Default)]
pub struct Seen(BTreeMap<EventId, Timestamp>);

/// What is new at the offices.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// Where anything happened.
    pub offices: BTreeSet<OfficeCode>,
    /// Devices that were switched off.
    pub revoked: Vec<(OfficeCode, DeviceId)>,
    /// Whether more happened than was looked at, so that it may be anywhere.
    pub much: bool,
}

/// What is new since an instant and was not seen yet. A transaction may be seen later than one that began after it, so
/// the instant lies a while back, and what was seen since then is remembered.
pub fn changes(tx: &mut Tx<'_>, since: Timestamp, seen: &mut Seen) -> Verb<Changes> {
    let happened = events::at_offices(tx, &KINDS, since, MOST_EVENTS)?;
    let much = happened.len() >= usize::try_from(MOST_EVENTS).unwrap_or(usize::MAX);
    let mut changes = Changes { much, ..Changes::default() };
    seen.0.retain(|_, at| *at >= since);
    for (event, at, office, what) in happened {
        if seen.0.insert(event, at).is_none() {
            changes.note(office, &what);
        }
    }
    Ok(changes)
}

impl Changes {
    fn note(&mut self, office: Option<OfficeCode>, what: &Happening) {
        if let Happening::DeviceChanged { device, office, on: false } = what {
            self.revoked.push((office.clone(), *device));
        }
        if let Happening::CounterChanged { office, .. }
        | Happening::DeviceChanged { office, .. }
        | Happening::LobbyChanged { office, .. } = what
        {
            self.offices.insert(office.clone());
        } else {
            self.offices.extend(office);
        }
        // An officer may sit anywhere.
        self.much |= matches!(what, Happening::PresenceChanged { .. });
    }
}
