//! Whoever says a message by its name says one that there is.

use crate::files;
use std::fs;
use walkdir::WalkDir;

/// Where messages are said.
const SPEAKERS: [&str; 3] = ["../web/src", "../web/templates", "../office/src"];
/// How they are said; what follows is the key, unless it is put together from parts.
const SAYINGS: [&str; 2] = ["say(", "say_with("];

/// The keys that a text says literally.
fn said(text: &str) -> Vec<String> {
    let after = SAYINGS.iter().flat_map(|saying| {
        text.match_indices(saying).map(|(at, found)| text[at + found.len()..].trim_start())
    });
    after.filter_map(|rest| rest.strip_prefix('"')?.split('"').next().map(ToOwned::to_owned)).collect()
}

#[test]
fn every_key_that_is_said_exists() {
    let known = files::messages("en");
    let (mut count, mut missing) = (0, Vec::new());
    for speaker in SPEAKERS {
        for entry in WalkDir::new(files::folder(speaker)) {
            let entry = entry.unwrap();
            if !entry.file_type().is_file() {
                continue;
            }
            let text = fs::read_to_string(entry.path()).unwrap();
            for key in said(&text) {
                count += 1;
                if !known.contains_key(&key) {
                    missing.push(format!("{}: {key}", entry.path().display()));
                }
            }
        }
    }
    assert!(count > 50, "only {count} keys were found; does the test still look in the right places?");
    assert!(missing.is_empty(), "said, but in no file of messages/en:\n{}", missing.join("\n"));
}

#[test]
fn keys_are_found_as_they_are_written() {
    let source =
        "a.say(\"one\") + &b.say_with(\n    \"two\",\n    &[]) + c.say(&format!(\"x-{y}\")) + say(name)";
    assert_eq!(said(source), ["one", "two"]);
    assert_eq!(said("<p>{{ language.say(\"three\") }}</p>"), ["three"]);
}
