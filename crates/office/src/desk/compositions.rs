//! Compositions: what an officer writes is kept letter by letter, sent after a moment, and lost never.

use super::me;
use crate::cases::{self, check_words, load};
use crate::intake::file_for_later;
use crate::jobs::{Work, queue_at};
use crate::{Act, Refusal, Verb, knowledge, resolution};
use jiff::{SignedDuration, Timestamp};
use policy::Action;
use records::compositions::{self, Composition};
use records::files::File;
use records::{Tx, events};
use terms::{
    Actor, Case, Channel, CompositionId, CompositionKind, CompositionState, Event, EventKind, FileId,
    OutcomeCode, Reference, Subject,
};
use uploads::Taken;

/// For how long what is sent can still be undone.
pub const SENDING_SECONDS: i64 = 10;
/// For how long what was thrown away can be taken back.
pub const UNDO_MINUTES: i64 = 10;
/// The longest that somebody can plan ahead.
const LONGEST_AHEAD: SignedDuration = SignedDuration::from_hours(24 * 90);
/// For how long what was thrown away is kept, for those who ask late.
const KEEP_THROWN: SignedDuration = SignedDuration::from_hours(24);
/// Compositions shown of one officer.
const MOST_SHOWN: u32 = 200;

/// What a page sends of what is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The revision of the composition that it was written over; 0 where there was none.
    pub revision: i64,
    /// The revision of the case that its writer has read.
    pub base: i64,
    /// What it is.
    pub kind: CompositionKind,
    /// How the case is to end.
    pub outcome: Option<OutcomeCode>,
    /// The words.
    pub words: String,
}

/// What became of saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is kept so.
    Kept(Composition),
    /// The same officer wrote something else elsewhere, and that stands.
    Elsewhere(Composition),
}

/// What is being written about a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// By whoever asks.
    pub mine: Option<Composition>,
    /// The files that wait for it.
    pub files: Vec<File>,
    /// What whoever asks threw away a moment ago.
    pub thrown: Option<Composition>,
    /// By others.
    pub others: Vec<Composition>,
}

/// What is being written about a case, by whom.
pub fn about(tx: &mut Tx<'_>, act: &Act, reference: &Reference) -> Verb<About> {
    load(tx, act, reference, Action::ReadCase)?;
    let me = me(act)?;
    let mut about = About::default();
    for one in compositions::of_case(tx, reference)? {
        let thrown = one.state == CompositionState::Thrown;
        match (one.officer == me, thrown) {
            (true, false) => about.mine = Some(one),
            (true, true) => about.thrown = Some(one).filter(|one| can_come_back(act, one)),
            (false, false) if !one.words.trim().is_empty() => about.others.push(one),
            (false, _) => {}
        }
    }
    if let Some(mine) = &about.mine {
        about.files = compositions::files_of(tx, mine.id)?;
    }
    Ok(about)
}

