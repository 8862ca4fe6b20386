//! What an officer writes before it is sent.

use crate::word::words;

words! {
    /// What an officer writes.
    CompositionKind, "kind of composition", {
        /// An answer to the customer.
        Reply = "reply",
        /// A question to the customer; the clock stands still until they answer.
        Question = "question",
        /// Words for colleagues.
        Note = "note",
        /// The end of the work, with what the customer is told of it.
        Resolve = "resolve",
    }
}

words! {
    /// What becomes of it.
    CompositionState, "state of a composition", {
        /// It is being written.
        Writing = "writing",
        /// It leaves at its time, unless that is undone.
        Sending = "sending",
        /// Its writer does not want it any more.
        Thrown = "thrown",
    }
}
