//! The portal as customers meet it: asking, following, and everything that goes wrong on the way.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use testkit::both_engines;

const LIGHT: &str = "street-light-outages";

/// What somebody fills in on a page, by what it asks. Where pages ask for the same name, `STEP NAME` says which.
fn filled<'f>(page: &Page, own: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let usual =
        [("address", "1 City Hall Square"), ("description", "It is dark."), ("email", "mae@example.org")];
    let asked = |name: &str| page.text.contains(&format!("name=\"{name}\""));
    let here = own.iter().filter_map(|(name, value)| {
        let (step, name) = name.split_once(' ')?;
        (step == page.step()).then_some((name, *value))
    });
    let mut known: Vec<_> = here.collect();
    let anywhere = own.iter().copied().filter(|(name, _)| !known.iter().any(|(here, _)| here == name));
    known = known.iter().copied().chain(anywhere.collect::<Vec<_>>()).collect();
    let own: Vec<_> = known.into_iter().filter(|(name, _)| asked(name)).collect();
    let usual =
        usual.into_iter().filter(|(name, _)| asked(name) && !own.iter().any(|(given, _)| given == name));
    own.iter().copied().chain(usual).collect()
}

/// Fills in the pages of a request from one up to another.
pub(crate) fn go_on(browser: &Browser<'_>, mut page: Page, (until, own): (&str, &[(&str, &str)])) -> Page {
    for _ in 0..15 {
        if page.step() == until {
            return page;
        }
        page = browser.submit(&page, &filled(&page, own)).is(200);
    }
    panic!("never came to {until}: {}", page.at);
}

/// Goes through the pages of a request up to one.
pub(crate) fn go_to(browser: &Browser<'_>, service: &str, to: (&str, &[(&str, &str)])) -> Page {
    let first = browser.get(&format!("/ask/{service}")).is(200);
    go_on(browser, first, to)
}

/// Goes through the pages of a request up to where everything is checked once more.
fn write(browser: &Browser<'_>, service: &str, words: &str, email: &str) -> Page {
    go_to(browser, service, ("check", &[("description", words), ("name", "Mae Lee"), ("email", email)]))
}

fn send(browser: &Browser<'_>, words: &str) -> (String, String, Page) {
    let check = write(browser, LIGHT, words, "mae@example.org");
    let done = browser.submit(&check, &[]).is(200);
    (done.by_id("reference"), done.by_id("secret"), done)
}

#[test]
fn safari_double_submission_a_second_tap_and_a_reload_make_no_second_case() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let check = write(&browser, LIGHT, "It is dark.", "mae@example.org");
        let first = browser.submit(&check, &[]).is(200);
        let again = browser.submit(&check, &[]).is(200);
        let reload = browser.get(&first.at).is(200);
        for page in [&again, &reload] {
            assert_eq!(page.by_id("reference"), first.by_id("reference"));
            assert_eq!(page.by_id("secret"), first.by_id("secret"));
        }
        let listed = doors.get("/open311/v2/requests.json").is(200).json();
        assert_eq!(listed.as_array().unwrap().len(), 1);
    });
}

#[test]
fn a_customer_follows_with_reference_and_secret_in_any_browser() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (reference, secret, _) = send(&Browser::of(&doors, "en"), "It is dark.");
        let other = Browser::of(&doors, "en");
        let closed = other.get(&format!("/cases/{reference}")).is(200);
        assert!(!closed.text.contains("It is dark."), "a reference alone opens nothing");
        let spoken = secret.to_lowercase().replace('-', " ");
        let case = other.post(&closed, "/follow", &[("reference", &reference), ("secret", &spoken)]).is(200);
        assert!(case.text.contains("It is dark.") && case.text.contains("m•••@example.org"));
        assert!(!case.text.contains("mae@example.org"), "who looks over a shoulder sees no address");
        let message = other.get(&format!("/cases/{reference}/message")).is(200);
        let told = other.submit(&message, &[("words", "Still dark.")]).is(200);
        assert!(told.at.ends_with(&reference) && told.text.contains("Still dark."));
        // A second tap says nothing twice; the same words on another day are said again.
        let said = |page: &Page| page.text.matches("Still dark.").count();
        assert_eq!(said(&other.submit(&message, &[("words", "Still dark.")]).is(200)), 1);
        let again = other.get(&format!("/cases/{reference}/message")).is(200);
        assert_eq!(said(&other.submit(&again, &[("words", "Still dark.")]).is(200)), 2);
        other.get(&format!("/cases/{reference}/appeal")).is(404);
        let offers = |page: &Page, act: &str| page.text.contains(&format!("/cases/{reference}/{act}\""));
        assert!(offers(&told, "withdrawal") && !offers(&told, "appeal"));
        let withdrawal = other.get(&format!("/cases/{reference}/withdrawal")).is(200);
        let withdrawn = other.submit(&withdrawal, &[]).is(200);
        assert!(offers(&withdrawn, "reopening"));
        assert!(!offers(&withdrawn, "appeal"), "nobody decided anything");
        let list = other.get("/follow").is(200);
        assert!(list.text.contains(&reference));
        let gone = other.post(&list, "/follow", &[("forget", "yes")]);
        assert_eq!(gone.at, "/");
        assert!(!other.get(&format!("/cases/{reference}")).text.contains("It is dark."));
    });
}

