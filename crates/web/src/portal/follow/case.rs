//! The page of a case for its customer.

use super::mine;
use super::standing::{Standing, standing};
use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::portal::ask::check::{about_name, answers_in_words};
use crate::portal::files::serve;
use crate::portal::guest::Guest;
use crate::portal::say::{self, Text};
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use office::cases::{Audience, Entry, Whole, timeline};
use office::customers::{self, Reached, masked};
use office::{cases, intake};
use records::files::{File, Part};
use terms::{Case, CaseKind, EventKind, FileId, Reference, Status};
use wording::{Argument, Language};

#[derive(Template)]
#[template(path = "portal/case.html")]
struct CasePage {
    layout: Layout,
    language: Language,
    /// Markup: the reference in it is never broken between two lines. Nobody's words are in it.
    heading: String,
    reference: Reference,
    service: Text,
    standing: Standing,
    /// The question that the customer has to answer.
    question: Option<String>,
    who: Who,
    lines: Vec<Line>,
    files: Vec<FileLine>,
    words: String,
    answers: Vec<(Text, Vec<Text>)>,
    place: String,
    about: Option<String>,
    reached: Vec<String>,
    acts: Vec<ActLink>,
    public: Option<String>,
}

/// Who is responsible, and how to reach them.
struct Who {
    name: String,
    agency: Text,
    office: Option<Place>,
    phone: Option<String>,
    email: Option<String>,
    taken: bool,
}

/// Where they are received.
struct Place {
    name: Text,
    address: String,
}

/// A line of the timeline.
struct Line {
    at: String,
    sentence: String,
    words: Option<String>,
    /// From the customer, to them, or neither.
    side: &'static str,
}

struct FileLine {
    href: String,
    name: String,
    picture: bool,
}

/// Something that the customer can do.
struct ActLink {
    href: String,
    name: String,
}

