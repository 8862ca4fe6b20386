//! Reading what an officer typed: the request that it makes, and what is wrong with it.

use super::files::carried;
use super::value;
use crate::App;
use crate::portal::ask::Place;
use crate::portal::ask::read::{Typed, step_of};
use crate::portal::control::{Values, Wrong};
use crate::portal::posted::unreadable;
use office::intake::{Draft, Step};
use wording::Language;

/// What buttons and the page itself send; it is no part of what was typed.
const NOT_TYPED: [&str; 7] = ["token", "do", "customer", "nobody", "more", "remove", "once"];
/// Where what belongs to no field is said.
const MORE: &str = "more";
const STOP: &str = "stop";

/// What was typed, without what buttons send.
pub(super) fn typed(fields: Values) -> Values {
    fields.into_iter().filter(|(name, _)| !NOT_TYPED.contains(&name.as_str())).collect()
}

/// The request that was typed, with files for these fields, by the same steps as at the portal, and what is wrong with it. Questions that follow from
/// the answers and did not stand on the page yet are not wrong: they are still to be asked.
pub(super) fn whole(
    app: &App,
    language: Language,
    place: &Place<'_>,
    (typed, sent): (&Values, &[&str]),
) -> (Draft, Wrong) {
    let (service, today) = (place.service, place.today.clone());
    let same_as = value(typed, "same").parse().ok();
    let draft = Draft { customer: place.draft.customer, same_as, typed: typed.clone(), ..Draft::default() };
    let draft = carried(service, (&place.draft, draft));
    let mut at = Place { service, draft, asking: place.asking, today };
    let mut wrong = unreadable(typed, language);
    if !wrong.is_empty() {
        return (at.draft, wrong);
    }
    let mut more = false;
    loop {
        let step = at.draft.next(service, &at.today);
        if step == Step::Check {
            break;
        }
        match step_of(app, (Typed { fields: typed, language }, sent), &at, &step) {
            _ if !stood_there(&step, typed) => more = true,
            Ok(read) => (read.change)(&mut at.draft),
            Err(mistakes) => wrong.extend(mistakes),
        }
        at.draft.done.insert(step.name());
    }
    if more {
        wrong.push((MORE.to_owned(), language.say("behalf-more")));
    }
    if let Some(stop) = service.form.stop(&at.draft.typed(service), &at.today) {
        let (title, text) = (stop.title.text(language.tag()), stop.text.text(language.tag()));
        wrong.push((STOP.to_owned(), format!("{title} {text}")));
    }
    (at.draft, wrong)
}

/// Whether the page from which this was sent had the questions of a step.
fn stood_there(step: &Step, typed: &Values) -> bool {
    let Step::Form(code) = step else { return true };
    typed.iter().any(|(name, value)| name == "asked" && value == code)
}
