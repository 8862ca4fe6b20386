//! An act: who does something, over which channel, why and when, and by which rules.

use crate::city::{City, Officer};
use crate::lobby::kiosk::Print;
use crate::outbox::Carry;
use crate::{Refusal, Verb};
use jiff::{SignedDuration, Timestamp};
use policy::{Action, Policy, Question, Resource, Scope};
use records::{Db, Tx};
use std::cell::Cell;
use std::sync::{Arc, Mutex};
use terms::{Actor, Case, Chance, Channel, Clock, CustomerId, OfficerCode, Principal, Purpose};
use tokio::sync::Notify;

/// Everything that the verbs stand on.
#[derive(Clone)]
pub struct Office {
    /// Where it is kept.
    pub db: Db,
    /// The city that it serves.
    pub city: Arc<City>,
    /// Who may see and do what.
    pub policy: Arc<Policy>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Wakes those who run jobs.
    pub wake: Arc<Notify>,
    /// Who carries messages out of the house; while nobody does, they wait.
    pub post: Option<Carry>,
    /// Who prints tickets.
    pub printer: Option<Print>,
    chance: Arc<Mutex<Chance>>,
}

/// Who does something, over which channel, why and when; with a chance of its own and the rules that apply.
pub struct Act {
    /// Who.
    pub who: Principal,
    /// Over which channel.
    pub over: Channel,
    /// Why.
    pub why: Purpose,
    /// When it happened.
    pub at: Timestamp,
    /// When the house writes it down.
    pub recorded_at: Timestamp,
    /// Whether it is taken over from another system: nothing follows from it any more.
    pub is_history: bool,
    /// How much faster than life its time goes.
    pub pace: i32,
    /// Its chance.
    pub chance: Chance,
    /// Whether it queued work that somebody waits for.
    pub(crate) queued: Cell<bool>,
    city: Arc<City>,
    policy: Arc<Policy>,
}

impl Office {
    /// An office over a database.
    pub fn new(db: Db, city: Arc<City>, policy: Arc<Policy>, clock: Arc<dyn Clock>, chance: Chance) -> Self {
        Self {
            db,
            city,
            policy,
            clock,
            wake: Arc::new(Notify::new()),
            post: None,
            printer: None,
            chance: Arc::new(Mutex::new(chance)),
        }
    }

    /// The beginning of an act: now, with a chance of its own.
    pub fn act(&self, who: Principal, over: Channel, why: Purpose) -> Act {
        let at = self.now();
        let chance = match self.chance.lock() {
            Ok(chance) => chance.fork(),
            Err(poisoned) => poisoned.into_inner().fork(),
        };
        Act {
            who,
            over,
            why,
            at,
            recorded_at: at,
            is_history: false,
            pace: self.clock.pace(),
            chance,
            queued: Cell::new(false),
            city: Arc::clone(&self.city),
            policy: Arc::clone(&self.policy),
        }
    }

    /// An act of the house itself.
    pub fn house_act(&self) -> Act {
        self.act(Principal::house(), Channel::House, Purpose::Operation)
    }

    /// The present instant, to the millisecond that the database keeps.
    pub fn now(&self) -> Timestamp {
        let now = self.clock.now();
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// Whether anything can leave by mail.
    pub fn mails(&self) -> bool {
        self.post.is_some()
    }

    /// Whether a mail can lead back here. Only the city's own data say where that is, as whoever asks might name a place
    /// of their own.
    pub fn mails_links(&self) -> bool {
        self.mails() && self.city.site.is_some()
    }

    /// Does something: the answer comes when it is durable.
    pub async fn write<T: Send + 'static>(
        &self,
        act: Act,
        mut verb: impl FnMut(&mut Tx<'_>, &Act) -> Verb<T> + Send + 'static,
    ) -> Verb<T> {
        let (done, queued) =
            self.db.write(move |tx| Ok::<_, Refusal>((verb(tx, &act)?, act.queued.get()))).await?;
        if queued {
            self.wake.notify_one();
        }
        Ok(done)
    }

    /// Looks something up.
    pub async fn read<T: Send + 'static>(
        &self,
        act: Act,
        mut query: impl FnMut(&mut Tx<'_>, &Act) -> Verb<T> + Send + 'static,
    ) -> Verb<T> {
        self.db.read(move |tx| query(tx, &act)).await
    }
}

impl Act {
    /// The city.
    pub fn city(&self) -> &City {
        &self.city
    }

