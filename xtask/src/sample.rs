//! Cutting the demonstration's rows out of a city's past requests: some weeks, and only the columns that are read.

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// The columns that the mapping names, and nothing else.
const COLUMNS: [&str; 14] = [
    "CASE_ENQUIRY_ID",
    "OPEN_DT",
    "TARGET_DT",
    "CLOSED_DT",
    "CLOSURE_REASON",
    "CASE_TITLE",
    "SUBJECT",
    "REASON",
    "TYPE",
    "SubmittedPhoto",
    "Location",
    "neighborhood",
    "LOCATION_ZIPCODE",
    "Source",
];
const COORDINATES: [&str; 2] = ["LATITUDE", "LONGITUDE"];

/// Writes the rows that were opened between two days.
pub(crate) fn run(requests: &Path, from: &str, to: &str, into: &Path) -> Result<()> {
    let file = BufReader::new(File::open(requests).with_context(|| format!("open {}", requests.display()))?);
    let mut reader = csv::Reader::from_reader(flate2::read::MultiGzDecoder::new(file));
    let header = reader.headers()?.clone();
    let wanted: Vec<&str> = COLUMNS.iter().chain(&COORDINATES).copied().collect();
    let places: Vec<usize> = wanted
        .iter()
        .map(|name| header.iter().position(|cell| cell == *name).with_context(|| format!("no column {name}")))
        .collect::<Result<_>>()?;
    let mut writer = csv::Writer::from_writer(GzEncoder::new(File::create(into)?, Compression::best()));
    writer.write_record(&wanted)?;
    let mut rows = 0;
    for record in reader.records() {
        let record = record?;
        // MM/DD/YYYY hh:mm:ss AM
        let opened = record.get(places[1]).unwrap_or_default();
        let day = format!("{}-{}-{}", &opened[6..10], &opened[0..2], &opened[3..5]);
        if day.as_str() >= from && day.as_str() <= to {
            writer.write_record(places.iter().map(|place| record.get(*place).unwrap_or_default()))?;
            rows += 1;
        }
    }
    writer.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?.finish()?;
    println!("{rows} rows are in {}", into.display());
    Ok(())
}