/// `GET /cases/{reference}`
pub(crate) async fn page(State(app): State<App>, Path(reference): Path<String>, guest: Guest) -> Response {
    let (reference, case) = match mine(&app, &guest, &reference).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let act = guest.act_on(&app, case);
    let found = app
        .office
        .read(act, move |tx, act| {
            let whole = cases::whole(tx, act, &reference)?;
            let reached = customers::reached(tx, act, &whole.case)?;
            let files = cases::files_of(tx, act, &whole.case)?;
            Ok((whole, reached, files))
        })
        .await;
    match found {
        Ok((whole, reached, files)) => {
            guest.private(render(&case_page(&app, &guest, &whole, (reached.as_ref(), &files))))
        }
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

fn case_page(
    app: &App,
    guest: &Guest,
    whole: &Whole,
    (reached, files): (Option<&Reached>, &[File]),
) -> CasePage {
    let (city, language, case) = (&app.office.city, guest.language, &whole.case);
    let service = city.services.get(&case.state.service);
    let reference = case.reference;
    let entries = timeline(city, &whole.events, &whole.contacts, Audience::Customer, language);
    let name = reference.to_string();
    let title = language.say_with("case-title", &[("reference", Argument::Words(&name))]);
    let question = entries.iter().rfind(|entry| entry.kind == EventKind::WaitStarted);
    let question =
        question.filter(|_| case.state.status == Status::Waiting).and_then(|entry| entry.words.clone());
    let about = matches!(case.state.kind, CaseKind::Complaint | CaseKind::Compliment | CaseKind::Appeal);
    CasePage {
        layout: guest.layout(app, &title),
        language,
        heading: title.replace(&name, &format!("<span class=\"rot-whole\">{name}</span>")),
        reference,
        service: service.map(|service| Text::of(city, &service.name, language)).unwrap_or_default(),
        standing: standing(city, language, whole, app.office.now()),
        question,
        who: who(app, language, whole),
        lines: entries.iter().rev().map(|entry| line(app, language, entry)).collect(),
        files: files.iter().map(|file| file_line(reference, file)).collect(),
        words: case.told.description.clone(),
        answers: service
            .map(|service| answers_in_words(city, language, service, &case.told.answers))
            .unwrap_or_default(),
        place: case.told.place.address.clone().unwrap_or_default(),
        about: about.then(|| about_name(city, language, &case.state.about)),
        reached: reached.map(|reached| reached.points.iter().map(masked).collect()).unwrap_or_default(),
        acts: acts(app, language, whole),
        public: case.state.public.then(|| format!("/reports/{reference}")),
    }
}

/// Never an anonymous department: the officer who took it, or the one who answers for the agency.
fn who(app: &App, language: Language, whole: &Whole) -> Who {
    let city = &app.office.city;
    let state = &whole.case.state;
    let agency = city.agencies.get(&state.agency);
    let named = |code| {
        city.officers.get(code).filter(|officer: &&office::city::Officer| officer.public_name.is_some())
    };
    let taken = state.assignee.as_ref().and_then(named);
    let answering = agency.and_then(|agency| agency.answers.as_ref()).and_then(named);
    let officer = taken.or(answering);
    let office = officer.and_then(|officer| officer.office.as_ref()).and_then(|code| city.offices.get(code));
    let office = office.or_else(|| city.offices.values().find(|office| office.agency == state.agency));
    Who {
        name: officer.and_then(|officer| officer.public_name.clone()).unwrap_or_default(),
        agency: agency.map(|agency| Text::of(city, &agency.name, language)).unwrap_or_default(),
        phone: agency
            .and_then(|agency| agency.phone.clone())
            .or_else(|| office.and_then(|office| office.phone.clone())),
        email: agency
            .and_then(|agency| agency.email.clone())
            .or_else(|| office.and_then(|office| office.email.clone())),
        office: office.map(|office| Place {
            name: Text::of(city, &office.name, language),
            address: office.address.clone(),
        }),
        taken: taken.is_some(),
    }
}

fn line(app: &App, language: Language, entry: &Entry) -> Line {
    let side = match entry.kind {
        EventKind::Heard | EventKind::Withdrawn | EventKind::Rated => "in",
        EventKind::Replied | EventKind::WaitStarted | EventKind::Resolved => "out",
        _ => "",
    };
    Line {
        at: say::moment(&app.office.city, language, entry.at),
        sentence: entry.sentence.clone(),
        words: entry.words.clone(),
        side,
    }
}

fn file_line(reference: Reference, file: &File) -> FileLine {
    FileLine {
        href: format!("/cases/{reference}/files/{}", file.id),
        name: file.name.clone(),
        picture: file.kind.starts_with("image/"),
    }
}

/// What can be done now.
fn acts(app: &App, language: Language, whole: &Whole) -> Vec<ActLink> {
    let (city, state) = (&app.office.city, &whole.case.state);
    let reference = whole.case.reference;
    let mut acts = Vec::new();
    let mut offer = |name: &str| {
        let href = format!("/cases/{reference}/{name}");
        acts.push(ActLink { href, name: language.say(&format!("act-{name}")) });
    };
    if state.status == Status::Closed {
        offer("rating");
        offer("reopening");
    } else {
        offer("message");
        offer("withdrawal");
    }
    offer("contact");
    if city.service_of(CaseKind::Complaint).is_some() {
        offer("complaint");
    }
    let withdrawn = state.closure.as_ref().is_some_and(|closure| closure.outcome.as_str() == Case::WITHDRAWN);
    if state.status == Status::Closed && !withdrawn && city.service_of(CaseKind::Appeal).is_some() {
        offer("appeal");
    }
    acts
}

/// `GET /cases/{reference}/files/{file}`
pub(crate) async fn file(
    State(app): State<App>,
    Path((reference, file)): Path<(String, String)>,
    guest: Guest,
) -> Response {
    let (reference, case) = match mine(&app, &guest, &reference).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let Ok(id) = file.parse::<FileId>() else {
        return refuse(&app, &guest.visitor, &Problem::not_found("file"));
    };
    let act = guest.act_on(&app, case);
    let found = app.office.read(act, move |tx, act| cases::file(tx, act, &reference, id, Part::Whole)).await;
    match found.and_then(|(file, body)| Ok((file, intake::bytes_of(&body)?))) {
        Ok((file, bytes)) => serve(&file, bytes, Part::Whole),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}
