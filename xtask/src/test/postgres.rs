//! A PostgreSQL server of our own in a folder that is gone afterwards.

use super::install::{debian, is_root};
use super::server::free_port;
use super::shell::{find, quietly, terminate};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;
use tempfile::TempDir;

/// Who PostgreSQL runs as when we are root, which it refuses to be.
const USER: &str = "postgres";
const INSTALLED: &str = "/usr/lib/postgresql";

/// What a server promises of what it has acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    /// As PostgreSQL is installed: a commit is on disk.
    Full,
    /// Nothing, which is quick.
    None,
}

/// A server that runs until it is dropped.
pub(crate) struct Cluster {
    child: Child,
    address: String,
    folder: TempDir,
}

impl Cluster {
    pub(crate) fn start(durability: Durability) -> Result<Self> {
        if programs().is_none() {
            debian("postgresql")?;
        }
        let programs = programs().context("install PostgreSQL 15 or later (apt-get install postgresql)")?;
        let folder = TempDir::with_prefix("rotunda-pg").context("make a temporary folder")?;
        if is_root() {
            let mut give = Command::new("chown");
            give.arg(USER).arg(folder.path());
            quietly(give).context("PostgreSQL refuses to run as root; make a user called postgres")?;
        }
        let data = folder.path().join("data");
        let mut make = somebody(&programs.join("initdb"));
        make.args([
            "--locale=C",
            "--encoding=UTF8",
            "--auth=trust",
            "--username=postgres",
            "--no-sync",
            "-D",
        ])
        .arg(&data);
        quietly(make).context("PostgreSQL cannot make a cluster")?;
        let port = free_port()?;
        let child = serve(&programs, &folder, port, durability)?;
        let address = format!("postgres://postgres@127.0.0.1:{port}/postgres");
        let cluster = Self { child, address, folder };
        cluster.wait(&programs, port)?;
        Ok(cluster)
    }

    /// Where it is.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    fn wait(&self, programs: &Path, port: u16) -> Result<()> {
        for _ in 0..300 {
            let mut ask = Command::new(programs.join("pg_isready"));
            ask.args(["--quiet", "--host=127.0.0.1", "--username=postgres", &format!("--port={port}")]);
            if ask.status()?.success() {
                return Ok(());
            }
            sleep(Duration::from_millis(100));
        }
        let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        bail!("PostgreSQL does not start:\n{log}")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Nobody will read these data again.
        if terminate(self.child.id(), "QUIT").is_err() {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

fn serve(programs: &Path, folder: &TempDir, port: u16, durability: Durability) -> Result<Child> {
    let log = fs::File::create(folder.path().join("log"))?;
    let mut serve = somebody(&programs.join("postgres"));
    serve.arg("-D").arg(folder.path().join("data")).arg("-k").arg(folder.path());
    serve.args(["-h", "127.0.0.1", "-p", &port.to_string()]);
    let unsafe_settings: &[&str] = match durability {
        Durability::Full => &[],
        Durability::None => &["fsync=off", "full_page_writes=off"],
    };
    for setting in ["max_connections=400", "shared_buffers=128MB"].iter().chain(unsafe_settings) {
        serve.args(["-c", setting]);
    }
    serve
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        .spawn()
        .context("PostgreSQL does not start")
}

/// A command of PostgreSQL, by somebody who is not root.
fn somebody(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    // It becomes the program rather than watching over it, so that the program itself is asked to stop.
    let mut command = Command::new("setpriv");
    command.args(["--reuid", USER, "--regid", USER, "--init-groups", "--"]).arg(program).current_dir("/");
    command
}

/// Where the programs of the newest version lie.
fn programs() -> Option<PathBuf> {
    let is_there =
        |folder: &PathBuf| ["initdb", "postgres", "pg_isready"].iter().all(|name| folder.join(name).exists());
    let version = |path: &PathBuf| path.parent()?.file_name()?.to_str()?.parse::<u32>().ok();
    let versions =
        fs::read_dir(INSTALLED).into_iter().flatten().flatten().map(|entry| entry.path().join("bin"));
    let mut found: Vec<PathBuf> = versions.filter(is_there).collect();
    found.sort_by_key(version);
    let on_the_path = || find("postgres")?.parent().map(Path::to_owned).filter(is_there);
    found.pop().or_else(on_the_path)
}
