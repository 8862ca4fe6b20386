//! A counter: whoever is next is called to it, served, set aside or passed on; all of it by forms, and by the space bar.

mod page;
mod work;

use super::officer::{Desk, Posted};
use crate::App;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::lobby::{self, Held, NewVisit, PassTo};
use office::{Act, Refusal, Verb};
use page::show;
use records::Tx;
use std::str::FromStr;
use terms::{
    CaseId, Channel, CounterCode, Entry, LineCode, OfficeCode, OfficerCode, OutcomeCode, Priority,
    PriorityReason, ShiftStatus, Takes, Visit, VisitId,
};

/// What is done at a counter, as the address names it.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Sit,
    Leave,
    Next,
    CallAgain,
    Begin,
    NoShow,
    Park,
    PutBack,
    PassOn,
    Add,
    Finish,
    Undo,
    CallOne,
    Raise,
    CallBack,
    PutDown,
    Take,
    LetIn,
    Rest,
    Return,
}

const DEEDS: [(&str, Deed); 20] = [
    ("seats", Deed::Sit),
    ("departures", Deed::Leave),
    ("calls", Deed::Next),
    ("recalls", Deed::CallAgain),
    ("arrivals", Deed::Begin),
    ("no-shows", Deed::NoShow),
    ("pauses", Deed::Park),
    ("returns", Deed::PutBack),
    ("transfers", Deed::PassOn),
    ("additions", Deed::Add),
    ("endings", Deed::Finish),
    ("corrections", Deed::Undo),
    ("choices", Deed::CallOne),
    ("priorities", Deed::Raise),
    ("call-backs", Deed::CallBack),
    ("put-downs", Deed::PutDown),
    ("kinds", Deed::Take),
    ("tickets", Deed::LetIn),
    ("breaks", Deed::Rest),
    ("presences", Deed::Return),
];

/// `GET /desk/counter`
pub(super) async fn page(State(app): State<App>, desk: Desk) -> Response {
    show(&app, &desk, None).await
}

/// `POST /desk/counter/{deed}`
pub(super) async fn act(State(app): State<App>, Path(deed): Path<String>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let Some((_, deed)) = DEEDS.iter().find(|(name, _)| *name == deed) else {
        return desk.refuse(&app, &Problem::not_found("act"));
    };
    let said = Said::of(&posted);
    let (deed, act) = (*deed, desk.act_over(&app, Channel::Counter));
    match app.office.write(act, move |tx, act| said.done(tx, act, deed)).await {
        Ok(given) => {
            let given = given.map_or_else(String::new, |ticket| format!("&given={ticket}"));
            Redirect::to(&format!("/desk/counter?lang={}{given}", desk.language.tag())).into_response()
        }
        Err(refusal) => show(&app, desk, Some(&refusal)).await,
    }
}

/// What a form of the counter says.
struct Said {
    office: OfficeCode,
    visit: Option<VisitId>,
    case: Option<CaseId>,
    to: String,
    reason: String,
    language: String,
    phone: String,
}

impl Said {
    fn of(posted: &Posted) -> Self {
        Self {
            office: OfficeCode::new(posted.text("office")),
            visit: posted.text("visit").parse().ok(),
            case: posted.text("case").parse().ok(),
            to: posted.text("to").to_owned(),
            reason: posted.text("reason").to_owned(),
            language: posted.text("language").to_owned(),
            phone: posted.text("phone").trim().to_owned(),
        }
    }

