//! Everything once more before it is sent: what was written, with a way to change each thing.

use super::Place;
use super::read::is_upload;
use super::view::{FileView, Frame, files_of, frame, layout};
use crate::App;
use crate::pages::Layout;
use crate::portal::control::{ErrorLine, Wrong};
use crate::portal::guest::Guest;
use crate::portal::say::{self, Text};
use askama::Template;
use forms::{Field, Kind};
use office::city::{City, Service};
use office::intake::Step;
use terms::{Answer, CaseKind};
use wording::Language;

#[derive(Template)]
#[template(path = "portal/ask_check.html")]
pub(super) struct CheckPage {
    frame: Frame,
    layout: Layout,
    language: Language,
    rows: Vec<Row>,
    files: Vec<FileView>,
    files_href: String,
    promise: Vec<String>,
    send: String,
}

/// A line of what was written.
struct Row {
    name: Text,
    values: Vec<Text>,
    href: String,
}

pub(super) async fn check(app: &App, guest: &Guest, place: &Place<'_>, wrong: &Wrong) -> CheckPage {
    let language = guest.language;
    let mut frame = frame(app, guest, place, (&Step::Check, &language.say("ask-check-title")));
    let base = place.asking.map(|id| format!("/asking/{id}")).unwrap_or_default();
    // What is wrong is mended on the page where it is asked.
    let steps = place.draft.steps(place.service, &place.today);
    frame.errors = wrong
        .iter()
        .map(|(name, text)| {
            let top = name.trim_start_matches("attribute[").split(['.', ']']).next().unwrap_or_default();
            let asked = |step: &&Step| match step {
                Step::Form(code) => place
                    .draft
                    .form_page(place.service, &place.today, code)
                    .is_some_and(|page| page.ask.iter().any(|asked| asked == top)),
                other => other.name() == top,
            };
            let step = steps.iter().find(asked).map(Step::name);
            ErrorLine {
                href: step.map_or_else(|| "#main".to_owned(), |step| format!("{base}/{step}")),
                text: text.clone(),
            }
        })
        .collect();
    let kind = place.service.kind;
    CheckPage {
        rows: rows(app, guest, place, &base),
        files: files_of(app, guest, place).await,
        files_href: format!("{base}/photos"),
        promise: say::promise(app, place.service, language),
        send: language.say(if kind == CaseKind::Report { "ask-check-send-report" } else { "ask-check-send" }),
        layout: layout(app, guest, &frame),
        frame,
        language,
    }
}

fn rows(app: &App, guest: &Guest, place: &Place<'_>, base: &str) -> Vec<Row> {
    let (city, language, draft) = (&app.office.city, guest.language, &place.draft);
    let row = |key: &str, step: &Step, values: Vec<String>| Row {
        name: Text::said(language, key),
        values: values.into_iter().filter(|value| !value.is_empty()).map(Text::plain).collect(),
        href: format!("{base}/{}", step.name()),
    };
    let mut rows = Vec::new();
    for step in draft.steps(place.service, &place.today) {
        match &step {
            Step::Form(code) => {
                if let Some(page) = draft.form_page(place.service, &place.today, code) {
                    rows.extend(form_rows(city, language, place, (page, &format!("{base}/{}", step.name()))));
                }
            }
            Step::Where => {
                let district = draft.district.as_ref().or_else(|| city.district_of(&draft.place));
                let district = district.and_then(|code| city.districts.get(code));
                let position = draft.place.position.map(|at| format!("{:.5}, {:.5}", at.lat, at.long));
                let values = [
                    draft.place.address.clone(),
                    district.map(|district| district.name.text(language.tag()).to_owned()),
                    position.filter(|_| draft.place.address.is_none()),
                ];
                rows.push(row("ask-where-title", &step, values.into_iter().flatten().collect()));
            }
            Step::Similar => {
                rows.extend(draft.same_as.map(|same| row("ask-check-same", &step, vec![same.to_string()])));
            }
            Step::Details => rows.push(row("ask-check-details", &step, vec![draft.description.clone()])),
            Step::Contact => {
                let person = &draft.person;
                let values = [person.name.clone(), person.email.clone(), person.phone.clone()];
                rows.push(row("ask-check-contact", &step, values.into_iter().flatten().collect()));
            }
            Step::About => {
                rows.push(row("ask-check-about", &step, vec![about_name(city, language, &draft.about)]));
            }
            Step::Photos | Step::Check => {}
        }
    }
    rows
}

/// Whom a complaint is about, by name.
pub(crate) fn about_name(city: &City, language: Language, about: &terms::About) -> String {
    let tag = language.tag();
    let officer = about.officer.as_ref().and_then(|code| city.officers.get(code));
    let office = about.office.as_ref().and_then(|code| city.offices.get(code));
    let agency = about.agency.as_ref().and_then(|code| city.agencies.get(code));
    officer
        .and_then(|officer| officer.public_name.clone())
        .or_else(|| office.map(|office| office.name.text(tag).to_owned()))
        .or_else(|| agency.map(|agency| agency.name.text(tag).to_owned()))
        .unwrap_or_else(|| language.say("ask-about-city"))
}

fn form_rows(
    city: &City,
    language: Language,
    place: &Place<'_>,
    (page, href): (&forms::Page, &str),
) -> Vec<Row> {
    let answers = &place.draft.answers;
    let asked =
        page.ask.iter().filter_map(|code| field_in_words(city, language, place.service, (code, answers)));
    asked.map(|(name, values)| Row { name, values, href: href.to_owned() }).collect()
}

/// What was answered to a form, in its order.
pub(crate) fn answers_in_words(
    city: &City,
    language: Language,
    service: &Service,
    answers: &[Answer],
) -> Vec<(Text, Vec<Text>)> {
    let asked = service.form.fields().iter().map(|field| &field.code);
    let answered = asked.filter_map(|code| field_in_words(city, language, service, (code, answers)));
    answered.filter(|(_, values)| !values.is_empty()).collect()
}

/// A field's name and what was answered to it; nothing for files, which are shown by themselves.
fn field_in_words(
    city: &City,
    language: Language,
    service: &Service,
    (code, answers): (&str, &[Answer]),
) -> Option<(Text, Vec<Text>)> {
    let form = &service.form;
    let field = form.field(code).filter(|field| !is_upload(Some(field)))?;
    let prefix = format!("{code}.");
    let answers = answers.iter().filter(|answer| answer.code == code || answer.code.starts_with(&prefix));
    let values = answers.flat_map(|answer| {
        let of = form.field(&answer.code);
        answer.values.iter().map(move |value| answer_text(city, language, of, value))
    });
    Some((Text::of(city, &field.title, language), values.collect()))
}

/// An answer as people read it.
pub(crate) fn answer_text(city: &City, language: Language, field: Option<&Field>, value: &str) -> Text {
    let Some(field) = field else { return Text::plain(value) };
    match &field.kind {
        Kind::YesNo if value == "true" => Text::said(language, "answer-yes"),
        Kind::YesNo if value == "false" => Text::said(language, "answer-no"),
        Kind::Date => value
            .parse::<jiff::civil::Date>()
            .map_or_else(|_| Text::plain(value), |day| Text::plain(language.date(day))),
        _ => {
            let choice = field.choices().iter().find(|choice| choice.key == value);
            choice.map_or_else(|| Text::plain(value), |choice| Text::of(city, &choice.name, language))
        }
    }
}
