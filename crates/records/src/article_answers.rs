//! What articles were good for: the cases that they answered, and what their readers said.

use crate::{Broke, Tx, params};
use jiff::Timestamp;
use terms::{ArticleId, CaseId, CompositionId, FeedbackId, OfficerCode};

/// What a reader said of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Its id.
    pub id: FeedbackId,
    /// The article.
    pub article: ArticleId,
    /// Whether it helped.
    pub helped: bool,
    /// The words.
    pub words: Option<String>,
    /// The language in which it was read.
    pub language: String,
    /// The officer who said it; nobody is named otherwise.
    pub officer: Option<OfficerCode>,
    /// When.
    pub at: Timestamp,
}

/// Notes that an article went into what an officer writes.
pub fn hold(tx: &mut Tx<'_>, composition: CompositionId, article: ArticleId) -> Result<(), Broke> {
    tx.execute(
        "insert into composition_articles (composition_id, article_id) values ($1, $2) on conflict do nothing",
        params![composition, article],
    )
    .map(drop)
}

/// The articles that went into what an officer writes.
pub fn held(tx: &mut Tx<'_>, composition: CompositionId) -> Result<Vec<ArticleId>, Broke> {
    tx.all(
        "select article_id from composition_articles where composition_id = $1 order by article_id",
        params![composition],
        |row| row.parse(),
    )
}

/// Notes that an article answered a case; it does so once.
pub fn note_use(
    tx: &mut Tx<'_>,
    article: ArticleId,
    case: CaseId,
    (officer, at): (&OfficerCode, Timestamp),
) -> Result<(), Broke> {
    tx.execute(
        "insert into article_uses (article_id, case_id, officer, at) values ($1, $2, $3, $4) on conflict do nothing",
        params![article, case, officer, at],
    )
    .map(drop)
}

/// How many cases each article answered since an instant, those of most first.
pub fn uses(tx: &mut Tx<'_>, since: Timestamp) -> Result<Vec<(ArticleId, i64)>, Broke> {
    tx.all(
        "select article_id, count(*) from article_uses where at >= $1 group by article_id \
         order by count(*) desc, article_id",
        params![since],
        |row| Ok((row.parse()?, row.take()?)),
    )
}

/// How many cases an article answered since an instant.
pub fn uses_of(tx: &mut Tx<'_>, article: ArticleId, since: Timestamp) -> Result<i64, Broke> {
    tx.count("select count(*) from article_uses where article_id = $1 and at >= $2", params![article, since])
}

/// Saves what a reader said.
pub fn insert_opinion(tx: &mut Tx<'_>, said: &Opinion) -> Result<(), Broke> {
    tx.execute(
        "insert into article_feedback (id, article_id, helped, words, language, officer, at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        params![
            said.id,
            said.article,
            said.helped,
            said.words.as_ref(),
            &said.language,
            said.officer.as_ref(),
            said.at,
        ],
    )
    .map(drop)
}

/// How many readers said that an article helped, and how many that it did not.
pub fn opinion_counts(tx: &mut Tx<'_>, article: ArticleId) -> Result<(i64, i64), Broke> {
    let helped = tx.count(
        "select count(*) from article_feedback where article_id = $1 and helped = $2",
        params![article, true],
    )?;
    let not = tx.count(
        "select count(*) from article_feedback where article_id = $1 and helped = $2",
        params![article, false],
    )?;
    Ok((helped, not))
}

/// What readers said of an article in words, the latest first.
pub fn opinions(tx: &mut Tx<'_>, article: ArticleId, limit: u32) -> Result<Vec<Opinion>, Broke> {
    tx.all(
        "select id, article_id, helped, words, language, officer, at from article_feedback \
         where article_id = $1 and words is not null order by id desc limit $2",
        params![article, limit],
        |row| {
            Ok(Opinion {
                id: row.parse()?,
                article: row.parse()?,
                helped: row.take()?,
                words: row.take()?,
                language: row.take()?,
                officer: row.take()?,
                at: row.take()?,
            })
        },
    )
}
