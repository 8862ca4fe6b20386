//! Writing articles: begun as drafts, written in each language, published, read through again, and retired.

use super::{MOST_ARTICLES, load_at, me};
use crate::{Act, Mistake, Refusal, Verb};
use jiff::ToSpan;
use jiff::civil::Date;
use matching::folded;
use policy::{Action, Resource};
use records::Tx;
use records::articles::{self, Article, ArticleText, Revision};
use std::fmt::Write;
use terms::{ArticleAudience, ArticleChange, ArticleId, ArticleState, OfficerCode, ServiceCode};

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 150;
/// The longest text, in characters: as long as a message, into which it may go.
pub const LONGEST_BODY: usize = crate::cases::LONGEST_WORDS;
/// The longest list of words to be found by, in characters.
const LONGEST_KEYWORDS: usize = 1_000;
/// Services that one article is about.
pub const MOST_SERVICES: usize = 20;
/// The longest name in an address, in characters.
const LONGEST_CODE: usize = 60;
/// An article that nobody has looked at for a year may not be true any more.
const REVIEW_MONTHS: i32 = 12;

/// An article to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewArticle {
    /// What it says, in the language in which it is begun.
    pub text: ArticleText,
    /// Who will read it.
    pub audience: ArticleAudience,
    /// What it is about.
    pub services: Vec<ServiceCode>,
}

/// What is known of an article besides what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particulars {
    /// Who answers for it.
    pub owner: OfficerCode,
    /// Who reads it.
    pub audience: ArticleAudience,
    /// What it is about.
    pub services: Vec<ServiceCode>,
    /// Words by which it is found, besides its own.
    pub keywords: String,
    /// When somebody is to read it through again.
    pub review_on: Date,
}

/// Begins an article as a draft of whoever writes it.
pub fn begin(tx: &mut Tx<'_>, act: &Act, new: &NewArticle) -> Verb<ArticleId> {
    let owner = me(act)?;
    let agency = act.who.agency.clone();
    act.must(Action::WriteArticle, Resource::Article { agency: agency.clone(), own: true })?;
    let mut mistakes = wrong_text(act, &new.text);
    mistakes.extend(wrong_services(act, &new.services));
    Refusal::of(mistakes)?;
    if articles::mark(tx)?.0 >= i64::from(MOST_ARTICLES) {
        return Err(Refusal::conflict(format!(
            "the house keeps {MOST_ARTICLES} articles; change one instead"
        )));
    }
    let article = Article {
        id: ArticleId::new(act.at, &act.chance),
        code: free_code(tx, act, &new.text.title)?,
        owner: Some(owner),
        agency,
        audience: new.audience,
        state: ArticleState::Draft,
        services: new.services.clone(),
        keywords: String::new(),
        reviewed_on: None,
        review_on: Some(next_review(act)),
        on_page: false,
        from_city: false,
        revision: 1,
        changed_at: act.at,
    };
    articles::insert(tx, &article)?;
    articles::put_text(tx, article.id, &new.text)?;
    note(tx, act, &article, ArticleChange::Written, Some(&new.text))?;
    Ok(article.id)
}

/// Writes what an article says in a language. Whoever writes must have read the article as it is now.
pub fn write(tx: &mut Tx<'_>, act: &Act, id: ArticleId, read: i64, text: &ArticleText) -> Verb<Article> {
    Refusal::of(wrong_text(act, text))?;
    let article = load_at(tx, act, id, read)?;
    articles::put_text(tx, id, text)?;
    save(tx, act, article, ArticleChange::Written, Some(text))
}

/// Changes who answers for an article, who reads it, what it is about, and when it is read through again.
pub fn change(tx: &mut Tx<'_>, act: &Act, id: ArticleId, read: i64, now: &Particulars) -> Verb<Article> {
    let mut article = load_at(tx, act, id, read)?;
    let mut mistakes = wrong_services(act, &now.services);
    let owner = act.city().officers.get(&now.owner);
    if owner.is_none() {
        mistakes.push(mistake("owner", "nobody of that name serves here; choose one who does"));
    }
    if now.keywords.chars().count() > LONGEST_KEYWORDS || !is_text(&now.keywords) {
        mistakes.push(mistake("keywords", format!("use at most {LONGEST_KEYWORDS} characters")));
    }
    Refusal::of(mistakes)?;
    if let Some(owner) = owner.filter(|_| article.owner.as_ref() != Some(&now.owner)) {
        article.agency.clone_from(&owner.agency);
    }
    article.owner = Some(now.owner.clone());
    article.audience = now.audience;
    article.services.clone_from(&now.services);
    article.keywords.clone_from(&now.keywords);
    article.review_on = Some(now.review_on);
    article.on_page &= now.audience == ArticleAudience::Everybody;
    save(tx, act, article, ArticleChange::Changed, None)
}

/// Lets its audience read an article.
pub fn publish(tx: &mut Tx<'_>, act: &Act, id: ArticleId, read: i64) -> Verb<Article> {
    let article = load_at(tx, act, id, read)?;
    if article.state == ArticleState::Published {
        return Err(Refusal::conflict("the article is published already"));
    }
    let article = Article { state: ArticleState::Published, ..reviewed(act, article) };
    save(tx, act, article, ArticleChange::Published, None)
}

