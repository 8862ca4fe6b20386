//! The pages that most requests have: where it is, whether others reported it, what it is, and how to reach whoever asks.

use super::Place;
use super::view::{ACCEPTED, Frame, QuestionsPage, files_of, frame, layout, questions, summary_of};
use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::portal::control::{Control, Look, Values, Wrong};
use crate::portal::guest::Guest;
use crate::portal::say::{self, Text};
use crate::problem::Problem;
use askama::Template;
use axum::response::Response;
use office::cases::{Similar, similar};
use office::city::{Asked, City, Service};
use office::intake::Step;
use terms::{CaseKind, Purpose, Reference};
use wording::{Argument, Language};

#[derive(Template)]
#[template(path = "portal/ask_where.html")]
pub(super) struct WherePage {
    frame: Frame,
    layout: Layout,
    language: Language,
    controls: Vec<Control>,
    position: Vec<Control>,
    map: MapWords,
    optional: bool,
    /// Whether the position in numbers is unfolded.
    unfolded: bool,
}

#[derive(Template)]
#[template(path = "portal/ask_similar.html")]
struct SimilarPage {
    frame: Frame,
    layout: Layout,
    language: Language,
    reports: Vec<SimilarView>,
}

struct SimilarView {
    reference: Reference,
    words: String,
    place: String,
    since: String,
    distance: String,
    picture: Option<String>,
}

pub(super) fn where_page(
    app: &App,
    guest: &Guest,
    place: &Place<'_>,
    (values, wrong): (&Values, &Wrong),
) -> WherePage {
    let (city, language) = (&app.office.city, guest.language);
    let title = language.say("ask-where-title");
    let (controls, position) = where_controls(city, language, (values, wrong));
    let unfolded = position.iter().any(|control| control.error.is_some() || !control.value.is_empty());
    let mut frame = frame(app, guest, place, (&Step::Where, &title));
    frame.errors = summary_of(controls.iter().chain(&position), wrong);
    WherePage {
        layout: layout(app, guest, &frame),
        frame,
        language,
        controls,
        position,
        map: map_words(app, language),
        optional: place.service.page.place == Asked::Optional,
        unfolded,
    }
}

/// What a map on which a place is chosen has to know.
pub(crate) struct MapWords {
    pub(crate) tiles: Option<String>,
    /// What it says of the place in its middle, with `{name}` for the part of the city.
    pub(crate) chosen: String,
    pub(crate) nowhere: String,
}

pub(crate) fn map_words(app: &App, language: Language) -> MapWords {
    let city = app.office.city.name.text(language.tag());
    MapWords {
        tiles: app.settings.tiles.clone(),
        chosen: language.say_with("ask-where-district", &[("district", Argument::Words("{name}"))]),
        nowhere: language.say_with("ask-where-outside", &[("city", Argument::Words(city))]),
    }
}

/// Where it is, in words; and in numbers.
pub(crate) fn where_controls(
    city: &City,
    language: Language,
    (values, wrong): (&Values, &Wrong),
) -> (Vec<Control>, Vec<Control>) {
    let said = |key: &str| Text::said(language, key);
    let mut controls = vec![
        Control::line(language, "address", said("ask-where-address"))
            .hinted(said("ask-where-address-hint"))
            .completing("street-address")
            .with(values, wrong),
    ];
    if !city.districts.is_empty() {
        let mut choices = vec![(String::new(), said("ask-where-unsure"))];
        choices.extend(
            city.districts
                .values()
                .map(|district| (district.code.to_string(), Text::of(city, &district.name, language))),
        );
        controls.push(
            Control::line(language, "district", said("ask-where-part"))
                .looking(Look::Select)
                .choosing(choices)
                .with(values, wrong),
        );
    }
    let degree = |name: &str, key: &str| {
        Control::line(language, name, said(key)).looking(Look::Line("decimal")).with(values, wrong)
    };
    (controls, vec![degree("lat", "ask-where-lat"), degree("long", "ask-where-long")])
}

pub(super) async fn similar_page(app: &App, guest: &Guest, place: &Place<'_>) -> Response {
    let (service, language) = (place.service.code.clone(), guest.language);
    let Some(at) = place.draft.place.position else {
        return refuse(app, &guest.visitor, &Problem::not_found("page"));
    };
    let act = guest.act(app, Purpose::Service);
    let found = app
        .office
        .read(act, move |tx, act| {
            let service = act.city().services.get(&service).ok_or(office::Refusal::NotFound("service"))?;
            similar(tx, act, service, at)
        })
        .await;
    match found {
        Err(refusal) => refuse(app, &guest.visitor, &refusal.into()),
        Ok(found) => {
            let title = if found.is_empty() { "ask-similar-none" } else { "ask-similar-title" };
            let frame = frame(app, guest, place, (&Step::Similar, &language.say(title)));
            let reports = found.iter().map(|similar| similar_view(app, language, similar)).collect();
            render(&SimilarPage { layout: layout(app, guest, &frame), frame, language, reports })
        }
    }
}

fn similar_view(app: &App, language: Language, similar: &Similar) -> SimilarView {
    let case = &similar.case;
    #[expect(clippy::cast_possible_truncation, reason = "at most a few hundred metres")]
    let metres = (similar.metres / 10.0).round() as i64 * 10;
    SimilarView {
        reference: case.reference,
        words: case.told.description.clone(),
        place: case.told.place.address.clone().unwrap_or_default(),
        since: say::moment(&app.office.city, language, case.state.opened_at),
        distance: language.say_with("ask-similar-metres", &[("count", Argument::Count(metres.max(10)))]),
        picture: similar.picture.map(|id| format!("/reports/{}/pictures/{id}", case.reference)),
    }
}

