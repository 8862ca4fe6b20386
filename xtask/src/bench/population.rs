//! As many past requests as are wanted: the sample of a city again and again, each time some weeks earlier.

use super::load::real;
use super::process::{self, Memory};
use crate::house::binary::{Rotunda, root, tail, wait};
use crate::house::clock::Stopwatch;
use anyhow::{Context, Result, bail};
use csv::StringRecord;
use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use jiff::civil::{Date, DateTime};
use jiff::{Span, ToSpan};
use std::fs::File;
use std::io::BufWriter;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The sample, and which column of it holds what.
const SAMPLE: &str = "city/boston/import/sample.csv.gz";
const MAPPING: &str = "city/boston/import/requests.toml";
const ID: &str = "CASE_ENQUIRY_ID";
const TIMES: [&str; 3] = ["OPEN_DT", "TARGET_DT", "CLOSED_DT"];
const FORMAT: &str = "%m/%d/%Y %I:%M:%S %p";
/// The weeks that the sample covers; each time that it comes again it lies so much further back.
const WEEKS: i64 = 7;
/// How often the memory of an import is looked at.
const PAUSE: Duration = Duration::from_millis(50);
/// The longest that an import may take.
const PATIENCE: Duration = Duration::from_hours(1);

/// The sample, ready to be shifted.
pub(super) struct Sample {
    header: StringRecord,
    rows: Vec<Row>,
    id: usize,
    /// Whole weeks from the sample to today, so that a Monday stays a Monday.
    to_today: Span,
}

struct Row {
    cells: StringRecord,
    /// Each time with the place of its column.
    times: Vec<(usize, DateTime)>,
}

/// What an import took.
#[derive(Debug, Clone, Default)]
pub(super) struct TakenOver {
    pub(super) rows: usize,
    pub(super) took: Duration,
    pub(super) memory: Memory,
}

impl TakenOver {
    pub(super) fn rate(&self) -> f64 {
        if self.took.is_zero() { 0.0 } else { real(self.rows) / self.took.as_secs_f64() }
    }
}

/// The sample, as a file.
pub(super) fn sample() -> PathBuf {
    root().join(SAMPLE)
}

impl Sample {
    pub(super) fn read(today: Date) -> Result<Self> {
        let file = File::open(sample()).with_context(|| format!("cannot open {SAMPLE}"))?;
        let mut reader = csv::Reader::from_reader(MultiGzDecoder::new(file));
        let header = reader.headers()?.clone();
        let column = |name: &str| header.iter().position(|cell| cell == name);
        let id = column(ID).with_context(|| format!("the sample has no column {ID}"))?;
        let times: Vec<usize> = TIMES.iter().filter_map(|name| column(name)).collect();
        let rows: Vec<Row> =
            reader.records().map(|cells| Ok(Row::of(cells?, &times))).collect::<Result<_>>()?;
        let last = rows.iter().filter_map(|row| row.times.first()).map(|(_, opened)| opened.date()).max();
        let days = last.context("the sample is empty")?.until(today)?.get_days();
        Ok(Self { header, rows, id, to_today: i64::from(days / 7).weeks() })
    }

    /// Writes some of the endless row of requests, newest weeks first, as gzipped CSV.
    fn write(&self, numbers: Range<usize>, path: &Path) -> Result<()> {
        let packed = GzEncoder::new(BufWriter::new(File::create(path)?), Compression::fast());
        let mut writer = csv::Writer::from_writer(packed);
        writer.write_record(&self.header)?;
        for number in numbers {
            let (again, row) = (number / self.rows.len(), &self.rows[number % self.rows.len()]);
            let back = (WEEKS * i64::try_from(again)?).weeks();
            let mut cells: Vec<String> = row.cells.iter().map(ToOwned::to_owned).collect();
            cells[self.id] = format!("b{number}");
            for (column, time) in &row.times {
                let time = time.checked_add(self.to_today)?.checked_sub(back)?;
                cells[*column] = time.strftime(FORMAT).to_string();
            }
            writer.write_record(&cells)?;
        }
        writer.into_inner().map_err(csv::IntoInnerError::into_error)?.finish()?;
        Ok(())
    }

    /// Imports some of the requests.
    pub(super) fn take_over(
        &self,
        rotunda: &Rotunda,
        numbers: Range<usize>,
        into: &Path,
    ) -> Result<TakenOver> {
        let file = into.join("requests.csv.gz");
        let rows = numbers.len();
        self.write(numbers.clone(), &file)?;
        let taken = take_over(rotunda, &file, &format!("import-{}", numbers.end), into)?;
        std::fs::remove_file(file)?;
        if taken.rows != rows {
            bail!("of {rows} rows {} were imported", taken.rows);
        }
        Ok(taken)
    }
}

impl Row {
    fn of(cells: StringRecord, times: &[usize]) -> Self {
        let time = |column: &usize| Some((*column, DateTime::strptime(FORMAT, cells.get(*column)?).ok()?));
        let times = times.iter().filter_map(time).collect();
        Self { cells, times }
    }
}

/// Imports a file of past requests, and watches what it takes.
pub(super) fn take_over(rotunda: &Rotunda, file: &Path, name: &str, folder: &Path) -> Result<TakenOver> {
    let (mapping, rejects) = (root().join(MAPPING), folder.join("rejects.csv"));
    let paths = [&mapping, &rejects, file].map(|path| path.display().to_string());
    let arguments = ["import", "requests", "--mapping", &paths[0], "--rejects", &paths[1], &paths[2]];
    let took = Stopwatch::start();
    let mut child = rotunda.start(&arguments, name)?;
    let mut memory = Memory::default();
    let status = loop {
        memory = process::memory(child.id()).unwrap_or(memory);
        if let Some(status) = wait(&mut child, PAUSE)? {
            break status;
        }
        if took.elapsed() > PATIENCE {
            child.kill()?;
            child.wait()?;
            bail!("the import did not end within {} s", PATIENCE.as_secs());
        }
    };
    let took = took.elapsed();
    if !status.success() {
        bail!("the import failed ({status}):\n{}", tail(&rotunda.log(name)));
    }
    let said = rotunda.said(name)?;
    let rows = said.lines().rev().find_map(|line| line.split_once(" rows: ")?.0.parse().ok());
    Ok(TakenOver {
        rows: rows.with_context(|| format!("the import says nothing of rows: {said}"))?,
        took,
        memory,
    })
}
