//! Kiosks: the numbers that they give out, without a network too, and the tickets that they print.

mod finding;
mod numbers;
mod offline;
mod printing;

pub use finding::find;
pub use numbers::{MOST_KIOSKS, range};
pub use offline::{Late, Numbers, hand_numbers, join_offline, late};
pub use printing::{Paper, Print, Printed, Printing, Slip, print_ticket, printed, printers};
pub use records::kiosks::{LateTicket, Printer};

pub(super) use numbers::{RESERVED, after};
pub(crate) use printing::{print, tidy};
