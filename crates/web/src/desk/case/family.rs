//! With which other cases one belongs: as which it goes on, with which it is answered, and what came out of it.

use super::clocks;
use super::show::Found;
use crate::App;
use crate::desk::officer::Desk;
use crate::portal::say::moment;
use terms::{Case, Event, EventKind, Reference, Status};
use wording::{Argument, Language};

/// The other cases.
pub(super) struct Family {
    /// What each is to this one, and its name.
    pub(super) members: Vec<(String, Reference)>,
    /// How many are answered with it.
    pub(super) counted: String,
    pub(super) children: Vec<Child>,
    /// What other agencies were asked to take over, and what they said.
    pub(super) transfers: Vec<Asked>,
    /// Until when the work rests.
    pub(super) rests: Option<String>,
}

/// A case that is answered with this one.
pub(super) struct Child {
    pub(super) reference: Reference,
    /// How it looks: open, waiting, late or done.
    pub(super) look: &'static str,
    pub(super) state: String,
}

/// An agency that was asked to take the case over.
pub(super) struct Asked {
    pub(super) look: &'static str,
    pub(super) agency: String,
    pub(super) state: String,
    pub(super) words: String,
}

pub(super) fn family(app: &App, desk: &Desk, found: &Found) -> Family {
    let (language, state) = (desk.language, &found.whole.case.state);
    let related = &found.whole.related;
    let one = |key: &str, reference: &Reference| (language.say(key), *reference);
    let members = [("desk-family-goes-on", &related.merged_into), ("desk-family-parent", &related.parent)];
    let single = members.into_iter().filter_map(|(key, found)| Some(one(key, found.as_ref()?)));
    let merged = related.merged.iter().map(|found| one("desk-family-merged", found));
    let split = related.split_off.iter().map(|found| one("desk-family-split", found));
    let about = related.about.iter().map(|found| one("desk-family-about", found));
    let count = |count: i64| Argument::Count(count);
    let arguments = [("count", count(state.children.into())), ("open", count(found.open_children))];
    Family {
        members: single.chain(merged).chain(split).chain(about).collect(),
        counted: if state.children > 0 {
            language.say_with("desk-family-children", &arguments)
        } else {
            String::new()
        },
        children: found.children.iter().map(|case| child(app, language, case)).collect(),
        transfers: transfers(app, language, found),
        rests: state.snoozed_until.map(|until| {
            let date = moment(&app.office.city, language, until);
            language.say_with("desk-case-rests", &[("date", Argument::Words(&date))])
        }),
    }
}

fn child(app: &App, language: Language, case: &Case) -> Child {
    let late = case.state.clocks.due_at.is_some_and(|due| app.office.now() > due);
    let look = match case.state.status {
        Status::Closed => "done",
        Status::Waiting => "waiting",
        Status::Open if late => "late",
        Status::Open => "open",
    };
    let state = clocks::sentence(&app.office.city, language, &case.state);
    Child { reference: case.reference, look, state }
}

/// Each agency that was asked to take the case over, with what it said, in order.
fn transfers(app: &App, language: Language, found: &Found) -> Vec<Asked> {
    let (city, whole) = (&app.office.city, &found.whole);
    let words = |event: &Event| {
        let entries = office::cases::timeline(
            city,
            std::slice::from_ref(event),
            &whole.contacts,
            office::cases::Audience::Staff,
            language,
        );
        entries.into_iter().next().and_then(|entry| entry.words).unwrap_or_default()
    };
    let said = |key: &str, event: &Event| {
        let date = moment(city, language, event.at);
        language.say_with(key, &[("date", Argument::Words(&date))])
    };
    let mut asked: Vec<Asked> = Vec::new();
    for event in &whole.events {
        if let terms::Happening::TransferAsked { to, .. } = &event.what {
            asked.push(Asked {
                look: "waiting",
                agency: clocks::agency(city, language, to),
                state: language.say("desk-transfer-asked"),
                words: words(event),
            });
        }
        let Some(last) = asked.last_mut() else { continue };
        match event.what.kind() {
            EventKind::TransferAccepted => {
                (last.look, last.state) = ("done", said("desk-transfer-accepted", event));
            }
            EventKind::TransferReturned => {
                (last.look, last.state) = ("late", said("desk-task-returned", event));
                last.words = words(event);
            }
            _ => {}
        }
    }
    asked
}
