//! The inbox as officers meet it: lists that are never stale, nothing that belongs to others, and one act on many cases.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use axum::body::Body;
use axum::http::{Request, header};
use http_body_util::BodyExt;
use std::collections::BTreeSet;
use std::time::Duration;
use terms::Reference;
use testkit::{CaseHandle, TestOffice, both_engines};
use tower::ServiceExt;
use web::Settings;

const LIGHT: &str = "street-light-outages";

/// A browser in which an officer is signed in.
fn desk<'d>(doors: &'d Doors<'d>, officer: &str) -> Browser<'d> {
    let browser = Browser::of(doors, "en");
    let page = browser.get("/desk/sign-in").is(200);
    browser.post(&page, "/desk/sign-in", &[("officer", officer)]).is(200);
    browser
}

fn demo(office: &TestOffice) -> Doors<'_> {
    Doors::with(office, Settings { demo: true, ..Settings::default() })
}

/// The references that a page lists, in order.
fn listed(page: &Page) -> Vec<Reference> {
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

fn lights(office: &TestOffice, count: usize) -> Vec<CaseHandle> {
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
        assert!(shows("overdue") && !shows("soon"));
        let page = desk(&doors, "lee").get("/desk?view=overdue").text;
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
fn ten_thousand_rows_are_paged_without_gaps_or_repeats_while_cases_change() {
    // Twenty pages tell as much as two hundred; the whole ten thousand are told on one engine below.
    both_engines(|office| paged(office, 300));
}

#[test]
fn ten_thousand_rows_are_paged() {
    let database = testkit::TestDatabase::sqlite();
    paged(&TestOffice::over(testkit::BOSTON, &database), 10_000);
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

/// Plans an act on cases; the page that shows what would change.
fn plan(browser: &Browser<'_>, cases: &[&CaseHandle], fields: &[(&str, &str)]) -> Page {
    let references: Vec<String> = cases.iter().map(|case| case.reference.to_string()).collect();
    let query: String = references.iter().map(|reference| format!("case={reference}&")).collect();
    let chosen = browser.get(&format!("/desk/bulk?{query}back=/desk?view=open")).is(200);
    let cases = references.iter().map(|reference| ("case", reference.as_str()));
    let fields: Vec<(&str, &str)> = cases.chain(fields.iter().copied()).collect();
    browser.post(&chosen, "/desk/bulk", &fields)
}

fn path(page: &Page) -> String {
    page.at.split('?').next().unwrap().to_owned()
}

#[test]
fn many_cases_are_given_at_once_only_once_and_taken_back() {
    both_engines(|office| {
        let doors = demo(office);
        let cases = lights(office, 5);
        let (lee, ruth) = (office.officer("lee"), desk(&doors, "ruth"));
        lee.takes(&cases[0]);
        lee.takes(&cases[1]);
        lee.resolves(&cases[2], "done", "New bulb.");
        let chosen: Vec<&CaseHandle> = cases.iter().collect();
        let planned = plan(&ruth, &chosen, &[("act", "assign"), ("officer", "dora")]).is(200);
        assert!(planned.text.contains("It will change: 4. It cannot: 1."), "{}", planned.text);
        assert!(planned.text.contains("Lee Santos → Dora Quill") && planned.text.contains("it is closed"));
        let assignee = |case: &CaseHandle| {
            office.house().sees(case).case.state.assignee.map(|officer| officer.to_string())
        };
        assert_eq!(assignee(&cases[0]).as_deref(), Some("lee"), "a preview changes nothing");
        // Lee writes about one of them before it is begun.
        lee.replies(&cases[1], "A crew comes.");
        let start = format!("{}/start", path(&planned));
        let running = ruth.post(&planned, &start, &[]).is(200);
        assert!(running.text.contains("<progress") && running.text.contains("http-equiv=\"refresh\""));
        let revision = |case: &CaseHandle| office.house().revision(case);
        ruth.post(&planned, &start, &[]).is(200);
        office.settle();
        let done = ruth.get(&running.at).is(200);
        assert!(done.text.contains("Done: 3. Not done: 2."), "{}", done.text);
        assert!(done.text.contains("it has changed since"), "{}", done.text);
        assert_eq!(assignee(&cases[0]).as_deref(), Some("dora"));
        assert_eq!(assignee(&cases[1]).as_deref(), Some("lee"));
        let before = revision(&cases[0]);
        ruth.post(&planned, &start, &[]).is(200);
        office.settle();
        assert_eq!(revision(&cases[0]), before, "a second tap does nothing");
        // Dora gives one on; what others did meanwhile stays.
        office.officer("ruth").gives(&cases[3], "ruth");
        let undo = format!("{}/undo", path(&planned));
        ruth.post(&done, &undo, &[]).is(200);
        ruth.post(&done, &undo, &[]).is(200);
        office.settle();
        let undone = ruth.get(&running.at).is(200);
        assert!(undone.text.contains("It was taken back."), "{}", undone.text);
        assert_eq!(assignee(&cases[0]).as_deref(), Some("lee"));
        assert_eq!(assignee(&cases[3]).as_deref(), Some("ruth"));
        assert_eq!(assignee(&cases[4]), None);
    });
}

#[test]
fn many_cases_are_ended_at_once_and_opened_again_within_ten_minutes() {
    both_engines(|office| {
        let doors = demo(office);
        let cases = lights(office, 3);
        let (lee, dora) = (desk(&doors, "lee"), desk(&doors, "dora"));
        let chosen: Vec<&CaseHandle> = cases.iter().collect();
        let fields =
            [("act", "resolve"), ("outcome", "done"), ("words", "<script>alert(1)</script>New bulb.")];
        let may_not = plan(&dora, &chosen, &fields).is(200);
        assert!(
            may_not.text.contains("It cannot: 3.") && !may_not.text.contains("/start"),
            "{}",
            may_not.text
        );
        let planned = plan(&lee, &chosen, &fields).is(200);
        assert!(!planned.text.contains("<script>alert"));
        lee.post(&planned, &format!("{}/start", path(&planned)), &[]).is(200);
        office.settle();
        let done = lee.get(&planned.at).is(200);
        assert!(done.text.contains("Done: 3."), "{}", done.text);
        assert_eq!(listed(&lee.get("/desk?view=closed")).len(), 3);
        lee.post(&done, &format!("{}/undo", path(&planned)), &[]).is(200);
        office.settle();
        assert_eq!(listed(&lee.get("/desk?view=open")).len(), 3, "all are open again");

        let planned = plan(&lee, &chosen, &fields).is(200);
        lee.post(&planned, &format!("{}/start", path(&planned)), &[]).is(200);
        office.settle();
        office.clock.advance(jiff::SignedDuration::from_mins(11));
        let late = lee.get(&planned.at).is(200);
        assert!(!late.text.contains("/undo"), "{}", late.text);
        let refused = lee.post(&late, &format!("{}/undo", path(&planned)), &[]).is(409);
        assert!(refused.text.contains("one by one"), "{}", refused.text);
    });
}

#[test]
fn an_act_on_nothing_on_too_much_or_without_words_is_refused_in_words() {
    both_engines(|office| {
        let doors = demo(office);
        let case = lights(office, 1).remove(0);
        let lee = desk(&doors, "lee");
        assert!(lee.get("/desk/bulk").is(200).text.contains("Choose one case or more"));
        let empty = plan(&lee, &[&case], &[("act", "note"), ("note", "  ")]).is(422);
        assert!(empty.text.contains("Notes need words"), "{}", empty.text);
        let long = "x".repeat(20_001);
        let long = plan(&lee, &[&case], &[("act", "note"), ("note", &long)]).is(422);
        assert!(long.text.contains(&"x".repeat(20_001)), "what was typed is still there");
        plan(&lee, &[&case], &[("act", "resolve"), ("outcome", "no-such")]).is(422);
        plan(&lee, &[&case], &[("act", "explode")]).is(422);
        let many: Vec<String> = (0..201)
            .map(|number: u64| {
                let chance = terms::Chance::from_seed([number.to_le_bytes()[0]; 32]);
                Reference::new(&chance).to_string()
            })
            .collect();
        let fields: Vec<(&str, &str)> = many.iter().map(|case| ("case", case.as_str())).collect();
        let fields = [&fields[..], &[("act", "give-back")]].concat();
        let page = lee.get("/desk/keys");
        let refused = lee.post(&page, "/desk/bulk", &fields).is(422);
        assert!(refused.text.contains("at most 200"), "{}", refused.text);
        assert_eq!(office.house().revision(&case), 2.min(office.house().revision(&case)), "nothing was done");
    });
}

#[test]
fn colleagues_see_who_looks_and_who_writes_until_they_leave() {
    both_engines(|office| {
        let doors = demo(office);
        let case = lights(office, 1).remove(0);
        let (lee, dora) = (desk(&doors, "lee"), desk(&doors, "dora"));
        let at = format!("/desk/cases/{}/presence", case.reference);
        let (of_lee, open) = (lee.get("/desk/keys"), "/desk?view=open");
        lee.post(&of_lee, &at, &[("doing", "viewing")]).is(204);
        assert!(dora.get(open).text.contains("Lee Santos looks at it"));
        assert!(!lee.get(open).text.contains("Lee Santos looks at it"), "nobody is told of themselves");
        lee.post(&of_lee, &at, &[("doing", "typing")]).is(204);
        assert!(dora.get(open).text.contains("Lee Santos writes"));
        lee.post(&of_lee, &at, &[("doing", "gone")]).is(204);
        assert!(!dora.get(open).text.contains("Lee Santos"));
        lee.post(&of_lee, &at, &[("doing", "typing")]).is(204);
        office.clock.advance(jiff::SignedDuration::from_secs(31));
        assert!(!dora.get(open).text.contains("Lee Santos"), "whoever closed the lid has left");
    });
}

#[test]
fn the_keys_can_be_switched_off_and_stay_off() {
    both_engines(|office| {
        let doors = demo(office);
        let lee = desk(&doors, "lee");
        assert!(lee.get("/desk").text.contains("data-shortcuts=\"true\""));
        let page = lee.get("/desk/keys").is(200);
        let off = lee.post(&page, "/desk/keys", &[("shortcuts", "off")]).is(200);
        assert!(off.text.contains("The keys are off."));
        assert!(
            desk(&doors, "lee").get("/desk").text.contains("data-shortcuts=\"false\""),
            "on another day too"
        );
        assert!(desk(&doors, "dora").get("/desk").text.contains("data-shortcuts=\"true\""));
    });
}

/// Opens a stream; what comes within so many milliseconds after `meanwhile`.
fn heard(
    doors: &Doors<'_>,
    browser: &Browser<'_>,
    (last, ms): (&str, u64),
    meanwhile: impl AsyncFnOnce(),
) -> String {
    let mut request = Request::get("/desk/live");
    if !last.is_empty() {
        request = request.header("last-event-id", last);
    }
    let request = browser.request(request, Body::empty());
    doors.office.block_on(async {
        let response = web::router(&doors.app).oneshot(request).await.unwrap();
        assert_eq!(response.status().as_u16(), 200);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
        assert!(response.headers().get(header::CONTENT_ENCODING).is_none());
        let mut body = response.into_body();
        let mut text = String::new();
        tokio::time::sleep(Duration::from_millis(400)).await;
        meanwhile().await;
        let end = tokio::time::sleep(Duration::from_millis(ms));
        tokio::pin!(end);
        loop {
            tokio::select! {
                frame = body.frame() => match frame {
                    Some(Ok(frame)) => text += &String::from_utf8_lossy(frame.data_ref().unwrap()),
                    _ => return text + "[end]",
                },
                () = &mut end => return text,
            }
        }
    })
}

#[test]
fn what_others_do_is_told_as_it_happens_and_only_to_those_who_may_see_it() {
    both_engines(|office| {
        // One turn for readers: a stream must not keep it.
        let doors = Doors::with(office, Settings { demo: true, reads_at_once: 1, ..Settings::default() });
        let case = lights(office, 1).remove(0);
        let (dora, sam) = (desk(&doors, "dora"), desk(&doors, "sam"));
        let lee = office.officer("lee").who;
        let reference = case.reference;
        let act = || {
            let act = office.office.act(lee.clone(), terms::Channel::Web, terms::Purpose::Service);
            office.office.write(act, move |tx, act| {
                office::desk::present(tx, act, &reference, Some(office::desk::Doing::Typing))?;
                office::cases::note(tx, act, &reference, "I look at it.")
            })
        };
        let told = heard(&doors, &dora, ("", 1_200), async || {
            act().await.unwrap();
            let page = dora.request(Request::get("/desk?view=open"), Body::empty());
            assert_eq!(web::router(&doors.app).oneshot(page).await.unwrap().status().as_u16(), 200);
        });
        assert!(told.contains("event: case") && told.contains(&reference.to_string()), "{told}");
        assert!(told.contains("Lee Santos writes"), "{told}");
        assert!(!told.contains("I look at it."), "no words travel with it");
        let id = told.split("id: ").nth(1).unwrap().lines().next().unwrap().to_owned();
        let told = heard(&doors, &sam, ("", 1_200), async || drop(act().await.unwrap()));
        assert!(!told.contains(&reference.to_string()), "{told}");
        // Whoever comes back is told what they missed.
        let told = heard(&doors, &dora, (&id, 600), async || {});
        assert!(told.contains(&format!("\"reference\":\"{reference}\"")), "{told}");
    });
}

#[test]
fn a_stream_ends_with_its_session_and_there_are_only_so_many() {
    both_engines(|office| {
        let doors = Doors::with(office, Settings { demo: true, listeners_at_once: 0, ..Settings::default() });
        let lee = desk(&doors, "lee");
        let busy = lee.raw("/desk/live");
        assert_eq!((busy.status.as_u16(), busy.header(header::RETRY_AFTER)), (503, "30"));

        let doors = demo(office);
        let lee = desk(&doors, "lee");
        let told = heard(&doors, &lee, ("", 1_500), async || doors.app.stop());
        assert!(told.ends_with("[end]"), "it ends when the house closes: {told}");
        let stranger = Browser::of(&doors, "en").raw("/desk/live");
        assert_eq!(stranger.status.as_u16(), 303);
    });
}

#[test]
fn the_next_case_of_a_list_is_known_and_words_of_customers_stay_words() {
    both_engines(|office| {
        let doors = demo(office);
        let lee = desk(&doors, "lee");
        let mae = office.resident("Mae <i>Lee</i>");
        let odd = mae.reports(LIGHT, "<script>alert(1)</script> \u{202e}dark");
        let page = lee.get("/desk?view=open").is(200);
        assert!(!page.text.contains("<script>alert") && !page.text.contains("<i>Lee"), "{}", page.text);
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
