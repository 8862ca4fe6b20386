//! A `rotunda` under test: started on a free port, waited for, and stopped as an operator stops it.

use super::shell::terminate;
use super::workshop::Workshop;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Tenths of a second until the doors must be open; the demonstration reads its rows first.
const TENTHS_TO_OPEN: u32 = 1_200;
/// Tenths of a second until it must have said where its doors are.
const TENTHS_TO_GREET: u32 = 300;
/// Tenths of a second until it must have closed after it was asked to.
const TENTHS_TO_CLOSE: u32 = 300;

/// A server that runs until it is dropped.
pub(super) struct Server {
    child: Child,
    /// Where it is: `http://127.0.0.1:PORT`.
    pub(super) origin: String,
    log: PathBuf,
}

impl Server {
    /// Starts a command of rotunda that listens.
    pub(super) fn start(shop: &Workshop, name: &str, arguments: &[&str]) -> Result<Self> {
        let port = free_port()?;
        let log = shop.scratch.path().join(format!("{name}.log"));
        let into = File::create(&log)?;
        let child = Command::new(shop.rotunda()?)
            .args(arguments)
            .args(["--listen", &format!("127.0.0.1:{port}")])
            .current_dir(&shop.root)
            .stdin(Stdio::null())
            .stdout(into.try_clone()?)
            .stderr(into)
            .spawn()
            .context("rotunda does not start")?;
        let mut server = Self { child, origin: format!("http://127.0.0.1:{port}"), log };
        server.wait()?;
        Ok(server)
    }

    /// What it said.
    pub(super) fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// The key for Open311 that the demonstration gives away.
    pub(super) fn key(&self) -> Result<String> {
        self.told("API key: ")
    }

    /// The key of the officer whom the demonstration lets anybody be.
    pub(super) fn officer(&self) -> Result<String> {
        self.told("Authorization: Bearer ")
    }

    /// The address that makes a browser a kiosk.
    pub(super) fn kiosk(&self) -> Result<String> {
        self.told("Kiosk of an office    ")
    }

    /// The address that makes a browser a screen on a wall.
    pub(super) fn board(&self) -> Result<String> {
        self.told("Waiting room, wall    ")
    }

    /// The word that it prints after others. The doors are open a little before it says so.
    fn told(&self, after: &str) -> Result<String> {
        for _ in 0..TENTHS_TO_GREET {
            if let Some((_, rest)) = self.said().split_once(after)
                && let Some((word, _)) = rest.split_once(['\'', ' ', '\n'])
            {
                return Ok(word.to_owned());
            }
            sleep(Duration::from_millis(100));
        }
        bail!("the demonstration does not print {after:?}:\n{}", self.said())
    }

    fn wait(&mut self) -> Result<()> {
        for _ in 0..TENTHS_TO_OPEN {
            if ureq::get(format!("{}/readyz", self.origin)).call().is_ok() {
                return Ok(());
            }
            if let Some(status) = self.child.try_wait()? {
                bail!("rotunda ended before it was ready ({status}):\n{}", self.said());
            }
            sleep(Duration::from_millis(100));
        }
        bail!("rotunda is not ready after {} s:\n{}", TENTHS_TO_OPEN / 10, self.said())
    }

    /// Asks it to stop, and says whether it did so in time and well.
    pub(super) fn stop(mut self) -> Result<()> {
        terminate(self.child.id(), "TERM")?;
        for _ in 0..TENTHS_TO_CLOSE {
            match self.child.try_wait()? {
                Some(status) if status.success() => return Ok(()),
                Some(status) => bail!("rotunda ended badly after SIGTERM ({status}):\n{}", self.said()),
                None => sleep(Duration::from_millis(100)),
            }
        }
        bail!("rotunda does not stop when it is asked to:\n{}", self.said())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Most often it has stopped already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port on which nobody listens now.
pub(super) fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no port is free")?;
    Ok(listener.local_addr()?.port())
}
