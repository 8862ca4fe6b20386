//! What a form of the case page wants done, as it was filled in; and doing it.

use super::pages::answers::read_answers;
use super::pages::place::chosen;
use crate::App;
use crate::desk::officer::Posted;
use office::authority::{self, NewApproval, NewOffer};
use office::cases::{self, Corrected, NewSplit, NewTask};
use office::{Act, Mistake, Refusal, Verb, resolution};
use records::Tx;
use std::collections::BTreeSet;
use terms::{
    AgencyCode, ApprovalAnswer, ApprovalId, Case, OfficerCode, OutcomeCode, Place, Position, Reference,
    RemedyCode, ServiceCode, TaskAnswer, TaskId,
};

/// An act with what was filled in.
pub(super) enum Wanted {
    Assign(Option<OfficerCode>),
    GoOn,
    Transfer(AgencyCode, String),
    AcceptTransfer,
    ReturnTransfer(String),
    Tasks(Vec<NewTask>),
    AnswerTask(TaskId, TaskAnswer, Option<String>),
    Duplicate(Reference),
    Reopen(Option<String>),
    Merge(Reference),
    Unmerge,
    Split(NewSplit),
    PutUnder(Reference),
    TakeOut,
    /// The answers as the form's own fields were filled in, and why.
    Answers(Vec<(String, String)>, String),
    Correct(Corrected, String),
    Rest(jiff::Timestamp, String),
    Wake,
    /// Something that is offered, and how the work ends with it.
    Offer(NewOffer, Option<OutcomeCode>),
    Ask(NewApproval),
    Decide(ApprovalId, ApprovalAnswer, String),
}

/// What a form wants; nothing where there is no such act.
pub(super) fn wanted(app: &App, posted: &Posted, name: &str) -> Verb<Option<Wanted>> {
    let words = || posted.text("words").to_owned();
    let given = || Some(words()).filter(|words| !words.is_empty());
    Ok(Some(match name {
        "claim" | "assignment" => Wanted::Assign(Some(OfficerCode::new(posted.text("officer")))),
        "unassignment" => Wanted::Assign(None),
        "going-on" => Wanted::GoOn,
        "transfer" => Wanted::Transfer(AgencyCode::new(posted.text("to")), words()),
        "transfer-acceptance" => Wanted::AcceptTransfer,
        "transfer-return" => Wanted::ReturnTransfer(words()),
        "task" => Wanted::Tasks(tasks(posted, &words())?),
        "task-answer" => {
            let task = posted.text("task").parse().map_err(|_| Refusal::NotFound("task"))?;
            Wanted::AnswerTask(task, answer(posted)?, given())
        }
        "reopening" => Wanted::Reopen(given()),
        "rest" => {
            let until = super::compose::time(app, posted.text("until"));
            let until = until.ok_or_else(|| Refusal::invalid("until", "choose a day and a time"))?;
            Wanted::Rest(until, words())
        }
        "waking" => Wanted::Wake,
        other => return arranged(posted, other),
    }))
}

/// What puts cases together or apart, or puts right what was told.
fn arranged(posted: &Posted, name: &str) -> Verb<Option<Wanted>> {
    let words = || posted.text("words").to_owned();
    Ok(Some(match name {
        "duplicate" => Wanted::Duplicate(other(posted, "of")?),
        "merge" => Wanted::Merge(other(posted, "into")?),
        "unmerge" => Wanted::Unmerge,
        "split" => Wanted::Split(split(posted)?),
        "parent" => Wanted::PutUnder(other(posted, "parent")?),
        "leaving" => Wanted::TakeOut,
        "answers" => Wanted::Answers(posted.fields.clone(), words()),
        "place" => Wanted::Correct(Corrected::Place(place(posted)?), words()),
        "service" => Wanted::Correct(Corrected::Service(ServiceCode::new(posted.text("service"))), words()),
        other => return decided(posted, other),
    }))
}

