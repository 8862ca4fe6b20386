//! Somebody's browser in a test: it keeps cookies, follows redirects and fills in forms, without scripts.

use crate::common::{Answer, Doors};
use axum::body::Body;
use axum::http::{Request, header};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A file to send: its field, its name, what the browser says that it is, and its bytes.
pub(crate) type Sent<'f> = (&'f str, &'f str, &'f str, &'f [u8]);

/// A browser.
pub(crate) struct Browser<'d> {
    doors: &'d Doors<'d>,
    language: &'static str,
    /// The address that a proxy says it calls from.
    from: &'static str,
    cookies: RefCell<BTreeMap<String, String>>,
}

/// A page, with the address that it was found at in the end.
pub(crate) struct Page {
    pub(crate) at: String,
    pub(crate) status: u16,
    pub(crate) text: String,
}

impl<'d> Browser<'d> {
    pub(crate) fn of(doors: &'d Doors<'d>, language: &'static str) -> Self {
        Self { doors, language, from: "", cookies: RefCell::default() }
    }

    /// The same, calling from an address, for doors that trust their proxy.
    pub(crate) fn calling_from(self, from: &'static str) -> Self {
        Self { from, ..self }
    }

    /// The same browser, with the cookies that it kept, before a house that was started again.
    pub(crate) fn again(
        doors: &'d Doors<'d>,
        language: &'static str,
        cookies: BTreeMap<String, String>,
    ) -> Self {
        Self { doors, language, from: "", cookies: RefCell::new(cookies) }
    }

    /// The cookies that it keeps.
    pub(crate) fn cookies(&self) -> BTreeMap<String, String> {
        self.cookies.borrow().clone()
    }

    /// What is answered at an address, as it is.
    pub(crate) fn raw(&self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty())
    }

    /// A request as this browser sends it.
    pub(crate) fn request(&self, request: axum::http::request::Builder, body: Body) -> Request<Body> {
        let cookies: Vec<String> =
            self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(header::HOST, "desk.example")
            .header(header::COOKIE, cookies.join("; "));
        let request =
            if self.from.is_empty() { request } else { request.header("x-forwarded-for", self.from) };
        request.body(body).unwrap()
    }

    /// What is answered to a request, as it is.
    pub(crate) fn send(&self, request: axum::http::request::Builder, body: Body) -> Answer {
        let answer = self.doors.send(self.request(request, body));
        for set in answer.headers.get_all(header::SET_COOKIE) {
            let text = set.to_str().unwrap();
            assert!(
                text.contains("; Secure; HttpOnly; SameSite=Lax") && text.starts_with("__Host-"),
                "{text}"
            );
            let (name, value) = text.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
        }
        answer
    }

    fn settle(&self, at: &str, mut answer: Answer) -> Page {
        let mut at = at.to_owned();
        for _ in 0..5 {
            let Some(next) = answer.headers.get(header::LOCATION) else { break };
            next.to_str().unwrap().clone_into(&mut at);
            answer = self.send(Request::get(&at), Body::empty());
        }
        Page { at, status: answer.status.as_u16(), text: answer.text }
    }

    pub(crate) fn get(&self, path: &str) -> Page {
        let answer = self.send(Request::get(path), Body::empty());
        self.settle(path, answer)
    }

    /// Posts to an address with the token of a page.
    pub(crate) fn post(&self, page: &Page, path: &str, fields: &[(&str, &str)]) -> Page {
        let token = page.token();
        let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("token", token.as_str())]).collect();
        self.post_raw(path, &fields, "same-origin")
    }

    /// Posts fields as they are, from a site.
    pub(crate) fn post_raw(&self, path: &str, fields: &[(&str, &str)], site: &str) -> Page {
        let encode =
            |text: &str| text.bytes().fold(String::new(), |text, byte| text + &format!("%{byte:02X}"));
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", site);
        let answer = self.send(request, Body::from(pairs.join("&")));
        self.settle(path, answer)
    }

    /// Sends the form of a page with files.
    pub(crate) fn upload(&self, page: &Page, fields: &[(&str, &str)], files: &[Sent<'_>]) -> Page {
        let (action, token) = (page.action(), page.token());
        let fields: Vec<_> = fields.iter().copied().chain([("token", token.as_str())]).collect();
        let body = in_parts(&fields, files);
        let request = Request::post(&action)
            .header(header::CONTENT_TYPE, IN_PARTS)
            .header("sec-fetch-site", "same-origin");
        let answer = self.send(request, Body::from(body));
        self.settle(&action, answer)
    }

    /// Fills in the form of a page and sends it.
    pub(crate) fn submit(&self, page: &Page, fields: &[(&str, &str)]) -> Page {
        let once = page.text.split("name=\"once\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let fields: Vec<_> = fields.iter().copied().chain(once.map(|once| ("once", once))).collect();
        self.post(page, &page.action(), &fields)
    }
}

/// How a form that is sent in parts is announced.
pub(crate) const IN_PARTS: &str = "multipart/form-data; boundary=xyz";

/// A form with files, in parts.
pub(crate) fn in_parts(fields: &[(&str, &str)], files: &[Sent<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    let mut part = |head: String, bytes: &[u8]| {
        body.extend_from_slice(format!("--xyz\r\n{head}\r\n\r\n").as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    };
    for (name, value) in fields {
        part(format!("Content-Disposition: form-data; name=\"{name}\""), value.as_bytes());
    }
    for (field, name, kind, bytes) in files {
        let head = format!(
            "Content-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: {kind}"
        );
        part(head, bytes);
    }
    body.extend_from_slice(b"--xyz--\r\n");
    body
}

impl Page {
    /// Where its form goes to.
    #[track_caller]
    pub(crate) fn action(&self) -> String {
        let form = self.text.split("<form action=\"").find(|part| part.contains("method=\"post\""));
        form.and_then(|form| form.split('"').next())
            .unwrap_or_else(|| panic!("no form: {}", self.text))
            .to_owned()
    }

    #[track_caller]
    pub(crate) fn token(&self) -> String {
        let token = self.text.split("name=\"token\" value=\"").nth(1);
        token
            .and_then(|part| part.split('"').next())
            .unwrap_or_else(|| panic!("no token: {}", self.text))
            .to_owned()
    }

    /// The last part of its address.
    pub(crate) fn step(&self) -> &str {
        self.at.rsplit('/').next().unwrap_or_default()
    }

    /// The text of an element with an id.
    #[track_caller]
    pub(crate) fn by_id(&self, id: &str) -> String {
        let part = self.text.split(&format!("id=\"{id}\">")).nth(1);
        part.and_then(|part| part.split('<').next())
            .unwrap_or_else(|| panic!("no {id}: {}", self.text))
            .to_owned()
    }

    #[track_caller]
    pub(crate) fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.at, self.text);
        self
    }

    /// What the summary says is wrong.
    pub(crate) fn wrong(&self) -> Vec<String> {
        let Some(list) = self.text.split("govuk-error-summary__list\">").nth(1) else { return Vec::new() };
        let list = list.split("</ul>").next().unwrap_or_default();
        list.split("<li>")
            .skip(1)
            .filter_map(|item| item.split('>').nth(1)?.split('<').next())
            .map(ToOwned::to_owned)
            .collect()
    }
}
