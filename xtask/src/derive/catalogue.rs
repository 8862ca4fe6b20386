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
    forms: BTreeMap<String, String>,
    pages: BTreeMap<String, toml::Table>,
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
    if let Some(help) = of(&words.help, name) {
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
    if let Some(form) = of(&words.forms, name) {
        writeln!(text, "form = {form:?}")?;
    }
    for (from, rule) in &service.rules {
        writeln!(text, "\n[[service.promise]]")?;
        if let Some(from) = from {
            writeln!(text, "from = \"{from}\"")?;
        }
        writeln!(text, "completion = \"{rule}\"")?;
    }
    if let Some(page) = of(&words.pages, name) {
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

#[cfg(test)]
mod tests {
    use super::{Words, code, of, render_page, squeeze};
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
        for name in words.forms.keys().chain(words.pages.keys()).map(|name| squeeze(name)) {
            let heading = format!("code = {:?}\n", code(&name));
            let service = services.iter().find(|text| text.starts_with(&heading));
            let service = service.unwrap_or_else(|| panic!("no service is called {name}"));
            if let Some(form) = of(&words.forms, &name) {
                assert!(service.contains(&format!("\nform = {form:?}\n")), "{name}: form");
            }
            if let Some(page) = of(&words.pages, &name) {
                let page = render_page(page).unwrap();
                assert!(service.contains(page.trim_end()), "{name} should have:\n{page}");
            }
        }
    }
}