pub(super) fn details(
    app: &App,
    guest: &Guest,
    place: &Place<'_>,
    (values, wrong): (&Values, &Wrong),
) -> QuestionsPage {
    let language = guest.language;
    let control = details_control(language, place.service, (values, wrong));
    let frame = frame(app, guest, place, (&Step::Details, &control.label.text));
    questions((app, guest), frame, vec![control.heading()], wrong)
}

/// What it is about, in words of one's own.
pub(crate) fn details_control(
    language: Language,
    service: &Service,
    (values, wrong): (&Values, &Wrong),
) -> Control {
    let kind = match service.kind {
        CaseKind::Report => "report",
        CaseKind::Complaint | CaseKind::Appeal => "complaint",
        CaseKind::Compliment => "compliment",
        CaseKind::Enquiry | CaseKind::Application | CaseKind::Booking | CaseKind::RecordsRequest => "other",
    };
    let label = Text::said(language, &format!("ask-details-{kind}"));
    Control::line(language, "description", label)
        .looking(Look::Text)
        .hinted(Text::said(language, "ask-details-hint"))
        .with(values, wrong)
}

pub(super) async fn photos(app: &App, guest: &Guest, place: &Place<'_>, wrong: &Wrong) -> QuestionsPage {
    let control = photos_control(guest.language, wrong);
    let frame = frame(app, guest, place, (&Step::Photos, &control.label.text));
    QuestionsPage {
        files: files_of(app, guest, place).await,
        ..questions((app, guest), frame, vec![control.heading()], wrong)
    }
}

/// Pictures and papers that belong to it.
pub(crate) fn photos_control(language: Language, wrong: &Wrong) -> Control {
    let label = Text::said(language, "ask-photos-title");
    Control { accept: ACCEPTED, ..Control::line(language, "files", label) }
        .looking(Look::Files)
        .hinted(Text::said(language, "ask-photos-hint"))
        .with(&Values::new(), wrong)
}

pub(super) fn contact(
    app: &App,
    guest: &Guest,
    place: &Place<'_>,
    (values, wrong): (&Values, &Wrong),
) -> QuestionsPage {
    let language = guest.language;
    let title = Text::said(language, "ask-contact-title");
    let frame = frame(app, guest, place, (&Step::Contact, &title.text));
    let controls = contact_controls(app, language, (values, wrong));
    let text = language.say("ask-contact-text");
    QuestionsPage { title: Some(title), text: Some(text), ..questions((app, guest), frame, controls, wrong) }
}

/// How somebody is reached.
pub(crate) fn contact_controls(
    app: &App,
    language: Language,
    (values, wrong): (&Values, &Wrong),
) -> Vec<Control> {
    let said = |key: &str| Text::said(language, key);
    let line = |name: &str, kind: &'static str, autocomplete: &'static str| {
        Control::line(language, name, said(&format!("ask-contact-{name}")))
            .looking(Look::Line(kind))
            .completing(autocomplete)
            .with(values, wrong)
    };
    let spoken = app.office.city.languages.iter().filter_map(|tag| Language::of(tag));
    let choices = spoken.map(|spoken| (spoken.tag().to_owned(), Text::name_of(spoken))).collect();
    let mut values = values.clone();
    if !values.iter().any(|(name, _)| name == "language") {
        values.push(("language".to_owned(), language.tag().to_owned()));
    }
    let speak = Control::line(language, "language", said("ask-contact-language"))
        .looking(Look::Select)
        .choosing(choices)
        .with(&values, wrong);
    vec![line("name", "text", "name"), line("email", "email", "email"), line("phone", "tel", "tel"), speak]
}

pub(super) fn about(
    app: &App,
    guest: &Guest,
    place: &Place<'_>,
    (values, wrong): (&Values, &Wrong),
) -> QuestionsPage {
    let control = about_control(&app.office.city, guest.language, (values, wrong));
    let frame = frame(app, guest, place, (&Step::About, &control.label.text));
    questions((app, guest), frame, vec![control.heading()], wrong)
}

/// Whom it is about.
pub(crate) fn about_control(city: &City, language: Language, (values, wrong): (&Values, &Wrong)) -> Control {
    let label = Text::said(language, "ask-about-title");
    let mut choices = vec![
        (String::new(), Text::said(language, "ask-about-choose")),
        ("city".to_owned(), Text::said(language, "ask-about-city")),
    ];
    choices.extend(
        city.agencies.values().map(|a| (format!("agency:{}", a.code), Text::of(city, &a.name, language))),
    );
    choices.extend(
        city.offices.values().map(|o| (format!("office:{}", o.code), Text::of(city, &o.name, language))),
    );
    choices.extend(city.officers.values().filter_map(|officer| {
        let name = officer.public_name.as_ref()?;
        let agency = officer.agency.as_ref().and_then(|code| city.agencies.get(code));
        let agency = agency.map_or("", |agency| agency.name.text(language.tag()));
        let who = if agency.is_empty() { name.clone() } else { format!("{name} ({agency})") };
        Some((format!("officer:{}", officer.code), Text::plain(who)))
    }));
    Control::line(language, "about", label)
        .looking(Look::Select)
        .choosing(choices)
        .hinted(Text::said(language, "ask-about-hint"))
        .with(values, wrong)
}
