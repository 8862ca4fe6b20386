//! How many officers: every value that others computed or published, to the digits that they printed.

use proptest::prelude::*;
use routing::staff::{
    Demand, ErlangA, ErlangC, Goal, Unsound, beta_for, erlang_b, fewest_without_line, halfin_whitt, normal,
    rostered, square_root,
};

/// Whether a number is the expected one, to one in the last of so many digits.
#[track_caller]
fn close(got: f64, expected: f64, digits: i32) {
    let unit = expected.abs().log10().floor() + 1.0 - f64::from(digits);
    assert!((got - expected).abs() <= 10_f64.powf(unit), "{got} is not {expected}");
}

/// A hundred calls in half an hour, three minutes each: ten erlangs.
fn ten_erlangs() -> Demand {
    Demand::new(100.0, 1_800.0, 180.0).unwrap()
}

#[test]
fn erlang_c_by_mpmath_with_40_digits_and_at_14_by_pyworkforce_and_r() {
    for (officers, waits, level, asa) in [
        (11, 0.682_118_204_689, 0.389_613_811_729, 122.781_276_844),
        (12, 0.449_388_224_298, 0.640_158_040_374, 40.444_940_186_8),
        (13, 0.285_270_453_036, 0.795_594_788_418, 17.116_227_182_2),
        (14, 0.174_131_933_595, 0.888_350_019_179, 7.835_937_011_78),
        (15, 0.102_042_367_008, 0.941_452_842_869, 3.673_525_212_29),
        (16, 0.057_340_330_903_4, 0.970_560_492_503, 1.720_209_927_1),
    ] {
        let figures = ErlangC::new(ten_erlangs(), officers).figures(20.0);
        close(figures.waits, waits, 12);
        close(figures.service_level, level, 12);
        close(figures.mean_wait_s, asa, 11);
        close(figures.occupancy, 10.0 / f64::from(officers), 12);
        close(figures.queue, figures.waits * 10.0 / (f64::from(officers) - 10.0), 12);
    }
    let c = |officers, load: f64| ErlangC::new(Demand::new(load, 1.0, 1.0).unwrap(), officers).waits();
    close(c(2, 1.0), 1.0 / 3.0, 15);
    close(c(5, 3.0), 0.236_151_603_498_542, 15);
    close(c(10, 5.0), 0.036_105_359_158_320_2, 15);
    close(c(30, 25.0), 0.249_893_166_886_907, 14);
    close(c(100, 90.0), 0.216_940_480_906_366, 14);
}

#[test]
fn erlang_b_by_the_tables() {
    close(erlang_b(5, 3.0), 0.110_054_347_826_087, 15);
    close(erlang_b(10, 5.0), 0.018_384_570_336_648_1, 15);
    close(erlang_b(17, 10.0), 0.012_948_875_224_726_6, 14);
    close(erlang_b(100, 90.0), 0.026_957_380_464_359_2, 14);
    assert_eq!(fewest_without_line(10.0, 0.02), Some(17));
}

#[test]
fn erlang_a_by_mpmath_with_40_digits() {
    let minute = 60.0;
    for (officers, waits, abandons, mean_wait, level) in [
        (8, 0.847_569_769_74, 0.231_864_134_687, 1.159_320_673_43, 0.226_451_821_159),
        (10, 0.599_433_318_028, 0.109_437_999_559, 0.547_189_997_793, 0.516_810_168_64),
        (12, 0.331_802_035_544, 0.042_711_105_698_6, 0.213_555_528_493, 0.772_279_307_716),
        (14, 0.145_260_114_296, 0.013_983_744_122_4, 0.069_918_720_612, 0.916_792_091_864),
    ] {
        let figures = ErlangA::new(ten_erlangs(), 5.0 * minute, officers).unwrap().figures(20.0);
        close(figures.waits, waits, 11);
        close(figures.abandons, abandons, 12);
        close(figures.mean_wait_s / minute, mean_wait, 11);
        close(figures.service_level, level, 11);
    }
    let demand = Demand::new(48.0, 1.0, 1.0).unwrap();
    let figures = ErlangA::new(demand, 2.0, 50).unwrap().figures(0.1);
    close(figures.waits, 0.467_774_068_554, 12);
    close(figures.abandons, 0.030_912_249_162_2, 12);
    close(figures.mean_wait_s, 0.061_824_498_324_4, 12);
    close(figures.service_level, 0.738_621_717_938, 12);
}

