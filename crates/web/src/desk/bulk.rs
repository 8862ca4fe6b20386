//! One act on many cases: choose it, see what it would do, let it be done, see how it went, take it back.

use super::frame::Frame;
use super::inbox::form::colleagues;
use super::officer::{Desk, Posted};
use crate::App;
use crate::pages::render;
use crate::portal::say::Text;
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::desk::{self, Bulk, BulkAct, ItemState, MOST_CASES};
use office::{Refusal, Verb};
use std::collections::BTreeSet;
use terms::{BulkActId, Case, OfficerCode, OutcomeCode, Reference};
use wording::{Argument, Language};

#[derive(Template)]
#[template(path = "desk/bulk_choose.html")]
struct ChoosePage {
    frame: Frame,
    language: Language,
    count: String,
    cases: Vec<Reference>,
    officers: Vec<(String, Text)>,
    outcomes: Vec<(String, Text)>,
    back: String,
    wrong: Option<String>,
    /// What was typed, so that nothing of it is lost.
    note: String,
    words: String,
}

#[derive(Template)]
#[template(path = "desk/bulk.html")]
struct BulkPage {
    frame: Frame,
    id: BulkActId,
    what: String,
    /// What the customers or colleagues will read.
    words: Option<String>,
    lead: String,
    items: Vec<Line>,
    is_running: bool,
    can_start: bool,
    can_undo: bool,
    progress: String,
    done: usize,
    all: usize,
    back: String,
}

struct Line {
    reference: Option<Reference>,
    service: Text,
    change: String,
    look: &'static str,
    state: String,
}

/// Only a list of the desk is worth going back to.
fn back_of(text: &str) -> String {
    if text == "/desk" || text.starts_with("/desk?") { text.to_owned() } else { "/desk".to_owned() }
}

fn references(chosen: impl Iterator<Item = String>) -> Vec<Reference> {
    let mut seen = BTreeSet::new();
    chosen
        .filter_map(|text| text.parse().ok())
        .filter(|reference: &Reference| seen.insert(*reference))
        .collect()
}

/// `GET /desk/bulk`
pub(crate) async fn choose(State(app): State<App>, desk: Desk, RawQuery(raw): RawQuery) -> Response {
    let fields = match crate::fields::of_query(raw.as_deref()) {
        Ok(fields) => fields,
        Err(unreadable) => return desk.refuse(&app, &Problem::from(unreadable)),
    };
    let cases = references(fields.iter().filter(|(name, _)| name == "case").map(|(_, value)| value.clone()));
    let back = fields.iter().find(|(name, _)| name == "back").map_or("/desk", |(_, value)| value);
    Desk::private(render(&choose_page(&app, &desk, cases, back)))
}

fn choose_page(app: &App, desk: &Desk, cases: Vec<Reference>, back: &str) -> ChoosePage {
    let (language, city) = (desk.language, &app.office.city);
    let count = i64::try_from(cases.len()).unwrap_or(0);
    let ours = |agency| desk.who.agency.as_ref().is_none_or(|own| own == agency);
    let services = city.services.values().filter(|service| ours(&service.agency));
    let used: BTreeSet<&OutcomeCode> = services.flat_map(|service| &service.outcomes).collect();
    let outcomes = city.outcomes.values().filter(|outcome| used.contains(&outcome.code));
    let wrong = match cases.len() {
        0 => Some("desk-bulk-none"),
        1..=MOST_CASES => None,
        _ => Some("desk-bulk-many"),
    };
    ChoosePage {
        frame: Frame::new(app, desk, &language.say("desk-bulk")),
        language,
        count: language.say_with("desk-bulk-chosen", &[("count", Argument::Count(count))]),
        officers: colleagues(app, &desk.who).collect(),
        outcomes: outcomes
            .map(|outcome| (outcome.code.to_string(), Text::of(city, &outcome.name, language)))
            .collect(),
        back: back_of(back),
        wrong: wrong.map(|key| language.say(key)),
        cases,
        note: String::new(),
        words: String::new(),
    }
}

