//! Writing `services/*.toml` from what was derived and what was written by hand.

use super::promises::Derived;
use anyhow::{Context, Result, bail};
use office::city::{City, Localized};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use terms::Channel;

/// What the data do not say.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    private: Vec<String>,
    kinds: BTreeMap<String, String>,
    help: BTreeMap<String, String>,
    question: Vec<toml::Table>,
}

impl Words {
    /// Reads the file beside the mapping.
    pub(super) fn read(text: &str) -> Result<Self> {
        toml::from_str(text).context("read import/words.toml")
    }
}

/// Writes one file an agency.
pub(super) fn write(folder: &Path, city: &City, words: &Words, derived: &[Derived]) -> Result<()> {
    let mut sheets: BTreeMap<&str, String> = BTreeMap::new();
    for service in derived {
        let agency = city.agencies.values().find(|agency| agency.source_names.contains(&service.agency));
        let Some(agency) = agency else { bail!("no agency is called {:?}", service.agency) };
        let queue = city
            .queues
            .values()
            .find(|queue| queue.agency == agency.code && queue.name.text(city.language()) == service.group);
        let Some(queue) = queue else { bail!("{} has no queue called {:?}", agency.code, service.group) };
        let sheet = sheets.entry(agency.code.as_str()).or_insert_with(|| heading(&agency.name, city));
        sheet.push_str(&entry(service, queue.code.as_str(), words)?);
    }
    for (agency, sheet) in sheets {
        fs::write(folder.join("services").join(format!("{agency}.toml")), sheet)?;
    }
    Ok(())
}

fn heading(agency: &Localized, city: &City) -> String {
    let source = city.source.as_ref().map_or("the requests given", |source| source.text(city.language()));
    format!(
        "# {}. Written by `cargo xtask derive` from {source}\n# and from import/words.toml; change those rather than this file.\n",
        agency.text(city.language())
    )
}

fn entry(service: &Derived, queue: &str, words: &Words) -> Result<String> {
    let name = &service.name;
    let mut text = String::new();
    writeln!(text, "\n[[service]]\ncode = {:?}\nname = {name:?}\nsource_names = [{name:?}]", code(name))?;
    if let Some(help) = words.help.iter().find(|(key, _)| squeeze(key) == *name).map(|(_, help)| help) {
        writeln!(text, "help = {help:?}")?;
    }
    writeln!(text, "group = {:?}", service.group)?;
    writeln!(text, "kind = {:?}", words.kinds.get(name).map_or("report", String::as_str))?;
    writeln!(text, "queue = {queue:?}")?;
    writeln!(text, "channels = [{}]", channels(service))?;
    writeln!(text, "public = {}", !words.private.contains(name))?;
    writeln!(
        text,
        "outcomes = [\"done\", \"noted\", \"scheduled\", \"violation\", \"no-violation\", \"referred\", \"invalid\", \"administrative\", \"closed\"]"
    )?;
    for (from, rule) in &service.rules {
        writeln!(text, "\n[[service.promise]]")?;
        if let Some(from) = from {
            writeln!(text, "from = \"{from}\"")?;
        }
        writeln!(text, "completion = \"{rule}\"")?;
    }
    for question in words
        .question
        .iter()
        .filter(|question| question["service"].as_str().map(squeeze).as_ref() == Some(name))
    {
        text.push_str(&render_question(question)?);
    }
    Ok(text)
}

/// The services' own questions, as they stand in words.toml.
fn render_question(question: &toml::Table) -> Result<String> {
    let mut text = String::from("\n[[service.question]]\n");
    for key in ["code", "prompt", "hint", "type", "required"] {
        if let Some(value) = question.get(key) {
            writeln!(text, "{key} = {value}")?;
        }
    }
    for choice in question.get("choice").and_then(toml::Value::as_array).into_iter().flatten() {
        writeln!(text, "\n[[service.question.choice]]\nkey = {}\nname = {}", choice["key"], choice["name"])?;
    }
    Ok(text)
}

/// Whoever asked in the past may ask again; a phone call can be about anything.
fn channels(service: &Derived) -> String {
    let mut channels = service.channels.clone();
    channels.extend([Channel::Phone, Channel::Counter, Channel::Staff]);
    if channels.contains(&Channel::Web) || channels.contains(&Channel::App) {
        channels.extend([Channel::Web, Channel::App, Channel::Api]);
    }
    channels.sort();
    channels.dedup();
    channels.iter().map(|channel| format!("\"{channel}\"")).collect::<Vec<_>>().join(", ")
}

fn code(name: &str) -> String {
    let spaced: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    let mut code = spaced.split_whitespace().collect::<Vec<_>>().join("-");
    code.truncate(64);
    code
}

fn squeeze(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
