//! Deriving a city's catalogue from its past requests: which promise explains the deadlines of each type?
//!
//! A type's deadlines are explained by one rule throughout, or by two with a day between them on which the rule
//! changed, or not at all. `derive` writes the services with the promises it found, the areas of the districts,
//! and a report of what is explained and what is not.

mod areas;
mod catalogue;
mod promises;
mod report;

use anyhow::{Context, Result};
use channels::bulk::{Columns, Mapping, SourceRow};
use office::city::{City, CityFile};
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::Path;

/// Runs the derivation.
pub(crate) fn run(city: &Path, requests: &Path, report: Option<&Path>) -> Result<()> {
    let mapping = Mapping::read(&text(&city.join("import/requests.toml"))?)?;
    let rows = rows(&mapping, requests)?;
    let ground = City::read(&files(city)?)?;
    let words = catalogue::Words::read(&text(&city.join("import/words.toml"))?)?;
    let derived = promises::derive(&ground, &rows);
    catalogue::write(city, &ground, &words, &derived)?;
    areas::write(city, &ground, &rows)?;
    let found = report::report(&ground, &rows, &derived);
    if let Some(path) = report {
        fs::write(path, &found).with_context(|| format!("write {}", path.display()))?;
    }
    println!("{found}");
    Ok(())
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("read {}", path.display()))
}

/// The city's data without its services, which are about to be written, and without the portal, which names them.
fn files(city: &Path) -> Result<Vec<CityFile>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(city)? {
        let entry = entry?;
        let is_data =
            entry.path().extension().is_some_and(|extension| extension == "toml" || extension == "geojson");
        if is_data && entry.file_name() != "portal.toml" {
            let path = entry.file_name().to_string_lossy().into_owned();
            files.push(CityFile { text: text(&entry.path())?, path });
        }
    }
    Ok(files)
}

fn rows(mapping: &Mapping, path: &Path) -> Result<Vec<SourceRow>> {
    let file = BufReader::new(File::open(path).with_context(|| format!("open {}", path.display()))?);
    let input: Box<dyn Read> = if path.extension().is_some_and(|extension| extension == "gz") {
        Box::new(flate2::read::MultiGzDecoder::new(file))
    } else {
        Box::new(file)
    };
    let mut reader = csv::Reader::from_reader(input);
    let header = reader.headers()?.clone();
    let columns = Columns::find(mapping, &header)?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record?;
        match columns.row(&record) {
            Ok(row) => rows.push(row),
            Err(reject) => eprintln!("line {}: {reject}", record.position().map_or(0, csv::Position::line)),
        }
    }
    Ok(rows)
}
