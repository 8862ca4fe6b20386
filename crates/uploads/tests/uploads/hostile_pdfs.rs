//! PDFs that hide something from us and not from a reader, or that would keep us busy.

use crate::pdfs::judged;
use crate::samples::*;
use uploads::{MOST_INFLATED_BYTES, Unfit};

const SCRIPT: Result<(), Unfit> = Err(Unfit::Active { name: "JavaScript" });
const UNCHECKED: Result<(), Unfit> = Err(Unfit::Unchecked);

#[test]
fn an_object_is_found_wherever_a_table_of_objects_could_point() {
    let hidden = "6 0 obj << /S /JavaScript >> endobj";
    for place in [
        object(5, &format!("({hidden})")),
        object(5, &format!("<< /T ({hidden}) >>")),
        format!("% {hidden}\n").into_bytes(),
        stream(5, "/Subtype /Image", hidden.as_bytes()),
        b"6 0 obj\t%comment\r<<\0/S/JavaScript>>".to_vec(),
        b"6\n0obj<</S/JavaScript>>".to_vec(),
        b"trailer<</S/JavaScript>>".to_vec(),
        b"6 0 obj [[[<</S/JavaScript>>]]]".to_vec(),
    ] {
        assert_eq!(judged(&pdf("", &[&place])), SCRIPT, "{}", String::from_utf8_lossy(&place));
    }
}

#[test]
fn an_object_is_found_wherever_an_object_stream_could_point() {
    let text = "9 1 10 0 (<< /S /JavaScript >>)";
    let hidden = |first: usize, count: usize| {
        let dictionary = format!("/Type /ObjStm /N {count} /First {first} /Filter [/FlateDecode]");
        judged(&pdf("", &[&stream(8, &dictionary, &deflated(text.as_bytes()))]))
    };
    assert_eq!(hidden(9, 2), SCRIPT);
    assert_eq!(hidden(9, 1), UNCHECKED, "more numbers than it says");
    assert_eq!(hidden(10, 2), UNCHECKED, "something else among the numbers");
    assert_eq!(hidden(1000, 1), UNCHECKED);
}

/// Chrome's reader takes two bytes for space that others take for letters.
#[test]
fn space_for_some_readers_only_is_refused() {
    for space in [b'\x80', b'\xff'] {
        for text in [
            "6_0 obj<</A 1>>",
            "6 0_obj<</A 1>>",
            "6 0 obj_<</A 1>>",
            "6 0 obj<<_/A 1>>",
            "6 0 obj<</A_1>>",
            "6 0 obj<</A 1>>_stream",
            "trailer_<</A 1>>",
        ] {
            let bytes: Vec<u8> = text.bytes().map(|byte| if byte == b'_' { space } else { byte }).collect();
            assert_eq!(judged(&pdf("", &[&bytes, b"\n"])), UNCHECKED, "{text} {space}");
        }
        assert_eq!(judged(&pdf("", &[&[b"6 0 obj<</A(".as_slice(), &[space], b")>>\n"].concat()])), Ok(()));
    }
}

