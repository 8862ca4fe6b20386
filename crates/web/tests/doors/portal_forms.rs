//! Typed answers at the portal: what is understood, what is refused at its field, and what is never sent.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use crate::portal::go_to;
use testkit::both_engines;

const PICKUP: &str = "schedule-a-bulk-item-pickup-ss";
const COMPLAINT: &str = "complaint";

/// A day in the three parts of its field.
fn day<'f>(day: &'f str, month: &'f str, year: &'f str) -> [(&'f str, &'f str); 3] {
    [("date-day", day), ("date-month", month), ("date-year", year)]
}

/// One thing to be picked up, and how many of it.
fn one<'f>(what: &'f str, how_many: &'f str) -> [(&'f str, &'f str); 2] {
    [("items.1.what", what), ("items.1.how-many", how_many)]
}

/// What is wrong stands in the summary and at its field, and what was typed is still there.
#[track_caller]
fn refused(page: &Page, field: &str, words: &str, typed: &str) {
    assert_eq!(page.status, 422, "{}", page.text);
    assert!(page.wrong().iter().any(|text| text.contains(words)), "{words}: {:?}", page.wrong());
    let at_the_field = page.text.split(&format!("id=\"{field}-error\"")).nth(1).unwrap_or_default();
    assert!(at_the_field.split("</p>").next().unwrap().contains(words), "{words} at {field}");
    assert!(page.text.contains(typed), "{typed} is kept: {}", page.text);
}

#[test]
fn answers_of_each_kind_that_will_not_do_are_said_at_their_field_and_kept() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let long = "x".repeat(101);
        let items = go_to(&browser, PICKUP, ("form-items", &[("debris", "no")]));
        for (what, how_many, field, words, typed) in [
            ("", "", "items", "What should we take away?", "name=\"items.1.what\""),
            ("sofa", "", "items-1-how-many", "Answer this question: How many?", "value=\"sofa\" checked"),
            ("", "2", "items-1-what", "Answer this question: What is it?", "value=\"2\""),
            ("boat", "2", "items-1-what", "Choose one of the answers", "value=\"2\""),
            ("sofa", "two", "items-1-how-many", "Write a number", "value=\"two\""),
            ("sofa", "1.5", "items-1-how-many", "Write a whole number", "value=\"1.5\""),
            ("sofa", "0", "items-1-how-many", "The least is 1", "value=\"0\""),
            ("sofa", "6", "items-1-how-many", "The most is 5", "value=\"6\""),
            ("sofa", "9e999", "items-1-how-many", "The most is", "value=\"9e999\""),
            ("sofa", "🛋️", "items-1-how-many", "Write a number", "value=\"🛋️\""),
            ("sofa", "1\0", "items-1-how-many", "signs that we cannot read", "sofa"),
        ] {
            let again = browser.submit(&items, &one(what, how_many));
            if field == "items" {
                assert!(again.is(422).wrong()[0].contains(words));
            } else {
                refused(&again, field, words, typed);
            }
        }
        let fields = [&one("sofa", "1")[..], &[("items.1.details", long.as_str())]].concat();
        refused(&browser.submit(&items, &fields), "items-1-details", "Use at most 100 characters", &long);
        let date = browser.submit(&items, &one("sofa", "1")).is(200);
        assert_eq!(date.step(), "form-date");
        for (d, m, y, words) in [
            ("", "", "", "Answer this question"),
            ("31", "2", "2015", "Write a real day"),
            ("29", "2", "2015", "Write a real day"),
            ("1", "13", "2015", "Write a real day"),
            ("0", "3", "2015", "Write a real day"),
            ("10", "3", "15", "Write a real day"),
            ("10", "", "2015", "Write a real day"),
            ("ten", "3", "2015", "Write a real day"),
            ("٣١", "٢", "٢٠١٥", "Write a real day"),
            ("1", "3", "2015", "This day is over"),
            ("10", "3", "2016", "too far ahead"),
            ("<b>", "\"", "2015", "Write a real day"),
        ] {
            let again = browser.submit(&date, &day(d, m, y));
            let typed = format!("value=\"{}\"", d.replace('<', "&#60;").replace('>', "&#62;"));
            refused(&again, "date", words, &typed);
        }
        // The field of a complaint asks for a day that is over.
        let complaint = [("about", "city"), ("form-about about", "late")];
        let happened = go_to(&browser, COMPLAINT, ("form-happened", &complaint));
        let future = [("happened-day", "3"), ("happened-month", "3"), ("happened-year", "2015")];
        refused(
            &browser.submit(&happened, &future),
            "happened",
            "This day has not come yet",
            "value=\"2015\"",
        );
    });
}

