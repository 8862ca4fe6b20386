//! Showing a case: what is read for its page, and the page.

use super::composer::{Composer, composer};
use super::family::{Family, family};
use super::history::{Change, history};
use super::offers::{Group, offers};
use super::questions::{Question, questions};
use super::side::{Side, side};
use super::timeline::{Line, lines};
use super::{again, at, clocks, unsent};
use crate::App;
use crate::desk::articles::offered::{Offered, offered};
use crate::desk::frame::Frame;
use crate::desk::inbox;
use crate::desk::officer::{Desk, Posted};
use crate::desk::who::present_in_words;
use crate::pages::render;
use crate::portal::files::serve;
use crate::portal::guest::random;
use crate::portal::say::Text;
use crate::problem::Problem;
use crate::shelf::shelf;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use office::authority::{self, Offerable, Superior};
use office::cases::{Similar, Whole};
use office::customers::{Reached, Record};
use office::desk::{self, About, Macro, Present, Written};
use office::knowledge::Shelf;
use office::{Act, Refusal, Verb, cases, customers, intake};
use policy::{Action, Resource};
use records::Tx;
use records::cases::Filter;
use records::compositions::Composition;
use records::files::{File, Part};
use std::collections::BTreeSet;
use terms::{Case, CompositionState, ContactKind, Direction, FileId, Reference};
use wording::Language;

/// Other cases that are shown of a customer, and of those who reported the same.
const MOST_OTHERS: u32 = 6;
/// Children that are shown of a parent; it counts them all.
const MOST_CHILDREN: u32 = 100;

/// All that the page of a case is made of.
pub(super) struct Found {
    pub(super) whole: Whole,
    pub(super) reached: Option<Reached>,
    pub(super) files: Vec<File>,
    pub(super) about: About,
    /// What the same officer wrote about other cases and that is about to leave.
    pub(super) leaving: Vec<Composition>,
    pub(super) others: Vec<Case>,
    pub(super) joined: Vec<Reference>,
    pub(super) similar: Vec<Similar>,
    pub(super) may: BTreeSet<Action>,
    /// Who else is at it.
    pub(super) present: Vec<Present>,
    /// What whoever looks may offer, and who decides more.
    pub(super) offerable: Vec<Offerable>,
    /// Who is asked how the work ends, where a second person is needed.
    pub(super) decides_outcome: Option<Superior>,
    /// Some of the cases that are answered with it, and how many of all are open.
    pub(super) children: Vec<Case>,
    pub(super) open_children: i64,
    /// What several things at once can be done to it.
    pub(super) macros: Vec<Macro>,
}

impl Found {
    /// Whether its customer wrote more than the request itself.
    pub(super) fn has_messages(&self) -> bool {
        let asks = |contact: &terms::Contact| {
            contact.direction == Direction::Inbound && contact.kind == ContactKind::Message
        };
        self.whole.contacts.iter().any(asks)
    }
}

/// What a page has to say beyond the case.
#[derive(Default)]
pub(super) struct Told {
    /// Why what was sent did not work, and with which status that is said.
    pub(super) wrong: Option<(StatusCode, String)>,
    /// What was sent, where it is kept nowhere else.
    pub(super) typed: Option<Written>,
    /// The act that did not work, with what was filled in.
    pub(super) act: Option<(String, Vec<(String, String)>)>,
    /// The customer's record, which was asked for.
    pub(super) record: Option<Record>,
}

