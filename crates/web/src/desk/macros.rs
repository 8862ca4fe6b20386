//! Macros: the screen on which officers make, change, share and delete them.

use super::case::snippets;
use super::deeds::outcome_name;
use super::frame::Frame;
use super::inbox::form::colleagues;
use super::officer::{Desk, Posted};
use super::who::name_of;
use crate::App;
use crate::pages::render;
use crate::portal::say::Text;
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use office::desk::{self, Macro, NewMacro, Shared, Step, Words, misfits};
use office::{Refusal, Verb};
use std::collections::BTreeSet;
use terms::{MacroId, OfficerCode, OutcomeCode};
use wording::{Argument, Language};

#[derive(Template)]
#[template(path = "desk/macros.html")]
struct MacrosPage {
    frame: Frame,
    lines: Vec<Line>,
    filled: Filled,
    /// The address that the form is sent to.
    action: String,
    heading: String,
    is_change: bool,
    wrong: Option<String>,
    officers: Vec<(String, String)>,
    outcomes: Vec<(String, String)>,
    snippets: Vec<(String, Text)>,
    can_share: bool,
}

/// A macro in the list.
struct Line {
    id: MacroId,
    name: String,
    whose: String,
    does: Vec<String>,
    /// Why it fits no longer.
    wrong: Option<String>,
    is_own: bool,
}

/// A form as it is filled in.
#[derive(Default)]
struct Filled {
    name: String,
    shared: String,
    who: String,
    note: String,
    customer: String,
    snippet: String,
    words: String,
    outcome: String,
    rest: String,
    rest_why: String,
}

/// Why a macro does not fit, in words; nothing where it does.
pub(super) fn misfits_in_words(app: &App, language: Language, steps: &[Step]) -> Option<String> {
    let found = misfits(&app.office.city, steps);
    let said = found.iter().map(|misfit| language.say(&format!("macro-misfit-{}", misfit.as_str())));
    (!found.is_empty()).then(|| said.collect::<Vec<_>>().join(" "))
}

/// `GET /desk/macros`
pub(crate) async fn page(State(app): State<App>, desk: Desk) -> Response {
    let edit = desk.visitor.query().find_map(|part| part.strip_prefix("edit=")?.parse::<MacroId>().ok());
    show(&app, &desk, (edit, None, None)).await
}

/// Which macro is changed, what was filled in, and what is wrong with it.
type Shown = (Option<MacroId>, Option<Filled>, Option<String>);

