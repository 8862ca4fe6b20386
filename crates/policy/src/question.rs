//! A question to the policy, stripped of everything that the rules cannot see.

use crate::Action;
use terms::{Actor, AgencyCode, Case, Principal, Purpose, Role, ScopeName};

/// What an action is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Resource {
    /// A case.
    Case {
        /// Who holds it.
        agency: AgencyCode,
        /// Who is asked to take it over.
        asked: Option<AgencyCode>,
        /// Who does a part of it.
        helpers: Vec<AgencyCode>,
        /// Whether it belongs to whoever acts.
        own: bool,
        /// Whether it is a complaint or the like about whoever acts, or about their office.
        concerns: bool,
    },
    /// A member of staff, as far as their own affairs go.
    Colleague {
        /// Their agency; none for those who serve all of them, and for those who left.
        agency: Option<AgencyCode>,
    },
    /// An article of the house's knowledge.
    Article {
        /// The agency that keeps it; none for the city as a whole.
        agency: Option<AgencyCode>,
        /// Whether whoever acts owns it.
        own: bool,
    },
    /// A place where people are received.
    Office {
        /// The agency that receives them.
        agency: AgencyCode,
        /// Whether whoever acts is found there.
        own: bool,
    },
    /// A customer's record.
    Record,
    /// The city as a whole.
    City,
    /// The installation.
    Installation,
}

impl Resource {
    /// A case, as one who acts relates to it.
    pub fn case(case: &Case, principal: &Principal) -> Self {
        let customer = match principal.actor {
            Actor::Customer(customer) => case.state.customer == Some(customer),
            _ => false,
        };
        Self::Case {
            agency: case.state.agency.clone(),
            asked: case.state.transfer_to.clone(),
            helpers: case.state.open_tasks.clone(),
            own: customer || principal.case == Some(case.id),
            concerns: concerns(case, principal),
        }
    }

    /// A case of an agency, with which nobody else has to do.
    pub(crate) fn case_of(agency: &AgencyCode) -> Self {
        Self::Case { agency: agency.clone(), asked: None, helpers: Vec::new(), own: false, concerns: false }
    }

    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Case { .. } => "Case",
            Self::Colleague { .. } => "Colleague",
            Self::Article { .. } => "Article",
            Self::Office { .. } => "Office",
            Self::Record => "Record",
            Self::City => "City",
            Self::Installation => "Installation",
        }
    }
}

/// Nobody works on what is about themselves, or about the office where they receive people.
fn concerns(case: &Case, principal: &Principal) -> bool {
    let about = &case.state.about;
    match &principal.actor {
        Actor::Officer(officer) => {
            about.officer.as_ref() == Some(officer)
                || about.office.is_some() && about.office == principal.office
        }
        Actor::Public | Actor::Customer(_) | Actor::Integration(_) | Actor::House => false,
    }
}

/// Whether somebody may do something to something for some purpose. Questions that look alike to the rules
/// are equal, so that an answer serves for all of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Question {
    pub(crate) who: &'static str,
    pub(crate) roles: Vec<Role>,
    pub(crate) agency: Option<AgencyCode>,
    pub(crate) scopes: Option<Vec<ScopeName>>,
    pub(crate) action: Action,
    pub(crate) resource: Resource,
    pub(crate) purpose: Purpose,
}

impl Question {
    /// A question.
    pub fn new(principal: &Principal, action: Action, resource: Resource, purpose: Purpose) -> Self {
        let who = match principal.actor {
            Actor::Public => "Public",
            Actor::Customer(_) => "Customer",
            Actor::Officer(_) => "Officer",
            Actor::Integration(_) => "Integration",
            Actor::House => "House",
        };
        Self {
            who,
            roles: principal.roles.clone(),
            agency: principal.agency.clone(),
            scopes: principal.scopes.clone(),
            action,
            resource,
            purpose,
        }
    }
}
