//! Forms as anybody may see them: fields in short with each service, and each form whole.

use super::catalogue::language;
use crate::App;
use crate::caller::AcceptedLanguage;
use crate::problem::Problem;
use ::forms::{Check, Choice, Field, Form, Page, Stop};
use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use terms::ServiceCode;
use utoipa::ToSchema;

/// A field of a service's form.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FieldView {
    /// Its code; answers to an item of a group are sent as `people.1.name`.
    code: String,
    title: String,
    hint: String,
    /// `line`, `text`, `number`, `whole-number`, `date`, `date-time`, `email`, `phone`, `yes-no`, `one-of`,
    /// `several-of`, `upload` or `group`.
    kind: &'static str,
    /// Whether it must be answered where it is asked.
    required: bool,
    choices: Vec<ChoiceView>,
    /// What is asked for each item of a group.
    #[schema(no_recursion)]
    fields: Vec<FieldView>,
}

/// An answer to choose.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChoiceView {
    key: String,
    name: String,
}

/// A service's form.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FormView {
    /// The answers as JSON Schema 2020-12, with words in the language that was asked for. It requires what is asked of
    /// everybody.
    #[schema(value_type = Object)]
    schema: serde_json::Value,
    /// What is asked together, in order.
    pages: Vec<PageView>,
    /// Whom the service is not for.
    stops: Vec<StopView>,
    /// What must be true of several answers together.
    checks: Vec<CheckView>,
}

/// A page of a form.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PageView {
    code: String,
    title: Option<String>,
    /// The properties of the schema that it asks for.
    ask: Vec<String>,
    /// The condition in CEL under which it is asked; always, where there is none.
    when: Option<String>,
}

/// A stop of a form.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StopView {
    /// The condition in CEL.
    when: String,
    title: String,
    text: String,
    /// The service to ask for instead.
    service: Option<String>,
}

/// A check of a form.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CheckView {
    /// The condition in CEL under which something is wrong.
    when: String,
    /// The property at which it is said.
    at: String,
    say: String,
}

/// What a service asks, whole: a JSON Schema, pages with conditions, stops and checks.
#[utoipa::path(get, path = "/services/{code}/form", tag = "catalogue", params(("code" = String, Path)),
    responses((status = 200, body = FormView)))]
pub(crate) async fn form(
    State(app): State<App>,
    Path(code): Path<String>,
    accepted: AcceptedLanguage,
) -> Result<Json<FormView>, Problem> {
    let city = &app.office.city;
    let service = city.services.get(&ServiceCode::new(code)).ok_or_else(|| Problem::not_found("service"))?;
    Ok(Json(FormView::of(&service.form, language(city, &accepted).tag())))
}

impl FieldView {
    pub(crate) fn of(field: &Field, language: &str) -> Self {
        let choice = |choice: &Choice| ChoiceView {
            key: choice.key.clone(),
            name: choice.name.text(language).to_owned(),
        };
        Self {
            code: field.code.clone(),
            title: field.title.text(language).to_owned(),
            hint: field.hint.text(language).to_owned(),
            kind: field.kind.as_str(),
            required: field.required,
            choices: field.choices().iter().map(choice).collect(),
            fields: field.fields().iter().map(|field| Self::of(field, language)).collect(),
        }
    }
}

impl FormView {
    fn of(form: &Form, language: &str) -> Self {
        let page = |page: &Page| PageView {
            code: page.code.clone(),
            title: page.title.as_ref().map(|title| title.text(language).to_owned()),
            ask: page.ask.clone(),
            when: page.when.as_ref().map(|when| when.text().to_owned()),
        };
        let stop = |stop: &Stop| StopView {
            when: stop.when.text().to_owned(),
            title: stop.title.text(language).to_owned(),
            text: stop.text.text(language).to_owned(),
            service: stop.service.clone(),
        };
        let check = |check: &Check| CheckView {
            when: check.when.text().to_owned(),
            at: check.at.clone(),
            say: check.say.text(language).to_owned(),
        };
        Self {
            schema: form.json_schema(language),
            pages: form.all_pages().iter().map(page).collect(),
            stops: form.stops().iter().map(stop).collect(),
            checks: form.checks().iter().map(check).collect(),
        }
    }
}
