//! A page of the desk that asks something.

use super::frame::Frame;
use super::officer::Desk;
use crate::App;
use crate::pages::render;
use crate::portal::control::{Control, ErrorLine, Wrong, summary};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// A page with one form, and what colleagues left to be read beside it.
#[derive(Template)]
#[template(path = "desk/form.html")]
pub(super) struct DeskForm {
    frame: Frame,
    title: String,
    pub(super) text: String,
    errors: Vec<ErrorLine>,
    controls: Vec<Control>,
    action: String,
    button: String,
    /// Somewhere else to go: its address and its name.
    pub(super) other: Option<(String, String)>,
    pub(super) notes: Vec<(String, String)>,
}

impl DeskForm {
    /// A page that is called by a message, with what it asks and what was wrong with it.
    pub(super) fn new(
        app: &App,
        desk: &Desk,
        (title, action, button): (&str, &str, &str),
        controls: Vec<Control>,
        wrong: &Wrong,
    ) -> Self {
        let (language, title) = (desk.language, desk.language.say(title));
        let mut frame = Frame::new(app, desk, &title);
        let errors = summary(&controls.iter().collect::<Vec<_>>(), wrong);
        frame.layout.error = !errors.is_empty();
        let (action, button) = (action.to_owned(), language.say(button));
        let (text, other, notes) = (String::new(), None, Vec::new());
        Self { frame, title, text, errors, controls, action, button, other, notes }
    }

    /// The page; where something has to be mended, its status says so too.
    pub(super) fn show(&self) -> Response {
        let mut response = Desk::private(render(self));
        if self.frame.layout.error {
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        }
        response
    }
}
