//! Every act by the forms of the case page: done once, refused in words, and nothing lost that was written.

use crate::browser::{Browser, Page};
use crate::desk_case::{after_a_moment, case_of, compose, doors, path, replies, signed_in};
use office::desk::{Asked, asked_of_me};
use terms::{Answer, EventKind, State, Status};
use testkit::{CaseHandle, TestOffice, both_engines};

const LIGHT: &str = "street-light-outages";
const EVIL: &str = "</textarea><script>alert(1)</script>\"'";

/// Presses the button of an act.
pub(crate) fn press(
    browser: &Browser<'_>,
    page: &Page,
    (case, act): (&CaseHandle, &str),
    fields: &[(&str, &str)],
) -> Page {
    let field = |name: &str| {
        let value = page.text.split(&format!("name=\"{name}\" value=\"")).nth(1);
        value.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    };
    let shown = page.text.split("data-revision=\"").nth(1).and_then(|rest| rest.split('"').next());
    let (revision, once) = (shown.map_or_else(|| field("revision"), ToOwned::to_owned), field("once"));
    let known = [("revision", revision.as_str()), ("once", once.as_str())];
    let known = known.into_iter().filter(|(name, _)| !fields.iter().any(|(own, _)| own == name));
    let fields: Vec<(&str, &str)> = known.chain(fields.iter().copied()).collect();
    browser.post(page, &format!("{}/{act}", path(case)), &fields)
}

pub(crate) fn state(office: &TestOffice, case: &CaseHandle) -> State {
    office.house().sees(case).case.state
}

pub(crate) fn count(office: &TestOffice, case: &CaseHandle, kind: EventKind) -> usize {
    office.house().sees(case).events.iter().filter(|event| event.what.kind() == kind).count()
}

/// The id of the question that waits for an officer.
pub(crate) fn question(office: &TestOffice, officer: &str) -> String {
    let asked = office.officer(officer).tries(asked_of_me).unwrap();
    let found = asked.into_iter().find_map(|one| match one.what {
        Asked::Approval(approval) => Some(approval.id.to_string()),
        Asked::Pressing(_) => None,
    });
    found.unwrap_or_else(|| panic!("nothing is asked of {officer}"))
}

#[test]
fn chatwoot_5414_two_cases_are_seen_side_by_side_merged_once_and_taken_apart() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let mae = office.resident("Mae Lee");
        let (first, second) = (mae.reports(LIGHT, "Dark at 12."), mae.reports(LIGHT, "Dark at 12 again."));
        office.settle();
        let page = lee.get(&path(&second)).is(200);
        assert!(page.text.contains("/merge?"), "{}", page.text);
        let at = format!("{}/merge?into={}", path(&second), first.reference);
        let both = lee.get(&at).is(200);
        assert!(both.text.contains("Dark at 12.") && both.text.contains("Dark at 12 again."));
        assert_eq!(both.text.matches("Let both go on as").count(), 2, "either may go on");
        let revision = office.officer("lee").revision(&second).to_string();
        let into = first.reference.to_string();
        let fields = [("into", into.as_str()), ("revision", revision.as_str())];
        let merged = press(&lee, &both, (&second, "merge"), &fields).is(200);
        press(&lee, &both, (&second, "merge"), &fields).is(200);
        assert_eq!(count(office, &second, EventKind::Merged), 1, "a second press does nothing");
        assert!(merged.text.contains("It goes on as:") && merged.text.contains(&into));
        assert!(lee.get(&path(&first)).text.contains("This case goes on for:"));
        let apart = press(&lee, &merged, (&second, "unmerge"), &[]).is(200);
        assert_eq!(state(office, &second).status, Status::Open);
        assert!(!apart.text.contains("It goes on as:"));
    });
}

