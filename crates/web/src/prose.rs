//! The small markup of articles: paragraphs, lists, and addresses that become links; everything else is only words.

/// Signs that end a sentence after an address, and do not belong to it.
const AFTER: &[char] = &['.', ',', ';', ':', '!', '?', ')', ']', '»', '”', '"', '\'', '،', '؟', '।'];
/// What begins a line of a list.
const BULLETS: [&str; 3] = ["- ", "* ", "• "];

/// A paragraph, or a list.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) is_list: bool,
    /// The lines of a list; of a paragraph there is one.
    pub(crate) lines: Vec<Vec<Piece>>,
}

/// Words, or an address.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) is_link: bool,
}

/// What a text is made of.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let end = |lines: &mut Vec<&str>, blocks: &mut Vec<Block>| {
        let paragraph = lines.join("\n");
        lines.clear();
        if !paragraph.is_empty() {
            blocks.push(Block { is_list: false, lines: vec![pieces(&paragraph)] });
        }
    };
    let mut goes_on = false;
    for line in text.lines().map(str::trim) {
        let entry = BULLETS.iter().find_map(|bullet| line.strip_prefix(bullet));
        match entry {
            Some(entry) if goes_on => {
                blocks.last_mut().into_iter().for_each(|list| list.lines.push(pieces(entry)));
            }
            Some(entry) => {
                end(&mut lines, &mut blocks);
                blocks.push(Block { is_list: true, lines: vec![pieces(entry)] });
            }
            None if line.is_empty() => end(&mut lines, &mut blocks),
            None => lines.push(line),
        }
        goes_on = entry.is_some();
    }
    end(&mut lines, &mut blocks);
    blocks
}

/// Words and the addresses between them.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let words = |text: &str, pieces: &mut Vec<Piece>| match pieces.last_mut() {
        Some(last) if !last.is_link => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), is_link: false }),
    };
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        let address = word.trim_end_matches(AFTER);
        let host = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
        if host.is_some_and(|host| host.starts_with(|c: char| c.is_ascii_alphanumeric())) {
            pieces.push(Piece { text: address.to_owned(), is_link: true });
            words(&part[address.len()..], &mut pieces);
        } else {
            words(part, &mut pieces);
        }
    }
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let line = |line: &Vec<Piece>| {
            line.iter()
                .map(|piece| if piece.is_link { format!("<{}>", piece.text) } else { piece.text.clone() })
                .collect::<String>()
        };
        let block = |block: &Block| {
            let lines = block.lines.iter().map(line).collect::<Vec<_>>().join("|");
            format!("{}{lines}", if block.is_list { "list: " } else { "" })
        };
        blocks(text).iter().map(block).collect()
    }

    #[test]
    fn paragraphs_lists_and_addresses_are_told_apart() {
        let text = "One\nline.\n\nBring:\n- a paper\n- a bag\n\nSee https://example.org/a?b=c, or call.";
        let expected =
            ["One\nline.", "Bring:", "list: a paper|a bag", "See <https://example.org/a?b=c>, or call."];
        assert_eq!(told(text), expected);
        assert_eq!(told(""), Vec::<String>::new());
        assert_eq!(told("- a\n\n- b"), ["list: a", "list: b"]);
    }

    #[test]
    fn nothing_else_becomes_a_link() {
        for text in ["javascript:alert(1)", "https://", "http://\"><b>", "xhttps://a.example", "<a href=x>"] {
            assert_eq!(told(text), [text]);
        }
        assert_eq!(told("https://a.example/\"><script>"), ["<https://a.example/\"><script>>"]);
    }
}
