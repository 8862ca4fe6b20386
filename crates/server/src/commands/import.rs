//! `rotunda import requests`: takes over the requests of an earlier system from CSV.
//!
//! Rows are taken in batches, each with the note of how far the import has come, in one transaction: an import that
//! is cut off goes on from there, and one that is done again changes nothing.

use super::place::Place;
use crate::{city, wiring};
use anyhow::{Context, Result};
use channels::bulk::{Columns, Mapping, SourceRow};
use clap::{Args, Subcommand};
use csv::StringRecord;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use office::intake::{self, PastRequest};
use office::{Office, Verb};
use records::imports::{self, Progress};
use records::{Address, Broke};
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tempfile::TempDir;
use terms::Channel;

/// Rows a transaction: many enough to share the cost of a commit, few enough that nobody who writes waits for long.
const BATCH: usize = 500;

/// Take over the records of an earlier system.
#[derive(Args)]
pub(crate) struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Requests, as CSV or gzipped CSV.
    Requests(Requests),
}

#[derive(Args)]
struct Requests {
    #[command(flatten)]
    place: Place,
    /// Which column holds what: TOML, such as import/requests.toml of the city.
    #[arg(long)]
    mapping: PathBuf,
    /// Read and check everything, change nothing. What is known already counts as new.
    #[arg(long)]
    dry_run: bool,
    /// Where to write the rows that cannot be taken, with the reason; written only if there are any.
    #[arg(long, default_value = "rejects.csv")]
    rejects: PathBuf,
    /// The requests.
    csv: PathBuf,
}

impl Import {
    /// Imports.
    pub(crate) fn run(self) -> Result<ExitCode> {
        let What::Requests(requests) = self.what;
        requests.run()
    }
}

