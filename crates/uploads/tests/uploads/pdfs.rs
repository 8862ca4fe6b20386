//! PDFs: kept as they are, unless they do something by themselves.

use crate::samples::*;
use uploads::{Content, Kind, MOST_PDF_BYTES, Unfit, take};

pub(crate) fn judged(bytes: &[u8]) -> Result<(), Unfit> {
    take("form.pdf", Some("application/pdf"), bytes).map(|_| ())
}

fn active(name: &'static str) -> Result<(), Unfit> {
    Err(Unfit::Active { name })
}

#[test]
fn a_plain_pdf_is_kept_as_it_is() {
    let plain = pdf("", &[]);
    let taken = take("Antrag (1).PDF", Some("application/pdf"), &plain).unwrap();
    assert_eq!((taken.kind, taken.name.as_str(), taken.thumbnail), (Kind::Pdf, "Antrag (1).pdf", None));
    assert_eq!(taken.bytes, plain);
    assert_eq!(
        judged(&pdf("", &[&object_stream(&[(10, "<< /Title (Plan) >>"), (11, "[1 2]"), (12, "(text)")])])),
        Ok(())
    );
}

#[test]
fn harmless_things_that_look_harmful_are_kept() {
    for harmless in [
        "/Names << /Dests 5 0 R >>",
        "/A << /S /URI /URI (https://example.org/JavaScript/Launch/ \\(/AA\\)) >>",
        "/Lang (de) % /JavaScript\n",
        "/Title (The name /JavaScript (and /Launch) in words)",
        "/X </4A532F4141>",
        "/JavaScripts 1 /Launched 2 /EmbeddedFonts 3 /XFAB 4 /aa 5",
        "/OpenAction [3 0 R /Fit]",
        "/OpenAction null",
        "/OpenAction << /S /GoTo /D [3 0 R /Fit] >>",
        "/AcroForm << /Fields [] >>",
    ] {
        assert_eq!(judged(&pdf(&harmless.replace("</4A", "<4A"), &[])).err(), None, "{harmless}");
    }
    let opens = |object: &[u8]| judged(&pdf("/OpenAction 7 0 R", &[object]));
    assert_eq!(opens(&object(7, "<< /Type /Action /S /GoTo /D [3 0 R /XYZ null null 0] >>")), Ok(()));
    assert_eq!(opens(&object(7, "[3 0 R /Fit]")), Ok(()));
    assert_eq!(opens(&object_stream(&[(6, "1"), (7, "<< /S /GoTo /D (top) >>")])), Ok(()));
}

#[test]
fn what_does_something_by_itself_is_refused() {
    for (name, catalogue) in [
        ("JavaScript", "/Names << /JavaScript 5 0 R >>"),
        ("JavaScript", "/A << /S /JavaScript >>"),
        ("JS", "/A << /JS (app.alert\\(1\\)) >>"),
        ("Launch", "/A << /S /Launch /F (cmd.exe) >>"),
        ("EmbeddedFile", "/Type /EmbeddedFile"),
        ("EmbeddedFiles", "/Names << /EmbeddedFiles 5 0 R >>"),
        ("EF", "/EF << /F 5 0 R >>"),
        ("FileAttachment", "/Subtype /FileAttachment"),
        ("AA", "/AA << /O 5 0 R >>"),
        ("RichMedia", "/Subtype /RichMedia"),
        ("XFA", "/AcroForm << /XFA 5 0 R >>"),
        ("Rendition", "/A << /S /Rendition >>"),
        ("ImportData", "/A << /S /ImportData >>"),
        ("GoToE", "/A << /S /GoToE >>"),
    ] {
        assert_eq!(judged(&pdf(catalogue, &[])), active(name), "{catalogue}");
        let own = object(9, &format!("<< {catalogue} >>"));
        assert_eq!(judged(&pdf("", &[&own])), active(name), "{catalogue}");
        let packed = object_stream(&[(9, "<< /Fine true >>"), (10, &format!("<< {catalogue} >>"))]);
        assert_eq!(judged(&pdf("", &[&packed])), active(name), "{catalogue}");
        let escaped =
            catalogue.replace(&format!("/{name}"), &format!("/#{:02x}{}", name.as_bytes()[0], &name[1..]));
        assert_eq!(judged(&pdf(&escaped, &[])), active(name), "{escaped}");
    }
}

