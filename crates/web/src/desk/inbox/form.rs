//! The form with which an officer makes a filter: every condition as a choice among what the city has.

use crate::App;
use crate::portal::say::Text;
use office::city::Localized;
use office::desk::{ViewFilter, Whose};
use terms::{CaseKind, Channel, Principal, Status};
use wording::Language;

/// A condition: its field, its label and its choices.
pub(crate) struct Condition {
    pub(crate) name: &'static str,
    pub(crate) label: String,
    pub(crate) choices: Vec<Choice>,
}

/// A choice.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) text: Text,
    pub(crate) chosen: bool,
}

/// Hours and days that can be chosen: the value, and the message.
const DUE: [(u32, &str); 4] =
    [(0, "desk-due-0"), (60, "desk-due-60"), (480, "desk-due-480"), (2_400, "desk-due-2400")];
const SINCE: [(u32, &str); 3] = [(1, "desk-since-1"), (7, "desk-since-7"), (30, "desk-since-30")];

/// Makes conditions.
struct Maker<'a> {
    app: &'a App,
    language: Language,
}

impl Maker<'_> {
    fn make(
        &self,
        (name, label): (&'static str, &str),
        chosen: Option<String>,
        choices: impl Iterator<Item = (String, Text)>,
    ) -> Condition {
        let any = Choice {
            value: String::new(),
            text: Text::said(self.language, "desk-any"),
            chosen: chosen.is_none(),
        };
        let choice = move |(value, text): (String, Text)| Choice {
            chosen: chosen.as_ref() == Some(&value),
            value,
            text,
        };
        Condition {
            name,
            label: self.language.say(label),
            choices: std::iter::once(any).chain(choices.map(choice)).collect(),
        }
    }

    fn of(&self, text: &Localized) -> Text {
        Text::of(&self.app.office.city, text, self.language)
    }

    fn said(&self, key: &str) -> Text {
        Text::said(self.language, key)
    }
}

/// The conditions of a filter, as somebody may choose them.
pub(super) fn conditions(
    app: &App,
    language: Language,
    who: &Principal,
    filter: &ViewFilter,
) -> Vec<Condition> {
    let maker = Maker { app, language };
    let city = &app.office.city;
    let ours = |agency| who.agency.as_ref().is_none_or(|own| own == agency);
    let services = city.services.values().filter(|service| ours(&service.agency));
    let queues = city.queues.values().filter(|queue| ours(&queue.agency));
    let agencies = city.agencies.values().filter(|agency| ours(&agency.code));
    let code = |code: &dyn std::fmt::Display| code.to_string();
    let statuses = [Status::Open, Status::Waiting, Status::Closed].into_iter();
    vec![
        maker.make(
            ("service", "service"),
            filter.services.first().map(ToString::to_string),
            services.map(|service| (code(&service.code), maker.of(&service.name))),
        ),
        maker.make(
            ("status", "desk-col-state"),
            filter.statuses.first().map(ToString::to_string),
            statuses.map(|status| (status.to_string(), maker.said(&format!("desk-state-{status}")))),
        ),
        whose(&maker, who, filter),
        maker.make(
            ("agency", "agency"),
            filter.agency.as_ref().map(ToString::to_string),
            agencies.map(|agency| (code(&agency.code), maker.of(&agency.name))),
        ),
        maker.make(
            ("queue", "desk-queue"),
            filter.queue.as_ref().map(ToString::to_string),
            queues.map(|queue| (code(&queue.code), maker.of(&queue.name))),
        ),
        maker.make(
            ("district", "district"),
            filter.district.as_ref().map(ToString::to_string),
            city.districts.values().map(|district| (code(&district.code), maker.of(&district.name))),
        ),
        maker.make(
            ("channel", "channel"),
            filter.channel.map(|channel| channel.to_string()),
            Channel::ALL.iter().map(|one| (one.to_string(), maker.said(&format!("channel-{one}")))),
        ),
        maker.make(
            ("language", "desk-col-language"),
            filter.language.clone(),
            city.languages.iter().filter_map(|tag| Some((tag.clone(), Text::name_of(Language::of(tag)?)))),
        ),
        maker.make(
            ("kind", "desk-kind"),
            filter.kind.map(|kind| kind.to_string()),
            CaseKind::ALL.iter().map(|kind| (kind.to_string(), maker.said(&format!("desk-kind-{kind}")))),
        ),
        maker.make(
            ("due", "desk-col-due"),
            filter.due_within.map(|minutes| minutes.to_string()),
            DUE.iter().map(|(minutes, key)| (minutes.to_string(), maker.said(key))),
        ),
        maker.make(
            ("since", "desk-col-opened"),
            filter.opened_within.map(|days| days.to_string()),
            SINCE.iter().map(|(days, key)| (days.to_string(), maker.said(key))),
        ),
    ]
}

fn whose(maker: &Maker<'_>, who: &Principal, filter: &ViewFilter) -> Condition {
    let chosen = filter.assignee.as_ref().map(|whose| match whose {
        Whose::Me => "me".to_owned(),
        Whose::Nobody => "nobody".to_owned(),
        Whose::Officer(code) => code.to_string(),
    });
    let fixed = [("me", "desk-whose-me"), ("nobody", "desk-whose-nobody")];
    let fixed = fixed.into_iter().map(|(value, key)| (value.to_owned(), maker.said(key)));
    let officers = colleagues(maker.app, who);
    maker.make(("assignee", "desk-col-assignee"), chosen, fixed.chain(officers))
}

/// The officers to whom somebody's work can go: those of their agency, and those who serve all.
pub(crate) fn colleagues(app: &App, who: &Principal) -> impl Iterator<Item = (String, Text)> {
    let near = move |agency: Option<&terms::AgencyCode>| {
        who.agency.is_none() || agency.is_none() || agency == who.agency.as_ref()
    };
    let officers = app.office.city.officers.values().filter(move |officer| near(officer.agency.as_ref()));
    officers.map(|officer| (officer.code.to_string(), Text::plain(officer.name.clone())))
}
