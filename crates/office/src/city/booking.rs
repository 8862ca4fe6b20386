//! What may be booked at an office: how far ahead, how late, and at which of its counters.

use super::fault::Sheet;
use super::lines::{Counter, Line};
use super::read::Reader;
use jiff::SignedDuration;
use serde::Deserialize;
use toml::Spanned;

/// The pieces of time that bookings are made of, in minutes. All begin at the full five minutes of any clock on earth.
pub const CELL_MINUTES: u32 = 5;
/// The longest time that one booking takes.
const MOST_SLOT_MINUTES: u32 = 240;
/// How far ahead anybody may book; what is planned beyond changes anyway.
const MOST_DAYS: u32 = 180;
/// A week.
const MOST_NOTICE_MINUTES: u32 = 10_080;
const MOST_BOUND_MINUTES: u32 = 240;

/// How times are booked at an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookingRule {
    /// How many days ahead.
    pub days_ahead: u32,
    /// How long before its beginning a time can be booked last.
    pub notice: SignedDuration,
    /// How long before their time people are let into the line.
    pub early: SignedDuration,
    /// How long after it.
    pub late: SignedDuration,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BookingToml {
    days_ahead: Spanned<u32>,
    notice_minutes: Spanned<u32>,
    early_minutes: Spanned<u32>,
    late_minutes: Spanned<u32>,
}

/// The rule of an office, which only makes sense with a counter that is kept for bookings; and the other way round.
pub(super) fn rule(
    reader: &mut Reader<'_>,
    sheet: &Sheet,
    file: Option<Spanned<BookingToml>>,
    (counters, span): (&[Counter], std::ops::Range<usize>),
) -> Option<BookingRule> {
    let any = counters.iter().any(|counter| counter.booked);
    let Some(file) = file else {
        if any {
            let at = sheet.at(span, "office.counter.booked");
            reader.fault(
                &at,
                "a counter is kept for bookings, but none are taken here",
                "add [office.booking]",
            );
        }
        return None;
    };
    if !any {
        let at = sheet.at(file.span(), "office.booking");
        reader.fault(&at, "no counter is kept for bookings", "write booked = true at one [[office.counter]]");
    }
    let file = file.into_inner();
    let mut minutes = |key: &str, number: &Spanned<u32>, most| {
        SignedDuration::from_mins(i64::from(bounded(reader, sheet, (key, number), (0, most))))
    };
    Some(BookingRule {
        notice: minutes("office.booking.notice_minutes", &file.notice_minutes, MOST_NOTICE_MINUTES),
        early: minutes("office.booking.early_minutes", &file.early_minutes, MOST_BOUND_MINUTES),
        late: minutes("office.booking.late_minutes", &file.late_minutes, MOST_BOUND_MINUTES),
        days_ahead: bounded(reader, sheet, ("office.booking.days_ahead", &file.days_ahead), (1, MOST_DAYS)),
    })
}

/// How long a booking of a line takes: as the data say, or as long as a visit, in whole pieces.
pub(super) fn slot(
    reader: &mut Reader<'_>,
    sheet: &Sheet,
    own: Option<&Spanned<u32>>,
    usual: SignedDuration,
) -> SignedDuration {
    let cell = i64::from(CELL_MINUTES);
    let Some(own) = own else {
        let usual = usual.as_mins().clamp(1, i64::from(MOST_SLOT_MINUTES));
        return SignedDuration::from_mins(
            usual.unsigned_abs().div_ceil(cell.unsigned_abs()).cast_signed() * cell,
        );
    };
    let key = "office.line.slot_minutes";
    let minutes = bounded(reader, sheet, (key, own), (CELL_MINUTES, MOST_SLOT_MINUTES));
    if !minutes.is_multiple_of(CELL_MINUTES) {
        let problem = format!("{minutes} minutes are no multiple of {CELL_MINUTES}");
        reader.fault(&sheet.at(own.span(), key), problem, "write, for example, 15");
    }
    SignedDuration::from_mins(i64::from(minutes))
}

pub(super) fn bounded(
    reader: &mut Reader<'_>,
    sheet: &Sheet,
    (key, number): (&str, &Spanned<u32>),
    (least, most): (u32, u32),
) -> u32 {
    let given = *number.get_ref();
    if !(least..=most).contains(&given) {
        let problem = format!("{given} is no number from {least} to {most}");
        reader.fault(
            &sheet.at(number.span(), key),
            problem,
            format!("write a number from {least} to {most}"),
        );
    }
    given.clamp(least, most)
}

impl super::Office {
    /// The counters that are kept for bookings of a line; none where it cannot be booked.
    pub fn booked_counters(&self, line: &Line) -> impl Iterator<Item = &Counter> {
        let serves = move |counter: &&Counter| counter.booked && counter.lines.contains(&line.code);
        self.counters.iter().filter(serves).filter(|_| self.booking.is_some())
    }

    /// The lines that can be booked here.
    pub fn booked_lines(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| self.booked_counters(line).next().is_some())
    }
}
