//! A request that is being written, a page at a time: begun, filled in, left and taken up again, sent once.

use super::{Reported, Request, is_staff, open};
use crate::city::{Asked, Service};
use crate::customers::{Person, Session, hold};
use crate::outbox::{self, Letter};
use crate::replay::hex;
use crate::{Act, Refusal, Verb, cases};
use forms::{Answers, Page as FormPage};
use jiff::{SignedDuration, Timestamp};
use policy::{Action, Resource};
use records::askings::{self, Asking};
use records::{Broke, Tx, files};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use terms::{
    About, Answer, AskingId, CaseKind, CustomerId, DistrictCode, MessageKind, Place, Reference, Secret,
    ServiceCode,
};
use wording::{Argument, Language};

/// Requests that one browser may have begun and not sent.
const MOST_UNSENT: u32 = 20;
/// The largest text of a request that is being written, in bytes.
const LARGEST_BODY: usize = 512 * 1024;
/// How often the link to one request is mailed.
const MOST_LINKS_MAILED: u8 = 3;
/// For how long a request is kept that nobody goes on writing.
pub(crate) const KEEP_UNFINISHED: SignedDuration = SignedDuration::from_hours(24 * 30);

/// What was written so far.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// Answers to the service's form.
    pub answers: Vec<Answer>,
    /// In the customer's words.
    pub description: String,
    /// Where it is.
    pub place: Place,
    /// In which part of the city, where they chose one.
    pub district: Option<DistrictCode>,
    /// Who asks.
    pub person: Person,
    /// Whom it is about.
    pub about: About,
    /// The report that is about the same thing, as they say.
    pub same_as: Option<Reference>,
    /// Whose record it goes to, where an officer writes it down and has found it.
    pub customer: Option<CustomerId>,
    /// What an officer typed, as their page shows it again.
    pub typed: Vec<(String, String)>,
    /// How often a link to it was mailed.
    pub links_mailed: u8,
    /// The pages that were filled in, by their name in the address.
    pub done: BTreeSet<String>,
}

/// A page on the way to sending a request.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Step {
    /// Whom it is about.
    About,
    /// Where it is.
    Where,
    /// Whether somebody has reported it already.
    Similar,
    /// A page of the service's form, by its code.
    Form(String),
    /// In the customer's words.
    Details,
    /// Pictures and documents.
    Photos,
    /// How to reach them.
    Contact,
    /// Everything once more, before it is sent.
    Check,
}

impl Step {
    /// Its name in the address.
    pub fn name(&self) -> String {
        match self {
            Self::About => "about".to_owned(),
            Self::Where => "where".to_owned(),
            Self::Similar => "similar".to_owned(),
            Self::Form(code) => format!("form-{code}"),
            Self::Details => "details".to_owned(),
            Self::Photos => "photos".to_owned(),
            Self::Contact => "contact".to_owned(),
            Self::Check => "check".to_owned(),
        }
    }
}

/// A request that is being written.
#[derive(Debug, Clone, PartialEq)]
pub struct Writing {
    /// Where it is kept.
    pub asking: Asking,
    /// What was written.
    pub draft: Draft,
}

impl Draft {
    /// The answers as the form has them; those that it does not know any more are left out.
    pub fn typed(&self, service: &Service) -> Answers {
        service.form.unflatten(&self.answers).0
    }

    /// Every page that this request needs, in order. What is answered decides what is asked.
    pub fn steps(&self, service: &Service, today: &str) -> Vec<Step> {
        let answers = self.typed(service);
        let asked = service.form.pages(&answers, today).into_iter();
        let form: Vec<Step> = asked.map(|page| Step::Form(page.code.clone())).collect();
        let about = matches!(service.kind, CaseKind::Complaint | CaseKind::Compliment | CaseKind::Appeal);
        let placed = service.page.place != Asked::Never;
        let mut steps = Vec::new();
        steps.extend(about.then_some(Step::About));
        // Whoever is not eligible should know before anything else is asked.
        let first = !service.form.stops().is_empty();
        if first {
            steps.extend(form.iter().cloned());
        }
        steps.extend(placed.then_some(Step::Where));
        steps.extend((placed && service.public && self.place.position.is_some()).then_some(Step::Similar));
        if service.form.stops().is_empty() {
            steps.extend(form);
        }
        if self.same_as.is_none() {
            steps.push(Step::Details);
        }
        steps.extend((service.page.photos && self.same_as.is_none()).then_some(Step::Photos));
        steps.extend([Step::Contact, Step::Check]);
        steps
    }

