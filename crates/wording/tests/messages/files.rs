//! The files of messages, as they lie in the folder.

use fluent_syntax::ast::{Entry, Message};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder beside this crate's manifest.
pub(crate) fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files of a language by name, parsed whole.
pub(crate) fn of(tag: &str) -> BTreeMap<String, Vec<Entry<String>>> {
    let folder = folder("messages").join(tag);
    let parsed = names(&folder).into_iter().map(|name| {
        let text = fs::read_to_string(folder.join(&name)).unwrap();
        let entries = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| {
            panic!("messages/{tag}/{name} cannot be parsed: {errors:?}");
        });
        (name, entries.body)
    });
    parsed.collect()
}

/// The messages of a language by key, over all of its files.
pub(crate) fn messages(tag: &str) -> BTreeMap<String, Message<String>> {
    let mut messages = BTreeMap::new();
    for entry in of(tag).into_values().flatten() {
        if let Entry::Message(message) = entry {
            let key = message.id.name.clone();
            assert!(messages.insert(key.clone(), message).is_none(), "{tag} says {key} twice");
        }
    }
    messages
}

fn names(folder: &Path) -> Vec<String> {
    let entries =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    names
}