/// What is offered, asked of a superior, or decided by one.
fn decided(posted: &Posted, name: &str) -> Verb<Option<Wanted>> {
    let (words, message) = (posted.text("words").to_owned(), posted.text("message").to_owned());
    let outcome = || Some(posted.text("outcome")).filter(|code| !code.is_empty()).map(OutcomeCode::new);
    Ok(Some(match name {
        "offer" => {
            let remedy = RemedyCode::new(posted.text("remedy"));
            let offer = NewOffer { remedy, amount: amount(posted)?, words: message };
            if posted.text("answer") == "ask" {
                Wanted::Ask(NewApproval { wanted: authority::Wanted::Offer(offer), words })
            } else {
                Wanted::Offer(offer, outcome())
            }
        }
        "outcome-approval" => {
            let outcome = outcome().ok_or_else(|| Refusal::invalid("outcome", "choose how it ends"))?;
            Wanted::Ask(NewApproval { wanted: authority::Wanted::Outcome(outcome, message), words })
        }
        "decision" => {
            let id = posted.text("approval").parse().map_err(|_| Refusal::NotFound("approval"))?;
            Wanted::Decide(id, answer(posted)?, words)
        }
        _ => return Ok(None),
    }))
}

fn answer<T: std::str::FromStr>(posted: &Posted) -> Verb<T> {
    let answer = posted.text("answer").parse();
    answer.map_err(|_| Refusal::invalid("answer", "choose one of the answers"))
}

/// Another case, by its number.
fn other(posted: &Posted, field: &str) -> Verb<Reference> {
    let reference = posted.text(field).parse::<Reference>();
    reference.map_err(|error| Refusal::invalid(field, error.to_string()))
}

/// The same part of each agency that was chosen, as each answers for itself.
fn tasks(posted: &Posted, words: &str) -> Verb<Vec<NewTask>> {
    let agencies: BTreeSet<&str> = posted.all("agency").filter(|code| !code.is_empty()).collect();
    if agencies.is_empty() {
        return Err(Refusal::invalid("agency", "choose at least one agency"));
    }
    let task = |code: &str| NewTask { agency: AgencyCode::new(code), words: words.to_owned(), due_at: None };
    Ok(agencies.into_iter().map(task).collect())
}

fn split(posted: &Posted) -> Verb<NewSplit> {
    let contacts = posted.all("contact").map(str::parse).collect::<Result<Vec<_>, _>>();
    let contacts = contacts.map_err(|_| Refusal::invalid("contacts", "choose messages of this case"))?;
    Ok(NewSplit { contacts, service: posted.text("service").to_owned(), person: None })
}

fn place(posted: &Posted) -> Verb<Place> {
    if !posted.text("found").is_empty() {
        return chosen(posted.text("found")).ok_or_else(bad_position);
    }
    let number = |name: &str| {
        let text: String = posted.text(name).replace(',', ".").chars().map(terms::ascii_digit).collect();
        (!text.is_empty()).then(|| text.parse::<f64>().map_err(|_| bad_position())).transpose()
    };
    let position = match (number("lat")?, number("long")?) {
        (None, None) => None,
        (Some(lat), Some(long)) => Some(Position::new(lat, long).ok_or_else(bad_position)?),
        _ => return Err(bad_position()),
    };
    // It may fill several lines of its field, and is one all the same.
    let address = posted.text("address").split_whitespace().collect::<Vec<_>>().join(" ");
    let address = Some(address).filter(|address| !address.is_empty());
    Ok(Place { address, position, ..Place::default() })
}

fn bad_position() -> Refusal {
    Refusal::invalid("lat", "write a position as two numbers, such as 42.36 and -71.06, or leave both empty")
}

fn amount(posted: &Posted) -> Verb<Option<i64>> {
    let text: String = posted.text("amount").chars().map(terms::ascii_digit).collect();
    let amount = (!text.is_empty()).then(|| text.parse::<i64>()).transpose();
    amount.map_err(|_| Refusal::invalid("amount", "say how much, as a whole number from 1"))
}

