//! English messages are plain: short sentences of short words, and none that sound of an office.

use crate::files;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use wording::reading;

/// Messages below this heading are for those who run the house, and may name what they know.
const OPERATORS: &str = "For those who keep it running";
/// What everybody can read: half of the messages are for the sixth grade or below, and none is above the ninth.
const MEDIAN_GRADE: f64 = 6.0;
const HIGHEST_GRADE: f64 = 9.0;
const LONGEST_SENTENCE: usize = 25;

/// What stands in a place, as long as such things are.
const FILLED: [(&str, &str); 24] = [
    ("agency", "Public Works"),
    ("city", "Moon Oasis"),
    ("contact", "the town hall"),
    ("count", "12"),
    ("date", "Mon 9 March 2015"),
    ("day", "9"),
    ("due", "Mon 9 March 2015, 17:00"),
    ("from", "Mon 2 March 2015"),
    ("high", "84.0 %"),
    ("judged", "1,204"),
    ("kept", "986"),
    ("low", "79.1 %"),
    ("month", "March"),
    ("name", "Lee Santos"),
    ("other", "K7Q-F2M-XD5"),
    ("outcome", "It is done"),
    ("reference", "K7Q-F2M-XD5"),
    ("service", "Street lights"),
    ("share", "82.1 %"),
    ("source", "the town"),
    ("time", "9 days"),
    ("to", "Sun 8 March 2015"),
    ("today", "Mon 9 March 2015"),
    ("weekday", "Mon"),
];

/// A text of a message: its key, and which of its variants.
struct Text {
    key: String,
    text: String,
}

/// The texts of a pattern, one for each variant.
fn texts(pattern: &Pattern<String>) -> Vec<String> {
    let mut texts = vec![String::new()];
    for element in &pattern.elements {
        let parts = match element {
            PatternElement::TextElement { value } => vec![value.clone()],
            PatternElement::Placeable { expression: Expression::Inline(inline) } => vec![filled(inline)],
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().flat_map(|variant| self::texts(&variant.value)).collect()
            }
        };
        texts = texts.iter().flat_map(|text| parts.iter().map(move |part| format!("{text}{part}"))).collect();
    }
    texts
}

fn filled(inline: &InlineExpression<String>) -> String {
    match inline {
        InlineExpression::VariableReference { id } => {
            let known = FILLED.iter().find(|(name, _)| *name == id.name);
            // A place that is not listed is a word of two syllables.
            known.map_or("Rubber", |(_, words)| words).to_owned()
        }
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            value.clone()
        }
        _ => String::new(),
    }
}

/// The English texts that customers read.
fn customers_texts() -> Vec<Text> {
    let mut found = Vec::new();
    for entries in files::of("en").into_values() {
        let mut for_customers = true;
        for entry in entries {
            match entry {
                Entry::GroupComment(heading) | Entry::ResourceComment(heading) => {
                    for_customers = heading.content.concat() != OPERATORS;
                }
                Entry::Message(message) if for_customers => {
                    let texts = texts(message.value.as_ref().unwrap());
                    found.extend(texts.into_iter().map(|text| Text { key: message.id.name.clone(), text }));
                }
                _ => {}
            }
        }
    }
    found
}

#[test]
fn half_of_the_messages_are_for_the_sixth_grade_and_none_is_above_the_ninth() {
    let mut graded: Vec<(f64, Text)> =
        customers_texts().into_iter().filter_map(|text| Some((reading::grade(&text.text)?, text))).collect();
    graded.sort_by(|a, b| a.0.total_cmp(&b.0));
    let told = |(grade, text): &(f64, Text)| format!("{grade:.1} {}: {}", text.key, text.text);
    let high: Vec<String> = graded.iter().filter(|(grade, _)| *grade > HIGHEST_GRADE).map(told).collect();
    assert!(
        high.is_empty(),
        "shorter words and sentences, please, below grade {HIGHEST_GRADE}:\n{}",
        high.join("\n")
    );
    let median = graded[graded.len() / 2].0;
    let above: Vec<String> = graded[graded.len() / 2..].iter().map(told).collect();
    assert!(
        median <= MEDIAN_GRADE,
        "the median grade is {median:.1}; these are above it:\n{}",
        above.join("\n")
    );
}

#[test]
fn no_sentence_is_long_and_no_word_is_stiff() {
    let mut wrong = Vec::new();
    for Text { key, text } in customers_texts() {
        let longest = reading::longest_sentence(&text);
        if longest > LONGEST_SENTENCE {
            wrong.push(format!("{key} has a sentence of {longest} words; make it two: {text}"));
        }
        for (stiff, plain) in reading::stiff_words(&text) {
            wrong.push(format!("{key} says \"{stiff}\"; write \"{plain}\": {text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