    /// The same act by one who is known to be this customer.
    #[must_use]
    pub(crate) fn by_customer(&self, customer: CustomerId) -> Self {
        Self { who: Principal::new(Actor::Customer(customer)), ..self.received(self.over, self.at) }
    }

    /// The same act by somebody else, whose words or deeds it carries out.
    #[must_use]
    pub(crate) fn by(&self, actor: Actor) -> Self {
        Self { who: Principal::new(actor), ..self.received(self.over, self.at) }
    }

    /// Whether the policy would permit an officer something on a case.
    pub(crate) fn would(&self, officer: &Officer, action: Action, case: &Case) -> bool {
        let who = officer.principal();
        self.policy.permits(&Question::new(&who, action, Resource::case(case, &who), self.why))
    }

    /// The same act by an officer who asked the house to do it for them, if they still serve.
    pub(crate) fn on_behalf_of(&self, code: &OfficerCode) -> Option<Self> {
        let officer = self.city.officers.get(code)?;
        Some(self.by_officer(officer.principal(), Channel::Web))
    }

    /// So much of somebody's own time before the act.
    pub(crate) fn ago(&self, time: SignedDuration) -> Timestamp {
        self.at.checked_sub(time.checked_mul(self.pace).unwrap_or(time)).unwrap_or(self.at)
    }

    /// The same act by an officer, to serve a customer.
    #[must_use]
    pub(crate) fn by_officer(&self, who: Principal, over: Channel) -> Self {
        Self { who, why: Purpose::Service, ..self.received(over, self.at) }
    }

    /// The same act over another channel, as of the instant at which it was received.
    #[must_use]
    pub fn received(&self, over: Channel, at: Timestamp) -> Self {
        Self {
            who: self.who.clone(),
            over,
            at,
            chance: self.chance.fork(),
            queued: Cell::new(false),
            city: Arc::clone(&self.city),
            policy: Arc::clone(&self.policy),
            ..*self
        }
    }

    /// The same act as another system recorded it at the time.
    #[must_use]
    pub fn past(&self, over: Channel, at: Timestamp) -> Self {
        Self { is_history: true, ..self.received(over, at) }
    }

    /// Whether the policy permits something.
    pub fn may(&self, action: Action, resource: Resource) -> bool {
        self.policy.permits(&Question::new(&self.who, action, resource, self.why))
    }

    /// Refuses what the policy does not permit on the city or the installation.
    pub fn must(&self, action: Action, resource: Resource) -> Verb<()> {
        if self.may(action, resource) { Ok(()) } else { Err(self.forbidden(action)) }
    }

    /// Refuses what the policy does not permit on a case.
    pub fn must_on(&self, action: Action, case: &Case) -> Verb<()> {
        self.must(action, Resource::case(case, &self.who))
    }

    /// The cases that whoever acts may read.
    pub fn scope(&self) -> Scope {
        self.policy.scope(&self.who, self.why, self.city.agencies.keys())
    }

    /// What whoever acts may read of cases as one of the public.
    pub fn public_scope(&self) -> Scope {
        self.policy.public_scope(&self.who)
    }

    /// Those at an office whom whoever acts may read of.
    pub(crate) fn office_scope(&self, office: Resource) -> Scope {
        self.policy.office_scope(&self.who, self.why, office)
    }

    /// The customers' records that whoever acts may read.
    pub fn record_scope(&self) -> Scope {
        self.policy.record_scope(&self.who, self.why)
    }

    fn forbidden(&self, action: Action) -> Refusal {
        let who = if self.who.scopes.is_some() { "this token" } else { "you" };
        Refusal::Forbidden(format!(
            "{who} may not do this here ({action}); ask those who may, or for the right to"
        ))
    }
}
