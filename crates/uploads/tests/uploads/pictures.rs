//! Pictures: bounded, upright, small, and without anything but their pixels.

use crate::samples::*;
use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, Rgba, RgbaImage};
use uploads::{
    Kind, LONGEST_KEPT_SIDE, LONGEST_SIDE, LONGEST_THUMBNAIL_SIDE, MOST_PIXELS, Taken, Unfit, take,
};

pub(crate) fn shown(taken: &Taken) -> DynamicImage {
    image::load_from_memory_with_format(&taken.bytes, ImageFormat::Jpeg).unwrap()
}

/// What holds for each picture that is kept.
pub(crate) fn is_clean(taken: &Taken) {
    assert_eq!(taken.kind, Kind::Jpeg);
    let thumbnail = taken.thumbnail.as_ref().expect("every picture has a thumbnail");
    for (bytes, longest) in [(&taken.bytes, LONGEST_KEPT_SIDE), (thumbnail, LONGEST_THUMBNAIL_SIDE)] {
        let (width, height) =
            image::load_from_memory_with_format(bytes, ImageFormat::Jpeg).unwrap().dimensions();
        assert!(width.max(height) <= longest && width.min(height) > 0, "{width} × {height}");
        let known = [0xe0, 0xdb, 0xc0, 0xc4];
        assert!(markers(bytes).iter().all(|marker| known.contains(marker)), "{:x?}", markers(bytes));
        assert!(bytes.ends_with(b"\xff\xd9"));
    }
    assert_eq!((taken.width, taken.height), {
        let (width, height) = shown(taken).dimensions();
        (Some(width), Some(height))
    });
}

#[test]
fn where_a_photo_was_taken_and_by_whom_is_gone() {
    let photo = photo(640, 480, 1);
    for secret in
        [b"Exif".as_slice(), b"PhoneModel", b"42,21.5N", b"Jane Doe", b"Elm Street", b"ICC_PROFILE", b"8BIM"]
    {
        assert!(contains(&photo, secret), "the sample has it");
    }
    assert!(markers(&photo).starts_with(&[0xe1, 0xe1, 0xe2, 0xe2, 0xed, 0xfe]));
    let taken = take("IMG_0001.JPG", Some("image/jpeg"), &photo).unwrap();
    is_clean(&taken);
    assert_eq!((taken.name.as_str(), taken.width, taken.height), ("IMG_0001.jpg", Some(640), Some(480)));
    for bytes in [&taken.bytes, taken.thumbnail.as_ref().unwrap()] {
        for secret in
            [b"Exif".as_slice(), b"Phone", b"42,21", b"Jane", b"Elm", b"ICC", b"8BIM", b"adobe", b"MPF"]
        {
            assert!(!contains(bytes, secret), "{}", String::from_utf8_lossy(secret));
        }
        assert_eq!(
            markers(bytes)
                .iter()
                .filter(|marker| (0xe1..=0xef).contains(*marker) || **marker == 0xfe)
                .count(),
            0
        );
    }
}

#[test]
fn a_photo_is_turned_upright() {
    // Where the red left edge comes to lie, for each way to hold a phone.
    for (orientation, upright, red) in [
        (1, (64, 48), (0, 24)),
        (2, (64, 48), (63, 24)),
        (3, (64, 48), (63, 24)),
        (4, (64, 48), (0, 24)),
        (5, (48, 64), (24, 0)),
        (6, (48, 64), (24, 0)),
        (7, (48, 64), (24, 63)),
        (8, (48, 64), (24, 63)),
    ] {
        let taken = take("a.jpg", None, &photo(64, 48, orientation)).unwrap();
        assert_eq!((taken.width, taken.height), (Some(upright.0), Some(upright.1)), "{orientation}");
        let Rgba([r, _, b, _]) = shown(&taken).get_pixel(red.0, red.1);
        assert!(r > 200 && b < 60, "{orientation}: {r} {b}");
    }
}

#[test]
fn an_orientation_that_is_none_changes_nothing() {
    let taken = take("a.jpg", None, &photo(64, 48, 200)).unwrap();
    assert_eq!((taken.width, taken.height), (Some(64), Some(48)));
}

#[test]
fn a_photo_of_twelve_million_pixels_becomes_small() {
    let photo = jpeg(&scene(4000, 3000));
    let taken = take("large.jpg", Some("image/jpeg"), &photo).unwrap();
    is_clean(&taken);
    assert_eq!((taken.width, taken.height), (Some(1600), Some(1200)));
    assert!(taken.bytes.len() < photo.len());
    let thumbnail = image::load_from_memory(taken.thumbnail.as_ref().unwrap()).unwrap();
    assert_eq!(thumbnail.dimensions(), (320, 240));
}

