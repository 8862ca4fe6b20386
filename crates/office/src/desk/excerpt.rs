//! The part of a text in which what was looked for stands, with its words marked.

/// What stands before and after the first word that was found, in words and what is between them.
const BEFORE: usize = 14;
const AFTER: usize = 42;
/// Letters shown of one word.
const LONGEST: usize = 60;
/// Characters of a text that are looked at.
const MOST: usize = 20_000;
/// Digits from which on a number may be found by its end.
const END: usize = 6;

/// A piece of a text, and whether it was looked for.
pub type Piece = (String, bool);

/// The part of a text around the first word that was looked for; nothing where none stands in it.
pub fn excerpt(text: &str, looked_for: &[String]) -> Option<Vec<Piece>> {
    let pieces = pieces(text, looked_for);
    let first = pieces.iter().position(|(_, found)| *found)?;
    Some(around(&pieces, first))
}

/// The beginning of a text.
pub fn beginning_of(text: &str) -> Vec<Piece> {
    around(&pieces(text, &[]), 0)
}

fn pieces(text: &str, looked_for: &[String]) -> Vec<Piece> {
    let end = text.char_indices().nth(MOST).map_or(text.len(), |(end, _)| end);
    let parts = matching::parts(&text[..end]).into_iter();
    parts
        .map(|(part, words)| {
            let found = words.iter().any(|word| looked_for.iter().any(|typed| fits(typed, word)));
            (part.chars().take(LONGEST).collect(), found)
        })
        .collect()
}

fn fits(typed: &str, word: &str) -> bool {
    let is_end = typed.len() >= END && typed.bytes().all(|byte| byte.is_ascii_digit());
    word.starts_with(typed) || (is_end && word.ends_with(typed))
}

fn around(pieces: &[Piece], first: usize) -> Vec<Piece> {
    let start = first.saturating_sub(BEFORE);
    let end = pieces.len().min(first + AFTER);
    let dots = |cut: bool| cut.then(|| ("…".to_owned(), false));
    let shown = pieces.get(start..end).unwrap_or_default().iter().cloned();
    dots(start > 0).into_iter().chain(shown).chain(dots(end < pieces.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn the_words_that_were_looked_for_are_marked_and_nothing_else() {
        let looked_for = ["poth".to_owned(), "5550134".to_owned()];
        let marked = |text: &str| -> Vec<String> {
            let pieces = excerpt(text, &looked_for).unwrap_or_default();
            pieces.into_iter().filter(|(_, found)| *found).map(|(text, _)| text).collect()
        };
        assert_eq!(marked("A <b>Pothole</b>, two potholes"), ["Pothole", "potholes"]);
        assert_eq!(marked("+16175550134"), ["16175550134"]);
        assert_eq!(marked("spothole"), Vec::<String>::new());
        let long = format!("{} pothole {}", "x ".repeat(5_000), "y".repeat(30_000));
        let shown = excerpt(&long, &looked_for).unwrap();
        assert!(shown.iter().map(|(text, _)| text.len()).sum::<usize>() < 200, "{shown:?}");
    }
}
