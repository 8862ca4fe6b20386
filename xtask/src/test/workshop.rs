//! Where the steps work: the checkout, the builds, a folder that is gone afterwards, and tools that are got once.

use super::install;
use super::postgres::{Cluster, Durability};
use super::shell::{bounded, listen, quietly};
use anyhow::{Context, Result, anyhow, bail};
use std::cell::OnceCell;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Something that is got once, or not at all, and then why not.
type Once<T> = OnceCell<Result<T, String>>;

/// Where the steps work.
pub(super) struct Workshop {
    /// The checkout.
    pub(super) root: PathBuf,
    /// The builds.
    pub(super) target: PathBuf,
    /// A folder that is gone afterwards.
    pub(super) scratch: TempDir,
    /// This program, which a build may replace while it runs.
    pub(super) itself: PathBuf,
    nextest: Once<()>,
    browser: Once<PathBuf>,
    packages: Once<()>,
    python: Once<PathBuf>,
    postgres: Once<Cluster>,
    server: Once<PathBuf>,
}

impl Workshop {
    pub(super) fn open(root: PathBuf) -> Result<Self> {
        let target = target(&root)?;
        let scratch = TempDir::with_prefix("rotunda-test").context("make a temporary folder")?;
        let itself = env::current_exe().context("where is this program?")?;
        Ok(Self {
            root,
            target,
            scratch,
            itself,
            nextest: Once::new(),
            browser: Once::new(),
            packages: Once::new(),
            python: Once::new(),
            postgres: Once::new(),
            server: Once::new(),
        })
    }

    /// A cargo command in the checkout.
    pub(super) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("cargo");
        command.args(arguments).current_dir(&self.root);
        command
    }

    /// What runs tests in parallel.
    pub(super) fn nextest(&self) -> Result<()> {
        once(&self.nextest, || install::nextest(self)).copied()
    }

    /// The browser.
    pub(super) fn browser(&self) -> Result<&Path> {
        once(&self.browser, install::chromium).map(PathBuf::as_path)
    }

    /// The packages of the journeys.
    pub(super) fn packages(&self) -> Result<()> {
        once(&self.packages, || install::packages(&self.root.join("journeys"))).copied()
    }

    /// A Python that has the packages that the checks need.
    pub(super) fn python(&self) -> Result<&Path> {
        once(&self.python, || install::python(self)).map(PathBuf::as_path)
    }

    /// The address of a PostgreSQL server of our own.
    pub(super) fn postgres(&self) -> Result<&str> {
        once(&self.postgres, || Cluster::start(Durability::None)).map(Cluster::address)
    }

    /// The server under test.
    pub(super) fn rotunda(&self) -> Result<&Path> {
        let build = || {
            let built = listen(self.cargo(&["build", "--quiet", "--package", "rotunda"]))?;
            if !built.good {
                bail!("rotunda does not build");
            }
            Ok(self.target.join("debug/rotunda"))
        };
        once(&self.server, build).map(PathBuf::as_path)
    }

    /// A command of the server in the checkout, which may take a while for what it has to read.
    pub(super) fn command(&self, arguments: &[&str]) -> Result<Command> {
        let mut command = bounded(300, self.rotunda()?);
        command.args(arguments).current_dir(&self.root);
        Ok(command)
    }

    /// A new token, which is the last word that its command says.
    pub(super) fn token(&self, city: &str, database: &str, options: &[&str]) -> Result<String> {
        let mut create =
            self.command(&["token", "create", "--city", city, "--database", database, "--name", "test"])?;
        create.args(options);
        let said = quietly(create)?;
        Ok(said.split_whitespace().next_back().context("no token was made")?.to_owned())
    }
}

fn once<T>(cell: &Once<T>, get: impl FnOnce() -> Result<T>) -> Result<&T> {
    cell.get_or_init(|| get().map_err(|error| format!("{error:#}"))).as_ref().map_err(|why| anyhow!("{why}"))
}

/// Where cargo builds.
fn target(root: &Path) -> Result<PathBuf> {
    let mut command = Command::new("cargo");
    command.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]).current_dir(root);
    let metadata: serde_json::Value = serde_json::from_str(&quietly(command)?)?;
    let target = metadata["target_directory"].as_str().context("cargo does not say where it builds")?;
    Ok(PathBuf::from(target))
}
