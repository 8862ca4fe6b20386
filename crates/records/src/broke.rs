//! What can go wrong between a verb and its engine.

/// A failure that is nobody's fault who asked: the database or the way to it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broke {
    /// More work is queued than can be done in time; come back later.
    #[error("the database is busy")]
    Busy,
    /// Others changed the same rows again and again.
    #[error("others kept changing the same rows")]
    Contended,
    /// The commit was sent and no answer came: it may or may not have happened.
    #[error("the database did not say whether it kept the change")]
    Unknown,
    /// The engine's threads are gone; the process is stopping.
    #[error("the database is closed")]
    Closed,
    /// A row that does not hold what its table promises.
    #[error("column {column} holds {problem}")]
    Decode {
        /// Its place in the query, from 0.
        column: usize,
        /// What is there instead.
        problem: String,
    },
    /// A row with this key is there already.
    #[error("a row with this key is there already")]
    Taken,
    /// A verb panicked.
    #[error("a verb panicked")]
    Panic,
    /// Anything else that the engine says.
    #[error("{0}")]
    Engine(String),
}
