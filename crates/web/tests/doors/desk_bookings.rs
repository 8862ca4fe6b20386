//! Bookings at the desk: booked for whoever calls, found by the reference, moved and given up, with and without the right.

use crate::browser::{Browser, Page};
use crate::desk_case::{doors, signed_in};
use jiff::SignedDuration;
use office::bookings;
use terms::{Actor, Channel, OfficerCode};
use testkit::{TestOffice, both_engines};

/// Tuesday at City Hall.
const TUESDAY: &str = "/desk/bookings/new?line=permits&office=city-hall&day=2015-03-03";

fn times(page: &Page) -> Vec<String> {
    let values = page.text.split("name=\"at\" value=\"").skip(1);
    values.map(|value| value.split('"').next().unwrap().to_owned()).collect()
}

/// Sends the form of a page, which stands below what every page of the desk has above it.
fn sends(browser: &Browser<'_>, page: &Page, fields: &[(&str, &str)]) -> Page {
    let main = page.text.split("<main").nth(1).unwrap();
    let before = main.split("\" method=\"post\"").next().unwrap();
    let action = before.rsplit("action=\"").next().unwrap().replace("&#38;", "&");
    browser.post(page, &action, fields)
}

/// Holds the so many-th time on Tuesday; the form that asks who comes.
fn holds(browser: &Browser<'_>, nth: usize) -> Page {
    let page = browser.get(TUESDAY).is(200);
    let at = times(&page)[nth].clone();
    sends(browser, &page, &[("line", "permits"), ("office", "city-hall"), ("at", &at)]).is(200)
}

const MAE_CALLS: [(&str, &str); 8] = [
    ("over", "phone"),
    ("name", "Mae <Lee>"),
    ("phone", "617 555 0134"),
    ("email", "mae@example.org"),
    ("language", "es"),
    ("needs", "hearing-loop"),
    ("needs", "step-free"),
    ("interpreter", "so"),
];

/// Who made a booking, and over what.
fn maker(office: &TestOffice, reference: &str) -> Option<(Actor, Channel)> {
    let reference = reference.parse().unwrap();
    office.officer("lee").tries(move |tx, act| bookings::maker(tx, act, &reference)).unwrap()
}

#[test]
fn an_officer_books_for_whoever_calls_and_tells_them_the_reference() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let start = lee.get("/desk/bookings").is(200);
        assert!(start.text.contains("href=\"/desk/bookings?lang=en\" aria-current=\"page\""));
        assert_eq!(start.text.matches("class=\"rot-tile\"").count(), 4, "{}", start.text);
        assert!(lee.get("/desk/reception").is(200).text.contains("Book, change or cancel a time"));
        let form = holds(&lee, 2);
        assert!(form.text.contains("Then others can book it"), "{}", form.text);
        let nameless = sends(&lee, &form, &[("language", "en"), ("email", "nobody")]).is(422);
        assert_eq!(nameless.wrong().len(), 1, "{:?}", nameless.wrong());
        let nameless = sends(&lee, &form, &[("language", "en"), ("name", " ")]).is(422);
        assert_eq!(nameless.wrong(), ["Write the name under which they come"]);
        for (field, odd) in [("language", "tlh"), ("needs", "a bad heart"), ("interpreter", "klingon")] {
            let fields = [("name", "Mae"), ("language", "en"), (field, odd)];
            let fields: Vec<_> =
                fields.iter().copied().filter(|(name, value)| *name != field || *value == odd).collect();
            assert_eq!(sends(&lee, &form, &fields).is(422).wrong(), ["Choose one of the list"], "{field}");
        }
        let made = sends(&lee, &form, &MAE_CALLS).is(200);
        for seen in
            ["Mae &#60;Lee&#62;", "Hearing loop", "A way without steps", "Soomaali", "Español", "tel:"]
        {
            assert!(made.text.contains(seen), "{seen}: {}", made.text);
        }
        assert!(made.text.contains("Channel: ") && made.text.contains("Phone"), "{}", made.text);
        assert_eq!(
            maker(office, &made.by_id("reference")),
            Some((Actor::Officer(OfficerCode::new("lee")), Channel::Phone))
        );
        // Sent once more, or opened again, the form is the same booking.
        let twice = sends(&lee, &form, &MAE_CALLS).is(200);
        assert_eq!((twice.at.as_str(), lee.get(&form.at).at), (made.at.as_str(), made.at.clone()));
        // What they need is known when they come.
        let reference = made.by_id("reference");
        office.clock.advance(SignedDuration::from_hours(24));
        let lee = signed_in(&doors, "lee");
        let reception = lee.get("/desk/reception").is(200);
        assert!(reception.text.contains(&format!("/desk/bookings/{reference}")), "{}", reception.text);
        lee.post(&reception, "/desk/reception/bookings", &[("office", "city-hall"), ("said", &reference)])
            .is(200);
        let counter = lee.get("/desk/counter").is(200);
        let counter = lee.post(&counter, "/desk/counter/seats", &[("office", "city-hall"), ("to", "1")]);
        let called = lee.post(&counter.is(200), "/desk/counter/calls", &[("visit", "")]).is(200);
        assert!(called.text.contains("Hearing loop") && called.text.contains("Soomaali"), "{}", called.text);
        assert!(lee.get(&made.at).is(200).text.contains("They are here, and in the line."));
    });
}

