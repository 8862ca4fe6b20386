//! The inbox as officers meet it: lists that are never stale, nothing that belongs to others, and one act on many cases.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use std::collections::BTreeSet;
use terms::Reference;
use testkit::{CaseHandle, TestOffice, both_engines};
use web::Settings;

const LIGHT: &str = "street-light-outages";

/// A browser in which an officer is signed in.
pub(crate) fn desk<'d>(doors: &'d Doors<'d>, officer: &str) -> Browser<'d> {
    let browser = Browser::of(doors, "en");
    let page = browser.get("/desk/sign-in").is(200);
    browser.post(&page, "/desk/sign-in", &[("officer", officer)]).is(200);
    browser
}

pub(crate) fn demo(office: &TestOffice) -> Doors<'_> {
    Doors::with(office, Settings { demo: true, ..Settings::default() })
}

/// The references that a page lists, in order.
pub(crate) fn listed(page: &Page) -> Vec<Reference> {
    let rows = page.text.split("<tr data-reference=\"").skip(1);
    rows.map(|row| row.split('"').next().unwrap().parse().unwrap()).collect()
}

/// Where a link of a page with a relation leads.
fn next(page: &Page) -> Option<String> {
    let link = page.text.split("\" rel=\"next\"").next().filter(|before| before.len() < page.text.len())?;
    Some(link.rsplit("href=\"").next()?.replace("&amp;", "&").replace("&#38;", "&"))
}

fn all(browser: &Browser<'_>, from: &str) -> Vec<Reference> {
    let mut page = browser.get(from).is(200);
    let mut found = listed(&page);
    while let Some(more) = next(&page) {
        page = browser.get(&more).is(200);
        found.extend(listed(&page));
    }
    found
}

pub(crate) fn lights(office: &TestOffice, count: usize) -> Vec<CaseHandle> {
    let mae = office.resident("Mae Lee");
    (0..count).map(|number| mae.reports(LIGHT, &format!("Lamp {number} is dark."))).collect()
}

#[test]
fn zammad_5260_overview_is_never_stale() {
    both_engines(|office| {
        let doors = demo(office);
        let lee = desk(&doors, "lee");
        let case = lights(office, 1).remove(0);
        let shows =
            |view: &str| listed(&lee.get(&format!("/desk?view={view}")).is(200)).contains(&case.reference);
        let count = |view: &str| {
            let page = lee.get("/desk");
            let tab = page.text.split(&format!("href=\"/desk?view={view}&")).nth(1).unwrap().to_owned();
            tab.split("<bdi>").nth(1).unwrap().split('<').next().unwrap().to_owned()
        };
        assert!(shows("unassigned") && shows("open") && !shows("mine"));
        assert_eq!((count("unassigned"), count("mine")), ("1".into(), "0".into()));
        office.officer("lee").takes(&case);
        assert!(shows("mine") && !shows("unassigned"));
        assert_eq!((count("unassigned"), count("mine")), ("0".into(), "1".into()));
        office.officer("lee").asks(&case, "Which lamp?");
        assert!(shows("waiting") && shows("mine"));
        let page = lee.get("/desk?view=waiting").text;
        assert!(page.contains("desk-due--still") && page.contains("Stands still"), "{page}");
        office.officer("lee").goes_on(&case);
        office.hours(24 * 60);
        // Lee has been signed out meanwhile.
        let lee = desk(&doors, "lee");
        let page = lee.get("/desk?view=overdue").is(200);
        assert_eq!(listed(&page), [case.reference]);
        assert_eq!(listed(&lee.get("/desk?view=soon").is(200)), []);
        let page = page.text;
        assert!(
            page.contains("desk-due--over") && page.contains("Late by") && page.contains("working days"),
            "{page}"
        );
    });
}

#[test]
fn what_is_due_within_the_hour_says_so_in_working_time() {
    both_engines(|office| {
        let doors = demo(office);
        let case = lights(office, 1).remove(0);
        let due = office.house().sees(&case).case.state.clocks.due_at.unwrap();
        let wait = due.duration_since(office.office.now()) - jiff::SignedDuration::from_mins(30);
        office.clock.advance(wait);
        let lee = desk(&doors, "lee");
        let page = lee.get("/desk?view=soon").is(200);
        assert_eq!(listed(&page), [case.reference]);
        assert!(
            page.text.contains("desk-due--soon") && page.text.contains("30 working minutes left"),
            "{}",
            page.text
        );
        assert!(page.text.contains(&format!("datetime=\"{due}\"")), "the exact time stands behind it");
        assert_eq!(listed(&lee.get("/desk?view=overdue")), []);
    });
}

