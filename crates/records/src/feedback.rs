//! Feedback: what customers said of how it went, and what people said of a page.

use crate::{Broke, Tx, params};
use jiff::Timestamp;
use policy::{Reach, Scope};
use terms::{CaseId, Channel, FeedbackId};

/// What somebody said of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfPage {
    /// Its id.
    pub id: FeedbackId,
    /// The page's path.
    pub page: String,
    /// The language in which it was read.
    pub language: String,
    /// 1 (bad) to 5 (good).
    pub score: u8,
    /// The words.
    pub words: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// A rating with words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Its id.
    pub id: FeedbackId,
    /// The case that it is about.
    pub case: CaseId,
    /// 1 (bad) to 5 (good).
    pub score: u8,
    /// The words.
    pub words: Option<String>,
    /// The channel it came over.
    pub channel: Channel,
    /// When.
    pub at: Timestamp,
}

/// Saves feedback.
pub fn insert(tx: &mut Tx<'_>, feedback: &Feedback) -> Result<(), Broke> {
    tx.execute(
        "insert into feedback (id, case_id, score, words, channel, at) values ($1, $2, $3, $4, $5, $6)",
        params![
            feedback.id,
            feedback.case,
            i64::from(feedback.score),
            feedback.words.as_ref(),
            feedback.channel,
            feedback.at,
        ],
    )?;
    Ok(())
}

/// What was said of a case, oldest first. The scope is the one under which the case was read.
pub fn of_case(tx: &mut Tx<'_>, scope: &Scope, case: CaseId) -> Result<Vec<Feedback>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(Vec::new());
    }
    tx.all(
        "select id, case_id, score, words, channel, at from feedback where case_id = $1 order by id",
        params![case],
        |row| {
            let (id, case, score): (_, _, u32) = (row.parse()?, row.parse()?, row.take()?);
            let score = u8::try_from(score).unwrap_or(u8::MAX);
            Ok(Feedback { id, case, score, words: row.take()?, channel: row.parse()?, at: row.take()? })
        },
    )
}

/// Saves what somebody said of a page.
pub fn insert_of_page(tx: &mut Tx<'_>, said: &OfPage) -> Result<(), Broke> {
    tx.execute(
        "insert into page_feedback (id, page, language, score, words, at) values ($1, $2, $3, $4, $5, $6)",
        params![said.id, &said.page, &said.language, i64::from(said.score), said.words.as_ref(), said.at],
    )
    .map(drop)
}

/// How often pages were rated since an instant, and the sum of their scores, the worst first.
pub fn pages(tx: &mut Tx<'_>, since: Timestamp, limit: u32) -> Result<Vec<(String, i64, i64)>, Broke> {
    tx.all(
        "select page, count(*), cast(sum(score) as bigint) from page_feedback where at >= $1 group by page \
         order by cast(sum(score) as double precision) / count(*), page limit $2",
        params![since, limit],
        |row| Ok((row.take()?, row.take()?, row.take()?)),
    )
}
