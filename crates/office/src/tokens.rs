//! API tokens: made, looked up by their text, withdrawn.

use crate::replay::hex;
use crate::{Act, Refusal, Verb};
use jiff::Timestamp;
use policy::{Action, Resource};
use records::tokens::{self, Token};
use records::{Tx, events};
use std::fmt::Write;
use terms::{
    Actor, AgencyCode, Event, EventId, Happening, OfficerCode, Principal, ScopeName, Subject, TokenId,
};

/// What every token begins with, so that one that leaked is recognised.
const PREFIX: &str = "rtk_";

/// What a token is to be.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// What its holder is called.
    pub name: String,
    /// What it opens.
    pub scopes: Vec<ScopeName>,
    /// The officer for whom it acts.
    pub officer: Option<OfficerCode>,
    /// The agency that it is limited to.
    pub agency: Option<AgencyCode>,
    /// Until when.
    pub expires_at: Option<Timestamp>,
}

/// Makes a token; its text is told this once and kept nowhere.
pub fn create(tx: &mut Tx<'_>, act: &Act, new: &NewToken) -> Verb<(TokenId, String)> {
    act.must(Action::ManageTokens, Resource::Installation)?;
    if new.name.trim().is_empty() || new.name.len() > 200 {
        return Err(Refusal::invalid("name", "give it a name of up to 200 characters, to know it again"));
    }
    if new.scopes.is_empty() {
        return Err(Refusal::invalid("scopes", "a token without a scope opens nothing; name at least one"));
    }
    if let Some(officer) = new.officer.as_ref().filter(|code| !act.city().officers.contains_key(*code)) {
        return Err(Refusal::invalid("officer", format!("nobody is called {officer}")));
    }
    if let Some(agency) = new.agency.as_ref().filter(|code| !act.city().agencies.contains_key(*code)) {
        return Err(Refusal::invalid("agency", format!("no agency is called {agency}")));
    }
    let text = act.chance.bytes::<24>().iter().fold(PREFIX.to_owned(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    let id = TokenId::new(act.at, &act.chance);
    let token = Token {
        id,
        name: new.name.trim().to_owned(),
        hash: hex(text.as_bytes()),
        scopes: new.scopes.clone(),
        officer: new.officer.clone(),
        agency: new.agency.clone(),
        created_at: act.at,
        expires_at: new.expires_at,
        revoked_at: None,
    };
    tokens::insert(tx, &token)?;
    house_event(tx, act, Happening::TokenCreated { token: id })?;
    Ok((id, text))
}

/// Withdraws a token.
pub fn revoke(tx: &mut Tx<'_>, act: &Act, id: TokenId) -> Verb<()> {
    act.must(Action::ManageTokens, Resource::Installation)?;
    if !tokens::revoke(tx, id, act.at)? {
        return Err(Refusal::NotFound("token"));
    }
    house_event(tx, act, Happening::TokenRevoked { token: id })
}

/// The tokens that there are, without their texts.
pub fn list(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<Token>> {
    act.must(Action::ManageTokens, Resource::Installation)?;
    Ok(tokens::all(tx, 1_000)?)
}

/// Whom a token's text stands for at an instant; nobody when it is unknown, withdrawn or over.
pub fn principal(tx: &mut Tx<'_>, act: &Act, text: &str) -> Verb<Option<Principal>> {
    let Some(token) = tokens::by_hash(tx, &hex(text.as_bytes()))? else { return Ok(None) };
    let over = token.revoked_at.is_some() || token.expires_at.is_some_and(|until| until <= act.at);
    Ok((!over).then(|| as_principal(act, token)).flatten())
}

fn as_principal(act: &Act, token: Token) -> Option<Principal> {
    let scopes = Some(token.scopes);
    let Some(code) = token.officer else {
        return Some(Principal {
            agency: token.agency,
            scopes,
            ..Principal::new(Actor::Integration(token.id))
        });
    };
    // An officer who left takes their tokens along.
    let officer = act.city().principal(&code)?;
    let agency = officer.agency.clone().or(token.agency);
    Some(Principal { agency, scopes, ..officer })
}

/// Notes something that happened to the installation.
pub(crate) fn house_event(tx: &mut Tx<'_>, act: &Act, what: Happening) -> Verb<()> {
    let event = Event {
        id: EventId::new(act.recorded_at, &act.chance),
        subject: Subject::House,
        at: act.at,
        recorded_at: act.recorded_at,
        actor: act.who.actor.clone(),
        channel: act.over,
        purpose: act.why,
        what,
    };
    Ok(events::append(tx, &event)?)
}
