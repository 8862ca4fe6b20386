//! Leading a lobby: lines are closed and opened, everybody who waits is told something, and all go at once.

use super::joining::line;
use super::{happen, led, office, scope, today};
use crate::city::Office;
use crate::tokens::house_event;
use crate::{Act, Refusal, Verb, bookings};
use jiff::SignedDuration;
use jiff::civil::Date;
use records::lobbies::{self, Lobby};
use records::{Tx, counters, visits};
use terms::{Announcement, Happening, LineCode, LobbyChange, OfficeCode, Step, VisitEnd};

/// The longest that something is told, in minutes.
pub const LONGEST_ANNOUNCEMENT: u32 = 600;
/// Visits that end in one transaction; upkeep ends the others.
const AT_ONCE: u32 = 500;

/// What is set for an office today; anybody may know it.
pub fn lobby(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode) -> Verb<Lobby> {
    let office = office(act, code)?;
    of(tx, act, office)
}

/// Whether an office is closed all of a day: by its calendar, or because it had to close at once and nobody opened it again.
pub(crate) fn is_shut(tx: &mut Tx<'_>, act: &Act, office: &Office, day: Date) -> Verb<bool> {
    let by_calendar = office.calendar.openings_on(day).next().is_none();
    Ok(by_calendar || day == today(act, office) && of(tx, act, office)?.emergency_at.is_some())
}

/// Closed lines and announcements end with the day; what was told is over after its time.
pub(super) fn of(tx: &mut Tx<'_>, act: &Act, office: &Office) -> Verb<Lobby> {
    let today = today(act, office);
    let Some(mut lobby) = lobbies::of(tx, &office.code)? else {
        return Ok(Lobby {
            office: office.code.clone(),
            revision: 0,
            day: today,
            closed_lines: Vec::new(),
            announcement: None,
            emergency_at: None,
        });
    };
    if lobby.day != today {
        (lobby.day, lobby.closed_lines, lobby.announcement) = (today, Vec::new(), None);
    }
    lobby.announcement = lobby.announcement.filter(|(_, until)| *until > act.at);
    Ok(lobby)
}

/// Lets nobody join a line any more today; whoever waits in it is served.
pub fn close_line(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode, name: &LineCode) -> Verb<Lobby> {
    let office = led(act, code)?;
    let name = line(office, name)?.code.clone();
    change(tx, act, office, LobbyChange::LineClosed { line: name })
}

/// Lets people join a line again.
pub fn open_line(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode, name: &LineCode) -> Verb<Lobby> {
    let office = led(act, code)?;
    let name = line(office, name)?.code.clone();
    change(tx, act, office, LobbyChange::LineOpened { line: name })
}

/// Tells everybody who waits something, for so many minutes; it takes the place of what was told before.
pub fn announce(
    tx: &mut Tx<'_>,
    act: &Act,
    code: &OfficeCode,
    (announcement, minutes): (Announcement, u32),
) -> Verb<Lobby> {
    let office = led(act, code)?;
    if !(1..=LONGEST_ANNOUNCEMENT).contains(&minutes) {
        let problem = format!("say from 1 to {LONGEST_ANNOUNCEMENT} minutes");
        return Err(Refusal::invalid("minutes", problem));
    }
    let until = act.at.checked_add(SignedDuration::from_mins(i64::from(minutes)));
    let until = until.map_err(|_| Refusal::invalid("minutes", "too long"))?;
    change(tx, act, office, LobbyChange::Announced { announcement, until })
}

/// Tells it no longer.
pub fn unannounce(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode) -> Verb<Lobby> {
    let office = led(act, code)?;
    change(tx, act, office, LobbyChange::Unannounced {})
}

/// Closes the office at once: nobody joins, whoever is there goes, with the reason written down, and whoever booked for
/// today is told.
pub fn close_at_once(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode) -> Verb<Lobby> {
    let office = led(act, code)?;
    let lobby = change(tx, act, office, LobbyChange::EmergencyBegun {})?;
    send_all_home(tx, act, office, AT_ONCE)?;
    bookings::follow_closures(tx, act, office, AT_ONCE)?;
    Ok(lobby)
}

/// Lets the office open again. Whoever was told that it is closed is told so.
pub fn open_again(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode) -> Verb<Lobby> {
    let office = led(act, code)?;
    let lobby = change(tx, act, office, LobbyChange::EmergencyEnded {})?;
    bookings::follow_closures(tx, act, office, AT_ONCE)?;
    Ok(lobby)
}

/// Ends the visits of an office that closed at once; how many.
pub(super) fn send_all_home(tx: &mut Tx<'_>, act: &Act, office: &Office, limit: u32) -> Verb<usize> {
    for counter in counters::open(tx, &office.code)?.into_iter().filter(|counter| counter.visit.is_some()) {
        let read = counter.revision;
        let empty = counters::Counter {
            visit: None,
            last: None,
            last_case: None,
            undo_until: None,
            revision: read + 1,
            idle_since: act.at,
            ..counter
        };
        counters::update(tx, &empty, read)?;
    }
    let there = visits::present(tx, &scope(act, office), (&office.code, today(act, office)), limit)?;
    let count = there.len();
    for visit in there {
        happen(tx, act, visit, Step::Ended { end: VisitEnd::Emergency, outcome: None })?;
    }
    Ok(count)
}

/// What is set already is not set once more.
fn change(tx: &mut Tx<'_>, act: &Act, office: &Office, change: LobbyChange) -> Verb<Lobby> {
    let before = of(tx, act, office)?;
    let mut after = before.clone();
    apply(act, &mut after, &change);
    if after == before {
        return Ok(before);
    }
    after.revision += 1;
    lobbies::save(tx, &after, before.revision)?;
    house_event(tx, act, Happening::LobbyChanged { office: office.code.clone(), change })?;
    Ok(after)
}

fn apply(act: &Act, lobby: &mut Lobby, change: &LobbyChange) {
    match change {
        LobbyChange::LineClosed { line } if !lobby.closed_lines.contains(line) => {
            lobby.closed_lines.push(line.clone());
        }
        LobbyChange::LineClosed { .. } => {}
        LobbyChange::LineOpened { line } => lobby.closed_lines.retain(|closed| closed != line),
        LobbyChange::Announced { announcement, until } => lobby.announcement = Some((*announcement, *until)),
        LobbyChange::Unannounced {} => lobby.announcement = None,
        LobbyChange::EmergencyBegun {} => lobby.emergency_at = lobby.emergency_at.or(Some(act.at)),
        LobbyChange::EmergencyEnded {} => lobby.emergency_at = None,
    }
}
