//! `rotunda doctor`: looks at the installation and says what is not as it should be, and how to mend it.

use super::place::Place;
use crate::speech::SpeechOptions;
use crate::{city, wiring};
use anyhow::Result;
use clap::Args;
use office::{Office, Verb};
use records::{Engine, Tx, cases, health, jobs, kiosks, outbox};
use std::process::ExitCode;

/// Look at the installation and say what is not as it should be.
#[derive(Args)]
pub(crate) struct Doctor {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    speech: SpeechOptions,
}

/// What was looked at: whether it is well, what was seen, and how to mend it.
struct Finding {
    well: bool,
    seen: String,
    mend: &'static str,
}

impl Doctor {
    /// Looks; the exit status is 2 if something is not well.
    pub(crate) fn run(self) -> Result<ExitCode> {
        let city = city::read(&self.place.city)?;
        let mut findings = vec![Finding {
            well: true,
            seen: format!(
                "the city's data are sound: {} services of {} agencies",
                city.services.len(),
                city.agencies.len()
            ),
            mend: "",
        }];
        match self.place.must_be_there() {
            Ok(()) => findings.extend(database(&wiring::office(city, &self.place.database)?)?),
            Err(error) => findings.push(finding(
                false,
                error.to_string(),
                "name another file, or let `rotunda serve` make this one",
            )),
        }
        let (speaks, seen) = self.speech.checked();
        findings.push(finding(
            speaks,
            seen,
            "install it, or name another with --speech; until then screens ring",
        ));
        let mut all_well = true;
        for finding in findings {
            all_well &= finding.well;
            let mark = if finding.well { "well" } else { "MEND" };
            let mend = if finding.well { String::new() } else { format!("; {}", finding.mend) };
            println!("{mark}  {}{mend}", finding.seen);
        }
        Ok(if all_well { ExitCode::SUCCESS } else { ExitCode::from(2) })
    }
}

fn database(office: &Office) -> Result<Vec<Finding>> {
    let engine = office.db.engine();
    let found: Verb<Vec<Finding>> = office.db.read_now(move |tx| match engine {
        Engine::Sqlite => sqlite(tx),
        Engine::Postgres => postgres(tx),
    });
    let findings = found?.into_iter().chain(work(office)?).chain(printers(office)?).collect();
    office.db.close();
    Ok(findings)
}

fn finding(well: bool, seen: String, mend: &'static str) -> Finding {
    Finding { well, seen, mend }
}

fn sqlite(tx: &mut Tx<'_>) -> Verb<Vec<Finding>> {
    let health = health::sqlite(tx)?;
    Ok(vec![
        finding(true, format!("SQLite {}", health.version), ""),
        finding(
            health.journal == "wal",
            format!("the journal is {}", health.journal),
            "put the file on a local disk: write-ahead logging does not work over a network",
        ),
    ])
}

fn postgres(tx: &mut Tx<'_>) -> Verb<Vec<Finding>> {
    let health = health::postgres(tx)?;
    let major: u32 = health.version.split('.').next().and_then(|major| major.parse().ok()).unwrap_or(0);
    let (commit, fsync) = (&health.synchronous_commit, &health.fsync);
    Ok(vec![
        finding(major >= 13, format!("PostgreSQL {}", health.version), "use PostgreSQL 13 or later"),
        finding(
            health.collation == "C" || health.collation.starts_with("C."),
            format!("text is sorted by {}", health.collation),
            "create the database with LC_COLLATE 'C', so that both engines sort alike",
        ),
        finding(
            health.encoding == "UTF8",
            format!("text is kept in {}", health.encoding),
            "create the database with ENCODING 'UTF8'",
        ),
        finding(
            commit != "off" && fsync == "on",
            format!("commits are durable: synchronous_commit {commit}, fsync {fsync}"),
            "set synchronous_commit and fsync to on: what is acknowledged must be on disk",
        ),
        finding(
            health.data_checksums == "on",
            format!("page checksums are {}", health.data_checksums),
            "run pg_checksums --enable while the server is down, so that a rotten disk is noticed",
        ),
    ])
}

/// The printers of kiosks that do not print.
fn printers(office: &Office) -> Result<Vec<Finding>> {
    let codes: Vec<_> = office.city.offices.keys().cloned().collect();
    let read: Verb<Vec<Finding>> = office.db.read_now(move |tx| {
        let mut found = Vec::new();
        for code in &codes {
            for printer in kiosks::printers(tx, code)? {
                let Some(since) = printer.failing_since else { continue };
                let why = printer.failure.unwrap_or_default();
                let seen = format!("kiosk {} of {code} has not printed since {since}: {why}", printer.kiosk);
                found.push(finding(
                    false,
                    seen,
                    "look at its paper, its cable and its address in offices.toml",
                ));
            }
        }
        Ok(found)
    });
    Ok(read?)
}

fn work(office: &Office) -> Result<Vec<Finding>> {
    let read: Verb<_> =
        office.db.read_now(|tx| Ok((jobs::count(tx)?, cases::count_by_status(tx)?, outbox::count(tx)?)));
    let (jobs, cases, messages) = read?;
    let dead: i64 = jobs.iter().filter(|(_, state, _)| state == "dead").map(|(_, _, count)| count).sum();
    let ready: i64 = jobs.iter().filter(|(_, state, _)| state == "ready").map(|(_, _, count)| count).sum();
    let cases: Vec<String> = cases.iter().map(|(status, count)| format!("{count} {status}")).collect();
    let messages: Vec<String> = messages.iter().map(|(state, count)| format!("{count} {state}")).collect();
    let listed = |counts: Vec<String>| if counts.is_empty() { "none".to_owned() } else { counts.join(", ") };
    Ok(vec![
        finding(true, format!("cases: {}", listed(cases)), ""),
        finding(true, format!("messages: {}", listed(messages)), ""),
        Finding {
            well: dead == 0,
            seen: format!("{ready} jobs wait, {dead} have failed for good"),
            mend: "look at GET /api/v1/jobs and replay them once the cause is mended",
        },
    ])
}
