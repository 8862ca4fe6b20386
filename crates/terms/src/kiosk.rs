//! Kiosks: what becomes of the tickets that they print, and of those that they gave out without a network.

use crate::word::words;

words! {
    /// What became of a ticket on paper.
    PrintState, "state of a printout", {
        /// On its way to the printer.
        Waiting = "waiting",
        /// The printer has it.
        Printed = "printed",
        /// It was not printed in time, and will not be.
        Failed = "failed",
    }
}

words! {
    /// What a kiosk is answered that tells of a ticket which it gave out without a network.
    LateAnswer, "answer to a late ticket", {
        /// Whoever has it stands in the line, in their place in time.
        Joined = "joined",
        /// Its day is over, or has not come; nobody joins.
        AnotherDay = "another-day",
        /// The office was closed when it was given out; nobody joins.
        Closed = "closed",
    }
}
