//! A form: fields, the pages on which they are asked, whom it stops, and its own checks.

use crate::condition::Condition;
use crate::fault::{Fault, Faults, shown};
use crate::field::{Field, Kind};
use crate::schema::Reading;
use crate::{CheckDefinition, Definition, MOST_RULES, PageDefinition, StopDefinition};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use terms::Localized;

/// A form that was read: every condition is understood and every name leads somewhere.
#[derive(Debug, Default)]
pub struct Form {
    code: String,
    fingerprint: String,
    fields: Vec<Field>,
    pages: Vec<Page>,
    stops: Vec<Stop>,
    checks: Vec<Check>,
}

/// What is asked together.
#[derive(Debug)]
pub struct Page {
    /// Its code: the first property that it asks for.
    pub code: String,
    /// Its heading; none where its one field says enough.
    pub title: Option<Localized>,
    /// The codes of its fields, in order.
    pub ask: Vec<String>,
    /// The condition under which it is asked; always, where there is none.
    pub when: Option<Condition>,
}

/// The service is not for whoever answers so.
#[derive(Debug)]
pub struct Stop {
    /// The condition.
    pub when: Condition,
    /// What it is about.
    pub title: Localized,
    /// Why, and where to go instead.
    pub text: Localized,
    /// The service to ask for instead.
    pub service: Option<String>,
}

/// A rule over several answers.
#[derive(Debug)]
pub struct Check {
    /// The condition under which something is wrong.
    pub when: Condition,
    /// The field at which it is said.
    pub at: String,
    /// What is wrong and how to mend it.
    pub say: Localized,
}

impl Form {
    /// Reads a form. All faults are told at once.
    pub fn read(code: &str, definition: Definition) -> Result<Self, Vec<Fault>> {
        let fingerprint = fingerprint(&definition);
        let Definition { schema, page, stop, check, words } = definition;
        let mut reading = Reading::new(&words);
        let mut fields = reading.fields(&schema);
        let mut faults = reading.faults;
        // What else is wrong can be told only over fields that are sound.
        if !faults.0.is_empty() {
            return Err(faults.0);
        }
        clashes(&fields, &mut faults);
        let pages = pages(page, &mut fields, &mut faults);
        let stops = stops(stop, &fields, &mut faults);
        let checks = checks(check, &fields, &mut faults);
        if faults.0.is_empty() {
            Ok(Self { code: code.to_owned(), fingerprint, fields, pages, stops, checks })
        } else {
            Err(faults.0)
        }
    }

    /// Its code.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// A text that changes when the definition does; empty for a form that was never defined.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The fields in the order of asking.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The field at a path: `plate`, and for items of a group `people.name` as well as `people.1.name`.
    pub fn field(&self, path: &str) -> Option<&Field> {
        let (code, rest) = path.split_once('.').map_or((path, None), |(code, rest)| (code, Some(rest)));
        let field = self.fields.iter().find(|field| field.code == code)?;
        let Some(rest) = rest else { return Some(field) };
        let inner = rest.split_once('.').filter(|(number, _)| item_number(number).is_some());
        let inner = inner.map_or(rest, |(_, inner)| inner);
        field.fields().iter().find(|field| field.code == inner)
    }

    /// Whether everybody is asked for a field, whatever they answered before.
    pub fn is_always_asked(&self, code: &str) -> bool {
        self.pages.iter().any(|page| page.when.is_none() && page.ask.iter().any(|asked| asked == code))
    }

    /// All pages, whether they are asked or not.
    pub fn all_pages(&self) -> &[Page] {
        &self.pages
    }

    /// All stops, in the order in which they are looked at.
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// All checks.
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }
}

/// The number of a group's item in a path, from 1.
pub(crate) fn item_number(text: &str) -> Option<usize> {
    let number = text.parse().ok().filter(|number| (1..=crate::MOST_ITEMS).contains(number));
    number.filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0'))
}

