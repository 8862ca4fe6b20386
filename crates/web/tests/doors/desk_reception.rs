//! The reception through the desk: whoever comes is let in with what they need, and the counter that calls sees it.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use crate::desk_case::{doors, signed_in};
use testkit::both_engines;

fn reception<'d>(doors: &'d Doors<'d>) -> (Browser<'d>, Page) {
    let browser = signed_in(doors, "lee");
    let page = browser.get("/desk/reception").is(200);
    (browser, page)
}

#[test]
fn whoever_comes_is_let_in_with_what_they_need_and_the_counter_sees_it() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, page) = reception(&doors);
        assert!(page.text.contains("Ask the next person to wait behind the line."), "{}", page.text);
        assert!(page.text.contains("Ask what they need, never why."));
        assert!(page.text.contains("href=\"/desk/reception?lang=en\" aria-current=\"page\""));
        let fields = [
            ("office", "city-hall"),
            ("line", "permits"),
            ("language", "es"),
            ("interpreter", "so"),
            ("reason", "infant"),
            ("needs", "companion"),
            ("needs", "step-free"),
        ];
        let given = lee.post(&page, "/desk/reception", &fields).is(200);
        assert!(given.text.contains("desk-counter__ticket\"><bdi>A01<"), "{}", given.text);
        let counter = lee.get("/desk/counter").is(200);
        let counter = lee.post(&counter, "/desk/counter/seats", &[("office", "city-hall"), ("to", "1")]);
        let called = lee.post(&counter.is(200), "/desk/counter/calls", &[("visit", "")]).is(200);
        for seen in ["A way without steps", "Room for a companion", "Soomaali", "Español", "With a baby"] {
            assert!(called.text.contains(seen), "{seen}: {}", called.text);
        }
    });
}

#[test]
fn only_words_of_the_lists_are_taken_and_nothing_changes_without_them() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, page) = reception(&doors);
        let whole = [("office", "city-hall"), ("line", "permits"), ("language", "en")];
        for (field, wrong, status) in [
            ("line", "", 422),
            ("line", "dreams", 422),
            ("needs", "has a bad heart", 422),
            ("interpreter", "klingon", 422),
            ("reason", "because", 422),
            ("office", "nowhere", 404),
        ] {
            let fields: Vec<(&str, &str)> =
                whole.iter().copied().filter(|(name, _)| *name != field).collect();
            let refused = lee.post(&page, "/desk/reception", &[&fields[..], &[(field, wrong)]].concat());
            let refused = refused.is(status);
            assert!(refused.text.contains("desk-wrong"), "{field}: {}", refused.text);
        }
        let noor = signed_in(&doors, "noor");
        let none = noor.get("/desk/reception").is(200);
        assert!(none.text.contains("You receive no visitors at any office."), "{}", none.text);
        noor.post(&none, "/desk/reception", &whole).is(403);
        let counter = lee.get("/desk/counter").is(200);
        let counter = lee.post(&counter, "/desk/counter/seats", &[("office", "city-hall"), ("to", "1")]);
        assert!(counter.text.contains("No one waits."), "{}", counter.text);
    });
}

#[test]
fn whoever_booked_is_found_by_name_or_reference_and_let_in_once() {
    both_engines(|office| {
        let doors = doors(office);
        let home = Browser::of(&doors, "en");
        let times = home.get("/book?line=permits&office=city-hall&day=2015-03-02").is(200);
        let at =
            times.text.split("name=\"at\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let form = home.submit(&times, &[("line", "permits"), ("office", "city-hall"), ("at", at.as_str())]);
        home.submit(&form.is(200), &[("name", "Mae Lee"), ("email", ""), ("phone", "")]).is(200);
        let (lee, page) = reception(&doors);
        assert!(page.text.contains("10:00") && page.text.contains("Mae Lee"), "{}", page.text);
        let says = |page: &Page, said: &str| {
            lee.post(page, "/desk/reception/bookings", &[("office", "city-hall"), ("said", said)])
        };
        let nobody = says(&page, "Nobody").is(200);
        assert!(
            nobody.text.contains("No one of that name or reference is expected today."),
            "{}",
            nobody.text
        );
        let found = says(&page, "mae").is(200);
        let reference = found.text.split("name=\"said\" value=\"").nth(1).unwrap();
        let reference = reference.split('"').next().unwrap().to_owned();
        let early = says(&found, &reference).is(409);
        assert!(early.text.contains("desk-wrong"), "an hour is too early: {}", early.text);
        office.clock.advance(jiff::SignedDuration::from_mins(40));
        let given = says(&found, &reference).is(200);
        assert!(given.text.contains("desk-counter__ticket\"><bdi>A01<"), "{}", given.text);
        let again = says(&given, &reference).is(200);
        assert!(again.text.contains("desk-counter__ticket\"><bdi>A01<"), "the same ticket: {}", again.text);
        assert!(says(&given, "Mae Lee").is(200).text.contains("is here"));
        says(&given, "\u{202e}%00").is(200);
    });
}
