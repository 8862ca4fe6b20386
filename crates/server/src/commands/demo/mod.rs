//! `rotunda demo`: the house at work, on real requests of the City of Boston, with a simulated day that goes on.
//!
//! Everything happens in a folder that is gone afterwards. The requests are real; the officers, the customers'
//! names and their ratings are invented, and every page says so.

mod day;
mod lobby;
mod morning;

use super::import::past;
use super::serve::{House, LogFormat, log, runtime};
use crate::city::is_data;
use crate::clock::SimulatedClock;
use crate::mail::MailOptions;
use crate::speech::SpeechOptions;
use crate::wiring;
use anyhow::{Context, Result};
use channels::bulk::{Columns, Mapping};
use clap::Args;
use day::Day;
use include_dir::{Dir, include_dir};
use jiff::Timestamp;
use lobby::Lobby;
use office::city::{City, CityFile};
use office::devices::{self, NewDevice};
use office::intake::{self, PastRequest};
use office::outbox::{Carry, Undelivered};
use office::tokens::{self, NewToken};
use office::{Office, Verb};
use records::Address;
use records::outbox::Message;
use std::fs::OpenOptions;
use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use tempfile::TempDir;
use terms::{DeviceKind, OfficeCode, OfficerCode, ScopeName};
use web::{Settings, checked_tiles};

static CITY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../city/boston");
/// Monday, 13 April 2015, 08:00 in Boston: what was opened before is there when the doors open.
const MORNING: &str = "2015-04-13T12:00:00Z";
/// Rows a transaction.
const BATCH: usize = 500;

/// Show the house at work.
#[derive(Args)]
pub(crate) struct Demo {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:3110")]
    listen: SocketAddr,
    /// How many minutes of the simulated day go by in one.
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(i32).range(1..=3_600))]
    speed: i32,
    #[command(flatten)]
    mail: MailOptions,
    #[command(flatten)]
    speech: SpeechOptions,
    /// Where maps get their pictures: an address with the places {z}, {x} and {y}.
    #[arg(long, value_parser = checked_tiles)]
    map_tiles: Option<String>,
}

impl Default for Demo {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 3110)),
            speed: 60,
            mail: MailOptions::default(),
            speech: SpeechOptions::default(),
            map_tiles: None,
        }
    }
}

