//! How long is the wait? As a range that the office's own past corrects, or that nobody can say.

mod calibration;
mod passed;
mod scene;

pub use calibration::{Calibration, LAST};
pub use passed::{Passing, Why, passed};

use super::kiosk::RESERVED;
use super::next::ticket;
use super::{leading, office, today};
use crate::city::{Line, Office};
use crate::{Act, Verb};
use calibration::Correction;
use jiff::{SignedDuration, Timestamp};
use records::counters::{self, Counter};
use records::waits::{self as kept, Stander, Told};
use records::{Tx, visits};
use routing::next::Rule;
use scene::{Busy, Desk, Scene, Stream};
use std::collections::BTreeMap;
use terms::{CounterCode, KeptFor, LineCode, OfficeCode, Visit, VisitStatus};

/// Those in a line who are looked at one by one, so that an answer costs the same however many wait.
const MOST_READ: u32 = 500;
/// Those behind them who are counted.
const MOST_COUNTED: u32 = 10_000;
/// So many of the last visits say how long one takes, and how patient people are.
const HISTORY: u32 = 50;
/// So many of the last tickets say how fast people come.
const LATELY: u32 = 20;

/// How long a wait is: as likely as not over within `half`, and nine times out of ten within `most`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The median.
    pub half: SignedDuration,
    /// The 90th percentile.
    pub most: SignedDuration,
    /// Both as they were reckoned before the office's past corrected them.
    reckoned: (SignedDuration, SignedDuration),
}

/// Where somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// How many are served before them, as it looks now.
    pub ahead: u32,
    /// How long it still takes; none where nobody can say.
    pub range: Option<Range>,
}

impl Range {
    fn of(
        reckoned: (SignedDuration, SignedDuration),
        (half, most): (SignedDuration, SignedDuration),
    ) -> Self {
        Self { half, most: most.max(half), reckoned }
    }

    /// What is kept with a visit of what was said.
    pub(super) fn told(&self) -> Told {
        let ms = |time: SignedDuration| i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
        Told { said: (ms(self.half), ms(self.most)), reckoned: (ms(self.reckoned.0), ms(self.reckoned.1)) }
    }
}

/// How long somebody would wait who joined each line now; none where the office or the line is closed, where no counter is open for
/// a line, or where it would as likely as not be longer than the office is open.
pub fn waits(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode) -> Verb<BTreeMap<LineCode, Option<Range>>> {
    let office = office(act, code)?;
    let lines = office.lines.iter().map(|line| line.code.clone());
    let lobby = leading::of(tx, act, office)?;
    if !office.calendar.is_open(act.at) || lobby.emergency_at.is_some() {
        return Ok(lines.map(|line| (line, None)).collect());
    }
    let seen = Seen::of(tx, act, office)?;
    let now = act.at.as_second();
    let range = |line: LineCode| {
        let reckoned = seen.scene.newcomer(place_of(office, &line)?, now);
        seen.corrected(office, act.at, reckoned?)
    };
    let joined = |line: &LineCode| !lobby.closed_lines.contains(line);
    Ok(lines.map(|line| (line.clone(), Some(line).filter(joined).and_then(range))).collect())
}

/// Where somebody stands who waits; nobody is ahead of whoever has been called.
pub fn place(tx: &mut Tx<'_>, act: &Act, visit: &Visit) -> Verb<Place> {
    if visit.state.status != VisitStatus::Waiting {
        return Ok(Place { ahead: 0, range: None });
    }
    let office = office(act, &visit.ticket.office)?;
    let seen = Seen::of(tx, act, office)?;
    let Some(mine) = seen.standers.iter().position(|stander| stander.id == visit.id) else {
        let day = (&office.code, today(act, office));
        let ahead = kept::before(tx, day, visit.state.place_at, MOST_COUNTED)?;
        return Ok(Place { ahead, range: None });
    };
    let reckoned = seen.places.get(mine).copied().flatten().and_then(|place| seen.scene.waiting(place));
    let range = reckoned.and_then(|reckoned| seen.corrected(office, act.at, reckoned));
    Ok(Place { ahead: seen.ahead(act, office, mine), range })
}

/// How often what the office said of waits held, of the last that it said.
pub fn calibration(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode) -> Verb<Calibration> {
    let office = office(act, code)?;
    Ok(Calibration::of(&kept::told(tx, &office.code, LAST)?))
}

/// What is seen of an office at an instant.
struct Seen {
    standers: Vec<Stander>,
    /// Where each of them stands in the scene; none who wait for a counter where nobody sits.
    places: Vec<Option<usize>>,
    open: Vec<Counter>,
    scene: Scene,
    correction: Correction,
}

