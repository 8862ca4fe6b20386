//! `districts.toml` and `districts.geojson`: the parts of the city's area.

use super::read::Reader;
use serde::Deserialize;
use std::collections::BTreeMap;
use terms::{DistrictCode, Localized, Position};
use toml::Spanned;

/// A part of the city's area.
#[derive(Debug)]
pub struct District {
    /// Its code.
    pub code: DistrictCode,
    /// Its name.
    pub name: Localized,
    /// Its names in the system that the city had before.
    pub source_names: Vec<String>,
    /// Polygons, each a list of rings of (longitude, latitude): the outer one, then holes.
    area: Vec<Vec<Vec<[f64; 2]>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DistrictsToml {
    district: Vec<DistrictToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DistrictToml {
    code: Spanned<String>,
    name: Localized,
    #[serde(default)]
    source_names: Vec<String>,
}

/// The part of GeoJSON (RFC 7946) that areas are drawn in.
#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    code: String,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon { coordinates: Vec<Vec<[f64; 2]>> },
    MultiPolygon { coordinates: Vec<Vec<Vec<[f64; 2]>>> },
}

impl District {
    /// Whether its borders are known.
    pub fn has_area(&self) -> bool {
        !self.area.is_empty()
    }

    /// Its borders as a GeoJSON geometry.
    pub fn geometry(&self) -> serde_json::Value {
        serde_json::json!({ "type": "MultiPolygon", "coordinates": self.area })
    }

    /// Whether a position lies in it. Borders belong to one side, always the same one.
    pub fn contains(&self, position: Position) -> bool {
        self.area.iter().any(|polygon| {
            // Even-odd over all rings: a hole's ring takes its inside away again.
            polygon.iter().map(|ring| crossings(ring, position)).sum::<usize>() % 2 == 1
        })
    }
}

/// How often a ray from the position to the east crosses a ring.
fn crossings(ring: &[[f64; 2]], position: Position) -> usize {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .filter(|&(&[x1, y1], &[x2, y2])| {
            (y1 > position.lat) != (y2 > position.lat)
                && position.long < (x2 - x1) * (position.lat - y1) / (y2 - y1) + x1
        })
        .count()
}

pub(crate) fn read(reader: &mut Reader<'_>) -> BTreeMap<DistrictCode, District> {
    let mut districts = BTreeMap::new();
    let Some((sheet, file)) = reader.optional::<DistrictsToml>("districts.toml") else { return districts };
    for entry in file.district {
        if reader.code(
            &sheet,
            "district.code",
            &entry.code,
            districts.contains_key(entry.code.get_ref().as_str()),
        ) {
            let code = DistrictCode::new(entry.code.into_inner());
            let (name, source_names) = (entry.name, entry.source_names);
            districts.insert(code.clone(), District { code, name, source_names, area: Vec::new() });
        }
    }
    draw(reader, &mut districts);
    districts
}

fn draw(reader: &mut Reader<'_>, districts: &mut BTreeMap<DistrictCode, District>) {
    let Some((sheet, text)) = reader.text("districts.geojson") else { return };
    let collection: Collection = match serde_json::from_str(text) {
        Ok(collection) => collection,
        Err(error) => {
            let offset = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
            let mend = "save a FeatureCollection of Polygons or MultiPolygons, each with properties.code";
            reader.fault(&sheet.at(offset..offset, "features"), error, mend);
            return;
        }
    };
    for feature in collection.features {
        let Some(district) = districts.get_mut(feature.properties.code.as_str()) else {
            let problem = format!("no district is called {:?}", feature.properties.code);
            reader.fault(
                &sheet.at(0..0, "properties.code"),
                problem,
                "add it to districts.toml or take the feature away",
            );
            continue;
        };
        district.area = match feature.geometry {
            Geometry::Polygon { coordinates } => vec![coordinates],
            Geometry::MultiPolygon { coordinates } => coordinates,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_is_outside() {
        let square = |from: f64, to: f64| vec![[from, from], [to, from], [to, to], [from, to], [from, from]];
        let district = District {
            code: DistrictCode::new("ring"),
            name: Localized::default(),
            source_names: Vec::new(),
            area: vec![vec![square(0.0, 10.0), square(4.0, 6.0)], vec![square(20.0, 21.0)]],
        };
        let inside = |lat, long| district.contains(Position { lat, long });
        assert!(inside(1.0, 1.0) && inside(20.5, 20.5) && inside(5.0, 7.0));
        assert!(!inside(5.0, 5.0) && !inside(-1.0, 5.0) && !inside(15.0, 15.0));
    }
}
