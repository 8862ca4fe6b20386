//! A simulated office against the formulas that hold for it, and against what must hold for any.

use proptest::prelude::*;
use routing::next::Rule;
use routing::simulate::{Group, Impossible, Office, Served, Service, Shift, Spread, Wanted, open};
use routing::staff::{Demand, ErlangA, ErlangC, Goal};
use terms::Chance;

const HOUR: f64 = 3_600.0;

fn service(arrivals: Vec<f64>, handling_s: f64) -> Service {
    let handling = Spread::Exponential(handling_s);
    Service { arrivals, handling, patience: None, target_s: 20.0, raised: 0.0, waiting_s: Vec::new() }
}

fn group(services: &[usize], open: Vec<u32>) -> Group {
    Group { services: services.to_vec(), open, busy_s: Vec::new() }
}

/// One service and one group, in hours that are all alike.
fn steady(hours: usize, calls: f64, officers: u32) -> Office {
    Office {
        interval_s: HOUR,
        services: vec![service(vec![calls; hours], 180.0)],
        groups: vec![group(&[0], vec![officers; hours])],
        rule: Rule::default(),
    }
}

fn day(office: &Office, seed: u8) -> Vec<Served> {
    office.simulate(&Chance::from_seed([seed; 32])).unwrap().services
}

#[track_caller]
fn near(got: Option<f64>, expected: f64, off: f64) {
    assert!((got.unwrap() - expected).abs() <= off, "{got:?} is not {expected} ± {off}");
}

#[test]
fn an_office_where_everybody_stays_is_erlang_c() {
    let office = steady(1_000, 200.0, 14);
    let day = office.simulate(&Chance::from_seed([3; 32])).unwrap();
    let formula = ErlangC::new(Demand::new(200.0, HOUR, 180.0).unwrap(), 14).figures(20.0);
    let served = &day.services[0];
    near(served.service_level(), formula.service_level, 0.01);
    near(served.mean_wait_s(), formula.mean_wait_s, 0.8);
    near(day.groups[0].occupancy(), formula.occupancy, 0.01);
    // One who waits at all waits on average as long as one officer's share: 45 s. So of the 17.4 % who do, a tenth
    // waits longer than 104 s.
    near(served.wait_s(1.0 - formula.waits / 10.0), 45.0 * 10_f64.ln(), 6.0);
    assert_eq!(served.wait_s(0.5), Some(0.0));
}

#[test]
fn an_office_that_impatient_people_leave_is_erlang_a() {
    let mut office = steady(1_000, 200.0, 10);
    office.services[0].patience = Some(Spread::Exponential(300.0));
    let served = &day(&office, 4)[0];
    let formula = ErlangA::new(Demand::new(200.0, HOUR, 180.0).unwrap(), 300.0, 10).unwrap().figures(20.0);
    near(served.service_level(), formula.service_level, 0.01);
    near(served.abandons(), formula.abandons, 0.005);
    near(served.mean_wait_s(), formula.answered_wait_s, 1.5);
}

#[test]
fn steady_service_halves_the_wait_as_pollaczek_and_khinchine_say() {
    let mut office = steady(3_000, 16.0, 1);
    office.services[0].handling = Spread::Fixed(180.0);
    near(day(&office, 5)[0].mean_wait_s(), 0.8 * 180.0 / (2.0 * 0.2), 25.0);
    office.services[0].handling = Spread::LogNormal { mean_s: 180.0, variation: 1.0 };
    near(day(&office, 5)[0].mean_wait_s(), 0.8 * 180.0 / 0.2, 70.0);
}

#[test]
fn services_share_officers_in_proportion_to_their_targets() {
    let mut office = steady(400, 150.0, 0);
    office.groups = vec![group(&[0, 1], vec![15; 400])];
    office.services.push(service(vec![145.0; 400], 180.0));
    (office.services[0].target_s, office.services[1].target_s) = (300.0, 900.0);
    let day = day(&office, 6);
    let [quick, slow] = [0, 1].map(|service| day[service].mean_wait_s().unwrap());
    assert!((2.4..3.6).contains(&(slow / quick)), "{quick} {slow}");
}

