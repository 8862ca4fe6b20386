//! Shifts: an officer begins one, says whether they are there, and leaves a note for whoever comes next.

use super::handover::{HandOver, hand_over};
use crate::tokens::house_event;
use crate::{Act, Refusal, Verb};
use jiff::SignedDuration;
use records::{Tx, shifts};
use terms::{Channel, Happening, OfficerCode, ShiftId, ShiftStatus};

pub use records::shifts::Shift;

/// A shift that nobody ended is over after so long.
pub(super) const LONGEST: SignedDuration = SignedDuration::from_hours(16);
/// The longest break, in minutes.
const LONGEST_BREAK: u32 = 120;
/// For how long a note is shown to whoever comes next.
const NOTE_LASTS: SignedDuration = SignedDuration::from_hours(36);
/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 2_000;
/// Notes that are shown at once.
const MOST_NOTES: u32 = 50;

/// How an officer serves from now on.
#[derive(Debug, Clone)]
pub struct NewShift {
    /// Whether they are there for customers.
    pub status: ShiftStatus,
    /// How long a break may take.
    pub minutes: u32,
    /// Over which channels.
    pub channels: Vec<Channel>,
    /// In which languages; only those count that the city's data say they speak.
    pub languages: Vec<String>,
}

/// Begins the shift of the officer who acts, or changes the one that goes on.
pub fn begin_shift(tx: &mut Tx<'_>, act: &Act, new: &NewShift) -> Verb<()> {
    let me = super::me(act)?;
    let rests = new.status == ShiftStatus::Break;
    if rests && !(1..=LONGEST_BREAK).contains(&new.minutes) {
        let problem = format!("a break takes from 1 to {LONGEST_BREAK} minutes");
        return Err(Refusal::invalid("minutes", problem));
    }
    if new.channels.is_empty() {
        return Err(Refusal::invalid("channels", "choose at least one"));
    }
    let back = act.at.checked_add(SignedDuration::from_mins(i64::from(new.minutes.min(LONGEST_BREAK))));
    let speaks = |language: &&String| {
        act.city().officers.get(&me).is_some_and(|officer| officer.languages.contains(*language))
    };
    let shift = Shift {
        id: ShiftId::new(act.at, &act.chance),
        status: new.status,
        back_at: back.ok().filter(|_| rests),
        channels: Channel::ALL.iter().copied().filter(|channel| new.channels.contains(channel)).collect(),
        languages: new.languages.iter().filter(speaks).cloned().collect(),
        note: None,
        begun_at: act.at,
        changed_at: act.at,
        ended_at: None,
        officer: me,
    };
    save(tx, act, &shift)
}

/// Says whether the officer who acts is there for customers; a shift at the counter begins where none goes on.
pub(crate) fn be_there(tx: &mut Tx<'_>, act: &Act, (status, minutes): (ShiftStatus, u32)) -> Verb<Shift> {
    let me = super::me(act)?;
    let back = act.at.checked_add(SignedDuration::from_mins(i64::from(minutes.min(LONGEST_BREAK))));
    let back_at = back.ok().filter(|_| status == ShiftStatus::Break);
    let speaks = || act.city().officers.get(&me).map(|officer| officer.languages.clone());
    let shift = match shifts::now(tx, &me)? {
        Some(shift) if shift.status == status && status != ShiftStatus::Break => return Ok(shift),
        Some(shift) => Shift { status, back_at, changed_at: act.at, ..shift },
        None => Shift {
            id: ShiftId::new(act.at, &act.chance),
            status,
            back_at,
            channels: vec![Channel::Counter],
            languages: speaks().unwrap_or_default(),
            note: None,
            begun_at: act.at,
            changed_at: act.at,
            ended_at: None,
            officer: me,
        },
    };
    save(tx, act, &shift)?;
    Ok(shift)
}

fn save(tx: &mut Tx<'_>, act: &Act, shift: &Shift) -> Verb<()> {
    if shifts::save(tx, shift)? {
        house_event(tx, act, Happening::ShiftBegun {})?;
    }
    let (status, back_at) = (shift.status, shift.back_at);
    house_event(tx, act, Happening::PresenceChanged { status, back_at })
}

/// Ends the shift of the officer who acts: what they have in hand goes where they say, or they keep it.
pub fn end_shift(tx: &mut Tx<'_>, act: &Act, handed: &[HandOver], note: &str) -> Verb<()> {
    let me = super::me(act)?;
    let note = note.trim();
    if note.chars().count() > LONGEST_NOTE || note.contains('\0') {
        return Err(Refusal::invalid("note", format!("write at most {LONGEST_NOTE} characters of text")));
    }
    if shifts::now(tx, &me)?.is_none() {
        return Err(Refusal::conflict("no shift goes on; it may have been ended already"));
    }
    for case in handed {
        hand_over(tx, act, &me, case)?;
    }
    shifts::end(tx, &me, act.at, Some(note).filter(|note| !note.is_empty()))?;
    house_event(tx, act, Happening::ShiftEnded {})
}

/// What colleagues of the same agency left for whoever comes next, the latest first.
pub fn left_notes(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<Shift>> {
    let me = super::me(act)?;
    let since = act.at.checked_sub(NOTE_LASTS).unwrap_or(act.at);
    let with_me = |officer: &OfficerCode| {
        act.city().officers.get(officer).is_some_and(|officer| officer.agency == act.who.agency)
    };
    let mut notes = shifts::left_notes(tx, since, MOST_NOTES)?;
    notes.retain(|shift| shift.officer != me && with_me(&shift.officer));
    Ok(notes)
}
