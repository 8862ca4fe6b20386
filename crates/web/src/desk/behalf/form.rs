//! The one page on which an officer writes down who asks, for what and where.

use super::beside::{self, BesideView};
use super::{address, files, over, placed, read, value};
use crate::App;
use crate::desk::frame::Frame;
use crate::desk::officer::{Desk, Posted};
use crate::desk::shift::CHANNELS;
use crate::pages::render;
use crate::portal::ask::Place;
use crate::portal::ask::pages::{
    about_control, contact_controls, details_control, photos_control, where_controls,
};
use crate::portal::ask::read::{Typed, must_reach, person_of, rearranged};
use crate::portal::ask::view::{FileView, GroupView, questions_of};
use crate::portal::control::{Control, ErrorLine, Look, Values, Wrong, summary};
use crate::portal::guest::random;
use crate::portal::say::{self, Text};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use forms::{Field, Page};
use office::city::{Asked, Service};
use office::intake::{self, Beside, Step, Writing};
use office::{Refusal, Verb};
use terms::{AskingId, CustomerId, ServiceCode};
use wording::Language;

#[derive(Template)]
#[template(path = "desk/behalf/form.html")]
struct FormPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    service: Text,
    action: String,
    removal: String,
    script: Script,
    over: Control,
    customer: Vec<Control>,
    /// What is said of how they are reached.
    reach: String,
    about: Option<Control>,
    place: Vec<Control>,
    position: Vec<Control>,
    unfolded: bool,
    sections: Vec<Section>,
    details: Control,
    /// Pictures and papers that belong to it, and those that are there.
    photos: Option<Control>,
    files: Vec<FileView>,
    once: String,
    beside: BesideView,
}

/// What an officer says, in the language of whoever asks.
struct Script {
    language: Language,
    lines: Vec<Text>,
    need: Vec<Text>,
    promise: Vec<String>,
}

/// A page of the service's form.
struct Section {
    code: String,
    title: Option<Text>,
    controls: Vec<Control>,
    groups: Vec<GroupView>,
}

/// `GET /desk/new/{id}`
pub(super) async fn page(State(app): State<App>, Path(id): Path<String>, desk: Desk) -> Response {
    match placed(&app, &desk, &id).await {
        Ok((place, _)) => {
            let values = place.draft.typed.clone();
            show(&app, &desk, &place, (&values, &Wrong::new())).await
        }
        Err(response) => response,
    }
}

/// `POST /desk/new/{id}`: everything typed is kept, whatever is wrong with it.
pub(super) async fn write(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let (place, writing) = match placed(&app, desk, &id).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let id = writing.asking.id;
    let language = desk.language;
    let fields = rearranged(Typed { fields: &posted.fields, language });
    let typed = read::typed(fields);
    let sent: Vec<&str> = posted.files.iter().map(|file| file.field.as_str()).collect();
    let (draft, mut wrong) = read::whole(&app, language, &place, (&typed, &sent));
    let (place, unfit) = match save(&app, &posted, (id, place), draft).await {
        Ok(saved) => saved,
        Err(refusal) => return desk.refuse(&app, &refusal.into()),
    };
    if posted.text("do") == "read" {
        wrong.extend(unfit);
        if wrong.is_empty() {
            return Redirect::to(&address(desk, id, "/check")).into_response();
        }
        return show(&app, desk, &place, (&typed, &wrong)).await;
    }
    let mut values = place.draft.typed.clone();
    values.extend(posted.all("more").map(|group| ("more".to_owned(), group.to_owned())));
    show(&app, desk, &place, (&values, &unfit)).await
}

/// Keeps what was typed and what was brought, and takes a customer for the one who asks or lets them go, as a button says.
/// With it goes what is wrong with the files.
async fn save<'p>(
    app: &App,
    posted: &Posted,
    (id, place): (AskingId, Place<'p>),
    draft: intake::Draft,
) -> Verb<(Place<'p>, Wrong)> {
    let writing = save_typed(app, posted, (id, place.service.code.clone()), draft).await?;
    let place = Place { draft: writing.draft, ..place };
    let unfit = files::take(app, posted, (id, &place)).await?;
    Ok((place, unfit))
}

async fn save_typed(
    app: &App,
    posted: &Posted,
    (id, service): (AskingId, ServiceCode),
    draft: intake::Draft,
) -> Verb<Writing> {
    let chosen = posted.text("customer").parse::<CustomerId>().ok();
    let nobody = posted.text("nobody") == "yes";
    app.office
        .write(posted.desk.act(app), move |tx, act| {
            let service = act.city().services.get(&service).ok_or(Refusal::NotFound("service"))?;
            let kept = intake::write_for(tx, act, id, &|kept| {
                let read = intake::Draft { customer: kept.customer, ..draft.clone() };
                *kept = files::carried(service, (kept, read));
            })?;
            match chosen {
                Some(customer) => intake::choose_customer(tx, act, id, customer),
                None if nobody => intake::forget_customer(tx, act, id),
                None => Ok(kept),
            }
        })
        .await
}

