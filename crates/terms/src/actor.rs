//! Who acts, in which capacity, and why.

use crate::word::words;
use crate::{AgencyCode, CaseId, CustomerId, OfficeCode, OfficerCode, TokenId};
use std::fmt;
use std::str::FromStr;

/// Who did something, as the event log remembers it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Somebody who did not say who they are.
    Public,
    /// A known customer.
    Customer(CustomerId),
    /// A member of staff.
    Officer(OfficerCode),
    /// Another computer, by the token that it holds.
    Integration(TokenId),
    /// The house itself.
    House,
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public => f.write_str("public"),
            Self::Customer(id) => write!(f, "customer:{id}"),
            Self::Officer(code) => write!(f, "officer:{code}"),
            Self::Integration(id) => write!(f, "integration:{id}"),
            Self::House => f.write_str("house"),
        }
    }
}

impl FromStr for Actor {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let unknown = || format!("{text:?} names no actor");
        match text.split_once(':') {
            None if text == "public" => Ok(Self::Public),
            None if text == "house" => Ok(Self::House),
            Some(("customer", id)) => id.parse().map(Self::Customer).map_err(|_| unknown()),
            Some(("integration", id)) => id.parse().map(Self::Integration).map_err(|_| unknown()),
            Some(("officer", code)) => Ok(Self::Officer(OfficerCode::new(code))),
            _ => Err(unknown()),
        }
    }
}

words! {
    /// What an officer is trusted with.
    Role, "role", {
        /// Takes requests in, answers, and hands on.
        Clerk = "clerk",
        /// Works the requests of one agency.
        Specialist = "specialist",
        /// Leads a team: everything that its members may do, and the distribution of work.
        Supervisor = "supervisor",
        /// Reads figures, never a customer's record.
        Analyst = "analyst",
        /// Runs the installation: tokens, jobs, health.
        Administrator = "administrator",
        /// Takes requests in for every agency of the city.
        ContactCentre = "contact-centre",
    }
}

words! {
    /// What a token opens; an act needs the scope as well as the role.
    ScopeName, "scope", {
        /// Send requests and updates over Open311.
        Open311 = "open311",
        /// Open cases.
        CasesOpen = "cases:open",
        /// Read cases.
        CasesRead = "cases:read",
        /// Work cases: assign, answer, hand on, resolve.
        CasesWork = "cases:work",
        /// Read customers' records.
        CustomersRead = "customers:read",
        /// See and replay jobs.
        JobsRun = "jobs:run",
    }
}

words! {
    /// Why somebody's data is used. Every look at it says one.
    Purpose, "purpose", {
        /// To serve the customer whose request it is.
        Service = "service",
        /// To see that the work is done well.
        Supervision = "supervision",
        /// To check afterwards who did what.
        Audit = "audit",
        /// To publish figures.
        Statistics = "statistics",
        /// To keep the installation running.
        Operation = "operation",
    }
}

/// Somebody with what they may be trusted with, as the door established it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Principal {
    /// Who it is.
    pub actor: Actor,
    /// An officer's roles.
    pub roles: Vec<Role>,
    /// The agency that an officer or an integration belongs to; none for the whole city.
    pub agency: Option<AgencyCode>,
    /// The office where an officer receives people, if they do.
    pub office: Option<OfficeCode>,
    /// What the token in use opens; none where no token limits the act.
    pub scopes: Option<Vec<ScopeName>>,
    /// The one case whose secret this principal has shown.
    pub case: Option<CaseId>,
}

impl Principal {
    /// Somebody who is who they say, limited by no token.
    pub fn new(actor: Actor) -> Self {
        Self { actor, roles: Vec::new(), agency: None, office: None, scopes: None, case: None }
    }

    /// Somebody at a public door.
    pub fn public() -> Self {
        Self::new(Actor::Public)
    }

    /// The house itself, in jobs and imports.
    pub fn house() -> Self {
        Self::new(Actor::House)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actors_and_words_read_back() {
        for text in ["public", "house", "officer:lee", "customer:01900000-0000-7000-8000-000000000000"] {
            assert_eq!(text.parse::<Actor>().unwrap().to_string(), text);
        }
        assert!("martian".parse::<Actor>().is_err() && "customer:x".parse::<Actor>().is_err());
        for role in Role::ALL {
            assert_eq!(role.as_str().parse::<Role>().unwrap(), *role);
        }
        let error = "emperor".parse::<Role>().unwrap_err().to_string();
        assert!(error.contains("emperor") && error.contains("supervisor"), "{error}");
    }
}
