//! Every story runs on SQLite and on PostgreSQL.
//!
//! `ROTUNDA_TEST_POSTGRES` names a PostgreSQL server on which databases may be created; `cargo xtask test` starts
//! one and sets it. Without it a story runs on SQLite alone and says so.

use crate::TestOffice;
use office::city::CityFile;
use postgres::{Client, NoTls};
use records::{Address, Broke, Db, Tx};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;
use terms::CaseId;

const TEMPLATE_LOCK: i64 = 0x7465_6d70;

/// A database that is gone when the test is.
pub struct TestDatabase {
    /// Where it is.
    pub address: Address,
    server: Option<(String, String)>,
    _folder: TempDir,
}

/// Takes a case out of the public's sight, or puts it back; how many there were. Only whoever runs the database can do
/// that so far.
pub fn set_public(tx: &mut Tx<'_>, case: CaseId, public: bool) -> Result<u64, Broke> {
    tx.execute("update cases set public = $2 where id = $1", &[case.into(), public.into()])
}

/// Tells a story of Boston on both engines.
pub fn both_engines(story: impl Fn(&TestOffice)) {
    both_engines_of(crate::BOSTON, story);
}

/// Tells a long story of Boston on SQLite; a test beside it tells it on PostgreSQL at the same time.
pub fn on_sqlite(story: impl Fn(&TestOffice)) {
    tell(crate::BOSTON, &TestDatabase::sqlite(), story);
}

/// Tells a long story of Boston on PostgreSQL, where there is one.
pub fn on_postgres(story: impl Fn(&TestOffice)) {
    match postgres_server() {
        Some(server) => tell(crate::BOSTON, &TestDatabase::postgres(&server), story),
        None => eprintln!("ROTUNDA_TEST_POSTGRES is not set: not told"),
    }
}

/// Tells a story of a city on both engines.
pub fn both_engines_of(city: &str, story: impl Fn(&TestOffice)) {
    on_each(|database| tell(city, database, &story));
}

fn tell(city: &str, database: &TestDatabase, story: impl Fn(&TestOffice)) {
    let office = TestOffice::over(city, database);
    story(&office);
    office.check();
}

/// Tells on both engines of a house in Boston that is stopped, and begins again with other data of its city.
pub fn both_engines_changed<T>(
    change: impl Fn(&mut Vec<CityFile>),
    before: impl Fn(&TestOffice) -> T,
    after: impl Fn(&TestOffice, T),
) {
    on_each(|database| {
        let known = before(&TestOffice::over(crate::BOSTON, database));
        let mut files = crate::city_files(crate::BOSTON);
        change(&mut files);
        let office = TestOffice::of_files(&files, database, 1);
        after(&office, known);
        office.check();
    });
}

fn on_each(story: impl Fn(&TestDatabase)) {
    for database in TestDatabase::each() {
        let told = catch_unwind(AssertUnwindSafe(|| story(&database)));
        if let Err(panic) = told {
            eprintln!("the story failed on {}", database.address);
            resume_unwind(panic);
        }
    }
}

impl TestDatabase {
    /// One on each engine.
    pub fn each() -> Vec<Self> {
        let mut databases = vec![Self::sqlite()];
        match postgres_server() {
            Some(server) => databases.push(Self::postgres(&server)),
            None => eprintln!("ROTUNDA_TEST_POSTGRES is not set: on SQLite only"),
        }
        databases
    }

    /// A file.
    pub fn sqlite() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let address = Address::Sqlite(folder.path().join("rotunda.db"));
        Self { address, server: None, _folder: folder }
    }

    /// A copy of a migrated template.
    fn postgres(server: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let template = template(server);
        let name = format!("story_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
        let mut client = connect(server);
        // Nobody may be connected to a template that is being copied.
        client.execute("select pg_advisory_lock($1)", &[&TEMPLATE_LOCK]).expect("lock");
        client
            .batch_execute(&format!("create database {name} template {template}"))
            .expect("copy the template");
        Self {
            address: Address::Postgres(database_url(server, &name)),
            server: Some((server.to_owned(), name)),
            _folder: TempDir::new().expect("a temporary folder"),
        }
    }
}

impl TestDatabase {
    /// Drops another database that the test made on the same server; a file goes with its folder.
    pub fn drop_also(&self, address: &Address) {
        if let (Some((server, _)), Address::Postgres(url)) = (&self.server, address) {
            drop_database(server, url.rsplit('/').next().expect("an address names a database"));
        }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.server {
            drop_database(server, name);
        }
    }
}

fn drop_database(server: &str, name: &str) {
    let dropped = connect(server).batch_execute(&format!("drop database if exists {name} with (force)"));
    if let Err(error) = dropped {
        eprintln!("could not drop {name}: {error}");
    }
}

/// The name of a database with the schema as it is now, made once a server.
fn template(server: &str) -> String {
    static MADE: Mutex<Option<String>> = Mutex::new(None);
    let mut made = MADE.lock().expect("nobody panicked here");
    if let Some(name) = made.as_ref() {
        return name.clone();
    }
    let name = format!("template_{:x}", schema_fingerprint());
    let mut client = connect(server);
    client.execute("select pg_advisory_lock($1)", &[&TEMPLATE_LOCK]).expect("lock");
    let there = client.query("select 1 from pg_database where datname = $1", &[&name]).expect("query");
    if there.is_empty() {
        client.batch_execute(&format!("create database {name}")).expect("create the template");
        let db = Db::open(&Address::Postgres(database_url(server, &name))).expect("migrate the template");
        db.close();
    }
    *made = Some(name.clone());
    name
}

fn schema_fingerprint() -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations");
    let mut hasher = DefaultHasher::new();
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("migrations").map(|f| f.expect("file").path()).collect();
    files.sort();
    for file in files {
        fs::read(file).expect("migration").hash(&mut hasher);
    }
    hasher.finish()
}

fn connect(server: &str) -> Client {
    Client::connect(server, NoTls).expect("ROTUNDA_TEST_POSTGRES names a server that can be reached")
}

fn database_url(server: &str, name: &str) -> String {
    let (server, query) =
        server.split_once('?').map_or((server, String::new()), |(s, q)| (s, format!("?{q}")));
    let base = server.rsplit_once('/').map_or(server, |(base, _)| base);
    format!("{base}/{name}{query}")
}

#[expect(clippy::disallowed_methods, reason = "tests are told by the environment where PostgreSQL is")]
fn postgres_server() -> Option<String> {
    std::env::var("ROTUNDA_TEST_POSTGRES").ok()
}
