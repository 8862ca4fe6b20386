//! The API against its own description: schemathesis sends what the description allows, and what it does not.
//!
//! Three callers do so, one after the other, to one city with some requests in it: somebody of the public, an officer,
//! and a system that may do everything. An operation counts as passed for a caller when no check found anything.

use super::server::Server;
use super::shell::{bounded, listen, quietly};
use super::tally::Tally;
use super::workshop::Workshop;
use anyhow::{Context, Result, bail};
use flate2::read::MultiGzDecoder;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;

const CITY: &str = "city/boston";
/// Requests of the sample that are there when it begins.
const REQUESTS: usize = 400;
/// Cases that one phase sends to one operation.
const EXAMPLES: &str = "60";
/// Seconds for one caller.
const PATIENCE: u32 = 240;

/// Who calls: a name, and how their token is made. Nobody has none.
const CALLERS: [(&str, &[&str]); 3] = [
    ("nobody", &[]),
    ("an officer", &["--officer", "lee", "--scope", "cases:open,cases:read,cases:work,customers:read"]),
    ("a system", &["--scope", "open311,cases:open,cases:read,cases:work,customers:read,jobs:run"]),
];

/// What schemathesis is told besides the command line.
///
/// A 422 may answer what the description allows: no schema knows which revision a case is at, which codes a city has,
/// or which idempotency keys were used. A 400 may not.
const CONFIGURATION: &str = r#"
[checks.positive_data_acceptance]
expected-statuses = ["2xx", 401, 403, 404, 409, 422, 429]
"#;

pub(super) fn run(shop: &Workshop) -> Result<Tally> {
    let python = shop.python()?;
    let folder = shop.scratch.path().join("fuzz");
    fs::create_dir(&folder)?;
    fs::write(folder.join("schemathesis.toml"), CONFIGURATION)?;
    let database = format!("sqlite:{}", folder.join("rotunda.db").display());
    import(shop, &folder, &database)?;
    let token = |options: &[&str]| match options {
        [] => Ok(None),
        _ => shop.token(CITY, &database, options).map(Some),
    };
    let tokens: Vec<Option<String>> =
        CALLERS.iter().map(|(_, options)| token(options)).collect::<Result<_>>()?;
    let serve = ["serve", "--city", CITY, "--database", &database, "--public-writes-a-minute", "1000000"];
    let server = Server::start(shop, "fuzz", &serve)?;
    let mut tally = Tally::default();
    for ((name, _), token) in CALLERS.iter().zip(tokens) {
        let caller = Caller { name, token, python, folder: &folder };
        let found = caller.fuzz(&server.origin).unwrap_or_else(|error| {
            println!("FAIL {name}: {error:#}");
            Tally::of(false)
        });
        println!("{name}: {found}");
        tally = tally + found;
    }
    server.stop()?;
    Ok(tally)
}

/// Takes over the first requests of the sample.
fn import(shop: &Workshop, folder: &Path, database: &str) -> Result<()> {
    let city = shop.root.join(CITY).join("import");
    let sample = BufReader::new(MultiGzDecoder::new(File::open(city.join("sample.csv.gz"))?));
    let lines: Vec<String> = sample.lines().take(REQUESTS + 1).collect::<Result<_, _>>()?;
    let (slice, rejects) = (folder.join("slice.csv"), folder.join("rejects.csv"));
    fs::write(&slice, lines.join("\n") + "\n")?;
    let mut import = shop.command(&["import", "requests", "--city", CITY, "--database", database])?;
    import.arg("--mapping").arg(city.join("requests.toml")).arg("--rejects").arg(rejects).arg(slice);
    quietly(import).map(drop)
}

/// Somebody who calls.
struct Caller<'a> {
    name: &'a str,
    token: Option<String>,
    python: &'a Path,
    folder: &'a Path,
}

impl Caller<'_> {
    fn fuzz(&self, origin: &str) -> Result<Tally> {
        println!("\n{} calls", self.name);
        let report = self.folder.join(format!("{}.json", self.name.replace(' ', "-")));
        let program = self.python.with_file_name("schemathesis");
        let mut command = bounded(PATIENCE, program);
        command.args(["run", &format!("{origin}/api/v1/openapi.json"), "--checks=all", "--no-color"]);
        command.args(["--continue-on-failure", "--generation-deterministic", "--max-examples", EXAMPLES]);
        // What it warns of is that some callers may do little, which is what they are there for. What it sends is shown
        // with its tokens, which are good nowhere else.
        command.args(["--warnings=off", "--output-sanitize=false", "--request-timeout=20", "--report=json"]);
        command.arg("--report-json-path").arg(&report).current_dir(self.folder);
        if let Some(token) = &self.token {
            command.arg("--header").arg(format!("Authorization: Bearer {token}"));
        }
        let said = listen(command)?;
        let report = fs::read_to_string(&report).context("schemathesis wrote no report")?;
        Ok(counted(&serde_json::from_str(&report)?)?.unless(!said.good))
    }
}

/// How many operations went well, from a report.
fn counted(report: &serde_json::Value) -> Result<Tally> {
    let operations = &report["operations"];
    let number = |name: &str| operations[name].as_u64().and_then(|count| u32::try_from(count).ok());
    let (Some(selected), Some(tested)) = (number("selected"), number("tested")) else {
        bail!("the report of schemathesis does not say how many operations it tested");
    };
    let kinds = report["failures"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut bad: Vec<&str> = kinds
        .iter()
        .filter_map(|kind| kind["operations"].as_array())
        .flatten()
        .filter_map(|it| it.as_str())
        .collect();
    bad.sort_unstable();
    bad.dedup();
    let found = u32::try_from(bad.len())?;
    Ok(Tally { passed: tested.saturating_sub(found), failed: found + selected.saturating_sub(tested) })
}

#[cfg(test)]
mod tests {
    use super::counted;
    use crate::test::tally::Tally;
    use serde_json::json;

    #[test]
    fn an_operation_fails_once_and_what_was_not_tested_fails_too() {
        let report = json!({
            "operations": {"selected": 5, "tested": 4},
            "failures": [{"operations": ["GET /a", "GET /b"]}, {"operations": ["GET /b"]}],
        });
        assert_eq!(counted(&report).ok(), Some(Tally { passed: 2, failed: 3 }));
        assert!(counted(&json!({})).is_err());
    }
}
