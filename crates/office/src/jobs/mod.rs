//! Jobs: the list of what there is to do in the background, and how it is done, tried again and given up.

mod notices;
mod upkeep;

pub use notices::Notice;
pub use upkeep::{keep_time, tidy};

use crate::bookings::{self, BookingNotice};
use crate::tokens::house_event;
use crate::{Act, Office, Refusal, Verb, cases, desk, followers, intake, lobby, outbox};
use jiff::{SignedDuration, Timestamp};
use policy::{Action, Resource};
use records::Tx;
use records::jobs::{self, Job};
use serde::{Deserialize, Serialize};
use terms::{
    BookingId, BulkActId, CaseId, Chance, CompositionId, Happening, InboxId, JobId, MessageId, OfficeCode,
    Slot, VisitId,
};
use tokio::task::JoinSet;

/// For how long a runner may keep a job before others think that it is gone.
const LEASE: SignedDuration = SignedDuration::from_secs(120);
/// How often a job is tried before a person has to look at it.
const MOST_ATTEMPTS: u32 = 8;
/// The same for a delivery: for more than a day, as mail servers make those wait whom they do not know, and are away
/// for a night.
const MOST_DELIVERIES: u32 = 48;
/// The longest pause between two tries.
const LONGEST_PAUSE_SECONDS: u64 = 3_600;
/// The same for whoever stands before a printer.
const LONGEST_PAUSE_FOR_PAPER_SECONDS: u64 = 8;
/// Jobs taken at once.
const BATCH: u32 = 32;
/// What a delivery is called in the table.
pub(crate) const DELIVER: &str = "deliver";

/// Work for later. Each kind is listed here, and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "work", rename_all = "kebab-case")]
pub enum Work {
    /// Tell a case's customer something.
    Tell {
        /// The case.
        case: CaseId,
        /// What.
        notice: Notice,
    },
    /// Tell all whom a case speaks for how it ended.
    TellReporters {
        /// The case.
        case: CaseId,
    },
    /// Say to those who are answered with a case what was said to its customer, or that it ended.
    AnswerChildren {
        /// The case.
        case: CaseId,
        /// What was said, by its number among the case's events.
        number: i64,
        /// Who was answered last; nobody at the beginning.
        after: Option<CaseId>,
    },
    /// Tell those who follow a public report what happened to it.
    TellFollowers {
        /// The case.
        case: CaseId,
        /// What happened, by its number among the case's events.
        number: i64,
        /// The mailbox of whom was told last; empty at the beginning.
        after: String,
    },
    /// Take in what was stored raw.
    TakeIn {
        /// What.
        inbox: InboxId,
    },
    /// Do one case of an act on many, or take it back.
    Bulk {
        /// The act.
        bulk: BulkActId,
        /// The place of the case in it.
        place: i64,
        /// Whether to take it back.
        undo: bool,
    },
    /// Send what an officer wrote.
    Send {
        /// What.
        composition: CompositionId,
    },
    /// Tell whoever booked a time something.
    TellBooking {
        /// Which.
        booking: BookingId,
        /// What.
        notice: BookingNotice,
    },
    /// Offer a time that became free to whoever wants an earlier one.
    OfferEarlier {
        /// Where.
        office: OfficeCode,
        /// Which.
        slot: Slot,
    },
    /// Note that whoever had booked was called and did not come.
    MissBooking {
        /// As which visit.
        visit: VisitId,
    },
    /// Put whoever was called by phone in vain back into the line.
    TryAgain {
        /// As which visit.
        visit: VisitId,
    },
    /// Write to whoever was called by phone in vain to the last.
    TellMissed {
        /// As which visit.
        visit: VisitId,
    },
    /// Deliver a message. It leaves its transaction, as a mail server is outside the house.
    Deliver {
        /// Which.
        message: MessageId,
    },
    /// Print somebody's ticket. It leaves its transaction too, as a printer is outside the house.
    Print {
        /// Whose.
        visit: VisitId,
    },
}

/// Which runners take a job. Bulk work has runners of its own, and so has the post, so that neither the many nor a slow
/// mail server delay what somebody waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// Somebody waits for it.
    Live,
    /// Nobody does.
    Bulk,
    /// It leaves the house, and somebody outside may be slow.
    Post,
    /// It leaves for a printer, and somebody stands before it.
    Paper,
}

impl Class {
    /// Every class.
    pub const ALL: [Self; 4] = [Self::Live, Self::Bulk, Self::Post, Self::Paper];

