//! `docs/benchmarks.md`: the conditions, every figure, and beside each target whether it is reached.

use super::Found;
use super::reads::USERS;
use super::stage::Stage;
use super::targets::{Target, percent, targets};
use anyhow::Result;
use std::fs;
use std::path::Path;
use std::time::Duration;

const INTRODUCTION: &str = "\
# Benchmarks

Written by `cargo xtask bench`, which measures all of it again; `--help` tells how to measure a part, or less. A section
that is not measured stays as it was, and Reading is written by hand.
";
/// Every section, in order.
const SECTIONS: [&str; 17] = [
    "Conditions",
    "Targets",
    READING,
    "What is compared",
    "Intake",
    "Lifecycles",
    "Reads",
    "Import, memory and start",
    "A city's own export",
    "Due dates",
    "The portal's server time",
    "The desk",
    "Whoever is next",
    "Waiting rooms",
    "What the portal's pages weigh",
    "What Lighthouse says",
    "Staffing and simulation",
];
/// What people write; it outlives every run.
const READING: &str = "Reading";

const COMPARED: &str = "\
An intake is a `POST /open311/v2/requests.json` with an API key and an `Idempotency-Key`, as a form, over a connection
that is kept, from callers who ask again as soon as they are answered. GeoReport v2 takes forms; the answer is JSON. It
is acknowledged after its commit is on disk. Half of the callers say who they are; for each of those the house also
writes a notice meanwhile, and it counts its figures meanwhile, which the bare engine does not.

The bare engine is the driver (`rusqlite` or `postgres`) in this program, on a copy of the same database, playing the
very statements with the very parameters that the verb of the same intakes dictated (`Tx::dictated`): the look-up and
the keeping of the key, the customer, the case, the event, the job. Its callers are threads, and there is no HTTP, no
policy and no JSON. On SQLite one writer commits what waits, up to 256 in one transaction with a savepoint each; on
PostgreSQL 12 connections commit one transaction each.

The callers of the house, the house and the engine share the machine's cores.

A lifecycle is five requests: a case is opened over `/api/v1`, given to an officer, answered, and resolved, each with
a key and the revision that was read; where a notice has moved the revision, the act is sent again.

Users of the reads come at a fixed rate. Their latency counts from when they meant to ask.
";

/// Writes the document, with what stood in the one before and was not measured again.
pub(super) fn write(found: &Found, path: &Path) -> Result<()> {
    let before = fs::read_to_string(path).unwrap_or_default();
    fs::write(path, render(found, &before))?;
    Ok(())
}

pub(super) fn render(found: &Found, before: &str) -> String {
    let measured = sections(found);
    let body = |heading: &str| {
        let new = measured.iter().find(|(known, _)| *known == heading).map(|(_, body)| body.as_str());
        new.or_else(|| kept(before, heading))
    };
    let section = |heading: &&str| body(heading).map(|body| format!("\n## {heading}\n\n{}\n", body.trim()));
    INTRODUCTION.to_owned() + &SECTIONS.iter().filter_map(section).collect::<String>()
}

/// What stood under a heading.
fn kept<'d>(document: &'d str, heading: &str) -> Option<&'d str> {
    let (_, after) = document.split_once(&format!("\n## {heading}\n"))?;
    Some(after.split_once("\n## ").map_or(after, |(body, _)| body))
}