#[test]
fn a_wrong_reference_and_a_wrong_secret_look_alike() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (reference, secret, _) = send(&Browser::of(&doors, "en"), "It is dark.");
        let other = Browser::of(&doors, "en");
        let page = other.get("/follow");
        let try_with = |reference: &str, secret: &str| {
            let answer =
                other.post(&page, "/follow", &[("reference", reference), ("secret", secret)]).is(422);
            answer.text.replace(reference, "…")
        };
        let wrong_secret = try_with(&reference, "0000-0000-0000-0000");
        let unknown = terms::Reference::new(&terms::Chance::from_seed([9; 32])).to_string();
        assert_eq!(try_with(&unknown, &secret), wrong_secret);
        assert_eq!(try_with(&reference, "no secret at all"), wrong_secret);
    });
}

#[test]
fn a_form_of_another_site_or_without_its_token_changes_nothing() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let page = browser.get(&format!("/ask/{LIGHT}"));
        let token = page.token();
        let fields = [("address", "1 City Hall Square"), ("token", token.as_str())];
        browser.post_raw(&page.action(), &fields, "cross-site").is(403);
        browser.post_raw(&page.action(), &fields[..1], "same-origin").is(403);
        browser.post_raw(&page.action(), &[fields[0], ("token", "0")], "same-origin").is(403);
        Browser::of(&doors, "en").post_raw(&page.action(), &fields, "same-origin").is(403);
        browser.post_raw(&page.action(), &fields, "same-origin").is(200);
    });
}

#[test]
fn what_was_typed_is_kept_and_what_is_wrong_is_said_at_the_field_and_in_the_summary() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let place = go_to(&browser, LIGHT, ("where", &[]));
        let far = [("address", "Elsewhere"), ("lat", "30.05"), ("long", "31.24")];
        for (fields, expected) in [
            (&[("address", "")][..], "Write an address"),
            (&[("address", "x"), ("lat", "north"), ("long", "1")], "both numbers"),
            (&[("address", "x"), ("lat", "42.36"), ("long", "")], "both numbers"),
            (&[("address", "x"), ("lat", "420"), ("long", "1")], "both numbers"),
            (&far, "outside City of Boston"),
        ] {
            let again = browser.submit(&place, fields).is(422);
            assert!(again.text.contains("<title>Error: "), "the title says it first");
            assert!(again.wrong()[0].contains(expected), "{:?}", again.wrong());
            let at_the_field = format!("Error:</span> {}</p>", again.wrong()[0]);
            assert!(again.text.contains(&at_the_field), "{at_the_field}");
            if let Some((_, typed)) = fields.iter().find(|(_, typed)| !typed.is_empty()) {
                assert!(again.text.contains(&format!("value=\"{typed}\"")), "{typed} is kept");
            }
        }
        let details = browser.submit(&place, &[("address", "1 City Hall Square")]).is(200);
        assert_eq!(details.step(), "details");
        let long = "ä".repeat(4_001);
        for (words, expected) in [("", "few words"), (long.as_str(), "4001"), ("a\0b", "cannot read")] {
            assert!(
                browser.submit(&details, &[("description", words)]).is(422).wrong()[0].contains(expected)
            );
        }
        // What is odd but means something is taken as it is.
        let odd = "🕳️ مصباح \u{202e}dark\u{202c} <b>&amp; \"it\"";
        let photos = browser.submit(&details, &[("description", odd)]).is(200);
        let back = browser.get(&photos.at.replace("photos", "details"));
        assert!(
            back.text.contains("🕳️ مصباح") && back.text.contains("&#60;b&#62;&#38;amp;"),
            "{}",
            back.text
        );
        let contact = browser.submit(&photos, &[]).is(200);
        for (field, value, expected) in [
            ("email", "nobody", "name@example.org"),
            ("phone", "call me", "with its country"),
            ("name", &*"x".repeat(201), "too long"),
        ] {
            assert!(
                browser.submit(&contact, &[(field, value)]).is(422).wrong()[0].contains(expected),
                "{field}"
            );
        }
        browser.submit(&contact, &[("phone", "+44 20 7946 0018")]).is(200);
    });
}

