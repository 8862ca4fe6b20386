//! What must hold for any bytes under any name: no panic, an end, and nothing kept that is not clean.

use crate::pictures::is_clean;
use crate::samples::*;
use image::ImageFormat;
use proptest::prelude::*;
use std::sync::LazyLock;
use uploads::{Kind, LONGEST_NAME, Taken, Unfit, take};

/// A sound file of each sort, small, so that a changed byte is likely to matter.
static SOUND: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let made = [
        photo(24, 16, 6),
        encoded(&scene(24, 16), ImageFormat::Png),
        encoded(&scene(24, 16), ImageFormat::WebP),
        encoded(&scene(24, 16), ImageFormat::Gif),
        pdf("/OpenAction 9 0 R", &[&object_stream(&[(9, "<< /S /GoTo /D (a) >>"), (10, "[1 2 (x)]")])]),
        "Straße, شارع and a few words more\n".into(),
    ];
    let kept =
        [PROGRESSIVE_JPEG, CMYK_JPEG, LOSSY_WEBP, LOSSY_WEBP_WITH_ALPHA, MOVING_GIF, MOVING_PNG, MOVING_WEBP];
    made.into_iter().chain(kept.map(<[u8]>::to_vec)).collect()
});

const BEGINNINGS: [&[u8]; 12] = [
    b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01",
    b"\xff\xd8\xff\xda",
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x08\x08\x06\0\0\0",
    b"GIF89a\x08\0\x08\0\x80\0\0",
    b"RIFF\xff\0\0\0WEBPVP8 ",
    b"RIFF\xff\0\0\0WEBPVP8L\xf0\0\0\0\x2f\x07\xc0\x01\0",
    b"RIFF\xff\0\0\0WEBPVP8X\x0a\0\0\0",
    b"%PDF-1.7\n1 0 obj <<",
    b"PK\x03\x04",
    b"\0\0\0\x18ftyp",
    b"<",
    b"{\\rtf",
];

fn changed() -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<prop::sample::Index>(), any::<u8>());
    let cut = prop::option::weighted(0.1, any::<prop::sample::Index>());
    let insert =
        prop::option::weighted(0.2, (any::<prop::sample::Index>(), prop::collection::vec(any::<u8>(), 1..9)));
    (0..SOUND.len(), prop::collection::vec(change, 1..9), cut, insert).prop_map(
        |(sample, changes, cut, insert)| {
            let mut bytes = SOUND[sample].clone();
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if let Some((at, more)) = insert {
                let at = at.index(bytes.len());
                bytes.splice(at..at, more);
            }
            bytes.truncate(cut.map_or(bytes.len(), |at| at.index(bytes.len())));
            bytes
        },
    )
}

fn holds(result: &Result<Taken, Unfit>, sent: &[u8]) {
    let Ok(taken) = result else { return };
    match taken.kind {
        Kind::Jpeg => is_clean(taken),
        Kind::Pdf => assert!(taken.bytes == sent && sent.starts_with(b"%PDF-") && taken.thumbnail.is_none()),
        Kind::Text => assert!(taken.bytes == sent && std::str::from_utf8(sent).is_ok()),
    }
    is_showable(&taken.name, taken.kind);
}

fn is_showable(name: &str, kind: Kind) {
    assert!(
        name.chars().count() <= LONGEST_NAME && name.ends_with(&format!(".{}", kind.extension())),
        "{name:?}"
    );
    let bad = |c: char| c.is_control() || "/\\<>\"".contains(c) || ('\u{202a}'..='\u{202e}').contains(&c);
    assert!(!name.contains(bad) && !name.contains(|c| ('\u{2066}'..='\u{2069}').contains(&c)), "{name:?}");
    assert!(!name.starts_with('.') && name.len() > kind.extension().len() + 1, "{name:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_bytes_are_taken_or_refused(
        name in ".{0,40}", said in prop::option::of(".{0,30}"), bytes in prop::collection::vec(any::<u8>(), 0..600)
    ) {
        holds(&take(&name, said.as_deref(), &bytes), &bytes);
    }

    #[test]
    fn any_bytes_behind_a_known_beginning_are_taken_or_refused(
        begin in 0..BEGINNINGS.len(), rest in prop::collection::vec(any::<u8>(), 0..600)
    ) {
        let bytes = [BEGINNINGS[begin], &rest].concat();
        holds(&take("", None, &bytes), &bytes);
    }

    #[test]
    fn changed_files_are_taken_or_refused(bytes in changed()) {
        holds(&take("a", None, &bytes), &bytes);
    }

    #[test]
    fn pdf_syntax_in_any_order_is_taken_or_refused(words in prop::collection::vec(prop::sample::select(vec![
        "<<", ">>", "[", "]", "(", ")", "<41>", "/S", "/JavaScript", "/#4aavaScript", "/First", "/ObjStm", "/N", "/Filter",
        "/FlateDecode", "stream\n", "endstream", "endobj", "1 0 obj", "obj", "trailer", "% c\n", "7", "0", "R", "/OpenAction",
        "\n", "\\", "/Encrypt", "x\u{9c}\u{3}",
    ]), 0..60)) {
        let bytes = format!("%PDF-1.4\n{}\n%%EOF", words.join(" ")).into_bytes();
        let result = take("a.pdf", None, &bytes);
        let is_plain = |script: &str| words.windows(4).any(|w| *w == ["1 0 obj", "<<", script, ">>"]);
        prop_assert!(!(result.is_ok() && (is_plain("/JavaScript") || is_plain("/#4aavaScript"))));
        holds(&result, &bytes);
    }

    #[test]
    fn any_text_is_kept_word_for_word(text in "[a-zA-Zäöü شارع .,;\n\t]{1,200}") {
        let taken = take("a.txt", Some("text/plain"), text.as_bytes()).unwrap();
        prop_assert_eq!(taken.bytes, text.into_bytes());
    }

    #[test]
    fn any_name_becomes_one_to_show(name in "\\PC{0,300}|[./\\\\\u{202e}\u{2066} \u{0}a-z]{0,300}") {
        match take(&name, None, b"words") {
            Ok(taken) => is_showable(&taken.name, Kind::Text),
            Err(unfit) => prop_assert!(matches!(unfit, Unfit::NotWhatItSays { .. }), "{name:?}: {unfit}"),
        }
    }
}