#[test]
fn what_cannot_be_merged_is_said_at_the_preview() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let case = case_of(office);
        let other = office.resident("Jo Park").reports(LIGHT, "Dark.");
        let none = lee.get(&format!("{}/merge?into=nonsense", path(&case))).is(200);
        assert!(none.text.contains("You see no other case with this number."), "{}", none.text);
        let own = lee.get(&format!("{}/merge?into={}", path(&case), case.reference)).is(200);
        assert!(own.by_id("why").contains("no other case"));
        let both = lee.get(&format!("{}/merge?into={}", path(&case), other.reference)).is(200);
        let revision = office.officer("lee").revision(&case).to_string();
        let into = other.reference.to_string();
        let fields = [("into", into.as_str()), ("revision", revision.as_str())];
        let refused = press(&lee, &both, (&case, "merge"), &fields).is(422);
        assert!(refused.by_id("why").contains("another customer"), "{}", refused.by_id("why"));
        assert!(refused.text.contains("Let both go on as"), "both are still there");
        let evil = press(&lee, &both, (&case, "merge"), &[("into", EVIL)]).is(422);
        assert!(!evil.text.contains("<script>alert"));
        // A clerk of another agency sees neither the page nor the case.
        signed_in(&doors, "tomas").get(&format!("{}/merge", path(&case))).is(404);
        assert_eq!(count(office, &case, EventKind::Merged), 0);
    });
}

#[test]
fn messages_are_split_off_into_a_case_of_their_own() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let case = case_of(office);
        assert!(!lee.get(&path(&case)).text.contains("/split?"), "there is nothing to split off");
        office.resident("Mae Lee").writes(&case, "There is paint on the wall, too.");
        assert!(lee.get(&path(&case)).text.contains("/split?"));
        let page = lee.get(&format!("{}/split", path(&case))).is(200);
        assert!(page.text.contains("There is paint on the wall, too."), "{}", page.text);
        let contact = page.text.split("name=\"contact\" value=\"").nth(1).unwrap();
        let contact = contact.split('"').next().unwrap();
        let none = press(&lee, &page, (&case, "split"), &[("contact", contact), ("service", "")]).is(422);
        assert!(none.text.contains("checked"), "what was chosen stays chosen");
        press(&lee, &page, (&case, "split"), &[("service", "pwd-graffiti")]).is(422);
        let fields = [("contact", contact), ("service", "pwd-graffiti")];
        let done = press(&lee, &page, (&case, "split"), &fields).is(200);
        press(&lee, &page, (&case, "split"), &fields).is(200);
        assert_eq!(count(office, &case, EventKind::SplitOff), 1);
        assert!(done.text.contains("Split off from it:"), "{}", done.text);
    });
}

#[test]
fn freescout_1897_children_are_listed_counted_and_answered_once_from_the_page() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let parent = case_of(office);
        let number = parent.reference.to_string();
        let children: Vec<CaseHandle> = (0..3)
            .map(|n| office.resident(&format!("Person {n}")).reports(LIGHT, "Dark here, too."))
            .collect();
        office.settle();
        for child in &children {
            let page = lee.get(&path(child)).is(200);
            press(&lee, &page, (child, "parent"), &[("parent", &number)]).is(200);
        }
        office.officer("lee").resolves(&children[2], "done", "Yours burns.");
        let page = lee.get(&path(&parent)).is(200);
        let told = page.by_id("children");
        assert!(told.contains("3 cases are answered with this one. 2 are open."), "{told}");
        assert!(children.iter().all(|child| page.text.contains(&child.reference.to_string())));
        assert!(page.text.contains("2 more cases get the same words."), "{}", page.text);
        let grandchild = office.resident("Jo Park").reports(LIGHT, "Dark.");
        let page_of = lee.get(&path(&grandchild)).is(200);
        let child = children[0].reference.to_string();
        let refused = press(&lee, &page_of, (&grandchild, "parent"), &[("parent", &child)]).is(422);
        assert!(refused.by_id("why").contains("name the parent"));
        assert!(refused.text.contains(&format!("value=\"{child}\"")), "what was typed is still there");
        compose(&lee, &page, "/sending", &[("words", "A crew digs tonight.")]).is(200);
        after_a_moment(office);
        let said = children.iter().map(|child| replies(office, child)).collect::<Vec<_>>();
        assert_eq!(said, [1, 1, 0], "each open one is answered once");
        let page = lee.get(&path(&children[1])).is(200);
        assert!(page.text.contains("It is answered with:"));
        press(&lee, &page, (&children[1], "leaving"), &[]).is(200);
        assert_eq!(state(office, &parent).children, 2);
    });
}

