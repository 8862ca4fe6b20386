//! What an officer can do to a case now, each by a small form: first what is done every day, the rest under headings.
//! What they may not do is not offered.

use super::casework;
use super::clocks::agency;
use super::show::Found;
use crate::App;
use crate::desk::officer::Desk;
use policy::Action;
use terms::{Actor, AgencyCode, Role, State, Status};

/// Acts that belong together.
pub(super) struct Group {
    /// What they are about; nothing for what is done every day.
    pub(super) title: String,
    /// What to know first.
    pub(super) says: Vec<String>,
    pub(super) offers: Vec<Offer>,
    /// Whether it is unfolded, since something in it did not work.
    pub(super) open: bool,
}

/// An act that is offered.
pub(super) struct Offer {
    /// The last part of its address.
    pub(super) name: &'static str,
    /// Its place in the page, so that every control has a name of its own.
    pub(super) place: String,
    pub(super) title: String,
    /// What to know first.
    pub(super) says: Vec<String>,
    pub(super) hidden: Vec<(&'static str, String)>,
    pub(super) fields: Vec<Field>,
    /// Answers of which one is given by its button.
    pub(super) buttons: Vec<(&'static str, String)>,
    /// Whether it is unfolded, since it did not work.
    pub(super) open: bool,
    /// The page on which it is done, where it has one.
    pub(super) way: Option<String>,
}

/// Something that it asks.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) values: Vec<String>,
    pub(super) look: Look,
}

/// How it is answered.
#[derive(PartialEq, Eq)]
pub(super) enum Look {
    Line,
    Long,
    Number,
    Time,
    /// One of a list.
    One(Vec<(String, String)>),
    /// Several of a list.
    Several(Vec<(String, String)>),
}

impl Field {
    pub(super) fn value(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }

    pub(super) fn one(&self) -> Option<&[(String, String)]> {
        if let Look::One(choices) = &self.look { Some(choices) } else { None }
    }

    pub(super) fn several(&self) -> Option<&[(String, String)]> {
        if let Look::Several(choices) = &self.look { Some(choices) } else { None }
    }

    pub(super) fn is_long(&self) -> bool {
        self.look == Look::Long
    }

    pub(super) fn is_number(&self) -> bool {
        self.look == Look::Number
    }

    pub(super) fn is_time(&self) -> bool {
        self.look == Look::Time
    }

    pub(super) fn has(&self, code: &str) -> bool {
        self.values.iter().any(|value| value == code)
    }
}

/// What is being offered, to whom.
pub(super) struct Offering<'o> {
    pub(super) app: &'o App,
    pub(super) desk: &'o Desk,
    pub(super) found: &'o Found,
    /// The act that did not work, with what was filled in.
    tried: Option<&'o (String, Vec<(String, String)>)>,
    offers: Vec<Offer>,
    groups: Vec<Group>,
}

/// What can be done now.
pub(super) fn offers(
    app: &App,
    desk: &Desk,
    found: &Found,
    tried: Option<&(String, Vec<(String, String)>)>,
) -> Vec<Group> {
    let mut offering = Offering { app, desk, found, tried, offers: Vec::new(), groups: Vec::new() };
    let state = &found.whole.case.state;
    if state.status == Status::Closed {
        if state.merged_into.is_none() && offering.may(Action::Reopen) {
            let fields = vec![offering.words("desk-act-why")];
            offering.add("reopening", fields);
        }
    } else {
        offering.asked_of_us();
        offering.assignment();
        offering.waiting();
    }
    offering.group("", Vec::new());
    casework::remedies(&mut offering);
    if state.status != Status::Closed {
        offering.hand_on();
    }
    casework::put_right(&mut offering);
    casework::put_together(&mut offering);
    offering.groups
}

