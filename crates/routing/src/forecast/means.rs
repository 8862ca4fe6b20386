//! Two ways to say how many will come: the means of what came, and what came a week before.

use super::Past;

/// After so many days, a day counts half.
const HALF_DAYS: f64 = 56.0;
/// So many days' worth of what all weekdays have in common are added to each.
const COMMON: f64 = 2.0;

/// Sums over days, the newer the heavier.
struct Sums {
    weight: f64,
    counts: Vec<f64>,
}

impl Sums {
    fn of<'p>(past: &'p [Past], wanted: impl Fn(&Past) -> bool) -> Self {
        let intervals = past.last().map_or(0, |day| day.counts.len());
        let mut sums = Self { weight: 0.0, counts: vec![0.0; intervals] };
        let newest_first = past.iter().rev().zip(0_u32..).filter(|(day, _): &(&'p Past, u32)| wanted(day));
        for (day, age) in newest_first {
            let weight = (-f64::from(age) / HALF_DAYS).exp2();
            sums.weight += weight;
            sums.counts
                .iter_mut()
                .zip(&day.counts)
                .for_each(|(sum, count)| *sum += weight * f64::from(*count));
        }
        sums
    }

    /// How many came in a whole day, on average.
    fn level(&self) -> Option<f64> {
        (self.weight > 0.0).then(|| self.counts.iter().sum::<f64>() / self.weight)
    }
}

/// The mean of weekday and interval, drawn towards the shape of all days; a holiday is a share of its weekday.
pub(super) fn means(past: &[Past], weekday: u8, holiday: bool) -> Option<Vec<f64>> {
    let expected = of_weekday(past, weekday)?;
    if !holiday {
        return Some(expected);
    }
    // Of each holiday, what came and what would have come; one ordinary day is added to both.
    let holidays = past.iter().filter(|day| day.holiday);
    let (mut came, mut usual) = (0.0, 0.0);
    for day in holidays {
        came += day.counts.iter().copied().map(f64::from).sum::<f64>();
        usual += of_weekday(past, day.weekday)?.iter().sum::<f64>();
    }
    let one = expected.iter().sum::<f64>();
    let share = if usual + one > 0.0 { (came + one) / (usual + one) } else { 1.0 };
    Some(expected.iter().map(|expected| expected * share).collect())
}

fn of_weekday(past: &[Past], weekday: u8) -> Option<Vec<f64>> {
    let all = Sums::of(past, |day| !day.holiday);
    let same = Sums::of(past, |day| !day.holiday && day.weekday == weekday);
    let level = all.level()?;
    let share = if level > 0.0 { same.level().unwrap_or(level) / level } else { 0.0 };
    let common = all.counts.iter().map(|sum| sum / all.weight * share);
    Some(
        same.counts
            .iter()
            .zip(common)
            .map(|(sum, common)| (sum + COMMON * common) / (same.weight + COMMON))
            .collect(),
    )
}

/// What came on the last such day.
pub(super) fn last_week(past: &[Past], weekday: u8, holiday: bool) -> Option<Vec<f64>> {
    let same = |day: &&Past| day.weekday == weekday && day.holiday == holiday;
    let known =
        past.iter().rev().find(same).or_else(|| past.iter().rev().find(|day| day.weekday == weekday))?;
    Some(known.counts.iter().copied().map(f64::from).collect())
}
