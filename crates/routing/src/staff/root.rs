//! The square-root rule: spare officers grow with the root of the load.

use std::f64::consts::TAU;

/// So many officers for a load in erlangs; `beta` is how generous.
pub fn square_root(load: f64, beta: f64) -> f64 {
    load + beta * load.sqrt()
}

/// The share that has to wait in a large office. Source: Halfin and Whitt, "Heavy-traffic limits for queues with many
/// exponential servers", Operations Research 29 (1981).
pub fn halfin_whitt(beta: f64) -> f64 {
    (1.0 + beta * normal(beta) / density(beta)).recip()
}

/// How generous to be so that no more than this share has to wait.
pub fn beta_for(waits: f64) -> f64 {
    // Beyond these two, everybody waits or nobody does.
    let (mut low, mut high) = (1e-9, 30.0);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if halfin_whitt(middle) > waits { low = middle } else { high = middle }
    }
    high
}

fn density(x: f64) -> f64 {
    (-x * x / 2.0).exp() / TAU.sqrt()
}

/// The normal distribution: a series near the middle, a continued fraction far out.
pub fn normal(x: f64) -> f64 {
    const NEAR: f64 = 4.0;
    if x.abs() >= NEAR {
        let tail = density(x) / (1..=60).rev().fold(x.abs(), |rest, step| x.abs() + f64::from(step) / rest);
        return if x > 0.0 { 1.0 - tail } else { tail };
    }
    let (mut term, mut sum, mut odd) = (x, x, 1.0);
    while term.abs() > f64::EPSILON * f64::EPSILON * x.abs() {
        odd += 2.0;
        term *= x * x / odd;
        sum += term;
    }
    0.5 + density(x) * sum
}
