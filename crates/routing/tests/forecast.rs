//! How many will come: whatever is forecast has to be nearer than last week was.

use routing::forecast::{Forecast, Method, Past, Work};
use routing::staff::{Demand, ErlangA, Goal};
use terms::Chance;

/// A week's levels, from Monday; nobody comes on Sundays.
const LEVELS: [f64; 7] = [1.2, 1.0, 1.0, 1.1, 1.3, 0.5, 0.0];
const DAY: [f64; 4] = [40.0, 90.0, 60.0, 20.0];

/// A number from -1 to 1 that looks like chance.
fn noise(chance: &Chance) -> f64 {
    f64::from(u32::try_from(chance.below(2_001)).unwrap()) / 1_000.0 - 1.0
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts of a made-up past")]
fn day(weekday: usize, factor: f64, noise: &dyn Fn() -> f64) -> Past {
    let counts = DAY.map(|mean| {
        let mean = mean * LEVELS[weekday] * factor;
        (mean + 1.7 * mean.sqrt() * noise()).round().max(0.0) as u32
    });
    Past { weekday: u8::try_from(weekday).unwrap(), holiday: false, counts: counts.to_vec() }
}

/// So many weeks whose days are up to `spread` away from their means.
fn weeks(weeks: usize, spread: f64) -> Vec<Past> {
    let chance = Chance::from_seed([9; 32]);
    let draw = || noise(&chance);
    (0..weeks * 7).map(|number| day(number % 7, 1.0 + spread * draw(), &draw)).collect()
}

#[test]
fn means_are_used_where_they_are_nearer_than_last_week() {
    let past = weeks(12, 0.2);
    let forecast = Forecast::new(&past, 0, false).unwrap();
    assert_eq!(forecast.method, Method::Means);
    assert!(forecast.error_of_means < forecast.error_of_last_week);
    for (expected, mean) in forecast.expected.iter().zip(DAY) {
        assert!((expected / (mean * 1.2) - 1.0).abs() < 0.2, "{expected} {mean}");
    }
    assert!(Forecast::new(&past, 6, false).unwrap().expected.iter().all(|expected| *expected == 0.0));
}

#[test]
fn the_model_that_loses_is_not_used() {
    // It grows by a third each week: last week is nearer than any mean of what was before.
    let past: Vec<Past> = (0_i32..70)
        .map(|number| day(usize::try_from(number % 7).unwrap(), 1.33_f64.powi(number / 7), &|| 0.0))
        .collect();
    let forecast = Forecast::new(&past, 0, false).unwrap();
    assert_eq!(forecast.method, Method::LastWeek);
    assert!(forecast.error_of_means > forecast.error_of_last_week);
    let last: Vec<f64> = past[63].counts.iter().copied().map(f64::from).collect();
    assert_eq!(forecast.expected, last);
    assert_eq!(Forecast::new(&[], 0, false), None);
    let young = Forecast::new(&past[..8], 0, false).unwrap();
    assert_eq!((young.method, young.error_of_means), (Method::LastWeek, None));
}

#[test]
fn a_holiday_is_a_share_of_its_weekday() {
    let mut past = weeks(12, 0.0);
    for holiday in [7, 28, 49] {
        past[holiday] = Past { holiday: true, ..day(0, 0.3, &|| 0.0) };
    }
    let (monday, holiday) = (Forecast::new(&past, 0, false).unwrap(), Forecast::new(&past, 0, true).unwrap());
    let share = holiday.expected.iter().sum::<f64>() / monday.expected.iter().sum::<f64>();
    assert!((0.25..0.55).contains(&share), "{share}");
}

#[test]
fn the_morning_tells_of_the_afternoon_as_far_as_days_are_unsteady() {
    let factor = |spread: f64| {
        let before = Forecast::new(&weeks(12, spread), 0, false).unwrap();
        let morning = [96, 216];
        let after = before.after(&morning);
        assert_eq!(after.expected[..2], [96.0, 216.0]);
        after.expected[3] / before.expected[3]
    };
    // Twice as many as usual came in the morning.
    let (steady, unsteady) = (factor(0.02), factor(0.6));
    assert!(unsteady > 1.6 && steady < unsteady, "{steady} {unsteady}");
    let before = Forecast::new(&weeks(12, 0.3), 0, false).unwrap();
    assert_eq!(before.after(&[]).expected, before.expected);
    assert_eq!(before.after(&[1; 9]).expected, [1.0; 4]);
}

#[test]
fn a_plan_is_as_sure_as_it_says() {
    let forecast = Forecast::new(&weeks(12, 0.3), 0, false).unwrap();
    let goal = Goal::new(0.8, 60.0).unwrap();
    let work =
        Work { interval_s: 3_600.0, handling_s: 300.0, patience_s: 900.0, goal, sure: 0.9, shrinkage: 0.25 };
    let plan = forecast.plan(&work).unwrap();
    let mut more = 0;
    for planned in &plan {
        assert!(planned.likely >= 0.9 && planned.rostered >= planned.officers, "{planned:?}");
        let demand = Demand::new(planned.expected, 3_600.0, 300.0).unwrap();
        let average = ErlangA::fewest(demand, 900.0, goal).unwrap().unwrap();
        assert!(planned.officers >= average.officers(), "{planned:?}");
        more += planned.officers - average.officers();
    }
    assert!(more >= 3, "{more}");
    let chance = Chance::from_seed([2; 32]);
    let tried = |plan: &[_]| forecast.tried(&work, plan, 60, &chance).unwrap();
    let enough = tried(&plan);
    assert!(enough >= 0.85, "{enough}");
    let fewer: Vec<_> = plan
        .iter()
        .map(|planned| routing::forecast::Planned { officers: planned.officers / 2, ..*planned })
        .collect();
    assert!(tried(&fewer) < 0.3);
}