impl Offering<'_> {
    pub(super) fn may(&self, action: Action) -> bool {
        self.found.may.contains(&action)
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.desk.language.say(key)
    }

    /// What other agencies want of this one.
    fn asked_of_us(&mut self) {
        let state = &self.found.whole.case.state;
        if state.transfer_to.is_some() && self.may(Action::AnswerTransfer) {
            self.add("transfer-acceptance", Vec::new());
            let fields = vec![self.words("desk-act-why")];
            self.add("transfer-return", fields);
        }
        let (act, found) = (self.desk.act(self.app), self.found);
        let open =
            found.whole.tasks.iter().filter(|task| matches!(task.state.as_str(), "asked" | "accepted"));
        for task in open.filter(|task| may_answer(&act, found, &task.agency)) {
            let mut answers =
                vec![("done", self.say("desk-act-done")), ("returned", self.say("desk-act-returned"))];
            if task.state == "asked" {
                answers.insert(0, ("accepted", self.say("desk-act-accepted")));
            }
            let fields = vec![self.words("desk-act-answer-words")];
            let offer = self.add_with("task-answer", vec![("task", task.id.to_string())], fields);
            offer.says.push(task.words.clone());
            offer.buttons = answers;
        }
    }

    fn assignment(&mut self) {
        let state = &self.found.whole.case.state;
        if !self.may(Action::Assign) {
            return;
        }
        let mine = state.assignee.as_ref() == Some(&self.desk.officer);
        let fits = |agency: &Option<AgencyCode>| agency.as_ref().is_none_or(|own| *own == state.agency);
        if !mine && fits(&self.desk.who.agency) {
            self.add_with("claim", vec![("officer", self.desk.officer.to_string())], Vec::new());
        }
        if self.desk.who.roles.contains(&Role::Supervisor) {
            let officers = self.app.office.city.officers.values();
            let officers = officers.filter(|one| one.agency.as_ref() == Some(&state.agency));
            let choices = officers.map(|one| (one.code.to_string(), one.name.clone())).collect();
            let fields = vec![self.field("officer", "desk-act-officer", Look::One(choices))];
            self.add("assignment", fields);
        }
        if state.assignee.is_some() {
            self.add("unassignment", Vec::new());
        }
    }

    /// What it waits for, and letting it go on.
    fn waiting(&mut self) {
        let state = &self.found.whole.case.state;
        if !self.may(Action::Wait) {
            return;
        }
        if state.status == Status::Waiting {
            self.add("going-on", Vec::new());
        }
        if state.snoozed_until.is_some() {
            self.add("waking", Vec::new());
        } else {
            let fields = vec![self.field("until", "desk-act-until", Look::Time), self.words("desk-act-why")];
            self.add("rest", fields).says = vec![self.say("desk-act-rest-says")];
        }
    }

    fn hand_on(&mut self) {
        let state = &self.found.whole.case.state;
        if state.transfer_to.is_none() && self.may(Action::Transfer) {
            let fields = vec![
                self.field("to", "desk-act-agency", Look::One(self.agencies(state))),
                self.words("desk-act-why"),
            ];
            self.add("transfer", fields);
        }
        if self.may(Action::AskTask) {
            let agencies = Look::Several(self.agencies(state));
            let fields =
                vec![self.field("agency", "desk-act-agencies", agencies), self.words("desk-act-task-words")];
            self.add("task", fields);
        }
        self.group("desk-acts-hand-on", Vec::new());
    }

    pub(super) fn add(&mut self, name: &'static str, fields: Vec<Field>) -> &mut Offer {
        self.add_with(name, Vec::new(), fields)
    }

    /// Offers an act; what was filled in before stands in its fields again.
    pub(super) fn add_with(
        &mut self,
        name: &'static str,
        hidden: Vec<(&'static str, String)>,
        mut fields: Vec<Field>,
    ) -> &mut Offer {
        let same = |sent: &[(String, String)]| {
            hidden.iter().all(|(name, value)| sent.iter().any(|(key, found)| key == name && found == value))
        };
        let tried = self.tried.filter(|(tried, sent)| tried == name && same(sent));
        if let Some((_, sent)) = tried {
            for field in &mut fields {
                let of = sent.iter().filter(|(key, _)| key == field.name);
                field.values = of.map(|(_, value)| value.clone()).collect();
            }
        }
        let button = self.say(&format!("desk-act-{name}-button"));
        let place = format!("{}-{}", self.groups.len(), self.offers.len());
        let title = self.say(&format!("desk-act-{name}"));
        let (says, way, open) = (Vec::new(), None, tried.is_some());
        let buttons = vec![("", button)];
        let offer = Offer { name, place, title, says, hidden, fields, buttons, open, way };
        let at = self.offers.len();
        self.offers.push(offer);
        &mut self.offers[at]
    }

    /// An act that has a page of its own.
    pub(super) fn add_way(&mut self, name: &'static str) {
        let at = format!("/desk/cases/{}/{name}", self.found.whole.case.reference);
        let way = at + &super::again(self.desk);
        self.add(name, Vec::new()).way = Some(way);
    }

    /// Closes the group of what was offered since the last one.
    pub(super) fn group(&mut self, title: &str, says: Vec<String>) {
        let offers = std::mem::take(&mut self.offers);
        if offers.is_empty() {
            return;
        }
        let title = if title.is_empty() { String::new() } else { self.say(title) };
        let open = offers.iter().any(|offer| offer.open);
        self.groups.push(Group { title, says, offers, open });
    }

    pub(super) fn field(&self, name: &'static str, label: &str, look: Look) -> Field {
        Field { name, label: self.say(label), values: Vec::new(), look }
    }

    pub(super) fn words(&self, label: &str) -> Field {
        self.field("words", label, Look::Long)
    }

    fn agencies(&self, state: &State) -> Vec<(String, String)> {
        let (city, language) = (&self.app.office.city, self.desk.language);
        let others = city.agencies.keys().filter(|code| **code != state.agency);
        others.map(|code| (code.to_string(), agency(city, language, code))).collect()
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
