//! What a day came to.

/// Steps of the scale of waits within each doubling; a step is at most 1.6 % wide.
const STEPS: u32 = 64;
/// Up to the longest span that a number holds.
const BUCKETS: usize = 58 * STEPS as usize + STEPS as usize;

/// What a day came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    /// For each service.
    pub services: Vec<Served>,
    /// For each group of officers.
    pub groups: Vec<Crewed>,
}

/// How those fared who came for one service.
#[derive(Debug, Clone, PartialEq)]
pub struct Served {
    /// How many came, with those who were there already.
    pub arrived: u64,
    /// How many were served.
    pub served: u64,
    /// How many left before.
    pub abandoned: u64,
    /// How many waited until the last officer had gone.
    pub unserved: u64,
    /// How many were served within the target.
    pub in_time: u64,
    waited_us: u128,
    waits: Vec<u64>,
}

/// How a group of officers spent its time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Crewed {
    /// How many it served.
    pub served: u64,
    pub(super) busy_us: i128,
    pub(super) idle_us: i128,
}

#[expect(clippy::cast_precision_loss, reason = "counts and sums are told to a few digits")]
fn over(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

impl Served {
    pub(super) fn new() -> Self {
        let waits = vec![0; BUCKETS];
        Self { arrived: 0, served: 0, abandoned: 0, unserved: 0, in_time: 0, waited_us: 0, waits }
    }

    pub(super) fn serve(&mut self, waited_us: i64, target_us: i64) {
        let waited = waited_us.max(0).unsigned_abs();
        self.served += 1;
        self.in_time += u64::from(waited_us <= target_us);
        self.waited_us += u128::from(waited);
        if let Some(bucket) = self.waits.get_mut(bucket(waited)) {
            *bucket += 1;
        }
    }

    /// The share of all who came that was served within the target.
    pub fn service_level(&self) -> Option<f64> {
        over(self.in_time, self.arrived)
    }

    /// The share of all who came that left.
    pub fn abandons(&self) -> Option<f64> {
        over(self.abandoned, self.arrived)
    }

    /// The mean wait of those who were served.
    #[expect(clippy::cast_precision_loss, reason = "told to a few digits")]
    pub fn mean_wait_s(&self) -> Option<f64> {
        (self.served > 0).then(|| self.waited_us as f64 / 1e6 / self.served as f64)
    }

    /// The wait that this share of those who were served did not exceed, to 1.6 %.
    #[expect(clippy::cast_precision_loss, reason = "told to a few digits")]
    pub fn wait_s(&self, share: f64) -> Option<f64> {
        let wanted = share.clamp(0.0, 1.0) * self.served as f64;
        let mut so_far = 0;
        let reached = self.waits.iter().position(|count| {
            so_far += count;
            so_far > 0 && so_far as f64 >= wanted
        });
        reached.map(|bucket| longest(bucket) as f64 / 1e6)
    }
}

impl Crewed {
    /// The share of their time in which they served.
    #[expect(clippy::cast_precision_loss, reason = "told to a few digits")]
    pub fn occupancy(&self) -> Option<f64> {
        let all = self.busy_us + self.idle_us;
        (all > 0).then(|| self.busy_us as f64 / all as f64)
    }
}

/// On which step of the scale a wait lies: each up to 128 has its own, then 64 to each doubling.
fn bucket(waited_us: u64) -> usize {
    let shift = (u64::BITS - waited_us.leading_zeros()).saturating_sub(7);
    shift as usize * STEPS as usize + usize::try_from(waited_us >> shift).unwrap_or(0)
}

/// The longest wait on a step.
fn longest(bucket: usize) -> u64 {
    let steps = STEPS as usize;
    let shift = (bucket / steps).saturating_sub(1);
    let first = (bucket - shift * steps) as u64;
    ((first + 1) << shift).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::{BUCKETS, bucket, longest};

    #[test]
    fn steps_follow_each_other_without_a_gap() {
        for waited in (0..5_000).chain([86_400_000_000, 316_000_000_000_000, u64::MAX / 2]) {
            let step = bucket(waited);
            assert!(step < BUCKETS && longest(step) >= waited, "{waited}");
            assert!(step == 0 || longest(step - 1) < waited, "{waited}");
            assert!(longest(step) - waited <= waited / 64, "{waited}");
        }
    }
}