impl Demo {
    /// Opens the house, prints its doors, and lets the day go on until it is stopped.
    pub(crate) fn run(self) -> Result<ExitCode> {
        log(LogFormat::Text);
        let folder = TempDir::with_prefix("rotunda-demo").context("cannot make a temporary folder")?;
        let morning: Timestamp = MORNING.parse()?;
        let (mut city, rows) = (city()?, rows()?);
        // Mails lead to where the demonstration is.
        city.site.get_or_insert_with(|| format!("http://{}", self.listen));
        let clock = Arc::new(SimulatedClock::starting(morning, self.speed));
        let database = Address::Sqlite(folder.path().join("rotunda.db"));
        let mut office = wiring::office_at(city, &database, clock)?;
        // Without a mail server a file shows what would be mailed, so that codes and links can be tried.
        let mail = folder.path().join("mail.txt");
        office.post = Some(self.mail.carry()?.unwrap_or_else(|| into_file(mail.clone())));
        office.printer = Some(crate::printer::print());
        let (before, after) = split(rows, morning);
        let taken = take_over(&office, &before)?;
        morning::lay_out(&office);
        let lobby = Lobby::new(office.clone()).live_past()?;
        let keys = keys(&office)?;
        runtime()?.block_on(async {
            let speech = self.speech.speech();
            let settings = Settings { demo: true, tiles: self.map_tiles, speech, ..Settings::default() };
            let house = House::open(office, settings, self.listen).await?;
            let day = Day::new(house.office.clone(), after);
            let going_on = tokio::spawn(day.go_on());
            let lobby = tokio::spawn(lobby.go_on());
            greet(house.address, taken, (&keys, &mail));
            house.until_stopped().await?;
            going_on.abort();
            lobby.abort();
            anyhow::Ok(())
        })?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Writes what would be mailed to the end of a file.
fn into_file(path: PathBuf) -> Carry {
    Arc::new(move |Message { to, subject, body, .. }| {
        let text = format!("To: {to}\nSubject: {subject}\n\n{body}\n\n---\n\n");
        let file = OpenOptions::new().create(true).append(true).open(&path);
        let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
        let written = written.map_err(|error| Undelivered::ForNow(error.to_string()));
        Box::pin(std::future::ready(written))
    })
}

/// The keys that the demonstration gives away.
struct Keys {
    open311: String,
    officer: String,
    /// The path that a screen opens once.
    board: String,
    /// The address that makes a browser a kiosk of an office.
    kiosk: Option<String>,
}

fn greet(address: SocketAddr, taken: usize, (keys, mail): (&Keys, &Path)) {
    println!(
        "\nRotunda is open with {taken} real requests; a simulated day goes on arriving. Stop it with Ctrl-C.\n"
    );
    println!("  Start page            http://{address}/");
    println!("  Public scorecard      http://{address}/scorecard");
    println!("  Open311 GeoReport v2  http://{address}/open311/v2/discovery.xml   API key: {}", keys.open311);
    println!("  REST API              http://{address}/api/v1/openapi.json");
    println!("    as the officer Lee: curl -H 'Authorization: Bearer {}' \\", keys.officer);
    println!(
        "                          http://{address}/api/v1/queues/public-works-street-lights/cases?limit=3"
    );
    if let Some(kiosk) = &keys.kiosk {
        println!("  Kiosk of an office    http://{address}{kiosk}");
    }
    println!("  Health and figures    http://{address}/healthz  /readyz  /metrics");
    println!("  Waiting room, wall    http://{address}{}", keys.board);
    println!("  Mail, without --smtp  tail -f {}\n", mail.display());
}

fn city() -> Result<City> {
    let mut files = Vec::new();
    for folder in std::iter::once(&CITY).chain(CITY.dirs()) {
        for file in folder.files() {
            let path = file.path().to_string_lossy().into_owned();
            if is_data(&path) {
                let text = file.contents_utf8().with_context(|| format!("{path} is not text"))?.to_owned();
                files.push(CityFile { path, text });
            }
        }
    }
    Ok(City::read(&files)?)
}

/// The real rows, in the order in which they were opened.
fn rows() -> Result<Vec<PastRequest>> {
    let file = |path: &str| CITY.get_file(path).with_context(|| format!("{path} is missing"));
    let mapping =
        Mapping::read(file("import/requests.toml")?.contents_utf8().context("the mapping is not text")?)?;
    let packed = flate2::read::MultiGzDecoder::new(file("import/sample.csv.gz")?.contents());
    let mut reader = csv::Reader::from_reader(packed);
    let header = reader.headers()?.clone();
    let columns = Columns::find(&mapping, &header)?;
    let mut rows = Vec::new();
    for record in reader.records() {
        rows.push(past(columns.row(&record?)?));
    }
    rows.sort_by_key(|row| row.opened_at);
    Ok(rows)
}

/// What was there before the day begins, as it stood then, and what is still to come.
fn split(rows: Vec<PastRequest>, morning: Timestamp) -> (Vec<PastRequest>, Vec<PastRequest>) {
    let (mut before, after): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.opened_at < morning);
    for row in &mut before {
        if row.closed_at.is_some_and(|closed| closed >= morning) {
            row.closed_at = None;
            row.closing = None;
        }
    }
    (before, after)
}

fn take_over(office: &Office, rows: &[PastRequest]) -> Result<usize> {
    let mut taken = 0;
    for batch in rows.chunks(BATCH) {
        let (act, batch) = (office.house_act(), batch.to_vec());
        let done: Verb<_> = office.db.write_now(move |tx| intake::take_over(tx, &act, "boston-311", &batch));
        taken += done?.taken;
    }
    Ok(taken)
}

fn keys(office: &Office) -> Result<Keys> {
    let create = |name: &str, scopes: Vec<ScopeName>, officer: Option<&str>| -> Result<String> {
        let officer = officer.map(OfficerCode::new);
        let new = NewToken { name: name.to_owned(), scopes, officer, agency: None, expires_at: None };
        let act = office.house_act();
        let made: Verb<_> = office.db.write_now(move |tx| tokens::create(tx, &act, &new));
        Ok(made?.1)
    };
    let work =
        vec![ScopeName::CasesOpen, ScopeName::CasesRead, ScopeName::CasesWork, ScopeName::CustomersRead];
    let new = NewDevice {
        kind: DeviceKind::Board,
        office: OfficeCode::new("city-hall"),
        name: "demo: waiting room".to_owned(),
    };
    let act = office.house_act();
    let board: Verb<_> = office.db.write_now(move |tx| devices::add(tx, &act, &new));
    Ok(Keys {
        board: format!("/board/{}", board?.1),
        open311: create("demo: Open311", vec![ScopeName::Open311], None)?,
        officer: create("demo: Lee", work, Some("lee"))?,
        kiosk: kiosk(office)?,
    })
}

/// Sets a kiosk up at the first office where people wait.
fn kiosk(office: &Office) -> Result<Option<String>> {
    let Some(hall) = office.city.offices.values().find(|office| !office.lines.is_empty()) else {
        return Ok(None);
    };
    let new = NewDevice { kind: DeviceKind::Kiosk, office: hall.code.clone(), name: "demo".to_owned() };
    let act = office.house_act();
    let added: Verb<_> = office.db.write_now(move |tx| devices::add(tx, &act, &new));
    Ok(Some(format!("/kiosk/{}", added?.1)))
}
