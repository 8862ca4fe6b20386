//! Devices: what stands in an office without anybody signed in at it.

use crate::word::words;

words! {
    /// What a device is for.
    DeviceKind, "kind of device", {
        /// A screen in the waiting room.
        Board = "board",
        /// A machine that gives out tickets.
        Kiosk = "kiosk",
    }
}
