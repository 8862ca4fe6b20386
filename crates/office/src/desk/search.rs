//! Finding a case by whatever is known of it: its reference, a phone number, a name, or any words.

use super::spelling::meant;
use super::words::{self, Mark, mark};
use crate::{Act, Verb, customers};
use matching::folded_to;
use policy::Reach;
use records::cases::{self, Hit, Sought, Term};
use records::{Tx, contacts, known_words};
use std::collections::BTreeSet;
use terms::{
    AgencyCode, Case, Channel, ContactKind, DistrictCode, Reference, ReferenceError, ServiceCode, Status,
};

/// The longest query that is read, in characters.
pub const LONGEST_QUERY: usize = 200;
/// Words of it that are looked for.
const MOST_TYPED: usize = 12;
/// Digits from which on they are the end of a phone number.
const PHONE_END: usize = 6;
/// Digits by which a number is known whatever stands before them.
const PHONE_CORE: usize = 9;
/// Cases whose references are offered.
const MOST_MEANT: u32 = 5;
/// A beginning that more words than this hold is looked for by the most frequent of its words.
const MANY: i64 = 20_000;
const MOST_ENDINGS: u32 = 64;

/// What an officer looks for.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// In their words.
    pub words: String,
    /// In any of these states; in all when empty.
    pub statuses: Vec<Status>,
    /// Of this service.
    pub service: Option<ServiceCode>,
    /// Held by this agency.
    pub agency: Option<AgencyCode>,
    /// In this district.
    pub district: Option<DistrictCode>,
    /// That came in this way.
    pub channel: Option<Channel>,
    /// Opened at or after.
    pub from: Option<jiff::Timestamp>,
    /// Opened before.
    pub to: Option<jiff::Timestamp>,
    /// Older than the last one of the page before.
    pub before: Option<i64>,
    /// No more than so many.
    pub limit: u32,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FoundCases {
    /// The cases, the newest first.
    pub hits: Vec<Hit>,
    /// Where the next page goes on, if there is more.
    pub next: Option<i64>,
    /// The case that has just this reference.
    pub exact: Option<Case>,
    /// Cases whose references are much like what was typed, or begin so.
    pub meant: Vec<Case>,
    /// Words that were looked for instead of those that were typed.
    pub instead: Vec<(String, Vec<String>)>,
    /// The beginnings of words that fit, folded.
    pub looked_for: Vec<String>,
}

/// Finds cases, as far as whoever asks may read them.
pub fn search(tx: &mut Tx<'_>, act: &Act, asked: &Search) -> Verb<FoundCases> {
    let typed: String = asked.words.chars().filter(|c| !c.is_control()).take(LONGEST_QUERY).collect();
    let mut found = FoundCases::default();
    by_reference(tx, act, &typed, &mut found)?;
    if found.exact.is_some() {
        return Ok(found);
    }
    let words = terms_of(&typed);
    let marks = marks(act, asked);
    let every = words.iter().map(|word| expanded(tx, word)).collect::<Verb<Vec<_>>>()?;
    look(tx, act, (asked, &marks), &every, &mut found)?;
    found.looked_for = words.iter().filter_map(|word| shown(word)).collect();
    if found.hits.is_empty() && !words.is_empty() {
        look_instead(tx, act, (asked, &marks), &words, &mut found)?;
    }
    Ok(found)
}

/// Looks for what was probably meant by words that no case holds.
fn look_instead(
    tx: &mut Tx<'_>,
    act: &Act,
    (asked, marks): (&Search, &[Vec<Term>]),
    words: &[Vec<Term>],
    found: &mut FoundCases,
) -> Verb<()> {
    let (mut every, mut instead) = (Vec::new(), Vec::new());
    for word in words {
        let unknown = match word.as_slice() {
            [Term::Word(word)] if known_words::count(tx, word)? == 0 => Some(word),
            [Term::Beginning(word)] if known_words::beginning(tx, word, 1)?.is_empty() => Some(word),
            _ => None,
        };
        let alike = match unknown {
            Some(word) => meant(tx, word)?,
            None => Vec::new(),
        };
        if let (Some(typed), false) = (unknown, alike.is_empty()) {
            every.push((alike.iter().cloned().map(Term::Word).collect(), 0));
            instead.push((typed.clone(), alike));
        } else {
            every.push(expanded(tx, word)?);
        }
    }
    if instead.is_empty() {
        return Ok(());
    }
    look(tx, act, (asked, marks), &every, found)?;
    found.looked_for.extend(instead.iter().flat_map(|(_, alike)| alike.clone()));
    found.instead = instead;
    Ok(())
}

