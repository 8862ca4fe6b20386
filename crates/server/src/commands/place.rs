//! Where a command works: a city and a database.

use crate::{city, wiring};
use anyhow::{Context, Result, bail};
use clap::Args;
use office::Office;
use records::Address;
use std::path::PathBuf;

/// Where a command works.
#[derive(Debug, Clone, Args)]
pub(crate) struct Place {
    /// The folder of the city's data.
    #[arg(long, global = true, env = "ROTUNDA_CITY", default_value = "city/boston")]
    pub(crate) city: PathBuf,
    /// Where everything is kept: `sqlite:PATH` or `postgres://USER@HOST/DATABASE`.
    #[arg(long, global = true, env = "ROTUNDA_DATABASE", default_value = "sqlite:rotunda.db")]
    pub(crate) database: Address,
}

impl Place {
    /// The office there; a database that is not there yet is made.
    pub(crate) fn office(&self) -> Result<Office> {
        wiring::office(city::read(&self.city)?, &self.database)
    }

    /// The office there, which must be there already.
    pub(crate) fn office_that_is_there(&self) -> Result<Office> {
        self.must_be_there()?;
        self.office()
    }

    /// Refuses a database that is not there; most often its name is mistyped.
    pub(crate) fn must_be_there(&self) -> Result<()> {
        must_be_there(&self.database)
    }
}

/// Refuses a database that is not there; most often its name is mistyped.
pub(crate) fn must_be_there(database: &Address) -> Result<()> {
    if !database.is_there().with_context(|| format!("cannot reach {database}"))? {
        bail!("there is no database at {}", database.to_string().trim_start_matches("sqlite:"));
    }
    Ok(())
}
