//! The registry of typed ids: one UUIDv7 newtype for each noun that has rows.

use crate::Chance;
use jiff::Timestamp;

/// Declares the ids; each is time-ordered, so that new rows land at the end of an index.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// A new id from the act's own time and chance.
            pub fn new(at: Timestamp, chance: &Chance) -> Self {
                let ms = u64::try_from(at.as_millisecond()).unwrap_or(0);
                Self(uuid::Builder::from_unix_timestamp_millis(ms, &chance.for_id()).into_uuid())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.hyphenated().fmt(f) }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { uuid::Uuid::parse_str(text).map(Self) }
        }
    )+};
}

ids! {
    /// A question to a superior.
    ApprovalId,
    /// An article of the house's knowledge.
    ArticleId,
    /// A request that is being written.
    AskingId,
    /// A time at an office, from when it is first held.
    BookingId,
    /// One act on many cases.
    BulkActId,
    /// One piece of work for a customer.
    CaseId,
    /// A code that was asked for; the code itself is never stored.
    CodeId,
    /// What an officer writes about a case until it is sent.
    CompositionId,
    /// One touch over one channel.
    ContactId,
    /// A change of what a customer told.
    CorrectionId,
    /// An address by which a customer is reached.
    ContactPointId,
    /// A person or a business.
    CustomerId,
    /// A screen or a kiosk of an office.
    DeviceId,
    /// Words that could not be saved where they were meant to go, kept for their writer.
    DraftId,
    /// Something that happened.
    EventId,
    /// A rating with words.
    FeedbackId,
    /// A file of a customer or an officer.
    FileId,
    /// A submission stored raw, to be taken in later.
    InboxId,
    /// Work that follows from an event.
    JobId,
    /// A named list of acts.
    MacroId,
    /// A message that leaves the house.
    MessageId,
    /// The time in which an officer serves.
    ShiftId,
    /// A part of a case that a partner agency does.
    TaskId,
    /// An API token; the token's text is never stored.
    TokenId,
    /// A filter that an officer keeps.
    ViewId,
    /// Attendance at an office.
    VisitId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_time_and_read_back() {
        let chance = Chance::from_seed([7; 32]);
        let early = CaseId::new(Timestamp::from_millisecond(1_000).unwrap(), &chance);
        let late = CaseId::new(Timestamp::from_millisecond(2_000).unwrap(), &chance);
        assert!(early < late);
        assert!(early.to_string() < late.to_string());
        assert_eq!(early.to_string().parse::<CaseId>().unwrap(), early);
        let next = CaseId::new(Timestamp::from_millisecond(2_000).unwrap(), &chance);
        assert!(late < next, "of one millisecond too");
        assert!("not-an-id".parse::<CaseId>().is_err());
    }
}