#[test]
fn every_kind_of_picture_becomes_a_jpeg_and_small_ones_are_not_blown_up() {
    for (name, bytes) in [
        ("a.png", encoded(&scene(60, 40), ImageFormat::Png)),
        ("a.webp", encoded(&scene(60, 40), ImageFormat::WebP)),
        ("a.gif", encoded(&scene(60, 40), ImageFormat::Gif)),
        ("grey.png", encoded(&scene(60, 40).grayscale(), ImageFormat::Png)),
        ("deep.png", encoded(&DynamicImage::ImageRgba16(scene(60, 40).into_rgba16()), ImageFormat::Png)),
    ] {
        let taken = take(name, None, &bytes).unwrap_or_else(|unfit| panic!("{name}: {unfit}"));
        is_clean(&taken);
        assert_eq!((taken.width, taken.height), (Some(60), Some(40)), "{name}");
        let Rgba([r, _, b, _]) = shown(&taken).get_pixel(2, 20);
        assert!(name == "grey.png" && r == b || r > 190 && b < 80, "{name}: {r} {b}");
    }
    for bytes in [PROGRESSIVE_JPEG, CMYK_JPEG, LOSSY_WEBP, LOSSY_WEBP_WITH_ALPHA] {
        let taken = take("", None, bytes).unwrap();
        is_clean(&taken);
        assert_eq!((taken.width, taken.height, taken.name.as_str()), (Some(32), Some(24), "file.jpg"));
    }
}

#[test]
fn what_is_transparent_lies_on_white() {
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(20, 20, Rgba([0, 0, 0, 0])));
    for format in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let taken = take("logo", None, &encoded(&clear, format)).unwrap();
        assert!(shown(&taken).into_rgb8().pixels().all(|pixel| *pixel == Rgb([255; 3])), "{format:?}");
    }
}

#[test]
fn of_a_moving_gif_the_first_frame_is_kept_and_other_moving_pictures_are_refused() {
    let taken = take("moving.gif", Some("image/gif"), MOVING_GIF).unwrap();
    let Rgba([r, _, b, _]) = shown(&taken).get_pixel(8, 6);
    assert!(r < 20 && b > 180, "{r} {b}");
    assert_eq!(take("moving.png", Some("image/apng"), MOVING_PNG), Err(Unfit::Animated));
    assert_eq!(take("moving.webp", None, MOVING_WEBP), Err(Unfit::Animated));
}

#[test]
fn a_decompression_bomb_is_refused_before_it_is_decoded() {
    let bomb = black_png(10_000, 10_000);
    assert!(bomb.len() < 20_000, "it is small as a file: {}", bomb.len());
    assert!(take("black.png", None, &black_png(1000, 1000)).is_ok());
    assert_eq!(take("white.png", Some("image/png"), &bomb), Err(Unfit::TooManyPixels { most: MOST_PIXELS }));
}

#[test]
fn sizes_are_believed_of_no_header() {
    let too_many = Err(Unfit::TooManyPixels { most: MOST_PIXELS });
    let sized = |mut bytes: Vec<u8>, at: usize, size: &[u8]| {
        bytes[at..at + size.len()].copy_from_slice(size);
        bytes
    };
    let mut small = encoded(&scene(8, 8), ImageFormat::Gif);
    assert_eq!(take("a.gif", None, &sized(small.clone(), 6, &[0xff; 4])), too_many);
    // A frame of a GIF may be larger than its screen.
    let frame = small.windows(4).position(|window| window == [0x2c, 0, 0, 0]).unwrap();
    small = sized(small, frame + 5, &[0xff; 4]);
    assert!(take("a.gif", None, &small).is_err());
    let photo = jpeg(&scene(8, 8));
    let frame = photo.windows(2).position(|window| window == [0xff, 0xc0]).unwrap();
    assert_eq!(take("a.jpg", None, &sized(photo.clone(), frame + 5, &[0xff; 4])), too_many);
    assert_eq!(take("a.jpg", None, &sized(photo, frame + 5, &[0, 8, 0x2e, 0xe1])), too_many);
    assert_eq!(LONGEST_SIDE, 12_000);
}

#[test]
fn a_picture_that_came_only_in_part_is_broken() {
    for whole in [photo(200, 100, 1), encoded(&scene(200, 100), ImageFormat::Png), PROGRESSIVE_JPEG.to_vec()]
    {
        for part in [whole.len() / 2, whole.len() - 10, 20, 8] {
            assert_eq!(take("a", None, &whole[..part]), Err(Unfit::Broken), "{part} of {}", whole.len());
        }
    }
}

#[test]
fn what_hangs_behind_a_picture_is_left_behind() {
    for payload in [
        b"<script>alert(1)</script>".as_slice(),
        b"<?php system($_GET['c']); ?>",
        b"PK\x03\x04 and PK\x05\x06",
    ] {
        let taken = take("a.jpg", None, &[&photo(64, 48, 1), payload].concat()).unwrap();
        is_clean(&taken);
        assert!(!contains(&taken.bytes, &payload[..6]));
    }
    let inside =
        [&photo(8, 8, 1)[..2], &segment(0xfe, b"<?php phpinfo(); ?>"), &photo(8, 8, 1)[2..]].concat();
    assert!(!contains(&take("a.jpg", None, &inside).unwrap().bytes, b"<?php"));
}
