//! One act on many cases: choose it, see what it would do, let it be done, see how it went, take it back.

use super::deeds::{Change, DeedLine, changes, deed_lines, outcome_name};
use super::frame::Frame;
use super::inbox::form::colleagues;
use super::macros::misfits_in_words;
use super::officer::{Desk, Posted};
use crate::App;
use crate::pages::render;
use crate::portal::say::Text;
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::desk::{self, Bulk, BulkAct, ItemState, MOST_CASES, Macro, Why};
use office::{Act, Refusal, Verb};
use records::Tx;
use std::collections::BTreeSet;
use terms::{BulkActId, Case, MacroId, OfficerCode, OutcomeCode, Reference};
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
    macros: Vec<(String, String)>,
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
    /// What can be done with it now.
    presses: Vec<Press>,
    progress: String,
    done: usize,
    all: usize,
    back: String,
    back_says: String,
    /// Whether this is what would happen now, since the case had changed.
    changed: bool,
}

/// A button with a form of its own.
struct Press {
    /// The last part of its address.
    act: &'static str,
    label: String,
    /// How it looks beside a plain button.
    look: &'static str,
    beside: Option<String>,
}

struct Line {
    reference: Option<Reference>,
    service: Text,
    change: String,
    look: &'static str,
    state: String,
    deeds: Vec<DeedLine>,
    changes: Vec<Change>,
}

/// What a form wants done.
#[derive(Clone)]
enum Wanted {
    Act(BulkAct),
    Macro(MacroId),
}

/// Only a list or a case of the desk is worth going back to.
fn back_of(text: &str) -> String {
    let is_ours = text == "/desk" || text.starts_with("/desk?") || text.starts_with("/desk/cases/");
    if is_ours { text.to_owned() } else { "/desk".to_owned() }
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
    match app.office.read(desk.act(&app), desk::macros).await {
        Ok(macros) => Desk::private(render(&choose_page(&app, &desk, (cases, back), &macros))),
        Err(refusal) => desk.refuse(&app, &refusal.into()),
    }
}

fn choose_page(
    app: &App,
    desk: &Desk,
    (cases, back): (Vec<Reference>, &str),
    macros: &[Macro],
) -> ChoosePage {
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
        macros: macros.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
        back: back_of(back),
        wrong: wrong.map(|key| language.say(key)),
        cases,
        note: String::new(),
        words: String::new(),
    }
}

/// What a form asks for.
fn what(posted: &Posted) -> Option<Wanted> {
    let given = |name: &str| Some(posted.text(name).to_owned()).filter(|text| !text.is_empty());
    Some(Wanted::Act(match posted.text("act") {
        "assign" => BulkAct::Assign { officer: OfficerCode::new(given("officer")?) },
        "give-back" => BulkAct::GiveBack {},
        "note" => BulkAct::Note { words: given("note")? },
        "resolve" => BulkAct::Resolve { outcome: OutcomeCode::new(given("outcome")?), words: given("words") },
        "macro" => return given("macro")?.parse().ok().map(Wanted::Macro),
        _ => return None,
    }))
}

/// Plans what is wanted.
async fn planned(app: &App, posted: &Posted, chosen: Vec<Reference>, back: String) -> Verb<BulkActId> {
    let wanted = what(posted).ok_or_else(|| Refusal::invalid("act", "choose what to do"))?;
    let verb = move |tx: &mut Tx<'_>, act: &Act| {
        let what = match wanted.clone() {
            Wanted::Act(what) => what,
            Wanted::Macro(id) => {
                let Macro { name, steps, .. } = desk::macro_of(tx, act, id)?;
                BulkAct::Macro { name, steps }
            }
        };
        desk::plan_bulk(tx, act, &what, (&chosen, &back))
    };
    app.office.write(posted.desk.act(app), verb).await
}

