//! Answers as a list of codes and texts, which is how they are stored and how Open311 and the API send them.

use crate::field::{Field, Kind};
use crate::form::{Form, item_number};
use crate::html::read_list;
use crate::problem::{MOST_MISTAKES, join};
use crate::typed::typed;
use crate::{Answers, Mistake, Problem};
use serde_json::Value;
use std::collections::BTreeSet;
use terms::Answer;

/// More answers than any form takes: every field of every item.
const MOST_ANSWERS: usize = crate::MOST_FIELDS * crate::MOST_ITEMS;

impl Form {
    /// Answers as codes and texts, in the order of asking: `people.1.name` for items of a group, several values where
    /// there may be several, `yes` and `no`. What the form does not know is left out.
    pub fn flatten(&self, answers: &Answers) -> Vec<Answer> {
        let mut flat = Vec::new();
        for field in self.fields() {
            match answers.get(&field.code) {
                Some(Value::Array(items)) if !field.fields().is_empty() => {
                    for (number, item) in (1..).zip(items) {
                        for inner in field.fields() {
                            let path = format!("{}.{number}.{}", field.code, inner.code);
                            flat.extend(item.get(&inner.code).and_then(|value| flat_answer(path, value)));
                        }
                    }
                }
                Some(value) => flat.extend(flat_answer(field.code.clone(), value)),
                None => {}
            }
        }
        flat
    }

    /// Answers from codes and texts, typed as the form says. Codes that it does not know, those that come twice, and
    /// what cannot be read are mistakes; the rest is there.
    pub fn unflatten(&self, answers: &[Answer]) -> (Answers, Vec<Mistake>) {
        let (mut read, mut mistakes) = (Answers::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for answer in answers.iter().take(MOST_ANSWERS) {
            if mistakes.len() >= MOST_MISTAKES {
                break;
            }
            let path = answer.code.as_str();
            let Some(place) = self.place(path) else {
                mistakes.push(Mistake::new(short(path), Problem::Unknown));
                continue;
            };
            if !seen.insert(path) {
                mistakes.push(Mistake::new(path, Problem::Twice));
                continue;
            }
            let value = read_values(&place.field().kind, &answer.values);
            let value = value.unwrap_or_else(|problem| {
                mistakes.push(Mistake::new(path, problem));
                // What cannot be read still shows that there is an item.
                matches!(place, Place::Item(..)).then_some(Value::Null)
            });
            put(&mut read, &place, value);
        }
        (read, mistakes)
    }

    /// Reads answers as they are stored or sent, drops those to what is not asked, and checks the rest: one mistake at
    /// most for each path.
    pub fn take(&self, answers: &[Answer], today: &str) -> Result<Answers, Vec<Mistake>> {
        let (read, mut mistakes) = self.unflatten(answers);
        join(&mut mistakes, self.check(&read, today));
        if mistakes.is_empty() { Ok(self.keep_relevant(read, today)) } else { Err(mistakes) }
    }

    fn place<'f>(&'f self, path: &str) -> Option<Place<'f>> {
        let code = path.split('.').next()?;
        let field = self.fields().iter().find(|field| field.code == code)?;
        let Some(rest) = path.strip_prefix(code)?.strip_prefix('.') else {
            return field.fields().is_empty().then_some(Place::Field(field));
        };
        let (number, inner) = rest.split_once('.')?;
        let inner = field.fields().iter().find(|field| field.code == inner)?;
        Some(Place::Item(field, item_number(number)?, inner))
    }
}

/// Where an answer belongs.
enum Place<'f> {
    Field(&'f Field),
    Item(&'f Field, usize, &'f Field),
}

impl<'f> Place<'f> {
    const fn field(&self) -> &'f Field {
        match self {
            Self::Field(field) | Self::Item(_, _, field) => field,
        }
    }
}

fn read_values(kind: &Kind, values: &[String]) -> Result<Option<Value>, Problem> {
    if matches!(kind, Kind::SeveralOf(..) | Kind::Upload(..)) {
        return read_list(kind, values);
    }
    let mut given = values.iter().filter(|value| !value.trim().is_empty());
    match (given.next(), given.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => typed(kind, value),
        (Some(_), Some(_)) => Err(Problem::TooMany { most: 1 }),
    }
}

fn put(answers: &mut Answers, place: &Place<'_>, value: Option<Value>) {
    let Some(value) = value else { return };
    match place {
        Place::Field(field) => drop(answers.insert(field.code.clone(), value)),
        Place::Item(group, number, field) => {
            let items = answers.entry(&group.code).or_insert_with(|| Value::Array(Vec::new()));
            let Value::Array(items) = items else { return };
            if items.len() < *number {
                items.resize(*number, Value::Object(Answers::new()));
            }
            let item = items.get_mut(number - 1).and_then(Value::as_object_mut);
            if let (Some(item), false) = (item, value.is_null()) {
                item.insert(field.code.clone(), value);
            }
        }
    }
}

fn flat_answer(code: String, value: &Value) -> Option<Answer> {
    let values = match value {
        Value::Array(list) => list.iter().filter_map(text).collect(),
        value => text(value).into_iter().collect::<Vec<_>>(),
    };
    (!values.is_empty()).then_some(Answer { code, values })
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(answer) => Some(if *answer { "yes" } else { "no" }.to_owned()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A code from outside, short enough for a message.
fn short(code: &str) -> String {
    code.chars().take(80).collect()
}
