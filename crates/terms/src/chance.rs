//! Randomness as an argument: a seeded, cryptographically strong stream that an act carries with it.

use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::cell::{Cell, RefCell};

/// A stream of random bytes. The server seeds the first one from the operating system; all others are forks.
#[derive(Debug)]
pub struct Chance {
    stream: RefCell<ChaCha12Rng>,
    ids: Cell<u16>,
}

impl Chance {
    /// The stream that follows from a seed; the same seed gives the same bytes for ever.
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self { stream: RefCell::new(ChaCha12Rng::from_seed(seed)), ids: Cell::new(0) }
    }

    /// The next `N` bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.stream.borrow_mut().fill_bytes(&mut bytes);
        bytes
    }

    /// The random part of an id. It begins with a count, so that ids of one act and millisecond sort in the order in
    /// which they were made (RFC 9562, 6.2, method 1).
    pub(crate) fn for_id(&self) -> [u8; 10] {
        let mut bytes = self.bytes::<10>();
        let count = self.ids.get();
        self.ids.set(count.wrapping_add(1) & 0x0fff);
        [bytes[0], bytes[1]] = count.to_be_bytes();
        bytes
    }

    /// A whole number from 0 up to, but not including, `limit`; 0 when `limit` is 0.
    pub fn below(&self, limit: u64) -> u64 {
        let wide = u128::from(u64::from_le_bytes(self.bytes())) * u128::from(limit);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// An independent stream, seeded from this one.
    #[must_use]
    pub fn fork(&self) -> Self {
        Self::from_seed(self.bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_seed_same_bytes_and_forks_differ() {
        let (a, b) = (Chance::from_seed([1; 32]), Chance::from_seed([1; 32]));
        assert_eq!(a.bytes::<16>(), b.bytes::<16>());
        assert_ne!(a.fork().bytes::<16>(), a.bytes::<16>());
        assert!((0..1000).all(|_| a.below(7) < 7));
        assert_eq!(a.below(0), 0);
    }
}