/// What was measured; above figures stands how.
fn sections(found: &Found) -> Vec<(&'static str, String)> {
    let mut sections = Vec::new();
    if !found.conditions.is_empty() {
        sections.push(("Conditions", conditions(found)));
    }
    let with_how = |body: String| format!("{}\n{body}", found.how);
    if !found.stages.is_empty() {
        sections.extend([
            ("Targets", reached(found)),
            ("What is compared", COMPARED.to_owned()),
            ("Intake", with_how(intakes(&found.stages))),
            ("Lifecycles", with_how(lifecycles(&found.stages))),
            ("Reads", with_how(reads(&found.stages))),
            ("Import, memory and start", with_how(running(&found.stages))),
            ("A city's own export", with_how(exports(found))),
            ("Due dates", with_how(dues(found))),
        ]);
    }
    if !found.portals.is_empty() {
        sections.push(("The portal's server time", with_how(super::portal::tables(&found.portals))));
    }
    if !found.desks.is_empty() {
        sections.push(("The desk", with_how(super::desk::tables(&found.desks))));
    }
    if !found.called.is_empty() {
        sections.push(("Whoever is next", with_how(super::lobby::tables(&found.called))));
    }
    if !found.rooms.is_empty() {
        sections.push(("Waiting rooms", super::desk::rooms::tables(&found.rooms)));
    }
    if let Some(pages) = &found.pages {
        sections.push(("What the portal's pages weigh", with_how(pages.weights.clone())));
        sections.push(("What Lighthouse says", with_how(pages.scores.clone())));
    }
    if let Some(staffing) = &found.staffing {
        sections.push(("Staffing and simulation", with_how(staffing.clone())));
    }
    sections
}

fn conditions(found: &Found) -> String {
    let rows = found.conditions.iter().map(|(name, value)| vec![(*name).to_owned(), value.clone()]);
    table(&["", ""], rows)
}

fn reached(found: &Found) -> String {
    let target = |target: Target| {
        let reached = if target.reached { "yes" } else { "**no**" };
        vec![target.what, target.measured, reached.to_owned()]
    };
    table(&["target", "measured", "reached"], targets(found).into_iter().map(target))
}

fn intakes(stages: &[Stage]) -> String {
    let rows = stages.iter().flat_map(|stage| {
        stage.intakes.iter().map(move |intake| {
            vec![
                stage.engine.to_owned(),
                count(stage.cases),
                intake.callers.to_string(),
                thousands(intake.house.rate()),
                milliseconds(intake.house.at(500)),
                milliseconds(intake.house.at(990)),
                format!("{:.0} µs", intake.micros),
                thousands(intake.bare.rate()),
                percent(intake.share()),
            ]
        })
    });
    let head = [
        "engine",
        "cases",
        "callers",
        "a second",
        "p50",
        "p99",
        "processor time each",
        "bare engine",
        "share",
    ];
    let statements = stages.first().map_or(0.0, |stage| stage.statements);
    format!(
        "{}\nAn intake asks the engine {statements:.1} statements on average. The processor time is that of the \
         server's process; on PostgreSQL the engine's comes on top.\n",
        table(&head, rows)
    )
}

fn lifecycles(stages: &[Stage]) -> String {
    let rows = stages.iter().map(|stage| {
        let load = &stage.lifecycles.load;
        vec![
            stage.engine.to_owned(),
            count(stage.cases),
            thousands(load.rate()),
            milliseconds(load.at(500)),
            milliseconds(load.at(990)),
            format!("{:.0} µs", stage.lifecycles.micros),
        ]
    });
    table(&["engine", "cases", "a second", "p50", "p99", "processor time each"], rows)
}

fn reads(stages: &[Stage]) -> String {
    let rows = stages.iter().flat_map(|stage| {
        stage.reads.iter().map(move |(what, load)| {
            vec![
                stage.engine.to_owned(),
                count(stage.cases),
                what.name().to_owned(),
                what.rate().to_string(),
                thousands(load.rate()),
                milliseconds(load.at(500)),
                milliseconds(load.at(990)),
                milliseconds(load.at(999)),
                load.failed.to_string(),
            ]
        })
    });
    let head =
        ["engine", "cases", "what", "asked a second", "answered a second", "p50", "p99", "p99.9", "failed"];
    format!("{USERS} users. Lists hold 50 requests.\n\n{}", table(&head, rows))
}

