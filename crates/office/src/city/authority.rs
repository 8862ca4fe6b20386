//! `authority.toml`: what officers may decide alone, by role and by training, and how long their superiors have.

use super::people::Officer;
use super::read::Reader;
use calendars::Rule;
use jiff::SignedDuration;
use serde::Deserialize;
use std::collections::BTreeMap;
use terms::{Localized, RemedyCode, Role, TrainingCode};
use toml::Spanned;

/// How long a superior has where the city's data do not say.
const DECIDE_WITHIN: Rule = Rule::WorkingTime(SignedDuration::from_hours(8));
/// How long before a promise breaks the superior is warned where the city's data do not say.
const WARN_BEFORE: Rule = Rule::WorkingTime(SignedDuration::from_hours(4));

/// What officers may decide alone.
#[derive(Debug)]
pub struct Authority {
    /// How long a superior has to answer.
    pub decide_within: Rule,
    /// How long before a promise breaks the superior is told.
    pub warn_before: Rule,
    /// Whether a case that somebody has taken is answered by them, and by nobody else who is no supervisor.
    pub only_assignee_answers: bool,
    /// What money is counted in, ISO 4217.
    pub currency: String,
    /// What can be offered.
    pub remedies: BTreeMap<RemedyCode, Remedy>,
    /// What can be learnt.
    pub trainings: BTreeMap<TrainingCode, Localized>,
    grants: Vec<Grant>,
}

/// What a customer can be offered.
#[derive(Debug)]
pub struct Remedy {
    /// Its code.
    pub code: RemedyCode,
    /// What customers read.
    pub name: Localized,
    /// What the officer has to do.
    pub instructions: Localized,
    /// What it is counted in.
    pub unit: Unit,
}

/// What a remedy is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Nothing: it is given or not.
    None,
    /// The city's money, in whole units.
    Money,
    /// Working days.
    WorkingDays,
}

/// Something that a role or a training gives leave to offer.
#[derive(Debug)]
struct Grant {
    role: Option<Role>,
    training: Option<TrainingCode>,
    remedy: RemedyCode,
    up_to: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AuthorityToml {
    decide_within: Option<Spanned<String>>,
    warn_before: Option<Spanned<String>>,
    #[serde(default)]
    only_assignee_answers: bool,
    #[serde(default)]
    currency: String,
    #[serde(default)]
    training: Vec<TrainingToml>,
    #[serde(default)]
    remedy: Vec<RemedyToml>,
    #[serde(default)]
    grant: Vec<GrantToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TrainingToml {
    code: Spanned<String>,
    name: Localized,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RemedyToml {
    code: Spanned<String>,
    name: Localized,
    instructions: Localized,
    unit: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GrantToml {
    role: Option<Spanned<String>>,
    training: Option<Spanned<String>>,
    remedy: Spanned<String>,
    up_to: Option<Spanned<i64>>,
}

impl Default for Authority {
    fn default() -> Self {
        Self {
            decide_within: DECIDE_WITHIN,
            warn_before: WARN_BEFORE,
            only_assignee_answers: false,
            currency: String::new(),
            remedies: BTreeMap::new(),
            trainings: BTreeMap::new(),
            grants: Vec::new(),
        }
    }
}

impl Authority {
    /// How much of a remedy an officer may offer alone, in its unit; nothing where they may not offer it.
    pub fn up_to(&self, officer: &Officer, remedy: &RemedyCode) -> Option<i64> {
        let given = self.grants.iter().filter(|grant| {
            grant.remedy == *remedy
                && grant.role.is_none_or(|role| officer.roles.contains(&role))
                && grant.training.as_ref().is_none_or(|training| officer.trainings.contains(training))
        });
        given.map(|grant| grant.up_to).max()
    }
}

pub(crate) fn read(reader: &mut Reader<'_>) -> Authority {
    let mut authority = Authority::default();
    let Some((sheet, file)) = reader.optional::<AuthorityToml>("authority.toml") else { return authority };
    let mut rule = |key: &str, text: Option<&Spanned<String>>, other: Rule| {
        text.and_then(|text| reader.parsed::<Rule>(&sheet, key, text)).unwrap_or(other)
    };
    authority.decide_within = rule("decide_within", file.decide_within.as_ref(), DECIDE_WITHIN);
    authority.warn_before = rule("warn_before", file.warn_before.as_ref(), WARN_BEFORE);
    authority.only_assignee_answers = file.only_assignee_answers;
    authority.currency = file.currency;
    for entry in file.training {
        let taken = authority.trainings.contains_key(entry.code.get_ref().as_str());
        if reader.code(&sheet, "training.code", &entry.code, taken) {
            authority.trainings.insert(TrainingCode::new(entry.code.into_inner()), entry.name);
        }
    }
    for entry in file.remedy {
        let taken = authority.remedies.contains_key(entry.code.get_ref().as_str());
        if reader.code(&sheet, "remedy.code", &entry.code, taken) {
            let unit = match entry.unit.as_ref().map(|unit| (unit, unit.get_ref().as_str())) {
                None => Unit::None,
                Some((_, "money")) => Unit::Money,
                Some((_, "working-days")) => Unit::WorkingDays,
                Some((text, other)) => {
                    let problem = format!("{other:?} is not known");
                    reader.fault(
                        &sheet.at(text.span(), "remedy.unit"),
                        problem,
                        "use money or working-days, or leave it out",
                    );
                    Unit::None
                }
            };
            let code = RemedyCode::new(entry.code.into_inner());
            let RemedyToml { name, instructions, .. } = entry;
            authority.remedies.insert(code.clone(), Remedy { code, name, instructions, unit });
        }
    }
    for entry in file.grant {
        let grant = grant(reader, &sheet, &entry, &authority);
        authority.grants.extend(grant);
    }
    authority
}

fn grant(
    reader: &mut Reader<'_>,
    sheet: &super::fault::Sheet,
    entry: &GrantToml,
    authority: &Authority,
) -> Option<Grant> {
    let remedy = reader.known(sheet, "grant.remedy", &entry.remedy, &authority.remedies)?;
    let role = entry.role.as_ref().map(|role| reader.parsed::<Role>(sheet, "grant.role", role));
    let training = entry.training.as_ref().map(|training| {
        reader
            .known(sheet, "grant.training", training, &authority.trainings)
            .map(|_| TrainingCode::new(training.get_ref()))
    });
    if role.is_none() && training.is_none() {
        let problem = "it is given to nobody";
        reader.fault(
            &sheet.at(entry.remedy.span(), "grant.remedy"),
            problem,
            "name a role, a training, or both",
        );
    }
    let counted = remedy.unit != Unit::None;
    if counted != entry.up_to.is_some() {
        let (problem, mend) = if counted {
            ("the remedy is counted", "say up_to how much of it")
        } else {
            ("the remedy is not counted", "leave up_to out")
        };
        reader.fault(&sheet.at(entry.remedy.span(), "grant.up_to"), problem, mend);
    }
    let up_to = entry.up_to.as_ref().map_or(0, |up_to| *up_to.get_ref());
    if counted && up_to < 1 {
        reader.fault(
            &sheet.at(entry.remedy.span(), "grant.up_to"),
            "nothing can be offered",
            "use at least 1",
        );
    }
    // A role or training that is not known is a fault already.
    let (role, training) =
        (role.map_or(Some(None), |role| role.map(Some))?, training.map_or(Some(None), |it| it.map(Some))?);
    Some(Grant { role, training, remedy: remedy.code.clone(), up_to })
}
