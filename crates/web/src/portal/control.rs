//! Controls of a form: what is asked, what was typed, and what is wrong with it.

use super::say::Text;
use askama::Template;
use forms::{Field, Kind, Problem};
use office::city::City;
use wording::{Argument, Language};

/// What was typed, or is known already: names and values in order.
pub(crate) type Values = Vec<(String, String)>;

/// What is wrong, by the name of the field.
pub(crate) type Wrong = Vec<(String, String)>;

/// A line of the summary of what is wrong.
pub(crate) struct ErrorLine {
    pub(crate) href: String,
    pub(crate) text: String,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// A line; with the kind of keyboard.
    Line(&'static str),
    /// Several lines.
    Text,
    /// Day, month and year.
    Date,
    /// One of a list.
    One,
    /// Several of a list.
    Several,
    /// One of a long list.
    Select,
    /// Files.
    Files,
}

/// An answer to choose.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) name: Text,
    pub(crate) chosen: bool,
    pub(crate) id: String,
}

/// A control.
#[derive(Template)]
#[template(path = "portal/control.html")]
pub(crate) struct Control {
    pub(crate) look: Look,
    pub(crate) name: String,
    pub(crate) label: Text,
    pub(crate) hint: Text,
    pub(crate) value: String,
    pub(crate) parts: [String; 3],
    pub(crate) choices: Vec<Choice>,
    pub(crate) error: Option<String>,
    /// Whether its label is the heading of the page.
    pub(crate) heading: bool,
    pub(crate) autocomplete: &'static str,
    pub(crate) language: Language,
    pub(crate) accept: &'static str,
}

impl Control {
    /// A line of text.
    pub(crate) fn line(language: Language, name: &str, label: Text) -> Self {
        Self {
            look: Look::Line("text"),
            name: name.to_owned(),
            label,
            hint: Text::default(),
            value: String::new(),
            parts: Default::default(),
            choices: Vec::new(),
            error: None,
            heading: false,
            autocomplete: "",
            language,
            accept: "",
        }
    }

    /// The control of a field of a form.
    pub(crate) fn of(city: &City, language: Language, (name, field): (&str, &Field)) -> Self {
        let label = Text::of(city, &field.title, language);
        let label = if field.required { label } else { optional(language, label) };
        let look = look(&field.kind);
        let mut control =
            Self { look, hint: Text::of(city, &field.hint, language), ..Self::line(language, name, label) };
        control.choices = choices(city, language, name, field);
        control.autocomplete = match field.kind {
            Kind::Email => "email",
            Kind::Phone => "tel",
            _ => "",
        };
        control
    }

    /// With what was typed, and what is wrong with it.
    #[must_use]
    pub(crate) fn with(mut self, values: &Values, wrong: &Wrong) -> Self {
        let of = |name: &str| values.iter().find(|(found, _)| found == name).map(|(_, value)| value.clone());
        self.value = of(&self.name).unwrap_or_default();
        self.parts =
            ["day", "month", "year"].map(|part| of(&format!("{}-{part}", self.name)).unwrap_or_default());
        for choice in &mut self.choices {
            choice.chosen = values.iter().any(|(name, value)| *name == self.name && *value == choice.value);
        }
        self.error = wrong.iter().find(|(name, _)| *name == self.name).map(|(_, text)| text.clone());
        self
    }

    #[must_use]
    pub(crate) fn heading(self) -> Self {
        Self { heading: true, ..self }
    }

    #[must_use]
    pub(crate) fn hinted(self, hint: Text) -> Self {
        Self { hint, ..self }
    }

    #[must_use]
    pub(crate) fn looking(self, look: Look) -> Self {
        Self { look, ..self }
    }

    /// With a list to choose from.
    #[must_use]
    pub(crate) fn choosing(mut self, choices: Vec<(String, Text)>) -> Self {
        self.choices = numbered(&self.name, choices);
        self
    }

    #[must_use]
    pub(crate) fn completing(self, autocomplete: &'static str) -> Self {
        Self { autocomplete, ..self }
    }

