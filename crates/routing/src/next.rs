//! Who is served next: one order over visits, calls and written work, that can be explained to whoever was passed.
//!
//! Of the tickets that an officer can serve, in this order:
//!
//! 1. whoever is over the bound on age, the longest over it first;
//! 2. the higher priority;
//! 3. the greater age as a share of its target, which is the generalised c-mu rule for a quadratic cost of waiting
//!    (Mandelbaum and Stolyar, "Scheduling flexible servers with convex delay costs", Operations Research 52, 2004);
//! 4. the earlier place;
//! 5. the smaller id, so that the order is total.
//!
//! **Heads suffice.** Tickets of one [`Line`] share service, kind, priority, target and needs. What differs between
//! them is age and place, and neither the bound nor the share ever turns two ages round. So the first of each line
//! stands before the rest of it at every instant, and only the first ones have to be compared.
//!
//! **Overtaking is bounded.** A ticket crosses its bound at one instant. From then on only tickets that crossed before
//! it are served before it, and nobody can join those: of its own kind, none with a later place. Until then it can
//! be passed by as many as are begun within its bound, and no more.

mod explain;
mod officer;
mod ticket;

pub use explain::{Reason, Share};
pub use officer::{Officer, Takes};
pub use ticket::{Kind, Line, Needs, Priority, Ticket};

use std::cmp::Ordering;

const HOUR_MS: i64 = 3_600_000;

/// What an office decides about its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// From which age on somebody who waits for an officer goes before all priority.
    pub live_bound_ms: i64,
    /// By how much working time a promise is missed before written work goes before all priority.
    pub written_bound_ms: i64,
    /// How many officers stay idle for visits and calls while written work could be handed out.
    pub reserve: u32,
}

impl Default for Rule {
    fn default() -> Self {
        Self { live_bound_ms: 2 * HOUR_MS, written_bound_ms: 40 * HOUR_MS, reserve: 1 }
    }
}

/// Where a ticket stands at an instant; the greater goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// By how much it is over the bound on age.
    pub over_ms: Option<i64>,
    /// Its priority, from 0 up.
    pub class: u8,
    /// How long it has waited, in working time if it is written.
    pub age_ms: i64,
    /// How long it may wait; at least 1.
    pub target_ms: i64,
    /// Its place in time.
    pub place_ms: i64,
}

impl Standing {
    /// Where somebody stands with this age, under this bound.
    pub fn new(age_ms: i64, bound_ms: i64, class: u8, target_ms: i64, place_ms: i64) -> Self {
        let over_ms = (age_ms >= bound_ms).then(|| age_ms.saturating_sub(bound_ms));
        Self { over_ms, class, age_ms, target_ms: target_ms.max(1), place_ms }
    }

    /// The age as a share of the target, against another's; exact, since no product leaves 127 bits.
    fn share(&self, other: &Self) -> Ordering {
        let cross = |age: i64, target: i64| i128::from(age) * i128::from(target);
        cross(self.age_ms, other.target_ms).cmp(&cross(other.age_ms, self.target_ms))
    }
}

impl Ord for Standing {
    fn cmp(&self, other: &Self) -> Ordering {
        let over = self.over_ms.cmp(&other.over_ms).then(self.class.cmp(&other.class));
        let later = over.then_with(|| self.share(other)).then(other.place_ms.cmp(&self.place_ms));
        // Equal standings are equal in every field, as an order asks for.
        later.then(self.target_ms.cmp(&other.target_ms)).then(self.age_ms.cmp(&other.age_ms))
    }
}

impl PartialOrd for Standing {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Rule {
    /// Where a ticket stands now.
    pub fn standing(&self, ticket: &Ticket<'_>, now_ms: i64) -> Standing {
        let (age_ms, bound_ms) = (ticket.age_ms(now_ms), self.bound_ms(ticket));
        Standing::new(age_ms, bound_ms, ticket.priority.class(), ticket.target_ms, ticket.place_ms())
    }

