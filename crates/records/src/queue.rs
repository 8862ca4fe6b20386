//! Work on its way to an engine's thread and back: the verb goes in, the answer comes out after the commit.

use crate::{Broke, Tx};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{SyncSender, TrySendError};
use tokio::sync::oneshot;

/// How much work may wait; beyond it the door says that it is busy.
pub(crate) const LONGEST: usize = 4_096;

/// A verb with its way back, whatever its types.
pub(crate) trait Work: Send {
    /// Runs the verb and keeps its answer; whether what it did is to be kept.
    fn run(&mut self, tx: &mut Tx<'_>) -> bool;
    /// Sends the answer, or the reason why there is none; only the first time.
    fn answer(&mut self, committed: Result<(), Broke>);
}

struct Verb<F, T, E> {
    run: F,
    answer: Option<Result<T, E>>,
    back: Option<oneshot::Sender<Result<T, E>>>,
}

impl<F, T, E> Work for Verb<F, T, E>
where
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<Broke> + Send,
{
    fn run(&mut self, tx: &mut Tx<'_>) -> bool {
        let answer =
            catch_unwind(AssertUnwindSafe(|| (self.run)(tx))).unwrap_or_else(|_| Err(Broke::Panic.into()));
        let keep = answer.is_ok();
        self.answer = Some(answer);
        keep
    }

    fn answer(&mut self, committed: Result<(), Broke>) {
        let Some(back) = self.back.take() else { return };
        let answer = match (committed, self.answer.take()) {
            (Ok(()), Some(answer)) => answer,
            (Ok(()), None) => Err(Broke::Closed.into()),
            (Err(broke), _) => Err(broke.into()),
        };
        // Whoever asked may have hung up; what is committed stays committed.
        let _ = back.send(answer);
    }
}

/// A verb ready to be queued, and where its answer will arrive.
pub(crate) fn work<F, T, E>(verb: F) -> (Box<dyn Work>, oneshot::Receiver<Result<T, E>>)
where
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<Broke> + Send + 'static,
{
    let (back, answer) = oneshot::channel();
    (Box::new(Verb { run: verb, answer: None, back: Some(back) }), answer)
}

/// Queues work, unless there is too much of it.
pub(crate) fn send(queue: &SyncSender<Box<dyn Work>>, work: Box<dyn Work>) -> Result<(), Broke> {
    queue.try_send(work).map_err(|error| match error {
        TrySendError::Full(_) => Broke::Busy,
        TrySendError::Disconnected(_) => Broke::Closed,
    })
}
