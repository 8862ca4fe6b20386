//! The city as data: its agencies, officers, calendars and services, validated as a whole before anything starts.

mod authority;
mod booking;
mod catalogue;
mod districts;
mod fault;
mod forms;
mod hours;
mod kiosks;
mod lines;
mod page;
mod people;
mod portal;
mod read;
mod snippets;

pub use authority::{Authority, Remedy, Unit};
pub use booking::{BookingRule, CELL_MINUTES};
pub use catalogue::{Handling, Outcome, Promise, Service};
pub use districts::District;
pub use fault::{Fault, Faults};
pub use kiosks::Kiosk;
pub use lines::{Counter, Line};
pub use page::{Asked, ServicePage};
pub use people::{Agency, Office, Officer, Queue};
pub use portal::{Alert, Article, LifeEvent, Portal};
pub use snippets::{Snippet, filled, unknown as unknown_variable};
pub use terms::Localized;

use calendars::Calendar;
use fault::Sheet;
use read::Reader;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use terms::{
    Actor, AgencyCode, CaseKind, DistrictCode, OfficeCode, OfficerCode, OutcomeCode, Place, Principal,
    QueueCode, ServiceCode,
};

/// A whole city. Codes are checked: whatever one entry names, another defines.
#[derive(Debug)]
pub struct City {
    /// What it is called.
    pub name: Localized,
    /// The Open311 jurisdiction, by convention the domain of the city's site.
    pub jurisdiction: String,
    /// How to reach those who run the desk.
    pub contact: Localized,
    /// Where this installation is found in a browser, for messages that lead there.
    pub site: Option<String>,
    /// Where to ask for an API key.
    pub key_service: String,
    /// IANA name of the zone.
    pub zone: String,
    /// BCP 47 tags, the first one being the city's own.
    pub languages: Vec<String>,
    /// Where its data come from, where not from the city itself.
    pub source: Option<Localized>,
    /// The calendar of the city's own day: days of facts begin at its midnight.
    pub calendar: Arc<Calendar>,
    /// Departments.
    pub agencies: BTreeMap<AgencyCode, Agency>,
    /// Places where customers are received.
    pub offices: BTreeMap<OfficeCode, Office>,
    /// Staff.
    pub officers: BTreeMap<OfficerCode, Officer>,
    /// Parts of its area.
    pub districts: BTreeMap<DistrictCode, District>,
    /// Waiting work.
    pub queues: BTreeMap<QueueCode, Queue>,
    /// How cases can end.
    pub outcomes: BTreeMap<OutcomeCode, Outcome>,
    /// What customers can get.
    pub services: BTreeMap<ServiceCode, Service>,
    /// What officers may decide alone.
    pub authority: Authority,
    /// What the portal leads to first.
    pub portal: Portal,
    /// What officers often write.
    pub snippets: Vec<Snippet>,
    names: BTreeMap<String, ServiceCode>,
    fingerprint: u64,
}

/// One file of the city's data.
#[derive(Debug, Clone)]
pub struct CityFile {
    /// Its path below the city's folder, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CityToml {
    name: Localized,
    jurisdiction: String,
    contact: Localized,
    site: Option<toml::Spanned<String>>,
    key_service: String,
    zone: toml::Spanned<String>,
    languages: toml::Spanned<Vec<String>>,
    calendar: toml::Spanned<String>,
    source: Option<Localized>,
}

impl City {
    /// Reads a city from its files. All faults are reported at once, each with file, line, key and mend.
    pub fn read(files: &[CityFile]) -> Result<Self, Faults> {
        let mut reader = Reader::new(files);
        let city = Self::assemble(&mut reader);
        if reader.has_read("calendars.toml") {
            reader.report_unread();
        }
        match (city, reader.into_faults()) {
            (Some(city), faults) if faults.is_empty() => Ok(city),
            (_, faults) => Err(Faults(faults)),
        }
    }

