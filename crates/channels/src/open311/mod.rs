//! Open311 GeoReport v2: what is sent to it, and what it answers in XML and JSON.
//!
//! Source: <https://wiki.open311.org/GeoReport_v2>. Where its prose and the published JSON Schemas differ, the
//! schemas hold: ids, codes and keys are strings, `metadata`, `required` and `variable` are booleans, `lat` and
//! `long` numbers.

mod answer;
mod form;
mod query;
mod tree;
mod update;

pub use answer::{
    Attribute, Created, Discovery, Endpoint, ExtendedAttribute, Extension, Note, RequestEntry, ServiceEntry,
    ServiceType, UpdateEntry, created, definition, discovery, errors, requests, services, token, updates,
    updates_created,
};
pub use form::{Submission, submission};
pub use query::{LONGEST_SPAN_DAYS, MOST_REQUESTS, RequestsQuery, instant, requests_query, span};
pub use tree::{Format, Tree, possible_in_xml};
pub use update::{Update, UpdateStatus, update};

/// What an error body says: a code and a description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// 400, 403 or 404; other HTTP statuses where the standard has none.
    pub code: u16,
    /// What is wrong and how to mend it.
    pub description: String,
}

impl Fault {
    /// Something that was sent cannot be used.
    pub fn bad(description: impl Into<String>) -> Self {
        Self { code: 400, description: description.into() }
    }

    /// A resource that is not there.
    pub fn not_found(description: impl Into<String>) -> Self {
        Self { code: 404, description: description.into() }
    }

    /// A key that is missing or does not fit.
    pub fn forbidden(description: impl Into<String>) -> Self {
        Self { code: 403, description: description.into() }
    }
}
