//! What the derived promises explain of the deadlines, and what they do not.

use super::promises::{self, Derived, TOLERANCE, ratio};
use channels::bulk::SourceRow;
use jiff::civil::{Date, date};
use office::city::City;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Writes the report as Markdown.
pub(super) fn report(city: &City, rows: &[SourceRow], derived: &[Derived]) -> String {
    let mut text = String::from("# Derived promises\n\n");
    let targets: usize = derived.iter().map(|service| service.targets).sum();
    let covered = derived.iter().filter(|service| !service.rules.is_empty());
    let (covered_rows, explained) =
        covered.clone().fold((0, 0), |(rows, hits), s| (rows + s.targets, hits + s.explained));
    // One rule throughout: never changed, and not half of something else either.
    let steady = covered
        .filter(|service| service.rules.len() == 1 && ratio(service.explained, service.targets) >= 0.95);
    let (steady_rows, steady_hits) =
        steady.fold((0, 0), |(rows, hits), s| (rows + s.targets, hits + s.explained));
    let (late_rows, late_hits) = held_out(city, rows);
    let _ = writeln!(
        text,
        "Written by `cargo xtask derive`. Of {} requests, {targets} have a deadline that the city's own system\ncomputed. A deadline counts as reproduced when the promise gives it within {} minutes.\n",
        rows.len(),
        TOLERANCE.as_mins(),
    );
    let _ = writeln!(text, "| measure | rows | reproduced |\n| --- | ---: | ---: |");
    let mut line = |name: &str, rows: usize, of: usize, hits: usize| {
        let (share, hit) = (100.0 * ratio(rows, of), 100.0 * ratio(hits, rows));
        let _ = writeln!(text, "| {name} | {rows} ({share:.1} % of {of}) | {hits} ({hit:.2} %) |");
    };
    line("types with a derived promise", covered_rows, targets, explained);
    line("types that follow one rule throughout", steady_rows, targets, steady_hits);
    line("May and June, by rules derived from January to April", late_rows, late_rows, late_hits);
    list(&mut text, derived);
    text
}

fn list(text: &mut String, derived: &[Derived]) {
    let _ = writeln!(
        text,
        "\n## Promises by type\n\n| type | deadlines | promise | reproduced | what is left |\n| --- | ---: | --- | ---: | --- |"
    );
    for service in derived.iter().filter(|service| service.targets > 0) {
        let rules: Vec<String> = service
            .rules
            .iter()
            .map(|(from, rule)| from.map_or(rule.to_string(), |from| format!("{rule} from {from}")))
            .collect();
        let share = 100.0 * ratio(service.explained, service.targets);
        let left = service.targets - service.explained;
        let reason = match (service.rules.len(), left) {
            (0, _) if service.targets < 3 => "too few rows to tell a rule".to_owned(),
            (0, _) => "no rule explains three quarters of the rows".to_owned(),
            (_, 0) => String::new(),
            (_, left) => format!("{left} re-typed, re-queued or set by hand after opening"),
        };
        let promise = if rules.is_empty() { "none".to_owned() } else { rules.join(", then ") };
        let _ = writeln!(
            text,
            "| {} | {} | {promise} | {share:.1} % | {reason} |",
            service.name, service.targets
        );
    }
    let silent: Vec<&str> =
        derived.iter().filter(|service| service.targets == 0).map(|s| s.name.as_str()).collect();
    let _ = writeln!(text, "\n## Types without any deadline\n\n{}.", silent.join(", "));
}

/// Derives from the first four months and tries the promises on the other two.
fn held_out(city: &City, rows: &[SourceRow]) -> (usize, usize) {
    let split = split_day(city, rows);
    let early: Vec<SourceRow> =
        rows.iter().filter(|row| city.calendar.day(row.opened_at) < split).cloned().collect();
    let derived = promises::derive(city, &early);
    let rules: BTreeMap<&str, &Derived> =
        derived.iter().map(|service| (service.name.as_str(), service)).collect();
    let mut counts = (0, 0);
    for row in rows.iter().filter(|row| city.calendar.day(row.opened_at) >= split) {
        let (Some(due), Some(service)) = (row.due_at, rules.get(row.service.as_str())) else { continue };
        let Some((_, rule)) = service.rules.last() else { continue };
        let found = rule.due(&city.calendar, row.opened_at);
        counts.0 += 1;
        counts.1 +=
            usize::from(found.is_some_and(|found| found.promised.duration_since(due).abs() <= TOLERANCE));
    }
    counts
}

/// The first of May of the first year in the data.
fn split_day(city: &City, rows: &[SourceRow]) -> Date {
    let first = rows.iter().map(|row| city.calendar.day(row.opened_at)).min();
    date(first.map_or(2000, Date::year), 5, 1)
}
