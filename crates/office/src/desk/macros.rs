//! Macros: named lists of acts, which officers make and share, and which say plainly when they fit no longer.

use super::deeds::{Deed, opening_after};
use super::me;
use super::views::LONGEST_NAME;
use crate::city::{City, Snippet, filled, unknown_variable};
use crate::{Act, Refusal, Verb};
use records::{Tx, macros};
use serde::{Deserialize, Serialize};
use terms::{Case, MacroId, OfficerCode, OutcomeCode};
use wording::Language;

/// Macros that one officer keeps.
const MOST_OWN: usize = 50;
/// Macros that an officer is shown.
const MOST_SHOWN: u32 = 200;
/// Acts in one macro.
const MOST_STEPS: usize = 6;
/// The longest words of one act, in characters; with what their variables stand for they are a message still.
pub const LONGEST_STEP: usize = 4_000;
/// The longest rest, in working days.
pub const LONGEST_REST: u32 = 200;

/// An act of a macro.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// Whoever uses it takes the case.
    Take {},
    /// An officer gets it.
    Assign {
        /// Who.
        officer: OfficerCode,
    },
    /// It goes back to its queue.
    GiveBack {},
    /// Colleagues read something.
    Note {
        /// What.
        words: Words,
    },
    /// The customer is answered.
    Reply {
        /// What they read.
        words: Words,
    },
    /// The customer is asked, and the clock stands still.
    Ask {
        /// What they read.
        words: Words,
    },
    /// The work rests.
    Rest {
        /// For so many working days.
        days: u32,
        /// Why, for colleagues.
        words: Words,
    },
    /// The work ends.
    Resolve {
        /// How.
        outcome: OutcomeCode,
        /// What the customer reads.
        words: Option<Words>,
    },
}

/// Words of a macro, with variables in braces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Words {
    /// Those of a snippet.
    Snippet(String),
    /// Its own.
    Own(String),
}

/// Who may use a macro.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// Whoever made it.
    Nobody,
    /// Those who report to the same superior, and that superior.
    Team,
    /// Everybody in the agency.
    Agency,
}

/// A macro.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Macro {
    /// Its id.
    pub id: MacroId,
    /// Whose it is.
    pub owner: OfficerCode,
    /// Who may use it.
    pub shared: Shared,
    /// What it is called.
    pub name: String,
    /// What it does, in order.
    pub steps: Vec<Step>,
}

/// A macro to keep.
#[derive(Debug, Clone)]
pub struct NewMacro {
    /// What it is called.
    pub name: String,
    /// Who may use it.
    pub shared: Shared,
    /// What it does.
    pub steps: Vec<Step>,
}

/// Why a macro does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Misfit {
    /// It does nothing.
    Nothing,
    /// It does too much, or rests for too long.
    TooMuch,
    /// What is ended cannot rest or be asked about.
    Contradiction,
    /// Nobody of that name serves any more.
    Officer,
    /// No case ends so any more.
    Outcome,
    /// The snippet is gone.
    Snippet,
    /// A name in braces stands for nothing.
    Variable,
    /// Words are missing or too long.
    Words,
}

impl Misfit {
    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::TooMuch => "too-much",
            Self::Contradiction => "contradiction",
            Self::Officer => "officer",
            Self::Outcome => "outcome",
            Self::Snippet => "snippet",
            Self::Variable => "variable",
            Self::Words => "words",
        }
    }
}

impl Step {
    /// The words of it.
    pub fn words(&self) -> Option<&Words> {
        match self {
            Self::Note { words } | Self::Reply { words } | Self::Ask { words } | Self::Rest { words, .. } => {
                Some(words)
            }
            Self::Resolve { words, .. } => words.as_ref(),
            Self::Take {} | Self::Assign { .. } | Self::GiveBack {} => None,
        }
    }

    fn misfit(&self, city: &City) -> Option<Misfit> {
        let own = match self {
            Self::Assign { officer } => (!city.officers.contains_key(officer)).then_some(Misfit::Officer),
            Self::Resolve { outcome, .. } => {
                (!city.outcomes.contains_key(outcome)).then_some(Misfit::Outcome)
            }
            Self::Rest { days, .. } => (!(1..=LONGEST_REST).contains(days)).then_some(Misfit::TooMuch),
            Self::Take {} | Self::GiveBack {} | Self::Note { .. } | Self::Reply { .. } | Self::Ask { .. } => {
                None
            }
        };
        own.or_else(|| self.words()?.misfit(city))
    }
}

