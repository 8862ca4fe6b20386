//! Notices: what the house tells customers by itself, in their language, at the place where they follow
//! their case and by mail.

use crate::cases::{happen, write_words};
use crate::jobs::{Work, queue};
use crate::{Act, Refusal, Verb, outbox};
use jiff::Timestamp;
use records::{Tx, cases, customers, reporters};
use serde::{Deserialize, Serialize};
use terms::{Case, CaseId, ContactKind, Direction, Happening};
use wording::{Argument, Language};

/// How many cases can speak for one another in a line.
const LONGEST_LINE: usize = 20;

/// What the house tells a customer by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    /// We have it, and promise this.
    Received,
    /// It has ended; and how did it go?
    Resolved,
    /// The case that speaks for it has ended.
    ResolvedForReporter,
    /// Another case speaks for it.
    Joined,
    /// It goes on as another case of the same customer.
    Merged,
    /// It is a case of its own again.
    Unmerged,
    /// Another service was meant; it is promised as before, or sooner.
    ServiceCorrected,
    /// Another service was meant, which takes longer.
    PromisedLater,
    /// It is open again.
    Reopened,
    /// Another agency has it.
    PassedOn,
    /// We are late.
    Late,
    /// How did it go?
    Feedback,
    /// An officer answered.
    Answered,
    /// An officer asked something, and the work waits.
    Asked,
}

/// Tells a case's customer something. Whoever gave no name is told nothing.
pub(super) fn tell(tx: &mut Tx<'_>, act: &Act, id: CaseId, notice: Notice) -> Verb<()> {
    let mut case = cases::by_id(tx, &act.scope(), id)?.ok_or(Refusal::NotFound("case"))?;
    let Some(customer) = case.state.customer else { return Ok(()) };
    let customer =
        customers::by_id(tx, &act.record_scope(), customer)?.ok_or(Refusal::NotFound("customer"))?;
    let spoken = [case.told.language.as_deref(), customer.language.as_deref(), Some(act.city().language())];
    let language = spoken.into_iter().flatten().find_map(Language::of).unwrap_or(Language::FALLBACK);
    let speaker = speaker(tx, act, &case)?;
    let mut said = Vec::new();
    if in_one_breath(notice).is_empty() {
        said.push(words(act, &case, speaker.as_ref(), notice, language));
    }
    for notice in in_one_breath(notice) {
        let words = words(act, &case, speaker.as_ref(), *notice, language);
        let contact = write_words(tx, act, case.id, (Direction::Outbound, ContactKind::Notice), &words)?;
        case = happen(tx, act, case, Happening::Told { contact })?;
        if *notice == Notice::Feedback && !case.state.feedback_invited {
            case = happen(tx, act, case, Happening::FeedbackInvited {})?;
        }
        said.push(words);
    }
    outbox::send_notice(tx, act, &case, customer.id, (notice, language, &said.join("\n\n")))
}

/// What is told together. Whoever is told that it has ended is asked how it went in the same message; two jobs of their
/// own could ask before they tell.
fn in_one_breath(notice: Notice) -> &'static [Notice] {
    match notice {
        Notice::Received => &[Notice::Received],
        Notice::Resolved => &[Notice::Resolved, Notice::Feedback],
        Notice::ResolvedForReporter => &[Notice::ResolvedForReporter],
        Notice::Joined => &[Notice::Joined],
        Notice::Merged => &[Notice::Merged],
        Notice::Unmerged => &[Notice::Unmerged],
        Notice::ServiceCorrected => &[Notice::ServiceCorrected],
        Notice::PromisedLater => &[Notice::PromisedLater],
        Notice::Reopened => &[Notice::Reopened],
        Notice::PassedOn => &[Notice::PassedOn],
        Notice::Late => &[Notice::Late],
        Notice::Feedback => &[Notice::Feedback],
        // The officer's own words are in the case already; only a mail has to say that they are there.
        Notice::Answered | Notice::Asked => &[],
    }
}

/// Has everybody told whom a case speaks for.
pub(super) fn tell_reporters(tx: &mut Tx<'_>, act: &Act, id: CaseId) -> Verb<()> {
    for reporter in reporters::of_case(tx, &act.scope(), id)? {
        queue(tx, act, &Work::Tell { case: reporter.case, notice: Notice::ResolvedForReporter })?;
    }
    Ok(())
}

/// The case that speaks for another or as which it goes on, at the end of the line where one that speaks has joined another itself.
fn speaker(tx: &mut Tx<'_>, act: &Act, case: &Case) -> Verb<Option<Case>> {
    let mut found: Option<Case> = None;
    for _ in 0..LONGEST_LINE {
        let state = &found.as_ref().unwrap_or(case).state;
        let Some(next) = state.duplicate_of.or(state.merged_into) else { break };
        found = cases::by_id(tx, &act.scope(), next)?;
    }
    Ok(found)
}

fn words(act: &Act, case: &Case, speaker: Option<&Case>, notice: Notice, language: Language) -> String {
    let city = act.city();
    let tag = language.tag();
    let reference = case.reference.to_string();
    let other = speaker.map(|speaker| speaker.reference.to_string()).unwrap_or_default();
    let service = city.services.get(&case.state.service).map_or("", |service| service.name.text(tag));
    let agency = city.agencies.get(&case.state.agency).map_or("", |agency| agency.name.text(tag));
    let spoken_for = notice == Notice::ResolvedForReporter;
    let ended = if spoken_for {
        speaker.and_then(|speaker| speaker.state.closure.as_ref())
    } else {
        case.state.closure.as_ref()
    };
    let outcome =
        ended.and_then(|closure| city.outcomes.get(&closure.outcome)).map_or("", |o| o.name.text(tag));
    let due = case.state.clocks.due_at.map(|due: Timestamp| language.date_time(city.calendar.local(due)));
    let key = match (notice, &due) {
        (Notice::Received, Some(_)) => "notice-received",
        (Notice::Received, None) => "notice-received-no-promise",
        (Notice::Resolved, _) => "notice-resolved",
        (Notice::ResolvedForReporter, _) => "notice-resolved-for-reporter",
        (Notice::Joined, _) => "notice-joined",
        (Notice::Merged, _) => "notice-merged",
        (Notice::Unmerged, _) => "notice-unmerged",
        (Notice::ServiceCorrected, Some(_)) => "notice-service-corrected",
        (Notice::ServiceCorrected, None) => "notice-service-corrected-no-promise",
        (Notice::PromisedLater, Some(_)) => "notice-promised-later",
        (Notice::PromisedLater, None) => "notice-promised-no-more",
        (Notice::Reopened, Some(_)) => "notice-reopened",
        (Notice::Reopened, None) => "notice-reopened-no-promise",
        (Notice::PassedOn, _) => "notice-passed-on",
        (Notice::Late, _) => "notice-late",
        (Notice::Feedback, _) => "notice-feedback",
        (Notice::Answered, _) => "notice-answered",
        (Notice::Asked, _) => "notice-asked",
    };
    language.say_with(
        key,
        &[
            ("reference", Argument::Words(&reference)),
            ("other", Argument::Words(&other)),
            ("service", Argument::Words(service)),
            ("agency", Argument::Words(agency)),
            ("outcome", Argument::Words(outcome)),
            ("due", Argument::Words(due.as_deref().unwrap_or(""))),
        ],
    )
}
