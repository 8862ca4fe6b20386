//! Killing a busy server again and again, and showing that nothing that it acknowledged is lost, done twice or half
//! done.
//!
//! SIGKILL does not model a power cut: what the operating system was given stays given.

mod again;
mod desk;
mod door;
mod ledger;
mod load;
mod look;
mod reconcile;
mod report;
mod trial;

use crate::house::binary::{self, Build};
use crate::house::clock;
use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use terms::Chance;
use trial::{Engine, Trial};

/// What is killed, how often, and by which luck.
#[derive(Args)]
pub(crate) struct Crash {
    /// How often the server is killed on each engine.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    kills: u32,
    /// On which engine.
    #[arg(long, value_enum, default_value_t = Engines::Both)]
    engine: Engines,
    /// Repeats the instants and the choices of an earlier run.
    #[arg(long)]
    seed: Option<u64>,
    /// Has so many officers work on one case at once instead, as often as it is said.
    #[arg(long, value_parser = clap::value_parser!(u32).range(2..=100), conflicts_with = "prove")]
    officers: Vec<u32>,
    /// Puts a fault into the binary, an answer before the commit, and succeeds only if the loss is caught.
    #[arg(long)]
    prove: bool,
    /// A PostgreSQL server on which databases may be created.
    #[arg(long, env = "ROTUNDA_TEST_POSTGRES", hide_env_values = true)]
    postgres: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Engines {
    Sqlite,
    Postgres,
    Both,
}

/// Tries each engine that was asked for.
pub(crate) fn run(crash: &Crash) -> Result<()> {
    let seed = crash.seed.unwrap_or_else(clock::seed);
    println!("seed {seed}");
    let engines = engines(crash)?;
    let program = binary::build(if crash.prove { Build::Mutant } else { Build::Debug })?;
    let (mut good, mut seen) = (true, desk::Counts::default());
    for engine in engines {
        let trial = Trial { engine, program: &program, kills: crash.kills, chance: chance(seed) };
        for officers in &crash.officers {
            let report = desk::run(&trial, usize::try_from(*officers)?);
            let report = report.with_context(|| format!("on {}, with the seed {seed}", engine.name()))?;
            print!("{report}");
            good &= report.is_good();
            seen.add(report.counts);
        }
        if !crash.officers.is_empty() {
            continue;
        }
        let report = trial.run().with_context(|| format!("on {}, with the seed {seed}", engine.name()))?;
        print!("{report}");
        good &= if crash.prove { report.caught_a_loss() } else { report.is_good() };
    }
    if !crash.officers.is_empty() && !seen.is_enough() {
        bail!("too little was seen to say anything; have it killed more often (seed {seed})");
    }
    conclude(crash.prove, good, seed)
}

fn engines(crash: &Crash) -> Result<Vec<Engine<'_>>> {
    let mut engines = Vec::new();
    if crash.engine != Engines::Postgres {
        engines.push(Engine::Sqlite);
    }
    if crash.engine != Engines::Sqlite {
        let server = crash.postgres.as_deref().context(
            "name a PostgreSQL server with --postgres or ROTUNDA_TEST_POSTGRES, or ask for --engine sqlite",
        )?;
        engines.push(Engine::Postgres(server));
    }
    Ok(engines)
}

fn chance(seed: u64) -> Chance {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    Chance::from_seed(bytes)
}

fn conclude(prove: bool, good: bool, seed: u64) -> Result<()> {
    match (prove, good) {
        (false, true) => println!("nothing acknowledged is lost (seed {seed})"),
        (true, true) => println!("the harness caught the loss that was put in (seed {seed})"),
        (false, false) => bail!("the house did not keep its word; see above (seed {seed})"),
        (true, false) => bail!("the harness missed the loss that was put in; see above (seed {seed})"),
    }
    Ok(())
}
