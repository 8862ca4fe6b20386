//! Tickets on paper: the bytes of one are known, a printer reads back what was meant, and no text commands it.

use channels::escpos::{ASK_PAPER, Slip, Unprintable, is_out_of_paper, render};
use proptest::prelude::*;

const LINK: &str = "https://desk.example/visits/4XQ2M0ZT8RWAKV6D";

/// What a printer makes of the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Done {
    Reset,
    Table(u8),
    Centred,
    /// Letters at so many times their usual size.
    Line(u8, Vec<u8>),
    Code(Vec<u8>),
    Feed(u8),
    Cut,
}

/// Reads as a printer does; nothing for bytes that are no command of ours.
fn decoded(mut bytes: &[u8]) -> Option<Vec<Done>> {
    let (mut done, mut line, mut size, mut stored) = (Vec::new(), Vec::new(), 1, None);
    while let Some((first, rest)) = bytes.split_first() {
        bytes = match (first, rest) {
            (0x1b, [b'@', rest @ ..]) => push(&mut done, Done::Reset, rest),
            (0x1b, [b't', table, rest @ ..]) => push(&mut done, Done::Table(*table), rest),
            (0x1b, [b'a', 1, rest @ ..]) => push(&mut done, Done::Centred, rest),
            (0x1b, [b'd', lines, rest @ ..]) => push(&mut done, Done::Feed(*lines), rest),
            (0x1d, [b'V', b'B', 0, rest @ ..]) => push(&mut done, Done::Cut, rest),
            (0x1d, [b'!', times, rest @ ..]) if times >> 4 == times & 15 => {
                size = (times & 15) + 1;
                rest
            }
            (0x1d, [b'(', b'k', low, high, rest @ ..]) => {
                let (command, rest) =
                    rest.split_at_checked(usize::from(u16::from_le_bytes([*low, *high])))?;
                match command {
                    [b'1', b'A', b'2', 0] | [b'1', b'C', 1..=16] | [b'1', b'E', b'0'..=b'3'] => {}
                    [b'1', b'P', b'0', data @ ..] => stored = Some(data.to_vec()),
                    [b'1', b'Q', b'0'] => done.push(Done::Code(stored.take()?)),
                    _ => return None,
                }
                rest
            }
            (b'\n', rest) => {
                if !line.is_empty() {
                    done.push(Done::Line(size, std::mem::take(&mut line)));
                }
                rest
            }
            (0x20..=0x7e | 0x80..=0xff, rest) => {
                line.push(*first);
                rest
            }
            _ => return None,
        };
    }
    line.is_empty().then_some(done)
}

fn push<'b>(done: &mut Vec<Done>, one: Done, rest: &'b [u8]) -> &'b [u8] {
    done.push(one);
    rest
}

fn slip<'a>(words: &'a [&'a str]) -> Slip<'a> {
    Slip {
        office: "City Hall",
        ticket: "A17",
        line: "Licences",
        words,
        link: Some(LINK),
        hint: "See your place",
    }
}

#[test]
fn the_bytes_of_a_ticket_are_known() {
    let mut golden = b"\x1b@\x1bt\x10\x1ba\x01".to_vec();
    golden
        .extend_from_slice(b"\x1d!\x00City Hall\n\x1d!\x77A17\n\x1d!\x11Licences\n\x1d!\x003 people ahead\n");
    golden.extend_from_slice(b"\x1d(k\x04\x001A2\x00\x1d(k\x03\x001C\x06\x1d(k\x03\x001E1\x1d(k\x2f\x001P0");
    golden.extend_from_slice(LINK.as_bytes());
    golden.extend_from_slice(b"\x1d(k\x03\x001Q0\n\x1d!\x00See your place\n\x1bd\x03\x1dVB\x00");
    assert_eq!(render(&slip(&["3 people ahead"])).unwrap(), golden);
}

#[test]
fn a_printer_reads_back_what_was_meant() {
    let words = ["Lundi 13 avril, 8\u{202f}h\u{202f}32", "Environ 10 à 15 minutes — déjà payé : 5 €"];
    let read = decoded(&render(&slip(&words)).unwrap()).unwrap();
    let text = |size, text: &[u8]| Done::Line(size, text.to_vec());
    assert_eq!(
        read,
        [
            Done::Reset,
            Done::Table(16),
            Done::Centred,
            text(1, b"City Hall"),
            text(8, b"A17"),
            text(2, b"Licences"),
            text(1, b"Lundi 13 avril, 8 h 32"),
            text(1, b"Environ 10 \xe0 15 minutes \x97 d\xe9j\xe0"),
            text(1, b"pay\xe9 : 5 \x80"),
            Done::Code(LINK.as_bytes().to_vec()),
            text(1, b"See your place"),
            Done::Feed(3),
            Done::Cut,
        ]
    );
    let long = Slip { ticket: "AB12345", ..Slip::default() };
    assert!(decoded(&render(&long).unwrap()).unwrap().contains(&text(4, b"AB12345")));
}

#[test]
fn letters_that_the_printer_does_not_have_are_told_and_not_guessed() {
    for (words, letter) in [("உரிமங்கள்", 'உ'), ("التراخيص", 'ا'), ("लाइसेंस", 'ल'), ("Łódź", 'Ł')]
    {
        let slip = Slip { line: words, ..slip(&[]) };
        assert_eq!(render(&slip), Err(Unprintable::Letter(letter)));
    }
}

#[test]
fn hostile_text_stays_text() {
    let words = ["\x1b@\x1dV\x00\x10\x14\x01\0\r\n\u{9b}1m\u{7f}end \u{2067}turned\u{2069}"];
    let read = decoded(&render(&slip(&words)).unwrap()).unwrap();
    assert!(read.contains(&Done::Line(1, b"@ V 1m end turned".to_vec())), "{read:?}");
    assert_eq!(read.iter().filter(|done| **done == Done::Cut).count(), 1);
    for link in ["", "https://desk.example/\x1b@", "https://desk.example/ä", &"x".repeat(201)] {
        assert_eq!(render(&Slip { link: Some(link), ..slip(&[]) }), Err(Unprintable::Link), "{link:?}");
    }
    let endless = "word ".repeat(10_000);
    assert_eq!(render(&slip(&[&endless])), Err(Unprintable::TooLong));
}

#[test]
fn a_printer_tells_when_it_has_no_paper() {
    assert_eq!(ASK_PAPER, [0x10, 0x04, 0x04]);
    assert!(is_out_of_paper(0x72) && is_out_of_paper(0x32));
    assert!(!is_out_of_paper(0x12) && !is_out_of_paper(0x1e), "paper that is near its end still prints");
}

proptest! {
    #[test]
    fn whatever_is_written_a_printer_sees_one_ticket(
        office in ".{0,40}", ticket in "[A-Z]{1,2}[0-9]{1,6}", line in "[\\x00-\\xff]{0,60}", words in ".{0,200}",
    ) {
        let words = [words.as_str()];
        let slip = Slip { office: &office, ticket: &ticket, line: &line, words: &words, link: Some(LINK), hint: "" };
        if let Ok(bytes) = render(&slip) {
            let read = decoded(&bytes);
            prop_assert!(read.is_some(), "{bytes:?}");
            let read = read.unwrap_or_default();
            prop_assert_eq!(read.iter().filter(|done| **done == Done::Reset).count(), 1);
            prop_assert_eq!(read.last(), Some(&Done::Cut));
            prop_assert_eq!(read.iter().filter(|done| matches!(done, Done::Code(_))).count(), 1);
        }
    }
}