impl Requests {
    fn run(self) -> Result<ExitCode> {
        let mapping = fs::read_to_string(&self.mapping)
            .with_context(|| format!("cannot read {}", self.mapping.display()))?;
        let mapping =
            Mapping::read(&mapping).with_context(|| format!("cannot use {}", self.mapping.display()))?;
        // A dry run takes everything over as it would be, into a database that nobody sees.
        let nowhere = TempDir::new().context("make a temporary folder")?;
        let dry = Address::Sqlite(nowhere.path().join("dry-run.db"));
        let database = if self.dry_run { &dry } else { &self.place.database };
        let taker = Taker {
            office: wiring::office(city::read(&self.place.city)?, database)?,
            source: mapping.source.name.clone(),
            fingerprint: fingerprint(&self.csv)?,
        };
        let bar = progress_bar(&self.csv)?;
        let input = open(&self.csv, &bar)?;
        let done = take_all(&taker, &mapping, input, Rejects::to(&self.rejects))?;
        bar.finish_and_clear();
        taker.office.db.close();
        let taken = if self.dry_run { "would be taken" } else { "taken" };
        println!(
            "{} rows: {} {taken}, {} known already, {} flagged, {} rejected",
            done.rows_done, done.taken, done.known, done.flagged, done.rejected
        );
        if done.rejected > 0 {
            println!("the rejected rows are in {}", self.rejects.display());
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Who takes the rows over.
struct Taker {
    office: Office,
    source: String,
    fingerprint: String,
}

impl Taker {
    /// How far this file was taken before.
    fn before(&self) -> Result<Progress> {
        let (source, fingerprint) = (self.source.clone(), self.fingerprint.clone());
        let before: Result<Progress, Broke> =
            self.office.db.read_now(move |tx| imports::progress(tx, &source, &fingerprint));
        Ok(before?)
    }

    /// Takes a batch; what was rejected, and how far the import is then.
    fn take(&self, batch: Vec<PastRequest>, so_far: Progress) -> Result<(Vec<(usize, String)>, Progress)> {
        let (act, source, fingerprint) =
            (self.office.house_act(), self.source.clone(), self.fingerprint.clone());
        let taken: Verb<_> = self.office.db.write_now(move |tx| {
            let found = intake::take_over(tx, &act, &source, &batch)?;
            let progress = Progress {
                taken: so_far.taken + count(found.taken),
                known: so_far.known + count(found.known),
                flagged: so_far.flagged + count(found.flagged),
                rejected: so_far.rejected + count(found.rejected.len()),
                ..so_far
            };
            imports::note(tx, &source, &fingerprint, progress, act.at)?;
            Ok((found.rejected, progress))
        });
        Ok(taken?)
    }
}

/// Takes all rows of a file, from where it was left.
fn take_all(taker: &Taker, mapping: &Mapping, input: impl Read, mut rejects: Rejects) -> Result<Progress> {
    let mut reader = csv::Reader::from_reader(input);
    let header = reader.headers().context("cannot read the header")?.clone();
    let columns = Columns::find(mapping, &header)?;
    let mut progress = taker.before()?;
    let mut batch: Vec<(u64, StringRecord, PastRequest)> = Vec::with_capacity(BATCH);
    let skip = usize::try_from(progress.rows_done).unwrap_or(usize::MAX);
    let mut records = reader.records().skip(skip).peekable();
    while let Some(record) = records.next() {
        let record = record.context("cannot read a row")?;
        let line = record.position().map_or(0, csv::Position::line);
        progress.rows_done += 1;
        match columns.row(&record) {
            Ok(row) => batch.push((line, record, past(row))),
            Err(reason) => {
                progress.rejected += 1;
                rejects.write(&header, line, &reason.to_string(), &record)?;
            }
        }
        if batch.len() == BATCH || records.peek().is_none() {
            let requests = batch.iter().map(|(_, _, request)| request.clone()).collect();
            let (rejected, now) = taker.take(requests, progress)?;
            for (place, reason) in rejected {
                let (line, record, _) = &batch[place];
                rejects.write(&header, *line, &reason, record)?;
            }
            progress = now;
            batch.clear();
        }
    }
    Ok(progress)
}

/// A row in the words of intake.
pub(crate) fn past(row: SourceRow) -> PastRequest {
    PastRequest {
        id: row.id,
        service: row.service,
        opened_at: row.opened_at,
        closed_at: row.closed_at,
        closing: row.closing,
        channel: row.channel.unwrap_or(Channel::House),
        district: row.district,
        place: row.place,
        description: row.description.unwrap_or_default(),
        media_url: row.media_url,
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Tells one file from another: its bytes, as they are on disk.
fn fingerprint(path: &Path) -> Result<String> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(office::fingerprint(&bytes))
}

/// Opens a file, unpacked where its name says that it is packed.
pub(crate) fn open(path: &Path, bar: &ProgressBar) -> Result<Box<dyn Read>> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let read = BufReader::with_capacity(256 * 1024, bar.wrap_read(file));
    let packed = path.extension().is_some_and(|ending| ending == "gz");
    Ok(if packed { Box::new(flate2::read::MultiGzDecoder::new(read)) } else { Box::new(read) })
}

fn progress_bar(path: &Path) -> Result<ProgressBar> {
    let bytes = fs::metadata(path).with_context(|| format!("cannot open {}", path.display()))?.len();
    let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr());
    bar.set_style(ProgressStyle::with_template(
        "{bar:40} {percent:>3} %  {elapsed} of about {duration}  {msg}",
    )?);
    Ok(bar)
}

/// The rows that cannot be taken, written to a file that is made when the first one comes.
struct Rejects {
    path: PathBuf,
    writer: Option<csv::Writer<File>>,
}

impl Rejects {
    fn to(path: &Path) -> Self {
        Self { path: path.to_owned(), writer: None }
    }

    fn write(&mut self, header: &StringRecord, line: u64, reason: &str, record: &StringRecord) -> Result<()> {
        if self.writer.is_none() {
            let mut writer = csv::WriterBuilder::new().flexible(true).from_path(&self.path)?;
            writer.write_record(["line", "reason"].into_iter().chain(header))?;
            self.writer = Some(writer);
        }
        if let Some(writer) = &mut self.writer {
            writer.write_record([line.to_string().as_str(), reason].into_iter().chain(record))?;
            writer.flush()?;
        }
        Ok(())
    }
}
