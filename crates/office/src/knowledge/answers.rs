//! What articles are good for: the cases that they answered, each once, and what their readers say.

use super::{load, me, officer, read};
use crate::{Act, Refusal, Verb};
use jiff::{SignedDuration, Timestamp};
use policy::{Action, Resource};
use records::Tx;
use records::article_answers::{self as answers, Opinion};
use records::articles::{self, Article};
use records::compositions::{self, Composition};
use terms::{ArticleAudience, ArticleId, ArticleState, CaseId, CompositionId, FeedbackId, Reference};

/// For how many days it counts that an article answered.
pub const DAYS_COUNTED: i64 = 90;
/// The longest that a reader says, in characters.
pub const LONGEST_OPINION: usize = 1_000;
/// What is shorter may stand in any letter, in characters: "Thank you for writing".
const SHORTEST_SENTENCE: usize = 25;
/// More said of one article than this is a game.
const MOST_OPINIONS: i64 = 10_000;

/// Notes that an article went into what whoever acts is writing about a case. What only officers may read goes into no
/// answer.
pub fn take_into(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    (composition, article): (CompositionId, ArticleId),
) -> Verb<()> {
    let me = me(act)?;
    let article = load(tx, act, article, Action::ReadArticle)?;
    let written = compositions::of_case(tx, reference)?;
    if !written.iter().any(|one| one.id == composition && one.officer == me) {
        return Err(Refusal::NotFound("draft"));
    }
    if !can_answer(&article) {
        return Err(Refusal::conflict("customers may not read this article; write an answer of your own"));
    }
    Ok(answers::hold(tx, composition, article.id)?)
}

/// Whether an article may be told to customers.
pub(super) fn can_answer(article: &Article) -> bool {
    article.state == ArticleState::Published && article.audience == ArticleAudience::Everybody
}

/// Notes which articles answered a case, as what was written has left: those of which something is still in it.
pub(crate) fn answered(tx: &mut Tx<'_>, act: &Act, written: &Composition, case: CaseId) -> Verb<()> {
    let me = me(act)?;
    for id in answers::held(tx, written.id)? {
        let Some(article) = articles::by_id(tx, id)? else { continue };
        let texts = articles::texts_of(tx, id)?;
        let linked = written.words.contains(&format!("/help/{}", article.code));
        if linked || texts.iter().any(|text| says_of(&written.words, &text.body)) {
            answers::note_use(tx, id, case, (&me, act.at))?;
        }
    }
    Ok(())
}

/// Whether words say something of a text: one of its sentences, or all of it where it has none.
fn says_of(words: &str, text: &str) -> bool {
    let said = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentences = text.split(['.', '!', '?', '؟', '۔', '।', '\n']).map(said);
    let sentences: Vec<String> = sentences.filter(|one| one.chars().count() >= SHORTEST_SENTENCE).collect();
    let (words, whole) = (said(words), said(text));
    if sentences.is_empty() {
        return !whole.is_empty() && words.contains(&whole);
    }
    sentences.iter().any(|sentence| words.contains(sentence.as_str()))
}

/// How many cases each article answered lately, those of most first.
pub fn often_used(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<(ArticleId, i64)>> {
    act.must(Action::ReadArticle, Resource::Article { agency: None, own: false })?;
    Ok(answers::uses(tx, lately(act))?)
}

/// Since when it counts that an article answered.
pub(super) fn lately(act: &Act) -> Timestamp {
    let days = SignedDuration::from_hours(24 * DAYS_COUNTED);
    act.at.checked_sub(days).unwrap_or(act.at)
}

/// Says as an officer whether an article helps.
pub fn say_as_officer(
    tx: &mut Tx<'_>,
    act: &Act,
    id: ArticleId,
    (helped, words, language): (bool, &str, &str),
) -> Verb<()> {
    me(act)?;
    let article = load(tx, act, id, Action::ReadArticle)?;
    say(tx, act, &article, (helped, words, language))
}

/// Says as somebody without a name whether an article helped, by the code of its public page.
pub fn say_as_reader(
    tx: &mut Tx<'_>,
    act: &Act,
    code: &str,
    (helped, words, language): (bool, &str, &str),
) -> Verb<()> {
    let article = read::published(tx, act, code)?.article;
    say(tx, act, &article, (helped, words, language))
}

fn say(
    tx: &mut Tx<'_>,
    act: &Act,
    article: &Article,
    (helped, words, language): (bool, &str, &str),
) -> Verb<()> {
    if words.chars().count() > LONGEST_OPINION || words.contains('\0') {
        return Err(Refusal::invalid("words", format!("use at most {LONGEST_OPINION} characters")));
    }
    let (yes, no) = answers::opinion_counts(tx, article.id)?;
    if yes + no >= MOST_OPINIONS {
        return Err(Refusal::conflict("enough has been said of this article; write to those who keep it"));
    }
    let said = Opinion {
        id: FeedbackId::new(act.at, &act.chance),
        article: article.id,
        helped,
        words: Some(words.trim().to_owned()).filter(|words| !words.is_empty()),
        language: language.to_owned(),
        officer: officer(act).cloned(),
        at: act.at,
    };
    Ok(answers::insert_opinion(tx, &said)?)
}
