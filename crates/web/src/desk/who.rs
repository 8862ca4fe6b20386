//! Officers in words: what they are called, and what they do at a case.

use crate::portal::say::Text;
use office::city::City;
use office::desk::{Doing, Present};
use office::{Refusal, Verb};
use terms::{Need, Needs, OfficerCode};
use wording::{Argument, Language};

/// What languages that the house does not speak call themselves; its officers may speak them.
const TONGUES: [(&str, &str); 18] = [
    ("bn", "বাংলা"),
    ("de", "Deutsch"),
    ("fa", "فارسی"),
    ("ht", "Kreyòl ayisyen"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("kea", "Kriolu"),
    ("ko", "한국어"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("so", "Soomaali"),
    ("tl", "Tagalog"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];

/// A language by its own name, or by its tag where that is all we know.
pub(crate) fn tongue(tag: &str, page: Language) -> Text {
    if let Some(spoken) = Language::of(tag) {
        return Text::name_of(spoken);
    }
    let own = TONGUES.iter().find(|(known, _)| *known == tag);
    own.map_or_else(|| Text::plain(tag), |(tag, name)| Text::in_language(name, tag, page))
}

/// The languages that an interpreter can be wanted for: those of the house, and others that are known by name.
pub(crate) fn tongues() -> impl Iterator<Item = &'static str> {
    Language::all().map(Language::tag).chain(TONGUES.iter().map(|(tag, _)| *tag))
}

/// What somebody needs at an office, as a form says it in words of its lists.
pub(crate) fn needs_of(words: &[String], interpreter: &str) -> Verb<Needs> {
    let not_of_the_list = |field: &str| Refusal::invalid(field, "choose one of the list");
    let words: Result<Vec<Need>, _> = words.iter().map(|need| need.parse()).collect();
    let words = words.map_err(|_| not_of_the_list("needs"))?;
    let interpreter = Some(interpreter).filter(|tag| !tag.is_empty());
    if interpreter.is_some_and(|tag| !tongues().any(|known| known == tag)) {
        return Err(not_of_the_list("interpreter"));
    }
    Ok(Needs { words, interpreter: interpreter.map(ToOwned::to_owned) })
}

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

#[cfg(test)]
mod tests {
    use super::tongue;
    use wording::Language;

    #[test]
    fn languages_are_called_by_their_own_names() {
        let page = Language::of("en").unwrap();
        assert_eq!(tongue("fr", page).text, "Français");
        let portuguese = tongue("pt", page);
        assert_eq!((portuguese.text.as_str(), portuguese.tag.as_deref()), ("Português", Some("pt")));
        assert_eq!(tongue("tlh", page).text, "tlh");
    }
}
