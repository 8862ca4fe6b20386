//! A city with more officers than it has, for a house that many of them try.

use super::binary::root;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// A copy of Boston in a folder, with more officers by their codes, each of an agency.
pub(crate) fn with_officers<'a>(
    folder: &Path,
    more: impl Iterator<Item = (String, &'a str)>,
) -> Result<PathBuf> {
    let city = folder.join("city");
    copy(&root().join("city/boston"), &city)?;
    let officers = city.join("officers.toml");
    let mut text = fs::read_to_string(&officers)?;
    for (code, agency) in more {
        text.push_str(&format!(
            "\n[[officer]]\ncode = \"{code}\"\nname = \"Officer {code}\"\nagency = \"{agency}\"\n\
             roles = [\"specialist\", \"clerk\"]\nlanguages = [\"en\"]\n"
        ));
    }
    fs::write(officers, text)?;
    Ok(city)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
