//! What goes wrong while an officer writes down what somebody asks for, and what nobody may.

use crate::browser::{Browser, Page};
use crate::desk_behalf::{CALL, LIGHT, begins, but, count, opens, path, presses, reads_back, whole};
use crate::desk_case::{doors, signed_in};
use testkit::both_engines;

#[test]
fn only_those_who_serve_write_down_what_others_ask_for_and_each_their_own() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let form = begins(&dora, LIGHT);
        presses(&dora, &form, &CALL, ("do", "look")).is(200);
        for reader in ["noor", "root"] {
            let reader = signed_in(&doors, reader);
            reader.get("/desk/new").is(403);
            let any = reader.get("/desk/keys").is(200);
            reader.post(&any, "/desk/new", &[("service", LIGHT), ("over", "phone")]).is(403);
            reader.get(&form.at).is(403);
            reader.post(&any, &path(&form), &[("do", "look"), ("name", "x")]).is(403);
            reader.post(&any, &format!("{}/check", path(&form)), &[("consent", "yes")]).is(403);
            reader.post(&any, &format!("{}/removal", path(&form)), &[]).is(403);
        }
        let lee = signed_in(&doors, "lee");
        let own = lee.get("/desk/new").is(200);
        assert!(!own.text.contains(&path(&form)));
        lee.get(&form.at).is(404);
        lee.post(&own, &format!("{}/removal", path(&form)), &[]).is(404);
        let guest = Browser::of(&doors, "en");
        assert!(guest.get(&path(&form)).at.contains("/desk/sign-in"));
        guest.get(&path(&form).replace("/desk/new/", "/asking/")).is(404);
        // In another browser, or after signing in again, all of it is there.
        let elsewhere = signed_in(&doors, "dora");
        assert!(elsewhere.get("/desk/new").text.contains("Begun and not sent"));
        let page = elsewhere.get(&form.at).is(200);
        assert!(page.text.contains("It has been dark for a week."));
        elsewhere.post(&page, &format!("{}/removal", path(&form)), &[]).is(200);
        dora.get(&form.at).is(404);
        assert_eq!(count(&doors), 0);
    });
}

#[test]
fn what_is_not_there_is_refused_in_words() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let page = dora.get("/desk/new").is(200);
        for service in ["no-such-service", "", "../x"] {
            dora.post(&page, "/desk/new", &[("service", service), ("over", "telepathy")]).is(404);
        }
        for address in ["/desk/new/x", "/desk/new/x/check", "/desk/new/x/done"] {
            dora.get(address).is(404);
        }
        dora.get("/desk/new/01a203c0-7124-7000-a075-00edcc9f6a6d").is(404);
        assert!(dora.get("/desk/new?q=zzzzqqqq").is(200).text.contains("No service fits these words."));
        // What no customer can ask for online is found at the desk.
        let internal = dora.get("/desk/new?q=pothole+found+by+staff").is(200);
        assert!(internal.text.contains("value=\"pothole-repair-internal\""));
        assert!(!doors.get("/services?q=pothole+found+by+staff").text.contains("pothole-repair-internal"));
    });
}

#[test]
fn a_place_outside_and_a_service_that_is_not_for_them_are_said_before_anything_is_opened() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let form = begins(&dora, LIGHT);
        let far = but(&CALL, &[("lat", "0"), ("long", "0")]);
        let wrong = presses(&dora, &form, &far, ("do", "read")).is(422);
        assert!(wrong.wrong().join(" ").contains("This place is outside"), "{:?}", wrong.wrong());
        let wires = but(&CALL, &[("wrong", "wires")]);
        let stopped = presses(&dora, &form, &wires, ("do", "read")).is(422);
        assert!(stopped.wrong().join(" ").contains("Call 911 now"), "{:?}", stopped.wrong());
        let bad = but(&CALL, &[("phone", "12"), ("wrong", "gone")]);
        let wrong = presses(&dora, &form, &bad, ("do", "read")).is(422);
        assert!(wrong.text.contains("value=\"12\""));
        dora.get(&format!("{}/check", path(&form))).is(422);
        assert_eq!(count(&doors), 0);
    });
}

