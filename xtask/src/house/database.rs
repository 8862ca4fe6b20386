//! A fresh database on either engine, gone afterwards.

use anyhow::{Context, Result};
use postgres::{Client, NoTls};
use std::fs;
use std::path::Path;

/// Not through the log, which would be as large again; PostgreSQL 15 and later know it.
const COPY_FILES: &str = "strategy file_copy";

/// A database that is dropped with its value.
pub(crate) struct Database {
    /// As `rotunda --database` wants it.
    pub(crate) address: String,
    /// The server and the name to drop; a file goes with its folder.
    to_drop: Option<(String, String)>,
}

impl Database {
    /// A file in a folder; it is made when it is first opened.
    pub(crate) fn sqlite(folder: &Path) -> Self {
        Self { address: format!("sqlite:{}", folder.join("rotunda.db").display()), to_drop: None }
    }

    /// An empty database on a server; the purpose is part of its name.
    pub(crate) fn postgres(server: &str, purpose: &str) -> Result<Self> {
        Self::create(server, &format!("{purpose}_{}", std::process::id()), "")
    }

    /// The same once more, under a name of its own; nobody may be connected to it meanwhile.
    pub(crate) fn copy(&self, name: &str, folder: &Path) -> Result<Self> {
        if let Some((server, from)) = &self.to_drop {
            return Self::create(server, &format!("{from}_{name}"), &format!("template {from} {COPY_FILES}"));
        }
        let from = self.address.trim_start_matches("sqlite:");
        let to = folder.join(name).with_extension("db");
        fs::copy(from, &to).with_context(|| format!("cannot copy {from}"))?;
        Ok(Self { address: format!("sqlite:{}", to.display()), to_drop: None })
    }

    /// Brings it to the state that a house in use is in: PostgreSQL looks after what very much work left behind. It does so
    /// by itself after a while, but not for a copy, as a copy does not know of the work.
    pub(crate) fn settle(&self) -> Result<()> {
        if self.to_drop.is_some() {
            let mut client = Client::connect(&self.address, NoTls).context("cannot reach PostgreSQL")?;
            client.batch_execute("vacuum (analyze)").context("cannot vacuum a database")?;
        }
        Ok(())
    }

    fn create(server: &str, name: &str, how: &str) -> Result<Self> {
        let connected = Client::connect(server, NoTls);
        let mut client = connected.with_context(|| format!("cannot reach PostgreSQL at {server}"))?;
        client
            .batch_execute(&format!("create database {name} {how}"))
            .context("cannot create a database; use a server and a role that may")?;
        Ok(Self { address: address(server, name), to_drop: Some((server.to_owned(), name.to_owned())) })
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let Some((server, name)) = &self.to_drop else {
            let path = self.address.trim_start_matches("sqlite:");
            for ending in ["", "-wal", "-shm"] {
                // Not all of them are there, and the folder takes along what stays.
                let _ = fs::remove_file(format!("{path}{ending}"));
            }
            return;
        };
        let dropped = Client::connect(server, NoTls).and_then(|mut client| {
            client.batch_execute(&format!("drop database if exists {name} with (force)"))
        });
        if let Err(error) = dropped {
            eprintln!("could not drop the database {name}; drop it by hand: {error}");
        }
    }
}

/// The address of a database on the server of another one.
fn address(server: &str, name: &str) -> String {
    let (path, query) = server.split_once('?').map_or((server, None), |(path, query)| (path, Some(query)));
    let authority = path.find("://").map_or(0, |at| at + 3);
    let end = path[authority..].find('/').map_or(path.len(), |at| authority + at);
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    format!("{}/{name}{query}", &path[..end])
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn another_database_of_the_same_server() {
        assert_eq!(address("postgres://me@host:5/postgres", "x"), "postgres://me@host:5/x");
        assert_eq!(address("postgres://me@host", "x"), "postgres://me@host/x");
        assert_eq!(address("postgres:///a?host=/run/pg", "x"), "postgres:///x?host=/run/pg");
    }
}
