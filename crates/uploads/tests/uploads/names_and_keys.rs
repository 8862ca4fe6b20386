//! The words and keys for what is refused, and what a form says that it accepts.

use std::collections::BTreeSet;
use uploads::{ACCEPT, Content, Kind, MOST_PDF_BYTES, MOST_PIXELS, Unfit};

fn every_unfit() -> Vec<Unfit> {
    let named = Content::ALL
        .into_iter()
        .flat_map(|is| [Unfit::NotTaken { is }, Unfit::NotWhatItSays { said: Content::Jpeg, is }]);
    let plain = [
        Unfit::Empty,
        Unfit::TooLarge { most_bytes: MOST_PDF_BYTES },
        Unfit::TooManyPixels { most: MOST_PIXELS },
        Unfit::Heic,
        Unfit::Animated,
        Unfit::Unknown,
        Unfit::Encoding,
        Unfit::Broken,
        Unfit::Encrypted,
        Unfit::Active { name: "JavaScript" },
        Unfit::Unchecked,
    ];
    named.chain(plain).collect()
}

#[test]
fn every_refusal_has_a_key_and_says_how_to_mend_it() {
    let keys: BTreeSet<&str> = every_unfit().iter().map(|unfit| unfit.key()).collect();
    assert_eq!(keys, BTreeSet::from(Unfit::KEYS));
    for unfit in every_unfit() {
        let words = unfit.to_string();
        let (problem, mend) = words.split_once("; ").expect("a problem and a mend");
        assert!(!problem.is_empty() && !mend.is_empty() && !words.ends_with('.'), "{words}");
    }
    let contents: BTreeSet<&str> = Content::ALL.iter().map(|content| content.key()).collect();
    assert_eq!(contents.len(), Content::ALL.len());
}

#[test]
fn numbers_in_words_are_round() {
    let too_large = Unfit::TooLarge { most_bytes: MOST_PDF_BYTES };
    assert_eq!(too_large.to_string(), "the file is larger than 10 MB; save it smaller, or send it in parts");
    let too_many = Unfit::TooManyPixels { most: MOST_PIXELS };
    assert!(too_many.to_string().contains("40 million pixels, or a side of more than 12000"), "{too_many}");
}

#[test]
fn a_kind_tells_its_type_and_a_form_what_it_accepts() {
    assert_eq!(Kind::ALL.map(Kind::extension), ["jpg", "pdf", "txt"]);
    assert_eq!(Kind::ALL.map(Kind::is_picture), [true, false, false]);
    for kind in Kind::ALL {
        let plain = kind.media_type().split(';').next().unwrap();
        assert!(ACCEPT.split(',').any(|accepted| accepted == plain), "{plain}");
    }
}
