//! Customers, the addresses by which they are reached, and each touch over a channel.

use crate::word::words;
use crate::{Actor, CaseId, Channel, ContactId, CustomerId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

words! {
    /// What a customer is.
    CustomerKind, "kind of customer", {
        /// Somebody.
        Person = "person",
        /// A firm or an association.
        Business = "business",
    }
}

words! {
    /// The ways of reaching a customer.
    ContactPointKind, "kind of contact point", {
        /// An e-mail address, in small letters.
        Email = "email",
        /// A phone number, E.164 where its country is known.
        Phone = "phone",
        /// An account with a channel's provider.
        Account = "account",
    }
}

words! {
    /// Which way a contact went.
    Direction, "direction", {
        /// From the customer.
        Inbound = "inbound",
        /// To the customer.
        Outbound = "outbound",
        /// Between officers; no customer ever sees it.
        Internal = "internal",
    }
}

words! {
    /// What a contact is for.
    ContactKind, "kind of contact", {
        /// A message between the customer and an officer.
        Message = "message",
        /// A note of an officer for colleagues.
        Note = "note",
        /// A message that the house sent by itself.
        Notice = "notice",
    }
}

/// A person or a business that the government serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Its id.
    pub id: CustomerId,
    /// Person or business.
    pub kind: CustomerKind,
    /// The name as the customer writes it.
    pub name: Option<String>,
    /// The language to write to them in, BCP 47.
    pub language: Option<String>,
    /// Since when it is known.
    pub created_at: Timestamp,
}

/// A way of reaching a customer, normalised so that equal means the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ContactPoint {
    /// E-mail, phone or account.
    pub kind: ContactPointKind,
    /// The normalised value.
    pub value: String,
    /// Whether the customer proved that it is theirs.
    pub verified: bool,
}

/// One touch over one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// The case that it belongs to.
    pub case: CaseId,
    /// To, from or between.
    pub direction: Direction,
    /// Message, note or notice.
    pub kind: ContactKind,
    /// The channel it came or goes over.
    pub channel: Channel,
    /// Who wrote it.
    pub writer: Actor,
    /// The words.
    pub body: String,
    /// When.
    pub at: Timestamp,
}
