//! The house at whose desk every route is tried: who is signed in, and what a request is about.

use crate::browser::{Browser, IN_PARTS, in_parts};
use crate::common::{Answer, Doors, form};
use crate::desk_behalf::{CALL, begins, opens, presses, reads_back};
use crate::desk_case::{after_a_moment, compose, composer, hidden, signed_in};
use crate::desk_roles::{Asked, LIGHT};
use axum::body::Body;
use axum::http::{Request, header};
use office::authority::{self, NewApproval, NewOffer, Wanted};
use office::bookings;
use office::cases;
use office::customers::{Person, Session};
use office::desk::{self, BulkAct, NewMacro, NewView, Shared, Step};
use office::knowledge::{self, NewArticle};
use records::articles::ArticleText;
use std::cell::Cell;
use terms::{ArticleAudience, Principal, RemedyCode, ServiceCode};
use testkit::{CaseHandle, TestOffice};

/// The officers by their roles.
const OFFICERS: [(&str, &str); 8] = [
    ("clerk", "dora"),
    ("specialist", "lee"),
    ("supervisor", "ruth"),
    ("other-agency", "sam"),
    ("involved", "tomas"),
    ("contact-centre", "mira"),
    ("analyst", "noor"),
    ("administrator", "root"),
];

/// Who is signed in, and what proves that a form was written for them.
pub(crate) struct House<'d> {
    pub(crate) doors: &'d Doors<'d>,
    officers: Vec<(&'static str, &'static str, Browser<'d>, String)>,
    customer: Browser<'d>,
    /// What proves that a form was written for the customer.
    token: String,
    key: String,
    sent: Cell<u32>,
}

impl<'d> House<'d> {
    pub(crate) fn open(doors: &'d Doors<'d>) -> Self {
        let officer = |(role, code): (&'static str, &'static str)| {
            let browser = signed_in(doors, code);
            let token = browser.get("/desk/keys").is(200).token();
            (role, code, browser, token)
        };
        let customer = Browser::of(doors, "en");
        let (token, key) = (customer.get("/feedback").is(200).token(), doors.officer("lee"));
        Self { doors, officers: OFFICERS.map(officer).into(), customer, token, key, sent: Cell::default() }
    }

    pub(crate) fn officer(&self, role: &str) -> Option<&(&'static str, &'static str, Browser<'d>, String)> {
        let is_lee = role.starts_with("no-") || role == "other-origin" || role == "other-site";
        let role = if is_lee { "specialist" } else { role };
        self.officers.iter().find(|(known, ..)| *known == role)
    }

    pub(crate) fn lee(&self) -> &Browser<'d> {
        &self.officer("specialist").unwrap().2
    }

    /// A request as somebody sends it.
    pub(crate) fn ask(&self, stage: &Stage, (method, path, fields): &Asked, role: &str) -> Answer {
        let known = self.officer(role);
        let me = known.map_or("lee", |(_, code, ..)| code);
        let filled =
            |text: &str| stage.filled(self.doors.office, text).replace("{me}", me).replace("{role}", role);
        let at = filled(path);
        // What stands for all who come is posted with the token of a page that is for all.
        let open = path.starts_with("/help") || *path == "/desk/sign-in";
        let token = match (role, known) {
            ("no-token" | "nobody" | "token", _) => String::new(),
            (_, Some((.., browser, _))) if open => browser.get("/feedback").token(),
            (_, Some((.., token))) => token.clone(),
            _ => self.token.clone(),
        };
        self.sent.set(self.sent.get() + 1);
        let once = self.sent.get().to_string();
        let fields: Vec<(&str, String)> = fields.iter().map(|(name, value)| (*name, filled(value))).collect();
        let revision = if path.contains("/articles/") { String::new() } else { filled("{revision}") };
        let mut all: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        all.extend([("token", token.as_str()), ("once", once.as_str())]);
        if !all.iter().any(|(name, _)| *name == "revision") {
            all.push(("revision", &revision));
        }
        // The stream of news never ends; what is said of it does.
        let method = if path.contains("/live") { "HEAD" } else { method };
        let mut request = Request::builder().method(method).uri(&at);
        request = match role {
            "other-origin" => request.header(header::ORIGIN, "https://evil.example"),
            "other-site" => request.header("sec-fetch-site", "cross-site"),
            "token" => request.header(header::AUTHORIZATION, format!("Bearer {}", self.key)),
            _ => request.header("sec-fetch-site", "same-origin"),
        };
        let mut body = Body::empty();
        if method == "POST" {
            // Forms with room for words send them in parts; only the beginning of such a text is read.
            let long = all.iter().any(|(_, value)| value.len() > 256 * 1024);
            let kind = if long { IN_PARTS } else { "application/x-www-form-urlencoded" };
            request = request.header(header::CONTENT_TYPE, kind);
            body = if long { Body::from(in_parts(&all, &[])) } else { form(&at, &all, None).into_body() };
        }
        let request = match (role, known) {
            ("customer", _) => self.customer.request(request.header("case-secret", stage.secret()), body),
            (_, Some((.., browser, _))) => browser.request(request, body),
            _ => request.header(header::HOST, "desk.example").body(body).unwrap(),
        };
        self.doors.send(request)
    }
}

