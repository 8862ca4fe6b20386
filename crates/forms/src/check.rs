//! Whether answers will do: each by its field, and all of them together.

use crate::condition::whole;
use crate::field::{Field, Kind, Length, Range};
use crate::form::{Form, Page};
use crate::order::is_empty;
use crate::problem::{MOST_MISTAKES, join};
use crate::typed::{is_date, is_email, is_instant, is_phone};
use crate::{Answers, Mistake, Problem};
use serde_json::Value;
use std::collections::BTreeSet;

/// The longest name of a file that was stored, in characters.
const LONGEST_FILE_NAME: usize = 200;

impl Form {
    /// What is wrong with the answers to one page, given all answers so far, this page's among them.
    pub fn check_page(&self, page: &Page, answers: &Answers, today: &str) -> Vec<Mistake> {
        let mut mistakes = self.check_fields(page, answers);
        let (_, relevant) = self.relevant(answers, today);
        join(&mut mistakes, self.check_rules(&[page], &relevant, today));
        mistakes
    }

    /// Everything that is wrong: answers that are missing where they are asked, that will not do, that nobody asked
    /// for, that do not fit each other, and those at which the form stops.
    pub fn check(&self, answers: &Answers, today: &str) -> Vec<Mistake> {
        let (pages, relevant) = self.relevant(answers, today);
        let unknown = answers.keys().filter(|code| !self.fields().iter().any(|field| field.code == **code));
        let mut mistakes: Vec<Mistake> =
            unknown.take(MOST_MISTAKES).map(|code| Mistake::new(code, Problem::Unknown)).collect();
        for page in &pages {
            join(&mut mistakes, self.check_fields(page, &relevant));
        }
        join(&mut mistakes, self.check_rules(&pages, &relevant, today));
        join(&mut mistakes, self.check_stop(&relevant, today));
        mistakes
    }

    fn check_stop(&self, relevant: &Answers, today: &str) -> Vec<Mistake> {
        let Some(stop) = self.stop(relevant, today) else { return Vec::new() };
        // Said at the last of the answers that it looks at.
        let place = |code: &&str| self.fields().iter().position(|field| field.code == **code);
        let last = stop.when.named().max_by_key(place);
        last.map(|code| Mistake::new(code, Problem::Stopped(stop.text.clone()))).into_iter().collect()
    }

    fn check_fields(&self, page: &Page, answers: &Answers) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        for field in page.ask.iter().filter_map(|code| self.field(code)) {
            check_field(field, answers.get(&field.code), &field.code, &mut mistakes);
        }
        mistakes
    }

    /// The checks that are said at one of these pages.
    fn check_rules(&self, pages: &[&Page], relevant: &Answers, today: &str) -> Vec<Mistake> {
        let here = |at: &String| pages.iter().any(|page| page.ask.contains(at));
        let broken = self
            .checks()
            .iter()
            .filter(|check| here(&check.at) && check.when.holds(self.fields(), relevant, today));
        broken.map(|check| Mistake::new(&check.at, Problem::Said(check.say.clone()))).collect()
    }
}

/// One field: whether it is answered where it must be, and whether the answer will do.
fn check_field(field: &Field, value: Option<&Value>, path: &str, mistakes: &mut Vec<Mistake>) {
    match value.filter(|value| !is_empty(value)) {
        None if field.required => mistakes.push(Mistake::new(path, Problem::Missing)),
        None => {}
        Some(Value::Array(items)) if !field.fields().is_empty() => {
            check_count(field, items.len(), path, mistakes);
            for (number, item) in (1..=field.kind.count().most).zip(items) {
                check_item(field, item, &format!("{path}.{number}"), mistakes);
            }
        }
        Some(value) => {
            if let Err(problem) = check_value(&field.kind, value) {
                mistakes.push(Mistake::new(path, problem));
            }
        }
    }
}

fn check_item(group: &Field, item: &Value, path: &str, mistakes: &mut Vec<Mistake>) {
    let Some(item) = item.as_object() else {
        mistakes.push(Mistake::new(path, Problem::NotText));
        return;
    };
    for code in item.keys().filter(|code| !group.fields().iter().any(|field| field.code == **code)) {
        mistakes.push(Mistake::new(format!("{path}.{code}"), Problem::Unknown));
    }
    for field in group.fields() {
        check_field(field, item.get(&field.code), &format!("{path}.{}", field.code), mistakes);
    }
}

