//! Lists as people read them: `a, b and c`.

use crate::Language;

/// What stands between parts, and before the last, as CLDR 48 has it; English without a comma before `and`, as in
/// Britain. An Arabic `and` is written as one with what follows.
const JOINTS: [(&str, &str, &str); 6] = [
    ("en", ", ", " and "),
    ("es", ", ", " y "),
    ("ar", " و", " و"),
    ("ta", ", ", " மற்றும் "),
    ("hi", ", ", " और "),
    ("fr", ", ", " et "),
];

impl Language {
    /// A list in a sentence: `a, b and c`. In a language that runs from right to left the parts are set apart.
    pub fn list(self, parts: &[String]) -> String {
        let apart = |part: &String| match self.direction() {
            "rtl" => format!("\u{2068}{part}\u{2069}"),
            _ => part.clone(),
        };
        let parts: Vec<String> = parts.iter().map(apart).collect();
        let Some((last, others)) = parts.split_last() else { return String::new() };
        if others.is_empty() {
            return last.clone();
        }
        let (between, before_last) = self.joints(last);
        [&others.join(between), before_last, last].concat()
    }

    fn joints(self, last: &str) -> (&'static str, &'static str) {
        let joints = JOINTS.iter().find(|(tag, ..)| *tag == self.tag()).unwrap_or(&JOINTS[0]);
        match joints {
            ("es", between, _) if begins_with_i(last) => (between, " e "),
            (_, between, before_last) => (between, before_last),
        }
    }
}

/// Whether a Spanish word begins with the sound of `y`, so that `y` before it becomes `e`: padres e hijos. Before the
/// glide of hielo it stays.
fn begins_with_i(word: &str) -> bool {
    let word: String = word.chars().take(3).flat_map(char::to_lowercase).collect();
    let sound = word.strip_prefix('h').unwrap_or(&word);
    let glides = sound.len() < word.len() && sound.chars().nth(1).is_some_and(|c| "aeou".contains(c));
    sound.starts_with(['i', 'í']) && !glides
}

#[cfg(test)]
mod tests {
    use super::JOINTS;
    use crate::Language;

    fn list(tag: &str, parts: &[&str]) -> String {
        let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
        Language::of(tag).unwrap().list(&parts)
    }

    #[test]
    fn lists_are_joined_as_each_language_does() {
        assert_eq!(list("en", &[]), "");
        assert_eq!(list("en", &["a"]), "a");
        assert_eq!(list("en", &["a", "b"]), "a and b");
        assert_eq!(list("en", &["a", "b", "c", "d"]), "a, b, c and d");
        assert_eq!(list("es", &["a", "b", "c"]), "a, b y c");
        assert_eq!(list("ar", &["a", "b", "c"]).replace(['\u{2068}', '\u{2069}'], ""), "a وb وc");
        assert_eq!(list("ta", &["a", "b", "c"]), "a, b மற்றும் c");
        assert_eq!(list("hi", &["a", "b", "c"]), "a, b और c");
        assert_eq!(list("fr", &["a", "b", "c"]), "a, b et c");
    }

    #[test]
    fn a_spanish_and_gives_way_to_the_same_sound() {
        for (last, text) in [
            ("hijos", "padres e hijos"),
            ("Ibiza", "padres e Ibiza"),
            ("ítems", "padres e ítems"),
            ("hielo", "padres y hielo"),
            ("hotel", "padres y hotel"),
            ("yogur", "padres y yogur"),
        ] {
            assert_eq!(list("es", &["padres", last]), text);
        }
    }

    #[test]
    fn every_language_has_its_joints() {
        for language in Language::all() {
            assert!(JOINTS.iter().any(|(tag, ..)| *tag == language.tag()), "{language:?}");
        }
    }
}
