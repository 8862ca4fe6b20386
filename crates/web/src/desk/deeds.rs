//! What a macro does to one case, in words: each deed, and what is other than before.

use super::who::name_of;
use crate::App;
use crate::portal::say::moment;
use office::city::City;
use office::desk::Deed;
use terms::{Case, OfficerCode, OutcomeCode, State, Status};
use wording::{Argument, Language};

/// Something that is done.
pub(super) struct DeedLine {
    pub(super) sentence: String,
    /// The words that are written with it.
    pub(super) words: Option<String>,
    /// Whether only colleagues read them.
    pub(super) internal: bool,
}

/// Something of the case that is other than before.
pub(super) struct Change {
    pub(super) what: String,
    pub(super) before: String,
    pub(super) after: String,
}

pub(super) fn deed_lines(app: &App, language: Language, deeds: &[Deed]) -> Vec<DeedLine> {
    let line = |deed: &Deed| DeedLine {
        sentence: sentence(&app.office.city, language, deed),
        words: deed.words().map(ToOwned::to_owned),
        internal: matches!(deed, Deed::Note { .. } | Deed::Rest { .. }),
    };
    deeds.iter().map(line).collect()
}

fn sentence(city: &City, language: Language, deed: &Deed) -> String {
    let with = |key: &str, name: &str, words: &str| language.say_with(key, &[(name, Argument::Words(words))]);
    match deed {
        Deed::Assign { officer } => with("deed-assign", "name", &name_of(city, officer)),
        Deed::GiveBack {} => language.say("deed-give-back"),
        Deed::Note { .. } => language.say("deed-note"),
        Deed::Reply { .. } => language.say("deed-reply"),
        Deed::Ask { .. } => language.say("deed-ask"),
        Deed::Rest { until, .. } => with("deed-rest", "date", &moment(city, language, *until)),
        Deed::Resolve { outcome, .. } => {
            with("deed-resolve", "outcome", &outcome_name(city, language, outcome))
        }
    }
}

/// What an outcome is called.
pub(super) fn outcome_name(city: &City, language: Language, outcome: &OutcomeCode) -> String {
    let known = city.outcomes.get(outcome);
    known.map_or_else(|| outcome.to_string(), |known| known.name.text(language.tag()).to_owned())
}

/// What is other after than before.
pub(super) fn changes(app: &App, language: Language, case: &Case, after: &State) -> Vec<Change> {
    let city = &app.office.city;
    let has = |officer: Option<&OfficerCode>| {
        officer.map_or_else(|| language.say("desk-whose-nobody"), |officer| name_of(city, officer))
    };
    let rests =
        |state: &State| state.snoozed_until.map_or_else(|| "–".to_owned(), |at| moment(city, language, at));
    let said = |key: &str, both: [String; 2]| {
        let [before, after] = both;
        Change { what: language.say(key), before, after }
    };
    let states = [&case.state, after];
    let all = [
        said("desk-col-assignee", states.map(|state| has(state.assignee.as_ref()))),
        said("desk-col-state", states.map(|state| stands(city, language, state))),
        said("change-rests", states.map(rests)),
    ];
    all.into_iter().filter(|change| change.before != change.after).collect()
}

/// Where a case stands, with how it ended.
fn stands(city: &City, language: Language, state: &State) -> String {
    match (&state.closure, state.status) {
        (Some(closure), _) => outcome_name(city, language, &closure.outcome),
        (None, Status::Waiting) => language.say("desk-state-waiting"),
        (None, Status::Open | Status::Closed) => language.say("desk-state-open"),
    }
}