impl Told {
    /// All that was written, for where there is no case to show it at.
    pub(super) fn words(&self) -> String {
        let typed = self.typed.iter().map(|typed| typed.words.as_str());
        let filled = self.act.iter().flat_map(|(_, fields)| fields);
        let filled = filled.filter(|(name, _)| ["message", "words"].contains(&name.as_str()));
        let all = typed.chain(filled.map(|(_, words)| words.as_str()));
        all.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

#[derive(Template)]
#[template(path = "desk/case.html")]
struct CasePage {
    frame: Frame,
    case: CasePart,
}

/// All that is shown of a case, on a page of its own or beside its list.
#[derive(Template)]
#[template(path = "desk/case/part.html")]
pub(in crate::desk) struct CasePart {
    language: Language,
    pub(in crate::desk) reference: Reference,
    path: String,
    ask_again: String,
    look_again: String,
    token: String,
    once: String,
    revision: i64,
    service: Text,
    sentence: String,
    held_by: String,
    waits_for: Option<String>,
    clocks: Vec<clocks::Clock>,
    pub(in crate::desk) wrong: Option<String>,
    leaving: Vec<(Reference, String, String)>,
    composer: Composer,
    lines: Vec<Line>,
    side: Side,
    groups: Vec<Group>,
    questions: Vec<Question>,
    family: Family,
    changes: Vec<Change>,
    unsent: String,
    present: String,
    macros: Vec<(String, String)>,
    articles: Vec<Offered>,
}

/// `GET /desk/cases/{reference}`
pub(super) async fn page(State(app): State<App>, Path(reference): Path<String>, desk: Desk) -> Response {
    match open(&app, &desk, &reference).await {
        Ok((_, case)) => alone(&app, &desk, case),
        Err(refusal) => refused(&app, &desk, &refusal, "").await,
    }
}

/// A case beside the list that the address names; the list alone, where it is not there.
pub(in crate::desk) async fn beside(app: &App, desk: &Desk, reference: &str) -> Response {
    match open(app, desk, reference).await {
        Ok((_, case)) => inbox::list(app, desk, Some(case)).await,
        Err(Refusal::NotFound(_) | Refusal::Forbidden(_)) => {
            with(StatusCode::NOT_FOUND, inbox::list(app, desk, None).await)
        }
        Err(refusal) => desk.refuse(app, &refusal.into()),
    }
}

/// `POST /desk/cases/{reference}/customer`
pub(super) async fn look(State(app): State<App>, Path(reference): Path<String>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let Ok(known) = reference.parse::<Reference>() else {
        return show(&app, desk, &reference, Told::default()).await;
    };
    let looked = app
        .office
        .write(desk.act(&app), move |tx, act| {
            let case = cases::whole(tx, act, &known)?.case;
            let customer = case.state.customer.ok_or(Refusal::NotFound("customer"))?;
            customers::look(tx, act, customer, Some(case.id))
        })
        .await;
    let told = match looked {
        Ok(record) => Told { record: Some(record), ..Told::default() },
        Err(refusal) => Told { wrong: Some(said(desk.language, &refusal)), ..Told::default() },
    };
    show(&app, desk, &reference, told).await
}

/// `GET /desk/cases/{reference}/files/{file}`
pub(super) async fn file(
    State(app): State<App>,
    Path((reference, file)): Path<(String, String)>,
    desk: Desk,
) -> Response {
    let (Ok(reference), Ok(id)) = (reference.parse::<Reference>(), file.parse::<FileId>()) else {
        return desk.refuse(&app, &Problem::not_found("file"));
    };
    let read = move |tx: &mut Tx<'_>, act: &Act| cases::file(tx, act, &reference, id, Part::Whole);
    let found = app.office.read(desk.act(&app), read).await;
    match found.and_then(|(file, body)| Ok((file, intake::bytes_of(&body)?))) {
        Ok((file, bytes)) => serve(&file, bytes, Part::Whole),
        Err(refusal) => desk.refuse(&app, &refusal.into()),
    }
}

/// A case with what else there is to say, where it was shown before. What was written about a case that is not there is
/// shown too.
pub(super) async fn show(app: &App, desk: &Desk, reference: &str, told: Told) -> Response {
    let words = told.words();
    match part(app, desk, reference, told).await {
        Ok((status, case)) if desk.case_beside().is_some() => {
            with(status, inbox::list(app, desk, Some(case)).await)
        }
        Ok((status, case)) => with(status, alone(app, desk, case)),
        Err(refusal) => refused(app, desk, &refusal, &words).await,
    }
}

async fn refused(app: &App, desk: &Desk, refusal: &Refusal, words: &str) -> Response {
    match refusal {
        Refusal::NotFound(_) | Refusal::Forbidden(_) => unsent::vanished(app, desk, words).await,
        _ => desk.refuse(app, &refusal.clone().into()),
    }
}

fn alone(app: &App, desk: &Desk, case: CasePart) -> Response {
    let mut frame = Frame::new(app, desk, &case.reference.to_string());
    frame.layout.error = case.wrong.is_some();
    Desk::private(render(&CasePage { frame, case }))
}

/// A page that came about, with the status that says how.
fn with(status: StatusCode, mut response: Response) -> Response {
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

/// What is shown of a case that an officer opens, which is noted meanwhile.
async fn open(app: &App, desk: &Desk, reference: &str) -> Verb<(StatusCode, CasePart)> {
    let noted = crate::desk::go::opened(app, desk, reference);
    tokio::join!(part(app, desk, reference, Told::default()), noted).0
}

/// What is shown of a case, and with which status.
async fn part(app: &App, desk: &Desk, reference: &str, told: Told) -> Verb<(StatusCode, CasePart)> {
    let known: Reference = reference.parse().map_err(|_| Refusal::NotFound("case"))?;
    let found = app.office.read(desk.act(app), move |tx, act| find(tx, act, &known)).await?;
    let shelf = shelf(app).await?;
    let status = told.wrong.as_ref().map_or(StatusCode::OK, |(status, _)| *status);
    Ok((status, case_part(app, desk, (&found, &shelf), told)))
}

pub(super) fn find(tx: &mut Tx<'_>, act: &Act, reference: &Reference) -> Verb<Found> {
    let whole = cases::whole(tx, act, reference)?;
    let case = &whole.case;
    let reached = customers::reached(tx, act, case)?;
    let others = match case.state.customer {
        Some(customer) => {
            let filter = Filter { customer: Some(customer), limit: MOST_OTHERS, ..Filter::default() };
            cases::list(tx, act, &filter)?
        }
        None => Vec::new(),
    };
    let mut joined = Vec::new();
    for reporter in whole.reporters.iter().take(MOST_OTHERS as usize) {
        let found = records::cases::by_id(tx, &act.scope(), reporter.case)?;
        joined.extend(found.map(|case| case.reference));
    }
    let service = act.city().services.get(&case.state.service);
    let similar = match (service, case.told.place.position) {
        (Some(service), Some(position)) => cases::similar(tx, act, service, position)?,
        _ => Vec::new(),
    };
    let resource = Resource::case(case, &act.who);
    let may: BTreeSet<Action> =
        Action::ALL.iter().copied().filter(|action| act.may(*action, resource.clone())).collect();
    let offerable =
        if may.contains(&Action::Offer) { authority::offers(tx, act, reference)? } else { Vec::new() };
    let decides_outcome =
        may.contains(&Action::Offer).then(|| authority::decides_outcome(act, case)).flatten();
    let (children, open_children) = match case.state.children {
        0 => (Vec::new(), 0),
        _ => (
            records::cases::children_of(tx, &act.scope(), case.id, MOST_CHILDREN)?,
            records::cases::open_children(tx, case.id)?,
        ),
    };
    let leaving = desk::unsent(tx, act)?.into_iter();
    let leaving = leaving
        .filter(|one| one.state == CompositionState::Sending && one.reference != case.reference)
        .collect();
    let present = desk::others_on(tx, act, &[case.id])?.remove(&case.id).unwrap_or_default();
    Ok(Found {
        present,
        offerable,
        decides_outcome,
        children,
        open_children,
        macros: desk::macros(tx, act)?,
        files: cases::files_of(tx, act, case)?,
        about: desk::about(tx, act, reference)?,
        others: others.into_iter().filter(|other| other.id != case.id).collect(),
        similar: similar.into_iter().filter(|one| one.case.id != case.id).collect(),
        reached,
        leaving,
        joined,
        may,
        whole,
    })
}

fn case_part(app: &App, desk: &Desk, (found, shelf): (&Found, &Shelf), told: Told) -> CasePart {
    let (city, language, case) = (&app.office.city, desk.language, &found.whole.case);
    let now = app.office.now();
    let path = format!("/desk/cases/{}", case.reference);
    let service = city.services.get(&case.state.service);
    let composer = composer(app, desk, found, told.typed.as_ref());
    CasePart {
        language,
        reference: case.reference,
        ask_again: again(desk),
        look_again: at(desk, case.reference),
        present: present_in_words(city, &found.present, language),
        macros: found.macros.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
        token: desk.token(),
        once: random(app),
        revision: case.revision,
        service: service.map(|service| Text::of(city, &service.name, language)).unwrap_or_default(),
        sentence: clocks::sentence(city, language, &case.state),
        held_by: clocks::held_by(city, language, &case.state),
        waits_for: clocks::waits_for(city, language, &case.state),
        clocks: clocks::clocks(city, language, &case.state, now),
        leaving: found
            .leaving
            .iter()
            .map(|one| {
                let undo = format!("/desk/cases/{}/composition/undo{}", one.reference, again(desk));
                (one.reference, clocks::leaves(city, language, one.send_at, now), undo)
            })
            .collect(),
        articles: offered(app, desk, shelf, (case, &composer.words)),
        composer,
        lines: lines(app, desk, found),
        side: side(app, desk, found, told.record.as_ref()),
        groups: offers(app, desk, found, told.act.as_ref()),
        questions: questions(app, desk, found, told.act.as_ref()),
        family: family(app, desk, found),
        changes: history(app, desk, found),
        unsent: format!("/desk/compositions{}", again(desk)),
        wrong: told.wrong.map(|(_, text)| text),
        path,
    }
}

/// Why something did not work: in words, and with which status.
pub(super) fn said(language: Language, refusal: &Refusal) -> (StatusCode, String) {
    let status = Problem::from(refusal.clone()).status();
    let text = match refusal {
        Refusal::Stale { .. } => language.say("desk-case-stale"),
        Refusal::Broke(_) => language.say("desk-case-broke"),
        Refusal::Invalid(mistakes) if mistakes.iter().any(|mistake| mistake.field == "words") => {
            language.say("desk-case-no-words")
        }
        Refusal::Invalid(mistakes) => {
            let why = mistakes.first().map(|mistake| mistake.problem.clone()).unwrap_or_default();
            language.say_with("desk-case-refused", &[("why", wording::Argument::Words(&why))])
        }
        other => {
            let why = other.to_string();
            language.say_with("desk-case-refused", &[("why", wording::Argument::Words(&why))])
        }
    };
    (status, text)
}
