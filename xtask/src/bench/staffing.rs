//! How quickly questions of staffing are answered and days are simulated, beside pyworkforce on the same questions.

use super::document::{table, thousands};
use crate::house::binary::root;
use crate::test::shell::{bounded, quietly};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

const PEER: &str = include_str!("staffing.py");
/// Seconds that either may take.
const PATIENCE: u32 = 900;
const FASTER: f64 = 100.0;
const CUSTOMERS_A_SECOND: f64 = 1_000_000.0;
const SIMULATED: &str = "Simulated customers, ";

/// One line of either program.
struct Line {
    what: String,
    nanos: f64,
    out: String,
}

/// The tables for the document.
pub(super) fn measure(folder: &Path, python: &str) -> Result<String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["bench", "--quiet", "--package", "routing", "--bench", "staffing"]).current_dir(root());
    let ours = lines(&quietly(cargo)?);
    let (name, theirs) = match peer(folder, python) {
        Ok((version, said)) => (format!("pyworkforce {version}"), lines(&said)),
        Err(error) => {
            eprintln!("{error:#}");
            ("pyworkforce (pip could not install it)".to_owned(), Vec::new())
        }
    };
    Ok(render(&ours, &name, &theirs))
}

/// The version of pyworkforce that pip installs, and what it says.
fn peer(folder: &Path, python: &str) -> Result<(String, String)> {
    let venv = folder.join("pyworkforce");
    let run = |program: &Path, arguments: &[&str]| {
        let mut command = bounded(PATIENCE, program);
        command.args(arguments);
        quietly(command)
    };
    run(Path::new(python), &["-m", "venv", &venv.to_string_lossy()])?;
    run(&venv.join("bin/pip"), &["install", "--quiet", "pyworkforce"])?;
    let said = run(&venv.join("bin/python"), &["-c", PEER])?;
    let version = said.lines().find_map(|line| line.strip_prefix("version\t"));
    Ok((version.context("pyworkforce does not say its version")?.to_owned(), said))
}

fn lines(said: &str) -> Vec<Line> {
    let line = |text: &str| {
        let [what, _, nanos, out] = text.split('\t').collect::<Vec<_>>().try_into().ok()?;
        Some(Line { what: what.to_owned(), nanos: nanos.parse().ok()?, out: out.to_owned() })
    };
    said.lines().filter_map(line).collect()
}

fn render(ours: &[Line], name: &str, theirs: &[Line]) -> String {
    let (simulated, asked): (Vec<&Line>, Vec<&Line>) =
        ours.iter().partition(|line| line.what.starts_with(SIMULATED));
    let questions = asked.iter().map(|line| {
        let other = theirs.iter().find(|other| other.what == line.what);
        let [time, officers, ratio, reached] = match other {
            Some(other) => {
                let ratio = other.nanos / line.nanos.max(1.0);
                [micros(other), other.out.clone(), thousands(ratio) + " ×", yes(ratio >= FASTER)]
            }
            None => ["not asked", "–", "–", "–"].map(ToOwned::to_owned),
        };
        vec![line.what.clone(), micros(line), line.out.clone(), time, officers, ratio, reached]
    });
    let head = ["question", "Rotunda", "officers", name, "its officers", "ratio", "≥ 100 ×"];
    let questions = table(&head, questions);
    let days = simulated.iter().map(|line| {
        let rate = 1e9 / line.nanos.max(1.0);
        let what = line.what.trim_start_matches(SIMULATED).to_owned();
        vec![what, thousands(rate), yes(rate >= CUSTOMERS_A_SECOND)]
    });
    let days = table(&["simulated on one core", "customers a second", "≥ 1,000,000"], days);
    format!(
        "Each was repeated for two seconds, or done once where it takes longer. The question is for the fewest officers \
         with whom 80 % of the calls of half an hour are served within 20 s; a call takes 3 min, and patience is 5 min \
         in Erlang A. Both begin from nothing each time, on one thread. pyworkforce has Erlang A in versions for Python \
         3.12 and later, and looks at no fewer officers than the load is erlangs, though fewer may do.\n\n{questions}\n{days}"
    )
}

fn micros(line: &Line) -> String {
    format!("{} µs", thousands_with_places(line.nanos / 1e3))
}

fn thousands_with_places(number: f64) -> String {
    if number < 10.0 { format!("{number:.2}") } else { thousands(number) }
}

fn yes(reached: bool) -> String {
    if reached { "yes" } else { "**no**" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{lines, render};

    #[test]
    fn each_question_stands_beside_its_peer() {
        let ours = lines("Erlang C, 100 calls\t9\t100\t14\nSimulated customers, one\t5\t500\t\nnoise\n");
        let shown = render(&ours, "pyworkforce 0", &lines("version\t0\nErlang C, 100 calls\t1\t50000\t14\n"));
        assert!(
            shown.contains("| Erlang C, 100 calls | 0.10 µs | 14 | 50.0 µs | 14 | 500 × | yes |"),
            "{shown}"
        );
        assert!(shown.contains("| one | 2,000,000 | yes |"), "{shown}");
        let alone = render(&ours, "none", &[]);
        assert!(alone.contains("| not asked | – | – | – |"), "{alone}");
    }
}
