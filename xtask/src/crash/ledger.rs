//! What the clients know: each thing that they asked for, and whether it was acknowledged to them.

use serde_json::Value;

/// Something that was asked of the house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// A request over Open311.
    Request,
    /// A case over the REST API.
    Case,
    /// A note on a case.
    Note { on: String },
    /// A reply on a case as it was read.
    Reply { on: String, revision: i64 },
    /// The end of the work on a case as it was read.
    Resolution { on: String, revision: i64 },
}

impl What {
    /// The case that something is done to; none where one is opened.
    pub(super) fn on(&self) -> Option<&str> {
        match self {
            Self::Request | Self::Case => None,
            Self::Note { on } | Self::Reply { on, .. } | Self::Resolution { on, .. } => Some(on),
        }
    }
}

/// What became of it, as far as whoever asked can know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    /// The connection broke: it happened once or not at all.
    Unanswered,
    /// A 2xx was read to its end: it happened, and this was the body.
    Acknowledged(String),
    /// It was refused because others were quicker: it did not happen.
    Stale,
    /// It was refused although nothing was wrong with it.
    Refused(String),
}

/// One thing that was asked for, with what it takes to ask for it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The idempotency key.
    pub(super) key: String,
    /// The description, or the words of an act; nobody else writes the same.
    pub(super) words: String,
    /// Who asks, where they say.
    pub(super) email: Option<String>,
    pub(super) what: What,
    /// How often it was sent in vain before it met its fate.
    pub(super) broken: u32,
    pub(super) fate: Fate,
}

/// What an acknowledgement told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) reference: String,
    /// Only acts are told one.
    pub(super) revision: Option<i64>,
}

impl Told {
    /// Reads the answer of either door.
    pub(super) fn read(body: &str) -> Option<Self> {
        let body: Value = serde_json::from_str(body).ok()?;
        let open311 = body.get(0).and_then(|first| first.get("service_request_id"));
        let reference = open311.or_else(|| body.get("reference"))?.as_str()?.to_owned();
        Some(Self { reference, revision: body.get("revision").and_then(Value::as_i64) })
    }
}

/// The revision that a refusal names as the one of now.
pub(super) fn revision_now(problem: &str) -> Option<i64> {
    let problem: Value = serde_json::from_str(problem).ok()?;
    problem.get("changes")?.get("revision")?.as_i64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_both_doors_are_read() {
        let open311 = r#"[{"service_request_id":"K7Q-F2M-XD5","service_notice":null,"account_id":null}]"#;
        let told = Told { reference: "K7Q-F2M-XD5".into(), revision: None };
        assert_eq!(Told::read(open311), Some(told.clone()));
        let act = r#"{"reference":"K7Q-F2M-XD5","revision":3,"status":"open","due_at":null}"#;
        assert_eq!(Told::read(act), Some(Told { revision: Some(3), ..told }));
        assert_eq!(Told::read("[]"), None);
        assert_eq!(Told::read("{\"reference\":\"K7Q"), None);
        assert_eq!(revision_now(r#"{"status":409,"changes":{"revision":5,"since":[]}}"#), Some(5));
        assert_eq!(revision_now(r#"{"status":409}"#), None);
    }
}