impl Words {
    fn misfit(&self, city: &City) -> Option<Misfit> {
        match self {
            Self::Snippet(code) => snippet(city, code).is_none().then_some(Misfit::Snippet),
            Self::Own(words) if words.trim().is_empty() || words.contains('\0') => Some(Misfit::Words),
            Self::Own(words) if words.chars().count() > LONGEST_STEP => Some(Misfit::Words),
            Self::Own(words) => unknown_variable(words).map(|_| Misfit::Variable),
        }
    }

    /// As they are said about a case, in a language.
    fn said(&self, city: &City, language: Language, value: impl Fn(&str) -> String) -> String {
        match self {
            Self::Snippet(code) => {
                snippet(city, code).map(|one| one.filled(language.tag(), value)).unwrap_or_default()
            }
            Self::Own(words) => filled(words, value),
        }
    }
}

fn snippet<'c>(city: &'c City, code: &str) -> Option<&'c Snippet> {
    city.snippets.iter().find(|snippet| snippet.code == code)
}

/// Why the acts of a macro do not fit a city, each reason once.
pub fn misfits(city: &City, steps: &[Step]) -> Vec<Misfit> {
    let ends = steps.iter().any(|step| matches!(step, Step::Resolve { .. }));
    let waits = steps.iter().any(|step| matches!(step, Step::Rest { .. } | Step::Ask { .. }));
    let mut found: Vec<Misfit> = steps.iter().filter_map(|step| step.misfit(city)).collect();
    found.extend(steps.is_empty().then_some(Misfit::Nothing));
    found.extend((steps.len() > MOST_STEPS).then_some(Misfit::TooMuch));
    found.extend((ends && waits).then_some(Misfit::Contradiction));
    found.sort();
    found.dedup();
    found
}

/// What the acts of a macro come to for one case: the words filled, the days counted.
pub(super) fn deeds(act: &Act, case: &Case, customer: Option<&str>, steps: &[Step]) -> Verb<Vec<Deed>> {
    let (city, me) = (act.city(), me(act)?);
    let said = |words: &Words, language: Language| {
        words.said(city, language, |name| stands_for(city, case, (customer, &me), language, name))
    };
    let theirs = |words: &Words| said(words, language_of(city, case));
    let ours = |words: &Words| said(words, Language::of(city.language()).unwrap_or(Language::FALLBACK));
    let deed = |step: &Step| match step {
        Step::Take {} => Deed::Assign { officer: me.clone() },
        Step::Assign { officer } => Deed::Assign { officer: officer.clone() },
        Step::GiveBack {} => Deed::GiveBack {},
        Step::Note { words } => Deed::Note { words: ours(words) },
        Step::Reply { words } => Deed::Reply { words: theirs(words) },
        Step::Ask { words } => Deed::Ask { words: theirs(words) },
        Step::Rest { days, words } => {
            Deed::Rest { until: opening_after(act, case, *days), words: ours(words) }
        }
        Step::Resolve { outcome, words } => {
            Deed::Resolve { outcome: outcome.clone(), words: words.as_ref().map(theirs) }
        }
    };
    Ok(steps.iter().map(deed).collect())
}

/// What a variable of a snippet stands for in a case.
pub fn stands_for(
    city: &City,
    case: &Case,
    (customer, officer): (Option<&str>, &OfficerCode),
    language: Language,
    name: &str,
) -> String {
    let due = || case.state.clocks.due_at.map(|due| language.date_time(city.calendar.local(due)));
    match name {
        "customer" => customer.unwrap_or_default().to_owned(),
        "reference" => case.reference.to_string(),
        "due" => due().unwrap_or_default(),
        _ => city.officers.get(officer).map_or_else(String::new, |officer| {
            officer.public_name.as_ref().unwrap_or(&officer.name).clone()
        }),
    }
}

/// The language in which the customer of a case is written to.
pub fn language_of(city: &City, case: &Case) -> Language {
    let told = [case.told.language.as_deref(), Some(city.language())];
    told.into_iter().flatten().find_map(Language::of).unwrap_or(Language::FALLBACK)
}