/// What makes something that the specialist keeps; its id.
type Keep<'k> = &'k dyn Fn(&Stage) -> String;

/// What a request is about: a case as far as it makes sense, and what the specialist keeps.
#[derive(Default)]
pub(crate) struct Stage {
    case: Option<CaseHandle>,
    other: Option<CaseHandle>,
    ids: Vec<(&'static str, String)>,
}

impl Stage {
    pub(crate) fn set(house: &House<'_>, (method, path, fields): &Asked) -> Self {
        let office = house.doors.office;
        let wants = |name: &str| {
            let asks = |text: &str| text.contains(name);
            asks(path) || fields.iter().any(|(_, value)| asks(value))
        };
        let mut stage = Self::default();
        if wants("{reference}") || wants("{bulk}") {
            let mae = office.resident("Mae Lee");
            let case = mae.reports(LIGHT, "Dark.");
            stage.other = Some(mae.reports(LIGHT, "Dark too."));
            let page = house.customer.get("/follow").is(200);
            let known = [("reference", &*case.reference.to_string()), ("secret", &case.secret)];
            house.customer.post(&page, "/follow", &known).is(200);
            stage.case = Some(case);
        }
        if *method == "POST" {
            stage.lead_to(office, path.split_once("{reference}/").map_or("", |(_, act)| act));
        }
        let keeps: [(&'static str, Keep<'_>); 9] = [
            ("{view}", &|_| view(office)),
            ("{macro}", &|_| a_macro(office)),
            ("{bulk}", &|stage| bulk(office, stage.case.as_ref().unwrap(), path)),
            ("{article}", &|_| article(office, path.ends_with("/publication"))),
            ("{draft}", &|_| article(office, true)),
            ("{asking}", &|_| asking(house.lee(), path)),
            ("{hold}", &|_| hold(house.lee())),
            ("{booking}", &|_| booking(office)),
            ("{file}", &|stage| file(house, stage.case.as_ref().unwrap())),
        ];
        for (name, keep) in keeps {
            if wants(name) {
                let id = keep(&stage);
                stage.ids.push((name, id));
            }
        }
        stage
    }

    /// The page of its case.
    pub(crate) fn path(&self) -> Option<String> {
        Some(format!("/desk/cases/{}", self.case.as_ref()?.reference))
    }

    fn secret(&self) -> &str {
        self.case.as_ref().map_or("", |case| &case.secret)
    }

