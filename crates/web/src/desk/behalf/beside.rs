//! What stands beside the form: who it may be, and what is open already that may be the same.

use super::value;
use crate::App;
use crate::desk::officer::Desk;
use crate::portal::control::Values;
use crate::portal::say::moment;
use office::cases::Similar;
use office::customers::{Alike, Record, masked};
use office::intake::Beside;
use terms::{Case, Reference, Status};
use wording::{Argument, Language};

/// Cases of a customer that are shown.
const MOST_CASES: usize = 8;
/// The longest beginning of a case's words, in characters.
const LONGEST_WORDS: usize = 160;

/// What stands beside the form.
pub(super) struct BesideView {
    pub(super) record: Option<RecordView>,
    pub(super) alike: Vec<AlikeView>,
    pub(super) same: Vec<SameView>,
    /// Whether none of them is chosen.
    pub(super) is_new: bool,
}

/// The record that was chosen.
pub(super) struct RecordView {
    pub(super) name: String,
    pub(super) points: Vec<String>,
    pub(super) cases: Vec<Line>,
}

/// A case of the customer.
pub(super) struct Line {
    pub(super) reference: Reference,
    pub(super) href: String,
    pub(super) service: String,
    pub(super) since: String,
}

/// A customer who it may be.
pub(super) struct AlikeView {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) points: Vec<String>,
}

/// A case that may be about the same.
pub(super) struct SameView {
    pub(super) reference: Reference,
    pub(super) words: String,
    /// Where it is, how far that is, and since when it is open.
    pub(super) about: Vec<String>,
    /// Whether whoever asks can be added to it.
    pub(super) can_join: bool,
    pub(super) chosen: bool,
}

pub(super) fn view(app: &App, desk: &Desk, beside: &Beside, values: &Values) -> BesideView {
    let language = desk.language;
    let same: Option<Reference> = value(values, "same").parse().ok();
    let near = beside.near.iter().map(|similar| near(app, language, similar));
    let here = beside.at_address.iter().map(|case| at_address(app, language, case));
    let chosen = |view: SameView| SameView { chosen: same == Some(view.reference), ..view };
    let same: Vec<SameView> = near.chain(here).map(chosen).collect();
    BesideView {
        record: beside.record.as_ref().map(|known| record(app, language, known)),
        alike: beside.alike.iter().map(|alike| alike_view(language, alike)).collect(),
        is_new: !same.iter().any(|view| view.chosen),
        same,
    }
}

fn record(app: &App, language: Language, record: &Record) -> RecordView {
    let city = &app.office.city;
    let open = record.cases.iter().filter(|case| case.state.status != Status::Closed);
    let line = |case: &Case| Line {
        reference: case.reference,
        href: format!("/desk/cases/{}?lang={}", case.reference, language.tag()),
        service: city
            .services
            .get(&case.state.service)
            .map_or_else(String::new, |service| service.name.text(language.tag()).to_owned()),
        since: moment(city, language, case.state.opened_at),
    };
    RecordView {
        name: named(language, record.customer.name.as_deref()),
        points: record.contact_points.iter().map(|point| point.value.clone()).collect(),
        cases: open.take(MOST_CASES).map(line).collect(),
    }
}

fn alike_view(language: Language, alike: &Alike) -> AlikeView {
    AlikeView {
        id: alike.customer.id.to_string(),
        name: named(language, alike.customer.name.as_deref()),
        points: alike.points.iter().map(masked).collect(),
    }
}

fn named(language: Language, name: Option<&str>) -> String {
    name.map_or_else(|| language.say("behalf-no-name"), ToOwned::to_owned)
}

fn near(app: &App, language: Language, similar: &Similar) -> SameView {
    let case = &similar.case;
    #[expect(clippy::cast_possible_truncation, reason = "at most a few hundred metres")]
    let metres = (similar.metres / 10.0).round() as i64 * 10;
    let distance = language.say_with("ask-similar-metres", &[("count", Argument::Count(metres.max(10)))]);
    let since = moment(&app.office.city, language, case.state.opened_at);
    let place = case.told.place.address.clone();
    SameView {
        reference: case.reference,
        words: beginning(&case.told.description),
        about: [Some(distance), place, Some(since)].into_iter().flatten().collect(),
        can_join: true,
        chosen: false,
    }
}

fn at_address(app: &App, language: Language, case: &Case) -> SameView {
    let since = moment(&app.office.city, language, case.state.opened_at);
    let place = case.told.place.address.clone();
    SameView {
        reference: case.reference,
        words: beginning(&case.told.description),
        about: [place, Some(since)].into_iter().flatten().collect(),
        can_join: case.state.public && case.state.duplicate_of.is_none(),
        chosen: false,
    }
}

fn beginning(words: &str) -> String {
    let cut: String = words.chars().take(LONGEST_WORDS).collect();
    if cut.len() < words.len() { cut + "…" } else { cut }
}
