//! Reading articles: whole by those who serve, and what is published for everybody by everybody.

use super::answers::{can_answer, lately};
use super::{load, may};
use crate::{Act, Refusal, Verb};
use policy::{Action, Resource};
use records::Tx;
use records::article_answers::{self as answers, Opinion};
use records::articles::{self, Article, ArticleText, Revision};
use terms::ArticleId;

/// Changes and opinions that are shown of an article.
const MOST_SHOWN: u32 = 50;

/// An article with what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The article.
    pub article: Article,
    /// What it says, by language.
    pub texts: Vec<ArticleText>,
    /// What was done to it, the latest first.
    pub revisions: Vec<Revision>,
    /// How many cases it answered lately.
    pub uses: i64,
    /// How many readers said that it helped, and how many that it did not.
    pub counts: (i64, i64),
    /// What readers said in words, the latest first; only for those who may change it.
    pub opinions: Vec<Opinion>,
    /// Whether whoever reads may change it.
    pub may_write: bool,
}

impl Read {
    /// What it says in the first of some languages in which it says anything; otherwise in any.
    pub fn text(&self, languages: &[&str]) -> Option<&ArticleText> {
        let of = |tag: &&str| self.texts.iter().find(|text| text.language == *tag);
        languages.iter().find_map(of).or(self.texts.first())
    }
}

/// An article with all that is known of it, for whoever serves.
pub fn whole(tx: &mut Tx<'_>, act: &Act, id: ArticleId) -> Verb<Read> {
    let article = load(tx, act, id, Action::ReadArticle)?;
    let may_write = may(act, &article, Action::WriteArticle);
    let opinions = if may_write { answers::opinions(tx, id, MOST_SHOWN)? } else { Vec::new() };
    Ok(Read {
        texts: articles::texts_of(tx, id)?,
        revisions: articles::revisions(tx, id, MOST_SHOWN)?,
        uses: answers::uses_of(tx, id, lately(act))?,
        counts: answers::opinion_counts(tx, id)?,
        opinions,
        may_write,
        article,
    })
}

/// An article that everybody may read, by its code; what they may not read is not there.
pub fn published(tx: &mut Tx<'_>, act: &Act, code: &str) -> Verb<Read> {
    act.must(Action::ReadPublic, Resource::City)?;
    let article = articles::by_code(tx, code)?.filter(can_answer).ok_or(Refusal::NotFound("page"))?;
    Ok(Read {
        texts: articles::texts_of(tx, article.id)?,
        revisions: Vec::new(),
        uses: 0,
        counts: (0, 0),
        opinions: Vec::new(),
        may_write: false,
        article,
    })
}

/// An article that may be told to customers, for an answer; none where they may not read it.
pub fn insertable(tx: &mut Tx<'_>, act: &Act, id: ArticleId) -> Verb<Option<Read>> {
    let found = whole(tx, act, id)?;
    Ok(Some(found).filter(|found| can_answer(&found.article)))
}
