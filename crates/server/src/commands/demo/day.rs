//! The simulated day: real requests arrive at their own time, officers work them, some customers say how it went.

use super::morning::principal;
use jiff::{SignedDuration, Timestamp};
use office::cases;
use office::customers::Person;
use office::intake::{self, PastRequest, Request};
use office::{Office, Verb, feedback, resolution};
use std::collections::BTreeMap;
use std::time::Duration;
use terms::{Actor, Answer, CaseId, Channel, OutcomeCode, Principal, Purpose, Reference, Role, Status};

/// How often the day looks at the clock.
const LOOK: Duration = Duration::from_millis(200);
/// Names for those who ask: invented, so that nobody real is shown.
const NAMES: [&str; 8] =
    ["Ana Cruz", "Jo Park", "Mae Lee", "Tom Ray", "Lin Wu", "Sara Haddad", "Priya Raman", "Luc Petit"];
/// The longest that a case of the simulation stays open where the real one was never closed.
const LATEST: SignedDuration = SignedDuration::from_hours(72);

/// What is still to happen.
pub(super) struct Day {
    office: Office,
    agenda: BTreeMap<(Timestamp, u64), Item>,
    numbered: u64,
}

enum Item {
    Arrives(Box<PastRequest>),
    IsTaken(Reference),
    IsAnswered(Reference),
    Ends(Reference, OutcomeCode, Option<String>),
    IsRated(Reference, CaseId, u8),
}

impl Day {
    /// The day of an office with the requests that are still to come.
    pub(super) fn new(office: Office, rows: Vec<PastRequest>) -> Self {
        let mut day = Self { office, agenda: BTreeMap::new(), numbered: 0 };
        for row in rows {
            day.plan(row.opened_at, Item::Arrives(Box::new(row)));
        }
        day
    }

    fn plan(&mut self, at: Timestamp, item: Item) {
        self.numbered += 1;
        self.agenda.insert((at, self.numbered), item);
    }

