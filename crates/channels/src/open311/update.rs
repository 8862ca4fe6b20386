//! Updates from a partner's system: the widely used `servicerequestupdates` extension.

use super::{Fault, instant};
use jiff::Timestamp;
use terms::Reference;

/// What a partner says of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// The partner's key.
    pub api_key: Option<String>,
    /// The partner's own number of the update; sending it again changes nothing.
    pub update_id: String,
    /// Which request.
    pub reference: Reference,
    /// Where it stands.
    pub status: UpdateStatus,
    /// In words.
    pub description: String,
    /// When.
    pub at: Timestamp,
}

/// Where a request stands, in the extension's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UpdateStatus {
    /// Nothing changes but for the words.
    Unchanged,
    /// It is worked on.
    Open,
    /// It ended, in the way that the word says.
    Ended(String),
}

const OPEN: [&str; 8] = [
    "OPEN",
    "REOPEN",
    "IN_PROGRESS",
    "INVESTIGATING",
    "PLANNED",
    "ACTION_SCHEDULED",
    "FOR_TRIAGE",
    "INTERNAL_REFERRAL",
];
const ENDED: [&str; 6] =
    ["CLOSED", "FIXED", "DUPLICATE", "NOT_COUNCILS_RESPONSIBILITY", "NO_FURTHER_ACTION", "CANCELLED"];

/// Reads the fields of an update.
pub fn update(fields: &[(String, String)]) -> Result<Update, Fault> {
    let given = |name: &str| {
        let mut values = fields.iter().filter(|(key, _)| key == name).map(|(_, value)| value.trim());
        values.find(|value| !value.is_empty()).map(ToOwned::to_owned)
    };
    let needed = |name: &str| given(name).ok_or_else(|| Fault::bad(format!("{name} was not provided")));
    let reference = needed("service_request_id")?;
    let reference = reference.parse().map_err(|_| Fault::not_found("there is no request with this id"))?;
    let update_id = needed("update_id")?;
    if update_id.len() > 200 {
        return Err(Fault::bad("update_id has more than 200 characters"));
    }
    Ok(Update {
        api_key: given("api_key"),
        update_id,
        reference,
        status: status(&needed("status")?)?,
        description: given("description").unwrap_or_default(),
        at: instant("updated_datetime", &needed("updated_datetime")?)?,
    })
}

fn status(word: &str) -> Result<UpdateStatus, Fault> {
    let word = word.to_ascii_uppercase();
    match word.as_str() {
        "UNCHANGED" => Ok(UpdateStatus::Unchanged),
        word if OPEN.contains(&word) => Ok(UpdateStatus::Open),
        word if ENDED.contains(&word) => Ok(UpdateStatus::Ended(word.to_owned())),
        _ => {
            let known = [&["UNCHANGED"], OPEN.as_slice(), &ENDED].concat().join(", ");
            Err(Fault::bad(format!("status is one of: {known}")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use terms::Chance;

    #[test]
    fn an_update_is_read_and_a_bad_one_refused() {
        let reference = Reference::new(&Chance::from_seed([1; 32])).to_string();
        let good = [
            ("service_request_id", reference.as_str()),
            ("update_id", "77"),
            ("status", "fixed"),
            ("updated_datetime", "2015-03-02T10:00:00-05:00"),
            ("description", "New bulb"),
        ];
        let read = |pairs: &[(&str, &str)]| {
            update(
                &pairs
                    .iter()
                    .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(read(&good).unwrap().status, UpdateStatus::Ended("FIXED".into()));
        for (place, value, code) in [(0, "junk", 404), (1, "", 400), (2, "MAYBE", 400), (3, "noon", 400)] {
            let mut bad = good;
            bad[place].1 = value;
            assert_eq!(read(&bad).unwrap_err().code, code);
        }
    }
}