#[test]
fn people_as_impatient_as_they_are_quickly_served_are_poisson() {
    let demand = Demand::new(10.0, 1.0, 1.0).unwrap();
    let figures = ErlangA::new(demand, 1.0, 10).unwrap().figures(0.1);
    close(figures.waits, 0.542_070_285_528, 12);
    close(figures.abandons, 0.125_110_035_721, 12);
    close(figures.mean_wait_s, 0.125_110_035_721, 12);
}

#[test]
fn pyworkforce_takes_the_wait_of_all_for_that_of_the_answered_and_we_say_both() {
    // The wait of whoever is served, integrated with 30 digits (mpmath).
    for (officers, answered, all) in
        [(8, 71.294_640_884_741_6, 69.559_240_406), (12, 11.861_419_471_408_3, 12.813_331_709_6)]
    {
        let figures = ErlangA::new(ten_erlangs(), 300.0, officers).unwrap().figures(20.0);
        close(figures.answered_wait_s, answered, 14);
        close(figures.mean_wait_s, all, 11);
    }
}

#[test]
fn the_fewest_officers_depend_on_what_is_counted() {
    let goal = Goal::new(0.8, 20.0).unwrap();
    assert_eq!(ErlangC::fewest(ten_erlangs(), goal).map(|line| line.officers()), Some(14));
    // Whoever gives it ten years is served by whoever can keep up.
    let decade = Goal::new(0.8, 3e8).unwrap();
    assert_eq!(ErlangC::fewest(ten_erlangs(), decade).map(|line| line.officers()), Some(11));
    let officers = |share| {
        let goal = Goal::new(share, 20.0).unwrap();
        ErlangA::fewest(ten_erlangs(), 300.0, goal).unwrap().map(|line| line.officers())
    };
    // 77 % of all who come, with twelve; 80 % of those who stay.
    assert_eq!((officers(0.77), officers(0.8)), (Some(12), Some(13)));
    let twelve = ErlangA::new(ten_erlangs(), 300.0, 12).unwrap().figures(20.0);
    assert!(twelve.service_level / (1.0 - twelve.abandons) >= 0.8);
}

#[test]
fn halfin_and_whitt_and_the_square_root() {
    for (beta, waits) in [(0.5, 0.504_539), (1.0, 0.223_361), (1.5, 0.084_690_4), (2.0, 0.026_881_4)] {
        close(halfin_whitt(beta), waits, 6);
        close(beta_for(waits), beta, 5);
    }
    close(square_root(100.0, 1.5), 115.0, 12);
    // A large office is what the limit says of it.
    let large = ErlangC::new(Demand::new(10_000.0, 1.0, 1.0).unwrap(), 10_100);
    assert!((large.waits() - halfin_whitt(1.0)).abs() < 0.003, "{}", large.waits());
    for (x, p) in [
        (0.0, 0.5),
        (1.0, 0.841_344_746_068_543),
        (-3.0, 0.001_349_898_031_630_09),
        (5.0, 0.999_999_713_348_428),
    ] {
        close(normal(x), p, 13);
    }
}

#[test]
fn the_roster_is_longer_than_the_counters() {
    assert_eq!(rostered(14, 0.3), Ok(20));
    assert_eq!(rostered(14, 0.0), Ok(14));
    assert_eq!(rostered(15, 0.3), Ok(22));
    assert_eq!((1..200_000).find(|officers| rostered(*officers, 0.5) != Ok(officers * 2)), None);
    for shrinkage in [1.0, -0.1, f64::NAN, f64::INFINITY] {
        assert_eq!(rostered(14, shrinkage), Err(Unsound::Share));
    }
}

