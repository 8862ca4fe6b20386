//! An answer that was sent becomes an article: its words, without whom they were written to.

use super::me;
use crate::cases::{public_words, whole};
use crate::{Act, Refusal, Verb, customers};
use matching::{folded, parts};
use records::Tx;
use std::collections::BTreeSet;
use terms::{ContactId, ContactKind, Direction, Reference, ServiceCode};

/// What stands where a name or a place stood.
const LEFT_OUT: &str = "…";

/// What an article is begun with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redraft {
    /// The words.
    pub body: String,
    /// The service of the case.
    pub service: ServiceCode,
    /// The language in which the customer reads, if they said.
    pub language: Option<String>,
}

/// The words of an answer to a customer, without names, numbers, addresses and the case's reference.
pub fn redraft(tx: &mut Tx<'_>, act: &Act, reference: &Reference, id: ContactId) -> Verb<Redraft> {
    me(act)?;
    let whole = whole(tx, act, reference)?;
    let sent = whole.contacts.into_iter().find(|contact| {
        contact.id == id && contact.direction == Direction::Outbound && contact.kind == ContactKind::Message
    });
    let sent = sent.ok_or(Refusal::NotFound("answer"))?;
    let name = customers::reached(tx, act, &whole.case)?.and_then(|reached| reached.customer.name);
    let place = whole.case.told.place.address.as_deref().unwrap_or_default();
    let body = without(&sent.body, &[&whole.case.reference.to_string(), place]);
    let body = without_names(&public_words(&body), name.as_deref().unwrap_or_default());
    let service = whole.case.state.service;
    Ok(Redraft { body, service, language: whole.case.told.language })
}

fn without(words: &str, texts: &[&str]) -> String {
    let texts = texts.iter().filter(|text| !text.trim().is_empty());
    texts.fold(words.to_owned(), |words, text| words.replace(*text, LEFT_OUT))
}

/// The words without each word of a name.
fn without_names(words: &str, name: &str) -> String {
    let names: BTreeSet<String> = folded(name).into_iter().collect();
    let kept = |(part, folded): (&str, Vec<String>)| {
        let named = folded.iter().any(|word| names.contains(word));
        if named { LEFT_OUT.to_owned() } else { part.to_owned() }
    };
    parts(words).into_iter().map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_named() {
        assert_eq!(without_names("Hello Mae Lee, LEE!", "Mae Lee"), "Hello … …, …!");
        assert_eq!(without_names("Nothing to leave out.", ""), "Nothing to leave out.");
        assert_eq!(without("K7Q at 12 Elm St", &["12 Elm St", "", "K7Q"]), "… at …");
    }
}
