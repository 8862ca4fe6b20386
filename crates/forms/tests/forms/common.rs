//! Forms and answers in short.

use forms::{Answers, Definition, Fault, Form, Mistake};
use serde_json::Value;

/// The day on which all tests happen.
pub(crate) const TODAY: &str = "2026-03-02";

pub(crate) fn try_form(text: &str) -> Result<Form, Vec<Fault>> {
    let definition: Definition = toml::from_str(text).unwrap();
    Form::read("test", definition)
}

#[track_caller]
pub(crate) fn form(text: &str) -> Form {
    try_form(text).unwrap_or_else(|faults| panic!("{}", told(&faults)))
}

pub(crate) fn told(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// The definition is refused, with each of these in what is told.
#[track_caller]
pub(crate) fn refused(text: &str, expected: &[&str]) {
    let faults = match toml::from_str::<Definition>(text) {
        Ok(definition) => told(&Form::read("test", definition).map(drop).unwrap_err()),
        Err(error) => error.to_string(),
    };
    for part in expected {
        assert!(faults.contains(part), "expected {part:?} in:\n{faults}");
    }
}

pub(crate) fn answers(value: Value) -> Answers {
    let Value::Object(answers) = value else { panic!("{value}") };
    answers
}

/// Mistakes as `path key`, to compare.
pub(crate) fn keys(mistakes: &[Mistake]) -> Vec<String> {
    mistakes.iter().map(|mistake| format!("{} {}", mistake.path, mistake.problem.key())).collect()
}

pub(crate) fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A form with a field of each kind.
pub(crate) const EVERYTHING: &str = r#"
[schema]
required = ["line", "kind", "signs", "people"]
[schema.properties]
line = { type = "string", minLength = 2, maxLength = 20 }
story = { type = "string", maxLength = 2000 }
plate = { type = "string", pattern = "^[A-Z0-9 -]+$" }
amount = { type = "number", minimum = 0.5, maximum = 1000 }
copies = { type = "integer", minimum = 1, maximum = 10 }
day = { type = "string", format = "date" }
at = { type = "string", format = "date-time" }
mail = { type = "string", format = "email" }
phone = { type = "string", format = "phone" }
urgent = { type = "boolean" }
kind = { enum = ["car", "van", "cart"] }
signs = { type = "array", items = { enum = ["flat", "no-plates", "wrecked"] }, minItems = 1, maxItems = 2 }
photos = { type = "array", items = { type = "string", contentMediaType = "image/*" }, maxItems = 3 }
[schema.properties.people]
type = "array"
maxItems = 3
[schema.properties.people.items]
required = ["name"]
[schema.properties.people.items.properties]
name = { type = "string" }
age = { type = "integer", minimum = 0 }
born = { type = "string", format = "date" }
likes = { type = "array", items = { enum = ["tea", "mint"] } }
[words]
line = { title = "Line" }
story = { title = "Story", hint = "In your words." }
plate = { title = "Plate" }
amount = { title = "Amount" }
copies = { title = { en = "Copies", ar = "عدد النسخ" } }
day = { title = "Day" }
at = { title = "At" }
mail = { title = "Mail" }
phone = { title = "Phone" }
urgent = { title = "Urgent" }
kind = { title = "Kind", choices = { car = "A car", van = "A van", cart = { en = "A cart", ar = "عربة" } } }
signs = { title = "Signs", choices = { flat = "Flat", no-plates = "No plates", wrecked = "Wrecked" } }
photos = { title = "Photos" }
people = { title = "People" }
"people.name" = { title = "Name" }
"people.age" = { title = "Age" }
"people.born" = { title = "Born" }
"people.likes" = { title = "Likes", choices = { tea = "Tea", mint = "Mint" } }
"#;

/// A form with conditions, a stop and checks.
pub(crate) const PICKUP: &str = r#"
[schema]
required = ["home", "where", "debris", "date"]
[schema.properties]
home = { enum = ["house", "flat"] }
floor = { type = "integer", minimum = 0, maximum = 60 }
lift = { type = "boolean" }
where = { type = "string" }
debris = { type = "boolean" }
date = { type = "string", format = "date" }
until = { type = "string", format = "date" }

[[page]]
ask = ["home"]
[[page]]
title = "Your flat"
ask = ["floor", "lift"]
when = "home == 'flat'"
[[page]]
ask = ["where"]
when = "!(floor > 2 && lift == false)"
[[page]]
ask = ["debris"]
[[page]]
title = "When"
ask = ["date", "until"]

[[stop]]
when = "debris"
title = "We do not take debris"
text = { en = "Rent a container", es = "Alquile un contenedor" }
service = "container"

[[check]]
when = "date < today"
at = "date"
say = "Choose today or a later day"
[[check]]
when = "days(today, date) > 60"
at = "date"
say = "Choose a day within 60 days"
[[check]]
when = "until < date"
at = "until"
say = "The end must not be before the start"

[words]
home = { title = "Home", choices = { house = "A house", flat = "A flat" } }
floor = { title = "Floor" }
lift = { title = "Is there a lift?" }
where = { title = "Where is it?" }
debris = { title = "Is it debris?" }
date = { title = "From" }
until = { title = "Until" }
"#;