fn look(
    tx: &mut Tx<'_>,
    act: &Act,
    (asked, marks): (&Search, &[Vec<Term>]),
    words: &[(Vec<Term>, i64)],
    found: &mut FoundCases,
) -> Verb<()> {
    let limit = asked.limit.clamp(1, 100);
    let sought = Sought {
        every: words.iter().map(|(word, _)| word).chain(marks).cloned().collect(),
        rarest: words.iter().map(|(_, count)| *count).min().unwrap_or(i64::MAX),
        statuses: asked.statuses.clone(),
        service: asked.service.clone(),
        agency: asked.agency.clone(),
        district: asked.district.clone(),
        channel: asked.channel,
        from: asked.from,
        to: asked.to,
        before: asked.before,
        limit: limit + 1,
    };
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    found.hits = cases::find(tx, &act.scope(), &sought)?;
    found.next = (found.hits.len() > most).then(|| found.hits.get(most - 1).map(|hit| hit.number)).flatten();
    found.hits.truncate(most);
    Ok(())
}

/// The case that has a reference, and those that may be meant by one that is not whole or not right.
fn by_reference(tx: &mut Tx<'_>, act: &Act, typed: &str, found: &mut FoundCases) -> Verb<()> {
    let scope = act.scope();
    match typed.parse::<Reference>() {
        Ok(reference) => found.exact = cases::by_reference(tx, &scope, &reference)?,
        Err(ReferenceError::Check) => {
            for near in Reference::near(typed) {
                found.meant.extend(cases::by_reference(tx, &scope, &near)?);
            }
            found.meant.truncate(usize::try_from(MOST_MEANT).unwrap_or(usize::MAX));
        }
        Err(ReferenceError::Length) => {
            if let Some(begins) = Reference::beginning(typed) {
                found.meant = cases::beginning(tx, &scope, &begins, MOST_MEANT)?;
            }
        }
        Err(ReferenceError::Character(_)) => {}
    }
    Ok(())
}

/// What is looked for: the end of a phone number, or each word; the last one may go on.
fn terms_of(typed: &str) -> Vec<Vec<Term>> {
    if let Some(digits) = phone_end(typed) {
        let core: String = digits.chars().skip(digits.len().saturating_sub(PHONE_CORE)).collect();
        let ends = BTreeSet::from([digits.clone(), core]);
        let ends = ends.iter().map(|end| Term::Beginning(words::phone(end)));
        return vec![ends.chain([Term::Beginning(digits)]).collect()];
    }
    let mut words = folded_to(typed, MOST_TYPED);
    words.iter_mut().for_each(|word| *word = word.chars().take(words::LONGEST_WORD).collect());
    let last = words.len().saturating_sub(1);
    let goes_on = !typed.ends_with(char::is_whitespace);
    let term = |(place, word): (usize, String)| {
        let long = word.chars().count() >= 2;
        vec![if place == last && goes_on && long { Term::Beginning(word) } else { Term::Word(word) }]
    };
    words.into_iter().enumerate().map(term).collect()
}

/// The digits of what may be the end of a phone number, however it is written.
fn phone_end(typed: &str) -> Option<String> {
    let typed: String = typed.trim().chars().map(terms::ascii_digit).collect();
    let allowed = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-./()\u{202d}\u{202c}".contains(c);
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("00").unwrap_or(&digits);
    (typed.chars().all(allowed) && (PHONE_END..=15).contains(&digits.len())).then(|| digits.to_owned())
}

