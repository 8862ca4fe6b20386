//! What people read of what happened.

use office::cases::{Audience, timeline};
use terms::EventKind;
use testkit::both_engines;
use wording::Language;

const LIGHT: &str = "street-light-outages";

#[test]
fn the_customer_reads_words_meant_for_them_and_no_others() {
    both_engines(|office| {
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let light = mae.reports(LIGHT, "Dark.");
        lee.notes(&light, "Neighbour dispute, be careful.");
        lee.replies(&light, "We are on it.");
        office.settle();
        let whole = mae.follows(&light);
        let lines = timeline(
            &office.office.city,
            &whole.events,
            &whole.contacts,
            Audience::Customer,
            Language::FALLBACK,
        );
        let words: Vec<_> = lines.iter().filter_map(|line| line.words.as_deref()).collect();
        assert!(words.contains(&"We are on it."), "{words:?}");
        assert!(!words.iter().any(|words| words.contains("dispute")), "{words:?}");
        let public = timeline(
            &office.office.city,
            &whole.events,
            &whole.contacts,
            Audience::Public,
            Language::FALLBACK,
        );
        assert_eq!(public.len(), 1, "only the opening is public: {public:?}");
    });
}

#[test]
fn every_kind_of_event_has_a_sentence_in_every_language() {
    for language in Language::all() {
        for kind in EventKind::ALL {
            let key = format!("event-{kind}");
            assert_ne!(language.say(&key), key, "{language:?}");
        }
    }
}

#[test]
fn a_timeline_names_agencies_and_officers_as_people_know_them() {
    both_engines(|office| {
        let (mae, ruth) = (office.resident("Mae Lee"), office.officer("ruth"));
        let light = mae.reports(LIGHT, "Dark.");
        ruth.gives(&light, "lee");
        ruth.transfers(&light, "transportation", "A signal.");
        office.officer("tomas").accepts(&light);
        office.settle();
        let whole = office.officer("tomas").sees(&light);
        let lines = timeline(
            &office.office.city,
            &whole.events,
            &whole.contacts,
            Audience::Staff,
            Language::FALLBACK,
        );
        let said = |sentence: &str| lines.iter().any(|line| line.sentence == sentence);
        assert!(said("Lee Santos took the case"), "{lines:?}");
        let agency =
            office.office.city.agencies.values().find(|agency| agency.code.as_str() == "transportation");
        assert!(said(&format!("{} took over", agency.unwrap().name.text("en"))), "{lines:?}");
    });
}
