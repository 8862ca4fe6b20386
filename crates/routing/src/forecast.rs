//! How many will come: means by weekday and interval, a factor for the whole day, and the plan that follows.
//!
//! What is forecast is used only where it was nearer than the same weekday a week before, each day of the last four
//! weeks seen with its own past alone. Source: Taylor, "A comparison of univariate time series methods for forecasting
//! intraday arrivals at a call center", Management Science 54 (2008), where simple means are hard to beat.

mod gamma;
mod means;
mod plan;

pub use plan::{Planned, Work};

use gamma::{cumulative, quantile};
use means::{last_week, means};

/// So many days of the past are looked at.
const MOST_DAYS: usize = 400;
/// So many of them are forecast again, to see how well it goes.
const TRIED: usize = 28;
/// So many have to be known before the first one that is.
const LEAST_DAYS: usize = 14;
/// A day is hardly ever nearer to its mean than by 1 %.
const STEADIEST: f64 = 10_000.0;

/// A day of the past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// From 0, whichever day that is, to 6.
    pub weekday: u8,
    /// Whether it was a holiday.
    pub holiday: bool,
    /// How many came in each interval.
    pub counts: Vec<u32>,
}

/// What a forecast was made by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The means of weekday and interval.
    Means,
    /// The same weekday a week before.
    LastWeek,
}

/// How many will come on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// How many are expected in each interval.
    pub expected: Vec<f64>,
    /// What it was made by.
    pub method: Method,
    /// How far off the means were, as a share of all who came; nothing where too little is known to tell.
    pub error_of_means: Option<f64>,
    /// The same for the same weekday a week before.
    pub error_of_last_week: Option<f64>,
    /// How steady days are: all of a day is multiplied by a gamma factor of this shape and mean 1.
    shape: f64,
}

/// What a method did on the days on which it was tried.
#[derive(Default)]
struct Trial {
    off: f64,
    all: f64,
    /// What was expected, and what came, of each day.
    days: Vec<(f64, f64)>,
}

impl Trial {
    fn add(&mut self, forecast: &[f64], counts: &[u32]) {
        let pairs = || forecast.iter().zip(counts).map(|(forecast, count)| (*forecast, f64::from(*count)));
        self.off += pairs().map(|(forecast, count)| (forecast - count).abs()).sum::<f64>();
        self.all += pairs().map(|(_, count)| count).sum::<f64>();
        self.days.push(
            pairs()
                .fold((0.0, 0.0), |(expected, came), (forecast, count)| (expected + forecast, came + count)),
        );
    }

    /// The weighted absolute error, as a share.
    fn error(&self) -> Option<f64> {
        (self.all > 0.0).then(|| self.off / self.all)
    }

    /// How steady days are: by how much their variance is more than chance alone makes it.
    fn shape(&self) -> f64 {
        let open: Vec<_> = self.days.iter().filter(|(expected, _)| *expected > 0.0).collect();
        let many = f64::from(u32::try_from(open.len()).unwrap_or(u32::MAX));
        if many < 2.0 {
            return STEADIEST;
        }
        let variance =
            open.iter().map(|(expected, came)| (came / expected - 1.0).powi(2)).sum::<f64>() / many;
        let by_chance = open.iter().map(|(expected, _)| expected.recip()).sum::<f64>() / many;
        let beyond = variance - by_chance;
        if beyond > STEADIEST.recip() { beyond.recip().max(0.1) } else { STEADIEST }
    }
}

impl Forecast {
    /// The forecast of a day from all days before it, in order; nothing where there is nothing to go by.
    pub fn new(past: &[Past], weekday: u8, holiday: bool) -> Option<Self> {
        let past = &past[past.len().saturating_sub(MOST_DAYS)..];
        let (mut of_means, mut of_last_week) = (Trial::default(), Trial::default());
        for day in past.len().saturating_sub(TRIED).max(LEAST_DAYS)..past.len() {
            let (before, tried) = (&past[..day], &past[day]);
            let both = (
                means(before, tried.weekday, tried.holiday),
                last_week(before, tried.weekday, tried.holiday),
            );
            if let (Some(means), Some(last_week)) = both {
                of_means.add(&means, &tried.counts);
                of_last_week.add(&last_week, &tried.counts);
            }
        }
        let (error_of_means, error_of_last_week) = (of_means.error(), of_last_week.error());
        let means = means(past, weekday, holiday).filter(|_| error_of_means < error_of_last_week);
        let (method, expected, trial) = match means {
            Some(means) => (Method::Means, means, of_means),
            None => (Method::LastWeek, last_week(past, weekday, holiday)?, of_last_week),
        };
        Some(Self { expected, method, error_of_means, error_of_last_week, shape: trial.shape() })
    }

    /// The same once the first intervals of the day are known: the rest follows the day, as far as days are unsteady.
    #[must_use]
    pub fn after(&self, seen: &[u32]) -> Self {
        let known = seen.len().min(self.expected.len());
        let (past, rest) = self.expected.split_at(known);
        let came: f64 = seen[..known].iter().copied().map(f64::from).sum();
        let factor = (self.shape + came) / (self.shape + past.iter().sum::<f64>());
        let seen = seen[..known].iter().copied().map(f64::from);
        let expected = seen.chain(rest.iter().map(|expected| expected * factor)).collect();
        Self { expected, shape: self.shape + came, ..self.clone() }
    }

    /// How likely it is that no more than so many times what is expected will come.
    pub fn likely(&self, times: f64) -> f64 {
        cumulative(self.shape, times * self.shape)
    }

    /// How many times what is expected come, at most, with this probability.
    pub fn at_most(&self, probability: f64) -> f64 {
        quantile(self.shape, probability) / self.shape
    }
}