#[test]
fn chatwoot_10221_an_officer_of_another_agency_sees_nothing_of_it() {
    both_engines(|office| {
        let doors = demo(office);
        let case = lights(office, 1).remove(0);
        let reference = case.reference.to_string();
        let (lee, sam) = (desk(&doors, "lee"), desk(&doors, "sam"));
        for view in ["mine", "unassigned", "soon", "overdue", "waiting", "asked", "open", "closed"] {
            let page = sam.get(&format!("/desk?view={view}")).is(200);
            assert!(!page.text.contains(&reference), "{view}");
        }
        let own = sam.get("/desk?own=1&agency=public-works").is(200);
        assert!(!own.text.contains(&reference));
        let page = sam.get("/desk/keys").is(200);
        sam.post(&page, &format!("/desk/cases/{reference}/presence"), &[("doing", "typing")]).is(404);
        let refused =
            sam.post(&page, "/desk/bulk", &[("case", &reference), ("act", "note"), ("note", "Hello.")]);
        assert_eq!(refused.status, 404, "{}", refused.text);
        assert!(!sam.get("/desk/references.json?view=open").text.contains(&reference));

        let planned = lee.post(
            &lee.get("/desk/keys"),
            "/desk/bulk",
            &[("case", &reference), ("act", "note"), ("note", "Secret words.")],
        );
        assert_eq!(planned.status, 200);
        let seen = sam.get(&planned.at).is(404);
        assert!(!seen.text.contains("Secret words."));
        sam.post(&page, &format!("{}/start", planned.at.split('?').next().unwrap()), &[]).is(404);

        // Asked to help, they see it, and only there.
        office.officer("ruth").asks_task(&case, "parks", "Cut the tree.");
        assert_eq!(listed(&sam.get("/desk?view=asked").is(200)), [case.reference]);
        office.officer("ruth").transfers(&case, "transportation", "A signal.");
        assert_eq!(listed(&desk(&doors, "tomas").get("/desk?view=asked").is(200)), [case.reference]);
    });
}

#[test]
fn an_impossible_or_outdated_filter_is_said_in_words_and_changes_nothing() {
    both_engines(|office| {
        let doors = demo(office);
        let lee = desk(&doors, "lee");
        lights(office, 1);
        for (filter, said) in [
            ("service=no-such-thing", "a service that we no longer have"),
            ("status=open&status=closed", "Choose closed alone"),
            ("status=closed&due=60", "Closed cases are not due any more"),
            ("status=later", "cannot be read"),
            ("assignee=somebody-who-left", "no longer works here"),
            ("agency=parks&queue=public-works-street-lights", "not of this agency"),
            ("district=atlantis", "a district that we no longer have"),
            ("due=99999999", "asks for too much"),
        ] {
            let page = lee.get(&format!("/desk?view=open&own=1&{filter}")).is(200);
            assert!(page.text.contains(said), "{filter}: {}", page.text);
            assert_eq!(listed(&page), [], "{filter}");
            let fields: Vec<(&str, &str)> =
                filter.split('&').filter_map(|pair| pair.split_once('=')).collect();
            let fields = [&fields[..], &[("own", "1"), ("name", "Mine")]].concat();
            let refused = lee.post(&page, "/desk/views", &fields);
            assert_eq!(refused.status, 422, "{filter}: {}", refused.text);
        }
        let gone = lee.get("/desk?view=01900000-0000-7000-8000-000000000000").is(200);
        assert!(gone.text.contains("This view is gone"), "{}", gone.text);
        let page = lee.get("/desk").is(200);
        assert!(!page.text.contains("Kept views"), "nothing was saved");
        let refused = lee.post(&page, "/desk/views", &[("own", "1"), ("name", "  ")]);
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("at most 80 letters"), "{}", refused.text);
    });
}

