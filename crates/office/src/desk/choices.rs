//! What officers choose about their desk itself.

use super::me;
use crate::{Act, Verb};
use records::{Tx, desk_choices};

/// Whether single keys do something at the desk of whoever acts; they do until somebody says no.
pub fn shortcuts(tx: &mut Tx<'_>, act: &Act) -> Verb<bool> {
    Ok(desk_choices::shortcuts(tx, &me(act)?)?.unwrap_or(true))
}

/// Switches them on or off.
pub fn choose_shortcuts(tx: &mut Tx<'_>, act: &Act, on: bool) -> Verb<()> {
    Ok(desk_choices::choose_shortcuts(tx, &me(act)?, on)?)
}