/// The page, with what was typed and what is wrong with it.
pub(super) async fn show(
    app: &App,
    desk: &Desk,
    place: &Place<'_>,
    (values, wrong): (&Values, &Wrong),
) -> Response {
    let (service, draft) = (place.service.code.clone(), place.draft.clone());
    let person = person_of(Typed { fields: values, language: desk.language });
    let read = app
        .office
        .read(desk.act(app), move |tx, act| intake::beside(tx, act, &service, (&draft, &person)))
        .await;
    let beside = match read {
        Ok(beside) => beside,
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let page = form_page(app, desk, place, (values, wrong, &beside));
    let page = FormPage { files: files::kept(app, desk, place.asking).await, ..page };
    let mut response = Desk::private(render(&page));
    if !wrong.is_empty() && response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

fn form_page(
    app: &App,
    desk: &Desk,
    place: &Place<'_>,
    (values, wrong, known): (&Values, &Wrong, &Beside),
) -> FormPage {
    let (city, language, service) = (&app.office.city, desk.language, place.service);
    let name = Text::of(city, &service.name, language);
    let steps = place.draft.steps(service, &place.today);
    let (spots, position) = match service.page.place {
        Asked::Never => (Vec::new(), Vec::new()),
        Asked::Required | Asked::Optional => where_controls(city, language, (values, wrong)),
    };
    let at = |page: &str| place.asking.map(|id| address(desk, id, page)).unwrap_or_default();
    let reach = if must_reach(service) { "behalf-who-needed" } else { "behalf-who-hint" };
    let mut page = FormPage {
        frame: Frame::new(app, desk, &name.text),
        errors: Vec::new(),
        action: at(""),
        removal: at("/removal"),
        script: script(app, service, spoken(app, language, values)),
        over: channel(desk, (values, wrong)),
        customer: customer(app, language, (values, wrong)),
        reach: language.say(reach),
        about: steps.contains(&Step::About).then(|| about_control(city, language, (values, wrong))),
        place: unfilled(spots),
        unfolded: position.iter().any(|control| control.error.is_some() || !control.value.is_empty()),
        position,
        sections: sections(app, language, place, (values, wrong)),
        details: details_control(language, service, (values, wrong)),
        photos: service.page.photos.then(|| photos_control(language, wrong)),
        files: Vec::new(),
        once: random(app),
        beside: beside::view(app, desk, known, values),
        service: name,
    };
    page.errors = summary(&page.controls(), wrong);
    page.frame.layout.error = !page.errors.is_empty();
    page
}

impl FormPage {
    /// Everything that is asked, in the order of the page.
    fn controls(&self) -> Vec<&Control> {
        let sections = self.sections.iter().flat_map(|section| {
            let inner = section.groups.iter().flat_map(|group| group.items.iter().flatten());
            section.controls.iter().chain(inner)
        });
        let first = std::iter::once(&self.over).chain(&self.customer).chain(&self.about);
        let last = std::iter::once(&self.details).chain(&self.photos);
        first.chain(&self.place).chain(&self.position).chain(sections).chain(last).collect()
    }
}

/// The language in which whoever asks is spoken to.
pub(super) fn spoken(app: &App, own: Language, values: &Values) -> Language {
    let chosen = value(values, "language");
    let known = app.office.city.languages.iter().find(|tag| *tag == chosen);
    known.and_then(|tag| Language::of(tag)).unwrap_or(own)
}

fn script(app: &App, service: &Service, language: Language) -> Script {
    let city = &app.office.city;
    let page = &service.page;
    let lines = [&service.help, &page.who, &page.cost].into_iter().filter(|text| !text.is_empty());
    Script {
        language,
        lines: lines.map(|text| Text::of(city, text, language)).collect(),
        need: page.need.iter().map(|text| Text::of(city, text, language)).collect(),
        promise: say::promise(app, service, language),
    }
}

pub(in crate::desk) fn channel(desk: &Desk, (values, wrong): (&Values, &Wrong)) -> Control {
    let language = desk.language;
    let named = |channel: &terms::Channel| {
        let key = format!("channel-{}", channel.as_str());
        (channel.as_str().to_owned(), Text::said(language, &key))
    };
    let chosen = over(desk, value(values, "over")).as_str().to_owned();
    Control::line(language, "over", Text::said(language, "behalf-over"))
        .looking(Look::Select)
        .choosing(CHANNELS.iter().map(named).collect())
        .with(&vec![("over".to_owned(), chosen)], wrong)
}

/// Who asks. The browser of an officer has nothing of its own to fill in.
fn customer(app: &App, language: Language, shown: (&Values, &Wrong)) -> Vec<Control> {
    let controls = contact_controls(app, language, shown).into_iter();
    let controls = controls.map(|control| {
        let label = Text::said(language, &format!("behalf-{}", control.name));
        Control { label, ..control }
    });
    unfilled(controls.collect())
}

fn unfilled(controls: Vec<Control>) -> Vec<Control> {
    controls.into_iter().map(|control| Control { autocomplete: "off", ..control }).collect()
}

/// The pages of the service's form that are asked, as parts of this page.
fn sections(
    app: &App,
    language: Language,
    place: &Place<'_>,
    (values, wrong): (&Values, &Wrong),
) -> Vec<Section> {
    let (city, form) = (&app.office.city, &place.service.form);
    let section = |page: &Page| {
        let fields: Vec<&Field> = page.ask.iter().filter_map(|code| form.field(code)).collect();
        let (controls, groups) = questions_of(city, language, &fields, (values, wrong));
        Section {
            code: page.code.clone(),
            title: page.title.as_ref().map(|title| Text::of(city, title, language)),
            controls,
            groups,
        }
    };
    let answers = place.draft.typed(place.service);
    form.pages(&answers, &place.today).into_iter().map(section).collect()
}