    /// Where its first input is, for the summary of what is wrong.
    pub(crate) fn first(&self) -> String {
        match self.look {
            Look::Date => format!("{}-day", self.id()),
            Look::One | Look::Several => {
                self.choices.first().map_or_else(|| self.id(), |choice| choice.id.clone())
            }
            Look::Line(_) | Look::Text | Look::Select | Look::Files => self.id(),
        }
    }

    /// Its id in the page.
    pub(crate) fn id(&self) -> String {
        id_of(&self.name)
    }

    /// What describes it: hint and error, by id.
    pub(crate) fn described(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id()));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id()));
        [hint, error].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    pub(crate) fn is_grouped(&self) -> bool {
        matches!(self.look, Look::Date | Look::One | Look::Several)
    }

    /// Whether no keyboard should change what is typed.
    fn is_a_code(&self) -> bool {
        self.autocomplete == "username"
    }

    fn kind(&self) -> &'static str {
        if let Look::Line(kind) = self.look { kind } else { "text" }
    }
}

/// The lines of the summary of what is wrong, in the order of the controls; what belongs to no control comes last.
pub(crate) fn summary(controls: &[&Control], wrong: &Wrong) -> Vec<ErrorLine> {
    let shown = controls.iter().filter_map(|control| {
        let text = control.error.clone()?;
        Some(ErrorLine { href: format!("#{}", control.first()), text })
    });
    let others = wrong.iter().filter(|(name, _)| !controls.iter().any(|control| control.name == *name));
    shown.chain(others.map(|(_, text)| ErrorLine { href: "#main".to_owned(), text: text.clone() })).collect()
}

/// What is wrong, in words.
pub(crate) fn problem(city: &City, language: Language, problem: &Problem, name: &str) -> String {
    let bound = match problem {
        Problem::Said(words) | Problem::Stopped(words) => return Text::of(city, words, language).text,
        Problem::TooLong { most } | Problem::TooMany { most } => most.to_string(),
        Problem::TooShort { least } | Problem::TooFew { least } => least.to_string(),
        Problem::TooSmall { least: bound } | Problem::TooLarge { most: bound } => bound.to_string(),
        _ => String::new(),
    };
    language.say_with(problem.key(), &[("name", Argument::Words(name)), ("bound", Argument::Words(&bound))])
}

pub(crate) fn id_of(name: &str) -> String {
    name.replace('.', "-")
}

fn optional(language: Language, label: Text) -> Text {
    let text = language.say_with("form-optional", &[("name", Argument::Words(&label.text))]);
    // The words around it are in the page's language even where its own are not.
    Text { text, ..label }
}

fn look(kind: &Kind) -> Look {
    match kind {
        Kind::Line(_) | Kind::DateTime => Look::Line("text"),
        Kind::Text(_) | Kind::Group(..) => Look::Text,
        Kind::Number(_) => Look::Line("decimal"),
        Kind::Whole(_) => Look::Line("numeric"),
        Kind::Date => Look::Date,
        Kind::Email => Look::Line("email"),
        Kind::Phone => Look::Line("tel"),
        Kind::YesNo | Kind::OneOf(_) => Look::One,
        Kind::SeveralOf(..) => Look::Several,
        Kind::Upload(..) => Look::Files,
    }
}

fn choices(city: &City, language: Language, name: &str, field: &Field) -> Vec<Choice> {
    let list = match &field.kind {
        Kind::YesNo => vec![
            ("yes".to_owned(), Text::said(language, "answer-yes")),
            ("no".to_owned(), Text::said(language, "answer-no")),
        ],
        _ => field
            .choices()
            .iter()
            .map(|choice| (choice.key.clone(), Text::of(city, &choice.name, language)))
            .collect(),
    };
    numbered(name, list)
}

fn numbered(name: &str, list: Vec<(String, Text)>) -> Vec<Choice> {
    let id = id_of(name);
    let number = |at: usize| if at == 0 { id.clone() } else { format!("{id}-{}", at + 1) };
    list.into_iter()
        .enumerate()
        .map(|(at, (value, name))| Choice { value, name, chosen: false, id: number(at) })
        .collect()
}
