//! The end of a day: nobody stays in a line overnight, and nobody sits at a counter.

use super::{calling_back, facts, happen, leading, scope, today};
use crate::{Act, Verb};
use records::{Tx, counters, visits};
use terms::{Step, VisitEnd};

/// Ends, with its reason, each visit that is left over from a day that is over by its office's own clock, leaves the
/// counters that were opened then, and forgets on which numbers people were called; how much it ended.
pub fn close_days(tx: &mut Tx<'_>, act: &Act, limit: u32) -> Verb<usize> {
    let mut closed = 0;
    for office in act.city().offices.values() {
        let (scope, today) = (scope(act, office), today(act, office));
        for seat in counters::open(tx, &office.code)? {
            if office.calendar.local(seat.opened_at).date() < today {
                counters::remove(tx, &seat.office, &seat.counter, seat.revision)?;
                closed += 1;
            }
        }
        calling_back::forget_numbers(tx, act, office)?;
        if leading::of(tx, act, office)?.emergency_at.is_some() {
            closed += leading::send_all_home(tx, act, office, limit)?;
        }
        for visit in visits::left_over(tx, &scope, (&office.code, today), limit)? {
            happen(tx, act, visit, Step::Ended { end: VisitEnd::DayOver, outcome: None })?;
            closed += 1;
        }
        if visits::left_over(tx, &scope, (&office.code, today), 1)?.is_empty() {
            closed += facts::write_days(tx, act, office, 1)?;
        }
    }
    Ok(closed)
}