#[test]
fn digits_are_understood_in_every_script_that_the_house_speaks() {
    both_engines(|office| {
        let doors = Doors::of(office);
        for (language, digits) in
            [("ar", "٠١٢٣٤٥٦٧٨٩"), ("hi", "०१२३४५६७८९"), ("ta", "௦௧௨௩௪௫௬௭௮௯"), ("ar", "۰۱۲۳۴۵۶۷۸۹")]
        {
            let digits: Vec<char> = digits.chars().collect();
            let write = |text: &str| -> String {
                text.chars()
                    .map(|c| c.to_digit(10).map_or(c, |digit| digits[usize::try_from(digit).unwrap()]))
                    .collect()
            };
            let browser = Browser::of(&doors, language);
            let (count, d, m, y) = (write("3"), write("10"), write("3"), write("2015"));
            let (lat, long, phone) = (write("42.3601"), write("-71.0589"), write("+1 617 555 0134"));
            let own = [
                &[("debris", "no"), ("lat", &lat), ("long", &long), ("phone", &phone)][..],
                &one("sofa", &count),
                &day(&d, &m, &y),
            ]
            .concat();
            let check = go_to(&browser, PICKUP, ("check", &own));
            let kept = browser.get(&check.at.replace("check", "form-items")).text;
            assert!(kept.contains("value=\"3\""), "{language}: {kept}");
            let kept = browser.get(&check.at.replace("check", "form-date")).text;
            assert!(kept.contains("value=\"10\"") && kept.contains("value=\"2015\""), "{language}");
            let done = browser.submit(&check, &[]).is(200);
            let (reference, secret) = (done.by_id("reference"), done.by_id("secret"));
            let case = browser.get(&format!("/cases/{reference}"));
            assert!(case.text.contains("•••134"), "{language}: the number is understood");
            // Whoever types the reference on such a keyboard is understood as well.
            let other = Browser::of(&doors, language);
            let fields = [("reference", write(&reference)), ("secret", write(&secret))];
            let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
            let found = other.post(&other.get("/follow"), "/follow", &fields).is(200);
            assert!(found.at.ends_with(&reference), "{language}: {}", found.at);
        }
    });
}

#[test]
fn things_are_added_and_taken_away_and_nothing_that_was_typed_is_lost() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let page = go_to(&browser, PICKUP, ("form-items", &[("debris", "no")]));
        let items = |page: &Page| page.text.matches("<fieldset class=\"govuk-fieldset rot-item\"").count();
        assert_eq!(items(&page), 1);
        // Also before it would do: one more is not the time to be told off.
        let typed =
            [("items.1.what", "sofa"), ("items.1.how-many", "many"), ("items.1.details", "Red & old")];
        let two = browser.submit(&page, &[&typed[..], &[("more", "items")]].concat()).is(200);
        assert_eq!(items(&two), 2);
        assert!(two.text.contains("value=\"sofa\" checked") && two.text.contains("value=\"many\""));
        assert!(two.text.contains("value=\"Red &#38; old\"") && two.wrong().is_empty());
        let second = [("items.2.what", "fridge"), ("items.2.how-many", "1"), ("items.2.details", "Heavy")];
        let both = [&typed[..], &second].concat();
        let three = browser.submit(&two, &[&both[..], &[("more", "items")]].concat()).is(200);
        assert_eq!(items(&three), 3);
        // The first is taken away; the second moves up, and the third stays blank.
        let blank = [("items.3.how-many", ""), ("items.3.details", "")];
        let fewer = browser.submit(&three, &[&both[..], &blank, &[("remove", "items.1")]].concat()).is(200);
        assert_eq!(items(&fewer), 2);
        assert!(fewer.text.contains("value=\"fridge\" checked") && fewer.text.contains("value=\"Heavy\""));
        assert!(!fewer.text.contains("value=\"sofa\" checked") && !fewer.text.contains("Red"));
        // What cannot be taken away is let be.
        for odd in ["items.9", "items.0", "items.", "other.1", "items.x", "", "items.1.what"] {
            let same = browser.submit(&fewer, &[&one("sofa", "1")[..], &[("remove", odd)]].concat()).is(200);
            assert!(same.text.contains("value=\"sofa\" checked"), "{odd}");
        }
        // As many as may be, and no more.
        let numbered = |count: usize| -> Vec<(String, String)> {
            let item = |at: usize| {
                [
                    (format!("items.{at}.what"), "sofa".to_owned()),
                    (format!("items.{at}.how-many"), "1".to_owned()),
                ]
            };
            (1..=count).flat_map(item).collect()
        };
        let post = |fields: &[(String, String)]| {
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            browser.submit(&fewer, &fields)
        };
        let full = post(&[numbered(5), vec![("more".to_owned(), "items".to_owned())]].concat()).is(200);
        assert!(items(&full) == 5 && !full.text.contains("name=\"more\""), "there is room for five");
        let six = post(&numbered(6)).is(422);
        assert!(six.wrong()[0].contains("Give at most 5"), "{:?}", six.wrong());
        // Numbers far beyond are no reason to make as many.
        let far = post(&[("items.4000000000.what".to_owned(), "sofa".to_owned())]);
        assert_eq!(items(&far.is(422)), 5);
        // A hole in the numbers is one thing that was not filled in, and it says so there.
        let hole: Vec<_> = numbered(3).into_iter().filter(|(name, _)| !name.starts_with("items.2")).collect();
        let said = post(&hole).is(422);
        assert!(said.text.contains("id=\"items-2-what-error\""), "{:?}", said.wrong());
        let done = post(&numbered(2)).is(200);
        assert_eq!(done.step(), "form-date");
    });
}

