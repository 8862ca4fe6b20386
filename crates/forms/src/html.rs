//! The fields of a form of HTML, read as the answers to one page.

use crate::field::{Field, Kind};
use crate::form::{Form, Page, item_number};
use crate::problem::join;
use crate::typed::{day_of_parts, typed};
use crate::{Answers, LONGEST_ANSWER, MOST_CHOICES, Mistake, Problem};
use serde_json::Value;
use std::collections::BTreeMap;

/// What was sent, by name; a name may come several times.
type Sent<'a> = BTreeMap<&'a str, Vec<&'a str>>;

impl Form {
    /// The answers to a page from the fields of a form of HTML: `code`, repeated where there may be several answers;
    /// `code-day`, `code-month` and `code-year` for a day, or `code` alone; `code.1.name` for items of a group. Names
    /// that the page does not ask for are left alone, and so are spaces around an answer. An answer that cannot be
    /// read is a mistake and stands nowhere else; one that can be read may still not do, which
    /// [`Form::check_page`] says.
    pub fn read_page(&self, page: &Page, fields: &[(String, String)]) -> (Answers, Vec<Mistake>) {
        let mut sent = Sent::new();
        for (name, value) in fields {
            sent.entry(name).or_default().push(value);
        }
        let (mut answers, mut mistakes) = (Answers::new(), Vec::new());
        for field in page.ask.iter().filter_map(|code| self.field(code)) {
            let read = if field.fields().is_empty() {
                read_field(field, &field.code, &sent, &mut mistakes)
            } else {
                read_group(field, &sent, &mut mistakes)
            };
            answers.extend(read.map(|value| (field.code.clone(), value)));
        }
        (answers, mistakes)
    }

    /// Reads a page, puts its answers in the place of those that were given before, and checks it: all answers so far,
    /// and one mistake at most for each path.
    pub fn take_page(
        &self,
        page: &Page,
        fields: &[(String, String)],
        before: Answers,
        today: &str,
    ) -> (Answers, Vec<Mistake>) {
        let (read, mut mistakes) = self.read_page(page, fields);
        let mut answers = before;
        answers.retain(|code, _| !page.ask.contains(code));
        answers.extend(read);
        let more = self.check_page(page, &answers, today);
        join(&mut mistakes, more);
        (answers, mistakes)
    }
}

fn read_group(group: &Field, sent: &Sent<'_>, mistakes: &mut Vec<Mistake>) -> Option<Value> {
    let prefix = format!("{}.", group.code);
    let numbers = sent.range(prefix.as_str()..).map_while(|(name, _)| name.strip_prefix(&prefix));
    let last = numbers.filter_map(|rest| item_number(rest.split_once('.')?.0)).max()?;
    let mut items: Vec<Value> = Vec::new();
    for number in 1..=last {
        let before = mistakes.len();
        let mut item = Answers::new();
        for field in group.fields() {
            let path = format!("{prefix}{number}.{}", field.code);
            item.extend(read_field(field, &path, sent, mistakes).map(|value| (field.code.clone(), value)));
        }
        // An item that was left blank at the end was not meant; one between others keeps the numbers right.
        if !item.is_empty() || mistakes.len() > before {
            items.resize(number - 1, Value::Object(Answers::new()));
            items.push(Value::Object(item));
        }
    }
    (!items.is_empty()).then_some(Value::Array(items))
}

fn read_field(field: &Field, path: &str, sent: &Sent<'_>, mistakes: &mut Vec<Mistake>) -> Option<Value> {
    let values = sent.get(path).map_or(&[][..], Vec::as_slice);
    let read = match &field.kind {
        Kind::SeveralOf(..) | Kind::Upload(..) => read_list(&field.kind, values),
        Kind::Date if values.iter().all(|value| value.trim().is_empty()) => {
            let part = |part: &str| {
                let name = format!("{path}-{part}");
                sent.get(name.as_str()).and_then(|values| values.first()).copied().unwrap_or_default()
            };
            day_of_parts(part("day"), part("month"), part("year"))
        }
        kind => {
            values.iter().map(|value| typed(kind, value)).find(|read| *read != Ok(None)).unwrap_or(Ok(None))
        }
    };
    read.unwrap_or_else(|problem| {
        mistakes.push(Mistake::new(path, problem));
        None
    })
}

/// Several answers to one field; blank ones were not meant.
pub(crate) fn read_list<T: AsRef<str>>(kind: &Kind, values: &[T]) -> Result<Option<Value>, Problem> {
    if values.len() > MOST_CHOICES {
        return Err(Problem::TooMany { most: kind.count().most });
    }
    let long = |value: &T| value.as_ref().chars().nth(LONGEST_ANSWER).is_some();
    if values.iter().any(long) {
        return Err(Problem::TooLong { most: LONGEST_ANSWER });
    }
    let read = values.iter().filter_map(|value| typed(kind, value.as_ref()).transpose());
    let list = read.collect::<Result<Vec<_>, _>>()?;
    Ok((!list.is_empty()).then_some(Value::Array(list)))
}
