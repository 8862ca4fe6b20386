//! Making a picture smaller, never larger.

use crate::Unfit;
use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x3;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::RgbImage;

/// Sharp enough for writing in a photo, without the rims of sharper filters.
const FILTER: ResizeAlg = ResizeAlg::Convolution(FilterType::CatmullRom);

/// The picture with no side longer than `longest` pixels, in its own proportions.
pub(super) fn within(picture: RgbImage, longest: u32) -> Result<RgbImage, Unfit> {
    let (width, height) = picture.dimensions();
    if width.max(height) <= longest {
        return Ok(picture);
    }
    let (to_width, to_height) = fitted(width, height, longest);
    let mut to = RgbImage::new(to_width, to_height);
    // Told the type of its pixels, the library is compiled for that one only, a tenth of it.
    let (Ok(from), Ok(mut into)) = (
        TypedImageRef::<U8x3>::from_buffer(width, height, picture.as_raw()),
        TypedImage::<U8x3>::from_buffer(to_width, to_height, &mut to),
    ) else {
        return Err(Unfit::Broken);
    };
    let options = ResizeOptions::new().resize_alg(FILTER);
    Resizer::new().resize_typed(&from, &mut into, &options).map_err(|_| Unfit::Broken)?;
    Ok(to)
}

/// Width and height with the longer one at `longest` and the other at least 1.
fn fitted(width: u32, height: u32, longest: u32) -> (u32, u32) {
    let long = u64::from(width.max(height));
    let side = |side: u32| {
        let exact = (u64::from(side) * u64::from(longest) + long / 2) / long.max(1);
        u32::try_from(exact).unwrap_or(longest).clamp(1, longest)
    };
    (side(width), side(height))
}

#[cfg(test)]
mod tests {
    use super::{fitted, within};
    use image::{Rgb, RgbImage};

    #[test]
    fn proportions_are_kept_and_no_side_vanishes() {
        assert_eq!(fitted(4000, 3000, 1600), (1600, 1200));
        assert_eq!(fitted(3000, 4000, 1600), (1200, 1600));
        assert_eq!(fitted(12_000, 1, 1600), (1600, 1));
        assert_eq!(fitted(1601, 1601, 1600), (1600, 1600));
    }

    #[test]
    fn small_pictures_stay_and_one_colour_stays_that_colour() {
        assert_eq!(within(RgbImage::new(16, 9), 16).unwrap().dimensions(), (16, 9));
        let grey = within(RgbImage::from_pixel(90, 33, Rgb([9, 99, 199])), 30).unwrap();
        assert_eq!(grey.dimensions(), (30, 11));
        assert!(grey.pixels().all(|pixel| *pixel == Rgb([9, 99, 199])));
    }
}