    /// The first page that was not filled in yet.
    pub fn next(&self, service: &Service, today: &str) -> Step {
        let steps = self.steps(service, today);
        steps.into_iter().find(|step| !self.done.contains(&step.name())).unwrap_or(Step::Check)
    }

    /// The page before one.
    pub fn before(&self, service: &Service, today: &str, step: &Step) -> Option<Step> {
        let steps = self.steps(service, today);
        let place = steps.iter().position(|known| known == step)?;
        place.checked_sub(1).and_then(|before| steps.into_iter().nth(before))
    }

    /// The page of the form with a code, if it is asked now.
    pub fn form_page<'s>(&self, service: &'s Service, today: &str, code: &str) -> Option<&'s FormPage> {
        service.form.pages(&self.typed(service), today).into_iter().find(|page| page.code == code)
    }

    /// The request that follows, without answers to what is no longer asked.
    fn request(&self, service: &Service, today: &str) -> Request {
        let answers = service.form.keep_relevant(self.typed(service), today);
        Request {
            service: service.code.to_string(),
            person: self.person.clone(),
            description: self.description.clone(),
            answers: service.form.flatten(&answers),
            place: self.place.clone(),
            district: self.district.clone(),
            about: self.about.clone(),
            media_url: None,
            customer: self.customer,
        }
    }
}

/// Begins a request.
pub fn begin(
    tx: &mut Tx<'_>,
    act: &Act,
    session: &Session,
    (service, draft): (&ServiceCode, &Draft),
) -> Verb<Writing> {
    act.must(Action::Report, Resource::City)?;
    let known = act.city().services.get(service).ok_or(Refusal::NotFound("service"))?;
    if !known.open_to(act.over) && !is_staff(act) {
        return Err(Refusal::NotFound("service"));
    }
    // Nobody writes so many at once; the oldest make room.
    for old in askings::unsent(tx, session.as_str(), 1_000)?.into_iter().skip(MOST_UNSENT as usize - 1) {
        askings::remove(tx, old.id)?;
    }
    let asking = Asking {
        id: AskingId::new(act.at, &act.chance),
        session: session.as_str().to_owned(),
        link: None,
        service: service.clone(),
        body: body_of(draft)?,
        revision: 1,
        case: None,
        created_at: act.at,
        updated_at: act.at,
    };
    askings::insert(tx, &asking)?;
    Ok(Writing { asking, draft: draft.clone() })
}

/// The request with an id, as far as it was written in this browser.
pub fn written(tx: &mut Tx<'_>, _: &Act, session: &Session, id: AskingId) -> Verb<Writing> {
    let asking = askings::of_session(tx, id, session.as_str())?.ok_or(Refusal::NotFound("request"))?;
    let draft = serde_json::from_str(&asking.body).map_err(|error| Broke::Engine(error.to_string()))?;
    Ok(Writing { asking, draft })
}

/// The requests that this browser has begun and not sent.
pub fn unsent(tx: &mut Tx<'_>, _: &Act, session: &Session) -> Verb<Vec<Asking>> {
    Ok(askings::unsent(tx, session.as_str(), MOST_UNSENT)?)
}

/// Saves what a page changes. A request that was sent stays as it was.
pub fn write(
    tx: &mut Tx<'_>,
    act: &Act,
    session: &Session,
    id: AskingId,
    change: &dyn Fn(&mut Draft),
) -> Verb<Writing> {
    let Writing { mut asking, mut draft } = written(tx, act, session, id)?;
    if asking.case.is_some() {
        return Err(Refusal::conflict("the request was sent already; follow it, or begin another"));
    }
    change(&mut draft);
    save(tx, act, &mut asking, &draft)?;
    Ok(Writing { asking, draft })
}

/// Takes a request away that was not sent.
pub fn discard(tx: &mut Tx<'_>, act: &Act, session: &Session, id: AskingId) -> Verb<()> {
    let writing = written(tx, act, session, id)?;
    if writing.asking.case.is_none() {
        askings::remove(tx, id)?;
    }
    Ok(())
}

/// Leaves a request for later: whoever has the link goes on with it in another browser. Where an address is named, the
/// link is mailed there too. The instant until which it is good.
pub fn leave(
    tx: &mut Tx<'_>,
    act: &Act,
    session: &Session,
    (id, link): (AskingId, &Secret),
    to: Option<(&str, Language)>,
) -> Verb<Timestamp> {
    let Writing { mut asking, mut draft } = written(tx, act, session, id)?;
    asking.link = Some(hex(link.as_str().as_bytes()));
    let until = act.at.checked_add(KEEP_UNFINISHED).unwrap_or(act.at);
    if let Some((email, language)) = to {
        if draft.links_mailed >= MOST_LINKS_MAILED {
            return Err(Refusal::conflict("the link was mailed often enough; copy it instead"));
        }
        draft.links_mailed += 1;
        outbox::send(tx, act, &link_letter(act, &asking, (link, until), (email, language))?)?;
    }
    save(tx, act, &mut asking, &draft)?;
    Ok(until)
}

