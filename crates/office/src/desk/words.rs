//! The words of a case: everything by which an officer may find it, folded, each once.

use crate::city::City;
use crate::{Act, Verb};
use matching::folded_to;
use policy::{Action, Resource};
use records::{Tx, cases};
use std::collections::BTreeSet;
use terms::{AgencyCode, Case, CaseId, ContactKind, State};

/// Words kept of one case.
const MOST_WORDS: usize = 3_000;
/// Letters kept of a word: nobody types more.
pub(super) const LONGEST_WORD: usize = 40;
/// What begins a word that nobody can type.
const SIGN: char = '\u{e000}';
/// A hyphen within such a word.
const HYPHEN: char = '\u{e001}';

/// What such a word stands for.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    /// Who holds the case, is asked to take it over, or does a part of it.
    Holder,
    Service,
    District,
    Channel,
    /// A phone number from its end.
    Phone,
}

/// The word that stands for something that is not text.
pub(super) fn mark(of: Mark, code: &str) -> String {
    let kind = match of {
        Mark::Holder => 'h',
        Mark::Service => 's',
        Mark::District => 'd',
        Mark::Channel => 'c',
        Mark::Phone => 'p',
    };
    // A filter may name any code: nothing but letters and digits comes through.
    let code: String = code.chars().map(|c| if c.is_alphanumeric() { c } else { HYPHEN }).collect();
    format!("{SIGN}{kind}{code}")
}

/// Whether a word stands for something that is not text.
pub(super) fn is_mark(word: &str) -> bool {
    word.starts_with(SIGN)
}

/// The word of a phone number: what somebody remembers of it is its end.
pub(super) fn phone(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).rev().collect();
    mark(Mark::Phone, &digits)
}

/// Indexes a new case.
pub(crate) fn index_new(tx: &mut Tx<'_>, act: &Act, case: &Case) -> Verb<()> {
    let words = gathered(tx, act.city(), case, &[])?;
    Ok(cases::add_words(tx, &[(case.id, case.state.opened_at, words)])?)
}

/// Indexes cases that are taken over, with the remarks that came with them.
pub(crate) fn index_taken_over(tx: &mut Tx<'_>, act: &Act, taken: &[(&Case, Vec<String>)]) -> Verb<()> {
    let words = taken
        .iter()
        .map(|(case, remarks)| Ok((case.id, case.state.opened_at, gathered(tx, act.city(), case, remarks)?)));
    let words: Vec<_> = words.collect::<Verb<_>>()?;
    Ok(cases::add_words(tx, &words)?)
}

/// Indexes a case again, as it is now.
pub(crate) fn index_again(tx: &mut Tx<'_>, city: &City, case: &Case) -> Verb<()> {
    let written = cases::written_about(tx, case.id)?;
    let words = gathered(tx, city, case, &written)?;
    Ok(cases::set_words(tx, case.id, case.state.opened_at, &words)?)
}

/// Adds what was written about a case to its words. What the house itself writes finds nothing.
pub(crate) fn index_written(tx: &mut Tx<'_>, case: CaseId, kind: ContactKind, written: &str) -> Verb<()> {
    let found = if kind == ContactKind::Notice { None } else { cases::words_of(tx, case)? };
    // A case that is not indexed yet is indexed as a whole, in its turn.
    let Some((_, known)) = found else { return Ok(()) };
    let mut words: BTreeSet<String> = known.split(' ').map(ToOwned::to_owned).collect();
    add(&mut words, written);
    // The index goes by the case; when it was opened matters for a new one alone.
    Ok(cases::set_words(tx, case, jiff::Timestamp::UNIX_EPOCH, &joined(&words))?)
}

/// Whether a case has to be indexed again as something happened: others may find it, or by another name.
pub(crate) fn differ(before: &State, after: &State) -> bool {
    before.customer != after.customer || !holders(before).eq(holders(after))
}

/// Forgets all words, to index everything anew.
pub fn forget_words(tx: &mut Tx<'_>, act: &Act) -> Verb<()> {
    act.must(Action::RunJobs, Resource::Installation)?;
    cases::forget_words(tx)?;
    Ok(records::known_words::forget(tx)?)
}

/// Indexes the next cases after one; the last of them, or nothing when there are no more.
pub fn reindex_some(tx: &mut Tx<'_>, act: &Act, after: Option<CaseId>, limit: u32) -> Verb<Option<CaseId>> {
    act.must(Action::RunJobs, Resource::Installation)?;
    let page = cases::page_by_id(tx, &act.scope(), after, limit)?;
    for case in &page {
        index_again(tx, act.city(), case)?;
    }
    Ok(page.last().map(|case| case.id))
}

/// Whether the index says of a case what the case says itself.
pub fn is_indexed(tx: &mut Tx<'_>, act: &Act, case: &Case) -> Verb<bool> {
    let written = cases::written_about(tx, case.id)?;
    let words = gathered(tx, act.city(), case, &written)?;
    let Some((_, known)) = cases::words_of(tx, case.id)? else { return Ok(false) };
    // By the name of a service that is gone from the city's data a case is still found.
    let is_gone = !act.city().services.contains_key(&case.state.service);
    let all: BTreeSet<&str> = known.split(' ').collect();
    Ok(known == words || is_gone && words.split(' ').all(|word| all.contains(word)))
}

/// All words of a case, with what was written about it.
fn gathered(tx: &mut Tx<'_>, city: &City, case: &Case, written: &[String]) -> Verb<String> {
    let (told, state) = (&case.told, &case.state);
    let mut words = BTreeSet::new();
    for agency in holders(state) {
        words.insert(mark(Mark::Holder, agency.as_str()));
    }
    words.insert(mark(Mark::Service, state.service.as_str()));
    words.insert(mark(Mark::Channel, state.channel.as_str()));
    words.extend(state.district.as_ref().map(|district| mark(Mark::District, district.as_str())));
    add(&mut words, &told.description);
    for text in [&told.place.address, &told.place.zipcode].into_iter().flatten() {
        add(&mut words, text);
    }
    for value in told.answers.iter().flat_map(|answer| &answer.values) {
        add(&mut words, value);
    }
    for name in city.services.get(&state.service).into_iter().flat_map(|service| service.name.every()) {
        add(&mut words, name);
    }
    let names = match state.customer {
        Some(customer) => cases::names_of(tx, customer)?,
        None => Vec::new(),
    };
    for name in &names {
        if matching::phone(name).is_some() {
            words.insert(phone(name));
        }
        add(&mut words, name);
    }
    for text in written {
        add(&mut words, text);
    }
    Ok(joined(&words))
}

/// The agencies that a case concerns.
fn holders(state: &State) -> impl Iterator<Item = &AgencyCode> {
    std::iter::once(&state.agency).chain(&state.transfer_to).chain(&state.open_tasks)
}

fn add(words: &mut BTreeSet<String>, text: &str) {
    let room = MOST_WORDS.saturating_sub(words.len());
    let new = folded_to(text, room).into_iter();
    words.extend(new.map(|word| word.chars().take(LONGEST_WORD).collect::<String>()));
}

fn joined(words: &BTreeSet<String>) -> String {
    words.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}