    /// Brings the case to where an act makes sense.
    fn lead_to(&mut self, office: &TestOffice, act: &str) {
        let (Some(case), Some(other)) = (self.case.clone(), self.other.clone()) else { return };
        let (boss, lee, other) = (office.officer("ruth"), office.officer("lee"), other.reference);
        match act {
            "unassignment" => drop(lee.takes(&case)),
            "going-on" => drop(boss.asks(&case, "Which lamp?")),
            "transfer-acceptance" | "transfer-return" => {
                drop(boss.transfers(&case, "transportation", "A signal."));
            }
            "task-answer" => {
                let task = boss.asks_task(&case, "transportation", "Close the lane.");
                office.officer("tomas").answers_task(&case, task, terms::TaskAnswer::Accepted);
                self.ids.push(("{task}", task.to_string()));
            }
            "composition/undo" => {
                lee.on(&case, |tx, act, on, base| {
                    let words = "Too soon.".to_owned();
                    let kind = terms::CompositionKind::Reply;
                    let written = desk::Written { revision: 0, base, kind, outcome: None, words };
                    let desk::Saved::Kept(kept) = desk::save(tx, act, on, &written)? else { unreachable!() };
                    desk::send(tx, act, on, (kept.id, kept.revision), None)
                });
            }
            "reopening" => drop(boss.resolves(&case, "done", "New bulb.")),
            "waking" => {
                let until = office.office.now().checked_add(jiff::SignedDuration::from_hours(48)).unwrap();
                lee.on(&case, move |tx, act, on, read| {
                    cases::snooze(tx, act, on, read, (until, "The part."))
                });
            }
            "unmerge" => {
                boss.on(&case, move |tx, act, on, read| cases::merge(tx, act, on, read, &other));
            }
            "leaving" => {
                boss.on(&case, move |tx, act, on, read| cases::put_under(tx, act, on, read, &other));
            }
            "split" => {
                office.resident("Mae Lee").writes(&case, "And there is paint on it.");
                let contacts = office.house().sees(&case).contacts;
                let said = contacts.iter().find(|one| one.direction == terms::Direction::Inbound).unwrap();
                self.ids.push(("{message}", said.id.to_string()));
            }
            "decision" => {
                let (remedy, words) = (RemedyCode::new("refund"), "Paid back.".to_owned());
                let offer = NewOffer { remedy, amount: Some(200), words };
                let new = NewApproval { wanted: Wanted::Offer(offer), words: "A month late.".into() };
                let asked =
                    lee.on(&case, move |tx, act, on, read| authority::ask_approval(tx, act, on, read, &new));
                self.ids.push(("{approval}", asked.1.to_string()));
            }
            _ => {}
        }
    }

    /// A text with what it stands for here.
    fn filled(&self, office: &TestOffice, text: &str) -> String {
        let mut text = text.replace("{code}", "how-to-recycle");
        for (name, id) in &self.ids {
            text = text.replace(name, id);
            if text.contains("{read}") && ["{article}", "{asking}"].contains(name) {
                text = text.replace("{read}", &read(office, name, id));
            }
        }
        for (name, case) in [("{reference}", &self.case), ("{other}", &self.other)] {
            let reference = case.as_ref().map(|case| case.reference.to_string()).unwrap_or_default();
            text = text.replace(name, &reference);
        }
        let revision = || self.case.as_ref().map_or(0, |case| office.house().revision(case)).to_string();
        if text.contains("{revision}") { text.replace("{revision}", &revision()) } else { text }
    }

