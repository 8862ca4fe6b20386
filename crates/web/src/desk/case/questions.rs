//! What superiors are asked about a case: what, why, by when, and what they said.

use super::casework::{name_of, remedy_in_words};
use super::clocks;
use super::show::Found;
use crate::App;
use crate::desk::officer::Desk;
use crate::portal::say::moment;
use office::authority;
use office::city::City;
use policy::Action;
use records::approvals::Approval;
use terms::{ApprovalId, ContactId, Happening};
use wording::{Argument, Language};

/// A question to a superior.
pub(super) struct Question {
    pub(super) id: ApprovalId,
    /// How it looks: waiting, late, done or open.
    pub(super) look: &'static str,
    pub(super) state: String,
    /// Who asks for what.
    pub(super) asks: String,
    /// What the customer reads once it is approved.
    pub(super) message: String,
    /// Why it is asked.
    pub(super) why: String,
    /// What the superior said.
    pub(super) answer: String,
    /// Whether whoever looks may answer.
    pub(super) mine: bool,
    /// What they wrote, where it did not work.
    pub(super) words: String,
}

/// What is asked about a case, what is open first.
pub(super) fn questions(
    app: &App,
    desk: &Desk,
    found: &Found,
    tried: Option<&(String, Vec<(String, String)>)>,
) -> Vec<Question> {
    let act = desk.act(app);
    let may = found.may.contains(&Action::Approve);
    let mut questions: Vec<Question> = found
        .whole
        .approvals
        .iter()
        .map(|approval| {
            let mine = may && approval.state == "asked" && authority::answers(&act, approval, &desk.officer);
            question(app, desk, found, (approval, mine, typed(approval, tried)))
        })
        .collect();
    questions.sort_by_key(|question| !question.mine);
    questions
}

/// What was written to answer a question, where it did not work.
fn typed(approval: &Approval, tried: Option<&(String, Vec<(String, String)>)>) -> String {
    let Some((_, fields)) = tried.filter(|(name, _)| name == "decision") else { return String::new() };
    let of = |name: &str| fields.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str());
    if of("approval") == Some(approval.id.to_string().as_str()) {
        return of("words").unwrap_or_default().to_owned();
    }
    String::new()
}

fn question(
    app: &App,
    desk: &Desk,
    found: &Found,
    (approval, mine, words): (&Approval, bool, String),
) -> Question {
    let (city, language) = (&app.office.city, desk.language);
    let late = approval.due_at.is_some_and(|due| app.office.now() > due);
    let look = match approval.state.as_str() {
        "approved" => "done",
        "refused" => "late",
        _ if late => "late",
        _ => "waiting",
    };
    let (why, answer) = said(found, approval.id);
    Question {
        id: approval.id,
        look,
        state: standing(app, language, approval),
        asks: asks(city, language, approval),
        message: approval.message.clone(),
        why,
        answer,
        mine,
        words,
    }
}

/// Who asks for what.
pub(crate) fn asks(city: &City, language: Language, approval: &Approval) -> String {
    let what = match (&approval.remedy, &approval.outcome) {
        (Some(remedy), _) => remedy_in_words(city, language, (remedy, approval.amount)),
        (None, Some(outcome)) => {
            let name = city.outcomes.get(outcome);
            let name = name.map_or(outcome.as_str(), |outcome| outcome.name.text(language.tag()));
            language.say_with("desk-approval-outcome", &[("name", Argument::Words(name))])
        }
        (None, None) => String::new(),
    };
    let name = name_of(city, &approval.asked_by);
    language
        .say_with("desk-approval-asks", &[("name", Argument::Words(name)), ("what", Argument::Words(&what))])
}

/// Who is asked until when, or what became of it.
pub(crate) fn standing(app: &App, language: Language, approval: &Approval) -> String {
    let city = &app.office.city;
    let late = approval.due_at.is_some_and(|due| app.office.now() > due);
    let (key, at) = match (approval.state.as_str(), approval.due_at) {
        ("approved", _) => ("desk-approval-approved", approval.answered_at),
        ("refused", _) => ("desk-approval-refused", approval.answered_at),
        (_, None) => ("desk-approval-asked", None),
        (_, due) if late => ("desk-approval-late", due),
        (_, due) => ("desk-approval-due", due),
    };
    let date = at.map(|at| moment(city, language, at)).unwrap_or_default();
    let name = name_of(city, &approval.officer);
    let left = clocks::until(city, language, approval.due_at, app.office.now());
    let arguments = [("name", name), ("date", date.as_str()), ("time", left.as_str())];
    language.say_with(key, &arguments.map(|(name, text)| (name, Argument::Words(text))))
}

/// Why it was asked, and what was said to it.
fn said(found: &Found, id: ApprovalId) -> (String, String) {
    let words = |wanted: ContactId| {
        let contact = found.whole.contacts.iter().find(|contact| contact.id == wanted);
        contact.map(|contact| contact.body.clone()).unwrap_or_default()
    };
    let (mut why, mut answer) = (String::new(), String::new());
    for event in &found.whole.events {
        match &event.what {
            Happening::ApprovalAsked { approval, contact, .. } if *approval == id => why = words(*contact),
            Happening::ApprovalAnswered { approval, contact, .. } if *approval == id => {
                answer = words(*contact);
            }
            _ => {}
        }
    }
    (why, answer)
}
