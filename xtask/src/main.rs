//! What developers run: `cargo xtask test`, `bench`, `crash`, `derive`, `tidy`.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks to its user")]

mod bench;
mod crash;
mod derive;
mod house;
mod sample;
mod test;
mod tidy;

use clap::Parser;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The house's own tools.
#[derive(Parser)]
#[command(name = "cargo xtask")]
enum Command {
    /// Measure how much a house takes in and how quickly it answers, and write docs/benchmarks.md.
    Bench(bench::Bench),
    /// Kill a busy server again and again, and show that nothing acknowledged is lost.
    Crash(crash::Crash),
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
    /// Run every check that a commit must pass; ends with a line `N passed, N failed`.
    Test(test::Test),
    /// Check the rules of the house that the compiler does not know.
    Tidy,
}

fn main() -> anyhow::Result<ExitCode> {
    match Command::parse() {
        Command::Bench(bench) => return bench::run(&root(), &bench),
        Command::Crash(crash) => crash::run(&crash)?,
        Command::Derive { city, requests, report } => derive::run(&city, &requests, report.as_deref())?,
        Command::Sample { requests, from, to, into } => sample::run(&requests, &from, &to, &into)?,
        Command::Test(test) => return test::run(root(), &test),
        Command::Tidy => return tidy::run(&root()),
    }
    Ok(ExitCode::SUCCESS)
}

/// The checkout that this program was built from.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_owned)
}
