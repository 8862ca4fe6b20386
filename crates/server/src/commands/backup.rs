//! `rotunda backup` and `rotunda restore`: everything in one file, from either engine and back to either.
//!
//! The file is itself a SQLite database: it can be looked into, verified, and served from.

use super::copy::copy_all;
use anyhow::{Context, Result, bail};
use clap::Args;
use records::Address;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Write everything into one file.
#[derive(Args)]
pub(crate) struct Backup {
    /// The database; it may be in use.
    #[arg(long, env = "ROTUNDA_DATABASE", default_value = "sqlite:rotunda.db")]
    database: Address,
    /// The file to write.
    #[arg(long)]
    to: PathBuf,
}

/// Read everything back from such a file.
#[derive(Args)]
pub(crate) struct Restore {
    /// The file to read.
    #[arg(long)]
    from: PathBuf,
    /// The database to fill; it must be empty.
    #[arg(long, env = "ROTUNDA_DATABASE")]
    database: Address,
}

impl Backup {
    /// Writes the file under another name first: there is never half a backup under its own.
    pub(crate) fn run(self) -> Result<ExitCode> {
        if self.to.exists() {
            bail!("{} is there already; choose another name", self.to.display());
        }
        let unfinished = with_ending(&self.to, ".unfinished");
        remove(&unfinished)?;
        let tally = copy_all(&self.database, &Address::Sqlite(unfinished.clone()))?;
        File::open(&unfinished)?.sync_all()?;
        fs::rename(&unfinished, &self.to).with_context(|| format!("cannot name {}", self.to.display()))?;
        if let Some(folder) = self.to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            File::open(folder)?.sync_all()?;
        }
        let rows: u64 = tally.iter().map(|(_, rows)| rows).sum();
        println!("{rows} rows of {} are in {}", self.database, self.to.display());
        Ok(ExitCode::SUCCESS)
    }
}

impl Restore {
    /// Fills the database.
    pub(crate) fn run(self) -> Result<ExitCode> {
        let tally = copy_all(&Address::Sqlite(self.from.clone()), &self.database)?;
        let rows: u64 = tally.iter().map(|(_, rows)| rows).sum();
        println!("{rows} rows from {} are in {}", self.from.display(), self.database);
        Ok(ExitCode::SUCCESS)
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Removes what an earlier backup left when it was cut off.
fn remove(path: &Path) -> Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let path = with_ending(path, ending);
        if path.exists() {
            fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    Ok(())
}