#[test]
fn fms_1677_whoever_reported_the_same_is_asked_on_a_page_of_its_own_and_joins() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let first = Browser::of(&doors, "en");
        let spot = [("address", "1 City Hall Square"), ("lat", "42.3601"), ("long", "-71.0589")];
        let report = |browser: &Browser<'_>, same: &str| {
            let own = [&spot[..], &[("same", same), ("email", "second@example.org")]].concat();
            go_to(browser, LIGHT, ("done", &own))
        };
        let speaker = report(&first, "").by_id("reference");
        let second = Browser::of(&doors, "en");
        let similar = go_to(&second, LIGHT, ("similar", &spot));
        assert!(similar.step() == "similar" && similar.text.contains(&speaker), "{}", similar.text);
        // Enough to judge by: what was said, where, how far away, and since when.
        for told in ["It is dark.", "1 City Hall Square", "metres", "2015"] {
            assert!(similar.text.contains(told), "{told}: {}", similar.text);
        }
        let done = report(&second, &speaker);
        assert!(done.text.contains("Others have reported the same"), "{}", done.text);
        let own = done.by_id("reference");
        assert_ne!(own, speaker, "everybody has a reference of their own");
        office.settle();
        let case = second.get(&format!("/cases/{own}"));
        assert!(case.text.contains(&speaker));
        // Who spoke first is answered, and the one who joined is told.
        office.officer("lee").resolves(
            &testkit::CaseHandle { reference: speaker.parse().unwrap(), secret: String::new() },
            "done",
            "New bulb.",
        );
        office.settle();
        assert!(second.get(&format!("/cases/{own}")).text.contains("Others had reported it too"));
    });
}

#[test]
fn a_request_is_left_and_taken_up_in_another_browser_which_alone_goes_on() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (phone, desk) = (Browser::of(&doors, "en"), Browser::of(&doors, "en"));
        let page = go_to(&phone, LIGHT, ("details", &[]));
        let asking = page.at.rsplit_once('/').unwrap().0.to_owned();
        let later = phone.get(&format!("{asking}/later"));
        let left = phone.submit(&later, &[]).is(200);
        let link = left.text.split("href=\"/resume/").nth(1).unwrap().split('"').next().unwrap();
        let resume = desk.get(&format!("/resume/{link}")).is(200);
        phone.get(&page.at).is(200);
        let went_on = desk.submit(&resume, &[]).is(200);
        assert_eq!(went_on.step(), "details");
        let elsewhere = phone.get(&page.at).is(404);
        assert!(elsewhere.text.contains("opened in another browser"), "{}", elsewhere.text);
        desk.get("/resume/0000-0000-0000-0000").is(200);
        desk.post(&resume, "/resume/0000-0000-0000-0000", &[]).is(404);
        // Thrown away is gone.
        let later = desk.get(&format!("{asking}/later"));
        desk.submit(&later, &[("discard", "yes")]);
        desk.get(&asking).is(404);
    });
}

#[test]
fn fms_1462_words_land_on_the_case_that_they_were_written_for() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let (first, ..) = send(&browser, "The first.");
        let form = browser.get(&format!("/cases/{first}/message"));
        // Another one is opened meanwhile, in the same browser.
        let (second, ..) = send(&browser, "The second.");
        let caption = format!("<bdi dir=\"ltr\">{first}</bdi></span>");
        assert!(form.text.contains(&caption), "above the words stands which request they go to");
        browser.submit(&form, &[("words", "About the first.")]).is(200);
        assert!(browser.get(&format!("/cases/{first}")).text.contains("About the first."));
        assert!(!browser.get(&format!("/cases/{second}")).text.contains("About the first."));
        let stranger = Browser::of(&doors, "en");
        let closed = stranger.get(&format!("/cases/{first}/message"));
        assert!(
            closed.text.contains("name=\"secret\""),
            "whoever does not hold a case is asked for its secret"
        );
        stranger.post(&closed, &format!("/cases/{first}/message"), &[("words", "Not mine.")]);
        assert!(!browser.get(&format!("/cases/{first}")).text.contains("Not mine."));
    });
}

#[test]
fn fms_877_what_it_is_about_is_chosen_before_anything_is_written() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let services = browser.get("/services").is(200).text;
        let offered = services.split("href=\"/services/").skip(1).filter_map(|part| part.split('"').next());
        for code in offered.take(40) {
            let page = browser.get(&format!("/services/{code}")).is(200);
            let start = browser.get(&format!("/ask/{code}")).is(200);
            assert!(page.text.contains(&format!("href=\"/ask/{code}\"")), "{code}");
            assert!(start.text.contains("govuk-caption-xl"), "{code}: the page says what it is about");
        }
        // There is no other way to write.
        browser.get("/ask/anything").is(404);
        let token = browser.get("/feedback");
        browser.post(&token, "/ask/anything", &[("description", "Dark.")]).is(404);
        let elsewhere = browser.post(&token, "/offline-drafts", &[("description", "Dark.")]).is(200);
        assert_eq!(elsewhere.at, "/services", "first comes the service");
    });
}

