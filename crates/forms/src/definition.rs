//! A form as it is written: TOML and JSON have the same shape.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use terms::Localized;

/// What a file says of a form.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// What the answers are: JSON Schema 2020-12, without words.
    #[serde(default)]
    pub schema: Value,
    /// What is asked together, in order; without pages each property is one.
    #[serde(default)]
    pub page: Vec<PageDefinition>,
    /// Whom the service is not for.
    #[serde(default)]
    pub stop: Vec<StopDefinition>,
    /// What must be true of several answers together.
    #[serde(default)]
    pub check: Vec<CheckDefinition>,
    /// The words of each property, by its path.
    #[serde(default)]
    pub words: BTreeMap<String, Words>,
}

/// A page.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageDefinition {
    /// Its heading; needed where it asks several things.
    pub title: Option<Localized>,
    /// The properties that it asks for.
    pub ask: Vec<String>,
    /// The condition under which it is asked.
    pub when: Option<String>,
}

/// A stop: the service is not for whoever answers so.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StopDefinition {
    /// The condition.
    pub when: String,
    /// What it is about.
    pub title: Localized,
    /// Why, and where to go instead.
    pub text: Localized,
    /// The service to ask for instead.
    pub service: Option<String>,
}

/// A rule over several answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckDefinition {
    /// The condition under which something is wrong.
    pub when: String,
    /// The property at which it is said.
    pub at: String,
    /// What is wrong and how to mend it.
    pub say: Localized,
}

/// The words of a property.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The question, or the name of what is asked.
    #[serde(default)]
    pub title: Localized,
    /// What helps to answer it.
    #[serde(default)]
    pub hint: Localized,
    /// The names of the answers to choose from, by key.
    #[serde(default)]
    pub choices: BTreeMap<String, Localized>,
}
