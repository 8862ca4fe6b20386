//! The waits at the offices, as the scorecard shows them and as CSV.

use crate::csv;
use office::city::City;
use office::insight::{AtOffices, Waits};
use terms::{LineCode, OfficeCode};
use wording::{Argument, Language};

/// Rows on the page; the files have all.
const MOST_ROWS: usize = 200;

/// A row of both tables: an office, or one of its lines.
pub(super) struct WaitRow {
    pub(super) name: String,
    /// The promise, of a line.
    pub(super) promise: Option<String>,
    pub(super) is_office: bool,
    /// Came, called in time, between, half within, nine in ten within.
    pub(super) waits: Vec<Cell>,
    /// Left, closed on, missed, overtaken, and why.
    pub(super) gone: Vec<Cell>,
}

/// A figure with the name of its column.
pub(super) struct Cell {
    pub(super) label: String,
    pub(super) text: String,
}

/// The part of the scorecard about waits.
pub(super) struct WaitsPart {
    pub(super) sentence: String,
    pub(super) rows: Vec<WaitRow>,
}

impl WaitsPart {
    pub(super) fn of((city, language): (&City, Language), all: &AtOffices) -> Self {
        let mut rows = Vec::new();
        for of in &all.offices {
            let name = name_of(city, language, &of.office);
            rows.push(row(language, (name, None), &of.total, true));
            for (line, waits) in &of.lines {
                rows.push(row(language, line_of((city, language), &of.office, line), waits, false));
            }
        }
        rows.truncate(MOST_ROWS);
        Self { sentence: sentence(language, &all.total), rows }
    }

    /// The heads of both tables, but for the first column.
    pub(super) fn heads(&self) -> [Vec<&str>; 2] {
        let labels = |cells: fn(&WaitRow) -> &[Cell]| {
            let first = self.rows.first().map(cells).unwrap_or_default();
            first.iter().map(|cell| cell.label.as_str()).collect()
        };
        [labels(|row| &row.waits), labels(|row| &row.gone)]
    }
}

fn sentence(language: Language, total: &Waits) -> String {
    let Some((share, interval)) = total.kept.ratio().zip(total.kept.wilson()) else {
        return language.say("score-waits-none");
    };
    let words = [
        ("kept", language.count(total.kept.part)),
        ("judged", language.count(total.kept.whole)),
        ("share", language.percent(share)),
        ("low", language.percent(interval.low)),
        ("high", language.percent(interval.high)),
    ];
    language.say_with(
        "score-waits-sentence",
        &words.each_ref().map(|(name, words)| (*name, Argument::Words(words))),
    )
}

fn name_of(city: &City, language: Language, code: &OfficeCode) -> String {
    let office = city.offices.get(code);
    office.map_or_else(|| code.to_string(), |office| office.name.text(language.tag()).to_owned())
}

/// The name of a line with what is promised there now.
fn line_of(
    (city, language): (&City, Language),
    office: &OfficeCode,
    code: &LineCode,
) -> (String, Option<String>) {
    let line =
        city.offices.get(office).and_then(|office| office.lines.iter().find(|line| line.code == *code));
    let Some(line) = line else { return (code.to_string(), None) };
    let time = language.duration(line.target.as_secs_f64());
    let promise = language.say_with("score-waits-promise", &[("time", Argument::Words(&time))]);
    (line.name.text(language.tag()).to_owned(), Some(promise))
}

fn row(
    language: Language,
    (name, promise): (String, Option<String>),
    waits: &Waits,
    is_office: bool,
) -> WaitRow {
    let none = || "–".to_owned();
    let cell = |key: &str, text: String| Cell { label: language.say(&format!("score-waits-{key}")), text };
    let time = |seconds: Option<f64>| seconds.map_or_else(none, |seconds| language.duration(seconds));
    let range = waits.kept.wilson().map_or_else(none, |interval| {
        let (low, high) = (language.percent(interval.low), language.percent(interval.high));
        language.say_with(
            "score-waits-low-high",
            &[("low", Argument::Words(&low)), ("high", Argument::Words(&high))],
        )
    });
    let other = waits.overtaken.saturating_sub(waits.overtaken_by_priority + waits.overtaken_by_line);
    WaitRow {
        name,
        promise,
        is_office,
        waits: vec![
            cell("came", language.count(waits.joined)),
            cell("in-time", waits.kept.ratio().map_or_else(none, |share| language.percent(share))),
            cell("range", range),
            cell("half", time(waits.wait.median)),
            cell("nine", time(waits.wait.p90)),
        ],
        gone: vec![
            cell("left", language.count(waits.gave_up)),
            cell("closed", language.count(waits.unserved)),
            cell("missed", language.count(waits.no_shows)),
            cell("overtaken", language.count(waits.overtaken)),
            cell("by-priority", language.count(waits.overtaken_by_priority)),
            cell("by-line", language.count(waits.overtaken_by_line)),
            cell("by-other", language.count(other)),
        ],
    }
}

/// The waits as CSV: all together, each office, and each of its lines.
pub(super) fn sheet((from, to): (&str, &str), all: &AtOffices) -> String {
    let mut text = String::from(
        "office,line,from,to,joined,in_time,judged,kept,wait_median_seconds,wait_p90_seconds,served,no_shows,left,unserved,\
         overtaken,overtaken_by_priority,overtaken_by_line\r\n",
    );
    text.push_str(&csv_line(["", "", from, to], &all.total));
    for of in &all.offices {
        text.push_str(&csv_line([of.office.as_str(), "", from, to], &of.total));
        for (line, waits) in &of.lines {
            text.push_str(&csv_line([of.office.as_str(), line.as_str(), from, to], waits));
        }
    }
    text
}

fn csv_line(head: [&str; 4], waits: &Waits) -> String {
    let seconds = |time: Option<f64>| time.map(|time| format!("{time:.0}")).unwrap_or_default();
    let mut cells: Vec<String> = head.iter().map(|cell| csv::quote(cell)).collect();
    cells.extend([waits.joined, waits.kept.part, waits.kept.whole].map(|count| count.to_string()));
    cells.push(waits.kept.ratio().map(|share| format!("{share:.4}")).unwrap_or_default());
    cells.extend([waits.wait.median, waits.wait.p90].map(seconds));
    cells.extend(
        [
            waits.served,
            waits.no_shows,
            waits.gave_up,
            waits.unserved,
            waits.overtaken,
            waits.overtaken_by_priority,
            waits.overtaken_by_line,
        ]
        .map(|count| count.to_string()),
    );
    cells.join(",") + "\r\n"
}
