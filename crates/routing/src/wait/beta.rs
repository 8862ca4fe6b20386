//! The regularised incomplete beta function, which the wait in a line with impatient people follows.

/// The logarithm of the gamma function for positive numbers, to about fifteen digits (Lanczos 1964; coefficients by Godfrey).
pub(super) fn ln_gamma(x: f64) -> f64 {
    const FIRST: f64 = 0.999_999_999_999_809_9;
    const SERIES: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    let below = x - 1.0;
    let series: f64 = SERIES.iter().zip(1_u8..).map(|(part, step)| part / (below + f64::from(step))).sum();
    let shifted = below + 7.5;
    0.5 * std::f64::consts::TAU.ln() + (below + 0.5) * shifted.ln() - shifted + (FIRST + series).ln()
}

/// I of x with the parameters a and b, both above 0: the share of a beta distribution that lies below x.
pub(super) fn beta_share(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (-x).ln_1p()).exp();
    // The fraction converges quickly below the mean; above it, its mirror image does.
    let share = if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(1.0 - x, b, a) / b
    };
    share.clamp(0.0, 1.0)
}

/// Its continued fraction, by Lentz's method as Thompson and Barnett (1986) changed it.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let apart = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut over = 1.0;
    let mut under = apart(1.0 - (a + b) * x / (a + 1.0)).recip();
    let mut value = under;
    for step in (1..10_000).map(f64::from) {
        let even = step * (b - step) * x / ((a + 2.0 * step - 1.0) * (a + 2.0 * step));
        let odd = -(a + step) * (a + b + step) * x / ((a + 2.0 * step) * (a + 2.0 * step + 1.0));
        let before = value;
        for part in [even, odd] {
            under = apart(1.0 + part * under).recip();
            over = apart(1.0 + part / over);
            value *= under * over;
        }
        if (value - before).abs() <= 1e-15 * value.abs() {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gamma_gives_factorials_and_the_root_of_pi() {
        let mut factorial = 0.0;
        for n in 1..100 {
            factorial += f64::from(n).ln();
            assert!((ln_gamma(f64::from(n) + 1.0) - factorial).abs() < 1e-12 * factorial.max(1.0));
        }
        assert!((ln_gamma(0.5) - std::f64::consts::PI.sqrt().ln()).abs() < 1e-13);
    }

    /// With whole parameters it is a sum of binomial chances.
    #[test]
    fn the_share_is_the_binomial_sum() {
        for (a, b) in [(1_u32, 1_u32), (6, 40), (21, 40), (3, 2), (50, 7)] {
            for x in [0.001_f64, 0.05, 0.3, 0.5, 0.77, 0.999] {
                let tries = a + b - 1;
                let chance = |hits: u32| {
                    let ways = ln_gamma(f64::from(tries) + 1.0)
                        - ln_gamma(f64::from(hits) + 1.0)
                        - ln_gamma(f64::from(tries - hits) + 1.0);
                    (ways + f64::from(hits) * x.ln() + f64::from(tries - hits) * (1.0 - x).ln()).exp()
                };
                let known: f64 = (a..=tries).map(chance).sum();
                let found = beta_share(x, f64::from(a), f64::from(b));
                assert!((found - known).abs() < 1e-11, "I_{x}({a}, {b}) = {found}, not {known}");
            }
        }
    }
}
