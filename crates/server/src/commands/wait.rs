//! `rotunda wait`: how well is a wait foretold? A log of calls is played again, and every rule judged by it.

mod log;

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use routing::wait::{Report, predictions, report};
use serde_json::{Map, Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

/// Foretell waits, and say how well.
#[derive(Args)]
pub(crate) struct Wait {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Play a log of calls again; print as JSON how far off each rule was that saw only the past.
    ///
    /// The file has the columns of the call-centre data of Guedj and Mandelbaum, with tabs between them, packed with gzip
    /// or not.
    Replay {
        /// The log.
        file: PathBuf,
    },
}

impl Wait {
    /// Does what is asked.
    pub(crate) fn run(self) -> Result<ExitCode> {
        let What::Replay { file } = self.what;
        let calls = log::read(&file).with_context(|| format!("cannot replay {}", file.display()))?;
        let report = report(&predictions(&calls)).context("no call of this log waited and was served")?;
        println!("{}", shown(&report));
        Ok(ExitCode::SUCCESS)
    }
}

fn shown(report: &Report) -> Value {
    let rules = report.rmse_over_mean.iter().map(|&(rule, error)| (rule.to_owned(), rounded(error)));
    json!({
        "served": report.served,
        "mean_wait_s": rounded(report.mean_wait_s),
        "rmse_over_mean": rules.collect::<Map<_, _>>(),
        "coverage_p50": rounded(report.coverage.p50_s),
        "coverage_p90": rounded(report.coverage.p90_s),
        "cannot_say": report.cannot_say,
    })
}

/// To four places, which is more than such a log can tell.
fn rounded(number: f64) -> Value {
    ((number * 1e4).round() / 1e4).into()
}