#[test]
fn a_booking_is_found_by_its_reference_moved_and_given_up_by_those_who_keep_it() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, mira, ruth) =
            (signed_in(&doors, "lee"), signed_in(&doors, "mira"), signed_in(&doors, "ruth"));
        let made = sends(&lee, &holds(&lee, 2), &MAE_CALLS).is(200);
        let reference = made.by_id("reference");
        let find = |browser: &Browser<'_>, said: &str| {
            browser.get(&format!("/desk/bookings?reference={}", said.replace(' ', "+"))).is(200)
        };
        // The contact centre keeps the bookings of every office, and hears references as people say them.
        let said = reference.to_lowercase().replace('-', " ");
        let found = find(&mira, &said);
        assert_eq!(found.by_id("reference"), reference);
        for odd in ["nonsense", "1B9-JF9-ZN0", "%E2%80%AE", "%3Cscript%3E"] {
            assert!(find(&lee, odd).text.contains("No booking here has this reference."), "{odd}");
        }
        // Whoever serves elsewhere neither sees nor changes it.
        let none = find(&ruth, &reference);
        assert!(none.text.contains("You keep no bookings of any office."), "{}", none.text);
        let path = |below: &str| format!("/desk/bookings/{reference}{below}");
        for below in ["", "/times", "/cancellation"] {
            ruth.get(&path(below)).is(404);
        }
        ruth.post(&none, &path("/cancellation"), &[]).is(404);
        ruth.post(&none, &path("/times"), &[("office", "city-hall"), ("at", "2015-03-03T15:00:00Z")]).is(404);
        ruth.post(
            &none,
            "/desk/bookings/new",
            &[("office", "city-hall"), ("line", "permits"), ("at", "2015-03-03T15:00:00Z")],
        )
        .is(403);
        // Another time, at another office.
        let page = mira.get(&format!("{}?office=roslindale&day=2015-03-04", path("/times"))).is(200);
        let at = times(&page)[0].clone();
        let moved = sends(&mira, &page, &[("office", "roslindale"), ("at", &at)]).is(200);
        assert!(moved.text.contains("6 Cummins Highway"), "{}", moved.text);
        let taken = sends(&mira, &page, &[("office", "roslindale"), ("at", "2015-03-04T15:01:00Z")]).is(422);
        assert_eq!(taken.wrong(), ["This time is no longer free. Choose another."]);
        sends(&mira, &page, &[("office", "roslindale"), ("at", "soon")]).is(422);
        mira.get(&format!("{}?office=nowhere", path("/times"))).is(404);
        // Given up, once and for all.
        let asked = mira.get(&path("/cancellation")).is(200);
        assert!(asked.text.contains("Mae &#60;Lee&#62;"), "{}", asked.text);
        let gone = sends(&mira, &asked, &[]).is(200);
        assert!(gone.text.contains("This booking is cancelled."), "{}", gone.text);
        sends(&mira, &asked, &[]).is(200);
        assert_eq!(mira.get(&path("/cancellation")).at.split('?').next(), Some(path("").as_str()));
        let free = mira.get("/desk/bookings/new?line=permits&office=roslindale&day=2015-03-04").is(200);
        assert!(times(&free).contains(&at), "it is anybody's again");
    });
}

#[test]
fn a_time_that_an_officer_held_too_long_is_anybodys_and_said_so() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, dora) = (signed_in(&doors, "lee"), signed_in(&doors, "dora"));
        let form = holds(&lee, 2);
        // Nobody else confirms what an officer holds.
        let token = dora.get("/desk/keys").is(200);
        let other = dora.post(&token, form.at.split('?').next().unwrap(), &MAE_CALLS).is(200);
        assert!(other.text.contains("Nothing was booked."), "{}", other.text);
        office.clock.advance(SignedDuration::from_mins(11));
        office.settle();
        let late = sends(&lee, &form, &MAE_CALLS).is(200);
        assert!(late.text.contains("The time was kept for ten minutes and is free again."), "{}", late.text);
        lee.get("/desk/bookings/new?line=nothing").is(404);
        lee.get("/desk/bookings/new/nonsense").is(404);
        lee.get("/desk/bookings/nonsense").is(404);
        let page = lee.get(TUESDAY).is(200);
        for odd in ["", "soon", "9999-12-31T00:00:00Z"] {
            sends(&lee, &page, &[("line", "permits"), ("office", "city-hall"), ("at", odd)]).is(422);
        }
        Browser::of(&doors, "en").get("/desk/bookings").is(200);
    });
}
