//! How quickly questions of staffing are answered, and days are simulated: `cargo bench -p routing`.
//!
//! Prints a line for each: what was measured, how often, the nanoseconds for each, and what came out.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement reads the clock and tells what it found"
)]

use routing::next::Rule;
use routing::simulate::{Group, Office, Service, Spread};
use routing::staff::{Demand, ErlangA, ErlangC, Goal};
use std::hint::black_box;
use std::time::{Duration, Instant};
use terms::Chance;

/// How long each is repeated.
const LONG: Duration = Duration::from_secs(2);
const HOUR: f64 = 3_600.0;
const HOURS: usize = 2_000;

fn main() {
    for calls in [100.0, 500.0, 20_000.0] {
        staffing(calls);
    }
    simulation("one service", &one_service(HOURS));
    simulation("one service, impatient people", &impatient(HOURS));
    simulation("three services, four groups", &mixed(HOURS));
}

/// Repeats something, and tells how long each took.
fn measure(what: &str, mut once: impl FnMut() -> (u64, String)) {
    let (started, mut done) = (Instant::now(), 0);
    let out = loop {
        let (so_many, out) = once();
        done += so_many;
        if started.elapsed() >= LONG {
            break out;
        }
    };
    let nanos = started.elapsed().as_nanos() / u128::from(done.max(1));
    println!("{what}\t{done}\t{nanos}\t{out}");
}

fn staffing(calls: f64) {
    let (Ok(demand), Ok(goal)) = (Demand::new(calls, 1_800.0, 180.0), Goal::new(0.8, 20.0)) else { return };
    measure(&format!("Erlang C, {calls} calls"), || {
        let line = ErlangC::fewest(black_box(demand), black_box(goal));
        (1, line.map_or(0, |line| line.officers()).to_string())
    });
    measure(&format!("Erlang A, {calls} calls"), || {
        let line = ErlangA::fewest(black_box(demand), black_box(300.0), black_box(goal));
        (1, line.ok().flatten().map_or(0, |line| line.officers()).to_string())
    });
}

fn simulation(what: &str, office: &Office) {
    let chance = Chance::from_seed([7; 32]);
    measure(&format!("Simulated customers, {what}"), || {
        let day = office.simulate(&chance.fork());
        let arrived = day.map_or(0, |day| day.services.iter().map(|service| service.arrived).sum());
        (arrived, String::new())
    });
}

fn service(hours: usize, calls: f64) -> Service {
    Service {
        arrivals: vec![calls; hours],
        handling: Spread::Exponential(180.0),
        patience: None,
        target_s: 20.0,
        raised: 0.0,
        waiting_s: Vec::new(),
    }
}

fn group(hours: usize, services: &[usize], open: u32) -> Group {
    Group { services: services.to_vec(), open: vec![open; hours], busy_s: Vec::new() }
}

fn one_service(hours: usize) -> Office {
    Office {
        interval_s: HOUR,
        services: vec![service(hours, 950.0)],
        groups: vec![group(hours, &[0], 50)],
        rule: Rule::default(),
    }
}

fn impatient(hours: usize) -> Office {
    let mut office = one_service(hours);
    office.services[0].patience = Some(Spread::Exponential(300.0));
    office
}

fn mixed(hours: usize) -> Office {
    let mut office = impatient(hours);
    office.services = [300.0, 300.0, 350.0].map(|calls| service(hours, calls)).to_vec();
    for service in &mut office.services {
        service.handling = Spread::LogNormal { mean_s: 180.0, variation: 1.0 };
        service.patience = Some(Spread::Exponential(300.0));
        service.raised = 0.1;
    }
    office.groups = vec![
        group(hours, &[0], 12),
        group(hours, &[0, 1], 13),
        group(hours, &[1, 2], 13),
        group(hours, &[0, 1, 2], 12),
    ];
    office
}