#[test]
fn what_cannot_be_judged_is_refused() {
    let data = deflated(b"9 0 << /Fine true >>");
    let packed = |dictionary: &str, data: &[u8]| judged(&pdf("", &[&stream(8, dictionary, data)]));
    assert_eq!(packed("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &data), Ok(()));
    for dictionary in [
        "/Type /ObjStm /N 1 /First 4",
        "/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode",
        "/N 1 /First 4 /Filter /ASCIIHexDecode",
        "/N 1 /#46irst 4 /Filter /RunLengthDecode",
        "/Type /ObjStm /N 1 /First 4 /Filter [/ASCII85Decode /FlateDecode]",
        "/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]",
        "/Type /ObjStm /N 1 /First 4 /Filter 7 0 R",
        "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Filter /LZWDecode",
        "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /DecodeParms << /Predictor 12 >>",
        "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /F (other.pdf)",
        "/Type /ObjStm /N 1 /First 7 0 R /Filter /FlateDecode",
        "/Type /ObjStm /N 1 /First 4 /First 5 /Filter /FlateDecode",
        "/Type /ObjStm /First 4 /Filter /FlateDecode",
        "/Type /ObjStm /N -1 /First 4 /Filter /FlateDecode",
        "/Type /ObjStm /N 1 /Filter /FlateDecode",
    ] {
        assert_eq!(packed(dictionary, &data), UNCHECKED, "{dictionary}");
    }
    let sound = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode";
    assert_eq!(packed(sound, &data[..data.len() - 5]), UNCHECKED, "cut short");
    assert_eq!(packed(sound, b"no zlib"), UNCHECKED);
    assert_eq!(packed(sound, &deflated(b"9 0 << /Open [ >>")), UNCHECKED);
    for broken in
        ["<< /A [ >> ]", "<< /A (open >>", "<< /A <zz> >>", "<< /A endobj", "<< /A\u{0}/B \u{80} >>"]
    {
        assert_eq!(judged(&pdf("", &[&object(9, broken)])), UNCHECKED, "{broken}");
    }
}

#[test]
fn an_inflation_bomb_is_stopped() {
    let bomb = |bytes: usize| {
        stream(8, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &deflated(&vec![b' '; bytes]))
    };
    assert_eq!(judged(&pdf("", &[&bomb(1 << 20)])), UNCHECKED, "a thousand times its size");
    assert_eq!(judged(&pdf("", &[&bomb(MOST_INFLATED_BYTES + 1)])), UNCHECKED);
    // Each within the ratio, all together too much.
    let lines =
        (0..60_000_u32).map(|n| format!("<< /A {} /B (abc) >> ", n.wrapping_mul(2_654_435_761) >> 23));
    let line = lines.collect::<String>();
    let one = object_stream(&[(9, &line)]);
    assert!(one.len() * 200 > line.len());
    assert_eq!(judged(&pdf("", &[&one])), Ok(()));
    assert_eq!(judged(&pdf("", &[&one.repeat(MOST_INFLATED_BYTES / line.len() + 1)])), UNCHECKED);
}

/// Each of these would take a time that grows with the square of its size, if nothing were counted.
#[test]
fn files_made_to_keep_us_busy_are_given_up() {
    let million = 1_000_000;
    for (what, unit, expected) in [
        ("strings that never end", "1 0 obj[(", UNCHECKED),
        ("arrays that never end", "1 0 obj[", UNCHECKED),
        ("comments that never end", " obj%", UNCHECKED),
        ("objects in objects", "1 0 obj<</A(", UNCHECKED),
        ("digits", "1", Ok(())),
        ("space", " ", Ok(())),
        ("the word alone", " obj", Ok(())),
        ("numbers", "1 0 obj 1 ", Ok(())),
        ("empty objects", "1 0 obj[]", Ok(())),
        ("trailers", "trailer<<>>", Ok(())),
    ] {
        let text = unit.repeat(4 * million / unit.len());
        assert_eq!(judged(&pdf("", &[text.as_bytes(), b"\n"])), expected, "{what}");
    }
    // Blocks of nothing, which take input and give no output, and many streams that all read them.
    let head = "1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n\x78\u{1}";
    let nothing = [0_u8, 0, 0, 0xff, 0xff].repeat(million / 5);
    let many = pdf("", &[head.repeat(2000).as_bytes(), &nothing]);
    assert_eq!(judged(&many), UNCHECKED);
    let words = format!("[{}]", "1 ".repeat(2 * million));
    assert_eq!(judged(&pdf("", &[&object(9, &words)])), UNCHECKED);
}

#[test]
fn overlapping_streams_are_given_up() {
    // Strings keep the readings apart; each object begins inside the string of the one before.
    let nested = "9 0 obj<</A(".repeat(200) + &")>>".repeat(200);
    let kept = judged(&pdf("", &[&nested.repeat(400).into_bytes()]));
    assert_eq!(kept, UNCHECKED);
}
