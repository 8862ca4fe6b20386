//! What a view shows: a closed list of conditions, which is checked against the city before it is used.

use crate::Act;
use crate::city::City;
use jiff::{SignedDuration, Timestamp};
use records::cases::{self, Order, Worklist};
use serde::{Deserialize, Serialize};
use terms::{
    AgencyCode, CaseKind, Channel, DistrictCode, OfficerCode, Principal, QueueCode, ServiceCode, Status,
};

/// The longest time ahead or back that a view can name: in minutes, and in days.
const MOST_MINUTES: u32 = 60 * 24 * 90;
const MOST_DAYS: u32 = 3_650;
/// Of any one condition, so many choices.
const MOST_CHOICES: usize = 100;
/// Closed cases are shown for a week.
const CLOSED_LATELY: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Which cases a view shows; what is left out does not matter. Times are told from whenever somebody looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ViewFilter {
    /// Of any of these services.
    pub services: Vec<ServiceCode>,
    /// In any of these states; open and waiting when empty.
    pub statuses: Vec<Status>,
    /// Who has them.
    pub assignee: Option<Whose>,
    /// Held by this agency.
    pub agency: Option<AgencyCode>,
    /// Whether the officer's own agency is asked to take them over or to do a part.
    pub asked: bool,
    /// In this queue.
    pub queue: Option<QueueCode>,
    /// In this district.
    pub district: Option<DistrictCode>,
    /// Come in over this channel.
    pub channel: Option<Channel>,
    /// Asked in this language.
    pub language: Option<String>,
    /// Of this kind.
    pub kind: Option<CaseKind>,
    /// Due within so many working minutes from now; overdue when 0.
    pub due_within: Option<u32>,
    /// Opened within so many days.
    pub opened_within: Option<u32>,
}

/// Who has a case, as a view says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// Whoever looks.
    Me,
    /// Nobody.
    Nobody,
    /// An officer.
    Officer(OfficerCode),
}

/// Why a filter cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// It cannot be read at all.
    Unreadable,
    /// The city has no such service any more.
    Service,
    /// Nor such an agency.
    Agency,
    /// Nor such a queue.
    Queue,
    /// Nor such a district.
    District,
    /// Nobody of that name serves any more.
    Officer,
    /// The queue is another agency's, or the officer works for another.
    Elsewhere,
    /// Closed cases are listed apart from others.
    ClosedApart,
    /// What is closed is no longer due.
    ClosedDue,
    /// It names too much, or a time that nobody means.
    TooMuch,
}

impl Impossible {
    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Service => "service",
            Self::Agency => "agency",
            Self::Queue => "queue",
            Self::District => "district",
            Self::Officer => "officer",
            Self::Elsewhere => "elsewhere",
            Self::ClosedApart => "closed-apart",
            Self::ClosedDue => "closed-due",
            Self::TooMuch => "too-much",
        }
    }
}

impl ViewFilter {
    /// A filter as it was saved.
    pub fn read(text: &str) -> Result<Self, Impossible> {
        serde_json::from_str(text).map_err(|_| Impossible::Unreadable)
    }

    /// What is wrong with it in a city.
    pub fn wrong(&self, city: &City) -> Vec<Impossible> {
        let mut wrong = Vec::new();
        let mut note = |bad: bool, what: Impossible| {
            if bad {
                wrong.push(what);
            }
        };
        let unknown = |service: &ServiceCode| !city.services.contains_key(service);
        note(self.services.iter().any(unknown), Impossible::Service);
        note(self.agency.as_ref().is_some_and(|code| !city.agencies.contains_key(code)), Impossible::Agency);
        note(self.queue.as_ref().is_some_and(|code| !city.queues.contains_key(code)), Impossible::Queue);
        let lost = |code: &DistrictCode| !city.districts.contains_key(code);
        note(self.district.as_ref().is_some_and(lost), Impossible::District);
        let officer = match &self.assignee {
            Some(Whose::Officer(code)) => Some(code),
            Some(Whose::Me | Whose::Nobody) | None => None,
        };
        note(officer.is_some_and(|code| !city.officers.contains_key(code)), Impossible::Officer);
        note(self.is_elsewhere(city), Impossible::Elsewhere);
        let closed = self.statuses.contains(&Status::Closed);
        note(closed && self.statuses.iter().any(|status| *status != Status::Closed), Impossible::ClosedApart);
        note(closed && self.due_within.is_some(), Impossible::ClosedDue);
        let far = self.due_within.is_some_and(|minutes| minutes > MOST_MINUTES)
            || self.opened_within.is_some_and(|days| days > MOST_DAYS);
        note(far || self.services.len() > MOST_CHOICES, Impossible::TooMuch);
        wrong
    }

