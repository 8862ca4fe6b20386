//! The gamma distribution: a series below its middle, a continued fraction above.

use std::f64::consts::TAU;

/// Enough for shapes of a million.
const MOST_TERMS: u32 = 100_000;
const TINY: f64 = 1e-300;

/// The logarithm of the gamma function for numbers above 0, by Stirling's series.
fn ln_gamma(x: f64) -> f64 {
    const FAR: f64 = 12.0;
    let (mut far, mut product) = (x, 1.0);
    while far < FAR {
        product *= far;
        far += 1.0;
    }
    let square = (far * far).recip();
    let series = (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0))) / far;
    (far - 0.5) * far.ln() - far + 0.5 * TAU.ln() + series - product.ln()
}

/// How likely a gamma number of this shape, and of scale 1, is at most `x`.
pub(super) fn cumulative(shape: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let front = (shape * x.ln() - x - ln_gamma(shape)).exp();
    if x < shape + 1.0 {
        let (mut term, mut sum, mut at) = (shape.recip(), shape.recip(), shape);
        for _ in 0..MOST_TERMS {
            at += 1.0;
            term *= x / at;
            sum += term;
            if term < sum * f64::EPSILON {
                break;
            }
        }
        return (front * sum).min(1.0);
    }
    (1.0 - front * fraction(shape, x)).clamp(0.0, 1.0)
}

/// The continued fraction, by Lentz's way.
fn fraction(shape: f64, x: f64) -> f64 {
    let nonzero = |number: f64| if number.abs() < TINY { TINY } else { number };
    let mut below = x + 1.0 - shape;
    let (mut up, mut down) = (TINY.recip(), nonzero(below).recip());
    let mut so_far = down;
    for step in 1..MOST_TERMS {
        let step = f64::from(step);
        let above = -step * (step - shape);
        below += 2.0;
        down = nonzero(above * down + below).recip();
        up = nonzero(below + above / up);
        so_far *= down * up;
        if (down * up - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    so_far
}

/// The number that a gamma number of this shape does not exceed with this probability.
pub(super) fn quantile(shape: f64, probability: f64) -> f64 {
    let (mut low, mut high) = (0.0, shape + 50.0 * (shape.sqrt() + 1.0));
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if cumulative(shape, middle) < probability { low = middle } else { high = middle }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::{cumulative, ln_gamma, quantile};

    #[test]
    fn reference_values() {
        // Whole shapes are sums of Poisson terms, and ½ is the error function: exact by hand or by mpmath.
        for (shape, x, p) in [
            (1.0, 2.0, 1.0 - (-2.0_f64).exp()),
            (3.0, 2.5, 1.0 - (-2.5_f64).exp() * (1.0 + 2.5 + 3.125)),
            (3.0, 9.0, 1.0 - (-9.0_f64).exp() * (1.0 + 9.0 + 40.5)),
            (0.5, 0.5, 0.682_689_492_137_086),
        ] {
            assert!((cumulative(shape, x) - p).abs() < 1e-12, "{shape} {x}");
            assert!((quantile(shape, p) - x).abs() < 1e-9, "{shape} {p}");
        }
        assert!((ln_gamma(5.0) - 24.0_f64.ln()).abs() < 1e-12);
        assert!((cumulative(10_000.0, 10_000.0) - 0.501_329_8).abs() < 1e-6);
    }
}
