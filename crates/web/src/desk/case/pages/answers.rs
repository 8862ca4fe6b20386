//! Putting answers right: by the fields of the service's own form, with why, and with what was put right before.

use super::{Found, Sheet, Told};
use crate::App;
use crate::desk::case::history::{Change, history};
use crate::desk::frame::Frame;
use crate::desk::officer::Desk;
use crate::pages::render;
use crate::portal::ask::read::is_upload;
use crate::portal::control::{Control, ErrorLine, Look, Values, Wrong, problem, summary};
use crate::portal::say::Text;
use askama::Template;
use axum::response::Response;
use forms::{Answers, Field, Form, Kind};
use office::city::{City, Service};
use terms::Answer;
use wording::Language;

/// What comes before the names of the form's fields, so that they are never those of the page.
const PREFIX: &str = "form.";

#[derive(Template)]
#[template(path = "desk/case/acts/answers.html")]
struct AnswersPage {
    frame: Frame,
    sheet: Sheet,
    errors: Vec<ErrorLine>,
    groups: Vec<(Text, Vec<Control>)>,
    why: Control,
    changes: Vec<Change>,
}

pub(super) fn page(app: &App, desk: &Desk, found: &Found, told: &Told) -> Response {
    let (city, language, case) = (&app.office.city, desk.language, &found.whole.case);
    let (frame, sheet) = Sheet::new(app, desk, found, ("desk-act-answers", told));
    let Some(service) = city.services.get(&case.state.service) else {
        return desk.refuse(app, &crate::problem::Problem::not_found("service"));
    };
    let tried = told.act.is_some();
    let values = if tried { told.filled().to_vec() } else { known(service, &case.told.answers) };
    let day = city.calendar.day(case.state.opened_at).to_string();
    let mut wrong = if tried {
        mistakes(city, language, service, (&values, &case.told.answers, &day))
    } else {
        Wrong::new()
    };
    if tried && told.value("words").trim().is_empty() {
        wrong.push(("words".to_owned(), language.say("desk-case-no-words")));
    }
    let groups = groups(city, language, service, (&values, &wrong));
    let why = Control::line(language, "words", Text::said(language, "desk-act-why")).looking(Look::Text);
    let why = why.with(&values, &wrong);
    let all: Vec<&Control> = groups.iter().flat_map(|(_, controls)| controls).chain([&why]).collect();
    let errors = summary(&all, &wrong);
    render(&AnswersPage { frame, sheet, errors, groups, why, changes: history(app, desk, found) })
}

/// The answers that the form's fields were given, those to what is not asked here as they were, and what is wrong.
pub(in crate::desk::case) fn read_answers(
    form: &Form,
    before: &[Answer],
    fields: &[(String, String)],
) -> (Answers, Vec<forms::Mistake>) {
    let own = |(name, value): &(String, String)| Some((name.strip_prefix(PREFIX)?.to_owned(), value.clone()));
    let fields: Vec<(String, String)> = fields.iter().filter_map(own).collect();
    let (mut answers, _) = form.unflatten(before);
    let mut mistakes = Vec::new();
    for page in form.all_pages() {
        // Files are kept as they came.
        answers.retain(|code, _| !page.ask.contains(code) || is_upload(form.field(code)));
        let (read, more) = form.read_page(page, &fields);
        answers.extend(read);
        mistakes.extend(more);
    }
    (answers, mistakes)
}

/// What is wrong with what was filled in, by the name of the control.
fn mistakes(
    city: &City,
    language: Language,
    service: &Service,
    (values, before, day): (&Values, &[Answer], &str),
) -> Wrong {
    let (answers, mut mistakes) = read_answers(&service.form, before, values);
    if mistakes.is_empty() {
        mistakes = service.form.check(&answers, day);
    }
    mistakes
        .into_iter()
        .map(|mistake| {
            let field = service.form.field(&mistake.path);
            let name = field.map_or("", |field| field.title.text(language.tag()));
            (format!("{PREFIX}{}", mistake.path), problem(city, language, &mistake.problem, name))
        })
        .collect()
}

/// The answers as they are, as the controls show them.
fn known(service: &Service, answers: &[Answer]) -> Values {
    let mut values = Values::new();
    for answer in answers {
        let name = format!("{PREFIX}{}", answer.code);
        let kind = service.form.field(&answer.code).map(|field| &field.kind);
        for value in &answer.values {
            match (kind, value.as_str()) {
                (Some(Kind::Date), day) => {
                    let parts = ["year", "month", "day"].into_iter().zip(day.splitn(3, '-'));
                    let part = |(part, text): (&str, &str)| {
                        (format!("{name}-{part}"), text.trim_start_matches('0').to_owned())
                    };
                    values.extend(parts.map(part));
                }
                (Some(Kind::YesNo), "true") => values.push((name.clone(), "yes".to_owned())),
                (Some(Kind::YesNo), "false") => values.push((name.clone(), "no".to_owned())),
                (_, other) => values.push((name.clone(), other.to_owned())),
            }
        }
    }
    values
}

/// The controls, those of each item of a group under a heading; one item more can be added.
fn groups(
    city: &City,
    language: Language,
    service: &Service,
    (values, wrong): (&Values, &Wrong),
) -> Vec<(Text, Vec<Control>)> {
    let control = |path: &str, field: &Field| {
        let name = format!("{PREFIX}{path}");
        Control::of(city, language, (&name, field)).with(values, wrong)
    };
    let mut groups: Vec<(Text, Vec<Control>)> = vec![(Text::default(), Vec::new())];
    for field in service.form.fields().iter().filter(|field| !is_upload(Some(field))) {
        let Kind::Group(inner, count) = &field.kind else {
            if let Some((_, controls)) = groups.last_mut().filter(|(title, _)| title.is_empty()) {
                controls.push(control(&field.code, field));
            } else {
                groups.push((Text::default(), vec![control(&field.code, field)]));
            }
            continue;
        };
        for number in 1..=(items(values, &field.code) + 1).min(count.most) {
            let of = |inner: &Field| control(&format!("{}.{number}.{}", field.code, inner.code), inner);
            let mut title = Text::of(city, &field.title, language);
            title.text = format!("{} {}", title.text, language.count(number as u64));
            groups.push((title, inner.iter().map(of).collect()));
        }
    }
    groups.retain(|(_, controls)| !controls.is_empty());
    groups
}

/// How many items of a group are filled in.
fn items(values: &Values, group: &str) -> usize {
    let prefix = format!("{PREFIX}{group}.");
    let given = values.iter().filter(|(_, value)| !value.trim().is_empty());
    let numbers = given.filter_map(|(name, _)| name.strip_prefix(&prefix)?.split_once('.')?.0.parse().ok());
    numbers.max().unwrap_or(0)
}
