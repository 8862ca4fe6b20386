//! Articles: what the house knows, in the languages in which it was written, with all that was done to them.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use jiff::civil::Date;
use terms::{AgencyCode, ArticleAudience, ArticleChange, ArticleId, ArticleState, OfficerCode, ServiceCode};

const COLUMNS: &str = "id, code, owner, agency, audience, state, services, keywords, reviewed_on, review_on, on_page, \
                       from_city, revision, changed_at";

/// An article, without its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its id.
    pub id: ArticleId,
    /// Its name in the address of its public page.
    pub code: String,
    /// Who answers for it.
    pub owner: Option<OfficerCode>,
    /// The agency that keeps it; none for the city as a whole.
    pub agency: Option<AgencyCode>,
    /// Who reads it.
    pub audience: ArticleAudience,
    /// Where it stands.
    pub state: ArticleState,
    /// What it is about.
    pub services: Vec<ServiceCode>,
    /// Words by which it is found, besides its own.
    pub keywords: String,
    /// When somebody last found it right.
    pub reviewed_on: Option<Date>,
    /// When somebody is to read it through again.
    pub review_on: Option<Date>,
    /// Whether the pages of its services lead to it.
    pub on_page: bool,
    /// Whether it is as the city's data say; once it is changed at the desk, they do not matter any more.
    pub from_city: bool,
    /// Counts its changes; a write that names another is refused.
    pub revision: i64,
    /// When it last changed.
    pub changed_at: Timestamp,
}

/// What an article says in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleText {
    /// The language's tag.
    pub language: String,
    /// The question, or the subject.
    pub title: String,
    /// The answer.
    pub body: String,
}

/// Something that was done to an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The article's revision that it made.
    pub number: i64,
    /// What.
    pub what: ArticleChange,
    /// What was written, if something was.
    pub text: Option<ArticleText>,
    /// By whom; by the house itself where nobody is named.
    pub officer: Option<OfficerCode>,
    /// When.
    pub at: Timestamp,
}

