//! Putting the place right: one that the house knows, found by its address; or words, with a spot on the map if it is
//! known.

use super::{Found, Sheet, Told};
use crate::App;
use crate::desk::frame::Frame;
use crate::desk::officer::Desk;
use crate::pages::render;
use crate::portal::ask::pages::{MapWords, map_words, where_controls};
use crate::portal::control::{Control, Look, Values, Wrong};
use crate::portal::say::Text;
use askama::Template;
use axum::response::Response;
use office::city::City;
use office::desk;
use terms::{Place, Position};
use wording::{Argument, Language};

#[derive(Template)]
#[template(path = "desk/case/acts/place.html")]
struct PlacePage {
    frame: Frame,
    sheet: Sheet,
    /// Where it is now, as far as it is known.
    now: String,
    sought: String,
    /// What else the address of this page says.
    kept: Values,
    spots: Vec<Spot>,
    /// Whether one was chosen that did not work.
    none_chosen: bool,
    address: Vec<Control>,
    position: Vec<Control>,
    unfolded: bool,
    why: Control,
    map: MapWords,
}

/// A place that can be chosen.
struct Spot {
    value: String,
    address: String,
    district: Text,
    chosen: bool,
}

pub(super) async fn page(app: &App, desk: &Desk, found: &Found, told: &Told) -> Response {
    let (city, language) = (&app.office.city, desk.language);
    let (frame, sheet) = Sheet::new(app, desk, found, ("desk-act-place", told));
    let (sought, kept) = asked(desk, told);
    let words = sought.clone();
    let known = match app.office.read(desk.act(app), move |tx, act| desk::places(tx, act, &words)).await {
        Ok(known) => known,
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let chosen = told.value("found");
    let spots: Vec<Spot> = known.iter().filter_map(|place| spot(city, language, (place, chosen))).collect();
    let place = &found.whole.case.told.place;
    let values = if told.act.is_some() { told.filled().to_vec() } else { values(place, &sought) };
    let (mut address, position) = where_controls(city, language, (&values, &Wrong::new()));
    // In which district it lies follows from the spot.
    address.retain(|control| control.name == "address");
    let why = Control::line(language, "words", Text::said(language, "desk-act-why")).looking(Look::Text);
    let now = place.address.as_deref().map(|address| ("address", Argument::Words(address)));
    render(&PlacePage {
        now: now.map(|now| language.say_with("desk-place-now", &[now])).unwrap_or_default(),
        none_chosen: !spots.iter().any(|spot| spot.chosen),
        unfolded: position.iter().any(|control| !control.value.is_empty()),
        why: why.with(&values, &Wrong::new()),
        map: map_words(app, language),
        frame,
        sheet,
        sought,
        kept,
        spots,
        address: address.into_iter().map(|control| Control { autocomplete: "off", ..control }).collect(),
        position,
    })
}

/// The address that is looked for, and what else the query says.
fn asked(desk: &Desk, told: &Told) -> (String, Values) {
    let query = desk.visitor.query().collect::<Vec<_>>().join("&");
    let fields = crate::fields::of_query(Some(&query)).unwrap_or_default();
    let (sought, kept): (Values, Values) = fields.into_iter().partition(|(name, _)| name == "q");
    let typed = Some(told.value("q").to_owned()).filter(|typed| !typed.is_empty());
    let sought = typed.or_else(|| sought.into_iter().next().map(|(_, value)| value)).unwrap_or_default();
    (sought.trim().chars().take(desk::LONGEST_QUERY).collect(), kept)
}

fn spot(city: &City, language: Language, (place, chosen): (&Place, &str)) -> Option<Spot> {
    let (at, address) = (place.position?, place.address.clone()?);
    let value = format!("{} {} {address}", at.lat, at.long);
    let district = city.district_of(place).and_then(|code| city.districts.get(code));
    let district = district.map(|district| Text::of(city, &district.name, language)).unwrap_or_default();
    Some(Spot { chosen: value == chosen, value, address, district })
}

/// The place that a choice stands for.
pub(in crate::desk::case) fn chosen(value: &str) -> Option<Place> {
    let mut parts = value.splitn(3, ' ');
    let (lat, long) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let address = parts.next()?.trim().to_owned();
    let position = Position::new(lat, long)?;
    (!address.is_empty()).then(|| Place {
        address: Some(address),
        position: Some(position),
        ..Place::default()
    })
}

/// What stands in the fields first: what was looked for, or else the place as it is.
fn values(place: &Place, sought: &str) -> Values {
    if !sought.is_empty() {
        return vec![("address".to_owned(), sought.to_owned())];
    }
    let degrees = |part: fn(&Position) -> f64| place.position.as_ref().map(|at| part(at).to_string());
    let known =
        [("address", place.address.clone()), ("lat", degrees(|at| at.lat)), ("long", degrees(|at| at.long))];
    known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn a_choice_is_a_place_and_nonsense_is_none() {
        let place = chosen("42.36 -71.06 1 City Hall Square").unwrap();
        assert_eq!(place.address.as_deref(), Some("1 City Hall Square"));
        let at = place.position.unwrap();
        assert!((at.lat - 42.36).abs() < 1e-9 && (at.long + 71.06).abs() < 1e-9);
        for bad in
            ["", " ", "42.36", "42.36 -71.06", "42.36 -71.06 ", "a b c", "NaN 1 x", "91 0 x", "1e999 0 x"]
        {
            assert_eq!(chosen(bad), None, "{bad}");
        }
    }
}
