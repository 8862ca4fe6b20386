//! A public Open311 client that knows nothing of us, against the demonstration.

use super::server::Server;
use super::shell::{Said, bounded, listen};
use super::tally::Tally;
use super::workshop::Workshop;
use anyhow::{Context, Result};

pub(super) fn run(shop: &Workshop) -> Result<Tally> {
    let python = shop.python()?;
    let server = Server::start(shop, "georeport", &["demo"])?;
    let said = server.said();
    let key = said.split_once("API key: ").and_then(|(_, rest)| rest.split_whitespace().next());
    let mut command = bounded(300, python);
    command.args(["georeport_check.py", &server.origin]);
    command.arg(key.context("the demonstration does not print its API key")?);
    command.current_dir(shop.root.join("journeys"));
    let Said { good, lines } = listen(command)?;
    server.stop()?;
    Ok(Tally::last_of(&lines).unwrap_or_default().unless(!good))
}
