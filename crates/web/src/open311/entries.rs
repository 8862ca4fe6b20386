//! Cases as the public sees them, in the words of the standard.

use crate::App;
use channels::open311::{ExtendedAttribute, Extension, Note, RequestEntry};
use jiff::Timestamp;
use office::cases::{Audience, public_words, timeline};
use office::city::{City, Service};
use records::cases::PublicCase;
use terms::{Answer, Contact, Event, Status};
use wording::Language;

/// An instant in the city's own offset, without fractions, as the standard's validators want it.
pub(crate) fn instant(app: &App, at: Timestamp) -> String {
    let calendar = &app.office.city.calendar;
    let local = at.to_zoned(calendar.zone().clone());
    local.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// A case as an entry of the list.
pub(crate) fn entry(app: &App, case: PublicCase) -> RequestEntry {
    let PublicCase { reference, state, told, .. } = case;
    let city = &app.office.city;
    let language = city.language();
    let service = city.services.get(&state.service);
    let agency =
        city.agencies.get(&state.agency).map_or(state.agency.as_str(), |agency| agency.name.text(language));
    let shown = |words: String| (!words.is_empty()).then(|| public_words(&words));
    RequestEntry {
        id: reference.to_string(),
        closed: state.status == Status::Closed,
        status_notes: told.status_notes.and_then(shown),
        service_name: service
            .map_or(state.service.as_str(), |service| service.name.text(language))
            .to_owned(),
        service_code: state.service.to_string(),
        description: shown(told.description),
        agency_responsible: agency.to_owned(),
        service_notice: notice(city, service, state.opened_at),
        requested_at: instant(app, state.opened_at),
        updated_at: instant(app, state.closure.as_ref().map_or(state.updated_at, |closure| closure.at)),
        expected_at: state.clocks.due_at.map(|due| instant(app, due)),
        address: told.place.address,
        address_id: told.place.address_id,
        zipcode: told.place.zipcode,
        position: told.place.position.map(|position| (position.lat, position.long)),
        media_url: told.media_url,
        extension: None,
    }
}

/// What the service promised to whoever asked at an instant.
pub(crate) fn notice(city: &City, service: Option<&Service>, at: Timestamp) -> Option<String> {
    let completion = service?.promise_on(city.calendar.day(at))?.completion?;
    Some(completion.to_string())
}

/// What `extensions=true` adds. Free words may name people, so only answers that were chosen from a list are shown.
pub(crate) fn extension(
    app: &App,
    case: &PublicCase,
    answers: &[Answer],
    events: &[Event],
    contacts: &[Contact],
) -> Extension {
    let city = &app.office.city;
    let language = city.language();
    let service = city.services.get(&case.state.service).filter(|_| case.state.public);
    let chosen = answers.iter().filter_map(|answer| Some((service?.form.field(&answer.code)?, answer)));
    let attributes = chosen.flat_map(|(field, answer)| {
        answer.values.iter().filter_map(move |value| {
            let choice = field.choices().iter().find(|choice| choice.key == *value)?;
            Some(ExtendedAttribute {
                code: answer.code.clone(),
                label: field.title.text(language).to_owned(),
                value: choice.key.clone(),
                name: choice.name.text(language).to_owned(),
            })
        })
    });
    let contacts = if case.state.public { contacts } else { &[] };
    let spoken = Language::of(language).unwrap_or(Language::FALLBACK);
    let notes =
        timeline(&app.office.city, events, contacts, Audience::Public, spoken).into_iter().map(|line| Note {
            at: instant(app, line.at),
            kind: line.kind.to_string(),
            description: line.words.map_or_else(
                || line.sentence.clone(),
                |words| format!("{}: {}", line.sentence, public_words(&words)),
            ),
        });
    Extension {
        channel: case.state.channel.to_string(),
        attributes: attributes.collect(),
        notes: notes.collect(),
    }
}
