//! `rotunda due`: when are requests due? CSV in, CSV out.

use crate::city;
use anyhow::{Context, Result};
use channels::bulk::local_time;
use clap::Args;
use csv::StringRecord;
use jiff::Timestamp;
use office::city::{City, Service};
use std::collections::HashMap;
use std::fmt::Write;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

/// Say when requests are due.
///
/// Reads CSV with the columns `service` (its code, or the name that the city's earlier system had for it) and
/// `opened_at` (RFC 3339, or local time in the city's zone) on standard input.
#[derive(Args)]
pub(crate) struct Due {
    /// The folder of the city's data.
    #[arg(long, env = "ROTUNDA_CITY")]
    city: PathBuf,
}

impl Due {
    /// Answers every row; the exit status is 2 if any could not be.
    pub(crate) fn run(self) -> Result<ExitCode> {
        let city = city::read(&self.city)?;
        let answered = answer(&city, io::stdin().lock(), io::BufWriter::new(io::stdout().lock()))?;
        Ok(if answered { ExitCode::SUCCESS } else { ExitCode::from(2) })
    }
}

fn answer(city: &City, input: impl io::Read, output: impl io::Write) -> Result<bool> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(input);
    let mut writer = csv::Writer::from_writer(output);
    let header = reader.headers().context("cannot read the header")?.clone();
    let column = |name: &str| {
        let place = header.iter().position(|cell| cell.trim_start_matches('\u{feff}').trim() == name);
        place.with_context(|| format!("the header has no column {name:?}; it should be: service,opened_at"))
    };
    let (service, opened_at) = (column("service")?, column("opened_at")?);
    writer.write_record(["service", "opened_at", "due_at"])?;
    let mut all = true;
    let (mut record, mut known, mut text) = (StringRecord::new(), HashMap::new(), String::new());
    while reader.read_record(&mut record).context("cannot read a row")? {
        let line = record.position().map_or(0, csv::Position::line);
        let (name, at) = (record.get(service).unwrap_or_default(), record.get(opened_at).unwrap_or_default());
        // A catalogue has few names, and a file the same ones again and again.
        if !known.contains_key(name) {
            known.insert(name.to_owned(), city.service(name));
        }
        text.clear();
        match due(city, known[name].ok_or_else(|| format!("the catalogue has no service {name:?}")), at) {
            Ok(due) => due.into_iter().for_each(|due| show(city, due, &mut text)),
            Err(why) => {
                eprintln!("line {line}: {why}");
                all = false;
            }
        }
        writer.write_record([name, at, &text])?;
    }
    writer.flush()?;
    Ok(all)
}

/// When a request is due; nothing when the service promises nothing.
fn due(city: &City, service: Result<&Service, String>, at: &str) -> Result<Option<Timestamp>, String> {
    let opened = local_time(at, city.calendar.zone(), None).map_err(|error| error.to_string());
    Ok(office::services::promise(city, service?, opened?).due_at)
}

/// Writes RFC 3339 in the city's own offset, in whole seconds.
fn show(city: &City, due: Timestamp, into: &mut String) {
    let whole = Timestamp::from_second(due.as_second()).unwrap_or(due);
    // Writing to a text cannot fail.
    let _ = write!(into, "{}", whole.display_with_offset(city.calendar.zone().to_offset(whole)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn rows_are_answered_and_the_unknown_are_left_empty() {
        let city = city::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../city/boston")).unwrap();
        let input = "service,opened_at\n\
                     street-light-outages,2015-03-02T09:00:00-05:00\n\
                     Street Light Outages,03/02/2015 09:00:00 AM\n\
                     Sticker Request,2015-02-16 10:00\n\
                     Sticker Request,2015-02-18 10:00\n\
                     Unicorns,2015-02-18 10:00\n\
                     Animal Lost,2015-02-18 10:00\n\
                     Street Light Outages,soon\n";
        let mut output = Vec::new();
        assert!(!answer(&city, input.as_bytes(), &mut output).unwrap());
        let output = String::from_utf8(output).unwrap();
        let dues: Vec<&str> = output.lines().skip(1).map(|line| line.rsplit(',').next().unwrap()).collect();
        assert_eq!(
            dues,
            [
                "2015-03-16T09:00:00-04:00",
                "2015-03-16T09:00:00-04:00",
                "2015-02-19T08:30:00-05:00",
                "2015-02-19T10:00:00-05:00",
                "",
                "",
                "",
            ]
        );
        assert!(answer(&city, "when,what\n".as_bytes(), Vec::new()).is_err());
    }
}
