//! Where a case is: words, an address register's number, a position on the globe, or several of them.

use serde::{Deserialize, Serialize};

/// A point in WGS 84 degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Degrees north, -90 to 90.
    pub lat: f64,
    /// Degrees east, -180 to 180.
    pub long: f64,
}

impl Position {
    /// A position, or nothing when the numbers are no place on earth.
    pub fn new(lat: f64, long: f64) -> Option<Self> {
        ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&long)).then_some(Self { lat, long })
    }
}

/// A place as the customer gave it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The address in words.
    pub address: Option<String>,
    /// The number of the address in the city's register.
    pub address_id: Option<String>,
    /// Postal code, where known apart from the address.
    pub zipcode: Option<String>,
    /// The position, where known.
    pub position: Option<Position>,
}

impl Place {
    /// Whether nothing at all is known of the place.
    pub fn is_unknown(&self) -> bool {
        self.address.is_none() && self.address_id.is_none() && self.position.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_coordinates_are_no_position() {
        assert!(Position::new(42.36, -71.06).is_some());
        for (lat, long) in [(91.0, 0.0), (0.0, 181.0), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
            assert_eq!(Position::new(lat, long), None);
        }
    }
}
