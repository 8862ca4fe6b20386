//! What developers run: `cargo xtask test`, `bench`, `crash`, `derive`, `tidy`.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks to its user")]

mod derive;
mod sample;

use clap::Parser;
use std::path::PathBuf;

/// The house's own tools.
#[derive(Parser)]
#[command(name = "cargo xtask")]
enum Command {
    /// Derive services, promises and district areas of a city from its past requests.
    Derive {
        /// The folder of the city's data.
        #[arg(long)]
        city: PathBuf,
        /// The requests, as CSV or gzipped CSV.
        requests: PathBuf,
        /// Where to write what was found.
        #[arg(long)]
        report: Option<PathBuf>,
    },
    /// Cut the demonstration's rows out of a city's past requests.
    Sample {
        /// The requests, as gzipped CSV.
        requests: PathBuf,
        /// The first day, YYYY-MM-DD.
        #[arg(long)]
        from: String,
        /// The last day.
        #[arg(long)]
        to: String,
        /// The file to write.
        #[arg(long)]
        into: PathBuf,
    },
}

fn main() -> anyhow::Result<()> {
    match Command::parse() {
        Command::Derive { city, requests, report } => derive::run(&city, &requests, report.as_deref()),
        Command::Sample { requests, from, to, into } => sample::run(&requests, &from, &to, &into),
    }
}