#[test]
fn answers_are_put_right_by_the_forms_own_fields_and_the_old_ones_stay_known() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let mae = office.resident("Mae Lee");
        let mut request = mae.request(LIGHT, "The lamp is dark.");
        request.answers = vec![Answer { code: "wrong".into(), values: vec!["out".into()] }];
        let case = mae.sends(request).unwrap();
        office.settle();
        let page = lee.get(&format!("{}/answers", path(&case))).is(200);
        assert!(page.text.contains("What is wrong with the light?") && page.text.contains("checked"));
        let bad = [("form.wrong", "purple"), ("form.pole-number", "12"), ("words", "She rang.")];
        let refused = press(&lee, &page, (&case, "answers"), &bad).is(422);
        assert!(refused.text.contains("govuk-error-message"), "{}", refused.text);
        assert!(refused.text.contains("She rang.") && refused.text.contains("value=\"12\""));
        let long = "1".repeat(30);
        let bad = [("form.wrong", "out"), ("form.pole-number", long.as_str()), ("words", "She rang.")];
        press(&lee, &page, (&case, "answers"), &bad).is(422);
        let no_why = [("form.wrong", "flickers"), ("words", " ")];
        press(&lee, &page, (&case, "answers"), &no_why).is(422);
        assert_eq!(office.house().sees(&case).corrections.len(), 0, "nothing changed");
        let good = [("form.wrong", "flickers"), ("form.pole-number", "12"), ("words", EVIL)];
        let done = press(&lee, &page, (&case, "answers"), &good).is(200);
        press(&lee, &page, (&case, "answers"), &good).is(200);
        assert_eq!(office.house().sees(&case).corrections.len(), 1);
        let changes = done.text.split("aria-labelledby=\"changes\"").nth(1).unwrap();
        assert!(changes.contains("It is out") && changes.contains("It goes on and off"), "{changes}");
        assert!(changes.contains("Lee Santos,") && changes.contains("&#60;script&#62;alert"));
        assert!(!done.text.contains("<script>alert"));
        let stale = press(&lee, &page, (&case, "answers"), &[("form.wrong", "by-day"), ("words", "No.")]);
        assert_eq!(stale.status, 409);
        assert!(stale.text.contains("No."), "what was written is kept");
    });
}

#[test]
fn place_and_service_are_put_right_and_their_history_stands_beside_the_case() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        let bad = [("address", "12 Elm St"), ("lat", "north"), ("long", "1"), ("words", "Misheard.")];
        let refused = press(&lee, &page, (&case, "place"), &bad).is(422);
        assert!(refused.text.contains("12 Elm St") && refused.text.contains("Misheard."));
        let good = [("address", "12 Elm St"), ("words", "Misheard.")];
        let page = press(&lee, &page, (&case, "place"), &good).is(200);
        assert!(page.text.contains("12 Elm St") && page.text.contains("What was put right"));
        press(&lee, &page, (&case, "service"), &[("service", "nonsense"), ("words", "Paint.")]).is(422);
        let page =
            press(&lee, &page, (&case, "service"), &[("service", "pwd-graffiti"), ("words", "Paint.")])
                .is(200);
        assert_eq!(state(office, &case).service.as_str(), "pwd-graffiti");
        assert!(page.text.contains("Paint."));
    });
}

#[test]
fn a_case_rests_until_a_date_and_wakes() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        let past = [("until", "2001-01-01T09:00"), ("words", "The part comes later.")];
        let refused = press(&lee, &page, (&case, "rest"), &past).is(422);
        assert!(refused.text.contains("The part comes later.") && refused.text.contains("2001-01-01T09:00"));
        for bad in ["", "tomorrow", "2015-02-30T09:00"] {
            press(&lee, &page, (&case, "rest"), &[("until", bad), ("words", "Later.")]).is(422);
        }
        let rests = [("until", "2015-03-09T09:00"), ("words", "The part comes then.")];
        let page = press(&lee, &page, (&case, "rest"), &rests).is(200);
        assert!(page.by_id("rests").contains("9 March 2015"), "{}", page.by_id("rests"));
        let page = press(&lee, &page, (&case, "waking"), &[]).is(200);
        assert!(!page.text.contains("id=\"rests\""));
        press(&lee, &page, (&case, "waking"), &[]).is(409);
        press(&lee, &page, (&case, "rest"), &rests).is(200);
        office.hours(24 * 9);
        office.settle();
        assert_eq!(state(office, &case).snoozed_until, None, "it wakes by itself");
    });
}
