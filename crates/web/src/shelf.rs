//! The shelf of articles in memory: read again when one has changed, and otherwise not.

use crate::App;
use office::Verb;
use office::knowledge::{self, Shelf};
use std::sync::Arc;
use terms::{Channel, Principal, Purpose};

/// The shelf as it was when somebody last asked. One reads it again while others wait.
pub(crate) type Kept = tokio::sync::Mutex<Option<Arc<Shelf>>>;

/// The shelf as it is now.
pub(crate) async fn shelf(app: &App) -> Verb<Arc<Shelf>> {
    let act = || app.office.act(Principal::public(), Channel::Web, Purpose::Operation);
    let mark = app.office.read(act(), knowledge::mark).await?;
    let mut kept = app.shelf.lock().await;
    if let Some(known) = kept.as_ref().filter(|known| known.mark == mark) {
        return Ok(Arc::clone(known));
    }
    let read = Arc::new(app.office.read(act(), knowledge::shelf).await?);
    *kept = Some(Arc::clone(&read));
    Ok(read)
}
