//! A scale on which durations can be counted and added up without losing more than 1 % of their size.
//!
//! Source of the idea: Masson, Rim, Lee, "DDSketch", VLDB 2019: buckets of equal ratio bound the relative error of
//! every quantile, and counts of the same bucket simply add.

/// Neighbouring buckets differ by this ratio, so a bucket's middle is within 1 % of anything in it.
const RATIO: f64 = 1.02;

/// The scale of durations in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DurationScale;

impl DurationScale {
    /// The bucket of a duration; what took no time at all is in bucket 0.
    #[expect(clippy::cast_possible_truncation, reason = "a logarithm of seconds is a small number")]
    #[expect(clippy::cast_precision_loss, reason = "durations are far below 2^52 seconds")]
    pub fn bucket(seconds: i64) -> i64 {
        if seconds < 1 { 0 } else { (seconds as f64).ln().div_euclid(RATIO.ln()) as i64 + 1 }
    }

    /// The middle of a bucket, in seconds.
    #[expect(clippy::cast_precision_loss, reason = "buckets are small numbers")]
    pub fn seconds(bucket: i64) -> f64 {
        if bucket <= 0 { 0.0 } else { RATIO.powf(bucket as f64 - 0.5) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_bucket_tells_the_duration_within_one_percent(seconds in 1_i64..10_000_000_000) {
            let told = DurationScale::seconds(DurationScale::bucket(seconds));
            #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
            let exact = seconds as f64;
            prop_assert!((told / exact - 1.0).abs() <= 0.0101, "{seconds} s is told as {told}");
        }

        #[test]
        fn longer_is_never_in_an_earlier_bucket(a in 0_i64..10_000_000, more in 0_i64..10_000_000) {
            prop_assert!(DurationScale::bucket(a) <= DurationScale::bucket(a + more));
        }
    }

    #[test]
    fn nothing_is_nothing() {
        assert_eq!((DurationScale::bucket(0), DurationScale::bucket(-5)), (0, 0));
        assert!(DurationScale::seconds(0).abs() < f64::EPSILON);
    }
}