    /// Its name in the table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Bulk => "bulk",
            Self::Post => "post",
            Self::Paper => "paper",
        }
    }

    /// How often its jobs are tried.
    const fn most_attempts(self) -> u32 {
        match self {
            Self::Live | Self::Bulk => MOST_ATTEMPTS,
            Self::Post | Self::Paper => MOST_DELIVERIES,
        }
    }

    /// The longest pause between two tries of its jobs.
    const fn longest_pause_seconds(self) -> u64 {
        match self {
            Self::Live | Self::Bulk | Self::Post => LONGEST_PAUSE_SECONDS,
            Self::Paper => LONGEST_PAUSE_FOR_PAPER_SECONDS,
        }
    }
}

impl Work {
    /// Its class.
    pub const fn class(&self) -> Class {
        match self {
            Self::Tell { .. }
            | Self::TakeIn { .. }
            | Self::Send { .. }
            | Self::TellBooking { .. }
            | Self::OfferEarlier { .. }
            | Self::MissBooking { .. }
            | Self::TryAgain { .. }
            | Self::TellMissed { .. } => Class::Live,
            Self::TellReporters { .. }
            | Self::AnswerChildren { .. }
            | Self::TellFollowers { .. }
            | Self::Bulk { .. } => Class::Bulk,
            Self::Deliver { .. } => Class::Post,
            Self::Print { .. } => Class::Paper,
        }
    }

    /// Its name in the table.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Tell { .. } => "tell",
            Self::TellReporters { .. } => "tell-reporters",
            Self::AnswerChildren { .. } => "answer-children",
            Self::TellFollowers { .. } => "tell-followers",
            Self::TakeIn { .. } => "take-in",
            Self::Bulk { .. } => "bulk",
            Self::Send { .. } => "send",
            Self::TellBooking { .. } => "tell-booking",
            Self::OfferEarlier { .. } => "offer-earlier",
            Self::MissBooking { .. } => "miss-booking",
            Self::TryAgain { .. } => "try-again",
            Self::TellMissed { .. } => "tell-missed",
            Self::Deliver { .. } => DELIVER,
            Self::Print { .. } => "print",
        }
    }

    fn run(&self, tx: &mut Tx<'_>, act: &Act) -> Verb<()> {
        match self {
            Self::Tell { case, notice } => notices::tell(tx, act, *case, *notice),
            Self::TellReporters { case } => notices::tell_reporters(tx, act, *case),
            Self::AnswerChildren { case, number, after } => {
                cases::answer_children(tx, act, (*case, *number), *after)
            }
            Self::TellFollowers { case, number, after } => followers::tell(tx, act, (*case, *number), after),
            Self::TakeIn { inbox } => intake::take_in(tx, act, *inbox),
            Self::Bulk { bulk, place, undo } => desk::bulk_step(tx, act, (*bulk, *place), *undo),
            Self::Send { composition } => desk::deliver(tx, act, *composition),
            Self::TellBooking { booking, notice } => bookings::tell(tx, act, *booking, *notice),
            Self::OfferEarlier { office, slot } => bookings::offer(tx, act, office, slot),
            Self::MissBooking { visit } => bookings::miss(tx, act, *visit),
            Self::TryAgain { visit } => lobby::try_again(tx, act, *visit),
            Self::TellMissed { visit } => lobby::tell_missed(tx, act, *visit),
            Self::Deliver { .. } | Self::Print { .. } => {
                Err(Refusal::conflict("this leaves the house; no verb can do it"))
            }
        }
    }
}

/// Queues work, in the transaction of what it follows from.
pub(crate) fn queue(tx: &mut Tx<'_>, act: &Act, work: &Work) -> Verb<()> {
    queue_at(tx, act, work, act.recorded_at)
}

/// Queues work that nobody does before an instant.
pub(crate) fn queue_at(tx: &mut Tx<'_>, act: &Act, work: &Work, run_at: Timestamp) -> Verb<()> {
    let payload = serde_json::to_string(work).map_err(|error| Refusal::conflict(error.to_string()))?;
    let job = Job {
        id: JobId::new(act.recorded_at, &act.chance),
        class: work.class().as_str().to_owned(),
        kind: work.kind().to_owned(),
        payload,
        state: "ready".to_owned(),
        run_at,
        attempts: 0,
        last_error: None,
        created_at: act.recorded_at,
    };
    jobs::insert(tx, &job)?;
    act.queued.set(true);
    Ok(())
}

