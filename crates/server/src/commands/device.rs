//! `rotunda device`: sets up the screens and kiosks of an office, lists them and switches them off.

use super::place::Place;
use anyhow::Result;
use clap::{Args, Subcommand};
use office::devices::{self, NewDevice};
use office::{Act, Office, Verb};
use records::Tx;
use std::process::ExitCode;
use terms::{DeviceId, DeviceKind, OfficeCode};

/// Set up the screens and kiosks of an office.
#[derive(Args)]
pub(crate) struct Device {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Set one up, and print as the last line the path that its browser opens once. It is told this once.
    Add(Add),
    /// List those that there are, without their paths.
    List,
    /// Switch one off for good, at once.
    Revoke {
        /// Its id, as `list` shows it.
        id: DeviceId,
    },
}

#[derive(Args)]
struct Add {
    /// What it is: board, for a screen in the waiting room, or kiosk, for a machine that gives out tickets.
    #[arg(long)]
    kind: DeviceKind,
    /// Where it stands: the code of an office.
    #[arg(long)]
    office: String,
    /// What those who look after it call it.
    #[arg(long)]
    name: String,
}

impl Device {
    /// Does what is asked.
    pub(crate) fn run(self) -> Result<ExitCode> {
        let office = match &self.what {
            // A screen may be set up before the doors open for the first time.
            What::Add(_) => self.place.office()?,
            What::List | What::Revoke { .. } => self.place.office_that_is_there()?,
        };
        match self.what {
            What::Add(add) => add.run(&office)?,
            What::List => list(&office)?,
            What::Revoke { id } => write(&office, move |tx, act| devices::revoke(tx, act, id))?,
        }
        office.db.close();
        Ok(ExitCode::SUCCESS)
    }
}

impl Add {
    fn run(self, office: &Office) -> Result<()> {
        let new = NewDevice { kind: self.kind, office: OfficeCode::new(self.office), name: self.name };
        let (device, text) = write(office, move |tx, act| devices::add(tx, act, &new))?;
        println!("device {}; keep the next line, it is not shown again", device.id);
        println!("/{}/{text}", device.kind);
        Ok(())
    }
}

fn list(office: &Office) -> Result<()> {
    for device in write(office, devices::list)? {
        let state = match (device.revoked_at, device.seen_at) {
            (Some(at), _) => format!("switched off {at}"),
            (None, Some(at)) => format!("seen {at}"),
            (None, None) => "never seen".to_owned(),
        };
        let number = device.kiosk_number.map(|number| format!(" {number}")).unwrap_or_default();
        println!("{}  {}{number}  {}  {}  {state}", device.id, device.kind, device.office, device.name);
    }
    Ok(())
}

fn write<T: Send + 'static>(
    office: &Office,
    mut verb: impl FnMut(&mut Tx<'_>, &Act) -> Verb<T> + Send + 'static,
) -> Result<T> {
    let act = office.house_act();
    Ok(office.db.write_now(move |tx| verb(tx, &act))?)
}
