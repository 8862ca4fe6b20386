//! Reading a city's folder.

use anyhow::{Context, Result, bail};
use office::city::{City, CityFile};
use std::fs;
use std::path::Path;

/// More files, or larger ones, are not a city's data.
const MOST_FILES: usize = 1_000;
const LARGEST_BYTES: u64 = 64 * 1024 * 1024;

/// Reads and checks a city; all faults are told.
pub(crate) fn read(folder: &Path) -> Result<City> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)
        .with_context(|| format!("cannot read the city in {}", folder.display()))?;
    Ok(City::read(&files)?)
}

/// The files of a city: everything in its folder but notes and the rows to import.
fn collect(folder: &Path, below: &str, files: &mut Vec<CityFile>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{below}{name}");
        let kind = entry.file_type()?;
        if kind.is_dir() && !name.starts_with('.') && below.is_empty() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else if kind.is_file() && is_data(&path) {
            if entry.metadata()?.len() > LARGEST_BYTES || files.len() >= MOST_FILES {
                bail!("{path}: a city has at most {MOST_FILES} files of {LARGEST_BYTES} bytes");
            }
            let text =
                fs::read_to_string(entry.path()).with_context(|| format!("{path} is not UTF-8 text"))?;
            files.push(CityFile { path, text });
        }
    }
    Ok(())
}

/// Whether a file belongs to the city's data.
pub(crate) fn is_data(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    !path.starts_with("import/") && matches!(ending, "toml" | "geojson" | "ics")
}
