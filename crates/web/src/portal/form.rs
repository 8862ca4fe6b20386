//! A page that asks one thing, and a page that says one thing.

use super::control::{Control, ErrorLine, Wrong, summary};
use super::guest::Guest;
use crate::App;
use crate::pages::{Layout, render};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use terms::Reference;
use wording::Language;

/// A page with one form.
#[derive(Template)]
#[template(path = "portal/act.html")]
pub(crate) struct FormPage {
    layout: Layout,
    language: Language,
    /// The case that it is about.
    reference: Option<Reference>,
    title: String,
    text: String,
    errors: Vec<ErrorLine>,
    controls: Vec<Control>,
    back: String,
    action: String,
    token: String,
    button: String,
    /// Somewhere else to go: its address and its name.
    other: Option<(String, String)>,
    multipart: bool,
}

impl FormPage {
    pub(crate) fn new(app: &App, guest: &Guest, title: String) -> Self {
        Self {
            layout: guest.layout(app, &title),
            language: guest.language,
            reference: None,
            title,
            text: String::new(),
            errors: Vec::new(),
            controls: Vec::new(),
            back: "/".to_owned(),
            action: String::new(),
            token: guest.token(),
            button: String::new(),
            other: None,
            multipart: false,
        }
    }

    /// With what it is about.
    #[must_use]
    pub(crate) fn saying(self, text: String) -> Self {
        Self { text, ..self }
    }

    /// With the case that it is about.
    #[must_use]
    pub(crate) fn about(self, reference: Reference) -> Self {
        Self { reference: Some(reference), ..self }
    }

    /// With where one comes from.
    #[must_use]
    pub(crate) fn from(self, back: String) -> Self {
        Self { back, ..self }
    }

    /// With where its form goes to, by which button.
    #[must_use]
    pub(crate) fn posting(self, action: String, button: String) -> Self {
        Self { action, button, ..self }
    }

    /// With what it asks, and what was wrong with it.
    #[must_use]
    pub(crate) fn asking(mut self, controls: Vec<Control>, wrong: &Wrong) -> Self {
        self.errors = summary(&controls.iter().collect::<Vec<_>>(), wrong);
        self.layout.error = !self.errors.is_empty();
        Self { controls, ..self }
    }

    /// With files among what it asks.
    #[must_use]
    pub(crate) fn with_files(self) -> Self {
        Self { multipart: true, ..self }
    }

    /// With somewhere else to go.
    #[must_use]
    pub(crate) fn or(self, href: &str, name: String) -> Self {
        Self { other: Some((href.to_owned(), name)), ..self }
    }

    /// The page; where something has to be mended, its status says so too.
    pub(crate) fn show(&self, guest: &Guest) -> Response {
        let mut response = guest.private(render(self));
        if self.layout.error {
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        }
        response
    }
}

/// A page that says something, and where to go on.
#[derive(Template)]
#[template(path = "portal/said.html")]
struct SaidPage {
    layout: Layout,
    title: String,
    text: String,
    /// Whether it also says where help is.
    help: bool,
    onward: String,
    name: String,
}

/// Says something under a title, with where to go on.
pub(crate) fn say(
    app: &App,
    guest: &Guest,
    (title, text): (&str, &str),
    (onward, name): (&str, &str),
) -> Response {
    let said = |key: &str| guest.language.say(key);
    guest.private(render(&SaidPage {
        layout: guest.layout(app, &said(title)),
        title: said(title),
        text: said(text),
        help: text.ends_with("no-mail"),
        onward: onward.to_owned(),
        name: said(name),
    }))
}