#[test]
fn an_answer_to_a_page_that_is_no_longer_asked_is_not_sent() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let fridge =
            [&[("debris", "no"), ("doors-off", "yes")][..], &one("fridge", "1"), &day("10", "3", "2015")]
                .concat();
        let check = go_to(&browser, PICKUP, ("check", &fridge));
        assert!(check.text.contains("Are the doors of the fridge off?"));
        let items = browser.get(&check.at.replace("check", "form-items"));
        let check = browser.submit(&items, &one("sofa", "1")).is(200);
        assert!(check.step() == "check" && !check.text.contains("Are the doors of the fridge off?"));
        // Its address leads to where the request stands, and takes nothing.
        let hidden = check.at.replace("check", "form-doors-off");
        assert_eq!(browser.get(&hidden).is(200).step(), "check");
        assert_eq!(browser.post(&check, &hidden, &[("doors-off", "no")]).is(200).step(), "check");
        let done = browser.submit(&check, &[]).is(200);
        let case = browser.get(&format!("/cases/{}", done.by_id("reference"))).is(200);
        assert!(
            case.text.contains("A sofa or a chair")
                && !case.text.contains("Are the doors of the fridge off?")
        );
        let token = doors.officer("ruth");
        let path = format!("/cases/{}", done.by_id("reference"));
        let whole = doors.call("GET", &path, &token, &serde_json::Value::Null).is(200).json();
        let codes: Vec<&str> = whole["case"]["answers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["code"].as_str().unwrap())
            .collect();
        assert_eq!(codes, ["debris", "items.1.what", "items.1.how-many", "date"]);
    });
}

#[test]
fn whoever_a_service_is_not_for_is_told_where_to_go_and_can_go_back() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let start = browser.get(&format!("/ask/{PICKUP}")).is(200);
        let stopped = browser.submit(&start, &[("debris", "yes")]).is(200);
        assert_eq!(stopped.step(), "stop");
        assert!(stopped.text.contains("We do not take waste from building work"));
        assert!(stopped.text.contains("href=\"/services/construction-debris\""));
        let asking = stopped.at.rsplit_once('/').unwrap().0.to_owned();
        assert!(stopped.text.contains(&format!("href=\"{asking}/form-debris\"")), "back to the answer");
        // Nor do those get past who know the addresses.
        let token = browser.get("/feedback");
        let check = browser.post(&token, &format!("{asking}/check"), &[]).is(422);
        assert!(!check.wrong().is_empty());
        let page = browser.get(&format!("{asking}/form-debris"));
        assert_eq!(browser.submit(&page, &[("debris", "no")]).is(200).step(), "form-items");
    });
}
