//! `agencies.toml`, `offices.toml` and `officers.toml`: who serves, and where.

use super::authority::Authority;
use super::booking::{self, BookingRule, BookingToml};
use super::fault::Sheet;
use super::hours::Calendars;
use super::kiosks::{self, Kiosk, KioskToml};
use super::lines::{self, Counter, CounterToml, Line, LineToml};
use super::read::Reader;
use calendars::Calendar;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use terms::{
    Actor, AgencyCode, Localized, OfficeCode, OfficerCode, Principal, QueueCode, Role, TrainingCode,
};
use toml::Spanned;

/// More superiors than anybody has above them.
const LONGEST_LINE: usize = 20;

/// A department.
#[derive(Debug)]
pub struct Agency {
    /// Its code.
    pub code: AgencyCode,
    /// Its name.
    pub name: Localized,
    /// When it works.
    pub calendar: Arc<Calendar>,
    /// Who answers for it in public, where no officer has taken a case yet.
    pub answers: Option<OfficerCode>,
    /// Its phone number, as people dial it.
    pub phone: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Where work lands that it takes over from another agency.
    pub front_queue: QueueCode,
    /// Its name in the system that the city had before.
    pub source_names: Vec<String>,
}

/// Waiting work of one agency.
#[derive(Debug)]
pub struct Queue {
    /// Its code.
    pub code: QueueCode,
    /// Its name.
    pub name: Localized,
    /// Whose work it is.
    pub agency: AgencyCode,
}

/// A place where customers are received.
#[derive(Debug)]
pub struct Office {
    /// Its code.
    pub code: OfficeCode,
    /// Its name.
    pub name: Localized,
    /// Whose it is.
    pub agency: AgencyCode,
    /// Where it is.
    pub address: String,
    /// Its phone number, as people dial it.
    pub phone: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// When it is open.
    pub calendar: Arc<Calendar>,
    /// Its windows.
    pub counters: Vec<Counter>,
    /// What people wait for there.
    pub lines: Vec<Line>,
    /// The longest break of an officer at a counter, in minutes.
    pub break_minutes: u32,
    /// The share of those called who shall be called within the promise, in percent.
    pub in_time_percent: u32,
    /// The share of those who joined who may give up or miss their call, in percent.
    pub gone_percent: u32,
    /// How times are booked there; none where they are not.
    pub booking: Option<BookingRule>,
    /// Its kiosks, where they need something of their own.
    pub kiosks: Vec<Kiosk>,
}

/// A member of staff.
#[derive(Debug)]
pub struct Officer {
    /// Their code.
    pub code: OfficerCode,
    /// Their name, for colleagues.
    pub name: String,
    /// What they agreed to be called in public, if they did.
    pub public_name: Option<String>,
    /// The office that they agreed to be found at, if they did.
    pub office: Option<OfficeCode>,
    /// Their agency; none for those who serve all of them.
    pub agency: Option<AgencyCode>,
    /// What they are trusted with.
    pub roles: Vec<Role>,
    /// The languages that they speak.
    pub languages: Vec<String>,
    /// What they have learnt, and may do more for it.
    pub trainings: Vec<TrainingCode>,
    /// To whom they report.
    pub superior: Option<OfficerCode>,
}

