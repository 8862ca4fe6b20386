//! What the handlers do not say of themselves in the OpenAPI document: who may call, and how every refusal looks.

use crate::problem::{ChangeEntry, Changes, MistakeEntry, Problem};
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{
    ContentBuilder, Info, ObjectBuilder, OpenApi, Ref, RefOr, Required, Response, ResponseBuilder, Server,
    Type,
};
use utoipa::{PartialSchema, ToSchema};

/// Refusals that any call can meet.
const ANY: [(&str, &str); 7] = [
    ("400", "The request cannot be read."),
    ("401", "The token is unknown, withdrawn or over."),
    ("403", "Whoever calls may not do this here."),
    ("404", "There is no such thing, or none that whoever calls may know of."),
    ("422", "Something that was sent cannot be used; `mistakes` says what."),
    ("429", "Too much at once; try again after `Retry-After` seconds."),
    ("503", "Busy; nothing was changed; try again after `Retry-After` seconds."),
];

/// Refusals that writes can meet besides.
const WRITES: [(&str, &str); 3] = [
    (
        "409",
        "Others were quicker, or the case is not in a state for it; `changes` says what happened since it was read.",
    ),
    ("413", "The body is too large."),
    ("415", "The body is not JSON."),
];

/// Completes the document.
pub(crate) fn complete(document: &mut OpenApi) {
    document.info = Info::builder()
        .title("Rotunda")
        .version("1")
        .description(Some(
            "The one-stop service desk of a government. Times are RFC 3339. References are read as people write \
             them: in small letters, with or without hyphens.",
        ))
        .build();
    document.servers = Some(vec![Server::new("/api/v1")]);
    let components = document.components.get_or_insert_default();
    components.schemas.insert(Problem::name().into(), Problem::schema());
    components.schemas.insert(MistakeEntry::name().into(), MistakeEntry::schema());
    components.schemas.insert(Changes::name().into(), Changes::schema());
    components.schemas.insert(ChangeEntry::name().into(), ChangeEntry::schema());
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("A token from `rotunda token create`."))
        .build();
    components.security_schemes.insert("token".into(), RefOr::T(SecurityScheme::Http(bearer)));
    let secret =
        ApiKeyValue::with_description("Case-Secret", "The secret that was told when the case was opened.");
    components
        .security_schemes
        .insert("case-secret".into(), RefOr::T(SecurityScheme::ApiKey(ApiKey::Header(secret))));
    let none: [&str; 0] = [];
    document.security = Some(vec![
        SecurityRequirement::default(),
        SecurityRequirement::new("token", none),
        SecurityRequirement::new("case-secret", none),
    ]);
    for item in document.paths.paths.values_mut() {
        let methods =
            [(&mut item.get, false), (&mut item.post, true), (&mut item.put, true), (&mut item.delete, true)];
        for (operation, writes) in methods {
            if let Some(operation) = operation {
                refusals(operation, writes);
            }
        }
    }
}

fn refusals(operation: &mut Operation, writes: bool) {
    let more = if writes { WRITES.as_slice() } else { &[] };
    for (status, description) in ANY.iter().chain(more) {
        operation.responses.responses.insert((*status).to_owned(), RefOr::T(problem(description)));
    }
    if writes {
        operation.parameters.get_or_insert_default().push(RefOr::T(idempotency_key()));
    }
}

fn problem(description: &str) -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new().description(description).content("application/problem+json", content).build()
}

fn idempotency_key() -> Parameter {
    let printable = ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(1))
        .max_length(Some(255))
        .pattern(Some("^[!-~]([ -~]*[!-~])?$"))
        .build();
    ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(
            "A key of the submission's own: sent again under it, it is answered as the first time.",
        ))
        .schema(Some(printable))
        .build()
}
