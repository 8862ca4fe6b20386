//! What officers say of themselves during their shift.

use crate::word::words;

words! {
    /// Whether an officer is there for customers.
    ShiftStatus, "status of a shift", {
        /// With a customer.
        Serving = "serving",
        /// Free for the next one.
        Available = "available",
        /// Back in a while.
        Break = "break",
        /// At work, and not for customers.
        Away = "away",
    }
}
