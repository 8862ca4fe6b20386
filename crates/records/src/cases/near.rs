//! What is open and public in an area, for the map and for whoever is about to report the same thing.

use super::{COLUMNS, LARGEST_PAGE, PublicCase, Query, case, public};
use crate::{Broke, Tx};
use policy::Scope;
use terms::{DistrictCode, Position, Reference, ServiceCode, Status};

/// An area between two parallels and two meridians, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// The southern edge.
    pub south: f64,
    /// The western edge.
    pub west: f64,
    /// The northern edge.
    pub north: f64,
    /// The eastern edge.
    pub east: f64,
}

/// Reports among which those on a map are looked for first.
const NEWEST: u32 = 5_000;
/// The columns of a [`Spot`].
const SPOT: &str = "reference, status, service, district, address, lat, long";
/// Metres in a degree of latitude, on average.
const METRES_A_DEGREE: f64 = 111_195.0;

impl Area {
    /// The area that reaches so many metres from a position in each direction.
    pub fn around(at: Position, metres: f64) -> Self {
        let lat = metres / METRES_A_DEGREE;
        // Towards the poles a degree of longitude gets shorter; at the poles themselves nobody reports anything.
        let long = lat / at.lat.to_radians().cos().abs().max(0.01);
        Self { south: at.lat - lat, north: at.lat + lat, west: at.long - long, east: at.long + long }
    }
}

/// What is public of the open cases of a service around a position, the nearest first. Where a district is known, those
/// of other districts are left out.
pub fn near(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (service, district): (&ServiceCode, Option<&DistrictCode>),
    (at, metres): (Position, f64),
    limit: u32,
) -> Result<Vec<PublicCase>, Broke> {
    let mut query = open("select id, lat, long, opened_at", scope);
    query.and("service =", Some(service.into()));
    query.bounded(Area::around(at, metres));
    if let Some(district) = district {
        let district = query.param(district.into());
        query.text.push_str(&format!(" and (district is null or district = {district})"));
    }
    let order = query.nearest(at);
    let limit = query.param(i64::from(limit.clamp(1, LARGEST_PAGE)).into());
    // Which ones is found by an index alone, and only those are read.
    query.text = format!(
        "select {COLUMNS} from cases where id in (select id from ({}) as around order by {order} limit {limit})",
        query.text
    );
    query.text.push_str(&format!(" order by {order}"));
    tx.all(&query.text, &query.params, |row| Ok(public(case(row)?)))
}

/// An open case on a map, with no more than a map says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Its name.
    pub reference: Reference,
    /// Whether anybody works on it.
    pub status: Status,
    /// What it is about.
    pub service: ServiceCode,
    /// In which part of the city.
    pub district: Option<DistrictCode>,
    /// Its address, as its customer gave it.
    pub address: Option<String>,
    /// Its latitude in degrees.
    pub lat: f64,
    /// Its longitude in degrees.
    pub long: f64,
}

/// What a map shows of the open cases of public services in an area, the newest first.
///
/// A dense area has very many, of which the newest of the whole city give enough; of another one not many are left.
pub fn within(tx: &mut Tx<'_>, scope: &Scope, area: Area, limit: u32) -> Result<Vec<Spot>, Broke> {
    let limit = limit.clamp(1, LARGEST_PAGE);
    let newest = spots(tx, &newest_in(scope, (area, limit)))?;
    if newest.len() >= limit as usize {
        return Ok(newest);
    }
    spots(tx, &spots_in(scope, (area, limit)))
}

fn spots(tx: &mut Tx<'_>, query: &Query<'_>) -> Result<Vec<Spot>, Broke> {
    tx.all(&query.text, &query.params, |row| {
        Ok(Spot {
            reference: row.parse()?,
            status: row.parse()?,
            service: row.take()?,
            district: row.take()?,
            address: row.take()?,
            lat: row.take()?,
            long: row.take()?,
        })
    })
}

/// Those in an area of the newest of all.
fn newest_in<'q>(scope: &Scope, (area, limit): (Area, u32)) -> Query<'q> {
    let mut query = open(&format!("select {SPOT} from (select id, opened_at, {SPOT}"), scope);
    query.first(NEWEST);
    query.text.push_str(") as newest where true");
    query.bounded(area);
    query.first(limit);
    query
}

/// Those in an area; an index alone holds all that is told of them.
fn spots_in<'q>(scope: &Scope, (area, limit): (Area, u32)) -> Query<'q> {
    let mut query = open(&format!("select {SPOT}"), scope);
    query.bounded(area);
    query.first(limit);
    query
}

/// The open public cases that have a position, after what is selected of them.
fn open<'q>(selected: &str, scope: &Scope) -> Query<'q> {
    let text =
        format!("{selected} from cases where status <> 'closed' and public = true and lat is not null");
    let mut query = Query { text, params: Vec::new() };
    query.within(scope);
    query
}

impl Query<'_> {
    fn bounded(&mut self, area: Area) {
        self.and("lat >=", Some(area.south.into()));
        self.and("lat <=", Some(area.north.into()));
        self.and("long >=", Some(area.west.into()));
        self.and("long <=", Some(area.east.into()));
    }

    /// An order by the distance from a position, where a plane is near enough to the globe; of two in one spot the newer
    /// comes first.
    fn nearest(&mut self, at: Position) -> String {
        let (lat, long) = (self.param(at.lat.into()), self.param(at.long.into()));
        let narrower = self.param(at.lat.to_radians().cos().powi(2).into());
        format!(
            "(lat - {lat}) * (lat - {lat}) + (long - {long}) * (long - {long}) * {narrower}, opened_at desc, id desc"
        )
    }

    fn first(&mut self, limit: u32) {
        let limit = self.param(i64::from(limit).into());
        self.text.push_str(&format!(" order by opened_at desc, id desc limit {limit}"));
    }
}
