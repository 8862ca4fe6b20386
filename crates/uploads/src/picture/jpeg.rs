//! A JPEG's segments: whether it came whole, and how often a decoder would have to go over it.

use crate::Unfit;

/// The most scans of a JPEG that comes in coarse first and fine later. Encoders write about ten; each costs a walk over
/// the whole picture, however few bytes it has.
pub const MOST_SCANS: usize = 50;

const START_OF_SCAN: u8 = 0xda;
const END_OF_IMAGE: u8 = 0xd9;

/// Refuses what has no end, as a decoder would paint the missing part grey; and what has too many scans.
pub(super) fn check(bytes: &[u8]) -> Result<(), Unfit> {
    let scans = scans(bytes).ok_or(Unfit::Broken)?;
    if (1..=MOST_SCANS).contains(&scans) { Ok(()) } else { Err(Unfit::Broken) }
}

/// How many scans stand before the end, if there is an end.
fn scans(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    let mut scans = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        at += bytes.get(at..)?.iter().position(|byte| *byte != 0xff)?;
        let marker = *bytes.get(at)?;
        at += 1;
        match marker {
            END_OF_IMAGE => return Some(scans),
            // A stuffed byte, a restart, or a marker that stands alone.
            0x00 | 0x01 | 0xd0..=0xd8 => {}
            _ => {
                scans += usize::from(marker == START_OF_SCAN);
                at += usize::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_SCANS, check, scans};
    use crate::Unfit;

    const SCAN: &[u8] = b"\xff\xda\x00\x02\x12\xff\x00\x34\xff\xd0\x56";

    #[test]
    fn scans_are_counted_to_the_end() {
        assert_eq!(scans(&[b"\xff\xd8\xff\xfe\x00\x04\xff\xd9", SCAN, b"\xff\xff\xd9"].concat()), Some(1));
        assert_eq!(scans(&[b"\xff\xd8", SCAN, SCAN, b"\xff\xd9", SCAN].concat()), Some(2));
        assert_eq!(scans(&[b"\xff\xd8", SCAN].concat()), None);
        assert_eq!(scans(b"\xff\xd8\xff\xe1\xff"), None);
    }

    #[test]
    fn what_has_no_scan_or_too_many_is_broken() {
        assert_eq!(check(b"\xff\xd8\xff\xd9"), Err(Unfit::Broken));
        let many = [b"\xff\xd8", SCAN.repeat(MOST_SCANS).as_slice(), b"\xff\xd9"].concat();
        assert_eq!(check(&many), Ok(()));
        let more = [b"\xff\xd8", SCAN.repeat(MOST_SCANS + 1).as_slice(), b"\xff\xd9"].concat();
        assert_eq!(check(&more), Err(Unfit::Broken));
    }
}
