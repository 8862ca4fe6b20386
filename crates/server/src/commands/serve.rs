//! `rotunda serve`: opens the database, brings it up to date, and serves until it is told to stop.

use super::place::Place;
use crate::mail::MailOptions;
use crate::speech::SpeechOptions;
use crate::{listen, printer, runners, wiring};
use anyhow::{Context, Result, bail};
use axum::http::HeaderName;
use clap::{Args, ValueEnum};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use office::{Office, knowledge};
use std::io::IsTerminal;
use std::net::SocketAddr;
use std::process::ExitCode;
use tokio::runtime::Runtime;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;
use web::{App, Settings, checked_tiles};

/// Serve a city.
#[derive(Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    place: Place,
    /// Where to listen.
    #[arg(long, env = "ROTUNDA_LISTEN", default_value = "127.0.0.1:3110")]
    listen: SocketAddr,
    /// Believe what the proxy in front says about who is calling. Only behind a proxy of your own.
    #[arg(long, env = "ROTUNDA_TRUST_PROXY")]
    trust_proxy: bool,
    /// The header in which that proxy names the officer who has signed in with it, by their code. Nobody then signs in with
    /// a password. Needs --trust-proxy, and a proxy that takes this header away from whoever else sends it.
    #[arg(long, env = "ROTUNDA_SIGN_IN_HEADER", requires = "trust_proxy")]
    sign_in_header: Option<HeaderName>,
    /// Submissions a minute that one address may send without a token.
    #[arg(long, env = "ROTUNDA_PUBLIC_WRITES_A_MINUTE", default_value_t = Settings::default().public_writes_a_minute)]
    public_writes_a_minute: u32,
    /// Where maps get their pictures: an address with the places {z}, {x} and {y}. Whoever looks at a map tells that
    /// server where they look; without it maps draw the city's districts.
    #[arg(long, env = "ROTUNDA_MAP_TILES", value_parser = checked_tiles)]
    map_tiles: Option<String>,
    /// How to write the log.
    #[arg(long, env = "ROTUNDA_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text)]
    log_format: LogFormat,
    #[command(flatten)]
    mail: MailOptions,
    #[command(flatten)]
    speech: SpeechOptions,
}

/// How to write the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    /// For people.
    Text,
    /// For machines: one JSON object a line.
    Json,
}

impl Serve {
    /// Serves.
    pub(crate) fn run(self) -> Result<ExitCode> {
        // A flag that the environment sets to false counts as given for the command line.
        if self.sign_in_header.is_some() && !self.trust_proxy {
            bail!(
                "--sign-in-header believes what a proxy says; give --trust-proxy too, behind a proxy of your own"
            );
        }
        log(self.log_format);
        let mut office = self.place.office()?;
        office.post = self.mail.carry()?;
        office.printer = Some(printer::print());
        let settings = Settings {
            trust_proxy: self.trust_proxy,
            sign_in_header: self.sign_in_header,
            public_writes_a_minute: self.public_writes_a_minute,
            tiles: self.map_tiles,
            speech: self.speech.speech(),
            ..Settings::default()
        };
        let runtime = runtime()?;
        let database = self.place.database;
        runtime.block_on(async {
            let house = House::open(office, settings, self.listen).await?;
            tracing::info!(address = %house.address, %database, "open");
            house.until_stopped().await
        })?;
        Ok(ExitCode::SUCCESS)
    }
}

/// The runtime of the doors. Databases have threads of their own.
pub(crate) fn runtime() -> Result<Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start the runtime")
}

/// Starts the log; `RUST_LOG` says what it tells.
pub(crate) fn log(format: LogFormat) {
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,refinery_core=warn"));
    let ansi = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(ansi).with_writer(std::io::stderr);
    let started = match format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().try_init(),
    };
    if let Err(error) = started {
        eprintln!("rotunda: the log was started twice: {error}");
    }
}

/// A house that is open.
pub(crate) struct House {
    /// Where it is.
    pub(crate) address: SocketAddr,
    /// What is inside.
    pub(crate) office: Office,
    app: App,
    stop: watch::Sender<bool>,
    listening: tokio::task::JoinHandle<()>,
    running: tokio::task::JoinSet<()>,
    terminate: Signal,
    interrupt: Signal,
}

impl House {
    /// Opens the doors of an office and starts its runners.
    pub(crate) async fn open(office: Office, settings: Settings, address: SocketAddr) -> Result<Self> {
        // Before anybody can see that the house is open: whoever sees it may ask it to close at once.
        let terminate = signal(SignalKind::terminate())?;
        let interrupt = signal(SignalKind::interrupt())?;
        let changeset = wiring::in_force(&office).await?;
        office.write(office.house_act(), knowledge::follow_city).await?;
        let app = App::new(office.clone(), settings, metrics()?, changeset);
        let listener = listen::bind(address).await?;
        let address = listener.local_addr()?;
        let (stop, stopped) = watch::channel(false);
        let running = runners::start(&office, &stopped);
        let listening = tokio::spawn(listen::serve(listener, web::router(&app), stopped));
        Ok(Self { address, office, app, stop, listening, running, terminate, interrupt })
    }

    /// Waits for a signal to stop, finishes what has begun, and closes the database.
    pub(crate) async fn until_stopped(mut self) -> Result<()> {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
        tracing::info!("closing");
        self.close().await;
        Ok(())
    }

    /// Finishes what has begun, and closes the database.
    pub(crate) async fn close(mut self) {
        self.app.stop();
        let _ = self.stop.send(true);
        let _ = self.listening.await;
        while self.running.join_next().await.is_some() {}
        let db = self.office.db.clone();
        let _ = tokio::task::spawn_blocking(move || db.close()).await;
        tracing::info!("closed");
    }
}

/// Bounds of the request times that are counted, in seconds.
const TIMES: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

fn metrics() -> Result<PrometheusHandle> {
    let builder =
        PrometheusBuilder::new().set_buckets_for_metric(Matcher::Suffix("_seconds".into()), &TIMES)?;
    builder.install_recorder().context("cannot start the figures")
}