/// Runs the jobs of a class that are due; how many there were. While nobody carries the post, it waits.
pub async fn run_due(office: &Office, class: Class) -> Verb<usize> {
    if class == Class::Post && office.post.is_none() {
        return Ok(0);
    }
    let until = |now: Timestamp| now.checked_add(LEASE).unwrap_or(now);
    let claimed = office
        .write(office.house_act(), move |tx, act| {
            Ok(jobs::claim(tx, class.as_str(), act.at, until(act.at), BATCH)?)
        })
        .await?;
    let count = claimed.len();
    // Side by side, so that they share a commit.
    let mut running: JoinSet<Verb<()>> = JoinSet::new();
    for job in claimed {
        let office = office.clone();
        running.spawn(async move { run(&office, job).await });
    }
    while let Some(done) = running.join_next().await {
        done.map_err(|error| Refusal::conflict(error.to_string()))??;
    }
    Ok(count)
}

/// Gives back the jobs of runners that are gone.
pub async fn release_abandoned(office: &Office) -> Verb<u64> {
    office.write(office.house_act(), |tx, act| Ok(jobs::release_abandoned(tx, act.at)?)).await
}

/// Runs one job in a transaction with its removal: it is done once, or not at all. What leaves the house may be done
/// twice.
async fn run(office: &Office, job: Job) -> Verb<()> {
    let (id, kind, attempts) = (job.id, job.kind.clone(), job.attempts);
    let work: Result<Work, _> = serde_json::from_str(&job.payload);
    let class = work.as_ref().map_or(Class::Live, Work::class);
    let most = class.most_attempts();
    let done = match work {
        Err(error) => Err(Refusal::conflict(format!("the job cannot be read: {error}"))),
        Ok(Work::Deliver { message }) => outbox::deliver(office, id, message).await,
        Ok(Work::Print { visit }) => lobby::kiosk::print(office, id, visit).await,
        Ok(work) => {
            let verb = move |tx: &mut Tx<'_>, act: &Act| {
                work.run(tx, act)?;
                Ok(jobs::done(tx, id)?)
            };
            office.write(office.house_act(), verb).await
        }
    };
    let Err(refusal) = done else { return Ok(()) };
    tracing::warn!(job = %id, kind, attempts, error = %refusal, "a job failed");
    office
        .write(office.house_act(), move |tx, act| {
            let (state, pause) = if attempts >= most {
                ("dead", SignedDuration::ZERO)
            } else {
                ("ready", pause(attempts, class.longest_pause_seconds(), &act.chance))
            };
            let run_at = act.at.checked_add(pause).unwrap_or(act.at);
            Ok(jobs::failed(tx, id, state, run_at, &refusal.to_string())?)
        })
        .await
}

/// Twice as long each time, up to a limit, and by chance up to half less, so that jobs that failed together do not
/// come back together.
fn pause(attempts: u32, longest_seconds: u64, chance: &Chance) -> SignedDuration {
    let longest = 1_000 * 2_u64.saturating_pow(attempts).min(longest_seconds);
    let ms = longest - chance.below(longest / 2);
    SignedDuration::from_millis(i64::try_from(ms).unwrap_or(i64::MAX))
}

/// The jobs that a person has to look at.
pub fn dead(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<Job>> {
    act.must(Action::RunJobs, Resource::Installation)?;
    Ok(jobs::in_state(tx, "dead", 500)?)
}

/// Gives a dead job another life.
pub fn replay(tx: &mut Tx<'_>, act: &Act, id: JobId) -> Verb<()> {
    act.must(Action::RunJobs, Resource::Installation)?;
    if !jobs::replay(tx, id, act.at)? {
        return Err(Refusal::NotFound("dead job"));
    }
    house_event(tx, act, Happening::JobReplayed { job: id })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_stay_bounded_and_differ() {
        let chance = Chance::from_seed([3; 32]);
        for attempts in 1..40 {
            let longest = i64::try_from(2_u64.saturating_pow(attempts).min(LONGEST_PAUSE_SECONDS)).unwrap();
            let pause = pause(attempts, LONGEST_PAUSE_SECONDS, &chance);
            assert!(
                pause <= SignedDuration::from_secs(longest)
                    && pause * 2 >= SignedDuration::from_secs(longest)
            );
        }
        assert_ne!(pause(5, LONGEST_PAUSE_SECONDS, &chance), pause(5, LONGEST_PAUSE_SECONDS, &chance));
    }
}
