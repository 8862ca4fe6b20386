//! `rotunda token`: makes, lists and withdraws API tokens.

use super::place::Place;
use anyhow::{Result, bail};
use clap::{Args, Subcommand};
use jiff::{Span, Timestamp};
use office::tokens::{self, NewToken};
use office::{Act, Office, Verb};
use records::Tx;
use std::process::ExitCode;
use terms::{AgencyCode, OfficerCode, ScopeName, TokenId};

/// Make, list and withdraw API tokens.
#[derive(Args)]
pub(crate) struct Token {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Make a token and print it as the last line. It is told this once.
    Create(Create),
    /// List the tokens that there are, without their texts.
    List,
    /// Withdraw a token. A server forgets it within five seconds.
    Revoke {
        /// Its id, as `list` shows it.
        id: TokenId,
    },
}

#[derive(Args)]
struct Create {
    /// What its holder is called.
    #[arg(long)]
    name: String,
    /// An API key for Open311: the scope open311.
    #[arg(long)]
    open311: bool,
    /// What it opens: open311, cases:open, cases:read, cases:work, customers:read, jobs:run.
    #[arg(long = "scope", value_delimiter = ',')]
    scopes: Vec<ScopeName>,
    /// Let it act for an officer, with their roles.
    #[arg(long)]
    officer: Option<String>,
    /// Limit it to an agency.
    #[arg(long)]
    agency: Option<String>,
    /// For how many days it is good; for ever where none are given.
    #[arg(long)]
    days: Option<u32>,
}

impl Token {
    /// Does what is asked.
    pub(crate) fn run(self) -> Result<ExitCode> {
        let office = match &self.what {
            // A key may be made before the doors open for the first time.
            What::Create(_) => self.place.office()?,
            What::List | What::Revoke { .. } => self.place.office_that_is_there()?,
        };
        match self.what {
            What::Create(create) => create.run(&office)?,
            What::List => list(&office)?,
            What::Revoke { id } => write(&office, move |tx, act| tokens::revoke(tx, act, id))?,
        }
        office.db.close();
        Ok(ExitCode::SUCCESS)
    }
}

impl Create {
    fn run(self, office: &Office) -> Result<()> {
        let mut scopes = self.scopes;
        if self.open311 {
            scopes.push(ScopeName::Open311);
        }
        if scopes.is_empty() {
            bail!("say what the token opens: --open311, or --scope with one or more of {}", known());
        }
        let now = office.now();
        let expires_at = self.days.map(|days| later(now, days)).transpose()?;
        let new = NewToken {
            name: self.name,
            scopes,
            officer: self.officer.map(OfficerCode::new),
            agency: self.agency.map(AgencyCode::new),
            expires_at,
        };
        let (id, text) = write(office, move |tx, act| tokens::create(tx, act, &new))?;
        println!("token {id}; keep the next line, it is not shown again");
        println!("{text}");
        Ok(())
    }
}

fn known() -> String {
    ScopeName::ALL.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(", ")
}

fn later(now: Timestamp, days: u32) -> Result<Timestamp> {
    Ok(now.checked_add(Span::new().hours(i64::from(days) * 24))?)
}

fn list(office: &Office) -> Result<()> {
    for token in write(office, tokens::list)? {
        let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.as_str()).collect();
        let state = match (token.revoked_at, token.expires_at) {
            (Some(at), _) => format!("withdrawn {at}"),
            (None, Some(at)) => format!("good until {at}"),
            (None, None) => "good".to_owned(),
        };
        println!("{}  {}  {}  {state}", token.id, token.name, scopes.join(","));
    }
    Ok(())
}

fn write<T: Send + 'static>(
    office: &Office,
    mut verb: impl FnMut(&mut Tx<'_>, &Act) -> Verb<T> + Send + 'static,
) -> Result<T> {
    let act = office.house_act();
    Ok(office.db.write_now(move |tx| verb(tx, &act))?)
}