#[test]
fn html_in_every_field_is_shown_as_text() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let evil = "<b>x</b>\"'><script>alert(1)</script>";
        let form = begins(&dora, LIGHT);
        let names = ["over", "name", "email", "phone", "language", "address", "district", "lat", "long"];
        let more = ["wrong", "pole-number", "description", "same", "asked", "about", evil];
        let typed: Vec<(&str, &str)> = names.iter().chain(&more).map(|name| (*name, evil)).collect();
        let is_text = |page: &Page| {
            assert!(!page.text.contains("<b>x") && !page.text.contains("<script>alert"), "{}", page.text);
        };
        is_text(&presses(&dora, &form, &typed, ("do", "read")).is(422));
        is_text(&presses(&dora, &form, &typed, ("do", "look")).is(200));
        is_text(&dora.get(&form.at).is(200));
        is_text(&dora.get("/desk/new?q=%3Cb%3Ex%3C/b%3E&over=%3Cb%3Ex").is(200));
        let words = "<b>x</b><script>alert(1)</script>";
        let sendable = but(
            &CALL,
            &[("name", words), ("address", words), ("pole-number", "<b>x</b>"), ("description", words)],
        );
        let check = reads_back(&dora, LIGHT, &sendable);
        is_text(&check);
        assert!(check.text.contains("&#60;b&#62;x") || check.text.contains("&lt;b&gt;x"));
        let done = opens(&dora, &check, "yes").is(200);
        is_text(&done);
        let reference = done.by_id("reference");
        is_text(&dora.get(&format!("/desk/cases/{reference}")).is(200));
        // A second caller at the same place sees it as text too.
        let page = presses(&dora, &begins(&dora, LIGHT), &sendable, ("do", "look")).is(200);
        is_text(&page);
    });
}

#[test]
fn a_paste_of_five_megabytes_is_refused_and_what_was_kept_stays() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let form = begins(&dora, LIGHT);
        presses(&dora, &form, &CALL, ("do", "look")).is(200);
        let large = "x".repeat(5_000_000);
        let refused = presses(&dora, &form, &but(&CALL, &[("description", &large)]), ("do", "read")).is(413);
        assert!(refused.text.contains("too large"), "it is said in words: {}", refused.text);
        assert!(dora.get(&form.at).is(200).text.contains("It has been dark for a week."));
        // As a browser sends it, all but the end of the paste is kept.
        let typed = [&but(&CALL, &[("description", &large)])[..], &[("do", "read")]].concat();
        let own = form.text.find("<form action=\"/desk/new/").unwrap();
        let form = Page { at: form.at.clone(), status: 200, text: form.text[own..].to_owned() };
        let cut = dora.upload(&form, &typed, &[]).is(422);
        assert!(cut.wrong().join(" ").contains("Use at most 4000"), "{:?}", cut.wrong());
        assert!(cut.text.contains("value=\"Mae Lee\"") && cut.text.contains("xxxxxxxx"));
        let long = "y".repeat(5_000);
        let wrong = presses(&dora, &form, &but(&CALL, &[("description", &long)]), ("do", "read")).is(422);
        assert!(wrong.wrong().join(" ").contains("5000"), "{:?}", wrong.wrong());
        assert!(wrong.text.contains(&long) && dora.get(&form.at).is(200).text.contains(&long));
        let signs = presses(&dora, &form, &but(&CALL, &[("name", "Mae\u{1}")]), ("do", "read")).is(422);
        assert!(!signs.wrong().is_empty());
        assert_eq!(count(&doors), 0);
    });
}

#[test]
fn what_was_changed_in_another_window_is_read_aloud_again_first() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let check = reads_back(&dora, LIGHT, &CALL);
        presses(&dora, &check, &but(&CALL, &[("address", "5 Oak Street")]), ("do", "read")).is(200);
        let again = opens(&dora, &check, "yes").is(200);
        assert!(again.at.contains("/check") && again.text.contains("5 Oak Street"), "{}", again.at);
        assert_eq!(count(&doors), 0);
        let done = opens(&dora, &again, "yes").is(200);
        assert_eq!(whole(office, &done).case.told.place.address.as_deref(), Some("5 Oak Street"));
    });
}

#[test]
fn a_case_of_another_agency_is_opened_but_not_shown() {
    both_engines(|office| {
        let doors = doors(office);
        let sam = signed_in(&doors, "sam");
        let done = opens(&sam, &reads_back(&sam, LIGHT, &CALL), "yes").is(200);
        let reference = done.by_id("reference");
        assert!(done.text.contains("Another agency does this work."));
        assert!(!done.text.contains("/taking") && !done.text.contains(&format!("/desk/cases/{reference}")));
        sam.post(&done, &format!("{}/taking", path(&done)), &[]).is(404);
        let page = sam.get(&format!("/desk/cases/{reference}"));
        assert!(!page.text.contains("It has been dark for a week."));
        assert_eq!(whole(office, &done).case.state.agency.as_str(), "public-works");
    });
}

#[test]
fn it_is_read_aloud_in_the_language_of_whoever_asks() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let check = reads_back(&dora, LIGHT, &but(&CALL, &[("language", "ar")]));
        assert!(check.text.contains("lang=\"ar\" dir=\"rtl\"") && check.text.contains("مصباح شارع معطل"));
        assert!(check.text.contains("Read this to them"));
        let done = opens(&dora, &check, "yes").is(200);
        assert!(done.text.contains("رقمك المرجعي") && done.text.contains("The case is open"));
        assert_eq!(whole(office, &done).case.told.language.as_deref(), Some("ar"));
    });
}
