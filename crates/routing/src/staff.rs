//! How many officers does it take? The Erlang formulas, and what follows from them.
//!
//! Nothing here has a factorial: each is a recursion whose terms stay between 0 and 1, so that thousands of officers are
//! as exact as ten. Source: Gans, Koole and Mandelbaum, "Telephone call centers", MSOM 5 (2003).

mod erlang_a;
mod erlang_c;
mod root;

pub use erlang_a::ErlangA;
pub use erlang_c::{ErlangC, erlang_b, fewest_without_line};
pub use root::{beta_for, halfin_whitt, normal, square_root};

use std::fmt::{self, Display, Formatter};

/// More officers than any office has.
pub const MOST_OFFICERS: u32 = 200_000;
/// More work than they could do.
const MOST_LOAD: f64 = 100_000.0;
/// Ten years.
const LONGEST_S: f64 = 316_000_000.0;

/// What comes in, at a steady rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Demand {
    arrivals_per_s: f64,
    handling_s: f64,
}

/// What is aimed at: so large a share of all who come is served within so long.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Goal {
    share: f64,
    within_s: f64,
}

/// How a number of officers fares.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Figures {
    /// The share that has to wait at all.
    pub waits: f64,
    /// The share of all who come that is served in time.
    pub service_level: f64,
    /// The mean wait of all who come, also of those who leave; it has no end where the line has none.
    pub mean_wait_s: f64,
    /// The mean wait of those who are served.
    pub answered_wait_s: f64,
    /// The share that leaves before it is served.
    pub abandons: f64,
    /// The share of their time that officers serve.
    pub occupancy: f64,
    /// How many wait on average.
    pub queue: f64,
}

/// Why a question has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsound {
    /// Arrivals that are none, or no number.
    Arrivals,
    /// A span that is none, or no number, or longer than ten years.
    Span,
    /// More work than 100,000 officers do.
    Load,
    /// A share that is not between 0 and 1.
    Share,
}

impl Display for Unsound {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Arrivals => "somebody has to come; give a number above 0",
            Self::Span => "a span has to last; give more than 0 s and at most ten years",
            Self::Load => {
                "that is more work than 100,000 officers do; give fewer arrivals or less time for each"
            }
            Self::Share => "a share lies between 0 % and 100 %, and is neither",
        })
    }
}

impl std::error::Error for Unsound {}

fn span(seconds: f64) -> Result<f64, Unsound> {
    if seconds > 0.0 && seconds <= LONGEST_S { Ok(seconds) } else { Err(Unsound::Span) }
}

fn share(share: f64) -> Result<f64, Unsound> {
    if share > 0.0 && share < 1.0 { Ok(share) } else { Err(Unsound::Share) }
}

impl Demand {
    /// So many arrivals in an interval, each of which takes an officer so long.
    pub fn new(arrivals: f64, interval_s: f64, handling_s: f64) -> Result<Self, Unsound> {
        if !arrivals.is_finite() || arrivals <= 0.0 {
            return Err(Unsound::Arrivals);
        }
        let demand = Self { arrivals_per_s: arrivals / span(interval_s)?, handling_s: span(handling_s)? };
        if demand.load() <= MOST_LOAD && demand.arrivals_per_s > 0.0 {
            Ok(demand)
        } else {
            Err(Unsound::Load)
        }
    }

    /// How many officers it keeps busy, in erlangs.
    pub fn load(&self) -> f64 {
        self.arrivals_per_s * self.handling_s
    }

    /// The same with so many times the arrivals.
    pub fn times(&self, factor: f64) -> Result<Self, Unsound> {
        Self::new(self.arrivals_per_s * factor, 1.0, self.handling_s)
    }
}

impl Goal {
    /// A share above 0 and below 1, served within so many seconds; at once is 0.
    pub fn new(aimed: f64, within_s: f64) -> Result<Self, Unsound> {
        let within_s = if within_s == 0.0 { 0.0 } else { span(within_s)? };
        Ok(Self { share: share(aimed)?, within_s })
    }

    /// The share that is aimed at.
    pub fn share(&self) -> f64 {
        self.share
    }

    /// Within how long.
    pub fn within_s(&self) -> f64 {
        self.within_s
    }
}

/// How many have to be on the roster for so many to serve, when a share of their time goes to leave, training and breaks.
pub fn rostered(serving: u32, shrinkage: f64) -> Result<u32, Unsound> {
    if shrinkage == 0.0 {
        return Ok(serving);
    }
    let all = f64::from(serving) / (1.0 - share(shrinkage)?);
    // 14 ÷ 0.7 is 20, also where the last bit of the quotient says a little more.
    Ok(whole((all - 1e-9).ceil()))
}

/// A whole number that was made as a float.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, as it should here"
)]
fn whole(number: f64) -> u32 {
    number as u32
}
