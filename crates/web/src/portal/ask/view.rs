//! The pages on which a request is written.

use super::files::asks_for_files;
use super::read::is_upload;
use super::{Place, Shown, check, pages};
use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::portal::control::{Control, ErrorLine, Values, Wrong, summary};
use crate::portal::guest::Guest;
use crate::portal::say::Text;
use crate::problem::Problem;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use forms::{Field, Kind};
use office::city::City;
use office::customers::Session;
use office::intake::{self, Step};
use office::{Act, Refusal};
use records::files::File;
use terms::{AskingId, Purpose, ServiceCode};
use wording::Language;

/// What every page of a request has.
pub(crate) struct Frame {
    pub(crate) title: String,
    /// The service.
    pub(crate) caption: Text,
    pub(crate) back: String,
    /// Where the form goes to; empty on a page without one.
    pub(crate) action: String,
    pub(crate) token: String,
    pub(crate) errors: Vec<ErrorLine>,
    /// The request, once it is kept.
    pub(crate) asking: Option<String>,
    pub(crate) multipart: bool,
}

/// A page of questions.
#[derive(Template)]
#[template(path = "portal/ask.html")]
pub(super) struct QuestionsPage {
    pub(super) frame: Frame,
    pub(super) layout: Layout,
    pub(super) language: Language,
    /// The heading, where no control is the heading.
    pub(super) title: Option<Text>,
    pub(super) text: Option<String>,
    pub(super) controls: Vec<Control>,
    pub(super) groups: Vec<GroupView>,
    pub(super) files: Vec<FileView>,
}

/// The same questions, for each of several.
pub(crate) struct GroupView {
    pub(crate) code: String,
    pub(crate) title: Text,
    pub(crate) hint: Text,
    pub(crate) items: Vec<Vec<Control>>,
    /// Whether there is room for one more.
    pub(crate) more: bool,
    pub(crate) error: Option<String>,
}

/// A file that was sent along.
pub(crate) struct FileView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) picture: bool,
}

#[derive(Template)]
#[template(path = "portal/ask_stop.html")]
struct StopPage {
    layout: Layout,
    language: Language,
    title: Text,
    text: Text,
    instead: Option<(String, Text)>,
    back: String,
}

/// A page of a request, with what was typed and what is wrong with it.
pub(super) async fn page(app: &App, guest: &Guest, place: &Place<'_>, shown: Shown<'_>) -> Response {
    let (step, values, wrong) = shown;
    let response = match step {
        Step::Form(code) => form(app, guest, place, (step, code, values, wrong)).await,
        Step::Where => render(&pages::where_page(app, guest, place, (values, wrong))),
        Step::Similar => pages::similar_page(app, guest, place).await,
        Step::Details => render(&pages::details(app, guest, place, (values, wrong))),
        Step::Photos => render(&pages::photos(app, guest, place, wrong).await),
        Step::Contact => render(&pages::contact(app, guest, place, (values, wrong))),
        Step::About => render(&pages::about(app, guest, place, (values, wrong))),
        Step::Check => render(&check::check(app, guest, place, wrong).await),
    };
    guest.private(response)
}

pub(super) fn frame(app: &App, guest: &Guest, place: &Place<'_>, (step, title): (&Step, &str)) -> Frame {
    let service = place.service;
    let before = place.draft.before(service, &place.today, step);
    let base = place.asking.map(|id| format!("/asking/{id}"));
    let back = match (&base, before) {
        (Some(base), Some(before)) => format!("{base}/{}", before.name()),
        _ => format!("/services/{}", service.code),
    };
    Frame {
        title: title.to_owned(),
        caption: Text::of(&app.office.city, &service.name, guest.language),
        back,
        action: base
            .map_or_else(|| format!("/ask/{}", service.code), |base| format!("{base}/{}", step.name())),
        token: guest.token(),
        errors: Vec::new(),
        asking: place.asking.map(|id| id.to_string()),
        multipart: asks_for_files(place, step),
    }
}

/// The layout of a page, which says in its title that something is wrong.
pub(super) fn layout(app: &App, guest: &Guest, frame: &Frame) -> Layout {
    let mut layout = guest.layout(app, &frame.title);
    layout.error = !frame.errors.is_empty();
    layout
}

