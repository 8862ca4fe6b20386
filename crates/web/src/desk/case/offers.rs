//! What an officer can do to a case now, each by a small form; what they may not do is not offered.

use super::clocks::agency;
use super::show::Found;
use crate::App;
use crate::desk::officer::Desk;
use office::city::City;
use policy::Action;
use terms::{Actor, AgencyCode, Role, State, Status};
use wording::Language;

/// An act that is offered.
pub(super) struct Offer {
    /// The last part of its address.
    pub(super) name: &'static str,
    pub(super) title: String,
    pub(super) button: String,
    pub(super) hidden: Vec<(&'static str, String)>,
    pub(super) fields: Vec<Field>,
    /// Answers of which one is given by its own button.
    pub(super) answers: Vec<(&'static str, String)>,
    /// Whether it is unfolded, since it did not work.
    pub(super) open: bool,
}

/// Something that it asks.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) value: String,
    /// What can be chosen; a line where there is nothing.
    pub(super) choices: Vec<(String, String)>,
    /// Whether several lines can be written.
    pub(super) long: bool,
}

/// What is being offered, to whom.
struct Offering<'o> {
    city: &'o City,
    language: Language,
    tried: Option<&'o (String, Vec<(String, String)>)>,
    offers: Vec<Offer>,
}

/// What can be done now.
pub(super) fn offers(
    app: &App,
    desk: &Desk,
    found: &Found,
    tried: Option<&(String, Vec<(String, String)>)>,
) -> Vec<Offer> {
    let state = &found.whole.case.state;
    let mut offering =
        Offering { city: &app.office.city, language: desk.language, tried, offers: Vec::new() };
    if state.status == Status::Closed {
        if found.may.contains(&Action::Reopen) {
            let fields = vec![offering.words("desk-act-why")];
            offering.add("reopening", fields);
        }
        return offering.offers;
    }
    offering.assignment(desk, found);
    if state.status == Status::Waiting && found.may.contains(&Action::Wait) {
        offering.add("going-on", Vec::new());
    }
    offering.transfer(found);
    offering.tasks(app, desk, found);
    if found.may.contains(&Action::MarkDuplicate) {
        let fields = vec![offering.line("of", "desk-act-of")];
        offering.add("duplicate", fields);
    }
    offering.offers
}

impl Offering<'_> {
    fn assignment(&mut self, desk: &Desk, found: &Found) {
        let state = &found.whole.case.state;
        if !found.may.contains(&Action::Assign) {
            return;
        }
        let mine = state.assignee.as_ref() == Some(&desk.officer);
        let fits = |agency: &Option<AgencyCode>| agency.as_ref().is_none_or(|own| *own == state.agency);
        if !mine && fits(&desk.who.agency) {
            self.add("claim", Vec::new());
            self.hide("officer", desk.officer.to_string());
        }
        if desk.who.roles.contains(&Role::Supervisor) {
            let officers = self.city.officers.values();
            let officers = officers.filter(|one| one.agency.as_ref() == Some(&state.agency));
            let choices = officers.map(|one| (one.code.to_string(), one.name.clone())).collect();
            let fields = vec![self.choice("officer", "desk-act-officer", choices)];
            self.add("assignment", fields);
        }
        if state.assignee.is_some() {
            self.add("unassignment", Vec::new());
        }
    }

    fn transfer(&mut self, found: &Found) {
        let state = &found.whole.case.state;
        match &state.transfer_to {
            None if found.may.contains(&Action::Transfer) => {
                let fields = vec![self.agencies("to", state), self.words("desk-act-why")];
                self.add("transfer", fields);
            }
            Some(_) if found.may.contains(&Action::AnswerTransfer) => {
                self.add("transfer-acceptance", Vec::new());
                let fields = vec![self.words("desk-act-why")];
                self.add("transfer-return", fields);
            }
            None | Some(_) => {}
        }
    }

    fn tasks(&mut self, app: &App, desk: &Desk, found: &Found) {
        let state = &found.whole.case.state;
        if found.may.contains(&Action::AskTask) {
            let fields = vec![self.agencies("agency", state), self.words("desk-act-task-words")];
            self.add("task", fields);
        }
        let act = desk.act(app);
        let open =
            found.whole.tasks.iter().filter(|task| matches!(task.state.as_str(), "asked" | "accepted"));
        for task in open.filter(|task| may_answer(&act, found, &task.agency)) {
            let fields = vec![self.words("desk-act-answer-words")];
            self.add("task-answer", fields);
            self.hide("task", task.id.to_string());
            let said = |key: &str| self.language.say(key);
            let mut answers = vec![("done", said("desk-act-done")), ("returned", said("desk-act-returned"))];
            if task.state == "asked" {
                answers.insert(0, ("accepted", said("desk-act-accepted")));
            }
            if let Some(offer) = self.offers.last_mut() {
                offer.answers = answers;
            }
        }
    }

    fn add(&mut self, name: &'static str, fields: Vec<Field>) {
        let said = |key: String| self.language.say(&key);
        self.offers.push(Offer {
            name,
            title: said(format!("desk-act-{name}")),
            button: said(format!("desk-act-{name}-button")),
            hidden: Vec::new(),
            fields,
            answers: Vec::new(),
            open: self.tried.is_some_and(|(tried, _)| tried == name),
        });
    }

    fn hide(&mut self, name: &'static str, value: String) {
        if let Some(offer) = self.offers.last_mut() {
            offer.hidden.push((name, value));
        }
    }

    /// What was filled in before.
    fn value(&self, name: &str) -> String {
        let filled = self.tried.and_then(|(_, fields)| fields.iter().find(|(found, _)| found == name));
        filled.map_or_else(String::new, |(_, value)| value.clone())
    }

    fn line(&self, name: &'static str, label: &str) -> Field {
        let label = self.language.say(label);
        Field { name, label, value: self.value(name), choices: Vec::new(), long: false }
    }

    fn words(&self, label: &str) -> Field {
        Field { long: true, ..self.line("words", label) }
    }

    fn choice(&self, name: &'static str, label: &str, choices: Vec<(String, String)>) -> Field {
        Field { choices, ..self.line(name, label) }
    }

    fn agencies(&self, name: &'static str, state: &State) -> Field {
        let others = self.city.agencies.keys().filter(|code| **code != state.agency);
        let choices = others.map(|code| (code.to_string(), agency(self.city, self.language, code))).collect();
        self.choice(name, "desk-act-agency", choices)
    }
}

fn may_answer(act: &office::Act, found: &Found, helper: &AgencyCode) -> bool {
    let resource = policy::Resource::Case {
        agency: found.whole.case.state.agency.clone(),
        asked: None,
        helpers: vec![helper.clone()],
        own: false,
        concerns: false,
    };
    matches!(act.who.actor, Actor::Officer(_)) && act.may(Action::AnswerTask, resource)
}
