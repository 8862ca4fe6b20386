//! The team: who serves, how much each has in hand, what is about to be late, and what waits for whoever looks.

use super::deeds::outcome_name;
use super::frame::{Frame, Status};
use super::inbox::form::colleagues;
use super::inbox::rows::{self, Line};
use super::officer::{Desk, Posted};
use super::who::name_of;
use crate::App;
use crate::pages::render;
use crate::portal::say::{Text, moment};
use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use office::Refusal;
use office::desk::{self, Asked, AskedOf, Doing, MOST_COUNTED, Member, Row, Shift, Team};
use records::cases::Load;
use serde::Serialize;
use std::collections::BTreeMap;
use terms::{OfficerCode, Reference, ShiftStatus};
use wording::{Argument, Language};

/// Colleagues to whom a case can be given at once.
const MOST_OFFERED: usize = 40;

#[derive(Template)]
#[template(path = "desk/team.html")]
struct TeamPage {
    frame: Frame,
    title: String,
    wrong: Option<String>,
    members: Vec<MemberLine>,
    unheld: Option<Vec<Cell>>,
    breaches: Vec<Breach>,
    /// Where all of them are listed, if there are more.
    more: Option<String>,
    asked: Vec<AskedLine>,
    /// To whom a case can be given: the code, and the name with how much they have.
    offered: Vec<(String, String)>,
}

/// An officer in a line.
struct MemberLine {
    name: String,
    status: Status,
    serves: String,
    at: Vec<(Reference, String)>,
    cells: Vec<Cell>,
}

/// A count, with the list of what is counted.
struct Cell {
    /// What tells it from the others of the page.
    key: String,
    count: String,
    href: String,
    is_bad: bool,
}

struct Breach {
    line: Line,
    /// Who has it, as the form says it again.
    from: String,
    is_mine: bool,
}

struct AskedLine {
    reference: Reference,
    service: Text,
    look: &'static str,
    text: String,
    when: String,
}

/// `GET /desk/team`
pub(crate) async fn page(State(app): State<App>, desk: Desk) -> Response {
    show(&app, &desk, None).await
}

/// What a page that is open looks up again: its counts by their keys, and the cases that it lists.
#[derive(Serialize)]
struct Now {
    counts: BTreeMap<String, String>,
    cases: Vec<String>,
}

/// `GET /desk/team.json`
pub(crate) async fn now(State(app): State<App>, desk: Desk) -> Response {
    let team = match app.office.read(desk.act(&app), desk::team).await {
        Ok(team) => team,
        Err(refusal) => return desk.refuse(&app, &refusal.into()),
    };
    let page = team_page(&app, &desk, &team);
    let cells =
        page.members.into_iter().flat_map(|member| member.cells).chain(page.unheld.into_iter().flatten());
    let cases = team.breaches.iter().map(|case| case.reference.to_string()).collect();
    let counts = cells.map(|cell| (cell.key, cell.count)).collect();
    Desk::private(Json(Now { counts, cases }).into_response())
}

/// `POST /desk/team/assignment`
pub(crate) async fn assign(State(app): State<App>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let from = Some(posted.text("from")).filter(|code| !code.is_empty()).map(OfficerCode::new);
    let to = match posted.text("take") {
        "yes" => desk.officer.clone(),
        _ => OfficerCode::new(posted.text("officer")),
    };
    let Ok(reference) = posted.text("reference").parse::<Reference>() else {
        return desk.refuse(&app, &Refusal::NotFound("case").into());
    };
    let verb = move |tx: &mut records::Tx<'_>, act: &office::Act| {
        desk::hand_to(tx, act, &reference, (from.as_ref(), &to))
    };
    match app.office.write(desk.act(&app), verb).await {
        Ok(()) => Redirect::to(&format!("/desk/team?lang={}", desk.language.tag())).into_response(),
        Err(refusal) => show(&app, desk, Some(&refusal)).await,
    }
}

