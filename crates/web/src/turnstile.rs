//! A turnstile: how often callers without a token may do something, counted by their address.

use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::net::IpAddr;
use std::sync::Mutex;

/// Callers that are counted.
const MOST_CALLERS: usize = 100_000;

type Callers = HashMap<IpAddr, (Timestamp, u32), BuildHasherDefault<DefaultHasher>>;

/// Lets each caller through so many times within a span.
pub(crate) struct Turnstile {
    most: u32,
    span: SignedDuration,
    callers: Mutex<Callers>,
}

impl Turnstile {
    pub(crate) fn new(most: u32, span: SignedDuration) -> Self {
        Self { most, span, callers: Mutex::default() }
    }

    /// Whether a caller may do it once more; if not, in how many seconds.
    pub(crate) fn pass(&self, caller: IpAddr, now: Timestamp) -> Result<(), u64> {
        let Ok(mut callers) = self.callers.lock() else { return Ok(()) };
        if callers.len() >= MOST_CALLERS {
            callers.retain(|_, (since, _)| now.duration_since(*since) < self.span);
            // So many at once are nobody who can be counted one by one.
            if callers.len() >= MOST_CALLERS {
                callers.clear();
            }
        }
        let (since, count) = callers.entry(network(caller)).or_insert((now, 0));
        let elapsed = now.duration_since(*since);
        if elapsed >= self.span || elapsed.is_negative() {
            (*since, *count) = (now, 0);
        }
        *count += 1;
        if *count <= self.most {
            return Ok(());
        }
        Err(u64::try_from((self.span - elapsed).as_secs()).unwrap_or(1).max(1))
    }
}

/// Whom an address stands for: one caller has 2^64 addresses of IPv6 (RFC 6177).
pub(crate) fn network(caller: IpAddr) -> IpAddr {
    match caller.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) >> 64 << 64).into()),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::Turnstile;
    use jiff::{SignedDuration, Timestamp};
    use std::net::IpAddr;

    #[test]
    fn each_caller_passes_so_often_and_again_when_the_span_is_over() {
        let turnstile = Turnstile::new(2, SignedDuration::from_mins(1));
        let at = |second| Timestamp::from_second(second).unwrap();
        let (mae, joe) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        assert_eq!(
            [0, 1, 20, 59].map(|second| turnstile.pass(mae, at(second))),
            [Ok(()), Ok(()), Err(40), Err(1)]
        );
        assert_eq!(turnstile.pass(joe, at(59)), Ok(()));
        assert_eq!(turnstile.pass(mae, at(60)), Ok(()));
        assert_eq!(turnstile.pass(mae, at(5)), Ok(()), "a clock that was set back counts anew");
    }
}