/// Saves a new article, if none has its code.
pub fn insert(tx: &mut Tx<'_>, new: &Article) -> Result<(), Broke> {
    let touched = tx.execute(
        &format!(
            "insert into articles ({COLUMNS}) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing"
        ),
        params![
            new.id,
            &new.code,
            new.owner.as_ref(),
            new.agency.as_ref(),
            new.audience,
            new.state,
            services(new),
            &new.keywords,
            day(new.reviewed_on),
            day(new.review_on),
            new.on_page,
            new.from_city,
            new.revision,
            new.changed_at,
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// Saves a change, if nobody else has changed it since revision `read`.
pub fn update(tx: &mut Tx<'_>, new: &Article, read: i64) -> Result<(), Broke> {
    let touched = tx.execute(
        "update articles set owner = $3, agency = $4, audience = $5, state = $6, services = $7, keywords = $8, \
         reviewed_on = $9, review_on = $10, on_page = $11, from_city = $12, revision = $13, changed_at = $14 \
         where id = $1 and revision = $2",
        params![
            new.id,
            read,
            new.owner.as_ref(),
            new.agency.as_ref(),
            new.audience,
            new.state,
            services(new),
            &new.keywords,
            day(new.reviewed_on),
            day(new.review_on),
            new.on_page,
            new.from_city,
            new.revision,
            new.changed_at,
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// Saves what an article says in a language.
pub fn put_text(tx: &mut Tx<'_>, id: ArticleId, text: &ArticleText) -> Result<(), Broke> {
    tx.execute(
        "insert into article_texts (article_id, language, title, body) values ($1, $2, $3, $4) \
         on conflict (article_id, language) do update set title = excluded.title, body = excluded.body",
        params![id, &text.language, &text.title, &text.body],
    )
    .map(drop)
}

/// Takes away what an article says in every language.
pub fn remove_texts(tx: &mut Tx<'_>, id: ArticleId) -> Result<(), Broke> {
    tx.execute("delete from article_texts where article_id = $1", params![id]).map(drop)
}

/// Notes what was done to an article.
pub fn note(tx: &mut Tx<'_>, id: ArticleId, revision: &Revision) -> Result<(), Broke> {
    let text = revision.text.as_ref();
    tx.execute(
        "insert into article_revisions (article_id, number, what, language, title, body, officer, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            id,
            revision.number,
            revision.what,
            text.map(|text| &text.language),
            text.map(|text| &text.title),
            text.map(|text| &text.body),
            revision.officer.as_ref(),
            revision.at,
        ],
    )
    .map(drop)
}

/// What was done to an article, the latest first.
pub fn revisions(tx: &mut Tx<'_>, id: ArticleId, limit: u32) -> Result<Vec<Revision>, Broke> {
    tx.all(
        "select number, what, language, title, body, officer, at from article_revisions where article_id = $1 \
         order by number desc limit $2",
        params![id, limit],
        |row| {
            let (number, what) = (row.take()?, row.parse()?);
            let (language, title, body): (Option<String>, Option<String>, Option<String>) =
                (row.take()?, row.take()?, row.take()?);
            let text = language.map(|language| ArticleText {
                language,
                title: title.unwrap_or_default(),
                body: body.unwrap_or_default(),
            });
            Ok(Revision { number, what, text, officer: row.take()?, at: row.take()? })
        },
    )
}

/// One by its id.
pub fn by_id(tx: &mut Tx<'_>, id: ArticleId) -> Result<Option<Article>, Broke> {
    tx.first(&format!("select {COLUMNS} from articles where id = $1"), params![id], article)
}

/// One by its code.
pub fn by_code(tx: &mut Tx<'_>, code: &str) -> Result<Option<Article>, Broke> {
    tx.first(&format!("select {COLUMNS} from articles where code = $1"), params![code], article)
}

/// All of them, those of longest ago first.
pub fn all(tx: &mut Tx<'_>, limit: u32) -> Result<Vec<Article>, Broke> {
    tx.all(&format!("select {COLUMNS} from articles order by id limit $1"), params![limit], article)
}

/// What an article says, by language.
pub fn texts_of(tx: &mut Tx<'_>, id: ArticleId) -> Result<Vec<ArticleText>, Broke> {
    tx.all(
        "select language, title, body from article_texts where article_id = $1 order by language",
        params![id],
        |row| Ok(ArticleText { language: row.take()?, title: row.take()?, body: row.take()? }),
    )
}

/// Hands what all articles say to a function, one text after the other.
pub fn each_text(tx: &mut Tx<'_>, mut with: impl FnMut(ArticleId, ArticleText)) -> Result<(), Broke> {
    tx.each("select article_id, language, title, body from article_texts", &[], |mut row| {
        let id = row.parse()?;
        with(id, ArticleText { language: row.take()?, title: row.take()?, body: row.take()? });
        Ok(())
    })
}

/// How many there are, and how often they were changed: as long as this is the same, they are the same.
pub fn mark(tx: &mut Tx<'_>) -> Result<(i64, i64), Broke> {
    let sql = "select count(*), cast(coalesce(sum(revision), 0) as bigint) from articles";
    Ok(tx.first(sql, &[], |row| Ok((row.take()?, row.take()?)))?.unwrap_or_default())
}

fn services(article: &Article) -> String {
    serde_json::to_string(&article.services).unwrap_or_default()
}

fn day(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn article(row: &mut Row<'_>) -> Result<Article, Broke> {
    Ok(Article {
        id: row.parse()?,
        code: row.take()?,
        owner: row.take()?,
        agency: row.take()?,
        audience: row.parse()?,
        state: row.parse()?,
        services: row.json()?,
        keywords: row.take()?,
        reviewed_on: row.parse_opt()?,
        review_on: row.parse_opt()?,
        on_page: row.take()?,
        from_city: row.take()?,
        revision: row.take()?,
        changed_at: row.take()?,
    })
}