/// `POST /desk/bulk`: plans, and changes nothing yet.
pub(crate) async fn plan(State(app): State<App>, posted: Posted) -> Response {
    let cases = references(posted.all("case").map(ToOwned::to_owned));
    let back = back_of(posted.text("back"));
    match planned(&app, &posted, cases.clone(), back.clone()).await {
        Ok(id) => to(&posted, id),
        Err(Refusal::Invalid(_)) => unfit(&app, &posted, cases, &back).await,
        Err(refusal) => posted.desk.refuse(&app, &refusal.into()),
    }
}

/// The page again with what is wrong, and with what was typed.
async fn unfit(app: &App, posted: &Posted, cases: Vec<Reference>, back: &str) -> Response {
    let desk = &posted.desk;
    let macros = match app.office.read(desk.act(app), desk::macros).await {
        Ok(macros) => macros,
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let mut page = choose_page(app, desk, (cases, back), &macros);
    let chosen = macros.iter().find(|one| one.id.to_string() == posted.text("macro"));
    let misfit = chosen.and_then(|one| misfits_in_words(app, page.language, &one.steps));
    let wrong = misfit.unwrap_or_else(|| page.language.say("desk-bulk-what-wrong"));
    page.wrong = page.wrong.or(Some(wrong));
    (page.note, page.words) = (posted.text("note").to_owned(), posted.text("words").to_owned());
    let mut response = render(&page);
    *response.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    Desk::private(response)
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

/// `POST /desk/bulk/{id}/start`: begins; or shows what would happen now, where the one case has changed.
pub(crate) async fn start(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    begin(&app, &id, posted, desk::start_bulk).await
}

/// `POST /desk/bulk/{id}/undo`
pub(crate) async fn undo(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    begin(&app, &id, posted, |tx, act, id| desk::undo_bulk(tx, act, id).map(|()| None)).await
}

/// `POST /desk/bulk/{id}/again`: plans what was not done, as the cases are now.
pub(crate) async fn again(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    begin(&app, &id, posted, |tx, act, id| desk::plan_bulk_again(tx, act, id).map(Some)).await
}

/// What gives a new plan, or none.
type Step = fn(&mut Tx<'_>, &Act, BulkActId) -> Verb<Option<BulkActId>>;

async fn begin(app: &App, id: &str, posted: Posted, step: Step) -> Response {
    let Ok(id) = id.parse::<BulkActId>() else {
        return posted.desk.refuse(app, &Problem::not_found("page"));
    };
    match app.office.write(posted.desk.act(app), move |tx, act| step(tx, act, id)).await {
        Ok(None) => to(&posted, id),
        Ok(Some(new)) => {
            let tag = posted.desk.language.tag();
            Redirect::to(&format!("/desk/bulk/{new}?changed=1&lang={tag}")).into_response()
        }
        Err(Refusal::Conflict(why)) => {
            let detail = posted.desk.language.say("desk-bulk-too-late");
            posted.desk.refuse(app, &Problem { detail, ..Problem::from(Refusal::Conflict(why)) })
        }
        Err(Refusal::Invalid(why)) => {
            let detail = posted.desk.language.say("macro-no-longer");
            posted.desk.refuse(app, &Problem { detail, ..Problem::from(Refusal::Invalid(why)) })
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
    let cannot = if bulk.is_undone {
        bulk.count(ItemState::Kept)
    } else {
        bulk.count(ItemState::Cannot) + bulk.count(ItemState::Refused)
    };
    let lead = match (bulk.is_begun, bulk.is_running()) {
        (false, _) => "desk-bulk-will",
        (true, true) => "desk-bulk-running",
        (true, false) if bulk.is_undone && bulk.count(ItemState::Kept) > 0 => "desk-bulk-undone-some",
        (true, false) if bulk.is_undone => "desk-bulk-undone",
        (true, false) => "desk-bulk-done",
    };
    let changed = match (bulk.is_begun, bulk.is_undone) {
        (false, _) => planned,
        (true, false) => bulk.count(ItemState::Done),
        (true, true) => bulk.count(ItemState::Undone),
    };
    BulkPage {
        frame: Frame::new(app, desk, &language.say("desk-bulk")),
        id: bulk.id,
        what: what_in_words(app, language, &bulk.what),
        words: words_of(&bulk.what),
        lead: language.say_with(lead, &[("count", number(changed)), ("cannot", number(cannot))]),
        items: bulk.items.iter().map(|item| line(app, language, bulk, item)).collect(),
        is_running: bulk.is_running(),
        presses: presses(language, bulk),
        progress: language.say_with("desk-bulk-progress", &[("done", number(done)), ("all", number(all))]),
        done,
        all,
        back: back_of(&bulk.back),
        back_says: language.say(if bulk.back.starts_with("/desk/cases/") {
            "macro-back"
        } else {
            "desk-back"
        }),
        changed: desk.visitor.query().any(|part| part == "changed=1") && !bulk.is_begun,
    }
}

/// What can be done with it now: begin, take back, or look at what would happen to what had changed.
fn presses(language: Language, bulk: &Bulk) -> Vec<Press> {
    let secondary = " govuk-button--secondary";
    let press = |act, key, look| Press { act, label: language.say(key), look, beside: None };
    let mut presses = Vec::new();
    if !bulk.is_begun && bulk.count(ItemState::Planned) > 0 {
        presses.push(press("start", "desk-bulk-start", ""));
    }
    if bulk.is_running() {
        return presses;
    }
    if bulk.can_undo {
        let stays = matches!(bulk.what, BulkAct::Macro { .. }).then(|| language.say("macro-written-stays"));
        presses.push(Press { beside: stays, ..press("undo", "desk-bulk-undo", secondary) });
    }
    if bulk.items.iter().any(|item| item.why == Some(Why::Changed)) {
        presses.push(press("again", "macro-again", secondary));
    }
    presses
}

fn words_of(what: &BulkAct) -> Option<String> {
    match what {
        BulkAct::Note { words } => Some(words.clone()),
        BulkAct::Resolve { words, .. } => words.clone(),
        BulkAct::Assign { .. } | BulkAct::GiveBack {} | BulkAct::Macro { .. } => None,
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
            let name = outcome_name(city, language, outcome);
            language.say_with("desk-bulk-resolve-as", &[("outcome", Argument::Words(&name))])
        }
        BulkAct::Macro { name, .. } => name.clone(),
    }
}

fn line(app: &App, language: Language, bulk: &Bulk, item: &desk::Item) -> Line {
    let city = &app.office.city;
    let is_macro = matches!(bulk.what, BulkAct::Macro { .. });
    let service = item.case.as_ref().and_then(|case| city.services.get(&case.state.service));
    let look = match item.state {
        ItemState::Planned => "fine",
        ItemState::Done | ItemState::Undone => "closed",
        ItemState::Cannot | ItemState::Refused | ItemState::Kept => "over",
    };
    let state = match item.why {
        Some(why) => language.say(&format!("desk-why-{}", why.as_str())),
        None if item.state == ItemState::Undone && !item.deeds.iter().all(desk::Deed::can_be_undone) => {
            language.say("desk-item-undone-part")
        }
        None => language.say(&format!("desk-item-{}", item.state.as_str())),
    };
    // Of several deeds all are taken back, or none.
    let whole = item.state == ItemState::Kept && item.deeds.len() > 1;
    let state = if whole { format!("{} {state}", language.say("desk-item-kept-whole")) } else { state };
    Line {
        reference: item.case.as_ref().map(|case| case.reference),
        service: service.map_or_else(Text::default, |service| Text::of(city, &service.name, language)),
        change: item.case.as_ref().map_or_else(String::new, |case| change(app, language, bulk, case)),
        look,
        state,
        deeds: if is_macro { deed_lines(app, language, &item.deeds) } else { Vec::new() },
        changes: match (&item.case, &item.after) {
            (Some(case), Some(after)) if is_macro => changes(app, language, case, after),
            _ => Vec::new(),
        },
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
        BulkAct::Note { .. } | BulkAct::Resolve { .. } | BulkAct::Macro { .. } => now,
    }
}
