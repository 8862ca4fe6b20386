//! Messages as another program reads them, whatever they are made of.

use channels::mail::{BadAddress, Mail, Sender, build};
use jiff::Timestamp;
use mail_parser::{Message, MessageParser};
use proptest::prelude::*;
use terms::{Chance, MessageId};

/// The headers of a message, and no others ever.
const HEADERS: [&str; 11] = [
    "auto-submitted",
    "content-language",
    "content-transfer-encoding",
    "content-type",
    "date",
    "from",
    "message-id",
    "mime-version",
    "subject",
    "to",
    "x-auto-response-suppress",
];

fn id() -> MessageId {
    MessageId::new(at(), &Chance::from_seed([3; 32]))
}

fn at() -> Timestamp {
    "2015-03-02T14:00:05Z".parse().unwrap()
}

fn mail<'m>(subject: &'m str, body: &'m str, language: &'m str) -> Mail<'m> {
    Mail { id: id(), to: "mae@example.org", subject, body, language, at: at(), unsubscribe: None }
}

fn sender() -> Sender {
    "Service Desk <desk@311.example.org>".parse().unwrap()
}

fn built(mail: &Mail<'_>, from: &Sender) -> String {
    String::from_utf8(build(mail, from).unwrap().formatted()).unwrap()
}

/// The names of the headers, sorted.
fn names(raw: &str) -> Vec<String> {
    let (head, _) = raw.split_once("\r\n\r\n").unwrap();
    let starts = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    let mut names: Vec<String> = starts.map(|line| line.split(':').next().unwrap().to_lowercase()).collect();
    names.sort();
    names
}

fn parsed(raw: &str) -> Message<'_> {
    MessageParser::default().parse(raw).unwrap()
}

#[test]
fn a_message_says_who_wrote_it_when_and_that_it_was_a_machine() {
    let raw = built(&mail("About it", "Line one.\n\nLine three.", "en"), &sender());
    assert_eq!(names(&raw), HEADERS);
    for line in [
        "From: \"Service Desk\" <desk@311.example.org>",
        "To: mae@example.org",
        "Subject: About it",
        "Date: Mon, 02 Mar 2015 14:00:05 +0000",
        &format!("Message-ID: <{}@311.example.org>", id()),
        "Auto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: All",
        "Content-Language: en",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
    ] {
        assert!(raw.split("\r\n").any(|found| found == line), "{line} in {raw}");
    }
    assert!(raw.ends_with("\r\n\r\nLine one.\r\n\r\nLine three.\r\n"), "{raw}");
    assert_eq!(
        raw,
        built(&mail("About it", "Line one.\n\nLine three.", "en"), &sender()),
        "each time the same"
    );
}

#[test]
fn nothing_can_be_put_in_between() {
    let evil = "Hello\r\nBcc: all@example.org\r\n\r\nBuy pills";
    for (subject, language) in
        [(evil, "en"), (evil, "ar"), ("x\nBcc: y", "en\r\nBcc: z"), ("a\u{2028}b\0c", "x y")]
    {
        let raw = built(&mail(subject, "Words.", language), &sender());
        let known = |name: &String| HEADERS.contains(&name.as_str());
        assert!(names(&raw).iter().all(known) && !raw.contains("\r\nBcc"), "{raw}");
    }
    for to in
        ["", "mae", "mae@example.org\r\nBcc: all", "mae@example.org, joe@example.org", "<mae@example.org>"]
    {
        let refused = build(&Mail { to, ..mail("s", "b", "en") }, &sender());
        assert!(refused.is_err(), "{to:?}");
    }
    for from in [
        "",
        "desk",
        "A\r\nBcc: all <desk@example.org>",
        "A <desk@example.org",
        "a@b.example <c@d.example> <e@f.example>",
    ] {
        let refused: Result<Sender, BadAddress> = from.parse();
        assert!(refused.is_err(), "{from:?}");
    }
    let quoted: Sender = "\"Desk, of the \\ City\" <desk@example.org>".parse().unwrap();
    let raw = built(&mail("s", "b", "en"), &quoted);
    assert_eq!(parsed(&raw).from().unwrap().first().unwrap().address(), Some("desk@example.org"));
}

#[test]
fn what_can_be_ended_with_one_click_says_where_and_nothing_is_put_in_with_it() {
    let with = |unsubscribe| {
        built(&Mail { unsubscribe: Some(unsubscribe), ..mail("News", "Words.", "en") }, &sender())
    };
    let raw = with("https://311.example.org/following/4XQ2-M0ZT-8RWA-KV6D");
    for line in [
        "List-Unsubscribe: <https://311.example.org/following/4XQ2-M0ZT-8RWA-KV6D>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    ] {
        assert!(raw.split("\r\n").any(|found| found == line), "{line} in {raw}");
    }
    let long = format!("https://311.example.org/{}", "x".repeat(400));
    for address in [
        "",
        "http://311.example.org/following/x",
        "mailto:stop@example.org",
        "https://311.example.org/x\r\nBcc: all@example.org",
        "https://311.example.org/x>, <https://evil.example/",
        "https://311.example.org/\u{645}",
        &long,
    ] {
        assert_eq!(names(&with(address)), HEADERS, "{address:.60}");
    }
}

#[test]
fn a_subject_from_right_to_left_is_set_apart() {
    let raw = built(&mail("وصلنا طلبك \u{2068}6EG\u{2069}", "شكرًا", "ar-EG"), &sender());
    assert_eq!(parsed(&raw).subject(), Some("\u{2067}وصلنا طلبك \u{2068}6EG\u{2069}\u{2069}"));
    assert_eq!(parsed(&raw).body_text(0).unwrap().trim_end(), "شكرًا");
    assert!(raw.is_ascii(), "{raw}");
}

proptest! {
    #[test]
    fn whatever_is_said_another_program_reads_it_back(
        subject in "\\PC{0,200}", body in "(\\PC|[\\n\\t]){0,400}", language in "\\PC{0,8}"
    ) {
        let raw = built(&mail(&subject, &body, &language), &sender());
        prop_assert!(raw.is_ascii() && raw.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\r', '\n'])));
        let mut names = names(&raw);
        names.retain(|name| name != "content-language");
        prop_assert_eq!(names.len(), HEADERS.len() - 1);
        let message = parsed(&raw);
        let squeeze = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let said = message.subject().unwrap_or_default().trim_matches(['\u{2067}', '\u{2069}']);
        prop_assert_eq!(squeeze(said), squeeze(subject.trim_matches(['\u{2067}', '\u{2069}'])));
        prop_assert_eq!(squeeze(&message.body_text(0).unwrap_or_default()), squeeze(&body));
    }

    #[test]
    fn no_byte_of_anything_adds_a_header(subject in ".{0,80}", body in "(?s).{0,80}", name in ".{0,40}", tag in ".{0,9}") {
        let from: Result<Sender, _> = format!("{name} <desk@example.org>").parse();
        let raw = built(&mail(&subject, &body, &tag), &from.unwrap_or_else(|_| sender()));
        let mut names = names(&raw);
        names.retain(|name| name != "content-language");
        prop_assert_eq!(names.len(), HEADERS.len() - 1, "{}", raw);
        prop_assert!(names.iter().all(|name| HEADERS.contains(&name.as_str())), "{:?}", names);
    }
}
