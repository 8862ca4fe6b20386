//! One request of an earlier system, read from a CSV record.

use super::{Mapping, MappingError, TimeError, local_time};
use csv::StringRecord;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use terms::{Channel, Place, Position};

/// The longest text that is taken over from a cell, in characters.
const LONGEST: usize = 4_000;

/// A request of an earlier system, in our words.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceRow {
    /// The source's own number.
    pub id: String,
    /// The service, as the source calls it.
    pub service: String,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was closed, if it was.
    pub closed_at: Option<Timestamp>,
    /// When the source said it was due.
    pub due_at: Option<Timestamp>,
    /// The closing remark.
    pub closing: Option<String>,
    /// How it came in.
    pub channel: Option<Channel>,
    /// The district, as the source calls it.
    pub district: Option<String>,
    /// Where it is.
    pub place: Place,
    /// What was asked.
    pub description: Option<String>,
    /// A picture.
    pub media_url: Option<String>,
    /// The department, as the source calls it.
    pub agency: Option<String>,
    /// The heading of the service.
    pub group: Option<String>,
}

/// A row that cannot be taken over, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reject {
    /// A cell that must hold something is empty.
    #[error("{0} is empty")]
    Empty(&'static str),
    /// A time that cannot be read.
    #[error("{0}: {1}")]
    Time(&'static str, TimeError),
    /// A channel that the mapping does not know.
    #[error("the mapping names no channel for {0:?}; add it under [channels]")]
    Channel(String),
    /// Coordinates that are no place on earth.
    #[error("{0:?}, {1:?} are no coordinates")]
    Coordinates(String, String),
}

/// A mapping applied to the header of a CSV: where to find what.
#[derive(Debug, Clone)]
pub struct Columns<'a> {
    mapping: &'a Mapping,
    zone: TimeZone,
    id: usize,
    service: usize,
    opened_at: usize,
    closed_at: Option<usize>,
    due_at: Option<usize>,
    closing: Option<usize>,
    channel: Option<usize>,
    district: Option<usize>,
    address: Option<usize>,
    zipcode: Option<usize>,
    lat: Option<usize>,
    long: Option<usize>,
    description: Option<usize>,
    media_url: Option<usize>,
    agency: Option<usize>,
    group: Option<usize>,
}

impl<'a> Columns<'a> {
    /// Finds the columns that a mapping names.
    pub fn find(mapping: &'a Mapping, header: &StringRecord) -> Result<Self, MappingError> {
        let names = &mapping.columns;
        let zone = TimeZone::get(&mapping.source.zone)
            .map_err(|_| MappingError::Form(format!("{:?} is no IANA time zone", mapping.source.zone)))?;
        let needed = |key: &'static str, column: &str| {
            header.iter().position(|name| name.trim() == column).ok_or_else(|| MappingError::Column {
                key,
                column: column.to_owned(),
                present: header.iter().take(60).collect::<Vec<_>>().join(", "),
            })
        };
        let named = |key: &'static str, column: &Option<String>| {
            column.as_ref().map(|column| needed(key, column)).transpose()
        };
        Ok(Self {
            mapping,
            zone,
            id: needed("id", &names.id)?,
            service: needed("service", &names.service)?,
            opened_at: needed("opened_at", &names.opened_at)?,
            closed_at: named("closed_at", &names.closed_at)?,
            due_at: named("due_at", &names.due_at)?,
            closing: named("closing", &names.closing)?,
            channel: named("channel", &names.channel)?,
            district: named("district", &names.district)?,
            address: named("address", &names.address)?,
            zipcode: named("zipcode", &names.zipcode)?,
            lat: named("lat", &names.lat)?,
            long: named("long", &names.long)?,
            description: named("description", &names.description)?,
            media_url: named("media_url", &names.media_url)?,
            agency: named("agency", &names.agency)?,
            group: named("group", &names.group)?,
        })
    }

    /// Reads one record.
    pub fn row(&self, record: &StringRecord) -> Result<SourceRow, Reject> {
        let text = |place: Option<usize>| text(record.get(place?)?);
        let time = |key, place: Option<usize>| {
            let Some(text) = text(place) else { return Ok(None) };
            let format = Some(self.mapping.source.time_format.as_str());
            local_time(&text, &self.zone, format).map(Some).map_err(|error| Reject::Time(key, error))
        };
        let prefix = self.mapping.source.closing_prefix.as_str();
        Ok(SourceRow {
            id: text(Some(self.id)).ok_or(Reject::Empty("id"))?,
            service: text(Some(self.service)).ok_or(Reject::Empty("service"))?,
            opened_at: time("opened_at", Some(self.opened_at))?.ok_or(Reject::Empty("opened_at"))?,
            closed_at: time("closed_at", self.closed_at)?,
            due_at: time("due_at", self.due_at)?,
            closing: text(self.closing)
                .map(|text| text.strip_prefix(prefix).unwrap_or(&text).trim().to_owned()),
            channel: text(self.channel).map(|name| self.channel_named(name)).transpose()?,
            district: text(self.district),
            place: Place {
                address: text(self.address),
                address_id: None,
                zipcode: text(self.zipcode),
                position: position(text(self.lat), text(self.long))?,
            },
            description: text(self.description),
            media_url: text(self.media_url),
            agency: text(self.agency),
            group: text(self.group),
        })
    }

    fn channel_named(&self, name: String) -> Result<Channel, Reject> {
        self.mapping.channels.get(&name).copied().ok_or(Reject::Channel(name))
    }
}

