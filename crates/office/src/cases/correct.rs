//! Corrections: an answer, the place or the service turns out to be another one. What it was stays known, apart from
//! the events.

use super::{check_words, happen, load_at, must_be_open};
use crate::city::Service;
use crate::{Act, Refusal, Verb, desk, services};
use jiff::Timestamp;
use policy::Action;
use records::corrections::{self, Correction};
use records::{Tx, approvals, cases};
use serde::Serialize;
use terms::{
    Answer, Case, Clocks, CorrectionId, Happening, Place, Recast, Reference, ServiceCode, State, Status,
};

/// The longest part of a place, in characters.
const LONGEST_PART: usize = 500;

/// What is corrected.
#[derive(Debug, Clone, PartialEq)]
pub enum Corrected {
    /// The answers to the form, all of them as they should be.
    Answers(Vec<Answer>),
    /// The place.
    Place(Place),
    /// The service, one of the same agency.
    Service(ServiceCode),
}

/// Corrects what was understood, and says why.
pub fn correct(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    (what, words): (&Corrected, &str),
) -> Verb<Case> {
    check_words(words)?;
    let case = load_at(tx, act, reference, revision, Action::Correct)?;
    must_be_open(&case)?;
    let case = match what {
        Corrected::Answers(answers) => answers_of(tx, act, case, (answers, words))?,
        Corrected::Place(place) => place_of(tx, act, case, (place, words))?,
        Corrected::Service(service) => service_of(tx, act, case, (service, words))?,
    };
    cases::correct(tx, &case)?;
    desk::index_again(tx, act.city(), &case)?;
    Ok(case)
}

fn answers_of(tx: &mut Tx<'_>, act: &Act, mut case: Case, (answers, words): (&[Answer], &str)) -> Verb<Case> {
    let service = service_named(act, &case.state.service)?;
    let opened_on = act.city().calendar.day(case.state.opened_at);
    let answers = services::check_answers(service, answers, opened_on).map_err(Refusal::Invalid)?;
    let correction = keep(tx, act, &case, ("answers", &case.told.answers, &answers, words))?;
    case.told.answers = answers;
    happen(tx, act, case, Happening::AnswersCorrected { correction })
}

fn place_of(tx: &mut Tx<'_>, act: &Act, mut case: Case, (place, words): (&Place, &str)) -> Verb<Case> {
    let parts = [&place.address, &place.address_id, &place.zipcode];
    if parts.into_iter().flatten().any(|part| part.chars().count() > LONGEST_PART || part.contains('\0')) {
        return Err(Refusal::invalid(
            "place",
            format!("use at most {LONGEST_PART} characters for each part"),
        ));
    }
    let correction = keep(tx, act, &case, ("place", &case.told.place, place, words))?;
    // Where nothing says in which district it lies, it stays where it was.
    let district = act.city().district_of(place).cloned().or_else(|| case.state.district.clone());
    case.told.place = place.clone();
    happen(tx, act, case, Happening::PlaceCorrected { correction, district })
}

fn service_of(tx: &mut Tx<'_>, act: &Act, case: Case, (code, words): (&ServiceCode, &str)) -> Verb<Case> {
    let service = service_named(act, code)?;
    if *code == case.state.service {
        return Err(Refusal::invalid("service", "the case is of this service already"));
    }
    if service.agency != case.state.agency {
        let problem = format!("{} answers for it; transfer the case there first", service.agency);
        return Err(Refusal::invalid("service", problem));
    }
    if case.state.status == Status::Waiting {
        let why = "the customer has been asked something; go on first, as the promise is computed anew";
        return Err(Refusal::conflict(why));
    }
    let clocks = promised_anew(act, service, &case.state);
    let later = match (clocks.due_at, case.state.clocks.due_at) {
        (Some(new), Some(old)) => new > old,
        (None, Some(_)) => true,
        (_, None) => false,
    };
    let recast = Recast {
        service: code.clone(),
        kind: service.kind,
        // What everybody could not see before, they do not see now.
        public: service.public && case.state.public,
        queue: service.queue.clone(),
        clocks,
    };
    let correction = keep(tx, act, &case, ("service", &case.state.service, code, words))?;
    if recast.clocks.first_reply_due_at != case.state.clocks.first_reply_due_at {
        approvals::look_again(tx, case.id)?;
    }
    happen(tx, act, case, Happening::ServiceCorrected { correction, recast, later })
}

/// What a service promises from when the case was opened, with the time for which its clock stood still. What was
/// broken stays broken.
fn promised_anew(act: &Act, service: &Service, state: &State) -> Clocks {
    let (old, new) = (&state.clocks, services::promise(act.city(), service, state.opened_at));
    let moved = |due: Option<Timestamp>| {
        let promised = new.promised_at?;
        let stood =
            old.promised_at.zip(due).map_or(0, |(was, due)| due.as_millisecond() - was.as_millisecond());
        Timestamp::from_millisecond(promised.as_millisecond() + stood.max(0)).ok()
    };
    let original_due_at = old.original_due_at.and_then(|due| moved(Some(due)));
    let kept = |missed: bool, old: Option<Timestamp>, new: Option<Timestamp>| if missed { old } else { new };
    Clocks {
        promised_at: kept(old.completion_missed, old.promised_at, new.promised_at),
        due_at: kept(old.completion_missed, old.due_at, moved(old.due_at)),
        original_due_at: kept(old.completion_missed, old.original_due_at, original_due_at),
        first_reply_due_at: kept(old.first_reply_missed, old.first_reply_due_at, new.first_reply_due_at),
        ..old.clone()
    }
}

fn service_named<'a>(act: &'a Act, code: &ServiceCode) -> Verb<&'a Service> {
    let service = act.city().services.get(code);
    service.ok_or_else(|| Refusal::invalid("service", format!("no service is called {code}")))
}

/// Keeps from what to what something was corrected.
fn keep<T: Serialize + ?Sized>(
    tx: &mut Tx<'_>,
    act: &Act,
    case: &Case,
    (what, before, after, words): (&str, &T, &T, &str),
) -> Verb<CorrectionId> {
    let written = |value: &T| serde_json::to_string(value).unwrap_or_default();
    let (before, after) = (written(before), written(after));
    if before == after {
        return Err(Refusal::conflict("nothing would change; send what is different"));
    }
    let id = CorrectionId::new(act.at, &act.chance);
    let correction = Correction {
        id,
        case: case.id,
        what: what.to_owned(),
        before,
        after,
        words: words.to_owned(),
        by: act.who.actor.clone(),
        at: act.at,
    };
    corrections::insert(tx, &correction)?;
    Ok(id)
}
