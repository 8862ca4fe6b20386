//! What is asked next, given the answers so far; and what is no longer of interest.

use crate::form::{Form, Page, Stop};
use crate::{Answers, Field};
use serde_json::Value;

impl Form {
    /// The pages whose condition holds, in order. A condition sees only answers to earlier pages that are asked
    /// themselves, so that what somebody answered before they changed their mind decides nothing. `today` is the local
    /// day, `YYYY-MM-DD`.
    pub fn pages(&self, answers: &Answers, today: &str) -> Vec<&Page> {
        self.relevant(answers, today).0
    }

    /// The first stop that holds: the service is not for whoever answers so.
    pub fn stop(&self, answers: &Answers, today: &str) -> Option<&Stop> {
        let (_, relevant) = self.relevant(answers, today);
        self.stops().iter().find(|stop| stop.when.holds(self.fields(), &relevant, today))
    }

    /// The answers to what is asked. Those to pages whose condition does not hold are dropped, and so are empty ones
    /// and items of groups without any.
    pub fn keep_relevant(&self, answers: Answers, today: &str) -> Answers {
        let (_, relevant) = self.relevant(&answers, today);
        let mut kept = answers;
        kept.retain(|code, _| relevant.contains_key(code));
        for (code, value) in &mut kept {
            if let (Some([_, ..]), Value::Array(items)) = (self.field(code).map(Field::fields), value) {
                for item in items.iter_mut().filter_map(Value::as_object_mut) {
                    item.retain(|_, value| !is_empty(value));
                }
                items.retain(|item| item.as_object().is_none_or(|item| !item.is_empty()));
            }
        }
        kept.retain(|_, value| !is_empty(value));
        kept
    }

    /// The pages that are asked, and the answers to them.
    pub(crate) fn relevant(&self, answers: &Answers, today: &str) -> (Vec<&Page>, Answers) {
        let (mut pages, mut relevant) = (Vec::new(), Answers::new());
        for page in self.all_pages() {
            let holds = page.when.as_ref().is_none_or(|when| when.holds(self.fields(), &relevant, today));
            if holds {
                let given = |code: &String| Some((code.clone(), answers.get(code)?.clone()));
                relevant.extend(page.ask.iter().filter_map(given));
                pages.push(page);
            }
        }
        (pages, relevant)
    }
}

/// Whether a value is as good as no answer.
pub(crate) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}