/// A beginning that very many cases hold, by the most frequent of its words; everything else as it is. And how many
/// cases hold it, as far as that is known.
fn expanded(tx: &mut Tx<'_>, word: &[Term]) -> Verb<(Vec<Term>, i64)> {
    let begins = match word {
        [Term::Beginning(begins)] => begins,
        [Term::Word(exact)] => return Ok((word.to_vec(), known_words::count(tx, exact)?)),
        _ => return Ok((word.to_vec(), 0)),
    };
    let count = known_words::count_beginning(tx, begins)?;
    if count < MANY {
        return Ok((word.to_vec(), count));
    }
    let endings = known_words::beginning(tx, begins, MOST_ENDINGS)?;
    let endings = endings.into_iter().map(|(ending, _)| ending).filter(|ending| ending != begins);
    Ok((endings.chain([begins.clone()]).map(Term::Word).collect(), count))
}

/// What has to be among a case's words besides what was typed: the index then reads no more than it must.
fn marks(act: &Act, asked: &Search) -> Vec<Vec<Term>> {
    let one = |of, code: &str| vec![Term::Word(mark(of, code))];
    let mut marks = Vec::new();
    marks.extend(asked.service.as_ref().map(|code| one(Mark::Service, code.as_str())));
    marks.extend(asked.agency.as_ref().map(|code| one(Mark::Holder, code.as_str())));
    marks.extend(asked.district.as_ref().map(|code| one(Mark::District, code.as_str())));
    marks.extend(asked.channel.map(|channel| one(Mark::Channel, channel.as_str())));
    if let Reach::Some { agencies, partner, customer: None, case: None, .. } = act.scope().reach() {
        let holders: BTreeSet<&AgencyCode> = agencies.iter().chain(partner).collect();
        if !holders.is_empty() && holders.len() < act.city().agencies.len() {
            let holders = holders.iter().map(|code| Term::Word(mark(Mark::Holder, code.as_str())));
            marks.push(holders.collect());
        }
    }
    marks
}

/// What somebody sees of a term.
fn shown(word: &[Term]) -> Option<String> {
    let word = word.iter().find_map(|term| match term {
        Term::Word(word) | Term::Beginning(word) if !words::is_mark(word) => Some(word),
        Term::Word(_) | Term::Beginning(_) => None,
    });
    word.cloned()
}

/// Where the words of a case that was found stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// What the customer described.
    Description,
    /// Where it is.
    Address,
    /// What the customer answered.
    Answer,
    /// The customer's name.
    Name,
    /// How the customer is reached.
    Reached,
    /// What was written about it.
    Written,
}

/// The texts of a case by which it may have been found, the first that matters most first.
pub fn texts(tx: &mut Tx<'_>, act: &Act, case: &Case) -> Verb<Vec<(Where, String)>> {
    let told = &case.told;
    let mut texts = vec![(Where::Description, told.description.clone())];
    texts.extend(told.place.address.clone().map(|text| (Where::Address, text)));
    texts.extend(
        told.answers.iter().flat_map(|answer| &answer.values).map(|text| (Where::Answer, text.clone())),
    );
    if let Some(reached) = customers::reached(tx, act, case)? {
        texts.extend(reached.customer.name.map(|name| (Where::Name, name)));
        texts.extend(reached.points.into_iter().map(|point| (Where::Reached, point.value)));
    }
    let written = contacts::of_case(tx, &act.scope(), case.id)?.into_iter();
    let written = written.filter(|contact| contact.kind != ContactKind::Notice);
    texts.extend(written.map(|contact| (Where::Written, contact.body)));
    texts.retain(|(_, text)| !text.trim().is_empty());
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::{phone_end, terms_of};
    use proptest::prelude::*;

    #[test]
    fn the_end_of_a_phone_number_is_told_from_other_numbers() {
        for number in ["555-0134", "617 555 0134", "(617) 555.0134", "٥٥٥٠١٣٤"] {
            assert!(phone_end(number).is_some_and(|digits| digits.ends_with("5550134")), "{number}");
        }
        for other in ["02122", "12 Main", "", "12345", "1234567890123456"] {
            assert_eq!(phone_end(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn no_sign_of_a_query_language_comes_through(typed in "\\PC{0,60}|[\"'*%()&|!:<>\\\\ a-z]{0,60}") {
            for term in terms_of(&typed).into_iter().flatten() {
                let (records::cases::Term::Word(word) | records::cases::Term::Beginning(word)) = term;
                prop_assert!(!word.contains(|c: char| "\"'*%()&|!:<>\\ \0".contains(c)), "{}", word);
            }
        }
    }
}