/// What a form asks for.
fn what(posted: &Posted) -> Option<BulkAct> {
    let given = |name: &str| Some(posted.text(name).to_owned()).filter(|text| !text.is_empty());
    match posted.text("act") {
        "assign" => Some(BulkAct::Assign { officer: OfficerCode::new(given("officer")?) }),
        "give-back" => Some(BulkAct::GiveBack {}),
        "note" => Some(BulkAct::Note { words: given("note")? }),
        "resolve" => {
            Some(BulkAct::Resolve { outcome: OutcomeCode::new(given("outcome")?), words: given("words") })
        }
        _ => None,
    }
}

/// `POST /desk/bulk`: plans, and changes nothing yet.
pub(crate) async fn plan(State(app): State<App>, posted: Posted) -> Response {
    let cases = references(posted.all("case").map(ToOwned::to_owned));
    let back = back_of(posted.text("back"));
    let what = what(&posted);
    let (planned, chosen, list) = (what.clone(), cases.clone(), back.clone());
    let done: Verb<BulkActId> = match planned {
        None => Err(Refusal::invalid("act", "choose what to do")),
        Some(what) => {
            let act = posted.desk.act(&app);
            app.office.write(act, move |tx, act| desk::plan_bulk(tx, act, &what, (&chosen, &list))).await
        }
    };
    match done {
        Ok(id) => to(&posted, id),
        Err(Refusal::Invalid(_)) => {
            let mut page = choose_page(&app, &posted.desk, cases, &back);
            page.wrong = page.wrong.or_else(|| Some(page.language.say("desk-bulk-what-wrong")));
            (page.note, page.words) = (posted.text("note").to_owned(), posted.text("words").to_owned());
            let mut response = render(&page);
            *response.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
            Desk::private(response)
        }
        Err(refusal) => posted.desk.refuse(&app, &refusal.into()),
    }
}

fn to(posted: &Posted, id: BulkActId) -> Response {
    Redirect::to(&format!("/desk/bulk/{id}?lang={}", posted.desk.language.tag())).into_response()
}

/// `GET /desk/bulk/{id}`
pub(crate) async fn page(State(app): State<App>, desk: Desk, Path(id): Path<String>) -> Response {
    let Ok(id) = id.parse::<BulkActId>() else { return desk.refuse(&app, &Problem::not_found("page")) };
    match app.office.read(desk.act(&app), move |tx, act| desk::bulk(tx, act, id)).await {
        Ok(bulk) => Desk::private(render(&bulk_page(&app, &desk, &bulk))),
        Err(refusal) => desk.refuse(&app, &refusal.into()),
    }
}

/// `POST /desk/bulk/{id}/start`
pub(crate) async fn start(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    begin(&app, &id, posted, desk::start_bulk).await
}

/// `POST /desk/bulk/{id}/undo`
pub(crate) async fn undo(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    begin(&app, &id, posted, desk::undo_bulk).await
}