/// All that whoever asks has not sent, also of cases that they do not see any more.
pub fn unsent(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<Composition>> {
    Ok(compositions::of_officer(tx, &me(act)?, MOST_SHOWN)?)
}

/// Keeps what is being written. What is longer than any message is kept up to there.
pub fn save(tx: &mut Tx<'_>, act: &Act, reference: &Reference, written: &Written) -> Verb<Saved> {
    let words: String = written.words.chars().filter(|c| *c != '\0').take(cases::LONGEST_WORDS).collect();
    let Some(mut mine) = mine(tx, act, reference)? else {
        // Whoever begins must see the case; whoever goes on may have lost sight of it.
        load(tx, act, reference, Action::ReadCase)?;
        let new = begun(act, reference, written, words)?;
        compositions::insert(tx, &new)?;
        return Ok(Saved::Kept(new));
    };
    let same = mine.words == words && mine.kind == written.kind && mine.outcome == written.outcome;
    let is_writing = mine.state == CompositionState::Writing;
    if !is_writing || mine.revision != written.revision && !same {
        return Ok(Saved::Elsewhere(mine));
    }
    let read = mine.revision;
    mine.kind = written.kind;
    mine.outcome.clone_from(&written.outcome);
    mine.words = words;
    mine.base = written.base.max(mine.base);
    change(tx, act, mine, read).map(Saved::Kept)
}

/// Sends what is kept: a note at once, anything else after a moment or at a time, so that it can be undone.
pub fn send(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    (id, revision): (CompositionId, i64),
    at: Option<Timestamp>,
) -> Verb<Option<Timestamp>> {
    let mut mine = mine_named(tx, act, reference, id)?;
    if mine.state == CompositionState::Sending && mine.revision == revision + 1 {
        // A second tap.
        return Ok(mine.send_at);
    }
    must_be_at(&mine, revision)?;
    check_words(&mine.words)?;
    if mine.kind == CompositionKind::Note {
        perform(tx, act, &mine)?;
        return Ok(None);
    }
    let case = load(tx, act, reference, action(mine.kind))?;
    must_be_sendable(tx, act, &case, &mine)?;
    let soon = act.at.checked_add(SignedDuration::from_secs(SENDING_SECONDS)).unwrap_or(act.at);
    let latest = act.at.checked_add(LONGEST_AHEAD).unwrap_or(soon);
    if at.is_some_and(|at| at <= act.at || at > latest) {
        return Err(Refusal::invalid("send_at", "choose a time that is to come, within 90 days"));
    }
    let when = at.unwrap_or(soon).max(soon);
    mine.state = CompositionState::Sending;
    mine.send_at = Some(when);
    mine.why = None;
    let work = Work::Send { composition: mine.id };
    change(tx, act, mine, revision)?;
    queue_at(tx, act, &work, when)?;
    Ok(Some(when))
}

/// Takes back what was about to leave, or what was thrown away a moment ago.
pub fn undo(tx: &mut Tx<'_>, act: &Act, reference: &Reference) -> Verb<()> {
    let me = me(act)?;
    let known = compositions::of_case(tx, reference)?.into_iter().filter(|one| one.officer == me);
    let (open, thrown): (Vec<_>, Vec<_>) = known.partition(|one| one.state != CompositionState::Thrown);
    if let Some(sending) = open.iter().find(|one| one.state == CompositionState::Sending) {
        return write_again(tx, act, sending.clone());
    }
    let thrown = thrown.into_iter().rfind(|one| can_come_back(act, one));
    let thrown = thrown.ok_or_else(|| Refusal::conflict("it is too late to undo this; it has left"))?;
    for empty in open {
        if !empty.words.trim().is_empty() {
            return Err(Refusal::conflict("you have begun something else; send it or throw it away first"));
        }
        let read = empty.revision;
        change(tx, act, Composition { state: CompositionState::Thrown, ..empty }, read)?;
    }
    write_again(tx, act, thrown)
}

/// Throws away what is being written.
pub fn throw_away(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    (id, revision): (CompositionId, i64),
) -> Verb<()> {
    let mine = mine_named(tx, act, reference, id)?;
    must_be_at(&mine, revision)?;
    change(tx, act, Composition { state: CompositionState::Thrown, send_at: None, ..mine }, revision)
        .map(drop)
}

/// Lets a file wait for what is being written.
pub fn attach(tx: &mut Tx<'_>, act: &Act, reference: &Reference, taken: &Taken) -> Verb<FileId> {
    let mine = mine(tx, act, reference)?.ok_or(Refusal::NotFound("draft"))?;
    if compositions::files_of(tx, mine.id)?.len() >= crate::intake::MOST_FILES {
        let most = crate::intake::MOST_FILES;
        return Err(Refusal::invalid("files", format!("send at most {most} files")));
    }
    let file = file_for_later(tx, act, taken)?;
    compositions::add_file(tx, mine.id, file)?;
    Ok(file)
}

/// Takes a waiting file away.
pub fn detach(tx: &mut Tx<'_>, act: &Act, reference: &Reference, file: FileId) -> Verb<()> {
    let mine = mine(tx, act, reference)?.ok_or(Refusal::NotFound("draft"))?;
    Ok(compositions::remove_file(tx, mine.id, file)?)
}

/// Sends what is due to leave, as its writer; what cannot leave any more is back with them, and says why.
pub(crate) fn deliver(tx: &mut Tx<'_>, act: &Act, id: CompositionId) -> Verb<()> {
    let Some(found) = compositions::by_id(tx, id)? else { return Ok(()) };
    let due = found.send_at.is_some_and(|at| at <= act.at);
    if found.state != CompositionState::Sending || !due {
        return Ok(());
    }
    let refused = match act.city().principal(&found.officer) {
        None => Refusal::Forbidden("whoever wrote this does not serve here any more".to_owned()),
        Some(who) => {
            let officer = act.by_officer(who, Channel::Web);
            let done = perform(tx, &officer, &found);
            act.queued.set(act.queued.get() || officer.queued.get());
            match done {
                Ok(()) => return Ok(()),
                Err(Refusal::Broke(broke)) => return Err(broke.into()),
                Err(refusal) => refusal,
            }
        }
    };
    let read = found.revision;
    let back = Composition {
        state: CompositionState::Writing,
        send_at: None,
        why: Some(refused.to_string()),
        ..found
    };
    change(tx, act, back, read).map(drop)
}

/// Forgets what was thrown away long ago.
pub(crate) fn forget_thrown(tx: &mut Tx<'_>, act: &Act) -> Verb<u64> {
    Ok(compositions::forget(tx, act.at.checked_sub(KEEP_THROWN).unwrap_or(act.at))?)
}

/// Does what was written: every refusal comes before anything is saved.
fn perform(tx: &mut Tx<'_>, act: &Act, written: &Composition) -> Verb<()> {
    let case = load(tx, act, &written.reference, Action::ReadCase)?;
    must_be_sendable(tx, act, &case, written)?;
    let (reference, words) = (&written.reference, written.words.as_str());
    let revision = read_up_to(tx, act, &case, written.base)?;
    let done = match written.kind {
        CompositionKind::Reply => cases::reply(tx, act, reference, revision, words),
        CompositionKind::Question => cases::ask_customer(tx, act, reference, revision, words),
        CompositionKind::Note => cases::note(tx, act, reference, words),
        CompositionKind::Resolve => {
            let outcome = written.outcome.as_ref().ok_or_else(no_outcome)?;
            resolution::resolve(tx, act, reference, revision, (outcome, Some(words)))
        }
    };
    let case = unless_moved(tx, act, &case, done)?;
    if written.kind != CompositionKind::Note {
        knowledge::answered(tx, act, written, case.id)?;
    }
    compositions::hand_over(tx, written.id, (case.id, act.at))?;
    Ok(compositions::remove(tx, written.id)?)
}

/// Refuses at once what would be refused when it leaves.
fn must_be_sendable(tx: &mut Tx<'_>, act: &Act, case: &Case, written: &Composition) -> Verb<()> {
    match written.kind {
        CompositionKind::Note if !compositions::files_of(tx, written.id)?.is_empty() => {
            return Err(Refusal::conflict(
                "a note takes no files, as customers see all files; take them away",
            ));
        }
        CompositionKind::Note => return Ok(()),
        CompositionKind::Reply => {}
        CompositionKind::Question if case.state.status == terms::Status::Waiting => {
            return Err(Refusal::conflict("the customer has been asked already; reply to add something"));
        }
        CompositionKind::Resolve if written.outcome.is_none() => return Err(no_outcome()),
        CompositionKind::Question | CompositionKind::Resolve => cases::must_be_open(case)?,
    }
    cases::must_be_theirs(act, case)?;
    let revision = read_up_to(tx, act, case, written.base)?;
    let loaded = cases::load_at(tx, act, &written.reference, revision, action(written.kind));
    unless_moved(tx, act, case, loaded).map(drop)
}

/// The revision up to which somebody has read a case: what the house told its customer by itself does not count.
pub(super) fn read_up_to(tx: &mut Tx<'_>, act: &Act, case: &Case, base: i64) -> Verb<i64> {
    if base >= case.revision {
        return Ok(base);
    }
    let since = events::of_case(tx, &act.scope(), case.id)?;
    let unread = since.iter().any(|event| is_news(event, base, &act.who.actor));
    Ok(if unread { base } else { case.revision })
}

/// What is refused as stale, though the case has moved only since this verb read it: the verb is run again, as what
/// happened meanwhile may be no news. On SQLite it cannot happen.
pub(super) fn unless_moved<T>(tx: &mut Tx<'_>, act: &Act, read: &Case, done: Verb<T>) -> Verb<T> {
    if !matches!(done, Err(Refusal::Stale { .. })) {
        return done;
    }
    let now = records::cases::by_id(tx, &act.scope(), read.id)?;
    if now.is_some_and(|now| now.revision != read.revision) { Err(tx.contend().into()) } else { done }
}

/// Whether an event is news to somebody who has read a case up to a revision. What they did themselves is none.
pub fn is_news(event: &Event, base: i64, reader: &Actor) -> bool {
    let later = matches!(event.subject, Subject::Case(_, number) if number > base);
    let told = matches!(event.what.kind(), EventKind::Told | EventKind::FeedbackInvited);
    later && !told && event.actor != *reader
}

fn no_outcome() -> Refusal {
    Refusal::invalid("outcome", "say how it ended")
}

const fn action(kind: CompositionKind) -> Action {
    match kind {
        CompositionKind::Reply => Action::Reply,
        CompositionKind::Question => Action::Wait,
        CompositionKind::Note => Action::Note,
        CompositionKind::Resolve => Action::Resolve,
    }
}

fn mine(tx: &mut Tx<'_>, act: &Act, reference: &Reference) -> Verb<Option<Composition>> {
    let me = me(act)?;
    let known = compositions::of_case(tx, reference)?;
    Ok(known.into_iter().find(|one| one.officer == me && one.state != CompositionState::Thrown))
}

/// This one and no other: what was begun since has a name of its own, and may have the same revision.
fn mine_named(tx: &mut Tx<'_>, act: &Act, reference: &Reference, id: CompositionId) -> Verb<Composition> {
    mine(tx, act, reference)?.filter(|mine| mine.id == id).ok_or(Refusal::NotFound("draft"))
}

fn must_be_at(mine: &Composition, revision: i64) -> Verb<()> {
    if mine.revision == revision {
        return Ok(());
    }
    Err(Refusal::conflict("you have changed this in another window; look at it again"))
}

fn begun(act: &Act, reference: &Reference, written: &Written, words: String) -> Verb<Composition> {
    Ok(Composition {
        id: CompositionId::new(act.at, &act.chance),
        reference: *reference,
        officer: me(act)?,
        kind: written.kind,
        outcome: written.outcome.clone(),
        words,
        revision: 1,
        base: written.base,
        state: CompositionState::Writing,
        why: None,
        send_at: None,
        at: act.at,
    })
}

fn can_come_back(act: &Act, thrown: &Composition) -> bool {
    act.at.duration_since(thrown.at) <= SignedDuration::from_mins(UNDO_MINUTES)
}

fn write_again(tx: &mut Tx<'_>, act: &Act, one: Composition) -> Verb<()> {
    let read = one.revision;
    change(tx, act, Composition { state: CompositionState::Writing, send_at: None, ..one }, read).map(drop)
}

fn change(tx: &mut Tx<'_>, act: &Act, mut one: Composition, read: i64) -> Verb<Composition> {
    one.revision = read + 1;
    one.at = act.at;
    compositions::update(tx, &one, read)?;
    Ok(one)
}
