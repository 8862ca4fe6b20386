//! Reading the schema: each property becomes a field, by a closed set of JSON Schema's keywords.

use crate::fault::{Faults, Wrong, shown};
use crate::field::{Choice, Count, Field, Kind, Length, Range};
use crate::{
    LARGEST_NUMBER, LONGEST_ANSWER, LONGEST_LINE, MOST_CHOICES, MOST_FIELDS, MOST_ITEMS, Words, pattern,
};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The version that the schema is written in, where it says so.
pub(crate) const VERSION: &str = "https://json-schema.org/draft/2020-12/schema";
/// What the languages of conditions and of addresses keep for themselves.
const RESERVED: [&str; 22] = [
    "as",
    "break",
    "const",
    "continue",
    "else",
    "false",
    "for",
    "function",
    "if",
    "import",
    "in",
    "let",
    "loop",
    "namespace",
    "null",
    "package",
    "return",
    "today",
    "true",
    "var",
    "void",
    "while",
];
/// The longest code of a property, and the longest key of a choice, in characters.
const LONGEST_CODE: usize = 40;
/// How many files or items a list may have where its schema does not say.
const MOST_BY_DEFAULT: usize = 10;

/// The schema and the words of a definition, and which words were needed.
pub(crate) struct Reading<'d> {
    words: &'d BTreeMap<String, Words>,
    used: BTreeSet<&'d str>,
    read: usize,
    pub(crate) faults: Faults,
}

type Node = Map<String, Value>;

impl<'d> Reading<'d> {
    pub(crate) fn new(words: &'d BTreeMap<String, Words>) -> Self {
        Self { words, used: BTreeSet::new(), read: 0, faults: Faults::default() }
    }

    /// All fields of the schema, in its order.
    pub(crate) fn fields(&mut self, schema: &Value) -> Vec<Field> {
        let none = Value::Object(Node::new());
        let fields = self.properties(if schema.is_null() { &none } else { schema }, "schema", "");
        for path in self.words.keys().filter(|path| !self.used.contains(path.as_str())) {
            let mend = "mend its name or take the words away";
            self.faults.add(format!("words.{path}"), format!("the schema has no {}", shown(path)), mend);
        }
        fields
    }

    /// The properties of an object: of the whole form, or of an item of the group `below`.
    fn properties(&mut self, schema: &Value, key: &str, below: &str) -> Vec<Field> {
        let Some(node) = schema.as_object() else {
            self.faults.add(key, "it is no object", "write [schema] with required and properties");
            return Vec::new();
        };
        self.keywords(node, key, &["$schema", "type", "required", "properties", "additionalProperties"]);
        self.fixed(node, key, "$schema", &Value::from(VERSION));
        self.fixed(node, key, "type", &Value::from("object"));
        self.fixed(node, key, "additionalProperties", &Value::from(false));
        let empty = Node::new();
        let properties = node.get("properties").map_or(Some(&empty), Value::as_object);
        let Some(properties) = properties else {
            self.faults.add(format!("{key}.properties"), "it is no table", "write [schema.properties.CODE]");
            return Vec::new();
        };
        self.read += properties.len();
        if self.read > MOST_FIELDS {
            let problem = format!("the form asks for {} things", self.read);
            self.faults.add(format!("{key}.properties"), problem, format!("ask for at most {MOST_FIELDS}"));
            return Vec::new();
        }
        let required = self.required(node, key, properties);
        let field = |(code, property): (&String, &Value)| {
            self.field((code, property), (key, below), required.contains(code.as_str()))
        };
        properties.iter().filter_map(field).collect()
    }

