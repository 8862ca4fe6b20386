//! Services: what is promised to a case, and whether the answers to a form will do.

mod search;

pub use search::{Found, search};

use crate::Mistake;
use crate::city::{City, DataType, Question, Service};
use jiff::Timestamp;
use std::collections::BTreeSet;
use terms::{Answer, Clocks, State};

/// The longest answer to one question, in characters.
const LONGEST_ANSWER: usize = 4_000;
/// More values than any list has.
const MOST_VALUES: usize = 100;

/// The clocks of a case of a service that is opened at an instant.
pub fn promise(city: &City, service: &Service, opened_at: Timestamp) -> Clocks {
    let Some(promise) = service.promise_on(city.calendar.day(opened_at)) else { return Clocks::default() };
    let due = |rule: Option<calendars::Rule>| Some(rule?.due(&promise.calendar, opened_at)?.promised);
    let completion = due(promise.completion);
    Clocks {
        promised_at: completion,
        due_at: completion,
        first_reply_due_at: due(promise.first_reply),
        ..Clocks::default()
    }
}

/// When a case is due after its clock stood still from one instant to another.
pub fn resume(city: &City, state: &State, from: Timestamp, to: Timestamp) -> Option<Timestamp> {
    let due = state.clocks.due_at?;
    let promise = city.services.get(&state.service)?.promise_on(city.calendar.day(state.opened_at))?;
    promise.completion?.resume(&promise.calendar, due, from, to)
}

/// What is wrong with the answers to a service's form.
pub fn check_answers(service: &Service, answers: &[Answer]) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let mut mistake = |field: &str, problem: String| {
        mistakes.push(Mistake { field: format!("attribute[{field}]"), problem });
    };
    let mut seen = BTreeSet::new();
    for answer in answers {
        match service.question(&answer.code) {
            None => mistake(&answer.code, "this service does not ask this; leave it out".to_owned()),
            Some(_) if !seen.insert(&answer.code) => mistake(&answer.code, "it is answered twice".to_owned()),
            Some(question) => {
                if let Err(problem) = check_answer(question, &answer.values) {
                    mistake(&answer.code, problem);
                }
            }
        }
    }
    for question in service.questions.iter().filter(|question| question.required) {
        let answered = answers.iter().any(|answer| {
            answer.code == question.code && answer.values.iter().any(|value| !value.trim().is_empty())
        });
        if !answered {
            mistake(&question.code, "this question must be answered".to_owned());
        }
    }
    mistakes
}

fn check_answer(question: &Question, values: &[String]) -> Result<(), String> {
    let Some(data_type) = question.data_type else {
        return Err("this is no question; leave it out".to_owned());
    };
    if values.len() > MOST_VALUES || (values.len() > 1 && data_type != DataType::MultiValueList) {
        return Err("only one answer is possible".to_owned());
    }
    for value in values {
        if value.chars().count() > LONGEST_ANSWER {
            return Err(format!("use at most {LONGEST_ANSWER} characters"));
        }
        match data_type {
            DataType::Number if value.trim().parse::<f64>().map_or(true, |n| !n.is_finite()) => {
                return Err(format!("{value:?} is no number"));
            }
            DataType::DateTime if value.trim().parse::<Timestamp>().is_err() => {
                return Err(format!("{value:?} is no time; write it like 2026-03-02T09:30:00Z"));
            }
            DataType::SingleValueList | DataType::MultiValueList if !is_choice(question, value) => {
                let known: Vec<&str> = question.choices.iter().map(|(key, _)| key.as_str()).collect();
                return Err(format!("{value:?} is none of: {}", known.join(", ")));
            }
            DataType::String
            | DataType::Text
            | DataType::Number
            | DataType::DateTime
            | DataType::SingleValueList
            | DataType::MultiValueList => {}
        }
    }
    Ok(())
}

fn is_choice(question: &Question, value: &str) -> bool {
    question.choices.iter().any(|(key, _)| key == value)
}
