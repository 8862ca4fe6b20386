//! The office of a test.

use crate::people::{Desk, Resident};
use crate::{FakeClock, Mailbag, TestDatabase};
use jiff::{SignedDuration, Timestamp};
use office::city::{City, CityFile};
use office::jobs::Class;
use office::{Act, Office, Verb, insight, jobs, knowledge, upkeep};
use policy::Policy;
use records::{Db, Tx};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use terms::{Chance, Channel, OfficerCode, Principal, Purpose};
use tokio::runtime::Runtime;

/// The city of the real data.
pub const BOSTON: &str = "boston";
/// The invented one.
pub const QAMAR: &str = "qamar";

/// Monday, 2 March 2015, 09:00 in Boston: a plain working day of the real half-year.
const MORNING: &str = "2015-03-02T14:00:00Z";

/// An office with a clock that stands still.
pub struct TestOffice {
    /// The office.
    pub office: Office,
    /// Its clock.
    pub clock: Arc<FakeClock>,
    /// What becomes of its messages.
    pub mailbag: Mailbag,
    runtime: Runtime,
}

impl TestOffice {
    /// An office of a city over a database, on a plain working day.
    pub fn over(city: &str, database: &TestDatabase) -> Self {
        Self::of_files(&city_files(city), database, 0)
    }

    /// The office of a city's data over a database. Some hours are over, since the house was stopped.
    pub fn of_files(files: &[CityFile], database: &TestDatabase, hours: i64) -> Self {
        let city = City::read(files).unwrap_or_else(|faults| panic!("{faults}"));
        let policy = Policy::read().expect("the rules fit");
        let clock = Arc::new(FakeClock::at(MORNING.parse::<Timestamp>().expect("a time")));
        clock.advance(SignedDuration::from_hours(hours));
        let db = Db::open(&database.address).expect("the database opens");
        // Luck does not repeat itself after a restart.
        let chance = Chance::from_seed([0x2a ^ hours.to_le_bytes()[0]; 32]);
        let mut office =
            Office::new(db, Arc::new(city), Arc::new(policy), Arc::<FakeClock>::clone(&clock), chance);
        let mailbag = Mailbag::default();
        office.post = Some(mailbag.carry());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let opened = runtime.block_on(office.write(office.house_act(), knowledge::follow_city));
        opened.expect("the city's articles are taken over");
        Self { office, clock, mailbag, runtime }
    }

    /// Somebody who is served.
    pub fn resident(&self, name: &str) -> Resident<'_> {
        Resident::new(self, name)
    }

    /// Somebody who serves.
    pub fn officer(&self, code: &str) -> Desk<'_> {
        let officer =
            self.office.city.officers.get(code).unwrap_or_else(|| panic!("nobody is called {code}"));
        let who = Principal {
            roles: officer.roles.clone(),
            agency: officer.agency.clone(),
            office: officer.office.clone(),
            ..Principal::new(terms::Actor::Officer(OfficerCode::new(code)))
        };
        Desk::new(self, who)
    }

    /// Somebody without a name.
    pub fn stranger(&self) -> Desk<'_> {
        Desk::new(self, Principal::public())
    }

    /// The house itself.
    pub fn house(&self) -> Desk<'_> {
        Desk::new(self, Principal::house())
    }

    /// Lets hours go by.
    pub fn hours(&self, hours: i64) {
        self.clock.advance(SignedDuration::from_hours(hours));
    }

    /// Does something as somebody.
    pub fn write<T: Send + 'static>(
        &self,
        who: &Principal,
        over: Channel,
        verb: impl FnMut(&mut Tx<'_>, &Act) -> Verb<T> + Send + 'static,
    ) -> Verb<T> {
        let act = self.office.act(who.clone(), over, Purpose::Service);
        self.runtime.block_on(self.office.write(act, verb))
    }

    /// Looks something up as somebody.
    pub fn read<T: Send + 'static>(
        &self,
        who: &Principal,
        query: impl FnMut(&mut Tx<'_>, &Act) -> Verb<T> + Send + 'static,
    ) -> Verb<T> {
        let act = self.office.act(who.clone(), Channel::Api, Purpose::Service);
        self.runtime.block_on(self.office.read(act, query))
    }

    /// Waits for something.
    pub fn block_on<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    /// Runs all jobs that are due and counts all that is new, until nothing is left to do.
    pub fn settle(&self) {
        let office = &self.office;
        self.runtime.block_on(async {
            loop {
                let mut done = office.write(office.house_act(), jobs::keep_time).await.expect("promises");
                for class in Class::ALL {
                    done += jobs::run_due(office, class).await.expect("jobs run");
                }
                done += office
                    .write(office.house_act(), |tx, act| insight::count_some(tx, act, 100))
                    .await
                    .expect("facts are counted");
                if done == 0 {
                    break;
                }
            }
        });
    }

    /// What must hold after every story: nothing left to do, every case what its events say, every fact counted.
    pub fn check(&self) {
        self.settle();
        let left = self.write(&Principal::house(), Channel::House, |tx, _| Ok(records::jobs::count(tx)?));
        assert_eq!(left.expect("jobs are counted"), [], "jobs are left over");
        let verified = self.read(&Principal::house(), |tx, act| {
            let mut found = upkeep::Verified::default();
            while upkeep::verify_some(tx, act, &mut found, 100)? {}
            while upkeep::verify_visits(tx, act, &mut found, 100)? {}
            while upkeep::verify_bookings(tx, act, &mut found, 100)? {}
            while upkeep::verify_day(tx, act, &mut found)? {}
            upkeep::verify_booked_time(tx, &mut found)?;
            upkeep::verify_facts(tx, &mut found)?;
            upkeep::verify_outbox(tx, &mut found)?;
            Ok(found)
        });
        let verified = verified.expect("the house can be checked");
        assert!(verified.is_sound(), "{:#?}", verified.faults);
    }
}

impl Drop for TestOffice {
    fn drop(&mut self) {
        self.office.db.close();
    }
}

/// The files of one of the project's own cities.
pub fn city_files(city: &str) -> Vec<CityFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../city").join(city);
    let mut files = Vec::new();
    for below in ["", "forms/", "services/"] {
        for entry in fs::read_dir(folder.join(below)).expect("the city's folder") {
            let entry = entry.expect("an entry");
            let name = entry.file_name().into_string().expect("a name");
            if entry.path().is_file() && name != "README.md" {
                let text = fs::read_to_string(entry.path()).expect("text");
                files.push(CityFile { path: format!("{below}{name}"), text });
            }
        }
    }
    files
}
