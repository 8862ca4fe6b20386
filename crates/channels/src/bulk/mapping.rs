//! Which column holds what: a small TOML file beside the city's data.

use serde::Deserialize;
use std::collections::BTreeMap;
use terms::Channel;

/// How to read the CSV of an earlier system.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Where the rows come from.
    pub source: Source,
    /// Which column holds what.
    pub columns: ColumnNames,
    /// The channels by the names that the source has for them.
    #[serde(default)]
    pub channels: BTreeMap<String, Channel>,
}

/// Where rows come from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// A short name; with a row's id it makes the row known, so that importing twice changes nothing.
    pub name: String,
    /// The zone of times that have no offset.
    pub zone: String,
    /// How times are written, in the letters of strftime.
    pub time_format: String,
    /// Words with which the source begins every closing remark, to be left out.
    #[serde(default)]
    pub closing_prefix: String,
}

/// Which column holds what. Those that are not named are not read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnNames {
    /// The row's own number.
    pub id: String,
    /// The service, by code or by a name that the catalogue knows.
    pub service: String,
    /// When it was opened.
    pub opened_at: String,
    /// When it was closed, if it was.
    pub closed_at: Option<String>,
    /// When the source said it was due.
    pub due_at: Option<String>,
    /// The closing remark.
    pub closing: Option<String>,
    /// How it came in.
    pub channel: Option<String>,
    /// The district.
    pub district: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// The postal code.
    pub zipcode: Option<String>,
    /// Degrees north.
    pub lat: Option<String>,
    /// Degrees east.
    pub long: Option<String>,
    /// What was asked, in words.
    pub description: Option<String>,
    /// A picture.
    pub media_url: Option<String>,
    /// The department; read only when a catalogue is derived.
    pub agency: Option<String>,
    /// The heading of the service; read only when a catalogue is derived.
    pub group: Option<String>,
}

/// Why a mapping cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// Not TOML, or not the keys of a mapping.
    #[error("{0}")]
    Form(String),
    /// A column that the CSV does not have.
    #[error("the CSV has no column {column:?} for `{key}`; it has: {present}")]
    Column {
        /// The mapping's key.
        key: &'static str,
        /// The column that it names.
        column: String,
        /// The columns that there are.
        present: String,
    },
}

impl Mapping {
    /// Reads a mapping from its TOML.
    pub fn read(text: &str) -> Result<Self, MappingError> {
        toml::from_str(text).map_err(|error| MappingError::Form(error.to_string()))
    }
}