async fn form(
    app: &App,
    guest: &Guest,
    place: &Place<'_>,
    (step, code, values, wrong): (&Step, &str, &Values, &Wrong),
) -> Response {
    let (city, language) = (&app.office.city, guest.language);
    let Some(asked) = place.draft.form_page(place.service, &place.today, code) else {
        return refuse(app, &guest.visitor, &Problem::not_found("page"));
    };
    let fields: Vec<&Field> = asked.ask.iter().filter_map(|code| place.service.form.field(code)).collect();
    let alone = fields.len() == 1 && asked.title.is_none();
    let (mut controls, groups) = questions_of(city, language, &fields, (values, wrong));
    if alone {
        controls = controls.into_iter().map(Control::heading).collect();
    }
    let title = asked.title.as_ref().map(|title| Text::of(city, title, language));
    let heading =
        title.clone().or_else(|| fields.first().map(|field| Text::of(city, &field.title, language)));
    let heading = heading.unwrap_or_default();
    let mut frame = frame(app, guest, place, (step, &heading.text));
    let inner = groups.iter().flat_map(|group| group.items.iter().flatten());
    frame.errors = summary_of(controls.iter().chain(inner), wrong);
    let shows_files = fields.iter().any(|field| is_upload(Some(field)));
    let files = if shows_files { files_of(app, guest, place).await } else { Vec::new() };
    let title = if alone && groups.is_empty() { None } else { Some(heading) };
    let page = QuestionsPage {
        layout: layout(app, guest, &frame),
        frame,
        language,
        title,
        text: None,
        controls,
        groups,
        files,
    };
    render(&page)
}

/// The controls of fields that are asked together, and the groups among them.
pub(crate) fn questions_of(
    city: &City,
    language: Language,
    fields: &[&Field],
    (values, wrong): (&Values, &Wrong),
) -> (Vec<Control>, Vec<GroupView>) {
    let (mut controls, mut groups) = (Vec::new(), Vec::new());
    for field in fields {
        let code = field.code.as_str();
        if let Kind::Group(inner, count) = &field.kind {
            groups.push(group(city, language, (code, field, inner, count.most), (values, wrong)));
        } else {
            let control = Control { accept: accepted(field), ..Control::of(city, language, (code, field)) };
            controls.push(control.with(values, wrong));
        }
    }
    (controls, groups)
}

/// The kinds of files that a browser offers to choose.
pub(crate) const ACCEPTED: &str = "image/jpeg,image/png,image/webp,application/pdf,text/plain";

/// Those among them that a field takes.
fn accepted(field: &Field) -> &'static str {
    match &field.kind {
        Kind::Upload(wanted, _) if wanted.starts_with("image/") => "image/jpeg,image/png,image/webp",
        _ => ACCEPTED,
    }
}

fn group(
    city: &City,
    language: Language,
    (code, field, inner, most): (&str, &Field, &[Field], usize),
    (values, wrong): (&Values, &Wrong),
) -> GroupView {
    let prefix = format!("{code}.");
    let typed = values
        .iter()
        .filter_map(|(name, _)| name.strip_prefix(&prefix)?.split('.').next()?.parse::<usize>().ok());
    let asked_more = values.iter().any(|(name, value)| name == "more" && value == code);
    let count = (typed.max().unwrap_or(0) + usize::from(asked_more)).clamp(1, most);
    let items = (1..=count)
        .map(|item| {
            let control = |field: &Field| {
                let name = format!("{code}.{item}.{}", field.code);
                Control::of(city, language, (&name, field)).with(values, wrong)
            };
            inner.iter().map(control).collect()
        })
        .collect();
    GroupView {
        code: code.to_owned(),
        title: Text::of(city, &field.title, language),
        hint: Text::of(city, &field.hint, language),
        items,
        more: count < most,
        error: wrong.iter().find(|(name, _)| name == code).map(|(_, text)| text.clone()),
    }
}

pub(super) fn summary_of<'c>(controls: impl Iterator<Item = &'c Control>, wrong: &Wrong) -> Vec<ErrorLine> {
    summary(&controls.collect::<Vec<_>>(), wrong)
}

