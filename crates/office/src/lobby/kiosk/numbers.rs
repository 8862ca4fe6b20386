//! Which numbers are whose: those that the house gives out, and those that each kiosk keeps for when it is alone.

use std::ops::RangeInclusive;

/// Up to this number the house gives them out in order.
const ORDINARY: u32 = 500;
/// Numbers of each letter that a kiosk may give out by itself on a day.
const BLOCK: u32 = 100;
/// Kiosks of an office that have numbers of their own.
pub const MOST_KIOSKS: u32 = 90;
/// The numbers that kiosks keep. After those before them, the house goes on with those that follow.
pub(in crate::lobby) const RESERVED: RangeInclusive<u32> = ORDINARY + 1..=ORDINARY + MOST_KIOSKS * BLOCK;

/// The numbers that a kiosk of an office may give out by itself, of each letter and on each day; none beyond the kiosks
/// that have some.
pub fn range(kiosk: u32) -> Option<RangeInclusive<u32>> {
    let before = (1..=MOST_KIOSKS).contains(&kiosk).then(|| ORDINARY + (kiosk - 1) * BLOCK)?;
    Some(before + 1..=before + BLOCK)
}

/// The number that the house gives out after another.
pub(in crate::lobby) const fn after(last: u32) -> u32 {
    if last == ORDINARY { *RESERVED.end() + 1 } else { last + 1 }
}

#[cfg(test)]
mod tests {
    use super::{MOST_KIOSKS, RESERVED, after, range};
    use proptest::prelude::*;

    #[test]
    fn the_first_kiosks_keep_the_five_hundreds_and_the_six_hundreds() {
        assert_eq!((range(1), range(2)), (Some(501..=600), Some(601..=700)));
        assert_eq!((range(0), range(MOST_KIOSKS + 1), range(u32::MAX)), (None, None, None));
        assert_eq!(range(MOST_KIOSKS).map(|range| *range.end()), Some(*RESERVED.end()));
        assert_eq!((after(0), after(499), after(500), after(9_501)), (1, 500, 9_501, 9_502));
    }

    proptest! {
        #[test]
        fn no_two_kiosks_share_a_number_and_the_house_gives_out_none_of_theirs(
            one in 1..=MOST_KIOSKS, other in 1..=MOST_KIOSKS, last in 0..20_000_u32,
        ) {
            let (first, second) = (range(one).unwrap(), range(other).unwrap());
            prop_assert_eq!(first.clone().any(|number| second.contains(&number)), one == other);
            prop_assert!(RESERVED.contains(first.start()) && RESERVED.contains(first.end()));
            if !RESERVED.contains(&last) {
                prop_assert!(!RESERVED.contains(&after(last)));
                prop_assert!(after(last) > last);
            }
        }
    }
}