#[test]
fn priority_goes_first_and_skills_are_kept() {
    let mut office = steady(200, 150.0, 0);
    office.services.push(service(vec![10.0; 200], 180.0));
    office.groups = vec![group(&[0], vec![8; 200]), group(&[1], vec![1; 200])];
    let apart = day(&office, 7);
    office.groups[1] = group(&[0, 1], vec![1; 200]);
    let shared = day(&office, 7);
    assert!(shared[0].mean_wait_s() < apart[0].mean_wait_s());
    office.services[1].raised = 1.0;
    assert!(day(&office, 7)[1].mean_wait_s() < shared[1].mean_wait_s());
}

#[test]
fn whoever_is_there_already_is_served_and_nobody_comes_after_the_last_interval() {
    let mut office = steady(1, 0.0, 1);
    office.services[0].handling = Spread::Fixed(60.0);
    office.services[0].waiting_s = vec![600.0, 300.0];
    office.groups[0].busy_s = vec![30.0];
    let day = office.simulate(&Chance::from_seed([1; 32])).unwrap();
    assert_eq!((day.services[0].arrived, day.services[0].served), (2, 2));
    near(day.services[0].mean_wait_s(), f64::midpoint(630.0, 390.0), 0.001);
    near(day.groups[0].occupancy(), 150.0 / HOUR, 1e-6);
    office.groups[0] = group(&[0], vec![0]);
    let served = &self::day(&office, 1)[0];
    assert_eq!((served.unserved, served.wait_s(0.5), served.mean_wait_s()), (2, None, None));
}

#[test]
fn breaks_leave_gaps_in_the_plan() {
    let shift = |from: f64, to: f64, rest: f64| Shift {
        from_s: from * HOUR,
        to_s: to * HOUR,
        breaks_s: vec![(rest * HOUR, (rest + 1.0) * HOUR)],
    };
    assert_eq!(open(&[shift(0.0, 5.0, 2.0), shift(1.0, 4.0, 3.0)], HOUR, 6), [1, 2, 1, 1, 1, 0]);
}

/// Billing and technical calls, and officers for the one, for the other, and for both.
fn two_skills() -> Office {
    let mut office = steady(200, 0.0, 0);
    // By Erlang C, five officers and three officers serve 80 % within 20 s.
    office.services = vec![service(vec![44.0; 200], 240.0), service(vec![11.0; 200], 360.0)];
    office.groups = vec![group(&[0], vec![0; 200]), group(&[1], vec![0; 200]), group(&[0, 1], vec![0; 200])];
    office
}

#[test]
fn pyworkforce_lets_one_officer_serve_two_at_once_and_simulation_does_not() {
    let fewest = |calls, handling| {
        let demand = Demand::new(calls, HOUR, handling).unwrap();
        ErlangC::fewest(demand, Goal::new(0.8, 20.0).unwrap()).unwrap().officers()
    };
    assert_eq!((fewest(44.0, 240.0), fewest(11.0, 360.0)), (5, 3));
    // Its answer for five and three, at 1, 1 and 1.5 an officer: two for billing, three for both, at a cost of 6.5.
    let mut office = two_skills();
    (office.groups[0].open, office.groups[2].open) = (vec![2; 200], vec![3; 200]);
    let tried = day(&office, 8);
    assert!(tried.iter().any(|served| served.service_level() < Some(0.8)));
    // Apart, five and three at a cost of 8 are enough; a mix is cheaper than that, and dearer than 6.5 may be.
    let wanted = Wanted { levels: &[0.8, 0.8], costs: &[1.0, 1.0, 1.5] };
    let mix = office.mix(wanted, &Chance::from_seed([8; 32])).unwrap().unwrap();
    assert!(mix.levels.iter().all(|level| *level >= 0.8), "{mix:?}");
    assert!(mix.cost > 6.5 && mix.cost <= 8.0, "{mix:?}");
}