    /// The age from which on a ticket goes before all priority.
    pub fn bound_ms(&self, ticket: &Ticket<'_>) -> i64 {
        match ticket.kind {
            Kind::Live => self.live_bound_ms,
            Kind::Written { .. } => ticket.target_ms.saturating_add(self.written_bound_ms),
        }
    }

    /// The total order: whoever is served earlier is less.
    pub fn compare(&self, now_ms: i64, one: &Ticket<'_>, other: &Ticket<'_>) -> Ordering {
        self.standing(other, now_ms).cmp(&self.standing(one, now_ms)).then_with(|| one.id.cmp(other.id))
    }

    /// Who takes a ticket that comes while officers are idle: of those who can, the one who is idle for longest.
    pub fn officer<'o>(
        &self,
        now_ms: i64,
        ticket: &Ticket<'_>,
        idle: &'o [Officer<'o>],
    ) -> Option<&'o Officer<'o>> {
        let ready = count(idle.iter().filter(|officer| officer.takes.live()).count());
        let able = idle
            .iter()
            .filter(|officer| Turn { rule: self, now_ms, officer, idle: ready }.admits(ticket).is_ok());
        able.min_by_key(|officer| (officer.idle_since_ms, officer.code))
    }
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

/// An officer who is free.
#[derive(Debug, Clone, Copy)]
pub struct Turn<'t> {
    /// What the office decided.
    pub rule: &'t Rule,
    /// The instant.
    pub now_ms: i64,
    /// Who is free.
    pub officer: &'t Officer<'t>,
    /// How many officers who take visits or calls are free, this one among them.
    pub idle: u32,
}

impl Turn<'_> {
    /// Whether this officer may take a ticket now, or why not.
    pub fn admits<'a>(&self, ticket: &Ticket<'a>) -> Result<(), Reason<'a>> {
        self.officer.can(ticket)?;
        let Kind::Written { .. } = ticket.kind else { return Ok(()) };
        let kept = self.officer.takes.live() && self.idle <= self.rule.reserve;
        if kept && self.rule.standing(ticket, self.now_ms).over_ms.is_none() {
            return Err(Reason::KeptForLive { idle: self.idle, reserve: self.rule.reserve });
        }
        Ok(())
    }

    /// Whom this officer serves next; of all who wait, or of the first of each line, which comes to the same.
    pub fn next<'a, 'w>(&self, waiting: impl IntoIterator<Item = &'w Ticket<'a>>) -> Option<&'w Ticket<'a>>
    where
        'a: 'w,
    {
        self.able(waiting).min_by(|one, other| self.rule.compare(self.now_ms, one, other))
    }

    /// Whom this officer serves, in turn; of the first few of each line, the first few of all.
    pub fn in_order<'a, 'w>(&self, waiting: impl IntoIterator<Item = &'w Ticket<'a>>) -> Vec<&'w Ticket<'a>>
    where
        'a: 'w,
    {
        let mut able: Vec<_> = self.able(waiting).collect();
        able.sort_by(|one, other| self.rule.compare(self.now_ms, one, other));
        able
    }

    fn able<'a, 'w>(
        &self,
        waiting: impl IntoIterator<Item = &'w Ticket<'a>>,
    ) -> impl Iterator<Item = &'w Ticket<'a>>
    where
        'a: 'w,
    {
        waiting.into_iter().filter(|ticket| self.admits(ticket).is_ok())
    }

    /// Why one ticket is served before another; nothing where it is not.
    pub fn explain<'a>(&self, ahead: &Ticket<'a>, behind: &Ticket<'a>) -> Option<Reason<'a>> {
        self.admits(ahead).ok()?;
        match self.admits(behind) {
            Err(reason) => Some(reason),
            Ok(()) => self.rule.explain(self.now_ms, ahead, behind),
        }
    }
}