/// A cell's text with single spaces; nothing when it is empty.
fn text(cell: &str) -> Option<String> {
    let mut words = cell.split_whitespace().peekable();
    words.peek()?;
    let joined = words.collect::<Vec<_>>().join(" ");
    Some(if joined.len() > LONGEST { joined.chars().take(LONGEST).collect() } else { joined })
}

fn position(lat: Option<String>, long: Option<String>) -> Result<Option<Position>, Reject> {
    let (Some(lat), Some(long)) = (lat, long) else { return Ok(None) };
    match (lat.parse(), long.parse()) {
        (Ok(north), Ok(east)) => Position::new(north, east).map(Some).ok_or(Reject::Coordinates(lat, long)),
        _ => Err(Reject::Coordinates(lat, long)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MAPPING: &str = r#"
        [source]
        name = "old"
        zone = "America/New_York"
        time_format = "%m/%d/%Y %I:%M:%S %p"
        closing_prefix = "Case Closed"
        [columns]
        id = "ID"
        service = "TYPE"
        opened_at = "OPEN"
        closed_at = "CLOSED"
        closing = "WHY"
        channel = "SOURCE"
        lat = "LAT"
        long = "LONG"
        [channels]
        "Constituent Call" = "phone"
    "#;

    fn read(row: &[&str]) -> Result<SourceRow, Reject> {
        let mapping = Mapping::read(MAPPING).unwrap();
        let header = StringRecord::from(vec!["ID", "TYPE", "OPEN", "CLOSED", "WHY", "SOURCE", "LAT", "LONG"]);
        Columns::find(&mapping, &header).unwrap().row(&StringRecord::from(row.to_vec()))
    }

    #[test]
    fn a_row_comes_out_in_our_words() {
        let row = read(&[
            "101",
            "Sign  Repair",
            "03/02/2015 09:30:00 AM",
            "",
            "Case Closed Case Noted",
            "Constituent Call",
            "42.36",
            "-71.06",
        ])
        .unwrap();
        assert_eq!((row.service.as_str(), row.channel), ("Sign Repair", Some(Channel::Phone)));
        assert_eq!(row.opened_at.to_string(), "2015-03-02T14:30:00Z");
        assert_eq!((row.closed_at, row.closing.as_deref()), (None, Some("Case Noted")));
        assert_eq!(row.place.position, Position::new(42.36, -71.06));
    }

    #[test]
    fn a_bad_cell_rejects_its_row_in_words() {
        let good = ["1", "Sign", "03/02/2015 09:30:00 AM", "", "", "", "", ""];
        for (cell, value, expected) in [
            (0, " ", "id is empty"),
            (2, "", "opened_at is empty"),
            (3, "never", "closed_at: \"never\" is no time"),
            (5, "Pigeon", "no channel for \"Pigeon\""),
            (6, "91", "no coordinates"),
        ] {
            let mut row = good;
            row[7] = "0";
            row[cell] = value;
            let message = read(&row).unwrap_err().to_string();
            assert!(message.contains(expected), "{message}");
        }
    }

    #[test]
    fn a_missing_column_is_named_with_those_that_there_are() {
        let mapping = Mapping::read(MAPPING).unwrap();
        let error = Columns::find(&mapping, &StringRecord::from(vec!["ID", "KIND"])).unwrap_err().to_string();
        assert!(error.contains("\"TYPE\"") && error.contains("ID, KIND"), "{error}");
        assert!(Mapping::read("[source]\nname = 1").is_err());
    }

    proptest! {
        #[test]
        fn no_row_makes_the_reader_panic(cells in prop::collection::vec(".{0,30}", 0..9)) {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let _ = read(&cells);
        }
    }
}