#[test]
fn one_group_takes_as_many_as_erlang_c_says() {
    let office = steady(500, 200.0, 0);
    let wanted = Wanted { levels: &[0.8], costs: &[1.0] };
    let mix = office.mix(wanted, &Chance::from_seed([1; 32])).unwrap().unwrap();
    assert!(matches!(mix.officers[..], [13 | 14]), "{mix:?}");
    let nobody = Wanted { levels: &[1.0], costs: &[1.0] };
    assert_eq!(office.mix(nobody, &Chance::from_seed([1; 32])), Err(Impossible::Number));
    let mut unskilled = office;
    unskilled.groups[0].services.clear();
    assert_eq!(unskilled.mix(wanted, &Chance::from_seed([1; 32])), Ok(None));
}

#[test]
fn what_cannot_be_tried_is_refused() {
    let good = steady(2, 10.0, 1);
    let tried = |change: &dyn Fn(&mut Office)| {
        let mut office = good.clone();
        change(&mut office);
        office.simulate(&Chance::from_seed([1; 32])).map(|_| ())
    };
    assert_eq!(tried(&|_| {}), Ok(()));
    assert_eq!(tried(&|office| office.services.clear()), Err(Impossible::Size));
    assert_eq!(tried(&|office| office.groups[0].open = vec![1]), Err(Impossible::Intervals));
    assert_eq!(tried(&|office| office.groups[0].services = vec![1]), Err(Impossible::Skill));
    for number in [f64::NAN, f64::INFINITY, -1.0] {
        assert_eq!(tried(&|office| office.interval_s = number), Err(Impossible::Number));
        assert_eq!(tried(&|office| office.services[0].arrivals[1] = number), Err(Impossible::Number));
        assert_eq!(tried(&|office| office.services[0].target_s = number), Err(Impossible::Number));
        assert_eq!(
            tried(&|office| office.services[0].handling = Spread::Fixed(number)),
            Err(Impossible::Number)
        );
    }
    assert_eq!(tried(&|office| office.services[0].arrivals[0] = 1e9), Err(Impossible::Number));
}

proptest! {
    #[test]
    fn nobody_is_lost_and_the_same_seed_gives_the_same_day(
        seed in any::<u8>(), calls in prop::collection::vec(0.0_f64..300.0, 1..6), officers in 0_u32..20,
        patience in prop::option::of(0.0_f64..900.0), skills in any::<[bool; 3]>(), raised in 0.0_f64..1.0,
    ) {
        let mut office = steady(calls.len(), 0.0, officers);
        let arrivals = calls.clone();
        let handling = Spread::LogNormal { mean_s: 200.0, variation: 1.5 };
        let patience = patience.map(Spread::Exponential);
        let waiting_s = vec![10.0, 5.0];
        office.services.push(Service { handling, patience, raised, waiting_s, ..service(arrivals, 0.0) });
        office.services[0].arrivals = calls.iter().rev().copied().collect();
        let does: Vec<usize> = (0..2).filter(|skill| skills[*skill]).collect();
        office.groups.push(group(&does, calls.iter().map(|calls| u32::from(*calls > 100.0) * 5).collect()));
        let whole = office.simulate(&Chance::from_seed([seed; 32])).unwrap();
        for served in &whole.services {
            prop_assert_eq!(served.arrived, served.served + served.abandoned + served.unserved);
            prop_assert!(served.in_time <= served.served);
        }
        let by_service: u64 = whole.services.iter().map(|served| served.served).sum();
        prop_assert_eq!(by_service, whole.groups.iter().map(|crew| crew.served).sum::<u64>());
        prop_assert_eq!(whole, office.simulate(&Chance::from_seed([seed; 32])).unwrap());
    }
}