/// A mail with the link; of what was written it repeats nothing but which service was chosen.
fn link_letter(
    act: &Act,
    asking: &Asking,
    (link, until): (&Secret, Timestamp),
    (email, language): (&str, Language),
) -> Verb<Letter> {
    let to = matching::email(email)
        .ok_or_else(|| Refusal::invalid("email", "write an e-mail address like name@example.org"))?;
    let (city, tag) = (act.city(), language.tag());
    let name = ("city", Argument::Words(city.name.text(tag)));
    let service = city.services.get(&asking.service).map_or("", |service| service.name.text(tag));
    let day = language.date(city.calendar.day(until));
    let body = [
        language.say_with("mail-resume-words", &[("service", Argument::Words(service))]),
        outbox::link(act, language, &format!("resume/{link}"))?,
        language.say_with("mail-resume-until", &[("date", Argument::Words(&day))]),
        language.say("mail-resume-not-you"),
        outbox::foot(act, language),
    ];
    Ok(Letter {
        to,
        language,
        subject: language.say_with("mail-resume", &[name]),
        body: body.join("\n\n"),
        kind: MessageKind::Link,
        case: None,
        unsubscribe: None,
    })
}

/// Goes on with a request that was left, in this browser from now on.
pub fn take_up(tx: &mut Tx<'_>, act: &Act, session: &Session, link: &str) -> Verb<Writing> {
    let gone = || Refusal::NotFound("request");
    let link: Secret = link.parse().map_err(|_| gone())?;
    let mut asking = askings::of_link(tx, &hex(link.as_str().as_bytes()))?.ok_or_else(gone)?;
    let draft = serde_json::from_str(&asking.body).map_err(|error| Broke::Engine(error.to_string()))?;
    session.as_str().clone_into(&mut asking.session);
    save(tx, act, &mut asking, &draft)?;
    Ok(Writing { asking, draft })
}

fn save(tx: &mut Tx<'_>, act: &Act, asking: &mut Asking, draft: &Draft) -> Verb<()> {
    let read = asking.revision;
    asking.body = body_of(draft)?;
    asking.revision += 1;
    asking.updated_at = act.at;
    Ok(askings::update(tx, asking, read)?)
}

fn body_of(draft: &Draft) -> Verb<String> {
    let body = serde_json::to_string(draft).map_err(|error| Broke::Engine(error.to_string()))?;
    if body.len() > LARGEST_BODY {
        return Err(Refusal::invalid("description", "it is longer than anybody reads; shorten it"));
    }
    Ok(body)
}

/// Sends a request. However often it is sent, there is one case: a second tap finds the first one's. The browser that
/// sent it may follow it.
///
/// `secret` must be the same for each tap.
pub fn send(tx: &mut Tx<'_>, act: &Act, session: &Session, id: AskingId, secret: &Secret) -> Verb<Reported> {
    let Writing { mut asking, draft } = written(tx, act, session, id)?;
    if let Some(case) = asking.case {
        let case = records::cases::by_id(tx, &act.public_scope(), case)?.ok_or(Refusal::NotFound("case"))?;
        return Ok(reported(&case, secret));
    }
    let service = act.city().services.get(&asking.service).ok_or(Refusal::NotFound("service"))?;
    let today = act.city().calendar.day(act.at).to_string();
    let case = open(tx, act, &draft.request(service, &today), secret)?;
    files::hand_over(tx, asking.id, case.id)?;
    // What an officer wrote down is not theirs to follow.
    if !is_staff(act) {
        hold(tx, act, session, case.id)?;
    }
    asking.case = Some(case.id);
    asking.link = None;
    // What was written is in the case now, and only there.
    save(tx, act, &mut asking, &Draft { done: draft.done, ..Draft::default() })?;
    let case = match draft.same_as {
        Some(speaker) => cases::join(tx, act, case, &speaker)?,
        None => case,
    };
    Ok(reported(&case, secret))
}

fn reported(case: &terms::Case, secret: &Secret) -> Reported {
    Reported { reference: case.reference, secret: secret.to_string(), due_at: case.state.clocks.due_at }
}
