//! What is not taken, by name, and the words for it.

use crate::samples::*;
use image::ImageFormat;
use uploads::{Content, Kind, MOST_BYTES, MOST_PICTURE_BYTES, MOST_TEXT_BYTES, Unfit, take};

#[test]
fn nothing_is_no_file() {
    assert_eq!(take("a.jpg", Some("image/jpeg"), b""), Err(Unfit::Empty));
}

#[test]
fn each_kind_has_its_own_bound() {
    let photo = photo(64, 48, 1);
    let padded = |bytes: usize| [photo.as_slice(), &vec![0; bytes - photo.len()]].concat();
    assert!(take("a.jpg", None, &padded(MOST_PICTURE_BYTES)).is_ok());
    let most_bytes = MOST_PICTURE_BYTES;
    assert_eq!(take("a.jpg", None, &padded(MOST_PICTURE_BYTES + 1)), Err(Unfit::TooLarge { most_bytes }));
    let most_bytes = MOST_TEXT_BYTES;
    assert!(take("a.txt", None, &vec![b'a'; most_bytes]).is_ok());
    assert_eq!(take("a.txt", None, &vec![b'a'; most_bytes + 1]), Err(Unfit::TooLarge { most_bytes }));
    assert!(Kind::ALL.iter().all(|kind| kind.most_bytes() <= MOST_BYTES));
}

#[test]
fn heic_and_avif_are_known_and_refused_whatever_they_are_called() {
    for brand in ["heic", "heix", "mif1", "msf1", "hevc", "avif", "avis"] {
        let bytes = format!("\0\0\0\u{18}ftyp{brand}\0\0\0\0mif1{brand}");
        for name in ["IMG_0001.HEIC", "IMG_0001.jpg", "IMG_0001", "IMG.avif"] {
            assert_eq!(take(name, Some("image/jpeg"), bytes.as_bytes()), Err(Unfit::Heic), "{brand} {name}");
        }
    }
    let mend = Unfit::Heic.to_string();
    assert!(mend.contains("JPEG") && mend.contains("Most Compatible"), "{mend}");
}

