//! A text in the languages of the city.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// A text in several languages; a plain string is in the city's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Localized {
    own: Option<String>,
    others: BTreeMap<String, String>,
}

impl Localized {
    /// A text in the city's own language.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { own: Some(text.into()), others: BTreeMap::new() }
    }

    /// The text in a language, or in the city's own, or in whichever there is.
    pub fn text(&self, language: &str) -> &str {
        self.others
            .get(language)
            .or(self.own.as_ref())
            .or_else(|| self.others.values().next())
            .map_or("", String::as_str)
    }

    /// The text in exactly a language, where there is one; plain text is in the city's own.
    pub fn exactly(&self, language: &str) -> Option<&str> {
        self.others.get(language).map(String::as_str)
    }

    /// The text in every language in which there is one.
    pub fn every(&self) -> impl Iterator<Item = &str> {
        self.own.iter().chain(self.others.values()).map(String::as_str)
    }

    /// Whether it says nothing in any language.
    pub fn is_empty(&self) -> bool {
        self.own.as_ref().is_none_or(String::is_empty) && self.others.values().all(String::is_empty)
    }
}

impl Serialize for Localized {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.own {
            Some(own) => serializer.serialize_str(own),
            None => self.others.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Localized {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts;

        impl<'de> Visitor<'de> for Texts {
            type Value = Localized;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    "a text, or texts by language such as { en = \"Street lights\", es = \"Alumbrado\" }",
                )
            }

            fn visit_str<E>(self, text: &str) -> Result<Localized, E> {
                Ok(Localized::plain(text))
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Localized, M::Error> {
                let mut texts = Localized::default();
                while let Some((language, text)) = map.next_entry()? {
                    texts.others.insert(language, text);
                }
                Ok(texts)
            }
        }

        deserializer.deserialize_any(Texts)
    }
}