    fn assemble(reader: &mut Reader<'_>) -> Option<Self> {
        let (sheet, own) = reader.required::<CityToml>("city.toml")?;
        let site = own.site.map(|site| checked_site(&sheet, site, reader));
        let languages = checked_languages(&sheet, own.languages, reader);
        let calendars = hours::read(reader, &sheet, &own.zone);
        let calendar = reader.known(&sheet, "calendar", &own.calendar, &calendars).cloned();
        let authority = authority::read(reader);
        let people = people::read(reader, &calendars, &authority);
        let districts = districts::read(reader);
        let outcomes = catalogue::read_outcomes(reader);
        let forms = forms::read(reader);
        let ground =
            catalogue::Ground { calendars: &calendars, people: &people, outcomes: &outcomes, forms: &forms };
        let services = catalogue::read_services(reader, &ground);
        forms::follow(reader, &forms, &services);
        let names = catalogue::names(reader, &services);
        let portal = portal::read(reader, &services, &people.officers);
        let snippets = snippets::read(reader);
        Some(Self {
            name: own.name,
            jurisdiction: own.jurisdiction,
            contact: own.contact,
            site,
            key_service: own.key_service,
            zone: own.zone.into_inner(),
            languages,
            source: own.source,
            calendar: calendar?,
            agencies: people.agencies,
            offices: people.offices,
            officers: people.officers,
            queues: people.queues,
            districts,
            outcomes,
            services,
            authority,
            portal,
            snippets,
            names,
            fingerprint: reader.fingerprint(),
        })
    }

    /// The service with this code, or with this name in the system that the city had before.
    pub fn service(&self, code_or_name: &str) -> Option<&Service> {
        self.services.get(code_or_name).or_else(|| self.services.get(self.names.get(&squeeze(code_or_name))?))
    }

    /// An officer with what they are trusted with; nobody where they do not serve here, or not any more.
    pub fn principal(&self, code: &OfficerCode) -> Option<Principal> {
        let officer = self.officers.get(code)?;
        Some(Principal {
            roles: officer.roles.clone(),
            agency: officer.agency.clone(),
            office: officer.office.clone(),
            ..Principal::new(Actor::Officer(code.clone()))
        })
    }

    /// The service for complaints, compliments or appeals that the portal leads to.
    pub fn service_of(&self, kind: CaseKind) -> Option<&Service> {
        let code = match kind {
            CaseKind::Complaint => &self.portal.complaint,
            CaseKind::Compliment => &self.portal.compliment,
            CaseKind::Appeal => &self.portal.appeal,
            CaseKind::Enquiry
            | CaseKind::Report
            | CaseKind::Application
            | CaseKind::Booking
            | CaseKind::RecordsRequest => &None,
        };
        self.services.get(code.as_ref()?)
    }

    /// Whether the areas of the districts are known, so that a position can be told to lie outside.
    pub fn has_areas(&self) -> bool {
        self.districts.values().any(District::has_area)
    }

    /// The district in which a place lies.
    pub fn district_of(&self, place: &Place) -> Option<&DistrictCode> {
        let position = place.position?;
        self.districts.values().find(|district| district.contains(position)).map(|district| &district.code)
    }

    /// The district of this name in the system that the city had before, or with this code.
    pub fn district_named(&self, name: &str) -> Option<&DistrictCode> {
        let wanted = squeeze(name);
        self.districts
            .values()
            .find(|district| {
                district.code.as_str() == wanted || district.source_names.iter().any(|n| squeeze(n) == wanted)
            })
            .map(|district| &district.code)
    }

    /// An officer's superiors, the nearest first. The line ends; that was checked.
    pub fn superiors(&self, officer: &OfficerCode) -> Vec<&Officer> {
        let superior = |officer: &Officer| self.officers.get(officer.superior.as_ref()?);
        let first = self.officers.get(officer).and_then(superior);
        std::iter::successors(first, |officer| superior(officer)).collect()
    }

    /// The city's own language.
    pub fn language(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// A number that changes whenever the city's data do.
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }
}

/// Names compare without regard to case and to runs of spaces, which the sources are careless about.
fn squeeze(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn checked_site(sheet: &Sheet, site: toml::Spanned<String>, reader: &mut Reader<'_>) -> String {
    let (span, site) = (site.span(), site.into_inner());
    let host = site.strip_prefix("https://").or_else(|| site.strip_prefix("http://"));
    if !host.is_some_and(|host| !host.is_empty() && !host.contains(char::is_whitespace)) {
        let problem = format!("{site:?} is no address of a site");
        reader.fault(&sheet.at(span, "site"), &problem, "write site = \"https://311.example.org\"");
    }
    site
}

fn checked_languages(
    sheet: &Sheet,
    languages: toml::Spanned<Vec<String>>,
    reader: &mut Reader<'_>,
) -> Vec<String> {
    let span = languages.span();
    let languages = languages.into_inner();
    if languages.is_empty() {
        reader.fault(
            &sheet.at(span, "languages"),
            "a city speaks at least one language",
            "write languages = [\"en\"]",
        );
    }
    languages
}