    /// Does it; the ticket that was given, if it was one.
    fn done(&self, tx: &mut Tx<'_>, act: &Act, deed: Deed) -> Verb<Option<String>> {
        match deed {
            Deed::Sit => lobby::open_counter(tx, act, &self.office, &CounterCode::new(&self.to)).map(drop)?,
            Deed::Leave => lobby::close_counter(tx, act)?,
            Deed::Next => {
                let closes = self.visit.map(Held::Visit).or(self.case.map(Held::Case));
                lobby::next_item(tx, act, closes).map(drop)?;
            }
            Deed::PutDown => lobby::put_down(tx, act, self.case.ok_or(Refusal::NotFound("case"))?)?,
            Deed::Take => {
                let takes = named::<Takes>("to", &self.to)?.unwrap_or(Takes::Live);
                lobby::take(tx, act, takes).map(drop)?;
            }
            Deed::Undo => lobby::undo(tx, act).map(drop)?,
            Deed::LetIn => return self.lets_in(tx, act),
            Deed::Rest => lobby::rest(tx, act, self.to.parse().unwrap_or(0)).map(drop)?,
            Deed::Return => lobby::be(tx, act, ShiftStatus::Available).map(drop)?,
            Deed::CallAgain
            | Deed::Begin
            | Deed::NoShow
            | Deed::Park
            | Deed::PutBack
            | Deed::PassOn
            | Deed::Add
            | Deed::Finish
            | Deed::CallOne
            | Deed::CallBack
            | Deed::Raise => self.does(tx, act, deed, self.visit.ok_or(Refusal::NotFound("visit"))?)?,
        }
        Ok(None)
    }

    /// Does something to somebody.
    fn does(&self, tx: &mut Tx<'_>, act: &Act, deed: Deed, visit: VisitId) -> Verb<()> {
        let done = match deed {
            Deed::CallAgain => lobby::call_again(tx, act, visit),
            Deed::Begin => lobby::begin(tx, act, visit),
            Deed::NoShow => lobby::no_show(tx, act, visit),
            Deed::Park => lobby::park(tx, act, visit),
            Deed::PutBack => lobby::put_back(tx, act, &self.office, visit),
            Deed::PassOn => lobby::pass_on(tx, act, visit, &self.pass_to()?),
            Deed::Add => lobby::add_line(tx, act, visit, &LineCode::new(&self.to)),
            Deed::Finish => {
                let outcome = Some(&self.to).filter(|code| !code.is_empty()).map(OutcomeCode::new);
                lobby::finish(tx, act, visit, outcome)
            }
            Deed::CallOne => lobby::call_one(tx, act, visit),
            Deed::CallBack => lobby::let_go_home(tx, act, (&self.office, visit), &self.phone),
            Deed::Raise => {
                let reason = named::<PriorityReason>("reason", &self.reason)?;
                let priority = reason.map_or(Priority::Ordinary, |_| Priority::Raised);
                lobby::raise(tx, act, (&self.office, visit), (priority, reason))
            }
            Deed::Sit
            | Deed::Leave
            | Deed::Next
            | Deed::Undo
            | Deed::LetIn
            | Deed::PutDown
            | Deed::Take
            | Deed::Rest
            | Deed::Return => return Ok(()),
        };
        done.map(drop)
    }

    /// `line:…`, `counter:…` or `officer:…`.
    fn pass_to(&self) -> Verb<PassTo> {
        match self.to.split_once(':') {
            Some(("line", code)) => Ok(PassTo::Line(LineCode::new(code))),
            Some(("counter", code)) => Ok(PassTo::Counter(CounterCode::new(code))),
            Some(("officer", code)) => Ok(PassTo::Officer(OfficerCode::new(code))),
            _ => Err(Refusal::invalid("to", "choose to whom they are passed on")),
        }
    }

    fn lets_in(&self, tx: &mut Tx<'_>, act: &Act) -> Verb<Option<String>> {
        let new = NewVisit::new(LineCode::new(&self.to), Entry::Reception, &self.language);
        let reason = named::<PriorityReason>("reason", &self.reason)?;
        let visit = received(tx, act, &self.office, (new, reason), &self.phone)?;
        Ok(Some(visit.ticket.to_string()))
    }
}

/// Lets somebody in; to be called back where a number was given.
pub(super) fn received(
    tx: &mut Tx<'_>,
    act: &Act,
    office: &OfficeCode,
    (new, reason): (NewVisit, Option<PriorityReason>),
    phone: &str,
) -> Verb<Visit> {
    if phone.is_empty() {
        return lobby::receive(tx, act, office, (&new, reason));
    }
    let new = NewVisit { entry: Entry::CallBack, ..new };
    lobby::receive_call(tx, act, office, (&new, reason), phone)
}

/// A word of a closed list, or none where nothing was chosen.
fn named<T: FromStr>(field: &str, text: &str) -> Verb<Option<T>> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Refusal::invalid(field, "choose one of the list"))
}
