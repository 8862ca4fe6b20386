//! What people do, done in a real browser against two cities.

use super::server::Server;
use super::shell::{Said, bounded, listen};
use super::tally::Tally;
use super::workshop::Workshop;
use anyhow::Result;

/// Seconds for all journeys in one city.
const PATIENCE: u32 = 1_200;

pub(super) fn run(shop: &Workshop) -> Result<Tally> {
    shop.packages()?;
    let browser = shop.browser()?;
    let database = format!("sqlite:{}", shop.scratch.path().join("qamar.db").display());
    let boston = Server::start(shop, "demo", &["demo"])?;
    let qamar = Server::start(shop, "qamar", &["serve", "--city", "city/qamar", "--database", &database])?;
    let mut tally = Tally::default();
    let (key, officer) = (boston.key()?, boston.officer()?);
    let (kiosk, board) = (boston.kiosk()?, boston.board()?);
    let cities: [(&Server, &[&str]); 2] =
        [(&boston, &["boston", &key, &officer, &kiosk, &board]), (&qamar, &["qamar"])];
    for (server, city) in cities {
        let mut command = bounded(PATIENCE, "node");
        command.args(["run.mjs", &server.origin]).args(city).current_dir(shop.root.join("journeys"));
        command.env("CHROMIUM", browser);
        let Said { good, lines } = listen(command)?;
        tally = tally + Tally::last_of(&lines).unwrap_or_default().unless(!good);
    }
    for server in [boston, qamar] {
        let stopped = server.stop();
        if let Err(error) = &stopped {
            println!("FAIL {error:#}");
        }
        tally = tally + Tally::of(stopped.is_ok());
    }
    Ok(tally)
}
