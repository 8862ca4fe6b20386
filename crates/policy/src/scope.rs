//! A decision about reading, carried to where the data are.

use terms::{AgencyCode, CaseId, CustomerId, OfficeCode, OfficerCode};

/// Leave to read, as far as it reaches. Only the policy makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope(Reach);

/// How far a scope reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Nothing at all.
    Nothing,
    /// What is public of every case.
    Public,
    /// Cases that fit any of these.
    Some {
        /// Held by one of them.
        agencies: Vec<AgencyCode>,
        /// It is asked to take the case over or does a part of it.
        partner: Option<AgencyCode>,
        /// Belongs to the customer.
        customer: Option<CustomerId>,
        /// The one case whose secret was shown.
        case: Option<CaseId>,
        /// But never what is about this officer.
        not_about: Option<OfficerCode>,
        /// Nor what is about the office where they receive people.
        not_at: Option<OfficeCode>,
    },
    /// Everything.
    Everything,
}

impl Scope {
    pub(crate) fn new(reach: Reach) -> Self {
        Self(reach)
    }

    /// How far it reaches.
    pub fn reach(&self) -> &Reach {
        &self.0
    }
}
