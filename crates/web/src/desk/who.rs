//! Officers in words: what they are called, and what they do at a case.

use office::city::City;
use office::desk::{Doing, Present};
use terms::OfficerCode;
use wording::{Argument, Language};

/// What colleagues call an officer.
pub(crate) fn name_of(city: &City, officer: &OfficerCode) -> String {
    city.officers.get(officer).map_or_else(|| officer.to_string(), |officer| officer.name.clone())
}

/// Who looks at a case and who writes; empty where nobody does.
pub(crate) fn present_in_words(city: &City, others: &[Present], language: Language) -> String {
    let said = |present: &Present| {
        let key = match present.doing {
            Doing::Viewing => "desk-present-viewing",
            Doing::Typing => "desk-present-typing",
        };
        language.say_with(key, &[("name", Argument::Words(&name_of(city, &present.officer)))])
    };
    others.iter().map(said).collect::<Vec<_>>().join(" · ")
}
