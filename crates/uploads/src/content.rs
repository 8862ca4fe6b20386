//! What a file is, told from its bytes.

use crate::Kind;
use std::fmt;

/// How far into a file we look for markup, and readers of PDF for its header.
const FIRST_BYTES: usize = 4096;
const FURTHEST_PDF_HEADER: usize = 1024;

/// What a file is, or is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Content {
    /// JPEG.
    Jpeg,
    /// PNG, moving or not.
    Png,
    /// WebP, moving or not.
    WebP,
    /// GIF, moving or not.
    Gif,
    /// HEIC, HEIF: what iPhones take.
    Heic,
    /// AVIF.
    Avif,
    /// TIFF, BMP, JPEG XL and the like.
    OtherPicture,
    /// PDF.
    Pdf,
    /// Text in UTF-8 without control characters.
    Text,
    /// A web page.
    Html,
    /// A drawing that may hold scripts.
    Svg,
    /// Other XML.
    Xml,
    /// A file of an office program, or for a printer.
    Office,
    /// Zip and its like.
    Archive,
    /// Something that a computer runs.
    Program,
    /// Sound or video.
    Recording,
}

use Content::{
    Archive, Avif, Gif, Heic, Html, Jpeg, Office, OtherPicture, Pdf, Png, Program, Recording, Svg, Text,
    WebP, Xml,
};

/// What no text begins with, or only one that wants to be taken for it: where, what, and what it is.
const SIGNATURES: [(usize, &[u8], Content); 43] = [
    (0, b"\xff\xd8\xff", Jpeg),
    (0, b"\x89PNG\r\n\x1a\n", Png),
    (0, b"GIF87a", Gif),
    (0, b"GIF89a", Gif),
    (0, b"%PDF-", Pdf),
    (4, b"ftypheic", Heic),
    (4, b"ftypheix", Heic),
    (4, b"ftypheim", Heic),
    (4, b"ftypheis", Heic),
    (4, b"ftyphevc", Heic),
    (4, b"ftyphevx", Heic),
    (4, b"ftypmif1", Heic),
    (4, b"ftypmsf1", Heic),
    (4, b"ftypavif", Avif),
    (4, b"ftypavis", Avif),
    (4, b"ftyp", Recording),
    (0, b"II*\0", OtherPicture),
    (0, b"MM\0*", OtherPicture),
    (0, b"8BPS", OtherPicture),
    (0, b"\0\0\x01\0", OtherPicture),
    (0, b"\xff\x0a", OtherPicture),
    (4, b"JXL \r\n\x87\n", OtherPicture),
    (4, b"jP  \r\n\x87\n", OtherPicture),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Office),
    (0, b"{\\rtf", Office),
    (0, b"%!PS", Office),
    (0, b"\x1f\x8b", Archive),
    (0, b"\xfd7zXZ\0", Archive),
    (0, b"7z\xbc\xaf\x27\x1c", Archive),
    (0, b"Rar!\x1a\x07", Archive),
    (0, b"\x28\xb5\x2f\xfd", Archive),
    (0, b"MSCF\0\0\0\0", Archive),
    (257, b"ustar", Archive),
    (0, b"\x7fELF", Program),
    (0, b"\xcf\xfa\xed\xfe", Program),
    (0, b"\xce\xfa\xed\xfe", Program),
    (0, b"\xca\xfe\xba\xbe", Program),
    (0, b"\0asm", Program),
    (0, b"dex\n", Program),
    (0, b"L\0\0\0\x01\x14\x02\0", Program),
    (0, b"#!", Program),
    (0, b"\x1a\x45\xdf\xa3", Recording),
    (0, b"OggS\0", Recording),
];

/// What a text may well begin with; asked only of what is no text.
const OF_BINARY: [(usize, &[u8], Content); 8] = [
    (0, b"MZ", Program),
    (0, b"BM", OtherPicture),
    (0, b"BZh", Archive),
    (8, b"AVI ", Recording),
    (8, b"WAVE", Recording),
    (0, b"ID3", Recording),
    (0, b"fLaC", Recording),
    (0, b"\xff\xfb", Recording),
];

/// What the first entry of an office program's zip is called.
const OFFICE_ENTRIES: [&[u8]; 7] =
    [b"[Content_Types].xml", b"_rels/", b"docProps/", b"mimetype", b"word/", b"xl/", b"ppt/"];

/// The tags that a browser takes for the beginning of a page. After MIME Sniffing, WHATWG, 2025.
const TAGS: [&str; 24] = [
    "!doctype html",
    "!--",
    "html",
    "head",
    "title",
    "meta",
    "link",
    "style",
    "script",
    "iframe",
    "body",
    "h1",
    "div",
    "p",
    "a",
    "b",
    "br",
    "font",
    "table",
    "img",
    "form",
    "input",
    "object",
    "embed",
];

