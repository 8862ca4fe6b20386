//! The desk as an officer's browser sees it: pages, the form of the composer, and whether an answer came whole.

use super::super::door::Answer;
use anyhow::{Context, Result};
use std::io::ErrorKind;
use std::time::Duration;
use ureq::http::{Response, header};
use ureq::{Agent, Body, Error};

/// By this header a proxy would say who is there.
pub(super) const WHO: &str = "x-officer";
/// The longest that an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A browser in which an officer signs in.
pub(super) struct Browser {
    agent: Agent,
    base: String,
    code: String,
    /// The address that the proxy says it calls from: each officer has one, as tries are counted by it.
    from: String,
    cookie: String,
}

/// An answer, with what its headers say of it.
pub(super) struct Said {
    pub(super) answer: Answer,
    /// The revision under which a draft was kept.
    pub(super) kept_as: Option<i64>,
    cookie: Option<String>,
}

/// A page of a case, as far as it is written on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) token: String,
    /// What tells this form from any other.
    pub(super) once: String,
    /// The revision of the draft.
    pub(super) revision: i64,
    /// The revision of the case.
    pub(super) base: i64,
    /// What stands in the composer, or is on its way.
    pub(super) words: String,
    /// Whether it is on its way.
    pub(super) sending: bool,
}

impl Browser {
    pub(super) fn new(port: u16, code: &str, number: usize) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(PATIENCE))
            .max_idle_connections(1)
            .proxy(None)
            .build()
            .new_agent();
        let base = format!("http://127.0.0.1:{port}");
        let from = format!("10.1.0.{}", number % 250);
        Self { agent, base, code: code.to_owned(), from, cookie: String::new() }
    }

    /// Keeps the cookie that an answer sets.
    pub(super) fn remember(&mut self, said: &Said) {
        if let Some(cookie) = &said.cookie {
            self.cookie.clone_from(cookie);
        }
    }

    pub(super) fn get(&self, path: &str) -> Said {
        let get = self.agent.get(format!("{}{path}", self.base)).header(WHO, &self.code);
        let get = get.header("x-forwarded-for", &self.from);
        read(get.header(header::COOKIE, &self.cookie).header(header::ACCEPT_LANGUAGE, "en").call())
    }

    pub(super) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Said {
        let post = self.agent.post(format!("{}{path}", self.base)).header(WHO, &self.code);
        let post = post.header("x-forwarded-for", &self.from);
        let post = post.header(header::COOKIE, &self.cookie).header(header::ACCEPT_LANGUAGE, "en");
        read(post.header("sec-fetch-site", "same-origin").send_form(fields.iter().copied()))
    }
}

fn read(sent: Result<Response<Body>, Error>) -> Said {
    let mut said = Said { answer: Answer::Broken, kept_as: None, cookie: None };
    match sent {
        Ok(mut response) => {
            let text = |name: &str| Some(response.headers().get(name)?.to_str().ok()?.to_owned());
            said.kept_as = text("composition-revision").and_then(|revision| revision.parse().ok());
            said.cookie = text("set-cookie").and_then(|set| Some(set.split(';').next()?.to_owned()));
            let status = response.status().as_u16();
            if let Ok(body) = response.body_mut().read_to_string() {
                said.answer = Answer::Whole { status, body };
            }
        }
        Err(Error::Io(error)) if error.kind() == ErrorKind::ConnectionRefused => said.answer = Answer::Unsent,
        Err(_) => {}
    }
    said
}

/// The token of a page's first form.
pub(super) fn token(text: &str) -> Result<String> {
    between(text, "name=\"token\" value=\"", "\"").map(ToOwned::to_owned)
}

impl Page {
    /// Reads a page of a case.
    pub(super) fn read(text: &str) -> Result<Self> {
        if let Some((_, form)) = text.split_once("class=\"desk-sending\"") {
            let words = between(form, "class=\"desk-words\" dir=\"auto\">", "</p>")?;
            let base = between(text, "data-revision=\"", "\"")?.parse()?;
            let (token, words) = (token(form)?, unescaped(words));
            return Ok(Self { token, once: String::new(), revision: 0, base, words, sending: true });
        }
        let (_, form) = text.split_once("class=\"desk-write\"").context("a page has no composer")?;
        let field = |name: &str| between(form, &format!("name=\"{name}\" value=\""), "\"");
        let (_, area) =
            form.split_once("<textarea class=\"govuk-textarea\" id=\"words\"").context("no words")?;
        Ok(Self {
            token: token(form)?,
            once: field("once")?.to_owned(),
            revision: field("revision")?.parse()?,
            base: field("base")?.parse()?,
            words: unescaped(between(area, ">\n", "</textarea>")?),
            sending: false,
        })
    }
}

/// What a page that refuses says first, in words.
pub(super) fn why(text: &str) -> Option<String> {
    between(text, "id=\"why\">", "<").ok().map(unescaped)
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Result<&'t str> {
    let found = text.split_once(before).and_then(|(_, rest)| rest.split_once(after));
    found.map(|(found, _)| found).with_context(|| format!("a page does not say {before}"))
}

/// Text as it was before it was put into a page.
fn unescaped(text: &str) -> String {
    let signs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    signs.iter().fold(text.to_owned(), |text, (written, sign)| text.replace(written, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &str = "<form data-revision=\"7\" class=\"desk-write\"><input name=\"token\" value=\"t\">\
        <input name=\"once\" value=\"o\"><input name=\"revision\" value=\"3\"><input name=\"base\" value=\"7\">\
        <textarea class=\"govuk-textarea\" id=\"words\" rows=\"7\">\n&#60;b&#62; &#38;#60; \n two</textarea>";

    #[test]
    fn a_composer_is_read_to_the_letter() {
        let page = Page::read(FORM).unwrap();
        assert_eq!((page.revision, page.base, page.sending), (3, 7, false));
        assert_eq!((page.token.as_str(), page.once.as_str()), ("t", "o"));
        assert_eq!(page.words, "<b> &#60; \n two");
        assert!(Page::read("<p>Sign in</p>").is_err());
    }

    #[test]
    fn what_is_on_its_way_is_read_and_a_refusal_is_heard() {
        let text = "<main data-revision=\"9\"><form class=\"desk-sending\"><input name=\"token\" value=\"t\">\
            <p class=\"desk-words\" dir=\"auto\">We come.</p>";
        let page = Page::read(text).unwrap();
        assert_eq!((page.words.as_str(), page.base, page.sending), ("We come.", 9, true));
        assert_eq!(why("<p id=\"why\">It&#39;s closed</p>").as_deref(), Some("It's closed"));
        assert_eq!(why("<p>Fine</p>"), None);
    }
}
