//! Waiting rooms: what memory thousands who listen need, and how soon a browser hears that somebody was called.

use super::round::{Officer, between};
use super::{OFFICERS, city};
use crate::bench::callers::once;
use crate::bench::document::{count, megabytes, milliseconds, table};
use crate::bench::load::Load;
use crate::bench::process::memory;
use crate::bench::wire::Wire;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::io::Write;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

/// Browsers that listen at the same time, each over a connection of its own.
const LISTENERS: usize = 5_000;
/// The house takes so many connections at once, then it is given a moment.
const AT_ONCE: usize = 250;
const MOMENT: Duration = Duration::from_millis(100);
/// So long that each has heard several times that nothing changed.
const SETTLES: Duration = Duration::from_secs(15);
/// How often somebody is called.
const TIMES: usize = 60;
/// Between two calls; no divisor of how often the house looks for what is new.
const PAUSE: Duration = Duration::from_millis(437);
/// The longest that news may take.
const PATIENCE: Duration = Duration::from_secs(5);
const LIVE: &str = "/lobby/live/city-hall";
const CHANGED: &str = "event: lobby";
/// Of the agency that receives people at the city hall.
const AT_THE_HALL: usize = 3;
const _: () = assert!(AT_THE_HALL < OFFICERS);
/// What was aimed at.
const MOST_MEGABYTES: f64 = 200.0;
const MOST_MS: f64 = 300.0;
/// Hours in which somebody can be called whenever this is measured.
const ALWAYS: &str = "\n[[calendar]]\ncode = \"always\"\n\n[[calendar.week]]\n";
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The waiting room of one engine.
pub(in crate::bench) struct Rooms {
    pub(in crate::bench) engine: &'static str,
    found: Heard,
}

/// What was found: megabytes before anybody listened, and at most afterwards; how soon calls were heard.
pub(in crate::bench) struct Heard {
    before: f64,
    most: f64,
    calls: Load,
}

impl Rooms {
    pub(in crate::bench) fn new(engine: &'static str, found: Heard) -> Self {
        Self { engine, found }
    }
}

/// The city of the desk, whose city hall is always open.
pub(in crate::bench) fn open_city(folder: &Path) -> Result<PathBuf> {
    let city = city(folder)?;
    let calendars = city.join("calendars.toml");
    let days = DAYS.map(|day| format!("{day} = [\"00:00-24:00\"]\n")).concat();
    let text = fs::read_to_string(&calendars)?;
    fs::write(&calendars, text + ALWAYS + &days)?;
    let offices = city.join("offices.toml");
    let text = fs::read_to_string(&offices)?.replace("calendar = \"city-hall\"", "calendar = \"always\"");
    fs::write(&offices, text)?;
    Ok(city)
}

/// Lets many listen, and has one who serves call people while they do.
pub(in crate::bench) fn measure(port: u16, process: u32) -> Result<Heard> {
    let before = memory(process).context("the house is gone")?.now;
    let mut listening = Vec::with_capacity(LISTENERS);
    while listening.len() < LISTENERS {
        for _ in 0..AT_ONCE.min(LISTENERS - listening.len()) {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).context("allow more open files")?;
            stream.write_all(ask().as_bytes())?;
            listening.push(stream);
        }
        thread::sleep(MOMENT);
    }
    thread::sleep(SETTLES);
    let calls = calls(port)?;
    let most = memory(process).context("the house is gone")?.peak;
    for stream in &listening {
        let mut head = [0; 12];
        stream.peek(&mut head)?;
        ensure!(&head == b"HTTP/1.1 200", "somebody was not let in");
    }
    Ok(Heard { before, most, calls })
}

fn ask() -> String {
    format!("GET {LIVE} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\n\r\n")
}

/// An officer gives a ticket and calls its holder, again and again; another browser listens.
fn calls(port: u16) -> Result<Load> {
    let mut ear = Vec::new();
    let latencies = once(port, async |wire: &mut Wire| {
        let mut officer = Officer::new(AT_THE_HALL);
        officer.sign_in(wire).await?;
        let sit = form(&officer, &[("to", "1")]);
        does(&officer, wire, ("seats", &sit)).await?;
        let mut live = Wire::connect(port).await?;
        live.send(ask().as_bytes()).await?;
        timeout(PATIENCE, live.hear(CHANGED)).await??;
        let mut closes = String::new();
        for _ in 0..TIMES {
            sleep(PAUSE).await;
            let ticket = form(&officer, &[("to", "permits"), ("language", "en")]);
            does(&officer, wire, ("tickets", &ticket)).await?;
            timeout(PATIENCE, live.hear(CHANGED)).await.context("no ticket was heard of")??;
            // What else follows from the ticket must not pass for the call.
            while let Ok(heard) = timeout(PAUSE, live.hear(CHANGED)).await {
                heard?;
            }
            let call = form(&officer, &[("visit", &closes)]);
            let pressed = Instant::now();
            does(&officer, wire, ("calls", &call)).await?;
            timeout(PATIENCE, live.hear(CHANGED)).await.context("no call was heard")??;
            ear.push(pressed.elapsed());
            let page = wire.ask(&officer.ask("GET", "/desk/counter", "")).await?;
            let text = String::from_utf8_lossy(page.body).into_owned();
            let large = text.split("desk-counter__next").nth(1).context("nobody was called")?;
            between(large, "name=\"visit\" value=\"", "\"")?.clone_into(&mut closes);
        }
        Ok(std::mem::take(&mut ear))
    })?;
    Ok(Load::new(PATIENCE, latencies, 0))
}

fn form(officer: &Officer, fields: &[(&str, &str)]) -> String {
    officer.form(&[&[("office", "city-hall")], fields].concat())
}

async fn does(officer: &Officer, wire: &mut Wire, (deed, form): (&str, &str)) -> Result<()> {
    let done = wire.ask(&officer.ask("POST", &format!("/desk/counter/{deed}"), form)).await?;
    ensure!(done.status == 303, "{deed}: {}", done.fault());
    Ok(())
}

/// How the waiting rooms fared, beside what was aimed at.
pub(in crate::bench) fn tables(all: &[Rooms]) -> String {
    let rows = all.iter().flat_map(|Rooms { engine, found }| {
        let p95 = found.calls.at(950);
        let row = |what: String, (measured, aim): (String, String), reached: bool| {
            let reached = if reached { "yes" } else { "**no**" };
            vec![(*engine).to_owned(), what, measured, aim, reached.to_owned()]
        };
        [
            row(
                format!("memory at most, {} listening", count(LISTENERS)),
                (megabytes(found.most), format!("≤ {}", megabytes(MOST_MEGABYTES))),
                found.most <= MOST_MEGABYTES,
            ),
            row(
                "from the press of Next to another browser, p95".to_owned(),
                (milliseconds(p95), format!("≤ {}", milliseconds(MOST_MS))),
                p95 <= MOST_MS,
            ),
        ]
    });
    let more = all.iter().map(|Rooms { engine, found }| {
        let calls = &found.calls;
        let mut row = vec![(*engine).to_owned(), megabytes(found.before), calls.done().to_string()];
        row.extend([500, 950, 990].map(|share| milliseconds(calls.at(share))));
        row
    });
    format!(
        "{} browsers listen to what changes at an office, each over a connection of its own, while an officer gives \
         {TIMES} tickets and calls each holder. A call counts from the press of the button until another browser has \
         read it.\n\n{}\n{}",
        count(LISTENERS),
        table(&["engine", "what", "measured", "aim", "reached"], rows),
        table(&["engine", "memory before", "calls", "p50", "p95", "p99"], more),
    )
}
