//! `cargo xtask test`: everything that a commit must pass, on a machine that has Rust and Node, in one command.
//!
//! A step that fails does not stop the later ones, and a tool that cannot be installed fails the steps that need it.
//! The last line that is printed is the sum of all steps.

mod fuzz;
mod georeport;
pub(crate) mod install;
mod journeys;
pub(crate) mod postgres;
mod rust;
mod server;
pub(crate) mod shell;
mod tally;
mod workshop;

use anyhow::Result;
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use tally::Tally;
use workshop::Workshop;

/// What is run.
#[derive(Args)]
pub(crate) struct Test {
    /// Only these steps, in the usual order; all of them where none are named.
    #[arg(value_enum)]
    steps: Vec<Step>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Install what is missing.
    Prepare,
    /// Is everything formatted?
    Format,
    /// Does clippy find anything?
    Lint,
    /// Does the documentation hold together?
    Document,
    /// Are the rules of the house kept?
    Tidy,
    /// Do all tests pass, on both engines?
    Rust,
    /// Can people use it, in a real browser?
    Journeys,
    /// Does a public Open311 client understand it?
    Georeport,
    /// Is the API what its description says?
    Fuzz,
    /// Does it keep what it acknowledged when it is killed?
    Crash,
}

impl Step {
    fn run(self, shop: &Workshop) -> Result<Tally> {
        match self {
            Self::Prepare => Ok(install::everything(shop)),
            Self::Format => rust::format(shop),
            Self::Lint => rust::lint(shop),
            Self::Document => rust::document(shop),
            Self::Tidy => rust::tidy(shop),
            Self::Rust => rust::tests(shop),
            Self::Journeys => journeys::run(shop),
            Self::Georeport => georeport::run(shop),
            Self::Fuzz => fuzz::run(shop),
            Self::Crash => rust::crash(shop),
        }
    }

    fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// How a step went.
struct Outcome {
    step: Step,
    tally: Tally,
    took: Duration,
}

/// Runs the steps, says how each went, and ends with the sum.
pub(crate) fn run(root: PathBuf, test: &Test) -> Result<ExitCode> {
    let shop = Workshop::open(root)?;
    let wanted = |step: &&Step| test.steps.is_empty() || test.steps.contains(*step);
    let outcomes: Vec<Outcome> =
        Step::value_variants().iter().filter(wanted).map(|step| try_one(*step, &shop)).collect();
    drop(shop);
    println!("\n{:<10} {:>7} {:>7} {:>8}", "step", "passed", "failed", "seconds");
    for Outcome { step, tally, took } in &outcomes {
        println!("{:<10} {:>7} {:>7} {:>8.1}", step.name(), tally.passed, tally.failed, took.as_secs_f64());
    }
    let sum = outcomes.iter().fold(Tally::default(), |sum, outcome| sum + outcome.tally);
    println!("\n{sum}");
    Ok(if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn try_one(step: Step, shop: &Workshop) -> Outcome {
    println!("\n=== {}", step.name());
    let began = now();
    let tally = step.run(shop).unwrap_or_else(|error| {
        println!("{error:#}");
        Tally::of(false)
    });
    let took = began.elapsed();
    println!("--- {}: {tally}, {:.1} s", step.name(), took.as_secs_f64());
    Outcome { step, tally, took }
}

#[expect(clippy::disallowed_methods, reason = "a step is timed")]
fn now() -> Instant {
    Instant::now()
}
