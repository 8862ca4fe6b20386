//! A public Open311 client that knows nothing of us, against the demonstration and against an empty town.

use super::server::Server;
use super::shell::{Said, bounded, listen};
use super::tally::Tally;
use super::workshop::Workshop;
use anyhow::Result;

const TOWN: &str = "city/qamar";
/// Seconds for all checks of one city.
const PATIENCE: u32 = 300;

pub(super) fn run(shop: &Workshop) -> Result<Tally> {
    shop.python()?;
    let boston = Server::start(shop, "georeport", &["demo"])?;
    let key = boston.key()?;
    let tally = check(shop, boston, &key)?;
    let database = format!("sqlite:{}", shop.scratch.path().join("georeport.db").display());
    let key = shop.token(TOWN, &database, &["--open311"])?;
    let qamar = Server::start(shop, "georeport-town", &["serve", "--city", TOWN, "--database", &database])?;
    Ok(tally + check(shop, qamar, &key)?)
}

fn check(shop: &Workshop, server: Server, key: &str) -> Result<Tally> {
    let mut command = bounded(PATIENCE, shop.python()?);
    command.args(["georeport_check.py", &server.origin, key]).current_dir(shop.root.join("journeys"));
    // What Python compiles belongs to no checkout.
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    let Said { good, lines } = listen(command)?;
    server.stop()?;
    Ok(Tally::last_of(&lines).unwrap_or_default().unless(!good))
}