async fn show(app: &App, desk: &Desk, (edit, filled, wrong): Shown) -> Response {
    let all = match app.office.read(desk.act(app), desk::macros).await {
        Ok(all) => all,
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let edit = edit.and_then(|id| all.iter().find(|one| one.id == id && one.owner == desk.officer));
    let language = desk.language;
    let heading = match edit {
        Some(one) => language.say_with("macro-change", &[("name", Argument::Words(&one.name))]),
        None => language.say("macro-new"),
    };
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = MacrosPage {
        frame: Frame::new(app, desk, &language.say("macros")),
        lines: all.iter().map(|one| line(app, desk, one)).collect(),
        filled: filled.or_else(|| edit.map(Filled::of)).unwrap_or_default(),
        action: edit.map_or_else(|| "/desk/macros".to_owned(), |one| format!("/desk/macros/{}", one.id)),
        heading,
        is_change: edit.is_some(),
        wrong,
        officers: colleagues(app, &desk.who)
            .map(|(code, name)| (format!("officer:{code}"), name.text))
            .collect(),
        outcomes: outcomes(app, desk),
        snippets: snippets(app, language),
        can_share: desk.who.agency.is_some(),
    };
    let mut response = Desk::private(render(&page));
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

/// The outcomes of the services that somebody works on.
fn outcomes(app: &App, desk: &Desk) -> Vec<(String, String)> {
    let city = &app.office.city;
    let ours = |agency| desk.who.agency.as_ref().is_none_or(|own| own == agency);
    let services = city.services.values().filter(|service| ours(&service.agency));
    let used: BTreeSet<&OutcomeCode> = services.flat_map(|service| &service.outcomes).collect();
    let named = |code: &&OutcomeCode| (code.to_string(), outcome_name(city, desk.language, code));
    used.iter().map(named).collect()
}

fn line(app: &App, desk: &Desk, one: &Macro) -> Line {
    let (language, city) = (desk.language, &app.office.city);
    let is_own = one.owner == desk.officer;
    let shared = language.say(match one.shared {
        Shared::Nobody => "macro-for-me",
        Shared::Team => "macro-for-team",
        Shared::Agency => "macro-for-agency",
    });
    let name = name_of(city, &one.owner);
    let by = language.say_with("macro-by", &[("name", Argument::Words(&name))]);
    Line {
        id: one.id,
        name: one.name.clone(),
        whose: if is_own { shared } else { format!("{shared} · {by}") },
        does: one.steps.iter().map(|step| step_in_words(app, language, step)).collect(),
        wrong: misfits_in_words(app, language, &one.steps),
        is_own,
    }
}

/// An act of a macro in words.
fn step_in_words(app: &App, language: Language, step: &Step) -> String {
    let city = &app.office.city;
    let with = |key: &str, name: &str, words: &str| language.say_with(key, &[(name, Argument::Words(words))]);
    match step {
        Step::Take {} => language.say("macro-who-take"),
        Step::Assign { officer } => with("deed-assign", "name", &name_of(city, officer)),
        Step::GiveBack {} => language.say("deed-give-back"),
        Step::Note { .. } => language.say("deed-note"),
        Step::Reply { .. } => language.say("deed-reply"),
        Step::Ask { .. } => language.say("deed-ask"),
        Step::Rest { days, .. } => {
            language.say_with("macro-rests", &[("count", Argument::Count(i64::from(*days)))])
        }
        Step::Resolve { outcome, .. } => {
            with("deed-resolve", "outcome", &outcome_name(city, language, outcome))
        }
    }
}

impl Filled {
    fn of(one: &Macro) -> Self {
        let shared = match one.shared {
            Shared::Nobody => "",
            Shared::Team => "team",
            Shared::Agency => "agency",
        };
        let mut filled = Self { name: one.name.clone(), shared: shared.to_owned(), ..Self::default() };
        for step in &one.steps {
            match step {
                Step::Take {} => "take".clone_into(&mut filled.who),
                Step::Assign { officer } => filled.who = format!("officer:{officer}"),
                Step::GiveBack {} => "give-back".clone_into(&mut filled.who),
                Step::Note { words } => filled.note = own(words),
                Step::Reply { words } => filled.says("reply", Some(words)),
                Step::Ask { words } => filled.says("ask", Some(words)),
                Step::Rest { days, words } => {
                    (filled.rest, filled.rest_why) = (days.to_string(), own(words));
                }
                Step::Resolve { outcome, words } => {
                    filled.outcome = outcome.to_string();
                    filled.says("resolve", words.as_ref());
                }
            }
        }
        filled
    }

    fn says(&mut self, how: &str, words: Option<&Words>) {
        how.clone_into(&mut self.customer);
        match words {
            Some(Words::Snippet(code)) => self.snippet.clone_from(code),
            Some(Words::Own(words)) => self.words.clone_from(words),
            None => {}
        }
    }

    fn posted(posted: &Posted) -> Self {
        let text = |name: &str| posted.text(name).to_owned();
        let words = |name: &str| posted.whole(name).replace("\r\n", "\n");
        Self {
            name: text("name"),
            shared: text("shared"),
            who: text("who"),
            note: words("note"),
            customer: text("customer"),
            snippet: text("snippet"),
            words: words("words"),
            outcome: text("outcome"),
            rest: text("rest"),
            rest_why: words("rest_why"),
        }
    }

    /// What it asks for: who gets the case first, the end last.
    fn steps(&self) -> Vec<Step> {
        let own = |words: &str| Words::Own(words.to_owned());
        let is_own = self.snippet.is_empty();
        let words = || if is_own { own(&self.words) } else { Words::Snippet(self.snippet.clone()) };
        let who = match self.who.as_str() {
            "" => None,
            "take" => Some(Step::Take {}),
            "give-back" => Some(Step::GiveBack {}),
            other => {
                let officer = OfficerCode::new(other.trim_start_matches("officer:"));
                Some(Step::Assign { officer })
            }
        };
        let note = (!self.note.trim().is_empty()).then(|| Step::Note { words: own(&self.note) });
        let rest = (!self.rest.is_empty())
            .then(|| Step::Rest { days: self.rest.parse().unwrap_or(0), words: own(&self.rest_why) });
        let silent = is_own && self.words.trim().is_empty();
        let says = match self.customer.as_str() {
            "reply" => Some(Step::Reply { words: words() }),
            "ask" => Some(Step::Ask { words: words() }),
            "resolve" => Some(Step::Resolve {
                outcome: OutcomeCode::new(self.outcome.as_str()),
                words: (!silent).then(words),
            }),
            _ => None,
        };
        [who, note, rest, says].into_iter().flatten().collect()
    }

    fn new_macro(&self) -> Verb<NewMacro> {
        let shared = match self.shared.as_str() {
            "" => Shared::Nobody,
            "team" => Shared::Team,
            "agency" => Shared::Agency,
            _ => return Err(Refusal::invalid("shared", "it can be shared with a team or an agency alone")),
        };
        Ok(NewMacro { name: self.name.clone(), shared, steps: self.steps() })
    }
}

fn own(words: &Words) -> String {
    match words {
        Words::Own(words) => words.clone(),
        Words::Snippet(_) => String::new(),
    }
}

/// `POST /desk/macros`
pub(crate) async fn save(State(app): State<App>, posted: Posted) -> Response {
    let filled = Filled::posted(&posted);
    let saved = match filled.new_macro() {
        Ok(new) => {
            let act = posted.desk.act(&app);
            app.office.write(act, move |tx, act| desk::save_macro(tx, act, &new)).await.map(drop)
        }
        Err(refusal) => Err(refusal),
    };
    answer(&app, &posted, (None, filled), saved).await
}

/// `POST /desk/macros/{id}`
pub(crate) async fn change(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    let Ok(id) = id.parse::<MacroId>() else { return gone(&app, &posted) };
    let filled = Filled::posted(&posted);
    let changed = match filled.new_macro() {
        Ok(new) => {
            let act = posted.desk.act(&app);
            app.office.write(act, move |tx, act| desk::change_macro(tx, act, id, &new)).await
        }
        Err(refusal) => Err(refusal),
    };
    answer(&app, &posted, (Some(id), filled), changed).await
}

/// `POST /desk/macros/{id}/removal`
pub(crate) async fn remove(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    let Ok(id) = id.parse::<MacroId>() else { return gone(&app, &posted) };
    let act = posted.desk.act(&app);
    match app.office.write(act, move |tx, act| desk::delete_macro(tx, act, id)).await {
        Ok(()) => to(&posted),
        Err(refusal) => posted.desk.refuse(&app, &refusal.into()),
    }
}

fn gone(app: &App, posted: &Posted) -> Response {
    posted.desk.refuse(app, &Problem::not_found("macro"))
}

fn to(posted: &Posted) -> Response {
    Redirect::to(&format!("/desk/macros?lang={}", posted.desk.language.tag())).into_response()
}

/// The list again; or the form as it was filled in, with what is wrong.
async fn answer(
    app: &App,
    posted: &Posted,
    (id, filled): (Option<MacroId>, Filled),
    done: Verb<()>,
) -> Response {
    let language = posted.desk.language;
    let mistakes = match done {
        Ok(()) => return to(posted),
        Err(Refusal::Invalid(mistakes)) => mistakes,
        Err(refusal) => return posted.desk.refuse(app, &refusal.into()),
    };
    let wrong = match mistakes.first().map(|mistake| mistake.field.as_str()) {
        Some("name") => language.say("desk-name-wrong"),
        Some("shared") => language.say("macro-share-wrong"),
        _ => misfits_in_words(app, language, &filled.steps()).unwrap_or_default(),
    };
    show(app, &posted.desk, (id, Some(filled), Some(wrong))).await
}
