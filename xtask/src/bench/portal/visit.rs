//! A visit to the portal, request by request: somebody looks around, asks for something, follows it, and reads what
//! others reported. What they ask next follows from what they were answered.

use super::Known;
use crate::bench::asks::{escaped, request};
use crate::bench::walk::Walker;
use crate::bench::wire::Reply;
use anyhow::{Context, Result};
use std::rc::Rc;

/// What most people ask for.
const SERVICE: &str = "street-light-outages";
const SERVICES: [&str; 4] = [SERVICE, "roadway-repair", "graffiti-removal", "empty-litter-basket"];
const DISTRICTS: [&str; 4] = ["dorchester", "roxbury", "back-bay", "jamaica-plain"];
/// As browsers ask, most of them in English.
const LANGUAGES: [&str; 8] = ["en", "en", "en", "es", "en", "ar", "ta", "fr"];
const WORDS: [&str; 8] = [
    "street light",
    "pothole",
    "snow on the street",
    "luz apagada",
    "مصباح الشارع",
    "தெருவிளக்கு",
    "trash was not picked up",
    "बत्ती",
];
const MISSPELT: [&str; 6] = ["stret lihgt", "pothoel", "grafitti", "recylcing cart", "lampadiare", "sidwalk"];
/// What is typed, letter by letter, while suggestions come.
const TYPED: [&str; 6] = ["st", "str", "stree", "street l", "graf", "trasch"];

/// A page of the portal, as the figures name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::bench) enum Page {
    Home,
    Suggest,
    Search,
    Misspelt,
    Service,
    Begin,
    Fill,
    Next,
    Similar,
    Check,
    Send,
    Done,
    Case,
    Reports,
    Narrowed,
    Map,
    Report,
    Feed,
    ReportFeed,
    Districts,
    Scorecard,
    Figures,
}

impl Page {
    const fn name(self) -> &'static str {
        match self {
            Self::Home => "`GET /`",
            Self::Suggest => "`GET /suggest?q=…`",
            Self::Search => "`GET /services?q=…`",
            Self::Misspelt => "`GET /services?q=…`, misspelt",
            Self::Service => "`GET /services/{code}`",
            Self::Begin => "`GET /ask/{service}`",
            Self::Fill => "`POST` a page of an asking",
            Self::Next => "`GET` the next page of it",
            Self::Similar => "`GET` its similar reports",
            Self::Check => "`GET` its check",
            Self::Send => "`POST` its check: send",
            Self::Done => "`GET` its end",
            Self::Case => "`GET /cases/{reference}`",
            Self::Reports => "`GET /reports`",
            Self::Narrowed => "`GET /reports?…`",
            Self::Map => "`GET /reports.json?…`",
            Self::Report => "`GET /reports/{reference}`",
            Self::Feed => "`GET /reports.rss?…`",
            Self::ReportFeed => "`GET /reports/{reference}/feed.rss`",
            Self::Districts => "`GET /districts.geojson`",
            Self::Scorecard => "`GET /scorecard`",
            Self::Figures => "`GET /scorecard?…`",
        }
    }

    /// The status of an answer that is good.
    const fn good(self) -> u16 {
        if matches!(self, Self::Fill | Self::Send) { 303 } else { 200 }
    }
}

/// What somebody looks at, in this order; at [`Page::Begin`] they ask for the service, page by page, before they go on.
const WALK: [Page; 29] = [
    Page::Home,
    Page::Suggest,
    Page::Suggest,
    Page::Suggest,
    Page::Search,
    Page::Misspelt,
    Page::Service,
    Page::Begin,
    Page::Case,
    Page::Home,
    Page::Suggest,
    Page::Suggest,
    Page::Misspelt,
    Page::Service,
    Page::Reports,
    Page::Narrowed,
    Page::Map,
    Page::Districts,
    Page::Report,
    Page::Narrowed,
    Page::Feed,
    Page::Report,
    Page::ReportFeed,
    Page::Narrowed,
    Page::Case,
    Page::Search,
    Page::Service,
    Page::Scorecard,
    Page::Figures,
];

