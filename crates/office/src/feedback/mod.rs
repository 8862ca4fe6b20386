//! Feedback: the customer says how it went.

use crate::cases::{goes_on_elsewhere, happen, load};
use crate::{Act, Refusal, Verb};
use policy::{Action, Resource};
use records::Tx;
use records::feedback::{self, Feedback};
use terms::{Case, FeedbackId, Happening, Reference, Status};

/// The longest words of feedback, in characters.
pub const LONGEST_WORDS: usize = 4_000;
/// More ratings of one case than this are a mistake or a game.
const MOST_RATINGS: usize = 20;

/// Says how a case went, on a scale from 1 (bad) to 5 (good), once it has ended.
pub fn rate(tx: &mut Tx<'_>, act: &Act, reference: &Reference, score: u8, words: Option<&str>) -> Verb<Case> {
    if !(1..=5).contains(&score) {
        return Err(Refusal::invalid("score", "use a whole number from 1 (bad) to 5 (good)"));
    }
    if words.is_some_and(|words| words.chars().count() > LONGEST_WORDS || words.contains('\0')) {
        return Err(Refusal::invalid("words", format!("use at most {LONGEST_WORDS} characters")));
    }
    let case = load(tx, act, reference, Action::Rate)?;
    goes_on_elsewhere(&case)?;
    if case.state.status != Status::Closed {
        return Err(Refusal::conflict("the case has not ended; write a message instead"));
    }
    if feedback::of_case(tx, &act.scope(), case.id)?.len() >= MOST_RATINGS {
        return Err(Refusal::conflict("this case has been rated often enough"));
    }
    let id = FeedbackId::new(act.at, &act.chance);
    let words = words.map(str::trim).filter(|words| !words.is_empty()).map(ToOwned::to_owned);
    feedback::insert(tx, &Feedback { id, case: case.id, score, words, channel: act.over, at: act.at })?;
    happen(tx, act, case, Happening::Rated { feedback: id, score })
}

/// Says how a page was, on a scale from 1 (bad) to 5 (good). Nobody asks who says it.
pub fn of_page(
    tx: &mut Tx<'_>,
    act: &Act,
    (page, language): (&str, &str),
    score: u8,
    words: Option<&str>,
) -> Verb<()> {
    act.must(Action::Report, Resource::City)?;
    let said = feedback::OfPage {
        id: FeedbackId::new(act.at, &act.chance),
        page: page.to_owned(),
        language: language.to_owned(),
        score,
        words: words.map(str::trim).filter(|words| !words.is_empty()).map(ToOwned::to_owned),
        at: act.at,
    };
    Ok(feedback::insert_of_page(tx, &said)?)
}
