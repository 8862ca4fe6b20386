//! The page of a form about an article: its controls, what was typed, what is wrong, and what others wrote meanwhile.

use super::show::wrong;
use crate::App;
use crate::desk::frame::Frame;
use crate::desk::officer::Desk;
use crate::pages::render;
use crate::portal::control::{Control, ErrorLine, Look, Values, Wrong, summary};
use crate::portal::say::Text;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use office::Refusal;
use office::knowledge::{LONGEST_BODY, LONGEST_TITLE, MOST_SERVICES};
use terms::ArticleAudience;
use wording::{Argument, Language};

#[derive(Template)]
#[template(path = "desk/articles/form.html")]
pub(super) struct FormPage {
    pub(super) frame: Frame,
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) errors: Vec<ErrorLine>,
    pub(super) controls: Vec<Control>,
    pub(super) services: Option<Vec<(String, Text, bool)>>,
    pub(super) action: String,
    pub(super) button: String,
    pub(super) back: String,
    pub(super) revision: i64,
    /// What stands now, where somebody else was quicker.
    pub(super) theirs: Option<(String, String)>,
}

/// What a form shows: what was typed or stands, and what is wrong with it.
pub(super) struct Filled<'f> {
    pub(super) values: &'f Values,
    pub(super) wrong: Wrong,
    pub(super) status: StatusCode,
}

impl<'f> Filled<'f> {
    pub(super) fn with(values: &'f Values) -> Self {
        Self { values, wrong: Wrong::new(), status: StatusCode::OK }
    }

    /// What was typed, with why it was not taken.
    pub(super) fn refused(language: Language, values: &'f Values, refusal: &Refusal) -> Self {
        let (status, text) = wrong(language, refusal);
        let wrong = match refusal {
            Refusal::Invalid(mistakes) => mistakes
                .iter()
                .map(|mistake| (mistake.field.clone(), said(language, &mistake.field)))
                .collect(),
            _ => vec![(String::new(), text)],
        };
        Self { values, wrong, status }
    }

    pub(super) fn answer(&self, mut page: FormPage) -> Response {
        page.errors = summary(&page.controls.iter().collect::<Vec<_>>(), &self.wrong);
        page.frame.layout.error = !page.errors.is_empty();
        let mut response = Desk::private(render(&page));
        if response.status() == StatusCode::OK {
            *response.status_mut() = self.status;
        }
        response
    }
}

/// What is wrong with a field, in the officer's words.
fn said(language: Language, field: &str) -> String {
    let most = match field {
        "title" => LONGEST_TITLE,
        "body" => LONGEST_BODY,
        _ => MOST_SERVICES,
    };
    let most = language.count(most as u64);
    let key = match field {
        "title" => "know-wrong-title",
        "body" => "know-wrong-body",
        "services" => "know-wrong-services",
        "keywords" => "know-wrong-keywords",
        "owner" => "know-wrong-owner",
        "review" => "know-wrong-review",
        "audience" => "know-wrong-audience",
        _ => "know-wrong-language",
    };
    language.say_with(key, &[("most", Argument::Words(&most))])
}

pub(super) fn form_page(
    app: &App,
    desk: &Desk,
    title: String,
    (controls, filled): (Vec<Control>, &Filled<'_>),
) -> FormPage {
    FormPage {
        frame: Frame::new(app, desk, &title),
        title,
        lead: String::new(),
        errors: Vec::new(),
        controls: controls.into_iter().map(|control| control.with(filled.values, &filled.wrong)).collect(),
        services: None,
        action: String::new(),
        button: desk.language.say("desk-save"),
        back: format!("/desk/articles?lang={}", desk.language.tag()),
        revision: 0,
        theirs: None,
    }
}

pub(super) fn text_controls(language: Language) -> Vec<Control> {
    let line = |name, key: &str| Control::line(language, name, Text::said(language, key));
    vec![
        line("title", "know-text-title").hinted(Text::said(language, "know-text-title-hint")),
        line("body", "know-text-body")
            .looking(Look::Text)
            .hinted(Text::said(language, "know-text-body-hint")),
    ]
}

pub(super) fn languages(app: &App, language: Language) -> Control {
    let spoken = app.office.city.languages.iter().filter_map(|tag| Language::of(tag));
    let choices = spoken.map(|spoken| (spoken.tag().to_owned(), Text::name_of(spoken))).collect();
    Control::line(language, "language", Text::said(language, "know-language"))
        .looking(Look::Select)
        .choosing(choices)
}

pub(super) fn audiences(language: Language) -> Control {
    let choice = |audience: &ArticleAudience| {
        (audience.to_string(), Text::said(language, &format!("know-audience-{audience}")))
    };
    Control::line(language, "audience", Text::said(language, "know-audience"))
        .looking(Look::One)
        .choosing(ArticleAudience::ALL.iter().map(choice).collect())
}

pub(super) fn services(app: &App, language: Language, values: &Values) -> Vec<(String, Text, bool)> {
    let city = &app.office.city;
    let chosen = |code: &str| values.iter().any(|(name, value)| name == "services" && value == code);
    let mut services: Vec<(String, Text, bool)> = city
        .services
        .values()
        .map(|service| {
            let code = service.code.to_string();
            let is_chosen = chosen(&code);
            (code, Text::of(city, &service.name, language), is_chosen)
        })
        .collect();
    // What is chosen stands first, where it is seen.
    services.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.1.text.cmp(&b.1.text)));
    services
}
