//! Whoever serves: what an officer can do, and at which counter.

use super::{Kind, Reason, Ticket};

/// An officer at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Officer<'a> {
    /// Who it is.
    pub code: &'a str,
    /// Where they sit.
    pub counter: &'a str,
    /// What this counter serves.
    pub services: &'a [&'a str],
    /// What they have learnt.
    pub skills: &'a [&'a str],
    /// What is handed to them.
    pub takes: Takes,
    /// Since when they are free.
    pub idle_since_ms: i64,
}

/// What is handed to an officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Visits and calls.
    Live,
    /// Written work.
    Written,
    /// Whatever is next.
    Both,
}

impl Takes {
    /// Whether visits and calls are.
    pub fn live(self) -> bool {
        matches!(self, Self::Live | Self::Both)
    }

    /// Whether written work is.
    pub fn written(self) -> bool {
        matches!(self, Self::Written | Self::Both)
    }
}

impl Officer<'_> {
    /// Whether they can serve a ticket, or why not.
    pub fn can<'a>(&self, ticket: &Ticket<'a>) -> Result<(), Reason<'a>> {
        let needs = &ticket.needs;
        let taken = match ticket.kind {
            Kind::Live => self.takes.live(),
            Kind::Written { .. } => self.takes.written(),
        };
        if let Some(officer) = needs.officer.filter(|officer| *officer != self.code) {
            return Err(Reason::OtherOfficer { officer });
        }
        if let Some(counter) = needs.counter.filter(|counter| *counter != self.counter) {
            return Err(Reason::OtherCounter { counter });
        }
        if !self.services.contains(&ticket.service) {
            return Err(Reason::OtherService { service: ticket.service });
        }
        if let Some(skill) = needs.skills.iter().find(|skill| !self.skills.contains(skill)) {
            return Err(Reason::Skill { skill });
        }
        if taken { Ok(()) } else { Err(Reason::OtherChannel) }
    }
}