fn running(stages: &[Stage]) -> String {
    let start = |stage: &Stage| stage.starts.get(stage.starts.len() / 2).copied().unwrap_or_default();
    let rows = stages.iter().map(|stage| {
        let [fresh, reads, writes] = stage.memory.map(megabytes);
        vec![
            stage.engine.to_owned(),
            count(stage.cases),
            format!("{} in {:.1} s", count(stage.import.rows), stage.import.took.as_secs_f64()),
            thousands(stage.import.rate()),
            megabytes(stage.import.memory.peak),
            fresh,
            reads,
            writes,
            milliseconds(start(stage).as_secs_f64() * 1e3),
        ]
    });
    let head = [
        "engine",
        "cases then",
        "imported",
        "rows a second",
        "import's peak",
        "server fresh",
        "after reads",
        "after intake",
        "cold start",
    ];
    format!(
        "{}\nA cold start is from the start of the process to `/readyz` answering 200; the one in the middle of five.\n",
        table(&head, rows)
    )
}

fn exports(found: &Found) -> String {
    let rows = found.half_years.iter().map(|half_year| {
        let import = &half_year.import;
        vec![
            half_year.engine.to_owned(),
            count(import.rows),
            seconds(import.took),
            thousands(import.rate()),
            megabytes(import.memory.peak),
            megabytes(half_year.memory),
        ]
    });
    let head = ["engine", "rows", "imported in", "rows a second", "import's peak", "server after serving"];
    format!("{}\n\n{}", found.export, table(&head, rows))
}

fn dues(found: &Found) -> String {
    let rows = found
        .dues
        .iter()
        .map(|dues| vec![count(dues.rows), thousands(dues.command), thousands(dues.computed)]);
    format!(
        "{}\nOne thread, with the Boston calendars and every service that promises something.\n",
        table(&["rows", "`rotunda due`, a second", "computed only, a second"], rows)
    )
}

pub(super) fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
    let rule: Vec<String> = head.iter().map(|_| "---".to_owned()).collect();
    [head, rule].into_iter().chain(rows).map(|cells| line(&cells)).collect()
}

/// A count with its thousands apart.
pub(super) fn count(number: usize) -> String {
    let digits = number.to_string();
    let apart = |(place, digit): (usize, char)| {
        let comma = place > 0 && (digits.len() - place).is_multiple_of(3);
        comma.then_some(',').into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(apart).collect()
}

/// A rate, with a decimal where it is small.
pub(super) fn thousands(rate: f64) -> String {
    if rate < 100.0 { format!("{rate:.1}") } else { count(format!("{rate:.0}").parse().unwrap_or(0)) }
}

pub(super) fn milliseconds(ms: f64) -> String {
    format!("{ms:.1} ms")
}

pub(super) fn megabytes(megabytes: f64) -> String {
    format!("{megabytes:.0} MB")
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::{count, kept, render, thousands};
    use crate::bench::Found;
    use crate::bench::pages::Pages;

    #[test]
    fn what_is_not_measured_again_outlives_a_run() {
        let before = "# Old\n\n## Conditions\n\n| a | b |\n\n## Gone\n\nx\n\n## Reading\n\nThe disk was busy.\n\n## Intake\n\n5\n";
        let conditions = vec![("Disk", "quick".to_owned())];
        let mut found = Found { how: "Quietly.\n".to_owned(), conditions, ..Found::default() };
        let after = render(&found, before);
        assert_eq!(kept(&after, "Reading").map(str::trim), Some("The disk was busy."));
        assert_eq!(kept(&after, "Intake").map(str::trim), Some("5"));
        assert!(!after.contains("| a | b |") && !after.contains("Gone"));
        assert_eq!(render(&found, &after), after);
        found.pages = Some(Pages { weights: "light".to_owned(), scores: "100".to_owned() });
        let then = render(&found, &after);
        assert_eq!(kept(&then, "What the portal's pages weigh").map(str::trim), Some("Quietly.\n\nlight"));
        assert_eq!(kept(&then, "Intake").map(str::trim), Some("5"));
    }

    #[test]
    fn numbers_are_told_in_thousands() {
        assert_eq!(
            (count(7), count(1_234), count(1_000_000)),
            ("7".into(), "1,234".into(), "1,000,000".into())
        );
        assert_eq!((thousands(7.04), thousands(5_432.1)), ("7.0".into(), "5,432".into()));
    }
}