    fn required<'n>(&mut self, node: &'n Node, key: &str, properties: &Node) -> BTreeSet<&'n str> {
        let list = node.get("required").and_then(Value::as_array);
        let named: BTreeSet<&str> = list.into_iter().flatten().filter_map(Value::as_str).collect();
        let known = named.iter().all(|code| properties.contains_key(*code));
        let all = node.get("required").is_none_or(|_| list.is_some_and(|list| list.len() == named.len()));
        if !(known && all) {
            self.faults.add(
                format!("{key}.required"),
                "it is no list of properties",
                "name properties that the schema has, each once",
            );
        }
        named
    }

    fn field(
        &mut self,
        (code, property): (&String, &Value),
        (key, below): (&str, &str),
        required: bool,
    ) -> Option<Field> {
        let key = format!("{key}.properties.{code}");
        let path = format!("{below}{code}");
        if let Err(wrong) = good_code(code) {
            self.faults.take::<()>(key, Err(wrong));
            return None;
        }
        let words = self.words.get_key_value(&path).map(|(path, words)| {
            self.used.insert(path);
            words
        });
        let Some(node) = property.as_object() else {
            self.faults.add(key, "it is no table", "write it like { type = \"string\" }");
            return None;
        };
        let before = self.faults.0.len();
        let kind = self.kind(node, &key, &path);
        if words.is_none_or(|words| words.title.is_empty()) {
            self.faults.add(&key, "it has no title", format!("write one below [words.{}]", quoted(&path)));
        }
        if let Some(words) = words
            && self.faults.0.len() == before
            && !words.choices.is_empty()
            && !matches!(kind, Some(Kind::OneOf(_) | Kind::SeveralOf(..)))
        {
            let mend = "take them away, or give the property an enum";
            self.faults.add(format!("words.{path}.choices"), "there is nothing to choose", mend);
        }
        let words = words.cloned().unwrap_or_default();
        Some(Field { code: code.clone(), kind: kind?, title: words.title, hint: words.hint, required })
    }

    fn kind(&mut self, node: &Node, key: &str, path: &str) -> Option<Kind> {
        if node.contains_key("enum") {
            self.keywords(node, key, &["type", "enum"]);
            self.fixed(node, key, "type", &Value::from("string"));
            return Some(Kind::OneOf(self.choices(node, key, path)));
        }
        match node.get("type").and_then(Value::as_str) {
            Some("string") => self.text(node, key),
            Some("number") => Some(Kind::Number(self.range(node, key))),
            Some("integer") => Some(Kind::Whole(self.range(node, key))),
            Some("boolean") => {
                self.keywords(node, key, &["type"]);
                Some(Kind::YesNo)
            }
            Some("array") => self.list(node, key, path),
            _ => {
                let mend =
                    "write type = \"string\", \"number\", \"integer\", \"boolean\" or \"array\", or an enum";
                self.faults.add(key, "nobody knows what kind of answer it takes", mend);
                None
            }
        }
    }

    fn text(&mut self, node: &Node, key: &str) -> Option<Kind> {
        let Some(format) = node.get("format") else {
            self.keywords(node, key, &["type", "minLength", "maxLength", "pattern"]);
            let count = self.count(node, key, ["minLength", "maxLength"], (LONGEST_LINE, LONGEST_ANSWER));
            let pattern = node.get("pattern").and_then(|text| {
                let text =
                    text.as_str().ok_or_else(|| Wrong::new("it is no text", "write it like \"^[0-9]+$\""));
                self.faults.take(format!("{key}.pattern"), text.and_then(pattern::read))
            });
            let length = Length { least: count.least, most: count.most, pattern };
            return Some(if length.most > LONGEST_LINE { Kind::Text(length) } else { Kind::Line(length) });
        };
        self.keywords(node, key, &["type", "format"]);
        match format.as_str() {
            Some("date") => Some(Kind::Date),
            Some("date-time") => Some(Kind::DateTime),
            Some("email") => Some(Kind::Email),
            Some("phone") => Some(Kind::Phone),
            _ => {
                let mend = "use date, date-time, email or phone, or a pattern";
                self.faults.add(format!("{key}.format"), "the format is not known", mend);
                None
            }
        }
    }

    fn list(&mut self, node: &Node, key: &str, path: &str) -> Option<Kind> {
        self.keywords(node, key, &["type", "items", "minItems", "maxItems", "uniqueItems"]);
        self.fixed(node, key, "uniqueItems", &Value::from(true));
        let items_key = format!("{key}.items");
        let bounds = ["minItems", "maxItems"];
        let items = node.get("items");
        let item = items.and_then(Value::as_object);
        if let Some(item) = item.filter(|item| item.contains_key("enum")) {
            self.keywords(item, &items_key, &["type", "enum"]);
            self.fixed(item, &items_key, "type", &Value::from("string"));
            let choices = self.choices(item, &items_key, path);
            let most = choices.len().max(1);
            return Some(Kind::SeveralOf(choices, self.count(node, key, bounds, (most, most))));
        }
        if let Some(item) = item.filter(|item| item.contains_key("contentMediaType")) {
            self.keywords(item, &items_key, &["type", "contentMediaType"]);
            self.fixed(item, &items_key, "type", &Value::from("string"));
            let media = self.media(item, &items_key)?;
            return Some(Kind::Upload(media, self.count(node, key, bounds, (MOST_BY_DEFAULT, MOST_ITEMS))));
        }
        // One level deep: an item of a group has no groups.
        if let Some(items) = items.filter(|items| items.get("properties").is_some() && !path.contains('.')) {
            if node.contains_key("uniqueItems") {
                let mend = "leave it out; two items of a group may be alike";
                self.faults.add(format!("{key}.uniqueItems"), "it cannot be used here", mend);
            }
            let count = self.count(node, key, bounds, (MOST_BY_DEFAULT, MOST_ITEMS));
            let fields = self.properties(items, &items_key, &format!("{path}."));
            if fields.is_empty() {
                self.faults.add(
                    format!("{items_key}.properties"),
                    "the group asks for nothing",
                    "name a property",
                );
            }
            return Some(Kind::Group(fields, count));
        }
        let mend = "give items an enum, a contentMediaType, or properties where it is not a group's";
        self.faults.add(items_key, "nobody knows what the list is of", mend);
        None
    }

    fn media(&mut self, item: &Node, key: &str) -> Option<String> {
        let media = item.get("contentMediaType").and_then(Value::as_str).unwrap_or_default();
        let fits = |part: &str| {
            let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "+-.".contains(c);
            !part.is_empty() && part.len() <= LONGEST_LINE / 2 && part.chars().all(good)
        };
        if media.split_once('/').is_some_and(|(kind, sub)| fits(kind) && (sub == "*" || fits(sub))) {
            return Some(media.to_owned());
        }
        let mend = "write it like \"image/*\" or \"application/pdf\"";
        self.faults.add(format!("{key}.contentMediaType"), "it is no media type", mend);
        None
    }

    fn choices(&mut self, node: &Node, key: &str, path: &str) -> Vec<Choice> {
        let key = format!("{key}.enum");
        let keys: Vec<&str> = node
            .get("enum")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let distinct: BTreeSet<&str> = keys.iter().copied().collect();
        let all = node.get("enum").and_then(Value::as_array).is_some_and(|list| list.len() == keys.len());
        if !all || keys.is_empty() || keys.len() > MOST_CHOICES || distinct.len() < keys.len() {
            let mend = format!("list 1 to {MOST_CHOICES} texts, each once");
            self.faults.add(&key, "it is no list of choices", mend);
            return Vec::new();
        }
        if let Some(bad) = keys.iter().find(|text| !is_key(text)) {
            let mend =
                format!("use 1 to {LONGEST_CODE} letters, digits and signs without spaces at the ends");
            self.faults.add(&key, format!("{} is no key of a choice", shown(bad)), mend);
        }
        let names = self.words.get(path).map(|words| &words.choices);
        let words_key = format!("words.{path}.choices");
        for key in names.into_iter().flat_map(BTreeMap::keys).filter(|key| !distinct.contains(key.as_str())) {
            let problem = format!("there is no choice {}", shown(key));
            self.faults.add(format!("{words_key}.{key}"), problem, "use the keys of the enum");
        }
        let name = |text: &&str| names.and_then(|names| names.get(*text)).filter(|name| !name.is_empty());
        if let Some(silent) = keys.iter().find(|text| name(text).is_none()) {
            let mend = format!("write {} = {{ en = \"…\" }} below [{words_key}]", quoted(silent));
            self.faults.add(&key, format!("the choice {} has no name", shown(silent)), mend);
        }
        let choice =
            |text: &&str| Choice { key: (*text).to_owned(), name: name(text).cloned().unwrap_or_default() };
        keys.iter().map(choice).collect()
    }

    fn range(&mut self, node: &Node, key: &str) -> Range {
        self.keywords(node, key, &["type", "minimum", "maximum"]);
        let mut bound = |keyword: &str, otherwise: f64| {
            let Some(value) = node.get(keyword) else { return otherwise };
            let number = value.as_f64().filter(|number| number.abs() <= LARGEST_NUMBER);
            number.unwrap_or_else(|| {
                let mend = format!("write a number up to {LARGEST_NUMBER}");
                self.faults.add(format!("{key}.{keyword}"), "it is no bound", mend);
                otherwise
            })
        };
        let range =
            Range { least: bound("minimum", -LARGEST_NUMBER), most: bound("maximum", LARGEST_NUMBER) };
        if range.least > range.most {
            self.faults.add(key, "no number fits between its bounds", "let minimum be at most maximum");
        }
        range
    }

    /// The bounds of a length or of a list: at least and at most, of which `default` holds where none is given and
    /// `largest` is as far as it goes.
    fn count(
        &mut self,
        node: &Node,
        key: &str,
        keywords: [&str; 2],
        (default, largest): (usize, usize),
    ) -> Count {
        let mut bound = |keyword: &str, otherwise: usize| {
            let Some(value) = node.get(keyword) else { return otherwise };
            let whole = value.as_u64().and_then(|whole| usize::try_from(whole).ok());
            whole.filter(|whole| *whole <= largest).unwrap_or_else(|| {
                let mend = format!("write a whole number from 0 to {largest}");
                self.faults.add(format!("{key}.{keyword}"), "it is no bound", mend);
                otherwise
            })
        };
        let least = bound(keywords[0], 0);
        let count = Count { least, most: bound(keywords[1], default.max(least)) };
        if count.least > count.most || count.most == 0 {
            let mend = format!("let {} be at most {}, and that at least 1", keywords[0], keywords[1]);
            self.faults.add(key, "no answer fits between its bounds", mend);
        }
        count
    }

    /// A keyword that may stand for other tools, with the one value that it has here.
    fn fixed(&mut self, node: &Node, key: &str, keyword: &str, value: &Value) {
        if node.get(keyword).is_some_and(|given| given != value) {
            let mend = format!("write {keyword} = {value}, or leave it out");
            self.faults.add(format!("{key}.{keyword}"), "it cannot be used here", mend);
        }
    }

    fn keywords(&mut self, node: &Node, key: &str, known: &[&str]) {
        for keyword in node.keys().filter(|keyword| !known.contains(&keyword.as_str())) {
            let mend = format!("use {}", known.join(", "));
            self.faults.add(format!("{key}.{keyword}"), "this keyword is not read here", mend);
        }
    }
}

/// A key as it is written in TOML.
fn quoted(key: &str) -> String {
    let bare = key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_') && !key.is_empty();
    if bare { key.to_owned() } else { format!("{key:?}") }
}

fn good_code(code: &str) -> Result<(), Wrong> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let starts = code.starts_with(|c: char| c.is_ascii_lowercase());
    if !starts || code.len() > LONGEST_CODE || !code.chars().all(fits) {
        let mend = format!(
            "use a small letter and then small letters, digits and hyphens, {LONGEST_CODE} in all, such as full-name"
        );
        return Err(Wrong::new(format!("{} is no code", shown(code)), mend));
    }
    if RESERVED.contains(&code) {
        return Err(Wrong::new(format!("{code:?} means something in conditions"), "use another word"));
    }
    Ok(())
}

fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text.trim() == text
        && text.chars().count() <= LONGEST_CODE
        && !text.chars().any(char::is_control)
}
