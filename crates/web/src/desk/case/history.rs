//! What was put right in a case: from what to what, by whom, when and why.

use super::show::Found;
use super::timeline::{customer_of, name_of};
use crate::App;
use crate::desk::officer::Desk;
use crate::portal::ask::check::answer_text;
use crate::portal::say::{Text, moment};
use office::city::City;
use records::corrections::Correction;
use std::collections::BTreeSet;
use terms::{Answer, Place};
use wording::{Argument, Language};

/// Something that was put right.
pub(super) struct Change {
    /// Who did it, and when.
    pub(super) says: String,
    /// Why.
    pub(super) words: String,
    pub(super) parts: Vec<Part>,
}

/// One thing that is different.
pub(super) struct Part {
    pub(super) name: Text,
    pub(super) before: String,
    pub(super) after: String,
}

/// What was put right, the latest first.
pub(super) fn history(app: &App, desk: &Desk, found: &Found) -> Vec<Change> {
    let (city, language) = (&app.office.city, desk.language);
    let customer = customer_of(language, found);
    let change = |correction: &Correction| {
        let name = name_of(app, language, &correction.by, &customer);
        let date = moment(city, language, correction.at);
        let arguments = [("name", Argument::Words(&name)), ("date", Argument::Words(&date))];
        Change {
            says: language.say_with("desk-change-by", &arguments),
            words: correction.words.clone(),
            parts: parts(city, language, found, correction),
        }
    };
    found.whole.corrections.iter().rev().map(change).collect()
}

fn parts(city: &City, language: Language, found: &Found, correction: &Correction) -> Vec<Part> {
    let (before, after) = (correction.before.as_str(), correction.after.as_str());
    match correction.what.as_str() {
        "answers" => answers(city, language, found, (&read(before), &read(after))),
        "place" => {
            let (before, after): (Place, Place) = (read(before), read(after));
            vec![part(language, "desk-change-place", (spot(&before), spot(&after)))]
        }
        _ => {
            let name = |text: &str| {
                let code: String = read(text);
                let service = city.services.get(code.as_str());
                service.map_or(code, |service| service.name.text(language.tag()).to_owned())
            };
            vec![part(language, "desk-change-service", (name(before), name(after)))]
        }
    }
}

fn read<T: serde::de::DeserializeOwned + Default>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_default()
}

fn part(language: Language, key: &str, (before, after): (String, String)) -> Part {
    Part { name: Text::said(language, key), before, after }
}

fn spot(place: &Place) -> String {
    let position = place.position.map(|at| format!("{}, {}", at.lat, at.long));
    let parts = [place.address.clone(), place.zipcode.clone(), position];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The answers that are different, in words.
fn answers(
    city: &City,
    language: Language,
    found: &Found,
    (before, after): (&Vec<Answer>, &Vec<Answer>),
) -> Vec<Part> {
    let service = city.services.get(&found.whole.case.state.service);
    let field = |code: &str| service.and_then(|service| service.form.field(code));
    let said = |answers: &[Answer], code: &str| {
        let of = answers.iter().filter(|answer| answer.code == code).flat_map(|answer| &answer.values);
        let words: Vec<String> =
            of.map(|value| answer_text(city, language, field(code), value).text).collect();
        language.list(&words)
    };
    let codes: BTreeSet<&str> = before.iter().chain(after).map(|answer| answer.code.as_str()).collect();
    let parts = codes.into_iter().map(|code| {
        let name =
            field(code).map_or_else(|| Text::plain(code), |field| Text::of(city, &field.title, language));
        Part { name, before: said(before, code), after: said(after, code) }
    });
    parts.filter(|part| part.before != part.after).collect()
}
