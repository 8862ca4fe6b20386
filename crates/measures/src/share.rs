//! A share of a count, and how sure one can be of it.

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// How many are meant.
    pub part: u64,
    /// Of how many.
    pub whole: u64,
}

/// Between which values a share lies, as ratios from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Share {
    /// A share; the part is never more than the whole.
    pub fn new(part: u64, whole: u64) -> Self {
        Self { part: part.min(whole), whole }
    }

    /// The ratio, or nothing of nothing.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn ratio(self) -> Option<f64> {
        (self.whole > 0).then(|| self.part as f64 / self.whole as f64)
    }

    /// The 95 % score interval. Source: Wilson, "Probable inference", JASA 22 (1927), 209-212.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn wilson(self) -> Option<Interval> {
        const Z: f64 = 1.959_963_984_540_054;
        let ratio = self.ratio()?;
        let n = self.whole as f64;
        let scale = 1.0 + Z * Z / n;
        let middle = (ratio + Z * Z / (2.0 * n)) / scale;
        let reach = Z / scale * (ratio * (1.0 - ratio) / n + Z * Z / (4.0 * n * n)).sqrt();
        Some(Interval { low: (middle - reach).max(0.0), high: (middle + reach).min(1.0) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn wilson_reference_values() {
        // Computed with 40 digits (mpmath).
        for (part, whole, low, high) in
            [(8, 10, 0.490_162, 0.943_318), (80, 100, 0.711_171, 0.866_633), (0, 20, 0.0, 0.161_125)]
        {
            let interval = Share::new(part, whole).wilson().unwrap();
            assert!((interval.low - low).abs() < 1e-6 && (interval.high - high).abs() < 1e-6, "{interval:?}");
        }
        assert_eq!(Share::new(0, 0).wilson(), None);
        assert_eq!(Share::new(0, 0).ratio(), None);
    }

    proptest! {
        #[test]
        fn the_interval_holds_the_ratio_and_shrinks(part in 0_u64..500, more in 0_u64..500) {
            let share = Share::new(part, part + more + 1);
            let (ratio, interval) = (share.ratio().unwrap(), share.wilson().unwrap());
            prop_assert!(interval.low <= ratio + 1e-12 && ratio <= interval.high + 1e-12);
            let larger = Share::new(share.part * 10, share.whole * 10).wilson().unwrap();
            prop_assert!(larger.high - larger.low < interval.high - interval.low);
        }
    }
}
