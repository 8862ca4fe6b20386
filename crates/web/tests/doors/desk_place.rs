//! Putting a place right: by an address that the house knows, in words, or in numbers.

use crate::desk_acts::press;
use crate::desk_case::{path, signed_in};
use crate::desk_inbox::{demo, lights};
use testkit::both_engines;

const SPOT: &str = "42.35 -71.06 12 Elm Street";

#[test]
fn a_place_is_put_right_by_an_address_that_another_case_has() {
    both_engines(|office| {
        let doors = demo(office);
        let cases = lights(office, 2);
        let (case, other) = (&cases[0], &cases[1]);
        let lee = signed_in(&doors, "lee");
        let spot =
            [("address", "12 Elm Street"), ("lat", "42.35"), ("long", "-71.06"), ("words", "Misheard.")];
        press(&lee, &lee.get(&path(other)), (other, "place"), &spot).is(200);

        let asked = |words: &str| lee.get(&format!("{}/place?view=open&q={words}", path(case))).is(200);
        for words in ["12+elm+street", "ELM", "elm+str"] {
            let found = asked(words);
            assert!(found.text.contains(&format!("value=\"{SPOT}\"")), "{words}: {}", found.text);
        }
        for words in ["13+elm+street", "%3Cb%3E", "%F0%9F%9A%80", &"x".repeat(2_000)] {
            let none = asked(words);
            assert!(
                !none.text.contains("12 Elm Street") && none.text.contains("No case was there."),
                "{words}"
            );
            assert!(!none.text.contains("<b>"), "{words}");
        }
        let found = asked("elm");
        for bad in ["x", "91 0 12 Elm Street", "NaN NaN x", "42.35 -71.06"] {
            let refused =
                press(&lee, &found, (case, "place"), &[("found", bad), ("words", "On the phone.")]).is(422);
            assert!(refused.text.contains("On the phone."), "{bad}");
        }
        let right = [("found", SPOT), ("address", "somewhere else"), ("words", "On the phone.")];
        let page = press(&lee, &found, (case, "place"), &right).is(200);
        assert!(page.text.contains("12 Elm Street") && page.text.contains("On the phone."));
        let place = office.house().sees(case).case.told.place;
        assert_eq!(place.address.as_deref(), Some("12 Elm Street"));
        assert!(place.position.is_some_and(|at| (at.lat - 42.35).abs() < 1e-9));

        // Nobody looks for addresses at a case that is not theirs.
        let sam = signed_in(&doors, "sam");
        let closed = sam.get(&format!("{}/place?q=elm", path(case))).is(404);
        assert!(!closed.text.contains("12 Elm Street"));
    });
}

#[test]
fn a_demonstration_offers_a_clerk_a_specialist_and_a_supervisor_first() {
    both_engines(|office| {
        let page = crate::browser::Browser::of(&demo(office), "en").get("/desk/sign-in").is(200).text;
        let first = page.split("Others who work here").next().unwrap();
        let people: Vec<&str> = first.split("name=\"officer\" value=\"").skip(1).collect();
        let codes: Vec<&str> = people.iter().map(|one| one.split('"').next().unwrap()).collect();
        assert_eq!(codes, ["dora", "lee", "ruth"]);
        for role in ["Clerk: ", "Specialist: ", "Supervisor: "] {
            assert!(first.contains(role), "{role}");
        }
        let others = page.split("Others who work here").nth(1).unwrap();
        assert!(others.contains("value=\"sam\"") && others.contains("value=\"root\""));
    });
}