pub(super) fn questions(
    (app, guest): (&App, &Guest),
    mut frame: Frame,
    controls: Vec<Control>,
    wrong: &Wrong,
) -> QuestionsPage {
    frame.errors = summary_of(controls.iter(), wrong);
    QuestionsPage {
        layout: layout(app, guest, &frame),
        frame,
        language: guest.language,
        title: None,
        text: None,
        controls,
        groups: Vec::new(),
        files: Vec::new(),
    }
}

pub(super) async fn files_of(app: &App, guest: &Guest, place: &Place<'_>) -> Vec<FileView> {
    let Some(id) = place.asking else { return Vec::new() };
    let writer = (guest.act(app, Purpose::Service), guest.session());
    kept_files(app, writer, (id, &format!("/asking/{id}/files/"))).await
}

/// The files of a request that is being written, with where their pictures are.
pub(crate) async fn kept_files(
    app: &App,
    (act, session): (Act, Session),
    (id, at): (AskingId, &str),
) -> Vec<FileView> {
    let files = app.office.read(act, move |tx, act| intake::attached(tx, act, &session, id)).await;
    let view = |file: File| FileView {
        href: format!("{at}{}", file.id),
        id: file.id.to_string(),
        picture: file.kind.starts_with("image/"),
        name: file.name,
    };
    files.unwrap_or_default().into_iter().map(view).collect()
}

/// The page that says that a service cannot be asked for here any more; what was written is not sent.
pub(super) fn gone(app: &App, guest: &Guest, service: &ServiceCode) -> Response {
    let (city, language) = (&app.office.city, guest.language);
    let title = Text::said(language, "ask-gone-title");
    let known = city.services.get(service);
    let page = StopPage {
        layout: guest.layout(app, &title.text),
        language,
        title,
        text: Text::said(language, "ask-gone-text"),
        instead: known.map(|known| (format!("/services/{service}"), Text::of(city, &known.name, language))),
        back: "/services".to_owned(),
    };
    let mut response = guest.private(render(&page));
    *response.status_mut() = StatusCode::GONE;
    response
}

/// Why a request cannot be shown in this browser; where it never was here or is no more, what may have become of it.
pub(super) fn lost(app: &App, guest: &Guest, refusal: Refusal) -> Response {
    if !matches!(refusal, Refusal::NotFound("request")) {
        return refuse(app, &guest.visitor, &refusal.into());
    }
    let language = guest.language;
    let title = Text::said(language, "ask-elsewhere-title");
    let page = StopPage {
        layout: guest.layout(app, &title.text),
        language,
        title,
        text: Text::said(language, "ask-elsewhere-text"),
        instead: Some(("/follow".to_owned(), Text::said(language, "follow-title"))),
        back: "/services".to_owned(),
    };
    let mut response = guest.private(render(&page));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

/// The page that says whom a service is not for, and where to go instead.
pub(super) fn stop(app: &App, guest: &Guest, place: &Place<'_>) -> Response {
    let (city, language) = (&app.office.city, guest.language);
    let answers = place.draft.typed(place.service);
    let Some(stop) = place.service.form.stop(&answers, &place.today) else {
        return axum::response::IntoResponse::into_response(axum::response::Redirect::to(&format!(
            "/asking/{}",
            place.asking.map(|id| id.to_string()).unwrap_or_default()
        )));
    };
    let title = Text::of(city, &stop.title, language);
    let instead = stop.service.as_ref().and_then(|code| city.services.get(code.as_str()));
    let last = place
        .draft
        .steps(place.service, &place.today)
        .into_iter()
        .rfind(|step| matches!(step, Step::Form(_)) && place.draft.done.contains(&step.name()));
    let base = place.asking.map(|id| format!("/asking/{id}")).unwrap_or_default();
    let page = StopPage {
        layout: guest.layout(app, &title.text),
        language,
        title,
        text: Text::of(city, &stop.text, language),
        instead: instead
            .map(|service| (format!("/services/{}", service.code), Text::of(city, &service.name, language))),
        back: last.map_or_else(|| base.clone(), |step| format!("{base}/{}", step.name())),
    };
    guest.private(render(&page))
}
