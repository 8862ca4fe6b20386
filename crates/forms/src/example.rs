//! Answers that will do, for demonstrations and tests: the first that fit all that must be answered.

use crate::field::{Field, Kind};
use crate::form::{Form, Page};
use crate::{Answers, condition};
use serde_json::{Value, json};

impl Form {
    /// Answers to all that must be answered on a day, none of which stops; where nothing that was tried will do, there
    /// is none. Nobody stores files for it, so what must be uploaded is left out.
    pub fn example(&self, today: &str) -> Answers {
        let mut given = Answers::new();
        let mut asked: Vec<&str> = Vec::new();
        // What is asked may depend on what was answered, so the pages are looked at anew after each.
        while let Some(page) =
            self.pages(&given, today).into_iter().find(|page| !asked.contains(&&*page.code))
        {
            asked.push(&page.code);
            for field in page.ask.iter().filter_map(|code| self.field(code)).filter(|field| field.required) {
                let fits = |value: &Value| self.would_do(page, field, value, (&given, today));
                if let Some(value) = candidates(field, today).into_iter().find(fits) {
                    given.insert(field.code.clone(), value);
                }
            }
        }
        given
    }

    fn would_do(&self, page: &Page, field: &Field, value: &Value, (given, today): (&Answers, &str)) -> bool {
        let mut tried = given.clone();
        tried.insert(field.code.clone(), value.clone());
        let own = |path: &str| path.split('.').next() == Some(&field.code);
        let mistakes = self.check_page(page, &tried, today);
        self.stop(&tried, today).is_none() && !mistakes.iter().any(|mistake| own(&mistake.path))
    }
}

/// What one might answer, the likeliest first.
fn candidates(field: &Field, today: &str) -> Vec<Value> {
    let keys = || field.choices().iter().map(|choice| Value::from(choice.key.as_str()));
    match &field.kind {
        Kind::OneOf(_) => keys().collect(),
        Kind::SeveralOf(..) => keys().map(|key| json!([key])).collect(),
        Kind::YesNo => vec![false.into(), true.into()],
        Kind::Number(range) | Kind::Whole(range) => {
            let bounds = [range.least.ceil(), range.most.floor()].map(Value::from);
            let whole = bounds.iter().filter_map(condition::whole).map(Value::from);
            [Value::from(1)].into_iter().chain(whole).collect()
        }
        Kind::Date => vec![today.into(), "1980-05-01".into()],
        Kind::DateTime => vec![format!("{today}T12:00:00Z").into()],
        Kind::Email => vec!["ana.cruz@example.org".into()],
        Kind::Phone => vec!["+1 617 555 0100".into()],
        Kind::Line(length) | Kind::Text(length) => {
            vec!["Ana Cruz".into(), "100".into(), "A".repeat(length.least.max(1)).into()]
        }
        Kind::Upload(..) => Vec::new(),
        Kind::Group(fields, count) => {
            let must = fields.iter().filter(|field| field.required);
            let first =
                |field: &Field| Some((field.code.clone(), candidates(field, today).into_iter().next()?));
            let item = Value::Object(must.filter_map(first).collect());
            vec![vec![item; count.least.max(1)].into()]
        }
    }
}