impl Officer {
    /// The officer as one who acts, limited by no token.
    pub fn principal(&self) -> Principal {
        Principal {
            roles: self.roles.clone(),
            agency: self.agency.clone(),
            office: self.office.clone(),
            ..Principal::new(Actor::Officer(self.code.clone()))
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgenciesToml {
    agency: Vec<AgencyToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgencyToml {
    code: Spanned<String>,
    name: Localized,
    calendar: Spanned<String>,
    answers: Option<Spanned<String>>,
    phone: Option<String>,
    email: Option<String>,
    #[serde(default)]
    source_names: Vec<String>,
    queue: Spanned<Vec<QueueToml>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QueueToml {
    code: Spanned<String>,
    name: Localized,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficesToml {
    office: Vec<OfficeToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficeToml {
    code: Spanned<String>,
    name: Localized,
    agency: Spanned<String>,
    address: String,
    phone: Option<String>,
    email: Option<String>,
    calendar: Spanned<String>,
    #[serde(default)]
    counter: Vec<CounterToml>,
    #[serde(default)]
    line: Vec<LineToml>,
    break_minutes: Option<Spanned<u32>>,
    in_time_percent: Option<Spanned<u32>>,
    gone_percent: Option<Spanned<u32>>,
    booking: Option<Spanned<BookingToml>>,
    #[serde(default)]
    kiosk: Vec<KioskToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficersToml {
    officer: Vec<OfficerToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficerToml {
    code: Spanned<String>,
    name: String,
    public_name: Option<String>,
    office: Option<Spanned<String>>,
    agency: Option<Spanned<String>>,
    roles: Vec<Spanned<String>>,
    #[serde(default)]
    languages: Vec<String>,
    #[serde(default)]
    trainings: Vec<Spanned<String>>,
    superior: Option<Spanned<String>>,
}

/// Everybody who serves, and where.
#[derive(Default)]
pub(crate) struct People {
    pub(crate) agencies: BTreeMap<AgencyCode, Agency>,
    pub(crate) queues: BTreeMap<QueueCode, Queue>,
    pub(crate) offices: BTreeMap<OfficeCode, Office>,
    pub(crate) officers: BTreeMap<OfficerCode, Officer>,
}

pub(crate) fn read(reader: &mut Reader<'_>, calendars: &Calendars, authority: &Authority) -> People {
    let mut people = People::default();
    let answering = read_agencies(reader, calendars, &mut people);
    read_offices(reader, calendars, &mut people);
    read_officers(reader, authority, &mut people);
    check_answering(reader, &answering, &people);
    people
}

/// The agencies; and who answers for them in public, to be checked once the officers are known.
fn read_agencies(
    reader: &mut Reader<'_>,
    calendars: &Calendars,
    people: &mut People,
) -> Vec<(Sheet, Spanned<String>)> {
    let mut answering = Vec::new();
    let Some((sheet, file)) = reader.required::<AgenciesToml>("agencies.toml") else { return answering };
    for entry in file.agency {
        reader.code(
            &sheet,
            "agency.code",
            &entry.code,
            people.agencies.contains_key(entry.code.get_ref().as_str()),
        );
        let agency = AgencyCode::new(entry.code.get_ref());
        let span = entry.queue.span();
        let mut front_queue = None;
        for queue in entry.queue.into_inner() {
            let taken = people.queues.contains_key(queue.code.get_ref().as_str());
            reader.code(&sheet, "agency.queue.code", &queue.code, taken);
            let code = QueueCode::new(queue.code.into_inner());
            front_queue.get_or_insert_with(|| code.clone());
            people.queues.insert(code.clone(), Queue { code, name: queue.name, agency: agency.clone() });
        }
        if front_queue.is_none() {
            reader.fault(
                &sheet.at(span, "agency.queue"),
                "the agency has no queue",
                "add [[agency.queue]] with code and name",
            );
        }
        let calendar = reader.known(&sheet, "agency.calendar", &entry.calendar, calendars).cloned();
        if let (Some(calendar), Some(front_queue)) = (calendar, front_queue) {
            let answers = entry.answers.as_ref().map(|officer| OfficerCode::new(officer.get_ref()));
            answering.extend(entry.answers.map(|officer| (sheet.clone(), officer)));
            let known = Agency {
                code: agency.clone(),
                name: entry.name,
                calendar,
                answers,
                phone: entry.phone,
                email: entry.email,
                front_queue,
                source_names: entry.source_names,
            };
            people.agencies.insert(agency, known);
        }
    }
    answering
}

/// Whoever answers for an agency in public has agreed to be named.
fn check_answering(reader: &mut Reader<'_>, answering: &[(Sheet, Spanned<String>)], people: &People) {
    for (sheet, officer) in answering {
        let known = reader.known(sheet, "agency.answers", officer, &people.officers);
        if known.is_some_and(|known| known.public_name.is_none()) {
            let problem = format!("{} has no public name", officer.get_ref());
            let mend = "name an officer with a public_name, or ask this one for one";
            reader.fault(&sheet.at(officer.span(), "agency.answers"), problem, mend);
        }
    }
}

fn read_offices(reader: &mut Reader<'_>, calendars: &Calendars, people: &mut People) {
    let Some((sheet, file)) = reader.optional::<OfficesToml>("offices.toml") else { return };
    for entry in file.office {
        reader.code(
            &sheet,
            "office.code",
            &entry.code,
            people.offices.contains_key(entry.code.get_ref().as_str()),
        );
        let agency =
            reader.known(&sheet, "office.agency", &entry.agency, &people.agencies).map(|a| a.code.clone());
        let calendar = reader.known(&sheet, "office.calendar", &entry.calendar, calendars).cloned();
        if let (Some(agency), Some(calendar)) = (agency, calendar) {
            let span = entry.code.span();
            let code = OfficeCode::new(entry.code.into_inner());
            let office = Office {
                code: code.clone(),
                name: entry.name,
                agency,
                address: entry.address,
                phone: entry.phone,
                email: entry.email,
                calendar,
                lines: lines::lines(reader, &sheet, entry.line),
                counters: Vec::new(),
                break_minutes: lines::number(
                    reader,
                    &sheet,
                    ("office.break_minutes", entry.break_minutes),
                    (30, 120),
                ),
                in_time_percent: lines::number(
                    reader,
                    &sheet,
                    ("office.in_time_percent", entry.in_time_percent),
                    (90, 100),
                ),
                gone_percent: lines::number(
                    reader,
                    &sheet,
                    ("office.gone_percent", entry.gone_percent),
                    (5, 100),
                ),
                booking: None,
                kiosks: kiosks::kiosks(reader, &sheet, entry.kiosk),
            };
            let counters = lines::counters(reader, &sheet, (entry.counter, &office.lines));
            let booking = booking::rule(reader, &sheet, entry.booking, (&counters, span));
            people.offices.insert(code, Office { counters, booking, ..office });
        }
    }
}

fn read_officers(reader: &mut Reader<'_>, authority: &Authority, people: &mut People) {
    let Some((sheet, file)) = reader.required::<OfficersToml>("officers.toml") else { return };
    let mut superiors = Vec::new();
    for entry in file.officer {
        reader.code(
            &sheet,
            "officer.code",
            &entry.code,
            people.officers.contains_key(entry.code.get_ref().as_str()),
        );
        let agency = entry
            .agency
            .as_ref()
            .and_then(|agency| reader.known(&sheet, "officer.agency", agency, &people.agencies))
            .map(|agency| agency.code.clone());
        let roles =
            entry.roles.iter().filter_map(|role| reader.parsed(&sheet, "officer.roles", role)).collect();
        let trainings = entry
            .trainings
            .iter()
            .filter(|code| reader.known(&sheet, "officer.trainings", code, &authority.trainings).is_some())
            .map(|code| TrainingCode::new(code.get_ref()))
            .collect();
        let code = OfficerCode::new(entry.code.into_inner());
        let superior = entry.superior.as_ref().map(|superior| OfficerCode::new(superior.get_ref()));
        superiors.extend(entry.superior);
        let office = entry
            .office
            .as_ref()
            .and_then(|office| reader.known(&sheet, "officer.office", office, &people.offices))
            .map(|office| office.code.clone());
        let officer = Officer {
            code: code.clone(),
            name: entry.name,
            public_name: entry.public_name,
            office,
            agency,
            roles,
            languages: entry.languages,
            trainings,
            superior,
        };
        people.officers.insert(code, officer);
    }
    for superior in superiors {
        reader.known(&sheet, "officer.superior", &superior, &people.officers);
        if people.line(&OfficerCode::new(superior.get_ref())).len() >= LONGEST_LINE {
            let problem = format!("who reports to {} reports to themselves in the end", superior.get_ref());
            let mend = "let the line end with somebody who has no superior";
            reader.fault(&sheet.at(superior.span(), "officer.superior"), problem, mend);
        }
    }
}

impl People {
    /// An officer's superiors, the nearest first.
    fn line(&self, officer: &OfficerCode) -> Vec<OfficerCode> {
        let superior = |code: &OfficerCode| self.officers.get(code)?.superior.clone();
        std::iter::successors(superior(officer), superior).take(LONGEST_LINE).collect()
    }
}
