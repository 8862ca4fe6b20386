//! Words that came too late: the case had moved on, and they are kept for whoever wrote them.

use crate::{Act, Verb};
use policy::Action;
use records::Tx;
use records::drafts::{self, Draft};
use terms::{DraftId, Reference};

/// Kept words that are shown.
const MOST_KEPT: u32 = 100;

/// Keeps the words of a write that was refused.
pub fn keep_words(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    words: &str,
    why: &str,
) -> Verb<DraftId> {
    let case = super::load(tx, act, reference, Action::ReadCase)?;
    let id = DraftId::new(act.at, &act.chance);
    let draft = Draft {
        id,
        case: case.id,
        writer: act.who.actor.clone(),
        words: words.to_owned(),
        why: why.to_owned(),
        at: act.at,
    };
    drafts::insert(tx, &draft)?;
    Ok(id)
}

/// The words kept for whoever asks.
pub fn kept_words(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<Draft>> {
    Ok(drafts::of_writer(tx, &act.who.actor, MOST_KEPT)?)
}