/// The macros that an officer may use, by name: their own, and those shared with their agency or their team.
pub fn macros(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<Macro>> {
    let me = me(act)?;
    let found = macros::of(tx, &me, act.who.agency.as_ref(), MOST_SHOWN)?;
    let leads_me = |lead: &OfficerCode| {
        *lead == me || act.city().superiors(&me).iter().any(|superior| superior.code == *lead)
    };
    let mine = |one: &macros::Macro| one.owner == me || one.team.as_ref().is_none_or(leads_me);
    let read = |one: macros::Macro| Macro {
        id: one.id,
        owner: one.owner,
        shared: match (&one.agency, &one.team) {
            (None, _) => Shared::Nobody,
            (Some(_), None) => Shared::Agency,
            (Some(_), Some(_)) => Shared::Team,
        },
        name: one.name,
        steps: serde_json::from_str(&one.steps).unwrap_or_default(),
    };
    let mut found: Vec<Macro> = found.into_iter().filter(mine).map(read).collect();
    found.sort_by_cached_key(|one| (one.name.to_lowercase(), one.id));
    Ok(found)
}

/// A macro that an officer may use.
pub fn macro_of(tx: &mut Tx<'_>, act: &Act, id: MacroId) -> Verb<Macro> {
    macros(tx, act)?.into_iter().find(|one| one.id == id).ok_or(Refusal::NotFound("macro"))
}

/// Keeps a macro.
pub fn save_macro(tx: &mut Tx<'_>, act: &Act, new: &NewMacro) -> Verb<MacroId> {
    let row = row(act, MacroId::new(act.at, &act.chance), new)?;
    let own = macros(tx, act)?.iter().filter(|one| one.owner == row.owner).count();
    if own >= MOST_OWN {
        return Err(Refusal::conflict(format!("you keep {MOST_OWN} macros already; delete one first")));
    }
    macros::insert(tx, &row)?;
    Ok(row.id)
}

/// Changes a macro. What was planned with it stays as it was planned.
pub fn change_macro(tx: &mut Tx<'_>, act: &Act, id: MacroId, new: &NewMacro) -> Verb<()> {
    let row = row(act, id, new)?;
    must_be_own(tx, act, id)?;
    Ok(macros::update(tx, &row)?)
}

/// Deletes a macro. What it did stays done.
pub fn delete_macro(tx: &mut Tx<'_>, act: &Act, id: MacroId) -> Verb<()> {
    must_be_own(tx, act, id)?;
    Ok(macros::delete(tx, id)?)
}

fn must_be_own(tx: &mut Tx<'_>, act: &Act, id: MacroId) -> Verb<()> {
    if macro_of(tx, act, id)?.owner == me(act)? {
        return Ok(());
    }
    Err(Refusal::Forbidden("only whoever made a macro changes it; make one of your own".into()))
}

fn row(act: &Act, id: MacroId, new: &NewMacro) -> Verb<macros::Macro> {
    let (name, owner) = (new.name.trim(), me(act)?);
    let count = name.chars().count();
    if count == 0 || count > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(Refusal::invalid("name", format!("write a name of at most {LONGEST_NAME} characters")));
    }
    if let Some(misfit) = misfits(act.city(), &new.steps).first() {
        return Err(Refusal::invalid("steps", format!("it does not fit: {}", misfit.as_str())));
    }
    let shared = new.shared != Shared::Nobody;
    if shared && act.who.agency.is_none() {
        return Err(Refusal::invalid("shared", "you work for no one agency; keep it for yourself"));
    }
    Ok(macros::Macro {
        id,
        agency: act.who.agency.clone().filter(|_| shared),
        team: (new.shared == Shared::Team).then(|| lead_of(act.city(), &owner)),
        owner,
        name: name.to_owned(),
        steps: serde_json::to_string(&new.steps).unwrap_or_default(),
        created_at: act.at,
    })
}

/// Whoever leads an officer's team: themselves if anybody reports to them, else their superior.
fn lead_of(city: &City, officer: &OfficerCode) -> OfficerCode {
    let leads = city.officers.values().any(|other| other.superior.as_ref() == Some(officer));
    let superior = city.officers.get(officer).and_then(|officer| officer.superior.clone());
    superior.filter(|_| !leads).unwrap_or_else(|| officer.clone())
}