type Step = fn(&mut records::Tx<'_>, &office::Act, BulkActId) -> Verb<()>;

async fn begin(app: &App, id: &str, posted: Posted, step: Step) -> Response {
    let Ok(id) = id.parse::<BulkActId>() else {
        return posted.desk.refuse(app, &Problem::not_found("page"));
    };
    match app.office.write(posted.desk.act(app), move |tx, act| step(tx, act, id)).await {
        Ok(()) => to(&posted, id),
        Err(Refusal::Conflict(why)) => {
            let detail = posted.desk.language.say("desk-bulk-too-late");
            posted.desk.refuse(app, &Problem { detail, ..Problem::from(Refusal::Conflict(why)) })
        }
        Err(refusal) => posted.desk.refuse(app, &refusal.into()),
    }
}

fn bulk_page(app: &App, desk: &Desk, bulk: &Bulk) -> BulkPage {
    let language = desk.language;
    let planned = bulk.count(ItemState::Planned);
    let all = bulk.items.len() - bulk.count(ItemState::Cannot);
    let done = if bulk.is_undone { all - bulk.count(ItemState::Done) } else { all - planned };
    let number = |count: usize| Argument::Count(i64::try_from(count).unwrap_or(0));
    let cannot = bulk.count(ItemState::Cannot) + bulk.count(ItemState::Refused);
    let lead = match (bulk.is_begun, bulk.is_running()) {
        (false, _) => "desk-bulk-will",
        (true, true) => "desk-bulk-running",
        (true, false) if bulk.is_undone => "desk-bulk-undone",
        (true, false) => "desk-bulk-done",
    };
    let changed = if bulk.is_begun { bulk.count(ItemState::Done) } else { planned };
    BulkPage {
        frame: Frame::new(app, desk, &language.say("desk-bulk")),
        id: bulk.id,
        what: what_in_words(app, language, &bulk.what),
        words: words_of(&bulk.what),
        lead: language.say_with(lead, &[("count", number(changed)), ("cannot", number(cannot))]),
        items: bulk.items.iter().map(|item| line(app, language, bulk, item)).collect(),

        is_running: bulk.is_running(),
        can_start: !bulk.is_begun && planned > 0,
        can_undo: bulk.can_undo && !bulk.is_running(),
        progress: language.say_with("desk-bulk-progress", &[("done", number(done)), ("all", number(all))]),
        done,
        all,
        back: back_of(&bulk.back),
    }
}

fn words_of(what: &BulkAct) -> Option<String> {
    match what {
        BulkAct::Note { words } => Some(words.clone()),
        BulkAct::Resolve { words, .. } => words.clone(),
        BulkAct::Assign { .. } | BulkAct::GiveBack {} => None,
    }
}

fn what_in_words(app: &App, language: Language, what: &BulkAct) -> String {
    let city = &app.office.city;
    match what {
        BulkAct::Assign { officer } => {
            let name = super::who::name_of(city, officer);
            language.say_with("desk-bulk-assign-to", &[("name", Argument::Words(&name))])
        }
        BulkAct::GiveBack {} => language.say("desk-bulk-give-back"),
        BulkAct::Note { .. } => language.say("desk-bulk-note"),
        BulkAct::Resolve { outcome, .. } => {
            let known = city.outcomes.get(outcome);
            let name =
                known.map_or_else(|| outcome.to_string(), |known| known.name.text(language.tag()).to_owned());
            language.say_with("desk-bulk-resolve-as", &[("outcome", Argument::Words(&name))])
        }
    }
}

fn line(app: &App, language: Language, bulk: &Bulk, item: &desk::Item) -> Line {
    let city = &app.office.city;
    let service = item.case.as_ref().and_then(|case| city.services.get(&case.state.service));
    let look = match item.state {
        ItemState::Planned => "fine",
        ItemState::Done | ItemState::Undone => "closed",
        ItemState::Cannot | ItemState::Refused | ItemState::Kept => "over",
    };
    let state = match item.why {
        Some(why) => language.say(&format!("desk-why-{}", why.as_str())),
        None => language.say(&format!("desk-item-{}", item.state.as_str())),
    };
    Line {
        reference: item.case.as_ref().map(|case| case.reference),
        service: service.map_or_else(Text::default, |service| Text::of(city, &service.name, language)),
        change: item.case.as_ref().map_or_else(String::new, |case| change(app, language, bulk, case)),
        look,
        state,
    }
}

/// Who has a case and who would, where that is what changes.
fn change(app: &App, language: Language, bulk: &Bulk, case: &Case) -> String {
    let city = &app.office.city;
    let nobody = || language.say("desk-whose-nobody");
    let now = case.state.assignee.as_ref().map_or_else(nobody, |code| super::who::name_of(city, code));
    if bulk.is_begun {
        return now;
    }
    let arrow = if language.direction() == "rtl" { "←" } else { "→" };
    match &bulk.what {
        BulkAct::Assign { officer } => format!("{now} {arrow} {}", super::who::name_of(city, officer)),
        BulkAct::GiveBack {} => format!("{now} {arrow} {}", nobody()),
        BulkAct::Note { .. } | BulkAct::Resolve { .. } => now,
    }
}