    /// All that a form could change here.
    pub(crate) fn state(&self, office: &TestOffice) -> String {
        let cases =
            [&self.case, &self.other].map(|case| case.as_ref().map(|case| office.house().revision(case)));
        let lee = office.officer("lee").who;
        let kept = office.read(&lee, |tx, act| {
            let sessions = desk::mine(tx, act)?.len();
            Ok(format!("{:?} {:?} {sessions}", desk::views(tx, act)?, desk::macros(tx, act)?))
        });
        let ids = self.ids.iter().map(|(name, id)| read(office, name, id)).collect::<Vec<_>>();
        format!("{cases:?} {} {ids:?}", kept.unwrap())
    }
}

/// As what something that the specialist keeps stands now.
fn read(office: &TestOffice, name: &str, id: &str) -> String {
    let (lee, id) = (office.officer("lee").who, id.to_owned());
    let known = match name {
        "{article}" => office.read(&Principal::house(), move |tx, _| {
            let article = records::articles::by_id(tx, id.parse().unwrap())?;
            Ok(article.map_or(0, |article| article.revision).to_string())
        }),
        "{asking}" => office.read(&lee, move |tx, act| {
            let id = id.parse().unwrap();
            let known = office::intake::written_for(tx, act, id).map(|writing| writing.asking.revision);
            Ok(known.map_or_else(|_| "sent".to_owned(), |revision| revision.to_string()))
        }),
        "{bulk}" => office.read(&lee, move |tx, act| {
            let bulk = desk::bulk(tx, act, id.parse().unwrap())?;
            Ok(format!("{} {}", bulk.is_begun, bulk.is_undone))
        }),
        _ => return String::new(),
    };
    known.unwrap()
}

fn by_lee<T: Send + 'static>(
    office: &TestOffice,
    verb: impl FnMut(&mut records::Tx<'_>, &office::Act) -> office::Verb<T> + Send + 'static,
) -> T {
    office.officer("lee").tries(verb).unwrap()
}

fn view(office: &TestOffice) -> String {
    let new = NewView {
        name: "Mine alone".to_owned(),
        filter: desk::ViewFilter::default(),
        order: records::cases::Order::Due,
        columns: desk::Column::FIRST.to_vec(),
        shared: false,
    };
    by_lee(office, move |tx, act| desk::save_view(tx, act, &new)).to_string()
}

fn a_macro(office: &TestOffice) -> String {
    let note = Step::Note { words: desk::Words::Own("For colleagues.".to_owned()) };
    let new = NewMacro { name: "Mine alone".to_owned(), shared: Shared::Nobody, steps: vec![note] };
    by_lee(office, move |tx, act| desk::save_macro(tx, act, &new)).to_string()
}

fn bulk(office: &TestOffice, case: &CaseHandle, path: &str) -> String {
    let (reference, begun) = (case.reference, path.ends_with("/undo"));
    let id = by_lee(office, move |tx, act| {
        let what = BulkAct::Assign { officer: terms::OfficerCode::new("lee") };
        let id = desk::plan_bulk(tx, act, &what, (&[reference], ""))?;
        if begun {
            desk::start_bulk(tx, act, id)?;
        }
        Ok(id)
    });
    if begun {
        office.settle();
    }
    id.to_string()
}

/// An article for everybody, published unless it is to be, or is a draft.
fn article(office: &TestOffice, is_draft: bool) -> String {
    let id = by_lee(office, move |tx, act| {
        let text = ArticleText {
            language: "en".to_owned(),
            title: "Dark lamps".to_owned(),
            body: "Call the company.".to_owned(),
        };
        let services = vec![ServiceCode::new(LIGHT)];
        let new = NewArticle { text, audience: ArticleAudience::Everybody, services };
        let id = knowledge::begin(tx, act, &new)?;
        if !is_draft {
            let revision = knowledge::whole(tx, act, id)?.article.revision;
            knowledge::publish(tx, act, id, revision)?;
        }
        Ok(id)
    });
    id.to_string()
}

/// What the specialist wrote down for a caller, as far as an act makes sense.
fn asking(lee: &Browser<'_>, path: &str) -> String {
    let page = match path.rsplit('/').next().unwrap() {
        "check" => reads_back(lee, LIGHT, &CALL),
        "done" | "taking" => opens(lee, &reads_back(lee, LIGHT, &CALL), "yes"),
        _ => presses(lee, &begins(lee, LIGHT), &CALL, ("do", "keep")),
    };
    let id = page.at.split("/desk/new/").nth(1).unwrap();
    id.split(['/', '?']).next().unwrap().to_owned()
}

/// A file that the specialist sent with a reply.
fn file(house: &House<'_>, case: &CaseHandle) -> String {
    let (lee, at) = (house.lee(), format!("/desk/cases/{}", case.reference));
    let page = lee.get(&at).is(200);
    let fields = [("kind", "reply"), ("words", "See the plan."), ("base", &*hidden(&page, "base"))];
    let files = [("files", "plan.txt", "text/plain", b"A plan.".as_slice())];
    let page = lee.upload(&composer(&page), &fields, &files).is(200);
    compose(lee, &page, "/sending", &[("words", "See the plan.")]).is(200);
    after_a_moment(house.doors.office);
    let sent = lee.get(&at).is(200);
    let id = sent.text.split("/files/").nth(1).unwrap();
    id.split(['"', '?']).next().unwrap().to_owned()
}

/// A time that the specialist holds for whoever is on the phone.
fn hold(lee: &Browser<'_>) -> String {
    let page = lee.get("/desk/bookings/new?line=permits&office=city-hall&day=2015-03-03").is(200);
    let at = page.text.split("name=\"at\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let chosen = [("line", "permits"), ("office", "city-hall"), ("at", at.as_str())];
    let form = lee.post(&page, "/desk/bookings/new", &chosen).is(200);
    form.at.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
}

/// The reference of a booking at City Hall.
fn booking(office: &TestOffice) -> String {
    let (line, hall) = (terms::LineCode::new("permits"), terms::OfficeCode::new("city-hall"));
    let booked = office.stranger().tries(move |tx, act| {
        let free = bookings::free(tx, act, &hall, &line)?;
        let starts_at = *free.values().flatten().last().unwrap();
        let session = Session::of(&act.chance.below(u64::MAX).to_string());
        let wanted = bookings::Wanted { office: hall.clone(), line: line.clone(), starts_at };
        let hold = bookings::hold(tx, act, &session, &wanted)?;
        let person = Person { name: Some("Mae Lee".to_owned()), ..Person::default() };
        bookings::book(tx, act, (&session, hold.id), &person, &terms::Secret::new(&act.chance))
    });
    booked.unwrap().reference.to_string()
}
