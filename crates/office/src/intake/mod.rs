//! Intake: a request becomes a case, with a reference, a promise and an owner.

mod asking;
mod attach;
mod behalf;
mod later;
mod past;

pub(crate) use asking::KEEP_UNFINISHED;
pub use asking::{Draft, Step, Writing, begin, discard, leave, send, take_up, unsent, write, written};
pub(crate) use attach::file_for_later;
pub use attach::{MOST_FILES, attach, attach_to, attached, attachment, bytes_of, detach};
pub use behalf::{
    Beside, Consent, Sent, Whom, begin_for, beside, choose_customer, desk_of, discard_for, forget_customer,
    send_for, sent_for, take_for, unsent_for, whom, write_for, written_for,
};
pub use later::{Submitted, submit, take_in, token};
pub use past::{Batch, PastRequest, take_over};

use crate::city::Service;
use crate::customers::{self, Person};
use crate::{Act, Mistake, Refusal, Verb, cases, services};
use policy::{Action, Resource};
use records::Tx;
use serde::{Deserialize, Serialize};
use terms::{
    About, Actor, Answer, Case, Channel, CustomerId, DistrictCode, Opened, Place, Reference, Secret, Told,
};

/// The longest description, in characters; GeoReport v2 has the same limit.
pub const LONGEST_DESCRIPTION: usize = 4_000;
const LONGEST_ADDRESS: usize = 500;
const LONGEST_ZIPCODE: usize = 40;
const LONGEST_URL: usize = 2_000;

/// What somebody asks for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Request {
    /// The service.
    pub service: String,
    /// Who asks, as far as they say.
    #[serde(flatten)]
    pub person: Person,
    /// In their words.
    pub description: String,
    /// Answers to the service's form.
    pub answers: Vec<Answer>,
    /// Where it is.
    pub place: Place,
    /// In which part of the city, where they say so and give no position.
    pub district: Option<DistrictCode>,
    /// Whom it is about.
    pub about: About,
    /// A picture kept elsewhere.
    pub media_url: Option<String>,
    /// The customer, where an officer has found their record; no door reads it.
    #[serde(skip)]
    pub customer: Option<CustomerId>,
}

/// What the one who asked is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// The case's name.
    pub reference: Reference,
    /// What lets them follow it; told this once.
    pub secret: String,
    /// By when it is promised, in RFC 3339, if anything is.
    pub due_at: Option<jiff::Timestamp>,
}

/// Takes in a request.
pub fn report(tx: &mut Tx<'_>, act: &Act, request: &Request) -> Verb<Reported> {
    let secret = Secret::new(&act.chance);
    let case = open(tx, act, request, &secret)?;
    let due_at = case.state.clocks.due_at;
    Ok(Reported { reference: case.reference, secret: secret.to_string(), due_at })
}

/// Opens the case of a request; its customer may follow it with the secret.
pub(crate) fn open(tx: &mut Tx<'_>, act: &Act, request: &Request, secret: &Secret) -> Verb<Case> {
    act.must(Action::Report, Resource::City)?;
    let service = act.city().services.get(request.service.as_str()).ok_or_else(|| {
        Refusal::invalid(
            "service_code",
            format!("no service is called {:?}; see the list of services", request.service),
        )
    })?;
    let answers = check(act, service, request)?;
    let customer = match request.customer {
        Some(known) => Some(known),
        None => customers::meet(tx, act, &request.person)?,
    };
    let chosen = request.district.as_ref().filter(|code| act.city().districts.contains_key(*code));
    let district = act.city().district_of(&request.place).or(chosen).cloned();
    let opened = Opened {
        kind: service.kind,
        service: service.code.clone(),
        public: service.public,
        agency: service.agency.clone(),
        queue: service.queue.clone(),
        district,
        channel: act.over,
        customer,
        clocks: services::promise(act.city(), service, act.at),
        flags: Vec::new(),
        about: request.about.clone(),
    };
    let told = Told {
        description: request.description.trim().to_owned(),
        answers,
        place: request.place.clone(),
        media_url: request.media_url.clone(),
        status_notes: None,
        secret_hash: Some(cases::hash_of(secret)),
        language: request.person.language.clone(),
    };
    cases::open(tx, act, opened, told)
}

/// What is wrong with a request, or its answers as they are kept.
fn check(act: &Act, service: &Service, request: &Request) -> Verb<Vec<Answer>> {
    let today = act.city().calendar.day(act.at);
    let (answers, mut mistakes) = match services::check_answers(service, &request.answers, today) {
        Ok(answers) => (answers, Vec::new()),
        Err(mistakes) => (Vec::new(), mistakes),
    };
    let mut mistake =
        |field: &str, problem: String| mistakes.push(Mistake { field: field.to_owned(), problem });
    if !service.open_to(act.over) && !is_staff(act) {
        let channels: Vec<&str> = service.channels.iter().map(|channel| channel.as_str()).collect();
        let problem = format!(
            "this service cannot be asked for over {}; use one of: {}",
            act.over,
            channels.join(", ")
        );
        mistake("service_code", problem);
    }
    if request.description.chars().count() > LONGEST_DESCRIPTION {
        let count = request.description.chars().count();
        mistake("description", format!("it has {count} characters; use at most {LONGEST_DESCRIPTION}"));
    }
    let too_long =
        |text: &Option<String>, most: usize| text.as_ref().is_some_and(|text| text.chars().count() > most);
    if too_long(&request.place.address, LONGEST_ADDRESS)
        || too_long(&request.place.address_id, LONGEST_ADDRESS)
    {
        mistake("address_string", format!("use at most {LONGEST_ADDRESS} characters"));
    }
    if too_long(&request.place.zipcode, LONGEST_ZIPCODE) {
        mistake("zipcode", format!("use at most {LONGEST_ZIPCODE} characters"));
    }
    if let Some(url) = &request.media_url
        && !(url.len() <= LONGEST_URL && (url.starts_with("https://") || url.starts_with("http://")))
    {
        mistake(
            "media_url",
            format!("use an address that begins with https:// and has at most {LONGEST_URL} characters"),
        );
    }
    let place = &request.place;
    let texts = [
        ("description", Some(&request.description)),
        ("address_string", place.address.as_ref()),
        ("address_id", place.address_id.as_ref()),
        ("zipcode", place.zipcode.as_ref()),
        ("media_url", request.media_url.as_ref()),
    ];
    for (field, _) in texts.iter().filter(|(_, text)| text.is_some_and(|text| text.contains('\0'))) {
        mistake(field, "it holds a character that no text has".to_owned());
    }
    Refusal::of(mistakes).map(|()| answers)
}

/// Officers may ask on somebody's behalf for anything, whatever the channel.
fn is_staff(act: &Act) -> bool {
    matches!(act.who.actor, Actor::Officer(_) | Actor::House) || act.over == Channel::Staff
}
