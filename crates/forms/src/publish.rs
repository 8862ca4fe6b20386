//! The schema as it is published: plain JSON Schema 2020-12, with the words of one language.

use crate::field::{Choice, Count, Field, Kind, Length, Range};
use crate::form::Form;
use crate::schema::VERSION;
use crate::{Answers, LARGEST_NUMBER};
use serde_json::{Value, json};

impl Form {
    /// The JSON Schema of the answers in a language. It requires what is asked of everybody; what is required only
    /// under a condition is not, as the schema does not know the conditions.
    pub fn json_schema(&self, language: &str) -> Value {
        let mut schema = Answers::new();
        schema.insert("$schema".into(), VERSION.into());
        let is_required = |field: &Field| field.required && self.is_always_asked(&field.code);
        object(self.fields(), is_required, language, &mut schema);
        Value::Object(schema)
    }
}

fn object(fields: &[Field], is_required: impl Fn(&Field) -> bool, language: &str, schema: &mut Answers) {
    let properties: Answers =
        fields.iter().map(|field| (field.code.clone(), property(field, language))).collect();
    let required: Vec<&str> =
        fields.iter().filter(|field| is_required(field)).map(|field| field.code.as_str()).collect();
    schema.insert("type".into(), "object".into());
    schema.insert("properties".into(), properties.into());
    schema.insert("required".into(), required.into());
    schema.insert("additionalProperties".into(), false.into());
}

fn property(field: &Field, language: &str) -> Value {
    let mut schema = Answers::new();
    schema.insert("title".into(), field.title.text(language).into());
    if !field.hint.is_empty() {
        schema.insert("description".into(), field.hint.text(language).into());
    }
    let kind = match &field.kind {
        Kind::Line(length) | Kind::Text(length) => text(length, field.required),
        Kind::Number(range) => number("number", range),
        Kind::Whole(range) => number("integer", range),
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::DateTime => json!({ "type": "string", "format": "date-time" }),
        Kind::Email => json!({ "type": "string", "format": "email" }),
        Kind::Phone => json!({ "type": "string", "format": "phone" }),
        Kind::YesNo => json!({ "type": "boolean" }),
        Kind::OneOf(choices) => json!({ "type": "string", "oneOf": one_of(choices, language) }),
        Kind::SeveralOf(choices, count) => {
            let items = json!({ "type": "string", "oneOf": one_of(choices, language) });
            list(&items, *count, field.required, true)
        }
        Kind::Upload(media, count) => {
            let items = json!({ "type": "string", "contentMediaType": media });
            list(&items, *count, field.required, true)
        }
        Kind::Group(fields, count) => {
            let mut items = Answers::new();
            object(fields, |field| field.required, language, &mut items);
            list(&Value::Object(items), *count, field.required, false)
        }
    };
    if let Value::Object(kind) = kind {
        schema.extend(kind);
    }
    Value::Object(schema)
}

fn text(length: &Length, required: bool) -> Value {
    let mut schema = json!({ "type": "string", "maxLength": length.most });
    let least = length.least.max(usize::from(required));
    if least > 0 {
        schema["minLength"] = least.into();
    }
    if let Some(pattern) = &length.pattern {
        schema["pattern"] = pattern.as_str().into();
    }
    schema
}

fn number(kind: &str, range: &Range) -> Value {
    let mut schema = json!({ "type": kind });
    for (keyword, bound, endless) in
        [("minimum", range.least, -LARGEST_NUMBER), ("maximum", range.most, LARGEST_NUMBER)]
    {
        #[expect(clippy::float_cmp, reason = "the very value that stands where no bound was given")]
        let given = bound != endless;
        if given {
            let whole = crate::condition::whole(&bound.into());
            schema[keyword] = whole.map_or_else(|| bound.into(), Value::from);
        }
    }
    schema
}

fn list(items: &Value, count: Count, required: bool, unique: bool) -> Value {
    let mut schema = json!({ "type": "array", "items": items, "maxItems": count.most });
    let least = count.least.max(usize::from(required));
    if least > 0 {
        schema["minItems"] = least.into();
    }
    if unique {
        schema["uniqueItems"] = true.into();
    }
    schema
}

fn one_of(choices: &[Choice], language: &str) -> Vec<Value> {
    choices.iter().map(|choice| json!({ "const": choice.key, "title": choice.name.text(language) })).collect()
}