const STRANGERS: [(Content, &str, &[u8]); 39] = [
    (Content::Svg, "a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
    (Content::Svg, "a.svg", b"\xef\xbb\xbf <?xml version='1.0'?>\n<!-- x -->\n<svg onload='x'/>"),
    (Content::Svg, "a.svg", b"<!DOCTYPE svg PUBLIC 'x'><SVG/>"),
    (Content::Html, "a.html", b"<!DOCTYPE html><title>a</title>"),
    (Content::Html, "a.htm", b"\n\t <HTML><body>"),
    (Content::Html, "a.html", b"<script>alert(1)</script>"),
    (Content::Html, "a.html", b"<img src=x onerror=alert(1)>"),
    (Content::Html, "a.html", b"<!-- hello --><p>"),
    (Content::Html, "a.xhtml", b"<?xml version='1.0'?><html>"),
    (Content::Html, "a.html", b"<p>caf\xe9"),
    (Content::Xml, "a.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///'>]><a>&b;</a>"),
    (
        Content::Office,
        "a.docx",
        b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml",
    ),
    (
        Content::Office,
        "a.odt",
        b"PK\x03\x04\x14\0\0\0\0\0\0\0!\0\0\0\0\0\0\0\0\0\0\0\0\0\x08\0\0\0mimetypeapplication/vnd.oasis",
    ),
    (Content::Office, "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"),
    (Content::Office, "a.rtf", b"{\\rtf1\\ansi hello}"),
    (Content::Office, "a.ps", b"%!PS-Adobe-3.0\nshowpage"),
    (Content::Archive, "a.zip", b"PK\x03\x04\x14\0\0\0\x08\0\0\0!\0\0\0\0\0\0\0\0\0\0\0\0\0\x05\0\0\0a.zip"),
    (Content::Archive, "a.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
    (Content::Archive, "a.zip", b"PK\x03\x04"),
    (Content::Archive, "a.gz", b"\x1f\x8b\x08\0"),
    (Content::Archive, "a.7z", b"7z\xbc\xaf\x27\x1c"),
    (Content::Archive, "a.rar", b"Rar!\x1a\x07\x01\0"),
    (Content::Archive, "a.bz2", b"BZh91AY&SY\0\xff"),
    (Content::Program, "a.exe", b"MZ\x90\0\x03\0\0\0"),
    (Content::Program, "a", b"\x7fELF\x02\x01\x01\0"),
    (Content::Program, "a", b"\xcf\xfa\xed\xfe\x07\0\0\x01"),
    (Content::Program, "a.jar", b"\xca\xfe\xba\xbe\0\0"),
    (Content::Program, "a.sh", b"#!/bin/sh\nrm -rf ~\n"),
    (Content::Program, "a.php", b"<?php system('id'); ?>"),
    (Content::Program, "a.php", b"\n <?php system('id'); ?>"),
    (Content::Program, "a.lnk", b"L\0\0\0\x01\x14\x02\0\0\0\0\0"),
    (Content::Program, "a.wasm", b"\0asm\x01\0\0\0"),
    (Content::Recording, "a.mp4", b"\0\0\0\x20ftypisom\0\0\x02\0"),
    (Content::Recording, "a.mov", b"\0\0\0\x14ftypqt  \0\0\0\0"),
    (Content::Recording, "a.mp3", b"ID3\x04\0\0\0\0\0\0\xff\xfb"),
    (Content::Recording, "a.avi", b"RIFF\x10\0\0\0AVI LIST"),
    (Content::OtherPicture, "a.bmp", b"BM\x36\0\0\0\0\0\0\0"),
    (Content::OtherPicture, "a.tif", b"II*\0\x08\0\0\0"),
    (Content::OtherPicture, "a.jxl", b"\0\0\0\x0cJXL \r\n\x87\n"),
];

#[test]
fn strangers_are_known_and_told_what_they_are() {
    for (is, name, bytes) in STRANGERS {
        let shown = String::from_utf8_lossy(bytes);
        assert_eq!(take(name, None, bytes), Err(Unfit::NotTaken { is }), "{shown}");
        assert_eq!(
            take("a.unheard-of", Some("application/octet-stream"), bytes),
            Err(Unfit::NotTaken { is }),
            "{shown}"
        );
        let lie = take("photo.txt", Some("text/plain"), bytes);
        assert_eq!(lie, Err(Unfit::NotWhatItSays { said: Content::Text, is }), "{shown}");
    }
}

#[test]
fn a_file_that_lies_is_refused() {
    let (photo, pdf) = (photo(64, 48, 1), pdf("", &[]));
    let lies = |said, is| Err(Unfit::NotWhatItSays { said, is });
    for (name, said, bytes, expected) in [
        ("a.jpg", None, b"<html><script>1</script>".as_slice(), lies(Content::Jpeg, Content::Html)),
        ("a", Some("image/png"), b"<svg/>", lies(Content::Png, Content::Svg)),
        ("a.jpg", Some("image/jpeg"), &pdf, lies(Content::Jpeg, Content::Pdf)),
        ("a.pdf", Some("application/pdf"), &photo, lies(Content::Pdf, Content::Jpeg)),
        ("a.pdf", None, b"plain words", lies(Content::Pdf, Content::Text)),
        ("a.jpg", Some("application/pdf; x=y"), &photo, lies(Content::Pdf, Content::Jpeg)),
        ("invoice.pdf.exe", None, &pdf, lies(Content::Program, Content::Pdf)),
        ("invoice.pdf\u{202e}\0.exe", None, &pdf, lies(Content::Program, Content::Pdf)),
        ("a.html", Some("text/html"), b"plain words", lies(Content::Html, Content::Text)),
        ("a.docx", None, b"plain words", lies(Content::Office, Content::Text)),
        ("a.js", None, b"alert(1)", lies(Content::Program, Content::Text)),
        ("a.svg", Some("image/svg+xml"), &photo, lies(Content::Svg, Content::Jpeg)),
        ("a.txt", None, b"Words before\n%PDF-1.7\n", lies(Content::Text, Content::Pdf)),
    ] {
        assert_eq!(take(name, said, bytes), expected, "{name} {said:?}");
    }
}

#[test]
fn one_picture_may_be_called_another() {
    let png = encoded(&scene(20, 20), ImageFormat::Png);
    for (name, said) in [
        ("a.jpg", Some("image/jpeg")),
        ("a.webp", None),
        ("a.heic", Some("image/heic")),
        ("a", Some("image/x")),
    ] {
        assert_eq!(take(name, said, &png).unwrap().name, "a.jpg");
    }
}

#[test]
fn plain_text_is_kept() {
    for (name, text) in [
        ("a.txt", "Sehr geehrte Damen und Herren,\r\n\tdie Laterne ist dunkel.\u{c}"),
        ("list.csv", "Name;Straße\nمريم;شارع\n"),
        ("notes", "\u{feff}<3 from me, and 1 < 2"),
        ("mail.eml", "From: a@example.org\nSubject: x\n\n<html> later on is only words"),
        ("MZ.txt", "MZ and BM and ID3 are only letters here"),
        ("eicar.txt", "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"),
    ] {
        let taken = take(name, Some("text/plain"), text.as_bytes()).unwrap();
        assert_eq!((taken.kind, taken.bytes.as_slice(), taken.width), (Kind::Text, text.as_bytes(), None));
        assert_eq!(taken.name.rsplit_once('.').unwrap().1, "txt");
    }
}

#[test]
fn what_is_neither_text_nor_known() {
    for bytes in [b"caf\xe9".as_slice(), b"a\0b", b"\x1b[31mred", b"\xff\xfea\0b\0", "\u{9b}31m".as_bytes()] {
        assert_eq!(take("a.txt", None, bytes), Err(Unfit::Encoding));
        assert_eq!(take("a", Some("text/csv"), bytes), Err(Unfit::Encoding));
        assert_eq!(take("a", None, bytes), Err(Unfit::Unknown));
        assert_eq!(take("a.jpg", None, bytes), Err(Unfit::Broken));
        assert_eq!(take("a.pdf", None, bytes), Err(Unfit::Broken));
        assert_eq!(take("a.docx", None, bytes), Err(Unfit::Unknown));
    }
}