/// A request that is being written.
#[derive(Debug, Clone)]
struct Asking {
    /// Its page now.
    at: String,
    /// Whether that page was looked at, so that it is filled in next.
    seen: bool,
}

/// Somebody who visits the portal, and comes again as somebody else when they have seen all.
#[derive(Debug, Clone)]
pub(in crate::bench) struct Visitor {
    number: usize,
    visit: usize,
    /// How much of [`WALK`] is behind them.
    walked: usize,
    /// How much they have asked for.
    asked: usize,
    cookie: String,
    token: String,
    asking: Option<Asking>,
    reference: String,
    /// What is there to be looked at.
    known: Rc<Known>,
}

impl Visitor {
    pub(super) fn new(number: usize, known: &Rc<Known>) -> Self {
        Self {
            number,
            known: Rc::clone(known),
            visit: 0,
            walked: 0,
            asked: 0,
            cookie: String::new(),
            token: String::new(),
            asking: None,
            reference: String::new(),
        }
    }

    fn page(&self) -> Page {
        let Some(Asking { at, seen }) = &self.asking else { return WALK[self.walked % WALK.len()] };
        match (at.rsplit('/').next().unwrap_or_default(), seen) {
            ("done", _) => Page::Done,
            ("check", true) => Page::Send,
            (_, true) => Page::Fill,
            ("check", false) => Page::Check,
            ("similar", false) => Page::Similar,
            (_, false) => Page::Next,
        }
    }

    fn path(&self, page: Page) -> String {
        let known = &self.known;
        let reference = known.reference(self.turn());
        match page {
            Page::Home => "/".to_owned(),
            Page::Suggest => format!("/suggest?q={}", escaped(self.pick(&TYPED))),
            Page::Search => format!("/services?q={}", escaped(self.pick(&WORDS))),
            Page::Misspelt => format!("/services?q={}", escaped(self.pick(&MISSPELT))),
            Page::Service => format!("/services/{}", self.pick(&SERVICES)),
            Page::Begin => format!("/ask/{SERVICE}"),
            Page::Case => format!("/cases/{}", self.reference),
            Page::Reports => "/reports".to_owned(),
            Page::Narrowed => format!("/reports?{}", self.filter()),
            Page::Feed => format!("/reports.rss?{}", self.filter()),
            Page::Map => {
                let (lat, long) = known.position(self.turn());
                let (south, north, west, east) = (lat - 0.01, lat + 0.01, long - 0.015, long + 0.015);
                format!("/reports.json?south={south}&west={west}&north={north}&east={east}")
            }
            Page::Report => format!("/reports/{reference}"),
            Page::ReportFeed => format!("/reports/{reference}/feed.rss"),
            Page::Districts => "/districts.geojson".to_owned(),
            Page::Scorecard => "/scorecard".to_owned(),
            Page::Figures => match self.turn() % 2 {
                0 => format!("/scorecard?service={}", self.pick(&SERVICES)),
                _ => format!("/scorecard?district={}", self.pick(&DISTRICTS)),
            },
            Page::Fill | Page::Next | Page::Similar | Page::Check | Page::Send | Page::Done => {
                self.asking.as_ref().map_or_else(String::new, |asking| asking.at.clone())
            }
        }
    }

    /// What is new of a service, of a part of the city, still open, over, and further back.
    fn filter(&self) -> String {
        let (service, district) = (self.pick(&SERVICES), self.pick(&DISTRICTS));
        match self.turn() % 5 {
            0 => format!("service={service}&district=&status=open"),
            1 => format!("service=&district={district}&status=open"),
            2 => format!("service={service}&district={district}&status=closed"),
            3 => "service=&district=&status=closed".to_owned(),
            _ => format!(
                "service={service}&district={district}&status=&after={}",
                self.known.after(self.turn())
            ),
        }
    }