/// Does it.
pub(super) fn perform(
    tx: &mut Tx<'_>,
    act: &Act,
    (reference, revision): (&Reference, i64),
    wanted: &Wanted,
) -> Verb<()> {
    match wanted {
        Wanted::Assign(officer) => cases::assign(tx, act, reference, revision, officer.as_ref()),
        Wanted::GoOn => cases::go_on(tx, act, reference, revision),
        Wanted::Transfer(to, words) => cases::ask_transfer(tx, act, reference, revision, (to, words)),
        Wanted::AcceptTransfer => cases::accept_transfer(tx, act, reference, revision),
        Wanted::ReturnTransfer(words) => cases::return_transfer(tx, act, reference, revision, words),
        Wanted::Tasks(tasks) => return ask_all(tx, act, (reference, revision), tasks),
        Wanted::AnswerTask(task, answer, words) => {
            cases::answer_task(tx, act, reference, *task, (*answer, words.as_deref()))
        }
        Wanted::Duplicate(of) => cases::mark_duplicate(tx, act, reference, revision, of),
        Wanted::Reopen(words) => resolution::reopen(tx, act, reference, words.as_deref()),
        Wanted::Merge(into) => cases::merge(tx, act, reference, revision, into),
        Wanted::Unmerge => cases::unmerge(tx, act, reference, revision),
        Wanted::Split(new) => cases::split(tx, act, reference, revision, new).map(|(case, _)| case),
        Wanted::PutUnder(parent) => cases::put_under(tx, act, reference, revision, parent),
        Wanted::TakeOut => cases::take_out(tx, act, reference, revision),
        Wanted::Answers(fields, words) => {
            let answers = Corrected::Answers(corrected(tx, act, reference, fields)?);
            cases::correct(tx, act, reference, revision, (&answers, words))
        }
        Wanted::Correct(what, words) => cases::correct(tx, act, reference, revision, (what, words)),
        Wanted::Rest(until, words) => cases::snooze(tx, act, reference, revision, (*until, words)),
        Wanted::Wake => cases::wake(tx, act, reference, revision),
        Wanted::Offer(new, outcome) => give(tx, act, (reference, revision), (new, outcome.as_ref())),
        Wanted::Ask(new) => authority::ask_approval(tx, act, reference, revision, new).map(|(case, _)| case),
        Wanted::Decide(id, answer, words) => {
            authority::answer_approval(tx, act, reference, revision, (*id, *answer, words))
        }
    }
    .map(drop)
}

fn ask_all(
    tx: &mut Tx<'_>,
    act: &Act,
    (reference, mut revision): (&Reference, i64),
    tasks: &[NewTask],
) -> Verb<()> {
    for task in tasks {
        revision = cases::ask_task(tx, act, reference, revision, task)?.0.revision;
    }
    Ok(())
}

/// Offers something, and ends the work with it where that is wanted.
fn give(
    tx: &mut Tx<'_>,
    act: &Act,
    (reference, revision): (&Reference, i64),
    (new, outcome): (&NewOffer, Option<&OutcomeCode>),
) -> Verb<Case> {
    let case = authority::offer(tx, act, reference, revision, new)?;
    let Some(outcome) = outcome else { return Ok(case) };
    resolution::resolve(tx, act, reference, case.revision, (outcome, None))
}

/// All answers as they should be, from what was filled in.
fn corrected(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    fields: &[(String, String)],
) -> Verb<Vec<terms::Answer>> {
    let case = records::cases::by_reference(tx, &act.scope(), reference)?.ok_or(Refusal::NotFound("case"))?;
    let service = act.city().services.get(&case.state.service).ok_or(Refusal::NotFound("service"))?;
    let (answers, mistakes) = read_answers(&service.form, &case.told.answers, fields);
    if mistakes.is_empty() {
        return Ok(service.form.flatten(&answers));
    }
    let told = |mistake: &forms::Mistake| Mistake {
        field: mistake.path.clone(),
        problem: mistake.problem.to_string(),
    };
    Err(Refusal::Invalid(mistakes.iter().map(told).collect()))
}
