//! The database: where it is, and the two ways of working in it.

use crate::queue::{self, Work};
use crate::{Broke, Tx, engine_postgres, engine_sqlite};
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use tokio::sync::oneshot::Receiver;

/// Where a database is: `sqlite:PATH` or `postgres://…`.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// A file.
    Sqlite(PathBuf),
    /// A server, with everything that is needed to reach it.
    Postgres(String),
}

/// Which engine serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// SQLite, bundled.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

impl Address {
    /// Whether there is a database already; nothing is made.
    pub fn is_there(&self) -> Result<bool, Broke> {
        match self {
            Self::Sqlite(path) => Ok(path.exists()),
            Self::Postgres(url) => engine_postgres::is_there(url),
        }
    }
}

impl FromStr for Address {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(path) = text.strip_prefix("sqlite:").filter(|path| !path.is_empty()) {
            return Ok(Self::Sqlite(PathBuf::from(path)));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        Err(format!("{text:?} is no database; write sqlite:PATH or postgres://USER@HOST/DATABASE"))
    }
}

/// Without the password, for logs and messages.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => match (url.find("://"), url.rfind('@')) {
                (Some(scheme), Some(at)) => write!(f, "{}…{}", &url[..scheme + 3], &url[at..]),
                _ => f.write_str(url),
            },
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A database in use. Clones share it; the last one to go stops its threads.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    engine: Engine,
    /// None once it is closed; the threads end when their queue does.
    queues: Mutex<Option<Queues>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

type Queue = SyncSender<Box<dyn Work>>;

#[derive(Clone)]
pub(crate) struct Queues {
    pub(crate) write: Queue,
    pub(crate) read: Queue,
}

impl Db {
    /// Opens a database, creates it where it can be created, and brings its schema up to date.
    pub fn open(address: &Address) -> Result<Self, Broke> {
        let (engine, (queues, threads)) = match address {
            Address::Sqlite(path) => (Engine::Sqlite, engine_sqlite::open(path)?),
            Address::Postgres(url) => (Engine::Postgres, engine_postgres::open(url)?),
        };
        Ok(Self(Arc::new(Inner { engine, queues: Mutex::new(Some(queues)), threads: Mutex::new(threads) })))
    }

    /// Which engine serves.
    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// Runs a verb; answers when its commit is durable. When others were quicker, it is run again.
    pub async fn write<F, T, E>(&self, verb: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Broke> + Send + 'static,
    {
        self.send(verb, |queues| &queues.write)?.await.unwrap_or_else(|_| Err(Broke::Closed.into()))
    }

    /// Runs a query on a snapshot that nothing changes.
    pub async fn read<F, T, E>(&self, verb: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Broke> + Send + 'static,
    {
        self.send(verb, |queues| &queues.read)?.await.unwrap_or_else(|_| Err(Broke::Closed.into()))
    }

    /// [`Self::write`] for commands, which have nothing else to do meanwhile.
    pub fn write_now<F, T, E>(&self, verb: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Broke> + Send + 'static,
    {
        self.send(verb, |queues| &queues.write)?.blocking_recv().unwrap_or_else(|_| Err(Broke::Closed.into()))
    }

    /// [`Self::read`] for commands.
    pub fn read_now<F, T, E>(&self, verb: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Broke> + Send + 'static,
    {
        self.send(verb, |queues| &queues.read)?.blocking_recv().unwrap_or_else(|_| Err(Broke::Closed.into()))
    }

    /// Takes no more work, finishes what is queued and waits for the threads.
    pub fn close(&self) {
        if let Ok(mut queues) = self.0.queues.lock() {
            *queues = None;
        }
        let threads =
            self.0.threads.lock().map(|mut threads| std::mem::take(&mut *threads)).unwrap_or_default();
        for thread in threads {
            if thread.join().is_err() {
                tracing::error!("a database thread panicked");
            }
        }
    }

    /// Queues a verb; where its answer will arrive.
    fn send<F, T, E>(&self, verb: F, which: fn(&Queues) -> &Queue) -> Result<Receiver<Result<T, E>>, Broke>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Broke> + Send + 'static,
    {
        let queues = self.0.queues.lock().ok().and_then(|queues| queues.clone()).ok_or(Broke::Closed)?;
        let (work, answer) = queue::work(verb);
        queue::send(which(&queues), work)?;
        Ok(answer)
    }
}

impl fmt::Debug for Db {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Db").field(&self.0.engine).finish()
    }
}

pub(crate) mod migrations {
    //! The schema's history, embedded; a kept library runs it once and remembers.
    refinery::embed_migrations!("../../migrations");
}