#[test]
fn public_reports_show_nobody_and_keep_to_their_filters() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let (reference, ..) = send(&browser, "Call me at 617 555 0134 or mae@example.org. It is dark.");
        let list = browser.get(&format!("/reports?service={LIGHT}&status=open")).is(200);
        assert!(list.text.contains("It is dark.") && !list.text.contains("555 0134"), "{}", list.text);
        let one = browser.get(&format!("/reports/{reference}")).is(200);
        for secret in ["mae@example.org", "Mae Lee", "555 0134"] {
            assert!(!one.text.contains(secret), "{secret}");
        }
        assert!(!browser.get("/reports?status=closed").text.contains(&reference));
        assert!(!browser.get("/reports?district=nowhere").text.contains(&reference));
        let feed = browser.get("/reports.rss").is(200).text;
        assert!(
            feed.starts_with("<?xml") && feed.contains("It is dark.") && !feed.contains("mae@example.org")
        );
        browser.get(&format!("/reports/{reference}/feed.rss")).is(200);
        browser.get("/reports/000-000-000").is(404);
    });
}

#[test]
fn fms_525_a_map_shows_no_more_than_it_can_and_only_what_is_open() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let (one, two) = (mae.reports(LIGHT, "One."), mae.reports(LIGHT, "Two."));
        let area = "/reports.json?south=42.2&north=42.5&west=-71.2&east=-70.9";
        assert_eq!(browser.get(area).text.matches("\"lat\"").count(), 2);
        lee.resolves(&one, "done", "Done.");
        let left = browser.get(area).is(200).text;
        assert!(left.contains(&two.reference.to_string()) && !left.contains(&one.reference.to_string()));
        for nowhere in
            ["/reports.json", "/reports.json?south=x", "/reports.json?south=1&north=0&west=0&east=0"]
        {
            assert_eq!(browser.get(nowhere).is(200).text, "[]");
        }
    });
}

#[test]
fn every_page_can_be_rated_and_nothing_is_kept_of_who_did() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let page = browser.get("/feedback?about=/cases/K7Q-F2M-XDR/message").is(200);
        assert!(page.text.contains("value=\"/cases/…\""), "{}", page.text);
        assert!(browser.submit(&page, &[("words", "x")]).is(422).wrong()[0].contains("five answers"));
        let thanks = browser.submit(&page, &[("score", "2"), ("words", "Too long."), ("about", "/services")]);
        assert!(thanks.is(200).text.contains("Thank you"));
        let kept = office.read(&terms::Principal::house(), |tx, _| {
            Ok(records::feedback::pages(tx, jiff::Timestamp::UNIX_EPOCH, 10)?)
        });
        assert_eq!(kept.unwrap(), [("/services".to_owned(), 1, 2)]);
    });
}

#[test]
fn a_file_that_lies_about_its_type_is_refused_in_words_and_a_picture_loses_where_it_was_taken() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let page = go_to(&browser, LIGHT, ("photos", &[]));
        for (name, kind, bytes, expected) in [
            (
                "dark.jpg",
                "image/jpeg",
                &b"<html><script>alert(1)</script></html>"[..],
                "not what its name says",
            ),
            ("run.exe", "application/octet-stream", b"MZ\x90\0\x03\0\0\0", "do not take files"),
            ("bomb.zip", "application/zip", b"PK\x03\x04\x14\0\0\0\x08\0", "do not take files"),
            ("nothing.png", "image/png", b"", "empty"),
        ] {
            let again = browser.upload(&page, &[], &[("files", name, kind, bytes)]).is(422);
            assert!(again.wrong()[0].contains(expected), "{name}: {:?}", again.wrong());
        }
        let words = "The plan.".as_bytes();
        let taken =
            browser.upload(&page, &[], &[("files", "../plan\u{202e}.txt", "text/plain", words)]).is(200);
        assert!(taken.step() == "photos" && taken.text.contains("plan.txt"), "{}", taken.text);
        let href = taken.text.split("value=\"").find(|part| part.len() > 36 && part.as_bytes()[8] == b'-');
        let id = href.unwrap().split('"').next().unwrap();
        let asking = taken.at.rsplit_once('/').unwrap().0;
        let served = browser.get(&format!("{asking}/files/{id}")).is(200);
        assert_eq!(served.text, "The plan.");
        Browser::of(&doors, "en").get(&format!("{asking}/files/{id}")).is(404);
        let without = browser.post(&taken, &taken.at, &[("remove", id)]).is(200);
        assert!(!without.text.contains("plan.txt"));
    });
}