async fn show(app: &App, desk: &Desk, refused: Option<&Refusal>) -> Response {
    let team = match app.office.read(desk.act(app), desk::team).await {
        Ok(team) => team,
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let mut page = team_page(app, desk, &team);
    let mut status = StatusCode::OK;
    if let Some(refusal) = refused {
        status = crate::problem::Problem::from(refusal.clone()).status();
        let key = match refusal {
            Refusal::NotFound(_) => "team-gone",
            Refusal::Conflict(_) => "team-changed",
            _ => "team-cannot",
        };
        page.wrong = Some(desk.language.say(key));
    }
    let mut response = Desk::private(render(&page));
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

fn team_page(app: &App, desk: &Desk, team: &Team) -> TeamPage {
    let language = desk.language;
    let lang = language.tag();
    let title = language.say(if team.leads { "team" } else { "team-own" });
    let unheld = desk.who.agency.as_ref().map(|agency| {
        let list = format!("/desk?own=1&agency={}&assignee=nobody", crate::pages::escaped(agency.as_str()));
        cells(language, "nobody", &list, &team.unheld)
    });
    let all = if team.leads { "/desk?view=soon" } else { "/desk?own=1&assignee=me&due=60" };
    TeamPage {
        frame: Frame::new(app, desk, &title),
        title,
        wrong: None,
        members: team.members.iter().map(|member| member_line(app, language, member)).collect(),
        unheld,
        breaches: breaches(app, desk, team),
        more: team.more.then(|| format!("{all}&lang={lang}")),
        asked: team.asked.iter().map(|asked| asked_line(app, language, asked)).collect(),
        offered: offered(app, desk, team),
    }
}

/// The counts of a line, each with the list behind it.
fn cells(language: Language, whose: &str, list: &str, load: &Load) -> Vec<Cell> {
    let cell = |name: &'static str, count: u32, only: &str| Cell {
        key: format!("{whose}-{name}"),
        count: if count > MOST_COUNTED {
            format!("{}+", language.count(MOST_COUNTED.into()))
        } else {
            language.count(count.into())
        },
        href: format!("{list}&{only}&lang={}", language.tag()),
        is_bad: count > 0 && name == "overdue",
    };
    vec![
        cell("open", load.open, "status=open"),
        cell("waiting", load.waiting, "status=waiting"),
        cell("soon", load.soon, "due=60"),
        cell("overdue", load.overdue, "due=0"),
    ]
}

fn member_line(app: &App, language: Language, member: &Member) -> MemberLine {
    let code = member.officer.as_str();
    let list = format!("/desk?own=1&assignee={}", crate::pages::escaped(code));
    let at = member.at.iter().map(|(reference, doing)| {
        let key = match doing {
            Doing::Viewing => "team-looks",
            Doing::Typing => "team-writes",
        };
        (*reference, language.say(key))
    });
    MemberLine {
        name: name_of(&app.office.city, &member.officer),
        status: Status::of(app, language, member.shift.as_ref()),
        serves: member.shift.as_ref().map(|shift| serves(language, shift)).unwrap_or_default(),
        at: at.collect(),
        cells: cells(language, code, &list, &member.load),
    }
}

/// Over which channels and in which languages somebody serves.
fn serves(language: Language, shift: &Shift) -> String {
    let channels: Vec<String> =
        shift.channels.iter().map(|channel| language.say(&format!("channel-{channel}"))).collect();
    let spoken = shift.languages.iter().filter_map(|tag| Language::of(tag));
    let spoken: Vec<String> =
        spoken.map(|spoken| language.say(&format!("desk-language-{}", spoken.tag()))).collect();
    [language.list(&channels), language.list(&spoken)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn breaches(app: &App, desk: &Desk, team: &Team) -> Vec<Breach> {
    let row = |case: &terms::Case| Row { case: case.clone(), customer: None, others: Vec::new() };
    let found: Vec<Row> = team.breaches.iter().map(row).collect();
    let lines = rows::lines(app, desk, &found, ("view=soon&", false));
    let breach = |(case, line): (&terms::Case, Line)| {
        let has = case.state.assignee.as_ref();
        Breach {
            line,
            from: has.map(ToString::to_string).unwrap_or_default(),
            is_mine: has == Some(&desk.officer),
        }
    };
    team.breaches.iter().zip(lines).map(breach).collect()
}

/// Those to whom a supervisor gives work: whoever serves first, and of these who has least.
fn offered(app: &App, desk: &Desk, team: &Team) -> Vec<(String, String)> {
    if !desk.who.roles.contains(&terms::Role::Supervisor) {
        return Vec::new();
    }
    let fits: Vec<String> = colleagues(app, &desk.who).map(|(code, _)| code).collect();
    let others = team.members.iter().filter(|member| member.officer != desk.officer);
    let mut others: Vec<&Member> =
        others.filter(|member| fits.iter().any(|code| code == member.officer.as_str())).collect();
    let is_there = |member: &Member| {
        let status = member.shift.as_ref().map(|shift| shift.status);
        matches!(status, Some(ShiftStatus::Serving | ShiftStatus::Available))
    };
    others.sort_by_key(|member| (!is_there(member), member.load.open));
    let offered = others.into_iter().take(MOST_OFFERED).map(|member| {
        let name = name_of(&app.office.city, &member.officer);
        let shape = Status::of(app, desk.language, member.shift.as_ref()).shape;
        let count = Argument::Count(member.load.open.into());
        let has = desk.language.say_with("team-has", &[("name", Argument::Words(&name)), ("count", count)]);
        (member.officer.to_string(), format!("{shape} {has}"))
    });
    offered.collect()
}

fn asked_line(app: &App, language: Language, asked: &AskedOf) -> AskedLine {
    let city = &app.office.city;
    let service = city.services.get(&asked.case.state.service);
    let time =
        |key: &str, at| language.say_with(key, &[("time", Argument::Words(&moment(city, language, at)))]);
    let (look, text, when) = match &asked.what {
        Asked::Approval(approval) => {
            let name = name_of(city, &approval.asked_by);
            let what = match (&approval.remedy, &approval.outcome) {
                (Some(remedy), _) => {
                    let known = city.authority.remedies.get(remedy);
                    known.map_or_else(|| remedy.to_string(), |it| it.name.text(language.tag()).to_owned())
                }
                (None, Some(outcome)) => outcome_name(city, language, outcome),
                (None, None) => String::new(),
            };
            let key = if approval.remedy.is_some() { "team-asks-offer" } else { "team-asks-end" };
            let words = [("name", Argument::Words(&name)), ("what", Argument::Words(&what))];
            let due = approval.due_at;
            let is_late = due.is_some_and(|due| due < app.office.now());
            let when = due.map_or_else(|| time("team-since", asked.at), |due| time("team-answer-by", due));
            (if is_late { "over" } else { "fine" }, language.say_with(key, &words), when)
        }
        Asked::Pressing(why) => {
            let look = if why.is_soon() { "soon" } else { "over" };
            (look, language.say(&format!("team-presses-{why}")), time("team-since", asked.at))
        }
    };
    AskedLine {
        reference: asked.case.reference,
        service: service.map_or_else(Text::default, |service| Text::of(city, &service.name, language)),
        look,
        text,
        when,
    }
}
