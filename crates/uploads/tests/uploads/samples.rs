//! Files as customers send them, made here or read from `data`.

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::io::{Cursor, Write};

pub(crate) const PROGRESSIVE_JPEG: &[u8] = include_bytes!("data/progressive.jpg");
pub(crate) const CMYK_JPEG: &[u8] = include_bytes!("data/cmyk.jpg");
pub(crate) const LOSSY_WEBP: &[u8] = include_bytes!("data/lossy.webp");
pub(crate) const LOSSY_WEBP_WITH_ALPHA: &[u8] = include_bytes!("data/lossy-alpha.webp");
pub(crate) const MOVING_GIF: &[u8] = include_bytes!("data/moving.gif");
pub(crate) const MOVING_PNG: &[u8] = include_bytes!("data/moving.png");
pub(crate) const MOVING_WEBP: &[u8] = include_bytes!("data/moving.webp");

/// Red at the left, blue at the right, brighter below.
pub(crate) fn scene(width: u32, height: u32) -> DynamicImage {
    let part = |at: u32, of: u32| u8::try_from(at * 255 / of.max(1)).unwrap();
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        Rgb([255 - part(x, width), part(y, height), part(x, width)])
    }))
}

pub(crate) fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A black PNG of one bit a pixel: 16 MB of nothing in 16 KB.
pub(crate) fn black_png(width: u32, height: u32) -> Vec<u8> {
    let chunk = |name: &[u8; 4], body: &[u8]| {
        let mut crc = Crc::new();
        crc.update(name);
        crc.update(body);
        let length = u32::try_from(body.len()).unwrap().to_be_bytes();
        [length.as_slice(), name, body, &crc.sum().to_be_bytes()].concat()
    };
    let header = [width.to_be_bytes().as_slice(), &height.to_be_bytes(), &[1, 0, 0, 0, 0]].concat();
    let lines = vec![0; (width.div_ceil(8) + 1) as usize * height as usize];
    let chunks = [chunk(b"IHDR", &header), chunk(b"IDAT", &deflated(&lines)), chunk(b"IEND", b"")];
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunks.concat()].concat()
}

pub(crate) fn jpeg(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(picture).unwrap();
    bytes
}

/// A JPEG segment.
pub(crate) fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], length.as_slice(), body].concat()
}

/// What a phone writes: how it was held, its model, and where it was: 42° 21′ 30″ N, 71° 3′ 36″ W. All is hand-built
/// after Exif 2.32, little endian.
pub(crate) fn exif(orientation: u8) -> Vec<u8> {
    let entry = |tag: u16, of_type: u16, count: u32, value: [u8; 4]| {
        [tag.to_le_bytes().as_slice(), &of_type.to_le_bytes(), &count.to_le_bytes(), &value].concat()
    };
    let offset = |at: u32| at.to_le_bytes();
    let main = [
        3_u16.to_le_bytes().to_vec(),
        entry(0x0110, 2, 11, offset(50)),
        entry(0x0112, 3, 1, [orientation, 0, 0, 0]),
        entry(0x8825, 4, 1, offset(61)),
        offset(0).to_vec(),
    ];
    let gps = [
        4_u16.to_le_bytes().to_vec(),
        entry(1, 2, 2, *b"N\0\0\0"),
        entry(2, 5, 3, offset(115)),
        entry(3, 2, 2, *b"W\0\0\0"),
        entry(4, 5, 3, offset(139)),
        offset(0).to_vec(),
    ];
    let degrees =
        |parts: [u32; 3]| parts.map(|part| [part.to_le_bytes(), 1_u32.to_le_bytes()].concat()).concat();
    let tiff = [b"II*\0\x08\0\0\0".to_vec(), main.concat(), b"PhoneModel\0".to_vec(), gps.concat()].concat();
    [b"Exif\0\0".to_vec(), tiff, degrees([42, 21, 30]), degrees([71, 3, 36])].concat()
}

/// A photo with everything that a phone or an editor leaves in it.
pub(crate) fn photo(width: u32, height: u32, orientation: u8) -> Vec<u8> {
    let plain = jpeg(&scene(width, height));
    let thumbnail = jpeg(&scene(16, 12));
    let segments = [
        segment(0xe1, &exif(orientation)),
        segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:GPSLatitude>42,21.5N</exif:GPSLatitude></x:xmpmeta>"),
        segment(0xe2, b"ICC_PROFILE\0\x01\x01 profile of Jane Doe"),
        segment(0xe2, &[b"MPF\0".as_slice(), &thumbnail].concat()),
        segment(0xed, b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x0d\x1c\x02\x50\0\x08Jane Doe"),
        segment(0xfe, b"taken at home, 12 Elm Street"),
    ];
    [&plain[..2], &segments.concat(), &plain[2..]].concat()
}

/// The markers of a JPEG's segments, up to its pixels.
pub(crate) fn markers(jpeg: &[u8]) -> Vec<u8> {
    let (mut at, mut found) = (2, Vec::new());
    while at + 4 <= jpeg.len() && jpeg[at] == 0xff && jpeg[at + 1] != 0xda {
        found.push(jpeg[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    found
}

pub(crate) fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// A PDF of one page with more objects. Its table of objects is left out: we do not read it.
pub(crate) fn pdf(catalogue: &str, more: &[&[u8]]) -> Vec<u8> {
    let head = format!(
        "%PDF-1.7\n%\u{e2}\u{e3}\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {catalogue} >>\nendobj\n\
         2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R >>\nendobj\n\
         4 0 obj\n<< /Length 34 >>\nstream\nBT /F1 12 Tf (An application) Tj ET\nendstream\nendobj\n"
    );
    let tail = b"trailer\n<< /Root 1 0 R /Size 9 >>\nstartxref\n0\n%%EOF\n";
    [head.as_bytes(), &more.concat(), tail].concat()
}

/// An object with a number.
pub(crate) fn object(number: u64, value: &str) -> Vec<u8> {
    format!("{number} 0 obj\n{value}\nendobj\n").into_bytes()
}

pub(crate) fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A stream with a dictionary of its own.
pub(crate) fn stream(number: u64, dictionary: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("{number} 0 obj\n<< {dictionary} /Length {} >>\nstream\r\n", data.len());
    [head.as_bytes(), data, b"\nendstream\nendobj\n"].concat()
}

/// An object stream that holds some objects under their numbers.
pub(crate) fn object_stream(objects: &[(u64, &str)]) -> Vec<u8> {
    let (mut head, mut body) = (String::new(), String::new());
    for (number, value) in objects {
        head += &format!("{number} {} ", body.len());
        body += value;
        body.push('\n');
    }
    let dictionary = format!("/Type /ObjStm /N {} /First {} /Filter /FlateDecode", objects.len(), head.len());
    stream(8, &dictionary, &deflated(format!("{head}{body}").as_bytes()))
}
