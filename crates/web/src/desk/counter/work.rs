//! Written work at a counter: the case that is there, what the officer takes, and why it is the turn of what is there.

use crate::App;
use crate::desk::inbox::rows::{Line, lines};
use crate::desk::officer::Desk;
use office::desk::Row;
use office::lobby::{self, Precedence, Room};
use office::{Act, Verb};
use records::Tx;
use terms::{Case, CaseId, Takes};
use wording::{Argument, Language};

/// What is read beside the room of an officer who takes written work.
#[derive(Default)]
pub(super) struct Beside {
    case: Option<Case>,
    order: Option<(Precedence, String)>,
}

/// Written work as the page of a counter shows it.
pub(super) struct Work {
    pub(super) takes: Vec<(&'static str, String, bool)>,
    pub(super) case: Option<(CaseId, Line)>,
    /// Why what is there goes first, or why no case is given.
    pub(super) order: Option<String>,
}

pub(super) fn beside(tx: &mut Tx<'_>, act: &Act, room: Option<&Room>) -> Verb<Beside> {
    let Some(room) = room else { return Ok(Beside::default()) };
    let case = lobby::in_hand(tx, act, &room.seat.counter)?;
    Ok(Beside { case, order: lobby::order(tx, act, &room.seat)? })
}

pub(super) fn work(app: &App, desk: &Desk, takes: Takes, beside: Beside) -> Work {
    let language = desk.language;
    let choice = |choice: &Takes| {
        (choice.as_str(), language.say(&format!("counter-takes-{choice}")), *choice == takes)
    };
    let line = |case: Case| {
        let id = case.id;
        let row = Row { case, customer: None, others: Vec::new() };
        Some((id, lines(app, desk, &[row], ("", false)).pop()?))
    };
    Work {
        takes: Takes::ALL.iter().map(choice).collect(),
        case: beside.case.and_then(line),
        order: beside.order.map(|(why, other)| said(language, &why, &other)),
    }
}

fn said(language: Language, why: &Precedence, other: &str) -> String {
    let other = ("other", Argument::Words(other));
    match why {
        Precedence::KeptForLive { idle, reserve } => {
            let (count, reserve) = (Argument::Count((*idle).into()), Argument::Count((*reserve).into()));
            language.say_with("counter-order-kept", &[("count", count), ("reserve", reserve)])
        }
        Precedence::TooLong => language.say("counter-order-age"),
        Precedence::Priority(reason) => {
            let why = language.say(&format!("counter-why-{reason}"));
            language.say_with("counter-order-priority", &[("why", Argument::Words(&why))])
        }
        Precedence::NearerPromise { ahead, behind } => {
            let (ahead, behind) = (Argument::Count((*ahead).max(0)), Argument::Count((*behind).max(0)));
            language.say_with("counter-order-share", &[other, ("ahead", ahead), ("behind", behind)])
        }
        Precedence::Place => language.say_with("counter-order-place", &[other]),
    }
}
