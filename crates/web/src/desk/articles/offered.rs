//! Articles beside what an officer writes: those about the case's service, and those with the words that were said.

use super::{address, heading};
use crate::App;
use crate::desk::officer::{Desk, Posted};
use crate::portal::say::Text;
use crate::problem::Problem;
use crate::shelf::shelf;
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use office::knowledge::{Card, Shelf};
use office::{Act, Verb, cases};
use records::Tx;
use serde::Serialize;
use terms::{Case, Reference};
use wording::{Argument, Language};

/// Articles that are offered at once.
const MOST_OFFERED: usize = 4;

/// An article that may answer a case.
#[derive(Serialize)]
pub(crate) struct Offered {
    pub(crate) id: String,
    pub(crate) href: String,
    #[serde(serialize_with = "in_text")]
    pub(crate) title: Text,
    #[serde(serialize_with = "in_text")]
    pub(crate) lead: Text,
    /// What else there is to know: that only officers may read it, or in which language it goes.
    pub(crate) note: String,
    /// Whether it may go into an answer.
    pub(crate) goes: bool,
}

fn in_text<S: serde::Serializer>(text: &Text, serializer: S) -> Result<S::Ok, S::Error> {
    (&text.text, text.tag.as_deref().unwrap_or_default(), text.direction).serialize(serializer)
}

/// The articles that may answer a case, with what is being written about it.
pub(crate) fn offered(app: &App, desk: &Desk, shelf: &Shelf, (case, words): (&Case, &str)) -> Vec<Offered> {
    let said = format!("{words}\n{}", case.told.description);
    let cards = shelf.offered(&case.state.service, &said, MOST_OFFERED);
    let reads = reads(app, desk, case);
    cards.into_iter().map(|card| one(app, desk, card, reads)).collect()
}

/// In which language a case's customer is written to.
fn reads(app: &App, desk: &Desk, case: &Case) -> Language {
    let told = [case.told.language.as_deref(), Some(app.office.city.language())];
    told.into_iter().flatten().find_map(Language::of).unwrap_or(desk.language)
}

fn one(app: &App, desk: &Desk, card: &Card, reads: Language) -> Offered {
    let (city, language) = (&app.office.city, desk.language);
    let (title, lead) = heading(city, card, language);
    let goes = card.is_public();
    // What would go is in the customer's language, or else in the city's.
    let tag = card.heading(&[reads.tag(), city.language()]).map(|(tag, _)| tag).unwrap_or_default();
    let note = match Language::of(tag).filter(|written| *written != reads) {
        _ if !goes => language.say("know-only-officers"),
        Some(written) => {
            let name = crate::desk::case::in_words(language, written);
            language.say_with("know-goes-in", &[("name", Argument::Words(&name))])
        }
        None => String::new(),
    };
    Offered { id: card.article.id.to_string(), href: address(desk, card.article.id), title, lead, note, goes }
}

/// `POST /desk/articles/suggest`
pub(super) async fn suggest(State(app): State<App>, posted: Posted) -> Response {
    match suggested(&app, &posted).await {
        Ok(offered) => Desk::private(Json(offered).into_response()),
        Err(refusal) => Desk::private(Problem::from(refusal).into_response()),
    }
}

async fn suggested(app: &App, posted: &Posted) -> Verb<Vec<Offered>> {
    let reference: Reference = posted.text("case").parse().map_err(|_| office::Refusal::NotFound("case"))?;
    let desk = &posted.desk;
    let read = move |tx: &mut Tx<'_>, act: &Act| Ok(cases::whole(tx, act, &reference)?.case);
    let case = app.office.read(desk.act(app), read).await?;
    Ok(offered(app, desk, shelf(app).await?.as_ref(), (&case, posted.text("words"))))
}
