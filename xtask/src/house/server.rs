//! A server that is tried: started, waited for, killed without warning, or asked to stop.

use super::binary::{Rotunda, tail, wait};
use super::clock::Stopwatch;
use anyhow::{Result, bail};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;
use terms::Chance;
use ureq::Agent;

/// The longest that a start or a stop may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// The longest that it may take to say whether it is ready.
const ANSWER_PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(2);
/// The ports below those that the system gives to clients: a client that calls a closed port among those may be
/// given the very port that it calls, and then the server cannot have it back.
const PORTS: std::ops::Range<u16> = 18_000..30_000;
const MOST_PORTS_TRIED: u32 = 100;
const LOG: &str = "serve";

/// Whether a house on a loopback port says that it is ready.
fn is_ready(port: u16) -> bool {
    let agent = Agent::config_builder().timeout_global(Some(ANSWER_PATIENCE)).proxy(None).build().new_agent();
    let answer = agent.get(format!("http://127.0.0.1:{port}/readyz")).call();
    answer.is_ok_and(|response| response.status() == 200)
}

/// A server that runs. It is killed when it is dropped.
pub(crate) struct Server {
    child: Child,
    port: u16,
    log: PathBuf,
    begun: Stopwatch,
}

/// A loopback port that nobody listens on.
pub(crate) fn free_port(chance: &Chance) -> Result<u16> {
    for _ in 0..MOST_PORTS_TRIED {
        let steps = chance.below(u64::from(PORTS.end - PORTS.start));
        let port = PORTS.start + u16::try_from(steps)?;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return Ok(port);
        }
    }
    bail!("no port from {} to {} is free on 127.0.0.1", PORTS.start, PORTS.end);
}

impl Server {
    /// Starts a server; it is not ready yet.
    pub(crate) fn start(rotunda: &Rotunda, port: u16) -> Result<Self> {
        Self::start_with(rotunda, port, &[])
    }

    /// The same with options of `rotunda serve`.
    pub(crate) fn start_with(rotunda: &Rotunda, port: u16, options: &[&str]) -> Result<Self> {
        let begun = Stopwatch::start();
        let listen = format!("127.0.0.1:{port}");
        let child = rotunda.start(&[&["serve", "--listen", &listen], options].concat(), LOG)?;
        Ok(Self { child, port, log: rotunda.log(LOG), begun })
    }

    /// Waits until it can take requests; how long that took from its start.
    pub(crate) fn wait_until_ready(&mut self) -> Result<Duration> {
        while !is_ready(self.port) {
            self.must_live()?;
            if self.begun.elapsed() > PATIENCE {
                bail!("the server is not ready after {} s:\n{}", PATIENCE.as_secs(), tail(&self.log));
            }
            thread::sleep(PAUSE);
        }
        Ok(self.begun.elapsed())
    }

    /// Ends it without warning (SIGKILL).
    pub(crate) fn kill(mut self) -> Result<()> {
        self.must_live()?;
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Asks it to finish and to end (SIGTERM).
    pub(crate) fn stop(mut self) -> Result<()> {
        self.must_live()?;
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status()?;
        match wait(&mut self.child, PATIENCE)? {
            Some(status) if asked.success() && status.success() => Ok(()),
            Some(status) => bail!("the server did not stop well ({status}):\n{}", tail(&self.log)),
            None => bail!("the server does not stop when it is asked to:\n{}", tail(&self.log)),
        }
    }

    /// Its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    fn must_live(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            None => Ok(()),
            Some(status) => bail!("the server ended by itself ({status}):\n{}", tail(&self.log)),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Most often it has ended already, and then there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