#[test]
fn an_action_on_opening_is_refused_unless_it_goes_to_a_page() {
    let opening = active("OpenAction");
    for catalogue in [
        "/OpenAction << /S /URI /URI (https://example.org) >>",
        "/OpenAction << /S /GoToR /F (\\\\\\\\server\\\\share) >>",
        "/OpenAction << /S /GoTo /D [3 0 R] /Next << /S /URI >> >>",
        "/OpenAction << /S /GoTo /S /URI >>",
        "/OpenAction << /D [3 0 R] >>",
        "/OpenAction (x)",
        "/OpenAction 7 0 R",
    ] {
        assert_eq!(judged(&pdf(catalogue, &[])), opening, "{catalogue}");
    }
    let opens = |more: &[&[u8]]| judged(&pdf("/OpenAction 7 0 R", more));
    let (goes, calls) = (object(7, "<< /S /GoTo /D (a) >>"), object(7, "<< /S /URI /URI (http://a) >>"));
    assert_eq!(opens(&[&calls]), opening);
    assert_eq!(opens(&[&goes, &calls]), opening, "one of two with one number");
    assert_eq!(opens(&[&goes, &object_stream(&[(7, "<< /S /URI >>")])]), opening);
    assert_eq!(opens(&[&object(70, "<< /S /GoTo /D (a) >>")]), opening);
}

#[test]
fn a_protected_pdf_is_told_as_such() {
    let garbage = stream(8, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", b"\x9a\x13\x77 encrypted");
    let locked = pdf("", &[&garbage, b"trailer << /Root 1 0 R /Encrypt 6 0 R >>\n"]);
    assert_eq!(judged(&locked), Err(Unfit::Encrypted));
    assert_eq!(
        judged(&pdf("/AA 1", &[&stream(9, "/Type /XRef /Encrypt 6 0 R", b"")])),
        Err(Unfit::Encrypted)
    );
    assert_eq!(judged(&pdf("/EncryptMetadata true", &[])), Ok(()));
}

#[test]
fn a_pdf_has_its_beginning_at_its_first_byte_and_its_end_near_its_last() {
    let plain = pdf("", &[]);
    assert_eq!(judged(&[b"\n", plain.as_slice()].concat()), Err(Unfit::Broken));
    assert_eq!(judged(&[b"GIF89", plain.as_slice()].concat()), Err(Unfit::Broken));
    assert_eq!(judged(&plain[..plain.len() - 10]), Err(Unfit::Broken));
    assert_eq!(judged(&[plain.as_slice(), &[b' '; 2000]].concat()), Err(Unfit::Broken));
    assert_eq!(judged(b"%PDF-1.7\n%%EOF"), Err(Unfit::Broken));
    assert_eq!(judged(&[plain.as_slice(), b"\r\n\r\n"].concat()), Ok(()));
}

#[test]
fn a_pdf_that_is_a_zip_as_well_is_refused() {
    let both =
        [pdf("", &[]), b"PK\x03\x04...PK\x01\x02...PK\x05\x06".to_vec(), vec![0; 18], b"%%EOF".to_vec()]
            .concat();
    assert_eq!(judged(&both), Err(Unfit::NotWhatItSays { said: Content::Pdf, is: Content::Archive }));
}

#[test]
fn a_large_pdf_is_refused() {
    let large = pdf("", &[&stream(9, "/Subtype /Image", &vec![b'x'; MOST_PDF_BYTES])]);
    assert_eq!(judged(&large), Err(Unfit::TooLarge { most_bytes: MOST_PDF_BYTES }));
    let scan =
        pdf("", &[&stream(9, "/Subtype /Image /Filter /FlateDecode", &vec![b'x'; MOST_PDF_BYTES - 2000])]);
    assert_eq!(judged(&scan), Ok(()), "pages and pictures are not inflated");
}
