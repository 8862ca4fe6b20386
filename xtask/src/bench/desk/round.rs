//! An officer's round at the desk, request by request: lists, cases, a note, a search letter by letter. What they ask
//! next follows from what they were answered.

use super::{AGENCIES, OFFICERS, WHO, code};
use crate::bench::asks::{escaped, request};
use crate::bench::walk::Walker;
use crate::bench::wire::{Reply, Wire};
use anyhow::{Context, Result, ensure};

const SERVICES: [&str; 4] =
    ["street-light-outages", "roadway-repair", "graffiti-removal", "empty-litter-basket"];
const DISTRICTS: [&str; 4] = ["dorchester", "roxbury", "back-bay", "jamaica-plain"];
/// What is typed, letter by letter, while suggestions come.
const TYPED: [&str; 8] = ["p", "po", "pot", "potho", "12", "washing", "617", "st"];
const WORDS: [&str; 6] =
    ["pothole dorchester", "graffiti", "washington st", "street light out", "12 hewins", "snow"];
const MISSPELT: [&str; 4] = ["graffitti", "potohle", "washingtom", "dorchestre"];

/// What is asked for, as the figures name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Page {
    Inbox,
    View,
    Narrowed,
    References,
    Case,
    Present,
    Keep,
    Send,
    Suggest,
    Search,
    Misspelt,
}

/// A round, in this order.
const WALK: [Page; super::A_ROUND] = [
    Page::Inbox,
    Page::Case,
    Page::Present,
    Page::Keep,
    Page::Keep,
    Page::Keep,
    Page::Send,
    Page::Case,
    Page::References,
    Page::View,
    Page::Case,
    Page::Suggest,
    Page::Suggest,
    Page::Suggest,
    Page::Suggest,
    Page::Case,
    Page::Narrowed,
    Page::Case,
    Page::Present,
    Page::Search,
    Page::Case,
    Page::Misspelt,
    Page::References,
    Page::Inbox,
];

impl Page {
    const fn name(self) -> &'static str {
        match self {
            Self::Inbox => "`GET /desk`",
            Self::View => "`GET /desk?view=…`",
            Self::Narrowed => "`GET /desk?…`, a filter of one's own",
            Self::References => "`GET /desk/references.json`",
            Self::Case => "`GET /desk/cases/{reference}`",
            Self::Present => "`POST` who is at a case",
            Self::Keep => "`POST` a note, kept as it is typed",
            Self::Send => "`POST` a note: send",
            Self::Suggest => "`GET /desk/suggest?q=…`",
            Self::Search => "`GET /desk/search?q=…`",
            Self::Misspelt => "`GET /desk/search?q=…`, misspelt",
        }
    }

    /// The status of an answer that is good.
    const fn good(self) -> u16 {
        match self {
            Self::Present | Self::Keep => 204,
            Self::Send => 303,
            _ => 200,
        }
    }
}

/// An officer who has signed in.
pub(super) struct Officer {
    number: usize,
    /// How much they have asked for.
    asked: usize,
    cookie: String,
    token: String,
    /// The cases of the list that they looked at last.
    cases: Vec<String>,
    /// The case that they have open, and its form: fields that come back as they are.
    case: String,
    form: Vec<(&'static str, String)>,
}

impl Officer {
    pub(super) fn new(number: usize) -> Self {
        let none = String::new;
        Self {
            number,
            asked: 0,
            cookie: none(),
            token: none(),
            cases: Vec::new(),
            case: none(),
            form: Vec::new(),
        }
    }

    /// Signs in by one press of a button, since the proxy knows them, and looks at what there is.
    pub(super) async fn sign_in(&mut self, wire: &mut Wire) -> Result<()> {
        let page = wire.ask(&self.ask("GET", "/desk/sign-in", "")).await?;
        ensure!(page.is_good(), page.fault());
        self.cookie = cookies(&page);
        let token = between(&String::from_utf8_lossy(page.body), "name=\"token\" value=\"", "\"")?.to_owned();
        let entered = wire.ask(&self.ask("POST", "/desk/sign-in", &format!("token={token}"))).await?;
        ensure!(entered.status == 303, entered.fault());
        self.cookie = cookies(&entered);
        let inbox = wire.ask(&self.ask("GET", &Page::inbox(), "")).await?;
        ensure!(inbox.is_good(), inbox.fault());
        self.look(&inbox)
    }

    pub(super) fn ask(&self, method: &str, path: &str, body: &str) -> Vec<u8> {
        let mut headers = format!(
            "accept-encoding: gzip, deflate, br\r\naccept-language: en\r\n{WHO}: {}\r\nx-forwarded-for: 10.1.0.{}\r\n",
            code(self.number),
            self.number % 250,
        );
        if !self.cookie.is_empty() {
            headers.push_str(&format!("cookie: {}\r\n", self.cookie));
        }
        if method == "POST" {
            headers.push_str(
                "content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin\r\n",
            );
        }
        request(method, path, &headers, body)
    }

    /// A case that they see, another one each time.
    pub(super) fn pick_case(&self) -> &str {
        // Officers of an agency see the same list; each has cases of their own in it.
        let own = self.number / AGENCIES.len() + self.asked * (OFFICERS / AGENCIES.len() + 1);
        self.cases.get(own % self.cases.len().max(1)).map_or("", String::as_str)
    }