    /// Lets happen what is due, for as long as anything is to come.
    pub(super) async fn go_on(mut self) {
        loop {
            let now = self.office.now();
            while let Some(entry) = self.agenda.first_entry().filter(|entry| entry.key().0 <= now) {
                let item = entry.remove();
                if let Err(refusal) = self.happen(item).await {
                    tracing::debug!(%refusal, "the simulated day was refused something");
                }
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    async fn happen(&mut self, item: Item) -> Verb<()> {
        match item {
            Item::Arrives(row) => self.arrive(row).await,
            Item::IsTaken(reference) => self.take(reference).await,
            Item::IsAnswered(reference) => self.answer(reference).await,
            Item::Ends(reference, outcome, words) => self.end(reference, outcome, words).await,
            Item::IsRated(reference, case, score) => self.rate(reference, case, score).await,
        }
    }

    async fn arrive(&mut self, row: Box<PastRequest>) -> Verb<()> {
        let Some(service) = self.office.city.service(&row.service).map(|service| service.code.to_string())
        else {
            return Ok(());
        };
        let act = self.office.act(Principal::house(), row.channel, Purpose::Service);
        let known = matches!(row.channel, Channel::Web | Channel::App | Channel::Phone);
        let name = NAMES[usize::try_from(act.chance.below(NAMES.len() as u64)).unwrap_or(0)];
        let person = if known { person(name) } else { Person::default() };
        let answers = self.answers(&service);
        let request = Request {
            service,
            person,
            description: row.description.clone(),
            answers,
            place: row.place.clone(),
            media_url: row.media_url.clone(),
            ..Request::default()
        };
        let opened = self.office.write(act, move |tx, act| intake::report(tx, act, &request)).await?;
        let now = self.office.now();
        let later = |minutes: i64| now.checked_add(SignedDuration::from_mins(minutes)).unwrap_or(now);
        let ends =
            row.closed_at.filter(|closed| *closed > now).unwrap_or(now.checked_add(LATEST).unwrap_or(now));
        self.plan(later(7), Item::IsTaken(opened.reference));
        if ends > later(90) {
            self.plan(later(45), Item::IsAnswered(opened.reference));
        }
        self.plan(ends, Item::Ends(opened.reference, OutcomeCode::new("done"), row.closing));
        Ok(())
    }

    /// What somebody answers who asks for a service today.
    fn answers(&self, service: &str) -> Vec<Answer> {
        let city = &self.office.city;
        let today = city.calendar.day(self.office.now()).to_string();
        let form = city.services.get(service).map(|service| &service.form);
        form.map(|form| form.flatten(&form.example(&today))).unwrap_or_default()
    }

    /// An officer of the agency that holds a case, or the house where the demonstration has none.
    async fn officer(&self, reference: Reference) -> Verb<(Principal, i64, Status)> {
        let act = self.office.house_act();
        let whole = self.office.read(act, move |tx, act| cases::whole(tx, act, &reference)).await?;
        let state = &whole.case.state;
        let able = |officer: &&office::city::Officer| {
            officer.agency.as_ref() == Some(&state.agency) && officer.roles.contains(&Role::Specialist)
        };
        let who = self.office.city.officers.values().find(able).map_or_else(Principal::house, principal);
        Ok((who, whole.case.revision, state.status))
    }

    async fn take(&self, reference: Reference) -> Verb<()> {
        let (who, revision, status) = self.officer(reference).await?;
        let Actor::Officer(code) = who.actor.clone() else { return Ok(()) };
        if status != Status::Open {
            return Ok(());
        }
        let act = self.office.act(who, Channel::Staff, Purpose::Service);
        let verb = move |tx: &mut records::Tx<'_>, act: &office::Act| {
            cases::assign(tx, act, &reference, revision, Some(&code)).map(drop)
        };
        self.office.write(act, verb).await
    }

    async fn answer(&self, reference: Reference) -> Verb<()> {
        let (who, revision, status) = self.officer(reference).await?;
        if status != Status::Open {
            return Ok(());
        }
        let act = self.office.act(who, Channel::Staff, Purpose::Service);
        let words = "Thank you. We have looked at it and will do what we promised.";
        let verb = move |tx: &mut records::Tx<'_>, act: &office::Act| {
            cases::reply(tx, act, &reference, revision, words).map(drop)
        };
        self.office.write(act, verb).await
    }

    async fn end(&mut self, reference: Reference, outcome: OutcomeCode, words: Option<String>) -> Verb<()> {
        let (who, revision, status) = self.officer(reference).await?;
        if status == Status::Closed {
            return Ok(());
        }
        let act = self.office.act(who, Channel::Staff, Purpose::Service);
        let chance = (act.chance.below(100), act.chance.below(100));
        let verb = move |tx: &mut records::Tx<'_>, act: &office::Act| {
            resolution::resolve(tx, act, &reference, revision, (&outcome, words.as_deref()))
        };
        let case = self.office.write(act, verb).await?;
        // One in four says how it went, and those who were served in time are happier.
        if case.state.customer.is_some() && chance.0 < 25 {
            let kept = case.state.kept_promise(self.office.now()) != Some(false);
            let score = match (kept, chance.1) {
                (true, 0..55) | (false, 0..15) => 5,
                (true, 55..80) | (false, 15..35) => 4,
                (true, 80..92) | (false, 35..60) => 3,
                (true, _) | (false, 60..80) => 2,
                (false, _) => 1,
            };
            let now = self.office.now();
            let at = now.checked_add(SignedDuration::from_mins(20)).unwrap_or(now);
            self.plan(at, Item::IsRated(reference, case.id, score));
        }
        Ok(())
    }

    async fn rate(&self, reference: Reference, case: CaseId, score: u8) -> Verb<()> {
        let who = Principal { case: Some(case), ..Principal::public() };
        let act = self.office.act(who, Channel::Web, Purpose::Service);
        let verb = move |tx: &mut records::Tx<'_>, act: &office::Act| {
            feedback::rate(tx, act, &reference, score, None).map(drop)
        };
        self.office.write(act, verb).await
    }
}

fn person(name: &str) -> Person {
    let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
    Person { name: Some(name.to_owned()), email: Some(email), ..Person::default() }
}
