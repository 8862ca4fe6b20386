//! What a WebP could make its decoder allocate, found before it is decoded.

use super::{LONGEST_SIDE, MOST_PIXELS};
use crate::Unfit;

/// The largest WebP with a part that is compressed without loss. Such a part may define 65,536 groups of code tables,
/// and 14 bytes of it can ask for 4 KiB.
pub const MOST_LOSSLESS_WEBP_BYTES: usize = 1 << 20;

/// Refuses what would take too much memory. Chunks are found wherever they stand, as a chunk may claim to be within
/// another.
pub(super) fn check(bytes: &[u8]) -> Result<(), Unfit> {
    let has = |name: &[u8]| bytes.windows(4).any(|window| window == name);
    if bytes.len() > MOST_LOSSLESS_WEBP_BYTES && (has(b"VP8L") || has(b"ALPH")) {
        return Err(Unfit::TooLarge { most_bytes: MOST_LOSSLESS_WEBP_BYTES });
    }
    let frames =
        bytes.windows(18).filter(|window| window.starts_with(b"VP8 ") && window[11..14] == *b"\x9d\x01\x2a");
    let is_too_much = |frame: &[u8]| {
        let side = |at: usize| u32::from(u16::from_le_bytes([frame[at], frame[at + 1]]) & 0x3fff);
        let (width, height) = (side(14), side(16));
        width.max(height) > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS
    };
    if frames.into_iter().any(is_too_much) { Err(Unfit::too_many_pixels()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::{MOST_LOSSLESS_WEBP_BYTES, check};
    use crate::Unfit;

    fn frame(width: u16, height: u16) -> Vec<u8> {
        let head = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0VP8 \0\0\0\0\0\0\0\x9d\x01\x2a";
        [head.as_slice(), &width.to_le_bytes(), &height.to_le_bytes()].concat()
    }

    #[test]
    fn a_frame_larger_than_its_canvas_says_is_found() {
        assert_eq!(check(&frame(4000, 3000)), Ok(()));
        assert_eq!(check(&frame(16_383, 16_383)), Err(Unfit::too_many_pixels()));
        assert_eq!(check(&frame(12_001, 1)), Err(Unfit::too_many_pixels()));
    }

    #[test]
    fn large_lossless_parts_are_refused() {
        let lossless = [b"RIFF\0\0\0\0WEBPVP8L".as_slice(), &vec![0; MOST_LOSSLESS_WEBP_BYTES]].concat();
        assert_eq!(check(&lossless), Err(Unfit::TooLarge { most_bytes: MOST_LOSSLESS_WEBP_BYTES }));
        assert_eq!(check(&lossless[..1000]), Ok(()));
    }
}