#[test]
fn a_view_is_kept_shared_renamed_and_deleted_by_whoever_made_it() {
    both_engines(|office| {
        let doors = demo(office);
        let (lee, dora, sam) = (desk(&doors, "lee"), desk(&doors, "dora"), desk(&doors, "sam"));
        let case = lights(office, 1).remove(0);
        let page = lee.get("/desk");
        let fields = [("own", "1"), ("service", LIGHT), ("order", "newest"), ("name", "Dark <b>lamps</b>")];
        let kept = lee.post(&page, "/desk/views", &fields).is(200);
        assert_eq!(listed(&kept), [case.reference]);
        assert!(kept.text.contains("Dark &#60;b&#62;lamps") || kept.text.contains("Dark &lt;b&gt;lamps"));
        let id = kept.at.split("view=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        assert!(!dora.get("/desk").text.contains("Kept views"), "it is Lee's alone");
        lee.post(&page, &format!("/desk/views/{id}"), &[("name", "Lamps"), ("shared", "yes")]).is(200);
        let shared = dora.get(&format!("/desk?view={id}")).is(200);
        assert!(shared.text.contains("Lamps") && listed(&shared) == [case.reference]);
        assert!(!sam.get("/desk").text.contains("Lamps"), "another agency does not see it");
        dora.post(&shared, &format!("/desk/views/{id}"), &[("name", "Mine now")]).is(403);
        dora.post(&shared, &format!("/desk/views/{id}/removal"), &[]).is(403);
        sam.post(&sam.get("/desk/keys"), &format!("/desk/views/{id}/removal"), &[]).is(404);
        let columns = [("view", id.as_str()), ("column", "due"), ("column", "nonsense")];
        let narrow = dora.post(&shared, "/desk/columns", &columns).is(200);
        assert!(narrow.text.contains("desk-at-due") && !narrow.text.contains("desk-at-channel"));
        assert!(lee.get(&format!("/desk?view={id}")).text.contains("desk-at-channel"), "Lee's columns stay");
        lee.post(&page, &format!("/desk/views/{id}/removal"), &[]).is(200);
        assert!(dora.get(&format!("/desk?view={id}")).text.contains("This view is gone"));
    });
}

#[test]
fn rows_are_paged_without_gaps_or_repeats_while_cases_change() {
    both_engines(|office| paged(office, 300));
}

#[test]
fn more_rows_than_are_counted_are_paged_so_too() {
    let database = testkit::TestDatabase::sqlite();
    paged(&TestOffice::over(testkit::BOSTON, &database), 2_000);
}

fn paged(office: &TestOffice, count: usize) {
    let doors = demo(office);
    let cases = lights(office, count);
    let all_of: BTreeSet<Reference> = cases.iter().map(|case| case.reference).collect();
    let (lee, ruth) = (desk(&doors, "lee"), office.officer("ruth"));
    for order in ["due", "newest", "oldest"] {
        let mut page = lee.get(&format!("/desk?view=open&order={order}")).is(200);
        let (mut seen, mut turn) = (Vec::new(), 0);
        loop {
            let rows = listed(&page);
            assert!(rows.len() <= 50);
            // One that was shown leaves the list, and one comes in: what is still to come stays as it was.
            if turn % 40 == 0 && order == "due" {
                let left = cases.iter().find(|case| case.reference == rows[0]).unwrap();
                ruth.resolves(left, "done", "New bulb.");
                ruth.on(left, |tx, act, reference, _| office::resolution::reopen(tx, act, reference, None));
            }
            turn += 1;
            seen.extend(rows);
            let Some(more) = next(&page) else { break };
            page = lee.get(&more).is(200);
        }
        let once: BTreeSet<Reference> = seen.iter().copied().collect();
        assert!(all_of.is_subset(&once), "{order}: {} of {count}", once.len());
        assert_eq!(once.len(), seen.len(), "{order}: nothing comes twice");
    }
    let page = lee.get("/desk?view=open").text;
    assert_eq!(page.contains("1,000+"), count > 1_000);
}

#[test]
fn the_next_case_of_a_list_is_known_and_words_of_customers_stay_words() {
    both_engines(|office| {
        let doors = demo(office);
        let lee = desk(&doors, "lee");
        let mae = office.resident("Mae");
        let odd = mae.reports(LIGHT, "<script>alert(1)</script> \u{202e}dark");
        let page = lee.get("/desk?view=open").is(200);
        assert!(!page.text.contains("<script>alert"), "{}", page.text);
        assert!(
            page.text.contains(&format!("/desk/cases/{}?view=open&", odd.reference).replace('&', "&#38;"))
                || page.text.contains(&format!("/desk/cases/{}?view=open&", odd.reference))
        );
        let others = lights(office, 2);
        let order = all(&lee, "/desk?view=open");
        assert_eq!(order.len(), 3);
        let who = office.officer("lee").who;
        let follows = |reference: Reference| {
            office.read(&who, move |tx, act| {
                let filter = office::desk::BuiltIn::Open.filter(&act.who);
                office::desk::next(tx, act, &filter, (records::cases::Order::Due, &reference))
            })
        };
        assert_eq!(follows(order[0]).unwrap(), Some(order[1]));
        assert_eq!(follows(order[2]).unwrap(), Some(order[0]), "after the last one, the first");
        drop(others);
    });
}
