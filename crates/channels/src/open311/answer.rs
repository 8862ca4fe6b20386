//! What GeoReport v2 answers, ready to be written in either format.

use super::{Fault, Tree};

/// The specification that an endpoint serves.
const SPECIFICATION: &str = "http://wiki.open311.org/GeoReport_v2";

/// When an id is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceType {
    /// At once.
    Realtime,
    /// Later, for a token.
    Batch,
    /// Never.
    Blackbox,
}

/// A service in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceEntry {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Whether it has a form of its own.
    pub metadata: bool,
    /// When the id is told.
    pub kind: ServiceType,
    /// Words by which it is found.
    pub keywords: Vec<String>,
    /// The heading under which it stands.
    pub group: String,
}

/// A field of a service's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Whether an answer is wanted, or it only informs.
    pub variable: bool,
    /// Its code.
    pub code: String,
    /// The kind of answer.
    pub datatype: &'static str,
    /// Whether it must be answered.
    pub required: bool,
    /// What helps to answer it.
    pub hint: String,
    /// The question.
    pub description: String,
    /// The answers to choose from: key and name.
    pub values: Vec<(String, String)>,
}

/// The answer to a request that was posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Created {
    /// The id is known.
    Id(String),
    /// It will be, for this token.
    Token(String),
}

/// A request as the public sees it. Times are in RFC 3339 without fractions.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestEntry {
    /// Its id.
    pub id: String,
    /// Whether it is closed.
    pub closed: bool,
    /// Why it stands so.
    pub status_notes: Option<String>,
    /// The service's name.
    pub service_name: String,
    /// The service's code.
    pub service_code: String,
    /// What was reported.
    pub description: Option<String>,
    /// Who answers for it.
    pub agency_responsible: String,
    /// What is promised.
    pub service_notice: Option<String>,
    /// When it was opened.
    pub requested_at: String,
    /// When anything last happened to it.
    pub updated_at: String,
    /// By when it is promised.
    pub expected_at: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// The register's number of the address.
    pub address_id: Option<String>,
    /// Its postal code.
    pub zipcode: Option<String>,
    /// Degrees north and east.
    pub position: Option<(f64, f64)>,
    /// A picture.
    pub media_url: Option<String>,
    /// What is asked for with `extensions=true`.
    pub extension: Option<Extension>,
}

/// What `extensions=true` adds to a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extension {
    /// How it came in.
    pub channel: String,
    /// Answers to the service's form.
    pub attributes: Vec<ExtendedAttribute>,
    /// What happened.
    pub notes: Vec<Note>,
}

/// An answer that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtendedAttribute {
    /// The field's code.
    pub code: String,
    /// The question.
    pub label: String,
    /// The answer's key.
    pub value: String,
    /// The answer's name.
    pub name: String,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// When.
    pub at: String,
    /// What kind of thing.
    pub kind: String,
    /// In words.
    pub description: String,
}

/// A change of a request, for partners that mirror it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpdateEntry {
    /// Its id.
    pub update_id: String,
    /// The request's id.
    pub id: String,
    /// Where the request stands from here.
    pub status: &'static str,
    /// In words.
    pub description: String,
    /// When.
    pub at: String,
}

/// What a server says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discovery {
    /// When the services last changed.
    pub changeset: String,
    /// Who runs it.
    pub contact: String,
    /// Where to get a key.
    pub key_service: String,
    /// Where it is served.
    pub endpoints: Vec<Endpoint>,
}

/// One place at which GeoReport is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// Its address.
    pub url: String,
    /// When its services last changed.
    pub changeset: String,
    /// `production` or `test`.
    pub kind: &'static str,
}

fn words(text: impl Into<String>) -> Tree {
    Tree::Text(text.into())
}

/// Words that are nothing when empty, as an empty element is null.
fn some(text: &str) -> Tree {
    Tree::text((!text.is_empty()).then_some(text))
}

/// `GET services`.
pub fn services(services: &[ServiceEntry]) -> Tree {
    let entry = |service: &ServiceEntry| {
        let kind = match service.kind {
            ServiceType::Realtime => "realtime",
            ServiceType::Batch => "batch",
            ServiceType::Blackbox => "blackbox",
        };
        Tree::Object(vec![
            ("service_code", words(&service.code)),
            ("service_name", words(&service.name)),
            ("description", words(&service.description)),
            ("metadata", Tree::Bool(service.metadata)),
            ("type", words(kind)),
            ("keywords", words(service.keywords.join(","))),
            ("group", words(&service.group)),
        ])
    };
    Tree::List("service", services.iter().map(entry).collect())
}

/// `GET services/{code}`.
pub fn definition(service_code: &str, attributes: &[Attribute]) -> Tree {
    let attribute = |(order, attribute): (i64, &Attribute)| {
        let value =
            |(key, name): &(String, String)| Tree::Object(vec![("key", words(key)), ("name", words(name))]);
        let mut members = vec![
            ("variable", Tree::Bool(attribute.variable)),
            ("code", words(&attribute.code)),
            ("datatype", words(attribute.datatype)),
            ("required", Tree::Bool(attribute.required)),
            ("datatype_description", some(&attribute.hint)),
            ("order", Tree::Count(order)),
            ("description", words(&attribute.description)),
        ];
        if !attribute.values.is_empty() {
            members.push(("values", Tree::List("value", attribute.values.iter().map(value).collect())));
        }
        Tree::Object(members)
    };
    Tree::Object(vec![
        ("service_code", words(service_code)),
        ("attributes", Tree::List("attribute", (1..).zip(attributes).map(attribute).collect())),
    ])
}