/// What the bytes are, if it is anything that we know.
pub(crate) fn of(bytes: &[u8]) -> Option<Content> {
    let begins =
        |(at, what, _): &&(usize, &[u8], Content)| bytes.get(*at..).is_some_and(|b| b.starts_with(what));
    let known = |table: &[(usize, &[u8], Content)]| table.iter().find(begins).map(|(_, _, content)| *content);
    let known = known(&SIGNATURES)
        .or_else(|| (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")).then_some(WebP))
        .or_else(|| zip(bytes))
        .or_else(|| markup(bytes))
        .or_else(|| late_pdf(bytes))
        .or_else(|| is_text(bytes).then_some(Text));
    known.or_else(|| OF_BINARY.iter().find(begins).map(|(_, _, content)| *content))
}

/// A zip by its first bytes, told from an office file by the name of its first entry. Nothing is unpacked.
fn zip(bytes: &[u8]) -> Option<Content> {
    if bytes.starts_with(b"PK\x05\x06") || bytes.starts_with(b"PK\x07\x08") {
        return Some(Archive);
    }
    let name = bytes.strip_prefix(b"PK\x03\x04").map(|rest| rest.get(26..).unwrap_or_default())?;
    let is_office = OFFICE_ENTRIES.iter().any(|entry| name.starts_with(entry));
    Some(if is_office { Office } else { Archive })
}

/// A page or a drawing, whatever its encoding.
fn markup(bytes: &[u8]) -> Option<Content> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let first = bytes.get(..FIRST_BYTES).unwrap_or(bytes).to_ascii_lowercase();
    let inside = String::from_utf8_lossy(first.strip_prefix(b"<")?);
    let opens = |tag: &&str| {
        inside
            .strip_prefix(*tag)
            .is_some_and(|rest| *tag == "!--" || !rest.starts_with(char::is_alphanumeric))
    };
    match () {
        () if inside.starts_with("?php") || inside.starts_with('%') => Some(Program),
        () if inside.starts_with("svg") || inside.contains("<svg") => Some(Svg),
        () if TAGS.iter().any(opens) || inside.contains("<html") => Some(Html),
        () if inside.starts_with("?xml") || inside.starts_with("!doctype") => Some(Xml),
        () => None,
    }
}

/// A PDF behind something else, which readers would open all the same.
fn late_pdf(bytes: &[u8]) -> Option<Content> {
    let first = bytes.get(..FURTHEST_PDF_HEADER).unwrap_or(bytes);
    first.windows(5).any(|window| window == b"%PDF-").then_some(Pdf)
}

fn is_text(bytes: &[u8]) -> bool {
    let is_control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0c');
    std::str::from_utf8(bytes).is_ok_and(|text| !text.contains(is_control))
}

impl Content {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Jpeg,
        Png,
        WebP,
        Gif,
        Heic,
        Avif,
        OtherPicture,
        Pdf,
        Text,
        Html,
        Svg,
        Xml,
        Office,
        Archive,
        Program,
        Recording,
    ];

    /// The key of the words for it in the reader's language.
    pub fn key(self) -> &'static str {
        match self {
            Jpeg => "file-jpeg",
            Png => "file-png",
            WebP => "file-webp",
            Gif => "file-gif",
            Heic => "file-heic",
            Avif => "file-avif",
            OtherPicture => "file-other-picture",
            Pdf => "file-pdf",
            Text => "file-text",
            Html => "file-html",
            Svg => "file-svg",
            Xml => "file-xml",
            Office => "file-office",
            Archive => "file-archive",
            Program => "file-program",
            Recording => "file-recording",
        }
    }

    /// What it is kept as, if it is taken.
    pub(crate) fn kind(self) -> Option<Kind> {
        match self {
            Jpeg | Png | WebP | Gif => Some(Kind::Jpeg),
            Pdf => Some(Kind::Pdf),
            Text => Some(Kind::Text),
            Heic | Avif | OtherPicture | Html | Svg | Xml | Office | Archive | Program | Recording => None,
        }
    }

    /// Whether a file that claims this may be that. One sort of picture may call itself another: it is drawn again.
    pub(crate) fn fits(self, is: Self) -> bool {
        let is_picture = |content| matches!(content, Jpeg | Png | WebP | Gif | Heic | Avif | OtherPicture);
        let is_packed = |content| matches!(content, Office | Archive);
        self == is || (is_picture(self) && is_picture(is)) || (is_packed(self) && is_packed(is))
    }

    /// What to send instead.
    pub(crate) fn mend(self) -> &'static str {
        match self {
            OtherPicture | Svg | Heic | Avif => "save it as JPEG or PNG",
            Html | Xml | Office => "save it as a PDF",
            Archive => "take the files out of it and send each by itself",
            Recording => "send a picture of it, or tell in words what is to be seen and heard",
            Program => "send a picture, a PDF or plain text",
            Jpeg | Png | WebP | Gif | Pdf | Text => "send it again",
        }
    }
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Jpeg => "a JPEG picture",
            Png => "a PNG picture",
            WebP => "a WebP picture",
            Gif => "a GIF picture",
            Heic => "a HEIC picture",
            Avif => "an AVIF picture",
            OtherPicture => "a picture of another format",
            Pdf => "a PDF",
            Text => "plain text",
            Html => "a web page",
            Svg => "an SVG drawing",
            Xml => "an XML file",
            Office => "an office document",
            Archive => "an archive such as zip",
            Program => "a program",
            Recording => "a video or sound recording",
        })
    }
}
