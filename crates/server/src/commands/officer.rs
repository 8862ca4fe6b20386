//! `rotunda officer`: gives officers their passwords.

use super::place::Place;
use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use office::desk::passwords::{LONGEST, Password, SHORTEST, Weak};
use office::{Office, Verb, desk};
use std::io::{IsTerminal, Read};
use std::process::ExitCode;
use terms::OfficerCode;

/// More bytes than the longest password has.
const MOST_BYTES: u64 = 8 * 1024;

/// Give officers the passwords with which they sign in.
#[derive(Args)]
pub(crate) struct Officer {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Give an officer a new password, read from standard input. Their sessions end.
    Password {
        /// Their code in the city's data.
        code: String,
        /// Make one for a single sign-in instead, and print it as the last line. It is told this once; whoever signs in
        /// with it chooses another first.
        #[arg(long)]
        temporary: bool,
    },
}

impl Officer {
    /// Does what is asked.
    pub(crate) fn run(self) -> Result<ExitCode> {
        // A password may be given before the doors open for the first time.
        let office = self.place.office()?;
        let What::Password { code, temporary } = self.what;
        let code = OfficerCode::new(code);
        let known = office.city.officers.get(&code);
        let known = known.with_context(|| format!("the city's data name no officer {:?}", code.as_str()))?;
        if temporary {
            let (password, text) = Password::temporary(&office.house_act().chance);
            keep(&office, &code, &password, true)?;
            println!(
                "the password of {} for one sign-in; keep the next line, it is not shown again",
                known.name
            );
            println!("{text}");
        } else {
            let password = Password::of(&read()?);
            password.check(&code, known).map_err(|weak| anyhow::anyhow!(in_words(weak)))?;
            keep(&office, &code, &password, false)?;
            println!("{} has a new password, and is signed out everywhere", known.name);
        }
        office.db.close();
        Ok(ExitCode::SUCCESS)
    }
}

/// The first line of standard input.
fn read() -> Result<String> {
    let mut stdin = std::io::stdin();
    if stdin.is_terminal() {
        eprintln!("Type the new password, Enter, and Ctrl-D. It is shown as you type.");
    }
    let mut bytes = Vec::new();
    stdin.by_ref().take(MOST_BYTES).read_to_end(&mut bytes).context("cannot read standard input")?;
    let text = String::from_utf8(bytes).context("the password is not UTF-8")?;
    let line = text.lines().next().unwrap_or_default();
    if text.lines().nth(1).is_some() {
        bail!("the password has more than one line; write it in one");
    }
    Ok(line.to_owned())
}

fn in_words(weak: Weak) -> String {
    match weak {
        Weak::Short => format!("the password is too short; use {SHORTEST} characters or more"),
        Weak::Long => format!("the password is too long; use at most {LONGEST} characters"),
        Weak::Name => "the password is the officer's own name; use other words".to_owned(),
        Weak::NoText => "the password holds signs that nobody can type; leave them out".to_owned(),
    }
}

fn keep(office: &Office, code: &OfficerCode, password: &Password, temporary: bool) -> Result<()> {
    let act = office.house_act();
    let hash = password.hash(&act.chance)?;
    let code = code.clone();
    let kept: Verb<()> =
        office.db.write_now(move |tx| desk::set_password(tx, &act, &code, (&hash, temporary)));
    Ok(kept?)
}
