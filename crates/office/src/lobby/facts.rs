//! How an office's days went: counted when a day is over, by line and hour, with who was overtaken and why.

use super::today;
use crate::city::Office;
use crate::{Act, Refusal, Verb};
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use records::Tx;
use records::visit_facts::{self, Call, Fact, Hour};
use std::collections::BTreeMap;
use terms::{LineCode, OfficeCode};

/// Calls of one day that are looked at for who was overtaken.
const MOST_CALLS: u32 = 100_000;
/// The longest time that is told at once, in days.
const MOST_DAYS: i64 = 400;

/// What is known of days, by day, line and hour.
pub type Days = BTreeMap<Date, BTreeMap<Hour, Fact>>;

/// Writes down the days of an office that are over and not written down yet; how many.
pub(super) fn write_days(tx: &mut Tx<'_>, act: &Act, office: &Office, limit: u32) -> Verb<usize> {
    let mut written = 0;
    while written < limit {
        let Some(day) = visit_facts::unwritten(tx, (&office.code, today(act, office)))? else { break };
        let facts = count(tx, office, day)?;
        visit_facts::write(tx, (&office.code, day), &facts)?;
        written += 1;
    }
    Ok(usize::try_from(written).unwrap_or(0))
}

/// What was written down of the last days of an office before today; figures without anybody's name.
pub fn days(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode, last: i64) -> Verb<Days> {
    let office = super::office(act, code)?;
    let today = today(act, office);
    let before = |days: i64| today.checked_sub(Span::new().days(days.clamp(1, MOST_DAYS))).unwrap_or(today);
    Ok(visit_facts::between(tx, &office.code, (before(last), before(1)))?)
}

/// Today so far, by line and hour.
pub(super) fn today_so_far(tx: &mut Tx<'_>, act: &Act, office: &Office) -> Verb<BTreeMap<Hour, Fact>> {
    Ok(visit_facts::count(tx, (&office.code, today(act, office)), midnight(act, office)?, &promises(office))?)
}

/// When today began at an office.
pub(super) fn midnight(act: &Act, office: &Office) -> Verb<Timestamp> {
    start_of(office, today(act, office))
}

fn start_of(office: &Office, day: Date) -> Verb<Timestamp> {
    office.calendar.start_of(day).ok_or_else(|| Refusal::conflict("this day is beyond the calendar"))
}

fn promises(office: &Office) -> Vec<(LineCode, i64)> {
    let promise = |line: &crate::city::Line| i64::try_from(line.target.as_millis()).unwrap_or(i64::MAX);
    office.lines.iter().map(|line| (line.code.clone(), promise(line))).collect()
}

fn count(tx: &mut Tx<'_>, office: &Office, day: Date) -> Verb<BTreeMap<Hour, Fact>> {
    let midnight = start_of(office, day)?;
    let mut facts = visit_facts::count(tx, (&office.code, day), midnight, &promises(office))?;
    let calls = visit_facts::calls(tx, (&office.code, day), MOST_CALLS)?;
    for (call, by_priority) in overtaken(&calls) {
        let hour = call.joined_at.duration_since(midnight).as_hours();
        if let Some(fact) = facts.get_mut(&(call.line.clone(), hour)) {
            fact.overtaken += 1;
            fact.overtaken_by_priority += i64::from(by_priority);
        }
    }
    Ok(facts)
}

/// Those of whom somebody was called first whose place was behind theirs, and whether only those with priority were.
fn overtaken(calls: &[Call]) -> Vec<(&Call, bool)> {
    let mut by_place: Vec<&Call> = calls.iter().collect();
    by_place.sort_by_key(|call| std::cmp::Reverse(call.place_at));
    let (mut raised, mut ordinary) = (Timestamp::MAX, Timestamp::MAX);
    let mut found = Vec::new();
    let mut from = 0;
    while from < by_place.len() {
        let same =
            by_place[from..].iter().take_while(|call| call.place_at == by_place[from].place_at).count();
        let these = &by_place[from..from + same];
        for call in these {
            let (priority, like_them) = (raised < call.called_at, ordinary < call.called_at);
            if priority || like_them {
                found.push((*call, !like_them));
            }
        }
        for call in these {
            let first = if call.raised { &mut raised } else { &mut ordinary };
            *first = (*first).min(call.called_at);
        }
        from += same;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn call(place: i64, called: i64, raised: bool) -> Call {
        let at = |second| Timestamp::from_second(second).unwrap_or_default();
        let line = LineCode::new("permits");
        Call { line, joined_at: at(place), place_at: at(place), called_at: at(called), raised }
    }

    proptest! {
        #[test]
        fn whoever_was_passed_is_found_as_by_comparing_everybody_with_everybody(
            all in prop::collection::vec((0..40_i64, 0..40_i64, any::<bool>()), 0..40)
        ) {
            let calls: Vec<Call> = all.iter().map(|(place, waits, raised)| call(*place, place + waits, *raised)).collect();
            let passes = |one: &Call, other: &Call| one.place_at > other.place_at && one.called_at < other.called_at;
            let mut plainly: Vec<(Call, bool)> = calls
                .iter()
                .filter(|call| calls.iter().any(|other| passes(other, call)))
                .map(|call| (call.clone(), calls.iter().filter(|other| passes(other, call)).all(|other| other.raised)))
                .collect();
            let mut found: Vec<(Call, bool)> = overtaken(&calls).into_iter().map(|(call, why)| (call.clone(), why)).collect();
            let key = |found: &(Call, bool)| (found.0.place_at, found.0.called_at, found.0.raised, found.1);
            plainly.sort_by_key(key);
            found.sort_by_key(key);
            prop_assert_eq!(found, plainly);
        }
    }
}
