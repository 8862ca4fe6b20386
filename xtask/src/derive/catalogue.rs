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
    online: Vec<String>,
    kinds: BTreeMap<String, String>,
    groups: BTreeMap<String, toml::Value>,
    service: BTreeMap<String, ServiceWords>,
}

/// What the data do not say of one service; texts are plain or by language.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ServiceWords {
    name: Option<toml::Value>,
    help: Option<toml::Value>,
    #[serde(default)]
    keywords: Vec<String>,
    form: Option<String>,
    page: Option<toml::Table>,
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
    let nothing = ServiceWords::default();
    let own = of(&words.service, name).unwrap_or(&nothing);
    let mut text = format!("\n[[service]]\ncode = {:?}\n", code(name));
    match &own.name {
        Some(said) => writeln!(text, "name = {said}")?,
        None => writeln!(text, "name = {name:?}")?,
    }
    writeln!(text, "source_names = [{name:?}]")?;
    if let Some(help) = &own.help {
        writeln!(text, "help = {help}")?;
    }
    match words.groups.get(&service.group) {
        Some(said) => writeln!(text, "group = {said}")?,
        None => writeln!(text, "group = {:?}", service.group)?,
    }
    if !own.keywords.is_empty() {
        writeln!(text, "keywords = {}", toml::Value::from(own.keywords.clone()))?;
    }
    writeln!(text, "kind = {:?}", words.kinds.get(name).map_or("report", String::as_str))?;
    writeln!(text, "queue = {queue:?}")?;
    writeln!(text, "channels = [{}]", channels(service, words.online.contains(name)))?;
    writeln!(text, "public = {}", !words.private.contains(name))?;
    writeln!(
        text,
        "outcomes = [\"done\", \"noted\", \"scheduled\", \"violation\", \"no-violation\", \"referred\", \"invalid\", \"administrative\", \"closed\"]"
    )?;
    if let Some(form) = &own.form {
        writeln!(text, "form = {form:?}")?;
    }
    for (from, rule) in &service.rules {
        writeln!(text, "\n[[service.promise]]")?;
        if let Some(from) = from {
            writeln!(text, "from = \"{from}\"")?;
        }
        writeln!(text, "completion = \"{rule}\"")?;
    }
    if let Some(page) = &own.page {
        text.push_str(&render_page(page)?);
    }
    Ok(text)
}

/// What words.toml has for a service.
fn of<'w, T>(all: &'w BTreeMap<String, T>, name: &str) -> Option<&'w T> {
    all.iter().find(|(key, _)| squeeze(key) == name).map(|(_, found)| found)
}

/// What the page of a service says, as it stands in words.toml.
fn render_page(page: &toml::Table) -> Result<String> {
    let mut text = String::from("\n[service.page]\n");
    for key in ["who", "need", "steps", "cost", "reviewed", "place", "photos"] {
        if let Some(value) = page.get(key) {
            writeln!(text, "{key} = {value}")?;
        }
    }
    Ok(text)
}

/// Whoever asked in the past may ask again; a phone call can be about anything.
fn channels(service: &Derived, online: bool) -> String {
    let mut channels = service.channels.clone();
    channels.extend([Channel::Phone, Channel::Counter, Channel::Staff]);
    if online || channels.contains(&Channel::Web) || channels.contains(&Channel::App) {
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

#[cfg(test)]
mod tests {
    use super::{Words, code, render_page, squeeze};
    use std::fs;
    use std::path::Path;

    /// The services as they are written, each from its heading to the next.
    fn written(city: &Path) -> Vec<String> {
        let files = fs::read_dir(city.join("services")).unwrap();
        let texts = files.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
        texts
            .flat_map(|text| text.split("\n[[service]]\n").skip(1).map(str::to_owned).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn the_services_of_boston_say_what_words_toml_says() {
        let city = Path::new(env!("CARGO_MANIFEST_DIR")).join("../city/boston");
        let words = Words::read(&fs::read_to_string(city.join("import/words.toml")).unwrap()).unwrap();
        let services = written(&city);
        for (name, own) in words.service.iter().map(|(name, own)| (squeeze(name), own)) {
            let heading = format!("code = {:?}\n", code(&name));
            let service = services.iter().find(|text| text.starts_with(&heading));
            let service = service.unwrap_or_else(|| panic!("no service is called {name}"));
            let mut said = String::new();
            for (key, text) in [("name", &own.name), ("help", &own.help)] {
                said.extend(text.iter().map(|text| format!("{key} = {text}\n")));
            }
            said.extend(own.form.iter().map(|form| format!("form = {form:?}\n")));
            for line in said.lines() {
                assert!(service.contains(line), "{name} should have:\n{line}");
            }
            if let Some(page) = &own.page {
                let page = render_page(page).unwrap();
                assert!(service.contains(page.trim_end()), "{name} should have:\n{page}");
            }
        }
    }
}
