//! Reading TOML so that every fault knows its file, line and key.

use super::CityFile;
use super::fault::{At, Fault, Sheet};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::str::FromStr;
use toml::Spanned;

/// More faults than anybody mends in one go.
const MOST_FAULTS: usize = 200;

/// The files of a city, which of them have been read, and the faults found so far.
pub(crate) struct Reader<'a> {
    files: BTreeMap<&'a str, &'a str>,
    read: BTreeSet<&'a str>,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(files: &'a [CityFile]) -> Self {
        let files = files.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect();
        Self { files, read: BTreeSet::new(), faults: Vec::new() }
    }

    pub(crate) fn fault(&mut self, at: &At<'_>, problem: impl Display, mend: impl Display) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault {
                file: at.sheet.path.clone(),
                line: at.sheet.line(&at.span),
                key: at.key.to_owned(),
                problem: problem.to_string(),
                mend: mend.to_string(),
            });
        }
    }

    pub(crate) fn has_read(&self, path: &str) -> bool {
        self.read.contains(path)
    }

    pub(crate) fn into_faults(self) -> Vec<Fault> {
        self.faults
    }

    pub(crate) fn text(&mut self, path: &str) -> Option<(Sheet, &'a str)> {
        let (name, text) = self.files.get_key_value(path)?;
        self.read.insert(name);
        Some((Sheet::new(path, text), text))
    }

    /// A file that must be there.
    pub(crate) fn required<T: DeserializeOwned>(&mut self, path: &str) -> Option<(Sheet, T)> {
        if !self.files.contains_key(path) {
            let sheet = Sheet::new(path, "");
            self.fault(
                &sheet.at(0..0, "(file)"),
                "the file is missing",
                "add it; the manual's page on the city's data shows one",
            );
            return None;
        }
        self.optional(path)
    }

    /// A file that may be there.
    pub(crate) fn optional<T: DeserializeOwned>(&mut self, path: &str) -> Option<(Sheet, T)> {
        let (sheet, text) = self.text(path)?;
        match toml::from_str(text) {
            Ok(value) => Some((sheet, value)),
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                let key = key_at(text, span.start);
                let message = error.message().replace('\n', " ");
                self.fault(
                    &sheet.at(span, &key),
                    message,
                    "compare with the manual's page on the city's data",
                );
                None
            }
        }
    }

    /// All files of a folder, in the order of their names.
    pub(crate) fn folder(&self, folder: &str) -> Vec<String> {
        self.files.keys().filter(|path| path.starts_with(folder)).map(|path| (*path).to_owned()).collect()
    }

    /// Files that nothing has read are mistakes in a name. Only `import/` holds files for other commands.
    pub(crate) fn report_unread(&mut self) {
        let unread: Vec<&str> =
            self.files.keys().filter(|path| !self.read.contains(*path)).copied().collect();
        for path in unread.into_iter().filter(|path| !path.starts_with("import/")) {
            self.fault(
                &Sheet::new(path, "").at(0..0, "(file)"),
                "nothing reads this file",
                "mend its name or take it away",
            );
        }
    }

    pub(crate) fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.files.hash(&mut hasher);
        hasher.finish()
    }

    /// What an entry refers to, or a fault that lists what there is.
    pub(crate) fn known<'m, V>(
        &mut self,
        sheet: &Sheet,
        key: &str,
        code: &Spanned<String>,
        map: &'m BTreeMap<impl Ord + std::borrow::Borrow<str>, V>,
    ) -> Option<&'m V> {
        let found = map.get(code.get_ref().as_str());
        if found.is_none() {
            let known: Vec<&str> = map.keys().map(std::borrow::Borrow::borrow).take(40).collect();
            let mend = format!("use one of: {}", known.join(", "));
            self.fault(&sheet.at(code.span(), key), format!("nothing is called {:?}", code.get_ref()), mend);
        }
        found
    }

    /// A value in one of our small languages, or a fault in its own words.
    pub(crate) fn parsed<T: FromStr<Err: Display>>(
        &mut self,
        sheet: &Sheet,
        key: &str,
        text: &Spanned<String>,
    ) -> Option<T> {
        match text.get_ref().parse() {
            Ok(value) => Some(value),
            Err(error) => {
                let message = T::Err::to_string(&error);
                let (problem, mend) = message.split_once("; ").unwrap_or((&message, "see the manual"));
                self.fault(&sheet.at(text.span(), key), problem, mend);
                None
            }
        }
    }

    /// A code: lower-case letters, digits and hyphens, so that it can stand in an address and be read aloud.
    pub(crate) fn code(&mut self, sheet: &Sheet, key: &str, code: &Spanned<String>, taken: bool) -> bool {
        let text = code.get_ref();
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if text.is_empty() || text.len() > 64 || !text.chars().all(fits) {
            let problem = format!("{text:?} is not a code");
            self.fault(
                &sheet.at(code.span(), key),
                problem,
                "use up to 64 small letters, digits and hyphens, such as street-lights",
            );
            return false;
        }
        if taken {
            self.fault(
                &sheet.at(code.span(), key),
                format!("{text:?} is defined twice"),
                "give each entry a code of its own",
            );
        }
        !taken
    }
}

/// The key on the line of an offset, for faults that the TOML parser finds.
fn key_at(text: &str, offset: usize) -> String {
    let start = text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let key = line.split('=').next().unwrap_or_default().trim();
    if key.is_empty() { "(file)".to_owned() } else { key.to_owned() }
}