impl Seen {
    fn of(tx: &mut Tx<'_>, act: &Act, office: &Office) -> Verb<Self> {
        let day = (&office.code, today(act, office));
        let standers = kept::line_up(tx, day, MOST_READ)?;
        let read = u32::try_from(standers.len()).unwrap_or(MOST_READ);
        let unread = if read < MOST_READ {
            0
        } else {
            kept::before(tx, day, Timestamp::MAX, MOST_COUNTED)?.saturating_sub(read)
        };
        let mut open = counters::open(tx, &office.code)?;
        open.retain(|seat| seat.takes.live());
        let mut streams = Vec::new();
        for line in &office.lines {
            streams.push(stream(tx, act, office, line)?);
        }
        let served = kept::at_counters(tx, day, MOST_READ)?;
        let mut scene = Scene::new(act.at.as_second(), streams, unread);
        for seat in &open {
            scene.open(desk(office, seat, &served));
        }
        let places = standers
            .iter()
            .map(|stander| Some(scene.join(place_in(office, &open, stander)?, stander)))
            .collect();
        let correction = Correction::learnt(&kept::told(tx, &office.code, LAST)?);
        Ok(Self { standers, places, open, scene, correction })
    }

    /// What can be said: nothing where the office closes before it is as likely as not.
    fn corrected(
        &self,
        office: &Office,
        now: Timestamp,
        reckoned: (SignedDuration, SignedDuration),
    ) -> Option<Range> {
        let range = Range::of(reckoned, self.correction.of(reckoned));
        let closes = office.calendar.next_close(now).filter(|_| office.calendar.is_open(now));
        closes.is_none_or(|closes| range.half <= closes.duration_since(now)).then_some(range)
    }

    /// How many go before somebody by the one rule, of those whom a counter serves that could serve them too.
    fn ahead(&self, act: &Act, office: &Office, mine: usize) -> u32 {
        let (rule, now_ms) = (Rule::default(), act.at.as_millisecond());
        let ids: Vec<String> = self.standers.iter().map(|stander| stander.id.to_string()).collect();
        let ticket = |at: usize| {
            let stander = &self.standers[at];
            ticket(office, (&ids[at], stander.joined_at), &stander.state)
        };
        let (me, own) = (&self.standers[mine], ticket(mine));
        let goes_first = |at: usize| {
            at != mine
                && self.meets(office, &self.standers[at], me)
                && rule.compare(now_ms, &ticket(at), &own).is_lt()
        };
        u32::try_from((0..self.standers.len()).filter(|at| goes_first(*at)).count()).unwrap_or(MOST_READ)
    }

    /// Whether one counter may take both; of those that are open, or of all where none is that could.
    fn meets(&self, office: &Office, one: &Stander, other: &Stander) -> bool {
        let mut able = self.open.iter().filter(|seat| takes(office, seat, other)).peekable();
        if able.peek().is_some() {
            return able.any(|seat| takes(office, seat, one));
        }
        one.state.kept_for == other.state.kept_for
            && office
                .counters
                .iter()
                .any(|counter| [one, other].iter().all(|stander| counter.lines.contains(&stander.state.line)))
    }
}

/// Whether whoever sits at a counter may call somebody.
fn takes(office: &Office, seat: &Counter, stander: &Stander) -> bool {
    match &stander.state.kept_for {
        Some(KeptFor::Counter(code)) => seat.counter == *code,
        Some(KeptFor::Officer(code)) => seat.officer == *code,
        None => served(office, seat).contains(&stander.state.line),
    }
}

/// What a counter serves.
fn served<'o>(office: &'o Office, seat: &Counter) -> &'o [LineCode] {
    let counter = office.counters.iter().find(|counter| counter.code == seat.counter);
    counter.map(|counter| counter.lines.as_slice()).unwrap_or_default()
}

fn place_of(office: &Office, code: &LineCode) -> Option<usize> {
    office.lines.iter().position(|line| line.code == *code)
}

/// The stream in which somebody waits: of their line, or of the counter that they are kept for.
fn place_in(office: &Office, open: &[Counter], stander: &Stander) -> Option<scene::Whose> {
    let line = place_of(office, &stander.state.line)?;
    if stander.state.kept_for.is_none() {
        return Some(scene::Whose::Next { line });
    }
    let desk = open.iter().position(|seat| takes(office, seat, stander))?;
    Some(scene::Whose::Desk { line, desk })
}

/// What the office's own history says of a line.
fn stream(tx: &mut Tx<'_>, act: &Act, office: &Office, line: &Line) -> Verb<Stream> {
    let day = (&office.code, today(act, office));
    let gone = kept::gone(tx, &office.code, &line.code, HISTORY)?;
    let last = visits::last_number(tx, day, &line.letter, &RESERVED)?;
    // Numbers go on behind those that kiosks keep.
    let lowest = if last > *RESERVED.end() { RESERVED.end() + 1 } else { 1 };
    let first = last.saturating_sub(LATELY - 1).max(lowest);
    let since = kept::given_at(tx, day, &line.letter, first)?;
    let came = since.map(|since| (last + 1 - first, act.at.duration_since(since)));
    Ok(Stream::learnt((line.usual, line.target), &gone, came))
}

/// A counter, with what it serves and for what it serves somebody now.
fn desk(office: &Office, seat: &Counter, now: &[(CounterCode, LineCode)]) -> Desk {
    let serves = served(office, seat).iter().filter_map(|line| place_of(office, line)).collect();
    let line = now.iter().find(|(counter, _)| *counter == seat.counter);
    let busy = match (seat.visit, line.and_then(|(_, line)| place_of(office, line))) {
        (None, _) if seat.is_free() => Busy::Free,
        (Some(_), Some(line)) => Busy::With(line),
        (None, _) | (Some(_), None) => Busy::WithSomebody,
    };
    Desk { serves, busy }
}
