//! Tickets on paper: printed within a minute by the kiosk's own printer, or not at all.
//!
//! A printer is outside the house, as a mail server is: a job prints, outside of its transaction. It may happen twice,
//! and then with the same number.

use super::super::{Joined, office, served};
use crate::city::City;
use crate::jobs::{self, Work};
use crate::outbox::Undelivered;
use crate::{Act, Office, Refusal, Verb};
use jiff::SignedDuration;
use records::kiosks::{self, Printer, Printout};
use records::{Tx, jobs as queued};
use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use terms::{JobId, OfficeCode, PrintState, VisitId};
use wording::{Argument, Language};

/// For how long somebody stands before a kiosk; paper that comes later helps nobody.
const PATIENCE: SignedDuration = SignedDuration::from_secs(60);
/// For how long it is known what was printed.
const KEEP: SignedDuration = SignedDuration::from_hours(7 * 24);
/// The longest reason that is kept, in characters.
const LONGEST_REASON: usize = 200;

/// Prints outside of the house: the server speaks to a printer, a test keeps a list.
pub type Print = Arc<dyn Fn(Paper) -> Printing + Send + Sync>;

/// A ticket on its way to paper.
pub type Printing = Pin<Box<dyn Future<Output = Result<(), Undelivered>> + Send>>;

/// What is to be printed, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The printer.
    pub printer: SocketAddr,
    /// The ticket as whoever took it reads it, and then as any printer can print it: the first one that can be is.
    pub slips: Vec<Slip>,
}

/// What stands on a ticket.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// Where it is.
    pub office: String,
    /// The number that is called.
    pub ticket: String,
    /// What it is for.
    pub line: String,
    /// What else there is to know, a sentence each.
    pub words: Vec<String>,
    /// Where the live place is found.
    pub link: Option<String>,
    /// What that is good for.
    pub hint: String,
}

/// What became of somebody's ticket on paper, as they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// There is no printer.
    NoPrinter,
    /// On its way.
    Soon,
    /// In the printer's tray.
    Yes,
    /// Not so far, or never: the number has to be noted.
    No,
}

/// Sends a ticket to the printer of the kiosk that gave it out, where that has one.
pub fn print_ticket(tx: &mut Tx<'_>, act: &Act, kiosk: u32, joined: &Joined, link: Option<&str>) -> Verb<()> {
    let visit = &joined.visit;
    let found = office(act, &visit.ticket.office)?;
    if printer(found, kiosk).is_none() || kiosks::print_state(tx, visit.id)?.is_some() {
        return Ok(());
    }
    let own = Language::of(&visit.language).unwrap_or(Language::FALLBACK);
    let slips = [own, Language::FALLBACK].map(|language| slip(found, joined, (language, link)));
    let content = serde_json::to_string(&slips).map_err(|error| Refusal::conflict(error.to_string()))?;
    let office = visit.ticket.office.clone();
    kiosks::print(tx, &Printout { visit: visit.id, office, kiosk, content, created_at: act.at })?;
    jobs::queue(tx, act, &Work::Print { visit: visit.id })
}

fn slip(office: &crate::city::Office, joined: &Joined, (language, link): (Language, Option<&str>)) -> Slip {
    let (visit, tag) = (&joined.visit, language.tag());
    let line = office.lines.iter().find(|line| line.code == visit.state.line);
    let time = language.date_time(office.calendar.local(visit.joined_at));
    Slip {
        office: office.name.text(tag).to_owned(),
        ticket: visit.ticket.to_string(),
        line: line.map(|line| line.name.text(tag).to_owned()).unwrap_or_default(),
        words: vec![
            language.say_with("ticket-given", &[("time", Argument::Words(&time))]),
            language.say("ticket-listen"),
        ],
        link: link.map(ToOwned::to_owned),
        hint: language.say("ticket-code"),
    }
}

fn printer(office: &crate::city::Office, kiosk: u32) -> Option<SocketAddr> {
    office.kiosks.iter().find(|known| known.number == kiosk)?.printer
}

/// What became of somebody's ticket on paper.
pub fn printed(tx: &mut Tx<'_>, visit: VisitId) -> Verb<Printed> {
    Ok(match kiosks::print_state(tx, visit)? {
        None => Printed::NoPrinter,
        Some((PrintState::Waiting, false)) => Printed::Soon,
        Some((PrintState::Printed, _)) => Printed::Yes,
        Some((PrintState::Waiting, true) | (PrintState::Failed, _)) => Printed::No,
    })
}

/// The printers of an office's kiosks, for those who serve there.
pub fn printers(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode) -> Verb<Vec<Printer>> {
    let office = served(act, code)?;
    Ok(kiosks::printers(tx, &office.code)?)
}

/// Prints a ticket and removes its job. One that cannot be printed now is tried again while somebody waits for it.
pub(crate) async fn print(office: &Office, job: JobId, visit: VisitId) -> Verb<()> {
    let act = office.house_act();
    let found =
        office.read(act, move |tx, act| Ok(kiosks::to_print(tx, &act.record_scope(), visit)?)).await?;
    let Some(printout) = found else {
        return office.write(office.house_act(), move |tx, _| Ok(queued::done(tx, job)?)).await;
    };
    let done = match (&office.printer, paper(&office.city, &printout)) {
        _ if office.house_act().ago(PATIENCE) > printout.created_at => {
            Err(Undelivered::ForGood("the printer did not answer within a minute".to_owned()))
        }
        (Some(print), Some(paper)) => print(paper).await,
        (None, _) | (_, None) => Err(Undelivered::ForGood("the kiosk has no printer any more".to_owned())),
    };
    let noted = office.write(office.house_act(), move |tx, act| note(tx, act, (job, &printout), &done));
    if noted.await? {
        return Ok(());
    }
    Err(Refusal::conflict("a ticket could not be printed this time; its kiosk's printer does not answer"))
}

fn paper(city: &City, printout: &Printout) -> Option<Paper> {
    let printer = printer(city.offices.get(&printout.office)?, printout.kiosk)?;
    Some(Paper { printer, slips: serde_json::from_str(&printout.content).ok()? })
}

/// Whether it is decided.
fn note(
    tx: &mut Tx<'_>,
    act: &Act,
    (job, printout): (JobId, &Printout),
    done: &Result<(), Undelivered>,
) -> Verb<bool> {
    let which = (&printout.office, printout.kiosk);
    let state = match done {
        Ok(()) => {
            kiosks::prints(tx, which, act.at)?;
            kiosks::note_print(tx, printout.visit, PrintState::Printed, None)?;
            PrintState::Printed
        }
        Err(Undelivered::ForNow(why) | Undelivered::ForGood(why)) => {
            let why: String = why.chars().take(LONGEST_REASON).collect();
            let state = match done {
                Err(Undelivered::ForNow(_)) => PrintState::Waiting,
                Ok(()) | Err(Undelivered::ForGood(_)) => PrintState::Failed,
            };
            kiosks::fails(tx, which, act.at, &why)?;
            kiosks::note_print(tx, printout.visit, state, Some(&why))?;
            state
        }
    };
    if state != PrintState::Waiting {
        queued::done(tx, job)?;
    }
    Ok(state != PrintState::Waiting)
}

/// Forgets what was printed long ago, and the ranges of days that are over; how much.
pub(crate) fn tidy(tx: &mut Tx<'_>, act: &Act) -> Verb<u64> {
    Ok(kiosks::forget(tx, act.at.checked_sub(KEEP).unwrap_or(act.at))?)
}
