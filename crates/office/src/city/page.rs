//! What the page of a service says beside its help: for whom, what is needed, what happens, what it costs.

use super::fault::Sheet;
use super::hours::date;
use super::read::Reader;
use jiff::civil::Date;
use serde::Deserialize;
use terms::{CaseKind, Localized};
use toml::Spanned;

/// The page of a service. What is empty is not said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServicePage {
    /// For whom it is.
    pub who: Localized,
    /// What somebody needs at hand.
    pub need: Vec<Localized>,
    /// What happens, in order.
    pub steps: Vec<Localized>,
    /// What it costs.
    pub cost: Localized,
    /// When somebody last read it through.
    pub reviewed: Option<Date>,
    /// Whether it is asked where it is.
    pub place: Asked,
    /// Whether pictures can be sent along.
    pub photos: bool,
}

/// Whether something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// It is, and must be answered.
    Required,
    /// It is, and may be left empty.
    Optional,
    /// It is not.
    Never,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PageToml {
    #[serde(default)]
    who: Localized,
    #[serde(default)]
    need: Vec<Localized>,
    #[serde(default)]
    steps: Vec<Localized>,
    #[serde(default)]
    cost: Localized,
    reviewed: Option<Spanned<String>>,
    place: Option<Spanned<String>>,
    photos: Option<bool>,
}

/// The page; a report is about a place and may show it, other kinds are not, unless the page says so.
pub(crate) fn read(
    reader: &mut Reader<'_>,
    sheet: &Sheet,
    page: Option<PageToml>,
    kind: CaseKind,
) -> ServicePage {
    let PageToml { who, need, steps, cost, reviewed, place, photos } = page.unwrap_or_default();
    let is_report = kind == CaseKind::Report;
    let usual = if is_report { Asked::Required } else { Asked::Never };
    ServicePage {
        who,
        need,
        steps,
        cost,
        reviewed: reviewed.and_then(|text| date(reader, sheet, "service.page.reviewed", &text)),
        place: place.map_or(usual, |text| asked(reader, sheet, &text)),
        photos: photos.unwrap_or(is_report),
    }
}

fn asked(reader: &mut Reader<'_>, sheet: &Sheet, text: &Spanned<String>) -> Asked {
    match text.get_ref().as_str() {
        "required" => Asked::Required,
        "optional" => Asked::Optional,
        "none" => Asked::Never,
        other => {
            let problem = format!("{other:?} is not known");
            let at = sheet.at(text.span(), "service.page.place");
            reader.fault(&at, problem, "use required, optional or none");
            Asked::Never
        }
    }
}