    /// A form about a case.
    pub(super) fn form(&self, fields: &[(&str, &str)]) -> String {
        let fields = fields.iter().map(|(name, value)| format!("{name}={}&", escaped(value)));
        format!("{}token={}", fields.collect::<String>(), self.token)
    }

    fn path(&self, page: Page) -> String {
        let turn = self.number + self.asked;
        match page {
            Page::Inbox => Page::inbox(),
            Page::View => format!("/desk?view={}", pick(&["overdue", "soon", "unassigned", "closed"], turn)),
            Page::Narrowed => {
                let (service, district) = (pick(&SERVICES, turn), pick(&DISTRICTS, turn / 3));
                let only = ["service", "district", "both"];
                match pick(&only, turn) {
                    "service" => format!("/desk?view=open&own=1&service={service}&status=open"),
                    "district" => format!("/desk?view=open&own=1&district={district}&status=open"),
                    _ => format!("/desk?view=open&own=1&service={service}&district={district}&order=newest"),
                }
            }
            Page::References => "/desk/references.json?view=open".to_owned(),
            Page::Case => format!("/desk/cases/{}", self.pick_case()),
            Page::Present => format!("/desk/cases/{}/presence", self.case),
            Page::Keep => format!("/desk/cases/{}/composition", self.case),
            Page::Send => format!("/desk/cases/{}/composition/sending", self.case),
            Page::Suggest => format!("/desk/suggest?q={}", escaped(pick(&TYPED, turn))),
            Page::Search => format!("/desk/search?q={}", escaped(pick(&WORDS, turn))),
            Page::Misspelt => format!("/desk/search?q={}", escaped(pick(&MISSPELT, turn))),
        }
    }

    fn body(&self, page: Page) -> String {
        let words = format!("Spoke to the crew; they come on the {}th.", self.asked);
        let mut fields: Vec<(&str, &str)> =
            self.form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        match page {
            Page::Present => return self.form(&[("doing", "viewing")]),
            Page::Keep => fields.extend([("words", words.as_str()), ("by", "script")]),
            Page::Send => fields.push(("words", words.as_str())),
            _ => return String::new(),
        }
        self.form(&fields)
    }

    /// Learns which cases are in a list.
    fn look(&mut self, reply: &Reply<'_>) -> Result<()> {
        let text = body(reply)?;
        between(&text, "name=\"token\" value=\"", "\"")?.clone_into(&mut self.token);
        let links = text.split("href=\"/desk/cases/").skip(1);
        let mut cases: Vec<String> =
            links.filter_map(|link| link.split(['?', '"']).next()).map(ToOwned::to_owned).collect();
        cases.dedup();
        if !cases.is_empty() {
            self.cases = cases;
        }
        Ok(())
    }

    /// Learns the form of a case's page; where a note is on its way, there is none.
    fn open(&mut self, reply: &Reply<'_>) -> Result<()> {
        let text = body(reply)?;
        between(&text, "data-case=\"", "\"")?.clone_into(&mut self.case);
        self.form = vec![("kind", "note".to_owned())];
        if let Some((_, form)) = text.split_once("class=\"desk-write\"") {
            for name in ["once", "revision", "base"] {
                let value = between(form, &format!("name=\"{name}\" value=\""), "\"")?;
                self.form.push((name, value.to_owned()));
            }
        }
        Ok(())
    }
}

impl Page {
    fn inbox() -> String {
        "/desk?view=open".to_owned()
    }
}

impl Walker for Officer {
    type Page = Page;

    fn name(page: Page) -> &'static str {
        page.name()
    }

    fn next(&self) -> (Page, Vec<u8>) {
        let page = pick(&WALK, self.asked);
        let method = if matches!(page, Page::Present | Page::Keep | Page::Send) { "POST" } else { "GET" };
        (page, self.ask(method, &self.path(page), &self.body(page)))
    }

    fn learn(&mut self, page: Page, reply: &Reply<'_>) -> Result<bool> {
        self.asked += 1;
        if reply.status != page.good() {
            return Ok(false);
        }
        match page {
            Page::Inbox => self.look(reply)?,
            Page::Case => self.open(reply)?,
            Page::Keep => {
                let revision = reply.header("composition-revision").context("a note has no revision")?;
                for (_, value) in self.form.iter_mut().filter(|(name, _)| *name == "revision") {
                    revision.clone_into(value);
                }
            }
            _ => {}
        }
        Ok(true)
    }
}

/// The cookies that an answer sets.
fn cookies(reply: &Reply<'_>) -> String {
    let cookies = reply.header("set-cookie").and_then(|cookie| cookie.split(';').next());
    cookies.unwrap_or_default().to_owned()
}

fn body(reply: &Reply<'_>) -> Result<String> {
    let packed = reply.header("content-encoding");
    ensure!(
        packed.is_none(),
        "a page of the desk holds a secret and is packed ({})",
        packed.unwrap_or_default()
    );
    Ok(String::from_utf8_lossy(reply.body).into_owned())
}

fn pick<T: Copy>(from: &[T], by: usize) -> T {
    from[by % from.len()]
}

pub(super) fn between<'t>(text: &'t str, before: &str, after: &str) -> Result<&'t str> {
    let found = text.split_once(before).and_then(|(_, rest)| rest.split_once(after));
    found.map(|(found, _)| found).with_context(|| format!("a page does not say {before}"))
}
