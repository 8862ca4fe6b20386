//! Pictures: bounded before they are decoded, then drawn again as JPEG, so that nothing is left but pixels.

mod jpeg;
mod scale;
mod webp;

use crate::{Content, Unfit};
use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, Limits, RgbImage, RgbaImage};
use std::io::Cursor;
use std::panic::catch_unwind;

pub use jpeg::MOST_SCANS;
pub use webp::MOST_LOSSLESS_WEBP_BYTES;

/// The most pixels that are decoded, which is 120 MB in colour.
pub const MOST_PIXELS: u64 = 40_000_000;
/// The longest side that is decoded, in pixels.
pub const LONGEST_SIDE: u32 = 12_000;
/// The largest picture in memory, which bounds those with 16 bits a colour more than others.
pub const MOST_DECODED_BYTES: u64 = 192 << 20;
/// The longest side that is kept, in pixels: enough to read a letter of one page.
pub const LONGEST_KEPT_SIDE: u32 = 1600;
/// The longest side of a thumbnail, in pixels: 160 on a screen of double density.
pub const LONGEST_THUMBNAIL_SIDE: u32 = 320;
/// Of 100. Below 80 text in photos frays; above 85 files grow by half for nothing that anybody sees.
const QUALITY: u8 = 82;

/// A picture as it is kept.
pub(crate) struct Still {
    pub(crate) bytes: Vec<u8>,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) thumbnail: Vec<u8>,
}

/// Decodes a picture, turns it upright, makes it smaller, and encodes it again.
pub(crate) fn still(is: Content, bytes: &[u8]) -> Result<Still, Unfit> {
    // Decoders are other people's work on hostile bytes: one that panics has met a broken picture, not broken us.
    catch_unwind(|| drawn_again(is, bytes)).unwrap_or(Err(Unfit::Broken))
}

fn drawn_again(is: Content, bytes: &[u8]) -> Result<Still, Unfit> {
    let mut decoder = decoder(is, bytes)?;
    within_bounds(&mut *decoder)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = opaque(DynamicImage::from_decoder(decoder)?)?;
    let mut kept = DynamicImage::ImageRgb8(scale::within(picture, LONGEST_KEPT_SIDE)?);
    kept.apply_orientation(orientation);
    let kept = kept.into_rgb8();
    let (bytes, (width, height)) = (jpeg_of(&kept)?, kept.dimensions());
    let thumbnail = jpeg_of(&scale::within(kept, LONGEST_THUMBNAIL_SIDE)?)?;
    Ok(Still { bytes, width, height, thumbnail })
}

/// What reads the picture. Only headers have been read so far.
fn decoder(is: Content, bytes: &[u8]) -> Result<Box<dyn ImageDecoder + '_>, Unfit> {
    let reader = Cursor::new(bytes);
    Ok(match is {
        Content::Jpeg => {
            jpeg::check(bytes)?;
            Box::new(JpegDecoder::new(reader)?)
        }
        Content::Png => {
            let decoder = PngDecoder::with_limits(reader, limits())?;
            still_or(decoder.is_apng()?)?;
            Box::new(decoder)
        }
        Content::WebP => {
            webp::check(bytes)?;
            let decoder = WebPDecoder::new(reader)?;
            still_or(decoder.has_animation())?;
            Box::new(decoder)
        }
        // Of a GIF the first frame is taken: a still one cannot be told from a moving one before it is read.
        Content::Gif => Box::new(GifDecoder::new(reader)?),
        _ => return Err(Unfit::NotTaken { is }),
    })
}

fn still_or(moves: bool) -> Result<(), Unfit> {
    if moves { Err(Unfit::Animated) } else { Ok(()) }
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_DECODED_BYTES);
    limits
}

/// Whether the size that the header tells can be held; and tells the decoder what else it may take.
fn within_bounds(decoder: &mut dyn ImageDecoder) -> Result<(), Unfit> {
    let (width, height) = decoder.dimensions();
    let is_too_much =
        u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_DECODED_BYTES;
    if is_too_much {
        return Err(Unfit::too_many_pixels());
    }
    Ok(decoder.set_limits(limits())?)
}

/// Eight bits a colour and no transparency.
fn opaque(picture: DynamicImage) -> Result<RgbImage, Unfit> {
    if picture.color().has_alpha() { onto_white(picture.into_rgba8()) } else { Ok(picture.into_rgb8()) }
}

/// The picture as it looks on white paper, made where it lies: a copy would take its memory once more.
fn onto_white(picture: RgbaImage) -> Result<RgbImage, Unfit> {
    let (width, height) = picture.dimensions();
    let mut bytes = picture.into_raw();
    let pixels = bytes.len() / 4;
    for pixel in 0..pixels {
        let alpha = u16::from(bytes[4 * pixel + 3]);
        for colour in 0..3 {
            let ink = u16::from(bytes[4 * pixel + colour]) * alpha + 255 * (255 - alpha);
            bytes[3 * pixel + colour] = u8::try_from((ink + 127) / 255).unwrap_or(u8::MAX);
        }
    }
    bytes.truncate(3 * pixels);
    RgbImage::from_raw(width, height, bytes).ok_or(Unfit::Broken)
}

/// A JPEG with nothing but what its pixels need.
fn jpeg_of(picture: &RgbImage) -> Result<Vec<u8>, Unfit> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(picture)?;
    Ok(bytes)
}

impl From<ImageError> for Unfit {
    fn from(error: ImageError) -> Self {
        if matches!(error, ImageError::Limits(_)) { Self::too_many_pixels() } else { Self::Broken }
    }
}

#[cfg(test)]
mod tests {
    use super::onto_white;
    use image::{Rgb, Rgba, RgbaImage};

    #[test]
    fn what_is_clear_becomes_white_and_what_is_half_clear_half_white() {
        let mut picture = RgbaImage::new(2, 2);
        picture.put_pixel(1, 0, Rgba([10, 20, 30, 255]));
        picture.put_pixel(0, 1, Rgba([0, 0, 0, 128]));
        picture.put_pixel(1, 1, Rgba([255, 0, 0, 51]));
        let white = onto_white(picture).unwrap();
        let pixels: Vec<Rgb<u8>> = white.pixels().copied().collect();
        assert_eq!(pixels, [[255; 3], [10, 20, 30], [127; 3], [255, 204, 204]].map(Rgb));
    }
}