    /// Fills in the page that they are at, by its name.
    fn post(&self) -> Vec<u8> {
        let at = self.asking.as_ref().map_or("", |asking| asking.at.as_str());
        let (lat, long) = self.known.position(self.turn());
        let text = |name: &str, value: &str| format!("{name}={}&", escaped(value));
        let fields = match at.rsplit('/').next().unwrap_or_default() {
            "where" => format!("{}lat={lat}&long={long}&", text("address", "12 Hewins St")),
            "details" => text("description", "It is dark on the way to school since Monday."),
            "contact" if self.number.is_multiple_of(2) => {
                let email = format!("v{}-{}@visit.example", self.number, self.visit);
                text("name", "Mae Lee") + &text("email", &email)
            }
            "contact" | "check" | "similar" | "photos" => String::new(),
            _ => text("wrong", "out") + &text("pole-number", "1234"),
        };
        self.ask("POST", at, &format!("{fields}token={}", self.token))
    }

    fn ask(&self, method: &str, path: &str, body: &str) -> Vec<u8> {
        let mut headers = format!(
            "accept-encoding: gzip, deflate, br\r\naccept-language: {}\r\nx-forwarded-for: 10.0.{}.{}\r\n",
            pick(&LANGUAGES, self.number + self.visit),
            self.number % 250,
            self.visit % 250
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

    fn leave(&mut self) {
        *self = Self { visit: self.visit + 1, asked: self.asked, ..Self::new(self.number, &self.known) };
    }

    /// A number that differs between visitors, and from request to request.
    fn turn(&self) -> usize {
        self.number * 31 + self.asked * 7
    }

    fn pick<'a>(&self, from: &[&'a str]) -> &'a str {
        pick(from, self.number + self.asked)
    }
}

impl Walker for Visitor {
    type Page = Page;

    fn name(page: Page) -> &'static str {
        page.name()
    }

    fn next(&self) -> (Page, Vec<u8>) {
        let page = self.page();
        let request = match page {
            Page::Fill | Page::Send => self.post(),
            _ => self.ask("GET", &self.path(page), ""),
        };
        (page, request)
    }

    /// After an answer that was not good they begin anew.
    fn learn(&mut self, page: Page, reply: &Reply<'_>) -> Result<bool> {
        self.asked += 1;
        if reply.status != page.good() {
            self.leave();
            return Ok(false);
        }
        if let Some(cookie) = reply.header("set-cookie").and_then(|cookie| cookie.split(';').next()) {
            cookie.clone_into(&mut self.cookie);
        }
        match page {
            Page::Begin => {
                let text = String::from_utf8_lossy(reply.body);
                between(&text, "name=\"token\" value=\"", "\"")?.clone_into(&mut self.token);
                self.asking = Some(Asking { at: format!("/ask/{SERVICE}"), seen: true });
            }
            Page::Fill | Page::Send => {
                let at = reply.header("location").context("a form leads nowhere")?.to_owned();
                self.asking = Some(Asking { at, seen: false });
            }
            Page::Next | Page::Similar | Page::Check => {
                self.asking.iter_mut().for_each(|asking| asking.seen = true);
            }
            Page::Done => {
                let text = String::from_utf8_lossy(reply.body);
                between(&text, "id=\"reference\">", "<")?.clone_into(&mut self.reference);
                self.asking = None;
                self.walked += 1;
            }
            _ => self.walked += 1,
        }
        if self.walked == WALK.len() {
            self.leave();
        }
        Ok(true)
    }
}

fn pick<'a>(from: &[&'a str], by: usize) -> &'a str {
    from.get(by % from.len().max(1)).copied().unwrap_or_default()
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Result<&'t str> {
    let found = text.split_once(before).and_then(|(_, rest)| rest.split_once(after));
    found.map(|(found, _)| found).with_context(|| format!("a page does not say {before}"))
}
