//! Tasks: a partner agency does a part of a case, and says so itself.

use super::{all_merged_into, check_words, happen, load, load_at, must_be_open};
use crate::{Act, Refusal, Verb};
use jiff::Timestamp;
use policy::{Action, Resource};
use records::Tx;
use records::tasks::{self, Task};
use terms::{AgencyCode, Case, Happening, Reference, TaskAnswer, TaskId};

/// A part that a partner is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTask {
    /// Who is asked.
    pub agency: AgencyCode,
    /// What is to be done.
    pub words: String,
    /// By when it is needed.
    pub due_at: Option<Timestamp>,
}

/// Asks a partner agency to do a part of a case. The clock stays with the case.
pub fn ask_task(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    new: &NewTask,
) -> Verb<(Case, TaskId)> {
    check_words(&new.words)?;
    let case = load_at(tx, act, reference, revision, Action::AskTask)?;
    must_be_open(&case)?;
    if !act.city().agencies.contains_key(&new.agency) {
        return Err(Refusal::invalid("agency", format!("no agency is called {}", new.agency)));
    }
    if new.agency == case.state.agency {
        return Err(Refusal::invalid("agency", "it has the case itself; assign it instead"));
    }
    let id = TaskId::new(act.at, &act.chance);
    let task = Task {
        id,
        case: case.id,
        agency: new.agency.clone(),
        words: new.words.clone(),
        answer_words: None,
        state: "asked".to_owned(),
        asked_by: act.who.actor.clone(),
        asked_at: act.at,
        due_at: new.due_at,
        answered_at: None,
        revision: 1,
    };
    tasks::insert(tx, &task)?;
    let case = happen(tx, act, case, Happening::TaskAsked { task: id, agency: new.agency.clone() })?;
    Ok((case, id))
}

/// The case of which a task is a part: the one that is named, or one that goes on as it.
fn holder_of(tx: &mut Tx<'_>, act: &Act, case: Case, id: TaskId) -> Verb<Case> {
    for other in all_merged_into(tx, act, case.id)? {
        if tasks::of_case(tx, &act.scope(), other.id)?.iter().any(|task| task.id == id) {
            return Ok(other);
        }
    }
    Ok(case)
}

/// Answers as the partner: accepts the task, returns it, or says that it is done.
pub fn answer_task(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    id: TaskId,
    (answer, words): (TaskAnswer, Option<&str>),
) -> Verb<Case> {
    words.map_or(Ok(()), check_words)?;
    let case = load(tx, act, reference, Action::ReadCase)?;
    let case = holder_of(tx, act, case, id)?;
    let mut task = tasks::of_case(tx, &act.scope(), case.id)?
        .into_iter()
        .find(|task| task.id == id)
        .ok_or(Refusal::NotFound("task"))?;
    let asked = Resource::Case {
        agency: case.state.agency.clone(),
        asked: None,
        helpers: vec![task.agency.clone()],
        own: false,
        concerns: false,
    };
    act.must(Action::AnswerTask, asked)?;
    let next = match (task.state.as_str(), answer) {
        ("asked", TaskAnswer::Accepted) => "accepted",
        ("asked" | "accepted", TaskAnswer::Returned) => "returned",
        ("asked" | "accepted", TaskAnswer::Done) => "done",
        (state, answer) => {
            return Err(Refusal::conflict(format!("the task is {state}; it cannot become {answer}")));
        }
    };
    let read = task.revision;
    next.clone_into(&mut task.state);
    task.answer_words = words.map(ToOwned::to_owned).or(task.answer_words);
    task.answered_at = Some(act.at);
    task.revision += 1;
    tasks::update(tx, &task, read)?;
    happen(tx, act, case, Happening::TaskAnswered { task: id, agency: task.agency, answer })
}
