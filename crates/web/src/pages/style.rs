//! The style page: every component in its states with its markup, for those who make pages and those who check them.

use super::layout::Layout;
use super::{Visitor, assets, render};
use crate::App;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wording::Language;

const STYLE: &str = assets::path("style.css");
const PICTURE: &str = assets::path("icon-192.png");

/// Each group: its anchor, its name, and its examples. An example begins with a remark that names it and says what to
/// know, with code in backticks.
const GROUPS: [(&str, &str, &str); 8] = [
    ("words", "Words", include_str!("../../templates/style/words.html")),
    ("buttons", "Buttons", include_str!("../../templates/style/buttons.html")),
    ("fields", "Fields", include_str!("../../templates/style/fields.html")),
    ("choices", "Choices", include_str!("../../templates/style/choices.html")),
    ("messages", "Messages to people", include_str!("../../templates/style/messages.html")),
    ("lists", "Lists and tables", include_str!("../../templates/style/lists.html")),
    ("ways", "Finding one's way", include_str!("../../templates/style/ways.html")),
    ("case", "A case", include_str!("../../templates/style/case.html")),
];
const REPORT: (&str, &str, &str) =
    ("report", "Reports and maps", include_str!("../../templates/style/report.html"));
/// The colours, as `_theme.scss` names them.
const COLOURS: [&str; 14] = [
    "text",
    "secondary-text",
    "brand",
    "link",
    "accent",
    "error",
    "success",
    "focus",
    "raised",
    "raised-strong",
    "border",
    "line-strong",
    "button",
    "danger",
];

struct Group {
    id: &'static str,
    name: &'static str,
    examples: Vec<Example>,
}

struct Example {
    name: &'static str,
    /// Words, and whether they are code.
    note: Vec<(&'static str, bool)>,
    html: String,
}

#[derive(Template)]
#[template(path = "style.html")]
struct StylePage {
    layout: Layout,
    language: Language,
    colours: [&'static str; COLOURS.len()],
    groups: Vec<Group>,
}

/// `GET /style`
pub(crate) async fn page(State(app): State<App>, visitor: Visitor) -> Response {
    let language = visitor.language(&app.office.city);
    let layout =
        Layout::new(&app, language, &language.say("style-title"), &visitor.again()).with_styles(&[STYLE]);
    render(&StylePage { layout, language, colours: COLOURS, groups: groups() })
}

fn groups() -> Vec<Group> {
    let group = |(id, name, text)| Group { id, name, examples: examples(text) };
    GROUPS.into_iter().chain([REPORT]).map(group).collect()
}

fn examples(text: &'static str) -> Vec<Example> {
    let example = |part: &'static str| {
        let (head, html) = part.split_once(" -->\n")?;
        let (name, note) = head.split_once(": ")?;
        let note = note.split('`').enumerate().map(|(index, words)| (words, index % 2 == 1)).collect();
        Some(Example { name, note, html: html.trim_end().replace("{picture}", PICTURE) })
    };
    text.split("<!-- ").skip(1).filter_map(example).collect()
}

#[cfg(test)]
mod tests {
    use super::{GROUPS, REPORT, groups};
    use std::collections::BTreeSet;

    #[test]
    fn every_example_is_shown_and_has_names_of_its_own() {
        let shown: usize = groups().iter().map(|group| group.examples.len()).sum();
        let texts = GROUPS.iter().chain([&REPORT]).map(|(_, _, text)| *text);
        assert_eq!(shown, texts.clone().map(|text| text.matches("<!-- ").count()).sum::<usize>());
        let text: String = texts.collect();
        let ids: Vec<&str> = text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id stands twice");
        assert!(ids.iter().all(|id| id.starts_with("style-")), "{ids:?}");
    }
}