fn check_count(field: &Field, given: usize, path: &str, mistakes: &mut Vec<Mistake>) {
    if let Err(problem) = count(&field.kind, given) {
        mistakes.push(Mistake::new(path, problem));
    }
}

fn count(kind: &Kind, given: usize) -> Result<(), Problem> {
    let count = kind.count();
    match given {
        given if given > count.most => Err(Problem::TooMany { most: count.most }),
        given if given < count.least => Err(Problem::TooFew { least: count.least }),
        _ => Ok(()),
    }
}

fn check_value(kind: &Kind, value: &Value) -> Result<(), Problem> {
    match kind {
        Kind::Line(length) => text(value, length, "\t"),
        Kind::Text(length) => text(value, length, "\n\t"),
        Kind::Number(range) => number(value, range),
        Kind::Whole(range) => {
            number(value, range)?;
            whole(value).map(drop).ok_or(Problem::NotWhole)
        }
        Kind::Date => written(value, is_date, Problem::NotADate),
        Kind::DateTime => written(value, is_instant, Problem::NotATime),
        Kind::Email => written(value, is_email, Problem::NotAnEmail),
        Kind::Phone => written(value, is_phone, Problem::NotAPhone),
        Kind::YesNo => value.is_boolean().then_some(()).ok_or(Problem::NotYesOrNo),
        Kind::OneOf(choices) => {
            written(value, |text| choices.iter().any(|choice| choice.key == text), Problem::NotAChoice)
        }
        Kind::SeveralOf(choices, _) => {
            several(kind, value, Problem::NotAChoice, |text| choices.iter().any(|choice| choice.key == text))
        }
        Kind::Upload(..) => several(kind, value, Problem::NotText, |text| {
            text.chars().count() <= LONGEST_FILE_NAME && is_text(text, "")
        }),
        Kind::Group(..) => Err(Problem::NotText),
    }
}

fn written(value: &Value, fits: impl Fn(&str) -> bool, otherwise: Problem) -> Result<(), Problem> {
    value.as_str().filter(|text| fits(text)).map(drop).ok_or(otherwise)
}

fn several(
    kind: &Kind,
    value: &Value,
    otherwise: Problem,
    fits: impl Fn(&str) -> bool,
) -> Result<(), Problem> {
    let Some(list) = value.as_array() else { return Err(otherwise) };
    // Before each is looked at, so that ten thousand are not.
    count(kind, list.len())?;
    let texts: Vec<&str> = list.iter().filter_map(Value::as_str).filter(|text| fits(text)).collect();
    if texts.len() < list.len() {
        return Err(otherwise);
    }
    let distinct: BTreeSet<&str> = texts.iter().copied().collect();
    if distinct.len() < texts.len() { Err(Problem::Twice) } else { Ok(()) }
}

fn number(value: &Value, range: &Range) -> Result<(), Problem> {
    let number = value.as_f64().filter(|number| number.is_finite()).ok_or(Problem::NotANumber)?;
    if number < range.least {
        return Err(Problem::TooSmall { least: range.least });
    }
    if number > range.most { Err(Problem::TooLarge { most: range.most }) } else { Ok(()) }
}

fn text(value: &Value, length: &Length, controls: &str) -> Result<(), Problem> {
    let text = value.as_str().ok_or(Problem::NotText)?;
    let characters = text.chars().count();
    if characters > length.most {
        return Err(Problem::TooLong { most: length.most });
    }
    if !is_text(text, controls) {
        return Err(Problem::NotText);
    }
    if characters < length.least {
        return Err(Problem::TooShort { least: length.least });
    }
    match &length.pattern {
        Some(pattern) if !pattern.is_match(text) => Err(Problem::Pattern),
        _ => Ok(()),
    }
}

/// Whether a text holds no control characters but those that are named, and none that turn around what is read.
fn is_text(text: &str, controls: &str) -> bool {
    !text.chars().any(|c| (c.is_control() && !controls.contains(c)) || crate::typed::turns_around(c))
}
