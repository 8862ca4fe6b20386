//! The split view: a case beside its list, at an address that can be kept, and without a script.

use crate::browser::{Browser, Page};
use crate::desk_inbox::{demo, desk, lights, listed as rows};
use testkit::both_engines;

/// The references in the short list beside a case, in order.
fn brief(page: &Page) -> Vec<String> {
    let rows = page.text.split("<li id=\"row-").skip(1);
    rows.map(|row| row.split('"').next().unwrap().to_owned()).collect()
}

/// The case that is shown beside the list.
fn shown(page: &Page) -> Option<String> {
    Some(page.text.split("data-case=\"").nth(1)?.split('"').next()?.to_owned())
}

/// Where the line of a case leads.
fn way(page: &Page, reference: &str) -> String {
    let row = page.text.split(&format!("<li id=\"row-{reference}\"")).nth(1).unwrap();
    let link = row.split("href=\"").nth(1).unwrap().split('"').next().unwrap();
    link.replace("&#38;", "&").split('#').next().unwrap().to_owned()
}

/// What a composer knows of itself and of its case.
fn known(page: &Page) -> [(&'static str, String); 2] {
    let value = |name: &str| {
        let field = page.text.split("id=\"compose\"").nth(1).unwrap();
        let field = field.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
        field.split('"').next().unwrap().to_owned()
    };
    [("revision", value("revision")), ("base", value("base"))]
}

/// Sends the composer of a page.
fn writes(officer: &Browser<'_>, page: &Page, to: &str, fields: &[(&str, &str)]) -> Page {
    let known = known(page);
    let known = known.iter().map(|(name, value)| (*name, value.as_str()));
    officer.post(page, to, &fields.iter().copied().chain(known).collect::<Vec<_>>())
}

fn choose(browser: &Browser<'_>, page: &Page, list: &str, beside: &str) -> Page {
    browser.post(page, &format!("/desk/beside?{list}"), &[("beside", beside)]).is(200)
}

#[test]
fn a_case_opens_beside_its_list_and_the_choice_is_kept_until_it_is_taken_back() {
    both_engines(|office| {
        let doors = demo(office);
        let cases = lights(office, 3);
        let lee = desk(&doors, "lee");
        let page = lee.get("/desk?view=open").is(200);
        assert!(brief(&page).is_empty() && page.text.contains("Show cases beside the list"));
        let before = rows(&lee.get("/desk?view=open&order=newest").is(200));
        let before: Vec<String> = before.iter().map(ToString::to_string).collect();
        assert_eq!(before.len(), cases.len());
        let page = choose(&lee, &page, "view=open&order=newest", "yes");
        let listed = brief(&page);
        assert_eq!(listed, before, "the same list, in the same order");
        assert_eq!(shown(&page), None);
        assert!(page.text.contains("Choose a case. It opens here."));
        let page = lee.get(&way(&page, &listed[1])).is(200);
        assert_eq!((shown(&page), brief(&page)), (Some(listed[1].clone()), listed.clone()));
        assert_eq!(page.text.matches("aria-current=\"true\"><b").count(), 1, "one line is the case's");
        assert!(page.text.contains("id=\"compose\"") && page.text.contains("desk-timeline"));
        assert!(lee.get("/desk").text.contains("Show the list alone"), "on every list");
        let page = choose(&lee, &page, "view=open", "no");
        assert!(brief(&page).is_empty() && page.text.contains("<table"));
        assert!(lee.get("/desk").text.contains("Show cases beside the list"));
    });
}

#[test]
fn what_is_done_beside_the_list_leads_back_to_it_and_next_is_the_next_in_it() {
    both_engines(|office| {
        let doors = demo(office);
        lights(office, 3);
        let (lee, dora) = (desk(&doors, "lee"), desk(&doors, "dora"));
        let open = lee.get("/desk?view=open&order=oldest&case=none").is(404);
        let listed = brief(&open);
        // An address is enough, in a browser that chose nothing.
        let page = dora.get(&way(&open, &listed[0])).is(200);
        assert_eq!(shown(&page), Some(listed[0].clone()));
        let page = lee.get(&way(&open, &listed[0])).is(200);
        let to = |page: &Page, form: &str| -> String {
            let at = page.text.split(&format!("formaction=\"{form}")).nth(1).unwrap();
            format!("{form}{}", at.split('"').next().unwrap().replace("&#38;", "&"))
        };
        let at = format!("/desk/cases/{}/composition", listed[0]);
        let half = [("to", "note"), ("words", "Half a word")];
        let noted = writes(&lee, &page, &to(&page, &format!("{at}/kind")), &half).is(200);
        assert_eq!((shown(&noted), brief(&noted)), (Some(listed[0].clone()), listed.clone()), "still beside");
        assert!(noted.text.contains("Half a word"));
        let fields = [("words", "A whole note."), ("kind", "note"), ("next", "yes")];
        let next = writes(&lee, &noted, &to(&noted, &format!("{at}/sending")), &fields).is(200);
        assert_eq!(
            (shown(&next), brief(&next)),
            (Some(listed[1].clone()), listed.clone()),
            "the next one, beside"
        );
        // After the last one the first comes again.
        let last = lee.get(&way(&open, &listed[2])).is(200);
        let at = format!("/desk/cases/{}/composition", listed[2]);
        let after = writes(&lee, &last, &to(&last, &format!("{at}/sending")), &fields).is(200);
        assert_eq!((shown(&after), brief(&after)), (Some(listed[0].clone()), listed.clone()));
        office.settle();
    });
}

#[test]
fn zammad_5953_words_stay_beside_the_list_when_a_save_comes_too_late() {
    both_engines(|office| {
        let doors = demo(office);
        let case = lights(office, 1).remove(0).reference;
        let lee = desk(&doors, "lee");
        let at = format!("/desk?view=open&case={case}");
        let (one, other) = (lee.get(&at).is(200), lee.get(&at).is(200));
        let save = format!("/desk/cases/{case}/composition?view=open&case={case}&lang=en");
        lee.post(&one, &save, &[("words", "From one window.")]).is(200);
        let late = lee.post(&other, &save, &[("words", "From the other.")]);
        let late = late.is(409);
        assert!(late.text.contains("From one window.") && late.text.contains("From the other."));
        assert_eq!((shown(&late), brief(&late)), (Some(case.to_string()), vec![case.to_string()]));
    });
}

#[test]
fn chatwoot_10221_a_case_of_others_is_not_shown_beside_a_list() {
    both_engines(|office| {
        let doors = demo(office);
        let case = lights(office, 1).remove(0).reference;
        let sam = desk(&doors, "sam");
        for odd in [case.to_string(), "K7Q-F2M-XD5".into(), String::new(), "..%2F..".into(), "x".repeat(3000)]
        {
            let page = sam.get(&format!("/desk?view=open&case={odd}")).is(404);
            assert!(page.text.contains("desk-views") && shown(&page).is_none(), "the list is there: {odd}");
            assert!(!page.text.contains("Lamp 0"), "{odd}");
        }
        // Two are named: the first one counts, and nothing is mixed up.
        let lee = desk(&doors, "lee");
        let page = lee.get(&format!("/desk?view=open&case={case}&case=K7Q-F2M-XD5")).is(200);
        assert_eq!(shown(&page), Some(case.to_string()));
    });
}

#[test]
fn the_second_page_of_a_list_stays_beside_its_case() {
    both_engines(|office| {
        let doors = demo(office);
        lights(office, 53);
        let lee = desk(&doors, "lee");
        let page = lee.get("/desk?view=open&case=none").is(404);
        let next = page.text.split("\" rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap();
        let page = lee.get(&format!("{}&case=none", next.replace("&#38;", "&"))).is(404);
        let listed = brief(&page);
        assert_eq!(listed.len(), 3);
        let page = lee.get(&way(&page, &listed[1])).is(200);
        assert_eq!((shown(&page), brief(&page)), (Some(listed[1].clone()), listed));
    });
}
