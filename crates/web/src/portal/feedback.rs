//! Feedback about a page: from everywhere, in two taps and a few words.

use super::control::{Control, ErrorLine, Look, Values, Wrong, summary};
use super::guest::{Asked, Guest};
use super::posted::Posted;
use super::say::Text;
use crate::App;
use crate::pages::{Layout, refuse, render};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use office::city::Service;
use office::feedback;
use serde::Deserialize;
use terms::{CaseKind, Purpose};
use wording::Language;

/// The longest path that is kept.
const LONGEST_PATH: usize = 200;

/// Which page it is about.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct FeedbackQuery {
    about: String,
}

#[derive(Template)]
#[template(path = "portal/feedback.html")]
struct FeedbackPage {
    layout: Layout,
    language: Language,
    errors: Vec<ErrorLine>,
    controls: Vec<Control>,
    about: String,
    token: String,
    thanks: bool,
}

#[derive(Template)]
#[template(path = "portal/complaints.html")]
struct ComplaintsPage {
    layout: Layout,
    language: Language,
    complaint: Option<(String, Text)>,
    compliment: Option<(String, Text)>,
    appeal: Option<(String, Text)>,
}

/// `GET /feedback`
pub(crate) async fn page(
    State(app): State<App>,
    guest: Guest,
    Asked(query): Asked<FeedbackQuery>,
) -> Response {
    let about = path_only(&query.about);
    guest.private(render(&feedback_page(&app, &guest, about, (&Values::new(), &Wrong::new()))))
}

/// The path of a page, without anything that may say who read it.
fn path_only(about: &str) -> String {
    let path = about.split(['?', '#', '\0']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').take(3).collect();
    // The rest of an address may name a case or a request.
    let known = match parts.as_slice() {
        ["", first @ ("cases" | "asking" | "resume" | "reports"), _] => format!("/{first}/…"),
        _ => parts.join("/"),
    };
    known.chars().take(LONGEST_PATH).collect()
}

fn feedback_page(
    app: &App,
    guest: &Guest,
    about: String,
    (values, wrong): (&Values, &Wrong),
) -> FeedbackPage {
    let language = guest.language;
    let said = |key: &str| Text::said(language, key);
    let scores = (1..=5).rev().map(|score| (score.to_string(), said(&format!("rating-{score}")))).collect();
    let controls = vec![
        Control::line(language, "score", said("feedback-score"))
            .looking(Look::One)
            .choosing(scores)
            .with(values, wrong),
        Control::line(language, "words", said("feedback-words"))
            .looking(Look::Text)
            .hinted(said("feedback-words-hint"))
            .with(values, wrong),
    ];
    let errors = summary(&controls.iter().collect::<Vec<_>>(), wrong);
    let mut layout = guest.layout(app, &language.say("feedback-title"));
    layout.error = !errors.is_empty();
    FeedbackPage { layout, language, errors, controls, about, token: guest.token(), thanks: false }
}

/// `POST /feedback`
pub(crate) async fn give(State(app): State<App>, posted: Posted) -> Response {
    let guest = &posted.guest;
    let (language, about) = (guest.language, path_only(posted.text("about")));
    let words = posted.given("words");
    let wrong = match posted.text("score").parse::<u8>() {
        _ if !posted.unreadable().is_empty() => posted.unreadable(),
        Ok(score @ 1..=5) if words.as_ref().is_none_or(|words| words.chars().count() <= 4_000) => {
            let (act, tag, page) = (guest.act(&app, Purpose::Service), language.tag(), about.clone());
            let said = app
                .office
                .write(act, move |tx, act| feedback::of_page(tx, act, (&page, tag), score, words.as_deref()))
                .await;
            return match said {
                Ok(()) => {
                    let page = feedback_page(&app, guest, about, (&Values::new(), &Wrong::new()));
                    guest.private(render(&FeedbackPage { thanks: true, ..page }))
                }
                Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
            };
        }
        Ok(1..=5) => vec![("words".to_owned(), language.say("feedback-too-long"))],
        _ => vec![("score".to_owned(), language.say("rating-missing"))],
    };
    let mut response = guest.private(render(&feedback_page(&app, guest, about, (&posted.fields, &wrong))));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}

/// `GET /complaints`: where somebody can say that the government did badly, or well.
pub(crate) async fn complaints(State(app): State<App>, guest: Guest) -> Response {
    let (city, language) = (&app.office.city, guest.language);
    let link =
        |service: &Service| (format!("/services/{}", service.code), Text::of(city, &service.name, language));
    guest.public(render(&ComplaintsPage {
        layout: guest.layout(&app, &language.say("complaints-title")),
        language,
        complaint: city.service_of(CaseKind::Complaint).map(link),
        compliment: city.service_of(CaseKind::Compliment).map(link),
        appeal: city.service_of(CaseKind::Appeal).map(link),
    }))
}

#[cfg(test)]
mod tests {
    use super::path_only;

    #[test]
    fn what_is_kept_of_an_address_names_nobody() {
        assert_eq!(path_only("/services/pothole?q=my+name#x"), "/services/pothole");
        assert_eq!(path_only("/cases/K7Q-F2M-XDR/message"), "/cases/…");
        assert_eq!(path_only("/asking/0190/where"), "/asking/…");
        assert_eq!(path_only("/"), "/");
    }
}
