//! `rotunda copy`: moves a whole deployment from one database to another, of the same engine or not.

use super::place::must_be_there;
use anyhow::{Context, Result, bail};
use clap::Args;
use records::copy::{self, Cells, Tally};
use records::{Address, Broke, Db};
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

/// Rows on their way at once.
const BATCH: usize = 1_000;
/// Batches that may wait to be written.
const WAITING: usize = 8;

/// Move a whole deployment from one database to another.
#[derive(Args)]
pub(crate) struct Copy {
    /// The database to read. It may be in use: what is copied is how it stood at one instant.
    #[arg(long)]
    from: Address,
    /// The database to write; it must be empty.
    #[arg(long)]
    to: Address,
}

impl Copy {
    /// Copies.
    pub(crate) fn run(self) -> Result<ExitCode> {
        let tally = copy_all(&self.from, &self.to)?;
        for (table, rows) in tally {
            println!("{table}: {rows} rows");
        }
        println!("copied from {} to {}", self.from, self.to);
        Ok(ExitCode::SUCCESS)
    }
}

/// Copies everything and compares the counts. The target is written in one transaction: all of it, or nothing.
pub(crate) fn copy_all(from: &Address, to: &Address) -> Result<Tally> {
    if from == to {
        bail!("the two databases are the same");
    }
    must_be_there(from)?;
    let source = Db::open(from).with_context(|| format!("cannot open {from}"))?;
    let target = Db::open(to).with_context(|| format!("cannot open {to}"))?;
    let empty: Result<bool, Broke> = target.read_now(copy::is_empty);
    if !empty? {
        bail!("{to} is not empty; copy into a new database");
    }
    let (send, receive) = mpsc::sync_channel::<(&'static str, Vec<Cells>)>(WAITING);
    let reader = thread::spawn({
        let source = source.clone();
        move || -> Result<Tally, Broke> { read_all(&source, send) }
    });
    let mut receive = Some(receive);
    let written: Result<(), Broke> = target.write_now(move |tx| {
        let batches = receive.take().ok_or(Broke::Closed)?;
        batches.into_iter().try_for_each(|(table, rows)| copy::write_rows(tx, table, &rows))
    });
    let read = reader.join().map_err(|_| anyhow::anyhow!("the reader panicked"))?;
    written.context("cannot write the copy")?;
    let read = read.context("cannot read the source")?;
    let copied: Result<Tally, Broke> = target.read_now(copy::tally);
    let copied = copied?;
    source.close();
    target.close();
    if read != copied {
        bail!("the copy has other counts than the source: {copied:?}, {read:?}");
    }
    Ok(copied)
}

/// Reads every table under one snapshot.
fn read_all(source: &Db, send: mpsc::SyncSender<(&'static str, Vec<Cells>)>) -> Result<Tally, Broke> {
    let mut send = Some(send);
    source.read_now(move |tx| {
        let send = send.take().ok_or(Broke::Closed)?;
        copy::tables()
            .map(|table| {
                let rows = copy::read_table(tx, table, BATCH, |rows| {
                    send.send((table, rows)).map_err(|_| Broke::Closed)
                })?;
                Ok((table, rows))
            })
            .collect()
    })
}
