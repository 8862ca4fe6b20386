//! Quick dice for simulations: seeded from a [`Chance`], and no secret to anybody.

use super::span;
use terms::Chance;

/// How long something takes, in seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spread {
    /// Always the same.
    Fixed(f64),
    /// With this mean, and without memory.
    Exponential(f64),
    /// With this mean and this standard deviation as a share of it, as most services are.
    LogNormal {
        /// The mean.
        mean_s: f64,
        /// Its standard deviation, over the mean.
        variation: f64,
    },
}

impl Spread {
    pub(super) fn sound(self) -> bool {
        match self {
            Self::Fixed(mean) | Self::Exponential(mean) => span(mean),
            Self::LogNormal { mean_s, variation } => span(mean_s) && (0.0..=100.0).contains(&variation),
        }
    }
}

/// xoshiro256++. Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021).
#[derive(Debug, Clone)]
pub(super) struct Dice {
    state: [u64; 4],
}

impl Dice {
    pub(super) fn new(chance: &Chance) -> Self {
        let bytes: [[u8; 8]; 4] = std::array::from_fn(|_| chance.bytes());
        let state = bytes.map(u64::from_le_bytes);
        // All zeros would stay zeros.
        Self { state: if state == [0; 4] { [1; 4] } else { state } }
    }

    fn next(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.state;
        let drawn = a.wrapping_add(*d).rotate_left(23).wrapping_add(*a);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        drawn
    }

    /// A number above 0 and up to 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit exactly")]
    pub(super) fn share(&mut self) -> f64 {
        const STEP: f64 = 1.0 / (1_u64 << 53) as f64;
        ((self.next() >> 11) + 1) as f64 * STEP
    }

    /// A span without memory, with mean 1.
    pub(super) fn exponential(&mut self) -> f64 {
        -self.share().ln()
    }

    /// Source: Box and Muller, "A note on the generation of random normal deviates", 1958.
    fn normal(&mut self) -> f64 {
        (2.0 * self.exponential()).sqrt() * (std::f64::consts::TAU * self.share()).cos()
    }

    /// How long something takes this time.
    pub(super) fn draw(&mut self, spread: Spread) -> f64 {
        match spread {
            Spread::Fixed(seconds) => seconds,
            Spread::Exponential(mean) => mean * self.exponential(),
            Spread::LogNormal { mean_s, variation } => {
                let variance = (variation * variation).ln_1p();
                mean_s * (variance.sqrt() * self.normal() - variance / 2.0).exp()
            }
        }
    }
}
