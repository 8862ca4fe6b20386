//! A file's name, made fit to be shown; it is never a path.

use crate::{Kind, claim};

/// The longest name that is shown, in characters.
pub const LONGEST_NAME: usize = 100;
/// How much of what was sent is looked at.
const LONGEST_SENT: usize = 1000;
/// What a file is called that came without a name.
const NAMELESS: &str = "file";

/// The last part of a path, without what cannot be seen, turns the direction of writing or means something to a shell.
pub(crate) fn shown(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen = last.chars().filter(|c| !is_unseen(*c)).take(LONGEST_SENT);
    let plain: String = seen.map(|c| if "<>:\"|?*".contains(c) { '_' } else { c }).collect();
    plain.trim_matches(is_edge).to_owned()
}

/// What stands after the last dot, or nothing.
pub(crate) fn extension(shown: &str) -> &str {
    shown.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// The name with the extension of what the file is now; an extension of something else that we know is taken off.
pub(crate) fn of_kind(shown: &str, kind: Kind) -> String {
    let stem = match shown.rsplit_once('.') {
        Some((stem, extension)) if claim::of_extension(extension).is_some() => stem,
        _ => shown,
    };
    let room = LONGEST_NAME - kind.extension().len() - 1;
    let cut: String = stem.chars().take(room).collect();
    let stem = cut.trim_matches(is_edge);
    format!("{}.{}", if stem.is_empty() { NAMELESS } else { stem }, kind.extension())
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || c == '.'
}

/// Control characters, what ends a line, marks and overrides of direction, and what has no width. The joiners U+200C
/// and U+200D stay: Persian and Hindi need them.
fn is_unseen(c: char) -> bool {
    let turns =
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}');
    let hides =
        matches!(c, '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{feff}' | '\u{fffe}' | '\u{ad}');
    c.is_control() || turns || hides || matches!(c, '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_NAME, of_kind, shown};
    use crate::Kind;

    fn named(name: &str, kind: Kind) -> String {
        of_kind(&shown(name), kind)
    }

    #[test]
    fn names_lose_paths_controls_and_turned_writing() {
        for (sent, kept) in [
            ("photo.jpg", "photo.jpg"),
            ("../../etc/passwd.jpg", "passwd.jpg"),
            ("C:\\fakepath\\IMG_0001.JPEG", "IMG_0001.jpg"),
            ("a\u{202e}gpj.exe.jpg", "agpj.exe.jpg"),
            ("a\u{2066}b\u{2069}\0\r\n\u{7f}.png", "ab.jpg"),
            (".htaccess.jpg", "htaccess.jpg"),
            ("straße und Fluß 2.webp", "straße und Fluß 2.jpg"),
            ("صورة.png", "صورة.jpg"),
            ("a\"b<c>.jpg", "a_b_c_.jpg"),
            ("", "file.jpg"),
            ("..", "file.jpg"),
            ("/", "file.jpg"),
            (".jpg", "jpg.jpg"),
            ("report.v2", "report.v2.jpg"),
            ("trailing. . ", "trailing.jpg"),
        ] {
            assert_eq!(named(sent, Kind::Jpeg), kept, "{sent:?}");
        }
    }

    #[test]
    fn the_extension_fits_the_kind() {
        assert_eq!(named("list.csv", Kind::Text), "list.txt");
        assert_eq!(named("scan.PDF", Kind::Pdf), "scan.pdf");
        assert_eq!(named("scan", Kind::Pdf), "scan.pdf");
    }

    #[test]
    fn long_names_are_cut_before_the_extension() {
        let name = named(&format!("{}.pdf", "ö".repeat(5000)), Kind::Pdf);
        assert_eq!(name.chars().count(), LONGEST_NAME);
        assert!(name.ends_with("ö.pdf"), "{name}");
    }
}
