//! PostgreSQL alone: as many connections as the house has for writing, and a transaction for each intake.

use super::Work;
use super::tape::Tape;
use anyhow::Result;
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::ToSql;
use postgres::{Client, NoTls, Statement};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Scope, ScopedJoinHandle};

/// The connections of `crates/records/src/engine_postgres.rs`, and how they begin.
const WRITERS: usize = 12;
const BEGIN: &str = "begin isolation level read committed";

/// Connections with the statements of a tape prepared.
pub(super) struct Writers(Vec<(Client, Vec<Statement>)>);

impl Writers {
    pub(super) fn connect(address: &str, tape: &Tape) -> Result<Self> {
        let connect = |_| {
            let mut client = Client::connect(address, NoTls)?;
            let statements = tape.texts.iter().map(|(text, _)| client.prepare(text));
            let statements = statements.collect::<Result<_, _>>()?;
            Ok((client, statements))
        };
        Ok(Self((0..WRITERS).map(connect).collect::<Result<_>>()?))
    }

    pub(super) fn start<'s, 'e: 's>(
        self,
        scope: &'s Scope<'s, 'e>,
        tape: &'e Tape,
        queue: Receiver<Work>,
    ) -> Vec<ScopedJoinHandle<'s, Result<()>>> {
        let queue = Arc::new(Mutex::new(queue));
        let start = |(client, statements): (Client, Vec<Statement>)| {
            let queue = Arc::clone(&queue);
            scope.spawn(move || write(client, &statements, tape, &queue))
        };
        self.0.into_iter().map(start).collect()
    }
}

fn write(
    mut client: Client,
    statements: &[Statement],
    tape: &Tape,
    queue: &Mutex<Receiver<Work>>,
) -> Result<()> {
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(work) = next else { return Ok(()) };
        client.batch_execute(BEGIN)?;
        for said in &tape.intakes[work.intake] {
            if tape.texts[said.text].1 {
                let mut rows = client.query_raw(&statements[said.text], &said.params)?;
                while rows.next()?.is_some() {}
            } else {
                let params: Vec<&(dyn ToSql + Sync)> = said.params.iter().map(|value| value as _).collect();
                client.execute(&statements[said.text], &params)?;
            }
        }
        client.batch_execute("commit")?;
        // A caller whose time is over waits no longer.
        let _ = work.back.send(());
    }
}
