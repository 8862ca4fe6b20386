//! What everybody may see of cases: lists, one, and what is open nearby.

use super::{all_merged_into, public_words};
use crate::city::Service;
use crate::{Act, Refusal, Verb};
use policy::{Action, Resource};
use records::cases::{self, Area, Filter, PublicCase, Spot};
use records::files::{self, File, Part};
use records::{Tx, events};
use terms::{Case, Event, FileId, Position, Reference};

/// How near a report must be to be about the same thing, perhaps.
const NEAR_METRES: f64 = 150.0;
/// Reports shown to somebody who is about to write one.
const MOST_SIMILAR: u32 = 5;
/// Reports shown on a map.
const MOST_ON_MAP: u32 = 500;

/// A report that may be about the same thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    /// The report.
    pub case: PublicCase,
    /// How far away, in metres.
    pub metres: f64,
    /// Its first picture that everybody may see.
    pub picture: Option<FileId>,
}

/// A public report with what everybody may read of what happened to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The report.
    pub case: PublicCase,
    /// What happened; whoever shows it chooses what everybody may read.
    pub events: Vec<Event>,
    /// Pictures that everybody may see.
    pub pictures: Vec<File>,
}

/// A page of public reports, the newest first, each with its first picture.
pub fn reports(tx: &mut Tx<'_>, act: &Act, filter: &Filter) -> Verb<Vec<(PublicCase, Option<FileId>)>> {
    act.must(Action::ReadPublic, Resource::City)?;
    let found = cases::list_public(tx, &act.public_scope(), filter)?;
    let pictures = pictures_of(tx, &found)?;
    Ok(found
        .into_iter()
        .map(|case| {
            let picture = pictures.iter().find(|(of, _)| *of == case.id).map(|(_, picture)| *picture);
            (readable(case), picture)
        })
        .collect())
}

/// One public report.
pub fn report_of(tx: &mut Tx<'_>, act: &Act, reference: &Reference) -> Verb<Report> {
    act.must(Action::ReadPublic, Resource::City)?;
    let scope = act.public_scope();
    let case = cases::public_by_reference(tx, &scope, reference)?.filter(|case| case.state.public);
    let case = case.ok_or(Refusal::NotFound("report"))?;
    let events = events::of_case(tx, &scope, case.id)?;
    let pictures = files::of_case(tx, &scope, case.id)?;
    Ok(Report { case: readable(case), events, pictures })
}

/// The bytes, in base64, of a picture that everybody may see.
pub fn picture(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    id: FileId,
    part: Part,
) -> Verb<(File, String)> {
    let scope = act.public_scope();
    let case = cases::public_by_reference(tx, &scope, reference)?.filter(|case| case.state.public);
    let case = case.ok_or(Refusal::NotFound("report"))?;
    files::bytes(tx, &scope, (case.id, id), part)?.ok_or(Refusal::NotFound("picture"))
}

/// The open reports of an area, for a map.
pub fn on_map(tx: &mut Tx<'_>, act: &Act, area: Area) -> Verb<Vec<Spot>> {
    act.must(Action::ReadPublic, Resource::City)?;
    Ok(cases::within(tx, &act.public_scope(), area, MOST_ON_MAP)?)
}

/// Open reports for the same service near a position, the nearest first.
pub fn similar(tx: &mut Tx<'_>, act: &Act, service: &Service, at: Position) -> Verb<Vec<Similar>> {
    if !service.public {
        return Ok(Vec::new());
    }
    let place = terms::Place { position: Some(at), ..terms::Place::default() };
    let here = act.city().district_of(&place);
    // Positions that were only guessed from an address are given away by their district.
    let alike = (&service.code, here);
    let found = cases::near(tx, &act.public_scope(), alike, (at, NEAR_METRES), MOST_SIMILAR)?;
    let pictures = pictures_of(tx, &found)?;
    let shown = found.into_iter().filter_map(|case| {
        let metres = distance(at, case.told.place.position?);
        let picture = pictures.iter().find(|(of, _)| *of == case.id).map(|(_, picture)| *picture);
        (metres <= NEAR_METRES).then(|| Similar { case: readable(case), metres, picture })
    });
    Ok(shown.collect())
}

/// The bytes, in base64, of a file of a case that whoever asks may read.
pub fn file(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    id: FileId,
    part: Part,
) -> Verb<(File, String)> {
    let case = super::load(tx, act, reference, Action::ReadCase)?;
    let scope = act.scope();
    let merged = all_merged_into(tx, act, case.id)?.into_iter().map(|case| case.id);
    for of in std::iter::once(case.id).chain(merged) {
        if let Some(found) = files::bytes(tx, &scope, (of, id), part)? {
            return Ok(found);
        }
    }
    Err(Refusal::NotFound("file"))
}

/// The files of a case and of those that go on as it, which whoever asks may read.
pub fn files_of(tx: &mut Tx<'_>, act: &Act, case: &Case) -> Verb<Vec<File>> {
    act.must_on(Action::ReadCase, case)?;
    let mut files = files::of_case(tx, &act.scope(), case.id)?;
    for other in all_merged_into(tx, act, case.id)? {
        files.extend(files::of_case(tx, &act.scope(), other.id)?);
    }
    Ok(files)
}

fn pictures_of(tx: &mut Tx<'_>, found: &[PublicCase]) -> Verb<Vec<(terms::CaseId, FileId)>> {
    let ids: Vec<_> = found.iter().map(|case| case.id).collect();
    Ok(files::first_pictures(tx, &ids)?)
}

/// Without what words may give away of people.
fn readable(mut case: PublicCase) -> PublicCase {
    case.told.description = public_words(&case.told.description);
    case.told.status_notes = case.told.status_notes.map(|notes| public_words(&notes));
    case
}

/// Metres between two positions, on a sphere of the earth's mean radius (haversine).
pub fn distance(a: Position, b: Position) -> f64 {
    const EARTH_METRES: f64 = 6_371_008.8;
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let chord =
        half(a.lat, b.lat) + a.lat.to_radians().cos() * b.lat.to_radians().cos() * half(a.long, b.long);
    2.0 * EARTH_METRES * chord.clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_globe() {
        let at = |lat, long| Position { lat, long };
        // One minute of arc along a meridian of the mean sphere.
        assert!((distance(at(0.0, 0.0), at(1.0 / 60.0, 0.0)) - 1_853.25).abs() < 0.5);
        assert!(distance(at(42.36, -71.06), at(42.36, -71.06)) < 1e-6);
        let (boston, cairo) = (at(42.3601, -71.0589), at(30.0444, 31.2357));
        assert!((distance(boston, cairo) - 8_736_000.0).abs() < 30_000.0, "{}", distance(boston, cairo));
    }
}