fn fingerprint(definition: &Definition) -> String {
    let text = serde_json::to_string(definition).unwrap_or_default();
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(16).fold(String::with_capacity(32), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The parts of a day are sent as `code-day`, `code-month` and `code-year`; no other field may be called so.
fn clashes(fields: &[Field], faults: &mut Faults) {
    for fields in fields.iter().map(Field::fields).chain([fields]) {
        for day in fields.iter().filter(|field| matches!(field.kind, Kind::Date)) {
            let parts = ["day", "month", "year"].map(|part| format!("{}-{part}", day.code));
            for other in fields.iter().filter(|other| parts.contains(&other.code)) {
                let problem = format!("{} is a part of the date {}", shown(&other.code), day.code);
                faults.add(format!("schema.properties.{}", day.code), problem, "call one of them otherwise");
            }
        }
    }
}

/// The pages; the fields are put in the order of asking.
fn pages(definitions: Vec<PageDefinition>, fields: &mut [Field], faults: &mut Faults) -> Vec<Page> {
    if definitions.is_empty() {
        let page = |field: &Field| Page {
            code: field.code.clone(),
            title: None,
            ask: vec![field.code.clone()],
            when: None,
        };
        return fields.iter().map(page).collect();
    }
    let mut asked: Vec<String> = Vec::new();
    let mut pages = Vec::new();
    for (number, definition) in (1..).zip(definitions) {
        pages.extend(page(definition, (&format!("page.{number}"), &asked), fields, faults));
        asked.extend(pages.last().into_iter().flat_map(|page: &Page| page.ask.clone()));
    }
    for field in fields.iter().filter(|field| !asked.contains(&field.code)) {
        let problem = format!("no page asks for {}", field.code);
        faults.add(format!("schema.properties.{}", field.code), problem, "name it in the ask of a [[page]]");
    }
    fields.sort_by_key(|field| asked.iter().position(|code| *code == field.code));
    pages
}

fn page(
    definition: PageDefinition,
    (key, before): (&str, &[String]),
    fields: &[Field],
    faults: &mut Faults,
) -> Option<Page> {
    let PageDefinition { title, ask, when } = definition;
    let ask_key = format!("{key}.ask");
    let of = |code: &str| fields.iter().find(|field| field.code == code);
    for (place, code) in ask.iter().enumerate() {
        if of(code).is_none() {
            let known: Vec<&str> = fields.iter().map(|field| field.code.as_str()).collect();
            let mend = format!("use one of: {}", known.join(", "));
            faults.add(&ask_key, format!("the schema has no {}", shown(code)), mend);
        }
        if before.contains(code) || ask[..place].contains(code) {
            faults.add(&ask_key, format!("{code} is asked twice"), "ask for each property once");
        }
        if ask.len() > 1 && of(code).is_some_and(|field| matches!(field.kind, Kind::Group(..))) {
            faults.add(&ask_key, format!("{code} is a group"), "give it a page of its own");
        }
    }
    if ask.len() > 1 && title.as_ref().is_none_or(Localized::is_empty) {
        faults.add(key, "it asks several things and has no title", "write title = { en = \"…\" }");
    }
    let when = when.and_then(|text| faults.take(format!("{key}.when"), Condition::read(&text, fields)));
    let later = when.as_ref().and_then(|when| when.named().find(|code| !before.iter().any(|b| b == code)));
    if let Some(later) = later {
        let mend = "let conditions look at earlier pages only";
        faults.add(format!("{key}.when"), format!("{later} is not asked before this page"), mend);
    }
    let Some(code) = ask.first().cloned() else {
        faults.add(ask_key, "it asks for nothing", "name at least one property");
        return None;
    };
    Some(Page { code, title, ask, when })
}

fn stops(definitions: Vec<StopDefinition>, fields: &[Field], faults: &mut Faults) -> Vec<Stop> {
    few(&definitions, "stop", faults);
    let numbered = (1..).zip(definitions).take(MOST_RULES);
    let stop = |(number, definition): (usize, StopDefinition)| {
        let StopDefinition { when, title, text, service } = definition;
        let when = rule_condition(&when, &format!("stop.{number}.when"), fields, faults)?;
        for (key, words) in [("title", &title), ("text", &text)] {
            if words.is_empty() {
                faults.add(format!("stop.{number}.{key}"), "it says nothing", "write { en = \"…\" }");
            }
        }
        Some(Stop { when, title, text, service })
    };
    numbered.filter_map(stop).collect()
}

fn checks(definitions: Vec<CheckDefinition>, fields: &[Field], faults: &mut Faults) -> Vec<Check> {
    few(&definitions, "check", faults);
    let numbered = (1..).zip(definitions).take(MOST_RULES);
    let check = |(number, definition): (usize, CheckDefinition)| {
        let CheckDefinition { when, at, say } = definition;
        let when = rule_condition(&when, &format!("check.{number}.when"), fields, faults)?;
        if !fields.iter().any(|field| field.code == at) {
            let known: Vec<&str> = fields.iter().map(|field| field.code.as_str()).collect();
            let mend = format!("use one of: {}", known.join(", "));
            faults.add(format!("check.{number}.at"), format!("the schema has no {}", shown(&at)), mend);
        }
        if say.is_empty() {
            faults.add(format!("check.{number}.say"), "it says nothing", "write { en = \"…\" }");
        }
        Some(Check { when, at, say })
    };
    numbered.filter_map(check).collect()
}

/// The condition of a stop or a check, which looks at something that somebody answered.
fn rule_condition(text: &str, key: &str, fields: &[Field], faults: &mut Faults) -> Option<Condition> {
    let when = faults.take(key, Condition::read(text, fields))?;
    if when.named().next().is_none() {
        faults.add(key, "it looks at no answer", "name a property of the schema");
    }
    Some(when)
}

fn few<T>(definitions: &[T], key: &str, faults: &mut Faults) {
    if definitions.len() > MOST_RULES {
        let problem = format!("there are {} of them", definitions.len());
        faults.add(key, problem, format!("write at most {MOST_RULES}"));
    }
}