    fn is_elsewhere(&self, city: &City) -> bool {
        let Some(agency) = &self.agency else { return false };
        let queue = self.queue.as_ref().and_then(|code| city.queues.get(code));
        let officer = match &self.assignee {
            Some(Whose::Officer(code)) => city.officers.get(code),
            Some(Whose::Me | Whose::Nobody) | None => None,
        };
        queue.is_some_and(|queue| queue.agency != *agency)
            || officer.and_then(|officer| officer.agency.as_ref()).is_some_and(|own| own != agency)
    }

    /// Whether it shows what is closed.
    pub fn is_closed(&self) -> bool {
        self.statuses.contains(&Status::Closed)
    }

    /// The order in which it can be shown: closed cases by when they were closed.
    pub fn order(&self, wanted: Order) -> Order {
        match wanted {
            _ if self.is_closed() => Order::Closed,
            Order::Closed => Order::Due,
            Order::Due | Order::Newest | Order::Oldest => wanted,
        }
    }

    /// What it asks of the records now, for whoever looks.
    pub(super) fn worklist(&self, act: &Act) -> Worklist {
        let who = &act.who;
        let days = |days: u32| SignedDuration::from_hours(24 * i64::from(days));
        let back = |time: SignedDuration| act.at.checked_sub(time).unwrap_or(act.at);
        let open = || vec![Status::Open, Status::Waiting];
        let statuses = if self.statuses.is_empty() { open() } else { self.statuses.clone() };
        // A clock that stands still runs out for nobody.
        let statuses = if self.due_within.is_some() { vec![Status::Open] } else { statuses };
        Worklist {
            services: self.services.clone(),
            statuses,
            assignee: self.assignee.as_ref().map(|whose| has(whose, who)),
            agency: self.agency.clone(),
            asked: self.asked.then(|| who.agency.clone().unwrap_or_else(|| AgencyCode::new(""))),
            queue: self.queue.clone(),
            district: self.district.clone(),
            channel: self.channel,
            language: self.language.clone(),
            kind: self.kind,
            due_from: self.due_within.filter(|minutes| *minutes > 0).map(|_| act.at),
            due_before: self.due_within.map(|minutes| working(act, minutes)),
            opened_since: self.opened_within.map(|count| back(days(count))),
            closed_since: self.is_closed().then(|| back(CLOSED_LATELY)),
        }
    }
}

fn has(whose: &Whose, who: &Principal) -> cases::Whose {
    match whose {
        Whose::Nobody => cases::Whose::Nobody,
        Whose::Officer(code) => cases::Whose::Officer(code.clone()),
        Whose::Me => match &who.actor {
            terms::Actor::Officer(me) => cases::Whose::Officer(me.clone()),
            terms::Actor::Public
            | terms::Actor::Customer(_)
            | terms::Actor::Integration(_)
            | terms::Actor::House => cases::Whose::Nobody,
        },
    }
}

/// The end of so many working minutes from now, by the calendar of whoever looks.
pub(super) fn working(act: &Act, minutes: u32) -> Timestamp {
    let city = act.city();
    let own = act.who.agency.as_ref().and_then(|agency| city.agencies.get(agency));
    let calendar = own.map_or(&city.calendar, |agency| &agency.calendar);
    if minutes == 0 {
        return act.at;
    }
    calendar.add(act.at, SignedDuration::from_mins(i64::from(minutes))).unwrap_or(act.at)
}