#[test]
fn thousands_of_officers_are_as_exact_as_ten() {
    let country = Demand::new(5_000.0 * 1_800.0 / 180.0, 1_800.0, 180.0).unwrap();
    let line = ErlangC::fewest(country, Goal::new(0.8, 20.0).unwrap()).unwrap();
    assert!((5_000..5_100).contains(&line.officers()), "{}", line.officers());
    let patient = ErlangA::new(country, 300_000_000.0, line.officers()).unwrap().figures(20.0);
    let waiting = line.figures(20.0);
    assert!((patient.service_level - waiting.service_level).abs() < 1e-4, "{patient:?} {waiting:?}");
    // Far too few: almost everybody leaves, and nothing breaks.
    let few = ErlangA::new(country, 300.0, 10).unwrap().figures(20.0);
    assert!((few.abandons - (1.0 - 10.0 / 5_000.0)).abs() < 1e-9 && few.service_level < 0.01, "{few:?}");
    assert!(few.answered_wait_s > 300.0 * 4.0, "{few:?}");
    let none = ErlangA::new(country, 300.0, 0).unwrap().figures(20.0);
    assert!((none.abandons - 1.0).abs() < 1e-9 && none.service_level < 1e-9, "{none:?}");
    let all = ErlangA::new(country, 300.0, 20_000).unwrap().figures(20.0);
    assert!(all.waits.abs() < 1e-12 && all.service_level >= 1.0 - 1e-12, "{all:?}");
}

#[test]
fn what_cannot_be_is_refused() {
    for arrivals in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(Demand::new(arrivals, 1_800.0, 180.0), Err(Unsound::Arrivals));
    }
    for span in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e10] {
        assert_eq!(Demand::new(100.0, span, 180.0), Err(Unsound::Span));
        assert_eq!(Demand::new(100.0, 1_800.0, span), Err(Unsound::Span));
        assert_eq!(ErlangA::new(ten_erlangs(), span, 14), Err(Unsound::Span));
        assert!(span == 0.0 || Goal::new(0.8, span).is_err());
    }
    for share in [0.0, 1.0, 1.5, -0.1, f64::NAN] {
        assert_eq!(Goal::new(share, 20.0), Err(Unsound::Share));
    }
    assert_eq!(Demand::new(1e300, 1.0, 1.0), Err(Unsound::Load));
}

proptest! {
    #[test]
    fn more_officers_serve_better_and_the_fewest_are_the_fewest(
        load in 0.01_f64..300.0, patience in 1.0_f64..5_000.0, share in 0.05_f64..0.99, within in 0.0_f64..600.0,
    ) {
        let demand = Demand::new(load, 180.0, 180.0).unwrap();
        let goal = Goal::new(share, within).unwrap();
        let level = |officers| ErlangA::new(demand, patience, officers).unwrap().service_level(within);
        let fewest = ErlangA::fewest(demand, patience, goal).unwrap().unwrap().officers();
        prop_assert!(level(fewest) >= share && level(fewest - 1) < share);
        prop_assert!(level(fewest + 1) >= level(fewest) - 1e-12);
        let fewest = ErlangC::fewest(demand, goal).unwrap().officers();
        prop_assert!(ErlangC::new(demand, fewest).service_level(within) >= share);
        prop_assert!(ErlangC::new(demand, fewest - 1).service_level(within) < share);
    }

    #[test]
    fn figures_are_shares_whatever_is_asked(
        arrivals in 1e-6_f64..1e6, interval in 1.0_f64..1e5, handling in 0.1_f64..1e5,
        patience in 0.001_f64..1e6, officers in 0_u32..3_000,
    ) {
        let Ok(demand) = Demand::new(arrivals, interval, handling) else { return Ok(()) };
        for figures in [
            ErlangC::new(demand, officers).figures(20.0),
            ErlangA::new(demand, patience, officers).unwrap().figures(20.0),
        ] {
            for share in [figures.waits, figures.service_level, figures.abandons, figures.occupancy] {
                prop_assert!((-1e-9..=1.0 + 1e-9).contains(&share), "{:?}", figures);
            }
            prop_assert!(figures.mean_wait_s >= 0.0 && figures.answered_wait_s >= 0.0, "{:?}", figures);
        }
    }
}
