//! `forms/`: what services ask, each file a form, with every fault at its line.

use super::Service;
use super::fault::Sheet;
use super::read::Reader;
use forms::{Definition, Form};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;
use terms::ServiceCode;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const FOLDER: &str = "forms/";

/// The forms by their codes; none for one that could not be read, so that a service may name it all the same.
pub(crate) type Forms = BTreeMap<String, Option<Arc<Form>>>;

/// Reads `forms/CODE.toml`, all of them.
pub(crate) fn read(reader: &mut Reader<'_>) -> Forms {
    let mut forms = Forms::new();
    for path in reader.folder(FOLDER) {
        let name = path.strip_prefix(FOLDER).and_then(|name| name.strip_suffix(".toml"));
        let Some(code) = name else { continue };
        let Some((sheet, text)) = reader.text(&path) else { continue };
        if !reader.code(&sheet, "(file)", &Spanned::new(0..0, code.to_owned()), false) {
            continue;
        }
        let form = reader.optional::<Definition>(&path).and_then(|(_, definition)| {
            Form::read(code, definition).map_err(|faults| tell(reader, &sheet, text, &faults)).ok()
        });
        forms.insert(code.to_owned(), form.map(Arc::new));
    }
    forms
}

fn tell(reader: &mut Reader<'_>, sheet: &Sheet, text: &str, faults: &[forms::Fault]) {
    let table = DeTable::parse(text).ok();
    for fault in faults {
        let span = table.as_ref().and_then(|table| in_table(table.get_ref(), &fault.key)).unwrap_or(0..0);
        reader.fault(&sheet.at(span, &fault.key), &fault.problem, &fault.mend);
    }
}

/// Where a key stands, or as much of it as there is.
fn in_table(table: &DeTable<'_>, key: &str) -> Option<Range<usize>> {
    table.iter().find_map(|(name, value)| {
        let rest = key.strip_prefix(name.get_ref().as_ref())?;
        match rest.strip_prefix('.') {
            Some(rest) => in_value(value, rest).or(Some(name.span())),
            None => rest.is_empty().then(|| name.span()),
        }
    })
}

fn in_value(value: &Spanned<DeValue<'_>>, key: &str) -> Option<Range<usize>> {
    if let DeValue::Table(table) = value.get_ref() {
        return in_table(table, key);
    }
    let DeValue::Array(list) = value.get_ref() else { return None };
    let (number, rest) = key.split_once('.').unwrap_or((key, ""));
    let item = list.get(number.parse::<usize>().ok()?.checked_sub(1)?)?;
    in_value(item, rest).or(Some(item.span()))
}

/// The form that a service names; one that asks for nothing where it names none.
pub(crate) fn named(
    reader: &mut Reader<'_>,
    sheet: &Sheet,
    code: Option<&Spanned<String>>,
    forms: &Forms,
) -> Arc<Form> {
    let form = code.and_then(|code| reader.known(sheet, "service.form", code, forms)).cloned().flatten();
    form.unwrap_or_default()
}

/// What can be told only once the services are known: forms that no service asks with, and stops that lead nowhere.
pub(crate) fn follow(reader: &mut Reader<'_>, forms: &Forms, services: &BTreeMap<ServiceCode, Service>) {
    let used: BTreeSet<&str> = services.values().map(|service| service.form.code()).collect();
    for (code, form) in forms.iter().filter_map(|(code, form)| Some((code, form.as_ref()?))) {
        let path = format!("{FOLDER}{code}.toml");
        let Some((sheet, text)) = reader.text(&path) else { continue };
        if !used.contains(code.as_str()) {
            let mend = format!("write form = {code:?} at a service, or take the file away");
            reader.fault(&sheet.at(0..0, "(file)"), "no service asks with this form", mend);
        }
        for (number, stop) in (1..).zip(form.stops()) {
            let lost = stop.service.iter().filter(|service| !services.contains_key(service.as_str()));
            for service in lost {
                let problem = format!("no service is called {service:?}");
                let fault = forms::Fault {
                    key: format!("stop.{number}.service"),
                    problem,
                    mend: "use the code of a service, or leave it out".to_owned(),
                };
                tell(reader, &sheet, text, &[fault]);
            }
        }
    }
}
