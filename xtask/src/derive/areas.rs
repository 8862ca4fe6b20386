//! Where districts lie, from the positions of past requests: each small cell belongs to whoever reported there.

use anyhow::Result;
use channels::bulk::SourceRow;
use office::city::City;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use terms::DistrictCode;

/// The side of a cell, in thousandths of a degree: about 220 m by 165 m at this latitude.
const CELL: f64 = 2.0;
/// How far a cell without requests may lie from one with some to belong to its district.
const REACH: i32 = 2;

type Cell = (i32, i32);

/// Writes `districts.geojson`.
pub(super) fn write(folder: &Path, city: &City, rows: &[SourceRow]) -> Result<()> {
    let owners = owners(city, rows);
    let filled = fill(&owners);
    let mut runs: BTreeMap<&DistrictCode, Vec<(i32, i32, i32)>> = BTreeMap::new();
    for ((y, x), district) in &filled {
        let runs = runs.entry(district).or_default();
        match runs.last_mut() {
            Some((row, _, end)) if row == y && *end == *x => *end = x + 1,
            _ => runs.push((*y, *x, x + 1)),
        }
    }
    let mut text = String::from("{\"type\": \"FeatureCollection\", \"features\": [\n");
    for (number, (district, runs)) in runs.iter().enumerate() {
        let polygons: Vec<String> = runs.iter().map(|run| rectangle(*run)).collect();
        writeln!(
            text,
            "{}{{\"type\": \"Feature\", \"properties\": {{\"code\": \"{district}\"}}, \"geometry\": {{\"type\": \"MultiPolygon\", \"coordinates\": [\n{}\n]}}}}",
            if number == 0 { "" } else { "," },
            polygons.join(",\n")
        )?;
    }
    text.push_str("]}\n");
    fs::write(folder.join("districts.geojson"), text)?;
    Ok(())
}

/// For each cell, the district that most of its requests name.
fn owners(city: &City, rows: &[SourceRow]) -> BTreeMap<Cell, DistrictCode> {
    let mut votes: BTreeMap<Cell, BTreeMap<&DistrictCode, usize>> = BTreeMap::new();
    for row in rows {
        let district = row.district.as_deref().and_then(|name| city.district_named(name));
        if let (Some(position), Some(district)) = (row.place.position, district) {
            *votes
                .entry((cell(position.lat), cell(position.long)))
                .or_default()
                .entry(district)
                .or_default() += 1;
        }
    }
    let winner = |votes: BTreeMap<&DistrictCode, usize>| {
        votes.into_iter().max_by_key(|(_, count)| *count).map(|(district, _)| district.clone())
    };
    votes.into_iter().filter_map(|(cell, votes)| Some((cell, winner(votes)?))).collect()
}

/// Gives each empty cell near the others to the district of its nearest neighbour.
fn fill(owners: &BTreeMap<Cell, DistrictCode>) -> BTreeMap<Cell, DistrictCode> {
    let mut filled = owners.clone();
    let near = |reach: i32| (-reach..=reach).flat_map(move |dy| (-reach..=reach).map(move |dx| (dy, dx)));
    for (y, x) in owners.keys() {
        for (dy, dx) in near(REACH) {
            let cell = (y + dy, x + dx);
            if !filled.contains_key(&cell) {
                let nearest = near(REACH)
                    .filter_map(|(ny, nx)| {
                        owners.get(&(cell.0 + ny, cell.1 + nx)).map(|owner| (ny * ny + nx * nx, owner))
                    })
                    .min_by_key(|(distance, _)| *distance);
                filled.extend(nearest.map(|(_, owner)| (cell, owner.clone())));
            }
        }
    }
    filled
}

fn rectangle((y, from, to): (i32, i32, i32)) -> String {
    let degrees = |cell: i32| f64::from(cell) * CELL / 1000.0;
    let (south, north, west, east) = (degrees(y), degrees(y + 1), degrees(from), degrees(to));
    format!(
        "[[[{west:.3},{south:.3}],[{east:.3},{south:.3}],[{east:.3},{north:.3}],[{west:.3},{north:.3}],[{west:.3},{south:.3}]]]"
    )
}

#[expect(clippy::cast_possible_truncation, reason = "degrees times 500 are far below 2^31")]
fn cell(degrees: f64) -> i32 {
    (degrees * 1000.0 / CELL).floor() as i32
}