/// Leads nobody to an article any more; it can be published again.
pub fn retire(tx: &mut Tx<'_>, act: &Act, id: ArticleId, read: i64) -> Verb<Article> {
    let article = load_at(tx, act, id, read)?;
    if article.state == ArticleState::Retired {
        return Err(Refusal::conflict("the article is retired already"));
    }
    let article = Article { state: ArticleState::Retired, on_page: false, ..article };
    save(tx, act, article, ArticleChange::Retired, None)
}

/// Says that an article is still right; it is read through again in a year.
pub fn review(tx: &mut Tx<'_>, act: &Act, id: ArticleId, read: i64) -> Verb<Article> {
    let article = load_at(tx, act, id, read)?;
    save(tx, act, reviewed(act, article), ArticleChange::Reviewed, None)
}

/// Lets the pages of its services lead to an article.
pub fn put_on_pages(tx: &mut Tx<'_>, act: &Act, id: ArticleId, read: i64) -> Verb<Article> {
    let article = load_at(tx, act, id, read)?;
    if article.state != ArticleState::Published || article.audience != ArticleAudience::Everybody {
        return Err(Refusal::conflict("customers cannot read this article; publish it for everybody first"));
    }
    if article.services.is_empty() {
        return Err(Refusal::conflict("the article is about no service; choose one first"));
    }
    save(tx, act, Article { on_page: true, ..article }, ArticleChange::Placed, None)
}

/// Takes an article off the pages of its services.
pub fn take_off_pages(tx: &mut Tx<'_>, act: &Act, id: ArticleId, read: i64) -> Verb<Article> {
    let article = load_at(tx, act, id, read)?;
    save(tx, act, Article { on_page: false, ..article }, ArticleChange::Unplaced, None)
}

/// Saves a change, and notes it. From now on the article is the desk's own.
fn save(
    tx: &mut Tx<'_>,
    act: &Act,
    mut article: Article,
    what: ArticleChange,
    text: Option<&ArticleText>,
) -> Verb<Article> {
    let read = article.revision;
    article.revision += 1;
    article.changed_at = act.at;
    article.from_city = false;
    articles::update(tx, &article, read)?;
    note(tx, act, &article, what, text)?;
    Ok(article)
}

/// Notes what was done to an article.
pub(super) fn note(
    tx: &mut Tx<'_>,
    act: &Act,
    article: &Article,
    what: ArticleChange,
    text: Option<&ArticleText>,
) -> Verb<()> {
    let revision = Revision {
        number: article.revision,
        what,
        text: text.cloned(),
        officer: super::officer(act).cloned(),
        at: act.at,
    };
    Ok(articles::note(tx, article.id, &revision)?)
}

fn reviewed(act: &Act, article: Article) -> Article {
    let today = act.city().calendar.day(act.at);
    Article { reviewed_on: Some(today), review_on: Some(next_review(act)), ..article }
}

fn next_review(act: &Act) -> Date {
    after_a_year(act.city().calendar.day(act.at))
}

/// The day on which what was right on a day is read through again.
pub(super) fn after_a_year(day: Date) -> Date {
    day.checked_add(REVIEW_MONTHS.months()).unwrap_or(day)
}

fn wrong_text(act: &Act, text: &ArticleText) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let title = text.title.chars().count();
    if text.title.trim().is_empty()
        || title > LONGEST_TITLE
        || !is_text(&text.title)
        || text.title.contains('\n')
    {
        let problem = format!("write what is asked, in at most {LONGEST_TITLE} characters");
        mistakes.push(mistake("title", problem));
    }
    if text.body.trim().is_empty() || text.body.chars().count() > LONGEST_BODY || !is_text(&text.body) {
        mistakes.push(mistake("body", format!("write the answer, in at most {LONGEST_BODY} characters")));
    }
    if !act.city().languages.contains(&text.language) {
        mistakes.push(mistake("language", "the city does not speak this language; choose another"));
    }
    mistakes
}

fn wrong_services(act: &Act, services: &[ServiceCode]) -> Vec<Mistake> {
    if services.len() > MOST_SERVICES {
        return vec![mistake("services", format!("choose at most {MOST_SERVICES} services"))];
    }
    let unknown = services.iter().find(|code| !act.city().services.contains_key(*code));
    let problem =
        |code: &ServiceCode| mistake("services", format!("there is no service {code}; choose another"));
    unknown.map(problem).into_iter().collect()
}

fn mistake(field: &str, problem: impl Into<String>) -> Mistake {
    Mistake { field: field.to_owned(), problem: problem.into() }
}

fn is_text(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() && !"\n\t".contains(c))
}

/// A name in an address that no other article has: the plain letters of a title, or else a word.
fn free_code(tx: &mut Tx<'_>, act: &Act, title: &str) -> Verb<String> {
    let mut code = String::new();
    for word in folded(title).iter().filter(|word| word.bytes().all(|byte| byte.is_ascii_alphanumeric())) {
        if code.len() + word.len() >= LONGEST_CODE {
            break;
        }
        code.push_str(if code.is_empty() { "" } else { "-" });
        code.push_str(word);
    }
    if !code.is_empty() && articles::by_code(tx, &code)?.is_none() {
        return Ok(code);
    }
    code.push_str(if code.is_empty() { "article-" } else { "-" });
    for byte in act.chance.bytes::<4>() {
        // Writing to a text cannot fail.
        let _ = write!(code, "{byte:02x}");
    }
    Ok(code)
}
