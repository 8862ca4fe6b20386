//! What people wait for at an office, and which of its counters serve it.

use super::booking;
use super::fault::Sheet;
use super::read::Reader;
use jiff::SignedDuration;
use serde::Deserialize;
use terms::{CounterCode, LineCode, Localized};
use toml::Spanned;

/// More minutes than anybody is promised to wait.
const MOST_MINUTES: u32 = 600;

/// What people wait for at an office.
#[derive(Debug)]
pub struct Line {
    /// Its code within the office.
    pub code: LineCode,
    /// What is written on its tile.
    pub name: Localized,
    /// With what its tickets begin.
    pub letter: String,
    /// How long one visit takes, until the office's own history says it better.
    pub usual: SignedDuration,
    /// How long anybody is promised to wait at most.
    pub target: SignedDuration,
    /// How long a booking of it takes.
    pub slot: SignedDuration,
}

/// A window at an office.
#[derive(Debug)]
pub struct Counter {
    /// Its code within the office.
    pub code: CounterCode,
    /// What is written above it.
    pub name: Localized,
    /// What it serves.
    pub lines: Vec<LineCode>,
    /// Whether its time can be booked.
    pub booked: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LineToml {
    code: Spanned<String>,
    name: Localized,
    letter: Spanned<String>,
    minutes: Spanned<u32>,
    target_minutes: Spanned<u32>,
    slot_minutes: Option<Spanned<u32>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CounterToml {
    code: Spanned<String>,
    name: Localized,
    lines: Option<Vec<Spanned<String>>>,
    #[serde(default)]
    booked: bool,
}

pub(super) fn lines(reader: &mut Reader<'_>, sheet: &Sheet, file: Vec<LineToml>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for entry in file {
        let taken = lines.iter().any(|line| line.code.as_str() == entry.code.get_ref());
        reader.code(sheet, "office.line.code", &entry.code, taken);
        let (span, letter) = (entry.letter.span(), entry.letter.into_inner());
        if letter.len() > 2 || letter.is_empty() || !letter.chars().all(|c| c.is_ascii_uppercase()) {
            let at = sheet.at(span, "office.line.letter");
            reader.fault(&at, "a ticket begins with one or two capital letters", "write letter = \"A\"");
        } else if lines.iter().any(|line| line.letter == letter) {
            let at = sheet.at(span, "office.line.letter");
            reader.fault(&at, "another line of this office has this letter", "give each line its own");
        }
        let usual = minutes(reader, sheet, ("office.line.minutes", &entry.minutes));
        lines.push(Line {
            code: LineCode::new(entry.code.into_inner()),
            name: entry.name,
            letter,
            usual,
            slot: booking::slot(reader, sheet, entry.slot_minutes.as_ref(), usual),
            target: minutes(reader, sheet, ("office.line.target_minutes", &entry.target_minutes)),
        });
    }
    lines
}

fn minutes(reader: &mut Reader<'_>, sheet: &Sheet, (key, minutes): (&str, &Spanned<u32>)) -> SignedDuration {
    if !(1..=MOST_MINUTES).contains(minutes.get_ref()) {
        let problem = format!("{} is no number of minutes from 1 to {MOST_MINUTES}", minutes.get_ref());
        reader.fault(&sheet.at(minutes.span(), key), problem, "write, for example, 15");
    }
    SignedDuration::from_mins(i64::from(*minutes.get_ref()))
}

/// A number from 1 to the most that makes sense, or what is usual where none is given.
pub(super) fn number(
    reader: &mut Reader<'_>,
    sheet: &Sheet,
    (key, given): (&str, Option<Spanned<u32>>),
    (usual, most): (u32, u32),
) -> u32 {
    given.map_or(usual, |given| booking::bounded(reader, sheet, (key, &given), (1, most)))
}

/// The counters; one that names no lines serves all of them.
pub(super) fn counters(
    reader: &mut Reader<'_>,
    sheet: &Sheet,
    (file, lines): (Vec<CounterToml>, &[Line]),
) -> Vec<Counter> {
    let known = lines.iter().map(|line| (line.code.clone(), ())).collect();
    let mut counters: Vec<Counter> = Vec::new();
    for entry in file {
        let taken = counters.iter().any(|counter| counter.code.as_str() == entry.code.get_ref());
        reader.code(sheet, "office.counter.code", &entry.code, taken);
        let served = match entry.lines {
            None => lines.iter().map(|line| line.code.clone()).collect(),
            Some(named) => named
                .iter()
                .filter(|line| reader.known(sheet, "office.counter.lines", line, &known).is_some())
                .map(|line| LineCode::new(line.get_ref()))
                .collect(),
        };
        let code = CounterCode::new(entry.code.into_inner());
        counters.push(Counter { code, name: entry.name, lines: served, booked: entry.booked });
    }
    counters
}