/// `POST requests`.
pub fn created(created: &Created, service_notice: Option<&str>) -> Tree {
    let mut members = match created {
        Created::Id(id) => vec![("service_request_id", words(id))],
        Created::Token(token) => vec![("token", words(token))],
    };
    members.push(("service_notice", Tree::text(service_notice)));
    members.push(("account_id", Tree::Null));
    Tree::List("request", vec![Tree::Object(members)])
}

/// `GET tokens/{token}`.
pub fn token(token: &str, id: Option<&str>) -> Tree {
    let members = vec![("service_request_id", Tree::text(id)), ("token", words(token))];
    Tree::List("request", vec![Tree::Object(members)])
}

/// `GET requests` and `GET requests/{id}`.
pub fn requests(requests: &[RequestEntry]) -> Tree {
    Tree::List("request", requests.iter().map(request).collect())
}

fn request(request: &RequestEntry) -> Tree {
    let coordinate =
        |of: fn((f64, f64)) -> f64| request.position.map_or(Tree::Null, |at| Tree::Number(of(at)));
    let mut members = vec![
        ("service_request_id", words(&request.id)),
        ("status", words(if request.closed { "closed" } else { "open" })),
        ("status_notes", Tree::text(request.status_notes.as_deref())),
        ("service_name", words(&request.service_name)),
        ("service_code", words(&request.service_code)),
        ("description", Tree::text(request.description.as_deref())),
        ("agency_responsible", words(&request.agency_responsible)),
        ("service_notice", Tree::text(request.service_notice.as_deref())),
        ("requested_datetime", words(&request.requested_at)),
        ("updated_datetime", words(&request.updated_at)),
        ("expected_datetime", Tree::text(request.expected_at.as_deref())),
        ("address", Tree::text(request.address.as_deref())),
        ("address_id", Tree::text(request.address_id.as_deref())),
        ("zipcode", Tree::text(request.zipcode.as_deref())),
        ("lat", coordinate(|(lat, _)| lat)),
        ("long", coordinate(|(_, long)| long)),
        ("media_url", Tree::text(request.media_url.as_deref())),
    ];
    if let Some(extension) = &request.extension {
        members.extend(extended(extension));
    }
    Tree::Object(members)
}

fn extended(extension: &Extension) -> Vec<(&'static str, Tree)> {
    let attribute = |attribute: &ExtendedAttribute| {
        Tree::Object(vec![
            ("label", words(&attribute.label)),
            ("name", words(&attribute.name)),
            ("value", words(&attribute.value)),
            ("code", words(&attribute.code)),
        ])
    };
    let note = |note: &Note| {
        Tree::Object(vec![
            ("datetime", words(&note.at)),
            ("description", words(&note.description)),
            ("type", words(&note.kind)),
        ])
    };
    vec![
        ("extended_attributes", Tree::Object(vec![("channel", words(&extension.channel))])),
        ("attributes", Tree::List("attribute", extension.attributes.iter().map(attribute).collect())),
        ("notes", Tree::List("note", extension.notes.iter().map(note).collect())),
    ]
}

/// `GET servicerequestupdates`.
pub fn updates(updates: &[UpdateEntry]) -> Tree {
    let entry = |update: &UpdateEntry| {
        Tree::Object(vec![
            ("update_id", words(&update.update_id)),
            ("service_request_id", words(&update.id)),
            ("status", words(update.status)),
            ("description", words(&update.description)),
            ("updated_datetime", words(&update.at)),
            ("media_url", Tree::Null),
        ])
    };
    Tree::List("request_update", updates.iter().map(entry).collect())
}

/// `POST servicerequestupdates`.
pub fn updates_created(update_id: &str) -> Tree {
    let members = vec![("update_id", words(update_id)), ("account_id", Tree::Null)];
    Tree::List("request_update", vec![Tree::Object(members)])
}

/// An error body.
pub fn errors(faults: &[Fault]) -> Tree {
    let error = |fault: &Fault| {
        Tree::Object(vec![
            ("code", Tree::Count(i64::from(fault.code))),
            ("description", words(&fault.description)),
        ])
    };
    Tree::List("error", faults.iter().map(error).collect())
}

/// `GET discovery`.
pub fn discovery(discovery: &Discovery) -> Tree {
    let formats = || Tree::List("format", vec![words("text/xml"), words("application/json")]);
    let endpoint = |endpoint: &Endpoint| {
        Tree::Object(vec![
            ("specification", words(SPECIFICATION)),
            ("url", words(&endpoint.url)),
            ("changeset", words(&endpoint.changeset)),
            ("type", words(endpoint.kind)),
            ("formats", formats()),
        ])
    };
    Tree::Object(vec![
        ("changeset", words(&discovery.changeset)),
        ("contact", words(&discovery.contact)),
        ("key_service", words(&discovery.key_service)),
        ("endpoints", Tree::List("endpoint", discovery.endpoints.iter().map(endpoint).collect())),
    ])
}
