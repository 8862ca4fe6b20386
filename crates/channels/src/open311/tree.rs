//! One answer, two formats: GeoReport's JSON is its XML without the root and with lists as arrays ("Spark").

use quick_xml::escape::escape;
use serde_json::{Map, Value};

/// The format of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `text/xml`.
    Xml,
    /// `application/json`.
    Json,
}

impl Format {
    /// The format that a path's ending names.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "xml" => Some(Self::Xml),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// The content type with its encoding, as the standard writes them.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Xml => "text/xml; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        }
    }
}

/// A value of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    /// Nothing is known.
    Null,
    /// Words, codes and ids.
    Text(String),
    /// Yes or no.
    Bool(bool),
    /// A coordinate.
    Number(f64),
    /// A count.
    Count(i64),
    /// Named values, in order.
    Object(Vec<(&'static str, Tree)>),
    /// Values that are all called the same.
    List(&'static str, Vec<Tree>),
}

impl Tree {
    /// Words, or nothing.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Null, |text| Self::Text(text.into()))
    }

    /// Writes an answer whose XML root has a name.
    pub fn render(&self, root: &str, format: Format) -> String {
        match format {
            Format::Json => self.json().to_string(),
            Format::Xml => {
                let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
                self.xml(root, &mut xml);
                xml.push('\n');
                xml
            }
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Text(text) => Value::from(text.as_str()),
            Self::Bool(answer) => Value::from(*answer),
            Self::Number(number) => Value::from(*number),
            Self::Count(count) => Value::from(*count),
            Self::Object(members) => Value::Object(
                members.iter().map(|(name, value)| ((*name).to_owned(), value.json())).collect::<Map<_, _>>(),
            ),
            Self::List(_, items) => Value::Array(items.iter().map(Self::json).collect()),
        }
    }

    fn xml(&self, name: &str, into: &mut String) {
        let open = |into: &mut String| {
            into.push('<');
            into.push_str(name);
            into.push('>');
        };
        let content = match self {
            Self::Null => {
                into.push_str(&format!("<{name}/>"));
                return;
            }
            Self::Text(text) => escape(possible_in_xml(text)).into_owned(),
            Self::Bool(answer) => answer.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Count(count) => count.to_string(),
            Self::Object(members) => {
                open(into);
                members.iter().for_each(|(name, value)| value.xml(name, into));
                String::new()
            }
            Self::List(item, items) => {
                open(into);
                items.iter().for_each(|value| value.xml(item, into));
                String::new()
            }
        };
        if !matches!(self, Self::Object(_) | Self::List(..)) {
            open(into);
        }
        into.push_str(&content);
        into.push_str(&format!("</{name}>"));
    }
}

/// XML 1.0 has no place for most control characters, however they are written.
pub fn possible_in_xml(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r'))
        .filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_list_of_one_is_an_array_and_nothing_is_null() {
        let tree = Tree::List(
            "request",
            vec![Tree::Object(vec![
                ("service_request_id", Tree::Text("K7Q-F2M-XD5".into())),
                ("media_url", Tree::Null),
                ("lat", Tree::Number(42.25)),
            ])],
        );
        assert_eq!(
            tree.render("service_requests", Format::Json),
            r#"[{"service_request_id":"K7Q-F2M-XD5","media_url":null,"lat":42.25}]"#
        );
        assert_eq!(
            tree.render("service_requests", Format::Xml),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<service_requests><request>\
             <service_request_id>K7Q-F2M-XD5</service_request_id><media_url/><lat>42.25</lat>\
             </request></service_requests>\n"
        );
    }

    proptest! {
        #[test]
        fn any_words_make_xml_that_reads_back(words in any::<String>()) {
            let xml = Tree::Text(words.clone()).render("description", Format::Xml);
            let mut reader = quick_xml::Reader::from_str(&xml);
            let mut read = String::new();
            loop {
                match reader.read_event().unwrap() {
                    quick_xml::events::Event::Text(text) => read.push_str(&text),
                    quick_xml::events::Event::GeneralRef(entity) => {
                        read.push_str(&quick_xml::escape::unescape(&format!("&{};", &*entity)).unwrap());
                    }
                    quick_xml::events::Event::Eof => break,
                    _ => {}
                }
            }
            let expected = possible_in_xml(&words);
            prop_assert_eq!(read.trim(), expected.trim());
        }
    }
}
